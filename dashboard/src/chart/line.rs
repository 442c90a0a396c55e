//! A line over time: half-years from left to right. Two published rows for one half-year are two marks, both shown.

use maud::{Markup, html};

use super::exact::{Exact, ticks};

/// A point of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Half-years since the year 0.
    pub half: i32,
    /// The value as a string of digits; `None` breaks the line.
    pub digits: Option<String>,
    /// True where another row says otherwise: drawn as an open mark off the line.
    pub conflict: bool,
    /// What the mark says, such as "first half of 2012: 6,069,683.23 ct".
    pub words: String,
}

/// A line of points of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The class by which the style sheet draws it: solid or dashed, never colour alone.
    pub ink: &'static str,
    /// What it is.
    pub label: String,
    /// In order of time.
    pub points: Vec<Point>,
}

/// The room of a drawing, in units that are pixels on the screen it is made for.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
    /// Years between two labels.
    pub years: i32,
    /// The class by which the style sheet shows it on the right screens.
    pub class: &'static str,
}

/// For a desk.
pub const WIDE: Room = Room { width: 720, height: 260, years: 5, class: "wide" };
/// For a phone.
pub const NARROW: Room = Room { width: 340, height: 220, years: 10, class: "narrow" };

const LEFT: i32 = 8;
const RIGHT: i32 = 44;
const TOP: i32 = 14;
const BOTTOM: i32 = 26;

/// A scale of values: a round top, a step, and what the labels are counted in.
struct Scale {
    top: i128,
    step: i128,
    unit: i128,
}

/// The lines. `id` keeps the ids unique on the page.
pub fn line(id: &str, title: &str, description: &str, series: &[Series], room: Room) -> Markup {
    let scale = scale(series);
    let halves = || series.iter().flat_map(|series| &series.points).map(|point| point.half);
    let first = halves().min().unwrap_or(0);
    let last = halves().max().unwrap_or(1).max(first + 1);
    let x = |half: i32| LEFT + (half - first) * (room.width - LEFT - RIGHT) / (last - first);
    let (title_id, description_id) = (format!("{id}-t"), format!("{id}-d"));
    html! {
        svg.line.(room.class) xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (room.width) " " (room.height) }
            role="img" aria-labelledby={ (title_id) " " (description_id) } {
            title id=(title_id) { (title) }
            desc id=(description_id) { (description) }
            (axis(&scale, room))
            @for year in (first / 2..=last / 2).filter(|year| year % room.years == 0 && year * 2 >= first) {
                line.tick x1=(x(year * 2)) x2=(x(year * 2)) y1=(room.height - BOTTOM) y2=(room.height - BOTTOM + 5) {}
                text.l x=(x(year * 2)) y=(room.height - 6) text-anchor="middle" { (year) }
            }
            @for series in series { (drawn(series, x, &scale, room)) }
        }
    }
}

/// One series: its runs, and its marks.
fn drawn(series: &Series, x: impl Fn(i32) -> i32, scale: &Scale, room: Room) -> Markup {
    html! {
        g.(series.ink) {
            @for run in runs(&series.points) { polyline.run points=(path(&run, &x, scale, room)) {} }
            @for point in &series.points {
                @if let Some((x, y)) = place(point, &x, scale, room) {
                    @if point.conflict {
                        rect.conflict x=(x - 4) y=(y - 4) width="8" height="8" { title { (point.words) } }
                    } @else {
                        circle.dot cx=(x) cy=(y) r="2" {}
                    }
                }
            }
        }
    }
}

fn path(run: &[&Point], x: impl Fn(i32) -> i32, scale: &Scale, room: Room) -> String {
    let places = run.iter().filter_map(|point| place(point, &x, scale, room));
    places.map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// Horizontal lines with their values at the right, where the line ends and the eye is.
fn axis(scale: &Scale, room: Room) -> Markup {
    let count = i32::try_from(scale.top / scale.step).unwrap_or(1);
    let depth = room.height - TOP - BOTTOM;
    html! {
        @for (index, value) in (0..=count).map(|index| (index, i128::from(index) * scale.step)) {
            @let y = room.height - BOTTOM - index * depth / count.max(1);
            line.grid x1=(LEFT) x2=(room.width - RIGHT) y1=(y) y2=(y) {}
            text.l x=(room.width - RIGHT + 6) y=(y + 4) { (value / scale.unit) }
        }
    }
}

/// The scale that holds every point.
fn scale(series: &[Series]) -> Scale {
    let points = series.iter().flat_map(|series| &series.points);
    let largest = points.filter_map(|point| point.digits.as_deref().and_then(Exact::read)).reduce(Exact::max);
    let (step, top) = ticks(largest.unwrap_or(Exact::whole(1)), 4);
    let unit = [1_000_000_000, 1_000_000, 1_000].into_iter().find(|unit| step >= *unit).unwrap_or(1);
    Scale { top, step, unit }
}

/// What the labels of the axis are counted in: ones, thousands, millions, billions.
pub fn unit_of(series: &[Series]) -> i128 {
    scale(series).unit
}

/// Stretches of the line without a hole, leaving out what is in conflict: neither of the two is the line's.
fn runs(points: &[Point]) -> Vec<Vec<&Point>> {
    let mut runs: Vec<Vec<&Point>> = Vec::new();
    for point in points.iter().filter(|point| !point.conflict && point.digits.is_some()) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|before| point.half - before.half == 1) => run.push(point),
            _ => runs.push(vec![point]),
        }
    }
    runs
}

fn place(point: &Point, x: &impl Fn(i32) -> i32, scale: &Scale, room: Room) -> Option<(i32, i32)> {
    let value = Exact::read(point.digits.as_deref()?)?;
    let depth = room.height - TOP - BOTTOM;
    Some((x(point.half), room.height - BOTTOM - value.length(Exact::whole(scale.top), depth)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(half: i32, digits: Option<&str>, conflict: bool) -> Point {
        Point { half, digits: digits.map(str::to_owned), conflict, words: String::new() }
    }

    #[test]
    fn a_hole_and_a_conflict_break_the_line() {
        let points = [
            point(1, Some("1"), false),
            point(2, Some("2"), false),
            point(3, None, false),
            point(4, Some("4"), false),
            point(5, Some("5"), true),
            point(5, Some("9"), true),
            point(6, Some("6"), false),
        ];
        let lengths: Vec<usize> = runs(&points).iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 1, 1]);
        let series = [Series { ink: "all", label: String::new(), points: points.to_vec() }];
        assert_eq!(line("x", "t", "d", &series, WIDE).0.matches("class=\"conflict\"").count(), 2);
    }
}
