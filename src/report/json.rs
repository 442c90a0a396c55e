//! `fairlode reconcile --json`: a reconciliation as one JSON document, with the pack's own ids.
//!
//! The names of the fields are promises. Same pack, policy and engine: same bytes, so nothing here depends on a clock,
//! a path or the order of a hash.

use reconcile::{
    Absence, Alternative, Amount, Comparison, Currency, Day, Doubt, DoubtCause, DoubtKind, Due, Facts, GapKind,
    GapState, Outcome, Question, Reason, Reconciliation, Rival, ShareDue, Silence, Span, SumCheck, Tally, Total,
    Verdict,
};
use serde::Serialize;

use super::Names;
use super::conversion::ConversionJson;
use super::working::WorkingJson;

/// The whole document.
#[derive(Serialize)]
pub struct Document<'a> {
    /// Name and version of what computed it.
    pub engine: &'static str,
    /// Identifies the files that were read.
    pub pack_sha256: &'a str,
    /// Identifies the thresholds.
    pub policy_sha256: &'a str,
    comparisons: Vec<ComparisonJson<'a>>,
    doubts: Vec<DoubtJson<'a>>,
    /// Statements that a rule makes expectable by a day, and that nobody has made by the policy's `as_of`.
    silences: Vec<SilenceJson<'a>>,
    sums: Vec<SumJson<'a>>,
    set_aside: Vec<SetAsideJson<'a>>,
    counts: Counts,
}

/// How many of each. Every claim ends in exactly one of the four, and the four add up to `claims`.
#[derive(Serialize)]
struct Counts {
    claims: usize,
    agreed: usize,
    gap: usize,
    unknown: usize,
    set_aside: usize,
    comparisons: usize,
    doubts: usize,
    silences: usize,
    sums: usize,
}

#[derive(Serialize)]
struct ComparisonJson<'a> {
    code: &'a str,
    /// The code of the wider comparison that this one is a part of.
    part_of: Option<&'a str>,
    country: &'a str,
    case: Option<&'a str>,
    mine: Option<&'a str>,
    payer: Option<&'a str>,
    recipient: Option<&'a str>,
    stream: &'a str,
    from: Option<Day>,
    to: Option<Day>,
    event: Option<&'a str>,
    currency: Option<Currency>,
    due: Option<DueJson<'a>>,
    declared: Option<TotalJson<'a>>,
    received: Option<TotalJson<'a>>,
    pledged: Option<TotalJson<'a>>,
    verdicts: Vec<VerdictJson<'a>>,
    /// The answers under other versions of the due's rule that some hold to be in force.
    rivals: Vec<RivalJson<'a>>,
    /// What each beneficiary is due of the due.
    shares: Vec<ShareJson<'a>>,
}

#[derive(Serialize)]
struct RivalJson<'a> {
    rule: &'a str,
    due: Option<DueJson<'a>>,
    verdict: Option<VerdictJson<'a>>,
}

#[derive(Serialize)]
struct ShareJson<'a> {
    rule: &'a str,
    token: &'a str,
    percent: Option<Amount>,
    amount: Amount,
}

#[derive(Serialize)]
struct TotalJson<'a> {
    amount: Option<Amount>,
    /// By the highest rate observed, where no single dated rate settles it: `amount` is then by the lowest.
    high: Option<Amount>,
    conversions: Vec<ConversionJson<'a>>,
    known: u32,
    absent: &'a [Absence],
    lower_bound: bool,
    stand_in: bool,
    about: bool,
    claims: Vec<&'a str>,
    others: Vec<&'a str>,
}

/// A due has the fields of a total, so that a reader may treat the four columns alike, and its working besides.
#[derive(Serialize)]
struct DueJson<'a> {
    /// Another than the comparison's where nobody spoke in it and no rate is known.
    currency: Option<Currency>,
    amount: Option<Amount>,
    known: u32,
    absent: &'a [Absence],
    /// True where more may be due: the rule or the source of its base says "at least", or a part of it is not known.
    lower_bound: bool,
    /// The streams of a pool of which nothing is known.
    missing: Vec<&'a str>,
    exact: Option<Amount>,
    rival: Option<Amount>,
    conversion: Option<ConversionJson<'a>>,
    about: bool,
    claims: Vec<&'a str>,
    rule: Option<&'a str>,
    working: Vec<WorkingJson<'a>>,
}

#[derive(Serialize)]
struct VerdictJson<'a> {
    question: Question,
    outcome: Outcome,
    kind: Option<GapKind>,
    reason: Option<Reason>,
    column: Option<reconcile::Column>,
    amount: Option<Amount>,
    percent: Option<Amount>,
    low: Option<Amount>,
    high: Option<Amount>,
    alternatives: Vec<AlternativeJson<'a>>,
    floor_missing: bool,
    days: Option<i64>,
    due_by: Option<Day>,
    penalty: Option<Amount>,
    holder: Option<&'a str>,
    state: Option<GapState>,
    explained: Option<reconcile::Cause>,
    explained_note: Option<&'a str>,
    open_question: Option<&'a str>,
}

#[derive(Serialize)]
struct AlternativeJson<'a> {
    claim: &'a str,
    amount: Amount,
    percent: Option<Amount>,
}

#[derive(Serialize)]
struct DoubtJson<'a> {
    kind: DoubtKind,
    cause: DoubtCause,
    claims: Vec<&'a str>,
    difference: Option<Amount>,
    unit: Option<&'a str>,
    note: &'a str,
}

#[derive(Serialize)]
struct SilenceJson<'a> {
    rule: &'a str,
    country: &'a str,
    mine: Option<&'a str>,
    payer: Option<&'a str>,
    recipient: Option<&'a str>,
    stream: &'a str,
    from: Option<Day>,
    to: Option<Day>,
    due_by: Day,
}

#[derive(Serialize)]
struct SumJson<'a> {
    claim: &'a str,
    parts: Vec<&'a str>,
    unit: &'a str,
    printed: Amount,
    computed: Amount,
    difference: Amount,
    agrees: bool,
    some: bool,
    of_difference: bool,
    /// The rule that a printed result should be the result of.
    rule: Option<&'a str>,
    /// What the right-hand figure of a difference would have to be.
    would_be: Option<Amount>,
}

#[derive(Serialize)]
struct SetAsideJson<'a> {
    claim: &'a str,
    reason: &'a str,
}

/// The document for a reconciliation of `facts`.
pub fn document<'a>(
    facts: &'a Facts,
    answer: &'a Reconciliation,
    pack_sha256: &'a str,
    policy_sha256: &'a str,
) -> Document<'a> {
    let names = Names(facts);
    Document {
        engine: api::workflow::ENGINE,
        pack_sha256,
        policy_sha256,
        comparisons: answer.comparisons.iter().map(|one| comparison(names, answer, one)).collect(),
        doubts: answer.doubts.iter().map(|one| doubt(names, one)).collect(),
        silences: answer.silences.iter().map(|one| silence(names, answer, one)).collect(),
        sums: answer.sums.iter().map(|one| sum(names, one)).collect(),
        set_aside: answer
            .set_aside
            .iter()
            .map(|one| SetAsideJson { claim: names.claim(one.claim), reason: &one.reason })
            .collect(),
        counts: counts(facts, answer),
    }
}

fn counts(facts: &Facts, answer: &Reconciliation) -> Counts {
    let Tally { agreed, gap, unknown, set_aside } = answer.tally();
    Counts {
        claims: facts.claims.len(),
        agreed,
        gap,
        unknown,
        set_aside,
        comparisons: answer.comparisons.len(),
        doubts: answer.doubts.len(),
        silences: answer.silences.len(),
        sums: answer.sums.len(),
    }
}

fn comparison<'a>(names: Names<'a>, answer: &'a Reconciliation, one: &'a Comparison) -> ComparisonJson<'a> {
    let scope = &one.scope;
    let period = scope.span.period();
    let event = match &scope.span {
        Span::Event(key) => Some(&**key),
        Span::Period(_) => None,
    };
    ComparisonJson {
        code: &one.code,
        part_of: one.part_of.map(|whole| answer.comparisons[whole].code.as_str()),
        country: &names.0.country(scope.country).code,
        case: Some(&*scope.case).filter(|case| !case.is_empty()),
        mine: names.mine(scope),
        payer: names.payer(scope),
        recipient: names.recipient(scope),
        stream: &names.0.stream(scope.stream).code,
        from: period.map(|period| period.first),
        to: period.map(|period| period.last),
        event,
        currency: one.currency,
        due: one.due.as_ref().map(|due| due_json(names, due)),
        declared: one.declared.as_ref().map(|total| total_json(names, total)),
        received: one.received.as_ref().map(|total| total_json(names, total)),
        pledged: one.pledged.as_ref().map(|total| total_json(names, total)),
        verdicts: one.verdicts.iter().map(|verdict| verdict_json(names, verdict)).collect(),
        rivals: one.rivals.iter().map(|rival| rival_json(names, rival)).collect(),
        shares: one.shares.iter().map(|share| share_json(names, share)).collect(),
    }
}

fn rival_json<'a>(names: Names<'a>, rival: &'a Rival) -> RivalJson<'a> {
    RivalJson {
        rule: &names.0.rule(rival.rule).code,
        due: rival.due.as_ref().map(|due| due_json(names, due)),
        verdict: rival.verdict.as_ref().map(|verdict| verdict_json(names, verdict)),
    }
}

fn share_json<'a>(names: Names<'a>, share: &'a ShareDue) -> ShareJson<'a> {
    let (percent, amount) = (share.percent, share.amount);
    ShareJson { rule: &names.0.rule(share.rule).code, token: &share.token, percent, amount }
}

fn total_json<'a>(names: Names<'a>, total: &'a Total) -> TotalJson<'a> {
    TotalJson {
        amount: total.amount,
        high: total.high,
        conversions: total.conversions.iter().map(|one| ConversionJson::of(names, one)).collect(),
        known: total.known,
        absent: &total.absent,
        lower_bound: total.lower_bound,
        stand_in: total.stand_in,
        about: total.about,
        claims: names.claims(&total.claims),
        others: names.claims(&total.others),
    }
}

fn due_json<'a>(names: Names<'a>, due: &'a Due) -> DueJson<'a> {
    DueJson {
        currency: due.currency,
        amount: due.amount,
        known: u32::from(due.amount.is_some()),
        absent: &[],
        lower_bound: due.minimum || due.lower_bound,
        missing: due.missing.iter().map(|id| &*names.0.stream(*id).code).collect(),
        exact: due.exact,
        rival: due.rival,
        conversion: due.conversion.as_ref().map(|one| ConversionJson::of(names, one)),
        about: due.about,
        claims: names.claims(&due.claims),
        rule: due.rule.map(|id| &*names.0.rule(id).code),
        working: due.working.iter().map(|line| WorkingJson::of(names, line)).collect(),
    }
}

fn verdict_json<'a>(names: Names<'a>, verdict: &'a Verdict) -> VerdictJson<'a> {
    let alternative =
        |one: &Alternative| AlternativeJson { claim: names.claim(one.claim), amount: one.amount, percent: one.percent };
    VerdictJson {
        question: verdict.question,
        outcome: verdict.outcome,
        kind: verdict.kind,
        reason: verdict.reason,
        column: verdict.column,
        amount: verdict.amount,
        percent: verdict.percent,
        low: verdict.low,
        high: verdict.high,
        alternatives: verdict.alternatives.iter().map(alternative).collect(),
        floor_missing: verdict.floor_missing,
        days: verdict.days,
        due_by: verdict.due_by,
        penalty: verdict.penalty,
        holder: verdict.holder.map(|id| &*names.0.party(id).code),
        state: verdict.state(),
        explained: verdict.explained.as_ref().map(|found| found.cause),
        explained_note: verdict.explained.as_ref().map(|found| &*found.note),
        open_question: verdict.open_question.as_deref(),
    }
}

fn doubt<'a>(names: Names<'a>, doubt: &'a Doubt) -> DoubtJson<'a> {
    DoubtJson {
        kind: doubt.kind,
        cause: doubt.cause,
        claims: names.claims(&doubt.claims),
        difference: doubt.difference,
        unit: doubt.unit.as_ref().map(|unit| unit.code()),
        note: &doubt.note,
    }
}

fn silence<'a>(names: Names<'a>, answer: &'a Reconciliation, silence: &'a Silence) -> SilenceJson<'a> {
    let scope = &answer.comparisons[silence.comparison].scope;
    let period = scope.span.period();
    SilenceJson {
        rule: &names.0.rule(silence.rule).code,
        country: &names.0.country(scope.country).code,
        mine: names.mine(scope),
        payer: names.payer(scope),
        recipient: names.recipient(scope),
        stream: &names.0.stream(scope.stream).code,
        from: period.map(|period| period.first),
        to: period.map(|period| period.last),
        due_by: silence.due_by,
    }
}

fn sum<'a>(names: Names<'a>, sum: &'a SumCheck) -> SumJson<'a> {
    SumJson {
        claim: names.claim(sum.claim),
        parts: names.claims(&sum.parts),
        unit: sum.unit.code(),
        printed: sum.printed,
        computed: sum.computed,
        difference: sum.difference,
        agrees: sum.agrees,
        some: sum.some,
        of_difference: sum.of_difference,
        rule: sum.rule.map(|id| &*names.0.rule(id).code),
        would_be: sum.would_be,
    }
}
