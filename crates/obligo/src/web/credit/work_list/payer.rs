//! The desk: everything about one payer on one page, and the way to the next one.

use super::{choice, items, notes, reasons, recorded};
use crate::access::roles::Permission;
use crate::credit::payers::PayerStanding;
use crate::credit::work_list::{Desk, desk};
use crate::items::ItemFigures;
use crate::portfolio::Portfolio;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::buyers::list_parts::use_bar;
use crate::web::credit::{payment_behaviour_card, tabs};
use crate::web::limits::accepted::decisions_of;
use crate::web::parts::{buyer_address, freshness_note, problem_box, segment, text_opt};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::buyer::Buyer;

/// A payer as its desk shows it.
pub struct View<'v> {
    /// The request.
    pub call: &'v Call,
    /// How the caller's language writes.
    pub words: &'static Words,
    /// The book.
    pub portfolio: &'v Portfolio,
    /// Master data.
    pub buyer: &'v Buyer,
    /// The account as addresses name it.
    pub account: String,
    /// How it stands today.
    pub standing: &'v PayerStanding,
    /// What was recorded.
    pub desk: Desk,
    /// The open items of all customers it pays for, the oldest due first.
    pub items: Vec<ItemFigures>,
}

impl View<'_> {
    /// Whether the caller may record work.
    pub fn may_record(&self) -> bool {
        self.call.caller.may(Permission::Record)
    }

    /// Where a form of this page goes, with what chose the list.
    pub fn address(&self, what: &str) -> String {
        format!("/credit/payers/{}/{what}{}", segment(&self.account), choice::query(self.call))
    }

    /// An amount of the payer.
    pub fn money(&self, minor: i64) -> String {
        let currency = self.standing.currency;
        self.words.money(&format_minor(minor, currency.exponent()), currency.code())
    }

    /// The account some places further on the list.
    fn neighbour(&self, step: isize) -> Option<String> {
        let at = self.desk.position(self.standing.payer)?.checked_add_signed(step)?;
        let payer = self.desk.payers.get(at)?;
        self.portfolio.snapshot.buyers.get(payer).map(|buyer| buyer.key.to_string())
    }

    /// The payer after this one.
    pub fn next(&self) -> Option<String> {
        if self.desk.position(self.standing.payer).is_some() {
            return self.neighbour(1);
        }
        // Whoever is off the list goes on at its top.
        let first = self.desk.payers.first()?;
        self.portfolio.snapshot.buyers.get(first).map(|buyer| buyer.key.to_string())
    }
}

/// Finds the payer the path names and shows it by `show`. A customer somebody else pays for has no desk. Error: `buyer-not-found`.
pub fn of_path<T>(call: &Call, show: impl FnOnce(&View<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
    // What is recorded here is read from the store: nobody waits for the figures of a whole ledger after each note.
    let portfolio = call.house.keeper.for_orders(call.today())?.portfolio;
    let account = call.path("account");
    let missing = || Problem::refused("buyer-not-found").with("account", account);
    let payer = portfolio.buyer_id(account).ok_or_else(missing)?;
    let buyer = portfolio.snapshot.buyers.get(&payer).ok_or_else(missing)?;
    let standing = portfolio.payers()?.get(payer).ok_or_else(missing)?;
    let customers = standing.customers.iter();
    let mut items: Vec<ItemFigures> =
        customers.flat_map(|customer| portfolio.items_of(*customer)).copied().collect();
    items.sort_by_key(|item| (item.net_due_date, item.item_id));
    let shown: Vec<i64> = items.iter().take(items::ROWS).map(|item| item.item_id).collect();
    let desk =
        desk(&mut call.session(), &call.house.work_lists, payer, &shown, &choice::of(call), call.today())?;
    let view = View {
        call,
        words: call.words,
        buyer,
        account: account.to_owned(),
        standing,
        desk,
        items,
        portfolio: &portfolio,
    };
    show(&view)
}

/// `/credit/payers/{account}`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let freshness = call.house.keeper.for_orders(call.today())?.freshness;
    let page = of_path(&call, |view| body(view, &freshness_note(view.words, freshness)))?;
    Ok(Reply::Page(page))
}

/// What a form of this page answers: where it goes on, or the page again with what was refused and typed.
pub fn answered(call: &Call, place: &str, done: Result<(), Problem>) -> Result<Reply, Problem> {
    match done {
        Ok(()) => {
            let next = of_path(call, |view| Ok(view.next()))?;
            Ok(Reply::See(choice::then(call, next.as_deref(), place)))
        }
        Err(problem) => {
            let page = of_path(call, |view| body(view, &problem_box(view.words, &problem)))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

fn body(view: &View<'_>, above: &Markup) -> Result<Page, Problem> {
    let words = view.words;
    let name = if view.buyer.name.is_empty() { view.account.clone() } else { view.buyer.name.clone() };
    let body = html! {
        (tabs(words, &view.call.caller, "work-list"))
        div.head {
            h1 { (name) " " span.quiet { (view.account) } }
            (way(view))
        }
        (above)
        (reasons::card(view))
        (figures(view))
        div.grid.wide {
            (notes::card(view))
            div.stack {
                (who(view))
                (payment_behaviour_card(view.call, view.portfolio, view.standing)?)
            }
        }
        (items::card(view)?)
        (decisions(view))
        div.grid.wide {
            (recorded::actions(view))
            (recorded::runs(view))
        }
    };
    Ok(Page::new("credit", name, body))
}

/// Place on the list, and the ways to its neighbours.
fn way(view: &View<'_>) -> Markup {
    let words = view.words;
    let query = choice::query(view.call);
    let position = view.desk.position(view.standing.payer);
    let number = |n: usize| words.number(&n.to_string());
    html! {
        nav.way aria-label=(words.text("credit-way")) {
            a.button href=(format!("/credit{query}")) data-key="u" { (words.text("credit-list")) }
            @if let Some(back) = view.neighbour(-1) {
                a.button rel="prev" data-key="p" href=(choice::payer_address(&back, &query)) { (words.text("credit-back")) }
            }
            span.place {
                @match position {
                    Some(at) => (words.with("credit-place", &[("place", number(at + 1)), ("total", number(view.desk.payers.len()))])),
                    None => (words.text("credit-not-listed")),
                }
            }
            @if let Some(next) = view.next() {
                a.button rel="next" data-key="n" href=(choice::payer_address(&next, &query)) { (words.text("credit-next")) }
            }
        }
    }
}

/// What is owed and insured.
fn figures(view: &View<'_>) -> Markup {
    let words = view.words;
    let standing = &view.standing.standing;
    let days = standing.days_overdue.filter(|days| *days > 0);
    let one = |label: &str, value: String, tone: &'static str| {
        html! { div.figure class=(tone) { b { (value) } span { (words.text(label)) } } }
    };
    let tone = |is_bad: bool, tone: &'static str| if is_bad { tone } else { "" };
    let sum = standing.insured_sum.unwrap_or(0);
    let is_exceeded = standing.insured_exposure > sum && standing.insured_sum.is_some();
    html! {
        div.figures {
            (one("col-overdue", view.money(standing.past_due), tone(standing.past_due > 0, "bad")))
            (one("credit-outstanding", view.money(standing.outstanding), ""))
            @if standing.orders != 0 { (one("credit-orders", view.money(standing.orders), "")) }
            @if let Some(days) = days { (one("credit-oldest", words.count("credit-days", usize::try_from(days).unwrap_or(0)), "warn")) }
            @if standing.insured_sum.is_some() {
                (one("credit-exposure", view.money(standing.insured_exposure), tone(is_exceeded, "bad")))
                (one("col-insured-sum", view.money(sum), ""))
            } @else {
                (one("col-insured-sum", words.text("credit-uninsured"), "bad"))
            }
            @if standing.accepted_excess > 0 { (one("credit-accepted", view.money(standing.accepted_excess), "")) }
        }
    }
}

/// Who it is, own limits, cover, and where the rest is.
fn who(view: &View<'_>) -> Markup {
    let (words, buyer) = (view.words, view.buyer);
    let standing = &view.standing.standing;
    let limits = &standing.limits;
    let own = [
        ("credit-limit-past-due", limits.past_due.map(|minor| view.money(minor))),
        ("credit-limit-outstanding", limits.outstanding.map(|minor| view.money(minor))),
        ("credit-limit-orders", limits.outstanding_and_orders.map(|minor| view.money(minor))),
        (
            "credit-limit-days",
            limits.days_overdue.map(|days| words.count("credit-days", usize::try_from(days).unwrap_or(0))),
        ),
    ];
    let others: Vec<&i64> =
        view.standing.customers.iter().filter(|customer| **customer != view.standing.payer).collect();
    let customers = view.standing.customers.iter();
    let lines = customers.flat_map(|customer| view.portfolio.lines_of(*customer));
    let sums = lines.filter(|line| text_opt(line, "insured_sum").is_some());
    let account = segment(&view.account);
    html! {
        section.card #payer {
            h2 { (words.text("credit-who")) }
            @for (n, line) in sums.enumerate() { (use_bar(words, &format!("payer-limit-{n}"), line)) }
            dl.facts {
                @if !buyer.postal_address.is_empty() { dt { (words.text("credit-address")) } dd { (buyer.postal_address) } }
                @if !view.standing.credit_manager.is_empty() { dt { (words.text("col-credit-manager")) } dd { (view.standing.credit_manager) } }
                @if let Some(group) = &view.standing.group { dt { (words.text("credit-group")) } dd { (group) } }
                @for (label, value) in own {
                    @if let Some(value) = value { dt { (words.text(label)) } dd { (value) } }
                }
                @if let Some(day) = standing.uncovered_from { dt { (words.text("col-uncovered-from")) } dd.bad-text { (words.date(day)) } }
                @if let Some(day) = standing.deadline { dt { (words.text("credit-next-deadline")) } dd { (words.date(day)) } }
                @if let Some(day) = standing.limit_ends { dt { (words.text("credit-limit-ends")) } dd { (words.date(day)) } }
                @if let Some(days) = standing.days_late { dt { (words.text("credit-days-late")) } dd { (words.with("credit-days", &[("count", days.to_string()), ("shown", words.number(&days.to_string()))])) } }
                @if !others.is_empty() {
                    dt { (words.text("credit-pays-for")) }
                    dd {
                        @for id in others {
                            @if let Some(customer) = view.portfolio.snapshot.buyers.get(id) {
                                div { a href=(buyer_address(&customer.key.to_string())) { (customer.name) } " " span.quiet { (customer.key) } }
                            }
                        }
                    }
                }
            }
            p.links.no-print {
                a href=(buyer_address(&view.account)) { (words.text("credit-to-buyer")) }
                @if view.call.caller.may_for_group(Permission::Record) {
                    " · " a href=(format!("/limits/new?account={account}")) { (words.text("buyer-new-limit")) }
                    " · " a href=(format!("/limits/decide?account={account}")) { (words.text("decisions-decide")) }
                }
            }
        }
    }
}

/// What was decided on exceeded insurance limits of the customers it pays for.
fn decisions(view: &View<'_>) -> Markup {
    let customers = view.standing.customers.iter();
    let accounts: Vec<String> =
        customers.map(|customer| view.portfolio.snapshot.account(*customer).to_string()).collect();
    decisions_of(view.words, view.portfolio, &accounts)
}
