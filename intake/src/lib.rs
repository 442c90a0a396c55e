//! Strangers' bytes become rows and findings.
//!
//! No database, no network, no file: the caller hands over names and bytes, and gets typed rows *and* a list of
//! findings, each with file, line, column, what was seen and what would fix it, in English and in French. A bad row
//! never costs the others their findings; an import is nevertheless all or nothing.
//!
//! The way of a figure through this crate:
//!
//! ```text
//! bytes ── text ── csv ── sheet ──► rows (strings) ── assemble ──► reconcile::Facts
//!            │       │       │                            │
//!            └───────┴───────┴──────── findings ──────────┘
//! ```
//!
//! - [`read_grid`] makes a grid of cells of any table that a stranger sends: CSV in any encoding, XLSX, ODS;
//! - [`same_claims`] and [`Names`] point out what was already there;
//! - [`inspect`] looks at a document that claims point to, [`public_copy`] makes the copy without personal metadata;
//! - [`read_pack`] reads a whole pack, [`read_claims`] one file of claims against registries that are known already;
//! - [`assemble()`] turns rows into [`reconcile::Facts`], whether they come from files or from a database;
//! - [`form`] finds what form a disclosure has, and makes claims-to-be of it;
//! - [`number`] and [`date`] read figures and dates as people write them, [`words`] says a figure in words;
//! - [`write_pack`] writes rows back: what is imported is what is exported.

mod amount;
mod assemble;
mod check;
mod csv;
pub mod date;
mod duplicate;
mod evidence;
mod files;
mod finding;
pub mod form;
mod grid;
mod lang;
mod limits;
mod marked;
mod nearest;
pub mod number;
mod pack;
mod policy;
mod production;
mod rows;
mod sheet;
mod table;
mod text;
mod upload;
mod vocabulary;
pub mod words;
mod write;

pub use assemble::{Assembled, Registry, assemble};
pub use duplicate::{Names, Near, Retelling, Retold, document_sha256, retold_findings, same_bytes, same_claims};
pub use evidence::{Evidence, Extent, Personal, Region, RegionError, inspect, public_copy};
pub use files::{PackFiles, pack_sha256};
pub use finding::{Code, Finding, Severity, Worded, Wording};
pub use grid::{Cell, CellPlace, FileKind, Grid, Merged, ReadGrid, Row, Sheet, Step, Value, Visibility, read_grid};
pub use lang::Lang;
pub use limits::Limits;
pub use marked::{Marked, mark};
pub use pack::{Pack, ReadPack, read_pack};
pub use policy::{ReadPolicy, policy_sha256, read_policy, write_policy};
pub use rows::{
    At, ClaimRow, CountryRow, ExampleRow, MineRow, PackRows, PartyRow, Place, RateRow, RemarkRow, RuleRow, SourceRow,
    StreamRow,
};
pub use table::{Column, TableRow};
pub use upload::{ReadClaims, read_claims};
pub use write::{write_pack, write_table};
