//! The style sheet: one file, named by its hash, so that a browser keeps it for ever and a page needs no inline style.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// The sheet itself.
pub const SHEET: &str = include_str!("style.css");
/// The sign in a browser's tab.
pub const ICON: &str = include_str!("icon.svg");

static SHEET_PATH: LazyLock<String> = LazyLock::new(|| format!("/style/{}.css", fingerprint(SHEET.as_bytes())));
static ICON_PATH: LazyLock<String> = LazyLock::new(|| format!("/style/{}.svg", fingerprint(ICON.as_bytes())));

/// Where the sheet is served.
pub fn sheet_path() -> &'static str {
    &SHEET_PATH
}

/// Where the icon is served.
pub fn icon_path() -> &'static str {
    &ICON_PATH
}

/// Sixteen hex digits that change whenever the bytes do.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
