//! What else a header tells: its role, its scale, and what only the cells below it decide; all folded.

use reconcile::Role;

use super::Field;

/// Headers that mean one field over dates or figures, and another over words.
pub(super) struct ByContent {
    pub phrases: &'static [&'static str],
    /// Over dates.
    pub dates: Option<Field>,
    /// Over figures.
    pub figures: Option<Field>,
    /// Over words.
    pub words: Field,
}

/// Looked at before the phrases of fields, and only where the header is nothing else.
pub(super) const BY_CONTENT: &[ByContent] = &[
    ByContent {
        phrases: &["from", "du", "de"],
        dates: Some(Field::PeriodFrom),
        figures: Some(Field::PeriodFrom),
        words: Field::Payer,
    },
    ByContent {
        phrases: &["to", "au", "a", "ate", "para"],
        dates: Some(Field::PeriodTo),
        figures: Some(Field::PeriodTo),
        words: Field::Recipient,
    },
    ByContent {
        phrases: &["payment", "payments", "paiement", "paiements", "pagamento", "pagamentos", "versement"],
        dates: Some(Field::PaidOn),
        figures: Some(Field::Amount),
        words: Field::Stream,
    },
];

/// Parts of a header of amounts that say in what role they are.
pub(super) const ROLES: &[(Role, &[&str])] = &[
    (Role::Paid, &["paid", "paye", "payes", "payee", "verse", "verses", "versee", "pago", "pagos", "paga"]),
    (Role::Received, &["received", "recu", "recus", "recue", "percu", "percus", "encaisse", "recebido", "recebidos"]),
    (Role::Pledged, &["pledged", "promised", "promis", "promise", "prometido", "prometida"]),
];

/// Words of a header that multiply every figure below it: how many zeros they add.
pub(super) const SCALES: &[(u32, &[&str])] = &[
    (3, &["thousand", "thousands", "000", "000s", "millier", "milliers", "milhares"]),
    (6, &["million", "millions", "mln", "mio", "milhoes"]),
    (9, &["milliard", "milliards"]),
];

/// Columns that form programs add for themselves; what they hold is about the device or the person, not the payment.
pub(super) const TECHNICAL: &[&str] = &[
    "id",
    "uuid",
    "start",
    "end",
    "today",
    "deviceid",
    "subscriberid",
    "simserial",
    "phonenumber",
    "username",
    "audit",
    "status",
    "submitted by",
    "submission time",
    "validation status",
    "notes",
    "tags",
    "index",
    "version",
    "xform id string",
    "geolocation",
    "instanceid",
    "instancename",
    "attachments",
    "bamboo dataset id",
    "xform id",
    "parent index",
    "parent table name",
    "rootuuid",
    "formhub uuid",
];
