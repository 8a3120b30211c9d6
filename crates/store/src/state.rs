//! The changeable part of an item and its packed text: what runs and people change, and what a reversal restores.

use crate::as_of::{day_of, day_opt};
use crate::tx::{Param, Row};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{InsuranceStatus, ReportingStatus};
use obligo_rules::deadline::Deadlines;
use obligo_rules::item::Insurance;
use obligo_rules::money::Rate;
use obligo_rules::reason::{InsuredReason, StatusReason};
use std::fmt::Write as _;

/// Insurance data of an item with what else may change.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ItemState {
    /// Insurance data.
    pub insurance: Insurance,
    /// The rate fixed at the first examination, for an item in another currency (R0.7).
    pub fixed_rate: Option<Rate>,
    /// Start of the credit term (R3).
    pub receivable_start: Option<Day>,
}

/// The columns of an item's state, in the order of [`ItemState::params`], as both `item` and `change` have them.
pub(crate) const STATE_COLUMNS: &str = "policy_id, status, status_reason, insured, insured_reason, max_term_date, overdue_date, \
    exclusion_date, non_payment_report_date, collection_date, waiting_end, filing_date, base_period_end, reporting_status, \
    reported_on, follow_up, follow_up_on, blocks_new, fixed_rate, receivable_start";

/// How many columns that is.
pub(crate) const STATE_WIDTH: usize = 20;

impl ItemState {
    /// This state with what a later change made of it on top: every datum in which `before` and `after` differ is taken from
    /// `after`. What a residual took (`is_residual`) is taken off the insured amount instead (R4.5), and only `K` items keep one.
    #[must_use]
    pub fn with_change(&self, before: &ItemState, after: &ItemState, is_residual: bool) -> ItemState {
        fn pick<T: PartialEq + Copy>(now: T, before: T, after: T) -> T {
            if before == after { now } else { after }
        }
        let (now, was, is) = (&self.insurance, &before.insurance, &after.insurance);
        let (mut dates, old, new) =
            (now.deadlines.as_array(), was.deadlines.as_array(), is.deadlines.as_array());
        for (n, date) in dates.iter_mut().enumerate() {
            *date = pick(*date, old[n], new[n]);
        }
        let insured = if is_residual {
            now.insured.saturating_sub(was.insured.saturating_sub(is.insured)).max(0)
        } else {
            pick(now.insured, was.insured, is.insured)
        };
        let status = pick(now.status, was.status, is.status);
        let insurance = Insurance {
            insured: if status == InsuranceStatus::Insurable { insured } else { 0 },
            policy: pick(now.policy, was.policy, is.policy),
            status,
            status_reason: pick(now.status_reason, was.status_reason, is.status_reason),
            insured_reason: pick(now.insured_reason, was.insured_reason, is.insured_reason),
            deadlines: Deadlines::from_array(dates),
            reporting_status: pick(now.reporting_status, was.reporting_status, is.reporting_status),
            reported_on: pick(now.reported_on, was.reported_on, is.reported_on),
            follow_up: pick(now.follow_up, was.follow_up, is.follow_up),
            follow_up_on: pick(now.follow_up_on, was.follow_up_on, is.follow_up_on),
            blocks_new: pick(now.blocks_new, was.blocks_new, is.blocks_new),
        };
        ItemState {
            insurance,
            fixed_rate: pick(self.fixed_rate, before.fixed_rate, after.fixed_rate),
            receivable_start: pick(self.receivable_start, before.receivable_start, after.receivable_start),
        }
    }

    /// The state as parameters; `rate` holds the text of the fixed rate.
    pub(crate) fn params<'a>(&self, rate: &'a str) -> [Param<'a>; STATE_WIDTH] {
        let i = &self.insurance;
        let [d0, d1, d2, d3, d4, d5, d6, d7] = i.deadlines.as_array().map(day_opt);
        [
            if i.policy == 0 { Param::Null } else { Param::Int(i.policy.into()) },
            Param::Int(i.status as i64),
            Param::Int(i.status_reason.number().into()),
            Param::Int(i.insured),
            Param::Int(i.insured_reason.number().into()),
            d0,
            d1,
            d2,
            d3,
            d4,
            d5,
            d6,
            d7,
            Param::Int(i.reporting_status as i64),
            day_opt(i.reported_on),
            Param::Int(i.follow_up.into()),
            day_opt(i.follow_up_on),
            Param::Int(i.blocks_new.into()),
            if rate.is_empty() { Param::Null } else { Param::Text(rate) },
            day_opt(self.receivable_start),
        ]
    }

    /// Reads the state from the columns of [`STATE_COLUMNS`] beginning at `first`.
    pub(crate) fn read(row: &Row<'_>, first: usize) -> ItemState {
        let day = |column: usize| row.int_opt(first + column).map(day_of);
        let code = |column: usize| usize::try_from(row.int(first + column)).unwrap_or(0);
        let mut dates = [None; 8];
        for (n, date) in dates.iter_mut().enumerate() {
            *date = day(5 + n);
        }
        ItemState {
            insurance: Insurance {
                insured: row.int(first + 3),
                policy: row.int_opt(first).and_then(|id| u16::try_from(id).ok()).unwrap_or(0),
                status: InsuranceStatus::ALL.get(code(1)).copied().unwrap_or(InsuranceStatus::Unexamined),
                status_reason: StatusReason::from_number(row.int(first + 2))
                    .unwrap_or(StatusReason::NotExamined),
                insured_reason: InsuredReason::from_number(row.int(first + 4))
                    .unwrap_or(InsuredReason::NotDeclared),
                deadlines: Deadlines::from_array(dates),
                reporting_status: ReportingStatus::ALL
                    .get(code(13))
                    .copied()
                    .unwrap_or(ReportingStatus::None),
                reported_on: day(14),
                follow_up: row.int(first + 15) != 0,
                follow_up_on: day(16),
                blocks_new: row.int(first + 17) != 0,
            },
            fixed_rate: row.text_opt(first + 18).and_then(Rate::parse),
            receivable_start: day(19),
        }
    }

    /// Appends the packed text: the fields in order, separated by `|`, empty where absent.
    pub fn pack_into(&self, out: &mut String) {
        let i = &self.insurance;
        if *self == ItemState::default() {
            return;
        }
        let _ = write!(
            out,
            "{}|{}|{}|{}|{}",
            i.policy,
            i.status.code(),
            i.status_reason.number(),
            i.insured,
            i.insured_reason.number()
        );
        let dates = i.deadlines.as_array();
        for date in dates.into_iter().chain([i.reported_on, i.follow_up_on, self.receivable_start]) {
            out.push('|');
            if let Some(day) = date {
                let _ = write!(out, "{}", day.epoch_days());
            }
        }
        let _ = write!(
            out,
            "|{}|{}|{}|",
            i.reporting_status.code(),
            u8::from(i.follow_up),
            u8::from(i.blocks_new)
        );
        if let Some(rate) = self.fixed_rate {
            let _ = write!(out, "{rate}");
        }
    }

    /// The packed text.
    #[must_use]
    pub fn pack(&self) -> String {
        let mut out = String::new();
        self.pack_into(&mut out);
        out
    }

    /// Reads a packed text; `None` if it is none.
    #[must_use]
    pub fn unpack(text: &str) -> Option<ItemState> {
        if text.is_empty() {
            return Some(ItemState::default());
        }
        let fields: Vec<&str> = text.split('|').collect();
        if fields.len() != STATE_WIDTH {
            return None;
        }
        let number = |n: usize| fields[n].parse::<i64>().ok();
        let day = |n: usize| number(n).map(day_of);
        let mut dates = [None; 8];
        for (n, date) in dates.iter_mut().enumerate() {
            *date = day(5 + n);
        }
        Some(ItemState {
            insurance: Insurance {
                insured: number(3)?,
                policy: u16::try_from(number(0)?).ok()?,
                status: InsuranceStatus::parse(fields[1])?,
                status_reason: StatusReason::from_number(number(2)?)?,
                insured_reason: InsuredReason::from_number(number(4)?)?,
                deadlines: Deadlines::from_array(dates),
                reporting_status: ReportingStatus::parse(fields[16])?,
                reported_on: day(13),
                follow_up: fields[17] == "1",
                follow_up_on: day(14),
                blocks_new: fields[18] == "1",
            },
            fixed_rate: Rate::parse(fields[19]),
            receivable_start: day(15),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r8_4_a_packed_state_restores_exactly() {
        let day = Day::parse_iso("2024-02-29");
        let mut state = ItemState::default();
        assert_eq!(state.pack(), "");
        assert_eq!(ItemState::unpack(""), Some(state));
        state.insurance.status = InsuranceStatus::Insurable;
        state.insurance.status_reason = StatusReason::WithinTerm;
        state.insurance.insured = 12_345;
        state.insurance.policy = 3;
        state.insurance.deadlines.exclusion_date = day;
        state.insurance.reporting_status = ReportingStatus::Exclusion;
        state.insurance.follow_up = true;
        state.insurance.follow_up_on = day;
        state.insurance.blocks_new = true;
        state.fixed_rate = Rate::parse("1.0856");
        state.receivable_start = day;
        assert_eq!(ItemState::unpack(&state.pack()), Some(state));
        assert_eq!(ItemState::unpack("1|K"), None);
    }
}
