//! How a language writes: texts of the catalogue, numbers, amounts, dates. One value per language, shared by all faces.

mod reading;
mod writing;

use crate::messages::{Facts, Messages};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::sync::OnceLock;
use writing::Writing;

/// Texts and formats of one language.
#[derive(Debug)]
pub struct Words {
    /// Texts.
    pub messages: Messages,
    tag: &'static str,
}

impl Words {
    /// The words of a language named as `de`, `de-AT` or `de_AT.UTF-8`; English if it is not there.
    #[must_use]
    pub fn of(language: &str) -> &'static Words {
        static ALL: OnceLock<Vec<(&str, OnceLock<Words>)>> = OnceLock::new();
        let all = ALL.get_or_init(|| Messages::languages().map(|tag| (tag, OnceLock::new())).collect());
        let primary = language.split(['-', '_', '.', '@']).next().unwrap_or("").to_ascii_lowercase();
        let (tag, words) = all.iter().find(|(tag, _)| *tag == primary).unwrap_or(&all[0]);
        words.get_or_init(|| Words::new(tag))
    }

    fn new(tag: &'static str) -> Words {
        Words { messages: Messages::new(tag), tag }
    }

    /// The language's tag: `en`, `de`, `fr`, `sv`.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.tag
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

    /// A plain decimal (`-1234.50`) as the language writes it, with the decimals it has; what is no plain decimal stays as
    /// it is, so does a number with zeros in front (`0012` is a code).
    #[must_use]
    pub fn number(&self, plain: &str) -> String {
        Writing::of(self.tag, |writing| writing.number(plain)).unwrap_or_else(|| plain.to_owned())
    }

    /// A plain decimal with its currency, in the order of the language: `EUR 1,234.50`, `1.234,50 EUR`.
    #[must_use]
    pub fn money(&self, plain: &str, currency: &str) -> String {
        let number = self.number(plain);
        Writing::of(self.tag, |writing| writing.money(&number, currency))
    }

    /// A share of 1 as a percentage without decimals; neither 0 nor 100 unless it is so exactly.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        let percent = (share * 100.0).round();
        let percent = if share > 0.0 && percent < 1.0 {
            1.0
        } else if share < 1.0 && percent > 99.0 {
            99.0
        } else {
            percent
        };
        // A small loss rounds to "-0" otherwise.
        self.percent_of_100(&format!("{:.0}", percent + 0.0))
    }

    /// A percentage given as a plain decimal of 100, such as `72.5`, with the decimals it has.
    #[must_use]
    pub fn percent_of_100(&self, plain: &str) -> String {
        let number = self.number(plain);
        Writing::of(self.tag, |writing| writing.percent(&number))
    }

    /// A date in the shortest form that cannot be mistaken: `31 Jan 2024`, `31.01.2024`, `31/01/2024`, `2024-01-31`.
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        Writing::of(self.tag, |writing| writing.date(day)).unwrap_or_else(|| day.to_string())
    }

    /// A date given as `2024-01-31`; what is no date stays as it is.
    #[must_use]
    pub fn date_text(&self, iso: &str) -> String {
        Day::parse_iso(iso).map_or_else(|| iso.to_owned(), |day| self.date(day))
    }

    /// A date with its day of the week in short.
    #[must_use]
    pub fn weekday_date(&self, day: Day) -> String {
        Writing::of(self.tag, |writing| writing.weekday_date(day)).unwrap_or_else(|| day.to_string())
    }

    /// Month and year: `January 2024`.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        Writing::of(self.tag, |writing| writing.month(day)).unwrap_or_else(|| day.to_string()[..7].to_owned())
    }

    /// An instant given as `2024-01-31T10:20:30Z`, to the minute, in UTC and saying so; what is no instant stays as it is.
    #[must_use]
    pub fn instant(&self, iso: &str) -> String {
        let written = || {
            let (date, time) = iso.strip_suffix('Z')?.split_once('T')?;
            let mut parts = time.splitn(3, ':').map(str::parse);
            let (hour, minute) = (parts.next()?.ok()?, parts.next()?.ok()?);
            let day = Day::parse_iso(date)?;
            Writing::of(self.tag, |writing| writing.instant(day, hour, minute))
        };
        written().unwrap_or_else(|| iso.to_owned())
    }

    /// A typed amount as a plain decimal (`-1234.50`), `None` if it is none: with the language's marks, with blanks between
    /// groups of three digits, or plain. Where two readings fit, as with `1.234` in German, the language's counts.
    #[must_use]
    pub fn parse_amount(&self, typed: &str) -> Option<String> {
        reading::amount(typed, Writing::of(self.tag, Writing::marks))
    }

    /// A typed date, `None` if it is none or could be two: `2024-01-31`, the numeric form of the language where only one
    /// reading is possible (`31.1.2024`, `31/01/24`; none in English), or with the month's name (`31 Jan 2024`).
    /// Two digits of a year are of this century.
    #[must_use]
    pub fn parse_date(&self, typed: &str) -> Option<Day> {
        Writing::of(self.tag, |writing| reading::date(typed, self.tag, writing.month_names()))
    }

    /// What a label means, if there is more to say than the label.
    #[must_use]
    pub fn help(&self, id: &str) -> Option<String> {
        self.messages.help(id)
    }

    /// Text and remedy of a problem.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> (String, Option<String>) {
        self.messages.problem(problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAGS: [&str; 4] = ["en", "de", "fr", "sv"];

    /// No-break spaces as one sees them: `_` the wide, `'` the narrow one.
    fn seen(text: &str) -> String {
        text.replace('\u{a0}', "_").replace('\u{202f}', "'")
    }

    fn in_all(write: impl Fn(&Words) -> String) -> [String; 4] {
        TAGS.map(|tag| seen(&write(&Words::new(tag))))
    }

    #[test]
    fn r14_1_numbers_are_written_as_the_language_writes_them() {
        for (plain, expected) in [
            ("1234567.89", ["1,234,567.89", "1.234.567,89", "1'234'567,89", "1_234_567,89"]),
            ("-1234.50", ["-1,234.50", "-1.234,50", "-1'234,50", "−1_234,50"]),
            ("1000", ["1,000", "1.000", "1'000", "1_000"]),
            (
                "-9223372036854775808",
                [
                    "-9,223,372,036,854,775,808",
                    "-9.223.372.036.854.775.808",
                    "-9'223'372'036'854'775'808",
                    "−9_223_372_036_854_775_808",
                ],
            ),
            ("0.00", ["0.00", "0,00", "0,00", "0,00"]),
            ("999", ["999"; 4]),
            ("0012", ["0012"; 4]),
            ("", [""; 4]),
            ("none", ["none"; 4]),
            ("2024-01-31", ["2024-01-31"; 4]),
            ("1e5", ["1e5"; 4]),
        ] {
            assert_eq!(in_all(|words| words.number(plain)), expected, "{plain}");
        }
    }

    #[test]
    fn r14_1_amounts_stand_with_their_currency_in_the_languages_order() {
        assert_eq!(
            in_all(|words| words.money("-1234.50", "EUR")),
            ["-EUR_1,234.50", "-1.234,50_EUR", "-1'234,50_EUR", "−1_234,50_EUR"]
        );
        assert_eq!(
            in_all(|words| words.money("0.00", "SEK")),
            ["SEK_0.00", "0,00_SEK", "0,00_SEK", "0,00_SEK"]
        );
        assert_eq!(in_all(|words| words.percent(0.904)), ["90%", "90_%", "90'%", "90_%"]);
        for (share, expected) in
            [(-0.001, "0%"), (0.0, "0%"), (0.001, "1%"), (0.9999, "99%"), (1.0, "100%"), (12.5, "1,250%")]
        {
            assert_eq!(Words::new("en").percent(share), expected, "{share}");
        }
        assert_eq!(in_all(|words| words.percent_of_100("72.5")), ["72.5%", "72,5_%", "72,5'%", "72,5_%"]);
    }

    #[test]
    fn r14_1_dates_are_written_so_that_day_and_month_cannot_be_mistaken() {
        let day = Day::parse_iso("2024-03-04").unwrap();
        assert_eq!(in_all(|words| words.date(day)), ["4 Mar 2024", "04.03.2024", "04/03/2024", "2024-03-04"]);
        assert_eq!(
            in_all(|words| words.weekday_date(day)),
            ["Mon, 4 Mar 2024", "Mo., 04.03.2024", "lun. 04/03/2024", "mån, 2024-03-04"]
        );
        assert_eq!(in_all(|words| words.month(day)), ["March 2024", "März 2024", "mars 2024", "mars 2024"]);
        assert_eq!(
            in_all(|words| words.instant("2024-03-04T09:05:59Z")),
            [
                "4 Mar 2024, 09:05_UTC",
                "04.03.2024, 09:05_UTC",
                "04/03/2024 09:05_UTC",
                "2024-03-04 09:05_UTC"
            ]
        );
        assert_eq!(in_all(|words| words.date_text("soon")), ["soon"; 4]);
        assert_eq!(in_all(|words| words.instant("2024-03-04T25:05:59Z")), ["2024-03-04T25:05:59Z"; 4]);
    }

    #[test]
    fn r14_1_what_is_written_can_be_typed_back() {
        for tag in TAGS {
            let words = Words::new(tag);
            for plain in ["1234567.89", "-1234.50", "1000", "0.00", "0.05", "-9223372036854775808"] {
                assert_eq!(words.parse_amount(&words.number(plain)).as_deref(), Some(plain), "{tag}");
            }
            let mut day = Day::parse_iso("2023-12-15").unwrap();
            while day < Day::parse_iso("2025-02-01").unwrap() {
                assert_eq!(words.parse_date(&words.date(day)), Some(day), "{tag}: {}", words.date(day));
                assert_eq!(words.parse_date(&day.to_string()), Some(day), "{tag}");
                day = day.plus_days(9);
            }
        }
    }

    #[test]
    fn r14_1_amounts_are_read_in_the_marks_of_the_language_or_plain() {
        for (tag, typed, expected) in [
            ("en", "1,234.5", Some("1234.5")),
            ("en", " +1 234 567 ", Some("1234567")),
            ("en", "1,5", None),
            ("en", "1,234,56", None),
            ("de", "1.234", Some("1234")),
            ("de", "1234.50", Some("1234.50")),
            ("de", "1.5", Some("1.5")),
            ("de", "1.234,5", Some("1234.5")),
            ("de", "1.23,5", None),
            ("de", "1,234.50", None),
            ("fr", "1 234,50", Some("1234.50")),
            ("fr", "1.234,50", None),
            ("fr", "12 34", None),
            ("sv", "−1 234,50", Some("-1234.50")),
            ("sv", ",5", Some("0.5")),
            ("sv", "-0,00", Some("0.00")),
            ("sv", "007", Some("7")),
            ("sv", "5,", None),
            ("sv", "", None),
            ("sv", "-", None),
            ("sv", "12a", None),
            ("sv", "1e5", None),
            ("sv", "١٢", None),
        ] {
            assert_eq!(Words::new(tag).parse_amount(typed).as_deref(), expected, "{tag}: {typed}");
        }
    }

    #[test]
    fn r14_1_dates_are_read_where_only_one_day_can_be_meant() {
        for (tag, typed, expected) in [
            ("en", "4 Mar 2024", Some("2024-03-04")),
            ("en", "4-mar-24", Some("2024-03-04")),
            ("en", "4 September 2024", Some("2024-09-04")),
            ("en", "03/04/2024", None),
            ("en", "4 Ma 2024", None),
            ("en", "2024-3-4", Some("2024-03-04")),
            ("de", "4.3.24", Some("2024-03-04")),
            ("de", "4. März 2024", Some("2024-03-04")),
            ("de", "29.02.2023", None),
            ("de", "4/3/2024", None),
            ("fr", "4/3/2024", Some("2024-03-04")),
            ("fr", "4 févr. 2024", Some("2024-02-04")),
            ("fr", "4 jui 2024", None),
            ("sv", "4/3/2024", None),
            ("sv", "2024-03-04", Some("2024-03-04")),
            ("sv", "2024-03-04-05", None),
            ("sv", "", None),
            ("sv", "2024/03/04", None),
        ] {
            let expected = expected.and_then(Day::parse_iso);
            assert_eq!(Words::new(tag).parse_date(typed), expected, "{tag}: {typed}");
        }
    }

    #[test]
    fn r14_1_the_language_is_found_by_its_first_part() {
        for tag in ["en", "en_GB.UTF-8", "C.UTF-8", "", "xx"] {
            assert_eq!(Words::of(tag).language(), "en", "{tag}");
        }
    }
}
