//! A small pack: one country, one mine, a company, a treasury, a council, a rent that is due.

use intake::{
    ClaimRow, CountryRow, MineRow, PackFiles, PackRows, PartyRow, RemarkRow, RuleRow, SourceRow, StreamRow, write_pack,
    write_table,
};
use reconcile::Policy;

fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A claim of what the company paid to the council as rent for one year.
pub fn paid(id: &str, year: u32, amount: &str) -> ClaimRow {
    ClaimRow {
        id: text(id),
        case: text("rent"),
        kind: text("payment"),
        mine_id: text("hill"),
        payer_id: text("digger"),
        recipient_id: text("council"),
        stream: text("rent"),
        side: text("company"),
        role: text("paid"),
        period_from: Some(format!("{year}-01-01")),
        period_to: Some(format!("{year}-12-31")),
        amount: text(amount),
        currency: text("USD"),
        source_id: text("report"),
        as_printed: text(amount),
        precision: text("exact"),
        ..ClaimRow::default()
    }
}

/// A claim of what the council received for the same.
pub fn received(id: &str, year: u32, amount: &str) -> ClaimRow {
    ClaimRow { side: text("community"), role: text("received"), ..paid(id, year, amount) }
}

/// A claim under a stream that no rule is about, so that nothing is computed from its amount.
pub fn given(id: &str, year: u32, amount: &str) -> ClaimRow {
    ClaimRow { stream: text("gift"), ..paid(id, year, amount) }
}

/// The files of a pack with these claims.
pub fn files(claims: Vec<ClaimRow>) -> PackFiles {
    let rows = PackRows { claims, ..registries() };
    write_pack(&rows, &Policy::default())
}

/// The same with a question about a claim.
pub fn files_asking(claims: Vec<ClaimRow>, claim: &str, question: &str) -> PackFiles {
    let remark =
        RemarkRow { claim: text(claim), remark: text("open_question"), note: text(question), ..RemarkRow::default() };
    files_remarking(claims, vec![remark])
}

/// The same with remarks.
pub fn files_remarking(claims: Vec<ClaimRow>, remarks: Vec<RemarkRow>) -> PackFiles {
    write_pack(&PackRows { claims, remarks, ..registries() }, &Policy::default())
}

/// The same with another name for the mine.
pub fn files_with_mine_named(name: &str, claims: Vec<ClaimRow>) -> PackFiles {
    let mut rows = PackRows { claims, ..registries() };
    rows.mines[0].name = text(name);
    write_pack(&rows, &Policy::default())
}

/// A file of claims alone.
pub fn claims_file(claims: &[ClaimRow]) -> Vec<u8> {
    write_table(claims).into_bytes()
}

/// Everything that the claims refer to.
pub fn registries() -> PackRows {
    let party = |id: &str, name: &str, kind: &str| PartyRow {
        id: text(id),
        country: text("SL"),
        name_en: text(name),
        name_fr: text(name),
        kind: text(kind),
        source_id: text("report"),
        ..PartyRow::default()
    };
    let stream = |code: &str, name_en: &str, name_fr: &str, payment_type: &str| StreamRow {
        code: text(code),
        name_en: text(name_en),
        name_fr: text(name_fr),
        payment_type: text(payment_type),
        ..StreamRow::default()
    };
    PackRows {
        countries: vec![CountryRow {
            iso2: text("SL"),
            iso3: text("SLE"),
            name_en: text("Sierra Leone"),
            name_fr: text("Sierra Leone"),
            currency_codes: text("SLE;USD"),
            kp_participant: text("yes"),
            ..CountryRow::default()
        }],
        parties: vec![party("council", "Council", "council"), party("digger", "Digger Ltd", "company")],
        mines: vec![MineRow {
            id: text("hill"),
            country: text("SL"),
            name: text("The Hill"),
            operator_id: text("digger"),
            coordinate_confidence: text("none"),
            source_id: text("report"),
            ..MineRow::default()
        }],
        streams: vec![stream("gift", "Gift", "Don", "other"), stream("rent", "Rent", "Loyer", "surface_rent")],
        rules: vec![RuleRow {
            id: text("rent-law"),
            country: text("SL"),
            scope: text("country"),
            name_en: text("Surface rent"),
            name_fr: text("Loyer de surface"),
            payer_kind: text("company"),
            recipient_kind: text("council"),
            force: text("statute"),
            base: text("fixed"),
            base_period: text("same"),
            fixed_amount: text("1000000.00"),
            fixed_currency: text("USD"),
            minimum: text("no"),
            confidence: text("high"),
            source_id: text("report"),
            stream: text("rent"),
            ..RuleRow::default()
        }],
        sources: vec![SourceRow {
            id: text("report"),
            title: text("Report"),
            publisher: text("Publisher"),
            language: text("en"),
            kind: text("official"),
            read: text("whole"),
            ..SourceRow::default()
        }],
        ..PackRows::default()
    }
}
