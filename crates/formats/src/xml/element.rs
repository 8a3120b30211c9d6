//! One element of an XML file with everything in it, and the values it holds.

use crate::books::Position;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AmountError, Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;

/// An element: its name without prefix, attributes without prefix, text and children.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// Line of the start tag.
    pub(crate) line: u64,
    pub(crate) attributes: Vec<(String, String)>,
    /// Its own text, without that of its children.
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// Adds a child if it is one of `wanted` and the first of its name: what a record takes stays bounded.
    pub(crate) fn keep(&mut self, child: Element, wanted: &[&str]) {
        if wanted.contains(&child.name.as_str()) && self.child(&child.name).is_none() {
            self.children.push(child);
        }
    }

    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children of this name.
    pub(crate) fn all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a Element> + use<'a, 'n> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element on a path such as `Sts/Cd`.
    pub(crate) fn at(&self, path: &str) -> Option<&Element> {
        match path.split_once('/') {
            None => self.child(path),
            Some((first, rest)) => self.all(first).find_map(|child| child.at(rest)),
        }
    }

    /// The first element on any of the paths that has a text.
    pub(crate) fn first(&self, paths: &[&str]) -> Option<&Element> {
        paths.iter().filter_map(|path| self.at(path)).find(|element| !element.value().is_empty())
    }

    /// Its text without blanks at the ends.
    pub(crate) fn value(&self) -> &str {
        self.text.trim()
    }

    /// The text on the first path that has one, every run of blanks and line breaks as one blank; empty if none has.
    pub(crate) fn words(&self, paths: &[&str]) -> String {
        self.first(paths).map(|element| words(&element.text)).unwrap_or_default()
    }

    /// The value of an attribute; empty if it has none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The element on the path with a text, or a problem that it is missing.
    pub(crate) fn required(&self, path: &str) -> Result<&Element, Problem> {
        self.first(&[path]).ok_or_else(|| self.missing(path))
    }

    /// The problem that something is missing in this element.
    pub(crate) fn missing(&self, path: &str) -> Problem {
        let name = path.rsplit('/').next().unwrap_or(path);
        Problem::refused("element-missing")
            .with("element", name)
            .with("parent", &self.name)
            .at_line(self.line)
    }

    /// Where it stands.
    pub(crate) fn position(&self) -> Position {
        Position { line: self.line, element: self.name.clone() }
    }

    /// A problem of its value.
    pub(crate) fn problem(&self, code: &'static str) -> Problem {
        Problem::refused(code).at_line(self.line).at_column(&self.name).of_value(self.value())
    }

    /// A day: `2026-01-31`, with a time or a time zone behind it, which are left out.
    pub(crate) fn day(&self) -> Result<Day, Problem> {
        let text = self.value();
        let (day, rest) = text.split_at_checked(10).unwrap_or((text, ""));
        let is_rest = rest.is_empty() || rest.starts_with(['T', 't', ' ', 'Z', '+', '-']);
        Day::parse_iso(day).filter(|_| is_rest).ok_or_else(|| self.problem("element-not-a-date"))
    }

    /// An amount in a currency, with no more decimals than it has (R0.1).
    pub(crate) fn money(&self, currency: Currency) -> Result<Money, Problem> {
        Money::parse(&plain(self.value()), currency).map_err(|error| match error {
            AmountError::NotANumber => self.problem("element-not-an-amount"),
            AmountError::TooManyDecimals => self
                .problem("element-too-many-decimals")
                .with("currency", currency)
                .with("decimals", currency.exponent()),
            AmountError::TooLarge => self.problem("element-amount-too-large"),
        })
    }

    /// An exact number of at most 28 digits.
    pub(crate) fn decimal(&self) -> Result<Decimal, Problem> {
        let text = plain(self.value());
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
        let read = Decimal::from_str_exact(&text).ok().filter(|_| is_number);
        read.ok_or_else(|| self.problem("element-not-an-amount"))
    }

    /// A currency code as its text.
    pub(crate) fn currency(&self) -> Result<Currency, Problem> {
        Currency::parse(self.value()).ok_or_else(|| self.problem("element-not-a-currency"))
    }

    /// The currency named by an attribute.
    pub(crate) fn currency_of(&self, attribute: &str) -> Result<Currency, Problem> {
        let code = self.attribute(attribute);
        Currency::parse(code).ok_or_else(|| self.problem("element-not-a-currency").of_value(code))
    }
}

/// A text with every run of blanks and line breaks as one blank.
pub(crate) fn words(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut joined = words.next().unwrap_or_default().to_owned();
    for word in words {
        joined.push(' ');
        joined.push_str(word);
    }
    joined
}

/// XML Schema allows `.5` and `5.`; elsewhere both are wrong.
fn plain(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(digits) => (&text[..1], digits),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    match (whole, fraction) {
        ("", "") => text.to_owned(),
        ("", fraction) => format!("{sign}0.{fraction}"),
        (whole, "") => format!("{sign}{whole}"),
        _ => text.to_owned(),
    }
}
