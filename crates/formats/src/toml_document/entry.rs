//! A value of the document with its place.

use super::Document;
use crate::nearest::nearest;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AMOUNT_MINOR_MAX, AmountError, Currency, format_minor, parse_minor};
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its key.
pub(crate) struct Entry<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) value: &'a DeValue<'a>,
    pub(crate) path: String,
    pub(crate) offset: usize,
    pub(super) literal: &'a str,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(
        document: &'a Document<'a>,
        value: &'a Spanned<DeValue<'a>>,
        path: String,
    ) -> Entry<'a> {
        let span = value.span();
        let literal = document.text.get(span.clone()).unwrap_or_default();
        Entry { document, value: value.get_ref(), path, offset: span.start, literal }
    }

    /// Reports a problem with this value.
    pub(crate) fn refuse<T>(&self, code: &'static str, facts: &[(&'static str, &str)]) -> Option<T> {
        self.refuse_at(self.offset, self.value.as_str().unwrap_or(self.literal), code, facts)
    }

    pub(super) fn refuse_at<T>(
        &self,
        offset: usize,
        shown: &str,
        code: &'static str,
        facts: &[(&'static str, &str)],
    ) -> Option<T> {
        let problem = self.document.problem(code, offset, &self.path).of_value(shown);
        let value = problem.place.value.clone().unwrap_or_default();
        let problem =
            facts.iter().fold(problem.with("value", value), |problem, (name, fact)| problem.with(name, fact));
        self.document.push(offset, problem);
        None
    }

    pub(crate) fn wrong_type<T>(&self, expected: &str) -> Option<T> {
        self.refuse("policy-wrong-type", &[("expected", expected), ("found", self.value.type_str())])
    }

    pub(super) fn out_of_range<T>(&self, from: &dyn ToString, to: &dyn ToString) -> Option<T> {
        self.refuse("policy-out-of-range", &[("from", &from.to_string()), ("to", &to.to_string())])
    }

    pub(crate) fn text(&self) -> Option<&'a str> {
        self.value.as_str().or_else(|| self.wrong_type("text"))
    }

    /// A text that is not empty and has at most `longest` characters.
    pub(crate) fn short_text(&self, longest: usize) -> Option<String> {
        let text = self.text()?.trim();
        if (1..=longest).contains(&text.chars().count()) {
            return Some(text.to_owned());
        }
        self.refuse("policy-text-length", &[("limit", &longest.to_string())])
    }

    /// A whole number in the range.
    pub(crate) fn number<N: TryFrom<u32>>(&self, range: RangeInclusive<u32>) -> Option<N> {
        let n = self.signed(i64::from(*range.start())..=i64::from(*range.end()))?;
        u32::try_from(n).ok().and_then(|n| N::try_from(n).ok())
    }

    /// A whole number in the range, which may be below zero.
    pub(crate) fn signed(&self, range: RangeInclusive<i64>) -> Option<i64> {
        let DeValue::Integer(n) = self.value else { return self.wrong_type("number") };
        let parsed = i64::from_str_radix(n.as_str(), n.radix()).ok();
        parsed.filter(|n| range.contains(n)).or_else(|| self.out_of_range(range.start(), range.end()))
    }

    pub(crate) fn table(&self) -> Option<&'a DeTable<'a>> {
        self.value.as_table().or_else(|| self.wrong_type("table"))
    }

    /// The elements of a list, their index from 1 in the path.
    pub(crate) fn elements(&self) -> Vec<Entry<'a>> {
        let Some(list) = self.value.as_array() else { return self.wrong_type("list").unwrap_or_default() };
        let entry = |(i, value)| Entry::new(self.document, value, format!("{}[{}]", self.path, i + 1));
        list.iter().enumerate().map(entry).collect()
    }

    pub(crate) fn choice<T: Copy>(&self, spellings: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = spellings.iter().find(|(spelling, _)| *spelling == text);
        found.map(|(_, value)| *value).or_else(|| {
            let nearest = nearest(text, spellings.iter().map(|(spelling, _)| *spelling)).unwrap_or("none");
            let allowed: Vec<String> =
                spellings.iter().map(|(spelling, _)| format!("\"{spelling}\"")).collect();
            self.refuse("policy-unknown-value", &[("allowed", &allowed.join(", ")), ("nearest", nearest)])
        })
    }

    pub(crate) fn date(&self) -> Option<Day> {
        let day = match self.value {
            DeValue::Datetime(at) if at.time.is_none() => at.date.and_then(|date| {
                Day::from_ymd(i16::try_from(date.year).ok()?, date.month as i8, date.day as i8)
            }),
            DeValue::String(text) => Day::parse_iso(text),
            _ => return self.wrong_type("date"),
        };
        day.or_else(|| self.refuse("policy-date", &[]))
    }

    /// The decimal number as written, in quotes or not.
    pub(super) fn decimal_text(&self) -> Option<&'a str> {
        match self.value {
            DeValue::String(text) => Some(text),
            DeValue::Integer(n) if n.radix() == 10 => Some(n.as_str()),
            DeValue::Float(n) => Some(n.as_str()),
            _ => None,
        }
    }

    pub(crate) fn amount(&self, least: i64) -> Option<i64> {
        let text = self.decimal_text().or_else(|| self.wrong_type("amount"))?;
        // Without a known currency, which is reported already, more decimals than it may have are no second error.
        let exponent = self.document.currency.get().map_or(4, Currency::exponent);
        match parse_minor(text, exponent) {
            Ok(minor) if minor < least => {
                self.out_of_range(&format_minor(least, exponent), &format_minor(AMOUNT_MINOR_MAX, exponent))
            }
            Ok(minor) => Some(minor),
            Err(AmountError::NotANumber) => self.wrong_type("amount"),
            Err(AmountError::TooLarge) => {
                self.out_of_range(&format_minor(least, exponent), &format_minor(AMOUNT_MINOR_MAX, exponent))
            }
            Err(AmountError::TooManyDecimals) => {
                let currency =
                    self.document.currency.get().map_or(String::new(), |currency| currency.to_string());
                self.refuse(
                    "policy-amount-decimals",
                    &[("currency", &currency), ("decimals", &exponent.to_string())],
                )
            }
        }
    }
}
