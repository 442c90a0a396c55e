//! How much one query may ask, and the extension that says so with a code and in two languages.

use std::sync::Arc;

use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextParseQuery, NextValidation};
use async_graphql::parser::types::ExecutableDocument;
use async_graphql::{ServerError, ServerResult, ValidationResult, Variables};

use super::code::Code;
use super::error::ApiError;

/// Levels of nested fields. Introspection needs fifteen; a gap with its whole working needs twelve.
pub const DEPTH_MAX: usize = 18;
/// Fields, times the size of the pages they stand in. The largest page of the dashboard costs a tenth.
pub const COMPLEXITY_MAX: usize = 250_000;
/// Aliases in one query.
pub const ALIASES_MAX: usize = 40;
/// Directives on one field.
pub const DIRECTIVES_MAX: usize = 4;
/// Lexical tokens in one query: introspection has about five hundred.
pub const TOKENS_MAX: usize = 4_000;

/// Gives errors of parsing, validation and limits their codes.
pub struct Limits;

impl ExtensionFactory for Limits {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Limits)
    }
}

#[async_graphql::async_trait::async_trait]
impl Extension for Limits {
    async fn parse_query(
        &self,
        ctx: &ExtensionContext<'_>,
        query: &str,
        variables: &Variables,
        next: NextParseQuery<'_>,
    ) -> ServerResult<ExecutableDocument> {
        if tokens_exceed(query, TOKENS_MAX) {
            let message = format!("The query has more than {TOKENS_MAX} tokens.");
            let message_fr = format!("La requête a plus de {TOKENS_MAX} éléments.");
            return Err(ApiError::new(Code::QueryTooLong, message, message_fr).into_server_error());
        }
        next.run(ctx, query, variables).await.map_err(|error| coded(error, Code::QuerySyntax))
    }

    async fn validation(
        &self,
        ctx: &ExtensionContext<'_>,
        next: NextValidation<'_>,
    ) -> Result<ValidationResult, Vec<ServerError>> {
        let result = next.run(ctx).await;
        result.map_err(|errors| errors.into_iter().map(|error| coded(error, Code::QueryInvalid)).collect())
    }
}

/// Puts the code on an error of the library; what is about limits is recognised by its wording,
/// which a test holds.
pub fn coded(mut error: ServerError, otherwise: Code) -> ServerError {
    if error.extensions.as_ref().is_some_and(|extensions| extensions.get("code").is_some()) {
        return error;
    }
    let code = match error.message.as_str() {
        "Query is too complex." => Code::QueryTooComplex,
        "Query is nested too deep." => Code::QueryTooDeep,
        text if text.contains("recursion") => Code::QueryTooDeep,
        text if text.contains("number of directives") => Code::QueryTooManyDirectives,
        text if text.contains("amount of aliases") => Code::QueryTooManyAliases,
        _ => otherwise,
    };
    let said = ApiError::plain(code);
    if !matches!(code, Code::QuerySyntax | Code::QueryInvalid) {
        error.message = said.message.clone();
    }
    let mut extensions = error.extensions.take().unwrap_or_default();
    extensions.set("code", code.word());
    extensions.set("messageFr", said.message_fr);
    error.extensions = Some(extensions);
    error
}

/// Counts words, numbers, strings and punctuation, and stops at the limit. Commas, spaces and comments do not count.
fn tokens_exceed(query: &str, most: usize) -> bool {
    let bytes = query.as_bytes();
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b' ' | b'\t' | b'\n' | b'\r' | b',' => at += 1,
            b'#' => at = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end),
            b'"' => {
                at = end_of_string(bytes, at);
                count += 1;
            }
            byte if byte.is_ascii_alphanumeric() || byte == b'_' => {
                let run = bytes[at..].iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_');
                at = run.map_or(bytes.len(), |length| at + length);
                count += 1;
            }
            _ => {
                at += 1;
                count += 1;
            }
        }
        if count > most {
            return true;
        }
    }
    false
}

/// The position after a string that opens at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_counted_as_graphql_counts_them() {
        let query = "query Q($a: Int) { # a comment { { {\n mine(slug: \"a \\\" b\", first: 12) { name, slug } }";
        let tokens = 8 + 1 + 9 + 4 + 1;
        assert!(!tokens_exceed(query, tokens));
        assert!(tokens_exceed(query, tokens - 1));
    }
}
