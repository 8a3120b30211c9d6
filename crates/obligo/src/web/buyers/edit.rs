//! Master data of a buyer, and new buyers: a form that is a row of `buyers.csv`.

use super::entry::{
    Entry, Input, answer, beside, done, form_of, inputs, is_changed_meanwhile, refused, typed, value_of,
    why_and_save,
};
use super::page::{View, of_path};
use crate::buyer_names::code_message;
use crate::buyer_trail::{FieldValues, buyer_fields};
use crate::import::{ImportReport, Refusal};
use crate::one_row::{OneRow, record};
use crate::serve::{Call, Page, Reply};
use crate::session::sha256_hex;
use crate::web::parts::{buyer_address, form};
use maud::{Markup, html};
use obligo_rules::codes::{Category, LimitCheck};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{AccountKey, Buyer, buyer_versions};

const ACCOUNT: &[Entry] = &[
    Entry::new("account", Input::Text).required().hint("entry-account-hint"),
    Entry::new("branch", Input::Text),
    Entry::new("account_type", Input::Text),
];

const FIELDS: &[Entry] = &[
    Entry::new("name", Input::Text),
    Entry::new("country", Input::Text).hint("master-country-hint"),
    Entry::new("currency", Input::Text),
    Entry::new("legal_entity", Input::Text),
    Entry::new("dependent_branch", Input::Check).hint("entry-dependent-hint"),
    Entry::new("category", Input::Select),
    Entry::new("vat_id", Input::Text),
    Entry::new("register_no", Input::Text),
    Entry::new("lei", Input::Text),
    Entry::new("payment_terms", Input::Text),
    Entry::new("credit_limit", Input::Amount),
    Entry::new("bill_limit", Input::Amount),
    Entry::new("limit_check", Input::Select),
    Entry::new("credit_manager", Input::Text),
    Entry::new("payer", Input::Text),
    Entry::new("information_date", Input::Date),
    Entry::new("information_source", Input::Text),
    Entry::new("risk_factors", Input::Area),
    Entry::new("postal_address", Input::Area).hint("master-postal-address-hint"),
    Entry::new("valid_from", Input::Date).hint("entry-valid-from-hint"),
];

/// `/buyers/{account}/edit`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let page = of_path(&call, |view| {
        let (fields, version) = now(view)?;
        Ok(draw(view, &fields, &version, &Markup::default()))
    })?;
    Ok(Reply::Page(page))
}

/// Saves; what somebody else changed meanwhile stays, and is shown beside what was typed.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let account = call.path("account").to_owned();
    let values = typed(&call, FIELDS);
    match saved(&call, &account, &values) {
        Ok(report) => Ok(done(&call, &report, &buyer_address(&account))),
        Err(refusal) => {
            let page = of_path(&call, |view| {
                let (fields, version) = now(view)?;
                let above = html! {
                    (refused(view.words, &refusal))
                    @if is_changed_meanwhile(&refusal) { (beside(view.words, &fields, &without_day(&values))) }
                };
                Ok(draw(view, &values, &version, &above))
            });
            answer(&refusal, page)
        }
    }
}

fn without_day(values: &FieldValues) -> FieldValues {
    values.iter().filter(|(column, _)| *column != "valid_from").cloned().collect()
}

/// The columns of `buyers.csv` that name an account.
pub fn key_columns(key: &AccountKey) -> [(&'static str, String); 3] {
    let number = if key.prospect.is_empty() { key.account.clone() } else { format!("@{}", key.prospect) };
    [("account", number), ("branch", key.branch.clone()), ("account_type", key.account_type.clone())]
}

fn saved(call: &Call, account: &str, values: &FieldValues) -> Result<ImportReport, Refusal> {
    let (portfolio, _) = call.portfolio()?;
    let missing = || Problem::refused("buyer-not-found").with("account", account);
    let buyer_id = portfolio.buyer_id(account).ok_or_else(missing)?;
    let key = portfolio.snapshot.account(buyer_id);
    let seen = call.field("version").unwrap_or("").to_owned();
    let mut session = call.session();
    session.precondition = Some(Box::new(move |tx| {
        if version_of(tx, buyer_id)? == seen { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    }));
    let fields: FieldValues = key_columns(&key).into_iter().chain(values.iter().cloned()).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let reason = call.field("why").unwrap_or("");
    record(&mut session, OneRow { kind: "buyers", fields: &fields, reason, companies: None })
}

/// The version of the master data on record: a hash of the audit entry and first day of each of its versions.
pub fn version_of(tx: &Tx<'_>, buyer_id: i64) -> Result<String, Problem> {
    let versions = buyer_versions(tx, buyer_id)?;
    let told: Vec<String> = versions.iter().map(|v| format!("{}/{}", v.entry, v.valid_from)).collect();
    Ok(sha256_hex(told.join(" ").as_bytes())[..16].to_owned())
}

/// What the master data say now, read afresh, and their version.
fn now(view: &View<'_>) -> Result<(FieldValues, String), Problem> {
    let today = view.call.today();
    view.call.house.store.read(|tx| {
        let current = obligo_store::buyer::buyer_get(tx, AsOf::at(today), view.buyer_id)?;
        let fields = buyer_fields(current.as_ref().unwrap_or(view.buyer));
        Ok((fields, version_of(tx, view.buyer_id)?))
    })
}

fn choices(call: &Call, column: &str) -> Vec<(String, String)> {
    let named = |code: &'static str| {
        (
            code.to_owned(),
            code_message(code).map_or_else(|| call.words.text("check-none"), |id| call.words.text(id)),
        )
    };
    match column {
        "category" => Category::ALL.iter().map(|one| named(one.code())).collect(),
        _ => LimitCheck::ALL.iter().map(|one| named(one.code())).collect(),
    }
}

fn draw(view: &View<'_>, values: &FieldValues, version: &str, above: &Markup) -> Page {
    let entered = inputs(view.words, FIELDS, values, &|column| choices(view.call, column));
    form_of(view, ("buyer-edit", "edit"), version, &entered, above)
}

/// `/buyers/new`: an account the ledger does not bring, or a prospect.
pub fn new(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw_new(&call, &buyer_fields(&Buyer::default()), &Markup::default())))
}

/// Saves a new buyer.
pub fn save_new(call: Call) -> Result<Reply, Problem> {
    let all: Vec<Entry> = ACCOUNT.iter().chain(FIELDS).copied().collect();
    let values = typed(&call, &all);
    let (portfolio, _) = call.portfolio()?;
    let number = value_of(&values, "account");
    let account = match number.strip_prefix('@') {
        Some(_) => number.to_owned(),
        None => [number, value_of(&values, "branch"), value_of(&values, "account_type")].join("/"),
    };
    let refusal = if portfolio.buyer_id(&account).is_some() {
        Refusal::from(Problem::refused("buyer-exists").with("account", &account))
    } else {
        let fields: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reason = call.field("why").unwrap_or("");
        match record(&mut call.session(), OneRow { kind: "buyers", fields: &fields, reason, companies: None })
        {
            Ok(report) => {
                // Parts left out were filled in, so that the list finds it and its address may not.
                let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", number).finish();
                return Ok(match report.warnings.as_slice() {
                    [] => Reply::See(format!("/buyers?{query}&done=done-saved")),
                    _ => done(&call, &report, "/buyers"),
                });
            }
            Err(refusal) => refusal,
        }
    };
    let told = refused(call.words, &refusal);
    answer(&refusal, Ok(draw_new(&call, &values, &told)))
}

fn draw_new(call: &Call, values: &FieldValues, above: &Markup) -> Page {
    let words = call.words;
    let title = words.text("buyer-new");
    let fields = html! {
        (inputs(words, ACCOUNT, values, &|_| Vec::new()))
        (inputs(words, FIELDS, values, &|column| choices(call, column)))
        (why_and_save(call))
    };
    let body = html! {
        p.trail { a href="/buyers" { (words.text("nav-buyers")) } }
        h1 { (title) }
        (above)
        section.card { (form(&call.caller, "/buyers/new", &fields)) }
    };
    Page::new("buyers", title, body)
}
