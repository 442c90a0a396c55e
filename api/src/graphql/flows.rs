//! Stored comparisons as flows of a chain, and what is known about how they belong together. The same number of
//! statements however many flows there are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_graphql::Context;
use entity::comparison::Model;
use reconcile::{
    Amount, CountryId, Currency, Day, Flow, Heard, MineId, PartialDate, PartyId, Period, Scope, Span, StreamId, Ties,
};

use super::error::{ApiError, ApiResult};
use super::loader;
use super::object::list;
use crate::store::read::{
    AreasOfMine, BodiesOfParty, ClaimByCode, ComparisonFilter, ComparisonList, ComparisonSort, ComparisonsOf,
    JoinsInCountry, Page, Step, Window,
};

/// The most flows of one graph.
pub const FLOWS_MAX: i32 = 100;

/// The newest comparisons of a parent, of these streams where they are given.
pub async fn of(
    ctx: &Context<'_>,
    release: i64,
    of: ComparisonsOf,
    parent: &str,
    streams: Option<Vec<String>>,
) -> ApiResult<Page<Model>> {
    let filter = ComparisonFilter { streams, ..ComparisonFilter::default() };
    let list = ComparisonList { release, of, filter, sort: ComparisonSort::Newest };
    let limit = u64::from(FLOWS_MAX.unsigned_abs());
    loader::page(ctx, list, Window { limit, backward: false, after: None, before: None }, parent).await
}

/// A stream, those whose money goes on as it, and those that it goes on as.
pub async fn joined_streams(ctx: &Context<'_>, release: i64, country: &str, stream: String) -> ApiResult<Vec<String>> {
    let joins = loader::related::<JoinsInCountry>(ctx, release, country).await?;
    let pairs: Vec<(&str, &str)> = joins.iter().map(|join| (join.below.as_str(), join.above.as_str())).collect();
    let mut streams: BTreeSet<&str> = reached(&stream, &pairs);
    let turned: Vec<(&str, &str)> = pairs.iter().map(|(below, above)| (*above, *below)).collect();
    streams.extend(reached(&stream, &turned));
    Ok(streams.into_iter().map(str::to_owned).collect())
}

/// Everything that steps lead to.
fn reached<'a>(start: &'a str, steps: &[(&'a str, &'a str)]) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::from([start]);
    loop {
        let next: Vec<&str> = steps.iter().filter(|(from, _)| reached.contains(from)).map(|(_, to)| *to).collect();
        let before = reached.len();
        reached.extend(next);
        if reached.len() == before {
            return reached;
        }
    }
}

/// Codes by their rank in sorted order, so that ranks sort as codes do.
pub struct Ranks(Vec<String>);

impl Ranks {
    fn new<'a>(codes: impl Iterator<Item = &'a String>) -> Ranks {
        Ranks(codes.cloned().collect::<BTreeSet<_>>().into_iter().collect())
    }

    /// The rank of a code, where it is one of these.
    pub fn of(&self, code: &str) -> Option<u32> {
        let rank = self.0.binary_search_by(|known| known.as_str().cmp(code)).ok()?;
        u32::try_from(rank).ok()
    }

    /// The code of a rank.
    pub fn code(&self, rank: u32) -> Option<&String> {
        self.0.get(rank as usize)
    }
}

/// Flows ready to be traced.
pub struct Found {
    /// At the positions of the rows.
    pub flows: Vec<Flow>,
    /// How things belong together.
    pub ties: Ties,
    /// The parties by rank.
    pub parties: Ranks,
}

/// Everything that flows and steps name, by rank.
struct Named {
    countries: Ranks,
    streams: Ranks,
    mines: Ranks,
    parties: Ranks,
    /// Where the row of each code stands.
    positions: BTreeMap<String, usize>,
    /// Claims whose sources rounded, or said "about" or "at least".
    rough: BTreeSet<String>,
}

/// Turns rows into flows.
pub async fn found(ctx: &Context<'_>, release: i64, rows: &[Arc<Model>]) -> ApiResult<Found> {
    let ends = || rows.iter().flat_map(|row| [&row.payer, &row.recipient]).flatten();
    let mines = || rows.iter().filter_map(|row| row.mine.as_ref());
    let countries = Ranks::new(rows.iter().map(|row| &row.country));
    let bodies = loader::gathered::<BodiesOfParty>(ctx, release, &Ranks::new(ends()).0).await?;
    let areas = loader::gathered::<AreasOfMine>(ctx, release, &Ranks::new(mines()).0).await?;
    let joins = loader::gathered::<JoinsInCountry>(ctx, release, &countries.0).await?;
    let named = Named {
        countries,
        streams: Ranks::new(rows.iter().map(|row| &row.stream)),
        mines: Ranks::new(mines().chain(areas.iter().flat_map(|step| [&step.below, &step.above]))),
        parties: Ranks::new(ends().chain(bodies.iter().flat_map(|step| [&step.below, &step.above]))),
        positions: rows.iter().enumerate().map(|(position, row)| (row.code.clone(), position)).collect(),
        rough: rough_claims(ctx, release, rows).await?,
    };
    let flows = rows.iter().map(|row| named.flow(row)).collect::<ApiResult<_>>()?;
    let ties = Ties {
        joins: joins.iter().filter_map(|step| named.join(step)).collect(),
        parents: bodies.iter().filter_map(|step| named.body(step)).collect(),
        areas: areas.iter().filter_map(|step| named.area(step)).collect(),
    };
    Ok(Found { flows, ties, parties: named.parties })
}

impl Named {
    fn party(&self, code: &str) -> Option<PartyId> {
        self.parties.of(code).map(PartyId)
    }

    fn join(&self, step: &Step) -> Option<(StreamId, StreamId)> {
        let (inward, onward) = (self.streams.of(&step.above)?, self.streams.of(&step.below)?);
        (inward != onward).then_some((StreamId(inward), StreamId(onward)))
    }

    fn body(&self, step: &Step) -> Option<(PartyId, PartyId)> {
        Some((self.party(&step.below)?, self.party(&step.above)?))
    }

    fn area(&self, step: &Step) -> Option<(MineId, MineId)> {
        Some((MineId(self.mines.of(&step.below)?), MineId(self.mines.of(&step.above)?)))
    }

    fn flow(&self, row: &Model) -> ApiResult<Flow> {
        let missing = || ApiError::internal(format!("{} stands in no registry", row.code));
        let scope = Scope {
            country: CountryId(self.countries.of(&row.country).ok_or_else(missing)?),
            case: row.case.as_deref().unwrap_or_default().into(),
            stream: StreamId(self.streams.of(&row.stream).ok_or_else(missing)?),
            mine: row.mine.as_deref().and_then(|code| self.mines.of(code)).map(MineId),
            payer: row.payer.as_deref().and_then(|code| self.party(code)),
            recipient: row.recipient.as_deref().and_then(|code| self.party(code)),
            span: span(row)?,
        };
        let currency = row.currency.as_deref().map(str::parse::<Currency>).transpose().map_err(ApiError::internal)?;
        Ok(Flow {
            scope,
            part_of: row.part_of.as_ref().and_then(|code| self.positions.get(code)).copied(),
            currency,
            declared: self.heard(Side::declared(row))?,
            received: self.heard(Side::received(row))?,
        })
    }

    fn heard(&self, side: Option<Side<'_>>) -> ApiResult<Option<Heard>> {
        let Some(side) = side else { return Ok(None) };
        let amount = side.amount.map(|digits| digits.parse::<Amount>()).transpose().map_err(ApiError::internal)?;
        let rough = list::<String>(side.claims)?.iter().any(|claim| self.rough.contains(claim));
        Ok(Some(Heard { amount, lower_bound: side.lower_bound, rough }))
    }
}

/// The claims behind these rows whose sources rounded, or said "about" or "at least".
async fn rough_claims(ctx: &Context<'_>, release: i64, rows: &[Arc<Model>]) -> ApiResult<BTreeSet<String>> {
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for row in rows {
        for json in [&row.declared_claims, &row.received_claims] {
            codes.extend(list::<String>(json.as_ref())?);
        }
    }
    let claims = loader::all::<ClaimByCode>(ctx, release, &Vec::from_iter(codes)).await?;
    let exact = reconcile::Precision::Exact.as_str();
    Ok(claims.iter().filter(|claim| claim.precision != exact).map(|claim| claim.code.clone()).collect())
}

/// The stored cells of a side; none where it said nothing.
struct Side<'a> {
    amount: Option<&'a String>,
    lower_bound: bool,
    claims: Option<&'a String>,
}

impl Side<'_> {
    fn declared(row: &Model) -> Option<Side<'_>> {
        row.declared_known.map(|_| Side {
            amount: row.declared_amount.as_ref(),
            lower_bound: row.declared_lower_bound.unwrap_or(false),
            claims: row.declared_claims.as_ref(),
        })
    }

    fn received(row: &Model) -> Option<Side<'_>> {
        row.received_known.map(|_| Side {
            amount: row.received_amount.as_ref(),
            lower_bound: row.received_lower_bound.unwrap_or(false),
            claims: row.received_claims.as_ref(),
        })
    }
}

fn span(row: &Model) -> ApiResult<Span> {
    if let Some(event) = &row.event {
        return Ok(Span::Event(event.as_str().into()));
    }
    let day = |text: &Option<String>, open: Day| match text {
        Some(text) => text.parse::<PartialDate>().map(|date| date.first).map_err(ApiError::internal),
        None => Ok(open),
    };
    let (first, last) = (day(&row.from_day, Day::OPEN_START)?, day(&row.to_day, Day::OPEN_END)?);
    let period = Period::new(first, last);
    period.map(Span::Period).ok_or_else(|| ApiError::internal(format!("{} ends before it starts", row.code)))
}
