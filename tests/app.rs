//! The built program, driven from outside as a person would: a database of its own, people, commands, HTTP.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::database::{Database, Engine};

/// The program beside this test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_fairlode");
/// Long enough for a machine with one busy core.
const PATIENCE: Duration = Duration::from_secs(60);

/// A fresh database with the three people that every story needs, each of an organisation of their own.
pub struct App {
    database: Database,
    server: Option<Server>,
    web: reqwest::Client,
}

/// What a command printed, and the code that the shell got.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl App {
    /// Migrated, with Amina (member), Bakary (reviewer) and Chipo (coordinator). `None` where the engine is not here.
    pub async fn on(engine: Engine) -> Option<App> {
        let database = Database::fresh(engine).await?;
        let app = App { database, server: None, web: client() };
        app.must(&["migrate"]);
        app.must(&["user", "add", "amina", "--role", "member", "--organisation", "Community Watch"]);
        app.must(&["user", "add", "bakary", "--role", "reviewer", "--organisation", "Audit House"]);
        app.must(&["user", "add", "chipo", "--role", "coordinator", "--organisation", "Coalition"]);
        Some(app)
    }

    /// Runs a command on this database.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(program(arguments).env("FAIRLODE_DATABASE_URL", self.database.url()))
    }

    /// Runs a command that must succeed, and returns what it printed.
    pub fn must(&self, arguments: &[&str]) -> String {
        let Said { code, out, err } = self.run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {err}");
        out
    }

    /// Leaves a trace as a later version of the program would: a migration step that this one does not know.
    pub async fn pretend_newer(&self) {
        let step = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_from_the_future', 0)";
        self.database.execute(step).await;
    }

    /// The casebook sent in by Amina, approved by Bakary, published by Chipo.
    pub fn publish_casebook(&self) {
        let sent = self.must(&["import", casebook(), "--actor", "amina"]);
        self.must(&["approve", &code_in(&sent, 'D'), "--actor", "bakary", "--no-harm"]);
        self.must(&["publish", "--actor", "chipo", "--note-en", "The casebook", "--note-fr", "Le recueil de cas"]);
    }

    /// Starts serving, if it does not yet.
    pub fn serve(&mut self) -> &str {
        let url = self.database.url();
        self.server.get_or_insert_with(|| {
            Server::start(program(&["serve", "--listen", "127.0.0.1:0"]).env("FAIRLODE_DATABASE_URL", url))
        });
        &self.server.as_ref().expect("just started").address
    }

    /// Ends the server as an operator does, and returns whether it went well.
    pub fn stop(&mut self) -> bool {
        self.server.take().is_some_and(Server::stop)
    }

    /// Asks the API and returns `data`; an error of the API is a failure of the test.
    pub async fn ask(&mut self, query: &str, variables: Value) -> Value {
        let answer = self.send(None, query, variables).await;
        assert!(answer["errors"].is_null(), "{query}: {answer:#}");
        answer["data"].clone()
    }

    /// Sends an operation, with a token or without, and returns the whole answer.
    pub async fn send(&mut self, token: Option<&str>, query: &str, variables: Value) -> Value {
        let text = self.send_raw(token, query, variables).await;
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// The bytes of an answer, for comparing them.
    pub async fn send_raw(&mut self, token: Option<&str>, query: &str, variables: Value) -> String {
        let url = format!("{}/graphql", self.serve());
        let mut request = self.web.post(url).json(&json!({ "query": query, "variables": variables }));
        request = request.header("accept", "application/graphql-response+json");
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        request.send().await.expect("an answer").text().await.expect("a text")
    }

    /// Sends bytes of any content type, as a program of another make would.
    pub async fn post(&mut self, token: &str, content_type: &str, body: Vec<u8>) -> Value {
        let url = format!("{}/graphql", self.serve());
        let request = self.web.post(url).bearer_auth(token).header("content-type", content_type).body(body);
        let text = request.send().await.expect("an answer").text().await.expect("a text");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// A page's HTML.
    pub async fn page(&mut self, path: &str) -> String {
        let url = format!("{}{path}", self.serve());
        let answer = self.web.get(url).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.expect("a text")
    }
}

/// A server that was started, and is ended with the test.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Server {
    /// Starts a command that serves, and waits until it prints its address.
    pub fn start(command: &mut Command) -> Server {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let mut complaints = child.stderr.take().expect("piped");
        let complaints = thread::spawn(move || {
            let mut text = String::new();
            let _ = complaints.read_to_string(&mut text);
            text
        });
        let mut printed = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        while printed.read_line(&mut line).expect("readable") > 0 {
            if let Some(address) = line.split_whitespace().find(|word| word.starts_with("http://127.0.0.1:")) {
                let address = address.split('/').take(3).collect::<Vec<_>>().join("/");
                // Whatever else it prints is read to the end, so that it never waits for a full pipe.
                thread::spawn(move || std::io::copy(&mut printed, &mut std::io::sink()));
                return Server { child, address };
            }
            line.clear();
        }
        let _ = child.wait();
        panic!("no address: {}", complaints.join().unwrap_or_default());
    }

    /// Asks it to end, as an operator does, and returns whether it ended well.
    pub fn stop(mut self) -> bool {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(asked.is_ok_and(|status| status.success()), "kill is on the path");
        self.child.wait().is_ok_and(|status| status.success())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program with arguments, in English and without the settings of whoever runs the tests.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).stdin(Stdio::null()).env("FAIRLODE_LANG", "en");
    for name in ["FAIRLODE_CONFIG", "FAIRLODE_DATABASE_URL", "FAIRLODE_LISTEN", "FAIRLODE_LOG"] {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub fn said(command: &mut Command) -> Said {
    let Output { status, stdout, stderr } = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
}

/// The casebook's folder.
pub fn casebook() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/casebook")
}

/// The first code of a kind, such as `D-7KQ2M-9XD4T-5`, in a text.
pub fn code_in(text: &str, kind: char) -> String {
    let start = format!("{kind}-");
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
        .find(|word| word.starts_with(&start) && word.len() == 15)
        .unwrap_or_else(|| panic!("no code {start}… in: {text}"))
        .to_owned()
}

/// A file with a text, in a folder.
pub fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().timeout(PATIENCE).no_proxy().build().expect("a client")
}
