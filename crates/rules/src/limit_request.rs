//! A limit request from its draft to its answer, read from what was recorded (R2.1), what the insurer granted of what was asked for, and
//! limits that are hardly used. A requested amount is never cover.

use crate::calendar::Day;
use crate::codes::codes;
use crate::money::Currency;

/// Days after which an insurer is reminded of a request, again and again, unless the credit policy says otherwise.
pub const REMINDER_DAYS: i32 = 14;

codes! {
    /// Where a request stands.
    LimitRequestState {
        /// Prepared; the insurer does not know of it.
        Draft = "draft",
        /// The insurer has it and has not decided.
        Sent = "sent",
        /// The insurer decided.
        Answered = "answered",
        /// Taken back, or closed without a decision.
        Withdrawn = "withdrawn",
        /// A later request took its place before it was answered.
        Replaced = "replaced",
    }
}

/// One record about the limits of a buyer under a policy, as far as requests go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitRecord {
    /// The store's number; in recorded order.
    pub id: i64,
    /// First day the record speaks of.
    pub valid_from: Day,
    /// Requested sum, minor units.
    pub requested_amount: Option<i64>,
    /// The day it was requested; `None` for a draft.
    pub requested_on: Option<Day>,
    /// UN/EDIFACT 4505, 0 = empty.
    pub request: u8,
    /// UN/EDIFACT 4507, 0 = empty.
    pub response: u8,
    /// Decided sum, minor units.
    pub amount: Option<i64>,
    /// The day of the decision.
    pub decided_on: Option<Day>,
    /// Currency of both sums.
    pub currency: Currency,
    /// Whether it is about top-up cover (R2.6).
    pub top_up: bool,
}

/// A request with what became of it. Amounts in minor units of `currency`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitRequest {
    /// Number of the record it began with.
    pub id: i64,
    /// Number of the last record of it.
    pub last: i64,
    /// Requested sum.
    pub amount: i64,
    /// Currency.
    pub currency: Currency,
    /// Whether it is about top-up cover.
    pub top_up: bool,
    /// UN/EDIFACT 4505, 0 = empty.
    pub request: u8,
    /// The day it was drafted, or requested where there was no draft.
    pub begun_on: Day,
    /// The day it was requested of the insurer.
    pub sent_on: Option<Day>,
    /// Whether it was recorded before its answer. A history kept with the answer only tells what was asked, but those that were never
    /// answered or given up are missing from it.
    pub is_recorded_first: bool,
    /// UN/EDIFACT 4507 of the last word of the insurer, 0 = none.
    pub response: u8,
    /// What was granted; 0 for a refusal.
    pub granted: Option<i64>,
    /// The day of the answer.
    pub answered_on: Option<Day>,
    /// The day it was taken back or closed.
    pub withdrawn_on: Option<Day>,
    /// The day a later request took its place.
    pub replaced_on: Option<Day>,
}

impl LimitRequest {
    /// Where it stands on a day.
    #[must_use]
    pub fn state_at(&self, day: Day) -> LimitRequestState {
        let by = |date: Option<Day>| date.is_some_and(|date| date <= day);
        if by(self.withdrawn_on) {
            LimitRequestState::Withdrawn
        } else if by(self.answered_on) {
            LimitRequestState::Answered
        } else if by(self.replaced_on) {
            LimitRequestState::Replaced
        } else if by(self.sent_on) {
            LimitRequestState::Sent
        } else {
            LimitRequestState::Draft
        }
    }

    /// Whether nothing has ended it, whatever the day.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.answered_on.is_none() && self.withdrawn_on.is_none() && self.replaced_on.is_none()
    }

    /// Days from the request to its answer, or to the day; `None` for what was never sent.
    #[must_use]
    pub fn days_waiting(&self, day: Day) -> Option<i32> {
        let end = [self.answered_on, self.withdrawn_on, self.replaced_on].into_iter().flatten().min();
        Some(end.map_or(day, |end| end.min(day)).days_since(self.sent_on?).max(0))
    }

    /// The day on which a reminder of the insurer is or was last due, as seen on `day`: the last full `every` days since the request was
    /// sent, at least the first; `None` unless it waits with the insurer on that day.
    #[must_use]
    pub fn reminder_due_by(&self, day: Day, every: i32) -> Option<Day> {
        self.reminder(day, every, |waited, every| waited / every)
    }

    /// The next day on which the insurer is to be reminded, `day` itself included; otherwise as [`LimitRequest::reminder_due_by`].
    #[must_use]
    pub fn next_reminder(&self, day: Day, every: i32) -> Option<Day> {
        self.reminder(day, every, |waited, every| waited / every + i32::from(waited % every != 0))
    }

    fn reminder(&self, day: Day, every: i32, times: impl Fn(i32, i32) -> i32) -> Option<Day> {
        let sent = self.sent_on.filter(|_| self.state_at(day) == LimitRequestState::Sent)?;
        let every = every.max(1);
        Some(sent.plus_days(times(day.days_since(sent), every).max(1).saturating_mul(every)))
    }
}

/// The requests in a buyer's records under one policy, in the order they began. `records` in recorded order.
///
/// A sum without a date is a draft; another one changes it, one with a date sends it. A record of the same request date changes or answers
/// it; an answer without a request date answers the request that waits. Preliminary (1), under investigation (6) and name or address
/// changed (10) are no answers; cancelled (8) and reduced (9) answer only a request they name; closed (11) ends it. A request sent while
/// another one waits takes its place.
#[must_use]
pub fn limit_requests(records: &[LimitRecord]) -> Vec<LimitRequest> {
    let mut requests: Vec<LimitRequest> = Vec::new();
    for record in records {
        match record.response {
            0 if record.amount.is_none() => asked(&mut requests, record),
            1 | 6 | 10 => {
                if let Some(request) = meant(&mut requests, record) {
                    (request.response, request.last) = (record.response, record.id);
                }
            }
            11 => closed(&mut requests, record),
            _ => answered(&mut requests, record),
        }
    }
    requests
}

fn asked(requests: &mut Vec<LimitRequest>, record: &LimitRecord) {
    let Some(amount) = record.requested_amount else { return };
    let waits = |request: &LimitRequest| request.is_pending() && request.top_up == record.top_up;
    let same = |request: &LimitRequest| request.sent_on == record.requested_on;
    let draft = |request: &LimitRequest| request.sent_on.is_none();
    let position = |requests: &[LimitRequest], is: &dyn Fn(&LimitRequest) -> bool| {
        requests.iter().rposition(|request| waits(request) && is(request))
    };
    let known = position(requests, &same).or_else(|| position(requests, &draft));
    let id = if let Some(n) = known {
        let request = &mut requests[n];
        request.last = record.id;
        request.amount = amount;
        request.currency = record.currency;
        request.sent_on = record.requested_on;
        request.begun_on = record.requested_on.map_or(request.begun_on, |day| day.min(request.begun_on));
        if record.request != 0 {
            request.request = record.request;
        }
        request.id
    } else {
        requests.push(begun(record, amount));
        record.id
    };
    if let Some(day) = record.requested_on {
        let replaced = requests
            .iter_mut()
            .filter(|request| request.id != id && request.is_pending() && request.top_up == record.top_up);
        for request in replaced.filter(|request| request.sent_on.is_some()) {
            request.replaced_on = Some(day);
        }
    }
}

fn begun(record: &LimitRecord, amount: i64) -> LimitRequest {
    LimitRequest {
        id: record.id,
        last: record.id,
        amount,
        currency: record.currency,
        top_up: record.top_up,
        request: record.request,
        begun_on: record.requested_on.unwrap_or(record.valid_from),
        sent_on: record.requested_on,
        is_recorded_first: true,
        response: 0,
        granted: None,
        answered_on: None,
        withdrawn_on: None,
        replaced_on: None,
    }
}

/// The waiting request that a record speaks of: that of its request date, or the last one sent.
fn meant<'r>(requests: &'r mut [LimitRequest], record: &LimitRecord) -> Option<&'r mut LimitRequest> {
    requests.iter_mut().rev().find(|request| {
        request.is_pending()
            && request.top_up == record.top_up
            && request.sent_on.is_some()
            && record.requested_on.is_none_or(|day| request.sent_on == Some(day))
    })
}

fn answered(requests: &mut Vec<LimitRequest>, record: &LimitRecord) {
    let of_its_own = matches!(record.response, 8 | 9) && record.requested_on.is_none();
    let granted = if matches!(record.response, 3 | 8) { Some(0) } else { record.amount };
    let answer = |request: &mut LimitRequest| {
        request.last = record.id;
        request.response = record.response;
        request.granted = granted;
        request.answered_on = Some(record.decided_on.unwrap_or(record.valid_from));
    };
    if of_its_own {
        return;
    }
    if let Some(request) = meant(requests, record) {
        if let Some(amount) = record.requested_amount {
            request.amount = amount;
        }
        answer(request);
    } else if let (Some(amount), Some(_)) = (record.requested_amount, record.requested_on) {
        // Histories are often kept with the answer only; a correction of an answer is one of the same request date.
        let corrected = requests.iter_mut().rev().find(|request| {
            request.top_up == record.top_up
                && request.answered_on.is_some()
                && request.sent_on == record.requested_on
        });
        if let Some(request) = corrected {
            answer(request);
        } else {
            let mut request = LimitRequest { is_recorded_first: false, ..begun(record, amount) };
            answer(&mut request);
            requests.push(request);
        }
    }
}

fn closed(requests: &mut [LimitRequest], record: &LimitRecord) {
    let waits = |request: &LimitRequest| request.is_pending() && request.top_up == record.top_up;
    let named = |request: &LimitRequest| waits(request) && request.sent_on == record.requested_on;
    let position = requests.iter().rposition(named).or_else(|| {
        let any = requests.iter().rposition(waits);
        any.filter(|_| record.requested_on.is_none())
    });
    if let Some(request) = position.and_then(|n| requests.get_mut(n)) {
        request.last = record.id;
        request.response = if request.sent_on.is_some() { 11 } else { 0 };
        request.withdrawn_on = Some(record.decided_on.unwrap_or(record.valid_from));
    }
}

/// What an insurer granted of what was asked for in one currency. Amounts in minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GrantRatio {
    /// Answered requests.
    pub answered: u32,
    /// Of these: granted in full.
    pub in_full: u32,
    /// Granted in part.
    pub in_part: u32,
    /// Refused.
    pub refused: u32,
    /// Sum asked for.
    pub requested: i64,
    /// Sum granted; of each request at most what was asked for, so that a generous answer hides no refusal.
    pub granted: i64,
}

impl GrantRatio {
    /// Counts a request if it was answered, and recorded before its answer: by the program, or by an import of both.
    pub fn add(&mut self, request: &LimitRequest) {
        if request.answered_on.is_none() || !request.is_recorded_first {
            return;
        }
        let granted = request.granted.unwrap_or(0).clamp(0, request.amount.max(0));
        self.answered += 1;
        let count = match granted {
            0 => &mut self.refused,
            granted if granted >= request.amount => &mut self.in_full,
            _ => &mut self.in_part,
        };
        *count += 1;
        self.requested = self.requested.saturating_add(request.amount.max(0));
        self.granted = self.granted.saturating_add(granted);
    }

    /// Granted of requested, per cent with one decimal as tenths, half up; `None` if nothing was asked for.
    #[must_use]
    pub fn per_mille(&self) -> Option<i64> {
        let (granted, requested) = (i128::from(self.granted), i128::from(self.requested));
        (requested > 0).then(|| i64::try_from((granted * 2_000 + requested) / (2 * requested)).unwrap_or(0))
    }
}

/// Whether a limit is idle: of its sum less than `percent` was ever used. A sum of 0 is not.
#[must_use]
pub fn is_idle(sum: i64, largest_exposure: i64, percent: u32) -> bool {
    sum > 0 && i128::from(largest_exposure.max(0)) * 100 < i128::from(sum) * i128::from(percent)
}

#[cfg(test)]
mod tests;
