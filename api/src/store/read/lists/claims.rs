//! Claims.

use entity::claim;

use super::super::listing::{Listing, Narrowing, Order};

/// Claims; as a list of many parents, those read in a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClaimList {
    /// Of which release.
    pub release: i64,
    /// Which claims.
    pub filter: ClaimFilter,
    /// In which order.
    pub sort: ClaimSort,
}

/// Which claims: all conditions hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ClaimFilter {
    /// Code of a country.
    pub country: Option<String>,
    /// Code of a mine.
    pub mine: Option<String>,
    /// Code of the party that pays.
    pub payer: Option<String>,
    /// Code of the party that receives.
    pub recipient: Option<String>,
    /// Code of a stream.
    pub stream: Option<String>,
    /// Who speaks.
    pub side: Option<&'static str>,
    /// In what role.
    pub role: Option<&'static str>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Order key of the smallest amount.
    pub amount_min: Option<String>,
    /// Order key of the greatest amount.
    pub amount_max: Option<String>,
    /// Digest of a document.
    pub document: Option<String>,
    /// A case.
    pub case: Option<String>,
}

/// The order of claims. A claim without an amount comes last in an order of amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ClaimSort {
    /// By public code.
    #[default]
    Code,
    /// From the smallest amount.
    AmountAscending,
    /// From the greatest amount.
    AmountDescending,
}

/// After every key of an amount, which begin with 0, 1 or 2.
pub(super) const LAST: &str = "9";

impl Listing for ClaimList {
    type Row = claim::Model;
    const TABLE: &'static str = "claim t";

    fn belongs(&self) -> &'static str {
        "t.document_sha256 = k.value"
    }

    fn order(&self) -> Order {
        let (name, columns, descending): (_, &[&str], _) = match self.sort {
            ClaimSort::Code => ("code", &["t.code"], false),
            ClaimSort::AmountAscending => ("amount", &["COALESCE(t.amount_key, '9')", "t.code"], false),
            ClaimSort::AmountDescending => ("-amount", &["COALESCE(t.amount_key, '')", "t.code"], true),
        };
        Order { name, columns, descending, whole: false }
    }

    fn place(&self, row: &claim::Model) -> Vec<String> {
        let key = |absent: &str| row.amount_key.clone().unwrap_or_else(|| absent.to_owned());
        match self.sort {
            ClaimSort::Code => vec![row.code.clone()],
            ClaimSort::AmountAscending => vec![key(LAST), row.code.clone()],
            ClaimSort::AmountDescending => vec![key(""), row.code.clone()],
        }
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        let filter = &self.filter;
        narrowing
            .0
            .and_visible(self.release)
            .and("t.country = {}", filter.country.as_deref())
            .and("t.mine = {}", filter.mine.as_deref())
            .and("t.payer = {}", filter.payer.as_deref())
            .and("t.recipient = {}", filter.recipient.as_deref())
            .and("t.stream = {}", filter.stream.as_deref())
            .and("t.side = {}", filter.side)
            .and("t.role = {}", filter.role)
            .and("t.currency = {}", filter.currency.as_deref())
            .and("t.amount_key >= {}", filter.amount_min.as_deref())
            .and("t.amount_key <= {}", filter.amount_max.as_deref())
            .and("t.document_sha256 = {}", filter.document.as_deref())
            .and("t.\"case\" = {}", filter.case.as_deref());
    }
}
