//! Claims.

use std::sync::Arc;

use async_graphql::{Context, Object};
use entity::claim::Model;

use super::amount_or_none;
use super::comparison::Comparison;
use super::country::Country;
use super::document::Document;
use super::doubt::Doubt;
use super::mine::Mine;
use super::party::Party;
use super::place::Place;
use super::remark::Remark;
use super::source::Source;
use super::stream::Stream;
use super::sum_check::SumCheck;
use crate::graphql::error::ApiResult;
use crate::graphql::loader;
use crate::graphql::paging::whole;
use crate::graphql::scalar::{Amount, Date};
use crate::graphql::word::{AbsenceCode, Nature, Precision, Role, Side, word, word_or_none};
use crate::store::read::{ComparisonsOfClaim, DoubtsOfClaim, RemarksOfClaim, SetAsideOfClaim, SumsOfClaim};

/// A claim.
pub struct Claim {
    /// Read from this release.
    pub release: i64,
    /// Its row.
    pub row: Arc<Model>,
}

/// One party's statement of one amount, or of its absence, about one flow, for one period, at one place in one document.
#[Object]
impl Claim {
    /// Its public code; never changes.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// The pack's own id.
    async fn pack_id(&self) -> &str {
        &self.row.pack_id
    }

    /// Claims of different cases are never compared or added.
    async fn case(&self) -> Option<&str> {
        self.row.case.as_deref()
    }

    /// The country of the mine, else of the payer, else of the recipient.
    async fn country(&self, ctx: &Context<'_>) -> ApiResult<Country> {
        Country::named(ctx, self.release, &self.row.country).await
    }

    /// Which mine, where it is about one.
    async fn mine(&self, ctx: &Context<'_>) -> Option<ApiResult<Mine>> {
        Mine::named(ctx, self.release, self.row.mine.as_ref()).await
    }

    /// Who pays.
    async fn payer(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.payer.as_ref()).await
    }

    /// Who receives.
    async fn recipient(&self, ctx: &Context<'_>) -> Option<ApiResult<Party>> {
        Party::named(ctx, self.release, self.row.recipient.as_ref()).await
    }

    /// Which flow.
    async fn stream(&self, ctx: &Context<'_>) -> ApiResult<Stream> {
        Stream::named(ctx, self.release, &self.row.stream).await
    }

    /// Under what duty.
    async fn nature(&self) -> ApiResult<Option<Nature>> {
        word_or_none(self.row.nature.as_ref())
    }

    /// Who speaks.
    async fn side(&self) -> ApiResult<Side> {
        word(&self.row.side)
    }

    /// In what role.
    async fn role(&self) -> ApiResult<Role> {
        word(&self.row.role)
    }

    /// First day of the period; null where it is open, unknown, or the claim is about an event.
    async fn from(&self) -> Option<Date> {
        self.row.from_day.clone().map(Date::stored)
    }

    /// Last day of the period.
    async fn to(&self) -> Option<Date> {
        self.row.to_day.clone().map(Date::stored)
    }

    /// The period in the source's words.
    async fn period_label(&self) -> Option<&str> {
        self.row.period_label.as_deref()
    }

    /// The event it is about, where it is about no period.
    async fn event(&self) -> Option<&str> {
        self.row.event.as_deref()
    }

    /// The amount, with the digits its publisher wrote; null beside `absence`.
    async fn amount(&self) -> ApiResult<Option<Amount>> {
        amount_or_none(self.row.amount.as_ref())
    }

    /// The unit, where it is not money: `ct`, `t`, `percent`.
    async fn unit(&self) -> Option<&str> {
        self.row.unit.as_deref()
    }

    /// ISO 4217 code, where it is money.
    async fn currency(&self) -> Option<&str> {
        self.row.currency.as_deref()
    }

    /// Why there is no amount.
    async fn absence(&self) -> ApiResult<Option<AbsenceCode>> {
        word_or_none(self.row.absence.as_ref())
    }

    /// How the source spoke.
    async fn precision(&self) -> ApiResult<Precision> {
        word(&self.row.precision)
    }

    /// When it was paid, as far as it is known.
    async fn paid_on(&self) -> Option<&str> {
        self.row.paid_on.as_deref()
    }

    /// Who said it: an office, never a person.
    async fn stated_by(&self) -> Option<&str> {
        self.row.stated_by.as_deref()
    }

    /// When it was said, as far as it is known.
    async fn stated_on(&self) -> Option<&str> {
        self.row.stated_on.as_deref()
    }

    /// Where it was read.
    async fn source(&self, ctx: &Context<'_>) -> ApiResult<Source> {
        Source::named(ctx, self.release, &self.row.source).await
    }

    /// The figure as the source printed it.
    async fn as_printed(&self) -> Option<&str> {
        self.row.as_printed.as_deref()
    }

    /// Remarks that must travel with the figure.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// The file in which it was sent.
    async fn document(&self, ctx: &Context<'_>) -> ApiResult<Document> {
        Document::named(ctx, self.release, &self.row.document_sha256).await
    }

    /// Where it stands there.
    async fn place(&self) -> ApiResult<Place> {
        Place::of(&self.row)
    }

    /// What people recorded about it.
    async fn remarks(&self, ctx: &Context<'_>) -> ApiResult<Vec<Remark>> {
        let rows = loader::related::<RemarksOfClaim>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Remark { release: self.release, row }).collect())
    }

    /// The printed sums it stands in, as the total or as a part, and whether they add up.
    async fn sums(&self, ctx: &Context<'_>) -> ApiResult<Vec<SumCheck>> {
        let rows = loader::related::<SumsOfClaim>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| SumCheck { release: self.release, row }).collect())
    }

    /// What speaks against it as it stands.
    async fn doubts(&self, ctx: &Context<'_>) -> ApiResult<Vec<Doubt>> {
        let rows = loader::related::<DoubtsOfClaim>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Doubt { release: self.release, row }).collect())
    }

    /// The comparisons it stands in.
    async fn comparisons(&self, ctx: &Context<'_>) -> ApiResult<Vec<Comparison>> {
        let rows = loader::related::<ComparisonsOfClaim>(ctx, self.release, &self.row.code).await?;
        Ok(rows.into_iter().map(|row| Comparison { release: self.release, row }).collect())
    }

    /// Why it is not compared, where it is not: a word such as `forecast`.
    async fn set_aside(&self, ctx: &Context<'_>) -> Option<ApiResult<String>> {
        let row = loader::found::<SetAsideOfClaim>(ctx, self.release, &self.row.code).await;
        row.map(|row| row.map(|row| row.word.clone())).transpose()
    }

    /// The first release that holds it.
    async fn first_release(&self) -> ApiResult<i32> {
        whole(self.row.first_release.unwrap_or(self.release))
    }
}
