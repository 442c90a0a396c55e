//! What a code is made of: a severity, and sentences in each language. The codes themselves are in `code.rs`.

/// What a finding asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is imported before it is fixed.
    MustFix,
    /// Somebody should look at it.
    ShouldCheck,
    /// It does no harm.
    CouldImprove,
}

impl Severity {
    /// The code word.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::MustFix => "must_fix",
            Severity::ShouldCheck => "should_check",
            Severity::CouldImprove => "could_improve",
        }
    }
}

/// The sentences of a code in one language, with places in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is the matter.
    pub message: &'static str,
    /// What would put it right.
    pub fix: &'static str,
}

/// Makes the enum of codes from a table: name, code word, severity, then message and fix in English and in French.
macro_rules! codes {
    ({ $($name:ident $code:literal $severity:ident $message_en:literal $fix_en:literal $message_fr:literal $fix_fr:literal)* }) => {
        /// What a finding is about, in the order in which it is looked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $message_en] $name,)* }

        impl Code {
            /// Every code, in the order in which they are looked for.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code word: the same in the API, on pages, in the docs and in tests.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }

            /// What it asks for.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// Its sentences in a language, with places in braces.
            pub fn wording(self, lang: Lang) -> Wording {
                match (self, lang) {
                    $(
                        (Code::$name, Lang::En) => Wording { message: $message_en, fix: $fix_en },
                        (Code::$name, Lang::Fr) => Wording { message: $message_fr, fix: $fix_fr },
                    )*
                }
            }
        }
    };
}

pub(crate) use codes;
