//! Lengths on a chart from strings of digits, by whole-number arithmetic: a drawing may round to a unit, an amount never.

/// A decimal number as a whole number of its smallest place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    units: i128,
    places: u32,
}

/// More digits than this leave no room to multiply by a width.
const DIGITS_MAX: usize = 34;

impl Exact {
    /// Reads `123.45`; `None` for anything else or for what is too long to draw.
    pub fn read(digits: &str) -> Option<Exact> {
        let unsigned = digits.strip_prefix('-').unwrap_or(digits);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all: String = whole.chars().chain(fraction.chars()).collect();
        let plain = !all.is_empty() && all.len() <= DIGITS_MAX && all.bytes().all(|byte| byte.is_ascii_digit());
        let units: i128 = plain.then(|| all.parse().ok()).flatten()?;
        let sign = if unsigned.len() < digits.len() { -1 } else { 1 };
        Some(Exact { units: sign * units, places: u32::try_from(fraction.len()).ok()? })
    }

    /// A whole number.
    pub fn whole(units: i128) -> Exact {
        Exact { units, places: 0 }
    }

    /// This number in units of ten to the minus `places`; `None` if that leaves the range.
    fn at(self, places: u32) -> Option<i128> {
        self.units.checked_mul(10_i128.checked_pow(places.checked_sub(self.places)?)?)
    }

    /// The larger of two.
    pub fn max(self, other: Exact) -> Exact {
        if self.less_than(other) { other } else { self }
    }

    /// True if smaller. Numbers too large to bring to one scale are compared by their whole parts.
    pub fn less_than(self, other: Exact) -> bool {
        let places = self.places.max(other.places);
        match (self.at(places), other.at(places)) {
            (Some(left), Some(right)) => left < right,
            _ => self.whole_part() < other.whole_part(),
        }
    }

    /// Without the fraction, towards nought.
    pub fn whole_part(self) -> i128 {
        self.units / 10_i128.checked_pow(self.places).unwrap_or(i128::MAX)
    }

    /// How long this number is where `full` is `width` long: rounded to the nearest unit, from 0 to `width`.
    /// What is more than nothing is at least one unit long, so that it is seen.
    pub fn length(self, full: Exact, width: i32) -> i32 {
        let places = self.places.max(full.places);
        let (Some(part), Some(all)) = (self.at(places), full.at(places)) else {
            return Exact::whole(self.whole_part()).length(Exact::whole(full.whole_part()), width);
        };
        if part <= 0 || all <= 0 {
            return 0;
        }
        let doubled = part.checked_mul(2 * i128::from(width)).map(|twice| (twice / all + 1) / 2);
        let length = doubled.unwrap_or_else(|| part / (all / i128::from(width.max(1))).max(1));
        i32::try_from(length).unwrap_or(width).clamp(1, width)
    }
}

/// A round step for an axis of about `count` steps, and the round end at or above `largest`.
pub fn ticks(largest: Exact, count: i128) -> (i128, i128) {
    let top = (largest.whole_part() + 1).max(1);
    let raw = (top / count).max(1);
    let power = 10_i128.pow(raw.ilog10());
    let step = [1, 2, 5, 10].into_iter().map(|digit| digit * power).find(|step| *step >= raw).unwrap_or(raw);
    (step, top.div_euclid(step) * step + if top % step == 0 { 0 } else { step })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn length(part: &str, full: &str) -> i32 {
        Exact::read(part).zip(Exact::read(full)).map_or(-1, |(part, full)| part.length(full, 1000))
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(length("943129.98", "1676082.01"), 563);
        assert_eq!(length("400000", "50000000.00"), 8);
        assert_eq!(length("0.01", "50000000"), 1);
        assert_eq!(length("0.00", "50000000"), 0);
        assert_eq!(length("7", "7.000"), 1000);
    }

    #[test]
    fn steps_are_round_and_reach_the_top() {
        assert_eq!(ticks(Exact::whole(6_069_683), 5), (2_000_000, 8_000_000));
        assert_eq!(ticks(Exact::whole(0), 5), (1, 1));
    }

    proptest! {
        #[test]
        fn no_length_leaves_the_chart(part in "-?[0-9]{1,34}", full in "[0-9]{1,17}\\.[0-9]{1,17}") {
            let drawn = length(&part, &full);
            prop_assert!((0..=1000).contains(&drawn));
        }
    }
}
