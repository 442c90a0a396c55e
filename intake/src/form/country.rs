//! Countries as reports name them: those that take part in the Kimberley Process or the EITI, by code and by name.

use super::headed::plain;
use super::spelled::Spelled;
use super::{Step, Told};

/// ISO 3166-1 alpha-2 and alpha-3, and names as [`plain`] has them, in English and French.
const COUNTRIES: &[(&str, &str, &[&str])] = &[
    ("AF", "AFG", &["afghanistan"]),
    ("AL", "ALB", &["albania"]),
    ("AM", "ARM", &["armenia"]),
    ("AO", "AGO", &["angola"]),
    ("AR", "ARG", &["argentina"]),
    ("AU", "AUS", &["australia"]),
    ("AZ", "AZE", &["azerbaijan"]),
    ("BD", "BGD", &["bangladesh"]),
    ("BF", "BFA", &["burkina faso"]),
    ("BR", "BRA", &["brazil", "bresil", "brasil"]),
    ("BW", "BWA", &["botswana"]),
    ("BY", "BLR", &["belarus"]),
    ("CA", "CAN", &["canada"]),
    (
        "CD",
        "COD",
        &[
            "democratic republic of the congo",
            "democratic republic of congo",
            "congo democratic republic of",
            "congo democratic republic of the",
            "republique democratique du congo",
            "dr congo",
            "drc",
            "rdc",
            "congo kinshasa",
        ],
    ),
    ("CF", "CAF", &["central african republic", "republique centrafricaine"]),
    (
        "CG",
        "COG",
        &[
            "republic of the congo",
            "republic of congo",
            "congo",
            "congo republic of",
            "congo republic of the",
            "republique du congo",
            "congo brazzaville",
        ],
    ),
    ("CH", "CHE", &["switzerland"]),
    ("CI", "CIV", &["cote divoire", "ivory coast"]),
    ("CL", "CHL", &["chile"]),
    ("CM", "CMR", &["cameroon", "cameroun"]),
    ("CN", "CHN", &["china", "china peoples republic of"]),
    ("CO", "COL", &["colombia"]),
    ("DE", "DEU", &["germany"]),
    ("DO", "DOM", &["dominican republic"]),
    ("EC", "ECU", &["ecuador"]),
    ("ET", "ETH", &["ethiopia"]),
    ("GA", "GAB", &["gabon"]),
    ("GB", "GBR", &["united kingdom", "united kingdom of great britain and northern ireland"]),
    ("GH", "GHA", &["ghana"]),
    ("GN", "GIN", &["guinea", "guinee"]),
    ("GT", "GTM", &["guatemala"]),
    ("GY", "GUY", &["guyana"]),
    ("HN", "HND", &["honduras"]),
    ("ID", "IDN", &["indonesia"]),
    ("IN", "IND", &["india"]),
    ("IQ", "IRQ", &["iraq"]),
    ("KG", "KGZ", &["kyrgyz republic", "kyrgyzstan"]),
    ("KH", "KHM", &["cambodia"]),
    ("KZ", "KAZ", &["kazakhstan"]),
    ("LB", "LBN", &["lebanon"]),
    ("LR", "LBR", &["liberia"]),
    ("LS", "LSO", &["lesotho"]),
    ("MG", "MDG", &["madagascar"]),
    ("ML", "MLI", &["mali"]),
    ("MM", "MMR", &["myanmar"]),
    ("MN", "MNG", &["mongolia"]),
    ("MR", "MRT", &["mauritania", "mauritanie"]),
    ("MW", "MWI", &["malawi"]),
    ("MX", "MEX", &["mexico"]),
    ("MZ", "MOZ", &["mozambique"]),
    ("NA", "NAM", &["namibia"]),
    ("NE", "NER", &["niger"]),
    ("NG", "NGA", &["nigeria"]),
    ("NL", "NLD", &["netherlands"]),
    ("NO", "NOR", &["norway"]),
    ("PE", "PER", &["peru"]),
    ("PG", "PNG", &["papua new guinea"]),
    ("PH", "PHL", &["philippines"]),
    ("RU", "RUS", &["russian federation", "russia"]),
    ("SB", "SLB", &["solomon islands"]),
    ("SC", "SYC", &["seychelles"]),
    ("SL", "SLE", &["sierra leone"]),
    ("SN", "SEN", &["senegal"]),
    ("SR", "SUR", &["suriname"]),
    ("ST", "STP", &["sao tome and principe"]),
    ("TD", "TCD", &["chad", "tchad"]),
    ("TG", "TGO", &["togo"]),
    ("TJ", "TJK", &["tajikistan"]),
    ("TL", "TLS", &["timor leste"]),
    ("TT", "TTO", &["trinidad and tobago"]),
    ("TZ", "TZA", &["tanzania", "united republic of tanzania", "tanzania united republic of"]),
    ("UA", "UKR", &["ukraine"]),
    ("UG", "UGA", &["uganda"]),
    ("US", "USA", &["united states", "united states of america"]),
    ("VE", "VEN", &["venezuela", "venezuela bolivarian republic of"]),
    ("YE", "YEM", &["yemen"]),
    ("ZA", "ZAF", &["south africa", "afrique du sud"]),
    ("ZM", "ZMB", &["zambia", "zambie"]),
    ("ZW", "ZWE", &["zimbabwe"]),
];

/// The ISO 3166-1 alpha-2 code of a country that is named by either code, or in words; nothing where it is not known here.
pub(super) fn alpha_2(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let by_code = COUNTRIES.iter().find(|(two, three, _)| *two == text || *three == text);
    let named = by_code.or_else(|| {
        let name = plain(text);
        COUNTRIES.iter().find(|(.., names)| names.contains(&name.as_str()))
    });
    named.map(|(two, ..)| *two)
}

/// A country as a field: its code where it is known here, else what is written.
pub(super) fn told(at: &Spelled<'_>) -> Told {
    match alpha_2(at.text) {
        Some(code) => {
            let steps = if code == at.text { Vec::new() } else { vec![Step::WordRead] };
            Told::read(code, at.raw, at.origin.clone(), steps)
        }
        None => Told::read(at.text, at.raw, at.origin.clone(), Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_odd_spaces_and_orders_are_known() {
        for name in ["Congo  Democratic Republic Of The", "Congo, Democratic Republic of", "COD", "RDC", "CD"] {
            assert_eq!(alpha_2(name), Some("CD"), "{name}");
        }
        assert_eq!((alpha_2("Cote D'ivoire"), alpha_2("Côte d’Ivoire")), (Some("CI"), Some("CI")));
        assert_eq!((alpha_2("Guinea-Bissau"), alpha_2("Atlantis"), alpha_2("")), (None, None, None));
    }
}
