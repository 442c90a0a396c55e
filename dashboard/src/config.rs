//! The settings of the dashboard.

/// How the dashboard is set up. The program fills it from its own configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The public origin under which the pages are read, such as `https://example.org`, without a slash at the end.
    /// Citations use it; without it they give the path alone.
    pub origin: Option<String>,
    /// The origin of the API, without a slash at the end. Empty where it is the pages' own: the usual case.
    pub api_origin: String,
}

impl Default for Config {
    /// Everything under one origin, whose name is not known.
    fn default() -> Config {
        Config { origin: None, api_origin: String::new() }
    }
}
