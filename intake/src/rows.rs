//! The rows of every table of a pack, as strings: what files hold, what the database keeps, what exports write.
//!
//! `required` columns are those of the casebook; `added` ones a pack may leave out.

use std::sync::Arc;

use crate::table::{Column, TableRow, table};

/// Where a row stands in its file, from 1; nought for rows from elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The line it begins on.
    pub line: u32,
    /// The row it takes in a spreadsheet: less than the line where cells hold line breaks.
    pub row: u32,
}

/// The cell that a claim's amount, or its absence, was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column's name.
    pub column: Arc<str>,
    /// The cell as a spreadsheet names it, such as `N12`.
    pub cell: String,
    /// The literal text of the cell.
    pub raw: String,
}

impl Default for Place {
    /// Nowhere: a claim that was not read from a file.
    fn default() -> Place {
        Place { file: "".into(), line: 0, column: "".into(), cell: String::new(), raw: String::new() }
    }
}

table! {
    /// A country.
    CountryRow in "countries.csv" {
        /// ISO 3166-1 alpha-2: the id.
        iso2 required word,
        /// ISO 3166-1 alpha-3.
        iso3 required word,
        /// Name in English.
        name_en required text,
        /// Name in French.
        name_fr required text,
        /// ISO 4217 codes, `;` between them.
        currency_codes required word,
        /// Takes part in the Kimberley Process: `yes` or `no`.
        kp_participant required word,
        /// Remarks.
        note required text,
    }
}

table! {
    /// Whoever can pay, receive or speak.
    PartyRow in "parties.csv" {
        /// The id.
        id required word,
        /// Country.
        country required word,
        /// Name in English.
        name_en required text,
        /// Name in French.
        name_fr required text,
        /// A word of [`reconcile::PartyKind`]. Landowners take the share of that name.
        kind required word,
        /// The party it is part of.
        parent_id required word,
        /// Remarks.
        note required text,
        /// Where it was read.
        source_id required word,
        /// Words under which splits name it, `;` between them.
        shares added word,
    }
}

table! {
    /// A mine or an artisanal area.
    MineRow in "mines.csv" {
        /// The id.
        id required word,
        /// Country.
        country required word,
        /// Name.
        name required text,
        /// Other names, `;` between them.
        aliases required text,
        /// `kimberlite`, `alluvial`, `artisanal_area`, `plant`, or empty.
        kind required word,
        /// The party that works it.
        operator_id required word,
        /// Who owns it, as the source puts it.
        owner_text required text,
        /// Latitude, decimal degrees.
        lat required word,
        /// Longitude, decimal degrees.
        lon required word,
        /// `high`, `low` or `none`.
        coordinate_confidence required word,
        /// Whether it works, as the source puts it.
        status required text,
        /// Where it was read.
        source_id required word,
        /// The larger area that contains it.
        parent_id added word,
    }
}

table! {
    /// A country's own named flow.
    StreamRow in "streams.csv" {
        /// The code: the id.
        code required word,
        /// Name in English.
        name_en required text,
        /// Name in French.
        name_fr required text,
        /// A word of [`reconcile::PaymentType`].
        payment_type required word,
        /// GFS code, where it has one.
        gfs_code required word,
    }
}

table! {
    /// A rule: how much is due.
    RuleRow in "rules.csv" {
        /// The id.
        id required word,
        /// Country.
        country required word,
        /// `country`, or the id of a mine.
        scope required word,
        /// Name in English.
        name_en required text,
        /// Name in French.
        name_fr required text,
        /// What kind of party pays.
        payer_kind required word,
        /// What kind of party receives.
        recipient_kind required word,
        /// A word of [`reconcile::Force`].
        force required word,
        /// The measure it is computed from.
        base required word,
        /// A word of [`reconcile::BasePeriod`].
        base_period required word,
        /// Percent of the base.
        rate_percent required word,
        /// A fixed sum, or a sum per unit of the base.
        fixed_amount required word,
        /// Its currency.
        fixed_currency required word,
        /// "At least": `yes` or `no`.
        minimum required word,
        /// `recipient:percent`, `;` between them.
        split required word,
        /// The rule whose payment is shared.
        share_of required word,
        /// `highest_of_three`, or empty.
        valuation required word,
        /// `value>500000 USD`, or empty.
        tier required word,
        /// First day in force.
        effective_from required word,
        /// Last day in force.
        effective_to required word,
        /// `next-year-MM-DD`, `days-after-N`, `at-sale`, `at-sale-N`, or empty.
        deadline required word,
        /// The penalty, as the source puts it.
        penalty required text,
        /// The legal citation.
        legal_basis required text,
        /// `high`, `medium` or `low`.
        confidence required word,
        /// Where it was read.
        source_id required word,
        /// Remarks.
        note required text,
        /// The stream whose due it gives.
        stream added word,
        /// The streams that make the base together, `;` between them.
        pool added word,
        /// The stream whose figures by recipient weigh the shares.
        split_by added word,
        /// The rule that this version disputes.
        rival_of added word,
    }
}

table! {
    /// A worked example of a rule: what it gives on a few figures.
    ExampleRow in "examples.csv" {
        /// The id.
        id required word,
        /// The rule.
        rule_id required word,
        /// The figures it starts from: `measure=amount unit`, `;` between them. A measure may carry a label after a `/`
        /// (`export_value/agency`); a currency in its place gives a rate (`USD=9757.55 SLL`).
        given required word,
        /// When: a day for one sale or payment, a month or a year for a period.
        on_date required word,
        /// Whose share is asked, where the rule is a split.
        recipient required word,
        /// What the rule gives.
        expected required word,
        /// ISO 4217 code.
        currency required word,
        /// A word of [`reconcile::Reason`], where the rule gives no amount.
        reason required word,
        /// `source` where the source prints the figures, `ours` where the arithmetic is ours.
        arithmetic required word,
        /// The claims that the figures were taken from, `;` between them.
        claim_ids required word,
        /// Where it was read; empty where figures and arithmetic are ours.
        source_id required word,
        /// What it shows, in English.
        note_en required text,
        /// What it shows, in French.
        note_fr required text,
    }
}

table! {
    /// A dated exchange rate.
    RateRow in "rates.csv" {
        /// One unit of this…
        from_currency required word,
        /// …is so many of that.
        to_currency required word,
        /// The factor.
        rate required word,
        /// The day it was seen.
        on_date required word,
        /// The year it was seen, where the day is not known.
        year required word,
        /// `redenomination`, `official_average`, `market` or `transaction`.
        kind required word,
        /// Where it was read.
        source_id required word,
    }
}

table! {
    /// A publication in which something was read.
    SourceRow in "sources.csv" {
        /// The id.
        id required word,
        /// Title.
        title required text,
        /// Who published it.
        publisher required text,
        /// Web address.
        address required word,
        /// When it was published.
        published_on required word,
        /// ISO 639 code.
        language required word,
        /// `official`, `press`, `ngo`, `company`, `court` or `academic`.
        kind required word,
        /// `whole` or `excerpt`.
        read required word,
    }
}

table! {
    /// One party's statement of one amount, or of its absence.
    ClaimRow in "claims.csv" with {
        /// The cell of the amount, or of the absence.
        place: Place
    } {
        /// The id.
        id required word,
        /// Claims of different cases are never compared.
        case required word,
        /// `revenue`, `production`, `royalty`, `payment`, `transfer`, `pledge` or `valuation`.
        kind required word,
        /// Which mine.
        mine_id required word,
        /// Who pays.
        payer_id required word,
        /// Who receives.
        recipient_id required word,
        /// Which flow.
        stream required word,
        /// A word of [`reconcile::Nature`], or empty.
        nature required word,
        /// A word of [`reconcile::Side`].
        side required word,
        /// A word of [`reconcile::Role`].
        role required word,
        /// First day; empty for "until…".
        period_from required word,
        /// Last day; empty for "since…".
        period_to required word,
        /// The period as the source puts it.
        period_label required text,
        /// A plain decimal.
        amount required word,
        /// ISO 4217, for money.
        currency required word,
        /// `ct`, `t` or `percent`, for anything else.
        unit required word,
        /// A word of [`reconcile::Absence`], where there is no amount.
        absence required word,
        /// The day of payment.
        paid_on required word,
        /// Who said it, as the source puts it.
        stated_by required text,
        /// When it was said.
        stated_on required word,
        /// Where it was read.
        source_id required word,
        /// The literal print of the figure.
        as_printed required text,
        /// Remarks.
        note required text,
        /// A word of [`reconcile::Precision`]; empty is `exact`.
        precision required word,
        /// What sets one payment, sale or promise apart.
        event added word,
        /// The country, where neither a mine nor a party tells.
        country added word,
    }
}

table! {
    /// What a person recorded about a claim.
    RemarkRow in "remarks.csv" {
        /// The claim.
        claim required word,
        /// A word of [`reconcile::RemarkKind`].
        remark required word,
        /// Other claims, a stream, a word or a party, as the remark asks.
        value required word,
        /// In full sentences.
        note required text,
    }
}

table! {
    /// A half-year of a country's production: two claims, one of carats and one of value.
    ProductionRow in "production.csv" {
        /// Country.
        country required word,
        /// First day.
        period_from required word,
        /// Last day.
        period_to required word,
        /// `all`, `artisanal` or `large_scale`.
        kind required word,
        /// Carats.
        carats required word,
        /// Value in United States dollars.
        value_usd required word,
        /// Why a figure is not there.
        absence required word,
        /// Where it was read.
        source_id required word,
        /// Remarks.
        note required text,
    }
}

/// All rows of a pack. Rows of `production.csv` are among the claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackRows {
    /// Countries.
    pub countries: Vec<CountryRow>,
    /// Parties.
    pub parties: Vec<PartyRow>,
    /// Mines.
    pub mines: Vec<MineRow>,
    /// Streams.
    pub streams: Vec<StreamRow>,
    /// Rules.
    pub rules: Vec<RuleRow>,
    /// Worked examples of rules.
    pub examples: Vec<ExampleRow>,
    /// Rates.
    pub rates: Vec<RateRow>,
    /// Sources.
    pub sources: Vec<SourceRow>,
    /// Claims.
    pub claims: Vec<ClaimRow>,
    /// Remarks.
    pub remarks: Vec<RemarkRow>,
}
