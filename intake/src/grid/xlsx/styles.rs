//! The number format of each style: it decides whether a number is a date, and tells a currency.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::archive::Archive;
use super::super::format::{built_in, is_date};
use super::super::xml::{Node, Xml};
use crate::finding::{Findings, Flagged};

/// Styles that one workbook can have, by the programs that write them.
const STYLES_MAX: usize = 65_535;

/// The formats of a workbook, by the number that cells give.
#[derive(Default)]
pub(super) struct Styles {
    pub codes: Arc<[Option<Box<str>>]>,
    pub dates: Vec<bool>,
}

/// Reads the formats.
pub(super) fn read(archive: &Archive<'_>, part: &str, out: &mut Findings) -> Result<Styles, Flagged> {
    let mut xml = Xml::open(archive, part, out)?;
    let mut own: HashMap<u32, Box<str>> = HashMap::new();
    let mut codes: Vec<Option<Box<str>>> = Vec::new();
    let mut in_cells = false;
    loop {
        match xml.next(out)? {
            Node::Eof => break,
            Node::Start { element, empty } => match element.name() {
                "numFmt" => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, element.attribute("formatCode")) {
                        own.insert(id, code.into());
                    }
                }
                "cellXfs" => in_cells = !empty,
                // The lists of styles stand one after the other, so another list ends this one.
                "cellStyles" | "dxfs" | "cellStyleXfs" => in_cells = false,
                "xf" if in_cells && codes.len() < STYLES_MAX => {
                    let id: u32 = element.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    let code = own.get(&id).cloned().or_else(|| built_in(id).map(Box::from));
                    codes.push(code.filter(|code| !code.eq_ignore_ascii_case("general")));
                }
                _ => {}
            },
            _ => {}
        }
    }
    let dates = codes.iter().map(|code| code.as_deref().is_some_and(is_date)).collect();
    Ok(Styles { codes: codes.into(), dates })
}
