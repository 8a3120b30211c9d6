//! The use case *notify* (R7): the overdue notification, planned, shown, frozen.

use crate::frozen::{RunDocument, RunResult, check_order, freeze, run_final, terms_hash};
use crate::planning::{LedgerScope, LoadedLedger, load_ledger};
use crate::session::Session;
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::Scope;
use obligo_rules::money::format_minor;
use obligo_rules::notify::{NotificationPlan, NotifiedItem, NotifyParameters, plan_notification};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::run::run_all;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// What an overdue notification is asked for (R7.1).
#[derive(Clone, Debug)]
pub struct NotifyRequest {
    /// Policy code.
    pub policy: String,
    /// Key date; may lie ahead for a preview.
    pub key_date: Day,
    /// Which deadlines.
    pub scope: Scope,
    /// Show amounts above the insured ones; `None` = as the policy declares them.
    pub exceeding: Option<bool>,
    /// Items reported on or after this day are only printed again.
    pub repeat_from: Option<Day>,
    /// Make it final.
    pub is_final: bool,
    /// What is known by then.
    pub known: i64,
}

/// A planned notification before it is printed or frozen.
pub struct PlannedNotification {
    /// Policy as of the key date.
    pub policy: LoadedPolicy,
    /// Items and buyers.
    pub loaded: LoadedLedger,
    /// The plan.
    pub plan: NotificationPlan,
    /// Whether amounts above the insured ones are shown.
    pub exceeding: bool,
}

/// Notifies: a preview prints the status it would set and writes nothing (R7.5). Errors and roles as for `declare`.
pub fn notify(session: &mut Session, request: &NotifyRequest) -> Result<RunResult, Problem> {
    if !request.is_final {
        return session.read(|tx| {
            let (planned, snapshot) = plan(tx, request)?;
            let document = document(&planned, &snapshot, request);
            Ok(RunResult { sha256: document.preview_hash(), document, run: None, warnings: Vec::new() })
        });
    }
    run_final(session, "notify", &format!("notify {request:?}"), |tx, entry| {
        let (planned, snapshot) = plan(tx, request)?;
        check_order(&run_all(tx)?, &planned.policy, "notify", "", request.key_date)?;
        let document = document(&planned, &snapshot, request);
        let (run, sha256) =
            freeze(tx, entry, &planned.policy, &document, &planned.loaded, &planned.plan.changes)?;
        Ok(RunResult { document, run: Some(run), sha256, warnings: Vec::new() })
    })
}

/// Plans a notification as of its key date. Writes nothing.
pub fn plan(tx: &Tx<'_>, request: &NotifyRequest) -> Result<(PlannedNotification, Snapshot), Problem> {
    let snapshot = Snapshot::load(tx, AsOf { key_date: request.key_date, known: request.known })?;
    let policy = snapshot.policy(&request.policy)?.clone();
    let loaded = load_ledger(tx, &snapshot, &policy.policy, policy.number, &LedgerScope::default())?;
    let exceeding = request.exceeding.unwrap_or(policy.policy.declaration.exceeding_amounts);
    let parameters = NotifyParameters {
        key_date: request.key_date,
        scope: request.scope,
        exceeding_amounts: exceeding,
        repeat_from: request.repeat_from,
        policy_number: policy.number,
    };
    let plan = plan_notification(&policy.policy, &loaded.ledger, &parameters);
    Ok((PlannedNotification { policy, loaded, plan, exceeding }, snapshot))
}

fn document(planned: &PlannedNotification, snapshot: &Snapshot, request: &NotifyRequest) -> RunDocument {
    let after: HashMap<u32, _> = planned.plan.changes.iter().map(|c| (c.position, c.after)).collect();
    let mut lines = Vec::with_capacity(planned.plan.items.len());
    let (mut open, mut insured, mut amount, mut count, mut credits) = (0i64, 0i64, 0i64, 0usize, 0i64);
    for listed in &planned.plan.items {
        let item = &planned.loaded.ledger.items[listed.position as usize];
        let insurance = after.get(&listed.position).copied().unwrap_or(item.insurance);
        if listed.credit {
            credits = credits.saturating_add(item.open);
        } else {
            open = open.saturating_add(item.open);
            insured = insured.saturating_add(listed.insured);
            amount = amount.saturating_add(listed.amount);
            count += 1;
        }
        lines.push(line(planned, snapshot, listed, &insurance).to_string());
    }
    let policy = &planned.policy.policy;
    let money = |minor: i64| format_minor(minor, policy.currency.exponent());
    let parameters = json!({
        "kind": "notify",
        "policy": policy.policy,
        "external_number": policy.external_number,
        "key_date": request.key_date.to_string(),
        "scope": request.scope.code(),
        "exceeding_amounts": planned.exceeding,
        "repeat_from": request.repeat_from.map(|day| day.to_string()),
        "terms_sha256": terms_hash(&planned.policy),
    });
    let totals = json!({
        "items": count,
        "open": money(open),
        "insured": money(insured),
        "amount": money(amount),
        "credits": money(credits),
        "currency": policy.currency.code(),
    });
    RunDocument { kind: "notify", buyers: "", key_date: request.key_date, parameters, lines, totals }
}

fn line(
    planned: &PlannedNotification,
    snapshot: &Snapshot,
    listed: &NotifiedItem,
    insurance: &obligo_rules::item::Insurance,
) -> Value {
    let position = listed.position as usize;
    let ledger = &planned.loaded.ledger;
    let item = &ledger.items[position];
    let account = &ledger.accounts[item.account as usize];
    let key = snapshot.account(account.buyer_id);
    let currency = planned.policy.policy.currency;
    let money = |minor: i64| Value::String(format_minor(minor, currency.exponent()));
    let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
    let mut line = Map::new();
    line.insert("policy".into(), json!(planned.policy.policy.policy));
    line.insert("company".into(), json!(ledger.company(position)));
    line.insert("document_no".into(), json!(ledger.document_no(position)));
    line.insert("kind".into(), json!(item.kind.code()));
    line.insert("account".into(), json!(key.account));
    line.insert("branch".into(), json!(key.branch));
    line.insert("account_type".into(), json!(key.account_type));
    let name = snapshot.buyers.get(&account.buyer_id).map_or("", |b| b.name.as_str());
    line.insert("name".into(), json!(name));
    line.insert("document_date".into(), json!(item.document_date.to_string()));
    line.insert("net_due_date".into(), json!(item.net_due_date.to_string()));
    line.insert("currency".into(), json!(currency.code()));
    line.insert("open".into(), money(item.open));
    line.insert("insurable_open".into(), money(item.insurable_open));
    line.insert("status".into(), json!(insurance.status.code()));
    line.insert("insured".into(), money(listed.insured));
    line.insert("amount".into(), money(listed.amount));
    line.insert("deadline".into(), day(listed.deadline));
    line.insert("max_term_date".into(), day(insurance.deadlines.max_term_date));
    line.insert("overdue_date".into(), day(insurance.deadlines.overdue_date));
    line.insert("exclusion_date".into(), day(insurance.deadlines.exclusion_date));
    line.insert("status_before".into(), json!(listed.status_before.code()));
    line.insert("status_after".into(), json!(listed.status_after.code()));
    line.insert("blocks_new".into(), json!(listed.blocks_new));
    line.insert("credit".into(), json!(listed.credit));
    Value::Object(line)
}
