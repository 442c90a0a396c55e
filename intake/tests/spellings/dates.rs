//! How each spelling of a date is read.

use expect_test::expect_file;
use intake::Lang;
use intake::date::{DateContext, FiscalYear, NamedBy, Order, ReadDate, read_date_with};
use intake::number::{Inferred, Question};
use proptest::prelude::*;
use reconcile::Day;

use super::check_table;

#[test]
fn every_reviewed_spelling_of_a_date_is_read_as_it_was_reviewed() {
    let count = check_table(expect_file!["./dates.txt"], |spelling, beside| {
        let context = known(beside);
        told(spelling, read_date_with(spelling, &context))
    });
    assert!(count >= 40, "{count} spellings");
}

fn known(beside: &[(&str, &str)]) -> DateContext {
    let mut context = DateContext::default();
    for (name, value) in beside {
        match *name {
            "with" => context.order = Inferred::orders([((), *value)]).choice(),
            "fiscal" => {
                let (month, named) = value.split_once('/').expect("month/named");
                let named_by = if named == "last" { NamedBy::Last } else { NamedBy::First };
                context.fiscal = FiscalYear::new(month.parse().expect("a month"), 1, named_by);
            }
            other => panic!("{other} is not known"),
        }
    }
    context
}

fn told(spelling: &str, read: ReadDate) -> String {
    match read {
        ReadDate::Blank => "blank".to_owned(),
        ReadDate::Absent(absent) => format!("absent: {}", absent.absence),
        ReadDate::When(when) => when.to_string(),
        ReadDate::Asked(question) => {
            let remark = question.remark();
            for lang in Lang::ALL {
                assert!(!remark.code.wording(lang).message.is_empty(), "{spelling}");
            }
            let Question { about, readings, .. } = question;
            format!("ask {about:?}: {}", readings.join(" or "))
        }
        ReadDate::Refused(remark) => format!("refused: {}", remark.code),
    }
}

#[test]
fn a_column_of_dates_is_decided_by_a_day_after_the_twelfth() {
    let inferred = Inferred::orders([("A2", "7/1/2017"), ("A3", "2016-01-31"), ("A4", "21/12/2017")]);
    let Inferred::Decided { choice, proof } = inferred else { panic!("decided: {inferred:?}") };
    assert_eq!((choice, proof.place), (Order::DayFirst, "A4"));
}

#[test]
fn a_column_that_proves_nothing_is_asked_about_once() {
    let inferred = Inferred::orders([("A2", "5/5/2017"), ("A3", "7/1/2017"), ("A4", "8/2/2017")]);
    let (place, seen, remark) = inferred.remark(|cell| (*cell).to_owned()).expect("a remark");
    assert_eq!((*place, seen.as_str(), remark.code.as_str()), ("A3", "7/1/2017", "date_order_unproven"));
    assert_eq!(remark.details, [("either", "2017-01-07".to_owned()), ("or", "2017-07-01".to_owned())]);
}

#[test]
fn dates_that_prove_both_orders_decide_nothing() {
    let inferred = Inferred::orders([("A2", "21/12/2017"), ("A3", "12/21/2017"), ("A4", "7/1/2017")]);
    let (place, _, remark) = inferred.remark(|cell| (*cell).to_owned()).expect("a remark");
    assert_eq!((*place, remark.code.as_str(), inferred.choice()), ("A3", "convention_contradicted", None));
}

/// A year of days, in every month.
fn days() -> impl Strategy<Value = (i32, u32, u32)> {
    (1900..=2100i32, 1..=12u32, 1..=31u32)
        .prop_filter("in the calendar", |(year, month, day)| Day::new(*year, *month, *day).is_some())
}

const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const PORTUGUESE: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];

proptest! {
    #[test]
    fn any_day_written_in_any_way_is_read_back((year, month, day) in days()) {
        let name = |names: [&'static str; 12]| names[month as usize - 1];
        let iso = format!("{year:04}-{month:02}-{day:02}");
        let unmistakable = [
            iso.clone(),
            format!("{year}/{month}/{day}"),
            format!("{day} {} {year}", name(FRENCH)),
            format!("{day} de {} de {year}", name(PORTUGUESE)),
            format!("{} {day}, {year}", name(FRENCH).to_uppercase()),
        ];
        for text in unmistakable {
            prop_assert_eq!(told(&text, read_date_with(&text, &DateContext::default())), iso.clone(), "{}", text);
        }
        for (order, text) in [
            (Order::DayFirst, format!("{day}/{month}/{year}")),
            (Order::DayFirst, format!("{day:02}.{month:02}.{year}")),
            (Order::MonthFirst, format!("{month:02}-{day:02}-{year}")),
        ] {
            let known = DateContext { order: Some(order), fiscal: None };
            prop_assert_eq!(told(&text, read_date_with(&text, &known)), iso.clone(), "{}", text);
            let open = read_date_with(&text, &DateContext::default());
            let is_open = day <= 12 && day != month;
            prop_assert_eq!(matches!(open, ReadDate::Asked(_)), is_open, "{}: {:?}", text, open);
        }
    }

    #[test]
    fn any_text_is_read_as_a_date_without_panic(
        text in prop_oneof![any::<String>(), "[0-9a-zé/.: -]{0,24}", "(T|Q|FY|H|exercice)? ?[0-9]{1,4}[-/. ][0-9]{1,4}([-/ ][0-9]{1,4})?"],
        month in 1..=12u32,
    ) {
        let fiscal = FiscalYear::new(month, 1, NamedBy::Last);
        for context in [DateContext::default(), DateContext { order: Some(Order::MonthFirst), fiscal }] {
            if let ReadDate::When(when) = read_date_with(&text, &context) {
                prop_assert!(when.first() <= when.last(), "{}", text);
            }
        }
    }
}
