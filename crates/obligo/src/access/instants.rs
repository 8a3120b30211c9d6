//! Reckoning with instants as the store keeps them: `YYYY-MM-DDTHH:MM:SSZ`, in whole seconds, ordered as texts.

use jiff::Timestamp;
use obligo_rules::problem::Problem;

fn seconds_of(instant: &str) -> Result<i64, Problem> {
    let parsed = instant.parse::<Timestamp>();
    let wrong = |_| Problem::usage("store-instant").of_value(instant).with("value", instant);
    parsed.map(Timestamp::as_second).map_err(wrong)
}

/// An instant some seconds later or earlier; with 0, the instant in whole seconds. Error: `store-instant`.
pub(super) fn plus(instant: &str, seconds: i64) -> Result<String, Problem> {
    let later = seconds_of(instant)?.saturating_add(seconds);
    let wrong = |_| Problem::usage("store-instant").of_value(instant).with("value", instant);
    Timestamp::from_second(later).map(|at| at.to_string()).map_err(wrong)
}

/// Seconds from one instant to another. Error: `store-instant`.
pub(super) fn seconds_between(from: &str, to: &str) -> Result<i64, Problem> {
    Ok(seconds_of(to)?.saturating_sub(seconds_of(from)?))
}

#[cfg(test)]
mod tests {
    use super::{plus, seconds_between};

    #[test]
    fn instants_move_by_seconds() {
        let table = [
            ("2024-02-28T23:59:59Z", 1, "2024-02-29T00:00:00Z"),
            ("2024-02-28T23:59:59.9Z", 0, "2024-02-28T23:59:59Z"),
            ("2024-03-01T00:00:00Z", -86_400, "2024-02-29T00:00:00Z"),
        ];
        for (from, seconds, to) in table {
            assert_eq!(plus(from, seconds).unwrap(), to);
            assert_eq!(seconds_between(from, to).unwrap(), seconds);
        }
        assert_eq!(plus("yesterday", 0).unwrap_err().code, "store-instant");
    }
}
