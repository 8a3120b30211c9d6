//! Webhooks: which programs are told what, and what came of it.

use super::{
    Choice, boxes, chosen_companies, companies, company_choice, company_names, page_of, refused, shown_once,
    ticked,
};
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Column, Field, chip, form, problem_box, table};
use crate::webhooks::{self, HttpClient, NewWebhook, Webhook, WebhookChange, WebhookEvent};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::webhook_delivery::DeliveryRow;
use std::collections::BTreeSet;

/// Deliveries shown.
const DELIVERIES: usize = 50;

/// `/settings/webhooks`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw_list(&call, None)?))
}

/// Makes a webhook and shows its secret.
pub fn create(call: Call) -> Result<Reply, Problem> {
    let new = NewWebhook {
        url: call.field("url").unwrap_or("").to_owned(),
        events: events(&call),
        companies: chosen_companies(&call),
    };
    match webhooks::create(&mut call.session(), &new, call.house.settings.private_webhooks) {
        Ok((webhook, secret)) => Ok(Reply::Page(draw(&call, webhook.id, Some(&secret), None, false)?)),
        Err(problem) => Ok(Reply::Page(refused(draw_list(&call, Some(&problem))?, &problem))),
    }
}

fn events(call: &Call) -> BTreeSet<WebhookEvent> {
    ticked(call, "event-").iter().filter_map(|code| WebhookEvent::parse(code)).collect()
}

fn draw_list(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let mut session = call.session();
    let all = webhooks::list(&mut session)?;
    let companies = companies(call, &mut session)?;
    let columns = [
        Column::text(words.text("settings-webhook-url")),
        Column::text(words.text("settings-events")),
        Column::text(words.text("nav-companies")),
        Column::text(words.text("col-state")),
    ];
    let row = |webhook: &Webhook| {
        html! {
            td { a href=(address(webhook.id)) { (webhook.url) } }
            td { (event_names(words, webhook)) }
            td { (company_names(words, webhook.companies.as_ref())) }
            td { (state(words, webhook)) }
        }
    };
    let rows: Vec<Markup> = all.iter().map(row).collect();
    let title = words.text("settings-webhooks");
    let of = call.field("companies").and_then(|_| chosen_companies(call));
    let fields = html! {
        (fields(words, call.field("url").unwrap_or(""), &events(call), of.as_ref(), &companies))
        button.primary type="submit" { (words.text("settings-webhook-do")) }
    };
    let body = html! {
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        p { (words.text("settings-webhooks-why")) }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("settings-webhooks-none")))
        section.card.no-print {
            h2 { (words.text("settings-webhook-new")) }
            (form(&call.caller, "/settings/webhooks", &fields))
        }
    };
    Ok(page_of(call, "/settings/webhooks", &body))
}

fn address(id: i64) -> String {
    format!("/settings/webhooks/{id}")
}

fn state(words: &Words, webhook: &Webhook) -> Markup {
    if webhook.disabled {
        chip("quiet", &words.text("settings-webhook-off"))
    } else {
        chip("good", &words.text("settings-webhook-on"))
    }
}

fn event_name(words: &Words, code: &str) -> String {
    words.text(&format!("settings-event-{}", code.replace('_', "-")))
}

fn event_names(words: &Words, webhook: &Webhook) -> String {
    webhook.events.iter().map(|event| event_name(words, event.code())).collect::<Vec<_>>().join(", ")
}

fn fields(
    words: &Words,
    url: &str,
    on: &BTreeSet<WebhookEvent>,
    of: Option<&BTreeSet<String>>,
    companies: &[(String, String)],
) -> Markup {
    let choices: Vec<Choice> = WebhookEvent::ALL
        .iter()
        .map(|event| (event.code().to_owned(), event_name(words, event.code()), String::new()))
        .collect();
    let codes: BTreeSet<String> = on.iter().map(|event| event.code().to_owned()).collect();
    html! {
        (Field::new("url", &words.text("settings-webhook-url"), url).required().hint(&words.text("settings-webhook-url-hint")).text("url"))
        (boxes(&words.text("settings-events"), "", "event-", &choices, &codes))
        (company_choice(words, companies, of, (2, "")))
    }
}

fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("webhook");
    text.parse().map_err(|_| Problem::usage("webhook-not-found").with("webhook", text))
}

/// `/settings/webhooks/{webhook}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, number(&call)?, None, None, false)?))
}

/// Saves a webhook.
pub fn change(call: Call) -> Result<Reply, Problem> {
    let id = number(&call)?;
    let change = WebhookChange {
        url: Some(call.field("url").unwrap_or("").to_owned()),
        events: Some(events(&call)),
        companies: Some(chosen_companies(&call)),
        disabled: Some(call.field("disabled").is_some()),
    };
    let mut session = call.session();
    let seen = call.field("version").unwrap_or("").to_owned();
    session.precondition = Some(webhooks::unchanged(id, &seen));
    match webhooks::change(&mut session, id, &change, false, call.house.settings.private_webhooks) {
        Ok(_) => Ok(Reply::See(format!("{}?done=done-saved", address(id)))),
        Err(problem) => told(&call, id, &problem),
    }
}

/// Gives it a new secret and shows it.
pub fn new_secret(call: Call) -> Result<Reply, Problem> {
    let id = number(&call)?;
    let change = WebhookChange::default();
    match webhooks::change(&mut call.session(), id, &change, true, call.house.settings.private_webhooks) {
        Ok((_, secret)) => Ok(Reply::Page(draw(&call, id, secret.as_deref(), None, false)?)),
        Err(problem) => told(&call, id, &problem),
    }
}

/// Sends a delivery to try it; the list of deliveries shows what came back.
pub fn test(call: Call) -> Result<Reply, Problem> {
    let id = number(&call)?;
    let client = HttpClient::new(call.house.settings.private_webhooks);
    match webhooks::send_trial(&mut call.session(), id, &client) {
        Ok(_) => Ok(Reply::See(address(id))),
        Err(problem) => told(&call, id, &problem),
    }
}

fn told(call: &Call, id: i64, problem: &Problem) -> Result<Reply, Problem> {
    if problem.code == "webhook-not-found" {
        return Err(problem.clone());
    }
    Ok(Reply::Page(refused(draw(call, id, None, Some(problem), true)?, problem)))
}

fn draw(
    call: &Call,
    id: i64,
    secret: Option<&str>,
    problem: Option<&Problem>,
    is_typed: bool,
) -> Result<Page, Problem> {
    let words = call.words;
    let mut session = call.session();
    let webhook = webhooks::get(&mut session, id)?;
    let deliveries = webhooks::deliveries(&mut session, id, DELIVERIES)?;
    let companies = companies(call, &mut session)?;
    let is_typed = is_typed && call.field("url").is_some();
    let typed = chosen_companies(call);
    let (url, on, of, is_off) = if is_typed {
        (call.field("url").unwrap_or(""), events(call), typed.as_ref(), call.field("disabled").is_some())
    } else {
        (webhook.url.as_str(), webhook.events.clone(), webhook.companies.as_ref(), webhook.disabled)
    };
    let save = html! {
        input type="hidden" name="version" value=(webhook.version());
        (fields(words, url, &on, of, &companies))
        (Field::new("disabled", &words.text("settings-webhook-disable"), if is_off { "true" } else { "" }).check())
        button.primary type="submit" { (words.text("settings-save")) }
    };
    let try_it = html! { button type="submit" { (words.text("settings-webhook-test")) } };
    let renew = html! { button.danger type="submit" { (words.text("settings-webhook-secret")) } };
    let body = html! {
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        @if let Some(secret) = secret { (shown_once(&words.text("settings-webhook-once"), secret)) }
        p.trail { a href="/settings/webhooks" { (words.text("settings-webhooks")) } }
        section.card {
            h2 { (webhook.url) " " (state(words, &webhook)) }
            (form(&call.caller, &address(id), &save))
        }
        h2 { (words.text("settings-deliveries")) }
        div.tools {
            @if !webhook.disabled { (form(&call.caller, &format!("{}/test", address(id)), &try_it)) }
            (form(&call.caller, &format!("{}/secret", address(id)), &renew))
        }
        (delivery_table(words, &deliveries))
    };
    Ok(page_of(call, "/settings/webhooks", &body))
}

fn delivery_table(words: &Words, deliveries: &[DeliveryRow]) -> Markup {
    let columns = [
        Column::text(words.text("settings-delivery-made")),
        Column::text(words.text("settings-events")),
        Column::text(words.text("col-state")),
        Column::number(words.text("settings-delivery-attempts")),
        Column::text(words.text("settings-delivery-answer")),
    ];
    let row = |delivery: &DeliveryRow| {
        let tone = match delivery.state.as_str() {
            "delivered" => "good",
            "failed" => "bad",
            _ => "warn",
        };
        html! {
            td.date { (words.instant(&delivery.made_at)) }
            td { (event_name(words, &delivery.event)) }
            td { (chip(tone, &words.text(&format!("settings-delivery-{}", delivery.state)))) }
            td.number { (words.number(&delivery.attempts.to_string())) }
            td { (delivery.answer) }
        }
    };
    let rows: Vec<Markup> = deliveries.iter().map(row).collect();
    let caption = words.text("settings-deliveries");
    table(&caption, &columns, &rows, &Markup::default(), &words.text("settings-deliveries-none"))
}
