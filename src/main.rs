//! Fairlode: what a mine owed its neighbours, what it says it paid, and what arrived.
//!
//! The program wires the crates together: one file per command, and no logic of its own.

mod casebook;
mod cli;
mod command;
mod failure;
mod french;
mod lang;
mod output;
mod pack;
mod people;
mod report;
mod serving;
mod settings;
mod transport;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let lang = lang::chosen(&arguments);
    let cli = match cli::Cli::read(&arguments, lang) {
        Ok(cli) => cli,
        // Help and the version are asked for and end well; a command line that is not understood ends with 2.
        Err(complaint) => complaint.exit(),
    };
    match command::run(cli, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("fairlode: {}", failure.say(lang));
            failure.exit_code()
        }
    }
}
