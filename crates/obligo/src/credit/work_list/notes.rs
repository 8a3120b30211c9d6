//! Follow-up notes: what was said, what was agreed, until when, and about which items (R9.5).

use super::actions::{payer_named, payer_of};
use super::candidates::note_of;
use crate::items::{ItemName, item_name};
use crate::session::{Session, sha256_hex};
use obligo_rules::calendar::Day;
use obligo_rules::follow_up_note::NoteState;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{AccountKey, buyer_get, buyer_key};
use obligo_store::follow_up_note::{
    FollowUpNoteRow, NoteEnd, follow_up_note_add, follow_up_note_all, follow_up_note_close,
    follow_up_note_get, follow_up_note_of,
};
use obligo_store::item::item_get;
use obligo_store::{Tx, Written};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Characters of each text of a note at most.
const TEXT_MAX: usize = 2000;

/// A note to write.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewNote {
    /// Account of the payer or of a customer it pays for.
    pub account: String,
    /// Whom one spoke to, and how.
    pub contact: String,
    /// What came of it.
    pub result: String,
    /// What was agreed.
    pub action: String,
    /// Last day for it.
    pub action_date: Option<Day>,
    /// Amount promised, a plain decimal in the payer's currency.
    pub promised: Option<String>,
    /// Items it is about.
    pub items: Vec<String>,
}

/// A note with how it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PayerNote {
    /// The note.
    pub row: FollowUpNoteRow,
    /// Account of the payer.
    pub key: AccountKey,
    /// Name of the payer.
    pub name: String,
    /// How it stands on the key date.
    pub state: NoteState,
    /// Its items as they are named, and whether each is settled.
    pub items: Vec<(String, bool)>,
}

impl PayerNote {
    /// The amount promised as a plain decimal.
    #[must_use]
    pub fn promised(&self) -> Option<String> {
        let currency = Currency::parse(&self.row.currency).unwrap_or(Currency::EUR);
        self.row.promised.map(|minor| format_minor(minor, currency.exponent()))
    }

    /// The note as results show it.
    #[must_use]
    pub fn json(&self) -> Value {
        let row = &self.row;
        let items: Vec<Value> =
            self.items.iter().map(|(item, settled)| json!({ "item": item, "settled": settled })).collect();
        json!({
            "note": row.note_id,
            "account": self.key.to_string(),
            "name": self.name,
            "contact": row.contact,
            "result": row.result,
            "action": row.action,
            "action_date": row.action_date.map(|day| day.to_string()),
            "promised": self.promised(),
            "currency": row.currency,
            "items": items,
            "state": self.state.code(),
            "recorded_by": row.recorded_by,
            "recorded_at": row.recorded_at,
            "closed_by": row.end.as_ref().map(|end| &end.recorded_by),
            "closed_at": row.end.as_ref().map(|end| &end.recorded_at),
            "reason": row.end.as_ref().map(|end| &end.reason),
        })
    }
}

/// Writes a note and returns its number. The audit trail has its dates and a hash of its texts, not the texts: they may name persons. Errors:
/// `account-not-found`, `note-empty`, `note-too-long`, `promise-without-date`, `promise-amount`, `note-item-foreign`, those of
/// naming an item. Roles: clerk, manager.
pub fn add_note(session: &mut Session, new: &NewNote) -> Result<i64, Problem> {
    let texts = [&new.contact, &new.result, &new.action].map(|text| text.trim());
    if texts.iter().all(|text| text.is_empty()) {
        return Err(Problem::refused("note-empty"));
    }
    if texts.iter().any(|text| text.chars().count() > TEXT_MAX) {
        return Err(Problem::refused("note-too-long").with("limit", TEXT_MAX));
    }
    if new.promised.is_some() && new.action_date.is_none() {
        return Err(Problem::refused("promise-without-date"));
    }
    let sha256 = sha256_hex(texts.join("\n").as_bytes());
    let told = json!({
        "account": new.account, "action_date": new.action_date.map(|day| day.to_string()), "promised": new.promised,
        "items": new.items, "sha256": sha256,
    });
    let (recorded_by, recorded_at) = (session.actor.clone(), session.now.clone());
    let outcome =
        session.write("follow-up-note-add", "", &format!("follow-up-note-add {told}"), |tx, entry| {
            let payer = payer_named(tx, &new.account)?;
            let currency = currency_of(tx, payer)?;
            let row = FollowUpNoteRow {
                payer_id: payer,
                contact: texts[0].to_owned(),
                result: texts[1].to_owned(),
                action: texts[2].to_owned(),
                action_date: new.action_date,
                promised: new.promised.as_deref().map(|amount| promised(amount, currency)).transpose()?,
                currency: currency.code().to_owned(),
                recorded_by,
                recorded_at,
                items: items_of(tx, payer, &new.items)?,
                ..FollowUpNoteRow::default()
            };
            let mut facts = told.clone();
            facts["note"] = json!(follow_up_note_add(tx, entry, &row)?);
            Ok(Written::new(facts.clone(), facts))
        })?;
    Ok(outcome.result["note"].as_i64().unwrap_or(0))
}

fn promised(amount: &str, currency: Currency) -> Result<i64, Problem> {
    let wrong = || Problem::refused("promise-amount").with("currency", currency).of_value(amount);
    parse_minor(amount, currency.exponent()).ok().filter(|minor| *minor > 0).ok_or_else(wrong)
}

/// The items of a note, each once: they belong to the payer or to a customer it pays for.
fn items_of(tx: &Tx<'_>, payer: i64, names: &[String]) -> Result<Vec<i64>, Problem> {
    let mut items = BTreeSet::new();
    for name in names {
        let item_id = ItemName::parse(name)?.resolve(tx)?;
        let mut buyer = 0;
        item_get(tx, item_id, |row| {
            buyer = row.facts.buyer_id;
            Ok(())
        })?;
        if buyer != payer && payer_of(tx, buyer)? != payer {
            return Err(Problem::refused("note-item-foreign").with("item", name));
        }
        items.insert(item_id);
    }
    Ok(items.into_iter().collect())
}

/// The currency of a payer's figures.
fn currency_of(tx: &Tx<'_>, payer: i64) -> Result<Currency, Problem> {
    let buyer = buyer_get(tx, AsOf::at(Day::LAST), payer)?;
    if let Some(currency) = buyer.and_then(|buyer| Currency::parse(&buyer.currency)) {
        return Ok(currency);
    }
    let companies = obligo_store::company::company_all(tx, AsOf::at(Day::LAST))?;
    let house = companies.values().min_by_key(|company| (!company.master, company.company_id));
    Ok(house.and_then(|company| Currency::parse(&company.currency)).unwrap_or(Currency::EUR))
}

/// Closes a note by hand. Errors: `follow-up-note-not-found`, `note-closed`, `note-too-long`. Roles: clerk, manager.
pub fn close_note(session: &mut Session, note_id: i64, reason: &str) -> Result<(), Problem> {
    let reason = reason.trim();
    if reason.chars().count() > TEXT_MAX {
        return Err(Problem::refused("note-too-long").with("limit", TEXT_MAX));
    }
    let end = NoteEnd {
        reason: reason.to_owned(),
        recorded_by: session.actor.clone(),
        recorded_at: session.now.clone(),
    };
    let input = format!("follow-up-note-close {note_id} {reason}");
    session.write("follow-up-note-close", "", &input, |tx, entry| {
        let missing = || Problem::refused("follow-up-note-not-found").with("note", note_id);
        let note = follow_up_note_get(tx, note_id)?.ok_or_else(missing)?;
        if note.end.is_some() {
            return Err(Problem::forbidden("note-closed").with("note", note_id));
        }
        follow_up_note_close(tx, entry, note_id, &end)?;
        let facts = json!({ "note": note_id, "sha256": sha256_hex(reason.as_bytes()) });
        Ok(Written::new(facts.clone(), facts))
    })?;
    Ok(())
}

/// Notes of all payers, newest first; without `all` only open ones. `key_date` decides how they stand. Role: viewer.
pub fn notes(session: &mut Session, key_date: Day, all: bool) -> Result<Vec<PayerNote>, Problem> {
    session.read(|tx| {
        let mut found = Vec::new();
        for row in follow_up_note_all(tx, all)?.into_iter().rev() {
            found.push(named(tx, row, key_date)?);
        }
        found.retain(|note| all || note.state.is_open());
        Ok(found)
    })
}

/// The notes on the payer of an account, newest first. Error: `account-not-found`. Role: viewer.
pub fn notes_of(session: &mut Session, account: &str, key_date: Day) -> Result<Vec<PayerNote>, Problem> {
    session.read(|tx| {
        let payer = payer_named(tx, account)?;
        notes_on(tx, payer, key_date)
    })
}

pub(super) fn notes_on(tx: &Tx<'_>, payer: i64, key_date: Day) -> Result<Vec<PayerNote>, Problem> {
    follow_up_note_of(tx, payer)?.into_iter().map(|row| named(tx, row, key_date)).collect()
}

fn named(tx: &Tx<'_>, row: FollowUpNoteRow, key_date: Day) -> Result<PayerNote, Problem> {
    let note = note_of(tx, AsOf::at(key_date), &row)?;
    let buyer = buyer_get(tx, AsOf::at(Day::LAST), row.payer_id)?.unwrap_or_default();
    let mut items = Vec::new();
    for (item, settled) in row.items.iter().zip(&note.items_settled) {
        items.push((item_name(tx, *item)?, *settled));
    }
    let key = buyer_key(tx, row.payer_id)?;
    Ok(PayerNote { state: note.state(key_date), key, name: buyer.name, items, row })
}
