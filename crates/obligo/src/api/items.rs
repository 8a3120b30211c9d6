//! Items: the list, one, what explains it, a change by hand.

use super::lists::{Form, PAGE_AFTER, PAGE_LIMIT, decoded, encoded, flag, form, limit, one_of, only, stream};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{EXPLANATION, ITEM, ITEM_FIELDS};
use crate::access::proposals::{Action, Submitted, submit};
use crate::access::roles::Permission;
use crate::explain::{self, explanation_now};
use crate::items::{ItemFilter, ItemName, ItemView, ItemsRequest, items};
use crate::portfolio::{Cover, Freshness, ItemChoice, ItemOrder, Portfolio};
use crate::reasons;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::session::sha256_hex;
use crate::snapshot::Snapshot;
use obligo_rules::codes::{InsuranceStatus, ReportingStatus};
use obligo_rules::problem::Problem;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const READ: Access = Access::Allowed(Permission::Read);

const STATUSES: &[&str] = &["?", "K", "M", "C", "D", "I", "Z", "S", "E", "O"];

const QUERY: &[Field] = &[
    maybe("policy", Kind::Text, "Policy code."),
    maybe("company", Kind::Text, "Company code."),
    maybe("account", Kind::Text, "Address number."),
    maybe("status", Kind::OneOf(STATUSES), "Insurance status."),
    maybe("reporting_status", Kind::OneOf(&["1", "2", "3", "A", "N", "E", "S"]), "Reporting status."),
    maybe("uninsured", Kind::OneOf(&["true", "false"]), "Only items not insured in full."),
    maybe("as_of", Kind::Date, "Valid at; a past or future day takes longer."),
    maybe("known_at", Kind::Date, "Known at the end of this day."),
    maybe("all", Kind::OneOf(&["true", "false"]), "Settled items too."),
    maybe("projected", Kind::OneOf(&["true", "false"]), "As the next declaration would make them (R5.5)."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const AS_OF: &[Field] = &[
    maybe("as_of", Kind::Date, "Valid at; today otherwise."),
    maybe("known_at", Kind::Date, "Known at the end of this day."),
];

const DATE_OR_NULL: &str = "A date, or null to empty it.";

/// What can be changed of an item.
const EDIT: Schema = Schema {
    name: "ItemEdit",
    fields: &[
        field("reason", Kind::Text, "Why."),
        maybe("status", Kind::OneOf(STATUSES), "Insurance status."),
        maybe("insured", Kind::Amount, "Insured amount in the policy's currency."),
        maybe("max_term_date", Kind::Any, DATE_OR_NULL),
        maybe("overdue_date", Kind::Any, DATE_OR_NULL),
        maybe("exclusion_date", Kind::Any, DATE_OR_NULL),
        maybe("non_payment_report_date", Kind::Any, DATE_OR_NULL),
        maybe("collection_date", Kind::Any, DATE_OR_NULL),
        maybe("waiting_end", Kind::Any, DATE_OR_NULL),
        maybe("filing_date", Kind::Any, DATE_OR_NULL),
        maybe("base_period_end", Kind::Any, DATE_OR_NULL),
        maybe("reporting_status", Kind::Text, "Reporting status."),
        maybe("reported_on", Kind::Any, DATE_OR_NULL),
        maybe("follow_up", Kind::Flag, "To be followed up."),
        maybe("follow_up_on", Kind::Any, DATE_OR_NULL),
        maybe("blocks_new", Kind::Flag, "New receivables of the buyer are uncovered."),
        maybe("receivable_start", Kind::Any, DATE_OR_NULL),
    ],
};

/// What a change did, or that it waits for a second person.
const EDITED: Schema = Schema {
    name: "ItemEdited",
    fields: &[
        maybe("result", Kind::Object, "What was before and is after."),
        maybe("proposal", Kind::Number, "Number of the proposal, where a second person must approve."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/items", READ, list),
        "items_list",
        "Items with their insurance data.",
        Answer::Page(&ITEM),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/items/{item}", READ, one),
        "items_get",
        "One item, named COMPANY/DOCUMENT/KIND.",
        Answer::Record(&ITEM),
    )
    .query(AS_OF)
    .versioned(),
    Operation::new(
        Route::api(Method::Get, "/api/v1/items/{item}/explanation", READ, explained),
        "items_explain",
        "Why an item is as it is, and what would change it.",
        Answer::Record(&EXPLANATION),
    )
    .query(AS_OF),
    Operation::new(
        Route::api(Method::Patch, "/api/v1/items/{item}", Access::Allowed(Permission::Record), edit),
        "items_edit",
        "Changes insurance data in justified cases.",
        Answer::Record(&EDITED),
    )
    .request(Request::Record(&EDIT))
    .versioned(),
];

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    one_of(&call, "status", STATUSES)?;
    let filter = ItemFilter {
        policy: call.query("policy").map(str::to_owned),
        company: call.query("company").map(str::to_owned),
        account: call.query("account").map(str::to_owned),
        status: call.query("status").map(str::to_owned),
        reporting_status: call.query("reporting_status").map(str::to_owned),
        uninsured: flag(&call, "uninsured")?,
    };
    let request = ItemsRequest {
        as_of: call.query_day("as_of")?.unwrap_or(call.today()),
        known_at: call.query_day("known_at")?,
        all: flag(&call, "all")?,
        projected: flag(&call, "projected")?,
        filter,
    };
    let is_today =
        request.as_of == call.today() && request.known_at.is_none() && !request.all && !request.projected;
    match form(&call) {
        Form::Page if is_today => page_of_today(&call, &request.filter),
        Form::Page => page_of_then(&call, &request),
        form => Ok(stream(form, ITEM_FIELDS, move |visit| {
            items(&mut call.session(), &request, |view, snapshot| {
                if call.caller.sees_company(&view.company) { visit(&line(view, snapshot)) } else { Ok(()) }
            })
        })),
    }
}

fn line(view: &ItemView, snapshot: &Snapshot) -> Value {
    view.json(reasons::of_item_json(view, snapshot))
}

/// A page of what is open today, from the portfolio, in recorded order.
fn page_of_today(call: &Call, filter: &ItemFilter) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let limit = limit(call)?;
    let Some(choice) = choice(call, &portfolio, filter) else {
        return Ok(Reply::json(json!({ "items": [], "next": null })));
    };
    let chosen = portfolio.choose(&choice);
    let id = |position: &u32| portfolio.items.get(*position as usize).map_or(0, |item| item.item_id);
    let start = match call.query("after") {
        None => 0,
        Some(cursor) => {
            let last = item_of(cursor)?;
            chosen.positions.partition_point(|position| id(position) <= last)
        }
    };
    let shown: Vec<u32> = chosen.positions.iter().skip(start).take(limit).copied().collect();
    let views = portfolio.views(&call.house.store, &shown)?;
    let lines: Vec<Value> = views.iter().map(|view| line(view, &portfolio.snapshot)).collect();
    let is_more = start + shown.len() < chosen.positions.len();
    let next = shown.last().filter(|_| is_more).map(|position| encoded(&id(position).to_string()));
    Ok(Reply::json(json!({ "items": lines, "next": next })))
}

fn item_of(cursor: &str) -> Result<i64, Problem> {
    decoded(cursor)?.parse().map_err(|_| Problem::usage("cursor-unknown").of_value(cursor))
}

/// The filter by numbers; `None` where nothing can fit.
fn choice(call: &Call, portfolio: &Portfolio, filter: &ItemFilter) -> Option<ItemChoice> {
    let snapshot = &portfolio.snapshot;
    let mut choice = ItemChoice { order: ItemOrder::Recorded, ..ItemChoice::default() };
    if let Some(code) = &filter.policy {
        choice.policies.insert(snapshot.policies.get(code)?.number);
    }
    let is_wanted = |code: &str| filter.company.as_deref().is_none_or(|wanted| wanted == code);
    if filter.company.is_some() || !call.caller.sees_whole_group() {
        let own = snapshot
            .companies
            .iter()
            .filter(|(_, c)| is_wanted(&c.company) && call.caller.sees_company(&c.company));
        choice.companies = own.map(|(id, _)| *id).collect();
        if choice.companies.is_empty() {
            return None;
        }
    }
    if let Some(account) = &filter.account {
        let of_account: BTreeSet<i64> =
            snapshot.buyers.values().filter(|b| b.key.account == *account).map(|b| b.buyer_id).collect();
        choice.buyers = Some(of_account);
    }
    if let Some(status) = &filter.status {
        choice.statuses.insert(InsuranceStatus::parse(status)?.code());
    }
    if let Some(status) = &filter.reporting_status {
        choice.reporting.insert(ReportingStatus::parse(status)?.code());
    }
    if filter.uninsured {
        choice.covers.extend([Cover::Part, Cover::None]);
    }
    Some(choice)
}

/// A page of another day or of settled items too: read from the start, so it takes longer.
fn page_of_then(call: &Call, request: &ItemsRequest) -> Result<Reply, Problem> {
    let limit = limit(call)?;
    let last = call.query("after").map(item_of).transpose()?.unwrap_or(i64::MIN);
    let mut lines: Vec<Value> = Vec::new();
    let mut next = None;
    let mut last_id = 0;
    let read = items(&mut call.session(), request, |view, snapshot| {
        if view.item_id <= last || !call.caller.sees_company(&view.company) {
            return Ok(());
        }
        if lines.len() == limit {
            next = Some(encoded(&last_id.to_string()));
            return Err(Problem::unavailable("reader-gone"));
        }
        last_id = view.item_id;
        lines.push(line(view, snapshot));
        Ok(())
    });
    match read {
        Err(problem) if next.is_none() => Err(problem),
        _ => Ok(Reply::json(json!({ "items": lines, "next": next }))),
    }
}

/// The explanation of an item the caller may see.
fn explanation(call: &Call) -> Result<Map<String, Value>, Problem> {
    only(call, AS_OF)?;
    let name = ItemName::parse(call.path("item"))?;
    if !call.caller.sees_company(&name.company) {
        return Err(Problem::refused("item-not-found").with("item", &name));
    }
    let as_of = call.query_day("as_of")?.unwrap_or(call.today());
    let known_at = call.query_day("known_at")?;
    let companies = call.caller.companies();
    let (portfolio, freshness) = call.portfolio()?;
    let is_now = as_of == call.today() && known_at.is_none() && freshness == Freshness::Current;
    let now = if is_now {
        call.house.store.read(|tx| explanation_now(tx, &portfolio, name.resolve(tx)?, companies))?
    } else {
        None
    };
    let found = match now {
        Some(found) => found,
        None => explain::explanation(&mut call.session(), &name, as_of, known_at, companies)?,
    };
    match found.json(as_of, known_at) {
        Value::Object(whole) => Ok(whole),
        _ => Err(Problem::refused("item-not-found").with("item", &name)),
    }
}

/// The item of an explanation, without what the list does not say.
fn item_in(whole: &Map<String, Value>) -> Value {
    let fields = ITEM_FIELDS
        .iter()
        .map(|field| (field.name.to_owned(), whole.get(field.name).cloned().unwrap_or(Value::Null)));
    Value::Object(fields.collect())
}

/// The version of an item: what it says, without what only depends on the day.
fn version(item: &Value) -> String {
    sha256_hex(item.to_string().as_bytes())[..24].to_owned()
}

fn one(call: Call) -> Result<Reply, Problem> {
    let item = item_in(&explanation(&call)?);
    let etag = Some(version(&item));
    Ok(Reply::Json { status: 200, body: item, etag })
}

fn explained(call: Call) -> Result<Reply, Problem> {
    let whole = explanation(&call)?;
    let part = |name: &str| whole.get(name).cloned().unwrap_or(Value::Null);
    Ok(Reply::json(json!({
        "item": item_in(&whole),
        "buyer": part("buyer"),
        "history": part("history"),
        "would_change": part("would_change"),
    })))
}

fn edit(call: Call) -> Result<Reply, Problem> {
    let Some(seen) = call.if_match().map(str::to_owned) else {
        return Err(Problem::usage("precondition-missing"));
    };
    let Value::Object(sent) = call.json()? else {
        return Err(Problem::usage("body-broken").with("why", "an object is expected"));
    };
    let mut payload = sent.clone();
    let Some(Value::String(reason)) = payload.remove("reason") else {
        return Err(Problem::usage("reason-missing"));
    };
    payload.insert("item".to_owned(), json!(call.path("item")));
    let mut session = call.session();
    // Nobody may write between this look and the write; a request sent again is answered as the first time whatever it saw.
    let known = session.read(obligo_store::entry_last)?;
    let is_as_seen = version(&item_in(&explanation(&call)?)) == seen;
    session.precondition = Some(Box::new(move |tx| {
        if is_as_seen && obligo_store::entry_last(tx)? == known {
            Ok(())
        } else {
            Err(Problem::forbidden("record-changed"))
        }
    }));
    let done = submit(&mut session, call.user()?, Action::Edit, &Value::Object(payload), &reason)?;
    Ok(Reply::json(match done {
        Submitted::Done(result) => json!({ "result": result, "proposal": null }),
        Submitted::Proposed(proposal) => json!({ "result": null, "proposal": proposal.proposal_id }),
    }))
}
