//! The casebook, replayed: every row of `expected.csv` against what the engine says.

#[path = "casebook/look.rs"]
mod look;

use std::collections::BTreeMap;
use std::path::Path;

use intake::{Limits, Pack, PackFiles, read_pack};
use reconcile::{ClaimId, Comparison, Doubt, Outcome, Question, Reconciliation, Role};

use look::same;

const LOOKS: &str = include_str!("casebook/looks.txt");

/// One row of `expected.csv`.
struct Expected {
    case: String,
    flow: String,
    outcome: String,
    due: String,
    declared: String,
    received: String,
    gap: String,
    percent: String,
}

struct Casebook {
    pack: Pack,
    says: Reconciliation,
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("casebook")
}

impl Casebook {
    fn read() -> Casebook {
        let entries = std::fs::read_dir(folder()).expect("the casebook folder");
        let paths = entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|e| e != "md"));
        let files: PackFiles = paths
            .map(|path| {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                (name, std::fs::read(&path).expect("a readable file"))
            })
            .collect();
        let read = read_pack(&files, &Limits::default());
        let findings: Vec<String> = read.findings.iter().map(|finding| finding.render(intake::Lang::En)).collect();
        let pack = read.pack.unwrap_or_else(|| panic!("the casebook has findings:\n{}", findings.join("\n")));
        let says = reconcile::reconcile(&pack.facts, &pack.policy).expect("sums that can be kept");
        Casebook { pack, says }
    }

    fn claim(&self, code: &str) -> ClaimId {
        let claims = &self.pack.facts.claims;
        let index = claims.binary_search_by(|claim| (*claim.code).cmp(code));
        ClaimId(index.unwrap_or_else(|_| panic!("no claim {code}")) as u32)
    }

    fn comparison_of(&self, claim: ClaimId) -> Option<&Comparison> {
        self.says.comparisons.iter().find(|line| line.claims.contains(&claim))
    }

    fn doubt_of(&self, first: ClaimId, second: ClaimId) -> Option<&Doubt> {
        self.says.doubts.iter().find(|doubt| doubt.claims.contains(&first) && doubt.claims.contains(&second))
    }

    fn gap_of(&self, amount: &str, currency: &str) -> bool {
        let mut lines =
            self.says.comparisons.iter().filter(|line| line.currency.is_some_and(|code| code.code() == currency));
        lines.any(|line| line.verdicts.iter().any(|v| v.outcome == Outcome::Gap && same(v.amount, amount).is_ok()))
    }
}

fn expected() -> Vec<Expected> {
    let mut reader = csv::Reader::from_path(folder().join("expected.csv")).expect("expected.csv");
    let headers = reader.headers().expect("headers").clone();
    let row = |record: csv::StringRecord| {
        let cells: BTreeMap<&str, &str> = headers.iter().zip(record.iter()).collect();
        let cell = |name: &str| cells[name].to_owned();
        Expected {
            case: cell("case"),
            flow: cell("flow"),
            outcome: cell("outcome"),
            due: cell("due"),
            declared: cell("declared"),
            received: cell("received"),
            gap: cell("gap"),
            percent: cell("percent"),
        }
    };
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

fn looks() -> BTreeMap<(String, String), String> {
    let lines = LOOKS.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let look = |line: &str| {
        let fields: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
        ((fields[0].to_owned(), fields[1].to_owned()), fields[2].to_owned())
    };
    lines.map(look).collect()
}

#[test]
fn the_engine_agrees_with_a_careful_person() {
    let casebook = Casebook::read();
    let looks = looks();
    let mut wrong = Vec::new();
    for row in expected() {
        let name = format!("{} {}", row.case, row.flow);
        let look =
            looks.get(&(row.case.clone(), row.flow.clone())).unwrap_or_else(|| panic!("nobody looks for {name}"));
        wrong.extend(casebook.look(&row, look).err().map(|error| format!("{name} ({}): {error}", row.outcome)));
    }
    assert!(wrong.is_empty(), "{} rows disagree:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every gap that the engine raises on the casebook is one that a careful person raises.
#[test]
fn no_gap_is_raised_that_nobody_expects() {
    let casebook = Casebook::read();
    let gap_words = [
        "gap",
        "held_by_intermediary",
        "late",
        "deducted_en_route",
        "recipient_disputes",
        "below_minimum",
        "needs_explanation",
        "split_short",
        "pledge_unmet",
        "received_exceeds_declared",
        "received_exceeds_due",
        "declared_exceeds_due",
    ];
    let looks = looks();
    let mut allowed: Vec<(ClaimId, Question)> = Vec::new();
    for row in expected().iter().filter(|row| gap_words.contains(&row.outcome.as_str())) {
        if let ["ask", claim, question] =
            looks[&(row.case.clone(), row.flow.clone())].split_whitespace().collect::<Vec<_>>().as_slice()
        {
            allowed.push((casebook.claim(claim), Question::from_code(question).expect("a question")));
        }
    }
    let facts = &casebook.pack.facts;
    let mut unexpected = Vec::new();
    for line in &casebook.says.comparisons {
        for verdict in line.verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Gap) {
            let expected =
                allowed.iter().any(|(claim, question)| line.claims.contains(claim) && *question == verdict.question);
            if !expected {
                let claims: Vec<&str> = line.claims.iter().map(|id| &*facts.claim(*id).code).collect();
                unexpected.push(format!("{claims:?} {verdict:?}"));
            }
        }
    }
    assert!(unexpected.is_empty(), "{}", unexpected.join("\n"));
}

/// Both double rows of the Kimberley Process tables are conflicts, and they are the only ones there.
#[test]
fn double_rows_of_production_are_conflicts() {
    let casebook = Casebook::read();
    let facts = &casebook.pack.facts;
    let is_production = |id: &ClaimId| facts.claim(*id).code.starts_with("kp/");
    let mut doubted: Vec<Vec<&str>> = Vec::new();
    for doubt in casebook.says.doubts.iter().filter(|doubt| doubt.claims.iter().any(is_production)) {
        doubted.push(doubt.claims.iter().map(|id| &*facts.claim(*id).code).collect());
    }
    let pair = |key: &str, measure: &str| vec![format!("kp/{key}/{measure}"), format!("kp/{key}/{measure}/2")];
    let expected: Vec<Vec<String>> = ["CD/2022-01-01/large_scale", "GN/2006-07-01/all"]
        .into_iter()
        .flat_map(|key| [pair(key, "carats"), pair(key, "value")])
        .collect();
    assert_eq!(doubted, expected);
}

/// Every claim of the casebook ends in exactly one of four, and base figures are never compared as payments.
#[test]
fn every_claim_is_accounted_for() {
    let casebook = Casebook::read();
    let tally = casebook.says.tally();
    assert_eq!(tally.agreed + tally.gap + tally.unknown + tally.set_aside, casebook.pack.facts.claims.len());
    for line in &casebook.says.comparisons {
        let payments = [&line.declared, &line.received, &line.pledged].into_iter().flatten();
        for id in payments.flat_map(|total| &total.claims) {
            assert_ne!(casebook.pack.facts.claim(*id).role, Role::Base);
        }
    }
}
