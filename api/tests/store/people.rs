//! Who acts in a test: a member and a coordinator of different organisations, a reviewer of a third.

use api::error::Error;
use api::store::Store;
use api::workflow::{
    Coordinator, Member, Moment, NewActor, ReleaseNote, Reviewer, Role, Session, Submitted, add_actor, approve,
    operator_of_this_machine, publish, session_of, submit_claims, submit_pack,
};
use entity::shape::HarmCheck;
use entity::{disclosure, release};
use intake::{Limits, PackFiles};

/// Every point confirmed.
pub const CONFIRMED: HarmCheck = HarmCheck {
    no_person_named: true,
    no_place_that_is_a_person: true,
    no_date_that_points_to_one: true,
    no_paper_held_by_one_person: true,
};

/// The people, and the store they work on.
pub struct People<'a> {
    pub store: &'a Store,
    pub member: Member,
    pub reviewer: Reviewer,
    pub coordinator: Coordinator,
}

impl<'a> People<'a> {
    /// Adds them.
    pub async fn new(store: &'a Store) -> People<'a> {
        let member = add(store, "mary", "Acme", Role::Member).await.member().expect("a member");
        let reviewer = add(store, "rose", "Watch", Role::Reviewer).await.reviewer().expect("a reviewer");
        let coordinator = add(store, "cora", "Office", Role::Coordinator).await.coordinator().expect("a coordinator");
        People { store, member, reviewer, coordinator }
    }

    /// Sends a pack in.
    pub async fn submit(&self, files: PackFiles) -> Submitted {
        submit_pack(self.store, &self.member, files, &Limits::default(), Moment::now()).await.expect("submitted")
    }

    /// Sends a file of claims in.
    pub async fn submit_file(&self, bytes: Vec<u8>) -> Submitted {
        submit_claims(self.store, &self.member, bytes, &Limits::default(), Moment::now()).await.expect("submitted")
    }

    /// Approves what became of a submission.
    pub async fn approve(&self, submitted: Submitted) -> disclosure::Model {
        let disclosure = submitted.disclosure.unwrap_or_else(|| panic!("blocked: {:?}", submitted.findings));
        approve(self.store, &self.reviewer, &disclosure.code, CONFIRMED, Moment::now()).await.expect("approved")
    }

    /// Publishes.
    pub async fn publish(&self) -> Result<release::Model, Error> {
        publish(self.store, &self.coordinator, ReleaseNote::default(), Moment::now()).await
    }

    /// Sends a pack in, approves and publishes it.
    pub async fn release(&self, files: PackFiles) -> release::Model {
        self.approve(self.submit(files).await).await;
        self.publish().await.expect("published")
    }
}

/// Adds an account, and acts as it.
pub async fn add(store: &Store, code: &str, organisation: &str, role: Role) -> Session {
    let at = Moment::now();
    let operator = operator_of_this_machine(store, at).await.expect("the machine's own account");
    let (name, organisation) = (code.to_owned(), organisation.to_owned());
    let new = NewActor { code: code.to_owned(), name, organisation, role };
    add_actor(store, &operator, new, at).await.expect("a new account");
    session_of(store, code).await.expect("an account")
}
