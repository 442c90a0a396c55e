//! The pages over a fake API that holds real cases: what they show, in both languages, and what they never do.

mod fake;
mod html;
mod story;
