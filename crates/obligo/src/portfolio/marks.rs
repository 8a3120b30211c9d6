//! Which buyers and decisions need somebody's eye, found once per portfolio.

use super::{BuyerBook, Portfolio};
use crate::buyers::line_over_insured_sum;
use crate::limits::is_pending;
use obligo_rules::calendar::Day;
use serde_json::Value;
use std::cmp::Reverse;

/// Days ahead in which an ending limit is *expiring*.
const EXPIRING_DAYS: i32 = 60;

/// Positions among the lines of a book of buyers.
#[derive(Debug, Default)]
pub struct BuyersDue {
    /// Main buyers with more insurable open than their insured sum, and by how much in minor units of the line's currency; the
    /// largest first.
    pub over_limit: Vec<(u32, i64)>,
    /// Buyers whose new receivables are uncovered.
    pub stopped: Vec<u32>,
    /// Buyers that must be offered to the insurer (R2.5).
    pub offered: Vec<u32>,
    /// Named buyers whose sum is used up.
    pub increases: Vec<u32>,
}

/// Positions among [`Portfolio::limits`].
#[derive(Debug, Default)]
pub struct LimitsDue {
    /// Decisions in force that cover something.
    pub in_force: Vec<u32>,
    /// Requests and decisions that wait for something.
    pub pending: Vec<u32>,
    /// Decisions in force that end within 60 days.
    pub expiring: Vec<u32>,
    /// Decisions with conditions, in force or pending.
    pub conditions: Vec<u32>,
}

fn text<'v>(line: &'v Value, name: &str) -> &'v str {
    line.get(name).and_then(Value::as_str).unwrap_or("")
}

impl BuyerBook {
    /// See [`BuyersDue`]; the first caller waits for them.
    #[must_use]
    pub fn marked(&self) -> &BuyersDue {
        self.marked.get_or_init(|| {
            let mut marks = BuyersDue::default();
            for (n, line) in self.lines.iter().enumerate() {
                marks.add(n as u32, line);
            }
            marks.over_limit.sort_by_key(|(n, over)| (Reverse(*over), *n));
            marks
        })
    }
}

impl BuyersDue {
    fn add(&mut self, n: u32, line: &Value) {
        if line["uncovered_from"].is_string() {
            self.stopped.push(n);
        }
        if line["must_be_offered"] == true {
            self.offered.push(n);
        }
        let over = line_over_insured_sum(line);
        if over > 0 {
            self.over_limit.push((n, over));
            if text(line, "kind") == "named" {
                self.increases.push(n);
            }
        }
    }
}

impl Portfolio {
    /// See [`LimitsDue`]; the first caller waits for them.
    #[must_use]
    pub fn marked_limits(&self) -> &LimitsDue {
        self.marked_limits.get_or_init(|| {
            let mut marks = LimitsDue::default();
            let until = self.as_of.key_date.plus_days(EXPIRING_DAYS);
            for (n, line) in self.limits.iter().enumerate() {
                marks.add(n as u32, line, until);
            }
            marks
        })
    }
}

impl LimitsDue {
    fn add(&mut self, n: u32, line: &Value, until: Day) {
        let state = text(line, "state");
        // A decision of 0 is in force and covers nothing: nobody looks for it among the limits they have.
        let in_force = line["in_force"] == true && !matches!(state, "refused" | "withdrawn");
        let pending = is_pending(state);
        if in_force {
            self.in_force.push(n);
            if Day::parse_iso(text(line, "valid_until")).is_some_and(|day| day <= until) {
                self.expiring.push(n);
            }
        }
        if pending {
            self.pending.push(n);
        }
        if (in_force || pending) && !text(line, "conditions").is_empty() {
            self.conditions.push(n);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn decisions_of_0_are_no_limits_in_force() {
        let mut marks = LimitsDue::default();
        let until = Day::LAST;
        for (n, state) in ["in force", "refused", "withdrawn", "reduced", "requested"].into_iter().enumerate()
        {
            let line = json!({ "state": state, "in_force": state != "requested", "valid_until": "2026-01-31", "conditions": "x" });
            marks.add(n as u32, &line, until);
        }
        assert_eq!((marks.in_force, marks.expiring), (vec![0, 3], vec![0, 3]));
        assert_eq!((marks.pending, marks.conditions), (vec![4], vec![0, 3, 4]));
    }
}
