//! Comparisons.

use entity::comparison;

use super::super::listing::{Listing, Narrowing, Order};

/// Comparisons; as a list of many parents, those of a country, a mine or a party.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ComparisonList {
    /// Of which release.
    pub release: i64,
    /// What a key stands for.
    pub of: ComparisonsOf,
    /// Which comparisons.
    pub filter: ComparisonFilter,
    /// In which order.
    pub sort: ComparisonSort,
}

/// Whose comparisons, where they are listed for many parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparisonsOf {
    /// Of a country.
    Country,
    /// At a mine.
    Mine,
    /// That a party pays or receives.
    Party,
}

/// Which comparisons: all conditions hold, those on a verdict for one verdict together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ComparisonFilter {
    /// Code of a country.
    pub country: Option<String>,
    /// Code of a mine.
    pub mine: Option<String>,
    /// Code of the party that pays or receives.
    pub party: Option<String>,
    /// Code of a stream.
    pub stream: Option<String>,
    /// A verdict has this outcome.
    pub outcome: Option<&'static str>,
    /// A verdict is a gap of this kind.
    pub kind: Option<&'static str>,
    /// A verdict is unknown for this reason.
    pub reason: Option<&'static str>,
    /// Only those that are (or are not) parts of no other.
    pub top_level: Option<bool>,
    /// A case.
    pub case: Option<String>,
    /// Codes of streams: one of them.
    pub streams: Option<Vec<String>>,
}

/// The order of comparisons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ComparisonSort {
    /// By code.
    #[default]
    Code,
    /// From the greatest published gap; those without come last.
    GapDescending,
    /// The newest time first; events, which have none, last.
    Newest,
}

impl Listing for ComparisonList {
    type Row = comparison::Model;
    const TABLE: &'static str = "comparison t";

    fn belongs(&self) -> &'static str {
        match self.of {
            ComparisonsOf::Country => "t.country = k.value",
            ComparisonsOf::Mine => "t.mine = k.value",
            ComparisonsOf::Party => "t.payer = k.value OR t.recipient = k.value",
        }
    }

    fn order(&self) -> Order {
        let (name, columns, descending): (_, &[&str], _) = match self.sort {
            ComparisonSort::Code => ("code", &["t.code"], false),
            ComparisonSort::GapDescending => ("-gap", &["COALESCE(t.gap_key, '')", "t.code"], true),
            ComparisonSort::Newest => ("-time", &["COALESCE(t.to_day, t.from_day, '')", "t.code"], true),
        };
        Order { name, columns, descending, whole: false }
    }

    fn place(&self, row: &comparison::Model) -> Vec<String> {
        match self.sort {
            ComparisonSort::Code => vec![row.code.clone()],
            ComparisonSort::GapDescending => vec![row.gap_key.clone().unwrap_or_default(), row.code.clone()],
            ComparisonSort::Newest => {
                let time = row.to_day.clone().or_else(|| row.from_day.clone());
                vec![time.unwrap_or_default(), row.code.clone()]
            }
        }
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        let filter = &self.filter;
        let sql = &mut *narrowing.0;
        sql.and_visible(self.release)
            .and("t.country = {}", filter.country.as_deref())
            .and("t.mine = {}", filter.mine.as_deref())
            .and("(t.payer = {} OR t.recipient = {})", filter.party.as_deref())
            .and("t.stream = {}", filter.stream.as_deref())
            .and("t.\"case\" = {}", filter.case.as_deref())
            .and_among("t.stream", filter.streams.as_deref());
        match filter.top_level {
            Some(true) => sql.push(" AND t.part_of IS NULL"),
            Some(false) => sql.push(" AND t.part_of IS NOT NULL"),
            None => sql,
        };
        if filter.outcome.or(filter.kind).or(filter.reason).is_some() {
            let own = "v.first_release = t.first_release AND v.comparison = t.code";
            sql.push(" AND EXISTS (SELECT 1 FROM verdict v WHERE ")
                .push(own)
                .and("v.outcome = {}", filter.outcome)
                .and("v.kind = {}", filter.kind)
                .and("v.reason = {}", filter.reason)
                .push(")");
        }
    }
}
