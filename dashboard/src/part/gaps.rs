//! Gaps by how far they have come: counted apart, and named beside a gap.

use maud::{Markup, html};

use crate::query::gap::GapCounts;
use crate::query::word::GapState;
use crate::site::Here;
use crate::text;

/// The published gaps, of these the explained ones, and the questions that are open.
pub fn counted(here: &Here, counts: GapCounts) -> String {
    let lang = here.lang();
    let published = counts.open.saturating_add(counts.explained);
    let mut said = lang.count(published, ["gap", "gaps"], ["écart", "écarts"]);
    if counts.explained > 0 {
        let explained = lang.count(counts.explained, ["explained", "explained"], ["expliqué", "expliqués"]);
        said.push_str(&format!(" ({} {explained})", here.pick("of these", "dont")));
    }
    if counts.questioned > 0 {
        let nouns = (["question open", "questions open"], ["question ouverte", "questions ouvertes"]);
        said.push_str(&format!(", {}", lang.count(counts.questioned, nouns.0, nouns.1)));
    }
    said
}

/// The state of a gap; nothing where nobody has said anything of it.
pub fn state(here: &Here, state: GapState) -> Markup {
    html! {
        @match state {
            GapState::Open => {}
            GapState::Questioned => {
                span.badge.unknown { span.sign aria-hidden="true" { "?" } (text::gap_state(here.lang(), state)) }
            }
            GapState::Explained => {
                span.badge.agrees { span.sign aria-hidden="true" { "≡" } (text::gap_state(here.lang(), state)) }
            }
        }
    }
}
