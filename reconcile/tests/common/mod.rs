//! Facts from small tables, and verdicts as small tables, so that a test reads as one.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::collections::{BTreeMap, BTreeSet};

use reconcile::*;

/// Reads a table of facts. One line each:
///
/// ```text
/// party acme company [in group] [takes landowners]
/// mine north [in area]
/// rule r1 royalty base=sale_value rate=10 [mine=north] [fixed=100USD] [split=a:50;b:50] [from=2019] [to=2020] [of=r0] [min] [prev] [highest] [above=500000USD] [force=lease] [payer=company] [recipient=council] [each_sale] [pool=tax-a;tax-b] [by=licences] [rival=r0]
/// c1 company paid acme -> treasury royalty 2020 100.00 USD [rounded] [mine=north] [case=x] [paid=2020-05-01] [said=2021]
/// c2 government received acme -> treasury royalty 2020..2021-06 - not_disclosed
/// remark c1 part_of c2 [note words]
/// ```
/// Everything is in one country; streams and sources appear by being named. `#` starts a comment.
pub fn facts(table: &str) -> Facts {
    let lines: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split('#').next().unwrap_or("").split_whitespace().collect::<Vec<_>>())
        .filter(|words| !words.is_empty())
        .collect();
    let mut sketch = Sketch::default();
    for words in &lines {
        match words[0] {
            "party" => sketch.parties.push(words.clone()),
            "mine" => sketch.mines.push(words.clone()),
            "rule" => sketch.rules.push(words.clone()),
            "remark" => sketch.remarks.push(words.clone()),
            "rate" => sketch.rates.push(words.clone()),
            _ => sketch.claims.push(words.clone()),
        }
    }
    sketch.build()
}

#[derive(Default)]
struct Sketch<'a> {
    parties: Vec<Vec<&'a str>>,
    mines: Vec<Vec<&'a str>>,
    rules: Vec<Vec<&'a str>>,
    remarks: Vec<Vec<&'a str>>,
    claims: Vec<Vec<&'a str>>,
    rates: Vec<Vec<&'a str>>,
}

fn rank(codes: &[&str], code: &str) -> u32 {
    codes.iter().position(|known| *known == code).unwrap_or_else(|| panic!("{code} is not in the table")) as u32
}

fn option<'a>(words: &[&'a str], key: &str) -> Option<&'a str> {
    words.iter().find_map(|word| word.strip_prefix(key).and_then(|rest| rest.strip_prefix('=')))
}

fn after<'a>(words: &[&'a str], key: &str) -> Option<&'a str> {
    words.iter().position(|word| *word == key).map(|index| words[index + 1])
}

fn money(text: &str) -> (Amount, Currency) {
    let (amount, currency) = text.split_at(text.len() - 3);
    (amount.parse().expect("an amount"), currency.parse().expect("a currency"))
}

pub fn span(text: &str) -> Span {
    if let Some(event) = text.strip_prefix("event:") {
        return Span::Event(event.into());
    }
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    let from = if from.is_empty() { Day::OPEN_START } else { from.parse::<PartialDate>().expect("a date").first };
    let to = if to.is_empty() { Day::OPEN_END } else { to.parse::<PartialDate>().expect("a date").last };
    Span::Period(Period::new(from, to).expect("a period"))
}

impl Sketch<'_> {
    fn build(&self) -> Facts {
        let codes = |list: &[Vec<&'static str>]| list.to_vec();
        let _ = codes;
        let sorted = |list: &[Vec<&str>], at: usize| -> Vec<String> {
            list.iter().map(|words| words[at].to_owned()).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let parties = sorted(&self.parties, 1);
        let mines = sorted(&self.mines, 1);
        let rules = sorted(&self.rules, 1);
        let claims = sorted(&self.claims, 0);
        let of_rule = |words: &Vec<&'_ str>| {
            let pool = option(words, "pool").into_iter().flat_map(|pool| pool.split(';'));
            pool.chain(option(words, "by")).chain([words[2]]).map(str::to_owned).collect::<Vec<_>>()
        };
        let streams: BTreeSet<String> =
            self.claims.iter().map(|words| words[6].to_owned()).chain(self.rules.iter().flat_map(of_rule)).collect();
        let streams: Vec<String> = streams.into_iter().collect();
        let names = Names { parties, mines, rules, claims, streams };
        let mut facts = Facts {
            countries: vec![Country { code: "ZZ".into() }],
            sources: vec![Source { code: "a-source".into() }],
            streams: names
                .streams
                .iter()
                .map(|code| Stream { code: code.as_str().into(), payment_type: PaymentType::Other })
                .collect(),
            parties: self.parties.iter().map(|words| names.party(words)).collect(),
            mines: self.mines.iter().map(|words| names.mine(words)).collect(),
            rules: self.rules.iter().map(|words| names.rule(words)).collect(),
            claims: self.claims.iter().map(|words| names.claim(words)).collect(),
            remarks: self.remarks.iter().map(|words| names.remark(words)).collect(),
            rates: self.rates.iter().map(|words| rate(words)).collect(),
        };
        facts.parties.sort_by(|a, b| a.code.cmp(&b.code));
        facts.mines.sort_by(|a, b| a.code.cmp(&b.code));
        facts.rules.sort_by(|a, b| a.code.cmp(&b.code));
        facts.claims.sort_by(|a, b| a.code.cmp(&b.code));
        facts.remarks.sort();
        facts
    }
}

/// `rate USD GNF 9225 2016 [transaction]`
fn rate(words: &[&str]) -> Rate {
    Rate {
        from: words[1].parse().expect("a currency"),
        to: words[2].parse().expect("a currency"),
        rate: words[3].parse().expect("a rate"),
        on: words[4].parse().expect("a date"),
        kind: words.get(5).copied().unwrap_or("transaction").into(),
        source: SourceId(0),
    }
}

struct Names {
    parties: Vec<String>,
    mines: Vec<String>,
    rules: Vec<String>,
    claims: Vec<String>,
    streams: Vec<String>,
}

fn find(codes: &[String], code: &str) -> u32 {
    rank(&codes.iter().map(String::as_str).collect::<Vec<_>>(), code)
}

impl Names {
    fn stream(&self, code: &str) -> StreamId {
        StreamId(find(&self.streams, code))
    }

    fn party(&self, words: &[&str]) -> Party {
        Party {
            code: words[1].into(),
            country: CountryId(0),
            kind: PartyKind::from_code(words[2]).expect("a kind"),
            parent: after(words, "in").map(|code| PartyId(find(&self.parties, code))),
            shares: after(words, "takes").into_iter().map(Into::into).collect(),
        }
    }

    fn mine(&self, words: &[&str]) -> Mine {
        Mine {
            code: words[1].into(),
            country: CountryId(0),
            parent: after(words, "in").map(|code| MineId(find(&self.mines, code))),
        }
    }

    fn rule(&self, words: &[&str]) -> Rule {
        let split = option(words, "split").into_iter().flat_map(|text| text.split(';'));
        let share = |part: &str| {
            let (token, percent) = part.split_once(':').expect("token:percent");
            Share { token: token.into(), percent: percent.parse().expect("a percentage") }
        };
        Rule {
            code: words[1].into(),
            name_en: words[1].into(),
            name_fr: words[1].into(),
            country: CountryId(0),
            mine: option(words, "mine").map(|code| MineId(find(&self.mines, code))),
            stream: Some(self.stream(words[2])),
            payer_kind: option(words, "payer").and_then(PartyKind::from_code),
            recipient_kind: option(words, "recipient").and_then(PartyKind::from_code),
            force: option(words, "force").and_then(Force::from_code).unwrap_or(Force::Statute),
            base: option(words, "base").unwrap_or("fixed").into(),
            base_period: match (words.contains(&"prev"), words.contains(&"each_sale")) {
                (true, _) => BasePeriod::PreviousYear,
                (false, true) => BasePeriod::EachSale,
                (false, false) => BasePeriod::Same,
            },
            rate_percent: option(words, "rate").map(|text| text.parse().expect("a rate")),
            fixed: option(words, "fixed").map(money),
            minimum: words.contains(&"min"),
            pool: option(words, "pool")
                .into_iter()
                .flat_map(|pool| pool.split(';'))
                .map(|code| self.stream(code))
                .collect(),
            split: split.map(share).collect(),
            split_by: option(words, "by").map(|code| self.stream(code)),
            share_of: option(words, "of").map(|code| RuleId(find(&self.rules, code))),
            rival_of: option(words, "rival").map(|code| RuleId(find(&self.rules, code))),
            valuation: words.contains(&"highest").then_some(Valuation::Highest),
            tier: option(words, "above").map(|text| {
                let (above, currency) = money(text);
                Tier { above, currency }
            }),
            effective_from: option(words, "from").map(|text| text.parse().expect("a date")),
            effective_to: option(words, "to").map(|text| text.parse().expect("a date")),
            deadline: option(words, "due").map(Into::into),
            penalty: option(words, "penalty").map(|text| text.replace('_', " ").into()),
            legal_basis: None,
            confidence: None,
            source: SourceId(0),
            note: None,
        }
    }

    fn claim(&self, words: &[&str]) -> Claim {
        let party = |word: &str| (word != "?").then(|| PartyId(find(&self.parties, word)));
        let unit = |text: &str| Unit::from_code(text).unwrap_or_else(|| Unit::Money(text.parse().expect("a currency")));
        let statement = match words[8] {
            "-" => Statement::Absent(Absence::from_code(words[9]).expect("an absence"), None),
            text => Statement::Stated(text.parse().expect("an amount"), unit(words[9])),
        };
        Claim {
            code: words[0].into(),
            case: option(words, "case").unwrap_or("").into(),
            country: CountryId(0),
            mine: option(words, "mine").map(|code| MineId(find(&self.mines, code))),
            payer: party(words[3]),
            recipient: party(words[5]),
            stream: StreamId(find(&self.streams, words[6])),
            nature: option(words, "nature").and_then(Nature::from_code),
            side: Side::from_code(words[1]).expect("a side"),
            role: Role::from_code(words[2]).expect("a role"),
            span: span(words[7]),
            paid_on: option(words, "paid").map(|text| text.parse().expect("a date")),
            stated_on: option(words, "said").map(|text| text.parse().expect("a date")),
            statement,
            precision: words[10..].iter().find_map(|word| Precision::from_code(word)).unwrap_or(Precision::Exact),
            source: SourceId(0),
        }
    }

    fn remark(&self, words: &[&str]) -> Remark {
        let kind = RemarkKind::from_code(words[2]).expect("a remark");
        let value = words.get(3).copied().unwrap_or("");
        let others = value.split(';').filter_map(|code| self.claims.iter().position(|known| known == code));
        let gap = match kind {
            RemarkKind::Explained | RemarkKind::OpenQuestion => value.split(';').find(|word| word.starts_with("G-")),
            _ => None,
        };
        let word = value.split(';').find(|word| gap != Some(word)).unwrap_or("");
        let word = if kind == RemarkKind::Explained { word } else { value };
        Remark {
            claim: ClaimId(find(&self.claims, words[1])),
            kind,
            others: others.map(|index| ClaimId(index as u32)).collect(),
            word: word.into(),
            gap: gap.unwrap_or("").into(),
            note: words.get(4..).unwrap_or(&[]).join(" ").into(),
        }
    }
}

/// What a reconciliation says, one line a verdict or doubt.
pub fn say(facts: &Facts, policy: &Policy) -> String {
    let outcome = reconcile(facts, policy).expect("sums that can be kept");
    let mut text = String::new();
    for comparison in &outcome.comparisons {
        let name = name(facts, &comparison.scope);
        for verdict in &comparison.verdicts {
            text += &format!("{name}: {}\n", verdict_line(verdict, comparison.currency));
        }
        for rival in &comparison.rivals {
            let answer = rival.verdict.as_ref().map(|verdict| verdict_line(verdict, comparison.currency));
            text +=
                &format!("  under {}: {}\n", facts.rule(rival.rule).code, answer.unwrap_or_else(|| "not asked".into()));
        }
        let mut shares = comparison.shares.iter().peekable();
        while let Some(share) = shares.next() {
            let (rule, mut parts) = (share.rule, vec![format!("{} {}", share.token, share.amount)]);
            while let Some(other) = shares.next_if(|other| other.rule == rule) {
                parts.push(format!("{} {}", other.token, other.amount));
            }
            text += &format!("  shares by {}: {}\n", facts.rule(rule).code, parts.join(", "));
        }
    }
    for doubt in &outcome.doubts {
        let claims: Vec<&str> = doubt.claims.iter().map(|id| &*facts.claim(*id).code).collect();
        let difference = doubt.difference.map_or(String::new(), |amount| format!(" {amount}"));
        text += &format!("doubt {} {}: {}{difference}\n", doubt.kind, doubt.cause, claims.join(", "));
    }
    text
}

pub fn name(facts: &Facts, scope: &Scope) -> String {
    let party = |id: Option<PartyId>| id.map_or("?", |id| &facts.party(id).code);
    let span = match &scope.span {
        Span::Period(period) => format!("{}..{}", period.first, period.last),
        Span::Event(event) => event.to_string(),
    };
    let mine = scope.mine.map_or(String::new(), |id| format!(" at {}", facts.mine(id).code));
    format!("{} {} -> {}{mine} {span}", facts.stream(scope.stream).code, party(scope.payer), party(scope.recipient))
}

fn verdict_line(verdict: &Verdict, currency: Option<Currency>) -> String {
    let mut words = vec![verdict.question.to_string(), verdict.outcome.to_string()];
    words.extend(verdict.kind.map(|kind| kind.to_string()));
    words.extend(verdict.reason.map(|reason| reason.to_string()));
    words.extend(verdict.column.map(|column| column.to_string()));
    if let Some(amount) = verdict.amount {
        words.push(format!("{amount} {}", currency.map_or("?".to_owned(), |currency| currency.to_string())));
    }
    words.extend(verdict.days.map(|days| format!("{days} days")));
    words.extend(verdict.penalty.map(|penalty| format!("penalty {penalty}")));
    words.extend(verdict.explained.as_ref().map(|found| format!("explained: {}", found.cause)));
    words.extend(verdict.percent.map(|percent| format!("{percent} %")));
    words.extend(verdict.open_question.as_ref().map(|question| format!("asked: {question}")));
    words.join(" ")
}

/// A policy without thresholds: every difference beyond the sources' rounding is a gap.
pub fn strict() -> Policy {
    Policy {
        version: 1,
        percent_of: PercentOf::DueOrDeclared,
        as_of: None,
        default: Threshold { percent: Amount::ZERO, floor: BTreeMap::new() },
        streams: BTreeMap::new(),
    }
}

/// Checks what is said of a table as of a day.
pub fn check_as_of(day: &str, table: &str, expected: expect_test::Expect) {
    let as_of = Some(day.parse::<PartialDate>().expect("a day").first);
    expected.assert_eq(&say(&facts(table), &Policy { as_of, ..Policy::default() }));
}

/// Checks what is said of a table under the default policy (one percent, and a thousand dollars).
pub fn check(table: &str, expected: expect_test::Expect) {
    expected.assert_eq(&say(&facts(table), &Policy::default()));
}

/// A company, a treasury, and a district with two councils: who the small cases are about.
pub const PARTIES: &str = "
    party acme company
    party treasury government
    party north-council council in district
    party south-council council in district
    party district council
";

/// Checks what is said of a table about those parties.
pub fn case(table: &str, expected: expect_test::Expect) {
    check(&format!("{PARTIES}{table}"), expected);
}
