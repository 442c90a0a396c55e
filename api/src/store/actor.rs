//! Actors and their tokens.

use entity::{actor, api_token};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::{Store, StoreError, Writing, batch};

impl Store {
    /// The actor of this code.
    pub async fn actor(&self, code: &str) -> Result<Option<actor::Model>, StoreError> {
        Ok(actor::Entity::find().filter(actor::Column::Code.eq(code)).one(self.reader()).await?)
    }

    /// All actors, by code.
    pub async fn actors(&self) -> Result<Vec<actor::Model>, StoreError> {
        Ok(actor::Entity::find().order_by_asc(actor::Column::Code).all(self.reader()).await?)
    }

    /// The token of this hash, with whose it is.
    pub async fn token(&self, hash: &str) -> Result<Option<(api_token::Model, actor::Model)>, StoreError> {
        let Some(token) = api_token::Entity::find_by_id(hash.to_owned()).one(self.reader()).await? else {
            return Ok(None);
        };
        let actor = actor::Entity::find_by_id(token.actor).one(self.reader()).await?;
        Ok(actor.map(|actor| (token, actor)))
    }
}

impl Writing {
    /// Adds an actor; its row number is given by the database.
    pub async fn add_actor(&self, actor: actor::Model) -> Result<(), StoreError> {
        batch::insert::<actor::Entity>(self, vec![actor]).await
    }

    /// Adds a token, by its hash.
    pub async fn add_token(&self, token: api_token::Model) -> Result<(), StoreError> {
        api_token::Entity::insert(token.into_active_model()).exec_without_returning(self.sql()).await?;
        Ok(())
    }

    /// Ends a token now. Ending it twice keeps the first instant; false where there is none of this hash.
    pub async fn revoke_token(&self, hash: &str, at: &str) -> Result<bool, StoreError> {
        let Some(token) = api_token::Entity::find_by_id(hash.to_owned()).one(self.sql()).await? else {
            return Ok(false);
        };
        if token.revoked_at.is_none() {
            let mut token = token.into_active_model();
            token.revoked_at = Set(Some(at.to_owned()));
            token.update(self.sql()).await?;
        }
        Ok(true)
    }
}
