//! What a new release says otherwise ends with the release before. Everything else is carried over by not being touched.

use entity::{comparison, comparison_claim, doubt, doubt_claim, figure, set_aside, sum_check, sum_part, verdict};
use reconcile::{ClaimId, Facts, GapState, Touched, TouchedGround};
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use super::{Counts, filled};
use crate::store::{StoreError, Writing, claim_code};

/// So many codes go into one statement.
const CODES_MAX: usize = 10_000;

/// What ends.
#[derive(Debug)]
pub enum Replaced {
    /// All that was said.
    Everything,
    /// The comparisons of these grounds, and what was said of these claims (by public code).
    Only {
        /// Where comparisons are replaced.
        grounds: Vec<ReplacedGround>,
        /// Claims of which doubts, sums and reasons are replaced.
        claims: Vec<String>,
    },
}

/// One named flow of a country and a case at some mines, in the codes of the database.
#[derive(Debug)]
pub struct ReplacedGround {
    country: String,
    case: Option<String>,
    stream: String,
    mines: Vec<String>,
    without_mine: bool,
}

impl Replaced {
    /// What a change touches.
    pub fn by(facts: &Facts, touched: &Touched<'_>) -> Replaced {
        let code = |id: &ClaimId| claim_code(&facts.claim(*id).code);
        Replaced::Only {
            grounds: touched.grounds().iter().map(|ground| ReplacedGround::of(facts, ground)).collect(),
            claims: touched.claims.iter().map(code).collect(),
        }
    }
}

impl ReplacedGround {
    fn of(facts: &Facts, ground: &TouchedGround) -> ReplacedGround {
        ReplacedGround {
            country: facts.country(ground.country).code.to_string(),
            case: filled(&ground.case),
            stream: facts.stream(ground.stream).code.to_string(),
            mines: ground.mines.iter().flatten().map(|mine| facts.mine(*mine).code.to_string()).collect(),
            without_mine: ground.mines.contains(&None),
        }
    }
}

/// The current rows of a table that stand on a ground.
macro_rules! standing_on {
    ($table:ident, $ground:expr) => {{
        let ground: &ReplacedGround = $ground;
        let mut mines = Condition::any().add($table::Column::Mine.is_in(ground.mines.iter().cloned()));
        if ground.without_mine {
            mines = mines.add($table::Column::Mine.is_null());
        }
        let case = match &ground.case {
            Some(case) => $table::Column::Case.eq(case.as_str()),
            None => $table::Column::Case.is_null(),
        };
        Condition::all()
            .add($table::Column::LastRelease.is_null())
            .add($table::Column::Country.eq(ground.country.as_str()))
            .add($table::Column::Stream.eq(ground.stream.as_str()))
            .add(case)
            .add(mines)
    }};
}

/// Ends the current rows of a table with a release, where a condition holds.
macro_rules! end {
    ($writing:expr, $table:ident, $last:expr, $condition:expr) => {
        $table::Entity::update_many()
            .col_expr($table::Column::LastRelease, Expr::val($last))
            .filter($table::Column::LastRelease.is_null())
            .filter($condition)
            .exec($writing.sql())
            .await?
            .rows_affected
    };
}

impl Writing {
    /// Ends what is replaced with the release `last`; gives how much that was.
    pub async fn end_replaced(&self, replaced: &Replaced, last: i64) -> Result<Counts, StoreError> {
        let Replaced::Only { grounds, claims } = replaced else {
            self.end_everything(last).await?;
            return Ok(Counts::default());
        };
        let mut ended = Counts::default();
        for ground in grounds {
            let codes = comparison::Entity::find().filter(standing_on!(comparison, ground)).select_only();
            let codes: Vec<String> = codes.column(comparison::Column::Code).into_tuple().all(self.sql()).await?;
            for codes in codes.chunks(CODES_MAX) {
                ended.gaps += self.end_comparisons(codes, last).await?;
            }
            ended.comparisons += codes.len() as i64;
            end!(self, figure, last, standing_on!(figure, ground));
        }
        for claims in claims.chunks(CODES_MAX) {
            ended.doubts += self.end_doubts(claims, last).await?;
            self.end_sums(claims, last).await?;
            end!(self, set_aside, last, set_aside::Column::Claim.is_in(claims));
        }
        Ok(ended)
    }

    async fn end_everything(&self, last: i64) -> Result<(), StoreError> {
        let all = Condition::all;
        end!(self, verdict, last, all());
        end!(self, comparison_claim, last, all());
        end!(self, comparison, last, all());
        end!(self, figure, last, all());
        end!(self, doubt, last, all());
        end!(self, doubt_claim, last, all());
        end!(self, sum_check, last, all());
        end!(self, sum_part, last, all());
        end!(self, set_aside, last, all());
        Ok(())
    }

    /// Gives how many published gaps were among them.
    async fn end_comparisons(&self, codes: &[String], last: i64) -> Result<i64, StoreError> {
        let published = [GapState::Open, GapState::Explained].map(GapState::as_str);
        let gaps = verdict::Entity::find()
            .filter(verdict::Column::LastRelease.is_null())
            .filter(verdict::Column::Comparison.is_in(codes))
            .filter(verdict::Column::State.is_in(published))
            .count(self.sql())
            .await?;
        end!(self, verdict, last, verdict::Column::Comparison.is_in(codes));
        end!(self, comparison_claim, last, comparison_claim::Column::Comparison.is_in(codes));
        end!(self, comparison, last, comparison::Column::Code.is_in(codes));
        Ok(gaps as i64)
    }

    /// Ends the doubts of which one of these claims is the first: whatever a doubt is about is touched together.
    async fn end_doubts(&self, claims: &[String], last: i64) -> Result<i64, StoreError> {
        let codes = doubt_claim::Entity::find()
            .filter(doubt_claim::Column::LastRelease.is_null())
            .filter(doubt_claim::Column::Position.eq(0))
            .filter(doubt_claim::Column::Claim.is_in(claims))
            .select_only()
            .column(doubt_claim::Column::Doubt);
        let codes: Vec<String> = codes.into_tuple().all(self.sql()).await?;
        for codes in codes.chunks(CODES_MAX) {
            end!(self, doubt, last, doubt::Column::Code.is_in(codes));
            end!(self, doubt_claim, last, doubt_claim::Column::Doubt.is_in(codes));
        }
        Ok(codes.len() as i64)
    }

    async fn end_sums(&self, claims: &[String], last: i64) -> Result<(), StoreError> {
        let codes = sum_check::Entity::find()
            .filter(sum_check::Column::LastRelease.is_null())
            .filter(sum_check::Column::Claim.is_in(claims))
            .select_only()
            .column(sum_check::Column::Code);
        let codes: Vec<String> = codes.into_tuple().all(self.sql()).await?;
        for codes in codes.chunks(CODES_MAX) {
            end!(self, sum_check, last, sum_check::Column::Code.is_in(codes));
            end!(self, sum_part, last, sum_part::Column::SumCheck.is_in(codes));
        }
        Ok(())
    }
}
