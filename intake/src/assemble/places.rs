//! Countries, mines and parties.

use reconcile::{Country, CountryId, Currency, Mine, MineId, Party, PartyId, PartyKind};

use crate::assemble::Registry;
use crate::check::{Checker, list};
use crate::finding::{Code, Flagged};
use crate::rows::{CountryRow, MineRow, PartyRow};
use crate::vocabulary::{COORDINATE_CONFIDENCES, MINE_KINDS, YES_NO};

/// Degrees of latitude and of longitude, from the equator and from Greenwich.
const LATITUDE_MAX: i64 = 90;
const LONGITUDE_MAX: i64 = 180;

pub(crate) fn country(row: &CountryRow, check: &mut Checker<'_>) -> Result<Country, Flagged> {
    let iso2 = capitals(check, "iso2", &row.iso2, 2);
    let iso3 = capitals(check, "iso3", &row.iso3, 3);
    let names = (check.required("name_en", &row.name_en), check.required("name_fr", &row.name_fr));
    let participant = check.required("kp_participant", &row.kp_participant);
    let known = check.one_of("kp_participant", &row.kp_participant, YES_NO);
    let mut currencies = Ok(());
    for code in list(&row.currency_codes) {
        if code.parse::<Currency>().is_err() {
            currencies = Err(check.flag("currency_codes", code, Code::CurrencyShape, Vec::new()));
        }
    }
    iso3?;
    names.0?;
    names.1?;
    participant?;
    known?;
    currencies?;
    Ok(Country { code: iso2?.into() })
}

/// A code of so many capital letters.
fn capitals<'r>(
    check: &mut Checker<'_>,
    column: &'static str,
    cell: &'r Option<String>,
    letters: usize,
) -> Result<&'r str, Flagged> {
    let text = check.required(column, cell)?;
    if text.len() == letters && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(text);
    }
    let expected = ("expected", format!("{letters} capital letters of ISO 3166-1"));
    let expected_fr = ("expected_fr", format!("{letters} lettres capitales de l’ISO 3166-1"));
    Err(check.flag(column, text, Code::CodeShape, vec![expected, expected_fr]))
}

pub(crate) fn party(row: &PartyRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Party, Flagged> {
    let code = check.id("id", &row.id);
    let country = check.required_reference("country", &row.country, &registry.countries);
    let names = (check.required("name_en", &row.name_en), check.required("name_fr", &row.name_fr));
    let kind = check.required_word::<PartyKind>("kind", &row.kind);
    let parent = check.reference("parent_id", &row.parent_id, &registry.parties);
    let source = check.required_reference("source_id", &row.source_id, &registry.sources);
    let mut shares: Vec<Box<str>> = list(&row.shares).map(Box::from).collect();
    // Land-owning families take the share of that name without saying so.
    let landowners = PartyKind::Landowners.as_str();
    if row.kind.as_deref() == Some(landowners) && !shares.iter().any(|share| &**share == landowners) {
        shares.push(landowners.into());
    }
    shares.sort();
    shares.dedup();
    names.0?;
    names.1?;
    source?;
    Ok(Party { code: code?, country: CountryId(country?), kind: kind?, parent: parent?.map(PartyId), shares })
}

pub(crate) fn mine(row: &MineRow, registry: &Registry<'_>, check: &mut Checker<'_>) -> Result<Mine, Flagged> {
    let code = check.id("id", &row.id);
    let country = check.required_reference("country", &row.country, &registry.countries);
    let name = check.required("name", &row.name);
    let kind = check.one_of("kind", &row.kind, MINE_KINDS);
    let operator = check.reference("operator_id", &row.operator_id, &registry.parties);
    let confidence = check.one_of("coordinate_confidence", &row.coordinate_confidence, COORDINATE_CONFIDENCES);
    let source = check.required_reference("source_id", &row.source_id, &registry.sources);
    let parent = check.reference("parent_id", &row.parent_id, &registry.mines);
    let point = coordinates(row, check);
    name?;
    kind?;
    operator?;
    confidence?;
    source?;
    point?;
    Ok(Mine { code: code?, country: CountryId(country?), parent: parent?.map(MineId) })
}

fn coordinates(row: &MineRow, check: &mut Checker<'_>) -> Result<(), Flagged> {
    let within = |degrees: &str, max: i64| {
        degrees.parse::<reconcile::Amount>().is_ok_and(|degrees| degrees.abs() <= reconcile::Amount::whole(max))
    };
    match (row.lat.as_deref(), row.lon.as_deref()) {
        (None, None) => Ok(()),
        (Some(lat), None) => Err(check.flag("lat", lat, Code::CoordinateShape, Vec::new())),
        (lat, Some(lon)) if !lat.is_some_and(|lat| within(lat, LATITUDE_MAX)) => {
            Err(check.flag("lat", lat.unwrap_or(lon), Code::CoordinateShape, Vec::new()))
        }
        (_, Some(lon)) if !within(lon, LONGITUDE_MAX) => Err(check.flag("lon", lon, Code::CoordinateShape, Vec::new())),
        _ => Ok(()),
    }
}
