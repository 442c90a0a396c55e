//! Keeping the rows that were read out of a disclosure. None of them is public before a release takes them up.

use std::collections::BTreeMap;

use entity::{claim, country, example, mine, party, rate, remark, rule, source, stream};
use intake::{ClaimRow, CountryRow, PackRows};
use reconcile::{Claim, Facts};

use super::rows::{self, ReadClaim, ReadRemark};
use super::{StoreError, Writing, batch};

/// Claims as they were read: rows and values in the same order, and what their places and ranks stand for.
#[derive(Clone, Copy, Debug)]
pub struct NewClaims<'a> {
    /// The rows.
    pub rows: &'a [ClaimRow],
    /// What they became.
    pub values: &'a [Claim],
    /// The countries that the values name by rank.
    pub countries: &'a [CountryRow],
    /// Digest of the document of each file.
    pub documents: &'a BTreeMap<String, String>,
}

impl Writing {
    /// Keeps the rows of a whole pack for a disclosure.
    pub async fn add_pack(
        &self,
        disclosure: i64,
        pack: &PackRows,
        facts: &Facts,
        documents: &BTreeMap<String, String>,
    ) -> Result<(), StoreError> {
        macro_rules! keep {
            ($table:ident, $list:ident, $row:ident) => {
                let rows = pack.$list.iter().map(|row| rows::$row(disclosure, row)).collect();
                batch::insert::<$table::Entity>(self, rows).await?
            };
        }
        keep!(country, countries, country_row);
        keep!(party, parties, party_row);
        keep!(mine, mines, mine_row);
        keep!(stream, streams, stream_row);
        keep!(source, sources, source_row);
        keep!(rule, rules, rule_row);
        keep!(example, examples, example_row);
        keep!(rate, rates, rate_row);
        let claims = NewClaims { rows: &pack.claims, values: &facts.claims, countries: &pack.countries, documents };
        self.add_claims(disclosure, claims).await?;
        let remarks = pack.remarks.iter().zip(&facts.remarks);
        let row = |(row, value)| rows::remark_row(Some(disclosure), row, ReadRemark::of(facts, value));
        batch::insert::<remark::Entity>(self, remarks.map(row).collect()).await
    }

    /// Keeps claims for a disclosure.
    pub async fn add_claims(&self, disclosure: i64, new: NewClaims<'_>) -> Result<(), StoreError> {
        let row = |(row, value): (&ClaimRow, &Claim)| {
            let country = new.countries[value.country.index()].iso2.as_deref().unwrap_or_default();
            let document = new.documents.get(row.place.file.as_ref()).map(String::as_str).unwrap_or_default();
            rows::claim_row(disclosure, document, row, ReadClaim::of(country, value))
        };
        batch::insert::<claim::Entity>(self, new.rows.iter().zip(new.values).map(row).collect()).await
    }
}
