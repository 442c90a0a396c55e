//! Every word that an error of the API carries in `extensions.code`, with its sentence in two languages.
//!
//! A word is documented once (`docs/api.md`), means one thing, and is never used again for another.

/// Declares the codes: word, English sentence, French sentence.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $en:literal, $fr:literal;)*) => {
        /// Why a request, or one field of it, was not answered.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The word in `extensions.code`.
            pub fn word(self) -> &'static str {
                match self { $(Code::$name => $word,)* }
            }

            /// The code of a word.
            pub fn from_word(word: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.word() == word)
            }

            /// What it means, in English.
            pub fn sentence_en(self) -> &'static str {
                match self { $(Code::$name => $en,)* }
            }

            /// What it means, in French.
            pub fn sentence_fr(self) -> &'static str {
                match self { $(Code::$name => $fr,)* }
            }
        }
    };
}

codes! {
    /// The address is asked in a way it does not know.
    MethodNotAllowed = "method_not_allowed",
        "Use GET or POST at this address.", "Utilisez GET ou POST à cette adresse.";
    /// A mutation came by GET.
    MutationByGet = "mutation_by_get",
        "Only queries may be sent with GET; send a mutation with POST.",
        "Seules les lectures passent par GET ; envoyez une mutation par POST.";
    /// No media type that the client accepts can be given.
    NotAcceptable = "not_acceptable",
        "Accept application/graphql-response+json or application/json.",
        "Acceptez application/graphql-response+json ou application/json.";
    /// The body is not JSON.
    MediaTypeUnsupported = "media_type_unsupported",
        "Send the request as application/json in UTF-8.", "Envoyez la requête en application/json, en UTF-8.";
    /// The body is larger than what is taken.
    BodyTooLarge = "body_too_large",
        "The body of the request is too large.", "Le corps de la requête est trop grand.";
    /// The body did not arrive in time.
    BodyTooSlow = "body_too_slow",
        "The body of the request did not arrive in time.", "Le corps de la requête n’est pas arrivé à temps.";
    /// The body or the query string cannot be read.
    RequestMalformed = "request_malformed",
        "The request cannot be read.", "La requête est illisible.";
    /// Several requests in one body.
    BatchRefused = "batch_refused",
        "Send one request at a time: a list of requests is not taken.",
        "Envoyez une requête à la fois : une liste de requêtes n’est pas acceptée.";
    /// A form without a token, or for something other than an upload.
    UploadRefused = "upload_refused",
        "multipart/form-data is taken only for submitDisclosure, with a bearer token.",
        "multipart/form-data n’est accepté que pour submitDisclosure, avec un jeton d’accès.";
    /// The query is not GraphQL.
    QuerySyntax = "query_syntax",
        "The query is not GraphQL.", "La requête n’est pas du GraphQL.";
    /// The query does not fit the schema.
    QueryInvalid = "query_invalid",
        "The query does not fit the schema.", "La requête ne correspond pas au schéma.";
    /// Too many tokens.
    QueryTooLong = "query_too_long",
        "The query is too long.", "La requête est trop longue.";
    /// Fields nested too deep.
    QueryTooDeep = "query_too_deep",
        "The query is nested too deep.", "La requête est imbriquée trop profondément.";
    /// Asks for too much at once.
    QueryTooComplex = "query_too_complex",
        "The query asks for too much at once; ask for smaller pages or fewer fields.",
        "La requête demande trop à la fois ; demandez des pages plus petites ou moins de champs.";
    /// Too many aliases.
    QueryTooManyAliases = "query_too_many_aliases",
        "The query uses too many aliases.", "La requête utilise trop d’alias.";
    /// Too many directives on a field.
    QueryTooManyDirectives = "query_too_many_directives",
        "The query uses too many directives on one field.",
        "La requête utilise trop de directives sur un même champ.";
    /// The answer took too long.
    QueryTooSlow = "query_too_slow",
        "The answer took too long; ask for less at once.", "La réponse a pris trop de temps ; demandez-en moins à la fois.";
    /// Nothing has been published.
    NoRelease = "no_release",
        "Nothing has been published yet.", "Rien n’a encore été publié.";
    /// There is no release of that number.
    ReleaseUnknown = "release_unknown",
        "There is no release of this number.", "Il n’existe pas de publication de ce numéro.";
    /// A page is asked for in a way that has no meaning, or is too large.
    PageInvalid = "page_invalid",
        "Ask for a page with first and after, or with last and before.",
        "Demandez une page avec first et after, ou avec last et before.";
    /// A cursor was not given by this list.
    CursorInvalid = "cursor_invalid",
        "This cursor was not given by this list.", "Ce curseur ne vient pas de cette liste.";
    /// A sum has more digits than can be kept.
    TotalTooLarge = "total_too_large",
        "The total has more digits than can be kept exactly.",
        "Le total a plus de chiffres qu’on ne peut en garder exactement.";
    /// Nobody is signed in.
    SignInNeeded = "sign_in_needed",
        "This needs a bearer token.", "Ceci demande un jeton d’accès.";
    /// The token is unknown, ended or withdrawn.
    TokenInvalid = "token_invalid",
        "This token is not known, or has ended.", "Ce jeton est inconnu ou a expiré.";
    /// The account lacks the right.
    NotPermitted = "not_permitted",
        "This account does not have the right to do this.", "Ce compte n’a pas le droit de faire cela.";
    /// A sender cannot approve their own disclosure.
    OwnDisclosure = "own_disclosure",
        "A disclosure is reviewed by someone of another organisation than its sender.",
        "Une déclaration est relue par quelqu’un d’une autre organisation que celle qui l’a envoyée.";
    /// A point of the harm check is not confirmed.
    HarmCheckOpen = "harm_check_open",
        "Every point of the harm check must be confirmed before a disclosure is approved.",
        "Chaque point de la vérification des risques doit être confirmé avant d’approuver une déclaration.";
    /// There is no disclosure of that code.
    DisclosureUnknown = "disclosure_unknown",
        "There is no disclosure of this code.", "Il n’existe pas de déclaration de ce code.";
    /// The disclosure is not in a state that allows the act.
    DisclosureState = "disclosure_state",
        "The disclosure is not in a state that allows this.", "L’état de la déclaration ne permet pas cela.";
    /// There is no gap of that code in the latest release.
    GapUnknown = "gap_unknown",
        "There is no gap of this code in the latest release.",
        "Il n’existe pas d’écart de ce code dans la dernière publication.";
    /// The gap is not in a state that allows the act.
    GapState = "gap_state",
        "The gap is not in a state that allows this.", "L’état de l’écart ne permet pas cela.";
    /// The reviewer, or someone of the same organisation, sent in a figure that the gap is made of.
    OwnGap = "own_gap",
        "A gap is explained, and asked about, by someone of another organisation than those that sent its figures in.",
        "Un écart est expliqué, ou questionné, par quelqu’un d’une autre organisation que celles qui ont envoyé ses chiffres.";
    /// Nobody stated anything that a remark on the gap could stand on.
    GapWithoutClaim = "gap_without_claim",
        "No statement stands behind this gap, so nothing can be recorded of it.",
        "Aucune déclaration n’est à la base de cet écart : rien ne peut y être consigné.";
    /// A document was sent twice, or not at all, or cannot be decoded.
    DocumentInvalid = "document_invalid",
        "Send one document: either document or contentBase64.",
        "Envoyez un document : soit document, soit contentBase64.";
    /// What was written is empty or too long.
    InputInvalid = "input_invalid",
        "An input cannot be taken as it is.", "Une donnée ne peut être acceptée telle quelle.";
    /// Nothing was approved since the last release.
    NothingToPublish = "nothing_to_publish",
        "Nothing was approved since the last release.", "Rien n’a été approuvé depuis la dernière publication.";
    /// What was approved does not fit together with what is published.
    ReleaseInconsistent = "release_inconsistent",
        "What was approved does not fit together; nothing was published.",
        "Ce qui a été approuvé ne s’accorde pas ; rien n’a été publié.";
    /// The database is busy or away.
    Unavailable = "unavailable",
        "The service cannot answer now; try again in a moment.",
        "Le service ne peut pas répondre maintenant ; réessayez dans un instant.";
    /// Something on our side.
    Internal = "internal",
        "Something went wrong on our side; it has been written to the log.",
        "Une erreur s’est produite de notre côté ; elle est notée dans le journal.";
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn every_code_is_one_word_with_two_sentences() {
        let mut words: Vec<&str> = Code::ALL.iter().map(|code| code.word()).collect();
        assert!(words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')));
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Code::ALL.len());
        assert!(Code::ALL.iter().all(|code| code.sentence_en() != code.sentence_fr()));
    }

    #[test]
    fn what_an_act_says_the_api_can_say() {
        // Accounts are kept on the machine, not through the API.
        let elsewhere = ["actor_unknown", "actor_exists"];
        for code in crate::error::ErrorCode::ALL {
            assert!(
                Code::from_word(code.as_str()).is_some() || elsewhere.contains(&code.as_str()),
                "{}",
                code.as_str()
            );
        }
    }

    #[test]
    fn every_code_is_documented() {
        for (name, page) in
            [("api.md", include_str!("../../../docs/api.md")), ("api.fr.md", include_str!("../../../docs/api.fr.md"))]
        {
            for code in Code::ALL {
                assert!(page.contains(&format!("`{}`", code.word())), "docs/{name} lacks `{}`", code.word());
            }
        }
    }
}
