//! Exceptions from the credit policy (R9.9): for one buyer, approved by somebody, until a day.

use crate::calendar::Day;
use crate::codes::codes;

codes! {
    /// What an exception puts in the place of the policy's rule.
    Differs {
        /// Name of another risk class.
        RiskClass = "risk_class",
        /// An amount for the recommended credit line.
        CreditLine = "credit_line",
        /// Other payment terms.
        PaymentTerms = "payment_terms",
        /// Evidence that may be missing, in words.
        Evidence = "evidence",
        /// Another way of handling the debtor, in words.
        Handling = "handling",
    }
}

codes! {
    /// How an exception stands on a key date.
    ExceptionState {
        /// It begins later.
        Planned = "planned",
        /// It holds.
        InForce = "in_force",
        /// Its last day is past.
        Ended = "ended",
    }
}

/// An exception from the credit policy for one buyer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyException {
    /// The store's number.
    pub id: i64,
    /// What differs.
    pub differs: Differs,
    /// What holds instead: a class, payment terms, words; of a credit line the amount in minor units of the policy's currency.
    pub value: String,
    /// First day.
    pub valid_from: Day,
    /// Last day.
    pub valid_until: Day,
}

impl PolicyException {
    /// How it stands at `key_date`: it holds on its first and its last day, and has ended on the day after.
    #[must_use]
    pub fn state(&self, key_date: Day) -> ExceptionState {
        if self.valid_until < key_date {
            ExceptionState::Ended
        } else if self.valid_from > key_date {
            ExceptionState::Planned
        } else {
            ExceptionState::InForce
        }
    }
}

/// The exception of a kind that holds at `key_date`; of several the one recorded last.
#[must_use]
pub fn exception_in_force(
    exceptions: &[PolicyException],
    differs: Differs,
    key_date: Day,
) -> Option<&PolicyException> {
    let holds = |exception: &&PolicyException| {
        exception.differs == differs && exception.state(key_date) == ExceptionState::InForce
    };
    exceptions.iter().filter(holds).max_by_key(|exception| exception.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exception(id: i64, from: &str, until: &str) -> PolicyException {
        let day = |text| Day::parse_iso(text).unwrap();
        PolicyException {
            id,
            differs: Differs::PaymentTerms,
            value: "90".to_owned(),
            valid_from: day(from),
            valid_until: day(until),
        }
    }

    #[test]
    fn r9_9_an_exception_that_has_ended_shows_up_as_ended_on_the_next_day() {
        for (key_date, expected) in [
            ("2024-02-29", ExceptionState::Planned),
            ("2024-03-01", ExceptionState::InForce),
            ("2024-06-30", ExceptionState::InForce),
            ("2024-07-01", ExceptionState::Ended),
        ] {
            let found = exception(1, "2024-03-01", "2024-06-30").state(Day::parse_iso(key_date).unwrap());
            assert_eq!(found, expected, "{key_date}");
        }
    }

    #[test]
    fn r9_9_of_several_exceptions_the_one_recorded_last_holds() {
        let all = [
            exception(3, "2024-01-01", "2024-03-31"),
            exception(1, "2024-01-01", "2024-12-31"),
            exception(2, "2024-02-01", "2024-12-31"),
        ];
        for (key_date, differs, expected) in [
            ("2024-01-15", Differs::PaymentTerms, Some(3)),
            ("2024-04-01", Differs::PaymentTerms, Some(2)),
            ("2025-01-01", Differs::PaymentTerms, None),
            ("2024-01-15", Differs::CreditLine, None),
        ] {
            let found = exception_in_force(&all, differs, Day::parse_iso(key_date).unwrap());
            assert_eq!(found.map(|exception| exception.id), expected, "{key_date} {differs:?}");
        }
    }
}
