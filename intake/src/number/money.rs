//! Words and signs for currencies, and what each can mean: `F CFA` is XAF or XOF by country, `Le` is SLL or SLE by date.

use reconcile::{Currency, Day, Unit};

use crate::number::phrase::Opening;
use crate::number::{Context, Step};

/// One meaning of a word.
struct Meaning {
    code: &'static str,
    /// Where the word means it: ISO codes with spaces between; empty for everywhere, `-XX YY` for everywhere but there.
    countries: &'static str,
    /// The first and last day on which it does, as ISO dates; empty for ever.
    from: &'static str,
    until: &'static str,
}

/// A word, and its meanings.
pub(crate) struct MoneyWord {
    word: &'static str,
    exact: bool,
    meanings: &'static [Meaning],
}

const fn always(code: &'static str) -> Meaning {
    Meaning { code, countries: "", from: "", until: "" }
}

const fn in_countries(code: &'static str, countries: &'static str) -> Meaning {
    Meaning { code, countries, from: "", until: "" }
}

const fn dated(code: &'static str, countries: &'static str, from: &'static str, until: &'static str) -> Meaning {
    Meaning { code, countries, from, until }
}

const CENTRAL: &str = "CM CF TD CG GQ GA";
const WEST: &str = "BJ BF CI GW ML NE SN TG";
const CFA: &[Meaning] = &[in_countries("XAF", CENTRAL), in_countries("XOF", WEST)];
const FRANC: &[Meaning] = &[
    in_countries("GNF", "GN"),
    in_countries("CDF", "CD"),
    in_countries("XAF", CENTRAL),
    in_countries("XOF", WEST),
    in_countries("BIF", "BI"),
    in_countries("RWF", "RW"),
    in_countries("DJF", "DJ"),
    in_countries("KMF", "KM"),
    in_countries("CHF", "CH LI"),
];
/// A country with a dollar of its own may mean either; elsewhere the sign is the dollar of the United States.
const DOLLAR: &[Meaning] = &[
    in_countries("USD", ""),
    in_countries("CAD", "CA"),
    in_countries("AUD", "AU"),
    in_countries("LRD", "LR"),
    in_countries("NAD", "NA"),
    dated("ZWD", "ZW", "", "2009-04-12"),
    dated("ZWL", "ZW", "2009-02-02", "2024-04-07"),
    in_countries("GYD", "GY"),
    in_countries("SRD", "SR"),
    in_countries("JMD", "JM"),
    in_countries("TTD", "TT"),
    in_countries("BZD", "BZ"),
    in_countries("NZD", "NZ"),
    in_countries("FJD", "FJ"),
    in_countries("SBD", "SB"),
    in_countries("HKD", "HK"),
    in_countries("SGD", "SG"),
    in_countries("MXN", "MX"),
    in_countries("COP", "CO"),
    in_countries("CLP", "CL"),
    in_countries("ARS", "AR"),
];
/// One new leone is a thousand old ones, from that day on.
const LEONE: &[Meaning] = &[dated("SLL", "SL", "", "2022-06-30"), dated("SLE", "SL", "2022-07-01", "")];
const KWACHA: &[Meaning] =
    &[dated("ZMK", "ZM", "", "2012-12-31"), dated("ZMW", "ZM", "2013-01-01", ""), in_countries("MWK", "MW")];
const CEDI: &[Meaning] = &[dated("GHC", "GH", "", "2007-06-30"), dated("GHS", "GH", "2007-07-01", "")];
const OUGUIYA: &[Meaning] = &[dated("MRO", "MR", "", "2017-12-31"), dated("MRU", "MR", "2018-01-01", "")];
const SHILLING: &[Meaning] =
    &[in_countries("TZS", "TZ"), in_countries("KES", "KE"), in_countries("UGX", "UG"), in_countries("SOS", "SO")];
const POUND: &[Meaning] = &[in_countries("GBP", "-EG SD SS"), in_countries("EGP", "EG"), in_countries("SSP", "SS")];
const RUPEE: &[Meaning] = &[in_countries("INR", "IN"), in_countries("MUR", "MU"), in_countries("SCR", "SC")];
const ZIMBABWE: &[Meaning] = &[dated("ZWD", "ZW", "", "2009-04-12"), dated("ZWL", "ZW", "2009-02-02", "2024-04-07")];

macro_rules! money {
    ($($kind:ident $meanings:expr => $($word:literal)*;)*) => {
        &[$($(MoneyWord { word: $word, exact: money!(@ $kind), meanings: $meanings },)*)*]
    };
    (@ exact) => { true };
    (@ folded) => { false };
}

/// The longest of those that fit is taken, so `US$` comes before `$`.
const WORDS: &[MoneyWord] = money! {
    folded &[always("USD")] => "us$" "$us" "us $" "$ us" "u.s.$" "usd$" "us dollar" "us dollars" "u.s. dollar" "u.s. dollars"
        "dollar us" "dollars us" "dollar americain" "dollars americains" "dolar americano" "dolares americanos" "dolares"
        "united states dollars";
    folded DOLLAR => "$" "dollar" "dollars";
    folded &[always("CAD")] => "c$" "ca$" "cad$" "can$" "canadian dollars" "dollars canadiens";
    folded &[always("AUD")] => "a$" "au$" "australian dollars" "dollars australiens";
    folded &[always("LRD")] => "l$" "lr$" "ld$" "liberian dollars" "dollars liberiens";
    folded &[always("NAD")] => "n$" "namibia dollars" "namibian dollars" "dollars namibiens";
    folded ZIMBABWE => "z$" "zw$" "zim$" "zimbabwe dollars" "zimbabwean dollars";
    folded &[always("ZWL")] => "rtgs$" "rtgs";
    folded &[always("ZWG")] => "zig";
    folded &[always("EUR")] => "€" "euro" "euros";
    folded POUND => "£" "pound" "pounds" "livre" "livres" "pounds sterling" "livres sterling";
    folded CFA => "fcfa" "f cfa" "f.cfa" "f. cfa" "cfa" "franc cfa" "francs cfa" "cfa franc" "cfa francs" "cfaf";
    folded &[always("GNF")] => "fg" "franc guineen" "francs guineens" "guinean franc" "guinean francs" "guinea francs";
    folded &[always("CDF")] => "fc" "franc congolais" "francs congolais" "congolese franc" "congolese francs";
    exact FRANC => "F";
    folded FRANC => "franc" "francs";
    exact LEONE => "Le" "LE";
    folded LEONE => "leone" "leones";
    folded &[always("SLE")] => "nle" "new leone" "new leones" "nouveau leone" "nouveaux leones";
    folded &[always("SLL")] => "old leone" "old leones" "ancien leone" "anciens leones";
    folded &[always("AOA")] => "kz" "kwanza" "kwanzas";
    folded &[always("BWP")] => "pula" "pulas";
    exact &[in_countries("BWP", "BW")] => "P";
    folded &[always("LSL")] => "loti" "maloti";
    exact &[in_countries("LSL", "LS")] => "M";
    folded &[always("ZAR")] => "rand" "rands";
    exact &[always("ZAR")] => "R";
    folded &[always("TZS")] => "tsh" "tshs" "tzs." "tanzanian shillings" "shillings tanzaniens";
    folded &[always("KES")] => "ksh" "kshs";
    folded &[always("UGX")] => "ush" "ushs";
    folded SHILLING => "sh" "shs" "shilling" "shillings";
    folded KWACHA => "kwacha" "kwachas";
    exact KWACHA => "K";
    folded &[always("MWK")] => "mk";
    folded CEDI => "gh¢" "gh₵" "gh¢" "ghc" "cedi" "cedis";
    folded OUGUIYA => "um" "ouguiya" "ouguiyas";
    folded &[always("NGN")] => "₦" "naira" "nairas";
    folded &[always("MZN")] => "metical" "meticais";
    folded &[always("MGA")] => "ariary";
    folded RUPEE => "rs" "rupee" "rupees" "roupie" "roupies";
    folded &[always("CNY")] => "rmb" "yuan" "yuans";
};

/// Codes of ISO 4217 that stand in disclosures, among them those that went out of use; one space between two.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BIF BND BOB BRL BWP BZD CAD CDF CHF CLP CNY COP CRC CVE CZK \
    DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHC GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR JMD JOD JPY KES KGS \
    KHR KMF KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MMK MNT MRO MRU MUR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR \
    PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SLL SOS SRD SSP STD STN SYP SZL THB TJS TMT \
    TND TRY TTD TZS UAH UGX USD UYU UZS VES VND VUV XAF XOF YER ZAR ZMK ZMW ZWD ZWG ZWL ZWR";

/// Units that are not money, folded.
const UNITS: &[(&str, Unit)] = &[
    ("%", Unit::Percent),
    ("percent", Unit::Percent),
    ("per cent", Unit::Percent),
    ("pour cent", Unit::Percent),
    ("por cento", Unit::Percent),
    ("ct", Unit::Carat),
    ("cts", Unit::Carat),
    ("carat", Unit::Carat),
    ("carats", Unit::Carat),
    ("quilates", Unit::Carat),
    ("t", Unit::Tonne),
    ("tonne", Unit::Tonne),
    ("tonnes", Unit::Tonne),
    ("toneladas", Unit::Tonne),
];

/// What a word beside a figure counts: a unit at once, or a currency that the context may have to settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    Unit(Unit),
    /// A position in the table of words.
    Word(usize),
}

/// The longest word of money, or unit, that a text begins with; and the rest.
pub(crate) fn counted(text: &str) -> Option<(Counted, &str)> {
    let opening = Opening::new(text);
    let words = WORDS
        .iter()
        .enumerate()
        .filter_map(|(index, money)| opening.after(money.word, money.exact).map(|rest| (Counted::Word(index), rest)));
    let units = UNITS.iter().filter_map(|(word, unit)| Some((Counted::Unit(*unit), opening.after(word, false)?)));
    words.chain(units).chain(iso_code(text)).min_by_key(|(_, rest)| rest.len())
}

fn iso_code(text: &str) -> Option<(Counted, &str)> {
    let (code, rest) = text.split_at_checked(3)?;
    // The codes stand four bytes apart.
    let is_code =
        CODES.as_bytes().chunks(4).any(|known| known.starts_with(code.as_bytes())) || matches!(code, "usd" | "Usd");
    let goes_on = rest.starts_with(char::is_alphanumeric);
    let currency = code.to_ascii_uppercase().parse().ok()?;
    (is_code && !goes_on).then_some((Counted::Unit(Unit::Money(currency)), rest))
}

/// What a word means in a context.
pub(crate) enum Chosen {
    One(Currency, Option<Step>),
    /// Several, to ask among.
    Several(Vec<Currency>),
    /// The row has another currency.
    Differs(Vec<Currency>),
}

/// Settles a word by the row's own currency, else by a person's answer, else by country and date.
pub(crate) fn choose(word: usize, context: &Context<'_>) -> Chosen {
    let meanings = WORDS[word].meanings;
    let currency = |meaning: &Meaning| meaning.code.parse::<Currency>().ok();
    let all: Vec<Currency> = meanings.iter().filter_map(currency).collect();
    if let Some(own) = context.currency {
        let by_column = (all.len() > 1).then_some(Step::CurrencyByColumn(own));
        return if all.contains(&own) { Chosen::One(own, by_column) } else { Chosen::Differs(all) };
    }
    let answer = context.words.iter().find(|(asked, _)| *asked == WORDS[word].word).map(|(_, currency)| *currency);
    if let Some(answered) = answer.filter(|answer| all.contains(answer)) {
        return Chosen::One(answered, Some(Step::CurrencyAnswered(answered)));
    }
    let left: Vec<&Meaning> = meanings.iter().filter(|meaning| may_mean(meaning, context)).collect();
    let by_date = left.iter().any(|meaning| !meaning.from.is_empty() || !meaning.until.is_empty());
    let limited = meanings.len() > 1 || meanings.iter().any(|meaning| !meaning.countries.is_empty());
    match left.as_slice() {
        [only] if !limited || context.country.is_some() || (by_date && context.span.is_some()) => {
            let Some(currency) = currency(only) else { return Chosen::Several(all) };
            let step = limited.then_some(match by_date {
                true => Step::CurrencyByDate(currency),
                false => Step::CurrencyByCountry(currency),
            });
            Chosen::One(currency, step)
        }
        [] => Chosen::Several(all),
        several => Chosen::Several(several.iter().filter_map(|meaning| currency(meaning)).collect()),
    }
}

fn may_mean(meaning: &Meaning, context: &Context<'_>) -> bool {
    let lists = |list: &str, country: &str| list.split(' ').any(|listed| listed == country);
    let in_place = match (context.country, meaning.countries) {
        (None, _) | (_, "") => true,
        (Some(country), countries) => match countries.strip_prefix('-') {
            Some(excluded) => !lists(excluded, country),
            None => lists(countries, country),
        },
    };
    let day = |text: &str| text.parse::<reconcile::PartialDate>().ok().map(|date| date.first);
    let in_time = context.span.is_none_or(|span| {
        day(meaning.from).unwrap_or(Day::OPEN_START) <= span.last
            && span.first <= day(meaning.until).unwrap_or(Day::OPEN_END)
    });
    in_place && in_time
}

/// True for the letters of maloti and kwacha: after the digits they are those of the million and the thousand.
pub(crate) fn is_before_only(counted: &Counted) -> bool {
    matches!(counted, Counted::Word(word) if matches!(WORDS[*word].word, "M" | "K"))
}

impl Counted {
    /// The unit, where it is a currency that this word can mean.
    pub fn narrowed_to(&self, unit: &Counted) -> Option<Counted> {
        let (Counted::Word(word), Counted::Unit(Unit::Money(currency))) = (self, unit) else { return None };
        WORDS[*word].meanings.iter().any(|meaning| meaning.code == currency.code()).then(|| unit.clone())
    }
}

/// The word itself, for a question.
pub(crate) fn written(word: usize) -> &'static str {
    WORDS[word].word
}
