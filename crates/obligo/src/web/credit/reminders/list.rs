//! `/credit/reminders`: what is proposed, with ticks to send it, and what was sent.

use crate::credit::reminders::terms::rates_missing;
use crate::credit::reminders::{self, Listed, ProposeRequest, ReminderFilter, STATES, SendRequest, SendWay};
use crate::dispatch::sending::Sending;
use crate::import::Refusal;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{
    Column, Field, amount_cell, buyer_address, chip, date_cell, form, keys, problem_box, table, text_of,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;

/// The list in a state; the proposals without one.
pub fn list(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// Proposes letters as of the day given.
pub fn propose(call: Call) -> Result<Reply, Problem> {
    let proposed = call.field_day("key_date").and_then(|day| {
        let request = ProposeRequest {
            key_date: day.unwrap_or_else(|| call.today()),
            companies: call.caller.companies().cloned(),
            payer: None,
        };
        reminders::propose(&mut call.session(), &request)
    });
    match proposed {
        Ok(done) if done["rates_missing"] != serde_json::json!([]) => {
            let told = rates_missing(call.words, &done);
            let told = html! {
                p.notice.good role="status" { (call.words.text("done-saved")) }
                @for line in told { p.notice.warn role="status" { (line) } }
            };
            Ok(Reply::Page(draw(&call, &told)?))
        }
        Ok(_) => Ok(Reply::See("/credit/reminders?done=done-saved".to_owned())),
        Err(problem) => {
            let told = problem_box(call.words, &problem);
            Ok(Reply::Page(draw(&call, &told)?.with_status(http_status(&problem))))
        }
    }
}

/// Sends the letters that are ticked, on paper or into the folder of the house.
pub fn send(call: Call) -> Result<Reply, Problem> {
    match sent(&call) {
        Ok(outdated) if outdated.is_empty() => {
            Ok(Reply::See("/credit/reminders?state=sent&done=done-sent".to_owned()))
        }
        Ok(outdated) => {
            let told = call.words.count("reminders-outdated", outdated.len());
            let told = html! { p.notice.warn role="status" { (told) } };
            Ok(Reply::Page(draw(&call, &told)?))
        }
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            let told = html! { @for problem in &refusal.problems { (problem_box(call.words, problem)) } };
            Ok(Reply::Page(draw(&call, &told)?.with_status(status)))
        }
    }
}

fn sent(call: &Call) -> Result<Vec<serde_json::Value>, Refusal> {
    let ticked = call.fields().filter(|(name, _)| *name == "reminder");
    let reminders: Vec<i64> = ticked.filter_map(|(_, value)| value.parse().ok()).collect();
    if reminders.is_empty() {
        return Err(Problem::refused("reminder-nothing-to-send").into());
    }
    let mut session = call.session();
    let way = match call.field("way") {
        Some("folder") => SendWay::Folder(Sending::in_force(&mut session)?.folder()?.to_owned()),
        _ => SendWay::Print,
    };
    let request = SendRequest { reminders, way, on: call.today() };
    let done = reminders::send(&mut session, call.caller.companies(), &request, &call.house.keeper)?;
    Ok(done["outdated"].as_array().cloned().unwrap_or_default())
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let state = call.query("state").filter(|state| STATES.contains(state)).unwrap_or("proposed");
    let mut session = call.session();
    let filter = ReminderFilter {
        state: Some(state.to_owned()),
        payer: None,
        companies: call.caller.companies().cloned(),
    };
    let (portfolio, _) = call.portfolio()?;
    let letters = call.house.store.read(|tx| reminders::list_in(tx, &portfolio.snapshot, &filter))?;
    let may_send = call.caller.may(crate::access::roles::Permission::Record);
    let ticks = may_send && state == "proposed" && !letters.is_empty();
    let has_folder = ticks && !Sending::in_force(&mut session)?.folder.is_empty();
    let title = words.text("reminders-title");
    let shown = letters_table(call, &letters, state, ticks);
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "reminders"))
        p.quiet { (words.text("reminders-what")) " " a href="/credit/interest" { (words.text("interest-rates")) } }
        (told)
        @if may_send {
            section.card.no-print {
                h2 { (words.text("reminders-propose")) }
                (form(&call.caller, "/credit/reminders", &html! {
                    div.columns { (Field::new("key_date", &words.text("col-key-date"), &call.today().to_string()).date()) }
                    button.primary type="submit" { (words.text("reminders-propose")) }
                }))
            }
        }
        nav.tabs aria-label=(words.text("col-state")) {
            @for known in STATES {
                a href=(format!("/credit/reminders?state={known}")) aria-current=[(known == state).then_some("page")] { (words.text(&state_message(known))) }
            }
        }
        @if ticks {
            form method="post" action="/credit/reminders/send" {
                (keys(&call.caller))
                (shown)
                div.tools.no-print {
                    @if has_folder {
                        label { input type="checkbox" name="way" value="folder"; " " (words.text("reminders-into-folder")) }
                    }
                    button.primary type="submit" { (words.text("reminders-send")) }
                }
                p.quiet { (words.text("reminders-send-what")) }
            }
        } @else { (shown) }
    };
    Ok(Page::new("credit", title, body))
}

/// The message of a state.
pub fn state_message(state: &str) -> String {
    format!("reminder-state-{}", state.replace('_', "-"))
}

fn letters_table(call: &Call, letters: &[Listed], state: &str, ticks: bool) -> Markup {
    let words = call.words;
    let has_costs = letters.iter().any(|letter| letter.row.charge > 0 || letter.row.interest > 0);
    let mut columns = vec![
        Column::number(words.text("col-reminder")),
        Column::text(words.text("col-account")),
        Column::text(words.text("col-company")),
        Column::number(words.text("col-level")),
        Column::number(words.text("col-open")),
    ];
    if has_costs {
        columns.push(Column::number(words.text("col-interest")));
        columns.push(Column::number(words.text("col-charge")));
    }
    columns.push(Column::number(words.text("col-total")));
    columns.push(Column::text(words.text("col-currency")));
    columns.push(Column::text(words.text(if state == "sent" { "col-sent-on" } else { "col-key-date" })));
    let row = |letter: &Listed| {
        let json = &letter.json;
        let number = letter.row.reminder_id;
        let day = if state == "sent" { "sent_on" } else { "key_date" };
        html! {
            td.number {
                @if ticks {
                    label { input type="checkbox" name="reminder" value=(number) checked; " " a href=(format!("/credit/reminders/{number}")) { (number) } }
                } @else { a href=(format!("/credit/reminders/{number}")) { (number) } }
            }
            td { a href=(buyer_address(text_of(json, "account"))) { (text_of(json, "name")) } " " span.quiet { (text_of(json, "account")) }
                @if letter.row.edited { " " (chip("neutral", &words.text("reminders-was-edited"))) } }
            td { (text_of(json, "company")) }
            td.number { (letter.row.level) }
            (amount_cell(words, json["open"].as_str()))
            @if has_costs {
                (amount_cell(words, json["interest"].as_str()))
                (amount_cell(words, json["charge"].as_str()))
            }
            (amount_cell(words, json["total"].as_str()))
            td { (text_of(json, "currency")) }
            (date_cell(words, json[day].as_str()))
        }
    };
    let rows: Vec<Markup> = letters.iter().map(row).collect();
    table(
        &words.text(&state_message(state)),
        &columns,
        &rows,
        &Markup::default(),
        &words.text("reminders-none"),
    )
}
