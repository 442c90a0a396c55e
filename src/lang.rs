//! The two languages of everything that the program prints.

use std::env;
use std::ffi::OsString;

pub use intake::Lang;

/// What `--lang` asks for, else `FAIRLODE_LANG`, else the locale of the machine (`LC_ALL`, `LC_MESSAGES`, `LANG`).
///
/// Read before the command line is understood, so that help and complaints about it are in the reader's language.
pub fn chosen(arguments: &[OsString]) -> Lang {
    let asked = arguments.iter().enumerate().find_map(|(index, argument)| {
        let argument = argument.to_str()?;
        match argument.strip_prefix("--lang=") {
            Some(word) => Some(word.to_owned()),
            None if argument == "--lang" => arguments.get(index + 1)?.to_str().map(str::to_owned),
            None => None,
        }
    });
    let locale = || {
        let names = ["FAIRLODE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        names.into_iter().find_map(|name| env::var(name).ok().filter(|word| !word.is_empty()))
    };
    of_locale(&asked.or_else(locale).unwrap_or_default())
}

/// `fr`, `fr_CD.UTF-8` and their like are French; anything else is English.
fn of_locale(word: &str) -> Lang {
    let language = word.split(['_', '-', '.', '@']).next().unwrap_or_default();
    Lang::from_code(&language.to_ascii_lowercase()).unwrap_or_default()
}

/// The half that a reader of `lang` understands.
pub fn pick<T>(lang: Lang, en: T, fr: T) -> T {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Lang {
        chosen(&arguments.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_command_line_chooses_the_language() {
        assert_eq!(asked(&["fairlode", "--lang", "fr", "demo"]), Lang::Fr);
        assert_eq!(asked(&["fairlode", "demo", "--lang=fr"]), Lang::Fr);
        assert_eq!(asked(&["fairlode", "demo", "--lang=en"]), Lang::En);
    }

    #[test]
    fn a_locale_names_its_language_first() {
        assert_eq!(of_locale("fr_CD.UTF-8"), Lang::Fr);
        assert_eq!(of_locale("fr"), Lang::Fr);
        assert_eq!(of_locale("C.UTF-8"), Lang::En);
        assert_eq!(of_locale("fry_NL"), Lang::En);
    }
}
