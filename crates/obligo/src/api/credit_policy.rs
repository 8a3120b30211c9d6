//! The credit policy, exceptions from it, recommended credit lines.

use super::body::{file_text, sent, text, version_seen, versioned, wrong};
use super::lists::{
    Form, PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, decoded, encoded, form, limit, one_of, only, stream,
};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::IMPORTED;
use super::writing::{refused, told};
use crate::access::roles::Permission;
use crate::credit::payers::PayerStanding;
use crate::credit::policy::exceptions::{self, ExceptionChoice, ExceptionLine, NewException};
use crate::credit::policy::recommended::recommended_json;
use crate::credit::policy::{check_text, credit_policy_unchanged, history, put_text, text_in_force};
use crate::items::account_key;
use crate::portfolio::Portfolio;
use crate::serve::{Access, Call, Method, Reply, Route};
use crate::session::{point_in_time, sha256_hex};
use obligo_rules::calendar::Day;
use obligo_rules::policy_exception::{Differs, ExceptionState};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use serde_json::{Map, Value, json};

const READ: Access = Access::Allowed(Permission::Read);
const GROUP: Access = Access::WholeGroup(Permission::Read);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

const AS_OF: Field = maybe("as_of", Kind::Date, "As it was on this day; today by default.");
const KNOWN_AT: Field = maybe("known_at", Kind::Date, "As it was known at the end of this day.");
const POINT: &[Field] = &[AS_OF, KNOWN_AT];
const STATES: &[&str] = &["planned", "in_force", "ended"];
const DIFFERS: &[&str] = &["risk_class", "credit_line", "payment_terms", "evidence", "handling"];
const EXCEPTIONS_QUERY: &[Field] = &[
    maybe("account", Kind::Text, "Of this buyer: ACCOUNT/BRANCH/TYPE."),
    maybe("state", Kind::OneOf(STATES), "Those that stand so on the day."),
    AS_OF,
    KNOWN_AT,
    PAGE_LIMIT,
    PAGE_AFTER,
];

const POLICY: Schema = Schema {
    name: "CreditPolicy",
    fields: &[maybe("file", Kind::Text, "The file in force; null while none was put.")],
};

const SOUND: Schema = Schema {
    name: "CreditPolicyCheck",
    fields: &[
        field("name", Kind::Text, "Name of the policy."),
        field("currency", Kind::Text, "Currency of its amounts."),
        field("valid_from", Kind::Date, "First day it is in force."),
    ],
};

const VERSION: Schema = Schema {
    name: "CreditPolicyVersion",
    fields: &[
        field("valid_from", Kind::Date, "First day."),
        maybe("valid_until", Kind::Date, "Last day; null where no other follows."),
        field("name", Kind::Text, "Name."),
        field("entry", Kind::Number, "Audit entry that recorded it."),
    ],
};

const EXCEPTION: Schema = Schema {
    name: "PolicyException",
    fields: &[
        field("exception", Kind::Number, "Number."),
        field("account", Kind::Text, "Buyer: ACCOUNT/BRANCH/TYPE."),
        field("name", Kind::Text, "Its name."),
        field("differs", Kind::OneOf(DIFFERS), "What differs from the policy."),
        field("value", Kind::Text, "What holds instead; an amount has the currency's decimals."),
        maybe("currency", Kind::Text, "Currency of a credit line."),
        field("approver", Kind::Text, "Who approved it."),
        field("reason", Kind::Text, "Why."),
        field("valid_from", Kind::Date, "First day."),
        field("valid_until", Kind::Date, "Last day."),
        field("state", Kind::OneOf(STATES), "How it stands on the day."),
        maybe("ended_reason", Kind::Text, "Why it was ended early."),
    ],
};

const NEW_EXCEPTION: Schema = Schema {
    name: "NewPolicyException",
    fields: &[
        field("account", Kind::Text, "Buyer: ACCOUNT/BRANCH/TYPE."),
        field("differs", Kind::OneOf(DIFFERS), "What differs from the policy."),
        field("value", Kind::Text, "What holds instead: a class, an amount, payment terms, words."),
        maybe("approver", Kind::Text, "Who approved it; the caller by default."),
        field("reason", Kind::Text, "Why."),
        maybe("valid_from", Kind::Date, "First day; today by default."),
        field("valid_until", Kind::Date, "Last day."),
    ],
};

const EXCEPTION_END: Schema = Schema {
    name: "PolicyExceptionEnd",
    fields: &[
        maybe("last_day", Kind::Date, "New last day; today by default."),
        field("reason", Kind::Text, "Why."),
    ],
};

const FACTOR: Schema = Schema {
    name: "FactorPoints",
    fields: &[
        field("factor", Kind::Text, "Name of the factor."),
        field("measure", Kind::Text, "What it looks at."),
        maybe("found", Kind::Text, "What was found; null where nothing is known."),
        field("points", Kind::Number, "Points, 0 to 100."),
        field("weight", Kind::Number, "Weight."),
    ],
};

const REQUIRED: Schema = Schema {
    name: "RequiredEvidence",
    fields: &[
        field("kind", Kind::Text, "Kind of evidence."),
        field("months", Kind::Number, "How old it may be."),
    ],
};

const RECOMMENDED: Schema = Schema {
    name: "RecommendedCreditLine",
    fields: &[
        field("payer", Kind::Text, "Its account: ACCOUNT/BRANCH/TYPE."),
        field("account", Kind::Text, "Address number of the payer."),
        field("branch", Kind::Text, "Branch."),
        field("account_type", Kind::Text, "Account type."),
        field("name", Kind::Text, "Name."),
        field("country", Kind::Text, "Country."),
        field("credit_manager", Kind::Text, "Credit manager."),
        maybe("points", Kind::Number, "Points, 0 to 100; null where the policy has no factors."),
        maybe("risk_class", Kind::Text, "Risk class."),
        maybe(
            "recommended_line",
            Kind::Amount,
            "Recommended credit line; null where the policy says nothing.",
        ),
        field("basis", Kind::Text, "What the line rests on."),
        maybe("credit_limit", Kind::Amount, "Own credit limit."),
        maybe("credit_limit_above", Kind::Amount, "Own credit limit less the recommended line."),
        maybe("insured_sum", Kind::Amount, "Insured sum."),
        field("currency", Kind::Text, "Currency of the policy, in which all amounts here are."),
        maybe("payment_terms", Kind::Text, "Standard payment terms."),
        maybe("handling", Kind::Text, "How the debtor is handled."),
        field("evidence", Kind::List(&REQUIRED), "Evidence required."),
        field("exceptions", Kind::Texts, "Numbers of the exceptions that made a difference."),
        field("factors", Kind::List(&FACTOR), "What each factor gave."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/credit-policy", READ, policy),
        "credit_policy_get",
        "The credit policy in force.",
        Answer::Record(&POLICY),
    )
    .query(POINT)
    .versioned(),
    Operation::new(
        Route::api(Method::Put, "/api/v1/credit-policy", MANAGE, put_policy).with_files(),
        "credit_policy_put",
        "Puts a credit policy file, in force from its valid_from on.",
        Answer::Record(&IMPORTED),
    )
    .request(Request::Policy)
    .versioned(),
    Operation::new(
        Route::api(Method::Post, "/api/v1/credit-policy/check", READ, check).with_files(),
        "credit_policy_check",
        "Checks a credit policy file; writes nothing.",
        Answer::Record(&SOUND),
    )
    .request(Request::Policy),
    Operation::new(
        Route::api(Method::Get, "/api/v1/credit-policy/versions", READ, versions),
        "credit_policy_versions",
        "Every version of the credit policy, the oldest first.",
        Answer::Page(&VERSION),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/recommended-credit-lines", GROUP, recommended),
        "recommended_credit_lines_list",
        "What the credit policy recommends for every payer today.",
        Answer::Page(&RECOMMENDED),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/exceptions", READ, list),
        "exceptions_list",
        "Exceptions from the credit policy, the newest first, ended ones included.",
        Answer::Page(&EXCEPTION),
    )
    .query(EXCEPTIONS_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/exceptions", MANAGE, add),
        "exceptions_add",
        "Records an exception from the credit policy.",
        Answer::Record(&EXCEPTION),
    )
    .request(Request::Record(&NEW_EXCEPTION)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/exceptions/{exception}", READ, one),
        "exceptions_get",
        "One exception from the credit policy.",
        Answer::Record(&EXCEPTION),
    )
    .versioned(),
    Operation::new(
        Route::api(Method::Post, "/api/v1/exceptions/{exception}/end", MANAGE, end),
        "exceptions_end",
        "Ends an exception before its last day.",
        Answer::Record(&EXCEPTION),
    )
    .request(Request::Record(&EXCEPTION_END))
    .versioned(),
];

fn point(call: &Call) -> Result<AsOf, Problem> {
    let day = call.query_day("as_of")?.unwrap_or(call.today());
    let known_at = call.query_day("known_at")?;
    call.session().read(|tx| point_in_time(tx, day, known_at))
}

/// A version is what the file says.
fn version(file: Option<&str>) -> String {
    file.map(|text| sha256_hex(text.as_bytes())[..16].to_owned()).unwrap_or_default()
}

fn policy(call: Call) -> Result<Reply, Problem> {
    only(&call, POINT)?;
    let as_of = point(&call)?;
    let file = text_in_force(&mut call.session(), as_of)?;
    let version = version(file.as_deref());
    Ok(versioned(json!({ "file": file }), version))
}

fn put_policy(mut call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let text = file_text(&mut call)?;
    let mut session = call.session();
    // `*` puts one whatever is there.
    if seen != "*" {
        let now = text_in_force(&mut session, AsOf::at(call.today()))?;
        session.precondition = if version(now.as_deref()) == seen {
            Some(credit_policy_unchanged(call.today(), now))
        } else {
            Some(Box::new(|_| Err(Problem::forbidden("record-changed"))))
        };
    }
    let done = put_text(&mut session, "credit_policy.toml", &text);
    told(&call, done, false)
}

fn check(mut call: Call) -> Result<Reply, Problem> {
    let text = file_text(&mut call)?;
    match check_text("credit_policy.toml", &text) {
        Ok(policy) => Ok(Reply::json(json!({
            "name": policy.name,
            "currency": policy.currency.to_string(),
            "valid_from": policy.valid_from.to_string(),
        }))),
        Err(refusal) => refused(&call, refusal),
    }
}

fn versions(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let all = history(&mut call.session())?.into_iter().map(|version| {
        json!({
            "valid_from": version.valid_from.to_string(),
            "valid_until": version.valid_until.map(|day| day.to_string()),
            "name": version.name,
            "entry": version.entry,
        })
    });
    answered(&call, all.collect(), &VERSION, "entry")
}

fn recommended(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let (portfolio, _) = call.portfolio()?;
    let payers = &portfolio.payers()?.payers;
    let key = |payer: &PayerStanding| portfolio.snapshot.account(payer.payer);
    let form = form(&call);
    if form != Form::Page {
        let portfolio = portfolio.clone();
        let each = move |visit: &mut dyn FnMut(&Value) -> Result<(), Problem>| {
            let payers = &portfolio.payers()?.payers;
            payers.iter().try_for_each(|payer| visit(&line_of(&portfolio, payer)?))
        };
        return Ok(stream(form, RECOMMENDED.fields, each));
    }
    // Payers stand in the order of accounts, so a page costs what it shows.
    let last = match call.query("after") {
        None => None,
        Some(cursor) => {
            let unknown = || Problem::usage("cursor-unknown").of_value(cursor);
            Some(account_key(&decoded(cursor)?).ok_or_else(unknown)?)
        }
    };
    let first = last.map_or(0, |last| payers.partition_point(|payer| key(payer) <= last));
    let shown: Vec<&PayerStanding> = payers.iter().skip(first).take(limit(&call)?).collect();
    let is_more = first + shown.len() < payers.len();
    let next = shown.last().filter(|_| is_more).map(|payer| encoded(&key(payer).to_string()));
    let lines: Vec<Value> =
        shown.iter().map(|payer| line_of(&portfolio, payer)).collect::<Result<_, Problem>>()?;
    Ok(Reply::json(json!({ "items": lines, "next": next })))
}

fn line_of(portfolio: &Portfolio, payer: &PayerStanding) -> Result<Value, Problem> {
    let recommended = portfolio.recommended(payer.payer)?;
    Ok(recommended.map_or(Value::Null, |found| recommended_json(&portfolio.snapshot, found)))
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, EXCEPTIONS_QUERY)?;
    one_of(&call, "state", STATES)?;
    let choice = ExceptionChoice {
        account: call.query("account").map(str::to_owned),
        state: call.query("state").and_then(ExceptionState::parse),
    };
    let found = exceptions::list(&mut call.session(), &choice, point(&call)?)?;
    answered(&call, found.iter().map(ExceptionLine::json).collect(), &EXCEPTION, "exception")
}

fn day_of(sent: &Map<String, Value>, name: &str) -> Option<Day> {
    text(sent, name).and_then(Day::parse_iso)
}

fn add(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_EXCEPTION)?;
    let part = |name: &str| text(sent, name).unwrap_or_default().to_owned();
    let new = NewException {
        account: part("account"),
        differs: Differs::parse(&part("differs")).ok_or_else(|| wrong("differs"))?,
        value: part("value"),
        approver: text(sent, "approver").map(str::to_owned),
        reason: part("reason"),
        valid_from: day_of(sent, "valid_from"),
        valid_until: day_of(sent, "valid_until").ok_or_else(|| wrong("valid_until"))?,
    };
    exceptions::add(&mut call.session(), &new).map(Reply::json)
}

/// The number in the path. Error: `exception-not-found`.
fn number(call: &Call) -> Result<i64, Problem> {
    let path = call.path("exception");
    path.parse().map_err(|_| Problem::refused("exception-not-found").with("exception", path))
}

fn one(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let line = exceptions::exception(&mut call.session(), number(&call)?, call.today())?;
    let version = line.version();
    Ok(versioned(line.json(), version))
}

fn end(call: Call) -> Result<Reply, Problem> {
    let id = number(&call)?;
    let seen = version_seen(&call)?;
    let sent = sent(&call, &EXCEPTION_END)?;
    let reason = text(sent, "reason").unwrap_or_default();
    let mut session = call.session();
    session.precondition = Some(exceptions::exception_unchanged(id, &seen));
    exceptions::end(&mut session, id, day_of(sent, "last_day"), reason)?;
    let line = exceptions::exception(&mut session, id, call.today())?;
    let version = line.version();
    Ok(versioned(line.json(), version))
}
