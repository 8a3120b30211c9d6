//! Every change to an item's insurance data, by a run, a person or an event, with the state before and after.

use crate::as_of::{AsOf, day_of, day_param};
use crate::state::{ItemState, STATE_COLUMNS, STATE_WIDTH};
use crate::tx::{Bulk, Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

/// Writes changes in bulk and then carries them over to the items in one statement.
pub struct ChangeWriter<'c> {
    bulk: Bulk<'c>,
    entry: i64,
    run: Option<i64>,
    cause: &'static str,
    key_date: Day,
    first: i64,
    packed: String,
    rate: String,
}

impl<'c> ChangeWriter<'c> {
    /// A writer for the changes of one run (`run` given) or of one person's or event's change.
    pub fn new(
        tx: &Tx<'c>,
        entry: i64,
        run: Option<i64>,
        cause: &'static str,
        key_date: Day,
    ) -> Result<ChangeWriter<'c>, Problem> {
        let first = tx.one("SELECT coalesce(max(change_id), 0) FROM change", &[], |row| Ok(row.int(0)))?;
        let places = (1..=6 + STATE_WIDTH).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        let bulk = tx.bulk(&format!(
            "INSERT INTO change (entry, run, item_id, key_date, cause, before_state, {STATE_COLUMNS}) VALUES ({places})"
        ))?;
        let (packed, rate) = (String::new(), String::new());
        Ok(ChangeWriter { bulk, entry, run, cause, key_date, first: first.unwrap_or(0) + 1, packed, rate })
    }

    /// Adds the change of one item and returns the packed state before it.
    pub fn put(&mut self, item_id: i64, before: &ItemState, after: &ItemState) -> Result<&str, Problem> {
        self.packed.clear();
        before.pack_into(&mut self.packed);
        self.rate.clear();
        if let Some(rate) = after.fixed_rate {
            self.rate.push_str(&rate.to_string());
        }
        let mut params = [Param::Null; 6 + STATE_WIDTH];
        params[0] = Param::Int(self.entry);
        params[1] = self.run.into();
        params[2] = Param::Int(item_id);
        params[3] = day_param(self.key_date);
        params[4] = Param::Text(self.cause);
        params[5] = Param::Text(&self.packed);
        params[6..].copy_from_slice(&after.params(&self.rate));
        self.bulk.put(&params)?;
        Ok(&self.packed)
    }

    /// Carries the changes over to the items. Call once, after the last.
    pub fn finish(self, tx: &Tx<'c>) -> Result<usize, Problem> {
        let set = STATE_COLUMNS
            .split(", ")
            .map(|c| format!("{0} = c.{0}", c.trim()))
            .collect::<Vec<_>>()
            .join(", ");
        tx.exec(
            &format!(
                "UPDATE item SET {set} FROM change AS c WHERE c.change_id >= $1 AND c.item_id = item.item_id"
            ),
            &[Param::Int(self.first)],
        )
    }
}

/// The states that items had at a point in time, for those changed since: after the last standing change dated and known by then, or
/// before the first. Items not in it stand as they are. Reversed runs and their reversals cancel each other.
pub fn change_states_at(tx: &Tx<'_>, as_of: AsOf) -> Result<HashMap<i64, ItemState>, Problem> {
    struct Seen {
        state: ItemState,
        changed_since: bool,
    }
    let later = tx.one(
        "SELECT 1 FROM change WHERE key_date > $1 OR entry > $2 LIMIT 1",
        &as_of.params(),
        |_| Ok(()),
    )?;
    if later.is_none() {
        return Ok(HashMap::new());
    }
    let mut seen: HashMap<i64, Seen> = HashMap::new();
    let (key_date, known) = (i64::from(as_of.key_date.epoch_days()), as_of.known);
    tx.each(
        &format!(
            "SELECT c.item_id, c.key_date, c.entry, c.before_state, {} FROM change AS c LEFT JOIN run ON run.run = c.run \
             WHERE run.reversed_entry IS NULL OR run.reversed_entry > $1 ORDER BY c.change_id",
            prefixed_columns()
        ),
        &[Param::Int(known)],
        |row| {
            let counts = row.int(1) <= key_date && row.int(2) <= known;
            let entry = seen.entry(row.int(0)).or_insert_with(|| Seen {
                state: ItemState::unpack(row.text(3)).unwrap_or_default(),
                changed_since: false,
            });
            if counts {
                entry.state = ItemState::read(row, 4);
            } else {
                entry.changed_since = true;
            }
            Ok(())
        },
    )?;
    Ok(seen.into_iter().filter(|(_, s)| s.changed_since).map(|(id, s)| (id, s.state)).collect())
}

/// Whether the insurance data of any item were ever changed.
pub fn change_any(tx: &Tx<'_>) -> Result<bool, Problem> {
    Ok(tx.one("SELECT 1 FROM change LIMIT 1", &[], |_| Ok(()))?.is_some())
}

/// One change as its history shows it.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    /// Audit entry.
    pub entry: i64,
    /// The run, if a run made it.
    pub run: Option<i64>,
    /// Which item.
    pub item_id: i64,
    /// Key date it belongs to.
    pub key_date: Day,
    /// `run`, `carried`, `reversal`, `edit`, `event`, `reexamination`, `residual`.
    pub cause: String,
    /// State before; empty where it cannot be read.
    pub before: ItemState,
    /// Whether the state before cannot be read: the store was altered.
    pub is_damaged: bool,
    /// State after.
    pub after: ItemState,
}

/// The changes of a run, of an item, or all of them, in recorded order.
pub fn change_each(
    tx: &Tx<'_>,
    of: ChangesOf,
    mut visit: impl FnMut(&ChangeRow) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let (condition, id) = match of {
        ChangesOf::Run(run) => ("run = $1 AND cause = 'run'", run),
        ChangesOf::Item(item) => ("item_id = $1", item),
        ChangesOf::One(change) => ("change_id = $1", change),
        ChangesOf::All => ("change_id > $1", 0),
    };
    tx.each(
        &format!(
            "SELECT entry, run, item_id, key_date, cause, before_state, {STATE_COLUMNS} FROM change WHERE {condition} \
             ORDER BY change_id"
        ),
        &[Param::Int(id)],
        |row| visit(&read_change(row)),
    )
}

/// Visits number, item and key date of the changes recorded after the one with this number, in recorded order.
pub fn change_each_after(
    tx: &Tx<'_>,
    change: i64,
    mut visit: impl FnMut(i64, i64, Day),
) -> Result<(), Problem> {
    tx.each(
        "SELECT change_id, item_id, key_date FROM change WHERE change_id > $1 ORDER BY change_id",
        &[Param::Int(change)],
        |row| {
            visit(row.int(0), row.int(1), day_of(row.int(2)));
            Ok(())
        },
    )
}

fn read_change(row: &Row<'_>) -> ChangeRow {
    let before = ItemState::unpack(row.text(5));
    ChangeRow {
        entry: row.int(0),
        run: row.int_opt(1),
        item_id: row.int(2),
        key_date: day_of(row.int(3)),
        cause: row.text(4).to_owned(),
        before: before.unwrap_or_default(),
        is_damaged: before.is_none(),
        after: ItemState::read(row, 6),
    }
}

/// Whose changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChangesOf {
    /// Of a run.
    Run(i64),
    /// Of an item: passes over all there are.
    Item(i64),
    /// The one with this number.
    One(i64),
    /// All.
    All,
}

/// How many changes are on record.
pub fn change_count(tx: &Tx<'_>) -> Result<i64, Problem> {
    Ok(tx.one("SELECT count(*) FROM change", &[], |row| Ok(row.int(0)))?.unwrap_or(0))
}

/// The latest key date on or after `from` of the changes by people and events, by item: a later change of the item belongs there or later.
pub fn change_by_hand_dates(tx: &Tx<'_>, from: Day) -> Result<HashMap<i64, Day>, Problem> {
    let mut dates = HashMap::new();
    tx.each(
        "SELECT item_id, max(key_date) FROM change WHERE run IS NULL AND key_date >= $1 GROUP BY item_id",
        &[day_param(from)],
        |row| {
            dates.insert(row.int(0), day_of(row.int(1)));
            Ok(())
        },
    )?;
    Ok(dates)
}

/// A standing change of an item: its key date, state before and after, and whether it moved the insured amount by what a residual took.
pub type Later = (Day, ItemState, ItemState, bool);

/// The standing changes of these items that belong to a later key date than `key_date`, in recorded order. A run for `key_date` does not see
/// them and must leave them on top of what it writes (R0.4).
pub fn change_later(
    tx: &Tx<'_>,
    key_date: Day,
    items: &HashSet<i64, impl BuildHasher>,
) -> Result<HashMap<i64, Vec<Later>>, Problem> {
    let mut later: HashMap<i64, Vec<Later>> = HashMap::new();
    tx.each(
        &format!(
            "SELECT c.item_id, c.key_date, c.before_state, c.cause, {} FROM change AS c LEFT JOIN run ON run.run = c.run \
             WHERE c.key_date > $1 AND run.reversed_entry IS NULL ORDER BY c.change_id",
            prefixed_columns()
        ),
        &[day_param(key_date)],
        |row| {
            let item = row.int(0);
            if items.contains(&item) {
                let before = ItemState::unpack(row.text(2)).unwrap_or_default();
                let is_residual = row.text(3) == "residual";
                let change = (day_of(row.int(1)), before, ItemState::read(row, 4), is_residual);
                later.entry(item).or_default().push(change);
            }
            Ok(())
        },
    )?;
    Ok(later)
}

/// The states in which the items of a run stand without it: what its reversal restores.
pub fn change_states_without(tx: &Tx<'_>, run: i64) -> Result<HashMap<i64, ItemState>, Problem> {
    let mut states: HashMap<i64, ItemState> = HashMap::new();
    tx.each(
        &format!(
            "SELECT c.item_id, c.run, c.before_state, {} FROM change AS c LEFT JOIN run ON run.run = c.run \
             WHERE c.item_id IN (SELECT item_id FROM change WHERE run = $1 AND cause = 'run') \
             AND run.reversed_entry IS NULL ORDER BY c.change_id",
            prefixed_columns()
        ),
        &[Param::Int(run)],
        |row| {
            let state = states
                .entry(row.int(0))
                .or_insert_with(|| ItemState::unpack(row.text(2)).unwrap_or_default());
            if row.int_opt(1) != Some(run) {
                *state = ItemState::read(row, 3);
            }
            Ok(())
        },
    )?;
    Ok(states)
}

fn prefixed_columns() -> String {
    STATE_COLUMNS.split(", ").map(|c| format!("c.{}", c.trim())).collect::<Vec<_>>().join(", ")
}

/// The first change after a run that touched one of the items it changed: entry, item and the run that made it, if one did.
pub fn change_touching_after(tx: &Tx<'_>, run: i64) -> Result<Option<(i64, i64, Option<i64>)>, Problem> {
    tx.one(
        "SELECT c.entry, c.item_id, c.run FROM change AS c LEFT JOIN run AS r ON r.run = c.run \
         WHERE c.change_id > (SELECT max(change_id) FROM change WHERE run = $1 AND cause = 'run') \
         AND c.item_id IN (SELECT item_id FROM change WHERE run = $1 AND cause = 'run') \
         AND (c.run IS NULL OR c.run <> $1) AND r.reversed_entry IS NULL ORDER BY c.change_id LIMIT 1",
        &[Param::Int(run)],
        |row| Ok((row.int(0), row.int(1), row.int_opt(2))),
    )
}
