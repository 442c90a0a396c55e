//! Which flows belong together, and where one leads to the next.

use std::collections::BTreeMap;

use super::flow::{Flow, Ties};
use crate::facts::{CountryId, StreamId};
use crate::period::{Day, Span};

/// Flows of one chain, each list by scope; the chains by country, case, time and stream.
pub(super) fn groups(flows: &[Flow], ties: &Ties) -> Vec<Vec<usize>> {
    let families = Families::new(flows, ties);
    let mut kept: BTreeMap<(CountryId, &str, Option<StreamId>), Vec<usize>> = BTreeMap::new();
    for (index, flow) in flows.iter().enumerate() {
        // A case is one story, whatever its streams are called.
        let family = flow.scope.case.is_empty().then(|| families.root(flow.scope.stream));
        kept.entry((flow.scope.country, &flow.scope.case, family)).or_default().push(index);
    }
    let mut groups = Vec::new();
    for ((_, case, _), members) in kept {
        if case.is_empty() { groups.extend(by_time(flows, members)) } else { groups.push(members) }
    }
    for group in &mut groups {
        group.sort_by(|left, right| flows[*left].scope.cmp(&flows[*right].scope).then(left.cmp(right)));
    }
    groups.sort_by_cached_key(|group| {
        let (first, start) = (&flows[group[0]].scope, group.iter().map(|index| start(&flows[*index].scope.span)).min());
        (first.country, first.case.clone(), start, first.stream, first.clone())
    });
    groups
}

/// Flows whose times touch, directly or through others. An event touches only itself.
fn by_time(flows: &[Flow], members: Vec<usize>) -> Vec<Vec<usize>> {
    let mut events: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut periods = Vec::new();
    for index in members {
        match &flows[index].scope.span {
            Span::Event(event) => events.entry(event).or_default().push(index),
            Span::Period(period) => periods.push((*period, index)),
        }
    }
    periods.sort_unstable();
    let mut groups: Vec<Vec<usize>> = events.into_values().collect();
    let mut until: Option<Day> = None;
    for (period, index) in periods {
        match groups.last_mut().filter(|_| until.is_some_and(|last| period.first <= last)) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
        until = until.max(Some(period.last));
    }
    groups
}

fn start(span: &Span) -> Option<Day> {
    span.period().map(|period| period.first)
}

/// Pairs of flows of a chain: the first arrives where the second leaves.
pub(super) fn hops(flows: &[Flow], members: &[usize], ties: &Ties) -> Vec<(usize, usize)> {
    let mut leaving: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for index in members.iter().copied().filter(|index| !flows[*index].stays()) {
        leaving.entry(flows[index].scope.payer).or_default().push(index);
    }
    let mut hops = Vec::new();
    for index in members.iter().copied().filter(|index| !flows[*index].stays()) {
        let here = flows[index].scope.recipient;
        let onward = leaving.get(&here).filter(|_| here.is_some()).into_iter().flatten();
        hops.extend(onward.filter(|next| follows(&flows[index], &flows[**next], ties)).map(|next| (index, *next)));
    }
    hops
}

/// True if one flow can be what another goes on as. Within a case an undated payment may belong to any time.
fn follows(first: &Flow, next: &Flow, ties: &Ties) -> bool {
    let (first, next) = (&first.scope, &next.scope);
    let undated = matches!(first.span, Span::Event(_)) || matches!(next.span, Span::Event(_));
    let told = !first.case.is_empty();
    (first.span.touches(&next.span) || told && undated) && (told || ties.leads(first.stream, next.stream))
}

/// Streams that rules join, of those that some flow has.
struct Families(BTreeMap<StreamId, StreamId>);

impl Families {
    fn new(flows: &[Flow], ties: &Ties) -> Families {
        let mut families = Families(flows.iter().map(|flow| (flow.scope.stream, flow.scope.stream)).collect());
        let present = |stream: &StreamId| families.0.contains_key(stream);
        let joins: Vec<_> = ties.joins.iter().filter(|(inward, onward)| present(inward) && present(onward)).collect();
        for (inward, onward) in joins {
            let (left, right) = (families.root(*inward), families.root(*onward));
            families.0.insert(left.max(right), left.min(right));
        }
        families
    }

    /// The least stream of the family.
    fn root(&self, stream: StreamId) -> StreamId {
        let mut root = stream;
        while let Some(above) = self.0.get(&root).filter(|above| **above != root) {
            root = *above;
        }
        root
    }
}
