//! Findings about a file as a whole: its bytes, its parts, its sheets.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! file_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
    TooManyFiles "too_many_files" MustFix
        "There are {found} files; at most {max} are read." "Send only the files of the pack."
        "Il y a {found} fichiers ; {max} au plus sont lus." "N’envoyez que les fichiers du dossier."
    TooManyBytes "too_many_bytes" MustFix
        "With this file the pack has {found} bytes; at most {max} are read." "Split the data into smaller parts."
        "Avec ce fichier, le dossier compte {found} octets ; {max} au plus sont lus." "Partagez les données en parties plus petites."
    FileMissing "file_missing" MustFix
        "The pack has no `{file}`." "Add the file; its first line names the columns: {expected}."
        "Le dossier n’a pas de fichier `{file}`." "Ajoutez le fichier ; sa première ligne nomme les colonnes : {expected}."
    FileRepeated "file_repeated" MustFix
        "`{file}` is there twice; the first was read." "Keep one of them."
        "`{file}` est présent deux fois ; le premier a été lu." "N’en gardez qu’un."
    FileUnknown "file_unknown" CouldImprove
        "`{file}` is not a file of a pack and was not read." "Leave it out, or give it the name of a pack's file: {allowed}."
        "`{file}` n’est pas un fichier de dossier et n’a pas été lu." "Retirez-le, ou donnez-lui un nom de fichier de dossier : {allowed}."
    FileEmpty "file_empty" MustFix
        "`{file}` is empty." "Give it at least a first line with the names of the columns: {expected}."
        "`{file}` est vide." "Donnez-lui au moins une première ligne avec les noms des colonnes : {expected}."
    EncodingUtf16 "encoding_utf16" MustFix
        "The file is UTF-16 text (byte {byte}), not UTF-8." "Save it again as “CSV UTF-8”."
        "Le fichier est du texte UTF-16 (octet {byte}), non UTF-8." "Enregistrez-le de nouveau en « CSV UTF-8 »."
    EncodingWindows1252 "encoding_windows_1252" MustFix
        "Byte {byte} ({hex}) is not UTF-8; in Windows-1252 it would be `{letter}`." "Save the file again as “CSV UTF-8” (a plain “CSV” of a spreadsheet is Windows-1252)."
        "L’octet {byte} ({hex}) n’est pas de l’UTF-8 ; en Windows-1252 ce serait `{letter}`." "Enregistrez le fichier de nouveau en « CSV UTF-8 » (un simple « CSV » de tableur est en Windows-1252)."
    EncodingNotUtf8 "encoding_not_utf8" MustFix
        "Byte {byte} ({hex}) is not UTF-8, nor text of an encoding we know." "Save the file again as “CSV UTF-8”, or send it again if it was cut."
        "L’octet {byte} ({hex}) n’est ni de l’UTF-8 ni du texte d’un codage connu." "Enregistrez le fichier de nouveau en « CSV UTF-8 », ou renvoyez-le s’il a été coupé."
    NulByte "nul_byte" MustFix
        "Byte {byte} is NUL: this is not a text file." "Save it again as “CSV UTF-8”."
        "L’octet {byte} est NUL : ce n’est pas un fichier de texte." "Enregistrez-le de nouveau en « CSV UTF-8 »."
    ByteOrderMark "byte_order_mark" CouldImprove
        "The file begins with a byte order mark, which was passed over." "UTF-8 needs none: save without it."
        "Le fichier commence par une marque d’ordre des octets, qui a été ignorée." "L’UTF-8 n’en a pas besoin : enregistrez sans elle."
    FileNamePath "file_name_path" CouldImprove
        "The file's name came with folders (`{seen}`); only its last part is kept." "Send the file by its name alone."
        "Le nom du fichier comportait des dossiers (`{seen}`) ; seule sa dernière partie est gardée." "Envoyez le fichier sous son seul nom."
    FileTooLarge "file_too_large" MustFix
        "The file has {found} bytes; at most {max} are read." "Split it, or remove pictures and sheets that are not needed."
        "Le fichier compte {found} octets ; {max} au plus sont lus." "Partagez-le, ou retirez les images et les feuilles inutiles."
    FileBlank "file_blank" MustFix
        "`{file}` is empty." "Check that the right file was sent."
        "`{file}` est vide." "Vérifiez que le bon fichier a été envoyé."
    FormatUnknown "format_unknown" MustFix
        "`{file}` is in none of the formats that are read." "Save the table as a workbook (XLSX or ODS) or as “CSV UTF-8”."
        "`{file}` n’est dans aucun des formats lus." "Enregistrez le tableau en classeur (XLSX ou ODS) ou en « CSV UTF-8 »."
    FormatNotATable "format_not_a_table" MustFix
        "`{file}` is {kind}, not a table." "Send the table as XLSX, ODS or CSV; pictures, scans and texts can be attached as evidence."
        "`{file}` est {kind_fr}, et non un tableau." "Envoyez le tableau en XLSX, ODS ou CSV ; images, numérisations et textes peuvent être joints comme preuves."
    FormatNotRead "format_not_read" MustFix
        "`{file}` is {kind}, which is not read." "Open it in a spreadsheet program and save it as XLSX."
        "`{file}` est {kind_fr}, ce qui n’est pas lu." "Ouvrez-le dans un tableur et enregistrez-le en XLSX."
    FormatMislabelled "format_mislabelled" CouldImprove
        "The name ends in `{seen}`, and the content is {kind}; it was read by its content." "Give the name the ending `{ending}`."
        "Le nom finit par `{seen}`, et le contenu est {kind_fr} ; il a été lu d’après son contenu." "Donnez au nom la terminaison `{ending}`."
    FileLocked "file_locked" MustFix
        "`{file}` is locked with a password." "Save it without a password and send it again."
        "`{file}` est protégé par un mot de passe." "Enregistrez-le sans mot de passe et renvoyez-le."
    ArchiveDamaged "archive_damaged" MustFix
        "The workbook is cut off or damaged: {reason}." "Open it in a spreadsheet program, save it again and send the new file."
        "Le classeur est coupé ou abîmé : {reason_fr}." "Ouvrez-le dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    PartRepeated "part_repeated" MustFix
        "The workbook holds two parts named `{seen}`; which one counts cannot be known." "Open it in a spreadsheet program, save it again and send the new file."
        "Le classeur contient deux parties nommées `{seen}` ; on ne peut savoir laquelle compte." "Ouvrez-le dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    TooManyParts "too_many_parts" MustFix
        "The workbook has {found} parts; at most {max} are read." "Remove pictures and sheets that are not needed."
        "Le classeur a {found} parties ; {max} au plus sont lues." "Retirez les images et les feuilles inutiles."
    UnpackedTooLarge "unpacked_too_large" MustFix
        "Unpacked, the workbook has more than {max} bytes; the rest was not read." "Split it, or remove pictures and empty rows."
        "Décompressé, le classeur compte plus de {max} octets ; le reste n’a pas été lu." "Partagez-le, ou retirez les images et les lignes vides."
    UnpackedRatio "unpacked_ratio" MustFix
        "Unpacked, the part `{seen}` grows more than {max} times, as no table does." "Delete the empty rows and columns that carry formats, and save again."
        "Décompressée, la partie `{seen}` grossit plus de {max} fois, ce que ne fait aucun tableau." "Supprimez les lignes et colonnes vides qui portent des formats, et enregistrez de nouveau."
    PartMissing "part_missing" MustFix
        "The workbook lacks its part `{seen}`." "Open it in a spreadsheet program, save it again and send the new file."
        "Il manque au classeur sa partie `{seen}`." "Ouvrez-le dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    XmlEntities "xml_entities" MustFix
        "The part `{seen}` declares entities of its own, which no spreadsheet program writes." "Open it in a spreadsheet program, save it again and send the new file."
        "La partie `{seen}` déclare ses propres entités, ce qu’aucun tableur n’écrit." "Ouvrez-le dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    XmlDamaged "xml_damaged" MustFix
        "The part `{seen}` is not well-formed XML near its byte {byte}; what follows was not read." "Open it in a spreadsheet program, save it again and send the new file."
        "La partie `{seen}` n’est pas du XML bien formé vers son octet {byte} ; la suite n’a pas été lue." "Ouvrez-le dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    XmlTooDeep "xml_too_deep" MustFix
        "The part `{seen}` has elements more than {max} deep." "Open it in a spreadsheet program, save it again and send the new file."
        "La partie `{seen}` a des éléments imbriqués sur plus de {max} niveaux." "Ouvrez-le dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    MacrosNotRun "macros_not_run" ShouldCheck
        "The workbook has macros, which are never run; the values stored when it was last saved were read." "Check these values; better, save it as XLSX, without macros."
        "Le classeur a des macros, qui ne sont jamais exécutées ; les valeurs du dernier enregistrement ont été lues." "Vérifiez ces valeurs ; mieux, enregistrez-le en XLSX, sans macros."
    LinksNotFollowed "links_not_followed" ShouldCheck
        "The workbook takes values from other files (`{seen}`), which are never opened; the values stored when it was last saved were read." "Check these values; better, paste them as values."
        "Le classeur prend des valeurs dans d’autres fichiers (`{seen}`), qui ne sont jamais ouverts ; les valeurs du dernier enregistrement ont été lues." "Vérifiez ces valeurs ; mieux, collez-les comme valeurs."
    ListPassedOver "list_passed_over" CouldImprove
        "The sheet `{seen}` is the list of findings that came with the file when it was last given back; it was passed over." "Nothing needs to be done; the sheet can be deleted."
        "La feuille `{seen}` est la liste des constats jointe au fichier lorsqu’il a été rendu la dernière fois ; elle a été ignorée." "Il n’y a rien à faire ; la feuille peut être supprimée."
    TooManySheets "too_many_sheets" MustFix
        "The workbook has {found} sheets; the first {max} were read." "Split the workbook."
        "Le classeur a {found} feuilles ; les {max} premières ont été lues." "Partagez le classeur."
    TooManyCells "too_many_cells" MustFix
        "More than {max} cells are filled in; the rest was not read." "Split the file."
        "Plus de {max} cellules sont remplies ; le reste n’a pas été lu." "Partagez le fichier."
    TooManyMerged "too_many_merged" MustFix
        "The sheet has more than {max} merged ranges; the rest of the sheet was not read." "Undo merged ranges, and write the value into each cell."
        "La feuille a plus de {max} plages fusionnées ; le reste de la feuille n’a pas été lu." "Défusionnez des plages, et écrivez la valeur dans chaque cellule."
    CellsTooLong "cells_too_long" MustFix
        "Together, the texts of the cells have more than {max} bytes; the rest was not read." "Shorten long texts that many cells repeat."
        "Ensemble, les textes des cellules comptent plus de {max} octets ; le reste n’a pas été lu." "Raccourcissez les longs textes que beaucoup de cellules répètent."
    CellMisplaced "cell_misplaced" MustFix
        "The cell `{seen}` stands where no cell can be, or after one that it precedes; the rest of the sheet was not read." "Open the workbook in a spreadsheet program, save it again and send the new file."
        "La cellule `{seen}` se trouve où aucune cellule ne peut être, ou après une autre qu’elle précède ; le reste de la feuille n’a pas été lu." "Ouvrez le classeur dans un tableur, enregistrez-le de nouveau et envoyez le nouveau fichier."
    CellTextMissing "cell_text_missing" MustFix
        "The cell refers to text number {seen} of the workbook, which is not there." "Write the text into the cell again."
        "La cellule renvoie au texte numéro {seen} du classeur, qui n’y est pas." "Écrivez de nouveau le texte dans la cellule."
    FormulaWithoutValue "formula_without_value" ShouldCheck
        "{found} formulas of the sheet, the first one here, have no stored value and were read as empty." "Open the workbook in a spreadsheet program, which computes them, and save it again."
        "{found} formules de la feuille, la première ici, n’ont pas de valeur enregistrée et ont été lues comme vides." "Ouvrez le classeur dans un tableur, qui les calcule, et enregistrez-le de nouveau."
    ExtentOverstated "extent_overstated" CouldImprove
        "The sheet is said to reach {seen}; its last filled row is {last}." "Delete the empty rows and columns beyond; the file becomes smaller."
        "La feuille est dite aller jusqu’à {seen} ; sa dernière ligne remplie est {last}." "Supprimez les lignes et colonnes vides au-delà ; le fichier sera plus petit."
    EncodingAssumed "encoding_assumed" ShouldCheck
        "The file is not UTF-8; it was read as {encoding}, in which this word is `{seen}`." "Check the word. Saved as “CSV UTF-8”, the file leaves no doubt."
        "Le fichier n’est pas en UTF-8 ; il a été lu en {encoding}, où ce mot est `{seen}`." "Vérifiez le mot. Enregistré en « CSV UTF-8 », le fichier ne laisse aucun doute."
    EncodingRead "encoding_read" CouldImprove
        "The file is {encoding} text, and was read as that." "Nothing is lost; “CSV UTF-8” is what most programs expect."
        "Le fichier est du texte {encoding}, et a été lu comme tel." "Rien n’est perdu ; « CSV UTF-8 » est ce que la plupart des programmes attendent."
    EncodingDamaged "encoding_damaged" MustFix
        "The file is {encoding} text, and has bytes on this line that mean nothing in it." "Save it again as “CSV UTF-8”, or send it again if it was cut."
        "Le fichier est du texte {encoding}, et des octets de cette ligne n’y ont aucun sens." "Enregistrez-le de nouveau en « CSV UTF-8 », ou renvoyez-le s’il a été coupé."
    DelimiterRead "delimiter_read" CouldImprove
        "Cells are divided by `{seen}`: {agree} of the first {lines} lines then have {width} cells." "Nothing needs to be done, unless the columns look wrong."
        "Les cellules sont séparées par `{seen}` : {agree} des {lines} premières lignes ont alors {width} cellules." "Il n’y a rien à faire, sauf si les colonnes semblent fausses."
    DelimiterUnclear "delimiter_unclear" ShouldCheck
        "Cells may be divided by `{seen}` or by `{other}`; both give lines of equal length, and `{seen}` was taken." "Put cells that hold `{other}` in quotation marks, or send a workbook (XLSX)."
        "Les cellules peuvent être séparées par `{seen}` ou par `{other}` ; les deux donnent des lignes de même longueur, et `{seen}` a été retenu." "Mettez entre guillemets les cellules qui contiennent `{other}`, ou envoyez un classeur (XLSX)."
    } $($rest)* } };
}
pub(super) use file_codes;
