//! Credit control: selection runs, the work list, actions, follow-up notes, dates of items.

use super::body::{sent, text, wrong};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, one_of, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{ACCOUNT_TYPE, BRANCH, NAME};
use crate::access::roles::Permission;
use crate::credit::work_list::{
    ItemDates, ItemDatesChange, ManagerRange, MonitorRequest, NewAction, NewNote, PayerAction, PayerNote,
    WorkChoice, WorkLine, WorkedLine, actions_of, add_note, close_note, item_dates, last_run, monitor, notes,
    notes_of, record_actions, runs, set_item_dates, work_list_with,
};
use crate::items::ItemName;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, WorkOrder};
use serde_json::{Map, Value, json};

const READ: Access = Access::WholeGroup(Permission::Read);
const RECORD: Access = Access::WholeGroup(Permission::Record);

const CHANGES: &[&str] = &["new", "worse", "better", "same", "cleared", "waiting"];
const ORDERS: &[&str] = &["payer", "past_due", "credit_manager"];
const STATES: &[&str] = &["waiting", "open", "due", "passed", "closed", "settled"];

const CRITERION: Schema = Schema {
    name: "CriterionFired",
    fields: &[
        field("name", Kind::Text, "Name of the criterion."),
        maybe(
            "actual",
            Kind::Any,
            "Value 1: what was found; an amount as a text, days, per cent or a count as a number, a date.",
        ),
        maybe("limit", Kind::Any, "Value 2: what it is compared with."),
    ],
};

const PAYER_ACCOUNT: Field = field("account", Kind::Text, "Address number of the payer.");
const CREDIT_MANAGER: Field = field("credit_manager", Kind::Text, "Credit manager; may be empty.");
const CURRENCY: Field = field("currency", Kind::Text, "Currency of its amounts.");
const OVERDUE: Field = field("overdue", Kind::Amount, "Past due, less credits past due.");
const OUTSTANDING: Field = field("outstanding", Kind::Amount, "Open items less credits.");
const CHANGE: Field = field("change", Kind::OneOf(CHANGES), "What has changed since the run before.");

const MONITOR_LINE: Schema = Schema {
    name: "MonitorLine",
    fields: &[
        CREDIT_MANAGER,
        PAYER_ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
        CURRENCY,
        field("criteria", Kind::List(&CRITERION), "Criteria that fired."),
        OVERDUE,
        OUTSTANDING,
        CHANGE,
    ],
};

const RUN_DONE: Schema = Schema {
    name: "MonitorRunDone",
    fields: &[
        field("run", Kind::Number, "Its number."),
        field("key_date", Kind::Date, "Key date."),
        field("totals", Kind::Object, "Payers by change, amounts by currency, and sums by criterion."),
        field("sha256", Kind::Text, "SHA-256 over its lines."),
        field(
            "lines",
            Kind::List(&MONITOR_LINE),
            "Payers to work on, and those cleared; waiting ones are left out.",
        ),
    ],
};

const RUN: Schema = Schema {
    name: "MonitorRun",
    fields: &[
        field("run", Kind::Number, "Its number."),
        field("key_date", Kind::Date, "Key date."),
        field("managers", Kind::Text, "Credit managers it was asked for, A..B; empty for all."),
        field("lines", Kind::Number, "How many lines it has."),
        field("totals", Kind::Object, "Payers by change, amounts by currency, and sums by criterion."),
        field("sha256", Kind::Text, "SHA-256 over its lines."),
        field("run_by", Kind::Text, "Who ran it."),
        field("run_at", Kind::Instant, "When."),
    ],
};

const RUN_ASKED: Schema = Schema {
    name: "MonitorAsked",
    fields: &[
        field("key_date", Kind::Date, "Key date."),
        maybe(
            "managers",
            Kind::Text,
            "Credit managers, A..B, both ends included; seniors with their juniors.",
        ),
    ],
};

const WORKED_CRITERION: Schema = Schema {
    name: "CriterionWorked",
    fields: &[
        field("name", Kind::Text, "Name of the criterion."),
        maybe("actual", Kind::Any, "Value 1: what was found."),
        maybe("limit", Kind::Any, "Value 2: what it is compared with."),
        field("since", Kind::Number, "Number of the run that found it first, without a break since."),
        maybe("action", Kind::Number, "Code of the action that counts."),
    ],
};

const WORK_LINE: Schema = Schema {
    name: "WorkLine",
    fields: &[
        field("payer", Kind::Text, "The payer: ACCOUNT/BRANCH/TYPE."),
        CREDIT_MANAGER,
        PAYER_ACCOUNT,
        BRANCH,
        ACCOUNT_TYPE,
        NAME,
        CURRENCY,
        field("criteria", Kind::List(&WORKED_CRITERION), "Criteria that fired, with the work on them."),
        OVERDUE,
        OUTSTANDING,
        CHANGE,
        field("run", Kind::Number, "The last run that looked at the payer."),
        maybe("waits_until", Kind::Date, "Until when an open note keeps it off the list."),
        maybe("note", Kind::OneOf(STATES), "How the open note that is nearest to its end stands."),
    ],
};

const LIST_QUERY: &[Field] = &[
    maybe("manager", Kind::Text, "Only those of this credit manager."),
    maybe("criterion", Kind::Text, "Only those this criterion brought."),
    maybe("change", Kind::OneOf(CHANGES), "Only those with this change; without, those to work on."),
    maybe("order", Kind::OneOf(ORDERS), "Order; payer if left out."),
    maybe("as_of", Kind::Date, "How notes stand on this date; the key date of the last run if left out."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const ACTION: Schema = Schema {
    name: "PayerAction",
    fields: &[
        field("action_id", Kind::Number, "Its number."),
        field("criterion", Kind::Text, "Criterion it is about."),
        field("code", Kind::Number, "Action code; 0 takes an earlier one back."),
        field("text", Kind::Text, "What the code means; empty where the credit policy no longer has it."),
        field("remark", Kind::Text, "What was said beside it."),
        field("run", Kind::Number, "The last selection run when it was recorded."),
        field("recorded_by", Kind::Text, "Who recorded it."),
        field("recorded_at", Kind::Instant, "When."),
    ],
};

const NEW_ACTION: Schema = Schema {
    name: "NewPayerAction",
    fields: &[
        field("criterion", Kind::Text, "Criterion it is about."),
        field("code", Kind::Number, "Action code of the credit policy; 0 takes an earlier one back."),
        maybe("remark", Kind::Text, "What there is to say beside it."),
    ],
};

const ACTIONS_DONE: Schema = Schema {
    name: "PayerActionsDone",
    fields: &[
        field("account", Kind::Text, "The payer."),
        field("actions", Kind::List(&NEW_ACTION), "What was recorded."),
    ],
};

const LINKED: Schema = Schema {
    name: "LinkedItem",
    fields: &[
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        field("settled", Kind::Flag, "Whether it is settled."),
    ],
};

const NOTE: Schema = Schema {
    name: "FollowUpNote",
    fields: &[
        field("note", Kind::Number, "Its number."),
        field("account", Kind::Text, "The payer: ACCOUNT/BRANCH/TYPE."),
        field("name", Kind::Text, "Its name."),
        field("contact", Kind::Text, "Whom one spoke to, and how."),
        field("result", Kind::Text, "What came of it."),
        field("action", Kind::Text, "What was agreed."),
        maybe("action_date", Kind::Date, "Last day for it."),
        maybe("promised", Kind::Amount, "Amount promised."),
        field("currency", Kind::Text, "Its currency."),
        field("items", Kind::List(&LINKED), "Items it is about."),
        field("state", Kind::OneOf(STATES), "How it stands."),
        field("recorded_by", Kind::Text, "Who wrote it."),
        field("recorded_at", Kind::Instant, "When."),
        maybe("closed_by", Kind::Text, "Who closed it by hand."),
        maybe("closed_at", Kind::Instant, "When."),
        maybe("reason", Kind::Text, "Why."),
    ],
};

const NEW_NOTE: Schema = Schema {
    name: "NewFollowUpNote",
    fields: &[
        field("account", Kind::Text, "The payer: ACCOUNT/BRANCH/TYPE."),
        maybe("contact", Kind::Text, "Whom one spoke to, and how."),
        maybe("result", Kind::Text, "What came of it."),
        maybe("action", Kind::Text, "What was agreed."),
        maybe("action_date", Kind::Date, "Last day for it; until then the payer is off the work list."),
        maybe("promised", Kind::Amount, "Amount promised, in the payer's currency."),
        maybe("items", Kind::Texts, "Items it is about: COMPANY/DOCUMENT/KIND."),
    ],
};

const NOTE_DONE: Schema =
    Schema { name: "FollowUpNoteDone", fields: &[field("note", Kind::Number, "Its number.")] };

const CLOSE: Schema = Schema { name: "CloseNote", fields: &[maybe("reason", Kind::Text, "Why.")] };

const NOTES_QUERY: &[Field] = &[
    maybe("account", Kind::Text, "Only those on this payer: ACCOUNT/BRANCH/TYPE."),
    maybe("all", Kind::Flag, "Also closed ones, and those whose items are settled."),
    maybe("as_of", Kind::Date, "How they stand on this date; today if left out."),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const DATES: Schema = Schema {
    name: "ItemFollowUp",
    fields: &[
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        maybe("follow_up_date", Kind::Date, "When it is to be looked at again."),
        maybe("stop_until", Kind::Date, "Last day on which no reminder goes out for it."),
        field("recorded_by", Kind::Text, "Who set them."),
        field("recorded_at", Kind::Instant, "When."),
    ],
};

const NEW_DATES: Schema = Schema {
    name: "NewItemFollowUp",
    fields: &[
        maybe(
            "follow_up_date",
            Kind::Any,
            "A date, or null to clear it; left as it is where it is not sent.",
        ),
        maybe("stop_until", Kind::Any, "A date, or null to clear it; left as it is where it is not sent."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/monitor", READ, list_runs),
        "monitor_list",
        "Selection runs, the last one first.",
        Answer::Page(&RUN),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/monitor", RECORD, run),
        "monitor_run",
        "Selects the payers that need a decision and records the run.",
        Answer::Record(&RUN_DONE),
    )
    .request(Request::Record(&RUN_ASKED)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/work-list", READ, list),
        "work_list",
        "What the last run that looked at each payer said of it, with the work done since.",
        Answer::Page(&WORK_LINE),
    )
    .query(LIST_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/work-list/{account}/actions", READ, actions),
        "work_list_actions",
        "The actions recorded on a payer, newest first.",
        Answer::Page(&ACTION),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/work-list/{account}/actions", RECORD, act),
        "work_list_act",
        "Records what is done about a reason.",
        Answer::Record(&ACTIONS_DONE),
    )
    .request(Request::Record(&NEW_ACTION)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/follow-up-notes", READ, list_notes),
        "follow_up_notes_list",
        "Notes with what was agreed and until when, newest first.",
        Answer::Page(&NOTE),
    )
    .query(NOTES_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/follow-up-notes", RECORD, new_note),
        "follow_up_notes_add",
        "Writes a note on a payer.",
        Answer::Record(&NOTE_DONE),
    )
    .request(Request::Record(&NEW_NOTE)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/follow-up-notes/{note}/close", RECORD, close),
        "follow_up_notes_close",
        "Closes a note by hand.",
        Answer::Record(&NOTE_DONE),
    )
    .request(Request::Record(&CLOSE)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/items/{item}/follow-up", READ, dates),
        "items_follow_up",
        "Every follow-up date and stop date set on an item, newest first; the first one counts.",
        Answer::Page(&DATES),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Put, "/api/v1/items/{item}/follow-up", RECORD, set_dates),
        "items_set_follow_up",
        "Sets or clears the follow-up date and the stop date of an item.",
        Answer::Record(&DATES),
    )
    .request(Request::Record(&NEW_DATES)),
];

/// A date of the record. Error: `proposal-payload-value` (usage).
fn day(sent: &Map<String, Value>, name: &str) -> Result<Option<Day>, Problem> {
    text(sent, name).map(|text| Day::parse_iso(text).ok_or_else(|| wrong(name))).transpose()
}

fn list_runs(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let found = runs(&mut call.session())?;
    let line = |run: obligo_store::monitor_run::MonitorRunRow| {
        let totals: Value = serde_json::from_str(&run.totals).unwrap_or_else(|_| json!({}));
        json!({
            "run": run.run, "key_date": run.key_date.to_string(), "managers": run.managers, "lines": run.lines,
            "totals": totals, "sha256": run.sha256, "run_by": run.run_by, "run_at": run.run_at,
        })
    };
    answered(&call, found.into_iter().map(line).collect(), &RUN, "run")
}

fn run(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &RUN_ASKED)?;
    let key_date = day(sent, "key_date")?.ok_or_else(|| wrong("key_date"))?;
    let managers = text(sent, "managers").map(ManagerRange::parse).transpose()?;
    let done = monitor(&mut call.session(), &MonitorRequest { key_date, managers })?;
    let told = done.lines.iter().filter(|line| line.selected.change != Change::Waiting);
    let lines: Vec<Value> = told.map(WorkLine::json).collect();
    Ok(Reply::json(json!({
        "run": done.run, "key_date": done.key_date.to_string(), "totals": done.totals, "sha256": done.sha256, "lines": lines,
    })))
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, LIST_QUERY)?;
    one_of(&call, "change", CHANGES)?;
    one_of(&call, "order", ORDERS)?;
    let mut session = call.session();
    let as_of = match call.query_day("as_of")? {
        Some(day) => day,
        None => last_run(&mut session)?.map_or(call.today(), |run| run.key_date),
    };
    let choice = WorkChoice {
        credit_manager: call.query("manager").map(str::to_owned),
        criterion: call.query("criterion").map(str::to_owned),
        change: call.query("change").and_then(Change::parse),
        order: call.query("order").and_then(WorkOrder::parse).unwrap_or_default(),
    };
    let found = work_list_with(&mut session, &call.house.work_lists, &choice, as_of, (0, usize::MAX))?;
    answered(&call, found.lines.iter().map(WorkedLine::json).collect(), &WORK_LINE, "payer")
}

fn actions(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let found = actions_of(&mut call.session(), call.path("account"))?;
    answered(&call, found.iter().map(PayerAction::json).collect(), &ACTION, "action_id")
}

fn act(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_ACTION)?;
    let code = sent.get("code").and_then(Value::as_u64).and_then(|code| u8::try_from(code).ok());
    let action = NewAction {
        criterion: text(sent, "criterion").unwrap_or_default().to_owned(),
        code: code.ok_or_else(|| wrong("code"))?,
        remark: text(sent, "remark").unwrap_or_default().to_owned(),
    };
    Ok(Reply::json(record_actions(&mut call.session(), call.path("account"), &[action])?))
}

fn list_notes(call: Call) -> Result<Reply, Problem> {
    only(&call, NOTES_QUERY)?;
    let all = super::lists::flag(&call, "all")?;
    let key_date = call.query_day("as_of")?.unwrap_or(call.today());
    let mut session = call.session();
    let mut found = match call.query("account") {
        Some(account) => notes_of(&mut session, account, key_date)?,
        None => notes(&mut session, key_date, all)?,
    };
    found.retain(|note| all || note.state.is_open());
    answered(&call, found.iter().map(PayerNote::json).collect(), &NOTE, "note")
}

fn new_note(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_NOTE)?;
    let part = |name: &str| text(sent, name).unwrap_or_default().to_owned();
    let items = sent.get("items").and_then(Value::as_array).into_iter().flatten();
    let new = NewNote {
        account: part("account"),
        contact: part("contact"),
        result: part("result"),
        action: part("action"),
        action_date: day(sent, "action_date")?,
        promised: text(sent, "promised").map(str::to_owned),
        items: items.filter_map(Value::as_str).map(str::to_owned).collect(),
    };
    Ok(Reply::json(json!({ "note": add_note(&mut call.session(), &new)? })))
}

fn close(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &CLOSE)?;
    let note = call.path("note");
    let missing = || Problem::refused("follow-up-note-not-found").with("note", note);
    let number: i64 = note.parse().map_err(|_| missing())?;
    close_note(&mut call.session(), number, text(sent, "reason").unwrap_or_default())?;
    Ok(Reply::json(json!({ "note": number })))
}

/// The item of the path. Errors: `item-name`, `item-not-found` for one of a company the caller may not see.
fn item_of(call: &Call) -> Result<&str, Problem> {
    let item = call.path("item");
    let name = ItemName::parse(item)?;
    if call.caller.sees_company(&name.company) {
        Ok(item)
    } else {
        Err(Problem::refused("item-not-found").with("item", &name))
    }
}

fn dates(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let found = item_dates(&mut call.session(), item_of(&call)?)?;
    answered(&call, found.iter().map(ItemDates::json).collect(), &DATES, "recorded_at")
}

fn set_dates(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_DATES)?;
    let item = item_of(&call)?.to_owned();
    let date = |name: &str| match sent.get(name) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(value) => {
            let day = value.as_str().and_then(Day::parse_iso).ok_or_else(|| wrong(name))?;
            Ok(Some(Some(day)))
        }
    };
    let change = ItemDatesChange { follow_up_on: date("follow_up_date")?, stop_until: date("stop_until")? };
    let mut session = call.session();
    set_item_dates(&mut session, &[(item.clone(), change)])?;
    let dates = item_dates(&mut session, &item)?.first().map(ItemDates::json);
    let none = json!({ "item": item, "follow_up_date": null, "stop_until": null, "recorded_by": "", "recorded_at": call.now });
    Ok(Reply::json(dates.unwrap_or(none)))
}
