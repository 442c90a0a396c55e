//! A release that builds on the one before answers byte for byte as one that was reckoned whole.

use api::workflow::{Moment, Role, explain_gap};
use intake::{ClaimRow, RemarkRow};
use reconcile::Cause;
use serde_json::Value;

use crate::pack::{claims_file, files_remarking, paid, received};
use crate::people::{People, add};
use crate::support::{Api, empty};

/// Numbers that look random and are the same at every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[usize::try_from(self.throw(words.len() as u64)).expect("small")]
    }
}

/// Claims of a few cases, flows and years: some agree, some differ, some contradict each other, some are too large by far.
fn claims(dice: &mut Dice, count: u32) -> Vec<ClaimRow> {
    let claim = |number| {
        let id = format!("c{number:03}");
        let amount = dice.pick(&["1000000.00", "1000000.00", "900000.00", "950000.50", "1000.00", "250000"]);
        let year = 2018 + u32::try_from(dice.throw(3)).expect("small");
        let own = if dice.throw(2) == 0 { paid(&id, year, amount) } else { received(&id, year, amount) };
        let half = dice.throw(5) == 0;
        ClaimRow {
            case: Some(dice.pick(&["one", "two", "three", "four"]).to_owned()),
            stream: Some(dice.pick(&["rent", "rent", "gift"]).to_owned()),
            mine_id: Some("hill".to_owned()).filter(|_| dice.throw(3) > 0),
            period_to: if half { Some(format!("{year}-06-30")) } else { own.period_to.clone() },
            ..own
        }
    };
    (0..count).map(claim).collect()
}

/// Everything that a release says of its figures, in the order in which it says it.
async fn answers(api: &Api) -> Vec<String> {
    let total = "{ amount known absent lowerBound }";
    let row = format!("{{ key currency due {total} declared {total} received {total} pledged {total} }}");
    let side = "{ amount known absent lowerBound claims { code } others { code } }";
    let verdict = "{ question outcome kind reason column amount percent low high explained explainedNote openQuestion \
                   gap { code state } alternatives { amount } }";
    let mut said = Vec::new();
    for query in [
        format!(
            "{{ comparisons(first: 200) {{ totalCount nodes {{ code currency partOf {{ code }} parts {{ code }} \
             due {{ amount working {{ step amount }} }} declared {side} received {side} verdicts {verdict} \
             doubts {{ kind cause claims {{ code }} }} }} }} }}"
        ),
        "{ gaps(first: 200, sort: AMOUNT_DESC) { totalCount nodes { code kind state amount } } }".to_owned(),
        "{ doubts(first: 200) { totalCount nodes { kind cause difference note claims { code } } } }".to_owned(),
        "{ claims(first: 200) { totalCount nodes { code setAside comparisons { code } doubts { kind } \
         remarks { kind word note } sums { agrees difference parts { code } } } } }"
            .to_owned(),
        "{ release { packSha256 claimCount comparisonCount gapCount doubtCount gapCounts { open explained } } }"
            .to_owned(),
        format!("{{ country: totals(by: COUNTRY) {row} mine: totals(by: MINE) {row} year: totals(by: YEAR) {row} }}"),
    ] {
        said.push(api.data(&query).await.to_string());
    }
    said
}

/// Publishes them at once, in a database of its own.
async fn whole(api: &Api, claims: Vec<ClaimRow>, remarks: Vec<RemarkRow>) -> Vec<String> {
    People::new(&api.store).await.release(files_remarking(claims, remarks)).await;
    answers(api).await
}

fn part_of(claim: &ClaimRow, total: &ClaimRow) -> RemarkRow {
    RemarkRow {
        claim: claim.id.clone(),
        remark: Some("part_of".to_owned()),
        value: total.id.clone(),
        ..RemarkRow::default()
    }
}

#[tokio::test]
async fn a_release_that_builds_on_the_one_before_answers_as_one_reckoned_whole() {
    for seed in 1..6 {
        let mut dice = Dice(seed);
        let all = claims(&mut dice, 36);
        let (first, more) = all.split_at(30);
        let remarks = vec![part_of(&first[0], &first[1]), part_of(&first[2], &first[1])];
        for (step_by_step, at_once) in empty().await.into_iter().zip(empty().await) {
            let people = People::new(&step_by_step.store).await;
            people.release(files_remarking(first.to_vec(), remarks.clone())).await;
            for claim in more {
                people.approve(people.submit_file(claims_file(std::slice::from_ref(claim))).await).await;
                people.publish().await.expect("published");
            }
            assert_eq!(
                answers(&step_by_step).await,
                whole(&at_once, all.clone(), remarks.clone()).await,
                "seed {seed}"
            );
        }
    }
}

#[tokio::test]
async fn a_cause_that_is_recorded_changes_only_its_gap() {
    let mut dice = Dice(7);
    let all = claims(&mut dice, 36);
    for ((step_by_step, at_once), database) in empty().await.into_iter().zip(empty().await).zip(0..) {
        People::new(&step_by_step.store).await.release(files_remarking(all.clone(), Vec::new())).await;
        let rob = add(&step_by_step.store, "rob", "Watchers", Role::Reviewer).await.reviewer().expect("a reviewer");
        let gap = step_by_step.data("{ gaps(first: 1) { nodes { code } } }").await["gaps"]["nodes"][0]["code"].clone();
        let gap = gap.as_str().expect("a gap");
        explain_gap(&step_by_step.store, &rob, gap, Cause::Rate, "At the old rate.", Moment::now())
            .await
            .expect("done");
        crate::support::people(&step_by_step.store).await.publish().await.expect("published");

        let recorded = "{ claims(first: 200) { nodes { packId remarks { word note } } } }";
        let recorded = step_by_step.data(recorded).await["claims"]["nodes"].clone();
        let recorded =
            recorded.as_array().expect("claims").iter().find(|claim| claim["remarks"] != Value::Array(vec![]));
        let remark = RemarkRow {
            claim: recorded.and_then(|claim| claim["packId"].as_str()).map(str::to_owned),
            remark: Some("explained".to_owned()),
            value: Some(format!("rate;{gap}")),
            note: Some("At the old rate.".to_owned()),
            ..RemarkRow::default()
        };
        assert_eq!(answers(&step_by_step).await, whole(&at_once, all.clone(), vec![remark]).await, "{database}");

        // What the cause does not touch was not written again.
        let rows =
            step_by_step.column("SELECT code FROM comparison WHERE first_release = 1 AND last_release IS NULL").await;
        let again = step_by_step.column("SELECT code FROM comparison WHERE first_release = 2").await;
        assert!(!again.is_empty() && again.len() * 2 < rows.len(), "{} of {}", again.len(), rows.len());
    }
}
