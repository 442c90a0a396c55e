//! Where something stands in a file.

use async_graphql::SimpleObject;
use entity::claim::Model;

use crate::graphql::error::ApiResult;
use crate::graphql::paging::whole;

/// Where a claim stands in its document.
#[derive(SimpleObject)]
pub struct Place {
    /// Name of the file within the pack.
    file: String,
    /// Line, from 1.
    line: Option<i32>,
    /// Name of the column.
    column: Option<String>,
    /// Cell, such as `B7`.
    cell: Option<String>,
    /// The literal text of the cell.
    raw: String,
}

impl Place {
    /// Of this claim.
    pub fn of(row: &Model) -> ApiResult<Place> {
        Ok(Place {
            file: row.file.clone(),
            line: Some(whole(row.line)?),
            column: row.column.clone(),
            cell: row.cell.clone(),
            raw: row.raw.clone(),
        })
    }
}
