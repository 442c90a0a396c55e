//! What holds for every spelling.

use intake::number::{Context, Inferred, Mark, Read, Spelling, read_cell, read_with};
use proptest::prelude::*;

/// A way to write figures: the decimal mark, what parts the groups, what says "below nought", what stands around.
#[derive(Clone, Debug)]
struct Style {
    mark: Mark,
    group: &'static str,
    minus: fn(&str) -> String,
    around: (&'static str, &'static str),
}

fn styles() -> impl Strategy<Value = Style> {
    let marked = prop_oneof![
        (Just(Mark::Point), prop::sample::select(vec!["", ",", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’"])),
        (Just(Mark::Comma), prop::sample::select(vec!["", ".", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’"])),
    ];
    let minus: [fn(&str) -> String; 5] = [
        |figure| format!("-{figure}"),
        |figure| format!("({figure})"),
        |figure| format!("{figure}-"),
        |figure| format!("\u{2212} {figure}"),
        |figure| format!("\u{2013}{figure}"),
    ];
    let around = vec![("", ""), ("USD ", ""), ("", " USD"), ("US$", ""), ("", "\u{a0}$US"), ("  ", " ")];
    (marked, prop::sample::select(minus.to_vec()), prop::sample::select(around))
        .prop_map(|((mark, group), minus, around)| Style { mark, group, minus, around })
}

impl Style {
    fn write(&self, negative: bool, whole: &str, fraction: Option<&str>) -> String {
        let mut figure = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                figure.push_str(self.group);
            }
            figure.push(digit);
        }
        if let Some(fraction) = fraction {
            figure.push(self.mark.char());
            figure.push_str(fraction);
        }
        let figure = format!("{}{figure}{}", self.around.0, self.around.1);
        if negative { (self.minus)(&figure) } else { figure }
    }
}

/// Texts made of what figures are made of.
fn figure_like() -> impl Strategy<Value = String> {
    let pieces = vec![
        "0", "1", "23", "456", "789", ".", ",", " ", "\u{a0}", "'", "-", "(", ")", "$", "FCFA", "M", "million", "mds",
        "Le", "%", "/=", "+", "e", "néant", "#",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn an_amount_written_in_any_style_is_read_back_digit_by_digit(
        style in styles(),
        negative in any::<bool>(),
        whole in "0|[1-9][0-9]{0,17}",
        fraction in prop::option::of("[0-9]{1,8}"),
    ) {
        let text = style.write(negative, &whole, fraction.as_deref());
        let plain = fraction.as_ref().map_or_else(|| whole.clone(), |fraction| format!("{whole}.{fraction}"));
        let read = read_with(&text, Some(style.mark), &Context::default());
        let Read::Figure(figure) = read else { return Err(TestCaseError::fail(format!("{text}: {read:?}"))) };
        prop_assert_eq!(figure.amount.abs().to_string(), plain, "{}", text);
        prop_assert_eq!(figure.amount.is_negative(), negative && !figure.amount.is_zero(), "{}", text);
    }

    #[test]
    fn a_spelling_with_two_readings_is_never_a_figure_by_itself(text in figure_like()) {
        if let Spelling::Number(number) = read_cell(&text) {
            let count = number.readings().len();
            prop_assert!((1..=2).contains(&count), "{}", text);
            let read = read_with(&text, None, &Context::default());
            prop_assert!(count == 1 || !matches!(read, Read::Figure(_)), "{}: {:?}", text, read);
        }
    }

    #[test]
    fn one_mark_before_three_digits_always_has_two_readings(
        whole in "[1-9][0-9]{0,2}",
        mark in prop::sample::select(vec!['.', ',']),
        thousands in "[0-9]{3}",
        around in prop::sample::select(vec![("", ""), ("$", ""), ("", " FCFA"), ("(", ")"), ("", " millions"), ("-", "%")]),
    ) {
        let text = format!("{}{whole}{mark}{thousands}{}", around.0, around.1);
        let Spelling::Number(number) = read_cell(&text) else { return Err(TestCaseError::fail(text)) };
        let mut digits: Vec<String> = number.readings().iter().map(|reading| reading.digits.to_owned()).collect();
        digits.sort();
        let mut both = vec![format!("{whole}.{thousands}"), format!("{whole}{thousands}")];
        both.sort();
        prop_assert_eq!(digits, both, "{}", text);
        prop_assert!(matches!(read_with(&text, None, &Context::default()), Read::Asked(_)), "{}", text);
    }

    #[test]
    fn a_figure_is_the_same_whatever_its_file_proves_or_needed_the_proof(text in figure_like()) {
        let [open, point, comma] = [None, Some(Mark::Point), Some(Mark::Comma)]
            .map(|mark| read_with(&text, mark, &Context::default()));
        if let (Read::Figure(open), Read::Figure(point), Read::Figure(comma)) = (&open, &point, &comma) {
            prop_assert_eq!(open, point);
            prop_assert_eq!(open, comma);
        }
    }

    #[test]
    fn the_order_of_a_column_changes_no_decision(mut column in prop::collection::vec(figure_like(), 0..8)) {
        let decide = |column: &[String]| {
            Inferred::marks(column.iter().map(|text| ((), text.as_str()))).choice()
        };
        let straight = decide(&column);
        column.reverse();
        prop_assert_eq!(straight, decide(&column));
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>(), others in prop::collection::vec(any::<String>(), 0..3)) {
        let mark = Inferred::marks(others.iter().map(|text| ((), text.as_str()))).choice();
        let _ = read_with(&text, mark, &Context::default());
    }

    #[test]
    fn no_figure_comes_from_a_text_without_digits(text in "[^0-9]{0,12}") {
        if let Read::Figure(figure) = read_with(&text, None, &Context::default()) {
            prop_assert!(text.to_lowercase().contains('z'), "{} was read as {}", text, figure.amount);
        }
    }
}
