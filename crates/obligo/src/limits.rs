//! The list of limit decisions and requests as of a date, with their state (R2.1, R2.2).

use crate::credit::account_asked;
use crate::session::{Session, point_in_time};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::cover::cover_at;
use obligo_rules::limit::{LimitDecision, limit_in_force, top_up_in_force};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::limit::{LimitRecorded, LimitRow, limit_recorded_all};
use obligo_store::policy::policy_codes;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Which decisions, as of when.
#[derive(Clone, Debug)]
pub struct LimitsRequest {
    /// Valid at.
    pub as_of: Day,
    /// Known at.
    pub known_at: Option<Day>,
    /// Policy code.
    pub policy: Option<String>,
    /// The account: its number, or whole as `1001/0/D`, `@ENTITY`.
    pub account: Option<String>,
    /// The whole history, not only what is in force or pending.
    pub all: bool,
}

/// Visits decisions and requests by account, policy and recording; the summary counts them by state. Errors: `policy-not-found`,
/// those of finding the account. Roles: viewer.
pub fn limits(
    session: &mut Session,
    request: &LimitsRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.as_of, request.known_at)?)?;
        limits_in(tx, &snapshot, request, visit)
    })
}

/// See [`limits`], within a transaction.
pub fn limits_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &LimitsRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    if let Some(code) = &request.policy {
        snapshot.policy(code)?;
    }
    let account = account_asked(tx, request.account.as_deref())?;
    let codes = policy_codes(tx)?;
    let recorded = limit_recorded_all(tx, snapshot.as_of.known)?;
    let mut keys: Vec<_> = snapshot.limits.keys().copied().collect();
    keys.sort_by_cached_key(|(buyer, policy)| (snapshot.account(*buyer), *policy));
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut decisions, mut in_force) = (0, 0);
    for (buyer, policy) in keys {
        let code = codes.get(&policy).map_or("", String::as_str);
        let is_under = request.policy.as_deref().is_none_or(|wanted| wanted == code);
        if !is_under || account.is_some_and(|wanted| wanted != buyer) {
            continue;
        }
        let Some(rows) = snapshot.limits.get(&(buyer, policy)) else { continue };
        let rows: Vec<&LimitRow> = rows.iter().collect();
        for (n, row) in rows.iter().enumerate() {
            let decision = Decision::of(snapshot, &rows, n);
            let lies_ahead = row.decision.valid_from > request.as_of;
            let is_current = decision.in_force || lies_ahead || is_pending(decision.state);
            if !request.all && (!is_current || begins(row) > request.as_of) {
                continue;
            }
            decisions += 1;
            in_force += usize::from(decision.in_force);
            *states.entry(decision.state).or_default() += 1;
            visit(decision.json(snapshot, code, row, recorded.get(&row.decision.id)))?;
        }
    }
    Ok(json!({
        "as_of": request.as_of.to_string(),
        "known_at": request.known_at.map(|day| day.to_string()),
        "decisions": decisions,
        "in_force": in_force,
        "states": states,
    }))
}

/// The first day a row says anything: of the request, the answer or the decision.
fn begins(row: &LimitRow) -> Day {
    [row.requested_on, row.decided_on].into_iter().flatten().fold(row.decision.valid_from, Day::min)
}

/// States that wait for an answer, a condition or their first day.
#[must_use]
pub fn is_pending(state: &str) -> bool {
    matches!(
        state,
        "draft"
            | "requested"
            | "preliminary"
            | "under investigation"
            | "conditional"
            | "approved"
            | "partly approved"
    )
}

/// The state of the row at `position` among the rows of its buyer and policy in recorded order (R2.1, R2.2). `declined_on` is the day
/// the cover was declined.
///
/// Not counting: `draft` (no request date by the key date), `requested`, `preliminary` (1), `under investigation` (6, 10), `conditional`
/// (4 not met, 7), `closed` (11), `superseded` once a later row answers it. Counting and still ahead: `approved`, `partly approved`,
/// and what it will be if it lowers. Begun: `in force`, `reduced`, `increased` against the decision before it, `refused` and `withdrawn`
/// for a sum of 0, `expired` after its last day, `superseded` by a later one.
#[must_use]
pub fn state_of(
    rows: &[&LimitRow],
    position: usize,
    declined_on: Option<Day>,
    key_date: Day,
) -> &'static str {
    let Some(row) = rows.get(position) else { return "draft" };
    let decision = &row.decision;
    let Some(amount) = decision.counted_amount() else {
        return uncounted_state(rows, position, key_date);
    };
    let decisions: Vec<LimitDecision> =
        rows.iter().map(|row| &row.decision).filter(|d| d.top_up == decision.top_up).cloned().collect();
    if decision.valid_from > key_date {
        return match decision.response {
            3 => "refused",
            8 => "withdrawn",
            9 => "reduced",
            5 => "partly approved",
            _ => "approved",
        };
    }
    if in_force(&decisions, decision, key_date).map(|d| d.id) != Some(decision.id) {
        let has_ended = decision.valid_until.is_some_and(|until| until < key_date);
        return if has_ended { "expired" } else { "superseded" };
    }
    if declined_on.is_some_and(|day| day <= key_date) {
        return "withdrawn";
    }
    // Of decisions recorded before this one, for a correction of the same day must not be compared with itself.
    let earlier: Vec<LimitDecision> = decisions.into_iter().filter(|d| d.id < decision.id).collect();
    let before = in_force(&earlier, decision, decision.valid_from)
        .filter(|d| d.currency == decision.currency)
        .and_then(LimitDecision::counted_amount)
        .unwrap_or(0);
    match (amount, before) {
        (0, _) if decision.response == 8 => "withdrawn",
        (0, 0) => "refused",
        (0, _) if decision.response == 3 => "refused",
        (0, _) => "withdrawn",
        (_, 0) => "in force",
        _ if amount < before => "reduced",
        _ if amount > before => "increased",
        _ => "in force",
    }
}

/// The decision in force of the same layer as `like`: primary or top-up (R2.6).
fn in_force<'d>(decisions: &'d [LimitDecision], like: &LimitDecision, day: Day) -> Option<&'d LimitDecision> {
    if like.top_up { top_up_in_force(decisions, day) } else { limit_in_force(decisions, day) }
}

fn uncounted_state(rows: &[&LimitRow], position: usize, key_date: Day) -> &'static str {
    let row = rows[position];
    if rows[position + 1..].iter().any(|later| answers(later, row)) {
        return "superseded";
    }
    match row.decision.response {
        1 => "preliminary",
        4 | 7 => "conditional",
        6 | 10 => "under investigation",
        11 => "closed",
        _ if row.requested_on.is_some_and(|day| day <= key_date) => "requested",
        _ => "draft",
    }
}

/// Whether a later row takes the place of an unanswered one: it repeats the request, sends its draft, or answers one without naming it.
fn answers(later: &LimitRow, earlier: &LimitRow) -> bool {
    if later.decision.top_up != earlier.decision.top_up {
        return false;
    }
    let is_request = |row: &LimitRow| row.requested_amount.is_some() && row.decision.amount.is_none();
    if earlier.decision.response == 0 && is_request(earlier) && is_request(later) {
        // Changed before it was sent, or closed.
        let closes = matches!(later.decision.response, 0 | 11);
        if closes && later.requested_on == earlier.requested_on {
            return true;
        }
    }
    if later.requested_on.is_some() {
        let is_draft = earlier.requested_on.is_none() && earlier.requested_amount.is_some();
        return later.requested_on == earlier.requested_on || (is_draft && earlier.decision.response == 0);
    }
    later.decision.amount.is_some() && matches!(later.decision.response, 0 | 2..=5)
}

struct Decision {
    state: &'static str,
    in_force: bool,
}

impl Decision {
    fn of(snapshot: &Snapshot, rows: &[&LimitRow], position: usize) -> Decision {
        let row = rows[position];
        let key_date = snapshot.as_of.key_date;
        let covers: Vec<_> =
            snapshot.covers.get(&row.buyer_id).into_iter().flatten().map(|r| r.cover.clone()).collect();
        let cover = cover_at(&covers, key_date).filter(|cover| cover.policy == Some(row.policy_id));
        let decisions: Vec<LimitDecision> = rows.iter().map(|row| row.decision.clone()).collect();
        let in_force = in_force(&decisions, &row.decision, key_date).is_some_and(|d| d.id == row.decision.id);
        Decision {
            state: state_of(rows, position, cover.and_then(|cover| cover.declined_on), key_date),
            in_force,
        }
    }

    fn json(
        &self,
        snapshot: &Snapshot,
        policy: &str,
        row: &LimitRow,
        recorded: Option<&LimitRecorded>,
    ) -> Value {
        let d = &row.decision;
        let key = snapshot.account(row.buyer_id);
        let buyer = snapshot.buyers.get(&row.buyer_id);
        let money = |minor: Option<i64>| json!(minor.map(|m| format_minor(m, d.currency.exponent())));
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        let mut line = Map::new();
        let mut put = |name: &str, value: Value| {
            line.insert(name.to_owned(), value);
        };
        put("policy", json!(policy));
        put("account", json!(key.account));
        put("branch", json!(key.branch));
        put("account_type", json!(key.account_type));
        put("name", json!(buyer.map_or("", |b| b.name.as_str())));
        put("valid_from", json!(d.valid_from.to_string()));
        put("valid_until", day(d.valid_until));
        put("amount", money(d.amount));
        put("currency", json!(d.currency.code()));
        put("state", json!(self.state));
        put("in_force", json!(self.in_force));
        put("requested_amount", money(row.requested_amount));
        put("requested_on", day(row.requested_on));
        put("response", json!((d.response != 0).then(|| d.response.to_string())));
        put("request", json!(row.request));
        put("reason", json!(row.reason));
        put("conditions", json!(row.conditions));
        put("conditions_met", json!(d.conditions_met));
        put("insured_percent", json!(d.insured_percent.map(|percent| percent.to_string())));
        put("max_term_months", json!(d.max_term_months));
        put("max_term_months_value_dated", json!(d.max_term_months_value_dated));
        put("max_term_months_bills", json!(d.max_term_months_bills));
        put("decided_on", day(row.decided_on));
        put("top_up", json!(d.top_up));
        put("reference", json!(row.reference));
        put("legal_entity", json!(legal_entity(snapshot, row.buyer_id)));
        put("prospect", json!(!key.prospect.is_empty()));
        put("entry", json!(recorded.map(|r| r.entry)));
        put("recorded_at", json!(recorded.map(|r| r.recorded_at.as_str())));
        put("recorded_by", json!(recorded.map(|r| r.actor.as_str())));
        Value::Object(line)
    }
}

/// The legal entity of a buyer; a prospect has nothing else to be named by (R1.9).
fn legal_entity(snapshot: &Snapshot, buyer_id: i64) -> String {
    let named = snapshot.buyers.get(&buyer_id).map(|b| b.legal_entity.clone()).unwrap_or_default();
    if named.is_empty() { snapshot.account(buyer_id).prospect } else { named }
}
