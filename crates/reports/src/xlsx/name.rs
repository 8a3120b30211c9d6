//! Names of sheets: readable, allowed, each its own.

use std::collections::HashSet;

/// Longest name in units of UTF-16, as spreadsheets count.
const UNITS_MAX: usize = 31;

/// The names given so far.
#[derive(Default)]
pub(super) struct Names {
    used: HashSet<String>,
}

impl Names {
    /// A name no other sheet has, made from a title: without the characters sheets may not have, cut to 31, numbered where
    /// it is taken.
    pub(super) fn free(&mut self, title: &str) -> String {
        let allowed: String = title
            .chars()
            .map(|c| if "[]:*?/\\".contains(c) { '-' } else { c })
            .map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c })
            .collect();
        // Spreadsheets keep this name for themselves.
        let allowed =
            if allowed.trim().eq_ignore_ascii_case("history") { "History -".to_owned() } else { allowed };
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
            let mut name = cut(&allowed, UNITS_MAX - suffix.len());
            if name.is_empty() {
                "–".clone_into(&mut name);
            }
            name.push_str(&suffix);
            if self.used.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

fn cut(text: &str, units: usize) -> String {
    let mut left = units;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    let edges = |c: char| c == '\'' || c.is_whitespace();
    let kept: String = text.trim_matches(edges).chars().take_while(fits).collect();
    kept.trim_matches(edges).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r14_3_any_title_becomes_a_name_a_sheet_may_have() {
        let long = "Forderungen an Kunden mit überaus langen Namen";
        let mut names = Names::default();
        for (title, expected) in [
            ("Buyers", "Buyers"),
            ("BUYERS", "BUYERS (2)"),
            ("2025/26: [all]?", "2025-26- -all--"),
            ("'quoted'", "quoted"),
            ("", "–"),
            ("'", "– (2)"),
            ("History", "History -"),
            ("two\nlines", "two lines"),
            (long, "Forderungen an Kunden mit übera"),
            (long, "Forderungen an Kunden mit ü (2)"),
            ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        ] {
            assert_eq!(names.free(title), expected, "{title:?}");
        }
    }
}
