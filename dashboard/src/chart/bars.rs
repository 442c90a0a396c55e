//! Due, declared and received as bars, one under the other, on one scale.
//!
//! The drawing is 360 units wide, as a phone is, with the words above each bar: nothing has to shrink to be read.

use maud::{Markup, html};

use super::exact::Exact;

const WIDTH: i32 = 360;
const ROW: i32 = 46;
const BAR_TOP: i32 = 22;
const BAR: i32 = 14;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is, such as "Declared".
    pub label: String,
    /// The amount as a string of digits; `None` draws a hatched bar: not known is not nought.
    pub digits: Option<String>,
    /// The amount in words, or the word for its absence.
    pub words: String,
    /// Which ink: `due`, `declared`, `received`, `pledged`.
    pub ink: &'static str,
}

/// The bars as a figure. `id` makes the ids of its title and description unique on the page.
pub fn bars(id: &str, title: &str, bars: &[Bar]) -> Markup {
    let height = ROW * i32::try_from(bars.len()).unwrap_or(0) + 4;
    let amounts = bars.iter().filter_map(|bar| bar.digits.as_deref().and_then(Exact::read));
    let full = amounts.reduce(Exact::max).unwrap_or(Exact::whole(1));
    let description = bars.iter().map(|bar| format!("{}: {}", bar.label, bar.words)).collect::<Vec<_>>().join("; ");
    let (title_id, description_id, hatch) = (format!("{id}-t"), format!("{id}-d"), format!("{id}-h"));
    html! {
        svg.bars xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (height) } role="img"
            aria-labelledby={ (title_id) " " (description_id) } {
            title id=(title_id) { (title) }
            desc id=(description_id) { (description) }
            defs {
                pattern id=(hatch) width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    line.hatch x1="0" y1="0" x2="0" y2="6" stroke-width="3" {}
                }
            }
            @for (row, bar) in (0..).zip(bars) {
                (one(bar, row * ROW, full, &hatch))
            }
        }
    }
}

fn one(bar: &Bar, top: i32, full: Exact, hatch: &str) -> Markup {
    let length = bar.digits.as_deref().and_then(Exact::read).map(|amount| amount.length(full, WIDTH));
    let (text, y) = (top + 15, top + BAR_TOP);
    html! {
        text.l x="0" y=(text) { (bar.label) }
        text.v.unknown[length.is_none()] x=(WIDTH) y=(text) text-anchor="end" { (bar.words) }
        @match length {
            Some(length) => {
                rect.rail x="0" y=(y) width=(WIDTH) height=(BAR) {}
                rect.ink.(bar.ink) x="0" y=(y) width=(length.max(2)) height=(BAR) {}
            }
            None => { rect.none x="0" y=(y) width=(WIDTH) height=(BAR) fill={ "url(#" (hatch) ")" } {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, digits: Option<&str>) -> Bar {
        let words = digits.unwrap_or("Not stated").to_owned();
        Bar { label: label.to_owned(), digits: digits.map(str::to_owned), words, ink: "due" }
    }

    #[test]
    fn what_is_not_stated_is_hatched_and_nought_is_not() {
        let drawn = bars("x", "Title", &[bar("Due", Some("10")), bar("Declared", None), bar("Received", Some("0"))]).0;
        assert_eq!(drawn.matches("url(#x-h)").count(), 1);
        assert!(drawn.contains(r#"<rect class="ink due" x="0" y="22" width="360""#), "{drawn}");
        assert!(drawn.contains(r#"<rect class="ink due" x="0" y="114" width="2""#), "{drawn}");
        assert!(drawn.contains("Due: 10; Declared: Not stated; Received: 0"));
    }

    #[test]
    fn names_are_escaped() {
        let drawn = bars("x", "<script>", &[bar("<b>", None)]).0;
        assert!(!drawn.contains("<script>") && !drawn.contains("<b>"));
    }
}
