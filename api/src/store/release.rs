//! Writing a release.

use entity::{disclosure, disclosure_document, document, release};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};

use super::{DisclosureState, Store, StoreError, Writing};

impl Store {
    /// The latest release; none before the first.
    pub async fn latest_release(&self) -> Result<Option<release::Model>, StoreError> {
        Ok(release::Entity::find().order_by_desc(release::Column::Number).one(self.reader()).await?)
    }
}

impl Writing {
    /// Adds a release: what follows refers to it.
    pub async fn add_release(&self, release: release::Model) -> Result<(), StoreError> {
        release::Entity::insert(release.into_active_model()).exec_without_returning(self.sql()).await?;
        Ok(())
    }

    /// Marks disclosures as published with a release, and their documents as public from it on.
    pub async fn publish_disclosures(&self, ids: &[i64], release: i64) -> Result<(), StoreError> {
        disclosure::Entity::update_many()
            .col_expr(disclosure::Column::State, Expr::val(DisclosureState::Published.as_str()))
            .col_expr(disclosure::Column::Release, Expr::val(release))
            .filter(disclosure::Column::Id.is_in(ids.iter().copied()))
            .exec(self.sql())
            .await?;
        let files = disclosure_document::Entity::find()
            .filter(disclosure_document::Column::Disclosure.is_in(ids.iter().copied()))
            .select_only()
            .column(disclosure_document::Column::DocumentSha256)
            .into_query();
        document::Entity::update_many()
            .col_expr(document::Column::FirstRelease, Expr::val(release))
            .filter(document::Column::FirstRelease.is_null())
            .filter(document::Column::Sha256.in_subquery(files))
            .exec(self.sql())
            .await?;
        Ok(())
    }
}
