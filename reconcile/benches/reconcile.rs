//! How long it takes to compare everything: a generated pack of up to two million claims, from memory, on one core.
//!
//! `cargo bench -p reconcile` prints, for each size, claims per second, the time per claim as a ratio to the smallest
//! size (linear growth keeps it near 1), and the peak of resident memory with the facts in it; then what one disclosure
//! of a hundred claims on top of the largest size costs, as a share of the whole; then the same with all results held.

use std::time::{Duration, Instant};

use reconcile::*;

const COUNTRIES: u32 = 14;
const MINES: u32 = 400;
const YEARS: u32 = 21;
const CURRENCIES: [&str; 10] = ["USD", "GNF", "XAF", "XOF", "SLE", "TZS", "AOA", "LSL", "BWP", "CDF"];

/// How many of the streams have a rule.
#[derive(Clone, Copy, PartialEq)]
enum Ruled {
    /// One: the royalty.
    One,
    /// Each, all on the same base.
    Each,
}

/// A pack of about `size` claims: for each mine and year a base, and for each stream what the company paid and what the
/// government received; with yearly rates of every currency, and redenominations.
fn pack(size: u32, ruled: Ruled) -> Facts {
    let streams: Vec<Stream> = (0..600)
        .map(|rank| Stream { code: format!("stream-{rank:04}").into(), payment_type: PaymentType::Royalty })
        .chain([Stream { code: "turnover".into(), payment_type: PaymentType::Base }])
        .collect();
    let base_stream = StreamId(streams.len() as u32 - 1);
    let per_mine_year = (size / (MINES * YEARS)).max(3);
    let flows = per_mine_year / 2;
    let mut facts = Facts {
        countries: (0..COUNTRIES).map(|rank| Country { code: format!("{rank:02}").into() }).collect(),
        sources: vec![Source { code: "generated".into() }],
        streams,
        ..Facts::default()
    };
    // Parties: a company for each mine, then a treasury for each country; codes are in order.
    facts.parties =
        (0..MINES).map(|mine| party(format!("company-{mine:04}"), mine % COUNTRIES, PartyKind::Company)).collect();
    facts
        .parties
        .extend((0..COUNTRIES).map(|country| party(format!("treasury-{country:02}"), country, PartyKind::Government)));
    facts.mines = (0..MINES)
        .map(|mine| Mine { code: format!("mine-{mine:04}").into(), country: CountryId(mine % COUNTRIES), parent: None })
        .collect();
    let ruled = if ruled == Ruled::Each { flows } else { 1 };
    facts.rules = (0..COUNTRIES).flat_map(|country| (0..ruled).map(move |stream| rule(country, stream))).collect();
    facts.rates = rates();
    for mine in 0..MINES {
        for year in 0..YEARS {
            let first = Day::new(2000 + year as i32, 1, 1).expect("a day");
            let last = Day::new(2000 + year as i32, 12, 31).expect("a day");
            let span = Span::Period(Period { first, last });
            let code = |kind: &str, rank: u32| -> Box<str> { format!("{mine:04}-{year:02}-{rank:04}-{kind}").into() };
            let currency = CURRENCIES[(mine % 10) as usize].parse().expect("a currency");
            let country = CountryId(mine % COUNTRIES);
            let claim = |code: Box<str>, stream: StreamId, role: Role, cents: i64| Claim {
                code,
                case: "".into(),
                country,
                mine: Some(MineId(mine)),
                payer: Some(PartyId(mine)),
                recipient: (role != Role::Base).then_some(PartyId(MINES + mine % COUNTRIES)),
                stream,
                nature: None,
                side: if role == Role::Received { Side::Government } else { Side::Company },
                role,
                span: span.clone(),
                paid_on: None,
                stated_on: None,
                statement: Statement::Stated(
                    Amount::from_decimal(rust_decimal::Decimal::new(cents, 2)),
                    Unit::Money(currency),
                ),
                precision: Precision::Exact,
                source: SourceId(0),
            };
            facts.claims.push(claim(code("base", 0), base_stream, Role::Base, 100_000_000_000));
            for flow in 0..flows {
                let paid = 5_000_000_000 + i64::from(flow) * 7_919;
                let short = i64::from((mine + year + flow) % 7 == 0) * 500_000_000;
                facts.claims.push(claim(code("paid", flow + 1), StreamId(flow), Role::Paid, paid));
                facts.claims.push(claim(code("received", flow + 1), StreamId(flow), Role::Received, paid - short));
            }
        }
    }
    facts.claims.sort_by(|left, right| left.code.cmp(&right.code));
    facts
}

fn party(code: String, country: u32, kind: PartyKind) -> Party {
    Party { code: code.into(), country: CountryId(country), kind, parent: None, shares: Vec::new() }
}

/// A rate of each currency to the dollar for each year, and two new units of account.
fn rates() -> Vec<Rate> {
    let rate = |from: &str, to: &str, rate: i64, on: &str, kind: &str| Rate {
        from: from.parse().expect("a currency"),
        to: to.parse().expect("a currency"),
        rate: Amount::whole(rate),
        on: on.parse().expect("a date"),
        kind: kind.into(),
        source: SourceId(0),
    };
    let yearly = CURRENCIES[1..].iter().flat_map(|currency| {
        (0..YEARS).map(move |year| rate("USD", currency, 500 + i64::from(year), &(2000 + year).to_string(), "market"))
    });
    let new_units = [("SLE", "SLL", "2022-07-01"), ("ZMW", "ZMK", "2013-01-01")];
    let new_units = new_units.map(|(new, old, on)| rate(new, old, 1000, on, "redenomination"));
    yearly.chain(new_units).collect()
}

fn rule(country: u32, stream: u32) -> Rule {
    Rule {
        code: format!("rule-{country:02}-{stream:04}").into(),
        name_en: "Royalty".into(),
        name_fr: "Redevance".into(),
        country: CountryId(country),
        mine: None,
        stream: Some(StreamId(stream)),
        payer_kind: None,
        recipient_kind: None,
        force: Force::Statute,
        base: "turnover".into(),
        base_period: BasePeriod::Same,
        rate_percent: Some(Amount::whole(5)),
        fixed: None,
        minimum: false,
        split: Vec::new(),
        share_of: None,
        rival_of: None,
        pool: Vec::new(),
        split_by: None,
        valuation: None,
        tier: None,
        effective_from: None,
        effective_to: None,
        deadline: None,
        penalty: None,
        legal_basis: None,
        confidence: None,
        source: SourceId(0),
        note: None,
    }
}

/// Peak resident memory in mebibytes, where the system tells.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok().map(|kib| kib / 1024)
}

/// Time spent on a core so far, where the system tells: others at work on the machine do not count.
fn on_core() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Does something and says how long it took on a core; by the clock on the wall where the system does not tell.
fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let (before, start) = (on_core(), Instant::now());
    let result = act();
    let wall = start.elapsed();
    let taken = before.zip(on_core()).map_or(wall, |(before, after)| after.saturating_sub(before));
    (result, taken.max(Duration::from_nanos(1)))
}

/// `numerator ÷ denominator` with two digits, without a float.
fn ratio(numerator: u128, denominator: u128) -> String {
    let hundredths = numerator * 100 / denominator.max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn peak() -> String {
    peak_mib().map_or_else(|| "?".to_owned(), |mib| mib.to_string())
}

/// Compares everything, one comparison at a time, and prints how long that took. Gives the time.
fn one_by_one(facts: &Facts, smallest: &mut Option<(u128, u128)>) -> Duration {
    let claims = facts.claims.len() as u128;
    let (mut comparisons, mut gaps) = (0, 0);
    let ((), taken) = timed(|| {
        let sink = |line: Comparison| {
            comparisons += 1;
            gaps += line.verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Gap).count();
            Ok::<(), TooLargeAt>(())
        };
        reconcile_each(facts, &Policy::default(), sink).expect("sums that can be kept");
    });
    let nanoseconds = taken.as_nanos();
    let first = *smallest.get_or_insert((nanoseconds, claims));
    println!(
        "{claims:>9} claims: {:>9} claims/s, {:>5} ns a claim ({} of the smallest), {comparisons} comparisons, {gaps} gaps, peak {} MiB",
        claims * 1_000_000_000 / nanoseconds,
        nanoseconds / claims,
        ratio(nanoseconds * first.1, first.0 * claims),
        peak(),
    );
    taken
}

/// Compares everything and holds it.
fn all_at_once(facts: &Facts) {
    let claims = facts.claims.len() as u128;
    let (held, taken) = timed(|| reconcile(facts, &Policy::default()).expect("sums that can be kept"));
    let speed = claims * 1_000_000_000 / taken.as_nanos();
    let held = held.comparisons.len();
    println!("{claims:>9} claims: {speed:>9} claims/s with all {held} comparisons held, peak {} MiB", peak());
}

/// The facts without their claims.
fn registries(facts: &Facts) -> Facts {
    Facts {
        countries: facts.countries.clone(),
        mines: facts.mines.clone(),
        parties: facts.parties.clone(),
        streams: facts.streams.clone(),
        rules: facts.rules.clone(),
        sources: facts.sources.clone(),
        rates: facts.rates.clone(),
        ..Facts::default()
    }
}

/// How often the one disclosure is approved.
const TIMES: u32 = 20;

/// What one company says of one year at one mine, a hundred flows, is approved on top of everything else.
fn one_disclosure(after: &Facts, whole: Duration) {
    let is_new = |claim: &Claim| claim.code.starts_with("0200-10-") && claim.role == Role::Paid;
    let ids = (0..).map(ClaimId);
    let added: Vec<ClaimId> =
        ids.zip(&after.claims).filter(|(_, claim)| is_new(claim)).map(|(id, _)| id).take(100).collect();
    let old = (0..).map(ClaimId).zip(&after.claims).filter(|(id, _)| added.binary_search(id).is_err());
    let before = Facts { claims: old.map(|(_, claim)| claim.clone()).collect(), ..registries(after) };
    let change = Change { added, remarked: Vec::new() };
    let (plots, arranging) = timed(|| Plots::new(&before));
    // Several times over, since the system may count a core's time in steps of milliseconds.
    let (answer, taken) = timed(|| {
        let act = || {
            let touched = plots.touched(after, &change);
            let answer = touched.reconcile(&Policy::default()).expect("sums that can be kept");
            (touched.claims.len(), answer.comparisons.len())
        };
        (1..TIMES).for_each(|_| assert!(act().0 > 0));
        act()
    });
    let taken = taken / TIMES;
    println!(
        "{:>9} claims on top: {} µs, {} % of the whole; {} claims touched, {} comparisons made again (arranging all once: {} ms)",
        change.added.len(),
        taken.as_micros(),
        ratio(taken.as_nanos() * 100, whole.as_nanos()),
        answer.0,
        answer.1,
        arranging.as_millis(),
    );
}

fn main() {
    let mut smallest = None;
    one_by_one(&pack(20_000, Ruled::One), &mut smallest);
    one_by_one(&pack(200_000, Ruled::One), &mut smallest);
    let facts = pack(2_000_000, Ruled::One);
    let whole = one_by_one(&facts, &mut smallest);
    one_disclosure(&facts, whole);
    all_at_once(&facts);
    drop(facts);
    println!("and where each stream has a rule:");
    let facts = pack(2_000_000, Ruled::Each);
    let whole = one_by_one(&facts, &mut None);
    one_disclosure(&facts, whole);
}
