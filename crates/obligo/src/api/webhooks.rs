//! Webhooks: which programs are told what, and what came of it.

use super::body::{flag, sent, text, texts, texts_or_null, version_seen, versioned};
use super::lists::{PAGE_QUERY, answered, only};
use super::operation::{Answer, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{DELIVERY, WEBHOOK};
use crate::access::roles::Permission;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::webhooks::{self, NewWebhook, Webhook, WebhookChange, WebhookEvent};
use obligo_rules::problem::Problem;
use obligo_store::webhook_delivery::DeliveryRow;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ADMINISTER: Access = Access::WholeGroup(Permission::Administer);

/// Deliveries a list goes back to.
const DELIVERIES: usize = 1000;

/// Codes of what a webhook may be told.
pub const EVENTS: &[&str] = &["limit_exceeded", "deadline_near", "stop_of_cover", "run_final"];

const NEW_WEBHOOK: Schema = Schema {
    name: "NewWebhook",
    fields: &[
        field("url", Kind::Text, "Where deliveries go."),
        field("events", Kind::SomeOf(EVENTS), "What it is told, at least one."),
        maybe("companies", Kind::Texts, "Codes of companies; all if left out."),
    ],
};

const WEBHOOK_CHANGE: Schema = Schema {
    name: "WebhookChange",
    fields: &[
        maybe("url", Kind::Text, "Where deliveries go."),
        maybe("events", Kind::SomeOf(EVENTS), "What it is told, at least one."),
        maybe("companies", Kind::Any, "Codes of companies, or null for all."),
        maybe("disabled", Kind::Flag, "Told nothing for now."),
        maybe("new_secret", Kind::Flag, "Gives it a new secret."),
    ],
};

const WEBHOOK_SECRET: Schema = Schema {
    name: "WebhookWithSecret",
    fields: &[
        field("webhook", Kind::Record(&WEBHOOK), "The webhook."),
        maybe("secret", Kind::Text, "What deliveries are signed with; only when it is made."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/webhooks", ADMINISTER, list),
        "webhooks_list",
        "Webhooks; never their secrets.",
        Answer::Page(&WEBHOOK),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/webhooks", ADMINISTER, create),
        "webhooks_add",
        "Makes a webhook; its secret is shown here only.",
        Answer::Record(&WEBHOOK_SECRET),
    )
    .request(Request::Record(&NEW_WEBHOOK)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/webhooks/{webhook}", ADMINISTER, one),
        "webhooks_get",
        "One webhook.",
        Answer::Record(&WEBHOOK),
    )
    .versioned(),
    Operation::new(
        Route::api(Method::Patch, "/api/v1/webhooks/{webhook}", ADMINISTER, change),
        "webhooks_change",
        "Changes a webhook; what is left out stays.",
        Answer::Record(&WEBHOOK_SECRET),
    )
    .request(Request::Record(&WEBHOOK_CHANGE))
    .versioned(),
    Operation::new(
        Route::api(Method::Get, "/api/v1/webhooks/{webhook}/deliveries", ADMINISTER, deliveries),
        "webhooks_deliveries",
        "Its last thousand deliveries, newest first.",
        Answer::Page(&DELIVERY),
    )
    .query(PAGE_QUERY),
];

fn line(webhook: &Webhook) -> Value {
    json!({
        "webhook": webhook.id,
        "url": webhook.url,
        "events": webhook.events.iter().map(|event| event.code()).collect::<Vec<_>>(),
        "companies": webhook.companies,
        "disabled": webhook.disabled,
        "created_at": webhook.created_at,
    })
}

fn events(codes: &BTreeSet<String>) -> BTreeSet<WebhookEvent> {
    codes.iter().filter_map(|code| WebhookEvent::parse(code)).collect()
}

fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("webhook");
    text.parse().map_err(|_| Problem::usage("webhook-not-found").with("webhook", text))
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let all: Vec<Value> = webhooks::list(&mut call.session())?.iter().map(line).collect();
    answered(&call, all, &WEBHOOK, "webhook")
}

fn create(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_WEBHOOK)?;
    let new = NewWebhook {
        url: text(sent, "url").unwrap_or_default().to_owned(),
        events: events(&texts(sent, "events").unwrap_or_default()),
        companies: texts(sent, "companies"),
    };
    let (webhook, secret) =
        webhooks::create(&mut call.session(), &new, call.house.settings.private_webhooks)?;
    Ok(versioned(json!({ "webhook": line(&webhook), "secret": secret }), webhook.version()))
}

fn one(call: Call) -> Result<Reply, Problem> {
    let webhook = webhooks::get(&mut call.session(), number(&call)?)?;
    Ok(versioned(line(&webhook), webhook.version()))
}

fn change(call: Call) -> Result<Reply, Problem> {
    let id = number(&call)?;
    let seen = version_seen(&call)?;
    let sent = sent(&call, &WEBHOOK_CHANGE)?;
    let change = WebhookChange {
        url: text(sent, "url").map(str::to_owned),
        events: texts(sent, "events").map(|codes| events(&codes)),
        companies: texts_or_null(sent, "companies")?,
        disabled: flag(sent, "disabled"),
    };
    let with_new_secret = flag(sent, "new_secret") == Some(true);
    let mut session = call.session();
    session.precondition = Some(webhooks::unchanged(id, &seen));
    let is_private_allowed = call.house.settings.private_webhooks;
    let (webhook, secret) = webhooks::change(&mut session, id, &change, with_new_secret, is_private_allowed)?;
    Ok(versioned(json!({ "webhook": line(&webhook), "secret": secret }), webhook.version()))
}

fn deliveries(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let found = webhooks::deliveries(&mut call.session(), number(&call)?, DELIVERIES)?;
    let line = |row: &DeliveryRow| {
        json!({
            "delivery": row.delivery_id,
            "event": row.event,
            "state": row.state,
            "attempts": row.attempts,
            "made_at": row.made_at,
            "next_at": row.next_at,
            "answer": row.answer,
            "body": serde_json::from_str::<Value>(&row.body).unwrap_or(Value::Null),
        })
    };
    answered(&call, found.iter().map(line).collect(), &DELIVERY, "delivery")
}
