//! How each spelling of an amount is read.

use expect_test::expect_file;
use intake::Lang;
use intake::number::{Context, Inferred, Mark, Question, Read, Remark, read_with};
use reconcile::{PartialDate, Period};

use super::check_table;

#[test]
fn every_reviewed_spelling_of_an_amount_is_read_as_it_was_reviewed() {
    let count = check_table(expect_file!["./numbers.txt"], |spelling, beside| {
        let (mark, context) = known(beside);
        told(read_with(spelling, mark, &context))
    });
    assert!(count >= 80, "{count} spellings");
}

/// What the table says beside a spelling: `with` names another cell of the column.
fn known<'a>(beside: &[(&'a str, &'a str)]) -> (Option<Mark>, Context<'a>) {
    let mut context = Context::default();
    let mut cells = Vec::new();
    for (name, value) in beside {
        match *name {
            "country" => context.country = Some(value),
            "when" => {
                let date: PartialDate = value.parse().expect(value);
                context.span = Period::new(date.first, date.last);
            }
            "currency" => context.currency = Some(value.parse().expect(value)),
            "lang" => context.lang = Lang::from_code(value),
            "zeros" => context.zeros = value.parse().expect(value),
            "with" => cells.push(((), *value)),
            other => panic!("{other} is not known"),
        }
    }
    (Inferred::marks(cells).choice(), context)
}

fn told(read: Read) -> String {
    match read {
        Read::Blank => "blank".to_owned(),
        Read::Absent(absent) => {
            let remark = absent.remark().map(|remark| format!(" ({})", said(&remark))).unwrap_or_default();
            format!("absent: {}{remark}", absent.absence)
        }
        Read::Figure(figure) => {
            let unit = figure.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
            let steps: String = figure.steps.iter().map(|step| format!("; {}", step.say(Lang::En))).collect();
            format!("{}{unit} {}{steps}", figure.amount, figure.precision)
        }
        Read::Asked(Question { about, readings, .. }) => format!("ask {about:?}: {}", readings.join(" or ")),
        Read::Refused(remark) => format!("refused: {}", said(&remark)),
    }
}

fn said(remark: &Remark) -> String {
    let details: String = remark.details.iter().map(|(name, text)| format!(" {name}={text}")).collect();
    format!("{}{details}", remark.code)
}

#[test]
fn a_column_is_decided_by_a_cell_that_has_only_one_reading() {
    let column = [("C2", "1.200"), ("C3", "-"), ("C4", "12,5"), ("C5", "1.234.567,89")];
    let Inferred::Decided { choice, proof } = Inferred::marks(column) else { panic!("decided") };
    assert_eq!((choice, proof.place, proof.spelling.as_str()), (Mark::Comma, "C4", "12,5"));
}

#[test]
fn a_column_of_ambiguous_spellings_is_asked_about_once() {
    let inferred = Inferred::marks([("C2", "7"), ("C3", "1.200"), ("C4", "580.855")]);
    let Inferred::Ask { question, place } = &inferred else { panic!("asked: {inferred:?}") };
    assert_eq!((*place, question.spelling.as_str()), ("C3", "1.200"));
    assert_eq!(question.readings, ["1.200", "1200"]);
    let (place, seen, remark) = inferred.remark(|cell| (*cell).to_owned()).expect("a remark");
    assert_eq!((*place, seen.as_str(), remark.code.as_str()), ("C3", "1.200", "decimal_mark_unproven"));
}

#[test]
fn a_rate_with_three_decimals_is_proved_by_its_neighbour() {
    // Both stand in one column of rates: read the European way, 580.855 would be half a million.
    let inferred = Inferred::marks([("D2", "580.855"), ("D3", "1,448.500")]);
    let read = read_with("580.855", inferred.choice(), &Context::default());
    assert!(matches!(&read, Read::Figure(figure) if figure.amount.to_string() == "580.855"), "{read:?}");
}

#[test]
fn proofs_that_contradict_each_other_decide_nothing() {
    let inferred = Inferred::marks([("A1", "1,234.50"), ("A2", "12,5"), ("A3", "1.200")]);
    assert_eq!(inferred.choice(), None);
    let (place, seen, remark) = inferred.remark(|cell| (*cell).to_owned()).expect("a remark");
    assert_eq!((*place, seen.as_str(), remark.code.as_str()), ("A2", "12,5", "convention_contradicted"));
    assert!(remark.details.contains(&("place", "A1".to_owned())), "{remark:?}");
    assert!(matches!(read_with("1.200", None, &Context::default()), Read::Asked(_)));
}

#[test]
fn figures_without_marks_need_no_decision() {
    let inferred = Inferred::marks([(1, "1 234"), (2, "néant"), (3, ""), (4, "12'000"), (5, "10 000,000,00")]);
    assert_eq!(inferred, Inferred::NotNeeded);
}

#[test]
fn a_column_that_would_ask_takes_the_proof_of_its_file() {
    let file = Inferred::marks([("B2", "1.200"), ("C9", "3,75")]);
    let column = Inferred::marks([("B2", "1.200")]).within(&file);
    assert_eq!(column, file);
    let own = Inferred::marks([("D1", "3.75")]);
    assert_eq!(own.clone().within(&file), own);
}

#[test]
fn a_word_of_money_is_asked_about_once_and_the_answer_holds_wherever_it_stands() {
    let Read::Asked(question) = read_with("F CFA 5 000", None, &Context::default()) else { panic!("asked") };
    let answers = [(question.spelling.as_str(), question.readings[1].parse().expect("a currency"))];
    let context = Context { words: &answers, ..Context::default() };
    let unit = |text: &str| match read_with(text, None, &context) {
        Read::Figure(figure) => figure.unit.map(|unit| unit.to_string()),
        read => panic!("{text}: {read:?}"),
    };
    assert_eq!(unit("12 F CFA").as_deref(), Some("XOF"));
    assert_eq!(unit("12 €").as_deref(), Some("EUR"), "an answer about one word says nothing of another");
}

#[test]
fn every_step_is_told_in_both_languages() {
    let context = Context { country: Some("CM"), zeros: 3, ..Context::default() };
    let Read::Figure(figure) = read_with("(1.200) FCFA", Some(Mark::Comma), &context) else { panic!("a figure") };
    let told = |lang| figure.steps.iter().map(|step| step.say(lang)).collect::<Vec<_>>();
    assert_eq!(
        told(Lang::En),
        [
            "`,` is the decimal mark of the file",
            "in this country the word means XAF",
            "the header multiplies by 1000",
            "brackets stand for a minus"
        ]
    );
    assert_eq!(
        told(Lang::Fr),
        [
            "`,` est la marque décimale du fichier",
            "dans ce pays le mot désigne XAF",
            "l’en-tête multiplie par 1000",
            "les parenthèses valent un moins"
        ]
    );
}

/// A remark of a cell is a finding like any other: its words are those of its code.
#[test]
fn every_remark_fills_the_places_of_its_sentences() {
    let column = ["1.200", "5 billion", "F CFA 5", "10 000,000,00", "5 apples", "$5 EUR", "n/a", "#REF!", "007", "1e6"];
    for text in column {
        let remark = match read_with(text, None, &Context { currency: "EUR".parse().ok(), ..Context::default() }) {
            Read::Asked(question) => question.remark(),
            Read::Refused(remark) => remark,
            Read::Absent(absent) => absent.remark().expect("a remark"),
            read => panic!("{text}: {read:?}"),
        };
        for lang in Lang::ALL {
            let wording = remark.code.wording(lang);
            for template in [wording.message, wording.fix] {
                for place in template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name) {
                    let is_filled = place == "seen" || remark.details.iter().any(|(name, _)| *name == place);
                    assert!(is_filled, "{text}: {} lacks {place}", remark.code);
                }
            }
        }
    }
}
