//! What every page needs to be made: the way to the API, the settings, and where the reader is.

use std::sync::Arc;

use cynic::Operation;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::address::{Page, Reading};
use crate::config::Config;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::query::reference::{CountryRef, PartyRef, ReleaseRef, RuleRef, StreamRef};
use crate::transport::{Transport, TransportError};

/// The way to the API and the settings.
#[derive(Clone)]
pub struct Site {
    transport: Arc<dyn Transport>,
    /// The settings.
    pub config: Config,
}

impl Site {
    /// A site over a transport.
    pub fn new(transport: Arc<dyn Transport>, config: Config) -> Site {
        Site { transport, config }
    }

    /// Asks the API a typed question.
    pub async fn ask<F, V>(&self, operation: Operation<F, V>) -> Result<F, Problem>
    where
        F: DeserializeOwned,
        V: Serialize,
    {
        let data = self.ask_raw(operation).await?;
        serde_json::from_value(data).map_err(|error| Problem::Api(TransportError::Unreadable(error.to_string())))
    }

    /// Asks the API a typed question and gives the answer as it came.
    pub async fn ask_raw<F, V: Serialize>(&self, operation: Operation<F, V>) -> Result<Value, Problem> {
        let variables = serde_json::to_value(&operation.variables)
            .map_err(|error| Problem::Api(TransportError::Unreadable(error.to_string())))?;
        Ok(self.transport.execute(operation.query, variables).await?)
    }
}

/// Where the reader is.
#[derive(Clone, Debug)]
pub struct Here {
    /// Language and release.
    pub reading: Reading,
    /// The page.
    pub page: Page,
    /// The release that the page was read from; `None` where there is none, as on an error page.
    pub release: Option<ReleaseRef>,
    /// The settings.
    pub config: Config,
}

impl Here {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.reading.lang
    }

    /// The text in the reader's language.
    pub fn pick<T>(&self, en: T, fr: T) -> T {
        self.reading.lang.pick(en, fr)
    }

    /// A colon and a space, as the language sets them.
    pub fn colon(&self) -> &'static str {
        self.pick(": ", "\u{202f}: ")
    }

    /// The path of another page in the same language and release.
    pub fn href(&self, page: &Page) -> String {
        self.reading.path(page)
    }

    /// The address of this page that never changes: with its release, and with the origin where it is known.
    pub fn lasting_address(&self) -> String {
        let release = self.release.as_ref().map(|release| release.number).or(self.reading.release);
        let path = Reading { release, ..self.reading }.path(&self.page);
        format!("{}{path}", self.config.origin.as_deref().unwrap_or_default())
    }
}

/// What has a name in both languages.
pub trait Named {
    /// The name in the reader's language.
    fn name(&self, lang: Lang) -> &str;
}

macro_rules! named {
    ($($type:ty),*) => { $(impl Named for $type {
        fn name(&self, lang: Lang) -> &str {
            lang.pick(&self.name_en, &self.name_fr)
        }
    })* };
}
named!(CountryRef, PartyRef, RuleRef, StreamRef);
named!(crate::query::country::Country, crate::query::home::CountryLine, crate::query::party::Party);
named!(crate::query::rule::RuleLine, crate::query::rule::RuleFull);
