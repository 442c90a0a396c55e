//! Findings about a disclosure in the form in which it came.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! form_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
    FormUnknown "form_unknown" MustFix
        "No line of headers was found that is known, nor an amount under one." "Give the table one line with the names of its columns, such as those of the template: {expected}."
        "Aucune ligne d’en-têtes connue n’a été trouvée, ni de montant sous l’une d’elles." "Donnez au tableau une ligne avec les noms de ses colonnes, comme ceux du modèle : {expected_fr}."
    MappedColumnMissing "mapped_column_missing" MustFix
        "The mapping names a column `{seen}`, which the header does not have." "Correct the mapping, or name the column so again."
        "Le plan de lecture nomme une colonne `{seen}`, que l’en-tête n’a pas." "Corrigez le plan de lecture, ou redonnez ce nom à la colonne."
    FieldUntold "field_untold" MustFix
        "No column tells: {fields}." "Add such a column, or say it once for the whole file (`{key}` of the mapping's constants)."
        "Aucune colonne ne dit : {fields_fr}." "Ajoutez une telle colonne, ou dites-le une fois pour tout le fichier (`{key}` parmi les constantes du plan de lecture)."
    MappingProposed "mapping_proposed" ShouldCheck
        "The columns were read by their headers: {columns}." "Check the list and confirm it; files of the same shape are then read so."
        "Les colonnes ont été lues d’après leurs en-têtes : {columns_fr}." "Vérifiez la liste et confirmez-la ; les fichiers de même forme seront alors lus ainsi."
    ColumnRival "column_rival" ShouldCheck
        "The column `{seen}` may be “{field}” too, and was not read; another column was." "Check that the right one was read, or say in the mapping which one counts."
        "La colonne `{seen}` peut aussi être « {field_fr} », et n’a pas été lue ; une autre l’a été." "Vérifiez que la bonne a été lue, ou dites dans le plan de lecture laquelle compte."
    ColumnNotMapped "column_not_mapped" CouldImprove
        "The column `{seen}` was not read." "Nothing needs to be done, unless it holds something that counts."
        "La colonne `{seen}` n’a pas été lue." "Il n’y a rien à faire, sauf si elle contient quelque chose qui compte."
    SheetUnread "sheet_unread" CouldImprove
        "This sheet was not read: it has no header like that of the sheet that was." "Nothing needs to be done, unless it holds claims; then give it the same header."
        "Cette feuille n’a pas été lue : elle n’a pas d’en-tête comme celui de la feuille lue." "Il n’y a rien à faire, sauf si elle contient des déclarations ; donnez-lui alors le même en-tête."
    RowsNotFilled "rows_not_filled" CouldImprove
        "Prepared rows without an amount or anything else of yours: {found}. They were passed over." "Fill them in, or leave them: nothing is claimed by them."
        "Lignes préparées sans montant ni rien de votre main : {found}. Elles ont été passées." "Remplissez-les, ou laissez-les : elles ne déclarent rien."
    TotalRowAgrees "total_row_agrees" CouldImprove
        "`{seen}` is the total of the figures above it ({rows}), which add up to it; it was not read as a claim." "Nothing needs to be done."
        "`{seen}` est le total des chiffres au-dessus ({rows}), dont la somme est bien celle-là ; il n’a pas été lu comme une déclaration." "Il n’y a rien à faire."
    TotalRowDiffers "total_row_differs" ShouldCheck
        "`{seen}` ({printed}) stands as the total of the figures above it ({rows}), which add up to {sum}; it was not read as a claim." "Look for the figure that is missing, too many or mistyped."
        "`{seen}` ({printed}) figure comme total des chiffres au-dessus ({rows}), dont la somme est {sum} ; il n’a pas été lu comme une déclaration." "Cherchez le chiffre qui manque, qui est de trop ou qui est mal tapé."
    TotalRowUnchecked "total_row_unchecked" ShouldCheck
        "`{seen}` stands as a total; a figure above it is unknown or in another currency, so that it could not be checked. It was not read as a claim." "Check it by hand."
        "`{seen}` figure comme total ; un chiffre au-dessus est inconnu ou dans une autre monnaie, si bien qu’il n’a pas pu être vérifié. Il n’a pas été lu comme une déclaration." "Vérifiez-le à la main."
    } $($rest)* } };
}
pub(super) use form_codes;
