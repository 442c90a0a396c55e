//! What holds for every input: no bytes make the reader panic, and a copy never has a secret.

use intake::{Lang, Limits, inspect, public_copy};
use proptest::prelude::*;
use proptest::sample::Index;

use super::corpus::made;
use super::secrets::found;

fn small() -> Limits {
    Limits { unpacked: 1 << 20, objects: 20_000, pages: 50, ..Limits::default() }
}

fn look_at_everything(bytes: &[u8]) {
    let evidence = inspect("a", bytes, &small());
    for finding in &evidence.findings {
        for lang in Lang::ALL {
            assert!(finding.render(lang).contains(finding.code.as_str()));
        }
    }
    // Where there is no copy, one finding says why.
    assert!(evidence.extent.is_some() || !evidence.findings.is_empty());
    if let Ok(copy) = public_copy("a", bytes, &small()) {
        let again = inspect("a", &copy, &small());
        assert!(again.personal.is_empty() && again.extent == evidence.extent);
    }
}

/// Letters of documents, in any order.
fn odd_document() -> impl Strategy<Value = String> {
    let pieces = [
        "1 0 obj",
        "2 0 obj",
        "endobj",
        "<<",
        ">>",
        "[",
        "]",
        "/Type",
        "/Page",
        "/Pages",
        "/Kids",
        "/Root 1 0 R",
        "/Length 2 0 R",
        "/Length 9",
        "stream\n",
        "\nendstream",
        "xref\n0 1\n",
        "0000000000 65535 f \n",
        "0000000009 00000 n \n",
        "trailer",
        "startxref\n9\n",
        "%%EOF",
        "(",
        ")",
        "<41>",
        "/A#20B",
        "null",
        "1 0 R",
        "-1.5",
        "%x\n",
        "/Prev 9",
        "/Filter /FlateDecode",
        "/W [1 1 1]",
        "/Contents 1 0 R",
        " ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(
        head in prop::sample::select(vec![&b"%PDF-1.7\n"[..], b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x10ftypheic\0\0\0\0"]),
        bytes in any::<Vec<u8>>(),
    ) {
        look_at_everything(&[head, &bytes].concat());
    }

    #[test]
    fn any_order_of_words_is_read_without_panic(text in odd_document()) {
        look_at_everything(format!("%PDF-1.7\n{text}\nstartxref\n9\n%%EOF").as_bytes());
    }

    #[test]
    fn any_spoiling_of_a_file_is_read_without_panic(
        which in any::<Index>(),
        at in any::<Index>(),
        length in 0usize..20,
        bytes in prop::collection::vec(any::<u8>(), 0..20),
    ) {
        let files = made();
        let mut file = files[which.index(files.len())].1.clone();
        let start = at.index(file.len());
        let end = (start + length).min(file.len());
        file.splice(start..end, bytes);
        look_at_everything(&file);
    }

    /// Where the spoiling hits no structure the copy is made, and is as clean as that of the whole file.
    #[test]
    fn a_changed_byte_lets_no_secret_through(which in any::<Index>(), at in any::<Index>(), byte in any::<u8>()) {
        let files: Vec<_> = made().into_iter().filter(|(name, _)| !name.ends_with("pdf")).collect();
        let mut file = files[which.index(files.len())].1.clone();
        let at = at.index(file.len());
        file[at] = byte;
        if let Ok(copy) = public_copy("a", &file, &small()) {
            let left = found(&copy);
            prop_assert!(left.is_empty(), "{:?} after byte {}", left, at);
        }
    }
}
