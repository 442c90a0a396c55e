//! Names that may be one, and names that are not, as reports of the field write them.

use intake::{Lang, Names};
use proptest::prelude::*;

/// How near the second name is to the first, of a hundred; nought where it is not suggested.
fn near(known: &str, reported: &str) -> u32 {
    Names::new([("code", known)]).suggest(reported).first().map_or(0, |near| near.near)
}

#[test]
fn case_accents_marks_and_the_form_of_a_company_do_not_count() {
    for (known, reported) in [
        ("Koidu Limited", "KOIDU LTD."),
        ("Tenke Fungurume Mining", "TENKE FUNGURUME MINING S.A.R.L."),
        ("Tenke Fungurume Mining SA", "Tenke Fungurume Mining, s.a."),
        ("KA-BE SARL", "Ka Be"),
        ("Ruashi Mining", "RUASHI MINING SPRL"),
        ("Letšeng Diamonds", "Letseng Diamonds (Pty) Ltd"),
        ("Société minière de Boké", "SOCIETE MINIERE DE BOKE"),
        ("Compagnie des Bauxites de Kindia", "Compagnie  des bauxites de Kindia "),
        ("Storm Mountain Diamonds", "Storm Mountain Diamonds Proprietary Limited"),
        ("Petra Diamonds", "Petra Diamonds plc"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
    ] {
        assert_eq!(near(known, reported), 100, "{known} / {reported}");
    }
}

#[test]
fn slips_order_language_and_brackets_are_near() {
    for (known, reported) in [
        ("Kamoto Copper Company", "KAMOTO COPER COMPANY"),
        ("Mutanda Mining", "Mining Mutanda SPRL"),
        ("Compagnie des Bauxites de Kindia", "Compagnie de Bauxite de Kindia"),
        ("Société des Mines de Mandiana", "Société Minière de Mandianna"),
        ("Zimbabwe Consolidated Diamond Company", "Zimbabwe Consolidated Diamonds Co. (Pvt) Ltd"),
        ("MIBA (Minière de Bakwanga)", "Minière de Bakwanga"),
        ("MIBA (Minière de Bakwanga)", "MIBA"),
        ("SACIM (Anhui Congo Mining Investment)", "Sacim"),
        ("Société minière de Boké", "SMB"),
        ("Diamond Mining Company", "DMC"),
        ("Government of Sierra Leone", "Gouvernement de la Sierra Leone"),
        ("Ministry of Mines", "Ministère des Mines"),
        ("Marange Resources", "Marange Ressources"),
        ("Mbada Diamonds", "M'bada Diamonds"),
        ("Letšeng Diamonds", "Let seng Diamonds"),
        ("Lucara Diamond Corp. (Lucara Botswana)", "Lucara Diamond"),
    ] {
        assert!((80..=100).contains(&near(known, reported)), "{known} / {reported}: {}", near(known, reported));
    }
}

#[test]
fn names_of_two_are_not_suggested() {
    for (known, reported) in [
        ("Petra Diamonds", "Gem Diamonds"),
        ("Meya Mining", "Ruashi Mining"),
        ("Meya Mining", "Maya Mining"),
        ("Kibali Goldmines", "Kilo Goldmines"),
        ("Gécamines", "Sicomines"),
        ("Province of Kasaï Oriental", "Province du Kasaï Occidental"),
        ("Lower Bambara Chiefdom", "Upper Bambara Chiefdom"),
        ("Kono District Council", "Kenema District Council"),
        ("Kono District Council", "Kono Chiefdom"),
        ("Commune of Bétaré-Oya", "Commune de Kérouané"),
        ("Government of Angola", "Government of Botswana"),
        ("Ministry of Mines", "Ministry of Finance"),
        ("Petra Diamonds Botswana", "Petra Diamonds Tanzania"),
        ("Boroma Pipe 3", "Boroma Pipe 2"),
        ("Diamond exporters of Liberia (aggregate)", "Diamond exporters of Angola (aggregate)"),
        ("Mining Company", "Mining Group"),
        ("Société minière de Boké", "SMG"),
        ("Niger", "Nigeria"),
        ("Koidu Limited", "Limited"),
        ("Koidu Limited", ""),
        ("Koidu Limited", "n/a"),
    ] {
        assert_eq!(near(known, reported), 0, "{known} / {reported}");
    }
}

#[test]
fn the_nearest_comes_first_and_each_party_once() {
    let names = Names::new([
        ("sl-nma", "National Minerals Agency"),
        ("sl-nma", "Agence nationale des minéraux"),
        ("koidu-ltd", "Koidu Limited"),
        ("koidu-ltd", "Koidu Holdings"),
        ("koidu-city", "Koidu City Council"),
    ]);
    let codes = |reported: &str| -> Vec<&str> { names.suggest(reported).iter().map(|near| near.code).collect() };
    assert_eq!(codes("Koidu Holding S.A."), ["koidu-ltd"]);
    assert_eq!(names.suggest("Koidu Holding S.A.")[0].name, "Koidu Holdings");
    assert_eq!(codes("NATIONAL MINERAL AGENCY"), ["sl-nma"]);
    assert!(codes("Meya").is_empty());
}

#[test]
fn the_finding_keeps_the_reported_name_and_names_whom_it_may_be() {
    let names = Names::new([("koidu-ltd", "Koidu Limited")]);
    let finding = names.party_finding("payments.csv", "KOIDU LTD").expect("near");
    assert_eq!(finding.message(Lang::En), "`KOIDU LTD` may be a party that is known: `koidu-ltd` (Koidu Limited).");
    let mine = Names::new([("ls-letseng", "Letšeng")]).mine_finding("a.csv", "Letseng mine").expect("near");
    assert_eq!(mine.message(Lang::Fr), "`Letseng mine` est peut-être une mine connue\u{a0}: `ls-letseng` (Letšeng).");
    assert!(names.party_finding("payments.csv", "Meya").is_none());
}

proptest! {
    #[test]
    fn any_names_are_compared_without_panic_and_alike_both_ways(left in ".{0,40}", right in "[A-Za-zé (),.0-9]{0,40}") {
        prop_assert_eq!(near(&left, &right), near(&right, &left));
        prop_assert!(near(&right, &right) == 100 || near(&right, &right) == 0);
    }
}
