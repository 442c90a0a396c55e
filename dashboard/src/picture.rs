//! A chart as a file of its own: the drawing of the page, with the inks that the page's style sheet would give it.

use maud::{Markup, PreEscaped, html};

use crate::page::Reply;

/// The inks of a drawing that stands alone, on white.
const INKS: &str = "text{font:12px system-ui,sans-serif;fill:#1d2422}.v{font-weight:600}.rail{fill:#eeeae0}\
    .due{fill:#8a8f86}.pledged{fill:#8a8f86}.declared{fill:#0d5c55}.received{fill:#c98a2b}.none{stroke:#9aa39d}\
    .hatch{stroke:#b9b3a3}";

/// The drawing as an SVG file.
pub fn of(drawing: &Markup) -> Reply {
    let style = html! { style { (PreEscaped(INKS)) } }.into_string();
    let text = drawing.0.replacen("<defs>", &format!("{style}<defs>"), 1);
    Reply::File { media_type: "image/svg+xml; charset=utf-8", text }
}
