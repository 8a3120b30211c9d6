//! `/credit/collection`: what is ready, handing it over, and the assignments with their history.

use crate::access::roles::Permission;
use crate::credit::account_id;
use crate::credit::collection::{
    self, AssignRequest, Ending, WithdrawRequest, assignment, assignments_in, ready_in,
};
use crate::serve::{Access, Call, Page, Reply, Route, http_status};
use crate::web::credit::tabs;
use crate::web::parts::{
    Column, Field, amount_cell, buyer_address, chip, date_cell, form, item_address, problem_box, table,
    text_of,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::collections::BTreeSet;

const READ: Access = Access::Allowed(Permission::Read);
const RECORD: Access = Access::Allowed(Permission::Record);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/credit/collection", READ, list),
    Route::form("/credit/collection", RECORD, assign),
    Route::page("/credit/collection/{assignment}", READ, page),
    Route::form("/credit/collection/{assignment}", RECORD, withdraw),
];

fn list(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

fn assign(call: Call) -> Result<Reply, Problem> {
    match assigned(&call) {
        Ok(()) => Ok(Reply::See("/credit/collection?done=done-saved".to_owned())),
        Err(problem) => {
            let told = problem_box(call.words, &problem);
            Ok(Reply::Page(draw(&call, &told)?.with_status(http_status(&problem))))
        }
    }
}

fn assigned(call: &Call) -> Result<(), Problem> {
    let mut session = call.session();
    let field = |name: &str| call.field(name).unwrap_or("").trim().to_owned();
    let request = AssignRequest {
        account: account_id(&mut session, &field("account"))?,
        items: items_of(&field("items")),
        on: call.field_day("on")?.unwrap_or_else(|| call.today()),
        agency: field("agency"),
        reference: field("reference"),
        confirmed: call.field("confirm").is_some(),
        reason: field("reason"),
        companies: call.caller.companies().cloned(),
    };
    collection::assign(&mut session, &request)?;
    Ok(())
}

/// Items named one per line.
fn items_of(lines: &str) -> BTreeSet<String> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let (snapshot, companies) = (&portfolio.snapshot, call.caller.companies());
    let waiting = call.house.store.read(|tx| ready_in(tx, snapshot, companies))?;
    let handed = call.house.store.read(|tx| assignments_in(tx, snapshot, None, companies))?;
    let title = words.text("collection-title");
    let body = html! {
        h1 { (title) }
        (tabs(words, &call.caller, "collection"))
        p.quiet { (words.text("collection-what")) }
        (told)
        h2 { (words.text("collection-ready")) }
        (ready_table(call, &waiting))
        @if call.caller.may(Permission::Record) { (assign_form(call)) }
        h2 { (words.text("collection-assignments")) }
        (assignments_table(call, &handed))
    };
    Ok(Page::new("credit", title, body))
}

fn ready_table(call: &Call, lines: &[Value]) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-account")),
        Column::text(words.text("col-document-no")),
        Column::text(words.text("col-due-date")),
        Column::number(words.text("col-days-late")),
        Column::number(words.text("col-open")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("duty-collection")),
    ];
    let row = |line: &Value| {
        html! {
            td { a href=(buyer_address(text_of(line, "account"))) { (text_of(line, "name")) } " " span.quiet { (text_of(line, "account")) } }
            td { a href=(item_address(text_of(line, "item"))) { (text_of(line, "document_no")) } }
            (date_cell(words, line["due_date"].as_str()))
            td.number { (line["days_late"]) }
            (amount_cell(words, line["open"].as_str()))
            td { (text_of(line, "currency")) }
            (date_cell(words, line["collection_date"].as_str()))
        }
    };
    let rows: Vec<Markup> = lines.iter().map(row).collect();
    let none = words.text("collection-none-ready");
    table(&words.text("collection-ready"), &columns, &rows, &Markup::default(), &none)
}

fn assign_form(call: &Call) -> Markup {
    let words = call.words;
    let typed = |name: &str| call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let confirm = words.text("collection-confirm");
    let fields = html! {
        div.columns {
            (Field::new("account", &words.text("col-account"), &typed("account")).required().lookup("/lookup/buyers"))
            (Field::new("agency", &words.text("col-agency"), &typed("agency")).required().text("text"))
            (Field::new("reference", &words.text("collection-reference-label"), &typed("reference")).text("text"))
        }
        (Field::new("items", &words.text("reminder-items"), &typed("items")).hint(&words.text("collection-items-hint")).area(2))
        (Field::new("reason", &words.text("reminders-reason"), &typed("reason")).hint(&words.text("collection-reason-hint")).text("text"))
        (Field::new("confirm", &confirm, &typed("confirm")).check())
        button.primary type="submit" { (words.text("collection-assign")) }
    };
    html! {
        section.card.no-print {
            h2 { (words.text("collection-assign")) }
            (form(&call.caller, "/credit/collection", &fields))
        }
    }
}

fn assignments_table(call: &Call, lines: &[Value]) -> Markup {
    let words = call.words;
    let columns = [
        Column::number(words.text("col-assignment")),
        Column::text(words.text("col-account")),
        Column::text(words.text("col-assigned-on")),
        Column::text(words.text("col-agency")),
        Column::number(words.text("col-total")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("col-state")),
    ];
    let row = |line: &Value| {
        let state = if line["is_open"] == true { "collection-open" } else { "collection-ended" };
        html! {
            td.number { a href=(format!("/credit/collection/{}", line["assignment"])) { (line["assignment"]) } }
            td { (text_of(line, "name")) " " span.quiet { (text_of(line, "account")) } }
            (date_cell(words, line["assigned_on"].as_str()))
            td { (text_of(line, "agency")) }
            (amount_cell(words, line["total"].as_str()))
            td { (text_of(line, "currency")) }
            td { (chip("neutral", &words.text(state))) }
        }
    };
    let rows: Vec<Markup> = lines.iter().map(row).collect();
    let none = words.text("collection-none");
    table(&words.text("collection-assignments"), &columns, &rows, &Markup::default(), &none)
}

fn number(call: &Call) -> Result<i64, Problem> {
    let typed = call.path("assignment");
    typed.parse().map_err(|_| Problem::refused("collection-not-found").with("assignment", typed))
}

fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw_one(&call, &Markup::default())?))
}

fn withdraw(call: Call) -> Result<Reply, Problem> {
    let assignment = number(&call)?;
    let returned = call.field("ending") == Some("returned");
    let request = WithdrawRequest {
        assignment,
        items: call.fields().filter(|(name, _)| *name == "item").map(|(_, item)| item.to_owned()).collect(),
        ending: if returned { Ending::Returned } else { Ending::Withdrawn },
        reason: call.field("reason").unwrap_or("").to_owned(),
    };
    match collection::withdraw(&mut call.session(), call.caller.companies(), &request) {
        Ok(_) => Ok(Reply::See(format!("/credit/collection/{assignment}?done=done-saved"))),
        Err(problem) => {
            let told = problem_box(call.words, &problem);
            Ok(Reply::Page(draw_one(&call, &told)?.with_status(http_status(&problem))))
        }
    }
}

fn draw_one(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let one = assignment(&mut call.session(), call.caller.companies(), number(call)?)?;
    let number = &one["assignment"];
    let title = format!("{} {number}", words.text("report-collection-assignment"));
    let letter =
        format!("/reports/collection-assignment?assignment={number}&language={}", text_of(&one, "language"));
    let body = html! {
        (tabs(words, &call.caller, "collection"))
        p.trail { a href="/credit/collection" { (words.text("collection-title")) } }
        div.head { h1 { (title) } a.button href=(letter) { (words.text("reminders-letter")) } }
        (told)
        section.card {
            dl.facts {
                dt { (words.text("col-account")) }
                dd { a href=(buyer_address(text_of(&one, "account"))) { (text_of(&one, "name")) " " (text_of(&one, "account")) } }
                dt { (words.text("col-agency")) } dd { (text_of(&one, "agency")) " " (text_of(&one, "reference")) }
                dt { (words.text("col-assigned-on")) } dd { (words.date_text(text_of(&one, "assigned_on"))) }
                dt { (words.text("reminder-open")) } dd { (words.money(text_of(&one, "open"), text_of(&one, "currency"))) }
                dt { (words.text("reminder-interest")) } dd { (words.money(text_of(&one, "interest"), text_of(&one, "currency"))) }
                dt { (words.text("collection-charges")) } dd { (words.money(text_of(&one, "charges"), text_of(&one, "currency"))) }
                @if !text_of(&one, "reason").is_empty() { dt { (words.text("reminders-reason")) } dd { (text_of(&one, "reason")) } }
            }
        }
        h2 { (words.text("reminder-items")) }
        (items_table(call, &one["items"]))
        h2 { (words.text("collection-history")) }
        (states_table(call, &one["history"]))
        @if one["is_open"] == true && call.caller.may(Permission::Record) { (withdraw_form(call, &one)) }
    };
    Ok(Page::new("credit", title, body))
}

fn items_table(call: &Call, items: &Value) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-document-no")),
        Column::text(words.text("col-due-date")),
        Column::number(words.text("collection-assigned-amount")),
        Column::number(words.text("col-open")),
        Column::text(words.text("col-state")),
        Column::text(words.text("col-date")),
    ];
    let row = |line: &Value| {
        html! {
            td { a href=(item_address(text_of(line, "item"))) { (text_of(line, "document_no")) } }
            (date_cell(words, line["due_date"].as_str()))
            (amount_cell(words, line["assigned"].as_str()))
            (amount_cell(words, line["open"].as_str()))
            td { (words.text(&format!("collection-state-{}", text_of(line, "state")))) }
            (date_cell(words, line["since"].as_str()))
        }
    };
    let rows: Vec<Markup> = items.as_array().into_iter().flatten().map(row).collect();
    table(&words.text("reminder-items"), &columns, &rows, &Markup::default(), "")
}

fn states_table(call: &Call, history: &Value) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-date")),
        Column::text(words.text("col-document-no")),
        Column::text(words.text("col-state")),
        Column::number(words.text("col-open")),
        Column::text(words.text("reminders-reason")),
    ];
    let row = |line: &Value| {
        html! {
            (date_cell(words, line["date"].as_str()))
            td { a href=(item_address(text_of(line, "item"))) { (text_of(line, "item")) } }
            td { (words.text(&format!("collection-state-{}", text_of(line, "state")))) }
            (amount_cell(words, line["open"].as_str()))
            td { (text_of(line, "reason")) }
        }
    };
    let rows: Vec<Markup> = history.as_array().into_iter().flatten().map(row).collect();
    table(&words.text("collection-history"), &columns, &rows, &Markup::default(), "")
}

fn withdraw_form(call: &Call, one: &Value) -> Markup {
    let words = call.words;
    let typed = |name: &str| call.field(name).unwrap_or("").to_owned();
    let endings = ["withdrawn", "returned"]
        .map(|ending| (ending.to_owned(), words.text(&format!("collection-state-{ending}"))));
    let fields = html! {
        fieldset {
            legend { (words.text("reminder-items")) }
            @for line in one["items"].as_array().into_iter().flatten().filter(|line| line["state"] == "assigned") {
                label { input type="checkbox" name="item" value=(text_of(line, "item")) checked; " " (text_of(line, "document_no")) }
            }
        }
        div.columns {
            (Field::new("ending", &words.text("collection-ending"), &typed("ending")).select(&endings))
            (Field::new("reason", &words.text("reminders-reason"), &typed("reason")).required().text("text"))
        }
        button.danger type="submit" { (words.text("collection-withdraw")) }
    };
    html! {
        section.card.no-print {
            h2 { (words.text("collection-withdraw")) }
            (form(&call.caller, &format!("/credit/collection/{}", one["assignment"]), &fields))
        }
    }
}
