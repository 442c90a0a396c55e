//! Many rows in few statements.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn, PrimaryKeyTrait,
    QueryFilter, UpdateResult, Value,
    sea_query::{Expr, SimpleExpr},
};

use super::{StoreError, Writing};

/// The most values of one statement. SQLite takes 32,766, PostgreSQL 65,535; past a few thousand, more gains nothing.
const VALUES_MAX: usize = 30_000;

/// Inserts rows, as many to a statement as both engines take. Row numbers are given by the database.
///
/// Takes them gathered: an iterator that borrows, held across an await, would tie a whole act to one thread.
pub(super) async fn insert<E>(writing: &Writing, rows: Vec<E::Model>) -> Result<(), StoreError>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Send,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let rows_max = VALUES_MAX / E::Column::iter().count().max(1);
    let mut rows = rows.into_iter().map(numbered_by_database::<E>).peekable();
    while rows.peek().is_some() {
        E::insert_many(rows.by_ref().take(rows_max)).exec_without_returning(writing.sql()).await?;
    }
    Ok(())
}

fn numbered_by_database<E>(row: E::Model) -> E::ActiveModel
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E>,
{
    let mut row = row.into_active_model();
    if E::PrimaryKey::auto_increment() {
        for key in E::PrimaryKey::iter() {
            row.not_set(key.into_column());
        }
    }
    row
}

/// Sets one column of the rows with these numbers.
pub(super) async fn set<E>(
    writing: &Writing,
    ids: &BTreeSet<i64>,
    id: E::Column,
    column: E::Column,
    value: impl Into<Value>,
) -> Result<u64, StoreError>
where
    E: EntityTrait,
{
    let value: SimpleExpr = Expr::val(value.into());
    let mut changed = 0;
    let ids: Vec<i64> = ids.iter().copied().collect();
    for ids in ids.chunks(VALUES_MAX) {
        let UpdateResult { rows_affected, .. } = E::update_many()
            .col_expr(column, value.clone())
            .filter(id.is_in(ids.iter().copied()))
            .exec(writing.sql())
            .await?;
        changed += rows_affected;
    }
    Ok(changed)
}
