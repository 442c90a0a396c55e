//! Shares of a whole that always add up to it, to the last coin.

use rust_decimal::Decimal;

use crate::amount::{Amount, TooLarge};
use crate::currency::Currency;
use crate::rule::Share;

/// The exact share, before any rounding: whole × percent ÷ 100.
pub fn exact_share(whole: Amount, percent: Amount) -> Result<Amount, TooLarge> {
    whole.times(percent)?.times(Amount::from_decimal(Decimal::new(1, 2)))
}

/// Divides a whole by shares that total one hundred (see [`allocate_by_weight`]).
pub fn allocate(whole: Amount, shares: &[Share], currency: Currency) -> Result<Vec<Amount>, TooLarge> {
    let percents: Vec<Amount> = shares.iter().map(|share| share.percent).collect();
    allocate_by_weight(whole, &percents, Amount::whole(100), currency)
}

/// Divides a whole by largest remainder in the currency's minor unit (or in the finest digit the whole is stated in):
/// each part is cut to whole units, and the units left over go to the largest remainders, earlier weights first among
/// equals.
///
/// The parts add up to the whole, to the last digit, for weights that make `total` together.
pub fn allocate_by_weight(
    whole: Amount,
    weights: &[Amount],
    total: Amount,
    currency: Currency,
) -> Result<Vec<Amount>, TooLarge> {
    let decimals = currency.minor_unit().max(whole.decimals());
    let unit = Amount::from_decimal(Decimal::new(1, decimals));
    // So much of whole × weight is one unit of a part: counted in it, nothing is divided before it must be.
    let divisor = total.times(unit)?.decimal();
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut left = whole;
    for weight in weights {
        let product = whole.times(*weight)?.decimal();
        let remainder = product.checked_rem(divisor).ok_or(TooLarge)?;
        // Floor, also below nought, so that what is left over is never negative.
        let remainder =
            if remainder.is_sign_negative() && !remainder.is_zero() { remainder + divisor } else { remainder };
        let units = product.checked_sub(remainder).and_then(|cut| cut.checked_div(divisor)).ok_or(TooLarge)?;
        let mut part = Amount::from_decimal(units).times(unit)?.decimal();
        part.rescale(decimals);
        let part = Amount::from_decimal(part);
        remainders.push(remainder);
        left = left.minus(part)?;
        parts.push(part);
    }
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| remainders[*b].cmp(&remainders[*a]).then(a.cmp(b)));
    for index in order {
        if left < unit {
            break;
        }
        parts[index] = parts[index].plus(unit)?;
        left = left.minus(unit)?;
    }
    Ok(parts)
}

/// The whole that a part implies: part × 100 ÷ percent. Rounded half to even at `decimals` where the division does not end.
pub fn implied_whole(part: Amount, percent: Amount, decimals: u32) -> Option<Amount> {
    if percent.is_zero() {
        return None;
    }
    let whole = part.decimal().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(percent.decimal())?;
    Some(Amount::from_decimal(whole).rounded(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(text: &str) -> Vec<Share> {
        let share = |part: &str| {
            let (token, percent) = part.split_once(':').expect("token:percent");
            Share { token: token.into(), percent: percent.parse().expect("a percentage") }
        };
        text.split(';').map(share).collect()
    }

    #[test]
    fn the_last_coin_goes_to_the_largest_remainder() {
        let whole: Amount = "1559732.19".parse().expect("an amount");
        let split = shares(
            "landowners:50;paramount_chief:15;chiefdom_admin:10;constituency_fund:10;city_council:10;district_council:5",
        );
        let parts = allocate(whole, &split, "SLE".parse().expect("SLE")).expect("fits");
        let printed: Vec<String> = parts.iter().map(Amount::to_string).collect();
        assert_eq!(printed, ["779866.09", "233959.83", "155973.22", "155973.22", "155973.22", "77986.61"]);
    }

    #[test]
    fn francs_are_not_cut_into_cents() {
        let parts = allocate(Amount::whole(100), &shares("a:33;b:33;c:34"), "GNF".parse().expect("GNF")).expect("fits");
        assert_eq!(parts.iter().map(Amount::to_string).collect::<Vec<_>>(), ["33", "33", "34"]);
        let parts = allocate(Amount::whole(10), &shares("a:25;b:25;c:50"), "GNF".parse().expect("GNF")).expect("fits");
        assert_eq!(parts.iter().map(Amount::to_string).collect::<Vec<_>>(), ["3", "2", "5"]);
    }

    #[test]
    fn licences_weigh_as_shares_do() {
        let weights: Vec<Amount> = [3, 5, 4].into_iter().map(Amount::whole).collect();
        let parts = allocate_by_weight(Amount::whole(100), &weights, Amount::whole(12), "GNF".parse().expect("GNF"))
            .expect("fits");
        assert_eq!(parts.iter().map(Amount::to_string).collect::<Vec<_>>(), ["25", "42", "33"]);
        let back = Amount::whole(-100);
        let parts = allocate_by_weight(back, &weights, Amount::whole(12), "GNF".parse().expect("GNF")).expect("fits");
        assert_eq!(parts.iter().map(Amount::to_string).collect::<Vec<_>>(), ["-25", "-42", "-33"]);
    }

    #[test]
    fn a_part_implies_a_whole() {
        let part: Amount = "2793470.01".parse().expect("an amount");
        assert_eq!(
            implied_whole(part, Amount::whole(25), 2).map(|whole| whole.to_string()),
            Some("11173880.04".into())
        );
        assert_eq!(implied_whole(part, Amount::ZERO, 2), None);
    }
}
