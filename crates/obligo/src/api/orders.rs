//! Order checks, orders, releases and blocks.

use super::body::{sent, text};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, answered, limit, one_of, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use crate::access::roles::Permission;
use crate::credit::orders::blocks::{self, Block};
use crate::credit::orders::check::check;
use crate::credit::orders::effect::effect_of_cut;
use crate::credit::orders::enter::enter;
use crate::credit::orders::list::{json_of, order, orders};
use crate::credit::orders::release::{missing, release};
use crate::credit::orders::request::{OrderRequest, buyer_named};
use crate::portfolio::Portfolio;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::order::OrderState;
use obligo_rules::order_check::CheckPoint;
use obligo_rules::problem::Problem;
use obligo_store::buyer_block::buyer_block_all;
use serde_json::{Map, Value, json};

const READ: Access = Access::WholeGroup(Permission::Read);
const RECORD: Access = Access::WholeGroup(Permission::Record);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

const STATES: &[&str] = &["open", "stopped", "released", "delivered", "invoiced", "cancelled"];
const POINTS: &[&str] = &["entry", "line", "release"];
const ANSWERS: &[&str] = &["allow", "warn", "block"];
const CHECKS: &[&str] = &["none", "credit_limit", "insured_sum", "lower"];
const COVERED: &[&str] = &["yes", "partly", "no", "not_insured"];

const ORDER_ASKED: Schema = Schema {
    name: "OrderAsked",
    fields: &[
        field(
            "account",
            Kind::Text,
            "Who orders: ACCOUNT/BRANCH/TYPE, or the number where it has one account.",
        ),
        maybe(
            "order_no",
            Kind::Text,
            "Number of the order; an order on record with it is not counted twice.",
        ),
        maybe("kind", Kind::Text, "order or delivery; order if left out."),
        field("amount", Kind::Amount, "What the whole order comes to."),
        field("currency", Kind::Text, "Its currency, ISO 4217."),
        maybe("order_date", Kind::Date, "Order date; today if left out."),
        maybe("delivery_date", Kind::Date, "When it is delivered and invoiced; the order date if left out."),
        maybe("payment_terms", Kind::Text, "Payment terms; those of the buyer if left out."),
        maybe("point", Kind::OneOf(POINTS), "Where in the order's life; entry, for an order on record line."),
    ],
};

const REASON: Schema = Schema {
    name: "OrderCheckReason",
    fields: &[
        field("reason", Kind::Text, "What stands against the order."),
        field("answer", Kind::OneOf(ANSWERS), "How grave by itself."),
        maybe("actual", Kind::Text, "Value 1: an amount in the payer's currency, days or a date."),
        maybe("limit", Kind::Text, "Value 2: what it is compared with."),
    ],
};

/// What every answer of a check holds.
macro_rules! check_fields {
    ($($more:expr),* $(,)?) => {
        &[
            field("answer", Kind::OneOf(ANSWERS), "The answer."),
            field("point", Kind::OneOf(POINTS), "Where in the order's life it was asked."),
            field("account", Kind::Text, "Who orders."),
            field("name", Kind::Text, "Its name."),
            field("payer", Kind::Text, "The account that pays for it."),
            field("order_no", Kind::Text, "Number of the order; may be empty."),
            field("kind", Kind::Text, "order or delivery."),
            field("amount", Kind::Amount, "Amount of the order."),
            field("currency", Kind::Text, "Its currency."),
            field("payer_currency", Kind::Text, "The payer's currency: of all other amounts."),
            field("open", Kind::Amount, "Open items and bills of the payer."),
            field("orders", Kind::Amount, "Its other orders and deliveries not invoiced."),
            field("this_order", Kind::Amount, "This order."),
            field("exposure", Kind::Amount, "All of them."),
            field("limit_check", Kind::OneOf(CHECKS), "What the buyer's orders are compared with."),
            maybe("limit", Kind::Amount, "The limit that leaves least room."),
            maybe("room", Kind::Amount, "What would be left of it; below 0 where it is exceeded."),
            field("tolerance", Kind::Amount, "By how much a limit may be exceeded with a warning only."),
            field("accepted_excess", Kind::Amount, "Uninsured excess accepted; it counts with the insured sum."),
            field("reasons", Kind::List(&REASON), "Everything that stands against it."),
            field("covered", Kind::OneOf(COVERED), "Whether it will be insured when invoiced."),
            field("covered_amount", Kind::Amount, "The amount that will be."),
            field("cover_stops", Kind::Texts, "Why not all of it will be."),
            field("invoice_date", Kind::Date, "Expected date of the invoice."),
            field("due_date", Kind::Date, "Its due date."),
            maybe("max_term_date", Kind::Date, "The latest due date the policy allows."),
            maybe("insured_sum", Kind::Amount, "Sum insured on the invoice date."),
            maybe("cover_room", Kind::Amount, "What other items and orders leave of it."),
            maybe("limit_ends", Kind::Date, "Last day of the limit in force."),
            maybe("uncovered_from", Kind::Date, "Receivables dated after it are uncovered."),
            field("as_of", Kind::Date, "The day of the figures."),
            field("is_current", Kind::Flag, "Whether they hold all that is recorded."),
            $($more),*
        ]
    };
}

const ANSWER: Schema = Schema { name: "OrderCheck", fields: check_fields!() };

const ENTERED: Schema = Schema {
    name: "OrderEntered",
    fields: check_fields!(
        field("order", Kind::Number, "Number of the record."),
        field("state", Kind::OneOf(STATES), "How the order stands now."),
    ),
};

/// What every order holds.
macro_rules! order_fields {
    ($($more:expr),* $(,)?) => {
        &[
            field("order", Kind::Number, "Number of the record."),
            field("order_no", Kind::Text, "Number of the order."),
            field("kind", Kind::Text, "order or delivery."),
            field("account", Kind::Text, "Who orders."),
            field("name", Kind::Text, "Its name."),
            field("state", Kind::OneOf(STATES), "How it stands."),
            field("order_date", Kind::Date, "Order date."),
            maybe("delivery_date", Kind::Date, "Delivery date."),
            field("amount", Kind::Amount, "Amount."),
            field("currency", Kind::Text, "Its currency."),
            field("payment_terms", Kind::Text, "Payment terms; empty for those of the buyer."),
            $($more),*
        ]
    };
}

const ORDER: Schema = Schema { name: "Order", fields: order_fields!() };

const STATE_SET: Schema = Schema {
    name: "OrderStateSet",
    fields: &[
        field("state", Kind::OneOf(STATES), "The state it took."),
        field("amount", Kind::Amount, "What the order came to then."),
        field("currency", Kind::Text, "Its currency then."),
        field("reason", Kind::Text, "Why; may be empty."),
        field("set_by", Kind::Text, "By whom."),
        field("set_at", Kind::Instant, "When."),
    ],
};

const ORDER_WHOLE: Schema = Schema {
    name: "OrderWithChecks",
    fields: order_fields!(
        field("states", Kind::List(&STATE_SET), "Every state it took, oldest first."),
        field("checks", Kind::List(&ANSWER), "The checks recorded with it, newest first."),
    ),
};

const RELEASE: Schema =
    Schema { name: "OrderRelease", fields: &[field("reason", Kind::Text, "Why it may go all the same.")] };

const RELEASED: Schema = Schema {
    name: "OrderReleased",
    fields: &[
        field("order", Kind::Number, "Number of the record."),
        field("order_no", Kind::Text, "Number of the order."),
        field("state", Kind::OneOf(STATES), "How it stands now."),
        field("reason", Kind::Text, "Why."),
    ],
};

const EFFECT: Schema = Schema {
    name: "CutEffect",
    fields: &[
        maybe("payer", Kind::Text, "The payer; null for all."),
        maybe("currency", Kind::Text, "Its currency."),
        maybe("insured_sum", Kind::Amount, "Insured sum in force."),
        maybe("new_sum", Kind::Amount, "The sum asked about."),
        field(
            "stopped",
            Kind::Number,
            "How many open orders it would stop that go today; without another sum, that are stopped now.",
        ),
        maybe("stopped_amount", Kind::Amount, "What these come to, in the payer's currency."),
        field(
            "orders",
            Kind::List(&EFFECT_ORDER),
            "The payer's open orders in the order of their delivery; of all payers those that are stopped.",
        ),
    ],
};

const EFFECT_ORDER: Schema = Schema {
    name: "CutEffectOrder",
    fields: order_fields!(
        field("answer_now", Kind::OneOf(ANSWERS), "What a check at its release says now."),
        field("answer_then", Kind::OneOf(ANSWERS), "What it would say with the other sum."),
        field("reasons", Kind::Texts, "What would stand against it."),
    ),
};

const BLOCK: Schema = Schema {
    name: "Block",
    fields: &[
        field("block", Kind::Number, "Number."),
        field("account", Kind::Text, "The payer."),
        field("from", Kind::Date, "First day."),
        maybe("until", Kind::Date, "Last day; null until it is lifted."),
        field("in_force", Kind::Flag, "Whether it blocks today."),
        field("reason", Kind::Text, "Why."),
        field("blocked_by", Kind::Text, "By whom."),
        field("blocked_at", Kind::Instant, "When it was put."),
        maybe("lifted_on", Kind::Date, "First day without it."),
        maybe("lifted_by", Kind::Text, "Who lifted it."),
        maybe("lifted_reason", Kind::Text, "Why."),
    ],
};

const NEW_BLOCK: Schema = Schema {
    name: "NewBlock",
    fields: &[
        field("account", Kind::Text, "The payer, or a customer it pays for."),
        field("reason", Kind::Text, "Why."),
        maybe("from", Kind::Date, "First day; today if left out."),
        maybe("until", Kind::Date, "Last day; until it is lifted if left out."),
    ],
};

const PUT_BLOCK: Schema = Schema {
    name: "BlockPut",
    fields: &[
        field("block", Kind::Number, "Number."),
        field("account", Kind::Text, "The payer."),
        field("from", Kind::Date, "First day."),
        maybe("until", Kind::Date, "Last day."),
        field("reason", Kind::Text, "Why."),
    ],
};

const LIFT: Schema = Schema {
    name: "BlockLift",
    fields: &[
        field("account", Kind::Text, "The payer, or a customer it pays for."),
        field("reason", Kind::Text, "Why."),
    ],
};

const LIFTED: Schema = Schema {
    name: "BlockLifted",
    fields: &[
        field("account", Kind::Text, "The payer."),
        field("lifted", Kind::Any, "Numbers of the blocks."),
        field("on", Kind::Date, "First day without them."),
    ],
};

const ORDERS_QUERY: &[Field] =
    &[maybe("state", Kind::OneOf(STATES), "Only orders that stand so."), PAGE_LIMIT, PAGE_AFTER];
const BLOCKS_QUERY: &[Field] =
    &[maybe("account", Kind::Text, "Only blocks of this payer."), PAGE_LIMIT, PAGE_AFTER];
const EFFECT_QUERY: &[Field] = &[
    maybe("account", Kind::Text, "The payer, or a customer it pays for; all payers if left out."),
    maybe(
        "sum",
        Kind::Amount,
        "The other insured sum, in the payer's currency; the one in force if left out.",
    ),
];

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Post, "/api/v1/order-checks", READ, check_one),
        "order_checks_ask",
        "Whether an order may be taken, and whether it will be insured when invoiced; nothing is written.",
        Answer::Record(&ANSWER),
    )
    .request(Request::Record(&ORDER_ASKED)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/order-checks/effect", READ, effect),
        "order_checks_effect",
        "Which open orders another insured sum would stop, or the limits in force stop now.",
        Answer::Record(&EFFECT),
    )
    .query(EFFECT_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/orders", READ, list),
        "orders_list",
        "Orders, the stopped ones first, then the newest.",
        Answer::Page(&ORDER),
    )
    .query(ORDERS_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/orders", RECORD, add),
        "orders_enter",
        "Checks an order and records it, stopped where the answer is block; an order on record is changed.",
        Answer::Record(&ENTERED),
    )
    .request(Request::Record(&ORDER_ASKED)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/orders/{order}", READ, one),
        "orders_get",
        "One order with the states it took and the checks recorded with it.",
        Answer::Record(&ORDER_WHOLE),
    ),
    Operation::new(
        Route::api(Method::Post, "/api/v1/orders/{order}/release", MANAGE, release_one),
        "orders_release",
        "Releases an order that a check has stopped.",
        Answer::Record(&RELEASED),
    )
    .request(Request::Record(&RELEASE)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/blocks", READ, list_blocks),
        "blocks_list",
        "Blocks of payers, newest first, lifted ones included.",
        Answer::Page(&BLOCK),
    )
    .query(BLOCKS_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/blocks", MANAGE, put_block),
        "blocks_put",
        "Blocks a payer with all customers it pays for.",
        Answer::Record(&PUT_BLOCK),
    )
    .request(Request::Record(&NEW_BLOCK)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/blocks/lift", MANAGE, lift_block),
        "blocks_lift",
        "Lifts the blocks of a payer.",
        Answer::Record(&LIFTED),
    )
    .request(Request::Record(&LIFT)),
];

fn day(sent: &Map<String, Value>, name: &str) -> Option<Day> {
    text(sent, name).and_then(Day::parse_iso)
}

fn request(call: &Call) -> Result<OrderRequest, Problem> {
    let sent = sent(call, &ORDER_ASKED)?;
    let part = |name: &str| text(sent, name).unwrap_or_default().to_owned();
    Ok(OrderRequest {
        account: part("account"),
        order_no: part("order_no"),
        kind: part("kind"),
        amount: part("amount"),
        currency: part("currency"),
        order_date: day(sent, "order_date"),
        delivery_date: day(sent, "delivery_date"),
        payment_terms: part("payment_terms"),
        point: text(sent, "point").and_then(CheckPoint::parse),
    })
}

fn check_one(call: Call) -> Result<Reply, Problem> {
    let request = request(&call)?;
    let figures = call.house.keeper.for_orders(call.today())?;
    let answer = check(&mut call.session(), &figures.portfolio, figures.freshness, &request)?;
    Ok(Reply::json(answer))
}

fn add(call: Call) -> Result<Reply, Problem> {
    let request = request(&call)?;
    Ok(Reply::json(enter(&mut call.session(), &call.house.keeper, &request)?))
}

fn effect(call: Call) -> Result<Reply, Problem> {
    only(&call, EFFECT_QUERY)?;
    let figures = call.house.keeper.for_orders(call.today())?;
    let (account, sum) = (call.query("account"), call.query("sum"));
    let found = effect_of_cut(&mut call.session(), &figures.portfolio, account, sum)?;
    Ok(Reply::json(found))
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, ORDERS_QUERY)?;
    one_of(&call, "state", STATES)?;
    let state = call.query("state").and_then(OrderState::parse);
    let from = call.query("after").map_or(Ok(0), place)?;
    let figures = call.house.keeper.for_orders(call.today())?;
    let wanted = limit(&call)?;
    let page = orders(&mut call.session(), state, from, wanted as u64)?;
    let items: Vec<Value> = page.orders.iter().map(|order| json_of(&figures.portfolio, order)).collect();
    let next = (items.len() == wanted).then(|| (from + wanted as u64).to_string());
    Ok(Reply::json(json!({ "items": items, "next": next })))
}

/// The cursor of a list of orders: how many stand before it.
fn place(cursor: &str) -> Result<u64, Problem> {
    cursor.parse().map_err(|_| Problem::usage("cursor-unknown").of_value(cursor))
}

fn order_id(call: &Call) -> Result<i64, Problem> {
    call.path("order").parse().map_err(|_| missing(call.path("order")))
}

fn one(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let figures = call.house.keeper.for_orders(call.today())?;
    Ok(Reply::json(order(&mut call.session(), &figures.portfolio, order_id(&call)?)?.1))
}

fn release_one(call: Call) -> Result<Reply, Problem> {
    let reason = text(sent(&call, &RELEASE)?, "reason").unwrap_or_default().to_owned();
    let figures = call.house.keeper.for_orders(call.today())?;
    Ok(Reply::json(release(&mut call.session(), &figures.portfolio, order_id(&call)?, &reason)?))
}

/// Number and account of the payer of a customer.
fn payer(portfolio: &Portfolio, account: &str) -> Result<(i64, String), Problem> {
    let payer = portfolio.payers()?.payer_of(buyer_named(portfolio, account)?.buyer_id);
    Ok((payer, portfolio.snapshot.account(payer).to_string()))
}

fn list_blocks(call: Call) -> Result<Reply, Problem> {
    only(&call, BLOCKS_QUERY)?;
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let wanted = call.query("account").map(|account| payer(&portfolio, account)).transpose()?;
    let all = call.house.store.read(buyer_block_all)?;
    let all = all.iter().rev().filter(|block| wanted.as_ref().is_none_or(|(id, _)| block.buyer_id == *id));
    let account = |buyer: i64| portfolio.snapshot.account(buyer).to_string();
    let lines = all.map(|block| blocks::json_of(block, &account(block.buyer_id), call.today())).collect();
    answered(&call, lines, &BLOCK, "block")
}

fn put_block(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_BLOCK)?;
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let (payer, account) = payer(&portfolio, text(sent, "account").unwrap_or_default())?;
    let mut session = call.session();
    let block = Block {
        buyer_id: payer,
        from: day(sent, "from").unwrap_or(call.today()),
        until: day(sent, "until"),
        reason: text(sent, "reason").unwrap_or_default().to_owned(),
        by: session.actor.clone(),
        at: session.now.clone(),
    };
    Ok(Reply::json(blocks::block(&mut session, &account, &block)?))
}

fn lift_block(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &LIFT)?;
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let (payer, account) = payer(&portfolio, text(sent, "account").unwrap_or_default())?;
    let reason = text(sent, "reason").unwrap_or_default();
    Ok(Reply::json(blocks::unblock(&mut call.session(), &account, payer, reason)?))
}
