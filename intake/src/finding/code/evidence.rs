//! Findings about documents that claims point to, and about what was already there.

/// Hands these codes, after those that it was given, to the next table.
macro_rules! evidence_codes {
    ({ $($before:tt)* } $next:ident $($rest:ident)*) => { $next! { { $($before)*
    EvidenceFormat "evidence_format" MustFix
        "`{file}` is {kind}, which is not kept as evidence." "Send the page or the picture as PDF, JPEG, PNG or HEIC."
        "`{file}` est {kind_fr}, ce qui n’est pas gardé comme preuve." "Envoyez la page ou l’image en PDF, JPEG, PNG ou HEIC."
    EvidenceUnreadable "evidence_unreadable" ShouldCheck
        "`{file}` is {kind} of which no public copy can be made: {reason}. It stays sealed." "If it should become public, open it, print or save it as a new file, and send that one."
        "`{file}` est {kind_fr} dont aucune copie publique ne peut être faite : {reason_fr}. Le fichier reste scellé." "S’il doit devenir public, ouvrez-le, imprimez-le ou enregistrez-le en un nouveau fichier, et envoyez celui-ci."
    EvidenceLocked "evidence_locked" ShouldCheck
        "`{file}` is locked or encrypted, so no public copy can be made. It stays sealed." "If it should become public, save it without a password and send that file."
        "`{file}` est protégé ou chiffré, et aucune copie publique ne peut en être faite. Le fichier reste scellé." "S’il doit devenir public, enregistrez-le sans mot de passe et envoyez ce fichier."
    EvidencePersonal "evidence_personal" ShouldCheck
        "`{file}` holds more than it shows: {personal}. The public copy has none of it; the original stays sealed." "Look at the picture or the pages themselves: a name, a face or a signature that they show stays in the copy."
        "`{file}` contient plus que ce qu’il montre : {personal_fr}. La copie publique n’en garde rien ; l’original reste scellé." "Regardez l’image ou les pages elles-mêmes : un nom, un visage ou une signature qu’elles montrent reste dans la copie."
    RegionShape "region_shape" MustFix
        "`{seen}` is not a place in a document." "Write the page, or the page and a rectangle: left, top, right and bottom as fractions of the page with at most four decimals, such as `3:0.125,0.2,0.875,0.25`."
        "`{seen}` n’est pas un endroit d’un document." "Écrivez la page, ou la page et un rectangle : gauche, haut, droite et bas en fractions de la page avec quatre décimales au plus, comme `3:0.125,0.2,0.875,0.25`."
    RegionOutside "region_outside" MustFix
        "The rectangle `{seen}` is empty or reaches beyond the page." "Each fraction is from 0 to 1; left is less than right, and top less than bottom."
        "Le rectangle `{seen}` est vide ou dépasse la page." "Chaque fraction va de 0 à 1 ; la gauche est inférieure à la droite, et le haut au bas."
    RegionPage "region_page" MustFix
        "`{seen}` names a page that `{file}` does not have." "Pages are counted from 1; the last is {pages}."
        "`{seen}` nomme une page que `{file}` n’a pas." "Les pages sont comptées à partir de 1 ; la dernière est la {pages}."
    DocumentKnown "document_known" ShouldCheck
        "`{file}` has the same bytes as `{known}`, which was sent before." "Point to the document that is there, unless it was sent twice on purpose."
        "`{file}` a les mêmes octets que `{known}`, déjà envoyé." "Renvoyez au document qui est là, à moins qu’il n’ait été envoyé deux fois à dessein."
    ClaimTold "claim_told" ShouldCheck
        "This says the same as the claim `{known}`: {seen}, of the same flow and period." "If it is the same statement in another file, leave it out; if it is another payment, name its `event`."
        "Ceci dit la même chose que la déclaration `{known}` : {seen}, du même flux et de la même période." "Si c’est la même déclaration dans un autre fichier, retirez-la ; si c’est un autre paiement, nommez son `event`."
    ClaimChanged "claim_changed" ShouldCheck
        "This says {seen}, where the claim `{known}` said {before} of the same flow and period." "If it corrects the earlier figure, say when it was stated; both stay on record."
        "Ceci dit {seen}, là où la déclaration `{known}` disait {before} du même flux et de la même période." "Si elle corrige le chiffre antérieur, dites quand elle a été faite ; les deux restent consignés."
    PartyNear "party_near" ShouldCheck
        "`{seen}` may be a party that is known: {near}." "If it is, choose it; the name as it was reported is kept beside it. If it is another, say so."
        "`{seen}` est peut-être une partie connue : {near}." "Si c’est elle, choisissez-la ; le nom tel que déclaré est gardé à côté. Si c’en est une autre, dites-le."
    MineNear "mine_near" ShouldCheck
        "`{seen}` may be a mine that is known: {near}." "If it is, choose it; the name as it was reported is kept beside it. If it is another, say so."
        "`{seen}` est peut-être une mine connue : {near}." "Si c’est elle, choisissez-la ; le nom tel que déclaré est gardé à côté. Si c’en est une autre, dites-le."
    } $($rest)* } };
}
pub(super) use evidence_codes;
