//! The order check as a question: nothing is written (R9.7).

use super::figures::{PayerNow, in_currency};
use super::request::{Asked, OrderRequest};
use crate::portfolio::{Freshness, Portfolio};
use crate::session::Session;
use obligo_rules::buyer::{buyer_case, buyer_excluded};
use obligo_rules::calendar::Day;
use obligo_rules::codes::LimitCheck;
use obligo_rules::cover::cover_at;
use obligo_rules::criterion::Value as Measured;
use obligo_rules::invoice_cover::{Ahead, InvoiceCover, invoice_cover};
use obligo_rules::money::{Currency, Money, format_minor, parse_minor};
use obligo_rules::order::OrderState;
use obligo_rules::order_check::{Answer, CheckPoint, OrderAsked, OrderChecked, check_order};
use obligo_rules::problem::Problem;
use obligo_rules::standing::Standing;
use obligo_store::Tx;
use obligo_store::order::{OrderRow, order_find};
use serde_json::{Map, Value, json};

/// An order that was checked. Amounts in minor units of the payer's currency.
pub struct Checked {
    /// The answer with its reasons.
    pub order: OrderChecked,
    /// Whether it will be insured when invoiced.
    pub cover: InvoiceCover,
    /// How the payer stood, its other orders included.
    pub standing: Standing,
    /// This order.
    pub amount: i64,
    /// What the house compares with.
    pub limit_check: LimitCheck,
    /// By how much a limit may be exceeded with a warning only.
    pub tolerance: i64,
    /// The payer's currency.
    pub currency: Currency,
    /// The payer, the store's number.
    pub payer: i64,
    /// The order on record, if it was known.
    pub known: Option<OrderRow>,
}

/// Answers an order check; nothing is written. Errors: those of [`OrderRequest::understood`], `rate-missing`, `amount-too-large`. Role: viewer.
pub fn check(
    session: &mut Session,
    portfolio: &Portfolio,
    freshness: Freshness,
    request: &OrderRequest,
) -> Result<Value, Problem> {
    let today = session.today();
    let asked = request.understood(portfolio, today)?;
    session.read(|tx| {
        let known = order_find(tx, asked.buyer.buyer_id, &asked.order_no, &asked.kind)?;
        let point = point_of(known.is_some(), request.point);
        let asked = Asked { point, ..asked };
        let checked = check_in(tx, portfolio, today, &asked)?;
        Ok(checked.json(portfolio, &asked, freshness))
    })
}

/// Checks an order within a transaction. Errors: `rate-missing`, `amount-too-large`.
pub fn check_in(
    tx: &Tx<'_>,
    portfolio: &Portfolio,
    today: Day,
    asked: &Asked<'_>,
) -> Result<Checked, Problem> {
    let now = PayerNow::load(tx, portfolio, asked.buyer.buyer_id, today)?;
    check_of(&now, portfolio, asked, &|_| false, None)
}

/// Checks an order of a payer read before. Orders that `beside` names count as if they were not there; `insured_sum` stands for the one
/// in force, in the payer's currency.
pub fn check_of(
    now: &PayerNow<'_>,
    portfolio: &Portfolio,
    asked: &Asked<'_>,
    beside: &dyn Fn(&OrderRow) -> bool,
    insured_sum: Option<i64>,
) -> Result<Checked, Problem> {
    let currency = now.payer.currency;
    let is_this = |order: &OrderRow| {
        !asked.order_no.is_empty()
            && order.buyer_id == asked.buyer.buyer_id
            && order.order_no == asked.order_no
    };
    let leave_out = |order: &OrderRow| is_this(order) || beside(order);
    let known = now.orders().find(|order| is_this(order) && order.kind == asked.kind).cloned();
    let amount = asked.amount_in(portfolio, currency)?;
    let allowed = known.as_ref().filter(|order| order.state.counts());
    let allowed_before = allowed
        .map(|order| {
            let from = Currency::parse(&order.currency).unwrap_or(currency);
            in_currency(&portfolio.snapshot, order.amount, from, currency)
        })
        .transpose()?;
    let mut standing = now.standing(&leave_out)?;
    if let (Some(sum), Some(_)) = (insured_sum, standing.insured_sum) {
        standing.insured_sum = Some(sum);
    }
    let mut cover = cover_of(now, portfolio, asked, &leave_out)?;
    if let Some(sum) = insured_sum {
        cover = cover.with_sum(sum, amount);
    }
    let limit_check = LimitCheck::parse(&asked.buyer.limit_check).unwrap_or(LimitCheck::Lower);
    let tolerance = match portfolio.payers()?.order_tolerance {
        // No rate is needed for nothing.
        Money { minor: 0, .. } => 0,
        some => in_currency(&portfolio.snapshot, some.minor, some.currency, currency)?,
    };
    let order = check_order(&OrderAsked {
        point: asked.point,
        amount,
        allowed_before,
        is_released: known.as_ref().is_some_and(|order| order.state == OrderState::Released),
        standing: &standing,
        limit_check,
        tolerance,
        group: now.group_use(&leave_out)?,
        cover: &cover,
    });
    let payer = now.payer.payer;
    Ok(Checked { order, cover, standing, amount, limit_check, tolerance, currency, payer, known })
}

/// Whether the order will be insured when it is invoiced, amounts in the payer's currency.
fn cover_of(
    now: &PayerNow<'_>,
    portfolio: &Portfolio,
    asked: &Asked<'_>,
    leave_out: &dyn Fn(&OrderRow) -> bool,
) -> Result<InvoiceCover, Problem> {
    let snapshot = &portfolio.snapshot;
    let today = snapshot.as_of.key_date;
    // What should have left already leaves today.
    let invoice_date = asked.invoice_date().max(today);
    let due_date = asked.terms.due_date(invoice_date);
    let rows = snapshot.covers.get(&now.main).map_or(&[][..], Vec::as_slice);
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    let policy_on = |day: Day| cover_at(&covers, day).and_then(|cover| cover.policy);
    let number = policy_on(invoice_date).or_else(|| policy_on(today));
    let Some(loaded) = number.and_then(|n| snapshot.policies.values().find(|p| p.number == n)) else {
        return Ok(InvoiceCover::not_insured(invoice_date, due_date));
    };
    let policy = &loaded.policy;
    let convert = |minor: i64, from: Currency| in_currency(snapshot, minor, from, policy.currency);
    let history = snapshot.history(now.main, loaded.number);
    let case = |day: Day| buyer_case(policy, loaded.number, &history, day, &convert);
    let (case_now, case_then) = (case(today)?, case(invoice_date)?);
    // What of the items stops cover is in the lines of the list already.
    let mut lines = portfolio.lines_of(now.main);
    let line = lines.find(|line| line["policy"] == policy.policy.as_str());
    let text = |name: &str| line.and_then(|line| line[name].as_str());
    let open = text("open").and_then(|open| parse_minor(open, policy.currency.exponent()).ok()).unwrap_or(0);
    let stopped = text("uncovered_from").and_then(Day::parse_iso);
    let withdrawn = case_then.as_ref().and_then(|case| case.uncovered_from);
    let orders = now.insured_orders(policy.currency, leave_out)?;
    let found = invoice_cover(&Ahead {
        policy,
        now: case_now.as_ref(),
        then: case_then.as_ref(),
        uncovered_from: [stopped, withdrawn].into_iter().flatten().min(),
        excluded: buyer_excluded(policy, snapshot.category(now.main), &asked.buyer.country),
        invoice_date,
        due_date,
        amount: asked.amount_in(portfolio, policy.currency)?,
        exposure: open.saturating_add(orders),
    });
    found.converted(|minor| in_currency(snapshot, minor, policy.currency, now.payer.currency))
}

impl Checked {
    /// What pages, the API and `obligo check-order --json` say of it.
    #[must_use]
    pub fn json(&self, portfolio: &Portfolio, asked: &Asked<'_>, freshness: Freshness) -> Value {
        let money = |minor: i64| json!(format_minor(minor, self.currency.exponent()));
        let money_or = |minor: Option<i64>| minor.map_or(Value::Null, money);
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        let value = |value: Measured| match value {
            Measured::Amount(minor) => money(minor),
            Measured::Days(days) => json!(days.to_string()),
            Measured::Percent(percent) => json!(percent.to_string()),
            Measured::Count(count) => json!(count.to_string()),
            Measured::Date(date) => json!(date.to_string()),
            Measured::None => Value::Null,
        };
        let reasons: Vec<Value> = self
            .order
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "reason": finding.ground.code(),
                    "answer": finding.answer.code(),
                    "actual": value(finding.actual),
                    "limit": value(finding.limit),
                })
            })
            .collect();
        let cover = &self.cover;
        let mut line = Map::new();
        let mut put = |name: &str, value: Value| {
            line.insert(name.to_owned(), value);
        };
        put("answer", json!(self.order.answer.code()));
        put("point", json!(asked.point.code()));
        put("account", json!(asked.buyer.key.to_string()));
        put("name", json!(asked.buyer.name));
        put("payer", json!(portfolio.snapshot.account(self.payer).to_string()));
        put("order_no", json!(asked.order_no));
        put("kind", json!(asked.kind));
        put("amount", json!(asked.money.to_string()));
        put("currency", json!(asked.money.currency.code()));
        put("payer_currency", json!(self.currency.code()));
        put("open", money(self.standing.outstanding));
        put("orders", money(self.standing.orders));
        put("this_order", money(self.amount));
        put("exposure", money(self.order.exposure));
        put("limit_check", json!(self.limit_check.code()));
        put("limit", money_or(self.order.limit));
        put("room", money_or(self.order.room));
        put("tolerance", money(self.tolerance));
        put("accepted_excess", money(self.standing.accepted_excess));
        put("reasons", json!(reasons));
        put("covered", json!(cover.covered.code()));
        put("covered_amount", money(cover.amount));
        put("cover_stops", json!(cover.stops.iter().map(|stop| stop.code()).collect::<Vec<_>>()));
        put("invoice_date", json!(cover.invoice_date.to_string()));
        put("due_date", json!(cover.due_date.to_string()));
        put("max_term_date", day(cover.max_term_date));
        put("insured_sum", money_or(cover.insured_sum));
        put("cover_room", money_or(cover.room));
        put("limit_ends", day(cover.limit_ends));
        put("uncovered_from", day(cover.uncovered_from));
        put("as_of", json!(portfolio.as_of.key_date.to_string()));
        put("is_current", json!(freshness == Freshness::Current));
        Value::Object(line)
    }
}

impl Checked {
    /// The state an order takes by this answer: what is blocked is stopped, what a person released stays released.
    #[must_use]
    pub fn state(&self) -> OrderState {
        let was = self.known.as_ref().map(|known| known.state);
        match (self.order.answer, was) {
            (Answer::Block, _) => OrderState::Stopped,
            (_, Some(OrderState::Released)) => OrderState::Released,
            (_, Some(OrderState::Delivered)) => OrderState::Delivered,
            _ => OrderState::Open,
        }
    }
}

/// The point of a check: as asked, else the entry of a new order and a line of one on record.
#[must_use]
pub fn point_of(is_known: bool, asked: Option<CheckPoint>) -> CheckPoint {
    asked.unwrap_or(if is_known { CheckPoint::Line } else { CheckPoint::Entry })
}
