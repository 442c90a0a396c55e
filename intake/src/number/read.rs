//! One cell, decided: a figure, an absence, a question, or what would fix it.

use reconcile::{Amount, Currency, Precision, Unit};

use crate::finding::Code;
use crate::number::digits::Reading;
use crate::number::money::{Chosen, Counted, choose, written};
use crate::number::phrase::bare;
use crate::number::scale::{SCALES, shifted, zeros};
use crate::number::spelling::{Minus, Number, Spelling, read_cell};
use crate::number::{About, Absent, Context, Mark, Question, Remark, Step};

/// A figure as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How much: the digits that were written, scaled where a word says so.
    pub amount: Amount,
    /// What it counts, where the cell or the row says so.
    pub unit: Option<Unit>,
    /// How the cell speaks.
    pub precision: Precision,
    /// What was done to read it.
    pub steps: Vec<Step>,
}

impl Figure {
    /// The currency, where it is money.
    pub fn currency(&self) -> Option<Currency> {
        self.unit.and_then(Unit::currency)
    }
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing is written: not a nought, and not an absence that anybody stated.
    Blank,
    /// There is no figure, and why.
    Absent(Absent),
    /// A figure.
    Figure(Figure),
    /// Two readings are left.
    Asked(Question),
    /// It cannot be read as it stands.
    Refused(Remark),
}

/// Reads one cell, given the decimal mark that its file or column proved, if any, and what its row says.
pub fn read_with(text: &str, mark: Option<Mark>, context: &Context<'_>) -> Read {
    match read_cell(text) {
        Spelling::Blank => Read::Blank,
        Spelling::Absent(absent) => Read::Absent(absent),
        Spelling::Refused(remark) => Read::Refused(remark),
        Spelling::Number(number) => match decide(&number, bare(text), mark, context) {
            Ok(figure) => Read::Figure(figure),
            Err(Open::Question(question)) => Read::Asked(question),
            Err(Open::Remark(remark)) => Read::Refused(remark),
        },
    }
}

/// Why there is no figure yet.
enum Open {
    Question(Question),
    Remark(Remark),
}

fn decide(number: &Number, text: &str, mark: Option<Mark>, context: &Context<'_>) -> Result<Figure, Open> {
    let mut steps = Vec::new();
    let reading = choose_reading(number, text, mark, &mut steps)?;
    let unit = choose_unit(number, context, &mut steps)?;
    let amount = amount(number, text, &reading.digits, unit, context, &mut steps)?;
    let is_scaled = steps.iter().any(|step| matches!(step, Step::ScaledByHeader(_)));
    let precision = match number.precision {
        Precision::Exact if is_scaled => Precision::Rounded,
        said => said,
    };
    Ok(Figure { amount, unit, precision, steps })
}

/// The only reading, or the one with the mark of the file.
fn choose_reading<'n>(
    number: &'n Number,
    text: &str,
    mark: Option<Mark>,
    steps: &mut Vec<Step>,
) -> Result<&'n Reading, Open> {
    if let [only] = number.readings.as_slice() {
        return Ok(only);
    }
    let mark = mark.ok_or_else(|| Open::Question(number.question(text)))?;
    match number.readings.iter().find(|reading| reading.mark == Some(mark)) {
        Some(reading) if reading.regular => {
            steps.push(Step::MarkDecided(mark));
            Ok(reading)
        }
        _ => Err(Open::Remark(Remark::new(Code::NumberGroups))),
    }
}

fn choose_unit(number: &Number, context: &Context<'_>, steps: &mut Vec<Step>) -> Result<Option<Unit>, Open> {
    let (unit, candidates) = match &number.counted {
        None => return Ok(context.currency.map(Unit::Money)),
        Some(Counted::Unit(unit)) => (Some(*unit), Vec::new()),
        Some(Counted::Word(word)) => match choose(*word, context) {
            Chosen::One(currency, step) => {
                steps.extend(step);
                (Some(Unit::Money(currency)), Vec::new())
            }
            Chosen::Several(candidates) => {
                let readings = candidates.iter().map(Currency::to_string).collect();
                // The answer is for the word, wherever it stands.
                let spelling = written(*word).to_owned();
                return Err(Open::Question(Question { about: About::Currency, spelling, readings }));
            }
            Chosen::Differs(candidates) => (None, candidates),
        },
    };
    match (unit, context.currency) {
        (Some(unit), None) => Ok(Some(unit)),
        (Some(unit), Some(own)) if unit == Unit::Money(own) => Ok(Some(unit)),
        (unit, own) => {
            let found = unit.map_or_else(
                || candidates.iter().map(Currency::to_string).collect::<Vec<_>>().join(", "),
                |unit| unit.to_string(),
            );
            let expected = own.map(|own| own.to_string()).unwrap_or_default();
            let details = vec![("found", found), ("expected", expected)];
            Err(Open::Remark(Remark { code: Code::CurrencyDiffers, details }))
        }
    }
}

/// The digits, scaled and signed.
fn amount(
    number: &Number,
    text: &str,
    digits: &str,
    unit: Option<Unit>,
    context: &Context<'_>,
    steps: &mut Vec<Step>,
) -> Result<Amount, Open> {
    let mut digits = digits.to_owned();
    if let Some(scale) = number.scale.map(|index| &SCALES[index]) {
        let mut meanings: Vec<u32> = zeros(scale, context.lang).to_vec();
        // "5 M": five million, or in Lesotho five maloti.
        let unit_is_open = number.counted.is_none() && unit.is_none_or(|unit| unit.code() == "LSL");
        if scale.word == "M" && context.country.is_none_or(|country| country == "LS") && unit_is_open {
            meanings.push(0);
        }
        let [zeros] = meanings.as_slice() else {
            let readings = meanings.iter().map(|zeros| shifted(&digits, *zeros)).collect();
            return Err(Open::Question(Question { about: About::Scale, spelling: text.to_owned(), readings }));
        };
        digits = shifted(&digits, *zeros);
        steps.push(Step::Scaled { word: scale.word.to_owned(), zeros: *zeros });
    }
    if context.zeros > 0 && unit != Some(Unit::Percent) {
        // A figure that names its own scale in a column of thousands may mean either.
        if number.scale.is_some() {
            let readings = vec![digits.clone(), shifted(&digits, context.zeros)];
            return Err(Open::Question(Question { about: About::Scale, spelling: text.to_owned(), readings }));
        }
        digits = shifted(&digits, context.zeros);
        steps.push(Step::ScaledByHeader(context.zeros));
    }
    let amount: Amount = digits.parse().map_err(|_| Open::Remark(Remark::too_long()))?;
    steps.extend(match number.negative {
        Some(Minus::Brackets) => Some(Step::Brackets),
        Some(Minus::After) => Some(Step::MinusAfter),
        Some(Minus::Before) | None => None,
    });
    Ok(if number.negative.is_some() { amount.negated() } else { amount })
}
