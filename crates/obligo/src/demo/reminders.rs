//! Reminders of the demo: proposed at its end, some of them sent, and a payer handed over for collection.

use crate::credit::collection::{AssignRequest, assign};
use crate::credit::reminders::{
    Listed, ProposeRequest, ReminderFilter, SendRequest, SendWay, list, propose, send, show,
};
use crate::import::Refusal;
use crate::portfolio::Keeper;
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Letters that are sent.
const LETTERS: usize = 12;

/// Proposes letters at the last month-end, sends some of them, and hands over the items of the smallest one sent. There is none of it where
/// the clock stands before the end of the ledger.
pub fn work(session: &mut Session, month_ends: &[Day]) -> Result<(), Refusal> {
    let Some(last) = month_ends.last() else { return Ok(()) };
    if session.today() < *last {
        return Ok(());
    }
    propose(session, &ProposeRequest { key_date: *last, companies: None, payer: None })?;
    let reminders: Vec<i64> = proposed(session)?.iter().take(LETTERS).map(|l| l.row.reminder_id).collect();
    if reminders.is_empty() {
        return Ok(());
    }
    let keeper = Keeper::new(Arc::clone(&session.store));
    let request = SendRequest { reminders: reminders.clone(), way: SendWay::Print, on: *last };
    send(session, None, &request, &keeper)?;
    let mut smallest: Option<(i64, i64, BTreeSet<String>)> = None;
    for reminder in reminders {
        let letter = show(session, None, reminder)?;
        let is_smaller = smallest.as_ref().is_none_or(|(open, ..)| letter.row.open < *open);
        if letter.row.state == "sent" && is_smaller {
            let items = letter.json["items"].as_array().into_iter().flatten();
            let names: BTreeSet<String> =
                items.filter_map(|item| item["item"].as_str().map(str::to_owned)).collect();
            smallest = Some((letter.row.open, letter.row.payer_id, names));
        }
    }
    let Some((_, account, items)) = smallest else { return Ok(()) };
    let request = AssignRequest {
        account,
        items,
        on: *last,
        agency: "Example Collect".to_owned(),
        reference: "2024-118".to_owned(),
        confirmed: true,
        reason: "Letters come back, nobody answers the telephone".to_owned(),
        companies: None,
    };
    assign(session, &request)?;
    Ok(())
}

fn proposed(session: &mut Session) -> Result<Vec<Listed>, Problem> {
    list(session, &ReminderFilter { state: Some("proposed".to_owned()), ..ReminderFilter::default() })
}
