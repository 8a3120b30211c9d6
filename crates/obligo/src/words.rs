//! How a language writes: texts of the catalogue, numbers, amounts, dates. One value per language, shared by all pages.

use crate::messages::{Facts, Messages};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::sync::OnceLock;

/// Texts and formats of one language.
#[derive(Debug)]
pub struct Words {
    /// Texts.
    pub messages: Messages,
}

impl Words {
    /// The words of a language named as `de`, `de-AT` or `de_AT.UTF-8`; English if it is not there.
    #[must_use]
    pub fn of(language: &str) -> &'static Words {
        static ALL: OnceLock<Vec<Words>> = OnceLock::new();
        let all = ALL.get_or_init(|| {
            Messages::languages().map(|tag| Words { messages: Messages::new(tag) }).collect()
        });
        let primary = language.split(['-', '_', '.', '@']).next().unwrap_or("").to_ascii_lowercase();
        all.iter().find(|words| words.language() == primary).unwrap_or(&all[0])
    }

    /// The language's tag: `en`, `de`, `fr`, `sv`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.messages.language()
    }

    /// A text of the catalogue.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.messages.text(id, &[])
    }

    /// A text of the catalogue with facts.
    #[must_use]
    pub fn with(&self, id: &str, facts: &Facts<'_>) -> String {
        self.messages.text(id, facts)
    }

    /// A count with its noun: the message chooses by `{ $count }` and shows `{ $shown }`.
    #[must_use]
    pub fn count(&self, id: &str, count: usize) -> String {
        self.with(id, &[("count", count.to_string()), ("shown", self.number(&count.to_string()))])
    }

    /// A plain decimal (`-1234.50`) as the language writes it; what is no number stays as it is.
    #[must_use]
    pub fn number(&self, plain: &str) -> String {
        plain.to_owned()
    }

    /// A plain decimal with its currency.
    #[must_use]
    pub fn money(&self, plain: &str, currency: &str) -> String {
        format!("{} {currency}", self.number(plain))
    }

    /// A share of 1 as a percentage without decimals.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        format!("{:.0}%", share * 100.0)
    }

    /// A date in short numeric form.
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        day.to_string()
    }

    /// A date given as `2024-01-31`; what is no date stays as it is.
    #[must_use]
    pub fn date_text(&self, iso: &str) -> String {
        Day::parse_iso(iso).map_or_else(|| iso.to_owned(), |day| self.date(day))
    }

    /// Month and year.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        day.to_string()[..7].to_owned()
    }

    /// An instant given as `2024-01-31T10:20:30Z`, to the minute, in UTC.
    #[must_use]
    pub fn instant(&self, iso: &str) -> String {
        iso.replace('T', " ").trim_end_matches('Z').to_owned()
    }

    /// Text and remedy of a problem.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> (String, Option<String>) {
        self.messages.problem(problem)
    }
}
