//! Settings: a TOML file, then the environment, then flags; the last word counts.

use std::fs;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// Read where no file is named, if it is there.
const USUAL_FILE: &str = "fairlode.toml";

/// Everything that can be set, each with its type, unit, default and reason. Described for operators in
/// docs/operating.md; a test holds that page to this struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Where the figures are kept: `sqlite://PATH` or `postgres://USER@HOST/NAME`. Default: an SQLite file in the
    /// folder `fairlode-data`, because one file is the easiest thing to back up. `FAIRLODE_DATABASE_URL`.
    pub database_url: String,
    /// Where the service listens: address and port. Default: 127.0.0.1:8080, because nothing should be open to a
    /// network by accident. `FAIRLODE_LISTEN`.
    pub listen: SocketAddr,
    /// The origin under which readers reach the pages, such as `https://example.org`. Default: none, and citations then
    /// give the path alone, because the program cannot know what its proxy is called. `FAIRLODE_ORIGIN`.
    pub origin: Option<String>,
    /// What is logged: `error`, `warn`, `info`, `debug`, or a filter such as `info,sqlx=warn`. Default: `info`,
    /// one line for each request. `FAIRLODE_LOG`.
    pub log: String,
}

impl Settings {
    /// Makes the folder of an SQLite database where it is missing; the usual one is missing at first.
    pub fn make_folder(&self) -> Result<(), Failure> {
        let Some(path) = self.database_url.strip_prefix("sqlite:") else { return Ok(()) };
        let path = Path::new(path.strip_prefix("//").unwrap_or(path));
        match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => make_folder(folder),
            _ => Ok(()),
        }
    }
}

/// Makes a folder, with those above it.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))
}

/// The folder cannot be written, and what the machine says about it.
pub fn unwritable(folder: &Path, error: &io::Error) -> Failure {
    let shown = folder.display();
    Failure::unusable(
        format!("The folder {shown} cannot be written; give another one, or the right to write there."),
        format!("Le répertoire {shown} n’est pas accessible en écriture ; donnez-en un autre, ou le droit d’y écrire."),
    )
    .because(error)
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            database_url: "sqlite://fairlode-data/fairlode.sqlite".to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            origin: None,
            log: "info".to_owned(),
        }
    }
}

/// What a file, the environment or the command line may say of the settings. Anything else in a file is refused: a
/// misspelt setting would otherwise be a silent default.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Settings file [default: fairlode.toml, if it is there]
    #[arg(long, env = "FAIRLODE_CONFIG", hide_env_values = true, value_name = "FILE", global = true)]
    #[serde(skip)]
    config: Option<PathBuf>,
    /// Database: sqlite://PATH or postgres://USER@HOST/NAME
    #[arg(long, env = "FAIRLODE_DATABASE_URL", hide_env_values = true, value_name = "URL", global = true)]
    database_url: Option<String>,
    /// Origin under which readers reach the pages, such as https://example.org
    #[arg(long, env = "FAIRLODE_ORIGIN", hide_env_values = true, value_name = "URL", global = true)]
    origin: Option<String>,
    /// What is logged: error, warn, info, debug, or a filter
    #[arg(long, env = "FAIRLODE_LOG", hide_env_values = true, value_name = "FILTER", global = true)]
    log: Option<String>,
    /// Address and port to listen on
    #[arg(skip)]
    listen: Option<SocketAddr>,
}

impl Given {
    /// The settings in force. `listen` is the flag of the commands that listen.
    pub fn settings(&self, listen: Option<SocketAddr>) -> Result<Settings, Failure> {
        self.settings_over(listen, Settings::default())
    }

    /// The settings in force where a command has defaults of its own.
    pub fn settings_over(&self, listen: Option<SocketAddr>, default: Settings) -> Result<Settings, Failure> {
        let file = match &self.config {
            Some(path) => read_file(path)?.ok_or_else(|| {
                let path = path.display();
                Failure::unusable(
                    format!("There is no settings file {path}."),
                    format!("Le fichier de réglages {path} n’existe pas."),
                )
            })?,
            None => read_file(Path::new(USUAL_FILE))?.unwrap_or_default(),
        };
        Ok(Settings {
            database_url: self.database_url.clone().or(file.database_url).unwrap_or(default.database_url),
            listen: listen.or(file.listen).unwrap_or(default.listen),
            origin: self
                .origin
                .clone()
                .or(file.origin)
                .or(default.origin)
                .map(|origin| origin.trim_end_matches('/').to_owned()),
            log: self.log.clone().or(file.log).unwrap_or(default.log),
        })
    }
}

/// The file's settings; `None` where there is no such file.
fn read_file(path: &Path) -> Result<Option<Given>, Failure> {
    let shown = path.display();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => {
            return Err(Failure::unusable(
                format!("The settings file {shown} cannot be read."),
                format!("Le fichier de réglages {shown} est illisible."),
            )
            .because(error));
        }
    };
    toml::from_str(&text).map(Some).map_err(|error| {
        Failure::unusable(
            format!("The settings file {shown} is not understood."),
            format!("Le fichier de réglages {shown} n’est pas compris."),
        )
        .because(error.message())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.toml");
        fs::write(&path, text).expect("written");
        (folder, path)
    }

    #[test]
    fn a_flag_comes_before_the_file_and_the_file_before_the_default() {
        let (_folder, path) = file("listen = \"127.0.0.1:9000\"\nlog = \"debug\"");
        let given = Given { config: Some(path), log: Some("warn".to_owned()), ..Given::default() };
        let settings = given.settings(None).expect("settings");
        assert_eq!(settings.listen.port(), 9000);
        assert_eq!(settings.log, "warn");
        assert_eq!(settings.database_url, Settings::default().database_url);
        let flag = Some(SocketAddr::from(([127, 0, 0, 1], 1)));
        assert_eq!(given.settings(flag).expect("settings").listen.port(), 1);
    }

    #[test]
    fn a_misspelt_setting_is_refused_by_name() {
        let (_folder, path) = file("databse_url = \"sqlite://x\"");
        let given = Given { config: Some(path), ..Given::default() };
        let failure = given.settings(None).expect_err("refused").say(Lang::Fr);
        assert!(failure.contains("n’est pas compris") && failure.contains("databse_url"), "{failure}");
    }

    #[test]
    fn a_settings_file_that_was_named_must_be_there() {
        let given = Given { config: Some("no-such-file.toml".into()), ..Given::default() };
        assert_eq!(
            given.settings(None).expect_err("refused").say(Lang::En),
            "There is no settings file no-such-file.toml."
        );
    }

    #[test]
    fn every_setting_is_in_the_operators_guide() {
        let guide = include_str!("../docs/operating.md");
        let settings = serde_json::to_value(Settings::default()).expect("a map");
        for name in settings.as_object().expect("a map").keys() {
            let variable = format!("`FAIRLODE_{}`", name.to_uppercase());
            assert!(guide.contains(&format!("`{name}`")), "docs/operating.md does not explain {name}");
            assert!(guide.contains(&variable), "docs/operating.md does not name {variable}");
        }
    }
}
