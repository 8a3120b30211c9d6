//! Notes a credit manager follows up (R9.5): what was said, what was agreed and until when. Until that day they keep the payer off the
//! work list; when the items they are about are settled, they close themselves.

use crate::calendar::Day;

/// A note on a payer, as far as the rules look at it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FollowUpNote {
    /// Last day for what was agreed; without one the note is only kept.
    pub action_date: Option<Day>,
    /// Whether a payment was promised: then the whole action date is the payer's.
    pub is_promise: bool,
    /// Whether somebody has closed it.
    pub is_closed: bool,
    /// Whether each of the items it is about is settled.
    pub items_settled: Vec<bool>,
}

/// How a note stands on a key date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NoteState {
    /// Its date lies ahead: the payer is left alone.
    Waiting,
    /// Open, without a date.
    Open,
    /// Today is the day to act on it.
    Due,
    /// Its date has passed, and nothing closed it.
    Passed,
    /// Somebody closed it.
    Closed,
    /// Every item it is about is settled.
    Settled,
}

impl NoteState {
    /// Its name in results and texts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            NoteState::Waiting => "waiting",
            NoteState::Open => "open",
            NoteState::Due => "due",
            NoteState::Passed => "passed",
            NoteState::Closed => "closed",
            NoteState::Settled => "settled",
        }
    }

    /// Whether something is still to be done about it.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, NoteState::Closed | NoteState::Settled)
    }
}

impl FollowUpNote {
    /// How it stands on a key date (R9.5). A note about no item never closes itself.
    #[must_use]
    pub fn state(&self, key_date: Day) -> NoteState {
        if self.is_closed {
            return NoteState::Closed;
        }
        if !self.items_settled.is_empty() && self.items_settled.iter().all(|is_settled| *is_settled) {
            return NoteState::Settled;
        }
        match self.action_date {
            None => NoteState::Open,
            Some(date) if date < key_date => NoteState::Passed,
            Some(date) if date > key_date || self.is_promise => NoteState::Waiting,
            Some(_) => NoteState::Due,
        }
    }

    /// Until when, that day included, it keeps the payer off the work list; `None` if it does not on this key date (R9.2).
    #[must_use]
    pub fn waits_until(&self, key_date: Day) -> Option<Day> {
        let date = self.action_date.filter(|_| self.state(key_date) == NoteState::Waiting)?;
        Some(if self.is_promise { date } else { date.plus_days(-1) })
    }

    /// The first day on which something is to be done about it, past ones included; `None` for a closed note or one without a date.
    #[must_use]
    pub fn follow_up(&self, key_date: Day) -> Option<Day> {
        let date = self.action_date.filter(|_| self.state(key_date).is_open())?;
        Some(if self.is_promise { date.plus_days(1) } else { date })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NoteState::{Closed, Due, Open, Passed, Settled, Waiting};

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn r9_5_a_note_waits_until_its_date_and_is_flagged_afterwards() {
        // action date, promise, key date, state, kept off the work list until
        for (date, is_promise, key_date, state, until) in [
            (None, false, "2024-06-14", Open, None),
            (Some("2024-06-15"), false, "2024-06-13", Waiting, Some("2024-06-14")),
            (Some("2024-06-15"), false, "2024-06-14", Waiting, Some("2024-06-14")),
            (Some("2024-06-15"), false, "2024-06-15", Due, None),
            (Some("2024-06-15"), false, "2024-06-16", Passed, None),
            (Some("2024-06-15"), true, "2024-06-14", Waiting, Some("2024-06-15")),
            (Some("2024-06-15"), true, "2024-06-15", Waiting, Some("2024-06-15")),
            (Some("2024-06-15"), true, "2024-06-16", Passed, None),
        ] {
            let note = FollowUpNote { action_date: date.map(day), is_promise, ..FollowUpNote::default() };
            assert_eq!(note.state(day(key_date)), state, "{date:?} {is_promise} {key_date}");
            assert_eq!(note.waits_until(day(key_date)), until.map(day), "{date:?} {is_promise} {key_date}");
        }
    }

    #[test]
    fn fr_09_a_note_closes_itself_when_every_linked_item_is_settled() {
        for (items_settled, is_closed, state) in [
            (vec![], false, Passed),
            (vec![false], false, Passed),
            (vec![true, false], false, Passed),
            (vec![true, true], false, Settled),
            (vec![false], true, Closed),
            (vec![true], true, Closed),
        ] {
            let action_date = Some(day("2024-06-15"));
            let note = FollowUpNote { action_date, is_promise: true, is_closed, items_settled };
            assert_eq!(note.state(day("2024-06-20")), state, "{note:?}");
            assert_eq!(note.state(day("2024-06-20")).is_open(), state == Passed, "{note:?}");
        }
    }

    #[test]
    fn r9_5_something_is_to_be_done_on_the_date_or_the_day_after_a_promise() {
        let note = FollowUpNote { action_date: Some(day("2024-06-15")), ..FollowUpNote::default() };
        let promise = FollowUpNote { is_promise: true, ..note.clone() };
        let closed = FollowUpNote { is_closed: true, ..note.clone() };
        for (note, follow_up) in [
            (note, Some("2024-06-15")),
            (promise, Some("2024-06-16")),
            (closed, None),
            (FollowUpNote::default(), None),
        ] {
            assert_eq!(note.follow_up(day("2024-06-01")), follow_up.map(day), "{note:?}");
        }
    }
}
