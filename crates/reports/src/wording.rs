//! How the reader's language writes values and the few words writers add themselves.

use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use rust_decimal::Decimal;

/// Values and words of one language; the program gives it from its catalogue.
pub trait Wording {
    /// The language's tag for documents: `en`, `de`, `fr`, `sv`.
    fn language(&self) -> &str;
    /// An amount in minor units, with the decimals of its currency and without the currency's name (R0.1).
    fn amount(&self, minor: i64, currency: Currency) -> String;
    /// An amount with its currency, as it stands in a sentence.
    fn money(&self, minor: i64, currency: Currency) -> String {
        format!("{}\u{a0}{currency}", self.amount(minor, currency))
    }
    /// A date, short.
    fn day(&self, day: Day) -> String;
    /// A whole number.
    fn integer(&self, number: i64) -> String;
    /// A decimal with the places it has: percentages, rates.
    fn decimal(&self, number: Decimal) -> String;
    /// A percentage with its sign: 85 as `85 %`.
    fn percent(&self, number: Decimal) -> String {
        format!("{}\u{a0}%", self.decimal(number))
    }
    /// A month with its year, short: a tick of an axis of time.
    fn month(&self, day: Day) -> String {
        self.day(day)
    }
    /// The unit of an axis of money: the currency's name, or thousands, millions, billions of it for `power` 1, 2, 3.
    fn money_unit(&self, power: usize, currency: Currency) -> String {
        format!("{}{currency}", ["", "1,000 ", "1,000,000 ", "1,000,000,000 "][power.min(3)])
    }
    /// Yes or no.
    fn flag(&self, flag: bool) -> String;
    /// The foot of a page: `Page 2 of 7`.
    fn page(&self, page: usize, pages: usize) -> String;
    /// The name of a totals row: `Total`.
    fn total(&self) -> String;
    /// The line of a table without rows.
    fn nothing(&self) -> String;
}
