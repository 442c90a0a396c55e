//! What reviewers did about gaps. An act adds a remark, ends one, or both; it changes nothing that is published.

use entity::{claim, comparison_claim, disclosure, gap_act, remark, verdict};
use intake::RemarkRow;
use reconcile::RemarkKind;
use sea_orm::sea_query::{Condition, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use super::rows::{ReadRemark, remark_row};
use super::{Store, StoreError, Writing, batch};

/// An act of a reviewer, as it is kept.
#[derive(Clone, Debug)]
pub struct GapAct<'a> {
    /// When, RFC 3339.
    pub at: &'a str,
    /// Code of the reviewer.
    pub actor: &'a str,
    /// A word, such as `explain_gap`.
    pub act: &'static str,
    /// Public code of the gap.
    pub gap: &'a str,
    /// What it records.
    pub adds: Option<NewRemark<'a>>,
    /// Row numbers of the remarks that it ends.
    pub ends: Vec<i64>,
    /// What the reviewer wrote.
    pub reason: &'a str,
}

/// A remark about a gap, on one of its claims.
#[derive(Clone, Debug)]
pub struct NewRemark<'a> {
    /// The pack's own id of the claim.
    pub claim: &'a str,
    /// What is remarked.
    pub kind: RemarkKind,
    /// A word that it names.
    pub word: Option<&'a str>,
    /// In full sentences.
    pub note: &'a str,
}

impl Store {
    /// A gap of a release.
    pub async fn gap(&self, release: i64, code: &str) -> Result<Option<verdict::Model>, StoreError> {
        let still =
            Condition::any().add(verdict::Column::LastRelease.is_null()).add(verdict::Column::LastRelease.gte(release));
        let of_release = verdict::Entity::find().filter(verdict::Column::FirstRelease.lte(release)).filter(still);
        Ok(of_release.filter(verdict::Column::GapCode.eq(code)).one(self.reader()).await?)
    }

    /// The newest release that held a gap of this code, where none does now.
    pub async fn last_release_of_gap(&self, code: &str) -> Result<Option<i64>, StoreError> {
        let found = verdict::Entity::find().filter(verdict::Column::GapCode.eq(code));
        let newest = found.order_by_desc(verdict::Column::FirstRelease).one(self.reader()).await?;
        Ok(newest.and_then(|row| row.last_release))
    }

    /// The disclosures that the claims of a gap of the latest release were sent in with.
    pub async fn disclosures_of_gap(&self, gap: &verdict::Model) -> Result<Vec<disclosure::Model>, StoreError> {
        let sent_with = claim::Entity::find()
            .filter(claim::Column::Code.in_subquery(claims_of(gap)))
            .filter(claim::Column::FirstRelease.is_not_null())
            .filter(claim::Column::LastRelease.is_null())
            .select_only()
            .column(claim::Column::Disclosure)
            .into_query();
        let found = disclosure::Entity::find().filter(disclosure::Column::Id.in_subquery(sent_with));
        Ok(found.all(self.reader()).await?)
    }

    /// The pack's own id of the claim that a remark on a gap stands on: the first of the side that speaks first.
    pub async fn leading_claim_of_gap(&self, gap: &verdict::Model) -> Result<Option<String>, StoreError> {
        let rows = comparison_claim::Entity::find()
            .filter(comparison_claim::Column::FirstRelease.eq(gap.first_release))
            .filter(comparison_claim::Column::Comparison.eq(gap.comparison.as_str()))
            .all(self.reader())
            .await?;
        let place = |row: &comparison_claim::Model| {
            let columns = [reconcile::Column::Declared, reconcile::Column::Received, reconcile::Column::Pledged];
            let column = columns.iter().position(|column| column.as_str() == row.in_column);
            (row.is_other, column.unwrap_or(columns.len()), row.claim.clone())
        };
        let Some(leading) = rows.into_iter().min_by_key(place) else { return Ok(None) };
        let found = claim::Entity::find().filter(claim::Column::Code.eq(leading.claim)).one(self.reader()).await?;
        Ok(found.map(|row| row.pack_id))
    }

    /// The causes and questions that the next release will hold of a gap: published and not ended, or added since.
    pub async fn remarks_of_gap(&self, gap: &verdict::Model) -> Result<Vec<remark::Model>, StoreError> {
        let kinds = [RemarkKind::Explained, RemarkKind::OpenQuestion].map(RemarkKind::as_str);
        let of_gap = Condition::any()
            .add(remark::Column::Gap.is_null())
            .add(remark::Column::Gap.eq(gap.gap_code.as_deref().unwrap_or_default()));
        let in_force =
            Condition::any().add(remark::Column::FirstRelease.is_not_null()).add(remark::Column::Disclosure.is_null());
        let found = remark::Entity::find()
            .filter(remark::Column::Kind.is_in(kinds))
            .filter(remark::Column::ClaimCode.in_subquery(claims_of(gap)))
            .filter(of_gap)
            .filter(in_force)
            .filter(remark::Column::LastRelease.is_null())
            .filter(remark::Column::Id.not_in_subquery(ended()))
            .order_by_asc(remark::Column::Id);
        Ok(found.all(self.reader()).await?)
    }

    /// The remarks that reviewers added and that no release holds yet.
    pub(super) async fn remarks_added(&self) -> Result<Vec<remark::Model>, StoreError> {
        let added = remark::Entity::find()
            .filter(remark::Column::Disclosure.is_null())
            .filter(remark::Column::FirstRelease.is_null())
            .filter(remark::Column::Id.not_in_subquery(ended()))
            .order_by_asc(remark::Column::Id);
        Ok(added.all(self.reader()).await?)
    }

    /// The remarks that reviewers ended, at any time.
    pub(super) async fn remarks_ended(&self) -> Result<Vec<remark::Model>, StoreError> {
        let found = remark::Entity::find().filter(remark::Column::Id.in_subquery(ended()));
        Ok(found.order_by_asc(remark::Column::Id).all(self.reader()).await?)
    }
}

impl Writing {
    /// Keeps an act of a reviewer: one line, and one more for each further remark that it ends.
    pub async fn add_gap_act(&self, act: GapAct<'_>) -> Result<(), StoreError> {
        let mut adds = match &act.adds {
            Some(new) => Some(self.add_remark(new, act.gap).await?),
            None => None,
        };
        let mut ends = act.ends.iter().copied();
        let mut lines = Vec::new();
        let mut next = ends.next();
        while adds.is_some() || next.is_some() {
            lines.push(gap_act::Model {
                id: 0,
                at: act.at.to_owned(),
                actor: act.actor.to_owned(),
                act: act.act.to_owned(),
                gap: act.gap.to_owned(),
                adds: adds.take(),
                ends: next,
                reason: Some(act.reason.to_owned()),
            });
            next = ends.next();
        }
        batch::insert::<gap_act::Entity>(self, lines).await
    }

    async fn add_remark(&self, new: &NewRemark<'_>, gap: &str) -> Result<i64, StoreError> {
        let word = new.word.map(str::to_owned);
        let value = word.iter().map(String::as_str).chain([gap]).collect::<Vec<_>>().join(";");
        let row = RemarkRow {
            claim: Some(new.claim.to_owned()),
            remark: Some(new.kind.as_str().to_owned()),
            value: Some(value),
            note: Some(new.note.to_owned()),
            ..RemarkRow::default()
        };
        let mut row = remark_row(None, &row, ReadRemark::of_gap(word, gap)).into_active_model();
        row.not_set(remark::Column::Id);
        Ok(remark::Entity::insert(row).exec(self.sql()).await?.last_insert_id)
    }
}

/// Public codes of the claims that a gap's comparison was made of.
fn claims_of(gap: &verdict::Model) -> SelectStatement {
    comparison_claim::Entity::find()
        .filter(comparison_claim::Column::FirstRelease.eq(gap.first_release))
        .filter(comparison_claim::Column::Comparison.eq(gap.comparison.as_str()))
        .select_only()
        .column(comparison_claim::Column::Claim)
        .into_query()
}

/// Row numbers of the remarks that some act ended.
fn ended() -> SelectStatement {
    gap_act::Entity::find()
        .filter(gap_act::Column::Ends.is_not_null())
        .select_only()
        .column(gap_act::Column::Ends)
        .into_query()
}
