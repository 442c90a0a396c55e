//! Deadlines and penalties in words.

use crate::date;
use crate::lang::Lang;
use crate::number;

/// A deadline as a pack writes it, such as `next-year-03-15`, in words. One that we do not know is shown as it is.
pub fn deadline(lang: Lang, code: &str) -> String {
    if let Some(day) = code.strip_prefix("next-year-") {
        let dated = date::day(lang, &format!("0000-{day}"));
        let day = dated.trim_end_matches(" 0000");
        return lang.pick(format!("{day} of the year after"), format!("{day} de l’année suivante"));
    }
    if code == "at-sale" {
        return lang.pick("on the day of the sale", "le jour de la vente").to_owned();
    }
    let after = |days: &str, en: &str, fr: &str| {
        let days: i32 = days.parse().ok()?;
        Some(format!("{} {}", super::days(lang, days), lang.pick(en, fr)))
    };
    let known = match (code.strip_prefix("at-sale-"), code.strip_prefix("days-after-")) {
        (Some(days), _) => after(days, "after the sale", "après la vente"),
        (None, Some(days)) => after(days, "after the end of the period", "après la fin de la période"),
        (None, None) => None,
    };
    known.unwrap_or_else(|| date::day(lang, code))
}

/// A penalty as a pack writes it, such as `5 % for every 3 months late`, in words. One that we do not know is shown as
/// it is.
pub fn penalty(lang: Lang, text: &str) -> String {
    let (step, started) = match text.strip_suffix(", started") {
        Some(step) => (step, true),
        None => (text, false),
    };
    let words: Vec<&str> = step.split_whitespace().collect();
    let [rate, "%", "for", "every", months, "months", "late"] = words.as_slice() else { return text.to_owned() };
    let percent = number::percent(lang, rate);
    let step = match *months {
        "1" => lang.pick(format!("{percent} for every month late"), format!("{percent} par mois de retard")),
        months => lang.pick(
            format!("{percent} for every {months} months late"),
            format!("{percent} par tranche de {months} mois de retard"),
        ),
    };
    let counted = if started {
        lang.pick("counted as soon as begun", "comptés dès qu’ils sont entamés")
    } else {
        lang.pick("counted once complete", "comptés une fois révolus")
    };
    format!("{step}, {counted}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deadline_that_a_pack_may_name_is_said_in_words() {
        for (code, en, fr) in [
            ("next-year-03-15", "15\u{a0}March of the year after", "15\u{a0}mars de l’année suivante"),
            ("at-sale", "on the day of the sale", "le jour de la vente"),
            ("at-sale-30", "30 days after the sale", "30 jours après la vente"),
            ("days-after-1", "1 day after the end of the period", "1 jour après la fin de la période"),
            ("someday", "someday", "someday"),
            ("at-sale-soon", "at-sale-soon", "at-sale-soon"),
        ] {
            assert_eq!(deadline(Lang::En, code), en);
            assert_eq!(deadline(Lang::Fr, code), fr);
        }
    }

    #[test]
    fn a_penalty_says_which_months_count() {
        let quarter = "5 % for every 3 months late";
        assert_eq!(penalty(Lang::En, quarter), "5% for every 3 months late, counted once complete");
        assert_eq!(
            penalty(Lang::Fr, &format!("{quarter}, started")),
            "5\u{202f}% par tranche de 3 mois de retard, comptés dès qu’ils sont entamés"
        );
        assert_eq!(
            penalty(Lang::Fr, "1 % for every 1 months late"),
            "1\u{202f}% par mois de retard, comptés une fois révolus"
        );
        assert_eq!(penalty(Lang::Fr, "as the court decides"), "as the court decides");
    }
}
