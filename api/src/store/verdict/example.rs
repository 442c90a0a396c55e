//! The working of the examples of a release.

use entity::shape::{Given, WorkedLine};
use entity::worked_example;
use reconcile::Facts;
use reconcile::example::{Example, Worked};

use super::json;

/// One row for each example.
pub(super) fn rows(release: i64, facts: &Facts, worked: &[(Example, Worked)]) -> Vec<worked_example::Model> {
    let row = |(example, worked): &(Example, Worked)| worked_example::Model {
        release,
        example: example.code.to_string(),
        given: json(&given(example)),
        working: json(&working(facts, worked)),
    };
    worked.iter().map(row).collect()
}

fn given(example: &Example) -> Vec<Given> {
    let figure = |given: &reconcile::example::Given| Given {
        name: given.name.to_string(),
        label: given.label.as_ref().map(|label| label.to_string()),
        amount: given.amount.to_string(),
        unit: given.unit.to_string(),
    };
    example.given.iter().map(figure).collect()
}

fn working(facts: &Facts, worked: &Worked) -> Vec<WorkedLine> {
    let line = |line: &reconcile::example::WorkedLine| WorkedLine {
        step: line.step.as_str().to_owned(),
        amount: line.amount.to_string(),
        unit: line.unit.to_string(),
        given: line.given,
        rule: line.rule.map(|rule| facts.rule(rule).code.to_string()),
        token: line.token.as_ref().map(|token| token.to_string()),
    };
    worked.working.iter().map(line).collect()
}
