//! EITI summary data, version 1.

use expect_test::expect;

use super::shown::{check, workbook};

pub const ABOUT: &str = "
| Name | Answer
Country or area | Country | Ghana |
Fiscal year covered | Start Date | 2013-01-01
| End Date | 2013-12-31
| Reporting currency | ISO currency code | GHS
| Conversion rate  US $ 1 = | #1.9542
";

pub const REVENUES: &str = "
GFS codes of revenue streams from extractive companies | Included in EITI Report | Name of revenue stream in country | Name of receiving government agency | Revenue, as disclosed by government | | Legal name | Gold Fields | Great Consolidated Diamonds | <company> | Subtotals
| | | | | | Identification # | C0001 | C0002
| | | | | | Commodities | Gold | Diamonds
Taxes (11E) | | | | | | | | |
1112E1 | Included and reconciled | Corporate tax | Ghana Revenue Authority | #459561620 | | | #459000000 | #14267.5 | | #459014267.5
Property income (14E) | | | | | | | | |
1415E1 | Included and reconciled | Mineral royalty | Ghana Revenue Authority | #368864143 | | | #368900000 | #27218.42 | | #368937218.42
1415E5 | Included and reconciled | Ground rent | Stool Lands | Not available | | | #5000 | | | #10000
143E | Not applicable | Not applicable | Not applicable | | | | | | |
1422E | Included | Permits | Minerals Commission | | | | N/A | | | #0
| | | Minerals Commission | #77 | | | | | |
| | TOTAL, disclosed by government | | #828430763 | | | | |
| | TOTAL, reconciled | | | | | #827905000 | #41485.92 | | #827946485.92
";

#[test]
fn a_cross_tab_has_the_agency_and_every_company_in_one_row() {
    let bytes = workbook(&[("1. About", ABOUT), ("3. Revenues", REVENUES)]);
    check(
        "ghana.xlsx",
        &bytes,
        &expect![[r#"
        eiti-cross-tab
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, government, received, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!E5: recipient=Ghana Revenue Authority | stream=Corporate tax | gfs_code=1112E1 | amount=459561620 | currency=GHS <read from beside the figure>
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, company, paid, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!H5: payer=Gold Fields | recipient=Ghana Revenue Authority | stream=Corporate tax | gfs_code=1112E1 | commodity=Gold | amount=459000000 | currency=GHS <read from beside the figure> | reference=C0001
        3. Revenues!I5: payer=Great Consolidated Diamonds | recipient=Ghana Revenue Authority | stream=Corporate tax | gfs_code=1112E1 | commodity=Diamonds | amount=14267.5 | currency=GHS <read from beside the figure> | reference=C0002
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, government, received, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!E7: recipient=Ghana Revenue Authority | stream=Mineral royalty | gfs_code=1415E1 | amount=368864143 | currency=GHS <read from beside the figure>
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, company, paid, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!H7: payer=Gold Fields | recipient=Ghana Revenue Authority | stream=Mineral royalty | gfs_code=1415E1 | commodity=Gold | amount=368900000 | currency=GHS <read from beside the figure> | reference=C0001
        3. Revenues!I7: payer=Great Consolidated Diamonds | recipient=Ghana Revenue Authority | stream=Mineral royalty | gfs_code=1415E1 | commodity=Diamonds | amount=27218.42 | currency=GHS <read from beside the figure> | reference=C0002
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, government, received, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!E8: recipient=Stool Lands | stream=Ground rent | gfs_code=1415E5 | currency=GHS <read from beside the figure> | absence=not_stated `Not available` <a word of the file was read as a word of ours>
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, company, paid, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!H8: payer=Gold Fields | recipient=Stool Lands | stream=Ground rent | gfs_code=1415E5 | commodity=Gold | amount=5000 | currency=GHS <read from beside the figure> | reference=C0001
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, government, received, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!E10: recipient=Minerals Commission | stream=Permits | gfs_code=1422E | currency=GHS <read from beside the figure> | absence=not_stated ``
        = GH `Ghana` (1. About!C2) <a word of the file was read as a word of ours>, payment, company, paid, 2013-01-01 (1. About!C3), 2013-12-31 (1. About!C4)
        3. Revenues!H10: payer=Gold Fields | recipient=Minerals Commission | stream=Permits | gfs_code=1422E | commodity=Gold | currency=GHS <read from beside the figure> | absence=not_stated `N/A` <a word of the file was read as a word of ours> | reference=C0001
        ! 3. Revenues!K7 total_differs: The total of `Mineral royalty` is 368937218.42 here; the figures in `3. Revenues` add up to 368927218.42.
        ! 3. Revenues!K8 total_doubled: The total of `Ground rent` is 10000 here; the figures in `3. Revenues` add up to 5000: one is twice the other.
        ! 3. Revenues!E10 amount_blank: The row has no amount; it was read as not stated, not as nought.
        ! 3. Revenues!H10 absence_two_meanings: `N/A` may mean not_stated or not_applicable; it was read as not_stated.
        ! 3. Revenues!C11Name of revenue stream in country value_missing: `Name of revenue stream in country` is empty.
        + company paid: 827946485.92 GHS (5 known, 1 absent)
        + government received: 828425763 GHS (2 known, 2 absent)
    "#]],
    );
}

#[test]
fn names_of_companies_may_stand_above_the_other_headings_and_totals_are_held_against_rows() {
    let revenues = "
| | | | | Raison sociale | Société Minière de Boké | Sous-total
| Codes SFP | Nom du flux de revenus | Nom de l’agence | Revenus déclarés par l’État | | |
| 1415E1 | Taxe minière | Trésor | 37.000.000.000 | | (1 500) | #-3000
| 1415E5 | Redevance superficiaire | Trésor | néant | | 12,5 |
| | TOTAL, déclaré | | | | #-1400 |
";
    let about = "
| Country | Guinea |
| Start Date | 2015-01-01
| End Date | 2015-12-31
";
    let bytes = workbook(&[("About", about), ("Revenus", revenues)]);
    check(
        "guinee.xlsx",
        &bytes,
        &expect![[r#"
        eiti-cross-tab
        = GN `Guinea` (About!C1) <a word of the file was read as a word of ours>, payment, government, received, 2015-01-01 (About!C2), 2015-12-31 (About!C3)
        Revenus!E3: recipient=Trésor | stream=Taxe minière | gfs_code=1415E1 | amount=37000000000 `37.000.000.000`
        = GN `Guinea` (About!C1) <a word of the file was read as a word of ours>, payment, company, paid, 2015-01-01 (About!C2), 2015-12-31 (About!C3)
        Revenus!G3: payer=Société Minière de Boké | recipient=Trésor | stream=Taxe minière | gfs_code=1415E1 | amount=-1500 `(1 500)` <brackets stand for a minus>
        = GN `Guinea` (About!C1) <a word of the file was read as a word of ours>, payment, government, received, 2015-01-01 (About!C2), 2015-12-31 (About!C3)
        Revenus!E4: recipient=Trésor | stream=Redevance superficiaire | gfs_code=1415E5 | absence=none_reported `néant` <a word of the file was read as a word of ours>
        = GN `Guinea` (About!C1) <a word of the file was read as a word of ours>, payment, company, paid, 2015-01-01 (About!C2), 2015-12-31 (About!C3)
        Revenus!G4: payer=Société Minière de Boké | recipient=Trésor | stream=Redevance superficiaire | gfs_code=1415E5 | amount=12.5 `12,5`
        !  report_currency_missing: The report does not name its currency.
        ! Revenus!E3 unit_missing: The amount has neither a currency nor a unit.
        ! Revenus!G3 unit_missing: The amount has neither a currency nor a unit.
        ! Revenus!H3 total_doubled: The total of `Taxe minière` is -3000 here; the figures in `Revenus` add up to -1500: one is twice the other.
        ! Revenus!E4 absence_two_meanings: `néant` may mean none_reported or 0; it was read as none_reported.
        ! Revenus!G4 unit_missing: The amount has neither a currency nor a unit.
        ! Revenus!G5 total_differs: The total of `Société Minière de Boké` is -1400 here; the figures in `Revenus` add up to -1487.5.
        + company paid: -1487.5  (2 known, 0 absent)
        + government received: 37000000000  (1 known, 1 absent)
    "#]],
    );
}
