//! The audit log cannot be changed, and shows it when somebody went around that.

use api::store::AuditState;

use crate::database::stores;
use crate::pack::{files, paid};
use crate::people::People;

#[tokio::test]
async fn the_audit_log_refuses_update_and_delete() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("one", 2020, "1.00")])).await;
        for statement in [
            "UPDATE audit_log SET actor = 'nobody'",
            "DELETE FROM audit_log",
            "UPDATE release SET engine = 'other'",
            "DELETE FROM release",
            "UPDATE document_bytes SET sha256 = sha256",
        ] {
            let refused = database.execute(statement).await.expect_err(statement).to_string();
            assert!(refused.contains("is append-only"), "{statement}: {refused}");
        }
        assert_eq!(store.verify_audit().await.expect("read"), AuditState::Whole { lines: 7 });
    }
}

#[tokio::test]
async fn every_act_is_logged_in_order() {
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        people.release(files(vec![paid("one", 2020, "1.00")])).await;
        let acts = database.column("SELECT actor || ' ' || act FROM audit_log ORDER BY number").await;
        let expected = [
            "operator add_actor",
            "operator add_actor",
            "operator add_actor",
            "operator add_actor",
            "mary submit",
            "rose approve",
            "cora publish",
        ];
        assert_eq!(acts, expected);
    }
}

#[tokio::test]
async fn a_changed_line_breaks_the_chain() {
    for (store, database) in stores().await {
        People::new(&store).await;
        let sqlite = database.url.starts_with("sqlite");
        let open =
            if sqlite { "DROP TRIGGER audit_log_no_update" } else { "DROP TRIGGER audit_log_no_change ON audit_log" };
        database.execute(open).await.expect("with a shell, anything goes");
        database.execute("UPDATE audit_log SET subject = 'mallory' WHERE number = 3").await.expect("changed");
        assert_eq!(store.verify_audit().await.expect("read"), AuditState::Broken { line: 3 });
    }
}
