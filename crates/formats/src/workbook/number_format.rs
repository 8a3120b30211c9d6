//! What a number format makes of a number: a date, a number of fixed width, or just the number.

/// How a number looks in its cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum NumberLook {
    /// A number.
    #[default]
    Plain,
    /// A date, perhaps with a time.
    Date,
    /// Whole, with zeros in front up to this many digits, as account numbers are shown.
    Zeros(u8),
}

/// The look of a format every spreadsheet knows by its number.
pub(crate) fn look_of_number(id: u32) -> NumberLook {
    match id {
        // 18–21 and 45–47 are times of day and durations.
        14..=17 | 22 | 27..=36 | 50..=58 => NumberLook::Date,
        _ => NumberLook::Plain,
    }
}

/// The look a format code describes: `dd.mm.yyyy`, `#,##0.00`, `[$-407]d. mmmm yyyy;@`, `0000000`.
pub(crate) fn look_of_code(code: &str) -> NumberLook {
    let first = code.split(';').next().unwrap_or_default();
    if first.len() >= 2 && first.len() <= 40 && first.bytes().all(|byte| byte == b'0') {
        return NumberLook::Zeros(first.len() as u8);
    }
    let mut rest = first.chars();
    let (mut has_day, mut has_month, mut has_year, mut has_time) = (false, false, false, false);
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                rest.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                rest.next();
            }
            '[' => {
                let within: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let lower = within.to_ascii_lowercase();
                // [h], [mm] and [ss] are durations; colours, conditions and languages are none of it.
                has_time |= !lower.is_empty() && lower.bytes().all(|b| matches!(b, b'h' | b'm' | b's'));
            }
            'd' | 'D' => has_day = true,
            'm' | 'M' => has_month = true,
            'y' | 'Y' | 'e' | 'b' => has_year = true,
            'h' | 'H' | 's' | 'S' => has_time = true,
            // Behind a date they are parts of seconds.
            '0' | '#' | '?' if !has_day && !has_year => return NumberLook::Plain,
            'G' | 'g' if first.to_ascii_lowercase().contains("general") => return NumberLook::Plain,
            _ => {}
        }
    }
    // A month alone beside hours or seconds is minutes.
    if has_day || has_year || (has_month && !has_time) { NumberLook::Date } else { NumberLook::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes_tell_dates_from_numbers() {
        for code in [
            "dd.mm.yyyy",
            "yyyy-mm-dd",
            "m/d/yy h:mm",
            "[$-407]d. mmmm yyyy;@",
            "mmm-yy",
            "d\\.m\\.yyyy",
            "[Red]dd/mm/yyyy",
            "yyyy\"-\"mm",
            "mmmm",
            "dddd",
            "yyyy-mm-dd hh:mm:ss.000",
        ] {
            assert_eq!(look_of_code(code), NumberLook::Date, "{code}");
        }
        for code in [
            "General",
            "general",
            "0.00",
            "#,##0.00\\ \"days\"",
            "#,##0.00 [$EUR]",
            "[h]:mm:ss",
            "h:mm",
            "mm:ss",
            "mm:ss.0",
            "\"dmy\"0",
            "0.00E+00",
            "@",
            "_-* #,##0.00\\ \"kr\"_-",
            "0",
            "",
        ] {
            assert_eq!(look_of_code(code), NumberLook::Plain, "{code}");
        }
        assert_eq!(look_of_code("00000"), NumberLook::Zeros(5));
        assert_eq!(look_of_number(14), NumberLook::Date);
        assert_eq!(look_of_number(4), NumberLook::Plain);
        assert_eq!(look_of_number(20), NumberLook::Plain);
    }
}
