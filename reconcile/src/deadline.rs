//! By when something was due, how late it came, and what the rule's penalty adds.

use crate::amount::{Amount, TooLarge};
use crate::period::{Day, Period};
use crate::split::exact_share;

/// When a payment is due, as rules state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// A fixed day of the year after the period: `next-year-03-15`.
    NextYear {
        /// Month, 1 to 12.
        month: u32,
        /// Day of the month.
        day: u32,
    },
    /// So many days after the period's last day: `days-after-30`.
    DaysAfter(u16),
    /// On the day of the sale, or so many days after it: `at-sale`, `at-sale-30`. Where only a period of sales is known,
    /// its last day counts: no sale in it is later.
    AtSale(u16),
}

/// What being late costs: so many percent for so many months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Penalty {
    /// Percent of the due for each step.
    pub percent: Amount,
    /// Months in a step.
    pub months: u32,
    /// True where a step counts as soon as it has started. Where the law does not say, completed steps are counted:
    /// the smaller sum is the one nobody can dispute.
    pub started: bool,
}

impl Deadline {
    /// Reads the word of a pack.
    pub fn from_code(text: &str) -> Option<Deadline> {
        if let Some(date) = text.strip_prefix("next-year-") {
            let (month, day) = date.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A leap year has every day that some year has.
            return Day::new(2000, month, day).map(|_| Deadline::NextYear { month, day });
        }
        if let Some(after) = text.strip_prefix("at-sale") {
            let days =
                if after.is_empty() { Some(0) } else { after.strip_prefix('-').and_then(|days| days.parse().ok()) };
            return days.map(Deadline::AtSale);
        }
        text.strip_prefix("days-after-").and_then(|days| days.parse().ok()).map(Deadline::DaysAfter)
    }

    /// The last day in time for a flow of a period, or for one that a sale of a day calls for; `None` where neither is
    /// known, or the period has no last day.
    pub fn due_by(self, period: Option<Period>, sold_on: Option<Day>) -> Option<Day> {
        let last = period.map(|period| period.last).filter(|day| day.is_dated());
        match self {
            Deadline::NextYear { month, day } => {
                let (year, _, _) = last?.parts()?;
                // February 29 falls back to the 28th in a common year.
                Day::new(year + 1, month, day).or_else(|| Day::new(year + 1, month, day - 1))
            }
            Deadline::DaysAfter(days) => Some(last?.plus_days(i32::from(days))),
            Deadline::AtSale(days) => Some(sold_on.or(last)?.plus_days(i32::from(days))),
        }
    }
}

impl Penalty {
    /// Reads `5 % for every 3 months late`, with `, started` behind it where a started step counts.
    pub fn from_text(text: &str) -> Option<Penalty> {
        let (text, started) = match text.strip_suffix(", started") {
            Some(text) => (text, true),
            None => (text, false),
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.as_slice() {
            [percent, "%", "for", "every", months, "months", "late"] => {
                let months = months.parse().ok().filter(|months| *months > 0)?;
                Some(Penalty { percent: percent.parse().ok()?, months, started })
            }
            _ => None,
        }
    }

    /// What is added to a due that was paid on `paid` instead of by `due_by`.
    pub fn on(self, due: Amount, due_by: Day, paid: Day) -> Result<Option<Amount>, TooLarge> {
        let (Some((due_year, due_month, due_day)), Some((year, month, day))) = (due_by.parts(), paid.parts()) else {
            return Ok(None);
        };
        if paid <= due_by {
            return Ok(Some(Amount::ZERO));
        }
        let mut months = (year - due_year) * 12 + month as i32 - due_month as i32;
        // A month that is shorter than the due day is complete on its last day.
        let last_of_month = paid.plus_days(1).parts().is_some_and(|(_, next, _)| next != month);
        let incomplete = day < due_day && !last_of_month;
        if incomplete {
            months -= 1;
        }
        let step = i32::try_from(self.months).unwrap_or(i32::MAX);
        let completed = months / step;
        let begun = months % step != 0 || day != due_day;
        let steps = if self.started && begun { completed + 1 } else { completed };
        let percent = self.percent.times(Amount::whole(i64::from(steps)))?;
        exact_share(due, percent).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<crate::period::PartialDate>().expect("a date").first
    }

    fn year(number: i32) -> Period {
        Period { first: Day::new(number, 1, 1).expect("a day"), last: Day::new(number, 12, 31).expect("a day") }
    }

    #[test]
    fn a_fixed_day_of_the_next_year() {
        let deadline = Deadline::from_code("next-year-03-15").expect("a deadline");
        assert_eq!(deadline.due_by(Some(year(2018)), None), Some(day("2019-03-15")));
        let leap = Deadline::from_code("next-year-02-29").expect("a deadline");
        assert_eq!(leap.due_by(Some(year(2018)), None), Some(day("2019-02-28")));
        assert_eq!(
            Deadline::from_code("days-after-30").and_then(|d| d.due_by(Some(year(2018)), None)),
            Some(day("2019-01-30"))
        );
        assert_eq!(Deadline::from_code("next-year-02-30"), None);
        let sale = Some(day("2018-05-04"));
        let at_sale = Deadline::from_code("at-sale-30").expect("a deadline");
        assert_eq!(at_sale.due_by(None, sale), Some(day("2018-06-03")));
        assert_eq!(at_sale.due_by(Some(year(2018)), None), Some(day("2019-01-30")));
        assert_eq!(Deadline::from_code("at-sale").and_then(|d| d.due_by(None, sale)), sale);
        assert_eq!(Deadline::from_code("at-sale-soon"), None);
        assert_eq!(Deadline::from_code("soon"), None);
    }

    #[test]
    fn five_percent_for_every_quarter_late() {
        let completed = Penalty::from_text("5 % for every 3 months late").expect("a penalty");
        let started = Penalty::from_text("5 % for every 3 months late, started").expect("a penalty");
        let on = |penalty: Penalty, paid: &str| {
            penalty.on(Amount::whole(1000), day("2019-03-15"), day(paid)).expect("fits").map(|amount| amount.normal())
        };
        assert_eq!(on(completed, "2019-03-15"), Some("0".to_owned()));
        assert_eq!(on(completed, "2019-06-14"), Some("0".to_owned()));
        assert_eq!(on(completed, "2019-06-15"), Some("50".to_owned()));
        assert_eq!(on(completed, "2020-03-14"), Some("150".to_owned()));
        let month_end = completed.on(Amount::whole(1000), day("2019-03-31"), day("2019-06-30")).expect("fits");
        assert_eq!(month_end.map(|amount| amount.normal()), Some("50".to_owned()));
        assert_eq!(on(started, "2019-03-16"), Some("50".to_owned()));
        assert_eq!(on(started, "2019-06-15"), Some("50".to_owned()));
        assert_eq!(on(started, "2019-06-16"), Some("100".to_owned()));
    }
}
