//! How a language writes numbers and dates, from the Unicode locale data.

use fixed_decimal::Decimal;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, YM, YMD, YMDE, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_datetime::options::{Length, TimePrecision, YearStyle};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use obligo_rules::calendar::Day;
use std::cell::RefCell;
use std::rc::Rc;

/// A break must not part what belongs together.
const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// Longer digit strings are no amounts; they stay as they are.
const DIGITS_MAX: usize = 60;

type Dates<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The marks of a language's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    /// Between groups of three digits.
    pub(super) grouping: char,
    /// Before the decimals.
    pub(super) decimal: char,
}

/// Formatters of one language. Each is absent only if the locale data lack the language; then the plain form stands in.
pub(super) struct Writing {
    tag: &'static str,
    numbers: Option<DecimalFormatter>,
    marks: Marks,
    dates: Option<Dates<YMD>>,
    weekday_dates: Option<Dates<YMDE>>,
    months: Option<Dates<YM>>,
    month_names: Vec<String>,
    instants: Option<Dates<YMDT>>,
}

impl Writing {
    /// Calls `with` with the formatters of a language. They cannot be shared between threads, so each thread has its own.
    pub(super) fn of<R>(tag: &'static str, with: impl FnOnce(&Writing) -> R) -> R {
        thread_local! { static READY: RefCell<Vec<Rc<Writing>>> = const { RefCell::new(Vec::new()) }; }
        let ready = READY.with_borrow(|all| all.iter().find(|writing| writing.tag == tag).cloned());
        let writing = ready.unwrap_or_else(|| {
            let made = Rc::new(Writing::new(tag));
            READY.with_borrow_mut(|all| all.push(made.clone()));
            made
        });
        with(&writing)
    }

    fn new(tag: &'static str) -> Writing {
        // American dates cannot be told from European ones by their digits; British ones name the month.
        let (region, length) = if tag == "en" { ("en-GB", Length::Medium) } else { (tag, Length::Short) };
        let locale = region.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        let numbers = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok();
        let full = YearStyle::Full;
        let date = YMD::for_length(length).with_year_style(full);
        let weekday_date = YMDE::for_length(length).with_year_style(full);
        let instant = date.with_time(TimePrecision::Minute);
        let names = Dates::try_new((&locale).into(), M::long()).ok();
        let month_names = (1..=12)
            .filter_map(|month| {
                let date = Date::try_new_gregorian(2024, month, 1).ok()?;
                Some(names.as_ref()?.format(&date).to_string().to_lowercase())
            })
            .collect();
        Writing {
            tag,
            marks: marks(numbers.as_ref()),
            numbers,
            dates: Dates::try_new((&locale).into(), date).ok(),
            weekday_dates: Dates::try_new((&locale).into(), weekday_date).ok(),
            months: Dates::try_new((&locale).into(), YM::long()).ok(),
            month_names,
            instants: Dates::try_new((&locale).into(), instant).ok(),
        }
    }

    pub(super) fn marks(&self) -> Marks {
        self.marks
    }

    /// Names of the twelve months in small letters; empty without locale data.
    pub(super) fn month_names(&self) -> &[String] {
        &self.month_names
    }

    pub(super) fn number(&self, plain: &str) -> Option<String> {
        let digits = plain.strip_prefix('-').unwrap_or(plain);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_padded = whole.len() > 1 && whole.starts_with('0');
        if digits.len() > DIGITS_MAX || is_padded || !are_digits(whole) || !are_digits(fraction) {
            return None;
        }
        let number = Decimal::try_from_str(plain).ok()?;
        Some(self.numbers.as_ref()?.format(&number).to_string())
    }

    pub(super) fn money(&self, number: &str, currency: &str) -> String {
        match (self.tag, number.strip_prefix('-')) {
            ("en", Some(amount)) => format!("-{currency}{NO_BREAK_SPACE}{amount}"),
            ("en", None) => format!("{currency}{NO_BREAK_SPACE}{number}"),
            _ => format!("{number}{NO_BREAK_SPACE}{currency}"),
        }
    }

    pub(super) fn percent(&self, number: &str) -> String {
        match self.tag {
            "en" => format!("{number}%"),
            "fr" => format!("{number}{NARROW_NO_BREAK_SPACE}%"),
            _ => format!("{number}{NO_BREAK_SPACE}%"),
        }
    }

    pub(super) fn date(&self, day: Day) -> Option<String> {
        Some(self.dates.as_ref()?.format(&gregorian(day)?).to_string())
    }

    pub(super) fn weekday_date(&self, day: Day) -> Option<String> {
        Some(self.weekday_dates.as_ref()?.format(&gregorian(day)?).to_string())
    }

    pub(super) fn month(&self, day: Day) -> Option<String> {
        Some(self.months.as_ref()?.format(&gregorian(day)?).to_string())
    }

    pub(super) fn instant(&self, day: Day, hour: u8, minute: u8) -> Option<String> {
        let time = Time::try_new(hour, minute, 0, 0).ok()?;
        let instant = DateTime { date: gregorian(day)?, time };
        Some(format!("{}{NO_BREAK_SPACE}UTC", self.instants.as_ref()?.format(&instant)))
    }
}

fn gregorian(day: Day) -> Option<Date<Gregorian>> {
    let (year, month, day) = day.ymd();
    Date::try_new_gregorian(year.into(), month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The locale data do not tell their marks, so they are read from a number written with them.
fn marks(numbers: Option<&DecimalFormatter>) -> Marks {
    let plain = Marks { grouping: ',', decimal: '.' };
    let (Some(numbers), Ok(sample)) = (numbers, Decimal::try_from_str("123456.7")) else { return plain };
    let written = numbers.format(&sample).to_string();
    let mut marks = written.chars().filter(|c| !c.is_ascii_digit());
    match (marks.next(), marks.next()) {
        (Some(grouping), Some(decimal)) => Marks { grouping, decimal },
        _ => plain,
    }
}
