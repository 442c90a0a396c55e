//! Where the readers of forms work: figures and dates are read here, by what the whole file proves, and drafts are gathered.

use std::sync::Arc;

use reconcile::{Absence, Amount, Currency, Period, Precision, Unit};

use super::spelled::{Sort, Spelled};
use super::{Asked, Draft, Drafts, Field, Given, Origin, Step, Told};
use crate::date::{DateContext, DateSpelling, Order, ReadDate, When, read_date, read_date_with};
use crate::finding::{Code, Findings};
use crate::number::{About, Context, Inferred, Mark, Question, Read, Remark, read_with};

/// A stored number of more significant digits than this was computed, and ends in the noise of a binary number.
const DIGITS_TYPED: usize = 15;

/// Nobody answers more; the cells that wait have a finding each.
const QUESTIONS_MAX: usize = 200;

/// What the file says of all its figures.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside<'a> {
    /// The ISO 3166-1 alpha-2 code.
    pub country: Option<&'a str>,
    /// The time that the report is about.
    pub period: Option<Period>,
    /// The currency of the row, or of the report.
    pub currency: Option<Currency>,
}

/// What a place says about a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A figure.
    Figure(Figure),
    /// A word says why there is none.
    Absent(Told),
    /// Nothing is written.
    Blank,
    /// It cannot be read; a finding says why.
    Unread,
}

/// A figure, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub amount: Amount,
    pub unit: Option<Unit>,
    pub precision: Precision,
    pub told: Told,
}

/// One reading of one file.
pub(super) struct Desk<'a> {
    pub file: Arc<str>,
    pub given: &'a Given,
    pub out: &'a mut Findings,
    mark: Option<Mark>,
    order: Option<Order>,
    read: Drafts,
}

impl<'a> Desk<'a> {
    /// An empty desk.
    pub fn new(file: &Arc<str>, given: &'a Given, out: &'a mut Findings) -> Desk<'a> {
        Desk { file: file.clone(), given, out, mark: given.mark, order: given.order, read: Drafts::default() }
    }

    /// What was gathered.
    pub fn finish(self) -> Drafts {
        self.read
    }

    /// Adds a claim-to-be.
    pub fn push(&mut self, draft: Draft) {
        self.read.drafts.push(draft);
    }

    /// Records a finding about a place.
    pub fn note(&mut self, at: &Spelled<'_>, code: Code, details: Vec<(&'static str, String)>) {
        self.out.note(at.spot.clone(), at.raw, code, details);
    }

    /// Looks at all figures of the file: those that have one reading say which mark parts the decimals of the others.
    pub fn prove_marks<'s>(&mut self, figures: impl IntoIterator<Item = Spelled<'s>>) {
        if self.mark.is_some() {
            return;
        }
        let typed: Vec<Spelled<'_>> = figures.into_iter().filter(|figure| figure.sort == Sort::Text).collect();
        let inferred = Inferred::marks(typed.iter().map(|figure| (figure, figure.text)));
        self.mark = inferred.choice();
        if let Some((figure, seen, remark)) = inferred.remark(|figure| place(&figure.origin)) {
            self.out.note(figure.spot.clone(), &seen, remark.code, remark.details);
        }
    }

    /// Looks at all dates of the file, as [`Desk::prove_marks`] does at its figures.
    pub fn prove_orders<'s>(&mut self, dates: impl IntoIterator<Item = Spelled<'s>>) {
        if self.order.is_some() {
            return;
        }
        let typed: Vec<Spelled<'_>> = dates.into_iter().filter(|date| date.sort == Sort::Text).collect();
        let inferred = Inferred::orders(typed.iter().map(|date| (date, date.text)));
        self.order = inferred.choice();
        if let Some((date, seen, remark)) = inferred.remark(|date| place(&date.origin)) {
            self.out.note(date.spot.clone(), &seen, remark.code, remark.details);
        }
    }

    /// Reads a figure.
    pub fn figure(&mut self, at: &Spelled<'_>, beside: &Beside<'_>) -> Outcome {
        let words: Vec<(&str, Currency)> =
            self.given.words.iter().map(|(word, currency)| (&**word, *currency)).collect();
        let context = Context {
            country: beside.country.or(self.given.country.as_deref()),
            span: beside.period,
            currency: beside.currency,
            words: &words,
            lang: self.given.lang,
            zeros: 0,
        };
        let read = match at.sort {
            Sort::Blank => Read::Blank,
            Sort::Number => return self.stored(at, beside.currency),
            Sort::Text => read_with(at.text, self.mark, &context),
            Sort::Date | Sort::Bool => Read::Refused(Remark::new(Code::AmountNotANumber)),
        };
        match read {
            Read::Blank => Outcome::Blank,
            Read::Absent(absent) => {
                if let Some(remark) = absent.remark() {
                    self.remark(at, remark);
                }
                Outcome::Absent(Told::read(absent.absence.as_str(), at.raw, at.origin.clone(), vec![Step::WordRead]))
            }
            Read::Figure(figure) => {
                let steps = at.steps.iter().cloned().chain(figure.steps.into_iter().map(Step::Number)).collect();
                let told = Told::read(figure.amount.to_string(), at.raw, at.origin.clone(), steps);
                Outcome::Figure(Figure { amount: figure.amount, unit: figure.unit, precision: figure.precision, told })
            }
            Read::Asked(question) => self.ask(at, question),
            Read::Refused(remark) => self.remark(at, remark),
        }
    }

    /// A number that the file stores as one: its digits are plain. Those of a computed float are rounded to the
    /// currency's smallest unit; those that somebody typed stay, however many they are.
    fn stored(&mut self, at: &Spelled<'_>, currency: Option<Currency>) -> Outcome {
        let Ok(amount) = at.text.parse::<Amount>() else {
            return self.remark(at, Remark::too_long());
        };
        let digits = at.text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
        let unit = currency.map(Currency::minor_unit);
        let rounded = unit.filter(|unit| digits > DIGITS_TYPED && amount.decimals() > *unit);
        let (amount, step) = match rounded {
            Some(decimals) => (amount.rounded(decimals), Some(Step::Rounded)),
            None => (amount, None),
        };
        let steps = at.steps.iter().cloned().chain(step).collect();
        let told = Told::read(amount.to_string(), at.raw, at.origin.clone(), steps);
        Outcome::Figure(Figure { amount, unit: currency.map(Unit::Money), precision: Precision::Exact, told })
    }

    /// Reads a date or a period; a finding says where it cannot be read. Nothing where none is written.
    pub fn date(&mut self, at: &Spelled<'_>) -> Option<When> {
        if at.sort == Sort::Blank {
            return None;
        }
        let context = DateContext { order: self.order, fiscal: self.given.fiscal };
        match read_date_with(at.text, &context) {
            ReadDate::When(when) => Some(when),
            ReadDate::Blank | ReadDate::Absent(_) => None,
            ReadDate::Asked(question) => {
                self.ask(at, question);
                None
            }
            ReadDate::Refused(remark) => {
                self.remark(at, remark);
                None
            }
        }
    }

    /// The step by which a date of two readings was read, if it was one.
    pub fn order_step(&self, at: &Spelled<'_>) -> Option<Step> {
        let two_readings = match read_date(at.text) {
            DateSpelling::Dated(dated) => dated.proves().is_none() && dated.day_first != dated.month_first,
            _ => false,
        };
        self.order.filter(|_| two_readings).map(Step::OrderDecided)
    }

    fn ask(&mut self, at: &Spelled<'_>, question: Question) -> Outcome {
        let remark = question.remark();
        if let Origin::Cell(place) = &at.origin {
            // One answer settles the mark, or the order, of the whole file; a word of money or of scale is asked by itself.
            let is_of_word = matches!(question.about, About::Currency | About::Scale);
            let same = |asked: &&mut Asked| {
                asked.question.about == question.about && (!is_of_word || asked.question.spelling == question.spelling)
            };
            let is_full = self.read.questions.len() >= QUESTIONS_MAX;
            match self.read.questions.iter_mut().find(same) {
                Some(asked) => asked.cells += 1,
                None if is_full => {}
                None => self.read.questions.push(Asked { question, place: place.clone(), cells: 1 }),
            }
        }
        self.remark(at, remark)
    }

    fn remark(&mut self, at: &Spelled<'_>, remark: Remark) -> Outcome {
        self.out.note(at.spot.clone(), at.raw, remark.code, remark.details);
        Outcome::Unread
    }
}

impl Draft {
    /// Sets what a place says about a figure: the figure, or why there is none.
    pub(super) fn set_outcome(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Figure(figure) => {
                if figure.precision != Precision::Exact {
                    let told = Told::new(figure.precision.as_str(), figure.told.origin.clone());
                    self.set(Field::Precision, told);
                }
                self.set(Field::Amount, figure.told);
            }
            Outcome::Absent(told) => self.set(Field::Absence, told),
            Outcome::Blank | Outcome::Unread => {}
        }
    }

    /// Sets a field to a word that the form implies.
    pub(super) fn imply(&mut self, field: Field, word: &'static str) {
        self.set(field, Told::new(word, Origin::Form));
    }

    /// Sets a field to what is written, if anything is.
    pub(super) fn copy(&mut self, field: Field, at: &Spelled<'_>) {
        if at.sort != Sort::Blank {
            self.set(field, Told::read(at.text, at.raw, at.origin.clone(), at.steps.clone()));
        }
    }
}

/// What is said of a place with nothing in it: the row is there, its figure is not. Never nought.
pub(super) fn not_stated(at: &Spelled<'_>) -> Outcome {
    Outcome::Absent(Told::read(Absence::NotStated.as_str(), at.raw, at.origin.clone(), Vec::new()))
}

/// A place as a person says it.
pub(super) fn place(origin: &Origin) -> String {
    match origin {
        Origin::Cell(place) => place.to_string(),
        Origin::Pointer(pointer) => pointer.to_string(),
        Origin::Sender | Origin::Form => String::new(),
    }
}
