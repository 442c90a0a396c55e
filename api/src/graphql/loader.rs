//! Loading for many at once: every relation and every list of an object goes through here, so that a query costs the
//! same number of statements however many rows it meets.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use futures_util::task::{FutureObj, Spawn};
use tokio::sync::{OnceCell, oneshot};

use super::drive::{Loads, NoDelay};
use super::error::{ApiError, ApiResult};
use crate::store::StoreError;
use crate::store::read::{Listing, Page, Reader, Relation, Window};

/// Keys that one statement takes. SQLite and PostgreSQL get them as one value, so the number costs nothing.
const BATCH_MAX: usize = 50_000;

/// What one request has loaded. Lives as long as the request.
pub struct Loaders {
    loader: DataLoader<Reader, HashMapCache>,
    loads: Loads,
    latest: OnceCell<Option<i64>>,
}

impl Loaders {
    /// For one request, whose loads run with it.
    pub fn new(reader: Reader, loads: Loads) -> Loaders {
        let loader = DataLoader::with_cache(reader, loads.clone(), NoDelay, HashMapCache::default());
        Loaders { loader: loader.max_batch_size(BATCH_MAX), loads, latest: OnceCell::new() }
    }

    /// A statement that is not for many at once; it runs beside the loads of its level.
    pub async fn read<T, F>(&self, statement: impl FnOnce(Reader) -> F) -> ApiResult<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let reading = statement(self.loader.loader().clone());
        let load = async move {
            // Nobody waits any more where the request was given up.
            let _ = sender.send(reading.await);
        };
        self.loads.spawn_obj(FutureObj::new(Box::new(load))).map_err(ApiError::internal)?;
        Ok(receiver.await.map_err(ApiError::internal)??)
    }

    /// The newest release, asked for once in a request so that all its fields speak of the same one.
    pub async fn latest_release(&self) -> ApiResult<Option<i64>> {
        let latest = self.latest.get_or_try_init(|| self.read(|reader| async move { reader.latest_release().await }));
        Ok(*latest.await?)
    }
}

/// The loaders of the request that is being answered.
pub fn loaders<'a>(ctx: &Context<'a>) -> ApiResult<&'a Loaders> {
    ctx.data_opt::<Loaders>().ok_or_else(|| ApiError::internal("a request was executed outside of Service"))
}

/// The rows that belong to a key, in their order.
pub async fn related<R: Relation>(ctx: &Context<'_>, release: i64, key: &str) -> ApiResult<Vec<Arc<R::Row>>> {
    let key = Key::<R>::new(release, key);
    Ok(loaders(ctx)?.loader.load_one(key).await?.unwrap_or_default())
}

/// The rows that belong to each of many keys, all of them together.
pub async fn gathered<R: Relation>(ctx: &Context<'_>, release: i64, keys: &[String]) -> ApiResult<Vec<Arc<R::Row>>> {
    let wanted: Vec<Key<R>> = keys.iter().map(|key| Key::new(release, key)).collect();
    let mut rows = loaders(ctx)?.loader.load_many(wanted.iter().cloned()).await?;
    Ok(wanted.iter().filter_map(|key| rows.remove(key)).flatten().collect())
}

/// The one row of a key.
pub async fn found<R: Relation>(ctx: &Context<'_>, release: i64, key: &str) -> ApiResult<Option<Arc<R::Row>>> {
    Ok(related::<R>(ctx, release, key).await?.into_iter().next())
}

/// The one row of each key, in the order of the keys. A key without a row is damage: keys come from the database.
pub async fn all<R: Relation>(ctx: &Context<'_>, release: i64, keys: &[String]) -> ApiResult<Vec<Arc<R::Row>>> {
    let wanted = keys.iter().map(|key| Key::<R>::new(release, key));
    let mut rows = loaders(ctx)?.loader.load_many(wanted).await?;
    let mut ordered = Vec::with_capacity(keys.len());
    for key in keys {
        let row = rows.get_mut(&Key::<R>::new(release, key)).and_then(|rows| rows.first().cloned());
        ordered.push(row.ok_or_else(|| missing(key, release))?);
    }
    Ok(ordered)
}

/// A row that must be there, since the database refers to it.
pub async fn needed<R: Relation>(ctx: &Context<'_>, release: i64, key: &str) -> ApiResult<Arc<R::Row>> {
    found::<R>(ctx, release, key).await?.ok_or_else(|| missing(key, release))
}

fn missing(key: &str, release: i64) -> ApiError {
    ApiError::internal(format!("`{key}` is referred to in release {release} and is not there"))
}

/// A page of the list of one parent, loaded together with those of its siblings.
pub async fn page<L: Listing>(ctx: &Context<'_>, list: L, window: Window, parent: &str) -> ApiResult<Page<L::Row>> {
    let key = PageKey { list, window, parent: parent.to_owned() };
    let page = loaders(ctx)?.loader.load_one(key).await?;
    Ok(page.unwrap_or(Page { rows: Vec::new(), has_previous: false, has_next: false }))
}

/// How many rows the list of one parent has, counted together with those of its siblings.
pub async fn count<L: Listing>(ctx: &Context<'_>, list: L, parent: &str) -> ApiResult<i64> {
    let key = CountKey { list, parent: parent.to_owned() };
    Ok(loaders(ctx)?.loader.load_one(key).await?.unwrap_or(0))
}

/// A key of a relation, in a release.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key<R> {
    release: i64,
    key: String,
    relation: std::marker::PhantomData<R>,
}

impl<R: Relation> Key<R> {
    fn new(release: i64, key: &str) -> Key<R> {
        Key { release, key: key.to_owned(), relation: std::marker::PhantomData }
    }
}

impl<R: Relation> Loader<Key<R>> for Reader {
    type Value = Vec<Arc<R::Row>>;
    type Error = ApiError;

    async fn load(&self, keys: &[Key<R>]) -> Result<HashMap<Key<R>, Self::Value>, ApiError> {
        let mut releases: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
        for key in keys {
            releases.entry(key.release).or_default().push(&key.key);
        }
        let mut loaded = HashMap::with_capacity(keys.len());
        for (release, mut wanted) in releases {
            wanted.sort_unstable();
            let rows = self.related::<R>(release, &wanted).await?;
            loaded.extend(rows.into_iter().map(|(key, rows)| (Key::new(release, &key), rows)));
        }
        Ok(loaded)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct PageKey<L> {
    list: L,
    window: Window,
    parent: String,
}

impl<L: Listing> Loader<PageKey<L>> for Reader {
    type Value = Page<L::Row>;
    type Error = ApiError;

    async fn load(&self, keys: &[PageKey<L>]) -> Result<HashMap<PageKey<L>, Page<L::Row>>, ApiError> {
        let mut loaded = HashMap::with_capacity(keys.len());
        for ((list, window), parents) in grouped(keys, |key| ((&key.list, &key.window), key.parent.as_str())) {
            for (parent, page) in self.pages(list, window, &parents).await? {
                loaded.insert(PageKey { list: list.clone(), window: window.clone(), parent }, page);
            }
        }
        Ok(loaded)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct CountKey<L> {
    list: L,
    parent: String,
}

impl<L: Listing> Loader<CountKey<L>> for Reader {
    type Value = i64;
    type Error = ApiError;

    async fn load(&self, keys: &[CountKey<L>]) -> Result<HashMap<CountKey<L>, i64>, ApiError> {
        let mut loaded = HashMap::with_capacity(keys.len());
        for (list, parents) in grouped(keys, |key| (&key.list, key.parent.as_str())) {
            for (parent, count) in self.counts(list, &parents).await? {
                loaded.insert(CountKey { list: list.clone(), parent }, count);
            }
        }
        Ok(loaded)
    }
}

/// Parents by what is asked about them; siblings ask the same.
fn grouped<'a, K, G: Eq + Hash>(keys: &'a [K], split: impl Fn(&'a K) -> (G, &'a str)) -> HashMap<G, Vec<&'a str>> {
    let mut groups: HashMap<G, Vec<&str>> = HashMap::new();
    for key in keys {
        let (group, parent) = split(key);
        groups.entry(group).or_default().push(parent);
    }
    for parents in groups.values_mut() {
        parents.sort_unstable();
    }
    groups
}
