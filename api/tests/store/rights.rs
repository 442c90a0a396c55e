//! Who may do what.

use api::error::ErrorCode;
use api::workflow::{
    Moment, Right, Role, approve, issue_token, operator_of_this_machine, return_with_reason, revoke_token,
    session_of_token,
};
use entity::shape::HarmCheck;

use crate::database::stores;
use crate::pack::{files, paid};
use crate::people::{CONFIRMED, People, add};

#[tokio::test]
async fn a_person_cannot_approve_her_own_disclosure() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        let code = people.submit(files(vec![paid("a", 2020, "1.00")])).await.disclosure.expect("kept").code;

        let colleague = add(&store, "colleague", " acme ", Role::Reviewer).await.reviewer().expect("a reviewer");
        let error = approve(&store, &colleague, &code, CONFIRMED, Moment::now()).await.expect_err("own organisation");
        assert_eq!(error.code(), ErrorCode::OwnDisclosure);
        let error = return_with_reason(&store, &colleague, &code, "no", Moment::now()).await.expect_err("the same");
        assert_eq!(error.code(), ErrorCode::OwnDisclosure);
        approve(&store, &people.reviewer, &code, CONFIRMED, Moment::now()).await.expect("someone else may");
    }
}

#[tokio::test]
async fn nothing_is_approved_before_every_point_of_the_harm_check_is_confirmed() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        let code = people.submit(files(vec![paid("a", 2020, "1.00")])).await.disclosure.expect("kept").code;
        for open in [
            HarmCheck { no_person_named: false, ..CONFIRMED },
            HarmCheck { no_place_that_is_a_person: false, ..CONFIRMED },
            HarmCheck { no_date_that_points_to_one: false, ..CONFIRMED },
            HarmCheck { no_paper_held_by_one_person: false, ..CONFIRMED },
        ] {
            let error = approve(&store, &people.reviewer, &code, open, Moment::now()).await.expect_err("open");
            assert_eq!(error.code(), ErrorCode::HarmCheckOpen);
        }
    }
}

#[tokio::test]
async fn a_returned_disclosure_goes_no_further_and_says_why() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        let code = people.submit(files(vec![paid("a", 2020, "1.00")])).await.disclosure.expect("kept").code;
        let error =
            return_with_reason(&store, &people.reviewer, &code, " ", Moment::now()).await.expect_err("no reason");
        assert_eq!(error.code(), ErrorCode::InputInvalid);
        let returned = return_with_reason(&store, &people.reviewer, &code, "Whose is page 3?", Moment::now()).await;
        assert_eq!(returned.expect("returned").return_reason.as_deref(), Some("Whose is page 3?"));
        let error = approve(&store, &people.reviewer, &code, CONFIRMED, Moment::now()).await.expect_err("decided");
        assert_eq!(error.code(), ErrorCode::DisclosureState);
        assert_eq!(people.publish().await.expect_err("nothing").code(), ErrorCode::NothingToPublish);
    }
}

#[tokio::test]
async fn a_role_gives_its_rights_and_no_others() {
    for (store, _database) in stores().await {
        for (role, rights) in [
            (Role::Member, [true, false, false, false]),
            (Role::Reviewer, [true, true, false, false]),
            (Role::Coordinator, [true, true, true, false]),
            (Role::Operator, [false, false, false, true]),
        ] {
            let session = add(&store, role.as_str().replace("operator", "keeper").as_str(), "Any", role).await;
            let held = [
                session.member().is_some(),
                session.reviewer().is_some(),
                session.coordinator().is_some(),
                session.operator().is_some(),
            ];
            assert_eq!(held, rights, "{role:?}");
        }
    }
}

#[tokio::test]
async fn a_token_is_kept_as_a_hash_and_ends() {
    for (store, database) in stores().await {
        let now = Moment::now();
        let operator = operator_of_this_machine(&store, now).await.expect("the machine's own account");
        add(&store, "mary", "Acme", Role::Coordinator).await;
        let token = issue_token(&store, &operator, "mary", &[Right::Submit], Some(now.plus_days(30)), now).await;
        let token = token.expect("issued");

        let session = session_of_token(&store, &token.text, now).await.expect("known");
        assert_eq!(session.code(), "mary");
        assert!(session.member().is_some());
        assert!(session.coordinator().is_none(), "the token does not carry every right of the account");
        assert!(database.column("SELECT hash FROM api_token").await.iter().all(|hash| !token.text.contains(hash)));

        let later = session_of_token(&store, &token.text, now.plus_days(30)).await.expect_err("ended");
        assert_eq!(later.code(), ErrorCode::TokenInvalid);
        let guess = session_of_token(&store, "fl_0000", now).await.expect_err("unknown");
        assert_eq!(guess.code(), ErrorCode::TokenInvalid);
        revoke_token(&store, &operator, &token.hash, now).await.expect("revoked");
        let revoked = session_of_token(&store, &token.text, now).await.expect_err("revoked");
        assert_eq!(revoked.code(), ErrorCode::TokenInvalid);
    }
}
