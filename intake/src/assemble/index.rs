//! Codes to ranks: what references are looked up in.

use std::collections::HashMap;

use crate::assemble::Sheets;
use crate::rows::{CountryRow, MineRow, PackRows, PartyRow, SourceRow, StreamRow};
use crate::sheet::Sheet;
use crate::table::TableRow;

/// The ranks of one table's codes.
pub(crate) struct Index<'a> {
    ranks: Ranks<'a>,
    table: &'static str,
    lost: Option<&'a Sheet>,
}

enum Ranks<'a> {
    /// Looked up once or more for every claim.
    Hashed(HashMap<&'a str, u32>),
    /// Many codes that are looked up now and then: not worth hashing.
    Sorted(Vec<&'a str>),
}

impl<'a> Index<'a> {
    /// Ranks the codes as they come.
    pub fn new(table: &'static str, codes: impl IntoIterator<Item = &'a str>) -> Index<'a> {
        let codes = codes.into_iter();
        let mut ranks = HashMap::with_capacity(codes.size_hint().0);
        for (rank, code) in codes.enumerate() {
            ranks.entry(code).or_insert(rank as u32);
        }
        Index { ranks: Ranks::Hashed(ranks), table, lost: None }
    }

    /// Ranks the codes in alphabetical order, which is cheap where they come in it.
    pub fn sorted(table: &'static str, codes: impl IntoIterator<Item = &'a str>) -> Index<'a> {
        let mut codes: Vec<&str> = codes.into_iter().collect();
        if !codes.is_sorted() {
            codes.sort_unstable();
        }
        Index { ranks: Ranks::Sorted(codes), table, lost: None }
    }

    /// Ranks the rows of a table by their first column.
    pub fn of<R: TableRow>(rows: &'a [R]) -> Index<'a> {
        Index::new(R::FILE, rows.iter().map(|row| row.get(0).unwrap_or_default()))
    }

    /// Remembers which rows the sheet lost.
    pub fn with_losses(self, sheet: &'a Sheet) -> Index<'a> {
        Index { lost: Some(sheet), ..self }
    }

    /// The rank of a code.
    pub fn rank(&self, code: &str) -> Option<u32> {
        match &self.ranks {
            Ranks::Hashed(ranks) => ranks.get(code).copied(),
            Ranks::Sorted(codes) => codes.binary_search(&code).ok().map(|rank| rank as u32),
        }
    }

    /// True where a row of this code may exist that could not be read; that was flagged where it stands.
    pub fn is_lost(&self, code: &str) -> bool {
        self.lost.is_some_and(|sheet| !sheet.complete || sheet.lost.contains(code))
    }

    /// All codes, in no order.
    pub fn codes(&self) -> impl Iterator<Item = &'a str> + Clone + use<'a, '_> {
        let (hashed, sorted) = match &self.ranks {
            Ranks::Hashed(ranks) => (Some(ranks.keys().copied()), None),
            Ranks::Sorted(codes) => (None, Some(codes.iter().copied())),
        };
        hashed.into_iter().flatten().chain(sorted.into_iter().flatten())
    }

    /// The file that should hold the code.
    pub fn table(&self) -> &'static str {
        self.table
    }
}

/// What claims may refer to. Ranks are positions in the lists it was built from; those of claims are alphabetical.
pub struct Registry<'a> {
    pub(crate) countries: Index<'a>,
    pub(crate) mines: Index<'a>,
    pub(crate) parties: Index<'a>,
    pub(crate) streams: Index<'a>,
    pub(crate) sources: Index<'a>,
    /// Ids that new claims may not take.
    pub(crate) claims: Index<'a>,
    mine_countries: Vec<Option<u32>>,
    party_countries: Vec<Option<u32>>,
}

impl<'a> Registry<'a> {
    /// From rows of the registries, and the ids of the claims that exist.
    pub fn new(
        countries: &'a [CountryRow],
        mines: &'a [MineRow],
        parties: &'a [PartyRow],
        streams: &'a [StreamRow],
        sources: &'a [SourceRow],
        claim_ids: impl IntoIterator<Item = &'a str>,
    ) -> Registry<'a> {
        let country_index = Index::of(countries);
        let country_of = |code: &Option<String>| code.as_deref().and_then(|code| country_index.rank(code));
        Registry {
            mine_countries: mines.iter().map(|mine| country_of(&mine.country)).collect(),
            party_countries: parties.iter().map(|party| country_of(&party.country)).collect(),
            countries: country_index,
            mines: Index::of(mines),
            parties: Index::of(parties),
            streams: Index::of(streams),
            sources: Index::of(sources),
            claims: Index::sorted("claims.csv", claim_ids),
        }
    }

    /// From all rows of a pack, or of a database.
    pub fn of(rows: &'a PackRows) -> Registry<'a> {
        let claim_ids = rows.claims.iter().filter_map(|claim| claim.id.as_deref());
        Registry::new(&rows.countries, &rows.mines, &rows.parties, &rows.streams, &rows.sources, claim_ids)
    }

    /// Remembers which rows the sheets lost, so that a reference to one of them is not flagged again.
    pub(crate) fn with_losses(self, sheets: &'a Sheets) -> Registry<'a> {
        Registry {
            countries: self.countries.with_losses(&sheets.countries),
            mines: self.mines.with_losses(&sheets.mines),
            parties: self.parties.with_losses(&sheets.parties),
            streams: self.streams.with_losses(&sheets.streams),
            sources: self.sources.with_losses(&sheets.sources),
            claims: self.claims.with_losses(&sheets.claims),
            ..self
        }
    }

    /// Where a mine lies.
    pub(crate) fn country_of_mine(&self, rank: u32) -> Option<u32> {
        self.mine_countries.get(rank as usize).copied().flatten()
    }

    /// Where a party is at home.
    pub(crate) fn country_of_party(&self, rank: u32) -> Option<u32> {
        self.party_countries.get(rank as usize).copied().flatten()
    }
}
