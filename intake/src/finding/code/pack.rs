//! Findings about a pack: what its rows refer to, its rules, its policy.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! pack_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
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
    } $($rest)* } };
}
pub(super) use pack_codes;
