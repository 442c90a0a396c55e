//! What a claim-to-be can say: the fields that readers fill and columns are mapped to.

use crate::lang::Lang;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $en:literal, $fr:literal;)*) => {
        /// A field of a claim-to-be. Where a pack's claim has the same, the code word is that of its column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $name,)* }

        impl Field {
            /// Every field, in the order in which they are shown.
            pub const ALL: &'static [Field] = &[$(Field::$name,)*];

            /// The code word: the machine key of the template, the word of a mapping.
            pub fn as_str(self) -> &'static str {
                match self { $(Field::$name => $code,)* }
            }

            /// The field of a code word, if it is one.
            pub fn from_code(text: &str) -> Option<Field> {
                match text { $($code => Some(Field::$name),)* _ => None }
            }

            /// What a person calls it.
            pub fn name(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Field::$name, Lang::En) => $en, (Field::$name, Lang::Fr) => $fr,)*
                }
            }
        }
    };
}

fields! {
    /// ISO 3166-1 alpha-2, or the country's name as the file has it.
    Country = "country", "Country", "Pays";
    /// The mine or project, by id or by name.
    Mine = "mine", "Mine", "Mine";
    /// Who pays, by id or by name.
    Payer = "payer", "Payer", "Payeur";
    /// Who receives, by id or by name.
    Recipient = "recipient", "Recipient", "Bénéficiaire";
    /// The flow, by code or as the file calls it.
    Stream = "stream", "Stream", "Flux";
    /// The GFS code of the flow, such as `1415E1`.
    GfsCode = "gfs_code", "GFS code", "Code SFP";
    /// The mineral.
    Commodity = "commodity", "Commodity", "Substance";
    /// A word of the `kind` column of `claims.csv`.
    Kind = "kind", "Kind", "Type";
    /// A word of [`reconcile::Nature`].
    Nature = "nature", "Nature", "Nature";
    /// A word of [`reconcile::Side`].
    Side = "side", "Who speaks", "Qui parle";
    /// A word of [`reconcile::Role`].
    Role = "role", "Paid or received", "Payé ou reçu";
    /// The first day of the time that it is about, or a month or a year.
    PeriodFrom = "period_from", "Period from", "Période du";
    /// The last day of it.
    PeriodTo = "period_to", "Period to", "Période au";
    /// The period as the file puts it.
    PeriodLabel = "period_label", "Period", "Période";
    /// A plain decimal.
    Amount = "amount", "Amount", "Montant";
    /// ISO 4217, for money.
    Currency = "currency", "Currency", "Monnaie";
    /// `ct`, `t` or `percent`, for anything else.
    Unit = "unit", "Unit", "Unité";
    /// A word of [`reconcile::Absence`], where there is no amount.
    Absence = "absence", "Why no amount", "Pourquoi sans montant";
    /// A word of [`reconcile::Precision`].
    Precision = "precision", "Precision", "Précision";
    /// The day of payment or receipt.
    PaidOn = "paid_on", "Date paid", "Date de paiement";
    /// A count of goods delivered in place of money, as the file puts it.
    InKind = "in_kind", "In-kind volume", "Volume en nature";
    /// Who said it, as the file puts it.
    StatedBy = "stated_by", "Stated by", "Déclaré par";
    /// When it was said.
    StatedOn = "stated_on", "Stated on", "Déclaré le";
    /// The row's own mark in the file: a reference, a receipt number, a form's id.
    Reference = "reference", "Reference", "Référence";
    /// Remarks.
    Note = "note", "Note", "Remarque";
}
