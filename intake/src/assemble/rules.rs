//! Rules: how much is due.

use std::collections::BTreeSet;

use reconcile::{
    Amount, BasePeriod, CountryId, Currency, Deadline, Force, MineId, PartialDate, PartyKind, Rule, RuleId, Share,
    SourceId, StreamId, Tier, Valuation,
};

use crate::amount::read_amount;
use crate::assemble::{Index, Registry};
use crate::check::{Checker, boxed, list};
use crate::finding::{Code, Flagged};
use crate::rows::RuleRow;
use crate::vocabulary::{CONFIDENCES, VALUATIONS, YES_NO};

/// The scope that means "everywhere in the country".
const WHOLE_COUNTRY: &str = "country";
/// The only measure of a tier so far.
const TIER_ABOVE: &str = "value>";

pub(crate) fn rule(
    row: &RuleRow,
    registry: &Registry<'_>,
    rules: &Index<'_>,
    check: &mut Checker<'_>,
) -> Result<Rule, Flagged> {
    let code = check.id("id", &row.id);
    let country = check.required_reference("country", &row.country, &registry.countries);
    let mine = scope(row, country.ok(), registry, check);
    let name_en = check.required("name_en", &row.name_en);
    let name_fr = check.required("name_fr", &row.name_fr);
    let stream = check.reference("stream", &row.stream, &registry.streams);
    let payer_kind = check.word::<PartyKind>("payer_kind", &row.payer_kind);
    let recipient_kind = check.word::<PartyKind>("recipient_kind", &row.recipient_kind);
    let force = check.required_word::<Force>("force", &row.force);
    let base = check.required("base", &row.base);
    let base_period = check.required_word::<BasePeriod>("base_period", &row.base_period);
    let rate_percent = check.amount("rate_percent", &row.rate_percent);
    let fixed = fixed(row, check);
    let minimum = check.one_of("minimum", &row.minimum, YES_NO);
    let split = split(row, check);
    let share_of = check.reference("share_of", &row.share_of, rules);
    let pool = pool(row, registry, check);
    let split_by = check.reference("split_by", &row.split_by, &registry.streams);
    let rival_of = check.reference("rival_of", &row.rival_of, rules);
    let valuation = check.one_of("valuation", &row.valuation, VALUATIONS);
    let tier = tier(row, check);
    let effective = effective(row, check);
    let deadline = deadline(row, check);
    let confidence = check.one_of("confidence", &row.confidence, CONFIDENCES);
    let source = check.required_reference("source_id", &row.source_id, &registry.sources);
    let has_formula =
        row.rate_percent.is_some() || row.fixed_amount.is_some() || row.split.is_some() || row.split_by.is_some();
    if !has_formula && row.confidence.as_deref() != Some("low") {
        check.note("rate_percent", "", Code::RuleWithoutFormula, Vec::new());
    }
    let (effective_from, effective_to) = effective?;
    Ok(Rule {
        code: code?,
        name_en: name_en?.into(),
        name_fr: name_fr?.into(),
        country: CountryId(country?),
        mine: mine?.map(MineId),
        stream: stream?.map(StreamId),
        payer_kind: payer_kind?,
        recipient_kind: recipient_kind?,
        force: force?,
        base: base?.into(),
        base_period: base_period?,
        rate_percent: rate_percent?,
        fixed: fixed?,
        minimum: minimum? == Some("yes"),
        split: split?,
        pool: pool?,
        split_by: split_by?.map(StreamId),
        share_of: share_of?.map(RuleId),
        rival_of: rival_of?.map(RuleId),
        valuation: valuation?.map(|_| Valuation::Highest),
        tier: tier?,
        effective_from,
        effective_to,
        deadline: deadline?,
        penalty: boxed(&row.penalty),
        legal_basis: boxed(&row.legal_basis),
        confidence: confidence?.map(Box::from),
        source: SourceId(source?),
        note: boxed(&row.note),
    })
}

/// The mine that the rule is for, which lies in the rule's country; nothing where it holds everywhere.
fn scope(
    row: &RuleRow,
    country: Option<u32>,
    registry: &Registry<'_>,
    check: &mut Checker<'_>,
) -> Result<Option<u32>, Flagged> {
    let scope = check.required("scope", &row.scope)?;
    if scope == WHOLE_COUNTRY {
        return Ok(None);
    }
    let mine = check.code("scope", scope, &registry.mines)?;
    same_country(row.country.as_deref(), country, mine, scope, registry, check)?;
    Ok(Some(mine))
}

/// Flags a country that is written beside a mine of another.
pub(crate) fn same_country(
    written: Option<&str>,
    country: Option<u32>,
    mine: u32,
    mine_code: &str,
    registry: &Registry<'_>,
    check: &mut Checker<'_>,
) -> Result<(), Flagged> {
    match (country, registry.country_of_mine(mine)) {
        (Some(country), Some(own)) if country != own => {
            let other = registry.countries.codes().find(|code| registry.countries.rank(code) == Some(own));
            let details = vec![("mine", mine_code.to_owned()), ("other", other.unwrap_or_default().to_owned())];
            Err(check.flag("country", written.unwrap_or_default(), Code::CountryDiffers, details))
        }
        _ => Ok(()),
    }
}

fn fixed(row: &RuleRow, check: &mut Checker<'_>) -> Result<Option<(Amount, Currency)>, Flagged> {
    let amount = check.amount("fixed_amount", &row.fixed_amount);
    let currency = check.currency("fixed_currency", &row.fixed_currency);
    match (amount?, currency?) {
        (Some(amount), Some(currency)) => Ok(Some((amount, currency))),
        (None, None) => Ok(None),
        (Some(amount), None) => Err(check.flag_among(
            &["fixed_currency", "fixed_amount"],
            &amount.to_string(),
            Code::FixedIncomplete,
            Vec::new(),
        )),
        (None, Some(currency)) => Err(check.flag_among(
            &["fixed_amount", "fixed_currency"],
            currency.code(),
            Code::FixedIncomplete,
            Vec::new(),
        )),
    }
}

/// Shares of a whole, which total one hundred to the last digit.
fn split(row: &RuleRow, check: &mut Checker<'_>) -> Result<Vec<Share>, Flagged> {
    let seen = row.split.as_deref().unwrap_or_default();
    let mut shares: Vec<Share> = Vec::new();
    let mut tokens: BTreeSet<&str> = BTreeSet::new();
    for part in list(&row.split) {
        let named = |check: &mut Checker<'_>, code| check.flag("split", seen, code, vec![("part", part.to_owned())]);
        let Some((token, percent)) = part.rsplit_once(':').filter(|(token, _)| !token.trim().is_empty()) else {
            return Err(named(check, Code::SplitShape));
        };
        let percent = match read_amount(percent.trim()) {
            Ok(percent) if !percent.is_zero() && !percent.is_negative() => percent,
            _ => return Err(named(check, Code::SplitShape)),
        };
        let token = token.trim();
        if !tokens.insert(token) {
            return Err(named(check, Code::SplitRepeated));
        }
        shares.push(Share { token: token.into(), percent });
    }
    let sum = shares.iter().try_fold(Amount::ZERO, |sum, share| sum.plus(share.percent));
    match sum {
        Ok(sum) if shares.is_empty() || sum == Amount::whole(100) => Ok(shares),
        Ok(sum) => Err(check.flag("split", seen, Code::SplitTotal, vec![("sum", sum.to_string())])),
        Err(_) => Err(check.flag("split", seen, Code::SplitShape, vec![("part", seen.to_owned())])),
    }
}

/// The streams of a pool, each once.
fn pool(row: &RuleRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Vec<StreamId>, Flagged> {
    let read: Vec<Result<u32, Flagged>> =
        list(&row.pool).map(|code| check.code("pool", code, &registry.streams)).collect();
    let mut streams = read.into_iter().map(|rank| rank.map(StreamId)).collect::<Result<Vec<_>, Flagged>>()?;
    streams.sort_unstable();
    streams.dedup();
    Ok(streams)
}

/// `value>500000 USD`.
fn tier(row: &RuleRow, check: &mut Checker<'_>) -> Result<Option<Tier>, Flagged> {
    let Some(text) = &row.tier else { return Ok(None) };
    let read = || {
        let (above, currency) = text.strip_prefix(TIER_ABOVE)?.trim().split_once(' ')?;
        Some(Tier { above: above.parse().ok()?, currency: currency.trim().parse().ok()? })
    };
    match read() {
        Some(tier) => Ok(Some(tier)),
        None => Err(check.flag("tier", text, Code::TierShape, Vec::new())),
    }
}

type Dates = (Option<PartialDate>, Option<PartialDate>);

fn effective(row: &RuleRow, check: &mut Checker<'_>) -> Result<Dates, Flagged> {
    let from = check.date("effective_from", &row.effective_from);
    let to = check.date("effective_to", &row.effective_to);
    match (from?, to?) {
        (Some(from), Some(to)) if from.first > to.last => {
            let first = row.effective_from.clone().unwrap_or_default();
            let last = row.effective_to.as_deref().unwrap_or_default();
            Err(check.flag("effective_to", last, Code::PeriodReversed, vec![("first", first)]))
        }
        dates => Ok(dates),
    }
}

fn deadline(row: &RuleRow, check: &mut Checker<'_>) -> Result<Option<Box<str>>, Flagged> {
    let Some(text) = &row.deadline else { return Ok(None) };
    match Deadline::from_code(text) {
        Some(_) => Ok(Some(text.as_str().into())),
        None => Err(check.flag("deadline", text, Code::DeadlineShape, Vec::new())),
    }
}
