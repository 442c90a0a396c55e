//! A figure read aloud, in both languages.

use intake::Lang;
use intake::words::{grouped, in_words};
use reconcile::{Amount, Unit};

fn unit(code: &str) -> Option<Unit> {
    match code {
        "" => None,
        code => Unit::from_code(code).or_else(|| code.parse().ok().map(Unit::Money)),
    }
}

fn check(amount: &str, code: &str, english: &str, french: &str) {
    let amount: Amount = amount.parse().expect(amount);
    assert_eq!(in_words(amount, unit(code), Lang::En), english);
    assert_eq!(in_words(amount, unit(code), Lang::Fr), french);
}

#[test]
fn currencies_are_called_by_their_names_and_their_cents_by_theirs() {
    let cases = [
        (
            "1200000.50",
            "SLE",
            "one million two hundred thousand leones and fifty cents",
            "un million deux cent mille leones et cinquante cents",
        ),
        ("1", "USD", "one US dollar", "un dollar américain"),
        ("1.01", "USD", "one US dollar and one cent", "un dollar américain et un cent"),
        ("0", "USD", "zero US dollars", "zéro dollar américain"),
        ("0.50", "EUR", "zero euros and fifty cents", "zéro euro et cinquante centimes"),
        ("100.00", "USD", "one hundred US dollars", "cent dollars américains"),
        ("2.5", "USD", "two US dollars and fifty cents", "deux dollars américains et cinquante cents"),
        ("-43", "XAF", "minus forty-three CFA francs (BEAC)", "moins quarante-trois francs CFA (BEAC)"),
        ("12.5", "XOF", "twelve point five CFA francs (BCEAO)", "douze virgule cinq francs CFA (BCEAO)"),
        ("3.125", "USD", "three point one two five US dollars", "trois virgule un deux cinq dollars américains"),
        ("1000000", "GNF", "one million Guinean francs", "un million de francs guinéens"),
        ("1000000", "EUR", "one million euros", "un million d’euros"),
        ("37000000001", "GNF", "thirty-seven billion one Guinean francs", "trente-sept milliards un francs guinéens"),
        ("21", "GBP", "twenty-one pounds sterling", "vingt et une livres sterling"),
        ("21000", "GBP", "twenty-one thousand pounds sterling", "vingt et un mille livres sterling"),
        (
            "160820.58",
            "ct",
            "one hundred sixty thousand eight hundred twenty point five eight carats",
            "cent soixante mille huit cent vingt virgule cinq huit carats",
        ),
        ("12.5", "percent", "twelve point five per cent", "douze virgule cinq pour cent"),
        ("7", "XYZ", "seven XYZ", "sept XYZ"),
        ("7", "", "seven", "sept"),
    ];
    for (amount, code, english, french) in cases {
        check(amount, code, english, french);
    }
}

#[test]
fn french_numbers_keep_the_classic_spelling() {
    let cases = [
        ("21", "vingt et un"),
        ("61", "soixante et un"),
        ("70", "soixante-dix"),
        ("71", "soixante et onze"),
        ("77", "soixante-dix-sept"),
        ("80", "quatre-vingts"),
        ("81", "quatre-vingt-un"),
        ("91", "quatre-vingt-onze"),
        ("99", "quatre-vingt-dix-neuf"),
        ("100", "cent"),
        ("101", "cent un"),
        ("180", "cent quatre-vingts"),
        ("200", "deux cents"),
        ("201", "deux cent un"),
        ("1000", "mille"),
        ("1001", "mille un"),
        ("2000", "deux mille"),
        ("80000", "quatre-vingt mille"),
        ("200000", "deux cent mille"),
        ("80000000", "quatre-vingts millions"),
        ("200000000", "deux cents millions"),
        ("1000000000", "un milliard"),
        ("2001000000", "deux milliards un million"),
    ];
    for (amount, french) in cases {
        let amount: Amount = amount.parse().expect(amount);
        assert_eq!(in_words(amount, None, Lang::Fr), french);
    }
}

#[test]
fn twenty_eight_digits_have_words() {
    check(
        "1234567890123456789012345678",
        "",
        "one octillion two hundred thirty-four septillion five hundred sixty-seven sextillion eight hundred ninety \
         quintillion one hundred twenty-three quadrillion four hundred fifty-six trillion seven hundred eighty-nine billion \
         twelve million three hundred forty-five thousand six hundred seventy-eight",
        "un quadrilliard deux cent trente-quatre quadrillions cinq cent soixante-sept trilliards huit cent \
         quatre-vingt-dix trillions cent vingt-trois billiards quatre cent cinquante-six billions sept cent \
         quatre-vingt-neuf milliards douze millions trois cent quarante-cinq mille six cent soixante-dix-huit",
    );
}

#[test]
fn digits_are_grouped_as_the_language_does() {
    let cases = [
        ("1234567.89", "1,234,567.89", "1\u{202f}234\u{202f}567,89"),
        ("-1000", "-1,000", "-1\u{202f}000"),
        ("999", "999", "999"),
        ("100.00", "100.00", "100,00"),
        ("0.1234", "0.1234", "0,1234"),
    ];
    for (amount, english, french) in cases {
        let amount: Amount = amount.parse().expect(amount);
        assert_eq!((grouped(amount, Lang::En).as_str(), grouped(amount, Lang::Fr).as_str()), (english, french));
    }
}
