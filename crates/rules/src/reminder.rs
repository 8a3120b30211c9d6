//! Reminders (R9.8): which level an overdue item has reached, what it is charged, and why it is not reminded. Levels follow each other,
//! one reminder at a time; after the last one the item is ready for collection.

use crate::calendar::Day;
use crate::late_interest::Percent;
use crate::money::Currency;
use std::collections::{BTreeMap, BTreeSet};

/// Highest level of a rule.
pub const LEVEL_MAX: u8 = 9;
/// Most days of a level.
pub const DAYS_MAX: i32 = 999;

/// What a level costs the buyer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Charge {
    /// Nothing.
    None,
    /// A fixed sum per letter, minor units of [`ReminderTerms::currency`].
    Fixed(i64),
    /// A part of each item's original amount.
    Percent(Percent),
    /// What the buyer's country grants for a reminder, per letter; nothing where its law names no sum.
    Statutory,
}

/// What the days of a level are counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DaysAfter {
    /// The net due date.
    Due,
    /// The reminder before; the first level from the net due date.
    Reminder,
}

/// One level of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReminderLevel {
    /// Level, from 1.
    pub level: u8,
    /// Days after which it is reached.
    pub days: i32,
    /// Days after what.
    pub after: DaysAfter,
    /// What it costs.
    pub charge: Charge,
    /// Whether late interest is asked for.
    pub interest: bool,
}

/// Whom a rule is for. The first that fits an account in this order applies: its own, that of its country, the general one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RuleFor {
    /// One account, as `account/branch/account_type`.
    Account(String),
    /// A country.
    Country(String),
    /// Everybody.
    All,
}

/// How the house reminds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReminderTerms {
    /// Levels by whom they are for, each in order from 1 without gaps.
    pub rules: BTreeMap<RuleFor, Vec<ReminderLevel>>,
    /// Items with less open are left alone, minor units of `currency`.
    pub item_min: i64,
    /// Letters with less open in total are not written, minor units of `currency`.
    pub payer_min: i64,
    /// Currency of the sums.
    pub currency: Currency,
    /// Days after the last reminder until an item is ready for collection.
    pub collection_days: i32,
    /// Accounts that are never reminded.
    pub never: BTreeSet<String>,
    /// Language by country.
    pub languages: BTreeMap<String, String>,
}

/// How late interest is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct InterestPolicy {
    /// The country whose law applies to all; empty for the payer's own.
    pub law: Option<String>,
    /// Agreed rate a year instead of the law's.
    pub agreed: Option<Percent>,
    /// Whether the fixed compensation of the law is asked for with the first reminder.
    pub compensation: bool,
}

impl ReminderTerms {
    /// Three levels, 7 days after the due date and 14 days after each reminder; interest from the second on; no charges; collection 14
    /// days after the last.
    #[must_use]
    pub fn usual(currency: Currency) -> ReminderTerms {
        let level = |level, days, after| ReminderLevel {
            level,
            days,
            after,
            charge: Charge::None,
            interest: level > 1,
        };
        let usual = vec![
            level(1, 7, DaysAfter::Due),
            level(2, 14, DaysAfter::Reminder),
            level(3, 14, DaysAfter::Reminder),
        ];
        ReminderTerms {
            rules: BTreeMap::from([(RuleFor::All, usual)]),
            item_min: 0,
            payer_min: 0,
            currency,
            collection_days: 14,
            never: BTreeSet::new(),
            languages: BTreeMap::new(),
        }
    }

    /// The levels for an account of a country.
    #[must_use]
    pub fn levels(&self, account: &str, country: &str) -> &[ReminderLevel] {
        let of = |whom: RuleFor| self.rules.get(&whom);
        of(RuleFor::Account(account.to_owned()))
            .or_else(|| of(RuleFor::Country(country.to_owned())))
            .or_else(|| of(RuleFor::All))
            .map_or(&[], Vec::as_slice)
    }

    /// The language of letters to a country: as the house says, else the country's own, else English.
    #[must_use]
    pub fn language(&self, country: &str) -> &str {
        self.languages.get(country).map_or_else(
            || match country {
                "DE" | "AT" | "CH" | "LI" => "de",
                "FR" | "LU" | "MC" | "BE" => "fr",
                "SE" => "sv",
                _ => "en",
            },
            String::as_str,
        )
    }
}

/// An open item as reminders see it. Amounts in minor units of its currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReminderItem {
    /// Net due date, or the later one that was granted.
    pub due: Day,
    /// What is open; zero or less is not reminded.
    pub open: i64,
    /// Disputed at the key date.
    pub is_disputed: bool,
    /// Last day on which it is left alone: a stop date, or a promise of an open note.
    pub stopped_until: Option<Day>,
    /// Handed over for collection, or ready for it.
    pub in_collection: bool,
    /// Highest level sent and when; none yet is empty.
    pub last: Option<(u8, Day)>,
}

/// What reminders make of an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReminderOutcome {
    /// It is reminded with this level.
    Remind(ReminderLevel),
    /// It has had every reminder and is ready for collection.
    Collect,
    /// It is left alone.
    Leave(LeftAlone),
}

/// Why an item is left alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftAlone {
    /// Nothing is open, or it is a credit.
    NothingOpen,
    /// Not overdue.
    NotDue,
    /// In collection.
    InCollection,
    /// Disputed.
    Disputed,
    /// Stopped, or promised, until then.
    StoppedUntil(Day),
    /// Less than the lowest amount.
    Small,
    /// Its next step is reached on this day.
    Until(Day),
    /// No rule is for it.
    NoRule,
}

/// What an item is due for on a key date, in this order: nothing open, not overdue, in collection, disputed, stopped, too small, no rule,
/// the next level not reached. The next level is the one after the highest sent: a step proposed and not sent is not skipped.
/// `item_min` is in the item's currency.
#[must_use]
pub fn reminder_outcome(
    levels: &[ReminderLevel],
    item_min: i64,
    collection_days: i32,
    item: &ReminderItem,
    key_date: Day,
) -> ReminderOutcome {
    use ReminderOutcome::{Collect, Leave, Remind};
    if item.open <= 0 {
        return Leave(LeftAlone::NothingOpen);
    }
    if item.due >= key_date {
        return Leave(LeftAlone::NotDue);
    }
    if item.in_collection {
        return Leave(LeftAlone::InCollection);
    }
    if item.is_disputed {
        return Leave(LeftAlone::Disputed);
    }
    if let Some(until) = item.stopped_until.filter(|until| *until >= key_date) {
        return Leave(LeftAlone::StoppedUntil(until));
    }
    if item.open < item_min {
        return Leave(LeftAlone::Small);
    }
    if levels.is_empty() {
        return Leave(LeftAlone::NoRule);
    }
    let sent = item.last.map_or(0, |(level, _)| level);
    let after = |days: i32, from: DaysAfter| match (from, item.last) {
        (DaysAfter::Reminder, Some((_, sent_on))) => sent_on.plus_days(days),
        _ => item.due.plus_days(days),
    };
    if let Some(next) = levels.iter().find(|level| level.level > sent) {
        let reached = after(next.days, next.after);
        return if reached <= key_date { Remind(*next) } else { Leave(LeftAlone::Until(reached)) };
    }
    let reached = after(collection_days, DaysAfter::Reminder);
    if reached <= key_date { Collect } else { Leave(LeftAlone::Until(reached)) }
}

/// What a letter charges for its items: the fixed or statutory sum of its highest level once, and each item's own percentage of its
/// original amount, never of charges asked before. Items as level and original amount; `fixed` turns the terms' sums into the
/// letter's currency; `statutory` is what the country grants, in the letter's currency. `None` if the sum is too large.
#[must_use]
pub fn charge_of(
    items: &[(ReminderLevel, i64)],
    mut fixed: impl FnMut(i64) -> Option<i64>,
    statutory: i64,
) -> Option<i64> {
    let highest = items.iter().map(|(level, _)| level).max_by_key(|level| level.level);
    let once = match highest.map(|level| level.charge) {
        Some(Charge::Fixed(sum)) => fixed(sum)?,
        Some(Charge::Statutory) => statutory,
        _ => 0,
    };
    items.iter().try_fold(once, |sum, (level, amount)| match level.charge {
        Charge::Percent(percent) => sum.checked_add(percent.of(*amount)?),
        _ => Some(sum),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i32) -> Day {
        Day::parse_iso("2024-01-01").unwrap().plus_days(n)
    }

    fn level(level: u8, days: i32) -> ReminderLevel {
        ReminderLevel { level, days, after: DaysAfter::Due, charge: Charge::None, interest: false }
    }

    fn item(last: Option<(u8, i32)>) -> ReminderItem {
        ReminderItem {
            due: day(0),
            open: 10_000,
            is_disputed: false,
            stopped_until: None,
            in_collection: false,
            last: last.map(|(level, on)| (level, day(on))),
        }
    }

    fn outcome(item: &ReminderItem, on: i32) -> String {
        let levels = [level(1, 5), level(2, 20), level(3, 40)];
        match reminder_outcome(&levels, 500, 10, item, day(on)) {
            ReminderOutcome::Remind(level) => format!("level {}", level.level),
            ReminderOutcome::Collect => "collect".to_owned(),
            ReminderOutcome::Leave(LeftAlone::Until(until)) => {
                format!("until {}", until.days_since(day(0)))
            }
            ReminderOutcome::Leave(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn r9_8_levels_follow_each_other_and_end_in_collection() {
        // case, last sent, key date, outcome
        for (case, last, on, expected) in [
            ("PD-1: levels at 5, 20, 40 days, day 4", None, 4, "until 5"),
            ("reached on the day", None, 5, "level 1"),
            ("PD-3: level 1 drafted on day 5 and not sent, day 30", None, 30, "level 1"),
            ("level 1 sent on day 5, day 19", Some((1, 5)), 19, "until 20"),
            ("PD-5: a block is lifted on day 30", Some((1, 5)), 30, "level 2"),
            ("one step at a time, however late", Some((1, 5)), 300, "level 2"),
            ("after the last level", Some((3, 40)), 49, "until 50"),
            ("ready for collection", Some((3, 40)), 50, "collect"),
            ("on the due date", None, 0, "NotDue"),
        ] {
            assert_eq!(outcome(&item(last), on), expected, "{case}");
        }
    }

    #[test]
    fn r9_8_items_are_left_alone_for_a_reason() {
        let late = item(None);
        let stopped = Some(day(30));
        for (case, item, expected) in [
            ("PD-11: credited in full", ReminderItem { open: 0, ..late.clone() }, "NothingOpen"),
            ("PD-11: the credit note is cancelled", late.clone(), "level 1"),
            ("a credit", ReminderItem { open: -10_000, ..late.clone() }, "NothingOpen"),
            ("disputed", ReminderItem { is_disputed: true, ..late.clone() }, "Disputed"),
            (
                "in collection",
                ReminderItem { in_collection: true, is_disputed: true, ..late.clone() },
                "InCollection",
            ),
            (
                "promised for today",
                ReminderItem { stopped_until: stopped, ..late.clone() },
                &format!("StoppedUntil({:?})", day(30)),
            ),
            (
                "promised for yesterday",
                ReminderItem { stopped_until: Some(day(29)), ..late.clone() },
                "level 1",
            ),
            ("small", ReminderItem { open: 499, ..late.clone() }, "Small"),
            ("just large enough", ReminderItem { open: 500, ..late.clone() }, "level 1"),
        ] {
            assert_eq!(outcome(&item, 30), expected, "{case}");
        }
        let none = reminder_outcome(&[], 0, 0, &late, day(30));
        assert_eq!(none, ReminderOutcome::Leave(LeftAlone::NoRule));
    }

    #[test]
    fn r9_8_a_level_counts_from_the_reminder_before() {
        let second = ReminderLevel { after: DaysAfter::Reminder, ..level(2, 14) };
        let found = |last, on| reminder_outcome(&[level(1, 5), second], 0, 7, &item(last), day(on));
        assert_eq!(found(Some((1, 9)), 22), ReminderOutcome::Leave(LeftAlone::Until(day(23))));
        assert_eq!(found(Some((1, 9)), 23), ReminderOutcome::Remind(second));
        assert_eq!(found(Some((2, 23)), 30), ReminderOutcome::Collect);
    }

    #[test]
    fn r9_8_a_charge_is_fixed_per_letter_or_a_part_of_the_original_amount() {
        let fixed = |n, charge| ReminderLevel { charge, ..level(n, 5) };
        let ten = fixed(1, Charge::Fixed(1_000));
        let fifteen_percent = fixed(2, Charge::Percent(Percent::hundredths(1_500)));
        let lawful = fixed(3, Charge::Statutory);
        let charge = |items: &[(ReminderLevel, i64)]| charge_of(items, Some, 6_000);
        // PD-7: 10 on the first level, then 15 % of the 100, not of the 110 asked for by then.
        assert_eq!(charge(&[(ten, 10_000)]), Some(1_000));
        assert_eq!(charge(&[(fifteen_percent, 10_000)]), Some(1_500));
        assert_eq!(charge(&[(ten, 10_000), (ten, 90_000)]), Some(1_000), "once per letter");
        assert_eq!(charge(&[(ten, 10_000), (lawful, 10_000)]), Some(6_000), "of the highest level");
        assert_eq!(charge(&[(ten, 10_000), (fifteen_percent, 10_000)]), Some(1_500));
        assert_eq!(charge(&[]), Some(0));
        assert_eq!(
            charge(&[
                (fifteen_percent, i64::MAX),
                (fixed(2, Charge::Percent(Percent::hundredths(9_900))), i64::MAX)
            ]),
            None
        );
    }

    #[test]
    fn r9_8_the_rule_of_the_account_goes_before_its_countrys() {
        let mut terms = ReminderTerms::usual(Currency::EUR);
        terms.rules.insert(RuleFor::Country("SE".to_owned()), vec![level(1, 3)]);
        terms.rules.insert(RuleFor::Account("1001/0/D".to_owned()), Vec::new());
        for (account, country, count) in [("1001/0/D", "SE", 0), ("1002/0/D", "SE", 1), ("1002/0/D", "DE", 3)]
        {
            assert_eq!(terms.levels(account, country).len(), count, "{account} {country}");
        }
        for (country, language) in [("AT", "de"), ("FR", "fr"), ("SE", "sv"), ("US", "en")] {
            assert_eq!(terms.language(country), language);
        }
        terms.languages.insert("US".to_owned(), "fr".to_owned());
        assert_eq!(terms.language("US"), "fr");
    }
}
