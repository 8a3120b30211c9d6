//! Late interest (R9.8): what a buyer owes for paying late, by the law of a country or as agreed. Simple interest, amount x rate x days /
//! 365, never on interest, rounded once per item (R0.1). Interest and charges are no items of the ledger and never insured.

mod statutory;

pub use statutory::STATUTORY;

use crate::calendar::Day;
use crate::money::{Currency, div_round};
use rust_decimal::Decimal;
use std::fmt;

/// Days of a year, whatever the year.
const YEAR_DAYS: i128 = 365;
/// Ten-thousandths of a per cent in one whole.
const WHOLE: i128 = 1_000_000;
/// The row of the directive, for members of the European Union without one of their own.
pub const DIRECTIVE: &str = "EU";

/// Members of the European Union, where the directive on late payment holds.
const MEMBERS: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

/// Interest or a charge in per cent, to four decimals; may be below zero, as reference rates were.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Percent(i32);

impl Percent {
    /// Highest and lowest percentage taken.
    pub const MAX: i32 = 100;

    /// From hundredths of a per cent: `425` is 4.25 %.
    #[must_use]
    pub const fn hundredths(hundredths: i32) -> Percent {
        Percent(hundredths * 100)
    }

    /// The percentage of this value, if it has at most four decimals and lies from -100 to 100.
    #[must_use]
    pub fn from_decimal(value: Decimal) -> Option<Percent> {
        let bound = Decimal::from(Percent::MAX);
        if value.abs() > bound || value.normalize().scale() > 4 {
            return None;
        }
        i32::try_from(value.checked_mul(Decimal::from(10_000))?.normalize()).ok().map(Percent)
    }

    /// Reads a decimal with a point.
    #[must_use]
    pub fn parse(text: &str) -> Option<Percent> {
        let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        if is_plain { Percent::from_decimal(text.parse().ok()?) } else { None }
    }

    /// The sum of two, within the range of the type.
    #[must_use]
    pub fn plus(self, other: Percent) -> Percent {
        Percent(self.0.saturating_add(other.0))
    }

    /// This part of an amount in minor units, rounded half away from zero.
    #[must_use]
    pub fn of(self, amount: i64) -> Option<i64> {
        div_round(i128::from(amount) * i128::from(self.0), WHOLE)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = Decimal::new(self.0.into(), 4).normalize();
        if value.scale() < 2 { write!(f, "{value:.2}") } else { write!(f, "{value}") }
    }
}

/// What a country's law grants a creditor from a day on. Sums in minor units of `currency`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InterestTerms {
    /// Country, ISO 3166 two letters, or [`DIRECTIVE`].
    pub country: String,
    /// First day.
    pub valid_from: Day,
    /// Last day for which it is known.
    pub valid_until: Day,
    /// Reference rate a year.
    pub reference: Percent,
    /// What is added to it.
    pub margin: Percent,
    /// Lowest rate that may be agreed instead, as in France three times the legal rate.
    pub lowest_agreed: Option<Percent>,
    /// Fixed compensation for the cost of recovery, once per item.
    pub compensation: i64,
    /// What may be asked for a reminder, where the law names it.
    pub reminder_charge: Option<i64>,
    /// What may be asked for a collection claim, where the law names it.
    pub collection_charge: Option<i64>,
    /// Currency of the sums.
    pub currency: Currency,
    /// Where it is published.
    pub source: String,
}

impl InterestTerms {
    /// Rate a year; never below zero.
    #[must_use]
    pub fn rate(&self) -> Percent {
        self.reference.plus(self.margin).max(Percent::default())
    }

    /// Whether both hold in one country on one day.
    #[must_use]
    pub fn overlaps(&self, other: &InterestTerms) -> bool {
        self.country == other.country
            && self.valid_from <= other.valid_until
            && other.valid_from <= self.valid_until
    }

    /// What is left of it before and after another of its country.
    fn beside(self, other: &InterestTerms) -> Vec<InterestTerms> {
        if !self.overlaps(other) {
            return vec![self];
        }
        let mut left = Vec::new();
        if self.valid_from < other.valid_from {
            left.push(InterestTerms { valid_until: other.valid_from.plus_days(-1), ..self.clone() });
        }
        if other.valid_until < self.valid_until {
            left.push(InterestTerms { valid_from: other.valid_until.plus_days(1), ..self });
        }
        left
    }
}

/// Terms of all countries, in order of country and day; those of a country never overlap.
#[derive(Clone, Debug, Default)]
pub struct InterestTable {
    rows: Vec<InterestTerms>,
}

impl InterestTable {
    /// The table of the program.
    #[must_use]
    pub fn statutory() -> InterestTable {
        InterestTable::default().with(statutory::rows())
    }

    /// With rows of the house: on its days each takes the place of what was known for the country.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = InterestTerms>) -> InterestTable {
        for row in rows {
            let known = std::mem::take(&mut self.rows);
            self.rows.extend(known.into_iter().flat_map(|known| known.beside(&row)));
            self.rows.push(row);
        }
        self.rows.sort_by(|a, b| (&a.country, a.valid_from).cmp(&(&b.country, b.valid_from)));
        self
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[InterestTerms] {
        &self.rows
    }

    /// The rows of a country in order of day: its own, or those of the directive for a member of the European Union; else none.
    #[must_use]
    pub fn of_country(&self, country: &str) -> &[InterestTerms] {
        let own = self.named(country);
        let is_member = MEMBERS.split_ascii_whitespace().any(|member| member == country);
        if own.is_empty() && is_member { self.named(DIRECTIVE) } else { own }
    }

    /// What holds in a country on a day.
    #[must_use]
    pub fn at(&self, country: &str, day: Day) -> Option<&InterestTerms> {
        self.law_at(country, day).filter(|row| day <= row.valid_until)
    }

    /// The law last known by a day, for the sums it fixes whatever the rate of the day is.
    #[must_use]
    pub fn law_at(&self, country: &str, day: Day) -> Option<&InterestTerms> {
        let rows = self.of_country(country);
        rows[..rows.partition_point(|row| row.valid_from <= day)].last()
    }

    fn named(&self, country: &str) -> &[InterestTerms] {
        let first = self.rows.partition_point(|row| row.country.as_str() < country);
        let count = self.rows[first..].partition_point(|row| row.country == country);
        &self.rows[first..first + count]
    }
}

/// A rate from a day on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RateFrom {
    /// First day.
    pub day: Day,
    /// Rate a year; `None` where it is not known.
    pub rate: Option<Percent>,
}

/// The rates that apply in a country: by its law, or the agreed rate, raised to the lowest that may be agreed there. After the last day
/// for which terms are known the rate is not known, but an agreed one is where the country names no lowest.
#[must_use]
pub fn rates_of(terms: &[InterestTerms], agreed: Option<Percent>) -> Vec<RateFrom> {
    let mut rates = Vec::new();
    if let (Some(agreed), Some(day)) = (agreed, Day::from_epoch_days(FIRST_DAY)) {
        rates.push(RateFrom { day, rate: Some(agreed) });
    }
    for (n, row) in terms.iter().enumerate() {
        let rate =
            agreed.map_or_else(|| row.rate(), |agreed| row.lowest_agreed.unwrap_or_default().max(agreed));
        rates.push(RateFrom { day: row.valid_from, rate: Some(rate) });
        let end = row.valid_until.plus_days(1);
        if row.valid_until < Day::LAST && terms.get(n + 1).is_none_or(|next| next.valid_from > end) {
            rates.push(RateFrom { day: end, rate: agreed.filter(|_| row.lowest_agreed.is_none()) });
        }
    }
    rates
}

/// 1900-01-01: before any due date there is.
const FIRST_DAY: i32 = -25_567;

/// A stretch of days on which one amount bore one rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InterestPeriod {
    /// First day that bears interest.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// What was open, minor units.
    pub amount: i64,
    /// Rate a year.
    pub rate: Percent,
}

impl InterestPeriod {
    /// Its days.
    #[must_use]
    pub fn days(&self) -> i32 {
        self.until.days_since(self.from).saturating_add(1)
    }
}

/// Interest of one item.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LateInterest {
    /// Minor units of the item's currency, rounded once.
    pub amount: i64,
    /// How it came about.
    pub periods: Vec<InterestPeriod>,
    /// First day something was open for which no rate is known: such days bear no interest here.
    pub unknown_from: Option<Day>,
}

/// Interest from the day after the due date to `until`, that day included. `open_from` says what was open from a day on (settlements of
/// a day count from the next day), in order of day, the first at or before the due date. Days without a known rate bear none and are
/// named; nor does a balance of zero or less. An absurd sum is the largest amount there is.
#[must_use]
pub fn late_interest(rates: &[RateFrom], due: Day, until: Day, open_from: &[(Day, i64)]) -> LateInterest {
    let first = due.plus_days(1);
    let changes = rates.iter().map(|rate| rate.day).chain(open_from.iter().map(|(day, _)| *day));
    let mut starts: Vec<Day> = changes.filter(|day| *day > first && *day <= until).collect();
    starts.extend((first <= until).then_some(first));
    starts.sort_unstable();
    starts.dedup();
    let mut interest = LateInterest::default();
    let mut sum: i128 = 0;
    for (n, from) in starts.iter().enumerate() {
        let last = starts.get(n + 1).map_or(until, |next| next.plus_days(-1));
        let rate = rates[..rates.partition_point(|rate| rate.day <= *from)].last().and_then(|rate| rate.rate);
        let amount = open_from[..open_from.partition_point(|(day, _)| day <= from)].last().map(|(_, n)| *n);
        let Some(amount) = amount.filter(|amount| *amount > 0) else { continue };
        let Some(rate) = rate else {
            interest.unknown_from.get_or_insert(*from);
            continue;
        };
        let period = InterestPeriod { from: *from, until: last, amount, rate };
        let product = i128::from(amount) * i128::from(rate.0) * i128::from(period.days());
        sum = sum.saturating_add(product);
        interest.periods.push(period);
    }
    interest.amount = div_round(sum, WHOLE * YEAR_DAYS).unwrap_or(i64::MAX);
    interest
}

#[cfg(test)]
mod tests;
