//! Reminders and late interest.

use super::body::{flag, sent, text, texts, wrong};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, one_of, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use crate::access::roles::Permission;
use crate::credit::account_id;
use crate::credit::reminders::interest::{self, InterestRequest};
use crate::credit::reminders::{self, EditRequest, ProposeRequest, ReminderFilter, SendRequest, SendWay};
use crate::dispatch::sending::Sending;
use crate::import::Refusal;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;

const READ: Access = Access::Allowed(Permission::Read);
const RECORD: Access = Access::Allowed(Permission::Record);
const STATES: &[&str] = &reminders::STATES;
const LANGUAGES: &[&str] = &reminders::LANGUAGES;
const WAYS: &[&str] = &["print", "folder", "mail"];

/// What every answer about a letter holds.
macro_rules! reminder_fields {
    ($($more:expr),* $(,)?) => {
        &[
            field("reminder", Kind::Number, "Number."),
            field("company", Kind::Text, "The company that is owed."),
            field("account", Kind::Text, "The payer."),
            field("name", Kind::Text, "Its name."),
            field("key_date", Kind::Date, "The day the letter shows."),
            field("level", Kind::Number, "Highest level of its items."),
            field("currency", Kind::Text, "Currency of its amounts."),
            field("open", Kind::Amount, "What is open of its items."),
            field("credits", Kind::Amount, "Open credits of the payer."),
            field("charge", Kind::Amount, "What it costs."),
            field("charges_before", Kind::Amount, "What letters before it cost."),
            field("compensation", Kind::Amount, "Fixed compensation by law."),
            field("interest", Kind::Amount, "Late interest."),
            field("total", Kind::Amount, "What is asked for: never insured beyond the open items."),
            field("language", Kind::OneOf(LANGUAGES), "Language."),
            field("message", Kind::Text, "The house's own text; empty for the usual one."),
            field("state", Kind::OneOf(STATES), "How it stands."),
            field("edited", Kind::Flag, "Whether somebody changed the proposal."),
            field("reason", Kind::Text, "Why."),
            field("proposed_by", Kind::Text, "Who proposed it."),
            field("proposed_at", Kind::Instant, "When."),
            maybe("sent_on", Kind::Date, "When it was sent."),
            field("sent_by", Kind::Text, "Who sent it."),
            field("way", Kind::Text, "print, folder or mail; empty until it is sent."),
            field("recipient", Kind::Text, "Address, or folder."),
            field("sha256", Kind::Text, "Hash of the file sent."),
            $($more),*
        ]
    };
}

const REMINDER: Schema = Schema { name: "Reminder", fields: reminder_fields!() };

const ITEM: Schema = Schema {
    name: "ReminderItem",
    fields: &[
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        field("document_no", Kind::Text, "Document number."),
        field("kind", Kind::Text, "Kind."),
        field("document_date", Kind::Date, "Document date."),
        field("due_date", Kind::Date, "Net due date, or the later one that was granted."),
        field("days_late", Kind::Number, "Days past due."),
        field("level", Kind::Number, "Level."),
        field("amount", Kind::Amount, "Gross amount."),
        field("open", Kind::Amount, "What was open."),
        field("interest", Kind::Amount, "Late interest."),
        field("compensation", Kind::Amount, "Fixed compensation."),
        field("left_out", Kind::Flag, "Left out by hand."),
    ],
};

const WHOLE: Schema = Schema {
    name: "ReminderWithItems",
    fields: reminder_fields!(field("items", Kind::List(&ITEM), "Its items.")),
};

const PROPOSE: Schema = Schema {
    name: "ReminderProposal",
    fields: &[
        maybe("key_date", Kind::Date, "The day the letters show; today if left out."),
        maybe("account", Kind::Text, "Only the payer of this account."),
        maybe("companies", Kind::Texts, "Only items of these companies."),
    ],
};

/// A country of whose law no rate is known from a day on.
pub const RATE_MISSING: Schema = Schema {
    name: "RateMissing",
    fields: &[
        field("country", Kind::Text, "The country."),
        field("date", Kind::Date, "Days from this one on bear no interest here."),
    ],
};

const PROPOSED: Schema = Schema {
    name: "RemindersProposed",
    fields: &[
        field("key_date", Kind::Date, "The day the letters show."),
        field("letters", Kind::Number, "Letters proposed."),
        field("items", Kind::Number, "Items in them."),
        field("superseded", Kind::Number, "Earlier proposals they replace."),
        field("kept", Kind::Number, "Edited proposals that stay."),
        field("ready_for_collection", Kind::Number, "Items that became ready for collection."),
        field("left_alone", Kind::Object, "Items left alone, counted by reason."),
        field("rates_missing", Kind::List(&RATE_MISSING), "Where no rate of late interest is known."),
    ],
};

const EDIT: Schema = Schema {
    name: "ReminderChange",
    fields: &[
        maybe("leave_out", Kind::Flag, "Whether the whole letter is left out."),
        maybe("items_left_out", Kind::Texts, "Items left out, COMPANY/DOCUMENT; all others are in."),
        maybe("level", Kind::Number, "Another level for all its items."),
        maybe("charge", Kind::Amount, "Another charge."),
        maybe("message", Kind::Text, "The house's own text; empty for the usual one."),
        maybe("language", Kind::OneOf(LANGUAGES), "Language."),
        maybe("reason", Kind::Text, "Why; needed where items, level or charge change."),
    ],
};

const SEND: Schema = Schema {
    name: "RemindersToSend",
    fields: &[
        maybe("reminders", Kind::Texts, "Their numbers; every proposal if left out."),
        field("way", Kind::OneOf(WAYS), "On paper, into the folder of the house, or by mail."),
        maybe("to", Kind::Text, "Mail address."),
        maybe("on", Kind::Date, "The day they were sent; today if left out."),
    ],
};

const SENT: Schema = Schema {
    name: "RemindersSent",
    fields: &[
        field("sent", Kind::List(&REMINDER), "Letters that were sent."),
        field("outdated", Kind::Any, "Numbers of those whose items have changed: propose again."),
    ],
};

const RATE: Schema = Schema {
    name: "InterestRate",
    fields: &[
        field("country", Kind::Text, "Country, or EU for members without a row of their own."),
        field("valid_from", Kind::Date, "First day."),
        field("valid_until", Kind::Date, "Last day for which it is known."),
        field("reference_rate", Kind::Text, "Reference rate in per cent a year."),
        field("margin", Kind::Text, "What is added to it."),
        field("rate", Kind::Text, "The rate in per cent a year."),
        maybe("lowest_agreed", Kind::Text, "Lowest rate that may be agreed instead."),
        field("compensation", Kind::Amount, "Fixed compensation per item."),
        maybe("reminder_charge", Kind::Amount, "What the law grants for a reminder."),
        maybe("collection_charge", Kind::Amount, "What the law grants for a collection claim."),
        field("currency", Kind::Text, "Currency of the sums."),
        field("source", Kind::Text, "Where it is published."),
    ],
};

const PERIOD: Schema = Schema {
    name: "InterestPeriod",
    fields: &[
        field("from", Kind::Date, "First day."),
        field("until", Kind::Date, "Last day."),
        field("days", Kind::Number, "Days."),
        field("amount", Kind::Amount, "What was open."),
        field("rate", Kind::Text, "Rate in per cent a year."),
    ],
};

const INTEREST_ITEM: Schema = Schema {
    name: "InterestItem",
    fields: &[
        field("item", Kind::Text, "COMPANY/DOCUMENT/KIND."),
        field("company", Kind::Text, "The company that is owed."),
        field("document_no", Kind::Text, "Document number."),
        field("due_date", Kind::Date, "Net due date, or the later one that was granted."),
        field("amount", Kind::Amount, "Gross amount."),
        field("open", Kind::Amount, "What is open."),
        field("currency", Kind::Text, "Currency."),
        field("interest", Kind::Amount, "Interest, rounded once."),
        field("periods", Kind::List(&PERIOD), "How it came about."),
    ],
};

const INTEREST_TOTAL: Schema = Schema {
    name: "InterestTotal",
    fields: &[
        field("currency", Kind::Text, "Currency."),
        field("interest", Kind::Amount, "Sum of its items."),
    ],
};

const STATEMENT: Schema = Schema {
    name: "InterestStatement",
    fields: &[
        field("account", Kind::Text, "The payer."),
        field("name", Kind::Text, "Its name."),
        field("until", Kind::Date, "Last day that bears interest."),
        field("law", Kind::Text, "Country whose law applies."),
        maybe("agreed", Kind::Text, "Agreed rate in per cent a year."),
        field("items", Kind::List(&INTEREST_ITEM), "Items by due date."),
        field("totals", Kind::List(&INTEREST_TOTAL), "By currency."),
        field("rates_missing", Kind::List(&RATE_MISSING), "Where no rate of late interest is known."),
    ],
};

const QUERY: &[Field] = &[
    maybe("state", Kind::OneOf(STATES), "State."),
    maybe("account", Kind::Text, "Of the payer of this account."),
    PAGE_LIMIT,
    PAGE_AFTER,
];
const UNTIL: &[Field] = &[maybe("until", Kind::Date, "Last day that bears interest; today if left out.")];

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/reminders", READ, list),
        "reminders_list",
        "Letters proposed and sent, the latest first.",
        Answer::Page(&REMINDER),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/reminders/proposals", RECORD, propose),
        "reminders_propose",
        "Proposes letters as of a day; nothing leaves the house.",
        Answer::Record(&PROPOSED),
    )
    .request(Request::Record(&PROPOSE)),
    Operation::new(
        Route::api(Method::Post, "/api/v1/reminders/dispatches", RECORD, send),
        "reminders_send",
        "Sends proposals by mail, into the folder of the house or on paper.",
        Answer::Record(&SENT),
    )
    .request(Request::Record(&SEND)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/reminders/{reminder}", READ, one),
        "reminders_get",
        "One letter with its items.",
        Answer::Record(&WHOLE),
    ),
    Operation::new(
        Route::api(Method::Post, "/api/v1/reminders/{reminder}", RECORD, edit),
        "reminders_edit",
        "Changes a proposal before it is sent.",
        Answer::Record(&REMINDER),
    )
    .request(Request::Record(&EDIT)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/interest-rates", READ, rates),
        "interest_rates_list",
        "Rates of late interest by country and day.",
        Answer::Page(&RATE),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Get, "/api/v1/buyers/{account}/interest", READ, statement),
        "interest_statement",
        "What the items of an account's payer, open or paid late, have cost it.",
        Answer::Record(&STATEMENT),
    )
    .query(UNTIL),
];

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    one_of(&call, "state", STATES)?;
    let mut session = call.session();
    let payer = call.query("account").map(|name| account_id(&mut session, name)).transpose()?;
    let filter = ReminderFilter {
        state: call.query("state").map(str::to_owned),
        payer,
        companies: call.caller.companies().cloned(),
    };
    let letters = reminders::list(&mut session, &filter)?;
    answered(&call, letters.into_iter().map(|letter| letter.json).collect(), &REMINDER, "reminder")
}

fn day(value: Option<&str>) -> Option<Day> {
    value.and_then(Day::parse_iso)
}

fn propose(call: Call) -> Result<Reply, Problem> {
    let asked = sent(&call, &PROPOSE)?;
    let mut session = call.session();
    let payer = text(asked, "account").map(|name| account_id(&mut session, name)).transpose()?;
    let companies = match (texts(asked, "companies"), call.caller.companies()) {
        (Some(asked), Some(own)) => Some(asked.intersection(own).cloned().collect()),
        (asked, own) => asked.or_else(|| own.cloned()),
    };
    let key_date = day(text(asked, "key_date")).unwrap_or_else(|| call.today());
    let request = ProposeRequest { key_date, companies, payer };
    Ok(Reply::json(reminders::propose(&mut session, &request)?))
}

fn send(call: Call) -> Result<Reply, Problem> {
    let asked = sent(&call, &SEND)?;
    let mut session = call.session();
    let way = match text(asked, "way") {
        Some("folder") => SendWay::Folder(Sending::in_force(&mut session)?.folder()?.to_owned()),
        Some("mail") => SendWay::Mail(text(asked, "to").unwrap_or_default().to_owned()),
        _ => SendWay::Print,
    };
    let numbers = texts(asked, "reminders").unwrap_or_default();
    let numbers = numbers.iter().map(|number| number.parse().map_err(|_| wrong("reminders")));
    let request = SendRequest {
        reminders: numbers.collect::<Result<_, _>>()?,
        way,
        on: day(text(asked, "on")).unwrap_or_else(|| call.today()),
    };
    let done = reminders::send(&mut session, call.caller.companies(), &request, &call.house.keeper);
    Ok(Reply::json(done.map_err(first)?))
}

fn first(refusal: Refusal) -> Problem {
    refusal.problems.into_iter().next().unwrap_or_else(|| Problem::refused("import-refused"))
}

fn number(call: &Call) -> Result<i64, Problem> {
    let typed = call.path("reminder");
    typed.parse().map_err(|_| Problem::refused("reminder-not-found").with("reminder", typed))
}

fn one(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let shown = reminders::show(&mut call.session(), call.caller.companies(), number(&call)?)?;
    Ok(Reply::json(shown.json))
}

fn edit(call: Call) -> Result<Reply, Problem> {
    let asked = sent(&call, &EDIT)?;
    let level = match asked.get("level") {
        Some(level) => Some(level.as_u64().and_then(|n| u8::try_from(n).ok()).ok_or_else(|| wrong("level"))?),
        None => None,
    };
    let owned = |name: &str| text(asked, name).map(str::to_owned);
    let request = EditRequest {
        reminder: number(&call)?,
        leave_out: flag(asked, "leave_out"),
        items_left_out: texts(asked, "items_left_out"),
        level,
        charge: owned("charge"),
        message: owned("message"),
        language: owned("language"),
        reason: owned("reason").unwrap_or_default(),
    };
    Ok(Reply::json(reminders::edit(&mut call.session(), call.caller.companies(), &request)?))
}

fn rates(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let mut rates = interest::rates(&mut call.session())?;
    if let super::lists::Form::Page = super::lists::form(&call) {
        // The key of a cursor must be one of its own.
        let key = |line: &serde_json::Value| format!("{}{}", line["country"], line["valid_from"]);
        return super::lists::page(&call, &rates.iter().collect::<Vec<_>>(), key);
    }
    answered(&call, std::mem::take(&mut rates), &RATE, "country")
}

fn statement(call: Call) -> Result<Reply, Problem> {
    only(&call, UNTIL)?;
    let mut session = call.session();
    let account = account_id(&mut session, call.path("account"))?;
    let until = call.query_day("until")?.unwrap_or_else(|| call.today());
    let request = InterestRequest { account, until, companies: call.caller.companies().cloned() };
    Ok(Reply::json(interest::statement(&mut session, &request)?))
}
