//! Reports under Canada's Extractive Sector Transparency Measures Act.

use expect_test::expect;

use super::shown::{check, workbook};

pub const COVER: &str = "
Extractive Sector Transparency Measures Act - Annual Report
Reporting Entity Name | | Lucara Diamond Corp.
Reporting Year | From: | 2016-01-01 | To: | 2016-12-31 | Date submitted | 2017-05-29
Reporting Entity ESTMA Identification Number | | E123456 | | Original Submission
Currency of the Report | CAD
";

pub const PAYEES: &str = "
Extractive Sector Transparency Measures Act - Annual Report
Payments by Payee
| Country | Payee Name1 | Departments, Agency, etc… within Payee that Received Payments2 | Taxes | Royalties | Fees | Production Entitlements | Bonuses | Dividends | Infrastructure Improvement Payments | Total Amount paid to Payee | Notes34
| Botswana | Government of Botswana | Botswana Unified Revenue Service | #116847360 | #30523392 | - | | $ | | | #147370752 | FX rate 1 USD = 1.3248 CAD
| Botswana | Central District Council of Botswana | | | | | | #397440 | | | #397440 | USD 300,000
| Congo  Democratic Republic Of The | Ministry of Mines | | N/A | | (12,000.50) | | | | | #-12000.5 |
| Canada -Nunavut | Nunavut Tunngavik | | | | | | | | | |
| Total | | | #116847360 | #30523392 | #-12000.5 | | #397440 | | | #147756191.5 |
Additional Notes:
| 1 Enter the proper name of the payee | |
";

pub const PROJECTS: &str = "
Payments by Project
| Country | Project Name1 | Taxes | Royalties | Fees | Production Entitlements | Bonuses | Dividends | Infrastructure Improvement Payments | Total Amount paid by Project | Notes
| Botswana | Karowe | #116847361 | #30523392 | | | #397440 | | | #147768193 |
| Congo  Democratic Republic Of The | Head office | | | #-12000.5 | | | | | #-12000.5 |
";

#[test]
fn by_payee_is_read_and_by_project_is_its_check() {
    let bytes = workbook(&[("Cover", COVER), ("Payments by Payee", PAYEES), ("Payments by Project", PROJECTS)]);
    check(
        "estma.xlsx",
        &bytes,
        &expect![[r#"
            estma
            = BW `Botswana` (Payments by Payee!B4) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 (Cover!C3), 2016-12-31 (Cover!E3)
            Payments by Payee!E4: payer=Lucara Diamond Corp. | recipient=Government of Botswana | stream=Taxes | amount=116847360 | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456 | note=Botswana Unified Revenue Service; FX rate 1 USD = 1.3248 CAD `Botswana Unified Revenue Service`
            Payments by Payee!F4: payer=Lucara Diamond Corp. | recipient=Government of Botswana | stream=Royalties | amount=30523392 | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456 | note=Botswana Unified Revenue Service; FX rate 1 USD = 1.3248 CAD `Botswana Unified Revenue Service`
            = BW `Botswana` (Payments by Payee!B5) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 (Cover!C3), 2016-12-31 (Cover!E3)
            Payments by Payee!I5: payer=Lucara Diamond Corp. | recipient=Central District Council of Botswana | stream=Bonuses | amount=397440 | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456 | note=USD 300,000
            = CD `Congo  Democratic Republic Of The` (Payments by Payee!B6) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 (Cover!C3), 2016-12-31 (Cover!E3)
            Payments by Payee!E6: payer=Lucara Diamond Corp. | recipient=Ministry of Mines | stream=Taxes | currency=CAD <read from beside the figure> | absence=not_stated `N/A` <a word of the file was read as a word of ours> | stated_on=2017-05-29 | reference=E123456
            Payments by Payee!G6: payer=Lucara Diamond Corp. | recipient=Ministry of Mines | stream=Fees | amount=-12000.50 `(12,000.50)` <brackets stand for a minus> | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456
            ! Payments by Payee!E6 absence_two_meanings: `N/A` may mean not_stated or not_applicable; it was read as not_stated.
            + company paid: 147756191.50 CAD (4 known, 1 absent)
        "#]],
    );
}

#[test]
fn what_differs_beyond_rounding_between_the_two_views_is_told() {
    let projects = PROJECTS.replace("#116847361", "#106847361").replace("#147768193", "#295536386");
    // A figure that is not known may be the difference: without it, there is one.
    let payees = PAYEES.replace("N/A", "");
    let bytes = workbook(&[("1", &projects), ("2", &payees), ("3", COVER)]);
    check(
        "estma.xlsx",
        &bytes,
        &expect![[r#"
            estma
            = BW `Botswana` (2!B4) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 (3!C3), 2016-12-31 (3!E3)
            2!E4: payer=Lucara Diamond Corp. | recipient=Government of Botswana | stream=Taxes | amount=116847360 | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456 | note=Botswana Unified Revenue Service; FX rate 1 USD = 1.3248 CAD `Botswana Unified Revenue Service`
            2!F4: payer=Lucara Diamond Corp. | recipient=Government of Botswana | stream=Royalties | amount=30523392 | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456 | note=Botswana Unified Revenue Service; FX rate 1 USD = 1.3248 CAD `Botswana Unified Revenue Service`
            = BW `Botswana` (2!B5) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 (3!C3), 2016-12-31 (3!E3)
            2!I5: payer=Lucara Diamond Corp. | recipient=Central District Council of Botswana | stream=Bonuses | amount=397440 | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456 | note=USD 300,000
            = CD `Congo  Democratic Republic Of The` (2!B6) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 (3!C3), 2016-12-31 (3!E3)
            2!G6: payer=Lucara Diamond Corp. | recipient=Ministry of Mines | stream=Fees | amount=-12000.50 `(12,000.50)` <brackets stand for a minus> | currency=CAD <read from beside the figure> | stated_on=2017-05-29 | reference=E123456
            ! 1!D3 views_differ: By recipient, `taxes` adds up to 116847360; by project, to 106847361. It is the same money.
            ! 1!K3 total_differs: The total of `Karowe` is 295536386 here; the figures in `1` add up to 137768193.
            + company paid: 147756191.50 CAD (4 known, 0 absent)
        "#]],
    );
}

#[test]
fn a_report_by_project_alone_and_without_a_currency_is_read_and_told() {
    let cover = "
Nom de l’entité déclarante | Mines Stornoway
Exercice | Du : | 1/7/2015 | Au : | 30/6/2016
";
    let projects = "
| Pays | Nom du projet | Impôts | Redevances | Frais | Primes | Montant total versé par projet | Notes
| Canada | Renard | 1.200 | 12.500,50 CAD | | | |
| | | #5 | | | | |
";
    let bytes = workbook(&[("Page titre", cover), ("Paiements par projet", projects)]);
    check(
        "lmtse.xlsx",
        &bytes,
        &expect![[r#"
        estma
        = CA `Canada` (Paiements par projet!B2) <a word of the file was read as a word of ours>, payment, company, paid, 2015-07-01 `1/7/2015` (Page titre!C2) <the file writes the day first>, 2016-06-30 `30/6/2016` (Page titre!E2)
        Paiements par projet!D2: mine=Renard | payer=Mines Stornoway | stream=Impôts | amount=1200 `1.200` <`,` is the decimal mark of the file>
        Paiements par projet!E2: mine=Renard | payer=Mines Stornoway | stream=Redevances | amount=12500.50 `12.500,50 CAD` | currency=CAD `12.500,50 CAD`
        !  report_currency_missing: The report does not name its currency.
        ! Paiements par projet!D2 unit_missing: The amount has neither a currency nor a unit.
        ! Paiements par projet!C3Nom du projet value_missing: `Nom du projet` is empty.
        + company paid: 1200  (1 known, 0 absent)
        + company paid: 12500.50 CAD (1 known, 0 absent)
    "#]],
    );
}
