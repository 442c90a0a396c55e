//! The reviewed tables of spellings: each line a text as people write it, what is known beside it, and what it is read as.
//! `UPDATE_EXPECT=1 cargo test -p intake spellings` writes the last column anew, for review.

mod dates;
mod numbers;
mod properties;
mod words;

use expect_test::ExpectFile;

/// Invisible characters, by name: a table that cannot be seen cannot be reviewed.
const NAMED: [(&str, &str); 6] = [
    ("{nbsp}", "\u{a0}"),
    ("{nnbsp}", "\u{202f}"),
    ("{thin}", "\u{2009}"),
    ("{figure}", "\u{2007}"),
    ("{zwsp}", "\u{200b}"),
    ("{tab}", "\t"),
];

fn shown(text: &str) -> String {
    NAMED.iter().fold(text.to_owned(), |text, (name, c)| text.replace(c, name))
}

fn meant(text: &str) -> String {
    NAMED.iter().fold(text.to_owned(), |text, (name, c)| text.replace(name, c))
}

/// Holds a table `spelling | beside it | read as` to what is read; returns how many lines it has.
fn check_table(table: ExpectFile, read: impl Fn(&str, &[(&str, &str)]) -> String) -> usize {
    let text = table.data();
    let mut count = 0;
    let mut answered = String::new();
    for line in text.lines() {
        if line.starts_with("# ") || line.trim().is_empty() {
            answered.extend([line, "\n"]);
            continue;
        }
        let fields: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
        let (spelling, beside) = (fields[0], fields.get(1).copied().unwrap_or_default());
        let context: Vec<(&str, &str)> = beside.split(' ').filter_map(|word| word.split_once('=')).collect();
        let answer = read(&meant(spelling), &context);
        answered.push_str(format!("{spelling:<30} | {beside:<26} | {}", shown(&answer)).trim_end());
        answered.push('\n');
        count += 1;
    }
    table.assert_eq(&answered);
    count
}
