//! The command line: what can be asked of the program.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::french;
use crate::lang::Lang;
use crate::settings::Given;

/// Follows the money that a mine owes its neighbours: due, declared, received, and the gap
#[derive(Parser)]
#[command(name = "fairlode", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Settings that every command takes.
    #[command(flatten)]
    pub given: Given,
    /// Language of messages: en or fr [default: the machine's]
    #[arg(long, value_name = "LANG", value_parser = ["en", "fr"], hide_possible_values = true, global = true)]
    lang: Option<String>,
}

/// One command of the program.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the casebook from a fresh database, to look around
    Demo {
        /// Address and port to listen on [default: 127.0.0.1:8080]
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<SocketAddr>,
        /// Folder for the database [default: a temporary one]
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Serve the API and the dashboard
    Serve {
        /// Address and port to listen on [default: 127.0.0.1:8080]
        #[arg(long, env = "FAIRLODE_LISTEN", hide_env_values = true, value_name = "ADDRESS")]
        listen: Option<SocketAddr>,
    },
    /// Serve the dashboard alone, against an API elsewhere
    Dashboard {
        /// Address of the API, such as http://127.0.0.1:8080/graphql
        #[arg(long, value_name = "URL")]
        api: String,
        /// Address and port to listen on [default: 127.0.0.1:8080]
        #[arg(long, env = "FAIRLODE_LISTEN", hide_env_values = true, value_name = "ADDRESS")]
        listen: Option<SocketAddr>,
    },
    /// Read a pack or a disclosure as an upload would, and report what is found
    Check {
        /// A pack's folder, or files of claims
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// What the files are [default: found by their content]
        #[arg(long = "as", value_name = "FORMAT", value_parser = [
            "pack-claims", "template", "eiti-summary", "eiti-cross-tab", "estma", "uk-payments", "kp-production", "table",
        ])]
        format: Option<String>,
        /// Registries that the files of claims refer to
        #[arg(long, value_name = "PACK")]
        pack: Option<PathBuf>,
        /// Which columns of a table mean what, in TOML [default: proposed from the headers]
        #[arg(long, value_name = "FILE")]
        mapping: Option<PathBuf>,
        /// Write the file with its findings marked in it
        #[arg(long, value_name = "OUT")]
        marked: Option<PathBuf>,
        /// Report as JSON
        #[arg(long)]
        json: bool,
    },
    /// Read a pack and print every comparison, gap and doubt; needs no database
    Reconcile {
        /// The pack's folder
        pack: PathBuf,
        /// Thresholds instead of the pack's policy.toml
        #[arg(long, value_name = "FILE")]
        policy: Option<PathBuf>,
        /// Print JSON: same pack, same bytes
        #[arg(long)]
        json: bool,
    },
    /// Send a pack or a file of claims in, as a named person; another one approves it
    Import {
        /// The pack's folder, or a file
        path: PathBuf,
        /// What the file is; a folder is a pack
        #[arg(long = "as", value_name = "FORMAT")]
        format: Option<Format>,
        /// Who sends it
        #[arg(long, value_name = "NAME")]
        actor: String,
    },
    /// Approve a disclosure that someone else sent in, having checked that it harms nobody
    Approve {
        /// The disclosure's code
        disclosure: String,
        /// Who approves it
        #[arg(long, value_name = "NAME")]
        actor: String,
        /// No figure names a person, no place or date points to one, no paper was held by one person only
        #[arg(long)]
        no_harm: bool,
    },
    /// Explain a gap of the latest release, or ask about it; the next release says so
    Gap {
        /// What to do.
        #[command(subcommand)]
        act: GapAct,
    },
    /// Publish what was approved as the next release
    Publish {
        /// Who publishes it
        #[arg(long, value_name = "NAME")]
        actor: String,
        /// A note on the release in English
        #[arg(long, value_name = "TEXT", default_value = "")]
        note_en: String,
        /// A note on the release in French
        #[arg(long, value_name = "TEXT", default_value = "")]
        note_fr: String,
    },
    /// Bring the database to this version of the program
    Migrate,
    /// Add people and give them tokens
    User {
        /// What to do.
        #[command(subcommand)]
        act: UserAct,
    },
    /// Print the GraphQL schema
    Schema,
}

/// What a reviewer can do about a gap.
#[derive(Subcommand)]
pub enum GapAct {
    /// Attach the cause that was found
    Explain(GapCause),
    /// Ask a question: the gap is not published until it is answered
    Ask(GapWords),
    /// Answer the open question with the cause that was found
    Answer(GapCause),
    /// Withdraw the open question, and say why
    WithdrawQuestion(GapWords),
    /// Withdraw the cause, and say why
    WithdrawExplanation(GapWords),
}

/// A gap, a cause, and what explains it.
#[derive(Args)]
pub struct GapCause {
    /// What was found: stream, timing, entity, rate, base, unit, instalment, in_kind, unpaid or other
    #[arg(long, value_name = "CAUSE")]
    pub cause: String,
    /// The gap, and what is said of it.
    #[command(flatten)]
    pub said: GapWords,
}

/// A gap, and what is said of it.
#[derive(Args)]
pub struct GapWords {
    /// The gap's code
    pub gap: String,
    /// In full sentences; they are published, who wrote them is not
    #[arg(long, value_name = "TEXT")]
    pub note: String,
    /// Who says it: a reviewer of another organisation than those that sent the figures in
    #[arg(long, value_name = "NAME")]
    pub actor: String,
}

/// What can be done about people.
#[derive(Subcommand)]
pub enum UserAct {
    /// Add a person who may act
    Add {
        /// The name, unique
        name: String,
        /// What the person may do
        #[arg(long, value_name = "ROLE")]
        role: UserRole,
        /// The organisation the person acts for
        #[arg(long, value_name = "NAME")]
        organisation: String,
    },
    /// Print a new API token; it is shown once
    Token {
        /// The person's name
        name: String,
    },
}

/// What a person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum UserRole {
    /// Sends disclosures in
    Member,
    /// Approves or returns what others sent
    Reviewer,
    /// Publishes releases
    Coordinator,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The claims.csv of a pack
    PackClaims,
}

impl Cli {
    /// Understands the command line; help and complaints are in the reader's language.
    pub fn read(arguments: &[OsString], lang: Lang) -> Result<Cli, clap::Error> {
        let mut command = Cli::command();
        if lang == Lang::Fr {
            let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
            command = french::translated(command)
                .disable_help_flag(true)
                .disable_version_flag(true)
                .arg(help.help("Afficher cette aide"))
                .arg(version.help("Afficher la version"));
        }
        Cli::from_arg_matches(&command.try_get_matches_from(arguments)?)
    }
}
