//! How far a figure may be off because its source rounded.

use crate::amount::Amount;
use crate::facts::Claim;
use crate::words::Precision;

/// Half a unit of the last digit that a rounded figure was rounded to; nought for an exact one.
///
/// "3.2 million" is `3200000`: the last digit that says something is the 2, so half of 100,000.
/// A figure of a single digit ("50 million") is taken to speak in two: nobody means 45 to 55 by it.
pub(crate) fn allowance(claim: &Claim, amount: Amount) -> Amount {
    match claim.precision {
        Precision::Exact => Amount::ZERO,
        Precision::Rounded | Precision::AtLeast | Precision::About => rounding_of(amount),
    }
}

fn rounding_of(amount: Amount) -> Amount {
    let decimal = amount.decimal().normalize();
    let mut mantissa = decimal.mantissa().unsigned_abs();
    if mantissa == 0 {
        return Amount::ZERO;
    }
    let mut power = -i64::from(decimal.scale());
    while mantissa.is_multiple_of(10) {
        mantissa /= 10;
        power += 1;
    }
    if mantissa < 10 {
        power -= 1;
    }
    five_times_ten_to(power - 1)
}

/// `5 × 10^power`; nought where that is finer than can be kept.
fn five_times_ten_to(power: i64) -> Amount {
    let decimal = if power >= 0 {
        let factor = 10i128.checked_pow(power as u32).and_then(|factor| factor.checked_mul(5));
        factor.and_then(|mantissa| rust_decimal::Decimal::try_from_i128_with_scale(mantissa, 0).ok())
    } else {
        rust_decimal::Decimal::try_from_i128_with_scale(5, power.unsigned_abs() as u32).ok()
    };
    decimal.map_or(Amount::ZERO, Amount::from_decimal)
}

/// True if both figures can be right at once, each within what its source rounded.
///
/// Two rounded figures that only touch at a corner (4.0 and 4.1 million) cannot: no single number rounds to both.
pub(crate) fn compatible(left: &Claim, left_amount: Amount, right: &Claim, right_amount: Amount) -> bool {
    let Ok(difference) = left_amount.minus(right_amount) else { return false };
    let (left_off, right_off) = (allowance(left, left_amount), allowance(right, right_amount));
    let Ok(allowed) = left_off.plus(right_off) else { return false };
    match (left_off.is_zero(), right_off.is_zero()) {
        (false, false) => difference.abs() < allowed,
        _ => difference.abs() <= allowed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_unit_of_the_last_telling_digit() {
        let cases =
            [("3200000", "50000"), ("50000000", "500000"), ("3.8", "0.05"), ("528700000", "50000"), ("4", "0.05")];
        for (text, half) in cases {
            let amount: Amount = text.parse().expect("an amount");
            assert_eq!(rounding_of(amount).to_string(), half, "{text}");
        }
    }
}
