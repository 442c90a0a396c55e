//! A chain as a drawing: the hands one under the other, and a pair of bands for each flow, one for what was declared
//! and one for what was received.
//!
//! The drawing is 360 units wide, as a phone is. Bands have widths only where all amounts are of one currency; what is
//! not known is dashed, and as thin as a line can be.

use maud::{Markup, html};

use super::exact::Exact;

const WIDTH: i32 = 360;
/// Where the hands stand; the bands bulge to the left of it and the words stand to the right.
const RAIL: i32 = 104;
/// The widest band.
const BAND: i32 = 9;
const LINE: i32 = 15;
/// Letters that fit beside the hands.
const LETTERS: usize = 38;

/// A pair of hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Whose.
    pub name: String,
    /// What is known of them, a line each.
    pub words: Vec<String>,
}

/// A flow between two hands, by their places in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Whose hands it leaves.
    pub from: usize,
    /// Whose it reaches.
    pub to: usize,
    /// Digits of what the payer declared; none: not known.
    pub declared: Option<String>,
    /// Digits of what the recipient received; none: not known.
    pub received: Option<String>,
    /// True for a part of another band: it is drawn faintly.
    pub part: bool,
}

/// A hand with its place.
struct Spot {
    top: i32,
    lines: Vec<String>,
    height: i32,
}

/// The chain as a figure. `id` makes the ids of its title and description unique on the page; without `scaled`, the
/// amounts are of several currencies and no width says anything.
pub fn chain(id: &str, title: &str, description: &str, hands: &[Hand], bands: &[Band], scaled: bool) -> Markup {
    let amounts = bands.iter().flat_map(|band| [&band.declared, &band.received]).flatten();
    let full = amounts.filter_map(|digits| Exact::read(digits)).reduce(Exact::max).unwrap_or(Exact::whole(1));
    let width = |digits: &Option<String>| {
        let amount = digits.as_deref().and_then(Exact::read)?;
        Some(if scaled { amount.length(full, BAND).max(1) } else { 2 })
    };
    let widths: Vec<[Option<i32>; 2]> =
        bands.iter().map(|band| [width(&band.declared), width(&band.received)]).collect();
    let spots = spots(hands, bands, &widths);
    let height = spots.last().map_or(0, |spot| spot.top + spot.height);
    let (title_id, description_id) = (format!("{id}-t"), format!("{id}-d"));
    html! {
        svg.chain xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (height) } role="img"
            aria-labelledby={ (title_id) " " (description_id) } {
            title id=(title_id) { (title) }
            desc id=(description_id) { (description) }
            @for (index, band) in bands.iter().enumerate() {
                (drawn(band, widths[index], ends(index, bands, &widths, &spots)))
            }
            @for (spot, hand) in spots.iter().zip(hands) { (words(spot, hand)) }
        }
    }
}

/// How high the place is where a band touches a hand.
fn thickness(widths: [Option<i32>; 2]) -> i32 {
    widths.into_iter().map(|width| width.unwrap_or(2)).sum::<i32>() + 3
}

fn spots(hands: &[Hand], bands: &[Band], widths: &[[Option<i32>; 2]]) -> Vec<Spot> {
    let mut top = 0;
    let mut spots = Vec::with_capacity(hands.len());
    for (place, hand) in hands.iter().enumerate() {
        let touching = |band: &&(usize, &Band)| band.1.from == place || band.1.to == place;
        let all: Vec<(usize, &Band)> = bands.iter().enumerate().collect();
        let touched: i32 = all.iter().filter(touching).map(|(index, _)| thickness(widths[*index])).sum();
        let lines = wrapped(&hand.name);
        let rows = i32::try_from(lines.len() + hand.words.len()).unwrap_or(i32::MAX / LINE);
        let height = (rows * LINE + 14).max(touched + 14);
        spots.push(Spot { top, lines, height });
        top += height;
    }
    spots
}

/// The heights at which a band leaves one hand and reaches the other: arriving bands above leaving ones, and the
/// farthest outermost, so that they do not cross.
fn ends(index: usize, bands: &[Band], widths: &[[Option<i32>; 2]], spots: &[Spot]) -> (i32, i32) {
    let stack = |place: usize| {
        let mut order: Vec<(bool, i64, usize)> = Vec::new();
        for (other, band) in bands.iter().enumerate() {
            // The nearest arrives first, and the farthest leaves first.
            if band.to == place {
                order.push((false, -(band.from as i64), other));
            } else if band.from == place {
                order.push((true, -(band.to as i64), other));
            }
        }
        order.sort_unstable();
        let mut at = spots[place].top + 7;
        for (_, _, other) in order {
            if other == index {
                return at + thickness(widths[other]) / 2;
            }
            at += thickness(widths[other]);
        }
        at
    };
    (stack(bands[index].from), stack(bands[index].to))
}

fn drawn(band: &Band, [declared, received]: [Option<i32>; 2], (start, end): (i32, i32)) -> Markup {
    let steps = i32::try_from(band.from.abs_diff(band.to)).unwrap_or(1);
    let bulge = (30 + 16 * steps).min(RAIL + 20);
    let outer = declared.unwrap_or(2);
    let inner = received.unwrap_or(2);
    html! {
        g.part[band.part] {
            (curve("declared", declared, start - (outer + 1) / 2, end + (outer + 1) / 2, bulge + outer))
            (curve("received", received, start + (inner + 1) / 2, end - (inner + 1) / 2, bulge))
            path.head d={ "M" (RAIL - 7) " " (end - 5) "L" (RAIL) " " (end) "L" (RAIL - 7) " " (end + 5) "Z" } {}
        }
    }
}

fn curve(ink: &str, width: Option<i32>, start: i32, end: i32, bulge: i32) -> Markup {
    let far = RAIL - bulge;
    let path = format!("M{RAIL} {start}C{far} {start} {far} {end} {} {end}", RAIL - 6);
    html! {
        @match width {
            Some(width) => { path.band.(ink) d=(path) stroke-width=(width) {} }
            None => { path.band.unknown d=(path) stroke-width="1.5" stroke-dasharray="3 4" {} }
        }
    }
}

fn words(spot: &Spot, hand: &Hand) -> Markup {
    let line = |index: usize| spot.top + 17 + LINE * i32::try_from(index).unwrap_or(0);
    html! {
        rect.hand x=(RAIL) y=(spot.top + 5) width="4" height=(spot.height - 10) {}
        @for (index, text) in spot.lines.iter().enumerate() {
            text.v x=(RAIL + 14) y=(line(index)) { (text) }
        }
        @for (index, text) in hand.words.iter().enumerate() {
            text.l x=(RAIL + 14) y=(line(spot.lines.len() + index)) { (text) }
        }
    }
}

/// A name in at most two lines.
fn wrapped(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in name.split(' ') {
        let count = lines.len();
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && line.chars().count() + word.chars().count() >= LETTERS {
            if count == 2 {
                line.push('…');
                break;
            }
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(name: &str) -> Hand {
        Hand { name: name.to_owned(), words: vec!["received 10".to_owned()] }
    }

    fn band(from: usize, to: usize, declared: Option<&str>, received: Option<&str>) -> Band {
        let digits = |text: Option<&str>| text.map(str::to_owned);
        Band { from, to, declared: digits(declared), received: digits(received), part: false }
    }

    #[test]
    fn what_is_not_known_is_dashed_and_nought_is_not() {
        let hands = [hand("Company"), hand("Fund"), hand("Commune")];
        let bands = [band(0, 1, Some("100"), Some("50")), band(1, 2, Some("0"), None)];
        let drawn = chain("x", "Title", "Words", &hands, &bands, true).0;
        assert_eq!(drawn.matches("stroke-dasharray").count(), 1, "{drawn}");
        assert!(drawn.contains(r#"class="band declared" d="M104"#), "{drawn}");
        assert!(drawn.contains(r#"stroke-width="9""#) && drawn.contains(r#"stroke-width="5""#), "{drawn}");
    }

    #[test]
    fn amounts_of_two_currencies_have_no_widths() {
        let hands = [hand("Company"), hand("Fund")];
        let drawn = chain("x", "T", "W", &hands, &[band(0, 1, Some("100"), Some("7"))], false).0;
        assert_eq!(drawn.matches(r#"stroke-width="2""#).count(), 2, "{drawn}");
    }

    #[test]
    fn names_are_escaped_and_long_ones_are_cut_at_a_word() {
        let long = "Community of the landowners of the chiefdom of the river and of the hills beyond it";
        let drawn = chain("x", "<script>", "W", &[hand("<b>"), hand(long)], &[band(0, 1, None, None)], true).0;
        assert!(!drawn.contains("<script>") && !drawn.contains("<b>"));
        assert!(wrapped(long).len() == 2 && wrapped(long)[1].ends_with('…'));
    }
}
