//! The real cases go through the database and come back as the same facts.

use std::path::Path;

use intake::{Limits, PackFiles, pack_sha256, read_pack, write_pack};
use reconcile::reconcile;

use crate::database::stores;
use crate::people::People;

fn casebook() -> PackFiles {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../casebook");
    let mut files = PackFiles::new();
    for entry in std::fs::read_dir(folder).expect("the casebook") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_file() {
            files.push(name, std::fs::read(&path).expect("its bytes"));
        }
    }
    files
}

#[tokio::test]
async fn rows_of_the_database_reconcile_as_the_files_do() {
    let pack = read_pack(&casebook(), &Limits::default()).pack.expect("the casebook is in order");
    let said = reconcile(&pack.facts, &pack.policy).expect("every sum can be kept");
    for (store, database) in stores().await {
        let people = People::new(&store).await;
        let release = people.release(casebook()).await;

        // Nothing was lost or changed on the way: the rows that came back write the same files.
        assert_eq!(release.pack_sha256, pack_sha256(&write_pack(&pack.rows, &pack.policy)));
        assert_eq!(release.policy_sha256, pack.policy_sha256);
        assert_eq!(release.claim_count, pack.facts.claims.len() as i64);

        let mut codes: Vec<String> = said.comparisons.iter().map(|comparison| comparison.code.clone()).collect();
        codes.sort();
        assert_eq!(database.column("SELECT code FROM comparison WHERE first_release = 1 ORDER BY code").await, codes);
        let verdicts = said.comparisons.iter().map(|comparison| comparison.verdicts.len()).sum::<usize>();
        assert_eq!(database.column("SELECT question FROM verdict WHERE first_release = 1").await.len(), verdicts);
        let gaps = database.column("SELECT gap_code FROM verdict WHERE state <> 'questioned'").await;
        assert_eq!(gaps.len() as i64, release.gap_count);
    }
}

#[tokio::test]
async fn a_document_is_known_by_what_sha256sum_prints() {
    for (store, _database) in stores().await {
        let people = People::new(&store).await;
        let disclosure = people.submit(casebook()).await.disclosure.expect("kept");
        assert!(store.published_document(&disclosure.document_sha256).await.expect("read").is_none());
        people.approve(people.submit(casebook()).await).await;
        people.publish().await.expect("published");
        let list = store.published_document(&disclosure.document_sha256).await.expect("read").expect("published");
        let list = String::from_utf8(list.1).expect("text");
        let claims = list.lines().find_map(|line| line.strip_suffix("  claims.csv")).expect("claims.csv is listed");
        let (row, bytes) = store.published_document(claims).await.expect("read").expect("published");
        assert_eq!(row.public_name, "claims.csv");
        assert_eq!(Some(bytes.as_slice()), casebook().get("claims.csv"));
    }
}
