//! Every code a finding can have, with its severity and its words. `docs/findings.md` is written from these tables, of
//! which each hands its codes to the next.
//!
//! A code is never reused for something else. `{seen}` and the other names in braces are filled in from the finding;
//! a "write …" and a "did you mean …" are added to the fix where we know one.

mod cell;
mod evidence;
mod file;
mod form;
mod pack;
mod report;

use std::fmt;

use super::shape::{Severity, Wording, codes};
use crate::lang::Lang;

use cell::cell_codes;
use evidence::evidence_codes;
use file::file_codes;
use form::form_codes;
use pack::pack_codes;
use report::report_codes;

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

file_codes! { {} cell_codes form_codes report_codes evidence_codes pack_codes codes }
