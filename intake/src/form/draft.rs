//! A claim-to-be: what a row of a file says, field by field, each with the cell it came from.

use std::sync::Arc;

use reconcile::{Absence, Amount, Period, Unit};

use super::Field;
use crate::date::Order;
use crate::grid::{self, CellPlace};
use crate::lang::Lang;
use crate::number;

/// Where a field was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A cell of a grid: of the row itself, of a header, or of a cover sheet.
    Cell(CellPlace),
    /// A value of a JSON or XML document, by its pointer, such as `/governmentPayments/3/amount`.
    Pointer(Arc<str>),
    /// The sender said so of the whole file.
    Sender,
    /// The form is like that: in a company's report the company speaks.
    Form,
}

/// What was done between the cell and the value, so that it can be shown and disputed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The stored characters became a value.
    Cell(grid::Step),
    /// A spelling became a figure.
    Number(number::Step),
    /// The rest of the file proves which of day and month stands first.
    OrderDecided(Order),
    /// A word of the file became a word of ours; the raw text has it.
    WordRead,
    /// Digits beyond the currency's minor unit were noise, and were rounded away; the raw text has them.
    Rounded,
    /// The currency is that which the header, the cover or the figure itself names.
    FromBeside,
}

impl Step {
    /// The step in a sentence.
    pub fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Step::Cell(step), _) => step.sentence(lang).to_owned(),
            (Step::Number(step), _) => step.say(lang),
            (Step::OrderDecided(Order::DayFirst), Lang::En) => "the file writes the day first".to_owned(),
            (Step::OrderDecided(Order::DayFirst), Lang::Fr) => "le fichier écrit le jour d’abord".to_owned(),
            (Step::OrderDecided(Order::MonthFirst), Lang::En) => "the file writes the month first".to_owned(),
            (Step::OrderDecided(Order::MonthFirst), Lang::Fr) => "le fichier écrit le mois d’abord".to_owned(),
            (Step::WordRead, Lang::En) => "a word of the file was read as a word of ours".to_owned(),
            (Step::WordRead, Lang::Fr) => "un mot du fichier a été lu comme un des nôtres".to_owned(),
            (Step::Rounded, Lang::En) => "rounded to the currency’s smallest unit".to_owned(),
            (Step::Rounded, Lang::Fr) => "arrondi à la plus petite unité de la monnaie".to_owned(),
            (Step::FromBeside, Lang::En) => "read from beside the figure".to_owned(),
            (Step::FromBeside, Lang::Fr) => "lu à côté du chiffre".to_owned(),
        }
    }
}

/// One field as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The value in the spelling of a pack: plain digits, ISO dates, code words; a name as the file has it.
    pub text: Arc<str>,
    /// The characters of the file, where they are not the value itself.
    pub raw: Option<Box<str>>,
    /// Where it stands.
    pub origin: Origin,
    /// What was done to read it, in order.
    pub steps: Vec<Step>,
}

impl Told {
    /// A value that is what its cell says.
    pub fn new(text: impl Into<Arc<str>>, origin: Origin) -> Told {
        Told { text: text.into(), raw: None, origin, steps: Vec::new() }
    }

    /// A value that was made of other characters.
    pub fn read(text: impl Into<Arc<str>>, raw: &str, origin: Origin, steps: Vec<Step>) -> Told {
        let text = text.into();
        let raw = (*text != *raw).then(|| raw.into());
        Told { text, raw, origin, steps }
    }

    /// The characters of the file.
    pub fn raw(&self) -> &str {
        self.raw.as_deref().unwrap_or(&self.text)
    }

    /// The cell, where it was read from one.
    pub fn place(&self) -> Option<&CellPlace> {
        match &self.origin {
            Origin::Cell(place) => Some(place),
            _ => None,
        }
    }
}

/// One claim-to-be: only the fields that the file tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    fields: Vec<(Field, Told)>,
}

impl Draft {
    /// Fills a field; what was there before is replaced.
    pub fn set(&mut self, field: Field, told: Told) {
        match self.fields.iter_mut().find(|(own, _)| *own == field) {
            Some((_, own)) => *own = told,
            None => self.fields.push((field, told)),
        }
    }

    /// A field with its cell.
    pub fn told(&self, field: Field) -> Option<&Told> {
        self.fields.iter().find(|(own, _)| *own == field).map(|(_, told)| told)
    }

    /// The value of a field.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.told(field).map(|told| &*told.text)
    }

    /// The fields that are filled, in the published order of fields.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &Told)> {
        Field::ALL.iter().filter_map(|field| Some((*field, self.told(*field)?)))
    }

    /// The figure, where there is one.
    pub fn amount(&self) -> Option<Amount> {
        self.get(Field::Amount)?.parse().ok()
    }

    /// What the figure counts, where the file says so.
    pub fn unit(&self) -> Option<Unit> {
        let money = self.get(Field::Currency).and_then(|code| code.parse().ok()).map(Unit::Money);
        money.or_else(|| self.get(Field::Unit).and_then(Unit::from_code))
    }

    /// Why there is no figure, where the file says so.
    pub fn absence(&self) -> Option<Absence> {
        Absence::from_code(self.get(Field::Absence)?)
    }

    /// The time that it is about, where both its ends are told.
    pub fn period(&self) -> Option<Period> {
        let day = |field| self.get(field)?.parse::<reconcile::PartialDate>().ok();
        Period::new(day(Field::PeriodFrom)?.first, day(Field::PeriodTo)?.last)
    }
}
