//! Every code a finding can have, with its severity and its words. `docs/findings.md` is written from this table.
//!
//! A code is never reused for something else. `{seen}` and the other names in braces are filled in from the finding;
//! a "write …" and a "did you mean …" are added to the fix where we know one.

use std::fmt;

use super::shape::{Severity, Wording, codes};
use crate::lang::Lang;

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

codes! {
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
    ColumnMissing "column_missing" MustFix
        "The column `{column}` is missing." "Add it to the first line, and a cell (it may be empty) to every row."
        "La colonne `{column}` manque." "Ajoutez-la à la première ligne, et une cellule (elle peut être vide) à chaque ligne."
    ColumnRepeated "column_repeated" MustFix
        "The column `{seen}` is there twice." "Keep one of the two."
        "La colonne `{seen}` est présente deux fois." "N’en gardez qu’une."
    ColumnUnknown "column_unknown" CouldImprove
        "The column `{seen}` is not known and was not read." "Leave it out, or name a column that is known: {allowed}."
        "La colonne `{seen}` n’est pas connue et n’a pas été lue." "Retirez-la, ou nommez une colonne connue : {allowed}."
    TooManyRows "too_many_rows" MustFix
        "The file has more than {max} rows; the rest was not read." "Split the file."
        "Le fichier a plus de {max} lignes ; le reste n’a pas été lu." "Partagez le fichier."
    QuoteUnclosed "quote_unclosed" MustFix
        "A quotation mark opens here and never closes; the line was not read." "Close it, or write it twice (`\"\"`) inside a quoted cell."
        "Un guillemet s’ouvre ici et ne se ferme jamais ; la ligne n’a pas été lue." "Fermez-le, ou écrivez-le deux fois (`\"\"`) dans une cellule entre guillemets."
    QuoteMisplaced "quote_misplaced" MustFix
        "A quotation mark stands in the middle of a cell; the line was not read." "Put the whole cell in quotation marks, and write each mark inside it twice (`\"\"`)."
        "Un guillemet se trouve au milieu d’une cellule ; la ligne n’a pas été lue." "Mettez toute la cellule entre guillemets, et écrivez deux fois (`\"\"`) chaque guillemet qu’elle contient."
    FieldsWrong "fields_wrong" MustFix
        "The row has {found} cells; the first line names {expected} columns." "Give the row {expected} cells; a cell with a comma in it stands in quotation marks."
        "La ligne a {found} cellules ; la première ligne nomme {expected} colonnes." "Donnez {expected} cellules à la ligne ; une cellule qui contient une virgule se met entre guillemets."
    CellTooLong "cell_too_long" MustFix
        "The cell has more than {max} characters." "Shorten it, and keep the long text in the source."
        "La cellule a plus de {max} caractères." "Raccourcissez-la, et gardez le long texte dans la source."
    ControlCharacter "control_character" MustFix
        "The cell holds a control character." "Remove it; it is usually left over from copying."
        "La cellule contient un caractère de contrôle." "Retirez-le ; il reste le plus souvent d’une copie."
    StraySpaces "stray_spaces" CouldImprove
        "There are spaces around `{seen}`, which were passed over." "Remove them."
        "Il y a des espaces autour de `{seen}`, qui ont été ignorées." "Retirez-les."
    NoRows "no_rows" ShouldCheck
        "`{file}` has no rows." "Check that the right file was sent."
        "`{file}` n’a aucune ligne." "Vérifiez que le bon fichier a été envoyé."
    ValueMissing "value_missing" MustFix
        "`{column}` is empty." "Fill it in."
        "`{column}` est vide." "Remplissez-la."
    IdShape "id_shape" MustFix
        "`{seen}` cannot be an id: it has a space, a semicolon or a control character, or is longer than {max} characters." "Use letters, digits and hyphens."
        "`{seen}` ne peut pas être un identifiant : il contient une espace, un point-virgule ou un caractère de contrôle, ou dépasse {max} caractères." "Utilisez des lettres, des chiffres et des traits d’union."
    IdRepeated "id_repeated" MustFix
        "`{seen}` is already the id of the row on line {first}." "Give each row its own id, or remove one of the rows."
        "`{seen}` est déjà l’identifiant de la ligne {first}." "Donnez à chaque ligne son propre identifiant, ou retirez l’une des deux."
    IdTaken "id_taken" MustFix
        "`{seen}` is already the id of a claim that was sent before." "Give the claim a new id; a published statement is answered by a new one, never overwritten."
        "`{seen}` est déjà l’identifiant d’une déclaration envoyée auparavant." "Donnez un nouvel identifiant à la déclaration ; on répond à une déclaration publiée par une nouvelle, jamais en l’écrasant."
    RowRepeated "row_repeated" ShouldCheck
        "The same row is on line {first}." "Remove one of the two, unless the source prints it twice."
        "La même ligne se trouve à la ligne {first}." "Retirez l’une des deux, sauf si la source l’imprime deux fois."
    WordUnknown "word_unknown" MustFix
        "`{seen}` is not a word of `{column}`." "Use one of: {allowed}."
        "`{seen}` n’est pas un mot de `{column}`." "Utilisez l’un de ces mots : {allowed}."
    ReferenceUnknown "reference_unknown" MustFix
        "`{seen}` is not in `{table}`." "Add it there, or correct it here."
        "`{seen}` n’est pas dans `{table}`." "Ajoutez-le là-bas, ou corrigez-le ici."
    CodeShape "code_shape" MustFix
        "`{seen}` is not {expected}." "Write the code in capital letters, without spaces."
        "`{seen}` n’est pas {expected_fr}." "Écrivez le code en lettres capitales, sans espaces."
    CurrencyShape "currency_shape" MustFix
        "`{seen}` is not a currency." "Write three capital letters of ISO 4217, such as USD or GNF."
        "`{seen}` n’est pas une monnaie." "Écrivez trois lettres capitales de l’ISO 4217, comme USD ou GNF."
    DateBad "date_bad" MustFix
        "`{seen}` is not a date." "Write YYYY-MM-DD, YYYY-MM or YYYY, and a day that the calendar has."
        "`{seen}` n’est pas une date." "Écrivez AAAA-MM-JJ, AAAA-MM ou AAAA, et un jour qui existe au calendrier."
    PeriodReversed "period_reversed" MustFix
        "The period ends on {seen}, before it starts on {first}." "Exchange the two dates, or correct one."
        "La période finit le {seen}, avant de commencer le {first}." "Échangez les deux dates, ou corrigez-en une."
    AmountSeparator "amount_separator" MustFix
        "`{seen}` has a thousands separator or a decimal comma." "Digits stand together; a point marks the decimals."
        "`{seen}` a un séparateur de milliers ou une virgule décimale." "Les chiffres se suivent ; un point marque les décimales."
    AmountAmbiguous "amount_ambiguous" MustFix
        "`{seen}` may mean {either} or {or}." "Write one of the two."
        "`{seen}` peut signifier {either} ou {or}." "Écrivez l’un des deux."
    AmountSpace "amount_space" MustFix
        "`{seen}` has spaces or apostrophes between its digits." "Digits stand together."
        "`{seen}` a des espaces ou des apostrophes entre ses chiffres." "Les chiffres se suivent."
    AmountExponent "amount_exponent" MustFix
        "`{seen}` has an exponent." "Write all digits; a spreadsheet that shows exponents may have lost some."
        "`{seen}` a un exposant." "Écrivez tous les chiffres ; un tableur qui affiche des exposants peut en avoir perdu."
    AmountSymbol "amount_symbol" MustFix
        "`{seen}` has a currency, a unit or a percent sign." "The amount is digits alone; the currency or unit has a column of its own."
        "`{seen}` a une monnaie, une unité ou un signe de pourcentage." "Le montant n’est fait que de chiffres ; la monnaie ou l’unité a sa propre colonne."
    AmountSign "amount_sign" MustFix
        "The sign of `{seen}` is not read." "A minus stands before the digits of a negative amount; no other sign is used, and nought has none."
        "Le signe de `{seen}` n’est pas lu." "Un moins précède les chiffres d’un montant négatif ; aucun autre signe n’est utilisé, et zéro n’en a pas."
    AmountLeadingZeros "amount_leading_zeros" MustFix
        "`{seen}` begins with zeros." "An amount begins with its first digit."
        "`{seen}` commence par des zéros." "Un montant commence par son premier chiffre."
    AmountPoint "amount_point" MustFix
        "`{seen}` lacks digits before or after its point." "Digits stand on both sides of the point."
        "Il manque des chiffres avant ou après le point de `{seen}`." "Des chiffres se trouvent des deux côtés du point."
    AmountTooLong "amount_too_long" MustFix
        "`{seen}` has more than {max} digits, which cannot be kept exactly." "Check it for digits too many; no amount of money needs so many."
        "`{seen}` a plus de {max} chiffres, ce qui ne peut pas être conservé exactement." "Cherchez les chiffres en trop ; aucun montant n’en demande autant."
    AmountNotANumber "amount_not_a_number" MustFix
        "`{seen}` is not a number." "Write digits such as 1234.50; where there is no amount, leave it empty and say why in `absence`."
        "`{seen}` n’est pas un nombre." "Écrivez des chiffres comme 1234.50 ; s’il n’y a pas de montant, laissez vide et dites pourquoi dans `absence`."
    NumberGroups "number_groups" MustFix
        "The digits of `{seen}` are not in groups of three that one mark parts." "Write the digits together, with a point before the decimals, such as 1234567.50."
        "Les chiffres de `{seen}` ne forment pas des groupes de trois séparés par une seule marque." "Écrivez les chiffres à la suite, avec un point devant les décimales, comme 1234567.50."
    NumberWordUnknown "number_word_unknown" MustFix
        "`{word}`, beside the digits of `{seen}`, is not known." "Leave the digits and the currency, and write the rest in a note."
        "`{word}`, à côté des chiffres de `{seen}`, n’est pas connu." "Laissez les chiffres et la monnaie, et écrivez le reste dans une note."
    DecimalMarkUnproven "decimal_mark_unproven" MustFix
        "`{seen}` may mean {either} or {or}, and no other figure here says which." "Say once which mark stands before the decimals."
        "`{seen}` peut signifier {either} ou {or}, et aucun autre chiffre ne dit lequel." "Dites une fois quelle marque précède les décimales."
    ConventionContradicted "convention_contradicted" ShouldCheck
        "`{seen}` and `{other}` ({place}) are written by two conventions." "Check both; a spelling with two readings cannot be settled by this file."
        "`{seen}` et `{other}` ({place}) suivent deux conventions d’écriture." "Vérifiez les deux ; ce fichier ne permet pas de trancher une écriture à deux lectures."
    CurrencyWordAmbiguous "currency_word_ambiguous" MustFix
        "The currency of `{seen}` is not settled; it may be {allowed}." "Name it by its code of three letters, or name the country and the time."
        "La monnaie de `{seen}` n’est pas établie ; ce peut être {allowed}." "Nommez-la par son code de trois lettres, ou nommez le pays et l’époque."
    CurrencyDiffers "currency_differs" MustFix
        "`{seen}` is in {found}, and its row or column is in {expected}." "Correct one of the two."
        "`{seen}` est en {found}, et sa ligne ou sa colonne en {expected}." "Corrigez l’un des deux."
    AbsenceTwoMeanings "absence_two_meanings" ShouldCheck
        "`{seen}` may mean {either} or {or}; it was read as {read}." "Write the reason in full, or 0 where nought is meant."
        "`{seen}` peut signifier {either} ou {or} ; on a lu {read}." "Écrivez la raison en toutes lettres, ou 0 si c’est zéro."
    SpreadsheetError "spreadsheet_error" ShouldCheck
        "`{seen}` is a spreadsheet's error, not a figure; it was read as {read}." "Repair the formula, or write the figure itself."
        "`{seen}` est une erreur de tableur, non un chiffre ; on a lu {read}." "Réparez la formule, ou écrivez le chiffre lui-même."
    DateAmbiguous "date_ambiguous" MustFix
        "`{seen}` may mean {either} or {or}." "Write the date as YYYY-MM-DD, or the first and the last day."
        "`{seen}` peut signifier {either} ou {or}." "Écrivez la date sous la forme AAAA-MM-JJ, ou le premier et le dernier jour."
    DateOrderUnproven "date_order_unproven" MustFix
        "`{seen}` may mean {either} or {or}, and no other date here says which." "Say once whether the day or the month stands first."
        "`{seen}` peut signifier {either} ou {or}, et aucune autre date ne dit lequel." "Dites une fois si c’est le jour ou le mois qui vient en premier."
    DateYearShort "date_year_short" MustFix
        "The year of `{seen}` has two digits." "Write all four."
        "L’année de `{seen}` n’a que deux chiffres." "Écrivez les quatre."
    FiscalYearUnknown "fiscal_year_unknown" MustFix
        "`{seen}` is a business year, and nothing says when it begins; it may be {allowed}." "Write its first and its last day, or say once when business years begin."
        "`{seen}` est un exercice, et rien ne dit quand il commence ; ce peut être {allowed}." "Écrivez son premier et son dernier jour, ou dites une fois quand commencent les exercices."
    AmountAndAbsence "amount_and_absence" MustFix
        "There is an amount, and `{seen}` says that there is none." "Remove one of the two."
        "Il y a un montant, et `{seen}` dit qu’il n’y en a pas." "Retirez l’un des deux."
    AmountMissing "amount_missing" MustFix
        "There is neither an amount nor a reason for its absence." "Missing is not zero: write the amount, or say in `absence` why there is none: {allowed}."
        "Il n’y a ni montant ni raison de son absence." "Manquant n’est pas zéro : écrivez le montant, ou dites dans `absence` pourquoi il n’y en a pas : {allowed}."
    UnitMissing "unit_missing" MustFix
        "The amount has neither a currency nor a unit." "Fill in `currency`, or `unit` for carats (ct), tonnes (t) and percent."
        "Le montant n’a ni monnaie ni unité." "Remplissez `currency`, ou `unit` pour les carats (ct), les tonnes (t) et les pourcentages (percent)."
    CurrencyAndUnit "currency_and_unit" MustFix
        "The amount has a currency and the unit `{seen}`." "Remove one of the two."
        "Le montant a une monnaie et l’unité `{seen}`." "Retirez l’une des deux."
    PrecisionWithoutAmount "precision_without_amount" CouldImprove
        "`{seen}` speaks of an amount that is not there." "Leave `precision` empty where there is no amount."
        "`{seen}` parle d’un montant qui n’est pas là." "Laissez `precision` vide s’il n’y a pas de montant."
    AmountNotInPrint "amount_not_in_print" ShouldCheck
        "The digits of the amount {amount} are not found in the print `{seen}`." "Compare the amount with the source."
        "Les chiffres du montant {amount} ne se trouvent pas dans l’imprimé `{seen}`." "Comparez le montant avec la source."
    SpanMissing "span_missing" MustFix
        "Nothing says for which period or about which event this is." "Fill in `period_from` and `period_to`, or `event`, or the day of payment in `paid_on`."
        "Rien ne dit de quelle période ou de quel événement il s’agit." "Remplissez `period_from` et `period_to`, ou `event`, ou le jour du paiement dans `paid_on`."
    PartyMissing "party_missing" MustFix
        "The claim names neither a payer nor a recipient." "Fill in `payer_id`, `recipient_id`, or both."
        "La déclaration ne nomme ni payeur ni bénéficiaire." "Remplissez `payer_id`, `recipient_id`, ou les deux."
    CountryMissing "country_missing" MustFix
        "Neither a mine, nor a party, nor `country` says in which country this is." "Fill in one of them."
        "Ni mine, ni partie, ni `country` ne dit dans quel pays cela se passe." "Remplissez l’un d’eux."
    CountryDiffers "country_differs" MustFix
        "The country here is {seen}; that of the mine `{mine}` is {other}." "Correct the country or the mine."
        "Le pays est ici {seen} ; celui de la mine `{mine}` est {other}." "Corrigez le pays ou la mine."
    ParentCycle "parent_cycle" MustFix
        "These contain each other in a circle: {cycle}." "Remove one `parent_id` of the circle."
        "Ceux-ci se contiennent en cercle : {cycle}." "Retirez un `parent_id` du cercle."
    ShareCycle "share_cycle" MustFix
        "These rules share each other in a circle: {cycle}." "Remove one `share_of` of the circle."
        "Ces règles se partagent en cercle : {cycle}." "Retirez un `share_of` du cercle."
    RemarkCycle "remark_cycle" MustFix
        "The remarks `{kind}` form a circle: {cycle}." "Remove one remark of the circle."
        "Les remarques `{kind}` forment un cercle : {cycle}." "Retirez une remarque du cercle."
    SplitShape "split_shape" MustFix
        "`{part}` is not a share." "Write `recipient:percent` with a percent above 0, several with semicolons between them, such as `province:25;etd:15`."
        "`{part}` n’est pas une part." "Écrivez `bénéficiaire:pourcentage` avec un pourcentage supérieur à 0, plusieurs séparées par des points-virgules, comme `province:25;etd:15`."
    SplitRepeated "split_repeated" MustFix
        "`{part}` has two shares." "Put its shares together in one."
        "`{part}` a deux parts." "Réunissez ses parts en une seule."
    SplitTotal "split_total" MustFix
        "The shares total {sum}, not 100." "Correct the shares until they total exactly 100."
        "Les parts totalisent {sum}, et non 100." "Corrigez les parts pour qu’elles totalisent exactement 100."
    TierShape "tier_shape" MustFix
        "`{seen}` is not a tier." "Write `value>` with an amount and a currency, such as `value>500000 USD`."
        "`{seen}` n’est pas un seuil." "Écrivez `value>` avec un montant et une monnaie, comme `value>500000 USD`."
    DeadlineShape "deadline_shape" MustFix
        "`{seen}` is not a deadline." "Write `next-year-MM-DD`, `days-after-N`, `at-sale` or `at-sale-N`, such as `next-year-03-15`."
        "`{seen}` n’est pas une échéance." "Écrivez `next-year-MM-JJ`, `days-after-N`, `at-sale` ou `at-sale-N`, comme `next-year-03-15`."
    FixedIncomplete "fixed_incomplete" MustFix
        "A fixed sum needs both an amount and a currency." "Fill in `fixed_amount` and `fixed_currency`, or neither."
        "Une somme fixe demande un montant et une monnaie." "Remplissez `fixed_amount` et `fixed_currency`, ou aucun des deux."
    RuleWithoutFormula "rule_without_formula" ShouldCheck
        "The rule has no rate, no fixed sum and no split: nothing can be computed from it." "Fill in one of them, or set `confidence` to low if the rate was not read."
        "La règle n’a ni taux, ni somme fixe, ni répartition : rien ne peut en être calculé." "Remplissez l’un d’eux, ou mettez `confidence` à low si le taux n’a pas été lu."
    CoordinateShape "coordinate_shape" MustFix
        "A latitude (−90 to 90) and a longitude (−180 to 180) stand together, in decimal degrees." "Fill in both such as -24.52306 and 24.70194, or leave both empty."
        "Une latitude (−90 à 90) et une longitude (−180 à 180) vont ensemble, en degrés décimaux." "Remplissez les deux comme -24.52306 et 24.70194, ou laissez les deux vides."
    AddressShape "address_shape" ShouldCheck
        "`{seen}` is not a web address." "Write it in full, beginning with https://."
        "`{seen}` n’est pas une adresse web." "Écrivez-la en entier, en commençant par https://."
    RateDate "rate_date" MustFix
        "A rate needs the day it was seen in `on_date`, or the year in `year`, not both." "Fill in one of the two."
        "Un taux demande le jour où il a été vu dans `on_date`, ou l’année dans `year`, non les deux." "Remplissez l’un des deux."
    RateNotPositive "rate_not_positive" MustFix
        "`{seen}` cannot be a rate." "A rate is above 0."
        "`{seen}` ne peut pas être un taux." "Un taux est supérieur à 0."
    RateSameCurrency "rate_same_currency" MustFix
        "The rate leads from {seen} to {seen}." "Name two currencies."
        "Le taux va de {seen} à {seen}." "Nommez deux monnaies."
    RemarkValueCount "remark_value_count" MustFix
        "A remark `{kind}` names {expected}; here it names {found}." "Write the ids in `value`, with semicolons between them."
        "Une remarque `{kind}` nomme {expected_fr} ; ici elle en nomme {found}." "Écrivez les identifiants dans `value`, séparés par des points-virgules."
    ExampleGiven "example_given" MustFix
        "`{part}` is not a figure to start from." "Write `measure=amount unit`, several with semicolons between them, such as `turnover=1000000 USD` or `export_value/owner=750000 USD`; a rate as `USD=9757.55 SLL`."
        "`{part}` n’est pas un chiffre de départ." "Écrivez `mesure=montant unité`, plusieurs séparés par des points-virgules, comme `turnover=1000000 USD` ou `export_value/owner=750000 USD` ; un taux comme `USD=9757.55 SLL`."
    ExampleAnswer "example_answer" MustFix
        "An example gives either an amount with its currency, or a reason why there is none." "Fill in `expected` and `currency`, or `reason`: {allowed}."
        "Un exemple donne soit un montant avec sa monnaie, soit la raison de son absence." "Remplissez `expected` et `currency`, ou `reason` : {allowed}."
    ExampleShare "example_share" MustFix
        "The rule `{rule}` gives no share to `{seen}`." "Name one of its shares: {allowed}."
        "La règle `{rule}` ne donne aucune part à `{seen}`." "Nommez l’une de ses parts : {allowed}."
    ExampleDiffers "example_differs" MustFix
        "The example says {says}; the rule `{rule}` gives {gives}." "Correct the figures of the example, or the rule: one of the two was misread."
        "L’exemple dit {says_fr} ; la règle `{rule}` donne {gives_fr}." "Corrigez les chiffres de l’exemple, ou la règle : l’un des deux a été mal lu."
    RuleWithoutExample "rule_without_example" CouldImprove
        "The rule `{seen}` has no worked example." "Add a row to `examples.csv` that shows what it gives, with figures of a source or simple ones."
        "La règle `{seen}` n’a pas d’exemple calculé." "Ajoutez une ligne à `examples.csv` qui montre ce qu’elle donne, avec les chiffres d’une source ou des chiffres simples."
    PolicySyntax "policy_syntax" MustFix
        "The file is not TOML here: {reason}." "Compare the line with the example of a policy in the documentation."
        "Le fichier n’est pas du TOML à cet endroit : {reason}." "Comparez la ligne avec l’exemple de politique de la documentation."
    PolicyKeyUnknown "policy_key_unknown" MustFix
        "`{seen}` is not a key of a policy." "Use one of: {allowed}."
        "`{seen}` n’est pas une clé de politique." "Utilisez l’une de ces clés : {allowed}."
    PolicyKeyMissing "policy_key_missing" MustFix
        "`{column}` is missing." "Add it; a threshold that nobody wrote down is never applied."
        "`{column}` manque." "Ajoutez-la ; un seuil que personne n’a écrit n’est jamais appliqué."
    PolicyValueType "policy_value_type" MustFix
        "`{column}` is not {expected}." "Amounts are digits in quotation marks, such as \"1000\": a bare number would be read as a float."
        "`{column}` n’est pas {expected_fr}." "Les montants sont des chiffres entre guillemets, comme \"1000\" : un nombre nu serait lu comme un flottant."
    PolicyVersion "policy_version" MustFix
        "This is version {seen} of the policy's shape; we read version 1." "Write `version = 1`, or use a newer fairlode."
        "C’est la version {seen} de la forme de la politique ; nous lisons la version 1." "Écrivez `version = 1`, ou utilisez un fairlode plus récent."
    PolicyNegative "policy_negative" MustFix
        "`{seen}` is below nought." "A percentage and a floor are 0 or more."
        "`{seen}` est inférieur à zéro." "Un pourcentage et un plancher sont de 0 ou plus."
    PolicyStreamUnknown "policy_stream_unknown" ShouldCheck
        "No stream has the code `{seen}`; its threshold is never used." "Correct the code, or remove the section."
        "Aucun flux n’a le code `{seen}` ; son seuil n’est jamais utilisé." "Corrigez le code, ou retirez la section."
    FindingsCut "findings_cut" MustFix
        "Only the first {max} findings are shown; there are {more} more." "Fix those shown and read again."
        "Seuls les {max} premiers constats sont montrés ; il y en a {more} autres." "Corrigez ceux qui sont montrés et relisez."
}
