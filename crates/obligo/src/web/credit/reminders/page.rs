//! `/credit/reminders/{reminder}`: one letter with its items, its changes and how it leaves.

use super::list::state_message;
use crate::access::roles::Permission;
use crate::credit::reminders::{LANGUAGES, Shown, show_in, version};
use crate::serve::{Call, Page, Reply};
use crate::web::credit::tabs;
use crate::web::parts::{
    Column, Field, amount_cell, buyer_address, chip, date_cell, figure_money, form, item_address, segment,
    table, text_of,
};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// The page.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// The letter of the address. Error: `reminder-not-found`.
pub fn number(call: &Call) -> Result<i64, Problem> {
    let typed = call.path("reminder");
    typed.parse().map_err(|_| Problem::refused("reminder-not-found").with("reminder", typed))
}

/// The page with what is told on top.
pub fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let number = number(call)?;
    let (portfolio, _) = call.portfolio()?;
    let companies = call.caller.companies();
    let shown = call.house.store.read(|tx| show_in(tx, &portfolio.snapshot, companies, number))?;
    let title = format!("{} {number}", words.text("col-reminder"));
    let is_open = matches!(shown.row.state.as_str(), "proposed" | "left_out");
    let may_change = is_open && call.caller.may(Permission::Record);
    let letter = format!("/reports/reminder?reminder={number}&language={}", shown.row.language);
    let body = html! {
        (tabs(words, &call.caller, "reminders"))
        p.trail { a href="/credit/reminders" { (words.text("reminders-title")) } }
        div.head {
            h1 { (title) " " (chip("neutral", &words.text(&state_message(&shown.row.state)))) }
            div.tools {
                a.button href=(format!("/credit/interest?account={}", segment(text_of(&shown.json, "account")))) { (words.text("reminder-interest")) }
                a.button href=(letter) { (words.text("reminders-letter")) }
            }
        }
        (told)
        (facts(call, &shown))
        (items(call, &shown))
        @if may_change {
            (edit_form(call, &shown))
            @if shown.row.state == "proposed" { (send_form(call, number)) }
        }
    };
    Ok(Page::new("credit", title, body))
}

fn facts(call: &Call, shown: &Shown) -> Markup {
    let words = call.words;
    let json = &shown.json;
    let currency = text_of(json, "currency");
    let money = |key: &str| figure_money(words, text_of(json, key), currency);
    let row = &shown.row;
    // What comes to nothing is left out, as in the letter.
    let sums = [
        ("open", "reminder-open", None),
        ("credits", "reminder-credits", Some(row.credits)),
        ("interest", "reminder-interest", Some(row.interest)),
        ("compensation", "reminder-compensation", Some(row.compensation)),
        ("charges_before", "reminder-charges-before", Some(row.charges_before)),
        ("charge", "reminder-charge-now", Some(row.charge)),
        ("total", "reminder-total", None),
    ];
    html! {
        section.card {
            dl.facts {
                dt { (words.text("col-account")) }
                dd { a href=(buyer_address(text_of(json, "account"))) { (text_of(json, "name")) " " (text_of(json, "account")) } }
                dt { (words.text("col-company")) } dd { (text_of(json, "company")) }
                dt { (words.text("col-key-date")) } dd { (words.date(shown.row.key_date)) }
                @if let Some(day) = shown.row.sent_on {
                    dt { (words.text("col-sent-on")) } dd { (words.date(day)) " " (shown.row.recipient) }
                }
                @for (key, id, minor) in sums {
                    @if minor != Some(0) { dt { (words.text(id)) } dd { (money(key)) } }
                }
                @if !shown.row.reason.is_empty() { dt { (words.text("reminders-reason")) } dd { (shown.row.reason) } }
            }
        }
    }
}

fn items(call: &Call, shown: &Shown) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-document-no")),
        Column::text(words.text("col-due-date")),
        Column::number(words.text("col-days-late")),
        Column::number(words.text("col-level")),
        Column::number(words.text("col-open")),
        Column::number(words.text("col-interest")),
    ];
    let empty = Vec::new();
    let row = |line: &Value| {
        html! {
            td {
                a href=(item_address(text_of(line, "item"))) { (text_of(line, "document_no")) }
                @if line["left_out"] == true { " " (chip("neutral", &words.text("flag-left-out"))) }
            }
            (date_cell(words, line["due_date"].as_str()))
            td.number { (line["days_late"]) }
            td.number { (line["level"]) }
            (amount_cell(words, line["open"].as_str()))
            (amount_cell(words, line["interest"].as_str()))
        }
    };
    let rows: Vec<Markup> = shown.json["items"].as_array().unwrap_or(&empty).iter().map(row).collect();
    table(&words.text("reminder-items"), &columns, &rows, &Markup::default(), "")
}

fn edit_form(call: &Call, shown: &Shown) -> Markup {
    let words = call.words;
    let typed = |name: &str, kept: &str| call.field(name).unwrap_or(kept).to_owned();
    // What was typed stays; where it differs, what the letter says now stands beneath.
    let now = |name: &str, kept: &str, usual: &str| match call.field(name) {
        Some(typed) if typed.replace("\r\n", "\n").trim() != kept => {
            words.with("policies-form-now", &[("value", kept.to_owned())])
        }
        _ => usual.to_owned(),
    };
    let is_out = |line: &Value| match call.field("do") {
        Some(_) => call.fields().any(|(name, item)| name == "without" && item == text_of(line, "item")),
        None => line["left_out"] == true,
    };
    let (level, charge) = (shown.row.level.to_string(), text_of(&shown.json, "charge"));
    let language_now = words.text(&format!("settings-language-{}", shown.row.language));
    let beneath = [
        now("level", &level, ""),
        if call.field("charge").is_some_and(|typed| words.parse_amount(typed).as_deref() != Some(charge)) {
            words.with("policies-form-now", &[("value", figure_money(words, charge, &shown.row.currency))])
        } else {
            String::new()
        },
        if call.field("language").is_some_and(|typed| typed != shown.row.language) {
            words.with("policies-form-now", &[("value", language_now)])
        } else {
            String::new()
        },
        now("message", &shown.row.message, &words.text("reminders-message-hint")),
    ];
    let languages: Vec<(String, String)> = LANGUAGES
        .iter()
        .map(|code| ((*code).to_owned(), words.text(&format!("settings-language-{code}"))))
        .collect();
    let empty = Vec::new();
    let lines = shown.json["items"].as_array().unwrap_or(&empty);
    let fields = html! {
        input type="hidden" name="version" value=(version(&shown.row, &shown.items));
        @if lines.len() > 1 {
            fieldset {
                legend { (words.text("reminders-items-out")) }
                @for line in lines {
                    label { input type="checkbox" name="without" value=(text_of(line, "item")) checked[is_out(line)]; " " (text_of(line, "document_no")) }
                }
            }
        }
        div.columns {
            (Field::new("level", &words.text("col-level"), &typed("level", &level)).hint(&beneath[0]).text("number"))
            (Field::new("charge", &words.text("col-charge"), &typed("charge", charge)).hint(&beneath[1]).amount(words))
            (Field::new("language", &words.text("reminders-language"), &typed("language", &shown.row.language)).hint(&beneath[2]).select(&languages))
        }
        (Field::new("message", &words.text("reminders-message"), &typed("message", &shown.row.message)).hint(&beneath[3]).area(4))
        (Field::new("reason", &words.text("reminders-reason"), &typed("reason", "")).hint(&words.text("reminders-reason-hint")).text("text"))
        div.tools {
            button.primary type="submit" name="do" value="save" { (words.text("reminders-save")) }
            @if shown.row.state == "left_out" {
                button type="submit" name="do" value="take-in" { (words.text("reminders-take-in")) }
            } @else {
                button.danger type="submit" name="do" value="leave-out" { (words.text("reminders-leave-out")) }
            }
        }
    };
    html! {
        section.card.no-print {
            h2 { (words.text("reminders-edit")) }
            (form(&call.caller, &format!("/credit/reminders/{}", shown.row.reminder_id), &fields))
        }
    }
}

fn send_form(call: &Call, number: i64) -> Markup {
    let words = call.words;
    let to = call.field("to").unwrap_or("");
    let fields = html! {
        (Field::new("to", &words.text("reminders-mail"), to).hint(&words.text("reminders-mail-hint")).text("email"))
        button.primary type="submit" { (words.text("reminders-send")) }
    };
    html! {
        section.card.no-print {
            h2 { (words.text("reminders-send")) }
            (form(&call.caller, &format!("/credit/reminders/{number}/send"), &fields))
        }
    }
}
