//! Words about rules.

use crate::lang::Lang;
use crate::query::word::{BasePeriod, Force, ProductionSegment};

/// What binds the payer.
pub fn force(lang: Lang, force: Force) -> &'static str {
    match force {
        Force::Statute => lang.pick("Law", "Loi"),
        Force::Lease => {
            lang.pick("The mine’s own lease, which comes before the law", "Le bail de la mine, qui passe avant la loi")
        }
        Force::Agreement => lang.pick("Agreement", "Convention"),
        Force::Policy => lang.pick("Policy, without an act", "Politique publique, sans loi"),
        Force::Pledge => lang.pick("Pledge", "Promesse"),
        Force::Voluntary => lang.pick("Free will", "Volonté seule"),
    }
}

/// Of which time the base is taken.
pub fn base_period(lang: Lang, period: BasePeriod) -> &'static str {
    match period {
        BasePeriod::Same => lang.pick("of the same period", "de la même période"),
        BasePeriod::PreviousYear => lang.pick("of the year before", "de l’année précédente"),
        BasePeriod::EachSale => lang.pick("of each sale", "de chaque vente"),
        BasePeriod::None => lang.pick("without a period", "sans période"),
    }
}

/// What a rule is computed from. A word we do not know is shown as it is.
pub fn base(lang: Lang, base: &str) -> String {
    let known = match base {
        "gross_commercial_value" => lang.pick("gross commercial value", "valeur commerciale brute"),
        "export_tax" => lang.pick("export tax", "taxe à l’exportation"),
        "turnover" => lang.pick("turnover", "chiffre d’affaires"),
        "export_value" => lang.pick("export value", "valeur exportée"),
        "sale_value" => lang.pick("value of the sale", "valeur de la vente"),
        "sale_price" => lang.pick("sale price", "prix de vente"),
        "profit" => lang.pick("profit", "bénéfice"),
        "royalty" => lang.pick("royalty", "redevance"),
        "dotation" => lang.pick("endowment", "dotation"),
        "surface_rent" => lang.pick("surface rent", "loyer de surface"),
        "ad_valorem_tax" => lang.pick("ad valorem tax", "taxe ad valorem"),
        "pool_of_six_taxes" => lang.pick("pool of six taxes", "ensemble de six taxes"),
        "net_tonnes_exported" => lang.pick("net tonnes exported", "tonnes nettes exportées"),
        "production" => lang.pick("production", "production"),
        "equity" => lang.pick("equity", "capital"),
        "pledge" => lang.pick("the promise itself", "la promesse elle-même"),
        "fixed" => lang.pick("a fixed sum", "une somme fixe"),
        "not_read" => lang.pick("not read in the source", "non lu dans la source"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// Who made a valuation. A word we do not know is shown as it is.
pub fn figure_label(lang: Lang, label: &str) -> String {
    let known = match label {
        "agency" => lang.pick("by the agency", "par l’agence"),
        "buyer" => lang.pick("by the buyer", "par l’acheteur"),
        "government" => lang.pick("by the government", "par l’État"),
        "independent" => lang.pick("by an independent valuer", "par un évaluateur indépendant"),
        "owner" => lang.pick("by the owner", "par le propriétaire"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// Who gets a share. A token we do not know is shown as it is.
pub fn share(lang: Lang, token: &str) -> String {
    let known = match token {
        "state" => lang.pick("State", "État"),
        "province" => lang.pick("Province", "Province"),
        "etd" => lang.pick("Decentralised local entities (ETD)", "Entités territoriales décentralisées (ETD)"),
        "fund_generations" => lang.pick("Fund for future generations", "Fonds pour les générations futures"),
        "fonarev" => lang.pick("FONAREV (fund for victims)", "FONAREV (fonds pour les victimes)"),
        "landowners" => lang.pick("Landowners", "Propriétaires fonciers"),
        "paramount_chief" => lang.pick("Paramount chief", "Chef suprême"),
        "chiefdom_admin" => lang.pick("Chiefdom administration", "Administration de la chefferie"),
        "constituency_fund" => lang.pick("Constituency fund", "Fonds de la circonscription"),
        "councils" => lang.pick("Councils", "Conseils locaux"),
        "city_council" => lang.pick("City council", "Conseil municipal"),
        "district_council" => lang.pick("District council", "Conseil de district"),
        "projects" => lang.pick("Projects", "Projets"),
        "running" => lang.pick("Running costs", "Fonctionnement"),
        "supervision" => lang.pick("Supervision", "Suivi"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// Which production.
pub fn segment(lang: Lang, segment: ProductionSegment) -> &'static str {
    match segment {
        ProductionSegment::All => lang.pick("all production", "toute la production"),
        ProductionSegment::Artisanal => lang.pick("artisanal", "artisanale"),
        ProductionSegment::LargeScale => lang.pick("large scale", "à grande échelle"),
    }
}

/// What kind of mine. A word we do not know is shown as it is.
pub fn mine_kind(lang: Lang, kind: &str) -> String {
    let known = match kind {
        "kimberlite" => lang.pick("Kimberlite mine", "Mine de kimberlite"),
        "alluvial" => lang.pick("Alluvial field", "Gisement alluvial"),
        "artisanal_area" => lang.pick("Artisanal area", "Zone artisanale"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// How sure a reading is. A word we do not know is shown as it is.
pub fn confidence(lang: Lang, confidence: &str) -> String {
    let known = match confidence {
        "high" => lang.pick("high", "élevée"),
        "medium" => lang.pick("medium", "moyenne"),
        "low" => lang.pick("low", "faible"),
        "none" => lang.pick("none", "aucune"),
        other => return other.to_owned(),
    };
    known.to_owned()
}

/// Which of several valuations a rule uses. A word we do not know is shown as it is.
pub fn valuation(lang: Lang, valuation: &str) -> String {
    match valuation {
        "highest_of_three" => {
            lang.pick("the highest of three valuations", "la plus haute de trois évaluations").to_owned()
        }
        other => other.replace('_', " "),
    }
}

/// How much of a source was read. A word we do not know is shown as it is.
pub fn how_much_read(lang: Lang, read: &str) -> String {
    let known = match read {
        "whole" => lang.pick("read whole", "lue en entier"),
        "excerpt" => lang.pick("read in part", "lue en partie"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// What kind of publication. A word we do not know is shown as it is.
pub fn source_kind(lang: Lang, kind: &str) -> String {
    let known = match kind {
        "press" => lang.pick("press", "presse"),
        "official" => lang.pick("official", "officielle"),
        "company" => lang.pick("company", "entreprise"),
        "ngo" | "civil_society" => lang.pick("civil society", "société civile"),
        "law" => lang.pick("law", "droit"),
        "academic" => lang.pick("research", "recherche"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// What kind of exchange rate. A word we do not know is shown as it is.
pub fn rate_kind(lang: Lang, kind: &str) -> String {
    let known = match kind {
        "redenomination" => lang.pick("redenomination", "changement d’unité monétaire"),
        "official_average" => lang.pick("official average", "moyenne officielle"),
        "market" => lang.pick("market rate", "taux du marché"),
        "transaction" => lang.pick("rate of a transaction", "taux d’une transaction"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}

/// Whether a mine works, as its source says. Words we do not know are shown as they are.
pub fn mine_status(lang: Lang, status: &str) -> String {
    let (word, year) = status.split_once(" in ").unwrap_or((status, ""));
    let known = match word {
        "operating" => lang.pick("operating", "en activité"),
        "artisanal" => lang.pick("artisanal", "artisanale"),
        "not stated" => lang.pick("not stated", "non indiqué"),
        "for sale" => lang.pick("for sale", "à vendre"),
        _ => return status.to_owned(),
    };
    match year {
        "" => known.to_owned(),
        year => lang.pick(format!("{known} in {year}"), format!("{known} en {year}")),
    }
}
