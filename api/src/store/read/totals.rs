//! The figures that totals are made of. Only fetched here: a database's own SUM would be a float on one engine.

use entity::figure;

use super::{Reader, StoreError};

/// Which figures.
#[derive(Clone, Debug, Default)]
pub struct FigureFilter {
    /// Code of a country.
    pub country: Option<String>,
    /// Code of a mine.
    pub mine: Option<String>,
    /// Code of a stream.
    pub stream: Option<String>,
    /// A calendar year.
    pub year: Option<i64>,
    /// ISO 4217 code.
    pub currency: Option<String>,
}

impl Reader {
    /// The prepared figures of a release, in a fixed order.
    pub async fn figures(&self, release: i64, filter: FigureFilter) -> Result<Vec<figure::Model>, StoreError> {
        let mut sql = self.sql();
        sql.push("SELECT t.* FROM figure t WHERE TRUE")
            .and_visible(release)
            .and("t.country = {}", filter.country)
            .and("t.mine = {}", filter.mine)
            .and("t.stream = {}", filter.stream)
            .and("t.year = {}", filter.year)
            .and("t.currency = {}", filter.currency)
            .push(" ORDER BY t.country, t.\"case\", t.mine, t.stream, t.year, t.currency, t.in_column, t.id");
        self.all(sql).await
    }
}
