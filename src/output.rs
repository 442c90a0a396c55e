//! Writing to standard output without falling over when the reader goes away (`fairlode reconcile … | head`).

use std::io::{self, ErrorKind, Write};

use intake::{Finding, Severity};

use crate::failure::Failure;
use crate::lang::Lang;

/// Writes the text and makes sure that it has left.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::unusable("The answer could not be written.", "La réponse n’a pas pu être écrite.")
                .because(error))
        }
        _ => Ok(()),
    }
}

/// Tells findings of at least this severity on standard error, where a person reads them.
pub fn tell(findings: &[Finding], least: Severity, lang: Lang) {
    // The order of severities puts the gravest first.
    for finding in findings.iter().filter(|finding| finding.severity() <= least) {
        eprintln!("{}", finding.render(lang));
    }
}
