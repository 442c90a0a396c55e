//! Claims and remarks: the pack's words, and beside them what was read out of them.

use entity::{claim, remark};
use intake::{At, ClaimRow, Place, RemarkRow};
use reconcile::{Amount, Claim, Facts, Remark, Span};

use super::{may, must};
use crate::store::claim_code;

/// What was read out of a claim's row, as its columns hold it.
pub(in crate::store) struct ReadClaim {
    country: String,
    from_day: Option<String>,
    to_day: Option<String>,
    event_key: Option<String>,
    amount_key: Option<String>,
}

impl ReadClaim {
    /// From the claim that the row became, and the country it was found to lie in.
    pub(in crate::store) fn of(country: &str, claim: &Claim) -> ReadClaim {
        let dated = |day: reconcile::Day| day.is_dated().then(|| day.to_string());
        let (from_day, to_day, event_key) = match &claim.span {
            Span::Period(period) => (dated(period.first), dated(period.last), None),
            Span::Event(key) => (None, None, Some(key.to_string())),
        };
        ReadClaim {
            country: country.to_owned(),
            from_day,
            to_day,
            event_key,
            amount_key: claim.stated().map(|(amount, _)| Amount::order_key(amount)),
        }
    }
}

/// A claim.
pub(in crate::store) fn claim_row(disclosure: i64, document: &str, row: &ClaimRow, read: ReadClaim) -> claim::Model {
    let pack_id = must(&row.id);
    claim::Model {
        id: 0,
        disclosure,
        first_release: None,
        last_release: None,
        code: claim_code(&pack_id),
        pack_id,
        case: row.case.clone(),
        kind: row.kind.clone(),
        mine: row.mine_id.clone(),
        payer: row.payer_id.clone(),
        recipient: row.recipient_id.clone(),
        stream: must(&row.stream),
        nature: row.nature.clone(),
        side: must(&row.side),
        role: must(&row.role),
        period_from: row.period_from.clone(),
        period_to: row.period_to.clone(),
        period_label: row.period_label.clone(),
        event: row.event.clone(),
        amount: row.amount.clone(),
        currency: row.currency.clone(),
        unit: row.unit.clone(),
        absence: row.absence.clone(),
        precision: row.precision.clone().unwrap_or_else(|| reconcile::Precision::Exact.as_str().to_owned()),
        paid_on: row.paid_on.clone(),
        stated_by: row.stated_by.clone(),
        stated_on: row.stated_on.clone(),
        source: must(&row.source_id),
        pack_country: row.country.clone(),
        pack_precision: row.precision.clone(),
        as_printed: row.as_printed.clone(),
        note: row.note.clone(),
        country: read.country,
        from_day: read.from_day,
        to_day: read.to_day,
        event_key: read.event_key,
        amount_key: read.amount_key,
        document_sha256: document.to_owned(),
        file: row.place.file.to_string(),
        line: i64::from(row.place.line),
        column: may(row.place.column.to_string()),
        cell: may(row.place.cell.clone()),
        raw: row.place.raw.clone(),
    }
}

/// The same, back.
pub(in crate::store) fn from_claim_row(row: claim::Model) -> ClaimRow {
    let line = u32::try_from(row.line).unwrap_or_default();
    ClaimRow {
        at: At { line, ..At::default() },
        place: Place {
            file: row.file.into(),
            line,
            column: row.column.unwrap_or_default().into(),
            cell: row.cell.unwrap_or_default(),
            raw: row.raw,
        },
        id: may(row.pack_id),
        case: row.case,
        kind: row.kind,
        mine_id: row.mine,
        payer_id: row.payer,
        recipient_id: row.recipient,
        stream: may(row.stream),
        nature: row.nature,
        side: may(row.side),
        role: may(row.role),
        period_from: row.period_from,
        period_to: row.period_to,
        period_label: row.period_label,
        amount: row.amount,
        currency: row.currency,
        unit: row.unit,
        absence: row.absence,
        paid_on: row.paid_on,
        stated_by: row.stated_by,
        stated_on: row.stated_on,
        source_id: may(row.source),
        as_printed: row.as_printed,
        note: row.note,
        precision: row.pack_precision,
        event: row.event,
        country: row.pack_country,
    }
}

/// What was read out of a remark's row.
pub(in crate::store) struct ReadRemark {
    others: Vec<String>,
    word: Option<String>,
    gap: Option<String>,
}

impl ReadRemark {
    /// From the remark that the row became.
    pub(in crate::store) fn of(facts: &Facts, remark: &Remark) -> ReadRemark {
        let others = remark.others.iter().map(|id| claim_code(&facts.claim(*id).code)).collect();
        ReadRemark { others, word: may(remark.word.to_string()), gap: may(remark.gap.to_string()) }
    }

    /// Of a remark that names nothing but a word and a gap.
    pub(in crate::store) fn of_gap(word: Option<String>, gap: &str) -> ReadRemark {
        ReadRemark { others: Vec::new(), word, gap: Some(gap.to_owned()) }
    }
}

/// A remark.
pub(in crate::store) fn remark_row(disclosure: Option<i64>, row: &RemarkRow, read: ReadRemark) -> remark::Model {
    let claim = must(&row.claim);
    remark::Model {
        id: 0,
        disclosure,
        first_release: None,
        last_release: None,
        claim_code: claim_code(&claim),
        claim,
        kind: must(&row.remark),
        value: row.value.clone(),
        note: row.note.clone(),
        others: serde_json::Value::from(read.others).to_string(),
        word: read.word,
        gap: read.gap,
        line: i64::from(row.at.line),
    }
}

/// The same, back.
pub(in crate::store) fn from_remark_row(row: remark::Model) -> RemarkRow {
    RemarkRow {
        at: At { line: u32::try_from(row.line).unwrap_or_default(), ..At::default() },
        claim: may(row.claim),
        remark: may(row.kind),
        value: row.value,
        note: row.note,
    }
}
