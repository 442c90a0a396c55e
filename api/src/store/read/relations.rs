//! Every relation that a field of the API follows.

use entity::{
    claim, comparison, country, document, doubt, example, mine, party, remark, rule, source, stream, sum_check,
    verdict, worked_example,
};
use sea_orm::FromQueryResult;

use super::relation::Relation;

/// A text that belongs to a key, such as a code.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Word {
    /// The text.
    pub word: String,
}

/// How many of something belong to a key.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Count {
    /// The number.
    pub count: i64,
}

/// How many gaps are in one state.
#[derive(Clone, Debug, FromQueryResult)]
pub struct StateCount {
    /// A word of [`reconcile::GapState`].
    pub state: String,
    /// The number.
    pub count: i64,
}

/// One thing below another, such as a part and its whole.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Step {
    /// The code of the lower one.
    pub below: String,
    /// The code of the upper one.
    pub above: String,
}

macro_rules! relations {
    ($($(#[$doc:meta])* $name:ident: $row:ty = $sql:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name;

        impl Relation for $name {
            type Row = $row;
            const SQL: &'static str = $sql;
        }
    )*};
}

/// A registry's row by its code, in the version that the release holds.
macro_rules! by_code {
    ($table:literal) => {
        concat!(
            "SELECT k.value AS list_parent, t.* FROM {keys join} ",
            $table,
            " t ON t.code = k.value ",
            "WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {})"
        )
    };
}

/// A thing and everything that it lies in, as steps upwards. A circle ends, since no step is taken twice.
macro_rules! upwards {
    ($table:literal) => {
        concat!(
            "WITH RECURSIVE up(list_parent, below, above) AS (",
            "SELECT k.value, CAST(t.code AS TEXT), CAST(t.parent AS TEXT) FROM {keys join} ",
            $table,
            " t ON t.code = k.value ",
            "WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) ",
            "UNION SELECT u.list_parent, CAST(t.code AS TEXT), CAST(t.parent AS TEXT) FROM up u JOIN ",
            $table,
            " t ON t.code = u.above ",
            "WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {})) ",
            "SELECT list_parent, below, above FROM up WHERE above IS NOT NULL"
        )
    };
}

/// The engine's order of comparisons.
macro_rules! canonical {
    () => {
        "t.country, COALESCE(t.\"case\", ''), t.stream, COALESCE(t.mine, ''), COALESCE(t.payer, ''), \
         COALESCE(t.recipient, ''), COALESCE(t.from_day, ''), COALESCE(t.to_day, ''), COALESCE(t.event, ''), t.code"
    };
}

relations! {
    /// A country by its code.
    CountryByCode: country::Model = by_code!("country");
    /// A mine by its code.
    MineByCode: mine::Model = by_code!("mine");
    /// A party by its code.
    PartyByCode: party::Model = by_code!("party");
    /// A stream by its code.
    StreamByCode: stream::Model = by_code!("stream");
    /// A rule by its code.
    RuleByCode: rule::Model = by_code!("rule");
    /// The worked examples of a rule.
    ExamplesOfRule: example::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} example t ON t.rule = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) ORDER BY t.line, t.code";
    /// The working of an example by its code.
    WorkedExampleByCode: worked_example::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} worked_example t ON t.example = k.value \
         WHERE t.release = {}";
    /// A source by its code.
    SourceByCode: source::Model = by_code!("source");
    /// A claim by its public code.
    ClaimByCode: claim::Model = by_code!("claim");
    /// A document by its digest.
    DocumentByDigest: document::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} document t ON t.sha256 = k.value \
         WHERE t.first_release <= {}";
    /// A comparison by its code.
    ComparisonByCode: comparison::Model = by_code!("comparison");
    /// The parts of a wider comparison.
    PartsOfComparison: comparison::Model =
        concat!("SELECT k.value AS list_parent, t.* FROM {keys join} comparison t ON t.part_of = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) \
         ORDER BY ", canonical!());
    /// The verdicts of a comparison.
    VerdictsOfComparison: verdict::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} verdict t ON t.comparison = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) ORDER BY t.position";
    /// A gap by its code.
    GapByCode: verdict::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} verdict t ON t.gap_code = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {})";
    /// The doubts about claims that a comparison is made of.
    DoubtsOfComparison: doubt::Model =
        "SELECT DISTINCT k.value AS list_parent, t.* FROM {keys join} comparison_claim c ON c.comparison = k.value \
         AND c.first_release <= {} AND (c.last_release IS NULL OR c.last_release >= {}) \
         JOIN doubt_claim d ON d.claim = c.claim \
         AND d.first_release <= {} AND (d.last_release IS NULL OR d.last_release >= {}) \
         JOIN doubt t ON t.first_release = d.first_release AND t.code = d.doubt ORDER BY t.place";
    /// The doubts about a claim.
    DoubtsOfClaim: doubt::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} doubt_claim d ON d.claim = k.value \
         JOIN doubt t ON t.first_release = d.first_release AND t.code = d.doubt \
         WHERE d.first_release <= {} AND (d.last_release IS NULL OR d.last_release >= {}) ORDER BY t.place";
    /// Codes of the claims of a doubt; the key is the doubt's code.
    ClaimsOfDoubt: Word =
        "SELECT k.value AS list_parent, t.claim AS word FROM {keys join} doubt_claim t ON t.doubt = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) ORDER BY t.position";
    /// The comparisons that a claim stands in.
    ComparisonsOfClaim: comparison::Model =
        concat!("SELECT * FROM (SELECT DISTINCT k.value AS list_parent, t.* \
         FROM {keys join} comparison_claim c ON c.claim = k.value \
         JOIN comparison t ON t.first_release = c.first_release AND t.code = c.comparison \
         WHERE c.first_release <= {} AND (c.last_release IS NULL OR c.last_release >= {})) AS t \
         ORDER BY ", canonical!());
    /// What people recorded about a claim.
    RemarksOfClaim: remark::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} remark t ON t.claim_code = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) \
         ORDER BY t.kind, t.others, t.word, t.line";
    /// The checked sums that a claim stands in, as the total or as a part.
    SumsOfClaim: sum_check::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} sum_check t ON t.claim = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) \
         UNION SELECT k.value AS list_parent, t.* FROM {keys join} sum_part p ON p.claim = k.value \
         JOIN sum_check t ON t.first_release = p.first_release AND t.code = p.sum_check \
         WHERE p.first_release <= {} AND (p.last_release IS NULL OR p.last_release >= {}) ORDER BY place";
    /// Codes of the parts of a checked sum; the key is the sum's code.
    PartsOfSum: Word =
        "SELECT k.value AS list_parent, t.claim AS word FROM {keys join} sum_part t ON t.sum_check = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) ORDER BY t.position";
    /// Why a claim is not compared.
    SetAsideOfClaim: Word =
        "SELECT k.value AS list_parent, t.reason AS word FROM {keys join} set_aside t ON t.claim = k.value \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) ORDER BY t.reason";
    /// The gaps of a whole release by state; the key does not matter.
    GapsOfRelease: StateCount =
        "SELECT k.value AS list_parent, t.state, COUNT(*) AS count FROM {keys join} verdict t ON t.gap_code IS NOT NULL \
         WHERE t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) GROUP BY k.value, t.state";
    /// The gaps of a country by state.
    GapsInCountry: StateCount =
        "SELECT k.value AS list_parent, t.state, COUNT(*) AS count FROM {keys join} verdict t ON t.country = k.value \
         WHERE t.gap_code IS NOT NULL AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) GROUP BY k.value, t.state";
    /// The gaps at a mine by state.
    GapsAtMine: StateCount =
        "SELECT k.value AS list_parent, t.state, COUNT(*) AS count FROM {keys join} verdict t ON t.mine = k.value \
         WHERE t.gap_code IS NOT NULL AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) GROUP BY k.value, t.state";
    /// The gaps of flows that a party pays or receives, by state; what it pays to itself counts once.
    GapsOfParty: StateCount =
        "SELECT list_parent, state, COUNT(*) AS count FROM ( \
         SELECT k.value AS list_parent, t.state, t.gap_code FROM {keys join} verdict t ON t.payer = k.value \
         WHERE t.gap_code IS NOT NULL AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) \
         UNION SELECT k.value AS list_parent, t.state, t.gap_code FROM {keys join} verdict t ON t.recipient = k.value \
         WHERE t.gap_code IS NOT NULL AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {})) AS either GROUP BY list_parent, state";
    /// Rules of a country that give something to those who live beside the mine.
    CommunityRules: Count =
        "SELECT k.value AS list_parent, COUNT(*) AS count FROM {keys join} rule t ON t.country = k.value \
         WHERE t.recipient_kind IN ('council', 'chiefdom', 'community', 'landowners', 'fund', 'trust', 'cooperative') \
         AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) GROUP BY k.value";
    /// The bodies that a party is part of, and those that these are part of.
    BodiesOfParty: Step = upwards!("party");
    /// The areas that a mine lies in, and those that these lie in.
    AreasOfMine: Step = upwards!("mine");
    /// What the rules of a country share or measure, above the stream whose due they give.
    JoinsInCountry: Step =
        "SELECT k.value AS list_parent, t.stream AS below, s.stream AS above FROM {keys join} rule t ON t.country = k.value \
         JOIN rule s ON s.code = t.share_of WHERE t.stream IS NOT NULL AND s.stream IS NOT NULL \
         AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {}) \
         AND s.first_release <= {} AND (s.last_release IS NULL OR s.last_release >= {}) \
         UNION SELECT k.value AS list_parent, t.stream AS below, t.base AS above FROM {keys join} rule t ON t.country = k.value \
         WHERE t.stream IS NOT NULL AND t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {})";
    /// A country's claims of production and its value, by half-year.
    ProductionOfCountry: claim::Model =
        "SELECT k.value AS list_parent, t.* FROM {keys join} claim t ON t.country = k.value \
         WHERE t.stream LIKE 'kp_production%' AND t.first_release <= {} \
         AND (t.last_release IS NULL OR t.last_release >= {}) \
         ORDER BY t.from_day, t.to_day, t.stream, t.file, t.line, t.code";
}
