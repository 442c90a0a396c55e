//! Countries, mines, parties, streams, rules, documents, doubts, releases.

use entity::{country, document, doubt, mine, party, release, rule, stream};

use super::super::listing::{Listing, Narrowing, Order};

/// By code, the order of all registries.
const BY_CODE: Order = Order { name: "code", columns: &["t.code"], descending: false, whole: false };

/// Countries.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CountryList {
    /// Of which release.
    pub release: i64,
}

impl Listing for CountryList {
    type Row = country::Model;
    const TABLE: &'static str = "country t";

    fn order(&self) -> Order {
        BY_CODE
    }

    fn place(&self, row: &country::Model) -> Vec<String> {
        vec![row.code.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        narrowing.0.and_visible(self.release);
    }
}

/// Mines; as a list of many parents, those of a country.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MineList {
    /// Of which release.
    pub release: i64,
    /// Only of this country.
    pub country: Option<String>,
}

impl Listing for MineList {
    type Row = mine::Model;
    const TABLE: &'static str = "mine t";

    fn belongs(&self) -> &'static str {
        "t.country = k.value"
    }

    fn order(&self) -> Order {
        BY_CODE
    }

    fn place(&self, row: &mine::Model) -> Vec<String> {
        vec![row.code.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        narrowing.0.and_visible(self.release).and("t.country = {}", self.country.as_deref());
    }
}

/// Parties.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PartyList {
    /// Of which release.
    pub release: i64,
    /// Only of this country.
    pub country: Option<String>,
    /// Only of this kind.
    pub kind: Option<&'static str>,
}

impl Listing for PartyList {
    type Row = party::Model;
    const TABLE: &'static str = "party t";

    fn order(&self) -> Order {
        BY_CODE
    }

    fn place(&self, row: &party::Model) -> Vec<String> {
        vec![row.code.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        let sql = narrowing.0.and_visible(self.release);
        sql.and("t.country = {}", self.country.as_deref()).and("t.kind = {}", self.kind);
    }
}

/// Streams.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StreamList {
    /// Of which release.
    pub release: i64,
}

impl Listing for StreamList {
    type Row = stream::Model;
    const TABLE: &'static str = "stream t";

    fn order(&self) -> Order {
        BY_CODE
    }

    fn place(&self, row: &stream::Model) -> Vec<String> {
        vec![row.code.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        narrowing.0.and_visible(self.release);
    }
}

/// Whose rules, where rules are listed for many parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RulesOf {
    /// All rules of a country, those of its mines included.
    Country,
    /// The rules that hold at one mine only.
    Mine,
}

/// Rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RuleList {
    /// Of which release.
    pub release: i64,
    /// What a key stands for.
    pub of: RulesOf,
    /// Only of this country.
    pub country: Option<String>,
    /// Only for this stream.
    pub stream: Option<String>,
}

impl Listing for RuleList {
    type Row = rule::Model;
    const TABLE: &'static str = "rule t";

    fn belongs(&self) -> &'static str {
        match self.of {
            RulesOf::Country => "t.country = k.value",
            RulesOf::Mine => "t.mine = k.value",
        }
    }

    fn order(&self) -> Order {
        BY_CODE
    }

    fn place(&self, row: &rule::Model) -> Vec<String> {
        vec![row.code.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        let sql = narrowing.0.and_visible(self.release);
        sql.and("t.country = {}", self.country.as_deref()).and("t.stream = {}", self.stream.as_deref());
    }
}

/// Documents.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DocumentList {
    /// Of which release.
    pub release: i64,
}

impl Listing for DocumentList {
    type Row = document::Model;
    const TABLE: &'static str = "document t";

    fn order(&self) -> Order {
        Order { name: "name", columns: &["t.public_name", "t.sha256"], descending: false, whole: false }
    }

    fn place(&self, row: &document::Model) -> Vec<String> {
        vec![row.public_name.clone(), row.sha256.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        narrowing.0.and("t.first_release <= {}", Some(self.release));
    }
}

/// Doubts, in the order of the reconciliation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DoubtList {
    /// Of which release.
    pub release: i64,
    /// Only of this country.
    pub country: Option<String>,
}

impl Listing for DoubtList {
    type Row = doubt::Model;
    const TABLE: &'static str = "doubt t";

    fn order(&self) -> Order {
        Order { name: "place", columns: &["t.place"], descending: false, whole: false }
    }

    fn place(&self, row: &doubt::Model) -> Vec<String> {
        vec![row.place.clone()]
    }

    fn narrow(&self, narrowing: &mut Narrowing<'_>) {
        let sql = narrowing.0.and_visible(self.release);
        sql.and("t.country = {}", self.country.as_deref());
    }
}

/// Releases, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReleaseList;

impl Listing for ReleaseList {
    type Row = release::Model;
    const TABLE: &'static str = "release t";

    fn order(&self) -> Order {
        Order { name: "newest", columns: &["t.number"], descending: true, whole: true }
    }

    fn place(&self, row: &release::Model) -> Vec<String> {
        vec![row.number.to_string()]
    }

    fn narrow(&self, _: &mut Narrowing<'_>) {}
}
