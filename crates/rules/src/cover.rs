//! A buyer's cover: exactly one kind per date, under at most one policy (R1.5 to R1.7).

use crate::calendar::Day;
use crate::codes::CoverKind;
use crate::evidence::UnnamedBounds;

/// One stretch of a buyer's cover.
#[derive(Clone, PartialEq, Debug)]
pub struct Cover {
    /// Number of the policy; `None` for a co-insured account or no cover.
    pub policy: Option<u16>,
    /// Its kind.
    pub kind: CoverKind,
    /// First day.
    pub valid_from: Day,
    /// Last day; `None` = until the next cover begins.
    pub valid_until: Option<Day>,
    /// The main buyer's number, for a co-insured account (R1.6).
    pub co_insured_under: Option<i64>,
    /// Cover declined on: the sum is 0 from then (R2.2, R2.3).
    pub declined_on: Option<Day>,
    /// Recommended limit, minor units of the policy's currency (R2.3).
    pub recommended_limit: Option<i64>,
    /// From when it caps.
    pub recommended_from: Option<Day>,
}

impl Cover {
    /// What bounds the sum of an unnamed cover; the recommendation counts from the cover's start if no date is given.
    #[must_use]
    pub fn unnamed_bounds(&self) -> UnnamedBounds {
        UnnamedBounds {
            declined_on: self.declined_on,
            recommended_limit: self.recommended_limit,
            recommended_from: self
                .recommended_limit
                .map(|_| self.recommended_from.unwrap_or(self.valid_from)),
        }
    }
}

/// The cover at `key_date`: the latest begun, unless it has ended. A newer cover ends the older one the day before. `covers` in
/// recorded order, of one buyer.
#[must_use]
pub fn cover_at(covers: &[Cover], key_date: Day) -> Option<&Cover> {
    covers
        .iter()
        .filter(|c| c.valid_from <= key_date)
        .max_by_key(|c| c.valid_from)
        .filter(|c| c.valid_until.is_none_or(|until| until >= key_date))
}

/// The last named or unnamed cover under `policy` that began on or before `key_date`, ended or not.
#[must_use]
pub fn cover_last_under(covers: &[Cover], policy: u16, key_date: Day) -> Option<&Cover> {
    covers
        .iter()
        .filter(|c| c.valid_from <= key_date && c.policy == Some(policy))
        .filter(|c| matches!(c.kind, CoverKind::Named | CoverKind::Unnamed))
        .max_by_key(|c| c.valid_from)
}

/// Why a cover is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CoverRefusal {
    /// It begins before the end that another cover of the buyer states.
    Overlaps {
        /// The other cover's first day.
        other_from: Day,
    },
    /// A co-insured account under an account that is itself co-insured.
    UnderCoInsured,
    /// A co-insured account under itself.
    UnderItself,
    /// Only legally dependent branches may be co-insured (R1.6).
    NotDependent,
    /// The kind changes while insured items are open (R1.7).
    KindChangesWhileInsured {
        /// The kind until then.
        before: CoverKind,
    },
}

/// Checks one buyer's covers against each other (R1.5): none may begin before the stated end of an earlier one, and no two on one day.
pub fn check_no_overlap(covers: &[Cover]) -> Result<(), CoverRefusal> {
    let mut in_order: Vec<&Cover> = covers.iter().collect();
    in_order.sort_by_key(|c| c.valid_from);
    for pair in in_order.windows(2) {
        let reaches_into = pair[0].valid_until.is_some_and(|until| until >= pair[1].valid_from);
        if reaches_into || pair[0].valid_from == pair[1].valid_from {
            return Err(CoverRefusal::Overlaps { other_from: pair[0].valid_from });
        }
    }
    Ok(())
}

/// Checks a co-insured account (R1.6): a dependent branch, not under itself, not under another co-insured account.
pub fn check_co_insured(
    buyer_id: i64,
    main_id: i64,
    dependent_branch: bool,
    main_is_co_insured: bool,
) -> Result<(), CoverRefusal> {
    if buyer_id == main_id {
        Err(CoverRefusal::UnderItself)
    } else if main_is_co_insured {
        Err(CoverRefusal::UnderCoInsured)
    } else if !dependent_branch {
        Err(CoverRefusal::NotDependent)
    } else {
        Ok(())
    }
}

/// Checks a change of kind (R1.7). `has_insured_items` = insured items of the buyer are open when the new cover begins.
pub fn check_kind_change(
    before: Option<CoverKind>,
    after: CoverKind,
    has_insured_items: bool,
) -> Result<(), CoverRefusal> {
    match before {
        Some(before) if before != after && before != CoverKind::None && has_insured_items => {
            Err(CoverRefusal::KindChangesWhileInsured { before })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn cover(kind: CoverKind, from: &str, until: &str) -> Cover {
        Cover {
            policy: Some(1),
            kind,
            valid_from: day(from),
            valid_until: Day::parse_iso(until),
            co_insured_under: None,
            declined_on: None,
            recommended_limit: None,
            recommended_from: None,
        }
    }

    #[test]
    fn r1_5_a_buyer_has_exactly_one_cover_at_any_date() {
        let covers = [
            cover(CoverKind::Unnamed, "2024-01-01", ""),
            cover(CoverKind::Named, "2024-03-01", "2024-06-30"),
        ];
        for (date, expected) in [
            ("2023-12-31", None),
            ("2024-01-01", Some(CoverKind::Unnamed)),
            ("2024-02-29", Some(CoverKind::Unnamed)),
            ("2024-03-01", Some(CoverKind::Named)),
            ("2024-06-30", Some(CoverKind::Named)),
            ("2024-07-01", None),
        ] {
            assert_eq!(cover_at(&covers, day(date)).map(|c| c.kind), expected, "{date}");
        }
        assert_eq!(check_no_overlap(&covers), Ok(()));
        let overlapping = [cover(CoverKind::Named, "2024-01-01", "2024-03-01"), covers[1].clone()];
        assert_eq!(
            check_no_overlap(&overlapping),
            Err(CoverRefusal::Overlaps { other_from: day("2024-01-01") })
        );
    }

    #[test]
    fn r1_6_only_dependent_branches_of_a_main_buyer_are_co_insured() {
        // account, main buyer, dependent, main buyer itself co-insured
        for (account, main, dependent, nested, expected) in [
            (2, 1, true, false, Ok(())),
            (2, 1, false, false, Err(CoverRefusal::NotDependent)),
            (2, 1, true, true, Err(CoverRefusal::UnderCoInsured)),
            (1, 1, true, false, Err(CoverRefusal::UnderItself)),
        ] {
            assert_eq!(check_co_insured(account, main, dependent, nested), expected);
        }
    }

    #[test]
    fn r1_7_the_kind_of_cover_does_not_change_while_insured_items_are_open() {
        use CoverKind::{Named, None as NotInsured, Unnamed};
        for (before, after, insured_items, ok) in [
            (Some(Named), Unnamed, true, false),
            (Some(Named), Unnamed, false, true),
            (Some(Named), Named, true, true),
            (Some(NotInsured), Named, true, true),
            (None, Named, true, true),
        ] {
            assert_eq!(
                check_kind_change(before, after, insured_items).is_ok(),
                ok,
                "VA-3 {before:?} {after:?}"
            );
        }
    }
}
