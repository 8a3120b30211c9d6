//! Credit managers as a tree of seniors and juniors, a form for one of them, and the end of one.

use super::{may_change, ways};
use crate::credit::policy::managers::{
    ManagerLine, end as end_manager, manager_unchanged, managers_with, version,
};
use crate::one_row::{OneRow, record};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box, segment};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;

/// Juniors of juniors drawn below each other; deeper ones stand in a list of their own level.
const DEPTH_MAX: usize = 12;

const ADDRESS: &str = "/credit/policy/managers";

/// `/credit/policy/managers`, `?edit=` to change one.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// Records a credit manager, as a file with one row would.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let typed = |name: &str| call.field(name).unwrap_or_default().to_owned();
    let values = ["credit_manager", "name", "senior", "user"].map(|name| (name, typed(name)));
    let fields: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let row = OneRow { kind: "credit_managers", fields: &fields, reason: "", companies: None };
    let mut session = call.session();
    let code = typed("credit_manager");
    session.precondition = Some(manager_unchanged(call.today(), code.trim(), &typed("version")));
    match record(&mut session, row) {
        Ok(_) => Ok(Reply::See(format!("{ADDRESS}?done=done-saved"))),
        Err(refusal) => refused(&call, &refusal.problems),
    }
}

/// Ends one.
pub fn end(call: Call) -> Result<Reply, Problem> {
    let code = call.path("credit_manager");
    let mut session = call.session();
    let seen = call.field("version").unwrap_or_default();
    session.precondition = Some(manager_unchanged(call.today(), code, seen));
    let done = call.field_day("last_day").and_then(|last_day| {
        end_manager(&mut session, code, last_day, call.field("reason").unwrap_or_default())
    });
    match done {
        Ok(_) => Ok(Reply::See(format!("{ADDRESS}?done=done-saved"))),
        Err(problem) => refused(&call, &[problem]),
    }
}

fn refused(call: &Call, problems: &[Problem]) -> Result<Reply, Problem> {
    let told = html! { @for problem in problems.iter().take(20) { (problem_box(call.words, problem)) } };
    let status = problems.first().map_or(422, http_status);
    Ok(Reply::Page(draw(call, &told)?.with_status(status)))
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let as_of = AsOf::at(call.today());
    let all = call.session().read(|tx| managers_with(tx, as_of, &portfolio.buyers_of_managers))?;
    let title = words.text("credit-policy-way-managers");
    let is_known = |code: &str| all.iter().any(|line| line.manager.code == code);
    let top: Vec<&ManagerLine> =
        all.iter().filter(|line| line.manager.senior.is_empty() || !is_known(&line.manager.senior)).collect();
    let body = html! {
        h1 { (title) }
        (ways(call, "credit-policy-way-managers"))
        (told)
        p.quiet { (words.text("credit-managers-why")) }
        section.card {
            @if all.is_empty() { p { (words.text("credit-managers-none")) } }
            @else { (level(call, &all, &top, 0)) }
        }
        @if may_change(call) { (card(call, &all)) }
    };
    Ok(Page::new("credit", title, body))
}

fn level(call: &Call, all: &[ManagerLine], here: &[&ManagerLine], depth: usize) -> Markup {
    let words = call.words;
    html! {
        ul.tree {
            @for line in here {
                @let juniors: Vec<&ManagerLine> = all.iter().filter(|junior| junior.manager.senior == line.manager.code).collect();
                li {
                    (one(words, line))
                    @if may_change(call) {
                        @let address = format!("{ADDRESS}?edit={}#manager", segment(&line.manager.code));
                        @let id = if line.is_registered { "credit-manager-change" } else { "credit-manager-register" };
                        span.no-print { " · " a href=(address) { (words.text(id)) } }
                    }
                    @if !juniors.is_empty() && depth < DEPTH_MAX { (level(call, all, &juniors, depth + 1)) }
                }
            }
        }
    }
}

fn one(words: &Words, line: &ManagerLine) -> Markup {
    let manager = &line.manager;
    html! {
        strong { (manager.code) } " " (manager.name)
        @if !line.is_registered { " " small.quiet { (words.text("credit-manager-unregistered")) } }
        @if !manager.user.is_empty() { " · " (words.with("credit-manager-user", &[("user", manager.user.clone())])) }
        " · " a href=(format!("/buyers?credit_manager={}", segment(&manager.code))) { (words.count("credit-manager-buyers", line.buyers)) }
        @if line.buyers_seen > line.buyers { " · " (words.count("credit-manager-seen", line.buyers_seen)) }
    }
}

/// The form of a new one, or of the one to be changed, which can also be ended.
fn card(call: &Call, all: &[ManagerLine]) -> Markup {
    let words = call.words;
    let ended = Some(call.path("credit_manager")).filter(|code| !code.is_empty());
    let code = call.field("credit_manager").or(ended).or(call.query("edit")).unwrap_or_default();
    let known = all.iter().find(|line| line.is_registered && line.manager.code == code);
    let title = if let Some(line) = known {
        html! { (words.text("credit-manager-change")) " " span.quiet { (line.manager.code) } }
    } else {
        html! { (words.text("credit-manager-new")) }
    };
    html! {
        section.card.no-print #manager {
            h2 { (title) }
            (change(call, all, code, known))
            @if let Some(line) = known { (end_form(call, line, ended.is_some())) }
        }
    }
}

fn change(call: &Call, all: &[ManagerLine], code: &str, known: Option<&ManagerLine>) -> Markup {
    let words = call.words;
    let manager = known.map(|line| line.manager.clone()).unwrap_or_default();
    let value = |name: &str, now: &str| call.field(name).unwrap_or(now).to_owned();
    let mut seniors = vec![(String::new(), "–".to_owned())];
    let registered = all.iter().filter(|line| line.is_registered && line.manager.code != code);
    seniors.extend(registered.map(|line| {
        let manager = &line.manager;
        (manager.code.clone(), format!("{} {}", manager.code, manager.name))
    }));
    // What was refused goes on from what there is now, which the tree above shows.
    let seen = version(known.map(|line| &line.manager));
    let fields = html! {
        input type="hidden" name="version" value=(seen);
        @if known.is_some() { input type="hidden" name="credit_manager" value=(code); }
        div.columns {
            @if known.is_none() { (Field::new("credit_manager", &words.text("col-credit-manager"), code).hint(&words.text("credit-manager-code-hint")).required().text("text")) }
            (Field::new("name", &words.text("col-name"), &value("name", &manager.name)).text("text"))
            (Field::new("senior", &words.text("col-senior"), &value("senior", &manager.senior)).select(&seniors))
            (Field::new("user", &words.text("col-user"), &value("user", &manager.user)).hint(&words.text("credit-manager-user-hint")).text("text"))
        }
        button.primary type="submit" { (words.text("master-save")) }
    };
    form(&call.caller, ADDRESS, &fields)
}

fn end_form(call: &Call, line: &ManagerLine, is_open: bool) -> Markup {
    let words = call.words;
    let last_day = call.field("last_day").map_or_else(|| call.today().to_string(), str::to_owned);
    let fields = html! {
        input type="hidden" name="version" value=(version(Some(&line.manager)));
        p.quiet { (words.text("credit-manager-end-why")) }
        div.columns {
            (Field::new("last_day", &words.text("exception-last-day"), &last_day).date())
            (Field::new("reason", &words.text("col-reason"), call.field("reason").unwrap_or("")).required().text("text"))
        }
        button type="submit" { (words.text("credit-manager-end")) }
    };
    let action = format!("{ADDRESS}/{}/end", segment(&line.manager.code));
    html! {
        details open[is_open] {
            summary { (words.text("credit-manager-end")) }
            (form(&call.caller, &action, &fields))
        }
    }
}
