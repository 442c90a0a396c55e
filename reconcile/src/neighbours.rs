//! Which lines overlap with which, without comparing every line with every other.
//!
//! Lines of one place (payer, recipient, mine) lie side by side, sorted by time. Two places overlap where each of the
//! three is the other's or above or below it. So each place is entered under its own three and everything above them,
//! with a note of which are its own; two places meet where, for each of the three, one of them notes it as its own.
//! In places that meet, only the lines of an overlapping time are looked at.

use std::ops::Range;

use crate::lines::Lines;
use crate::period::Day;
use crate::scope::Ground;
use crate::spot::{Spot, Time};

/// Payer, recipient and mine; `None` where unstated.
type Three = [Option<u32>; 3];

/// All three are the place's own.
const ALL: u8 = 0b111;

/// The places, and for each the places it meets.
#[derive(Debug)]
pub(crate) struct Neighbours {
    /// The lines of each place.
    places: Vec<Range<usize>>,
    /// The place of each line.
    place_of: Vec<u32>,
    /// Pairs of a place and another that it meets, sorted. A place always meets itself, and that is not listed.
    meetings: Vec<(u32, u32)>,
    /// For each line, the latest last day among the lines of its place up to it.
    reach: Vec<Day>,
}

impl Neighbours {
    pub(crate) fn new(ground: &Ground, lines: &Lines) -> Neighbours {
        let places: Vec<Range<usize>> = lines.stretches_by(Spot::place).collect();
        let mut place_of = Vec::with_capacity(lines.len());
        let mut reach = Vec::with_capacity(lines.len());
        for (place, range) in (0..).zip(&places) {
            place_of.extend(range.clone().map(|_| place));
            let lasts = range.clone().map(|index| lines.spot(index).time.period().map_or(Day::OPEN_START, |p| p.last));
            reach.extend(lasts.scan(Day::OPEN_START, |latest, last| {
                *latest = last.max(*latest);
                Some(*latest)
            }));
        }
        let flow = |place: &Range<usize>| lines.spot(place.start).flow();
        let mut meetings = Vec::new();
        let mut first = 0;
        for flow in places.chunk_by(|a, b| flow(a) == flow(b)) {
            meetings.extend(meetings_of(ground, lines, first, flow));
            first += flow.len() as u32;
        }
        meetings.sort_unstable();
        meetings.dedup();
        Neighbours { places, place_of, meetings, reach }
    }

    /// The other lines of the same flow that overlap with a line, in order.
    pub(crate) fn of(&self, lines: &Lines, index: usize) -> Vec<usize> {
        let place = self.place_of[index];
        let first = self.meetings.partition_point(|(one, _)| *one < place);
        let met = self.meetings[first..].iter().take_while(|(one, _)| *one == place).map(|(_, other)| *other);
        let mut found = Vec::new();
        let mut own = Some(place);
        for other in met {
            // The place itself comes between those before it and those after it.
            if let Some(place) = own.take_if(|own| *own < other) {
                self.look(lines, index, place, &mut found);
            }
            self.look(lines, index, other, &mut found);
        }
        if let Some(place) = own {
            self.look(lines, index, place, &mut found);
        }
        found
    }

    /// Adds the lines of a place whose time overlaps with a line's.
    fn look(&self, lines: &Lines, index: usize, place: u32, found: &mut Vec<usize>) {
        let time = lines.spot(index).time;
        let all = self.places[place as usize].clone();
        // Periods sort by their first day and stand before events; the reach only grows.
        let begins_late = |other: usize| match (lines.spot(other).time, time) {
            (Time::Period(other), Time::Period(own)) => other.first > own.last,
            (other, own) => other > own,
        };
        let ends_early = |other: usize| match time {
            Time::Period(own) => self.reach[other] < own.first,
            Time::Event(_) => lines.spot(other).time < time,
        };
        let end = partition_point(all.clone(), |other| !begins_late(other));
        let start = partition_point(all.start..end, ends_early);
        found.extend((start..end).filter(|other| *other != index && time.overlaps(lines.spot(*other).time)));
    }
}

/// The first of a range for which something no longer holds.
fn partition_point(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut start, mut end) = (range.start, range.end);
    while start < end {
        let middle = start + (end - start) / 2;
        if holds(middle) { start = middle + 1 } else { end = middle }
    }
    start
}

/// The pairs of different places of one flow that meet.
fn meetings_of(ground: &Ground, lines: &Lines, first: u32, places: &[Range<usize>]) -> Vec<(u32, u32)> {
    if places.len() < 2 {
        return Vec::new();
    }
    let mut entries: Vec<(Three, u8, u32)> = Vec::with_capacity(places.len());
    for (place, range) in (first..).zip(places) {
        entries.extend(entered_under(ground, lines.spot(range.start)).map(|(three, own)| (three, own, place)));
    }
    entries.sort_unstable();
    let mut pairs = Vec::new();
    for at_one in entries.chunk_by(|a, b| a.0 == b.0) {
        let by_note = || at_one.chunk_by(|a, b| a.1 == b.1);
        for (left, right) in by_note().flat_map(|left| by_note().map(move |right| (left, right))) {
            if left[0].1 | right[0].1 == ALL {
                let pair = |a: u32, b: u32| (a != b).then_some((a, b));
                pairs.extend(left.iter().flat_map(|a| right.iter().filter_map(move |b| pair(a.2, b.2))));
            }
        }
    }
    pairs
}

/// A place's own three and all above them, each with the note of which of the three are its own.
fn entered_under(ground: &Ground, spot: &Spot) -> impl Iterator<Item = (Three, u8)> {
    let [payers, recipients, mines] = ground.upwards(spot);
    let combinations = payers.len() * recipients.len() * mines.len();
    (0..combinations).map(move |number| {
        let (m, rest) = (number % mines.len(), number / mines.len());
        let (r, p) = (rest % recipients.len(), rest / recipients.len());
        let own = u8::from(p == 0) | u8::from(r == 0) << 1 | u8::from(m == 0) << 2;
        ([payers[p], recipients[r], mines[m]], own)
    })
}
