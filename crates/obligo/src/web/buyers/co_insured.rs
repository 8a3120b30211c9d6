//! Co-insured customers: by the customer they are insured under, with the fields of the customer's own program.

use super::entry::{answer, done, or_none, refused};
use super::list::tabs;
use super::page::account_name;
use crate::access::roles::Permission;
use crate::co_insured::{CoInsuredRequest, TypedAccount, add, end};
use crate::import::Refusal;
use crate::portfolio::Portfolio;
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{
    Column, Field, amount_cell, buyer_address, form, freshness_note, pager, segment, table, with_query,
};
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::cover::cover_at;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;

/// Insured customers of a page.
const MAINS: usize = 20;

/// `/co-insured`: the customers without a sum of their own, under the customer they are insured with.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let (portfolio, freshness) = call.portfolio()?;
    let title = words.text("co-insured-title");
    let mains = portfolio.mains_of_co_insured();
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(mains.len());
    let shown = mains.get(from..(from + MAINS).min(mains.len())).unwrap_or(&[]);
    let may_manage = call.caller.may_for_group(Permission::Manage);
    let at = |to: usize| {
        let to = if to < from { from.saturating_sub(MAINS) } else { to };
        with_query(&call, &[("from", &to.to_string())])
    };
    let body = html! {
        div.head {
            h1 { (title) }
            @if may_manage { a.button.primary href="/co-insured/new" { (words.text("co-insured-add")) } }
        }
        (tabs(&call, "co-insured"))
        (freshness_note(words, freshness))
        p { (words.text("co-insured-what")) }
        @if mains.is_empty() { p.empty { (words.text("co-insured-none")) } }
        @for main in shown { (one_main(&call, &portfolio, *main, may_manage)) }
        @if mains.len() > MAINS { (pager(words, from, shown.len(), mains.len(), &at)) }
    };
    Ok(Reply::page("buyers", title, body))
}

/// The heading of an insured customer and the accounts insured under it.
fn one_main(call: &Call, portfolio: &Portfolio, main: i64, may_manage: bool) -> Markup {
    let words = call.words;
    let account = account_name(portfolio, main);
    let name = portfolio.snapshot.buyers.get(&main).map_or("", |buyer| buyer.name.as_str());
    let rows: Vec<Markup> =
        portfolio.co_insured_of(main).iter().map(|id| one_row(call, portfolio, *id, may_manage)).collect();
    let mut columns = vec![
        Column::text(words.text("col-account")),
        Column::text(words.text("col-branch")),
        Column::text(words.text("col-account-type")),
        Column::text(words.text("col-name")),
        Column::number(words.text("buyer-credit-limit")),
        Column::text(words.text("col-currency")),
        Column::text(words.text("buyer-information-date")),
        Column::text(words.text("col-valid-from")),
    ];
    if may_manage {
        columns.push(Column::text(words.text("limits-do")));
    }
    html! {
        section.card {
            h2 { a href=(buyer_address(&account)) { (name) " " (account) } }
            (heading(call, portfolio, main))
            (table(&words.with("co-insured-under", &[("account", account.clone())]), &columns, &rows, &Markup::default(), ""))
            @if may_manage {
                p { a href=(format!("/co-insured/new?main_account={}", segment(&account))) { (words.text("co-insured-add-here")) } }
            }
        }
    }
}

/// Master company, insurer, internal number of the policy, insured customer.
fn heading(call: &Call, portfolio: &Portfolio, main: i64) -> Markup {
    let words = call.words;
    let code = policy_of(portfolio, main).unwrap_or_default();
    let (insurer, id) = code.split_once('/').unwrap_or(("", ""));
    let insurer_name = portfolio.snapshot.insurers.get(insurer).map_or("", |one| one.name.as_str());
    html! {
        dl.facts {
            @if let Some(company) = master(portfolio) { dt { (words.text("master-is-master")) } dd { (company) } }
            dt { (words.text("master-insurer")) } dd { (insurer) " " (insurer_name) }
            dt { (words.text("co-insured-policy")) } dd { (id) }
        }
    }
}

/// The company that keeps the insurance data, with its name; none where several groups do.
fn master(portfolio: &Portfolio) -> Option<String> {
    let mut masters = portfolio.snapshot.companies.values().filter(|company| company.master);
    let only = masters.next()?;
    masters.next().is_none().then(|| format!("{} {}", only.company, only.name))
}

fn policy_of(portfolio: &Portfolio, buyer_id: i64) -> Option<String> {
    let rows = portfolio.snapshot.covers.get(&buyer_id)?;
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    let number = cover_at(&covers, portfolio.snapshot.as_of.key_date)?.policy?;
    portfolio.snapshot.policy_code(number).map(str::to_owned)
}

fn one_row(call: &Call, portfolio: &Portfolio, buyer_id: i64, may_manage: bool) -> Markup {
    let words = call.words;
    let key = portfolio.snapshot.account(buyer_id);
    let Some(buyer) = portfolio.snapshot.buyers.get(&buyer_id) else { return Markup::default() };
    let currency = Currency::parse(&buyer.currency).unwrap_or(Currency::EUR);
    let covers: Vec<_> =
        portfolio.snapshot.covers.get(&buyer_id).into_iter().flatten().map(|r| r.cover.clone()).collect();
    let since = cover_at(&covers, portfolio.snapshot.as_of.key_date).map(|cover| cover.valid_from);
    let account = key.to_string();
    html! {
        td { a href=(buyer_address(&account)) { (key.account) } }
        td { (key.branch) }
        td { (key.account_type) }
        td { (buyer.name) }
        (amount_cell(words, buyer.credit_limit.map(|minor| format_minor(minor, currency.exponent())).as_deref()))
        td { (buyer.currency) }
        td.date { (buyer.information_date.map_or_else(|| "–".to_owned(), |day| words.date(day))) }
        td.date { (since.map_or_else(|| "–".to_owned(), |day| words.date(day))) }
        @if may_manage {
            td { a href=(format!("/co-insured/end?account={}", segment(&account))) { (words.text("co-insured-end-short")) } }
        }
    }
}

/// What the form has: as typed, else as the address says.
fn given(call: &Call, name: &str) -> String {
    call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned()
}

fn typed_account(call: &Call, of: &str) -> TypedAccount {
    let part = |name: &str| given(call, &format!("{of}{name}"));
    TypedAccount::new(&part("account"), &part("branch"), &part("account_type"))
}

/// `/co-insured/new`.
pub fn new(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw_new(&call, &Markup::default())?))
}

/// Adds a co-insured customer and shows it with the customer it is insured under.
pub fn save_new(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let amount = given(&call, "credit_limit");
    let day = |name: &str| {
        let typed = given(&call, name);
        words.parse_date(&typed).map_or(typed, |day| day.to_string())
    };
    let request = CoInsuredRequest {
        company: given(&call, "company"),
        insurer: given(&call, "insurer"),
        policy: given(&call, "policy"),
        main: typed_account(&call, "main_"),
        account: typed_account(&call, ""),
        credit_limit: words.parse_amount(&amount).unwrap_or(amount),
        information_date: day("information_date"),
        valid_from: Some(day("valid_from"))
            .filter(|day| !day.is_empty())
            .unwrap_or_else(|| call.today().to_string()),
        reason: given(&call, "why"),
    };
    let mut session = call.session();
    match add(&mut session, &request) {
        Ok((report, main)) => Ok(done(&call, &report, &buyer_address(&main.to_string()))),
        Err(refusal) => answer(&refusal, draw_new(&call, &refused(words, &refusal))),
    }
}

fn draw_new(call: &Call, above: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let snapshot = &portfolio.snapshot;
    let masters: Vec<(String, String)> = snapshot
        .companies
        .values()
        .filter(|company| company.master || company.insured_group.is_empty())
        .map(|company| (company.company.clone(), format!("{} {}", company.company, company.name)))
        .collect();
    let insurers: Vec<(String, String)> = snapshot
        .insurers
        .values()
        .map(|one| (one.insurer.clone(), format!("{} {}", one.insurer, one.name)))
        .collect();
    let numbers: std::collections::BTreeSet<&str> =
        snapshot.policies.keys().filter_map(|code| code.split_once('/')).map(|(_, id)| id).collect();
    let numbers: Vec<(String, String)> =
        numbers.into_iter().map(|id| (id.to_owned(), id.to_owned())).collect();
    // The only one there is is filled in.
    let only = |name: &str, choices: &[(String, String)]| match (given(call, name), choices) {
        (typed, [(one, _)]) if typed.is_empty() => one.clone(),
        (typed, _) => typed,
    };
    let (company, insurer, policy) =
        (only("company", &masters), only("insurer", &insurers), only("policy", &numbers));
    let (main, account) = (typed_account(call, "main_"), typed_account(call, ""));
    let plain = |name: &str| {
        let typed = given(call, name);
        words.parse_amount(&typed).unwrap_or(typed)
    };
    let date = |name: &str| {
        let typed = given(call, name);
        words.parse_date(&typed).map_or(typed, |day| day.to_string())
    };
    let text = |id: &str| words.text(id);
    let [number, branch, kind] = ["col-account", "col-branch", "col-account-type"].map(text);
    let title = text("co-insured-add");
    let fields = html! {
        fieldset {
            legend { (text("co-insured-heading")) }
            div.columns {
                (Field::new("company", &text("master-is-master"), &company).select(&or_none(words, masters)))
                (Field::new("insurer", &text("master-insurer"), &insurer).select(&or_none(words, insurers)))
                (Field::new("policy", &text("co-insured-policy"), &policy).select(&or_none(words, numbers)))
            }
        }
        fieldset {
            legend { (text("co-insured-main")) }
            div.columns {
                (Field::new("main_account", &number, &main.account).required().hint(&text("limits-account-hint")).lookup("/lookup/buyers"))
                (Field::new("main_branch", &branch, &main.branch).lookup("/lookup/branches?of=main_"))
                (Field::new("main_account_type", &kind, &main.account_type).lookup("/lookup/account-types?of=main_"))
            }
        }
        fieldset {
            legend { (text("co-insured-one")) }
            div.columns {
                (Field::new("account", &number, &account.account).required().hint(&text("limits-account-hint")).lookup("/lookup/buyers"))
                (Field::new("branch", &branch, &account.branch).lookup("/lookup/branches"))
                (Field::new("account_type", &kind, &account.account_type).lookup("/lookup/account-types"))
            }
            div.columns {
                (Field::new("credit_limit", &text("buyer-credit-limit"), &plain("credit_limit")).hint(&text("co-insured-credit-limit-hint")).amount(words))
                (Field::new("information_date", &text("buyer-information-date"), &date("information_date")).hint(&text("co-insured-information-hint")).date())
                (Field::new("valid_from", &text("col-valid-from"), &date("valid_from")).hint(&text("co-insured-from-hint")).date())
            }
        }
        (Field::new("why", &text("limits-why"), &given(call, "why")).text("text"))
        button.primary type="submit" { (text("limits-save")) }
    };
    let body = html! {
        p.trail { a href="/co-insured" { (text("co-insured-title")) } }
        h1 { (title) }
        (above)
        p.notice { (text("co-insured-only-branches")) }
        section.card { (form(&call.caller, "/co-insured/new", &fields)) }
    };
    Ok(Page::new("buyers", title, body))
}

/// `/co-insured/end?account=…`.
pub fn end_page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw_end(&call, &Markup::default())?))
}

/// Ends the cover of a co-insured customer.
pub fn save_end(call: Call) -> Result<Reply, Problem> {
    match ended(&call) {
        Ok(report) => Ok(done(&call, &report, "/co-insured")),
        Err(refusal) => answer(&refusal, draw_end(&call, &refused(call.words, &refusal))),
    }
}

fn ended(call: &Call) -> Result<crate::import::ImportReport, Refusal> {
    let last_day: Day = call.field_day("valid_until")?.unwrap_or_else(|| call.today());
    end(&mut call.session(), &typed_account(call, ""), last_day, &given(call, "why"))
}

fn draw_end(call: &Call, above: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let account = given(call, "account");
    let missing = || Problem::refused("buyer-not-found").with("account", &account);
    let buyer_id = portfolio.buyer_id(&account).ok_or_else(missing)?;
    let name = portfolio.snapshot.buyers.get(&buyer_id).map_or("", |buyer| buyer.name.as_str());
    let title = words.text("co-insured-end");
    let until = match call.field("valid_until") {
        Some(typed) => typed.to_owned(),
        None => call.today().to_string(),
    };
    let fields = html! {
        input type="hidden" name="account" value=(account);
        (Field::new("valid_until", &words.text("co-insured-last-day"), &until).required().date())
        (Field::new("why", &words.text("limits-why"), &given(call, "why")).text("text"))
        button.primary type="submit" { (title) }
    };
    let body = html! {
        p.trail { a href="/co-insured" { (words.text("co-insured-title")) } }
        h1 { (title) }
        (above)
        p { strong { (name) } " " (account) }
        section.card { (form(&call.caller, "/co-insured/end", &fields)) }
    };
    Ok(Page::new("buyers", title, body))
}
