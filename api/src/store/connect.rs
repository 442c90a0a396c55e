//! How the two engines are opened.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr, Statement};
use sqlx::Connection;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

use super::error::{StoreError, of_sqlite};

/// Connections that read. SQLite: more than cores gains nothing, each holds a page cache.
const READERS_MAX: u32 = 4;
/// Connections to PostgreSQL that read: it answers in parallel.
const POSTGRES_READERS_MAX: u32 = 8;
/// How long a request may wait for a connection before it is told so.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(20);
/// How long SQLite waits for another process (a backup, a shell) that holds the lock.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a first connection to PostgreSQL may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The reading and the writing side of the database at `url`.
pub(super) async fn connect(url: &str) -> Result<(DatabaseConnection, DatabaseConnection), StoreError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return postgres(url).await.map_err(|cause| StoreError::Unreachable { cause });
    }
    let path = url.strip_prefix("sqlite:").ok_or(StoreError::Address)?;
    let path = Path::new(path.strip_prefix("//").unwrap_or(path));
    if path.as_os_str().is_empty() {
        return Err(StoreError::Address);
    }
    sqlite(path).await.map_err(|cause| of_sqlite(path.to_owned(), cause))
}

/// One connection that writes and a few that read.
///
/// With several writing connections, SQLite's deferred transactions fail at once when they collide (495 of 800 in a
/// trial), whatever the busy timeout. One connection, and transactions that are IMMEDIATE, queue instead.
async fn sqlite(path: &Path) -> Result<(DatabaseConnection, DatabaseConnection), DbErr> {
    // FULL, not NORMAL: under WAL, NORMAL may lose the last commits when the power goes. An approval or a release that
    // somebody was told of must still be there afterwards; at a few writes a minute, the extra fsync costs nothing.
    let write = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT);
    let read = SqliteConnectOptions::new().filename(path).read_only(true).foreign_keys(true).busy_timeout(BUSY_TIMEOUT);
    // The writer first: it creates the file and its journal, which readers only find.
    let writer = Database::connect(sqlite_pool(1, write)).await?;
    // Opening reads nothing: asking for the schema is what tells a database from another file.
    writer.execute_unprepared("SELECT count(*) FROM sqlite_schema").await?;
    let reader = Database::connect(sqlite_pool(READERS_MAX, read)).await?;
    Ok((reader, writer))
}

fn sqlite_pool(connections_max: u32, options: SqliteConnectOptions) -> ConnectOptions {
    // The address is a placeholder: the options take its place, so that a path may hold any character.
    let mut pool = ConnectOptions::new("sqlite::memory:");
    pool.max_connections(connections_max)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        // A file does not hang up: asking a connection whether it still lives costs a fifth of a short query.
        .test_before_acquire(false)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .map_sqlx_sqlite_opts(move |_| sqlx::ConnectOptions::disable_statement_logging(options.clone()));
    pool
}

async fn postgres(url: &str) -> Result<(DatabaseConnection, DatabaseConnection), DbErr> {
    knock(url).await?;
    let writer = Database::connect(postgres_pool(url, 2, false)).await?;
    let reader = Database::connect(postgres_pool(url, POSTGRES_READERS_MAX, true)).await?;
    Ok((reader, writer))
}

/// One connection, closed again: a pool would go on trying a server that is not there for as long as it may wait.
async fn knock(url: &str) -> Result<(), DbErr> {
    let failed = |error| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error)));
    let connecting = tokio::time::timeout(CONNECT_TIMEOUT, PgConnection::connect(url)).await;
    let connection = connecting.map_err(|_| failed(sqlx::Error::PoolTimedOut))?.map_err(failed)?;
    connection.close().await.map_err(failed)
}

fn postgres_pool(url: &str, connections_max: u32, read_only: bool) -> ConnectOptions {
    let mut pool = ConnectOptions::new(url);
    pool.max_connections(connections_max)
        .connect_timeout(CONNECT_TIMEOUT)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .sqlx_logging(false)
        .set_application_name("fairlode");
    if read_only {
        pool.map_sqlx_postgres_opts(|options| options.options([("default_transaction_read_only", "on")]));
    }
    pool
}

/// The migration steps that have run on this database; none where it is new.
pub(super) async fn steps_done(database: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let engine = database.get_database_backend();
    let exists = match engine {
        DbBackend::Postgres => {
            "SELECT count(*) AS count FROM information_schema.tables \
             WHERE table_name = 'seaql_migrations' AND table_schema = current_schema()"
        }
        _ => "SELECT count(*) AS count FROM sqlite_schema WHERE name = 'seaql_migrations'",
    };
    let row = database.query_one_raw(Statement::from_string(engine, exists)).await?;
    let count: i64 = row.map_or(Ok(0), |row| row.try_get("", "count"))?;
    if count == 0 {
        return Ok(Vec::new());
    }
    let rows = database
        .query_all_raw(Statement::from_string(engine, "SELECT version FROM seaql_migrations ORDER BY version"))
        .await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}
