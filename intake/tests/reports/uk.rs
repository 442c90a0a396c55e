//! Payments to governments as Companies House publishes them.

use expect_test::expect;
use intake::Limits;
use intake::form::{Given, read_form};

use super::shown::{check, read, shown};

pub const LISTS: &str = r#"{
  "reportDetails": {
    "companyName": "De Beers Consolidated Mines", "companyNumber": "04366849", "reportName": "Payments to governments",
    "reportEndDate": "2015-12-31", "currency": "USD", "version": "1", "referenceNumber": "04366849Y2015V1",
    "dateAdded": "18 Apr 2016", "notes": null
  },
  "year": 2015,
  "governmentPayments": { "payment": [
    { "countryCode": "ZAF", "government": "Department of Mineral Resources", "paymentType": "Royalties", "amount": "6280658", "notes": "" },
    { "countryCode": "ZAF", "government": "South African Revenue Service", "paymentType": "Tax", "amount": "95134", "notes": "income tax, net of refunds" },
    { "countryCode": "ZAF", "government": "South African Revenue Service", "paymentType": "Tax", "amount": "-1204" },
    { "countryCode": "BWA", "government": "Government of Botswana ", "paymentType": "ProductionEntitlements", "amount": "100000",
      "unitVolume": { "volume": "1000", "unitMeasure": "USD", "valuationMethod": "Market price" } }
  ] },
  "projectPayments": { "projectPayment": [
    { "projectCode": "ZAF01", "projectName": "Venetia", "countryCodeList": "ZAF", "paymentType": "Royalties", "amount": "6280659" },
    { "projectCode": "ZAF02", "projectName": "Corporate ", "countryCodeList": "ZAF", "paymentType": "Tax", "amount": "94930" },
    { "projectCode": "BWA01", "projectName": "Jwaneng", "countryCodeList": "BWA", "paymentType": "ProductionEntitlements", "amount": "100000" }
  ] },
  "governmentPaymentTotals": { "paymentTotal": [
    { "countryCode": "ZAF", "government": "South African Revenue Service", "amount": "93930" },
    { "countryCode": "ZAF", "government": "Department of Mineral Resources", "amount": "6280660" }
  ] },
  "projectTotals": { "projectTotal": { "projectCode": "ZAF02", "projectName": "Corporate", "amount": "189860" } }
}"#;

pub const ONES: &str = r#"{
  "reportDetails": { "companyName": "Murowa (Rio Tinto)", "reportEndDate": "2016-02-29", "currency": "USD" },
  "governmentPayments": { "payment": { "countryCode": "ZWE", "government": "Zimbabwe Revenue Authority", "paymentType": "Royalties", "amount": "3,859,594" } },
  "projectPayments": { "projectPayment": { "projectCode": "ZWE01", "projectName": "Murowa", "countryCodeList": "ZWE", "paymentType": "Royalties", "amount": 3859594 } }
}"#;

pub const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<er:report xmlns:er="urn:extractives">
  <er:reportDetails>
    <er:companyName>Murowa &amp; Co</er:companyName>
    <er:reportEndDate>2016-12-31</er:reportEndDate>
    <er:currency>USD</er:currency>
  </er:reportDetails>
  <er:governmentPayments>
    <er:payment><er:countryCode>ZWE</er:countryCode><er:government>ZIMRA</er:government><er:paymentType>Royalties</er:paymentType><er:amount>3859594</er:amount></er:payment>
    <er:payment><er:countryCode>ZWE</er:countryCode><er:government>ZIMRA</er:government><er:paymentType>Fees</er:paymentType><er:amount>580.855</er:amount></er:payment>
    <er:payment><er:countryCode>ZWE</er:countryCode><er:government>ZIMRA</er:government><er:paymentType>Tax</er:paymentType><er:amount/></er:payment>
  </er:governmentPayments>
</er:report>"#;

#[test]
fn by_government_is_read_and_by_project_is_its_check() {
    check(
        "report.json",
        LISTS.as_bytes(),
        &expect![[r#"
        uk-payments
        = ZA `ZAF` (/governmentPayments/payment/0/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2015-01-01 `2015-12-31` (/reportDetails/reportEndDate), 2015-12-31 (/reportDetails/reportEndDate)
        /governmentPayments/payment/0/amount: payer=De Beers Consolidated Mines | recipient=Department of Mineral Resources | stream=Royalties | amount=6280658 | currency=USD <read from beside the figure> | stated_on=2016-04-18 `18 Apr 2016`
        = ZA `ZAF` (/governmentPayments/payment/1/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2015-01-01 `2015-12-31` (/reportDetails/reportEndDate), 2015-12-31 (/reportDetails/reportEndDate)
        /governmentPayments/payment/1/amount: payer=De Beers Consolidated Mines | recipient=South African Revenue Service | stream=Tax | amount=95134 | currency=USD <read from beside the figure> | stated_on=2016-04-18 `18 Apr 2016` | note=income tax, net of refunds
        = ZA `ZAF` (/governmentPayments/payment/2/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2015-01-01 `2015-12-31` (/reportDetails/reportEndDate), 2015-12-31 (/reportDetails/reportEndDate)
        /governmentPayments/payment/2/amount: payer=De Beers Consolidated Mines | recipient=South African Revenue Service | stream=Tax | amount=-1204 | currency=USD <read from beside the figure> | stated_on=2016-04-18 `18 Apr 2016`
        = BW `BWA` (/governmentPayments/payment/3/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2015-01-01 `2015-12-31` (/reportDetails/reportEndDate), 2015-12-31 (/reportDetails/reportEndDate)
        /governmentPayments/payment/3/amount: payer=De Beers Consolidated Mines | recipient=Government of Botswana `Government of Botswana ` | stream=ProductionEntitlements | amount=100000 | currency=USD <read from beside the figure> | in_kind=1000 USD Market price `1000` | stated_on=2016-04-18 `18 Apr 2016`
        ! line 4 /reportDetails/reportEndDate period_assumed: The report says only that it ends on 2015-12-31; it was read as the year from 2015-01-01 on.
        ! line 13 /governmentPayments/payment/3/unitVolume/unitMeasure unit_is_currency: `USD` stands where a unit of goods does, and is a currency.
        ! line 17 /projectPayments/projectPayment/1/amount views_differ: By recipient, `tax` adds up to 93930; by project, to 94930. It is the same money.
        ! line 22 /governmentPaymentTotals/paymentTotal/1/amount total_differs: The total of `Department of Mineral Resources` is 6280660 here; the figures in `governmentPayments` add up to 6280658.
        ! line 24 /projectTotals/projectTotal/amount total_doubled: The total of `Corporate` is 189860 here; the figures in `projectPayments` add up to 94930: one is twice the other.
        + company paid: 6474588 USD (4 known, 0 absent)
    "#]],
    );
}

#[test]
fn a_list_of_one_may_be_the_thing_itself() {
    check(
        "report.json",
        ONES.as_bytes(),
        &expect![[r#"
        uk-payments
        = ZW `ZWE` (/governmentPayments/payment/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2015-03-01 `2016-02-29` (/reportDetails/reportEndDate), 2016-02-29 (/reportDetails/reportEndDate)
        /governmentPayments/payment/amount: payer=Murowa (Rio Tinto) | recipient=Zimbabwe Revenue Authority | stream=Royalties | amount=3859594 `3,859,594` | currency=USD <read from beside the figure>
        ! line 2 /reportDetails/reportEndDate period_assumed: The report says only that it ends on 2016-02-29; it was read as the year from 2015-03-01 on.
        + company paid: 3859594 USD (1 known, 0 absent)
    "#]],
    );
}

#[test]
fn a_report_by_project_alone_is_read_by_project() {
    let alone = ONES
        .replace("\"governmentPayments\": { \"payment\": {", "\"other\": { \"x\": {")
        .replace("2016-02-29", "2016-02-28");
    check(
        "report.json",
        alone.as_bytes(),
        &expect![[r#"
        uk-payments
        = ZW `ZWE` (/projectPayments/projectPayment/countryCodeList) <a word of the file was read as a word of ours>, payment, company, paid, 2015-03-01 `2016-02-28` (/reportDetails/reportEndDate), 2016-02-28 (/reportDetails/reportEndDate)
        /projectPayments/projectPayment/amount: mine=Murowa | payer=Murowa (Rio Tinto) | stream=Royalties | amount=3859594 | currency=USD <read from beside the figure> | reference=ZWE01
        ! line 2 /reportDetails/reportEndDate period_assumed: The report says only that it ends on 2016-02-28; it was read as the year from 2015-03-01 on.
        + company paid: 3859594 USD (1 known, 0 absent)
    "#]],
    );
}

#[test]
fn the_xml_of_a_report_is_read_as_its_json_is() {
    check(
        "report.xml",
        XML.as_bytes(),
        &expect![[r#"
        uk-payments
        = ZW `ZWE` (/report/governmentPayments/payment[1]/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 `2016-12-31` (/report/reportDetails/reportEndDate), 2016-12-31 (/report/reportDetails/reportEndDate)
        /report/governmentPayments/payment[1]/amount: payer=Murowa & Co | recipient=ZIMRA | stream=Royalties | amount=3859594 | currency=USD <read from beside the figure>
        = ZW `ZWE` (/report/governmentPayments/payment[3]/countryCode) <a word of the file was read as a word of ours>, payment, company, paid, 2016-01-01 `2016-12-31` (/report/reportDetails/reportEndDate), 2016-12-31 (/report/reportDetails/reportEndDate)
        /report/governmentPayments/payment[3]/amount: payer=Murowa & Co | recipient=ZIMRA | stream=Tax | currency=USD <read from beside the figure> | absence=not_stated ``
        ! line 5 /report/reportDetails/reportEndDate period_assumed: The report says only that it ends on 2016-12-31; it was read as the year from 2016-01-01 on.
        ! line 10 /report/governmentPayments/payment[2]/amount amount_ambiguous: `580.855` may mean 580.855 or 580855.
        ! line 10 /report/governmentPayments/payment[2]/amount decimal_mark_unproven: `580.855` may mean 580.855 or 580855, and no other figure here says which.
        ! line 11 /report/governmentPayments/payment[3]/amount amount_blank: The row has no amount; it was read as not stated, not as nought.
        + company paid: 3859594 USD (1 known, 1 absent)
    "#]],
    );
}

#[test]
fn entities_depths_and_cuts_are_one_finding_each_and_nothing_is_read() {
    let declared = XML.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n");
    let entity = XML.replace("&amp;", "&secret;");
    let deep = format!("{{\"reportDetails\":1,\"governmentPayments\":{}{}}}", "[".repeat(50_000), "]".repeat(50_000));
    let deep_xml = XML.replace("<er:amount/>", &"<a>".repeat(50_000));
    let cut = &LISTS[..LISTS.len() - 200];
    let entities: Vec<(&str, &str)> = vec![
        (&declared, "document_declares"),
        (&entity, "document_declares"),
        (&deep, "document_too_deep"),
        (&deep_xml, "document_too_deep"),
        (cut, "document_damaged"),
    ];
    for (text, code) in entities {
        let reading = read("report", text.as_bytes());
        let codes: Vec<&str> = reading.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!((codes, reading.drafts.len()), (vec![code], 0), "{}", shown(&reading));
    }
    let few = Limits { rows: 3, ..Limits::default() };
    let reading = read_form("report.json", LISTS.as_bytes(), None, &Given::default(), &few);
    assert_eq!(reading.findings[0].code.as_str(), "document_too_large");
}

#[test]
fn other_documents_are_no_reports() {
    for text in ["{\"a\": [1, 2, 3]}", "<a xmlns=\"b\"><c/></a>", "{\"reportDetails\": {}}"] {
        let reading = read("other", text.as_bytes());
        assert_eq!((reading.form, reading.findings[0].code.as_str()), (None, "format_not_a_table"));
    }
}
