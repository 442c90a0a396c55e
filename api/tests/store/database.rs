//! An empty, migrated database for one test, on each engine that is there.

use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use api::store::Store;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// Names the server for tests on PostgreSQL, with a role that may create databases.
const POSTGRES: &str = "FAIRLODE_TEST_POSTGRES_URL";

/// Thrown away with the test.
pub struct TestDatabase {
    pub url: String,
    place: Place,
}

enum Place {
    Folder(#[expect(dead_code, reason = "removes the folder when it is dropped")] TempDir),
    Server { server: String, name: String },
}

/// An empty database on every engine that is there, and a word about the one that is not.
pub async fn databases() -> Vec<TestDatabase> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}", folder.path().join("test.sqlite").display());
    let mut databases = vec![TestDatabase { url, place: Place::Folder(folder) }];
    match std::env::var(POSTGRES) {
        Ok(server) => databases.push(on_postgres(server).await),
        Err(_) => println!("left out: PostgreSQL ({POSTGRES} is not set)"),
    }
    databases
}

/// Open, migrated stores; each keeps its database alive.
pub async fn stores() -> Vec<(Store, TestDatabase)> {
    let mut stores = Vec::new();
    for database in databases().await {
        let store = Store::open(&database.url).await.expect("opens");
        store.migrate().await.expect("migrates");
        stores.push((store, database));
    }
    stores
}

async fn on_postgres(server: String) -> TestDatabase {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("fairlode_store_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    // A French order of letters where the server has one: what is published must not depend on it.
    let french = format!("CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr'");
    if execute_postgres(&server, &french).await.is_err() {
        execute_postgres(&server, &format!("CREATE DATABASE {name}")).await.expect("a new database");
    }
    let (before, _) = server.rsplit_once('/').expect("postgres://USER@HOST/NAME");
    TestDatabase { url: format!("{before}/{name}"), place: Place::Server { server, name } }
}

impl TestDatabase {
    /// Changes the database behind the program's back, or says why it could not.
    pub async fn execute(&self, statement: &str) -> Result<(), sqlx::Error> {
        match self.place {
            Place::Server { .. } => execute_postgres(&self.url, statement).await,
            Place::Folder(_) => {
                let mut connection = SqliteConnection::connect(&self.url).await?;
                sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.map(drop)
            }
        }
    }

    /// The first column of every row of a query, as text.
    pub async fn column(&self, query: &str) -> Vec<String> {
        let query = sqlx::AssertSqlSafe(query.to_owned());
        match self.place {
            Place::Server { .. } => {
                let mut connection = PgConnection::connect(&self.url).await.expect("answers");
                sqlx::query_scalar(query).fetch_all(&mut connection).await.expect("rows")
            }
            Place::Folder(_) => {
                let mut connection = SqliteConnection::connect(&self.url).await.expect("opens");
                sqlx::query_scalar(query).fetch_all(&mut connection).await.expect("rows")
            }
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Place::Server { server, name } = &self.place else { return };
        let (server, drop) = (server.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        // A thread of its own: a runtime cannot be entered from within the one that runs the test.
        let dropped = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(execute_postgres(&server, &drop))
        });
        if !matches!(dropped.join(), Ok(Ok(()))) {
            println!("the test database {name} was left behind");
        }
    }
}

async fn execute_postgres(url: &str, statement: &str) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut connection).await.map(drop)
}
