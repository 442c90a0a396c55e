//! A database for one story: an SQLite file in a temporary folder, or a database of its own on a PostgreSQL server.

use std::io::{self, Write};
use std::process;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// Names the server for stories on PostgreSQL, with a role that may create databases.
const POSTGRES: &str = "FAIRLODE_TEST_POSTGRES_URL";

/// Which engine a story runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Thrown away with the test.
pub enum Database {
    Sqlite { folder: TempDir },
    Postgres { server: String, name: String },
}

impl Database {
    /// An empty database; `None`, and a word about it, where the engine is not to be had.
    pub async fn fresh(engine: Engine) -> Option<Database> {
        if engine == Engine::Sqlite {
            return Some(Database::Sqlite { folder: tempfile::tempdir().expect("a temporary folder") });
        }
        let Ok(server) = std::env::var(POSTGRES) else {
            say_left_out();
            return None;
        };
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("fairlode_story_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        on_server(&server, &format!("CREATE DATABASE {name}")).await;
        Some(Database::Postgres { server, name })
    }

    /// Its address, as the program takes it.
    pub fn url(&self) -> String {
        match self {
            Database::Sqlite { folder } => format!("sqlite://{}", folder.path().join("story.sqlite").display()),
            Database::Postgres { server, name } => {
                let (before, _) = server.rsplit_once('/').expect("postgres://USER@HOST/NAME");
                format!("{before}/{name}")
            }
        }
    }

    /// Changes the database behind the program's back.
    pub async fn execute(&self, statement: &str) {
        match self {
            Database::Postgres { .. } => on_server(&self.url(), statement).await,
            Database::Sqlite { .. } => {
                let mut connection = SqliteConnection::connect(&self.url()).await.expect("the file opens");
                sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.expect(statement);
            }
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Database::Postgres { server, name } = self {
            let (server, drop) = (server.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            // A thread of its own: a runtime cannot be entered from within the one that runs the test.
            let dropped = thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                runtime.block_on(on_server(&server, &drop));
            });
            let _ = dropped.join();
        }
    }
}

/// Says once what a plain `cargo test` leaves out: straight to standard error, because what a passing test prints is kept
/// from the reader.
fn say_left_out() {
    static SAID: Once = Once::new();
    SAID.call_once(|| {
        let _ = writeln!(io::stderr(), "left out: PostgreSQL (set {POSTGRES} or use ./tests/run)");
    });
}

async fn on_server(server: &str, statement: &str) {
    let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers");
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.expect(statement);
}
