//! What currencies and units are called, for a figure read aloud.

use reconcile::Unit;

/// A noun: for one, and for several.
pub(super) struct Noun {
    pub one: &'static str,
    pub many: &'static str,
    /// French says `une livre`, `un franc`.
    pub feminine: bool,
}

/// A unit and its hundredth (or thousandth), where it has one.
pub(super) struct Names {
    code: &'static str,
    pub en: Noun,
    pub fr: Noun,
    pub minor_en: Option<Noun>,
    pub minor_fr: Option<Noun>,
}

const fn noun(one: &'static str, many: &'static str) -> Noun {
    Noun { one, many, feminine: false }
}

const fn feminine(one: &'static str, many: &'static str) -> Noun {
    Noun { one, many, feminine: true }
}

const fn whole(code: &'static str, en: Noun, fr: Noun) -> Names {
    Names { code, en, fr, minor_en: None, minor_fr: None }
}

const fn cents(code: &'static str, en: Noun, fr: Noun) -> Names {
    Names { code, en, fr, minor_en: Some(noun("cent", "cents")), minor_fr: Some(noun("cent", "cents")) }
}

const fn centimes(code: &'static str, en: Noun, fr: Noun) -> Names {
    Names { code, en, fr, minor_en: Some(noun("centime", "centimes")), minor_fr: Some(noun("centime", "centimes")) }
}

const fn parted(code: &'static str, en: Noun, fr: Noun, minor_en: Noun, minor_fr: Noun) -> Names {
    Names { code, en, fr, minor_en: Some(minor_en), minor_fr: Some(minor_fr) }
}

const NAMES: &[Names] = &[
    cents("USD", noun("US dollar", "US dollars"), noun("dollar américain", "dollars américains")),
    cents("CAD", noun("Canadian dollar", "Canadian dollars"), noun("dollar canadien", "dollars canadiens")),
    cents("AUD", noun("Australian dollar", "Australian dollars"), noun("dollar australien", "dollars australiens")),
    cents("LRD", noun("Liberian dollar", "Liberian dollars"), noun("dollar libérien", "dollars libériens")),
    cents("NAD", noun("Namibia dollar", "Namibia dollars"), noun("dollar namibien", "dollars namibiens")),
    cents("ZWL", noun("Zimbabwe dollar", "Zimbabwe dollars"), noun("dollar zimbabwéen", "dollars zimbabwéens")),
    cents("ZWD", noun("Zimbabwe dollar", "Zimbabwe dollars"), noun("dollar zimbabwéen", "dollars zimbabwéens")),
    cents("ZWG", noun("Zimbabwe gold", "Zimbabwe gold"), noun("or du Zimbabwe", "or du Zimbabwe")),
    cents("SLE", noun("leone", "leones"), noun("leone", "leones")),
    cents("SLL", noun("old leone", "old leones"), noun("ancien leone", "anciens leones")),
    cents("ZAR", noun("rand", "rand"), noun("rand", "rands")),
    cents("TZS", noun("Tanzanian shilling", "Tanzanian shillings"), noun("shilling tanzanien", "shillings tanzaniens")),
    cents("KES", noun("Kenyan shilling", "Kenyan shillings"), noun("shilling kényan", "shillings kényans")),
    whole("UGX", noun("Ugandan shilling", "Ugandan shillings"), noun("shilling ougandais", "shillings ougandais")),
    parted("EUR", noun("euro", "euros"), noun("euro", "euros"), noun("cent", "cents"), noun("centime", "centimes")),
    parted(
        "GBP",
        noun("pound sterling", "pounds sterling"),
        feminine("livre sterling", "livres sterling"),
        noun("penny", "pence"),
        noun("penny", "pence"),
    ),
    whole("XAF", noun("CFA franc (BEAC)", "CFA francs (BEAC)"), noun("franc CFA (BEAC)", "francs CFA (BEAC)")),
    whole("XOF", noun("CFA franc (BCEAO)", "CFA francs (BCEAO)"), noun("franc CFA (BCEAO)", "francs CFA (BCEAO)")),
    whole("GNF", noun("Guinean franc", "Guinean francs"), noun("franc guinéen", "francs guinéens")),
    centimes("CDF", noun("Congolese franc", "Congolese francs"), noun("franc congolais", "francs congolais")),
    centimes("CHF", noun("Swiss franc", "Swiss francs"), noun("franc suisse", "francs suisses")),
    whole("BIF", noun("Burundi franc", "Burundi francs"), noun("franc burundais", "francs burundais")),
    whole("RWF", noun("Rwanda franc", "Rwanda francs"), noun("franc rwandais", "francs rwandais")),
    parted(
        "AOA",
        noun("kwanza", "kwanzas"),
        noun("kwanza", "kwanzas"),
        noun("cêntimo", "cêntimos"),
        noun("cêntimo", "cêntimos"),
    ),
    parted("BWP", noun("pula", "pula"), noun("pula", "pulas"), noun("thebe", "thebe"), noun("thebe", "thebe")),
    parted(
        "LSL",
        noun("loti", "maloti"),
        noun("loti", "maloti"),
        noun("lisente", "lisente"),
        noun("lisente", "lisente"),
    ),
    parted("ZMW", noun("kwacha", "kwacha"), noun("kwacha", "kwachas"), noun("ngwee", "ngwee"), noun("ngwee", "ngwee")),
    parted("GHS", noun("cedi", "cedis"), noun("cedi", "cedis"), noun("pesewa", "pesewas"), noun("pesewa", "pesewas")),
    parted("NGN", noun("naira", "naira"), noun("naira", "nairas"), noun("kobo", "kobo"), noun("kobo", "kobo")),
    parted(
        "MZN",
        noun("metical", "meticais"),
        noun("metical", "meticals"),
        noun("centavo", "centavos"),
        noun("centavo", "centavos"),
    ),
    whole("ct", noun("carat", "carats"), noun("carat", "carats")),
    whole("t", noun("tonne", "tonnes"), feminine("tonne", "tonnes")),
    whole("percent", noun("per cent", "per cent"), noun("pour cent", "pour cent")),
];

/// The names of a unit; `None` for a currency that is called by its code.
pub(super) fn names(unit: Unit) -> Option<&'static Names> {
    NAMES.iter().find(|names| names.code == unit.code())
}
