//! A pack of its own for one worked example: its rule, the rules that this one shares, and the example's figures.
//!
//! The payer is asked about one payment; the figures stand where a pack would have them: bases as bases, the whole of
//! a split as a printed total with its parts, what is to be passed on as a receipt of the payer.

use std::collections::BTreeSet;

use crate::bases::year_before;
use crate::currency::Unit;
use crate::example::{Answer, Example, Given};
use crate::facts::{
    Claim, ClaimId, Country, CountryId, Facts, Mine, MineId, Party, PartyId, Rate, Remark, RuleId, Source, SourceId,
    Statement, Stream, StreamId,
};
use crate::period::{Day, PartialDate, Period, Span};
use crate::rule::Rule;
use crate::words::{Absence, BasePeriod, PartyKind, PaymentType, Precision, RemarkKind, Role, Side};

const PAYER: PartyId = PartyId(0);

/// The pack of an example, and how its ranks lead back.
pub(crate) struct Stage {
    pub(crate) facts: Facts,
    /// The payment whose due is asked.
    pub(crate) asked: ClaimId,
    /// For each claim that is a figure of the example, its position there. They are the first claims.
    pub(crate) given: Vec<usize>,
    /// For each rule, its rank where it came from.
    pub(crate) rules: Vec<RuleId>,
    /// Who takes a share, where one is asked: the parties after the payer.
    takers: Vec<Box<str>>,
}

impl Stage {
    /// The rule of the example.
    pub(crate) const RULE: RuleId = RuleId(0);

    /// Sets the stage for an example of a rule of these facts.
    pub(crate) fn set(facts: &Facts, example: &Example) -> Stage {
        let rules = with_shared(facts, example.rule);
        let rule = facts.rule(example.rule);
        let takers = if example.recipient.is_some() { example.takers(facts) } else { Vec::new() };
        let mut stage = Stage { facts: empty(facts, rule), asked: ClaimId(0), given: Vec::new(), rules, takers };
        stage.name_streams(facts, example);
        stage.copy_rules(facts);
        stage.add_parties(rule);
        for (position, given) in example.given.iter().enumerate() {
            match given.rate_of() {
                Some(from) => stage.facts.rates.extend(rate(given, from, example)),
                None => {
                    stage.given.push(position);
                    let claim = stage.figure(given, example);
                    stage.facts.claims.push(claim);
                }
            }
        }
        stage.ask(example);
        stage
    }

    /// Streams by code: those of the rules, and those that the figures name.
    fn name_streams(&mut self, facts: &Facts, example: &Example) {
        let measured = |id: &RuleId| facts.rule(*id).pool.iter().chain(&facts.rule(*id).split_by);
        let measured = self.rules.iter().flat_map(measured).map(|stream| &*facts.stream(*stream).code);
        let of_rules = self.rules.iter().map(|id| stream_code(facts, *id)).chain(measured);
        let of_figures = example.given.iter().filter(|given| given.rate_of().is_none()).map(|given| &*given.name);
        let codes: BTreeSet<&str> = of_rules.chain(of_figures).collect();
        let stream = |code: &str| Stream { code: code.into(), payment_type: PaymentType::Other };
        self.facts.streams = codes.into_iter().map(stream).collect();
    }

    fn copy_rules(&mut self, facts: &Facts) {
        let rank = |id: RuleId| self.rules.iter().position(|other| *other == id).map(|rank| RuleId(rank as u32));
        let same = |stream: StreamId| self.facts.stream_by_code(&facts.stream(stream).code);
        let copy = |id: &RuleId| {
            let rule = facts.rule(*id);
            Rule {
                country: CountryId(0),
                mine: rule.mine.map(|_| MineId(0)),
                stream: self.facts.stream_by_code(stream_code(facts, *id)),
                pool: rule.pool.iter().copied().filter_map(same).collect(),
                split_by: rule.split_by.and_then(same),
                share_of: rule.share_of.and_then(rank),
                // A version that disputes another is shown by itself.
                rival_of: None,
                source: SourceId(0),
                ..rule.clone()
            }
        };
        self.facts.rules = self.rules.iter().map(copy).collect();
    }

    /// The payer, and one recipient: where a share is asked, one for each share.
    fn add_parties(&mut self, rule: &Rule) {
        let party = |code: &str, kind: Option<PartyKind>, other: PartyKind| Party {
            code: code.into(),
            country: CountryId(0),
            kind: kind.unwrap_or(other),
            parent: None,
            shares: Vec::new(),
        };
        let recipient = |code: &str| party(code, rule.recipient_kind, PartyKind::Community);
        self.facts.parties.push(party("payer", rule.payer_kind, PartyKind::Company));
        self.facts.parties.extend(self.takers.iter().map(|taker| recipient(taker)));
        if self.takers.is_empty() {
            self.facts.parties.push(recipient("recipient"));
        }
    }

    /// A figure as the claim that a pack would hold.
    fn figure(&self, given: &Given, example: &Example) -> Claim {
        let rule = &self.facts.rules[Stage::RULE.index()];
        let shared = rule.share_of.and_then(|shared| self.facts.rule(shared).stream);
        let named = self.facts.stream_by_code(&given.name);
        let is_flow = named == rule.stream || named == shared || *given.name == *rule.base;
        let stated = Statement::Stated(given.amount, given.unit);
        let claim = Claim { code: given.name.clone(), statement: stated, ..self.silent_claim(example) };
        if rule.split_by.is_some() && named == rule.split_by {
            let taker = given.label.as_ref().and_then(|label| self.party_of(label));
            return Claim { stream: named.unwrap_or(claim.stream), role: Role::Base, recipient: taker, ..claim };
        }
        if rule.is_split() && is_flow {
            // The printed total of what is split: it stands on the flow itself, and names no recipient.
            return Claim { recipient: None, ..claim };
        }
        let stream = named.unwrap_or(claim.stream);
        if named == shared && shared.is_some() {
            return Claim { stream, role: Role::Received, payer: None, recipient: Some(PAYER), ..claim };
        }
        let span = match (&claim.span, self.measured_by(given).base_period) {
            (Span::Period(period), BasePeriod::PreviousYear) => Span::Period(year_before(*period).unwrap_or(*period)),
            (span, _) => span.clone(),
        };
        Claim { stream, role: Role::Base, recipient: None, span, ..claim }
    }

    /// The rule that a base figure serves: that of the example, or one whose payment it shares.
    fn measured_by(&self, given: &Given) -> &Rule {
        let rules = &self.facts.rules;
        rules.iter().find(|rule| *rule.base == *given.name).unwrap_or(&rules[Stage::RULE.index()])
    }

    /// The party that takes a share under this word. The payer is the first party.
    fn party_of(&self, taker: &str) -> Option<PartyId> {
        let rank = self.takers.iter().position(|other| **other == *taker)?;
        Some(PartyId(1 + rank as u32))
    }

    /// Adds the payment that is asked about; for a share of a printed total, with its siblings as parts of it.
    fn ask(&mut self, example: &Example) {
        let asked = example.recipient.as_ref().and_then(|taker| self.party_of(taker));
        let whole = self.facts.claims.iter().position(|claim| claim.role == Role::Paid);
        let first = self.facts.claims.len() as u32;
        let silent = self.silent_claim(example);
        for index in 0..self.takers.len().max(1) as u32 {
            let claim = ClaimId(first + index);
            self.facts.claims.push(Claim { recipient: Some(PartyId(1 + index)), ..silent.clone() });
            if let (Some(whole), Some(_)) = (whole, asked) {
                let others = vec![ClaimId(whole as u32)];
                self.facts.remarks.push(part_of(claim, others));
            }
        }
        self.asked = ClaimId(first + asked.map_or(0, |PartyId(party)| party - 1));
    }

    /// The payer on the flow of the rule, without a figure: unless a rate is given, for then it pays in the currency
    /// that the rate leads to, and the due must be told in it.
    fn silent_claim(&self, example: &Example) -> Claim {
        let rule = &self.facts.rules[Stage::RULE.index()];
        let statement = match example.expected {
            Answer::Due(amount, currency) if !self.facts.rates.is_empty() => {
                Statement::Stated(amount, Unit::Money(currency))
            }
            Answer::Due(..) | Answer::Unknown(_) => Statement::Absent(Absence::NotStated, None),
        };
        let one_day = example.on.filter(|on| on.first == on.last);
        Claim {
            code: example.code.clone(),
            case: Box::default(),
            country: CountryId(0),
            mine: rule.mine,
            payer: Some(PAYER),
            recipient: Some(PartyId(1)),
            stream: rule.stream.unwrap_or(StreamId(0)),
            nature: None,
            side: Side::Company,
            role: Role::Paid,
            span: span(example, one_day.is_some()),
            paid_on: one_day,
            stated_on: None,
            statement,
            precision: Precision::Exact,
            source: SourceId(0),
        }
    }
}

/// A person's word that a claim is a part of others.
fn part_of(claim: ClaimId, others: Vec<ClaimId>) -> Remark {
    let kind = RemarkKind::PartOf;
    Remark { claim, kind, others, word: Box::default(), gap: Box::default(), note: Box::default() }
}

/// One sale or payment for a day or no date; else the period.
fn span(example: &Example, one_day: bool) -> Span {
    let period = example.on.filter(|_| !one_day).and_then(|on| Period::new(on.first, on.last));
    period.map_or_else(|| Span::Event(example.code.clone()), Span::Period)
}

/// What one unit of a currency is in another.
fn rate(given: &Given, from: crate::currency::Currency, example: &Example) -> Option<Rate> {
    let always = PartialDate { first: Day::OPEN_START, last: Day::OPEN_END };
    Some(Rate {
        from,
        to: given.unit.currency()?,
        rate: given.amount,
        on: example.on.unwrap_or(always),
        kind: "transaction".into(),
        source: SourceId(0),
    })
}

/// The rule, the rule whose payment it shares, and so on.
fn with_shared(facts: &Facts, rule: RuleId) -> Vec<RuleId> {
    let mut rules = vec![rule];
    let mut last = rule;
    while let Some(shared) = facts.rule(last).share_of.filter(|shared| !rules.contains(shared)) {
        rules.push(shared);
        last = shared;
    }
    rules
}

/// The stream of a rule; one that has none is asked about a stream of its own name.
fn stream_code(facts: &Facts, id: RuleId) -> &str {
    let rule = facts.rule(id);
    rule.stream.map_or(&rule.code, |stream| &facts.stream(stream).code)
}

/// A country, the rule's mine where it is for one, and a source.
fn empty(facts: &Facts, rule: &Rule) -> Facts {
    let mine = |id: MineId| Mine { code: facts.mine(id).code.clone(), country: CountryId(0), parent: None };
    Facts {
        countries: vec![Country { code: facts.country(rule.country).code.clone() }],
        mines: rule.mine.map(mine).into_iter().collect(),
        sources: vec![Source { code: "example".into() }],
        ..Facts::default()
    }
}
