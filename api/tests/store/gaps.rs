//! What reviewers do about gaps is kept, in order, and by whom; and nobody can rewrite it.

use api::workflow::{Moment, withdraw_question};
use reconcile::GapState;

use crate::database::stores;
use crate::pack::{files_asking, paid, received};
use crate::people::People;

#[tokio::test]
async fn what_a_reviewer_did_about_a_gap_is_logged_and_cannot_be_rewritten() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        let claims = vec![paid("a", 2020, "1000000.00"), received("b", 2020, "900000.00")];
        people.release(files_asking(claims, "b", "Did all of it arrive?")).await;
        let gap = "SELECT gap_code FROM verdict WHERE state = 'questioned'";
        let gap = database.column(gap).await.pop().expect("a questioned gap");

        let done = withdraw_question(&store, &people.reviewer, &gap, "It did.", Moment::now()).await;
        assert_eq!(done.expect("withdrawn").state, GapState::Open);
        let kept = database.column("SELECT act || ' ' || actor || ' ' || reason FROM gap_act").await;
        assert_eq!(kept, ["withdraw_question rose It did."]);
        let logged = database.column("SELECT subject FROM audit_log WHERE act = 'withdraw_question'").await;
        assert_eq!(logged, [gap]);
        for rewriting in ["UPDATE gap_act SET actor = 'mary'", "DELETE FROM gap_act"] {
            let refused = database.execute(rewriting).await.expect_err("append-only");
            assert!(refused.to_string().contains("gap_act is append-only"), "{refused}");
        }

        // The remark of the pack ends with the release that it was published in.
        people.publish().await.expect("published");
        let ended = database.column("SELECT note FROM remark WHERE last_release = 1").await;
        assert_eq!(ended, ["Did all of it arrive?"]);
    }
}
