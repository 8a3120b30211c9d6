//! The credit control of the demo: two selection runs with a credit manager's work between them.

use crate::credit::work_list::{
    ItemDatesChange, MonitorRequest, MonitorRun, NewAction, NewNote, action_codes, add_note, monitor,
    record_actions, set_item_dates,
};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;

/// What was said on the telephone, in the order of the payers: contact, result, what was agreed.
const TALKS: [(&str, &str, &str); 3] = [
    ("Accounts payable, by telephone", "Two invoices wait for approval", "Half is paid this month"),
    ("Managing director, visit", "Order book is full, cash is short", "Proposal for instalments"),
    ("Accounts payable, by mail", "Asks for copies of the invoices", "Copies sent"),
];

/// Selects at the last month-end but one, works on what it finds, and selects again at the last.
pub fn work(session: &mut Session, month_ends: &[Day]) -> Result<(), Problem> {
    let [.., before, last] = month_ends else { return Ok(()) };
    let found = monitor(session, &MonitorRequest { key_date: *before, managers: None })?;
    act(session, &found)?;
    talk(session, &found, *last)?;
    monitor(session, &MonitorRequest { key_date: *last, managers: None })?;
    Ok(())
}

/// An action on every second payer, where the credit policy has codes.
fn act(session: &mut Session, found: &MonitorRun) -> Result<(), Problem> {
    let codes: Vec<u8> = action_codes(session)?.into_keys().collect();
    if codes.is_empty() {
        return Ok(());
    }
    for (n, line) in found.lines.iter().enumerate().step_by(2) {
        let Some(reason) = line.selected.reasons.first() else { continue };
        let code = codes.get(n % codes.len()).copied().unwrap_or(0);
        let action = NewAction { criterion: reason.fired.name.clone(), code, remark: String::new() };
        record_actions(session, &line.key.to_string(), &[action])?;
    }
    Ok(())
}

/// Notes: one whose promise has passed, one that keeps its payer off the list, one that is due; and a follow-up date.
fn talk(session: &mut Session, found: &MonitorRun, last: Day) -> Result<(), Problem> {
    let mut overdue: Vec<_> = found.lines.iter().filter(|line| line.selected.past_due > 0).collect();
    overdue.sort_by_key(|line| std::cmp::Reverse(line.selected.past_due));
    let until = [last.plus_days(-3), last.plus_days(10), last];
    for (n, line) in overdue.iter().take(TALKS.len()).enumerate() {
        let (contact, result, action) = TALKS[n];
        let exponent = line.selected.currency.exponent();
        let promised = (n < 2).then(|| format_minor(line.selected.past_due / 2, exponent));
        let new = NewNote {
            account: line.key.to_string(),
            contact: contact.to_owned(),
            result: result.to_owned(),
            action: action.to_owned(),
            action_date: Some(until[n]),
            promised: promised.filter(|_| line.selected.past_due > 1),
            items: Vec::new(),
        };
        add_note(session, &new)?;
    }
    let Some(item) = open_item(session, last)? else { return Ok(()) };
    let change =
        ItemDatesChange { follow_up_on: Some(Some(last)), stop_until: Some(Some(last.plus_days(14))) };
    set_item_dates(session, &[(item, change)]).map(|_| ())
}

/// The first open item of the ledger that is overdue.
fn open_item(session: &mut Session, day: Day) -> Result<Option<String>, Problem> {
    let request = crate::items::ItemsRequest {
        as_of: day,
        known_at: None,
        all: false,
        projected: false,
        filter: crate::items::ItemFilter::default(),
    };
    let mut found = None;
    crate::items::items(session, &request, |item, _| {
        if found.is_none() && item.kind.is_debit() && item.net_due_date < day {
            found = Some(format!("{}/{}/{}", item.company, item.document_no, item.kind.code()));
        }
        Ok(())
    })?;
    Ok(found)
}
