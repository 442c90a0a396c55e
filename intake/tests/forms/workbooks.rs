//! Workbooks that the tests make, so that what is in them can be read here.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

const HEADERS: [&str; 8] =
    ["Company", "Government agency", "Revenue stream", "Side", "Role", "Year", "Amount", "Currency"];

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().expect("a workbook")
}

/// One sheet for each year, and a third that is something else.
pub fn two_years() -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (year, amount) in [("2021", "1 200,50"), ("2022", "1.300,75")] {
        let sheet = workbook.add_worksheet().set_name(year).expect("a name");
        sheet.write_row(0, 0, HEADERS).expect("a row");
        sheet
            .write_row(1, 0, ["Acme", "Revenue Authority", "Royalty", "Company", "Paid", year, amount, "EUR"])
            .expect("a row");
    }
    let notes = workbook.add_worksheet().set_name("Notes").expect("a name");
    notes.write_column(0, 0, ["All figures are from the ledger.", "They were checked by nobody."]).expect("a column");
    saved(workbook)
}

/// Numbers stored as numbers: with noise, with a currency in their format, with a sum by formula.
pub fn formats() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Paiements").expect("a name");
    let francs = Format::new().set_num_format("#,##0.00 [$EUR]");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let headers = ["Entreprise", "Bénéficiaire", "Flux", "Qui parle", "Rôle", "Date de paiement", "Montant"];
    sheet.write_row(2, 1, headers).expect("a row");
    for (row, amount, month) in [(3, 98083.62434000001, 3), (4, 1.234, 4)] {
        sheet.write_row(row, 1, ["Acme", "Commune", "Redevance", "entreprise", "payé"]).expect("a row");
        let date = ExcelDateTime::from_ymd(2022, month, 7).expect("a date");
        sheet.write_with_format(row, 6, &date, &day).expect("a date");
        sheet.write_with_format(row, 7, amount, &francs).expect("a number");
    }
    let sum = Formula::new("=SUM(H4:H5)").set_result("98084.85");
    sheet.write_with_format(5, 7, sum, &francs).expect("a formula");
    saved(workbook)
}

/// The company's name stands once for all its rows.
pub fn merged() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADERS).expect("a row");
    for row in 1..4 {
        sheet.write_row(row, 1, ["Treasury", "Royalty", "Company", "Paid", "2020", "100.00", "USD"]).expect("a row");
    }
    sheet.merge_range(1, 0, 3, 0, "Acme", &Format::new()).expect("a range");
    saved(workbook)
}

/// An OpenDocument sheet with a letter's head above its table.
pub fn open_document() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = |value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let row = |cells: Vec<String>| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row(vec![cell("District Council of Kono")]),
        row(vec![cell("Receipts of 2023, for the auditor")]),
        row(["Mine", "Payer", "Recipient", "Stream", "Side", "Role", "Year"]
            .map(cell)
            .into_iter()
            .chain([cell("Amount (Le)")])
            .collect()),
        row(vec![
            cell("Koidu"),
            cell("Koidu Limited"),
            cell("Kono District Council"),
            cell("Surface rent"),
            cell("community"),
            cell("received"),
            number("2023", "2023"),
            number("77986.61", "77 986,61"),
        ]),
    ];
    crate::workbooks::ods(&format!("<table:table table:name=\"Receipts\">{}</table:table>", rows.concat()))
}
