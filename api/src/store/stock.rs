//! What is published now, and what it becomes when approved disclosures join it.
//!
//! A row of a new disclosure is one of three things: new; the same as one that is published, which then stays as it is;
//! or another version of it, which ends with the release before.

use std::collections::{BTreeMap, BTreeSet};

use entity::{claim, country, example, mine, party, rate, remark, rule, source, stream};
use intake::{PackRows, RemarkRow};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

use super::table::{Table, remarked_claim};
use super::{Store, StoreError, Writing, batch};

/// Which rows of one table change when a release is published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// They begin with the release.
    begin: BTreeSet<i64>,
    /// They end with the release before.
    end: BTreeSet<i64>,
    /// The keys of both.
    keys: BTreeSet<String>,
}

/// Everything that would be current if these disclosures were published.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// As a pack holds it.
    pub rows: PackRows,
    changes: BTreeMap<&'static str, Change>,
}

/// What is new, where nothing but claims was added and nothing but remarks changed. By the pack's own ids.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The new claims.
    pub claims: BTreeSet<String>,
    /// The claims of which something else is recorded than before.
    pub remarked: BTreeSet<String>,
}

impl Stock {
    /// What is new; none where registries, rules or rates change, or a claim takes the place of another.
    pub fn news(&self) -> Option<News> {
        let mut news = News::default();
        for (table, change) in &self.changes {
            match *table {
                CLAIMS if change.end.is_empty() => news.claims.clone_from(&change.keys),
                REMARKS => news.remarked = change.keys.iter().filter_map(|key| remarked_claim(key)).collect(),
                _ if change.keys.is_empty() => {}
                _ => return None,
            }
        }
        Some(news)
    }

    /// How many rows begin, and how many end.
    pub fn change_counts(&self) -> (usize, usize) {
        let count = |of: fn(&Change) -> usize| self.changes.values().map(of).sum();
        (count(|change| change.begin.len()), count(|change| change.end.len()))
    }
}

/// Under which name the changes of the claims stand.
const CLAIMS: &str = "claim";
/// Under which name the changes of the remarks stand.
const REMARKS: &str = "remark";

/// Does the same for each table of a pack but the remarks, in the order in which packs name them.
macro_rules! for_each_table {
    ($do:ident!($($with:expr),*)) => {
        $do!(country, $($with),*);
        $do!(party, $($with),*);
        $do!(mine, $($with),*);
        $do!(stream, $($with),*);
        $do!(source, $($with),*);
        $do!(rule, $($with),*);
        $do!(example, $($with),*);
        $do!(rate, $($with),*);
        $do!(claim, $($with),*);
    };
}

impl Store {
    /// What is published now, joined by the rows of these disclosures (by row number, in this order).
    pub async fn stock(&self, disclosures: &[i64]) -> Result<Stock, StoreError> {
        let mut stock = Stock::default();
        macro_rules! load {
            ($table:ident, $stock:expr) => {
                let (rows, change) = self.merged::<$table::Entity>(disclosures).await?;
                *$table::Entity::list(&mut $stock.rows) = rows;
                $stock.changes.insert(stringify!($table), change);
            };
        }
        for_each_table!(load!(stock));
        let (rows, change) = self.merged_remarks(disclosures).await?;
        stock.rows.remarks = rows;
        stock.changes.insert(REMARKS, change);
        Ok(stock)
    }

    /// The registries that are published now: what claims alone may refer to.
    pub async fn registries(&self) -> Result<PackRows, StoreError> {
        Ok(PackRows {
            countries: self.merged::<country::Entity>(&[]).await?.0,
            parties: self.merged::<party::Entity>(&[]).await?.0,
            mines: self.merged::<mine::Entity>(&[]).await?.0,
            streams: self.merged::<stream::Entity>(&[]).await?.0,
            sources: self.merged::<source::Entity>(&[]).await?.0,
            ..PackRows::default()
        })
    }

    async fn merged<T: Table>(&self, disclosures: &[i64]) -> Result<(Vec<T::Row>, Change), StoreError> {
        let (current, joining) = self.current_and_joining::<T>(disclosures).await?;
        Ok(merge::<T>(current, joining))
    }

    /// Remarks as the acts of reviewers leave them: what one ended is gone, also where a disclosure says the same once
    /// more, and what one added joins.
    async fn merged_remarks(&self, disclosures: &[i64]) -> Result<(Vec<RemarkRow>, Change), StoreError> {
        let (current, mut joining) = self.current_and_joining::<remark::Entity>(disclosures).await?;
        let ended = self.remarks_ended().await?;
        let ended_ids: BTreeSet<i64> = ended.iter().map(|row| row.id).collect();
        let ended: Vec<RemarkRow> = ended.into_iter().map(remark::Entity::content).collect();
        let (gone, current): (Vec<_>, Vec<_>) = current.into_iter().partition(|row| ended_ids.contains(&row.id));
        joining.retain(|row| !ended.contains(&remark::Entity::content(row.clone())));
        joining.extend(self.remarks_added().await?);
        let (rows, mut change) = merge::<remark::Entity>(current, joining);
        change.end.extend(gone.iter().map(|row| row.id));
        change.keys.extend(gone.iter().map(remark::Entity::key));
        Ok((rows, change))
    }

    /// The rows that are published now, and those of these disclosures.
    async fn current_and_joining<T: Table>(
        &self,
        disclosures: &[i64],
    ) -> Result<(Vec<T::Model>, Vec<T::Model>), StoreError> {
        let current = T::find()
            .filter(T::FIRST_RELEASE.is_not_null())
            .filter(T::LAST_RELEASE.is_null())
            .order_by_asc(T::ID)
            .all(self.reader())
            .await?;
        let mut joining = Vec::new();
        for disclosure in disclosures {
            let of_disclosure = T::find().filter(T::DISCLOSURE.eq(*disclosure)).filter(T::FIRST_RELEASE.is_null());
            joining.extend(of_disclosure.order_by_asc(T::ID).all(self.reader()).await?);
        }
        Ok((current, joining))
    }
}

/// Joins rows to what is current. Later rows of one key take the place of earlier ones.
fn merge<T: Table>(current: Vec<T::Model>, joining: Vec<T::Model>) -> (Vec<T::Row>, Change) {
    let mut change = Change::default();
    let mut rows: BTreeMap<String, T::Model> = current.into_iter().map(|row| (T::key(&row), row)).collect();
    for row in joining {
        let key = T::key(&row);
        let Some(before) = rows.get(&key) else {
            change.begin.insert(T::id(&row));
            change.keys.insert(key.clone());
            rows.insert(key, row);
            continue;
        };
        if T::content(before.clone()) == T::content(row.clone()) {
            continue;
        }
        // What was about to begin itself never does; what is published ends.
        let before = T::id(before);
        if !change.begin.remove(&before) {
            change.end.insert(before);
        }
        change.begin.insert(T::id(&row));
        change.keys.insert(key.clone());
        rows.insert(key, row);
    }
    (rows.into_values().map(T::row).collect(), change)
}

impl Writing {
    /// Lets the rows of a stock begin and end with a release.
    pub async fn publish_stock(&self, stock: &Stock, release: i64) -> Result<(), StoreError> {
        macro_rules! write {
            ($table:ident, $stock:expr) => {
                if let Some(change) = $stock.changes.get(stringify!($table)) {
                    self.apply::<$table::Entity>(change, release).await?;
                }
            };
        }
        for_each_table!(write!(stock));
        write!(remark, stock);
        Ok(())
    }

    async fn apply<T: Table>(&self, change: &Change, release: i64) -> Result<(), StoreError> {
        batch::set::<T>(self, &change.end, T::ID, T::LAST_RELEASE, release - 1).await?;
        batch::set::<T>(self, &change.begin, T::ID, T::FIRST_RELEASE, release).await?;
        Ok(())
    }
}
