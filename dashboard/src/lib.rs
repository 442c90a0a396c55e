//! HTML pages and charts, reading the public GraphQL API as any client would.
//!
//! [`routes`] gives the pages over a [`Transport`]; nothing else is needed. A page asks a typed question (`query`),
//! which does not compile unless the API's committed schema answers it, and writes the answer (`page`, from pieces in
//! `part` and drawings in `chart`). Every text stands in both languages at one place (`text`, and [`Lang::pick`]).
//!
//! Amounts are strings of digits from end to end: they are grouped for reading and measured for drawing, never
//! computed with. Pages work without JavaScript and ask nothing of any other host.

mod address;
mod chart;
mod code;
mod config;
mod csv;
mod date;
mod lang;
mod layout;
mod number;
mod page;
mod part;
mod picture;
mod problem;
mod query;
mod route;
mod site;
mod style;
mod text;
mod transport;

pub use config::Config;
pub use lang::Lang;
pub use route::routes;
pub use transport::{Answer, HttpTransport, Refusal, Transport, TransportError, read_answer};
