//! Relay connections: pages by cursor, and a total that is counted only where it is asked for.

use std::convert::Infallible;
use std::sync::Arc;

use async_graphql::connection::{Connection, CursorType, Edge, EmptyFields};
use async_graphql::{Context, Object, OutputType};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::code::Code;
use super::error::{ApiError, ApiResult};
use super::loader;
use crate::store::read::{Listing, Order, Page, Window};

/// Rows of a page where nothing is said.
pub const PAGE_DEFAULT: i32 = 20;
/// The most rows of a page.
pub const PAGE_MAX: i32 = 200;

/// A connection of the API.
pub type Pages<Node> = Connection<Cursor, Node, TotalCount, EmptyFields>;

/// The paging arguments of a field.
#[derive(Clone, Debug, Default)]
pub struct Paging {
    /// So many from the front.
    pub first: Option<i32>,
    /// From after this cursor.
    pub after: Option<String>,
    /// So many from the end.
    pub last: Option<i32>,
    /// Up to before this cursor.
    pub before: Option<String>,
}

impl Paging {
    /// What they ask of a list in this order.
    fn window(self, order: Order) -> ApiResult<Window> {
        if self.first.is_some() && self.last.is_some() {
            return Err(ApiError::plain(Code::PageInvalid));
        }
        let size = self.first.or(self.last).unwrap_or(PAGE_DEFAULT);
        let limit = u64::try_from(size).ok().filter(|_| size <= PAGE_MAX).ok_or_else(|| size_refused(size))?;
        let place = |cursor: Option<String>| cursor.map(|text| Cursor::read(&text, order)).transpose();
        Ok(Window { limit, backward: self.last.is_some(), after: place(self.after)?, before: place(self.before)? })
    }
}

fn size_refused(size: i32) -> ApiError {
    ApiError::new(
        Code::PageInvalid,
        format!("A page has 0 to {PAGE_MAX} rows, not {size}; follow pageInfo.endCursor for more."),
        format!("Une page a de 0 à {PAGE_MAX} lignes, pas {size} ; suivez pageInfo.endCursor pour la suite."),
    )
}

/// What a page costs: its rows, times what is asked of each, and one for the list itself.
pub fn page_cost(first: Option<i32>, last: Option<i32>, row: usize) -> usize {
    let size = first.or(last).unwrap_or(PAGE_DEFAULT).clamp(1, PAGE_MAX);
    usize::try_from(size).unwrap_or(1).saturating_mul(row).saturating_add(1)
}

/// The place of a row in a list: the values it is sorted by. Opaque to clients, who must not build one.
pub struct Cursor(String);

impl Cursor {
    fn write(order: Order, place: Vec<String>) -> Cursor {
        let words: serde_json::Value = std::iter::once(order.name.to_owned()).chain(place).collect();
        Cursor(URL_SAFE_NO_PAD.encode(words.to_string()))
    }

    fn read(text: &str, order: Order) -> ApiResult<Vec<String>> {
        let foreign = || ApiError::plain(Code::CursorInvalid);
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| foreign())?;
        let mut words: Vec<String> = serde_json::from_slice(&bytes).map_err(|_| foreign())?;
        let fits = words.len() == order.columns.len() + 1
            && words[0] == order.name
            && (!order.whole || words[1..].iter().all(|word| word.parse::<i64>().is_ok()))
            && !words.iter().any(|word| word.contains('\0'));
        if !fits {
            return Err(foreign());
        }
        words.remove(0);
        Ok(words)
    }
}

impl CursorType for Cursor {
    type Error = Infallible;

    fn decode_cursor(text: &str) -> Result<Cursor, Infallible> {
        Ok(Cursor(text.to_owned()))
    }

    fn encode_cursor(&self) -> String {
        self.0.clone()
    }
}

/// Counts a list when its total is asked for.
pub struct TotalCount(Box<dyn Counting>);

/// Fields of every connection besides its rows.
#[Object]
impl TotalCount {
    /// How many rows the list has in all, on every page together.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        whole(self.0.count(ctx).await?)
    }
}

#[async_graphql::async_trait::async_trait]
trait Counting: Send + Sync {
    async fn count(&self, ctx: &Context<'_>) -> ApiResult<i64>;
}

struct OfRoot<L>(L);
struct OfParent<L>(L, String);

#[async_graphql::async_trait::async_trait]
impl<L: Listing> Counting for OfRoot<L> {
    async fn count(&self, ctx: &Context<'_>) -> ApiResult<i64> {
        let list = self.0.clone();
        loader::loaders(ctx)?.read(|reader| async move { reader.count(&list).await }).await
    }
}

#[async_graphql::async_trait::async_trait]
impl<L: Listing> Counting for OfParent<L> {
    async fn count(&self, ctx: &Context<'_>) -> ApiResult<i64> {
        loader::count(ctx, self.0.clone(), &self.1).await
    }
}

/// A page of a list of its own.
pub async fn root<L: Listing, Node: OutputType>(
    ctx: &Context<'_>,
    list: L,
    paging: Paging,
    node: impl Fn(Arc<L::Row>) -> Node,
) -> ApiResult<Pages<Node>> {
    let window = paging.window(list.order())?;
    let asked = list.clone();
    let page = loader::loaders(ctx)?.read(|reader| async move { reader.page(&asked, &window).await }).await?;
    let total = TotalCount(Box::new(OfRoot(list.clone())));
    Ok(connection(&list, page, total, node))
}

/// A page of the list that belongs to `parent`.
pub async fn of<L: Listing, Node: OutputType>(
    ctx: &Context<'_>,
    list: L,
    parent: &str,
    paging: Paging,
    node: impl Fn(Arc<L::Row>) -> Node,
) -> ApiResult<Pages<Node>> {
    let window = paging.window(list.order())?;
    let page = loader::page(ctx, list.clone(), window, parent).await?;
    let total = TotalCount(Box::new(OfParent(list.clone(), parent.to_owned())));
    Ok(connection(&list, page, total, node))
}

fn connection<L: Listing, Node: OutputType>(
    list: &L,
    page: Page<L::Row>,
    total: TotalCount,
    node: impl Fn(Arc<L::Row>) -> Node,
) -> Pages<Node> {
    let mut pages = Connection::with_additional_fields(page.has_previous, page.has_next, total);
    pages.edges.extend(page.rows.into_iter().map(|row| {
        let cursor = Cursor::write(list.order(), list.place(&row));
        Edge::new(cursor, node(row))
    }));
    pages
}

/// A count of the database as the API's whole number.
pub fn whole(count: i64) -> ApiResult<i32> {
    i32::try_from(count).map_err(|_| ApiError::internal(format!("{count} is too large a count")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: Order = Order { name: "-amount", columns: &["amount_key", "code"], descending: true, whole: false };

    #[test]
    fn a_cursor_is_read_only_by_the_list_that_gave_it() {
        let place = vec!["2305".to_owned(), "C-1".to_owned()];
        let cursor = Cursor::write(ORDER, place.clone()).encode_cursor();
        assert_eq!(Cursor::read(&cursor, ORDER).ok(), Some(place));
        let by_code = Order { name: "code", columns: &["code"], descending: false, whole: false };
        for (text, order) in [(cursor.as_str(), by_code), ("", ORDER), ("~", ORDER), ("W10", ORDER)] {
            assert_eq!(Cursor::read(text, order).map_err(|error| error.code), Err(Code::CursorInvalid), "{text}");
        }
    }

    #[test]
    fn a_page_is_asked_from_one_end_and_not_too_large() {
        let asked = |first, last| Paging { first, last, ..Paging::default() }.window(ORDER);
        assert_eq!(asked(None, None).map(|window| window.limit).ok(), Some(20));
        assert_eq!(asked(Some(200), None).map(|window| window.limit).ok(), Some(200));
        for (first, last) in [(Some(201), None), (Some(-1), None), (None, Some(201)), (Some(1), Some(1))] {
            assert_eq!(asked(first, last).map_err(|error| error.code).err(), Some(Code::PageInvalid));
        }
    }
}
