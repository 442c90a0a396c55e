//! Pages of lists by key: a page begins after the last row of the one before, wherever that row stands by then, and
//! the thousandth page costs as much as the first.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use sea_orm::FromQueryResult;

use super::relation::Of;
use super::relations::Count;
use super::sql::Sql;
use super::{Reader, StoreError};

/// One list: a table, a filter, an order.
pub trait Listing: Clone + Eq + Hash + Send + Sync + 'static {
    /// What is listed.
    type Row: FromQueryResult + Send + Sync + 'static;
    /// The table, named `t`.
    const TABLE: &'static str;
    /// How a row belongs to the key `k.value`, where the list is one of many parents.
    fn belongs(&self) -> &'static str {
        "FALSE"
    }
    /// A word for the order, and the columns it follows; the last of them tells all rows apart.
    fn order(&self) -> Order;
    /// The values of those columns in a row.
    fn place(&self, row: &Self::Row) -> Vec<String>;
    /// `AND` the conditions.
    fn narrow(&self, narrowing: &mut Narrowing<'_>);
}

/// An order, in one direction by all its columns.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// Stands in cursors, so that a cursor of another order is recognised.
    pub name: &'static str,
    /// Expressions.
    pub columns: &'static [&'static str],
    /// From the greatest.
    pub descending: bool,
    /// The columns are whole numbers, not texts.
    pub whole: bool,
}

/// Where a [`Listing`] writes its conditions.
pub struct Narrowing<'a>(pub(super) &'a mut Sql);

/// Which part of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// At most so many rows.
    pub limit: u64,
    /// The last ones, not the first.
    pub backward: bool,
    /// Only what comes after this place.
    pub after: Option<Vec<String>>,
    /// Only what comes before this place.
    pub before: Option<Vec<String>>,
}

/// A part of a list.
#[derive(Debug)]
pub struct Page<R> {
    /// In the order of the list.
    pub rows: Vec<Arc<R>>,
    /// There is something before.
    pub has_previous: bool,
    /// There is something after.
    pub has_next: bool,
}

impl<R> Clone for Page<R> {
    fn clone(&self) -> Page<R> {
        Page { rows: self.rows.clone(), has_previous: self.has_previous, has_next: self.has_next }
    }
}

impl<R> Page<R> {
    /// Cuts off the row that was fetched only to know whether there is one.
    fn cut(mut rows: Vec<Arc<R>>, window: &Window) -> Page<R> {
        let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        if window.backward {
            rows.reverse();
            return Page { rows, has_previous: more, has_next: window.before.is_some() };
        }
        Page { rows, has_previous: window.after.is_some(), has_next: more }
    }
}

impl Reader {
    /// A page of one list.
    pub async fn page<L: Listing>(&self, list: &L, window: &Window) -> Result<Page<L::Row>, StoreError> {
        let mut sql = self.sql();
        sql.push("SELECT t.* FROM ").push(L::TABLE).push(" WHERE TRUE");
        list.narrow(&mut Narrowing(&mut sql));
        within(&mut sql, list.order(), window);
        sql.push(" ORDER BY ").push(&ordering(list.order(), window.backward)).push(" LIMIT ");
        sql.bind(fetched(window));
        let rows: Vec<L::Row> = self.all(sql).await?;
        Ok(Page::cut(rows.into_iter().map(Arc::new).collect(), window))
    }

    /// The same page of the lists of many parents, in one statement.
    pub async fn pages<L: Listing>(
        &self,
        list: &L,
        window: &Window,
        parents: &[&str],
    ) -> Result<HashMap<String, Page<L::Row>>, StoreError> {
        let order = ordering(list.order(), window.backward);
        let mut sql = self.sql();
        sql.push("SELECT * FROM (SELECT k.value AS list_parent, ROW_NUMBER() OVER (PARTITION BY k.value ORDER BY ");
        sql.push(&order).push(") AS list_place, t.* FROM ").keys_join(parents);
        sql.push(L::TABLE).push(" ON (").push(list.belongs()).push(") WHERE TRUE");
        list.narrow(&mut Narrowing(&mut sql));
        within(&mut sql, list.order(), window);
        sql.push(") AS page WHERE list_place <= ").bind(fetched(window)).push(" ORDER BY list_parent, list_place");
        let related = super::relation::by_parent(self.all::<Of<L::Row>>(sql).await?);
        Ok(related.into_iter().map(|(parent, rows)| (parent, Page::cut(rows, window))).collect())
    }

    /// How many rows one list has.
    pub async fn count<L: Listing>(&self, list: &L) -> Result<i64, StoreError> {
        let mut sql = self.sql();
        sql.push("SELECT COUNT(*) AS count FROM ").push(L::TABLE).push(" WHERE TRUE");
        list.narrow(&mut Narrowing(&mut sql));
        Ok(self.one::<Count>(sql).await?.map_or(0, |row| row.count))
    }

    /// How many rows the lists of many parents have, in one statement.
    pub async fn counts<L: Listing>(&self, list: &L, parents: &[&str]) -> Result<HashMap<String, i64>, StoreError> {
        let mut sql = self.sql();
        sql.push("SELECT k.value AS list_parent, COUNT(*) AS count FROM ").keys_join(parents);
        sql.push(L::TABLE).push(" ON (").push(list.belongs()).push(") WHERE TRUE");
        list.narrow(&mut Narrowing(&mut sql));
        sql.push(" GROUP BY k.value");
        let rows: Vec<Of<Count>> = self.all(sql).await?;
        Ok(rows.into_iter().map(|of| (of.parent, of.row.count)).collect())
    }
}

/// One row more than asked for says whether there is another page.
fn fetched(window: &Window) -> i64 {
    i64::try_from(window.limit.saturating_add(1)).unwrap_or(i64::MAX)
}

fn ordering(order: Order, backward: bool) -> String {
    let direction = if order.descending == backward { " ASC" } else { " DESC" };
    order.columns.iter().map(|column| format!("{column}{direction}")).collect::<Vec<_>>().join(", ")
}

/// `AND` the bounds. Rows are compared as a whole, which both engines do along an index.
fn within(sql: &mut Sql, order: Order, window: &Window) {
    let (after, before) = if order.descending { (" < (", " > (") } else { (" > (", " < (") };
    for (place, comparison) in [(&window.after, after), (&window.before, before)] {
        let Some(place) = place else { continue };
        sql.push(" AND (").push(&order.columns.join(", ")).push(")").push(comparison);
        for (index, value) in place.iter().enumerate() {
            if index > 0 {
                sql.push(", ");
            }
            match (order.whole, value.parse::<i64>()) {
                (true, Ok(number)) => sql.bind(number),
                _ => sql.bind(value.as_str()),
            };
        }
        sql.push(")");
    }
}
