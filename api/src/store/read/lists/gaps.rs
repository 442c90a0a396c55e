//! Gaps: verdicts that have a code of their own. Published are those about which no question is open.

use entity::verdict;

use super::super::listing::{Listing, Narrowing, Order};
use super::claims::LAST;

/// Gaps.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GapList {
    /// Of which release.
    pub release: i64,
    /// Which gaps.
    pub filter: GapFilter,
    /// In which order.
    pub sort: GapSort,
}

/// Which gaps: all conditions hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct GapFilter {
    /// Code of a country.
    pub country: Option<String>,
    /// Code of a mine.
    pub mine: Option<String>,
    /// Code of the party that pays or receives.
    pub party: Option<String>,
    /// Code of a stream.
    pub stream: Option<String>,
    /// Of this kind.
    pub kind: Option<&'static str>,
    /// In this state; none: published, that is every state but `questioned`.
    pub state: Option<&'static str>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Order key of the smallest amount.
    pub amount_min: Option<String>,
    /// Order key of the greatest amount.
    pub amount_max: Option<String>,
}

const PUBLISHED: &str = " AND t.gap_code IS NOT NULL AND t.state <> 'questioned'";

/// The order of gaps. A gap without an amount comes last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GapSort {
    /// By code.
    #[default]
    Code,
    /// From the smallest amount.
    AmountAscending,
    /// From the greatest amount.
    AmountDescending,
    /// From the greatest share.
    PercentDescending,
}

impl Listing for GapList {
    type Row = verdict::Model;
    const TABLE: &'static str = "verdict t";

    fn order(&self) -> Order {
        let (name, columns, descending): (_, &[&str], _) = match self.sort {
            GapSort::Code => ("code", &["t.gap_code"], false),
            GapSort::AmountAscending => ("amount", &["COALESCE(t.amount_key, '9')", "t.gap_code"], false),
            GapSort::AmountDescending => ("-amount", &["COALESCE(t.amount_key, '')", "t.gap_code"], true),
            GapSort::PercentDescending => ("-percent", &["COALESCE(t.percent_key, '')", "t.gap_code"], true),
        };
        Order { name, columns, descending, whole: false }
    }

    fn place(&self, row: &verdict::Model) -> Vec<String> {
        let code = row.gap_code.clone().unwrap_or_default();
        let key = |key: &Option<String>, absent: &str| key.clone().unwrap_or_else(|| absent.to_owned());
        match self.sort {
            GapSort::Code => vec![code],
            GapSort::AmountAscending => vec![key(&row.amount_key, LAST), code],
            GapSort::AmountDescending => vec![key(&row.amount_key, ""), code],
            GapSort::PercentDescending => vec![key(&row.percent_key, ""), code],
        }
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        let filter = &self.filter;
        narrowing
            .0
            .and_visible(self.release)
            .push(if filter.state.is_none() { PUBLISHED } else { " AND t.gap_code IS NOT NULL" })
            .and("t.state = {}", filter.state)
            .and("t.country = {}", filter.country.as_deref())
            .and("t.mine = {}", filter.mine.as_deref())
            .and("(t.payer = {} OR t.recipient = {})", filter.party.as_deref())
            .and("t.stream = {}", filter.stream.as_deref())
            .and("t.kind = {}", filter.kind)
            .and("t.currency = {}", filter.currency.as_deref())
            .and("t.amount_key >= {}", filter.amount_min.as_deref())
            .and("t.amount_key <= {}", filter.amount_max.as_deref());
    }
}
