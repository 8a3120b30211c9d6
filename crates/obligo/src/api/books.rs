//! Buyers, limits, duties, companies, insurers: lists of what is recorded.

use super::lists::{Form, PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, flag, form, one_of, only, page, stream};
use super::operation::{Answer, Field, Kind, Operation, maybe};
use super::schemas::{BUYER, COMPANY, DUTY, INSURER, LIMIT};
use crate::access::roles::Permission;
use crate::credit::orders::request::buyer_named;
use crate::deadlines::{DUTIES, DeadlinesRequest, deadlines as list_deadlines};
use crate::duty::{DUTY_IDENTITY, is_duty_seen};
use crate::limits::is_pending;
use crate::portfolio::{BuyerChoice, BuyerMark, DUTY_DAYS, Portfolio};
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::company::company_all;
use obligo_store::insurer::insurer_all;
use serde_json::{Value, json};

const READ: Access = Access::Allowed(Permission::Read);
const POLICY: Field = maybe("policy", Kind::Text, "Policy code.");
const ACCOUNT: Field = maybe("account", Kind::Text, "The account, or its number where there is only one.");

const BUYERS_QUERY: &[Field] = &[
    POLICY,
    ACCOUNT,
    maybe("search", Kind::Text, "Part of account, name, legal entity or one of the numbers."),
    maybe(
        "must_be_offered",
        Kind::OneOf(&["true", "false"]),
        "Only those that must be offered to the insurer.",
    ),
    PAGE_LIMIT,
    PAGE_AFTER,
];
const LIMITS_QUERY: &[Field] = &[
    POLICY,
    ACCOUNT,
    maybe("all", Kind::OneOf(&["true", "false"]), "The whole history."),
    PAGE_LIMIT,
    PAGE_AFTER,
];
const DEADLINES_QUERY: &[Field] = &[
    POLICY,
    maybe("what", Kind::Text, "Kind of duty."),
    maybe("to", Kind::Date, "Last day; three months ahead otherwise."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/buyers", READ, buyers),
        "buyers_list",
        "Buyers with cover, sum, room and stop of cover.",
        Answer::Page(&BUYER),
    )
    .query(BUYERS_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/limits", READ, limits),
        "limits_list",
        "Limit decisions and requests.",
        Answer::Page(&LIMIT),
    )
    .query(LIMITS_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/deadlines", READ, deadlines),
        "deadlines_list",
        "Duties of the next three months.",
        Answer::Page(&DUTY),
    )
    .query(DEADLINES_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/companies", READ, companies),
        "companies_list",
        "Companies.",
        Answer::Page(&COMPANY),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/insurers", READ, insurers),
        "insurers_list",
        "Insurers.",
        Answer::Page(&INSURER),
    )
    .query(PAGE_QUERY),
];

fn text<'v>(line: &'v Value, name: &str) -> &'v str {
    line.get(name).and_then(Value::as_str).unwrap_or("")
}

fn key(line: &Value, names: &[&str]) -> String {
    let parts: Vec<String> = names
        .iter()
        .map(|name| {
            line.get(name).map_or(String::new(), |value| {
                value.as_str().map_or_else(|| value.to_string(), str::to_owned)
            })
        })
        .collect();
    parts.join("\u{1}")
}

/// Whether a line has what the query asks for by this name.
fn fits(call: &Call, line: &Value, name: &str) -> bool {
    call.query(name).is_none_or(|wanted| text(line, name) == wanted)
}

/// Whether a line is of the account the query asks for, if it does. Errors: those of finding the account.
fn of_account(call: &Call, portfolio: &Portfolio) -> Result<impl Fn(&Value) -> bool, Problem> {
    let asked = call.query("account").map(|name| buyer_named(portfolio, name)).transpose()?;
    let key = asked.map(|buyer| buyer.key.clone());
    Ok(move |line: &Value| {
        key.as_ref().is_none_or(|key| {
            let is_entity = key.prospect.is_empty() || text(line, "legal_entity") == key.prospect;
            is_entity
                && text(line, "account") == key.account
                && text(line, "branch") == key.branch
                && text(line, "account_type") == key.account_type
        })
    })
}

/// A page, or all of it while it is made.
fn answer(
    call: &Call,
    lines: &[&Value],
    schema: &'static super::operation::Schema,
    names: &'static [&'static str],
) -> Result<Reply, Problem> {
    match form(call) {
        Form::Page => page(call, lines, |line| key(line, names)),
        form => {
            let all: Vec<Value> = lines.iter().map(|line| (*line).clone()).collect();
            Ok(stream(form, schema.fields, move |visit| all.iter().try_for_each(visit)))
        }
    }
}

fn buyers(call: Call) -> Result<Reply, Problem> {
    only(&call, BUYERS_QUERY)?;
    let offered = flag(&call, "must_be_offered")?;
    let (portfolio, _) = call.portfolio()?;
    let choice = BuyerChoice {
        search: call.query("search").unwrap_or("").to_owned(),
        marks: offered.then_some(BuyerMark::MustBeOffered).into_iter().collect(),
        ..BuyerChoice::default()
    };
    let book = portfolio.buyer_book(portfolio.company_ids(call.caller.companies()).as_ref());
    let chosen = book.choose(&choice);
    let found = chosen.positions.iter().filter_map(|n| book.lines.get(*n as usize));
    let is_of_account = of_account(&call, &portfolio)?;
    let wanted = |line: &&Value| fits(&call, line, "policy") && is_of_account(line);
    let lines: Vec<&Value> = found.filter(wanted).collect();
    answer(
        &call,
        &lines,
        &BUYER,
        &["prospect", "account", "branch", "account_type", "legal_entity", "policy"],
    )
}

fn limits(call: Call) -> Result<Reply, Problem> {
    only(&call, LIMITS_QUERY)?;
    let all = flag(&call, "all")?;
    let (portfolio, _) = call.portfolio()?;
    let is_current = |line: &Value| {
        line["in_force"] == true
            || is_pending(text(line, "state"))
            || text(line, "valid_from") > call.today().to_string().as_str()
    };
    let is_of_account = of_account(&call, &portfolio)?;
    let wanted =
        |line: &&Value| (all || is_current(line)) && fits(&call, line, "policy") && is_of_account(line);
    let lines: Vec<&Value> = portfolio.limits.iter().filter(wanted).collect();
    answer(
        &call,
        &lines,
        &LIMIT,
        &[
            "account",
            "branch",
            "account_type",
            "legal_entity",
            "policy",
            "entry",
            "valid_from",
            "top_up",
            "amount",
            "requested_amount",
        ],
    )
}

fn deadlines(call: Call) -> Result<Reply, Problem> {
    only(&call, DEADLINES_QUERY)?;
    let names: Vec<&str> = DUTIES.iter().map(|(what, _)| *what).collect();
    one_of(&call, "what", &names)?;
    let to = call.query_day("to")?.unwrap_or(Day::LAST).to_string();
    if form(&call) != Form::Page {
        return whole_deadlines(call, &to);
    }
    let (portfolio, _) = call.portfolio()?;
    let is_seen = |line: &Value| is_duty_seen(line, |company| call.caller.sees_company(company));
    let wanted = |line: &&Value| {
        is_seen(line)
            && fits(&call, line, "policy")
            && fits(&call, line, "what")
            && text(line, "date") <= to.as_str()
    };
    let lines: Vec<&Value> = portfolio.duties.iter().filter(wanted).collect();
    answer(&call, &lines, &DUTY, &DUTY_IDENTITY)
}

/// All duties up to a day, computed for this answer: the portfolio keeps the next ones only.
fn whole_deadlines(call: Call, to: &str) -> Result<Reply, Problem> {
    let request = DeadlinesRequest {
        from: call.today(),
        to: call.today().plus_days(DUTY_DAYS).min(Day::parse_iso(to).unwrap_or(Day::LAST)),
        policy: call.query("policy").map(str::to_owned),
        known_at: None,
    };
    Ok(stream(form(&call), DUTY.fields, move |visit| {
        let is_seen = |line: &Value| is_duty_seen(line, |company| call.caller.sees_company(company));
        list_deadlines(&mut call.session(), &request, &mut |line| {
            if is_seen(&line) && fits(&call, &line, "what") { visit(&line) } else { Ok(()) }
        })?;
        Ok(())
    }))
}

fn companies(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let all = call.house.store.read(|tx| company_all(tx, AsOf::at(Day::LAST)))?;
    let seen = all.values().filter(|company| call.caller.sees_company(&company.company));
    let lines: Vec<Value> = seen
        .map(|c| json!({ "company": c.company, "name": c.name, "currency": c.currency, "insured_group": c.insured_group, "master": c.master, "postal_address": c.postal_address }))
        .collect();
    answer(&call, &lines.iter().collect::<Vec<_>>(), &COMPANY, &["company"])
}

fn insurers(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let all = call.house.store.read(|tx| insurer_all(tx, AsOf::at(Day::LAST)))?;
    let lines: Vec<Value> = all
        .iter()
        .map(|(code, i)| json!({ "insurer": code, "name": i.name, "country": i.country, "account": i.account, "postal_address": i.postal_address }))
        .collect();
    answer(&call, &lines.iter().collect::<Vec<_>>(), &INSURER, &["insurer"])
}
