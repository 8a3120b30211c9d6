//! The use case *send*: letters leave the house, by mail, into a folder or on paper, and their items have had their reminder.

use super::answers::json_of;
use super::edit::not_proposed;
use super::list::{ReminderFilter, Shown, list, show};
use crate::dispatch::sending::Sending;
use crate::dispatch::{self, Document, Way, Writing};
use crate::documents::{self, Format, Making, ReportRequest};
use crate::import::Refusal;
use crate::portfolio::Keeper;
use crate::session::{Session, sha256_hex};
use crate::settled::SettledItems;
use crate::snapshot::Snapshot;
use crate::words::Words;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Written;
use obligo_store::as_of::AsOf;
use obligo_store::dispatch::dispatch_file_put;
use obligo_store::item::item_get;
use obligo_store::reminder::{ReminderRow, reminder_get, reminder_put};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How letters leave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SendWay {
    /// By mail to an address, one letter at a time.
    Mail(String),
    /// Into a folder.
    Folder(String),
    /// On paper: only noted here, with the file kept.
    Print,
}

impl SendWay {
    fn code(&self) -> &'static str {
        match self {
            SendWay::Mail(_) => "mail",
            SendWay::Folder(_) => "folder",
            SendWay::Print => "print",
        }
    }
}

/// What is sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SendRequest {
    /// The letters; empty for every proposal.
    pub reminders: Vec<i64>,
    /// Which way.
    pub way: SendWay,
    /// The day items have had their reminder: today or a day before it, not before the letter's own.
    pub on: Day,
}

/// Sends proposals and returns `{sent, outdated}`: those whose items were settled or changed since stay proposals and are named as outdated.
/// Ends at the first letter that does not leave. Errors: `reminder-not-found`, `reminder-not-proposed` (forbidden), `reminder-send-date`,
/// `reminder-nothing-to-send`, `reminder-one-address`, and those of sending. Role: clerk.
pub fn send(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    request: &SendRequest,
    keeper: &Arc<Keeper>,
) -> Result<Value, Refusal> {
    let reminders = chosen(session, companies, request)?;
    let sending = Sending::in_force(session)?;
    let key = session.idempotency_key.take();
    let (mut sent, mut outdated) = (Vec::new(), Vec::new());
    for reminder in reminders {
        let letter = show(session, companies, reminder)?;
        check(session, &letter, request.on)?;
        if is_outdated(session, &letter)? {
            outdated.push(reminder);
            continue;
        }
        session.idempotency_key = key.as_ref().map(|key| format!("{key}/{reminder}"));
        sent.push(send_one(session, companies, &letter, request, (keeper, &sending))?);
    }
    session.idempotency_key = key;
    Ok(json!({ "sent": sent, "outdated": outdated }))
}

fn chosen(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    request: &SendRequest,
) -> Result<Vec<i64>, Problem> {
    let reminders = if request.reminders.is_empty() {
        let filter =
            ReminderFilter { state: Some("proposed".to_owned()), payer: None, companies: companies.cloned() };
        let mut all: Vec<i64> = list(session, &filter)?.iter().map(|l| l.row.reminder_id).collect();
        all.reverse();
        all
    } else {
        request.reminders.clone()
    };
    if reminders.is_empty() {
        return Err(Problem::refused("reminder-nothing-to-send"));
    }
    // An address belongs to one payer.
    if matches!(request.way, SendWay::Mail(_)) && reminders.len() > 1 {
        return Err(Problem::refused("reminder-one-address").with("count", reminders.len()));
    }
    Ok(reminders)
}

fn check(session: &Session, letter: &Shown, on: Day) -> Result<(), Problem> {
    if letter.row.state != "proposed" {
        return Err(not_proposed(&letter.row));
    }
    if on > session.today() || on < letter.row.key_date {
        let problem = Problem::refused("reminder-send-date").of_value(&on.to_string());
        return Err(problem.with("from", letter.row.key_date).with("until", session.today()));
    }
    Ok(())
}

/// Whether something else is open of an item than the letter says, with every settlement recorded since.
fn is_outdated(session: &mut Session, letter: &Shown) -> Result<bool, Problem> {
    let items: Vec<i64> =
        letter.items.iter().filter(|item| !item.left_out).map(|item| item.item_id).collect();
    session.read(|tx| {
        let settled = SettledItems::of(tx, AsOf::at(Day::LAST), &items)?;
        let mut is_outdated = false;
        for item in letter.items.iter().filter(|item| !item.left_out) {
            item_get(tx, item.item_id, |row| {
                is_outdated |= settled.open(item.item_id, row.facts.amount) != item.open;
                Ok(())
            })?;
        }
        Ok(is_outdated)
    })
}

fn send_one(
    session: &mut Session,
    companies: Option<&BTreeSet<String>>,
    letter: &Shown,
    request: &SendRequest,
    (keeper, sending): (&Arc<Keeper>, &Sending),
) -> Result<Value, Refusal> {
    let reminder = letter.row.reminder_id;
    let words = Words::of(&letter.row.language);
    let number = reminder.to_string();
    let asked = ReportRequest::new(documents::find("reminder")?, words, [("reminder", number.as_str())])?;
    let mut making = Making { session, words, request: &asked, companies, keeper };
    let document = Document::new(&mut making, &Writing::Format(Format::Pdf), None)?;
    let way = match &request.way {
        SendWay::Mail(address) => Some(Way::Mail(address.clone())),
        SendWay::Folder(folder) => Some(Way::Folder(folder.clone())),
        SendWay::Print => None,
    };
    let mut recipient = String::new();
    if let Some(way) = way {
        way.recipient().clone_into(&mut recipient);
        let rows = dispatch::send(session, &document, &[way], sending, false)?;
        dispatch::failed(&rows)?;
    }
    let sha256 = sha256_hex(&document.bytes);
    let (by, on) = (session.actor.clone(), request.on);
    let input = format!("reminder-send {reminder} {on} {}", request.way.code());
    let outcome = session.write("reminder-send", "", &input, |tx, entry| {
        let unknown = || Problem::refused("reminder-not-found").with("reminder", reminder);
        let row = reminder_get(tx, reminder)?.ok_or_else(unknown)?;
        if row.state != "proposed" {
            return Err(not_proposed(&row));
        }
        let sent = ReminderRow {
            state: "sent".to_owned(),
            sent_on: Some(on),
            sent_by: by.clone(),
            way: request.way.code().to_owned(),
            recipient: recipient.clone(),
            sha256: sha256.clone(),
            ..row
        };
        dispatch_file_put(tx, entry, &sha256, &STANDARD.encode(&document.bytes))?;
        reminder_put(tx, entry, &sent)?;
        let result = json_of(&Snapshot::load(tx, AsOf::at(on))?, &sent);
        Ok(Written::new(result.clone(), result))
    })?;
    Ok(outcome.result)
}
