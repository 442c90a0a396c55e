//! What of a document stays: for its frame a list of what is kept, for what is drawn a list of what is not.
//!
//! Names of fonts and pictures are chosen by whoever made the document, and may be any; so a list of such names is known
//! by where it stands, and nothing is left out of it by its name.

use super::object::{Dict, Object};
use crate::evidence::personal::Personal;

/// What a dictionary is, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// The root.
    Catalog,
    /// A page, or a group of pages.
    Node,
    /// A remark or a field on a page.
    Annotation,
    /// Lists of what a page draws with.
    Resources,
    /// A list whose names are free.
    Names,
    /// How an annotation looks: a stream, or one for each of its states.
    Looks,
    /// Anything else.
    Plain,
}

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is written; what is below it has this role.
    Keep(Role),
    /// It is left out, and is personal.
    Tell(Personal),
    /// It is left out.
    Drop,
}

/// What becomes of an entry of a dictionary.
pub(super) fn fate(role: Role, dict: &Dict, key: &[u8]) -> Fate {
    match role {
        Role::Catalog => catalog(key),
        Role::Node if dict.get("Kids").is_some() => group(key),
        Role::Node => page(key),
        Role::Annotation => annotation(dict, key),
        Role::Resources => Fate::Keep(Role::Names),
        Role::Names | Role::Looks => Fate::Keep(Role::Plain),
        Role::Plain => plain(key),
    }
}

/// The role of a dictionary that says what it is, wherever it was met.
pub(super) fn role_of(dict: &Dict, role: Role) -> Role {
    match dict.name("Type") {
        _ if role != Role::Plain => role,
        Some(b"Catalog") => Role::Catalog,
        Some(b"Page" | b"Pages") => Role::Node,
        Some(b"Annot") => Role::Annotation,
        _ => role,
    }
}

/// What is left out whole, wherever it is.
pub(super) fn unwanted(dict: &Dict) -> Option<Personal> {
    match (dict.name("Type"), dict.name("S")) {
        (Some(b"Metadata"), _) => Some(Personal::Xmp),
        (Some(b"Filespec" | b"EmbeddedFile"), _) => Some(Personal::Attachment),
        (Some(b"Action"), _) | (_, Some(b"JavaScript" | b"Launch" | b"URI" | b"SubmitForm" | b"ImportData")) => {
            Some(Personal::Script)
        }
        (Some(b"Sig" | b"DocTimeStamp"), _) => Some(Personal::Signature),
        _ => None,
    }
}

fn catalog(key: &[u8]) -> Fate {
    match key {
        b"Type" | b"PageLabels" | b"PageLayout" | b"PageMode" | b"ViewerPreferences" | b"Lang" | b"OutputIntents"
        | b"OCProperties" => Fate::Keep(Role::Plain),
        b"Pages" => Fate::Keep(Role::Node),
        b"AcroForm" => Fate::Tell(Personal::Form),
        b"Perms" | b"DSS" | b"Legal" => Fate::Tell(Personal::Signature),
        b"Collection" => Fate::Tell(Personal::Attachment),
        _ => told(key),
    }
}

fn group(key: &[u8]) -> Fate {
    match key {
        b"Type" | b"Count" | b"MediaBox" | b"CropBox" | b"Rotate" => Fate::Keep(Role::Plain),
        b"Kids" | b"Parent" => Fate::Keep(Role::Node),
        b"Resources" => Fate::Keep(Role::Resources),
        _ => told(key),
    }
}

fn page(key: &[u8]) -> Fate {
    match key {
        b"Type" | b"MediaBox" | b"CropBox" | b"BleedBox" | b"TrimBox" | b"ArtBox" | b"Rotate" | b"UserUnit"
        | b"Contents" | b"Group" => Fate::Keep(Role::Plain),
        b"Parent" => Fate::Keep(Role::Node),
        b"Resources" => Fate::Keep(Role::Resources),
        b"Annots" => Fate::Keep(Role::Annotation),
        b"VP" => Fate::Tell(Personal::Position),
        b"Thumb" => Fate::Tell(Personal::Thumbnail),
        _ => told(key),
    }
}

/// How it looks and where it stands are kept; who wrote it, when, and what it would do are not. The words of a remark
/// are kept only where they themselves stand on the page.
fn annotation(dict: &Dict, key: &[u8]) -> Fate {
    match key {
        b"Type" | b"Subtype" | b"Rect" | b"F" | b"AS" | b"BS" | b"BE" | b"Border" | b"C" | b"IC" | b"CA" | b"ca"
        | b"QuadPoints" | b"InkList" | b"L" | b"Vertices" | b"LE" | b"RD" => Fate::Keep(Role::Plain),
        b"Contents" | b"DA" | b"Q" if dict.name("Subtype") == Some(b"FreeText") => Fate::Keep(Role::Plain),
        b"AP" => Fate::Keep(Role::Plain),
        b"T" | b"Contents" | b"RC" | b"Subj" | b"NM" | b"M" | b"CreationDate" | b"Popup" | b"IRT" => {
            Fate::Tell(Personal::Annotation)
        }
        b"V" | b"DV" | b"TU" | b"TM" => Fate::Tell(Personal::Form),
        b"A" | b"PA" => Fate::Tell(Personal::Script),
        _ => told(key),
    }
}

fn plain(key: &[u8]) -> Fate {
    match key {
        b"Resources" => Fate::Keep(Role::Resources),
        b"CharProcs" | b"Colorants" => Fate::Keep(Role::Names),
        // The look when pressed and pointed at is never printed.
        b"N" => Fate::Keep(Role::Looks),
        _ => match told(key) {
            Fate::Tell(personal) => Fate::Tell(personal),
            _ if is_left_out(key) => Fate::Drop,
            _ => Fate::Keep(Role::Plain),
        },
    }
}

/// Entries that lead back into what is left out, or to other files.
fn is_left_out(key: &[u8]) -> bool {
    matches!(key, b"StructParent" | b"StructParents" | b"OPI" | b"Ref" | b"Measure" | b"PtData")
}

/// Entries that are personal wherever they stand. Of a dictionary with a list of what is kept, all others go unsaid.
fn told(key: &[u8]) -> Fate {
    match key {
        b"Metadata" => Fate::Tell(Personal::Xmp),
        b"PieceInfo" => Fate::Tell(Personal::Application),
        b"LastModified" | b"ModDate" | b"CreationDate" => Fate::Tell(Personal::Date),
        b"Author" | b"Creator" | b"CreatorInfo" | b"User" => Fate::Tell(Personal::Author),
        b"Producer" => Fate::Tell(Personal::Software),
        b"Keywords" | b"Subject" => Fate::Tell(Personal::Caption),
        b"AF" | b"EF" | b"EmbeddedFiles" => Fate::Tell(Personal::Attachment),
        b"AA" | b"JS" | b"JavaScript" | b"OpenAction" => Fate::Tell(Personal::Script),
        _ => Fate::Drop,
    }
}

/// Annotations that show something on the page: not links, nor what opens a file, a film or a window.
pub(super) fn shows(annotation: &Dict) -> Result<bool, Personal> {
    match annotation.name("Subtype") {
        Some(b"FileAttachment") => Err(Personal::Attachment),
        Some(b"Sound" | b"Movie" | b"Screen" | b"RichMedia" | b"3D") => Err(Personal::Script),
        Some(b"Popup" | b"Text") => Err(Personal::Annotation),
        Some(b"Link") if annotation.get("A").is_some() => Err(Personal::Script),
        Some(b"Link") | None => Ok(false),
        Some(_) => Ok(true),
    }
}

/// What the note about the whole document says, entry by entry.
pub(super) fn information(key: &[u8]) -> Option<Personal> {
    Some(match key {
        b"Author" => Personal::Author,
        b"CreationDate" | b"ModDate" => Personal::Date,
        b"Creator" | b"Producer" => Personal::Software,
        b"Title" | b"Subject" | b"Keywords" => Personal::Caption,
        b"Trapped" => return None,
        _ => Personal::Application,
    })
}

/// What the lists of names hold that is not on a page.
pub(super) fn named(names: &Dict) -> impl Iterator<Item = Personal> + '_ {
    let lists = [("EmbeddedFiles", Personal::Attachment), ("JavaScript", Personal::Script)];
    lists.into_iter().filter(|(key, _)| names.get(key).is_some_and(|list| *list != Object::Null)).map(|(_, kind)| kind)
}
