//! Findings about a disclosure in the form in which it came.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! form_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
    FormUnknown "form_unknown" MustFix
        "No line of headers was found that is known, nor an amount under one." "Give the table one line with the names of its columns, such as those of the template: {expected}."
        "Aucune ligne d’en-têtes connue n’a été trouvée, ni de montant sous l’une d’elles." "Donnez au tableau une ligne avec les noms de ses colonnes, comme ceux du modèle : {expected_fr}."
    } $($rest)* } };
}
pub(super) use form_codes;
