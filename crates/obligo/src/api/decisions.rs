//! Decisions on exceeded insurance limits (R9.4), and limit requests from draft to answer (R2.1).

use super::body::{sent, text, wrong};
use super::lists::{Form, PAGE_AFTER, PAGE_LIMIT, answered, flag, form, one_of, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use crate::access::proposals::Submitted;
use crate::access::roles::Permission;
use crate::credit::RecordsRequest;
use crate::credit::decisions::{Decide, DecideRequest, Seen, decisions, submit_decision};
use crate::credit::limit_requests::{self, AnswerRequest, DraftRequest, draft, limit_requests};
use crate::credit::orders::request::buyer_named;
use crate::import::Refusal;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::{Map, Value, json};

const READ: Access = Access::WholeGroup(Permission::Read);
const RECORD: Access = Access::WholeGroup(Permission::Record);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

const KINDS: &[&str] = &["block", "request_more", "accept", "withdraw"];
const STATES: &[&str] = &["running", "ahead", "ended", "superseded", "withdrawn", "recorded"];
const REQUEST_STATES: &[&str] = &["draft", "sent", "answered", "withdrawn", "replaced"];

const ACCOUNT_AND_POLICY: [Field; 2] =
    [maybe("policy", Kind::Text, "Policy code."), maybe("account", Kind::Text, "Address number.")];
const AS_OF: Field = maybe("as_of", Kind::Date, "Valid at this date; today otherwise.");
const KNOWN_AT: Field = maybe("known_at", Kind::Date, "What had been recorded by the end of this date.");

const DECISIONS_QUERY: &[Field] = &[
    AS_OF,
    KNOWN_AT,
    ACCOUNT_AND_POLICY[0],
    ACCOUNT_AND_POLICY[1],
    maybe("state", Kind::OneOf(STATES), "Only those in this state."),
    maybe("all", Kind::Flag, "Also blocks, requests, and what others took the place of."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const REQUESTS_QUERY: &[Field] = &[
    AS_OF,
    KNOWN_AT,
    ACCOUNT_AND_POLICY[0],
    ACCOUNT_AND_POLICY[1],
    maybe("state", Kind::OneOf(REQUEST_STATES), "Only those in this state."),
    maybe("all", Kind::Flag, "Also those that have ended."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const DECISION: Schema = Schema {
    name: "ExcessDecision",
    fields: &[
        field("decision", Kind::Number, "Number of the decision."),
        field("account", Kind::Text, "ACCOUNT/BRANCH/TYPE."),
        field("name", Kind::Text, "Name."),
        field("policy", Kind::Text, "Policy."),
        field("kind", Kind::OneOf(KINDS), "What was decided."),
        field("state", Kind::OneOf(STATES), "How it stands on the day."),
        maybe("amount", Kind::Amount, "Accepted excess, or the requested sum."),
        field("currency", Kind::Text, "Currency of the amounts: the policy's."),
        field("valid_from", Kind::Date, "First day."),
        maybe("valid_until", Kind::Date, "Last day of an acceptance, itself included."),
        maybe("days_left", Kind::Number, "Days to the last day; below 0 once it has passed."),
        maybe("exposure", Kind::Amount, "Exposure when it was decided."),
        maybe("insured_sum", Kind::Amount, "Insured sum when it was decided."),
        field("reason", Kind::Text, "Why."),
        field("reference", Kind::Text, "A document it stands in; may be empty."),
        field("proposed_by", Kind::Text, "Who proposed it; empty where one person decided."),
        field("decided_by", Kind::Text, "Who decided."),
        maybe("limit_request", Kind::Number, "The limit request drafted with it."),
        field("recorded_at", Kind::Instant, "Recorded at."),
        field("entry", Kind::Number, "Audit entry."),
    ],
};

const NEW_DECISION: Schema = Schema {
    name: "NewExcessDecision",
    fields: &[
        field("account", Kind::Text, "Whose limit is exceeded: ACCOUNT/BRANCH/TYPE, or the number."),
        maybe("policy", Kind::Text, "Policy; that of the buyer's cover if left out."),
        field("kind", Kind::OneOf(KINDS), "What is decided."),
        maybe("amount", Kind::Amount, "Accepted excess over the insured sum, or the sum to be requested."),
        maybe("from", Kind::Date, "First day; today if left out."),
        maybe("until", Kind::Date, "Last day of an acceptance; it is needed there."),
        field("reason", Kind::Text, "Why."),
        maybe("reference", Kind::Text, "A document it stands in."),
    ],
};

const DECIDED: Schema = Schema {
    name: "ExcessDecided",
    fields: &[
        maybe("result", Kind::Object, "The decision as it was recorded."),
        maybe("proposal", Kind::Number, "Number of the proposal, where a second person must approve."),
    ],
};

const LIMIT_REQUEST: Schema = Schema {
    name: "LimitRequest",
    fields: &[
        field("request", Kind::Number, "Number of the request."),
        field("account", Kind::Text, "ACCOUNT/BRANCH/TYPE, or @LEGAL-ENTITY of a prospect."),
        field("name", Kind::Text, "Name."),
        field("policy", Kind::Text, "Policy."),
        field("insurer", Kind::Text, "Insurer."),
        field("amount", Kind::Amount, "Requested sum: never cover."),
        field("currency", Kind::Text, "Currency."),
        field("top_up", Kind::Flag, "Whether it is about top-up cover."),
        maybe("kind", Kind::Text, "EDIFACT 4505."),
        field("state", Kind::OneOf(REQUEST_STATES), "Where it stands."),
        field("begun_on", Kind::Date, "Drafted on, or requested on where there was no draft."),
        maybe("sent_on", Kind::Date, "Requested of the insurer on."),
        maybe("days_waiting", Kind::Number, "Days from the request to its answer, or to the day."),
        maybe(
            "reminder_due_on",
            Kind::Date,
            "When a reminder of the insurer is or was last due, while it waits.",
        ),
        maybe("response", Kind::Text, "EDIFACT 4507."),
        maybe("granted", Kind::Amount, "What was granted."),
        maybe("answered_on", Kind::Date, "Answered on."),
        maybe("withdrawn_on", Kind::Date, "Withdrawn or closed on."),
        maybe("replaced_on", Kind::Date, "Replaced by a later request on."),
        field("reason", Kind::Text, "EDIFACT 4509; may be empty."),
        field("reference", Kind::Text, "The insurer's reference; may be empty."),
        field("letters", Kind::Any, "Numbers of the dispatches that told the insurer."),
        maybe("recorded_by", Kind::Text, "Who recorded it first."),
        maybe("recorded_at", Kind::Instant, "When."),
        maybe("entry", Kind::Number, "Audit entry."),
    ],
};

const NEW_REQUEST: Schema = Schema {
    name: "NewLimitRequest",
    fields: &[
        field("account", Kind::Text, "ACCOUNT/BRANCH/TYPE, the number, or @LEGAL-ENTITY."),
        maybe("policy", Kind::Text, "Policy; that of the buyer's cover if left out."),
        field("amount", Kind::Amount, "The sum that is wanted."),
        maybe("currency", Kind::Text, "Currency; the policy's if left out."),
        maybe("kind", Kind::Text, "EDIFACT 4505."),
        maybe("reason", Kind::Text, "Why."),
    ],
};

const SENDING: Schema = Schema {
    name: "LimitRequestSent",
    fields: &[maybe("on", Kind::Date, "The day it was sent; today if left out.")],
};

const ANSWERING: Schema = Schema {
    name: "LimitRequestAnswer",
    fields: &[
        field("response", Kind::Text, "EDIFACT 4507."),
        maybe("amount", Kind::Amount, "The sum that is insured."),
        maybe("valid_from", Kind::Date, "First day; today if left out."),
        maybe("valid_until", Kind::Date, "Last day."),
        maybe("decided_on", Kind::Date, "Day of the decision; today if left out."),
        maybe("reason", Kind::Text, "EDIFACT 4509."),
        maybe("reference", Kind::Text, "The insurer's reference."),
        maybe("conditions", Kind::Text, "Conditions in words."),
    ],
};

const WITHDRAWING: Schema =
    Schema { name: "LimitRequestWithdrawn", fields: &[field("reason", Kind::Text, "Why.")] };

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/decisions", READ, list),
        "decisions_list",
        "Decisions on exceeded insurance limits, the latest first.",
        Answer::Page(&DECISION),
    )
    .query(DECISIONS_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/decisions", RECORD, decide),
        "decisions_add",
        "Decides on an exceeded insurance limit; a clerk's acceptance is proposed.",
        Answer::Record(&DECIDED),
    )
    .request(Request::Record(&NEW_DECISION)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/limit-requests", READ, requests),
        "limit_requests_list",
        "Limit requests, those that wait longest first.",
        Answer::Page(&LIMIT_REQUEST),
    )
    .query(REQUESTS_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/limit-requests", RECORD, add),
        "limit_requests_add",
        "Drafts a limit request.",
        Answer::Record(&LIMIT_REQUEST),
    )
    .request(Request::Record(&NEW_REQUEST)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/limit-requests/{request}", READ, one),
        "limit_requests_get",
        "One limit request.",
        Answer::Record(&LIMIT_REQUEST),
    ),
    Operation::new(
        Route::api(Method::Post, "/api/v1/limit-requests/{request}/send", RECORD, send),
        "limit_requests_send",
        "Marks a draft as sent.",
        Answer::Record(&LIMIT_REQUEST),
    )
    .request(Request::Record(&SENDING)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/limit-requests/{request}/answer", MANAGE, answer),
        "limit_requests_answer",
        "Records what the insurer answered: a limit decision.",
        Answer::Record(&LIMIT_REQUEST),
    )
    .request(Request::Record(&ANSWERING)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/limit-requests/{request}/withdraw", RECORD, withdraw),
        "limit_requests_withdraw",
        "Takes back a request that is not answered.",
        Answer::Record(&LIMIT_REQUEST),
    )
    .request(Request::Record(&WITHDRAWING)),
];

/// Whether the list is that of today as everything is known, which is kept.
fn is_today(call: &Call) -> Result<bool, Problem> {
    let as_of = call.query_day("as_of")?;
    Ok(as_of.is_none_or(|day| day == call.today()) && call.query_day("known_at")?.is_none())
}

/// Which records the query asks for. Errors: `query-date`, `query-value` (usage).
fn asked(call: &Call) -> Result<RecordsRequest, Problem> {
    let text = |name: &str| call.query(name).map(str::to_owned);
    Ok(RecordsRequest {
        known_at: call.query_day("known_at")?,
        policy: text("policy"),
        account: text("account"),
        state: text("state"),
        all: flag(call, "all")?,
        ..RecordsRequest::at(call.query_day("as_of")?.unwrap_or(call.today()))
    })
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, DECISIONS_QUERY)?;
    one_of(&call, "state", STATES)?;
    let request = asked(&call)?;
    let mut lines = Vec::new();
    decisions(&mut call.session(), &request, &mut |line| {
        lines.push(line);
        Ok(())
    })?;
    answered(&call, lines, &DECISION, "decision")
}

fn requests(call: Call) -> Result<Reply, Problem> {
    only(&call, REQUESTS_QUERY)?;
    one_of(&call, "state", REQUEST_STATES)?;
    let request = asked(&call)?;
    if is_today(&call)? && form(&call) == Form::Page {
        let (portfolio, _) = call.portfolio()?;
        let buyer = call.query("account").map(|name| buyer_named(&portfolio, name)).transpose()?;
        let account = buyer.map(|buyer| buyer.key.to_string());
        let is_wanted = |line: &&Value| {
            let value = |name: &str| line[name].as_str().unwrap_or("");
            request.is_in(value("state"), matches!(value("state"), "draft" | "sent"))
                && request.is_under(value("policy"))
                && account.as_deref().is_none_or(|wanted| wanted == value("account"))
        };
        let lines: Vec<Value> = portfolio.limit_requests.iter().filter(is_wanted).cloned().collect();
        return answered(&call, lines, &LIMIT_REQUEST, "request");
    }
    let mut lines = Vec::new();
    limit_requests(&mut call.session(), &request, &mut |line| {
        lines.push(line);
        Ok(())
    })?;
    answered(&call, lines, &LIMIT_REQUEST, "request")
}

fn day(sent: &Map<String, Value>, name: &str) -> Option<Day> {
    text(sent, name).and_then(Day::parse_iso)
}

fn owned(sent: &Map<String, Value>, name: &str) -> String {
    text(sent, name).unwrap_or("").to_owned()
}

fn decide(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_DECISION)?;
    let amount = || text(sent, "amount").map(str::to_owned).ok_or_else(|| wrong("amount"));
    let decide = match text(sent, "kind") {
        Some("block") => Decide::Block,
        Some("request_more") => Decide::RequestMore { amount: amount()? },
        Some("withdraw") => Decide::Withdraw,
        _ => Decide::Accept { amount: amount()?, until: day(sent, "until").ok_or_else(|| wrong("until"))? },
    };
    let account = owned(sent, "account");
    let request = DecideRequest {
        seen: seen(&call, &account, text(sent, "policy"))?,
        account,
        policy: owned(sent, "policy"),
        decide,
        from: day(sent, "from"),
        reason: owned(sent, "reason"),
        reference: owned(sent, "reference"),
        proposed_by: String::new(),
    };
    Ok(Reply::json(match submit_decision(&mut call.session(), call.user()?, &request)? {
        Submitted::Done(result) => json!({ "result": result, "proposal": null }),
        Submitted::Proposed(proposal) => json!({ "result": null, "proposal": proposal.proposal_id }),
    }))
}

/// Exposure and sum as the lists show them now.
fn seen(call: &Call, account: &str, policy: Option<&str>) -> Result<Option<Seen>, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let Some(buyer) = portfolio.buyer_id(account) else { return Ok(None) };
    let mut lines = portfolio.lines_of(buyer);
    Ok(lines.find(|line| policy.is_none_or(|code| line["policy"] == code)).and_then(Seen::of_line))
}

fn add(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_REQUEST)?;
    let kind = match text(sent, "kind") {
        None | Some("") => 0,
        Some(code) => code.parse().ok().filter(|code| (1..=8).contains(code)).ok_or_else(|| wrong("kind"))?,
    };
    let request = DraftRequest {
        account: owned(sent, "account"),
        policy: owned(sent, "policy"),
        amount: owned(sent, "amount"),
        currency: owned(sent, "currency"),
        request: kind,
        reason: owned(sent, "reason"),
    };
    let mut session = call.session();
    let done = draft(&mut session, &request)?;
    shown(&call, done["request"].as_i64().unwrap_or(0))
}

fn number(call: &Call) -> Result<i64, Problem> {
    let text = call.path("request");
    text.parse().map_err(|_| Problem::refused("limit-request-not-found").with("request", text))
}

fn shown(call: &Call, number: i64) -> Result<Reply, Problem> {
    Ok(Reply::json(limit_requests::one(&mut call.session(), number)?))
}

fn one(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    shown(&call, number(&call)?)
}

fn send(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &SENDING)?;
    let number = number(&call)?;
    limit_requests::send(&mut call.session(), number, day(sent, "on"))?;
    shown(&call, number)
}

fn answer(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &ANSWERING)?;
    let number = number(&call)?;
    let request = AnswerRequest {
        request: number,
        response: owned(sent, "response"),
        amount: owned(sent, "amount"),
        valid_from: owned(sent, "valid_from"),
        valid_until: owned(sent, "valid_until"),
        decided_on: owned(sent, "decided_on"),
        reason: owned(sent, "reason"),
        reference: owned(sent, "reference"),
        conditions: owned(sent, "conditions"),
        why: String::new(),
    };
    limit_requests::answer(&mut call.session(), &request).map_err(first)?;
    shown(&call, number)
}

/// The first problem of a record of one row.
fn first(refusal: Refusal) -> Problem {
    refusal.problems.into_iter().next().unwrap_or_else(|| Problem::unavailable("server-failed"))
}

fn withdraw(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &WITHDRAWING)?;
    let number = number(&call)?;
    limit_requests::withdraw(&mut call.session(), number, text(sent, "reason").unwrap_or(""))?;
    shown(&call, number)
}
