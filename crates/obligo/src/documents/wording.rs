//! How the writers of reports write values: as the catalogue's language does.

use crate::words::Words;
use obligo_reports::Wording;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use rust_decimal::Decimal;

impl Wording for Words {
    fn language(&self) -> &str {
        Words::language(self)
    }

    fn amount(&self, minor: i64, currency: Currency) -> String {
        self.number(&format_minor(minor, currency.exponent()))
    }

    fn money(&self, minor: i64, currency: Currency) -> String {
        Words::money(self, &format_minor(minor, currency.exponent()), currency.code())
    }

    fn day(&self, day: Day) -> String {
        self.date(day)
    }

    fn integer(&self, number: i64) -> String {
        self.number(&number.to_string())
    }

    fn decimal(&self, number: Decimal) -> String {
        self.number(&number.to_string())
    }

    fn percent(&self, number: Decimal) -> String {
        self.percent_of_100(&number.to_string())
    }

    fn month(&self, day: Day) -> String {
        Words::month(self, day)
    }

    fn money_unit(&self, power: usize, currency: Currency) -> String {
        let ids = ["chart-unit-thousand", "chart-unit-million", "chart-unit-billion"];
        match power.checked_sub(1).and_then(|n| ids.get(n)) {
            Some(id) => self.with(id, &[("currency", currency.code().to_owned())]),
            None => currency.code().to_owned(),
        }
    }

    fn flag(&self, flag: bool) -> String {
        self.text(if flag { "yes" } else { "no" })
    }

    fn page(&self, page: usize, pages: usize) -> String {
        self.with("report-page", &[("page", page.to_string()), ("pages", pages.to_string())])
    }

    fn total(&self) -> String {
        self.text("report-total")
    }

    fn nothing(&self) -> String {
        self.text("report-nothing")
    }
}
