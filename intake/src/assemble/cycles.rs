//! Circles among references: a parent that is its own grandchild.

/// Every circle that a walk in rank order comes upon, each once, beginning with its lowest rank.
///
/// `edges` gives what each of `count` nodes refers to.
pub(crate) fn cycles(count: usize, edges: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        OnPath(usize),
        Done,
    }
    let mut marks = vec![Mark::New; count];
    let mut found: Vec<Vec<usize>> = Vec::new();
    for start in 0..count {
        if marks[start] != Mark::New {
            continue;
        }
        // Each step of the path keeps the references that are still to be followed.
        let mut path: Vec<(usize, Vec<usize>)> = vec![(start, edges(start))];
        marks[start] = Mark::OnPath(0);
        while let Some((node, ahead)) = path.last_mut() {
            let Some(next) = ahead.pop() else {
                marks[*node] = Mark::Done;
                path.pop();
                continue;
            };
            match marks[next] {
                Mark::Done => {}
                Mark::OnPath(depth) => found.push(path[depth..].iter().map(|(node, _)| *node).collect()),
                Mark::New => {
                    marks[next] = Mark::OnPath(path.len());
                    path.push((next, edges(next)));
                }
            }
        }
    }
    for cycle in &mut found {
        let lowest = (0..cycle.len()).min_by_key(|index| cycle[*index]).unwrap_or_default();
        cycle.rotate_left(lowest);
    }
    found.sort();
    found.dedup();
    found
}

/// A circle as a person reads it: `a → b → a`.
pub(crate) fn circle<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut codes: Vec<&str> = codes.collect();
    codes.extend(codes.first().copied());
    codes.join(" → ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_is_found_once_and_trees_have_none() {
        let parents = [Some(1), Some(2), Some(0), Some(3), None, Some(4), Some(0)];
        let edges = |node: usize| parents[node].into_iter().collect();
        assert_eq!(cycles(parents.len(), edges), vec![vec![0, 1, 2], vec![3]]);
        assert_eq!(cycles(3, |node| (node + 1..3).collect()), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let count = 200_000;
        assert_eq!(cycles(count, |node| vec![(node + 1) % count]).len(), 1);
    }
}
