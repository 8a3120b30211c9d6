//! Payers, credit groups and credit limits. Their figures are those of the whole insured group, for those who may see it.

use super::lists::{
    Form, PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, decoded, encoded, flag, form, limit, one_of, only,
    stream,
};
use super::operation::{Answer, Field, Kind, Operation, Schema, field, maybe};
use super::schemas::{ACCOUNT, ACCOUNT_TYPE, BRANCH, NAME};
use crate::access::roles::Permission;
use crate::credit::payers::{PayerFilter, credit_limits_in, group_line, payer_line};
use crate::items::account_key;
use crate::portfolio::Portfolio;
use crate::serve::{Access, Call, Method, Reply, Route};
use Kind::{Amount, Date, Flag, List, Number, OneOf, Text, Texts};
use obligo_rules::credit_limit::Band;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};

const READ: Access = Access::WholeGroup(Permission::Read);
const BANDS: &[&str] = &["good", "cautious", "exceeded"];
const LIMITS: &[&str] = &["past_due", "outstanding", "outstanding_and_orders", "days_overdue", "insured_sum"];
const PAYERS_QUERY: &[Field] = &[
    maybe("credit_manager", Text, "Only those of this credit manager."),
    maybe("group", Text, "Only those of this credit group."),
    maybe("band", OneOf(BANDS), "Only those whose worst limit is used so far."),
    maybe("all", OneOf(&["true", "false"]), "Also those that owe nothing and have no limit."),
    PAGE_LIMIT,
    PAGE_AFTER,
];
const LIMITS_QUERY: &[Field] =
    &[maybe("all", OneOf(&["true", "false"]), "Also those that have ended."), PAGE_LIMIT, PAGE_AFTER];

/// How far a limit is used.
const LIMIT_USE: Schema = Schema {
    name: "LimitUse",
    fields: &[
        field("limit", OneOf(LIMITS), "Which limit."),
        field("actual", Text, "What was found: an amount, or days."),
        field("allowed", Text, "The limit: an amount, or days."),
        maybe("percent", Number, "Use in per cent; null for a limit of 0."),
        field("band", OneOf(BANDS), "Its band."),
    ],
};

/// What a company sets instead of a payer's limits.
const OVERRIDE: Schema = Schema {
    name: "CreditLimitOverride",
    fields: &[
        field("company", Text, "Company code."),
        field("band", OneOf(BANDS), "Band of its worst limit."),
        field("limits", List(&LIMIT_USE), "How far its limits are used by what is owed to it alone."),
    ],
};

const LIMIT_PAST_DUE: Field = maybe("limit_past_due", Amount, "Limit 1: what may be past due.");
const LIMIT_OUTSTANDING: Field = maybe("limit_outstanding", Amount, "Limit 2: what may be outstanding.");
const LIMIT_ORDERS: Field =
    maybe("limit_outstanding_and_orders", Amount, "Limit 3: what may be outstanding with orders.");
const LIMIT_DAYS: Field =
    maybe("limit_days_overdue", Number, "Limit 4: days the oldest open item may be overdue.");

const CURRENCY: Field = field("currency", Text, "Currency of the amounts.");
const PAST_DUE: Field = field("past_due", Amount, "Of the open items, what is past its net due date.");
const OPEN_ORDERS: Field = field("orders", Amount, "Open orders and deliveries not invoiced.");
const BAND: Field = field("band", OneOf(BANDS), "Band of the worst limit.");
const LIMIT_USES: Field = field("limits", List(&LIMIT_USE), "How far each limit is used.");

/// A payer.
const PAYER: Schema = Schema {
    name: "Payer",
    fields: &[
        ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
        field("country", Text, "Country."),
        field("credit_manager", Text, "Credit manager."),
        maybe("group", Text, "Credit group."),
        field("pays_for", Number, "How many accounts it pays for, its own among them."),
        field("customers", Texts, "These accounts, its own first."),
        CURRENCY,
        field("outstanding", Amount, "Open items and bill liability."),
        PAST_DUE,
        maybe("days_overdue", Number, "Days the oldest open debit item is overdue."),
        OPEN_ORDERS,
        LIMIT_PAST_DUE,
        LIMIT_OUTSTANDING,
        LIMIT_ORDERS,
        LIMIT_DAYS,
        maybe("insured_sum", Amount, "Insured sums of its main buyers; null under no policy."),
        field("insured_exposure", Amount, "What counts against them."),
        maybe("uncovered_from", Date, "Since when new receivables are uncovered."),
        maybe("deadline", Date, "Earliest deadline to the insurer, past ones included."),
        maybe("limit_ends", Date, "Last day of the limit decision."),
        maybe("days_late", Number, "Days after due of payments of the recent 3 months, weighted by amount."),
        maybe("days_late_before", Number, "The same of the 12 months before."),
        maybe("past_due_percent", Number, "Per cent of what is open that is past due."),
        maybe("past_due_percent_before", Number, "The same 3 months ago."),
        BAND,
        LIMIT_USES,
        field("overrides", List(&OVERRIDE), "What companies set instead, shown beside."),
    ],
};

/// A credit group.
const CREDIT_GROUP: Schema = Schema {
    name: "CreditGroup",
    fields: &[
        field("group", Text, "Code."),
        NAME,
        field("payers", Number, "How many payers belong to it."),
        field("members", Texts, "Their accounts."),
        CURRENCY,
        field("outstanding", Amount, "Open items and bill liability of all members."),
        PAST_DUE,
        maybe("days_overdue", Number, "Days the oldest open debit item of a member is overdue."),
        OPEN_ORDERS,
        LIMIT_PAST_DUE,
        LIMIT_OUTSTANDING,
        LIMIT_ORDERS,
        LIMIT_DAYS,
        BAND,
        LIMIT_USES,
    ],
};

/// A record of own limits.
const CREDIT_LIMIT: Schema = Schema {
    name: "CreditLimit",
    fields: &[
        field("account", Text, "Address number of the payer; empty for a group."),
        BRANCH,
        ACCOUNT_TYPE,
        field("name", Text, "Name of the payer."),
        field("group", Text, "Code of the group; empty for a payer."),
        maybe("company", Text, "Company whose override it is."),
        field("valid_from", Date, "First day."),
        maybe("valid_until", Date, "Last day."),
        CURRENCY,
        LIMIT_PAST_DUE,
        LIMIT_OUTSTANDING,
        LIMIT_ORDERS,
        LIMIT_DAYS,
        field("approved_by", Text, "Who approved it."),
        field("reason", Text, "Why."),
        field("in_force", Flag, "Whether it holds today."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/payers", READ, payers),
        "payers_list",
        "Payers with what they owe over all customers they pay for, and how far their limits are used.",
        Answer::Page(&PAYER),
    )
    .query(PAYERS_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/payers/{account}", READ, payer),
        "payers_get",
        "The payer of an account, `1001/0/D`.",
        Answer::Record(&PAYER),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/credit-groups", READ, groups),
        "credit_groups_list",
        "Credit groups with the sums of their members against the common limits.",
        Answer::Page(&CREDIT_GROUP),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/credit-limits", READ, limits),
        "credit_limits_list",
        "Own limits 1 to 4 of payers, credit groups and companies.",
        Answer::Page(&CREDIT_LIMIT),
    )
    .query(LIMITS_QUERY),
];

fn payers(call: Call) -> Result<Reply, Problem> {
    only(&call, PAYERS_QUERY)?;
    one_of(&call, "band", BANDS)?;
    let text = |name: &str| call.query(name).map(str::to_owned);
    let filter = PayerFilter {
        credit_manager: text("credit_manager"),
        group: text("group"),
        band: call.query("band").and_then(Band::parse),
        all: flag(&call, "all")?,
    };
    let (portfolio, _) = call.portfolio()?;
    let book = portfolio.payers()?;
    let line = |n: usize| payer_line(&portfolio.snapshot, book, &book.payers[n]);
    let wanted =
        (0..book.payers.len()).filter(|n| filter.lets_through(&book.payers[*n], book.warning_percent));
    let form = form(&call);
    if form != Form::Page {
        let all: Vec<usize> = wanted.collect();
        let portfolio = portfolio.clone();
        return Ok(stream(form, PAYER.fields, move |visit| each(&portfolio, &all, visit)));
    }
    // Accounts stand in order, so a page costs what it shows.
    let last = match call.query("after") {
        None => None,
        Some(cursor) => {
            let unknown = || Problem::usage("cursor-unknown").of_value(cursor);
            Some(account_key(&decoded(cursor)?).ok_or_else(unknown)?)
        }
    };
    let key = |n: usize| portfolio.snapshot.account(book.payers[n].payer);
    let mut after = wanted.filter(|n| last.as_ref().is_none_or(|last| key(*n) > *last));
    let limit = limit(&call)?;
    let shown: Vec<usize> = after.by_ref().take(limit).collect();
    let next = shown.last().filter(|_| after.next().is_some()).map(|n| encoded(&key(*n).to_string()));
    let lines: Vec<Value> = shown.iter().map(|n| line(*n)).collect();
    Ok(Reply::json(json!({ "items": lines, "next": next })))
}

fn each(
    portfolio: &Portfolio,
    all: &[usize],
    visit: &mut dyn FnMut(&Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let book = portfolio.payers()?;
    all.iter().try_for_each(|n| visit(&payer_line(&portfolio.snapshot, book, &book.payers[*n])))
}

fn payer(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let (portfolio, _) = call.portfolio()?;
    let account = call.path("account");
    let book = portfolio.payers()?;
    let found = portfolio.buyer_id(account).and_then(|id| book.of_customer(id));
    let found = found.ok_or_else(|| Problem::refused("payer-not-found").with("account", account))?;
    Ok(Reply::json(payer_line(&portfolio.snapshot, book, found)))
}

fn groups(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let (portfolio, _) = call.portfolio()?;
    let book = portfolio.payers()?;
    let all = book.groups.iter().map(|group| group_line(&portfolio.snapshot, book, group)).collect();
    answered(&call, all, &CREDIT_GROUP, "group")
}

fn limits(call: Call) -> Result<Reply, Problem> {
    only(&call, LIMITS_QUERY)?;
    let is_all = flag(&call, "all")?;
    let (portfolio, _) = call.portfolio()?;
    let mut all = Vec::new();
    call.house.store.read(|tx| {
        credit_limits_in(tx, &portfolio.snapshot, is_all, &mut |line| {
            all.push(line);
            Ok(())
        })
    })?;
    match form(&call) {
        Form::Page => {
            // A record is told apart by whose it is and its first day.
            let key = |line: &Value| {
                ["account", "branch", "account_type", "group", "company", "valid_from"]
                    .map(|name| line[name].as_str().unwrap_or("").to_owned())
                    .join("\u{1}")
            };
            super::lists::page(&call, &all.iter().collect::<Vec<_>>(), key)
        }
        form => Ok(stream(form, CREDIT_LIMIT.fields, move |visit| all.iter().try_for_each(visit))),
    }
}
