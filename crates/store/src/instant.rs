//! Instants as text: `YYYY-MM-DDTHH:MM:SSZ`. All have one length, so that their order as text is their order in time.

use obligo_rules::problem::Problem;

const SHAPE: &[u8; 20] = b"dddd-dd-ddTdd:dd:ddZ";

/// An ISO 8601 instant in UTC, cut to whole seconds: with whole seconds the last second of a day ends the day, and the
/// order within a second is the order of the entry numbers. Error: `store-instant`.
pub(crate) fn instant(text: &str) -> Result<String, Problem> {
    let refuse = || Problem::usage("store-instant").of_value(text).with("value", text);
    let whole = match text.split_once('.') {
        Some((seconds, rest)) => {
            let fraction = rest.strip_suffix('Z').ok_or_else(refuse)?;
            if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
                return Err(refuse());
            }
            format!("{seconds}Z")
        }
        None => text.to_owned(),
    };
    let shaped = whole.len() == SHAPE.len()
        && whole.bytes().zip(SHAPE).all(|(b, s)| if *s == b'd' { b.is_ascii_digit() } else { b == *s });
    let part = |from: usize, to: usize| whole.get(from..to).and_then(|p| p.parse::<u8>().ok());
    let in_range = || {
        matches!(part(5, 7), Some(1..=12))
            && matches!(part(8, 10), Some(1..=31))
            && matches!(part(11, 13), Some(0..=23))
            && matches!(part(14, 16), Some(0..=59))
            && matches!(part(17, 19), Some(0..=60))
    };
    if shaped && in_range() { Ok(whole) } else { Err(refuse()) }
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn r0_4_instants_have_one_shape() {
        let table = [
            ("2024-05-01T10:20:30Z", Some("2024-05-01T10:20:30Z")),
            ("2024-05-01T10:20:30.999Z", Some("2024-05-01T10:20:30Z")),
            ("2024-05-01T23:59:59.123456789Z", Some("2024-05-01T23:59:59Z")),
            ("2024-05-01T10:20:30", None),
            ("2024-05-01T10:20:30.Z", None),
            ("2024-05-01T10:20:30.12", None),
            ("2024-05-01 10:20:30Z", None),
            ("2024-13-01T10:20:30Z", None),
            ("2024-05-01T24:00:00Z", None),
            ("2024-05-01T10:20:30+02:00", None),
            ("2024-05-01", None),
            ("", None),
        ];
        for (given, expected) in table {
            assert_eq!(instant(given).ok().as_deref(), expected, "{given}");
        }
    }
}
