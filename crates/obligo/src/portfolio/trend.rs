//! What was insured of what was open at the end of each of the last months (H2).

use crate::items::Viewer;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Store;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_each;
use std::collections::BTreeMap;

/// How many month ends it goes back.
const MONTHS: i32 = 12;

/// The debit items open at the end of a day, by currency code: currency, insured, not insured. Minor units.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayStanding {
    /// The day.
    pub day: Day,
    /// By currency code.
    pub by_currency: BTreeMap<String, (Currency, i64, i64)>,
}

/// The standing at each of the last month ends before `today`, and today, as known now. Months before the first item are left out.
pub fn trend(store: &Store, today: Day) -> Result<Vec<DayStanding>, Problem> {
    let mut days: Vec<Day> =
        (1..=MONTHS).rev().map(|n| today.month_start().plus_months(1 - n).plus_days(-1)).collect();
    days.push(today);
    let mut standings = Vec::new();
    for day in days {
        // One month after the other, each in a snapshot of its own, so that no writer waits for long.
        let standing = standing_at(store, day)?;
        if !standing.by_currency.is_empty() || !standings.is_empty() {
            standings.push(standing);
        }
    }
    Ok(standings)
}

fn standing_at(store: &Store, day: Day) -> Result<DayStanding, Problem> {
    store.read(|tx| {
        let as_of = AsOf { key_date: day, known: AsOf::NOW };
        let snapshot = Snapshot::load(tx, as_of)?;
        let viewer = Viewer::load(tx, &snapshot, false)?;
        let mut by_currency: BTreeMap<String, (Currency, i64, i64)> = BTreeMap::new();
        item_each(
            tx,
            as_of,
            |item, amount, _| viewer.settled.open(item, amount) != 0,
            |row| {
                if !row.facts.kind.is_debit() || !snapshot.is_insured_company(row.facts.company_id) {
                    return Ok(());
                }
                let item = viewer.figures(row);
                let code = item.policy_currency.code();
                if !by_currency.contains_key(code) {
                    by_currency.insert(code.to_owned(), (item.policy_currency, 0, 0));
                }
                if let Some((_, insured, uninsured)) = by_currency.get_mut(code) {
                    *insured = insured.saturating_add(item.insured);
                    *uninsured = uninsured.saturating_add(item.uninsured());
                }
                Ok(())
            },
        )?;
        Ok(DayStanding { day, by_currency })
    })
}
