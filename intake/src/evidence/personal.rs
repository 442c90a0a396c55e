//! What a file can tell of people besides what it shows. Only the names of these things are ever told, never what they say.

use std::collections::BTreeSet;

use crate::lang::Lang;

/// A kind of thing that a file carries besides its pages or its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Personal {
    /// Who made it: author, artist, owner, copyright.
    Author,
    /// Where it was taken.
    Position,
    /// With which camera: maker, model, serial numbers.
    Camera,
    /// What the camera's maker wrote for itself.
    MakerNote,
    /// When it was made or changed.
    Date,
    /// The program and the computer.
    Software,
    /// Title, subject, keywords, captions.
    Caption,
    /// Comments.
    Comment,
    /// A small picture of the whole, perhaps of before it was cropped.
    Thumbnail,
    /// Further pictures: a map of depth, a second shot, a short film.
    OtherPictures,
    /// Other notes of the camera.
    CameraNotes,
    /// XMP, a packet in which programs keep all of these.
    Xmp,
    /// IPTC, the notes of a press photograph.
    Iptc,
    /// Files within the file.
    Attachment,
    /// Programs that would run.
    Script,
    /// Names and words of people who commented on pages.
    Annotation,
    /// The fields of a form, with what was typed.
    Form,
    /// Signatures, with the certificates of the signers.
    Signature,
    /// Earlier versions of the document.
    History,
    /// What programs keep for themselves.
    Application,
    /// Bytes that no part of the picture or the pages uses.
    Hidden,
}

impl Personal {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Personal; 21] = [
        Personal::Author,
        Personal::Position,
        Personal::Camera,
        Personal::MakerNote,
        Personal::Date,
        Personal::Software,
        Personal::Caption,
        Personal::Comment,
        Personal::Thumbnail,
        Personal::OtherPictures,
        Personal::CameraNotes,
        Personal::Xmp,
        Personal::Iptc,
        Personal::Attachment,
        Personal::Script,
        Personal::Annotation,
        Personal::Form,
        Personal::Signature,
        Personal::History,
        Personal::Application,
        Personal::Hidden,
    ];

    /// The code word.
    pub fn as_str(self) -> &'static str {
        match self {
            Personal::Author => "author",
            Personal::Position => "position",
            Personal::Camera => "camera",
            Personal::MakerNote => "maker_note",
            Personal::Date => "date",
            Personal::Software => "software",
            Personal::Caption => "caption",
            Personal::Comment => "comment",
            Personal::Thumbnail => "thumbnail",
            Personal::OtherPictures => "other_pictures",
            Personal::CameraNotes => "camera_notes",
            Personal::Xmp => "xmp",
            Personal::Iptc => "iptc",
            Personal::Attachment => "attachment",
            Personal::Script => "script",
            Personal::Annotation => "annotation",
            Personal::Form => "form",
            Personal::Signature => "signature",
            Personal::History => "history",
            Personal::Application => "application",
            Personal::Hidden => "hidden",
        }
    }

    /// How a sentence names it.
    pub fn words(self, lang: Lang) -> &'static str {
        let (en, fr) = match self {
            Personal::Author => ("the author or owner", "l’auteur ou le propriétaire"),
            Personal::Position => ("the place where it was taken", "le lieu de la prise de vue"),
            Personal::Camera => ("the camera and its serial number", "l’appareil et son numéro de série"),
            Personal::MakerNote => ("the camera maker's notes", "les notes du fabricant de l’appareil"),
            Personal::Date => ("dates and times", "des dates et heures"),
            Personal::Software => ("the program and computer", "le logiciel et l’ordinateur"),
            Personal::Caption => ("a title, keywords or a caption", "un titre, des mots-clés ou une légende"),
            Personal::Comment => ("comments", "des commentaires"),
            Personal::Thumbnail => ("a small preview picture", "une vignette d’aperçu"),
            Personal::OtherPictures => ("further pictures", "d’autres images"),
            Personal::CameraNotes => ("other notes of the camera", "d’autres notes de l’appareil"),
            Personal::Xmp => ("an XMP packet", "un paquet XMP"),
            Personal::Iptc => ("IPTC notes", "des notes IPTC"),
            Personal::Attachment => ("attached files", "des fichiers joints"),
            Personal::Script => ("actions and scripts", "des actions et des scripts"),
            Personal::Annotation => ("who commented, and what", "qui a commenté, et quoi"),
            Personal::Form => ("the fields of a form", "les champs d’un formulaire"),
            Personal::Signature => ("electronic signatures", "des signatures électroniques"),
            Personal::History => ("earlier versions", "des versions antérieures"),
            Personal::Application => ("data that programs keep for themselves", "des données propres aux logiciels"),
            Personal::Hidden => ("bytes that nothing shows", "des octets que rien ne montre"),
        };
        match lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }
}

/// What was met in one file; each kind is told once.
pub(super) type Met = BTreeSet<Personal>;
