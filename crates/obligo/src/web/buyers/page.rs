//! One buyer.

use super::list::tabs;
use super::list_parts::{account_of, marks, use_bar};
use super::standing::{cover_card, identity_card, why_sum};
use super::{book_of, notes, payer, tables, trail};
use crate::access::roles::Permission;
use crate::portfolio::{BuyerMark, Portfolio};
use crate::serve::{Call, Page, Reply};
use crate::web::credit::orders::{block, effect};
use crate::web::limits::accepted::decisions_of;
use crate::web::parts::{figure_money, freshness_note, segment, text_of, text_opt};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::buyer::Buyer;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A buyer as the caller may see it.
pub struct View<'v> {
    /// The request.
    pub call: &'v Call,
    /// How the caller's language writes.
    pub words: &'static Words,
    /// The book.
    pub portfolio: &'v Portfolio,
    /// The store's number.
    pub buyer_id: i64,
    /// The account as addresses name it.
    pub account: String,
    /// Master data.
    pub buyer: &'v Buyer,
    /// Lines of the list: the first is of its own policy.
    pub lines: Vec<Value>,
    /// What to look at.
    pub marks: Vec<BuyerMark>,
    /// The companies the caller may see, by number; `None` for all.
    pub companies: Option<BTreeSet<i64>>,
}

impl View<'_> {
    /// The main buyer: itself, or the one it is co-insured under.
    pub fn main_id(&self) -> i64 {
        crate::planning::main_buyer_at(&self.portfolio.snapshot, self.buyer_id).unwrap_or(self.buyer_id)
    }

    /// Its own account and those co-insured under it.
    pub fn accounts(&self) -> Vec<i64> {
        std::iter::once(self.buyer_id)
            .chain(self.portfolio.co_insured_of(self.buyer_id).iter().copied())
            .collect()
    }

    /// The line of its own policy.
    pub fn line(&self) -> &Value {
        self.lines.first().unwrap_or(&Value::Null)
    }

    /// Whether the caller may see items of a company.
    pub fn sees(&self, company_id: i64) -> bool {
        self.companies.as_ref().is_none_or(|own| own.contains(&company_id))
    }

    /// The address of something of this buyer: `notes`, `edit`.
    pub fn address(&self, what: &str) -> String {
        format!("/buyers/{}/{what}", segment(&self.account))
    }
}

/// Finds the buyer the path names and shows it by `body`. Error: `buyer-not-found`.
pub fn of_path(call: &Call, show: impl FnOnce(&View<'_>) -> Result<Page, Problem>) -> Result<Page, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let account = call.path("account");
    let missing = || Problem::refused("buyer-not-found").with("account", account);
    let buyer_id = portfolio.buyer_id(account).ok_or_else(missing)?;
    let buyer = portfolio.snapshot.buyers.get(&buyer_id).ok_or_else(missing)?;
    let book = book_of(call, &portfolio);
    let positions = portfolio.positions_of(buyer_id);
    let lines = positions.iter().filter_map(|n| book.lines.get(*n as usize).cloned()).collect();
    let view = View {
        call,
        words: call.words,
        buyer_id,
        account: account.to_owned(),
        buyer,
        lines,
        marks: positions.first().map(|n| book.marks(*n)).unwrap_or_default(),
        companies: portfolio.company_ids(call.caller.companies()),
        portfolio: &portfolio,
    };
    show(&view)
}

/// `/buyers/{account}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let (_, freshness) = call.portfolio()?;
    let page = of_path(&call, |view| {
        let note = freshness_note(view.words, freshness);
        body(view, &note, &Markup::default())
    })?;
    Ok(Reply::Page(page))
}

/// The whole page, with what is to be said above it and the refused text of a note.
pub fn body(view: &View<'_>, above: &Markup, refused_note: &Markup) -> Result<Page, Problem> {
    let words = view.words;
    let name = if view.buyer.name.is_empty() { view.account.clone() } else { view.buyer.name.clone() };
    let body = html! {
        (tabs(view.call, ""))
        div.head {
            h1 { (name) " " span.quiet { (view.account) } }
            div.marks { (marks(words, &view.marks)) }
        }
        (above)
        (block::in_force(view)?)
        @if view.call.caller.sees_whole_group() && view.buyer.key.prospect.is_empty() { (effect::note(view.call, &view.account)?) }
        (actions(view))
        (figures(view))
        div.grid.wide { (identity_card(view)) (cover_card(view)) }
        (payer::cards(view)?)
        (tables::timeline(view)?)
        (tables::steps(view)?)
        (tables::decisions(view))
        (decisions_of(words, view.portfolio, std::slice::from_ref(&view.account)))
        (tables::co_insured(view))
        (tables::evidence(view))
        (tables::items(view)?)
        (tables::deadlines(view))
        (notes::card(view, refused_note)?)
        (block::put_card(view)?)
        (trail::card(view)?)
    };
    Ok(Page::new("buyers", name, body))
}

/// What can be entered from here, by those who may.
fn actions(view: &View<'_>) -> Markup {
    let (words, caller) = (view.words, &view.call.caller);
    let account = segment(&view.account);
    let all = [
        (Permission::Record, format!("/limits/new?account={account}"), "buyer-new-limit"),
        (Permission::Record, format!("/limits/decide?account={account}"), "decisions-decide"),
        (Permission::Manage, view.address("cover"), "buyer-new-cover"),
        (Permission::Manage, view.address("credit-limits"), "payer-new-limits"),
        (Permission::Record, view.address("evidence"), "buyer-new-evidence"),
        (Permission::Record, view.address("event"), "buyer-new-event"),
        (Permission::Record, view.address("edit"), "buyer-edit"),
    ];
    // An event may be of one company's item; the rest are master data of the whole group.
    let is_offered = |(permission, _, text): &&(Permission, String, &str)| {
        caller.may(*permission) && (caller.sees_whole_group() || *text == "buyer-new-event")
    };
    let offered: Vec<_> = all.iter().filter(is_offered).collect();
    html! {
        @if !offered.is_empty() {
            div.tools {
                @for (_, address, text) in offered { a.button href=(address) { (words.text(text)) } }
            }
        }
    }
}

/// Insured sum, used, room, open, own limits; of a policy that was left too.
fn figures(view: &View<'_>) -> Markup {
    let words = view.words;
    let own_currency = text_of(view.line(), "credit_limit_currency");
    html! {
        @for (n, line) in view.lines.iter().enumerate() {
            @let currency = text_of(line, "currency");
            @if n > 0 { h2 { (words.with("buyer-left-policy", &[("policy", text_of(line, "policy").to_owned())])) } }
            div.figures {
                @for (name, message) in [("insured_sum", "col-insured-sum"), ("insured", "col-used"), ("room", "col-room"), ("open", "col-open")] {
                    @if let Some(amount) = text_opt(line, name) {
                        div.figure { b { (figure_money(words, amount, currency)) } span { (words.text(message)) } }
                    }
                }
                @if n == 0 {
                    @for (name, message, exceeded, currency) in [
                        ("credit_limit", "buyer-credit-limit", "credit_limit_exceeded", own_currency),
                        ("bill_liability", "buyer-bill-liability", "bill_limit_exceeded", currency),
                        ("bill_limit", "buyer-bill-limit", "bill_limit_exceeded", own_currency),
                    ] {
                        @if let Some(amount) = text_opt(line, name).filter(|amount| amount.bytes().any(|b| (b'1'..=b'9').contains(&b))) {
                            @let is_over = line[exceeded] == true;
                            div class=(if is_over { "figure warn" } else { "figure" }) {
                                b { (figure_money(words, amount, currency)) }
                                span { (words.text(message)) @if is_over { " – " (words.text("flag-credit-limit-exceeded")) } }
                            }
                        }
                    }
                }
            }
            @if text_opt(line, "insured_sum").is_some() {
                section.card { (use_bar(words, &format!("limit-{n}"), line)) (why_sum(view, line)) }
            }
        }
    }
}

/// The account of a buyer by number, as addresses name it.
pub fn account_name(portfolio: &Portfolio, buyer_id: i64) -> String {
    portfolio.snapshot.account(buyer_id).to_string()
}

/// A line of the list of another account.
pub fn line_of(
    book: &Arc<crate::portfolio::BuyerBook>,
    portfolio: &Portfolio,
    buyer_id: i64,
) -> Option<Value> {
    let position = *portfolio.positions_of(buyer_id).first()?;
    let line = book.lines.get(position as usize)?;
    debug_assert_eq!(account_of(line), account_name(portfolio, buyer_id));
    Some(line.clone())
}
