//! How the database came to be: numbered steps that never change once released. See `README.md` beside this crate.

mod dialect;
mod m0001_spine;

use sea_orm_migration::sea_orm::{DatabaseConnection, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// Every step, in order.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m0001_spine::Migration)]
    }
}

/// The names of all steps that this program knows: a database that has run others was made by a newer one.
pub fn known_steps() -> Vec<String> {
    Migrator::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// Runs the steps that have not run yet, in order.
pub async fn apply(database: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::up(database, None).await
}
