//! `policy.toml`, line by line.

use expect_test::expect;
use intake::{Lang, read_policy, write_policy};

use crate::pack_files::{good, heads, only, pack, with};

#[test]
fn a_policy_is_read_and_written_in_the_same_bytes_however_it_was_spelled() {
    let pack = pack(&good());
    let written = write_policy(&pack.policy);
    expect![[r#"
        version = 1
        percent_of = "due_or_declared"

        [default]
        percent = "1"
        floor = { SLE = "10000.00", USD = "1000" }

        [stream.surface_rent]
        percent = "0.1"
        floor = {}
    "#]]
    .assert_eq(&written);
    let again = read_policy("policy.toml", written.as_bytes(), &pack.rows.streams);
    assert_eq!((again.policy, again.findings), (Some(pack.policy), Vec::new()));
}

#[test]
fn every_error_of_a_policy_has_its_line_and_its_fix() {
    let cases = [
        ("percent = \"1\"", "percent = 1", "policy.toml:6 percent policy_value_type", "quotation marks"),
        ("percent = \"1\"", "percent = 1.5", "policy.toml:6 percent policy_value_type", "quotation marks"),
        ("percent = \"1\"", "percent = \"1,000.5\"", "policy.toml:6 percent amount_separator", "Write `1000.5`."),
        ("percent = \"1\"", "percent = \"1e3\"", "policy.toml:6 percent amount_exponent", "Write `1000`."),
        ("percent = \"1\"", "percent = \"one\"", "policy.toml:6 percent amount_not_a_number", "`one`"),
        ("percent = \"1\"", "percent = \"-1\"", "policy.toml:6 percent policy_negative", "0 or more"),
        ("percent = \"1\"\n", "", "policy.toml:5 percent policy_key_missing", "Add it"),
        (
            "percent = \"1\"",
            "percent = \"1\"\nflor = \"2\"",
            "policy.toml:7 policy_key_unknown",
            "Did you mean `floor`?",
        ),
        ("USD = \"1000\"", "usd = \"1000\"", "policy.toml:7 floor currency_shape", "three capital letters"),
        ("USD = \"1000\"", "USD = 1000", "policy.toml:7 floor policy_value_type", "quotation marks"),
        ("version = 1", "version = 2", "policy.toml:2 version policy_version", "newer fairlode"),
        ("version = 1", "version = \"1\"", "policy.toml:2 version policy_value_type", "whole number"),
        ("version = 1\n", "", "policy.toml:1 version policy_key_missing", "Add it"),
        ("due_or_declared", "due_or_delcared", "policy.toml:3 percent_of word_unknown", "`due_or_declared`?"),
        ("[default]", "[default", "policy.toml:5 policy_syntax", "not TOML"),
        ("[default]", "[defaults]", "policy.toml:1 default policy_key_missing", ""),
    ];
    for (good, bad, head, fix) in cases {
        let files = with("policy.toml", good, bad);
        if bad == "[defaults]" {
            assert_eq!(heads(&files), [head, "policy.toml:5 policy_key_unknown"]);
            continue;
        }
        let told = only(&files, head);
        assert!(told.contains(fix), "{head}: {told}");
    }
}

#[test]
fn a_threshold_of_an_unknown_stream_is_told_and_does_not_block() {
    let files = with("policy.toml", "stream.surface_rent", "stream.surface-rents");
    assert_eq!(heads(&files), ["policy.toml:9 stream policy_stream_unknown"]);
    let read = read_policy("other.toml", b"version = 1\n\x00", &[]);
    assert!(read.policy.is_none());
    assert_eq!(read.findings[0].message(Lang::En), "Byte 13 is NUL: this is not a text file.");
}
