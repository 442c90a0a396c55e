//! Documents that a claim points to: PDF, JPEG, PNG and HEIC, as what they are and without what they tell of people.
//!
//! ```text
//! bytes ── kind ──┬── jpeg, png, heic ──┐
//!                 └── pdf ──────────────┴──► Evidence: pages or size, what is personal in it; a copy without that
//! ```
//!
//! The original is sealed: only its hash and kind are ever public. What may become public is a copy, made by taking over
//! what draws the picture or the pages, byte by byte, and nothing else: what we do not know stays behind. No pixel is
//! packed anew. Each copy is read once more; if anything personal were found, there would be no copy.
//!
//! What is *shown* is left as it is. A name on a scanned receipt, or a face, is for a person to see before publishing.

mod bytes;
mod exif;
mod heic;
mod jpeg;
mod pdf;
mod personal;
mod png;
mod refusal;
mod region;

use std::sync::Arc;

use personal::Met;
pub use personal::Personal;
use refusal::{Outcome, Refusal};
pub use region::{Region, RegionError};

use crate::finding::{Code, Finding, Findings, Severity, Spot};
use crate::grid::{FileKind, base_name};
use crate::lang::Lang;
use crate::limits::Limits;

/// How much there is to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A document of pages.
    Pages(u32),
    /// A picture, as it is stored: before it is turned.
    Pixels {
        /// From left to right.
        width: u32,
        /// From top to bottom.
        height: u32,
    },
}

impl Extent {
    /// How many pages; a picture is one.
    pub fn pages(self) -> u32 {
        match self {
            Extent::Pages(pages) => pages,
            Extent::Pixels { .. } => 1,
        }
    }
}

/// What is known of a document without showing it to anyone.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What the content was found to be.
    pub kind: FileKind,
    /// Its pages or its size, where it could be read.
    pub extent: Option<Extent>,
    /// What it holds besides: the names of these things alone, never what they say.
    pub personal: Vec<Personal>,
    /// What a person should know, fix or look at.
    pub findings: Vec<Finding>,
}

impl Evidence {
    /// True where the file is no evidence that can be kept: in another format, too large or empty. One that can be
    /// kept but not be read stays sealed, and does not block.
    pub fn is_blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == Severity::MustFix)
    }
}

/// A copy, and what was met while it was made.
struct Cleaned {
    copy: Vec<u8>,
    extent: Extent,
    met: Met,
}

/// Looks at a document that a member sends. Never panics, and takes time and memory within the limits.
///
/// ```
/// use intake::{FileKind, Limits, inspect};
///
/// let evidence = inspect("receipt.pdf", b"%PDF-1.7\n", &Limits::default());
/// assert_eq!((evidence.kind, evidence.extent), (FileKind::Pdf, None));
/// assert_eq!(evidence.findings[0].code.as_str(), "evidence_unreadable");
/// ```
pub fn inspect(name: &str, bytes: &[u8], limits: &Limits) -> Evidence {
    let mut out = Findings::new(limits.findings);
    let file = base_name(name, &mut out);
    let mut findings = out.finish();
    let kind = if bytes.len() > limits.bytes { FileKind::Unknown } else { FileKind::of(bytes, limits) };
    let (mut extent, mut personal) = (None, Vec::new());
    match open(&file, kind, bytes, limits) {
        Ok(cleaned) => {
            extent = Some(cleaned.extent);
            personal.extend(cleaned.met);
        }
        Err(finding) => findings.push(finding),
    }
    if !personal.is_empty() {
        let named = |lang| personal.iter().map(|kind: &Personal| kind.words(lang)).collect::<Vec<_>>().join(", ");
        let details = vec![("personal", named(Lang::En)), ("personal_fr", named(Lang::Fr))];
        findings.push(Findings::only(Spot::file(&file), "", Code::EvidencePersonal, details));
    }
    Evidence { kind, extent, personal, findings }
}

/// The copy that can become public: what is shown, without what is told besides. Where there can be none, the finding
/// says why, and the original stays sealed.
///
/// The same bytes give the same copy.
pub fn public_copy(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Finding> {
    // That the name came with folders is told by `inspect`.
    let file = base_name(name, &mut Findings::new(0));
    let kind = if bytes.len() > limits.bytes { FileKind::Unknown } else { FileKind::of(bytes, limits) };
    let cleaned = open(&file, kind, bytes, limits)?;
    proven(kind, cleaned, limits).map_err(|refusal| refusal.finding(&file, kind))
}

/// The copy, once a second reading has found nothing personal in it, and nothing more to leave out.
fn proven(kind: FileKind, cleaned: Cleaned, limits: &Limits) -> Outcome<Vec<u8>> {
    let again = clean(kind, &cleaned.copy, limits)?;
    let is_same = again.copy == cleaned.copy && again.extent == cleaned.extent;
    if again.met.is_empty() && is_same { Ok(cleaned.copy) } else { Err(Refusal::Unclean) }
}

/// A copy, and what was met while it was made.
fn open(file: &Arc<str>, kind: FileKind, bytes: &[u8], limits: &Limits) -> Result<Cleaned, Finding> {
    let told = |code, details| Findings::only(Spot::file(file), "", code, details);
    if bytes.len() > limits.bytes {
        let details = vec![("found", bytes.len().to_string()), ("max", limits.bytes.to_string())];
        return Err(told(Code::FileTooLarge, details));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(told(Code::FileBlank, Vec::new()));
    }
    if !matches!(kind, FileKind::Pdf | FileKind::Jpeg | FileKind::Png | FileKind::Heic) {
        let (en, fr) = kind.words();
        return Err(told(Code::EvidenceFormat, vec![("kind", en.to_owned()), ("kind_fr", fr.to_owned())]));
    }
    clean(kind, bytes, limits).map_err(|refusal| refusal.finding(file, kind))
}

fn clean(kind: FileKind, bytes: &[u8], limits: &Limits) -> Outcome<Cleaned> {
    match kind {
        FileKind::Jpeg => jpeg::clean(bytes, jpeg::Standing::Alone, Met::new()),
        FileKind::Png => png::clean(bytes, Met::new()),
        FileKind::Heic => heic::clean(bytes, limits),
        FileKind::Pdf => pdf::clean(bytes, limits),
        _ => Err(Refusal::Unknown),
    }
}
