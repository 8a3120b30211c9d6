//! Look-ups that find as you type, by code, name or number (the documents' matchcode), and the page of the search for those without
//! scripts.

use crate::access::roles::Permission;
use crate::portfolio::{BuyerChoice, Portfolio};
use crate::serve::{Access, Call, Page, Reply, Route};
use crate::web::parts::{Field, buyer_address, item_address, segment, text_of};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::item::item_by_number_start;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Rows answered at most.
const ROWS: usize = 12;

/// Rows of each kind where several are looked for.
const ROWS_EACH: usize = 6;

/// Rows of each kind on the page of the search.
const ROWS_PAGE: usize = 25;

const READ: Access = Access::Allowed(Permission::Read);

/// Answers are lists of `{value, text, note, address}`, for scripts.
pub const ROUTES: &[Route] = &[
    Route::page("/lookup/buyers", READ, buyers),
    Route::page("/lookup/branches", READ, branches),
    Route::page("/lookup/account-types", READ, account_types),
    Route::page("/lookup/insurers", READ, insurers),
    Route::page("/lookup/policies", READ, policies),
    Route::page("/lookup/companies", READ, companies),
    Route::page("/lookup/anything", READ, anything),
    Route::page("/search", READ, search),
];

/// Something found.
struct Found {
    value: String,
    text: String,
    note: String,
    address: String,
}

impl Found {
    fn json(&self) -> Value {
        json!({ "value": self.value, "text": self.text, "note": self.note, "address": self.address })
    }
}

fn reply(found: &[Found]) -> Reply {
    Reply::json(found.iter().map(Found::json).collect())
}

fn wanted(call: &Call) -> String {
    call.query("q").unwrap_or("").to_lowercase()
}

/// Accounts by address number, name, legal entity or one of their numbers.
fn buyers(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    Ok(reply(&found_buyers(&call, &portfolio, &wanted(&call), ROWS)))
}

fn found_buyers(call: &Call, portfolio: &Portfolio, text: &str, rows: usize) -> Vec<Found> {
    let book = portfolio.buyer_book(portfolio.company_ids(call.caller.companies()).as_ref());
    let chosen = book.choose(&BuyerChoice { search: text.to_owned(), ..BuyerChoice::default() });
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for line in chosen.positions.iter().filter_map(|n| book.lines.get(*n as usize)) {
        let account = if line["prospect"] == true {
            format!("@{}", text_of(line, "legal_entity"))
        } else {
            ["account", "branch", "account_type"].map(|name| text_of(line, name)).join("/")
        };
        // An account has a line for each policy it was under.
        if found.len() < rows && seen.insert(account.clone()) {
            found.push(Found {
                address: buyer_address(&account),
                text: text_of(line, "name").to_owned(),
                note: account.clone(),
                value: account,
            });
        }
        if found.len() == rows {
            break;
        }
    }
    found
}

/// The address number a form names: field `account`, or `{of}account` where a form has several.
fn number(call: &Call) -> String {
    let name = format!("{}account", call.query("of").unwrap_or(""));
    call.query(&name).and_then(|account| account.split('/').next()).unwrap_or("").trim().to_owned()
}

/// Branches of an address.
fn branches(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    Ok(reply(&parts(&portfolio, &number(&call), &wanted(&call), "", |key| &key.branch)))
}

/// Account types of an address, of one branch where the form names it.
fn account_types(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let name = format!("{}branch", call.query("of").unwrap_or(""));
    let branch = call.query(&name).unwrap_or("").to_owned();
    Ok(reply(&parts(&portfolio, &number(&call), &wanted(&call), &branch, |key| &key.account_type)))
}

fn parts(
    portfolio: &Portfolio,
    number: &str,
    wanted: &str,
    branch: &str,
    part: impl Fn(&obligo_store::buyer::AccountKey) -> &String,
) -> Vec<Found> {
    let mut seen = BTreeSet::new();
    let accounts = portfolio.accounts_of_number(number);
    let of_branch = accounts.filter(|(key, _)| branch.is_empty() || key.branch == branch);
    let fitting = of_branch.filter(|(key, _)| part(key).to_lowercase().starts_with(wanted));
    let found = fitting.filter(|(key, _)| seen.insert(part(key).clone())).map(|(key, id)| Found {
        value: part(key).clone(),
        text: part(key).clone(),
        note: portfolio.snapshot.buyers.get(&id).map(|buyer| buyer.name.clone()).unwrap_or_default(),
        address: buyer_address(&key.to_string()),
    });
    found.take(ROWS).collect()
}

fn fits(wanted: &str, texts: &[&str]) -> bool {
    texts.iter().any(|text| text.to_lowercase().contains(wanted))
}

/// Insurers by code or name.
fn insurers(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let wanted = wanted(&call);
    let fitting =
        portfolio.snapshot.insurers.values().filter(|one| fits(&wanted, &[&one.insurer, &one.name]));
    let found = fitting.take(ROWS).map(|one| Found {
        value: one.insurer.clone(),
        text: one.name.clone(),
        note: one.insurer.clone(),
        address: "/insurers".to_owned(),
    });
    Ok(reply(&found.collect::<Vec<_>>()))
}

/// Policies by code, internal or external number, or name.
fn policies(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    Ok(reply(&found_policies(&portfolio, &wanted(&call), ROWS)))
}

fn found_policies(portfolio: &Portfolio, wanted: &str, rows: usize) -> Vec<Found> {
    let all = portfolio.snapshot.policies.iter();
    let fitting = all.filter(|(code, p)| fits(wanted, &[code, &p.policy.name, &p.policy.external_number]));
    let found = fitting.take(rows).map(|(code, p)| Found {
        value: code.clone(),
        text: if p.policy.name.is_empty() { code.clone() } else { p.policy.name.clone() },
        note: code.clone(),
        address: format!("/policies/{}", segment(code)),
    });
    found.collect()
}

/// Companies by code or name, those the caller may see.
fn companies(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let wanted = wanted(&call);
    let all = portfolio.snapshot.companies.values().filter(|one| call.caller.sees_company(&one.company));
    let found = all.filter(|one| fits(&wanted, &[&one.company, &one.name])).take(ROWS).map(|one| Found {
        value: one.company.clone(),
        text: one.name.clone(),
        note: one.company.clone(),
        address: "/companies".to_owned(),
    });
    Ok(reply(&found.collect::<Vec<_>>()))
}

/// Items whose document number begins so, in the companies the caller may see.
fn found_items(call: &Call, portfolio: &Portfolio, start: &str, rows: usize) -> Result<Vec<Found>, Problem> {
    let mut found = Vec::new();
    if start.is_empty() {
        return Ok(found);
    }
    let snapshot = &portfolio.snapshot;
    call.house.store.read(|tx| {
        for (id, company) in &snapshot.companies {
            if !call.caller.sees_company(&company.company) || found.len() >= rows {
                continue;
            }
            let room = i64::try_from(rows - found.len()).unwrap_or(0);
            item_by_number_start(tx, *id, start, room, |row| {
                let facts = &row.facts;
                let name = format!("{}/{}/{}", company.company, facts.document_no, facts.kind.code());
                let buyer = snapshot.buyers.get(&facts.buyer_id);
                found.push(Found {
                    address: item_address(&name),
                    text: name.clone(),
                    note: buyer.map(|buyer| buyer.name.clone()).unwrap_or_default(),
                    value: name,
                });
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(found)
}

/// Buyers, items by document number, and policies.
fn anything(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let typed = call.query("q").unwrap_or("");
    let mut found = found_buyers(&call, &portfolio, typed, ROWS_EACH);
    found.extend(found_items(&call, &portfolio, typed, ROWS_EACH)?);
    found.extend(found_policies(&portfolio, &typed.to_lowercase(), ROWS_EACH));
    Ok(reply(&found))
}

/// The page of the search.
fn search(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let typed = call.query("q").unwrap_or("");
    let title = words.text("frame-search");
    let kinds = if typed.is_empty() {
        Vec::new()
    } else {
        vec![
            ("nav-buyers", found_buyers(&call, &portfolio, typed, ROWS_PAGE)),
            ("nav-items", found_items(&call, &portfolio, typed, ROWS_PAGE)?),
            ("nav-policies", found_policies(&portfolio, &typed.to_lowercase(), ROWS_PAGE)),
        ]
    };
    let found: Vec<(&str, Vec<Found>)> = kinds.into_iter().filter(|(_, found)| !found.is_empty()).collect();
    let hint = words.text("frame-search-hint");
    let body = html! {
        h1 { (title) }
        form action="/search" method="get" {
            div.tools {
                (Field::new("q", &hint, typed).text("search"))
                button.primary type="submit" { (title) }
            }
        }
        @if found.is_empty() && !typed.is_empty() {
            p.empty { (words.with("search-nothing", &[("text", typed.to_owned())])) }
        }
        @for (kind, rows) in &found { (section(&words.text(kind), rows)) }
    };
    Ok(Reply::Page(Page::new("", title, body)))
}

fn section(title: &str, rows: &[Found]) -> Markup {
    html! {
        section.card {
            h2 { (title) }
            ul { @for one in rows { li { a href=(one.address) { (one.text) } " " span.quiet { (one.note) } } } }
        }
    }
}
