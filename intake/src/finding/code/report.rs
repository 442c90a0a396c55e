//! Findings about the reports of others: what their parts say of each other.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! report_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
    DocumentDamaged "document_damaged" MustFix
        "The file is not well-formed {kind} on this line; nothing of it was read." "Send it again as it was published; it may have been cut."
        "Le fichier n’est pas du {kind} bien formé à cette ligne ; rien n’en a été lu." "Renvoyez-le tel qu’il a été publié ; il a pu être coupé."
    DocumentDeclares "document_declares" MustFix
        "The file declares a document type or entities, which are never read." "Send the report without them, as it was published."
        "Le fichier déclare un type de document ou des entités, qui ne sont jamais lus." "Envoyez le rapport sans cela, tel qu’il a été publié."
    DocumentTooDeep "document_too_deep" MustFix
        "The file has values more than {max} deep." "Send the report as it was published."
        "Le fichier a des valeurs imbriquées sur plus de {max} niveaux." "Envoyez le rapport tel qu’il a été publié."
    DocumentTooLarge "document_too_large" MustFix
        "The file has more than {max} values." "Send one report at a time."
        "Le fichier a plus de {max} valeurs." "Envoyez un rapport à la fois."
    ReportPeriodMissing "report_period_missing" MustFix
        "The report does not say, or not readably, for which period it is." "Write its first and its last day where the form asks for them."
        "Le rapport ne dit pas, ou pas lisiblement, de quelle période il s’agit." "Écrivez son premier et son dernier jour là où le formulaire les demande."
    ReportCurrencyMissing "report_currency_missing" ShouldCheck
        "The report does not name its currency." "Write its code of three letters where the form asks for it."
        "Le rapport ne nomme pas sa monnaie." "Écrivez son code de trois lettres là où le formulaire le demande."
    PeriodNotAYear "period_not_a_year" ShouldCheck
        "The period from {first} to {seen} has {days} days, and such reports are for a year." "Check both days."
        "La période du {first} au {seen} compte {days} jours, et ces rapports portent sur une année." "Vérifiez les deux jours."
    PeriodAssumed "period_assumed" ShouldCheck
        "The report says only that it ends on {seen}; it was read as the year from {first} on." "Check that the business year did not begin later or earlier."
        "Le rapport dit seulement qu’il finit le {seen} ; il a été lu comme l’année commençant le {first}." "Vérifiez que l’exercice n’a pas commencé plus tard ou plus tôt."
    PlaceholderLeft "placeholder_left" ShouldCheck
        "`{seen}` stands in the empty form; the row has a figure, and was not read." "Write the name, or remove the row."
        "`{seen}` figure dans le formulaire vierge ; la ligne a un chiffre, et n’a pas été lue." "Écrivez le nom, ou retirez la ligne."
    AmountBlank "amount_blank" ShouldCheck
        "The row has no amount; it was read as not stated, not as nought." "Write the amount, or why there is none."
        "La ligne n’a pas de montant ; elle a été lue comme non précisée, non comme zéro." "Écrivez le montant, ou pourquoi il n’y en a pas."
    UnitIsCurrency "unit_is_currency" ShouldCheck
        "`{seen}` stands where a unit of goods does, and is a currency." "Check whether the columns of the row are shifted."
        "`{seen}` se trouve à la place d’une unité de mesure, et c’est une monnaie." "Vérifiez si les colonnes de la ligne sont décalées."
    CurrencyNotReporting "currency_not_reporting" ShouldCheck
        "{found} rows, the first one here, are in {seen}, and the report says that it is in {expected}." "Check the currency of both; each row was read in its own."
        "{found} lignes, la première ici, sont en {seen}, et le rapport se dit en {expected}." "Vérifiez la monnaie des deux ; chaque ligne a été lue dans la sienne."
    NameUnlisted "name_unlisted" ShouldCheck
        "`{seen}` is not listed in `{table}`." "Write the name as it is listed there, or add it; the name was kept as it is."
        "`{seen}` n’est pas inscrit dans `{table}`." "Écrivez le nom comme il y est inscrit, ou ajoutez-le ; le nom a été gardé tel quel."
    TotalDiffers "total_differs" ShouldCheck
        "The total of `{name}` is {seen} here; the figures in `{table}` add up to {sum}." "Check both; the figures were read, and the total was not."
        "Le total de `{name}` est ici {seen} ; les chiffres de `{table}` font {sum}." "Vérifiez les deux ; les chiffres ont été lus, le total ne l’a pas été."
    TotalDoubled "total_doubled" ShouldCheck
        "The total of `{name}` is {seen} here; the figures in `{table}` add up to {sum}: one is twice the other." "Check whether the same money was counted twice."
        "Le total de `{name}` est ici {seen} ; les chiffres de `{table}` font {sum} : l’un est le double de l’autre." "Vérifiez si le même argent a été compté deux fois."
    ViewsDiffer "views_differ" ShouldCheck
        "By recipient, `{name}` adds up to {kept}; by project, to {other}. It is the same money." "Check both; the figures by recipient were read."
        "Par bénéficiaire, `{name}` fait {kept} ; par projet, {other}. C’est le même argent." "Vérifiez les deux ; les chiffres par bénéficiaire ont été lus."
    FigureRevised "figure_revised" ShouldCheck
        "The same half-year of the same producer is told again, and otherwise; {other} has {before}." "Check which one is newer; both were kept as statements of their own."
        "Le même semestre du même producteur est dit une autre fois, et autrement ; {other} donne {before}." "Vérifiez laquelle est la plus récente ; les deux ont été gardées comme déclarations distinctes."
    ProductionContradicted "production_contradicted" ShouldCheck
        "The row says that there was no production, and has the figure `{seen}`." "Remove one of the two."
        "La ligne dit qu’il n’y a pas eu de production, et porte le chiffre `{seen}`." "Retirez l’un des deux."
    RowsNotRead "rows_not_read" CouldImprove
        "{found} rows, the first one here, are about `{seen}` and were not read." "Nothing needs to be done, unless they should count."
        "{found} lignes, la première ici, concernent `{seen}` et n’ont pas été lues." "Il n’y a rien à faire, sauf si elles doivent compter."
    } $($rest)* } };
}
pub(super) use report_codes;
