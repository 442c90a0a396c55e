//! Day first or month first: decided for a file or a column with proof, or asked once.

use super::{DateSpelling, When, read_date};
use crate::number::{About, Evidence, Inferred, Question};

/// Which of day and month stands first in a date of numbers alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// `21/12/2017`
    DayFirst,
    /// `12/21/2017`
    MonthFirst,
}

/// A date by each order. A date with its month in letters, or its year first, is the same by both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// With the day first, if the calendar has such a day.
    pub day_first: Option<When>,
    /// With the month first, if the calendar has such a day.
    pub month_first: Option<When>,
}

impl Dated {
    pub(super) fn clear(when: When) -> Dated {
        Dated { day_first: Some(when), month_first: Some(when) }
    }

    /// `None` where neither order gives a date.
    pub(super) fn by_order(day_first: Option<When>, month_first: Option<When>) -> Option<Dated> {
        (day_first.is_some() || month_first.is_some()).then_some(Dated { day_first, month_first })
    }

    /// The order that this date proves: the only one by which it is in the calendar.
    pub fn proves(&self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (Some(_), None) => Some(Order::DayFirst),
            (None, Some(_)) => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// The date, where there is only one, or where the order is known.
    pub fn decided(&self, order: Option<Order>) -> Option<When> {
        match (self.day_first, self.month_first) {
            (Some(only), None) | (None, Some(only)) => Some(only),
            (Some(day_first), Some(month_first)) if day_first == month_first => Some(day_first),
            (day_first, month_first) => match order? {
                Order::DayFirst => day_first,
                Order::MonthFirst => month_first,
            },
        }
    }

    /// The readings in ISO spelling, that with the day first before the other.
    pub fn readings(&self) -> Vec<String> {
        let mut readings: Vec<String> =
            [self.day_first, self.month_first].iter().flatten().map(When::to_string).collect();
        readings.dedup();
        readings
    }
}

impl<P: Clone> Inferred<Order, P> {
    /// Weighs the dates of a column or a file, each with its place.
    pub fn orders<'a>(cells: impl IntoIterator<Item = (P, &'a str)>) -> Inferred<Order, P> {
        let mut evidence = Evidence::default();
        for (place, text) in cells {
            let DateSpelling::Dated(dated) = read_date(text) else { continue };
            match (dated.proves(), dated.decided(None)) {
                (Some(order), _) => evidence.prove(order, place, text),
                (None, Some(_)) => {}
                (None, None) => evidence.doubt(place, || Question {
                    about: About::DayOrder,
                    spelling: text.trim().to_owned(),
                    readings: dated.readings(),
                }),
            }
        }
        evidence.weigh()
    }
}
