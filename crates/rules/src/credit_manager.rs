//! Credit managers and their seniors (R9.2): whose buyers somebody sees.

use std::collections::{BTreeMap, BTreeSet};

/// A credit manager.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CreditManager {
    /// Code, as buyers name it.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the senior; empty for none.
    pub senior: String,
    /// Name they sign in with; empty for none.
    pub user: String,
}

/// The codes whose buyers a credit manager sees: its own and those of all juniors, theirs included.
#[must_use]
pub fn managers_seen(managers: &[CreditManager], code: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::from([code.to_owned()]);
    let mut ahead = vec![code];
    while let Some(senior) = ahead.pop() {
        for junior in managers.iter().filter(|manager| manager.senior == senior) {
            if seen.insert(junior.code.clone()) {
                ahead.push(&junior.code);
            }
        }
    }
    seen
}

/// The codes of a range with those their seniors see. An empty end is open; `codes` are those that buyers name, which need not be
/// registered. Codes are in order as letters are.
#[must_use]
pub fn managers_in_range(
    managers: &[CreditManager],
    codes: &BTreeSet<String>,
    from: &str,
    to: &str,
) -> BTreeSet<String> {
    let registered = managers.iter().map(|manager| &manager.code);
    let inside =
        |code: &&String| (from.is_empty() || code.as_str() >= from) && (to.is_empty() || code.as_str() <= to);
    let chosen: BTreeSet<&String> = registered.chain(codes).filter(inside).collect();
    chosen.into_iter().flat_map(|code| managers_seen(managers, code)).collect()
}

/// A circle of seniors, the code that closes it at both ends; empty where there is none.
#[must_use]
pub fn senior_circle(managers: &[CreditManager]) -> Vec<String> {
    let seniors: BTreeMap<&str, &str> =
        managers.iter().map(|manager| (manager.code.as_str(), manager.senior.as_str())).collect();
    let mut cleared: BTreeSet<&str> = BTreeSet::new();
    for start in seniors.keys() {
        let mut path: Vec<&str> = vec![start];
        let mut on_path: BTreeSet<&str> = BTreeSet::from([*start]);
        while let Some(senior) = path.last().and_then(|code| seniors.get(code)).filter(|s| !s.is_empty()) {
            if cleared.contains(senior) {
                break;
            }
            path.push(senior);
            if !on_path.insert(*senior) {
                let circle = path.iter().skip_while(|code| *code != senior);
                return circle.map(|code| (*code).to_owned()).collect();
            }
        }
        cleared.extend(path);
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn managers(pairs: &[(&str, &str)]) -> Vec<CreditManager> {
        let of = |(code, senior): &(&str, &str)| CreditManager {
            code: (*code).to_owned(),
            senior: (*senior).to_owned(),
            ..CreditManager::default()
        };
        pairs.iter().map(of).collect()
    }

    fn texts(codes: &BTreeSet<String>) -> Vec<&str> {
        codes.iter().map(String::as_str).collect()
    }

    #[test]
    fn r9_2_a_senior_sees_juniors_and_their_juniors_and_a_junior_not_the_senior() {
        let all = managers(&[("KM1", "HEAD"), ("KM2", "HEAD"), ("KM3", "KM2"), ("HEAD", ""), ("X", "")]);
        for (code, expected) in [
            ("HEAD", vec!["HEAD", "KM1", "KM2", "KM3"]),
            ("KM2", vec!["KM2", "KM3"]),
            ("KM1", vec!["KM1"]),
            ("unknown", vec!["unknown"]),
        ] {
            assert_eq!(texts(&managers_seen(&all, code)), expected, "{code}");
        }
    }

    #[test]
    fn r9_2_a_range_has_both_ends_the_juniors_of_those_in_it_and_codes_nobody_registered() {
        let all = managers(&[("B", ""), ("Z", "B"), ("D", "")]);
        let named = BTreeSet::from(["C".to_owned(), "Y".to_owned()]);
        for (from, to, expected) in [
            ("B", "C", vec!["B", "C", "Z"]),
            ("", "B", vec!["B", "Z"]),
            ("Y", "", vec!["Y", "Z"]),
            ("", "", vec!["B", "C", "D", "Y", "Z"]),
            ("C", "B", vec![]),
        ] {
            assert_eq!(texts(&managers_in_range(&all, &named, from, to)), expected, "{from}..{to}");
        }
    }

    #[test]
    fn r9_2_a_circle_of_seniors_is_found_and_named() {
        for (pairs, expected) in [
            (vec![("A", "B"), ("B", "")], vec![]),
            (vec![("A", "A")], vec!["A", "A"]),
            (vec![("A", "B"), ("B", "C"), ("C", "B")], vec!["B", "C", "B"]),
            (vec![("A", "gone")], vec![]),
            (vec![("A", "C"), ("B", "C"), ("C", "D"), ("D", "")], vec![]),
        ] {
            assert_eq!(senior_circle(&managers(&pairs)), expected, "{pairs:?}");
        }
        let all = managers(&[("A", "B"), ("B", "A")]);
        assert_eq!(texts(&managers_seen(&all, "A")), ["A", "B"], "a circle ends");
    }

    #[test]
    fn r9_2_a_long_line_of_seniors_is_walked_once() {
        let codes: Vec<String> = (0..3000).map(|n| format!("{n:05}")).collect();
        let of = |n: usize| CreditManager {
            code: codes[n].clone(),
            senior: codes.get(n + 1).cloned().unwrap_or_default(),
            ..CreditManager::default()
        };
        let all: Vec<CreditManager> = (0..codes.len()).map(of).collect();
        assert!(senior_circle(&all).is_empty());
    }
}
