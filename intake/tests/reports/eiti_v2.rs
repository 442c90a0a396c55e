//! EITI summary data, versions 2.0 and 2.1.

use expect_test::expect;

use super::shown::{check, workbook};

pub const ABOUT: &str = "
Template for Summary Data
| Part 1 covers the basic characteristics | | |
| Country or area name | Sierra Leone |
| ISO Alpha-3 Code | SLE |
| National currency ISO-4217 | SLE |
| Start Date | 1/1/2022 | Fiscal year covered
| End Date | 12/31/2022 |
| Reporting currency (ISO-4217 currency codes) | USD |
| Exchange rate used: 1 USD = | #11.5 |
";

pub const ENTITIES: &str = "
Reporting government entities list
| Full name of agency | Agency type | ID number (if applicable) | Total reported
| National Revenue Authority | Central goverment | Not applicable | #1559732.19
| Kono District Council | Local government | | #155973
| <insert agency name> | <choose> | |
Reporting companies' list
| Full company name | Company type | Company ID number | Sector | Commodities (comma-seperated) | Payments to Governments Report
| Koidu Limited | Private | 00123 | Mining | Diamonds | #1715705.19
| Meya Mining | Private | 12345.0 | Mining | Diamonds | #400
| add new rows as necessary | | | | |
Reporting projects' list
| Full project name | Legal agreement reference number(s) | Affiliated companies, start with Operator | Commodities (one commodity/row) | Status
| Koidu Kimberlite | ML 6/1995 | Koidu Limited | Diamonds | Production
";

pub const GOVERNMENT: &str = "
Part 4 covers government revenues

| GFS Classification | Sector | Revenue stream name | Government entity | Revenue value | Currency
| Royalties (1415E1) | Mining | Diamond royalty | National Revenue Authority | #1000000.10 | USD
| Rent (1415E5) | Mining | Surface rent | National Revenue Authority | #559732.09 | USD
| Licence fees (114521E) | Mining | Licence fee | Kono District Council | #155973.00 | USD
| Voluntary transfers | Mining | Donations | Kono District Council | Not available | USD
| Dividends (1412E1) | Mining | Dividends | National Revenue Authority | Not applicable | USD
| <Choose from menu> | <Choose sector> | <insert stream> | <insert agency> | | USD
| | | | Total in USD | #1715705.19 |
";

pub const COMPANY: &str = "
| Company | Government entity | Revenue stream name | Levied on project (Y/N) | Reported by project (Y/N) | Project name | Reporting currency | Revenue value | Payment made in-kind (Y/N) | In-kind volume (if applicable) | Unit (if applicable) | Comments
| Koidu Limited | National Revenue Authority | Diamond royalty | Yes | Y | Koidu Kimberlite | USD | #1000000.1 | No | | | paid in March
| Koidu Limited | National Revenue Authority | Surface rent | Oui | ' No ' | Not applicable | USD | #559732.09 | No | Not applicable | USD |
| Koidu Limited | Kono District Council | Licence fee | No | No | | USD | #155973 | No | | |
| Meya Mining | National Revenue Authority | Diamond royalty | No | No | | USD | #200 | Y | #120.5 | carats |
| <insert company name> | | | | | | USD | | | | |
";

#[test]
fn a_report_of_version_2_0_gives_both_sides_and_keeps_kinds_of_nothing_apart() {
    let bytes = workbook(&[
        ("Introduction", "Summary data template version 2.0"),
        ("Part 1 - About", ABOUT),
        ("Part 3 - Reporting entities", ENTITIES),
        ("Part 4 - Government revenues", GOVERNMENT),
        ("Part 5 - Company data", COMPANY),
        ("Lists", "<Choose sector> | Mining | Oil"),
    ]);
    check(
        "summary.xlsx",
        &bytes,
        &expect![[r#"
        eiti-summary
        = SL `SLE` (Part 1 - About!C4) <a word of the file was read as a word of ours>, payment, government, received, 2022-01-01 `1/1/2022` (Part 1 - About!C6), 2022-12-31 `12/31/2022` (Part 1 - About!C7)
        Part 4 - Government revenues!F4: recipient=National Revenue Authority | stream=Diamond royalty | gfs_code=1415E1 `Royalties (1415E1)` | amount=1000000.10 | currency=USD
        Part 4 - Government revenues!F5: recipient=National Revenue Authority | stream=Surface rent | gfs_code=1415E5 `Rent (1415E5)` | amount=559732.09 | currency=USD
        Part 4 - Government revenues!F6: recipient=Kono District Council | stream=Licence fee | gfs_code=114521E `Licence fees (114521E)` | amount=155973.00 | currency=USD
        Part 4 - Government revenues!F7: recipient=Kono District Council | stream=Donations | currency=USD | absence=not_stated `Not available` <a word of the file was read as a word of ours>
        Part 4 - Government revenues!F8: recipient=National Revenue Authority | stream=Dividends | gfs_code=1412E1 `Dividends (1412E1)` | currency=USD | absence=not_applicable `Not applicable` <a word of the file was read as a word of ours>
        = SL `SLE` (Part 1 - About!C4) <a word of the file was read as a word of ours>, payment, company, paid, 2022-01-01 `1/1/2022` (Part 1 - About!C6), 2022-12-31 `12/31/2022` (Part 1 - About!C7)
        Part 5 - Company data!I2: mine=Koidu Kimberlite | payer=Koidu Limited | recipient=National Revenue Authority | stream=Diamond royalty | amount=1000000.1 | currency=USD | note=paid in March
        Part 5 - Company data!I3: payer=Koidu Limited | recipient=National Revenue Authority | stream=Surface rent | amount=559732.09 | currency=USD
        Part 5 - Company data!I4: payer=Koidu Limited | recipient=Kono District Council | stream=Licence fee | amount=155973 | currency=USD
        Part 5 - Company data!I5: payer=Meya Mining | recipient=National Revenue Authority | stream=Diamond royalty | amount=200 | currency=USD | in_kind=120.5 carats `120.5`
        ! Part 3 - Reporting entities!G9 total_doubled: The total of `Meya Mining` is 400 here; the figures in `Part 5 - Company data` add up to 200: one is twice the other.
        ! Part 5 - Company data!L3 unit_is_currency: `USD` stands where a unit of goods does, and is a currency.
        + company paid: 1715905.19 USD (4 known, 0 absent)
        + government received: 1715705.19 USD (3 known, 2 absent)
    "#]],
    );
}

#[test]
fn figures_typed_by_hand_are_read_by_the_proof_of_the_file_and_never_guessed() {
    let about = "
| Nom du pays ou de la région | Cameroun |
| Date de début | 2020-12-01 |
| Date de fin | 31/12/2020 |
| Devise de déclaration (codes ISO 4217) | xaf |
";
    let government = "
Note du comité : insérer des lignes au besoin
| Classification SFP | Secteur | Nom du flux de revenus | Entité gouvernementale | Valeur du revenu | Devise
| Redevances (1415E1) | Mines | Redevance Minière Proportionnelle | DGI | 1 234 567,50 | XAF
| Redevances (1415E1) | Mines | Redevance Minière Négative ( à mettre en signe - ) | SNH | #-43646737007 | XAF
| Droits | Mines | Droits fixes | DGI | 1.200 | XAF
| Droits | Mines | Taxe superficiaire | DGI | (1 234) | XAF
| Droits | Mines | Pénalités | DGI | 10 000,000,00 | XAF
| Droits | Mines | Inspection | DGI | Err:507 | XAF
| Droits | Mines | Contribution | DGI | - | XAF
| Droits | Mines | Autres | DGI | Voir partie 5 | XAF
| Droits | Mines | Amendes | DGI | | XAF
| Droits | Mines | Bonus | DGI | Non communiqué | XAF
| Droits | Mines | Dividendes | DGI | #98083.62434000001 | XAF
| Droits | Mines | | DGI | #5 | XAF
| Droits | Mines | Ristournes | DGI | #12 | francs
| Droits | Mines | Transferts | DGI | #7 | USD
| Droits | Mines | Transferts | DGI | #8 | USD
";
    let bytes = workbook(&[("Partie 1 - À propos", about), ("Partie 4 - Revenus", government)]);
    check(
        "cameroun.xlsx",
        &bytes,
        &expect![[r#"
            eiti-summary
            = CM `Cameroun` (Partie 1 - À propos!C1) <a word of the file was read as a word of ours>, payment, government, received, 2020-12-01 (Partie 1 - À propos!C2), 2020-12-31 `31/12/2020` (Partie 1 - À propos!C3)
            Partie 4 - Revenus!F3: recipient=DGI | stream=Redevance Minière Proportionnelle | gfs_code=1415E1 `Redevances (1415E1)` | amount=1234567.50 `1 234 567,50` | currency=XAF
            Partie 4 - Revenus!F4: recipient=SNH | stream=Redevance Minière Négative ( à mettre en signe - ) | gfs_code=1415E1 `Redevances (1415E1)` | amount=-43646737007 | currency=XAF
            Partie 4 - Revenus!F5: recipient=DGI | stream=Droits fixes | amount=1200 `1.200` <`,` is the decimal mark of the file> | currency=XAF
            Partie 4 - Revenus!F6: recipient=DGI | stream=Taxe superficiaire | amount=-1234 `(1 234)` <brackets stand for a minus> | currency=XAF
            Partie 4 - Revenus!F8: recipient=DGI | stream=Inspection | currency=XAF | absence=illegible `Err:507` <a word of the file was read as a word of ours>
            Partie 4 - Revenus!F9: recipient=DGI | stream=Contribution | currency=XAF | absence=not_stated `-` <a word of the file was read as a word of ours>
            Partie 4 - Revenus!F10: recipient=DGI | stream=Autres | currency=XAF | absence=not_read `Voir partie 5` <a word of the file was read as a word of ours>
            Partie 4 - Revenus!F11: recipient=DGI | stream=Amendes | currency=XAF | absence=not_stated ``
            Partie 4 - Revenus!F12: recipient=DGI | stream=Bonus | currency=XAF | absence=not_disclosed `Non communiqué` <a word of the file was read as a word of ours>
            Partie 4 - Revenus!F13: recipient=DGI | stream=Dividendes | amount=98084 `98083.62434000001` <rounded to the currency’s smallest unit> | currency=XAF
            Partie 4 - Revenus!F16: recipient=DGI | stream=Transferts | amount=7 | currency=USD
            Partie 4 - Revenus!F17: recipient=DGI | stream=Transferts | amount=8 | currency=USD
            ! Partie 1 - À propos!C3 period_not_a_year: The period from 2020-12-01 to 31/12/2020 has 31 days, and such reports are for a year.
            ! Partie 4 - Revenus!F7 number_groups: The digits of `10 000,000,00` are not in groups of three that one mark parts.
            ! Partie 4 - Revenus!F8 spreadsheet_error: `Err:507` is a spreadsheet's error, not a figure; it was read as illegible.
            ! Partie 4 - Revenus!F9 absence_two_meanings: `-` may mean not_stated or 0; it was read as not_stated.
            ! Partie 4 - Revenus!F11 amount_blank: The row has no amount; it was read as not stated, not as nought.
            ! Partie 4 - Revenus!D14Nom du flux de revenus value_missing: `Nom du flux de revenus` is empty.
            ! Partie 4 - Revenus!G15 currency_shape: `francs` is not a currency.
            ! Partie 4 - Revenus!G16 currency_not_reporting: 2 rows, the first one here, are in USD, and the report says that it is in XAF.
            + government received: 15 USD (2 known, 0 absent)
            + government received: -43645404389.50 XAF (5 known, 5 absent)
        "#]],
    );
}

#[test]
fn names_that_no_list_has_are_told_with_the_nearest_and_kept() {
    let company = "
| Company | Government entity | Revenue stream name | Project name | Reporting currency | Revenue value
| Koidu Limted | National Revenue Authority | Diamond royalty | Koidu Kimberlite | USD | #1000
| Koidu Limted | National Revenue Authority | Exploration fee | Tongo | USD | #1000
| | National Revenue Authority | Diamond royalty | | USD | #7
| EITI Company LLC | National Revenue Authority | Diamond royalty | Deep Blue Mine | USD | #9
";
    let bytes = workbook(&[
        ("Part 1 - About", ABOUT),
        ("Part 3 - Reporting entities", ENTITIES),
        ("Part 4 - Government revenues", GOVERNMENT),
        ("Part 5 - Company data", company),
    ]);
    check(
        "summary.xlsx",
        &bytes,
        &expect![[r#"
        eiti-summary
        = SL `SLE` (Part 1 - About!C4) <a word of the file was read as a word of ours>, payment, government, received, 2022-01-01 `1/1/2022` (Part 1 - About!C6), 2022-12-31 `12/31/2022` (Part 1 - About!C7)
        Part 4 - Government revenues!F4: recipient=National Revenue Authority | stream=Diamond royalty | gfs_code=1415E1 `Royalties (1415E1)` | amount=1000000.10 | currency=USD
        Part 4 - Government revenues!F5: recipient=National Revenue Authority | stream=Surface rent | gfs_code=1415E5 `Rent (1415E5)` | amount=559732.09 | currency=USD
        Part 4 - Government revenues!F6: recipient=Kono District Council | stream=Licence fee | gfs_code=114521E `Licence fees (114521E)` | amount=155973.00 | currency=USD
        Part 4 - Government revenues!F7: recipient=Kono District Council | stream=Donations | currency=USD | absence=not_stated `Not available` <a word of the file was read as a word of ours>
        Part 4 - Government revenues!F8: recipient=National Revenue Authority | stream=Dividends | gfs_code=1412E1 `Dividends (1412E1)` | currency=USD | absence=not_applicable `Not applicable` <a word of the file was read as a word of ours>
        = SL `SLE` (Part 1 - About!C4) <a word of the file was read as a word of ours>, payment, company, paid, 2022-01-01 `1/1/2022` (Part 1 - About!C6), 2022-12-31 `12/31/2022` (Part 1 - About!C7)
        Part 5 - Company data!G2: mine=Koidu Kimberlite | payer=Koidu Limted | recipient=National Revenue Authority | stream=Diamond royalty | amount=1000 | currency=USD
        Part 5 - Company data!G3: mine=Tongo | payer=Koidu Limted | recipient=National Revenue Authority | stream=Exploration fee | amount=1000 | currency=USD
        ! Part 5 - Company data!B2 name_unlisted: `Koidu Limted` is not listed in `Part 3 - Reporting entities`.
        ! Part 5 - Company data!D3 name_unlisted: `Exploration fee` is not listed in `Part 4 - Government revenues`.
        ! Part 5 - Company data!E3 name_unlisted: `Tongo` is not listed in `Part 3 - Reporting entities`.
        ! Part 5 - Company data!B4Company value_missing: `Company` is empty.
        ! Part 5 - Company data!B5 placeholder_left: `EITI Company LLC` stands in the empty form; the row has a figure, and was not read.
        + company paid: 2000 USD (2 known, 0 absent)
        + government received: 1715705.19 USD (3 known, 2 absent)
    "#]],
    );
}

#[test]
fn a_report_of_version_2_1_says_by_which_law_and_for_whom() {
    let about = "
| Country or area name | Liberia |
| ISO Alpha-3 Code | LBR |
| Start Date | #2022 |
| End Date | 2023-06-30 |
| Reporting currency (ISO-4217 currency codes) | USD |
";
    let entities = "
| Full name of entity | Entity type | ID number (if applicable) | Total reported | Submitted data to EITI?
| Liberia Revenue Authority | Central government | | #3100000 | Yes
| Company name | Is the company an EITI Supporting company? | Company type | Company ID number | Sector | Commodities (common-expected) | Total payments to Government
| ArcelorMittal Liberia | No | Private | 007 | Mining | Iron ore | #3097000
";
    let revenues = "
| GFS classification | Sector | Revenue stream name | Legal basis | Issuing government entity | Final recipient | Revenue value | Currency
| Other rent payments (1415E5) | Mining | County social development | MDA 2006 | Liberia Revenue Authority | Nimba County | #1550000 | USD
| Other rent payments (1415E5) | Mining | County social development | MDA 2006 | Liberia Revenue Authority | Grand Bassa County | #1020000 | USD
| Other rent payments (1415E5) | Mining | County social development | MDA 2006 | Liberia Revenue Authority | Liberia Revenue Authority | #527000 | USD

Revenues that were left out
| Sector | Revenue stream name | Government entity | Revenue value | Currency
| Mining | Withholding on salaries | Liberia Revenue Authority | #9999999 | USD
";
    let companies = "
| Company | Issuing government entity | Revenue stream name | Levied on project (Y/N) | Reported on project (Y/N) | Project name (if applicable) | Reporting currency | Revenue value | Payment made in kind (Y/N) | In-kind volume (if applicable) | Unit (if applicable) | Comments
| ArcelorMittal Liberia | Liberia Revenue Authority | County social development | No | No | Not applicable | USD | #3097000 | No | | |
";
    let bytes = workbook(&[
        ("1_About", about),
        ("3_Entities and projects List", entities),
        ("4_Extractive revenues -full-", revenues),
        ("5_Gov revenues (comp+proj)", companies),
    ]);
    check(
        "liberia.xlsx",
        &bytes,
        &expect![[r#"
        eiti-summary
        = LR `LBR` (1_About!C2) <a word of the file was read as a word of ours>, payment, government, received, 2022-01-01 `2022` (1_About!C3), 2023-06-30 (1_About!C4)
        4_Extractive revenues -full-!H2: recipient=Liberia Revenue Authority | stream=County social development | gfs_code=1415E5 `Other rent payments (1415E5)` | amount=1550000 | currency=USD | note=MDA 2006; → Nimba County `Nimba County`
        4_Extractive revenues -full-!H3: recipient=Liberia Revenue Authority | stream=County social development | gfs_code=1415E5 `Other rent payments (1415E5)` | amount=1020000 | currency=USD | note=MDA 2006; → Grand Bassa County `Grand Bassa County`
        4_Extractive revenues -full-!H4: recipient=Liberia Revenue Authority | stream=County social development | gfs_code=1415E5 `Other rent payments (1415E5)` | amount=527000 | currency=USD | note=MDA 2006
        = LR `LBR` (1_About!C2) <a word of the file was read as a word of ours>, payment, company, paid, 2022-01-01 `2022` (1_About!C3), 2023-06-30 (1_About!C4)
        5_Gov revenues (comp+proj)!I2: payer=ArcelorMittal Liberia | recipient=Liberia Revenue Authority | stream=County social development | amount=3097000 | currency=USD
        ! 1_About!C4 period_not_a_year: The period from 2022-01-01 to 2023-06-30 has 546 days, and such reports are for a year.
        ! 3_Entities and projects List!E2 total_differs: The total of `Liberia Revenue Authority` is 3100000 here; the figures in `4_Extractive revenues -full-` add up to 3097000.
        + company paid: 3097000 USD (1 known, 0 absent)
        + government received: 3097000 USD (3 known, 0 absent)
    "#]],
    );
}
