//! Our own template: what each column is stands above it in English, in French, and as a key that programs read.

mod read;

use super::Field;
use super::detect::Reader;

pub(super) const READER: Reader = Reader { form: super::Form::Template, score: read::score, read: read::read };

/// The columns, in their order.
pub const COLUMNS: &[Field] = &[
    Field::Country,
    Field::Mine,
    Field::Payer,
    Field::Recipient,
    Field::Stream,
    Field::Side,
    Field::Role,
    Field::PeriodFrom,
    Field::PeriodTo,
    Field::Amount,
    Field::Currency,
    Field::Unit,
    Field::Absence,
    Field::PaidOn,
    Field::Reference,
    Field::Note,
];
