//! Totals a section of the file states, against what is in it.

use crate::xml::Element;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;

/// Sums of one section: of lines, which may have more decimals than the currency.
pub(super) struct Totals {
    pub(super) entries: u64,
    /// Every record could be read.
    pub(super) is_sound: bool,
    debit: Decimal,
    credit: Decimal,
    stated: Vec<Element>,
}

impl Default for Totals {
    fn default() -> Totals {
        Totals { entries: 0, is_sound: true, debit: Decimal::ZERO, credit: Decimal::ZERO, stated: Vec::new() }
    }
}

impl Totals {
    /// Takes a total the section states.
    pub(super) fn state(&mut self, element: &Element) {
        if self.stated.iter().all(|stated| stated.name != element.name) {
            self.stated.push(element.clone());
        }
    }

    /// Adds the sides of a record; cancelled ones do not count.
    pub(super) fn add(&mut self, debit: Decimal, credit: Decimal, is_cancelled: bool) {
        if !is_cancelled {
            self.debit = sum(self.debit, debit);
            self.credit = sum(self.credit, credit);
        }
    }

    /// What is stated and not so.
    pub(super) fn check(&self) -> Vec<Problem> {
        let mut warnings = Vec::new();
        for stated in self.stated.iter().filter(|_| self.is_sound) {
            let found = match stated.name.as_str() {
                "NumberOfEntries" => Decimal::from(self.entries),
                "TotalDebit" => self.debit,
                _ => self.credit,
            };
            if stated.decimal().is_ok_and(|number| number != found) {
                let problem =
                    Problem::refused("file-total-differs").at_line(stated.line).at_column(&stated.name);
                warnings.push(problem.with("stated", stated.value()).with("found", found.normalize()));
            }
        }
        warnings
    }
}

/// A sum; beyond 28 digits, far beyond any amount, it stays as it was.
pub(super) fn sum(first: Decimal, second: Decimal) -> Decimal {
    first.checked_add(second).unwrap_or(first)
}

/// An amount as an exact number.
pub(super) fn decimal(money: Money) -> Decimal {
    Decimal::new(money.minor, money.currency.exponent())
}

/// An exact number as an amount; `None` if it has more decimals than the currency or is too large.
pub(super) fn money(number: Decimal, currency: Currency) -> Option<Money> {
    Money::parse(&number.normalize().to_string(), currency).ok()
}
