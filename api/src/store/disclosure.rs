//! Documents and disclosures.

use entity::{claim, disclosure, disclosure_document, document, document_bytes};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};

use super::{Store, StoreError, Writing, batch};

/// How far a disclosure has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisclosureState {
    /// Waits for a reviewer.
    Submitted,
    /// A reviewer asked for something; it goes no further.
    Returned,
    /// Goes into the next release.
    Approved,
    /// Is part of a release.
    Published,
}

impl DisclosureState {
    /// The code word.
    pub fn as_str(self) -> &'static str {
        match self {
            DisclosureState::Submitted => "submitted",
            DisclosureState::Returned => "returned",
            DisclosureState::Approved => "approved",
            DisclosureState::Published => "published",
        }
    }
}

/// A document to be kept: its row, and its bytes.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// Name within the disclosure.
    pub file: String,
    /// The row.
    pub row: document::Model,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Store {
    /// The disclosure of this code.
    pub async fn disclosure(&self, code: &str) -> Result<Option<disclosure::Model>, StoreError> {
        Ok(disclosure::Entity::find().filter(disclosure::Column::Code.eq(code)).one(self.reader()).await?)
    }

    /// The disclosure that is known by these bytes.
    pub async fn disclosure_of_document(&self, sha256: &str) -> Result<Option<disclosure::Model>, StoreError> {
        let of_document = disclosure::Column::DocumentSha256.eq(sha256);
        Ok(disclosure::Entity::find().filter(of_document).one(self.reader()).await?)
    }

    /// The disclosures in one state, oldest first.
    pub async fn disclosures(&self, state: DisclosureState) -> Result<Vec<disclosure::Model>, StoreError> {
        let in_state = disclosure::Column::State.eq(state.as_str());
        let found = disclosure::Entity::find().filter(in_state).order_by_asc(disclosure::Column::Id);
        Ok(found.all(self.reader()).await?)
    }

    /// Ids that new claims may not take: those of claims that are published, sent in or approved.
    pub async fn claim_ids_taken(&self) -> Result<Vec<String>, StoreError> {
        let returned = disclosure::Entity::find()
            .filter(disclosure::Column::State.eq(DisclosureState::Returned.as_str()))
            .select_only()
            .column(disclosure::Column::Id)
            .into_query();
        let taken = claim::Entity::find().filter(claim::Column::Disclosure.not_in_subquery(returned));
        let ids = taken.select_only().column(claim::Column::PackId).distinct();
        Ok(ids.into_tuple().all(self.reader()).await?)
    }

    /// The bytes of a document of a release, with its row; none where it is unknown or not published.
    pub async fn published_document(&self, sha256: &str) -> Result<Option<(document::Model, Vec<u8>)>, StoreError> {
        let row = document::Entity::find_by_id(sha256.to_owned())
            .filter(document::Column::FirstRelease.is_not_null())
            .one(self.reader())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let bytes = document_bytes::Entity::find_by_id(sha256.to_owned()).one(self.reader()).await?;
        Ok(bytes.map(|bytes| (row, bytes.bytes)))
    }
}

impl Writing {
    /// Keeps documents; one that is there already is not kept twice.
    pub async fn add_documents(&self, documents: &[NewDocument]) -> Result<(), StoreError> {
        for new in documents {
            let known = document::Entity::find_by_id(new.row.sha256.clone()).count(self.sql()).await?;
            if known > 0 {
                continue;
            }
            let bytes = document_bytes::Model { sha256: new.row.sha256.clone(), bytes: new.bytes.clone() };
            document::Entity::insert(new.row.clone().into_active_model()).exec_without_returning(self.sql()).await?;
            document_bytes::Entity::insert(bytes.into_active_model()).exec_without_returning(self.sql()).await?;
        }
        Ok(())
    }

    /// Adds a disclosure with its files, the one it is known by first. Gives its row number.
    pub async fn add_disclosure(&self, row: disclosure::Model, files: &[NewDocument]) -> Result<i64, StoreError> {
        let mut row = row.into_active_model();
        row.not_set(disclosure::Column::Id);
        let id = disclosure::Entity::insert(row).exec(self.sql()).await?.last_insert_id;
        let files = files.iter().zip(0..).map(|(file, position)| disclosure_document::Model {
            disclosure: id,
            position,
            file: file.file.clone(),
            document_sha256: file.row.sha256.clone(),
        });
        batch::insert::<disclosure_document::Entity>(self, files.collect()).await?;
        Ok(id)
    }

    /// Writes down what a reviewer decided.
    pub async fn set_reviewed(&self, reviewed: disclosure::Model) -> Result<(), StoreError> {
        let update = disclosure::ActiveModel {
            id: Set(reviewed.id),
            state: Set(reviewed.state),
            reviewed_by: Set(reviewed.reviewed_by),
            reviewed_at: Set(reviewed.reviewed_at),
            return_reason: Set(reviewed.return_reason),
            harm_check: Set(reviewed.harm_check),
            ..Default::default()
        };
        update.update(self.sql()).await?;
        Ok(())
    }
}
