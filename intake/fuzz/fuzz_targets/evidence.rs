//! Any bytes as a document that claims point to. A copy that is made must be clean, and whole.

#![no_main]

use intake::{Limits, inspect, public_copy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { unpacked: 4 << 20, objects: 50_000, pages: 100, ..Limits::default() };
    let evidence = inspect("receipt.pdf", bytes, &limits);
    assert!(evidence.extent.is_some() || !evidence.findings.is_empty());
    if let Ok(copy) = public_copy("receipt.pdf", bytes, &limits) {
        let again = inspect("receipt.pdf", &copy, &limits);
        assert!(again.personal.is_empty() && again.extent == evidence.extent);
    }
});
