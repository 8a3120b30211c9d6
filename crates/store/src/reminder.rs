//! Reminders: letters proposed, edited, sent (R9.8).

use crate::as_of::{day_of, day_opt, day_param};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

/// A letter. Amounts in minor units of `currency`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReminderRow {
    /// Number.
    pub reminder_id: i64,
    /// The company that is owed.
    pub company_id: i64,
    /// The payer, a buyer.
    pub payer_id: i64,
    /// Currency of its items.
    pub currency: String,
    /// The day it shows.
    pub key_date: Day,
    /// Highest level of its items.
    pub level: u8,
    /// What is open of its items.
    pub open: i64,
    /// Open credits of the payer that are set against nothing, as a positive amount.
    pub credits: i64,
    /// What this letter costs the payer.
    pub charge: i64,
    /// Charges of letters sent before for items still open.
    pub charges_before: i64,
    /// Fixed compensation by law.
    pub compensation: i64,
    /// Late interest up to the key date.
    pub interest: i64,
    /// Language.
    pub language: String,
    /// Text of the house instead of the usual one; empty for that.
    pub message: String,
    /// `proposed`, `left_out`, `superseded` or `sent`.
    pub state: String,
    /// Whether somebody changed the proposal.
    pub edited: bool,
    /// Why it was changed or left out.
    pub reason: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// When, an instant in UTC.
    pub proposed_at: String,
    /// The day it was sent.
    pub sent_on: Option<Day>,
    /// Who sent it.
    pub sent_by: String,
    /// `mail`, `folder` or `print`; empty until it is sent.
    pub way: String,
    /// Address or folder.
    pub recipient: String,
    /// SHA-256 of the letter as it was sent.
    pub sha256: String,
    /// Audit entry of the last change.
    pub entry: i64,
}

/// An item of a letter. Amounts in minor units of the letter's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReminderItemRow {
    /// The item.
    pub item_id: i64,
    /// Its level.
    pub level: u8,
    /// Days past due at the key date.
    pub days_late: i32,
    /// What was open.
    pub open: i64,
    /// Late interest.
    pub interest: i64,
    /// Fixed compensation.
    pub compensation: i64,
    /// Left out by hand.
    pub left_out: bool,
}

const COLUMNS: &str = "reminder_id, company_id, payer_id, currency, key_date, level, open, credits, charge, charges_before, compensation, \
    interest, language, message, state, edited, reason, proposed_by, proposed_at, sent_on, sent_by, way, recipient, sha256, entry";

fn of_row(row: &Row<'_>) -> ReminderRow {
    let text = |column: usize| row.text(column).to_owned();
    ReminderRow {
        reminder_id: row.int(0),
        company_id: row.int(1),
        payer_id: row.int(2),
        currency: text(3),
        key_date: day_of(row.int(4)),
        level: level_of(row.int(5)),
        open: row.int(6),
        credits: row.int(7),
        charge: row.int(8),
        charges_before: row.int(9),
        compensation: row.int(10),
        interest: row.int(11),
        language: text(12),
        message: text(13),
        state: text(14),
        edited: row.int(15) != 0,
        reason: text(16),
        proposed_by: text(17),
        proposed_at: text(18),
        sent_on: row.int_opt(19).map(day_of),
        sent_by: text(20),
        way: text(21),
        recipient: text(22),
        sha256: text(23),
        entry: row.int(24),
    }
}

fn level_of(number: i64) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// Adds a letter and returns its number; the row's own number and entry do not matter.
pub fn reminder_add(tx: &Tx<'_>, entry: i64, letter: &ReminderRow) -> Result<i64, Problem> {
    let id = next_id(tx, "reminder", "reminder_id")?;
    let places = (1..=25).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let sql = format!("INSERT INTO reminder ({COLUMNS}) VALUES ({places})");
    let first = [
        id.into(),
        letter.company_id.into(),
        letter.payer_id.into(),
        (&letter.currency).into(),
        day_param(letter.key_date),
    ];
    let mut params: Vec<Param<'_>> = first.into();
    params.extend(changing(letter));
    params.push((&letter.proposed_by).into());
    params.push((&letter.proposed_at).into());
    params.extend(ending(letter));
    params.push(entry.into());
    tx.exec(&sql, &params)?;
    Ok(id)
}

fn changing(letter: &ReminderRow) -> [Param<'_>; 12] {
    [
        i64::from(letter.level).into(),
        letter.open.into(),
        letter.credits.into(),
        letter.charge.into(),
        letter.charges_before.into(),
        letter.compensation.into(),
        letter.interest.into(),
        (&letter.language).into(),
        (&letter.message).into(),
        (&letter.state).into(),
        letter.edited.into(),
        (&letter.reason).into(),
    ]
}

fn ending(letter: &ReminderRow) -> [Param<'_>; 5] {
    [
        day_opt(letter.sent_on),
        (&letter.sent_by).into(),
        (&letter.way).into(),
        (&letter.recipient).into(),
        (&letter.sha256).into(),
    ]
}

/// Says how a proposal stands now; a letter that was sent stays as it is.
pub fn reminder_put(tx: &Tx<'_>, entry: i64, letter: &ReminderRow) -> Result<(), Problem> {
    let mut params: Vec<Param<'_>> = vec![letter.reminder_id.into()];
    params.extend(changing(letter));
    params.extend(ending(letter));
    params.push(entry.into());
    tx.exec(
        "UPDATE reminder SET level = $2, open = $3, credits = $4, charge = $5, charges_before = $6, compensation = $7, interest = $8, \
         language = $9, message = $10, state = $11, edited = $12, reason = $13, sent_on = $14, sent_by = $15, way = $16, recipient = $17, \
         sha256 = $18, entry = $19 WHERE reminder_id = $1 AND state <> 'sent'",
        &params,
    )?;
    Ok(())
}

/// One letter.
pub fn reminder_get(tx: &Tx<'_>, reminder_id: i64) -> Result<Option<ReminderRow>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM reminder WHERE reminder_id = $1");
    tx.one(&sql, &[reminder_id.into()], |row| Ok(of_row(row)))
}

/// Letters in a state, or in any, of a payer, or of any, the latest first.
pub fn reminder_list(
    tx: &Tx<'_>,
    state: Option<&str>,
    payer_id: Option<i64>,
    limit: i64,
) -> Result<Vec<ReminderRow>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM reminder WHERE ($1 IS NULL OR state = $1) AND ($2 IS NULL OR payer_id = $2) \
         ORDER BY reminder_id DESC LIMIT $3"
    );
    let mut all = Vec::new();
    tx.each(&sql, &[state.into(), payer_id.into(), limit.into()], |row| {
        all.push(of_row(row));
        Ok(())
    })?;
    Ok(all)
}

/// Adds the items of a letter.
pub fn reminder_items_add(
    tx: &Tx<'_>,
    entry: i64,
    reminder_id: i64,
    items: &[ReminderItemRow],
) -> Result<(), Problem> {
    let mut bulk = tx.bulk(
        "INSERT INTO reminder_item (reminder_id, item_id, level, days_late, open, interest, compensation, left_out, entry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )?;
    for item in items {
        bulk.put(&[
            reminder_id.into(),
            item.item_id.into(),
            i64::from(item.level).into(),
            i64::from(item.days_late).into(),
            item.open.into(),
            item.interest.into(),
            item.compensation.into(),
            item.left_out.into(),
            entry.into(),
        ])?;
    }
    Ok(())
}

/// Says how an item of a proposal stands now.
pub fn reminder_item_put(
    tx: &Tx<'_>,
    entry: i64,
    reminder_id: i64,
    item: &ReminderItemRow,
) -> Result<(), Problem> {
    tx.exec(
        "UPDATE reminder_item SET level = $3, open = $4, interest = $5, compensation = $6, left_out = $7, entry = $8 \
         WHERE reminder_id = $1 AND item_id = $2",
        &[
            reminder_id.into(),
            item.item_id.into(),
            i64::from(item.level).into(),
            item.open.into(),
            item.interest.into(),
            item.compensation.into(),
            item.left_out.into(),
            entry.into(),
        ],
    )?;
    Ok(())
}

/// The items of a letter in recorded order.
pub fn reminder_items(tx: &Tx<'_>, reminder_id: i64) -> Result<Vec<ReminderItemRow>, Problem> {
    let mut all = Vec::new();
    tx.each(
        "SELECT item_id, level, days_late, open, interest, compensation, left_out FROM reminder_item WHERE reminder_id = $1 \
         ORDER BY item_id",
        &[reminder_id.into()],
        |row| {
            all.push(ReminderItemRow {
                item_id: row.int(0),
                level: level_of(row.int(1)),
                days_late: i32::try_from(row.int(2)).unwrap_or(i32::MAX),
                open: row.int(3),
                interest: row.int(4),
                compensation: row.int(5),
                left_out: row.int(6) != 0,
            });
            Ok(())
        },
    )?;
    Ok(all)
}

/// Visits each item of the letters in a state: item, level, letter, the day the letter was sent; letters in recorded order. Only letters
/// sent by the day, if any.
pub fn reminder_item_each(
    tx: &Tx<'_>,
    state: &str,
    sent_by: Option<Day>,
    mut visit: impl FnMut(i64, u8, i64, Option<Day>),
) -> Result<(), Problem> {
    tx.each(
        "SELECT i.item_id, i.level, i.reminder_id, r.sent_on FROM reminder AS r \
         JOIN reminder_item AS i ON i.reminder_id = r.reminder_id \
         WHERE r.state = $1 AND i.left_out = 0 AND ($2 IS NULL OR r.sent_on <= $2) ORDER BY i.reminder_id, i.item_id",
        &[state.into(), day_opt(sent_by)],
        |row| {
            let sent_on = row.int_opt(3).map(day_of);
            visit(row.int(0), level_of(row.int(1)), row.int(2), sent_on);
            Ok(())
        },
    )
}
