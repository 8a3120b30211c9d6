//! Changing and sending one letter from its page.

use super::page::{draw, number};
use crate::credit::reminders::{
    self, EditRequest, SendRequest, SendWay, reminder_unchanged, show, wrong_level,
};
use crate::import::Refusal;
use crate::serve::{Call, Reply, http_status};
use crate::web::parts::problem_box;
use maud::html;
use obligo_rules::money::{Currency, parse_minor};
use obligo_rules::problem::Problem;
use obligo_rules::reminder::LEVEL_MAX;
use std::collections::BTreeSet;

/// Changes a proposal; only what differs from it is a change.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    let reminder = number(&call)?;
    match edited(&call, reminder) {
        Ok(()) => Ok(Reply::See(format!("/credit/reminders/{reminder}?done=done-saved"))),
        Err(problem) => refused(&call, &problem.into()),
    }
}

fn edited(call: &Call, reminder: i64) -> Result<(), Problem> {
    let mut session = call.session();
    let shown = show(&mut session, call.caller.companies(), reminder)?;
    let field = |name: &str| call.field(name).unwrap_or("").trim().to_owned();
    let leave_out = match call.field("do") {
        Some("leave-out") => Some(true),
        Some("take-in") => Some(false),
        _ => None,
    };
    let exponent = Currency::parse(&shown.row.currency).map_or(2, Currency::exponent);
    let typed = call.words.parse_amount(&field("charge")).unwrap_or_else(|| field("charge"));
    let is_new_charge = !typed.is_empty() && parse_minor(&typed, exponent) != Ok(shown.row.charge);
    let level = match field("level") {
        typed if typed.is_empty() => shown.row.level,
        typed => typed.parse::<u8>().map_err(|_| wrong_level(&typed, LEVEL_MAX))?,
    };
    let empty = Vec::new();
    let lines = shown.json["items"].as_array().unwrap_or(&empty);
    let out: BTreeSet<String> = lines
        .iter()
        .filter(|line| line["left_out"] == true)
        .filter_map(|line| line["item"].as_str().map(str::to_owned))
        .collect();
    let ticked: BTreeSet<String> =
        call.fields().filter(|(name, _)| *name == "without").map(|(_, item)| item.to_owned()).collect();
    let request = EditRequest {
        reminder,
        leave_out,
        items_left_out: (ticked != out && leave_out.is_none()).then_some(ticked),
        level: (level != shown.row.level && leave_out.is_none()).then_some(level),
        charge: (is_new_charge && leave_out.is_none()).then_some(typed),
        message: Some(field("message").replace("\r\n", "\n")),
        language: Some(field("language")).filter(|language| !language.is_empty()),
        reason: field("reason"),
    };
    session.precondition = Some(reminder_unchanged(reminder, call.field("version").unwrap_or_default()));
    reminders::edit(&mut session, call.caller.companies(), &request)?;
    Ok(())
}

/// Sends it by mail where an address is given, else on paper.
pub fn send(call: Call) -> Result<Reply, Problem> {
    let reminder = number(&call)?;
    let way = match call.field("to").map(str::trim).filter(|to| !to.is_empty()) {
        Some(address) => SendWay::Mail(address.to_owned()),
        None => SendWay::Print,
    };
    let request = SendRequest { reminders: vec![reminder], way, on: call.today() };
    let keeper = &call.house.keeper;
    match reminders::send(&mut call.session(), call.caller.companies(), &request, keeper) {
        Ok(done) if done["outdated"] == serde_json::json!([]) => {
            Ok(Reply::See(format!("/credit/reminders/{reminder}?done=done-sent")))
        }
        Ok(_) => {
            let told = call.words.count("reminders-outdated", 1);
            Ok(Reply::Page(draw(&call, &html! { p.notice.warn role="status" { (told) } })?))
        }
        Err(refusal) => refused(&call, &refusal),
    }
}

fn refused(call: &Call, refusal: &Refusal) -> Result<Reply, Problem> {
    let status = refusal.problems.first().map_or(422, http_status);
    let told = html! { @for problem in &refusal.problems { (problem_box(call.words, problem)) } };
    Ok(Reply::Page(draw(call, &told)?.with_status(status)))
}
