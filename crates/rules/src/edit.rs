//! What a person may change on an item, and within which bounds (R4.1, R5.1, R6.1, R7.6).

use crate::calendar::Day;
use crate::codes::{InsuranceStatus, ItemKind, ReportingStatus};
use crate::deadline::Deadlines;
use crate::item::Insurance;
use crate::reason::{InsuredReason, StatusReason};

/// A change by hand. `None` leaves a datum as it is; of a date, `Some(None)` empties it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ItemEdit {
    /// Insurance status (R4.1).
    pub status: Option<InsuranceStatus>,
    /// Insured amount, minor units of the policy's currency (R5.1).
    pub insured: Option<i64>,
    /// Dates in the order of [`Deadlines::as_array`] (R3.9).
    pub deadlines: [Option<Option<Day>>; 8],
    /// Reporting status.
    pub reporting_status: Option<ReportingStatus>,
    /// When it was last reported.
    pub reported_on: Option<Option<Day>>,
    /// Follow-up flag (R7.6).
    pub follow_up: Option<bool>,
    /// Follow-up date (R7.6).
    pub follow_up_on: Option<Option<Day>>,
    /// New receivables uncovered (R6.1).
    pub blocks_new: Option<bool>,
    /// Start of the credit term (R3): counts at the first examination, moves no date already fixed (R3.9). Kept outside [`Insurance`], so
    /// the caller carries it over.
    pub receivable_start: Option<Option<Day>>,
}

/// Why a change by hand is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditRefusal {
    /// An insured amount below 0 (R5.1).
    InsuredBelowZero,
    /// An insured amount above the insurable open amount (R5.1).
    InsuredAboveOpen {
        /// The insurable open amount, minor units of the policy's currency.
        insurable_open: i64,
    },
    /// An insured amount on a credit item.
    InsuredOnCredit,
    /// An insured amount on an item that is not `K`.
    InsuredNotInsurable {
        /// The status it would have.
        status: InsuranceStatus,
    },
    /// The status leaves `K` while the item holds an insured amount, and the edit does not set it to 0.
    StillInsured {
        /// What it holds, minor units of the policy's currency.
        insured: i64,
    },
    /// `C` on a credit item, or `D` on a debit item (R4.2).
    StatusOfOtherSide {
        /// The status asked for.
        status: InsuranceStatus,
    },
    /// A follow-up date without the flag (R7.6).
    FollowUpDateWithoutFlag,
    /// The exclusion or the collection date before the overdue date (R3.3, R3.5).
    BeforeOverdueDate {
        /// Position of the date in [`Deadlines::as_array`].
        deadline: usize,
        /// The overdue date it would have.
        overdue_date: Day,
    },
}

/// Applies a change by hand to an item's insurance data, within the bounds. `insurable_open` is the insurable open amount now, minor units of the
/// policy's currency; the policy tag of the item stays as it is.
pub fn edit_item(
    kind: ItemKind,
    insurable_open: i64,
    before: &Insurance,
    edit: &ItemEdit,
) -> Result<Insurance, EditRefusal> {
    let mut after = *before;
    if let Some(status) = edit.status.filter(|status| *status != before.status) {
        let other_side =
            if kind.is_debit() { InsuranceStatus::CancelledCredit } else { InsuranceStatus::CancelledDebit };
        if status == other_side {
            return Err(EditRefusal::StatusOfOtherSide { status });
        }
        (after.status, after.status_reason) = (status, StatusReason::ByHand);
    }
    set_insured(kind, insurable_open, before, edit, &mut after)?;
    set_deadlines(edit, &mut after)?;
    after.reporting_status = edit.reporting_status.unwrap_or(before.reporting_status);
    after.reported_on = edit.reported_on.unwrap_or(before.reported_on);
    after.blocks_new = edit.blocks_new.unwrap_or(before.blocks_new);
    after.follow_up = edit.follow_up.unwrap_or(before.follow_up);
    after.follow_up_on = edit.follow_up_on.unwrap_or(before.follow_up_on);
    if edit.follow_up_on.flatten().is_some() && !after.follow_up {
        return Err(EditRefusal::FollowUpDateWithoutFlag);
    }
    Ok(after)
}

fn set_insured(
    kind: ItemKind,
    insurable_open: i64,
    before: &Insurance,
    edit: &ItemEdit,
    after: &mut Insurance,
) -> Result<(), EditRefusal> {
    let Some(insured) = edit.insured else {
        let leaves = after.status != InsuranceStatus::Insurable && before.insured > 0;
        return if leaves { Err(EditRefusal::StillInsured { insured: before.insured }) } else { Ok(()) };
    };
    if insured < 0 {
        return Err(EditRefusal::InsuredBelowZero);
    }
    if insured > 0 && !kind.is_debit() {
        return Err(EditRefusal::InsuredOnCredit);
    }
    if insured > 0 && after.status != InsuranceStatus::Insurable {
        return Err(EditRefusal::InsuredNotInsurable { status: after.status });
    }
    if insured > insurable_open.max(0) {
        return Err(EditRefusal::InsuredAboveOpen { insurable_open: insurable_open.max(0) });
    }
    if insured != before.insured {
        (after.insured, after.insured_reason) = (insured, InsuredReason::ByHand);
    }
    Ok(())
}

fn set_deadlines(edit: &ItemEdit, after: &mut Insurance) -> Result<(), EditRefusal> {
    const OVERDUE: usize = 1;
    const AFTER_OVERDUE: [usize; 2] = [2, 4];
    let mut dates = after.deadlines.as_array();
    for (date, change) in dates.iter_mut().zip(edit.deadlines) {
        *date = change.unwrap_or(*date);
    }
    for deadline in AFTER_OVERDUE {
        let is_touched = edit.deadlines[OVERDUE].is_some() || edit.deadlines[deadline].is_some();
        if let (true, Some(overdue_date), Some(date)) = (is_touched, dates[OVERDUE], dates[deadline])
            && date < overdue_date
        {
            return Err(EditRefusal::BeforeOverdueDate { deadline, overdue_date });
        }
    }
    after.deadlines = Deadlines::from_array(dates);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use EditRefusal::{
        FollowUpDateWithoutFlag, InsuredAboveOpen, InsuredBelowZero, InsuredNotInsurable, InsuredOnCredit,
        StatusOfOtherSide, StillInsured,
    };

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn holding(status: &str, insured: i64) -> Insurance {
        Insurance { status: InsuranceStatus::parse(status).unwrap(), insured, ..Insurance::default() }
    }

    fn change(status: &str, insured: Option<i64>) -> ItemEdit {
        ItemEdit { status: InsuranceStatus::parse(status), insured, ..ItemEdit::default() }
    }

    #[test]
    fn r5_1_the_insured_amount_stays_between_zero_and_the_insurable_open_amount() {
        let z = InsuranceStatus::TermExceeded;
        // kind, status and insured before, status and insured asked for, outcome; 1000 open
        for (kind, status, insured, to_status, to_insured, expected) in [
            ("invoice", "K", 500, "", Some(1000), Ok(1000)),
            ("invoice", "K", 500, "", Some(0), Ok(0)),
            ("invoice", "K", 500, "", Some(1001), Err(InsuredAboveOpen { insurable_open: 1000 })),
            ("invoice", "K", 500, "", Some(-1), Err(InsuredBelowZero)),
            ("invoice", "Z", 0, "", Some(1), Err(InsuredNotInsurable { status: z })),
            ("invoice", "Z", 0, "", Some(0), Ok(0)),
            ("invoice", "Z", 0, "K", Some(1000), Ok(1000)),
            ("invoice", "K", 500, "Z", None, Err(StillInsured { insured: 500 })),
            ("invoice", "K", 500, "Z", Some(1), Err(InsuredNotInsurable { status: z })),
            ("invoice", "K", 500, "Z", Some(0), Ok(0)),
            ("invoice", "K", 0, "Z", None, Ok(0)),
            ("credit_note", "K", 0, "", Some(1), Err(InsuredOnCredit)),
            ("credit_note", "K", 0, "", Some(0), Ok(0)),
        ] {
            let kind = ItemKind::parse(kind).unwrap();
            let outcome = edit_item(kind, 1000, &holding(status, insured), &change(to_status, to_insured));
            assert_eq!(
                outcome.map(|after| after.insured),
                expected,
                "{kind:?} {status} {insured} to {to_status} {to_insured:?}"
            );
        }
    }

    #[test]
    fn r4_1_people_change_any_status_within_the_item_s_side() {
        for (kind, before, after, expected) in [
            ("bill", "M", "K", Ok("K")),
            ("invoice", "Z", "K", Ok("K")),
            ("invoice", "K", "?", Ok("?")),
            ("invoice", "?", "C", Ok("C")),
            ("invoice", "?", "D", Err(StatusOfOtherSide { status: InsuranceStatus::CancelledCredit })),
            ("credit_note", "?", "D", Ok("D")),
            ("credit_note", "?", "C", Err(StatusOfOtherSide { status: InsuranceStatus::CancelledDebit })),
        ] {
            let outcome =
                edit_item(ItemKind::parse(kind).unwrap(), 0, &holding(before, 0), &change(after, None));
            assert_eq!(outcome.map(|a| a.status.code()), expected, "{kind} {before} to {after}");
            assert!(outcome.is_err() || outcome.unwrap().status_reason == StatusReason::ByHand);
        }
        let same = edit_item(ItemKind::Invoice, 0, &holding("Z", 0), &change("Z", None));
        assert_eq!(same, Ok(holding("Z", 0)), "the same status again keeps its reason");
    }

    #[test]
    fn r7_6_a_follow_up_date_needs_the_flag() {
        let on = Some(Some(day("2024-05-01")));
        // flag before, flag and date asked for
        for (flag, to_flag, to_date, expected) in [
            (false, Some(true), on, Ok((true, on.flatten()))),
            (true, None, on, Ok((true, on.flatten()))),
            (false, None, on, Err(FollowUpDateWithoutFlag)),
            (true, Some(false), on, Err(FollowUpDateWithoutFlag)),
            (true, Some(false), Some(None), Ok((false, None))),
            (false, None, Some(None), Ok((false, None))),
        ] {
            let before = Insurance { follow_up: flag, ..Insurance::default() };
            let edit = ItemEdit { follow_up: to_flag, follow_up_on: to_date, ..ItemEdit::default() };
            let outcome = edit_item(ItemKind::Invoice, 0, &before, &edit);
            assert_eq!(outcome.map(|a| (a.follow_up, a.follow_up_on)), expected, "{flag} {to_flag:?}");
        }
    }

    #[test]
    fn r6_1_people_set_and_lift_the_stop_of_cover() {
        for flag in [true, false] {
            let before = Insurance { blocks_new: !flag, ..holding("K", 7) };
            let edit = ItemEdit { blocks_new: Some(flag), ..ItemEdit::default() };
            let expected = Insurance { blocks_new: flag, ..before };
            assert_eq!(edit_item(ItemKind::Invoice, 7, &before, &edit), Ok(expected));
        }
    }

    #[test]
    fn r3_9_dates_are_set_and_emptied_by_hand_in_their_order() {
        let fixed =
            ["2024-05-01", "2024-06-01", "2024-07-01", "", "2024-08-01", "", "", ""].map(Day::parse_iso);
        let before = Insurance { deadlines: Deadlines::from_array(fixed), ..Insurance::default() };
        // which date, its new value, whether it is accepted
        for (deadline, to, ok) in [
            (0, "2024-12-31", true),
            (1, "2024-06-30", true),
            (1, "2024-07-02", false),
            (2, "2024-05-31", false),
            (2, "", true),
            (4, "2024-05-31", false),
            (5, "2024-01-01", true),
        ] {
            let mut edit = ItemEdit::default();
            edit.deadlines[deadline] = Some(Day::parse_iso(to));
            let outcome = edit_item(ItemKind::Invoice, 0, &before, &edit);
            assert_eq!(outcome.is_ok(), ok, "{deadline} to {to}");
            if let Ok(after) = outcome {
                assert_eq!(after.deadlines.as_array()[deadline], Day::parse_iso(to));
            }
        }
    }
}
