//! Why the database could not be opened or asked: one plain sentence each, in both languages.

use std::path::PathBuf;

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What is wrong with the database. `Display` is the English sentence.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address has no scheme that we know. It is not repeated: it may hold a password.
    #[error("The database address must begin with sqlite: or postgres://.")]
    Address,
    /// The folder or file cannot be written.
    #[error("The database {} cannot be created or written; check that the folder exists and may be written to.", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        #[source]
        cause: DbErr,
    },
    /// The file is something else.
    #[error("The file {} is not a Fairlode database.", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        #[source]
        cause: DbErr,
    },
    /// A newer program has changed it.
    #[error("The database was made by a newer version of Fairlode (step {step}); use that version, or a backup.")]
    Newer {
        /// The step that this program does not know.
        step: String,
    },
    /// The tables are not there, or older.
    #[error("The database is not up to date; run `fairlode migrate` first.")]
    NotMigrated,
    /// No answer from PostgreSQL.
    #[error("PostgreSQL cannot be reached; check the address, the name and the password, and that it is running.")]
    Unreachable {
        /// What the connection said.
        #[source]
        cause: DbErr,
    },
    /// A row does not hold what the program once wrote there.
    #[error("The database holds something that this program did not write.")]
    Damaged {
        /// Which column, and what is wrong with it: for the log.
        what: String,
    },
    /// Nobody could be asked: every connection was taken for too long, or the server went away.
    #[error("The database cannot answer now; try again in a moment.")]
    Busy {
        /// What the connection said.
        #[source]
        cause: DbErr,
    },
    /// A statement failed.
    #[error("The database could not answer.")]
    Statement {
        /// What the engine said.
        #[source]
        cause: DbErr,
    },
}

impl From<DbErr> for StoreError {
    fn from(cause: DbErr) -> StoreError {
        match cause {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => StoreError::Busy { cause },
            cause => StoreError::Statement { cause },
        }
    }
}

impl StoreError {
    /// The English sentence.
    pub fn sentence_en(&self) -> String {
        self.to_string()
    }

    /// The French sentence.
    pub fn sentence_fr(&self) -> String {
        match self {
            StoreError::Address => "L’adresse de la base doit commencer par sqlite: ou postgres://.".to_owned(),
            StoreError::Unwritable { path, .. } => format!(
                "La base {} ne peut être ni créée ni écrite ; vérifiez que le dossier existe et qu’on peut y écrire.",
                path.display()
            ),
            StoreError::NotADatabase { path, .. } => {
                format!("Le fichier {} n’est pas une base de Fairlode.", path.display())
            }
            StoreError::Newer { step } => format!(
                "La base provient d’une version plus récente de Fairlode (étape {step}) ; prenez cette version, ou une sauvegarde."
            ),
            StoreError::NotMigrated => "La base n’est pas à jour ; lancez d’abord `fairlode migrate`.".to_owned(),
            StoreError::Unreachable { .. } => {
                "PostgreSQL est injoignable ; vérifiez l’adresse, le nom et le mot de passe, et qu’il fonctionne."
                    .to_owned()
            }
            StoreError::Damaged { .. } => "La base contient quelque chose que ce programme n’y a pas écrit.".to_owned(),
            StoreError::Busy { .. } => {
                "La base ne peut pas répondre maintenant ; réessayez dans un instant.".to_owned()
            }
            StoreError::Statement { .. } => "La base n’a pas pu répondre.".to_owned(),
        }
    }

    /// Something in a row that cannot be there.
    pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
        StoreError::Damaged { what: what.into() }
    }
}

/// What opening an SQLite file may fail with, told apart by the engine's own code.
pub(super) fn of_sqlite(path: PathBuf, cause: DbErr) -> StoreError {
    /// `SQLITE_NOTADB`: the file's first bytes are something else's.
    const NOT_A_DATABASE: &str = "26";
    match engine_code(&cause).as_deref() {
        Some(NOT_A_DATABASE) => StoreError::NotADatabase { path, cause },
        _ => StoreError::Unwritable { path, cause },
    }
}

fn engine_code(error: &DbErr) -> Option<String> {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    match error.as_ref() {
        SqlxError::Database(error) => error.code().map(|code| code.into_owned()),
        _ => None,
    }
}
