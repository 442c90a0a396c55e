//! What the ten tables of a pack have in common: each row belongs to a disclosure, and to releases from a first to a last.

use entity::{claim, country, example, mine, party, rate, remark, rule, source, stream};
use intake::{
    At, ClaimRow, CountryRow, ExampleRow, MineRow, PackRows, PartyRow, Place, RateRow, RemarkRow, RuleRow, SourceRow,
    StreamRow,
};
use sea_orm::EntityTrait;

use super::rows;

/// A table of a pack, as the store reads and publishes it.
pub(super) trait Table: EntityTrait {
    /// The row as a pack holds it.
    type Row: PartialEq;
    /// Column of the row number.
    const ID: Self::Column;
    /// Column of the disclosure.
    const DISCLOSURE: Self::Column;
    /// Column of the first release.
    const FIRST_RELEASE: Self::Column;
    /// Column of the last release.
    const LAST_RELEASE: Self::Column;

    /// The row number.
    fn id(row: &Self::Model) -> i64;
    /// What tells rows of one pack apart.
    fn key(row: &Self::Model) -> String;
    /// The row as its pack held it.
    fn row(row: Self::Model) -> Self::Row;
    /// The row without the place where it stood: two files may say the same on different lines.
    fn content(row: Self::Model) -> Self::Row;
    /// Where such rows stand in a pack.
    fn list(pack: &mut PackRows) -> &mut Vec<Self::Row>;
}

macro_rules! table {
    ($module:ident, $row:ident, $list:ident, $back:ident, |$model:ident| $key:expr, $($nowhere:ident: $nothing:ident)*) => {
        impl Table for $module::Entity {
            type Row = $row;
            const ID: $module::Column = $module::Column::Id;
            const DISCLOSURE: $module::Column = $module::Column::Disclosure;
            const FIRST_RELEASE: $module::Column = $module::Column::FirstRelease;
            const LAST_RELEASE: $module::Column = $module::Column::LastRelease;

            fn id(row: &$module::Model) -> i64 {
                row.id
            }

            fn key($model: &$module::Model) -> String {
                $key
            }

            fn row(row: $module::Model) -> $row {
                rows::$back(row)
            }

            fn content(row: $module::Model) -> $row {
                $row { at: At::default(), $($nowhere: $nothing::default(),)* ..rows::$back(row) }
            }

            fn list(pack: &mut PackRows) -> &mut Vec<$row> {
                &mut pack.$list
            }
        }
    };
}

table!(country, CountryRow, countries, from_country_row, |row| row.code.clone(),);
table!(party, PartyRow, parties, from_party_row, |row| row.code.clone(),);
table!(mine, MineRow, mines, from_mine_row, |row| row.code.clone(),);
table!(stream, StreamRow, streams, from_stream_row, |row| row.code.clone(),);
table!(source, SourceRow, sources, from_source_row, |row| row.code.clone(),);
table!(rule, RuleRow, rules, from_rule_row, |row| row.code.clone(),);
table!(example, ExampleRow, examples, from_example_row, |row| row.code.clone(),);
table!(rate, RateRow, rates, from_rate_row, |row| rate_key(row),);
table!(claim, ClaimRow, claims, from_claim_row, |row| row.pack_id.clone(), place: Place);
table!(remark, RemarkRow, remarks, from_remark_row, |row| remark_key(row),);

/// A rate has no id: it is told apart by its currencies, its date and its kind.
fn rate_key(row: &rate::Model) -> String {
    let date = row.on_date.as_ref().or(row.year.as_ref()).map_or("", String::as_str);
    [&row.from_currency, &row.to_currency, date, &row.kind, &row.source].join("\u{1f}")
}

/// The claim that a remark of this key is about.
pub(super) fn remarked_claim(key: &str) -> Option<String> {
    key.split('\u{1f}').next().map(str::to_owned)
}

/// A remark has no id either: a claim may carry several, also of one kind.
fn remark_key(row: &remark::Model) -> String {
    [&row.claim, &row.kind, row.value.as_deref().unwrap_or_default()].join("\u{1f}")
}
