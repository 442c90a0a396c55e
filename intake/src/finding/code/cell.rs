//! Findings about lines, cells and what a row says.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! cell_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
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
    } $($rest)* } };
}
pub(super) use cell_codes;
