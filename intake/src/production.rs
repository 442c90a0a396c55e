//! Twenty years of Kimberley Process half-years: each row of `production.csv` becomes two claims.

use std::collections::BTreeMap;

use crate::check::Checker;
use crate::csv::column_letters;
use crate::finding::{Code, Findings};
use crate::limits::Limits;
use crate::rows::{At, ClaimRow, Place, ProductionRow, StreamRow};
use crate::sheet::{Sheet, read_sheet};
use crate::vocabulary::PRODUCTION_KINDS;

/// The streams of production, with their names: packs need not list them.
const STREAMS: [(&str, &str, &str, &str); 3] = [
    ("all", "kp_production", "Production (Kimberley Process)", "Production (Processus de Kimberley)"),
    (
        "artisanal",
        "kp_production_artisanal",
        "Artisanal production (Kimberley Process)",
        "Production artisanale (Processus de Kimberley)",
    ),
    (
        "large_scale",
        "kp_production_large_scale",
        "Large-scale production (Kimberley Process)",
        "Production industrielle (Processus de Kimberley)",
    ),
];

/// The stream of a kind of production: `all`, `artisanal` or `large_scale`.
pub(crate) fn stream_of(kind: &str) -> Option<&'static str> {
    STREAMS.iter().find(|(own, ..)| *own == kind).map(|(_, code, ..)| *code)
}

/// How the columns of production answer for those of claims: for carats, and for value.
pub(crate) struct ProductionSheets {
    carats: Sheet,
    value: Sheet,
}

impl ProductionSheets {
    fn new(sheet: &Sheet) -> ProductionSheets {
        ProductionSheets {
            carats: sheet.seen_as::<ClaimRow>(&[("id", "country"), ("amount", "carats")]),
            value: sheet.seen_as::<ClaimRow>(&[("id", "country"), ("amount", "value_usd")]),
        }
    }

    /// The sheet of a claim, if it is one of production.
    pub fn of_claim(&self, row: &ClaimRow) -> Option<&Sheet> {
        if row.place.file != self.carats.file {
            return None;
        }
        Some(if row.unit.is_some() { &self.carats } else { &self.value })
    }
}

/// Reads the file; the claims are checked when facts are assembled, as all claims are.
pub(crate) fn read_production(
    file: &str,
    bytes: &[u8],
    limits: &Limits,
    out: &mut Findings,
) -> (Vec<ClaimRow>, ProductionSheets) {
    let mut places: Vec<[Place; 2]> = Vec::new();
    let (rows, sheet) = read_sheet::<ProductionRow>(file, bytes, limits, out, |row, cells, sheet| {
        let place = |column: &'static str, filled: bool| {
            place(sheet, row.at, if filled || row.absence.is_none() { column } else { "absence" }, cells)
        };
        places.push([place("carats", row.carats.is_some()), place("value_usd", row.value_usd.is_some())]);
    });
    let mut by_key: BTreeMap<String, Vec<(ProductionRow, [Place; 2])>> = BTreeMap::new();
    for (row, places) in rows.into_iter().zip(places) {
        let mut check = Checker::new(&sheet, row.at, out);
        let dates = [check.required("period_from", &row.period_from), check.required("period_to", &row.period_to)];
        let kind = check.required("kind", &row.kind);
        let known = check.one_of("kind", &row.kind, PRODUCTION_KINDS);
        if let ([Ok(from), Ok(_)], Ok(kind), Ok(_)) = (dates, kind, known) {
            let country = row.country.as_deref().unwrap_or_default();
            by_key.entry(format!("kp/{country}/{from}/{kind}")).or_default().push((row, places));
        }
    }
    let mut claims = Vec::new();
    for (key, mut repeats) in by_key {
        // Numbered by what they say, so that the order of the file changes no id.
        repeats.sort_by(|(left, _), (right, _)| content(left).cmp(&content(right)));
        for (index, (row, places)) in repeats.iter().enumerate() {
            let earlier = index.checked_sub(1).map(|before| &repeats[before].0);
            if let Some(earlier) = earlier.filter(|earlier| content(earlier) == content(row)) {
                let details = vec![("first", earlier.at.line.to_string())];
                Checker::new(&sheet, row.at, out).note("country", "", Code::RowRepeated, details);
            }
            claims.extend(claims_of(&key, index, row, places));
        }
    }
    let sheets = ProductionSheets::new(&sheet);
    (claims, sheets)
}

/// Adds the streams of production that a pack does not list.
pub(crate) fn add_streams(streams: &mut Vec<StreamRow>, claims: &[ClaimRow]) {
    for (_, code, name_en, name_fr) in STREAMS {
        let used = claims.iter().any(|claim| claim.stream.as_deref() == Some(code));
        if used && !streams.iter().any(|stream| stream.code.as_deref() == Some(code)) {
            streams.push(StreamRow {
                code: Some(code.to_owned()),
                name_en: Some(name_en.to_owned()),
                name_fr: Some(name_fr.to_owned()),
                payment_type: Some("base".to_owned()),
                ..StreamRow::default()
            });
        }
    }
}

fn content(row: &ProductionRow) -> [&Option<String>; 6] {
    [&row.carats, &row.value_usd, &row.absence, &row.period_to, &row.source_id, &row.note]
}

/// The literal cell of a column.
pub(crate) fn place<C: AsRef<str>>(sheet: &Sheet, at: At, column: &'static str, cells: &[C]) -> Place {
    let position = sheet.position(column);
    let cell = position.map(|position| format!("{}{}", column_letters(position), at.row));
    let raw = position.and_then(|position| cells.get(position as usize)).map(|cell| cell.as_ref().to_owned());
    Place {
        file: sheet.file.clone(),
        line: at.line,
        column: column.into(),
        cell: cell.unwrap_or_default(),
        raw: raw.unwrap_or_default(),
    }
}

/// The claim of carats and the claim of value. A second row of one key is told apart by its number.
fn claims_of(key: &str, index: usize, row: &ProductionRow, places: &[Place; 2]) -> [ClaimRow; 2] {
    let number = if index == 0 { String::new() } else { format!("/{}", index + 1) };
    let stream = row.kind.as_deref().and_then(stream_of);
    let word = |text: &str| Some(text.to_owned());
    let both = row.carats.is_some() && row.value_usd.is_some();
    let claim = |measure: &str, amount: &Option<String>, place: &Place| ClaimRow {
        at: row.at,
        place: place.clone(),
        id: Some(format!("{key}/{measure}{number}")),
        case: row.country.as_deref().map(|country| format!("kp-production-{}", country.to_lowercase())),
        kind: word("production"),
        stream: stream.map(str::to_owned),
        side: word("government"),
        role: word("base"),
        period_from: row.period_from.clone(),
        period_to: row.period_to.clone(),
        amount: amount.clone(),
        // One absence code speaks for the figure that is not there; beside two figures it is a contradiction.
        absence: row.absence.clone().filter(|_| amount.is_none() || both),
        source_id: row.source_id.clone(),
        note: row.note.clone(),
        precision: amount.as_ref().map(|_| "exact".to_owned()),
        country: row.country.clone(),
        ..ClaimRow::default()
    };
    [
        ClaimRow { unit: word("ct"), ..claim("carats", &row.carats, &places[0]) },
        ClaimRow { currency: word("USD"), ..claim("value", &row.value_usd, &places[1]) },
    ]
}
