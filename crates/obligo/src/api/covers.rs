//! Covers and evidence: what the insured sum of a buyer rests on, beside its limits.

use super::lists::{Form, PAGE_AFTER, PAGE_LIMIT, decoded, encoded, form, limit, only, stream};
use super::operation::{Answer, Field, Kind, Operation, Schema, maybe};
use super::schemas::{COVER, EVIDENCE};
use crate::access::roles::Permission;
use crate::credit::orders::request::buyer_named;
use crate::portfolio::Portfolio;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::buyer::Buyer;
use obligo_store::cover::CoverRow;
use obligo_store::evidence::EvidenceRow;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const READ: Access = Access::Allowed(Permission::Read);
const ACCOUNT: Field = maybe("account", Kind::Text, "The account, or its number where there is only one.");
const COVERS_QUERY: &[Field] =
    &[maybe("policy", Kind::Text, "Policy code."), ACCOUNT, PAGE_LIMIT, PAGE_AFTER];
const EVIDENCE_QUERY: &[Field] = &[ACCOUNT, PAGE_LIMIT, PAGE_AFTER];

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/covers", READ, covers),
        "covers_list",
        "Covers of buyers, earlier and later ones too.",
        Answer::Page(&COVER),
    )
    .query(COVERS_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/evidence", READ, evidence),
        "evidence_list",
        "Evidence on unnamed buyers.",
        Answer::Page(&EVIDENCE),
    )
    .query(EVIDENCE_QUERY),
];

/// The rows of buyers as they are wanted; a page costs what it shows. Errors: `cursor-unknown` (usage), those of finding the account.
fn answered<R>(
    call: &Call,
    schema: &'static Schema,
    portfolio: &Portfolio,
    rows: &BTreeMap<i64, Vec<R>>,
    is_wanted: impl Fn(&R) -> bool,
    line: impl Fn(&Buyer, &R) -> Value,
) -> Result<Reply, Problem> {
    let snapshot = &portfolio.snapshot;
    let account = call.query("account").map(|name| buyer_named(portfolio, name)).transpose()?;
    let account = account.map(|buyer| buyer.buyer_id);
    let of_buyers = |first: i64| {
        rows.range(first..)
            .filter_map(|(id, rows)| Some((snapshot.buyers.get(id)?, rows)))
            .filter(|(buyer, _)| account.is_none_or(|wanted| buyer.buyer_id == wanted))
            .flat_map(|(buyer, rows)| rows.iter().enumerate().map(move |(n, row)| (buyer, n, row)))
            .filter(|(_, _, row)| is_wanted(row))
    };
    let wanted = form(call);
    if wanted != Form::Page {
        let all: Vec<Value> = of_buyers(i64::MIN).map(|(buyer, _, row)| line(buyer, row)).collect();
        return Ok(stream(wanted, schema.fields, move |visit| all.iter().try_for_each(visit)));
    }
    let last = call.query("after").map(place).transpose()?;
    let limit = limit(call)?;
    let mut found = of_buyers(last.map_or(i64::MIN, |(buyer_id, _)| buyer_id))
        .filter(|(buyer, n, _)| last.is_none_or(|last| (buyer.buyer_id, *n) > last));
    let shown: Vec<_> = found.by_ref().take(limit).collect();
    let is_more = found.next().is_some();
    let cursor = |(buyer, n, _): &(&Buyer, usize, &R)| encoded(&format!("{}.{n}", buyer.buyer_id));
    let next = shown.last().filter(|_| is_more).map(cursor);
    let lines: Vec<Value> = shown.iter().map(|(buyer, _, row)| line(buyer, row)).collect();
    Ok(Reply::json(json!({ "items": lines, "next": next })))
}

/// Buyer and place among its rows of a cursor.
fn place(cursor: &str) -> Result<(i64, usize), Problem> {
    let key = decoded(cursor)?;
    let parts = key.split_once('.').and_then(|(id, n)| Some((id.parse().ok()?, n.parse().ok()?)));
    parts.ok_or_else(|| Problem::usage("cursor-unknown").of_value(cursor))
}

/// A line that begins with whose it is.
fn of_buyer(buyer: &Buyer, rest: Value) -> Value {
    let entity = if buyer.legal_entity.is_empty() { &buyer.key.prospect } else { &buyer.legal_entity };
    let mut line = json!({
        "account": buyer.key.account,
        "branch": buyer.key.branch,
        "account_type": buyer.key.account_type,
        "name": buyer.name,
        "legal_entity": entity,
    });
    if let (Value::Object(line), Value::Object(rest)) = (&mut line, rest) {
        line.extend(rest);
    }
    line
}

fn covers(call: Call) -> Result<Reply, Problem> {
    only(&call, COVERS_QUERY)?;
    let (portfolio, _) = call.portfolio()?;
    let snapshot = &portfolio.snapshot;
    let policy_of = |row: &CoverRow| row.cover.policy.and_then(|number| snapshot.policy_code(number));
    let is_wanted = |row: &CoverRow| call.query("policy").is_none_or(|wanted| policy_of(row) == Some(wanted));
    let line = |buyer: &Buyer, row: &CoverRow| {
        let cover = &row.cover;
        let policy = policy_of(row);
        // Without a policy nothing says in which currency a recommendation is.
        let currency = policy.and_then(|code| snapshot.policies.get(code)).map(|p| p.policy.currency);
        let recommended = currency
            .zip(cover.recommended_limit)
            .map(|(currency, minor)| format_minor(minor, currency.exponent()));
        let rest = json!({
            "policy": policy,
            "kind": cover.kind.code(),
            "valid_from": cover.valid_from.to_string(),
            "valid_until": cover.valid_until.map(|day| day.to_string()),
            "risk_number": row.risk_number,
            "co_insured_under": cover.co_insured_under.map(|main| snapshot.account(main).to_string()),
            "declined_on": cover.declined_on.map(|day| day.to_string()),
            "recommended_limit": recommended,
            "recommended_from": cover.recommended_from.map(|day| day.to_string()),
            "currency": currency.map(|currency| currency.to_string()),
            "reason": row.reason,
            "insurance_no": row.insurance_no,
            "user_status": row.user_status,
        });
        of_buyer(buyer, rest)
    };
    answered(&call, &COVER, &portfolio, &snapshot.covers, is_wanted, line)
}

fn evidence(call: Call) -> Result<Reply, Problem> {
    only(&call, EVIDENCE_QUERY)?;
    let (portfolio, _) = call.portfolio()?;
    let snapshot = &portfolio.snapshot;
    let line = |buyer: &Buyer, row: &EvidenceRow| {
        let evidence = &row.evidence;
        let currency = Currency::parse(&buyer.currency).unwrap_or(Currency::EUR);
        let rest = json!({
            "kind": evidence.kind.code(),
            "date": evidence.date.to_string(),
            "positive": evidence.positive,
            "amount": row.amount.map(|minor| format_minor(minor, currency.exponent())),
            "currency": currency.to_string(),
            "category": evidence.category,
            "valid_until": evidence.valid_until.map(|day| day.to_string()),
            "source": row.source,
            "run": row.run,
        });
        of_buyer(buyer, rest)
    };
    answered(&call, &EVIDENCE, &portfolio, &snapshot.evidence, |_| true, line)
}
