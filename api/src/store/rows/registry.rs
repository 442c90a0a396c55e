//! Countries, parties, mines, streams, rules with their examples, rates and sources.

use entity::{country, example, mine, party, rate, rule, source, stream};
use intake::{At, CountryRow, ExampleRow, MineRow, PartyRow, RateRow, RuleRow, SourceRow, StreamRow};
use reconcile::PartyKind;

use super::{flag, may, must, word};

/// Declares both directions for one table. Each line names the table's column, then the pack's:
/// `must` for a column that is never empty, `may` for one that may be, `flag` for `yes` and `no`.
macro_rules! mapped {
    (
        $(#[$doc:meta])*
        $to:ident, $from:ident: $row:ident <=> $table:ident {
            $(must $must:ident $must_cell:ident,)*
            $(flag $flag:ident $flag_cell:ident,)*
            $(may $may:ident $may_cell:ident,)*
            $(read $read:ident $reading:expr,)*
        }
    ) => {
        $(#[$doc])*
        pub(in crate::store) fn $to(disclosure: i64, row: &$row) -> $table::Model {
            $table::Model {
                id: 0,
                disclosure,
                first_release: None,
                last_release: None,
                $($must: must(&row.$must_cell),)*
                $($flag: flag(&row.$flag_cell),)*
                $($may: row.$may_cell.clone(),)*
                $($read: $reading(row),)*
                line: i64::from(row.at.line),
            }
        }

        /// The same, back.
        pub(in crate::store) fn $from(row: $table::Model) -> $row {
            $row {
                at: At { line: u32::try_from(row.line).unwrap_or_default(), ..At::default() },
                $($must_cell: may(row.$must),)*
                $($flag_cell: word(row.$flag),)*
                $($may_cell: row.$may,)*
            }
        }
    };
}

mapped! {
    /// A country.
    country_row, from_country_row: CountryRow <=> country {
        must code iso2,
        must iso3 iso3,
        must name_en name_en,
        must name_fr name_fr,
        must currency_codes currency_codes,
        flag kp_participant kp_participant,
        may note note,
    }
}

mapped! {
    /// A party, with its kind as a code word.
    party_row, from_party_row: PartyRow <=> party {
        must code id,
        must country country,
        must name_en name_en,
        must name_fr name_fr,
        may pack_kind kind,
        may parent parent_id,
        may shares shares,
        may note note,
        may source source_id,
        read kind party_kind,
    }
}

/// The kind of a party; a pack that names a community after its share (`landowners`) means a community.
fn party_kind(row: &PartyRow) -> String {
    let kind = row.kind.as_deref().and_then(PartyKind::from_code).unwrap_or(PartyKind::Community);
    kind.as_str().to_owned()
}

mapped! {
    /// A mine.
    mine_row, from_mine_row: MineRow <=> mine {
        must code id,
        must country country,
        must name name,
        may aliases aliases,
        may kind kind,
        may parent parent_id,
        may operator operator_id,
        may owner_text owner_text,
        may latitude lat,
        may longitude lon,
        may coordinate_confidence coordinate_confidence,
        may status status,
        may source source_id,
    }
}

mapped! {
    /// A stream.
    stream_row, from_stream_row: StreamRow <=> stream {
        must code code,
        must name_en name_en,
        must name_fr name_fr,
        must payment_type payment_type,
        may gfs_code gfs_code,
    }
}

mapped! {
    /// A source.
    source_row, from_source_row: SourceRow <=> source {
        must code id,
        must title title,
        must publisher publisher,
        may address address,
        may published_on published_on,
        may language language,
        may kind kind,
        may read read,
    }
}

mapped! {
    /// A rule; its mine is its scope, where that is not the whole country.
    rule_row, from_rule_row: RuleRow <=> rule {
        must code id,
        must country country,
        must scope scope,
        must name_en name_en,
        must name_fr name_fr,
        must force force,
        must base base,
        must base_period base_period,
        must source source_id,
        flag minimum minimum,
        may stream stream,
        may payer_kind payer_kind,
        may recipient_kind recipient_kind,
        may rate_percent rate_percent,
        may fixed_amount fixed_amount,
        may fixed_currency fixed_currency,
        may split split,
        may share_of share_of,
        may pool pool,
        may split_by split_by,
        may rival_of rival_of,
        may valuation valuation,
        may tier tier,
        may effective_from effective_from,
        may effective_to effective_to,
        may deadline deadline,
        may penalty penalty,
        may legal_basis legal_basis,
        may confidence confidence,
        may note note,
        read mine rule_mine,
    }
}

fn rule_mine(row: &RuleRow) -> Option<String> {
    row.scope.clone().filter(|scope| scope != "country")
}

mapped! {
    /// A worked example.
    example_row, from_example_row: ExampleRow <=> example {
        must code id,
        must rule rule_id,
        must arithmetic arithmetic,
        must note_en note_en,
        must note_fr note_fr,
        may given given,
        may on_date on_date,
        may recipient recipient,
        may expected expected,
        may currency currency,
        may reason reason,
        may claim_ids claim_ids,
        may source source_id,
    }
}

mapped! {
    /// A rate.
    rate_row, from_rate_row: RateRow <=> rate {
        must from_currency from_currency,
        must to_currency to_currency,
        must rate rate,
        must kind kind,
        must source source_id,
        may on_date on_date,
        may year year,
    }
}
