//! Notes, and one buyer with the notes on it.

use super::body::{sent, text};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, answered, one_of, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field};
use super::schemas::{BUYER, NOTE};
use crate::access::notes::{self, Note, Subject};
use crate::access::roles::Permission;
use crate::items::ItemName;
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::problem::Problem;
use serde_json::{Value, json};

const SUBJECTS: &[&str] = &["buyer", "item", "policy", "run"];
const KEY: &str = "ACCOUNT/BRANCH/TYPE, COMPANY/DOCUMENT/KIND, INSURER/ID or the number of a run.";

const QUERY: &[Field] = &[
    field("subject", Kind::OneOf(SUBJECTS), "What the notes are about."),
    field("key", Kind::Text, KEY),
    PAGE_LIMIT,
    PAGE_AFTER,
];

const NEW_NOTE: Schema = Schema {
    name: "NewNote",
    fields: &[
        field("subject", Kind::OneOf(SUBJECTS), "What it is about."),
        field("key", Kind::Text, KEY),
        field("text", Kind::Text, "The note."),
    ],
};

const BUYER_WHOLE: Schema = Schema {
    name: "BuyerWithNotes",
    fields: &[
        field("account", Kind::Text, "ACCOUNT/BRANCH/TYPE, or @LEGAL-ENTITY of a prospect."),
        field("lines", Kind::List(&BUYER), "Its lines of the list, one per policy; its own policy's first."),
        field("notes", Kind::List(&NOTE), "Notes, newest first."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/buyers/{account}", Access::Allowed(Permission::Read), buyer),
        "buyers_get",
        "One buyer with its notes.",
        Answer::Record(&BUYER_WHOLE),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/notes", Access::Allowed(Permission::Read), list),
        "notes_list",
        "Notes on a buyer, an item, a policy or a run, newest first.",
        Answer::Page(&NOTE),
    )
    .query(QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/notes", Access::Allowed(Permission::Record), add),
        "notes_add",
        "Adds a note.",
        Answer::Record(&NOTE),
    )
    .request(Request::Record(&NEW_NOTE)),
];

fn buyer(call: Call) -> Result<Reply, Problem> {
    only(&call, &[])?;
    let account = call.path("account");
    let (portfolio, _) = call.portfolio()?;
    let missing = || Problem::refused("buyer-not-found").with("account", account);
    let buyer_id = portfolio.buyer_id(account).ok_or_else(missing)?;
    let book = portfolio.buyer_book(portfolio.company_ids(call.caller.companies()).as_ref());
    let positions = portfolio.positions_of(buyer_id).iter();
    let lines: Vec<&Value> = positions.filter_map(|n| book.lines.get(*n as usize)).collect();
    let notes = notes::list(&mut call.session(), Subject::Buyer, account)?;
    let notes: Vec<Value> = notes.iter().map(Note::json).collect();
    Ok(Reply::json(json!({ "account": account, "lines": lines, "notes": notes })))
}

/// What the notes are about, where the caller may see it: an item belongs to a company, a run to all of them.
fn subject(call: &Call, code: &str, key: &str) -> Result<Subject, Problem> {
    let subject = Subject::parse(code).ok_or_else(|| super::body::wrong("subject"))?;
    match subject {
        Subject::Item => {
            let name = ItemName::parse(key)?;
            if !call.caller.sees_company(&name.company) {
                return Err(Problem::refused("item-not-found").with("item", &name));
            }
        }
        Subject::Run if !call.caller.sees_whole_group() => {
            return Err(Problem::forbidden("role-companies"));
        }
        Subject::Run | Subject::Buyer | Subject::Policy => {}
    }
    Ok(subject)
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, QUERY)?;
    one_of(&call, "subject", SUBJECTS)?;
    let asked = |name: &str| call.query(name).ok_or_else(|| super::body::wrong(name));
    let (code, key) = (asked("subject")?, asked("key")?);
    let found = notes::list(&mut call.session(), subject(&call, code, key)?, key)?;
    answered(&call, found.iter().map(Note::json).collect(), &NOTE, "note")
}

fn add(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_NOTE)?;
    let part = |name: &str| text(sent, name).unwrap_or_default();
    let subject = subject(&call, part("subject"), part("key"))?;
    let note = notes::add(&mut call.session(), subject, part("key"), part("text"))?;
    Ok(Reply::json(note.json()))
}
