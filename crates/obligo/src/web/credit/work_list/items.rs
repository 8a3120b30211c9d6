//! The open items of a payer with follow-up and stop date.

use super::payer::{View, answered};
use crate::credit::work_list::{ItemDatesChange, set_item_dates};
use crate::serve::{Call, Reply};
use crate::web::parts::{Column, date_cell, form, item_address, status_chip, table};
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;

/// Items shown, the oldest due first; the rest is in the list of items.
pub const ROWS: usize = 60;

/// The form of a new note, which the items can be ticked for.
pub const NOTE_FORM: &str = "note-form";

/// The open items; dates can be set where the caller may record.
pub fn card(view: &View<'_>) -> Result<Markup, Problem> {
    let words = view.words;
    let shown = view.items.iter().take(ROWS);
    let views = view.portfolio.whole(&view.call.house.store, shown)?;
    let today = view.call.today();
    let mut columns = vec![
        Column::text(words.text("col-document-no")),
        Column::text(words.text("col-net-due-date")),
        Column::number(words.text("credit-days-over")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-insured")),
        Column::text(words.text("col-status")),
        Column::text(words.text("col-follow-up-date")),
        Column::text(words.text("col-stop-until")),
    ];
    if view.may_record() {
        columns.insert(0, Column::text(words.text("credit-link")));
    }
    let rows: Vec<Markup> = views
        .iter()
        .map(|item| {
            let name = format!("{}/{}/{}", item.company, item.document_no, item.kind.code());
            let days = today.days_since(item.net_due_date);
            let amount = |minor: i64, currency: obligo_rules::money::Currency| {
                words.money(&format_minor(minor, currency.exponent()), currency.code())
            };
            let dates = view.desk.dates.get(&item.item_id);
            let follow_up = dates.and_then(|dates| dates.follow_up_on);
            let stop = dates.and_then(|dates| dates.stop_until);
            html! {
                @if view.may_record() {
                    td { input type="checkbox" name="item" value=(name) form=(NOTE_FORM) checked[is_ticked(view, &name)] aria-label=(words.with("credit-link-item", &[("item", item.document_no.clone())])); }
                }
                td { a href=(item_address(&name)) { (item.document_no) } " " span.quiet { (item.company) } }
                (date_cell(words, Some(&item.net_due_date.to_string())))
                td.number { @if days > 0 && item.kind.is_debit() { span.bad-text { (words.number(&days.to_string())) } } @else { "–" } }
                td.number { (amount(item.open, item.currency)) }
                td.number { (amount(item.insured, item.policy_currency)) }
                td { (status_chip(words, item.insurance.status.code())) }
                (day_cell(view, "on", &name, follow_up, "credit-follow-up-of"))
                (day_cell(view, "stop", &name, stop, "credit-stop-of"))
            }
        })
        .collect();
    let shown = table(
        &words.text("credit-items"),
        &columns,
        &rows,
        &Markup::default(),
        &words.text("credit-no-items"),
    );
    let fields = html! {
        div.tight { (shown) }
        @if !rows.is_empty() { div.tools { button type="submit" { (words.text("credit-save-dates")) } } }
    };
    Ok(html! {
        section.card #items {
            h2 { (words.text("credit-items")) }
            @if view.items.len() > ROWS { p.quiet { (words.count("credit-more-items", view.items.len() - ROWS)) } }
            @if view.may_record() { (form(&view.call.caller, &view.address("items"), &fields)) }
            @else { div.tight { (shown) } }
        }
    })
}

fn is_ticked(view: &View<'_>, name: &str) -> bool {
    view.call.fields().any(|(field, value)| field == "item" && value == name)
}

/// A date to set; what it was goes with it, so that only what somebody changed is recorded.
fn day_cell(view: &View<'_>, field: &str, item: &str, day: Option<Day>, label: &str) -> Markup {
    let words = view.words;
    let shown = day.map(|day| day.to_string()).unwrap_or_default();
    if !view.may_record() {
        return date_cell(words, day.map(|day| day.to_string()).as_deref());
    }
    let name = format!("{field}:{item}");
    let typed = view.call.field(&name).unwrap_or(&shown);
    html! {
        td {
            input type="hidden" name=(format!("was-{name}")) value=(shown);
            input.day type="date" name=(name) value=(typed) aria-label=(words.with(label, &[("item", item.to_owned())]));
        }
    }
}

/// Records the dates that were changed.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let done = changed(&call).and_then(|changes| {
        if changes.is_empty() {
            return Ok(());
        }
        set_item_dates(&mut call.session(), &changes).map(|_| ())
    });
    answered(&call, "items", done)
}

fn changed(call: &Call) -> Result<Vec<(String, ItemDatesChange)>, Problem> {
    let names: Vec<String> =
        call.fields().filter_map(|(name, _)| name.strip_prefix("on:").map(str::to_owned)).collect();
    let mut changes = Vec::new();
    for item in names {
        let day = |field: &str| -> Result<Option<Option<Day>>, Problem> {
            let name = format!("{field}:{item}");
            let is_same = call.field(&name) == call.field(&format!("was-{name}"));
            if is_same { Ok(None) } else { Ok(Some(call.field_day(&name)?)) }
        };
        let change = ItemDatesChange { follow_up_on: day("on")?, stop_until: day("stop")? };
        if change != ItemDatesChange::default() {
            changes.push((item, change));
        }
    }
    Ok(changes)
}
