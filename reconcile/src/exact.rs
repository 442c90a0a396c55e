//! Arithmetic that keeps every digit or refuses: the library's own sum and product round silently.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

/// The product, or `None` where it could only be kept by rounding.
pub(crate) fn exact_product(left: Decimal, right: Decimal) -> Option<Decimal> {
    if let Some(mantissa) = left.mantissa().checked_mul(right.mantissa()) {
        return without_zeros(mantissa, left.scale() + right.scale());
    }
    let (left, right) = (left.normalize(), right.normalize());
    without_zeros(left.mantissa().checked_mul(right.mantissa())?, left.scale() + right.scale())
}

/// A product without the zeros that say nothing, or `None` where it has more digits than can be kept.
fn without_zeros(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    // Most products fit a machine word, whose division is many times faster.
    if let Ok(mut small) = i64::try_from(mantissa) {
        while scale > 0 && small % 10 == 0 {
            (small, scale) = (small / 10, scale - 1);
        }
        mantissa = i128::from(small);
    }
    while scale > 0 && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// The sum, or `None` where it could only be kept by rounding.
pub(crate) fn exact_sum(left: Decimal, right: Decimal) -> Option<Decimal> {
    let sum = left.checked_add(right)?;
    let scale = left.scale().max(right.scale());
    if sum.scale() == scale {
        return Some(sum);
    }
    // The library lowered the scale to make room: exact only if what it dropped were zeros.
    let needed = left.normalize().scale().max(right.normalize().scale());
    (sum.scale() >= needed).then_some(sum)
}

/// Both numbers as whole numbers of one unit; `None` where that unit is too fine for them.
pub(crate) fn aligned(left: Decimal, right: Decimal) -> Option<(i128, i128)> {
    let scale = left.scale().max(right.scale());
    let units = |decimal: Decimal| match scale - decimal.scale() {
        0 => Some(decimal.mantissa()),
        finer => decimal.mantissa().checked_mul(10i128.checked_pow(finer)?),
    };
    Some((units(left)?, units(right)?))
}

/// A part of a whole in percent, half to even at two decimals; `None` where the whole is nought.
pub(crate) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    if whole.is_zero() {
        return None;
    }
    small_percent(part, whole).or_else(|| long_percent(part, whole))
}

/// For numbers of up to fourteen digits, in machine words: five times as fast.
fn small_percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let (part, whole) = aligned(part, whole)?;
    let hundredths = i64::try_from(part).ok()?.checked_mul(10_000)?;
    let whole = i64::try_from(whole).ok()?;
    let (cut, rest) = (hundredths.checked_div(whole)?, hundredths.checked_rem(whole)?);
    let further = match rest.unsigned_abs().checked_mul(2)?.cmp(&whole.unsigned_abs()) {
        Ordering::Less => false,
        Ordering::Equal => cut % 2 != 0,
        Ordering::Greater => true,
    };
    let away = if (hundredths < 0) == (whole < 0) { 1 } else { -1 };
    Some(Decimal::new(if further { cut + away } else { cut }, 2))
}

fn long_percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let ratio = part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let mut percent = ratio.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven);
    if percent.scale() < 2 {
        percent.rescale(2);
    }
    Some(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_a_percentage_agree() {
        let numbers = [1i64, -1, 2, 3, 5, 7, 9, 49, 125, 1_125, 33_333, 66_667, 400_000, 123_456_789, 900_000_000_000];
        let pairs = numbers.into_iter().flat_map(|part| numbers.into_iter().map(move |whole| (part, whole)));
        for (part, whole) in pairs {
            for (part_scale, whole_scale) in [(0, 0), (2, 0), (0, 3), (2, 2)] {
                let (part, whole) = (Decimal::new(part, part_scale), Decimal::new(whole, whole_scale));
                if let Some(small) = small_percent(part, whole) {
                    let long = long_percent(part, whole).expect("a ratio");
                    assert_eq!((small, small.scale()), (long, long.scale()), "{part} of {whole}");
                }
            }
        }
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), None);
    }
}
