//! The policy file: the part of TOML it needs, and its keys.

use crate::day::Day;
use crate::money::{exponent, parse_amount};
use crate::policy::{Experience, Policy, Term, WaitingBase};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
enum Value {
    /// Strings, and numbers, booleans and dates as written.
    Text(String),
    List(Vec<Value>),
    Table(BTreeMap<String, Value>),
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Blanks, line ends and comments.
    fn skip(&mut self) {
        while let Some(c) = self.peek() {
            if c == b'#' {
                while self.peek().is_some_and(|c| c != b'\n') {
                    self.at += 1;
                }
            } else if c.is_ascii_whitespace() {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn take(&mut self, c: u8) -> bool {
        self.skip();
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn until(&mut self, stop: &[u8]) -> String {
        let from = self.at;
        while self.peek().is_some_and(|c| !stop.contains(&c)) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.text[from..self.at]).trim().to_owned()
    }

    fn value(&mut self) -> Option<Value> {
        self.skip();
        match self.peek()? {
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                let text = self.until(&[quote]);
                self.at += 1;
                Some(Value::Text(text))
            }
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while !self.take(b']') {
                    list.push(self.value()?);
                    self.take(b',');
                }
                Some(Value::List(list))
            }
            b'{' => {
                self.at += 1;
                let mut table = BTreeMap::new();
                while !self.take(b'}') {
                    let key = self.until(b"=");
                    self.take(b'=');
                    table.insert(key, self.value()?);
                    self.take(b',');
                }
                Some(Value::Table(table))
            }
            _ => Some(Value::Text(self.until(b",]}#\n \t\r"))),
        }
    }
}

/// All `section.key` values; `[[arrays of tables]]` and their keys are left out.
fn values(text: &str) -> Option<BTreeMap<String, Value>> {
    let mut reader = Reader { text: text.as_bytes(), at: 0 };
    let mut found = BTreeMap::new();
    let mut section = Some(String::new());
    loop {
        reader.skip();
        let Some(c) = reader.peek() else { return Some(found) };
        if c == b'[' {
            let header = reader.until(b"\n#");
            section =
                (!header.starts_with("[[")).then(|| format!("{}.", header.trim_matches(['[', ']', ' '])));
            continue;
        }
        let key = reader.until(b"=\n");
        if !reader.take(b'=') {
            return None;
        }
        let value = reader.value()?;
        if let Some(section) = &section {
            found.insert(format!("{section}{key}"), value);
        }
    }
}

struct Keys {
    values: BTreeMap<String, Value>,
    decimals: u32,
}

impl Keys {
    fn text(&self, key: &str) -> Option<&str> {
        match self.values.get(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    fn is(&self, key: &str, word: &str) -> bool {
        self.text(key) == Some(word)
    }

    fn number(&self, key: &str) -> Result<Option<i32>, String> {
        self.text(key).map(|t| t.parse().map_err(|_| format!("{key} = {t}"))).transpose()
    }

    fn amount(&self, key: &str) -> Result<Option<i128>, String> {
        let read = |t: &str| parse_amount(t, self.decimals).ok_or_else(|| format!("{key} = {t}"));
        self.text(key).map(read).transpose()
    }

    fn words(&self, key: &str) -> Vec<String> {
        let Some(Value::List(list)) = self.values.get(key) else { return Vec::new() };
        list.iter().filter_map(|v| if let Value::Text(t) = v { Some(t.clone()) } else { None }).collect()
    }

    fn tables(&self, key: &str) -> Vec<Keys> {
        let Some(Value::List(list)) = self.values.get(key) else { return Vec::new() };
        let keys = |v: &Value| match v {
            Value::Table(values) => Some(Keys { values: values.clone(), decimals: self.decimals }),
            _ => None,
        };
        list.iter().filter_map(keys).collect()
    }

    fn term(&self, prefix: &str) -> Result<Option<Term>, String> {
        let months = self.number(&format!("{prefix}months"))?.map(Term::Months);
        Ok(months.or(self.number(&format!("{prefix}days"))?.map(Term::Days)))
    }
}

/// Reads a policy file; the error names the key.
pub fn read_policy(text: &str) -> Result<Policy, String> {
    let values = values(text).ok_or("not readable")?;
    let mut keys = Keys { values, decimals: 2 };
    let name = keys.text("policy").ok_or("policy")?.to_owned();
    let currency = keys.text("currency").ok_or("currency")?.to_owned();
    keys.decimals = exponent(&currency);
    let valid_from = keys.text("valid_from").and_then(Day::parse).ok_or("valid_from")?;
    let max_term = keys.term("terms.max_term_")?.ok_or("terms.max_term")?;
    let mut policy = Policy::new(&name, &currency, valid_from, max_term);
    policy.turnover_procedure = keys.is("declaration.procedure", "turnover");
    policy.exceeding_amounts = keys.is("declaration.exceeding_amounts", "true");
    policy.vat_insured = keys.is("declaration.vat_insured", "true");
    policy.credits_free_room = !keys.is("declaration.credits_free_room", "false");
    policy.base_period_days = keys.number("declaration.base_period_days")?;
    policy.bills_max_term = keys.term("terms.bills_max_term_")?;
    policy.value_dated_max_term = keys.term("terms.value_dated_max_term_")?;
    policy.overdue_from_max_term = keys.is("terms.overdue_basis", "max_term");
    policy.max_extension_days = keys.number("terms.max_extension_days")?;
    policy.exclusion_days = keys.number("terms.exclusion_days")?;
    policy.reached_after = keys.is("terms.deadline_reached", "after");
    policy.non_payment_report_days = keys.number("default.non_payment_report_days")?;
    policy.collection_days = keys.number("default.collection_days")?;
    for base in keys.tables("default.waiting") {
        let from = match base.text("from") {
            Some("net_due") => WaitingBase::NetDue,
            Some("overdue") => WaitingBase::Overdue,
            Some("notice") => WaitingBase::Notice,
            Some("collection") => WaitingBase::Collection,
            _ => return Err("default.waiting.from".to_owned()),
        };
        policy.waiting.push((from, base.term("")?.unwrap_or(Term::Days(0))));
    }
    policy.filing_days = keys.number("default.filing_days")?;
    policy.notification_limit = keys.amount("notification.limit")?;
    policy.limit_per_buyer = keys.is("notification.limit_per", "buyer");
    policy.automatic_block = !keys.is("notification.automatic_block", "false");
    policy.block_any = keys.is("notification.block_by", "any");
    policy.repeat_every_final_run = keys.is("notification.repeat_every_final_run", "true");
    policy.offering_threshold = keys.amount("unnamed.offering_threshold")?;
    policy.agency_report_months = keys.number("unnamed.agency_report_months")?;
    policy.bank_reference_up_to = keys.amount("unnamed.bank_reference_up_to")?;
    policy.bank_reference_months = keys.number("unnamed.bank_reference_months")?;
    for category in keys.tables("unnamed.experience") {
        policy.experience.push(Experience {
            up_to: category.amount("up_to")?.ok_or("unnamed.experience.up_to")?,
            deliveries: category.number("deliveries")?.map(|n| n as u32),
            turnover: category.amount("turnover")?,
        });
    }
    policy.experience_lookback_months = keys.number("unnamed.experience_lookback_months")?;
    policy.experience_validity_months = keys.number("unnamed.experience_validity_months")?;
    policy.max_age_months_at_start = keys.number("existing.max_age_months_at_start")?;
    policy.max_age_months_new_buyer = keys.number("existing.max_age_months_new_buyer")?;
    policy.countries = keys.words("cover.countries");
    policy.exclude = keys.words("cover.exclude");
    policy.cancelled_by_posting = keys.is("status.cancelled_by", "posting");
    policy.uncovered_from_max_term = keys.is("stop.uncovered_from", "max_term");
    policy.stop_events = keys.words("stop.events");
    policy.on_confirmation = keys.is("stop.reinstatement", "on_confirmation");
    Ok(policy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_file_with_everything() {
        let text = r#"
            policy = "ACR/A"   # the internal id
            currency = "EUR"
            valid_from = 2024-01-01
            clause."terms.max_extension_days" = "§ 9.2"
            [declaration]
            procedure = "turnover"
            credits_free_room = false
            base_period_days = 90
            [terms]
            max_term_days = 120
            bills_max_term_months = 6
            exclusion_days = 30
            [default]
            waiting = [ { from = "net_due", months = 6 },
                        { from = "notice", days = 90 } ]
            [notification]
            limit = "1000.00"
            [unnamed]
            offering_threshold = 10000
            experience = [{ up_to = "6000.00", deliveries = 3, turnover = "9000" }]
            [cover]
            countries = ["DE", "FR"]
            [[example]]
            policy = "not this one"
        "#;
        let policy = read_policy(text).unwrap();
        assert_eq!((policy.policy.as_str(), policy.max_term), ("ACR/A", Term::Days(120)));
        assert!(policy.turnover_procedure && !policy.credits_free_room && policy.automatic_block);
        assert_eq!(policy.bills_max_term, Some(Term::Months(6)));
        assert_eq!(
            policy.waiting,
            [(WaitingBase::NetDue, Term::Months(6)), (WaitingBase::Notice, Term::Days(90))]
        );
        assert_eq!((policy.notification_limit, policy.offering_threshold), (Some(100_000), Some(1_000_000)));
        assert_eq!(
            policy.experience,
            [Experience { up_to: 600_000, deliveries: Some(3), turnover: Some(900_000) }]
        );
        assert_eq!(policy.countries, ["DE", "FR"]);
    }
}
