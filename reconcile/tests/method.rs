//! The pages of `docs/method`: every example on them is run, no word lacks its page, and what they name as a threshold
//! is what the engine holds to. `UPDATE_EXPECT=1` writes what the examples say into the pages.

mod common;
#[path = "method/limits.rs"]
mod limits;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{facts, say};
use reconcile::{Absence, Country, CountryId, DoubtKind, GapKind, PartialDate, Policy, Reason};

/// A language of the pages: its folder, and the headings that every page has, in this order.
struct Language {
    folder: &'static str,
    headings: [&'static str; 7],
}

const LANGUAGES: [Language; 2] = [
    Language {
        folder: "en",
        headings: [
            "Condition",
            "Thresholds",
            "Worked example",
            "Why it matters",
            "Innocent explanations",
            "Exclusions",
            "EITI requirement and published tests",
        ],
    },
    Language {
        folder: "fr",
        headings: [
            "Condition",
            "Seuils",
            "Exemple",
            "Pourquoi c’est important",
            "Explications innocentes",
            "Exclusions",
            "Exigence de l’ITIE et tests publiés",
        ],
    },
];

/// The pages about many words at once.
const UNKNOWN: &str = "unknown";
const ABSENCE: &str = "absence";
/// The page about what is due and how it is computed.
const DUE: &str = "due";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn method() -> PathBuf {
    root().join("docs/method")
}

/// Every word that has a page of its own, and the three pages about many words.
fn words() -> Vec<&'static str> {
    let gaps = GapKind::ALL.iter().map(|kind| kind.as_str());
    let doubts = DoubtKind::ALL.iter().map(|kind| kind.as_str());
    gaps.chain(doubts).chain([UNKNOWN, ABSENCE, DUE]).collect()
}

fn path(language: &Language, word: &str) -> PathBuf {
    method().join(language.folder).join(format!("{word}.md"))
}

fn page(language: &Language, word: &str) -> String {
    let path = path(language, word);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs a check on every page of both languages.
fn each_page(check: impl Fn(&Language, &str, &str)) {
    for language in &LANGUAGES {
        for word in words() {
            check(language, word, &page(language, word));
        }
    }
}

/// A small table on a page, and what the page prints that it says.
struct Example<'a> {
    facts: &'a str,
    says: &'a str,
}

/// What stands between the two blocks of an example.
const BETWEEN: &str = "```\n\n```says\n";

/// The examples of a page: a `facts` block, and the `says` block right behind it.
fn examples(text: &str) -> Vec<Example<'_>> {
    let example = |part: &'_ str| -> Option<(usize, usize, usize)> {
        let facts = part.find("```")?;
        let says = facts + part[facts..].strip_prefix(BETWEEN).map(|_| BETWEEN.len())?;
        Some((facts, says, says + part[says..].find("```")?))
    };
    let parts = text.split("```facts\n").skip(1);
    let found = parts.map(|part| {
        let (facts, says, end) = example(part).unwrap_or_else(|| panic!("what do these facts say?\n{part}"));
        Example { facts: &part[..facts], says: &part[says..end] }
    });
    found.collect()
}

/// What a page's table says under the default policy. Two kinds of line are the pages' own: `as of DAY` sets the day on
/// which silence is looked at, and `abroad MINE` puts a mine into another country.
fn answer(table: &str) -> String {
    let mut policy = Policy::default();
    let (mut abroad, mut lines) = (Vec::new(), Vec::new());
    for line in table.lines() {
        match line.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["as", "of", day] => policy.as_of = Some(day.parse::<PartialDate>().expect("a day").first),
            ["abroad", mine] => abroad.push(*mine),
            _ => lines.push(line),
        }
    }
    let mut facts = facts(&lines.join("\n"));
    facts.countries.push(Country { code: "ZZZ".into() });
    for mine in facts.mines.iter_mut().filter(|mine| abroad.contains(&&*mine.code)) {
        mine.country = CountryId(1);
    }
    say(&facts, &policy)
}

/// The text under one of the headings.
fn section<'a>(text: &'a str, heading: &str) -> Option<&'a str> {
    let start = text.find(&format!("\n## {heading}\n"))? + heading.len() + 5;
    let end = text[start..].find("\n## ").map_or(text.len(), |end| start + end);
    Some(text[start..end].trim())
}

fn section_at<'a>(language: &Language, text: &'a str, index: usize) -> &'a str {
    section(text, language.headings[index]).unwrap_or_else(|| panic!("no section {}", language.headings[index]))
}

#[test]
fn every_example_says_what_its_page_prints() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    each_page(|language, word, text| {
        let mut updated = text.to_owned();
        for example in examples(text) {
            let said = answer(example.facts);
            if update {
                let printed = |says: &str| format!("{}{BETWEEN}{says}```", example.facts);
                updated = updated.replacen(&printed(example.says), &printed(&said), 1);
            } else {
                let page = path(language, word);
                let hint = "UPDATE_EXPECT=1 writes what it says now";
                assert_eq!(example.says, said, "{}: {hint}\n{}", page.display(), example.facts);
            }
        }
        if update && updated != text {
            fs::write(path(language, word), updated).expect("a page that can be written");
        }
    });
}

#[test]
fn an_example_shows_the_word_of_its_page() {
    let shows = |word: &str, text: &str, said: &str| {
        let ends = |line: &str| line.split_once(said).is_some_and(|(_, rest)| !rest.starts_with(char::is_alphanumeric));
        let shown = examples(text).iter().any(|example| example.says.lines().any(ends));
        assert!(shown, "no example on the page of {word} says {said:?}");
    };
    for language in &LANGUAGES {
        for kind in GapKind::ALL {
            let text = page(language, kind.as_str());
            shows(kind.as_str(), section_at(language, &text, 2), &format!(" gap {kind}"));
        }
        for kind in DoubtKind::ALL {
            let text = page(language, kind.as_str());
            shows(kind.as_str(), section_at(language, &text, 2), &format!("doubt {kind}"));
        }
        for reason in Reason::ALL {
            shows(UNKNOWN, &page(language, UNKNOWN), &format!(" unknown {reason}"));
        }
        let text = page(language, ABSENCE);
        for absence in Absence::ALL {
            let word = format!("- {absence} ");
            let states = |example: &Example<'_>| example.facts.lines().any(|line| line.contains(&word));
            assert!(examples(&text).iter().any(states), "no example on the page of {ABSENCE} has {absence}");
        }
    }
}

#[test]
fn every_word_is_told_where_it_belongs() {
    each_page(|_, word, text| {
        let title = text.lines().next().unwrap_or_default();
        assert!(title.starts_with("# ") && title.contains(&format!("`{word}`")), "{word}: {title}");
    });
    for language in &LANGUAGES {
        let tells = |word: &str, page_of: &str| {
            let condition = page(language, page_of);
            let told = section_at(language, &condition, 0).contains(&format!("| `{word}` |"));
            assert!(told, "{}/{page_of}.md does not tell {word}", language.folder);
        };
        Reason::ALL.iter().for_each(|reason| tells(reason.as_str(), UNKNOWN));
        Absence::ALL.iter().for_each(|absence| tells(absence.as_str(), ABSENCE));
    }
}

#[test]
fn every_page_has_every_section_in_order() {
    each_page(|language, word, text| {
        let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, language.headings, "{}/{word}.md", language.folder);
        for heading in headings {
            assert!(section(text, heading).is_some_and(|text| !text.is_empty()), "{word}: {heading}");
        }
    });
}

#[test]
fn a_condition_is_one_line() {
    each_page(|language, word, text| {
        if GapKind::from_code(word).is_some() || DoubtKind::from_code(word).is_some() {
            let condition = section_at(language, text, 0);
            let lines = condition.split("\n\n").next().unwrap_or_default().lines().count();
            assert_eq!(lines, 1, "{}/{word}.md: {condition}", language.folder);
        }
    });
}

#[test]
fn both_languages_run_the_same_examples() {
    let [english, french] = &LANGUAGES;
    for word in words() {
        let (english, french) = (page(english, word), page(french, word));
        let tables = |text: &str| examples(text).iter().map(|example| example.facts.to_owned()).collect::<Vec<_>>();
        assert_eq!(tables(&english), tables(&french), "{word}");
    }
}

#[test]
fn no_page_is_about_a_word_that_is_none() {
    let known: BTreeSet<&str> = words().into_iter().collect();
    for language in &LANGUAGES {
        for entry in fs::read_dir(method().join(language.folder)).expect("the pages") {
            let name = entry.expect("a page").file_name().to_string_lossy().into_owned();
            assert!(name.strip_suffix(".md").is_some_and(|word| known.contains(word)), "{name}");
        }
    }
}

#[test]
fn the_index_lists_every_page() {
    let index = fs::read_to_string(method().join("README.md")).expect("the index");
    for language in &LANGUAGES {
        for word in words() {
            let link = format!("({}/{word}.md)", language.folder);
            assert!(index.contains(&link), "docs/method/README.md has no link {link}");
        }
    }
}

/// The targets of a text's Markdown links.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
}

#[test]
fn every_link_leads_somewhere() {
    let check = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a page");
        for link in links(&text).filter(|link| !link.contains("://")) {
            let target = file.parent().expect("a folder").join(link.split('#').next().unwrap_or_default());
            assert!(target.exists(), "{}: {link}", file.display());
        }
    };
    check(method().join("README.md"));
    each_page(|language, word, _| check(path(language, word)));
}

#[test]
fn every_case_named_is_in_the_casebook() {
    let expected = fs::read_to_string(root().join("casebook/expected.csv")).expect("the casebook");
    let cases: BTreeSet<&str> = expected.lines().filter_map(|line| line.split(',').next()).collect();
    each_page(|language, word, text| {
        for paragraph in text.split("\n\n").filter(|paragraph| paragraph.contains("casebook/README.md")) {
            let codes = paragraph.split('`').skip(1).step_by(2).filter(|code| code.contains('-'));
            for code in codes {
                assert!(cases.contains(code), "{}/{word}.md: no case {code}", language.folder);
            }
        }
    });
}

#[test]
fn no_page_uses_the_words_we_keep_out() {
    let out =
        ["stolen", "fraud", "missing millions", "actual", "correct", "true value", "volé", "détourn", "vraie valeur"];
    each_page(|language, word, text| {
        let text = text.to_lowercase();
        let used = out.iter().find(|used| text.contains(**used));
        assert_eq!(used, None, "{}/{word}.md", language.folder);
    });
}
