//! One cell of amounts: a figure with what it counts, the reason for its absence, or what would fix it.

use reconcile::{Amount, Currency, Precision, Unit};

use super::{Plan, PlanColumn};
use crate::finding::{Code, Findings};
use crate::form::questions::Questions;
use crate::form::{Draft, Field, Given, Origin, Step, Told};
use crate::grid::{Cell, Row, Value};
use crate::number::{self, Context, Mark, Read, ReadUnit, read_unit, read_with};

/// Significant digits from which on a computed number carries the noise of its binary form.
const NOISY_DIGITS: usize = 15;

/// What a cell of amounts gave.
pub(super) enum FigureRead {
    /// Nothing is written.
    Blank,
    /// A figure or an absence went into the draft.
    Filled,
    /// It was told why there is none.
    Told,
}

/// What is known of the row that a figure stands in.
pub(super) struct Beside<'a> {
    pub plan: &'a Plan<'a>,
    pub row: Row<'a>,
    pub column: &'a PlanColumn,
    pub given: &'a Given,
}

impl Beside<'_> {
    /// Reads the cell into the draft, which has the row's country, period and currency already.
    pub fn read(
        &self,
        cell: Option<Cell<'_>>,
        draft: &mut Draft,
        questions: &mut Questions,
        out: &mut Findings,
    ) -> FigureRead {
        let Some(cell) = cell else { return FigureRead::Blank };
        let words = self.given.words();
        let country = draft.told(Field::Country).map(|told| told.text.clone());
        let mut context = self.context(country.as_deref(), draft, &words);
        let beside = self.money_beside(cell, draft, &context);
        match beside {
            Some(ReadUnit::Unit(unit, step)) => self.count(unit, step, cell, draft, &mut context),
            Some(ReadUnit::Asked(question)) => {
                questions.ask(&question, || cell.place());
                self.tell(cell, question.remark(), out);
                return FigureRead::Told;
            }
            Some(ReadUnit::Unknown) | None => {}
        }
        // A stored number has its point for certain; a text has the mark that its column proved.
        let is_number = matches!(cell.value(), Value::Number(_));
        let mark = if is_number { Some(Mark::Point) } else { self.column.mark };
        match read_with(cell.text(), mark, &context) {
            Read::Blank => FigureRead::Blank,
            Read::Absent(absent) => {
                if let Some(remark) = absent.remark() {
                    self.tell(cell, remark, out);
                }
                let steps = vec![Step::WordRead];
                draft.set(Field::Absence, self.told(absent.absence.as_str(), cell, steps));
                FigureRead::Filled
            }
            Read::Figure(figure) => {
                self.fill(figure, cell, is_number, draft);
                FigureRead::Filled
            }
            Read::Asked(question) => {
                questions.ask(&question, || cell.place());
                self.tell(cell, question.remark(), out);
                FigureRead::Told
            }
            Read::Refused(remark) => {
                self.tell(cell, remark, out);
                FigureRead::Told
            }
        }
    }

    fn context<'c>(&'c self, country: Option<&'c str>, draft: &Draft, words: &'c [(&'c str, Currency)]) -> Context<'c> {
        let country = country.filter(|code| code.len() == 2);
        Context {
            country: country.or(self.given.country.as_deref()),
            span: draft.period(),
            currency: draft.get(Field::Currency).and_then(|code| code.parse().ok()),
            words,
            lang: self.given.lang,
            zeros: self.column.zeros,
        }
    }

    /// The currency of the header, or of the cell's number format, where the row has none.
    fn money_beside(&self, cell: Cell<'_>, draft: &Draft, context: &Context<'_>) -> Option<ReadUnit> {
        if draft.unit().is_some() {
            return None;
        }
        let of_header = self.column.money.as_deref();
        let word = of_header.or_else(|| cell.format().and_then(money_of_format))?;
        Some(read_unit(word, context))
    }

    /// What the figure counts was said beside it.
    fn count(
        &self,
        unit: Unit,
        step: Option<number::Step>,
        cell: Cell<'_>,
        draft: &mut Draft,
        context: &mut Context<'_>,
    ) {
        let field = if unit.currency().is_some() { Field::Currency } else { Field::Unit };
        let mut place = cell.place();
        if self.column.money.is_some() {
            place.row = self.plan.header_row;
        }
        let steps = std::iter::once(Step::FromBeside).chain(step.map(Step::Number)).collect();
        let told = Told { text: unit.code().into(), raw: None, origin: Origin::Cell(place), steps };
        draft.set(field, told);
        context.currency = unit.currency();
    }

    fn fill(&self, figure: number::Figure, cell: Cell<'_>, is_number: bool, draft: &mut Draft) {
        let mut steps: Vec<Step> = cell.steps().map(Step::Cell).collect();
        // The point of a stored number was never in doubt.
        let is_step = |step: &number::Step| !(is_number && matches!(step, number::Step::MarkDecided(_)));
        steps.extend(figure.steps.into_iter().filter(is_step).map(Step::Number));
        let amount = match figure.unit.and_then(Unit::currency).filter(|_| is_number) {
            Some(currency) => without_noise(figure.amount, currency, &mut steps),
            None => figure.amount,
        };
        draft.set(Field::Amount, self.told(&amount.to_string(), cell, steps));
        if let (None, Some(unit)) = (draft.unit(), figure.unit) {
            let field = if unit.currency().is_some() { Field::Currency } else { Field::Unit };
            let told = Told { text: unit.code().into(), ..self.told(unit.code(), cell, vec![Step::FromBeside]) };
            draft.set(field, told);
        }
        if figure.precision != Precision::Exact && draft.get(Field::Precision).is_none() {
            draft.set(Field::Precision, self.told(figure.precision.as_str(), cell, vec![Step::WordRead]));
        }
    }

    fn told(&self, text: &str, cell: Cell<'_>, steps: Vec<Step>) -> Told {
        Told::read(text, cell.raw(), Origin::Cell(cell.place()), steps)
    }

    fn tell(&self, cell: Cell<'_>, remark: number::Remark, out: &mut Findings) {
        let spot = self.plan.spot(self.row, cell.column(), self.column.field);
        out.note(spot, cell.raw().trim(), remark.code, remark.details);
    }

    /// Neither a figure nor a reason.
    pub fn tell_missing(&self, out: &mut Findings) {
        let allowed = crate::form::values::words(Field::Absence).unwrap_or_default().join(", ");
        let spot = self.plan.spot(self.row, self.column.column, Field::Amount);
        out.flag(spot, "", Code::AmountMissing, vec![("allowed", allowed)]);
    }
}

/// A computed number with more digits than its binary form can hold was rounded by nobody: `98083.62434000001` is 98083.62.
fn without_noise(amount: Amount, currency: Currency, steps: &mut Vec<Step>) -> Amount {
    let digits = amount.to_string().chars().filter(char::is_ascii_digit).count();
    if digits < NOISY_DIGITS || amount.decimals() <= currency.minor_unit() {
        return amount;
    }
    steps.push(Step::Rounded);
    amount.rounded(currency.minor_unit())
}

/// The money that a number format shows: `#,##0 [$FCFA]`, `#,##0 "USD"`.
fn money_of_format(format: &str) -> Option<&str> {
    let bracketed = format.split_once("[$").and_then(|(_, rest)| rest.split([']', '-']).next());
    let quoted = || format.split('"').nth(1);
    bracketed.or_else(quoted).map(str::trim).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_is_rounded_away_and_said_and_published_digits_stay() {
        let usd = "USD".parse().expect("a currency");
        let round = |text: &str| {
            let mut steps = Vec::new();
            let amount = without_noise(text.parse().expect("an amount"), usd, &mut steps);
            (amount.to_string(), steps.len())
        };
        assert_eq!(round("98083.62434000001"), ("98083.62".to_owned(), 1));
        assert_eq!(round("98083.6243"), ("98083.6243".to_owned(), 0));
        assert_eq!(round("123456789012345.60"), ("123456789012345.60".to_owned(), 0));
    }

    #[test]
    fn a_format_may_name_the_money() {
        assert_eq!(money_of_format("#,##0 [$FCFA]"), Some("FCFA"));
        assert_eq!(money_of_format("[$€-40C] #,##0"), Some("€"));
        assert_eq!(money_of_format("#,##0.00"), None);
    }
}
