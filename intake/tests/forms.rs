//! Small files as people send them, each with the claims-to-be and the findings that a careful reader expects beside it.
//! `UPDATE_EXPECT=1 cargo test -p intake --test promises forms` writes the answers anew; they are reviewed like code.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use intake::form::{Form, Given, Mapping, Origin, Reading, detect, read_form};
use intake::{Lang, Limits, read_grid};

#[path = "forms/workbooks.rs"]
mod workbooks;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms")
}

fn given(mapping: Option<Mapping>) -> Given {
    Given { mapping, ..Given::default() }
}

fn read(name: &str, bytes: &[u8], given: &Given) -> Reading {
    read_form(name, bytes, None, given, &Limits::default())
}

/// A reading as a reviewer sees it.
fn told(reading: &Reading) -> String {
    let mut text = format!("form: {}\n", reading.form.map_or("none", Form::as_str));
    for draft in &reading.drafts {
        text.push_str("\ndraft\n");
        for (field, told) in draft.fields() {
            let origin = match &told.origin {
                Origin::Cell(place) => place.to_string(),
                Origin::Pointer(pointer) => pointer.to_string(),
                Origin::Sender => "sender".to_owned(),
                Origin::Form => "form".to_owned(),
            };
            let raw = told.raw.as_ref().map_or(String::new(), |raw| format!(" from `{raw}`"));
            let steps: Vec<String> = told.steps.iter().map(|step| step.say(Lang::En)).collect();
            let steps = if steps.is_empty() { String::new() } else { format!(" ({})", steps.join("; ")) };
            writeln!(text, "  {} = {} @ {origin}{raw}{steps}", field.as_str(), told.text).expect("a string grows");
        }
    }
    text.push_str("\nfindings\n");
    for finding in &reading.findings {
        let place = finding.place().unwrap_or_default();
        writeln!(text, "  {} {} {place}: {}", finding.severity().as_str(), finding.code, finding.message(Lang::En))
            .expect("a string grows");
    }
    text.push_str("\nquestions\n");
    for asked in &reading.questions {
        let question = &asked.question;
        let readings = question.readings.join(" or ");
        writeln!(
            text,
            "  {:?} {} `{}` ({} cells): {readings}",
            question.about, asked.place, question.spelling, asked.cells
        )
        .expect("a string grows");
    }
    text.push_str("\ntotals\n");
    for total in &reading.totals {
        let side = total.side.map_or("?", |side| side.as_str());
        let role = total.role.map_or("?", |role| role.as_str());
        let unit = total.unit.map_or("?".to_owned(), |unit| unit.to_string());
        let amount = total.amount.map_or("unknown".to_owned(), |amount| amount.to_string());
        writeln!(text, "  {side} {role}: {amount} {unit}, {} known, {} absent", total.known, total.absent)
            .expect("a string grows");
    }
    text
}

fn check(name: &str, bytes: &[u8], given: &Given) {
    let reading = read(name, bytes, given);
    expect_file![folder().join(format!("{name}.txt"))].assert_eq(&told(&reading));
}

#[test]
fn every_file_gives_the_drafts_and_findings_beside_it() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder of forms")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    names.sort();
    assert!(names.len() >= 8, "{names:?}");
    for name in names {
        let bytes = std::fs::read(folder().join(&name)).expect("a file");
        let mapping = std::fs::read_to_string(folder().join(name.replace(".csv", ".mapping.toml"))).ok();
        let mapping = mapping.map(|text| toml::from_str(&text).expect("a mapping"));
        check(&name, &bytes, &given(mapping));
    }
}

#[test]
fn every_workbook_gives_the_drafts_and_findings_beside_it() {
    check("two-years.xlsx", &workbooks::two_years(), &given(None));
    check("formats.xlsx", &workbooks::formats(), &given(None));
    check("merged.xlsx", &workbooks::merged(), &given(None));
    check("letter-above.ods", &workbooks::open_document(), &given(None));
}

#[test]
fn an_answer_settles_every_cell_that_waits_for_it() {
    let bytes = std::fs::read(folder().join("undecided.csv")).expect("a file");
    let open = read("undecided.csv", &bytes, &given(None));
    assert!(open.is_blocked());
    let words =
        open.questions.iter().map(|asked| (asked.question.spelling.as_str().into(), "XOF".parse().expect("a code")));
    let answers = Given {
        mark: intake::number::Mark::from_char('.'),
        order: Some(intake::date::Order::DayFirst),
        fiscal: intake::date::FiscalYear::new(7, 1, intake::date::NamedBy::First),
        words: words.collect(),
        ..Given::default()
    };
    let settled = read("undecided.csv", &bytes, &answers);
    assert!(!settled.is_blocked(), "{:#?}", settled.findings);
    assert_eq!(settled.drafts.len(), 3);
    assert!(settled.questions.is_empty());
    let amounts: Vec<String> = settled.drafts.iter().filter_map(|draft| Some(draft.amount()?.to_string())).collect();
    assert_eq!(amounts, ["1.200", "3.500", "500"]);
}

#[test]
fn a_mapping_that_was_proposed_reads_the_next_file_of_its_shape_without_a_question() {
    let bytes = std::fs::read(folder().join("paid-and-received.csv")).expect("a file");
    let first = read("first.csv", &bytes, &given(None));
    let mapping = first.mapping.clone().expect("a mapping");
    let text = toml::to_string(&mapping).expect("TOML");
    let again = read("second.csv", &bytes, &given(Some(toml::from_str(&text).expect("a mapping"))));
    assert_eq!(again.drafts, first.drafts);
    let proposed =
        |reading: &Reading| reading.findings.iter().filter(|f| f.code.as_str() == "mapping_proposed").count();
    assert_eq!((proposed(&first), proposed(&again)), (1, 0));
    let grid = read_grid("second.csv", &bytes, &Limits::default()).grid.expect("a grid");
    let names: Vec<&str> = grid.sheets[0].row(1).expect("a row").cells().map(|cell| cell.text()).collect();
    assert!(mapping.fits(names));
}

#[test]
fn a_thousand_faulty_cells_give_a_thousand_findings() {
    let mut text = String::from("payer,recipient,stream,side,role,period,amount,currency\n");
    for row in 0..20_000 {
        let amount = if row % 20 == 0 { "10 000,000,00" } else { "1000.50" };
        writeln!(text, "Acme,Ward {row},Royalty,company,paid,2022,\"{amount}\",USD").expect("a string grows");
    }
    let reading = read("long.csv", text.as_bytes(), &given(None));
    assert_eq!(reading.findings.iter().filter(|finding| finding.column.as_deref() == Some("amount")).count(), 1_000);
    assert_eq!(reading.drafts.len(), 19_000);
}

#[test]
fn a_form_is_found_by_its_content() {
    let form = |name: &str| {
        let bytes = std::fs::read(folder().join(name)).expect("a file");
        let grid = read_grid(name, &bytes, &Limits::default()).grid.expect("a grid");
        detect(&grid).map(|found| found.form)
    };
    assert_eq!(form("template-filled.csv"), Some(Form::Template));
    assert_eq!(form("kobo-export.csv"), Some(Form::Table));
    assert_eq!(form("hopeless.csv"), None);
}
