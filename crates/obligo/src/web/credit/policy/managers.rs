//! Credit managers as a tree of seniors and juniors, and a form for one of them.

use super::{may_change, ways};
use crate::credit::policy::managers::{ManagerLine, managers};
use crate::one_row::{OneRow, record};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, form, problem_box};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;

/// Juniors of juniors drawn below each other; deeper ones stand in a list of their own level.
const DEPTH_MAX: usize = 12;

/// `/credit/policy/managers`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// Records a credit manager, as a file with one row would.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let typed = |name: &str| call.field(name).unwrap_or_default().to_owned();
    let values = ["credit_manager", "name", "senior", "user"].map(|name| (name, typed(name)));
    let fields: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let row = OneRow { kind: "credit_managers", fields: &fields, reason: "", companies: None };
    match record(&mut call.session(), row) {
        Ok(_) => Ok(Reply::See("/credit/policy/managers?done=done-saved".to_owned())),
        Err(refusal) => {
            let told = html! { @for problem in refusal.problems.iter().take(20) { (problem_box(call.words, problem)) } };
            let status = refusal.problems.first().map_or(422, http_status);
            Ok(Reply::Page(draw(&call, &told)?.with_status(status)))
        }
    }
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let all = managers(&mut call.session(), AsOf::at(call.today()))?;
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
            @else { (level(words, &all, &top, 0)) }
        }
        @if may_change(call) { section.card { h2 { (words.text("credit-manager-new")) } (new(call, &all)) } }
    };
    Ok(Page::new("credit", title, body))
}

fn level(words: &Words, all: &[ManagerLine], here: &[&ManagerLine], depth: usize) -> Markup {
    html! {
        ul.tree {
            @for line in here {
                @let juniors: Vec<&ManagerLine> = all.iter().filter(|junior| junior.manager.senior == line.manager.code).collect();
                li {
                    strong { (line.manager.code) } " " (line.manager.name)
                    @if !line.is_registered { " " small.quiet { (words.text("credit-manager-unregistered")) } }
                    @if !line.manager.user.is_empty() { " · " (words.with("credit-manager-user", &[("user", line.manager.user.clone())])) }
                    " · " a href=(format!("/buyers?credit_manager={}", crate::web::parts::segment(&line.manager.code))) { (words.count("credit-manager-buyers", line.buyers)) }
                    @if line.buyers_seen > line.buyers { " · " (words.count("credit-manager-seen", line.buyers_seen)) }
                    @if !juniors.is_empty() && depth < DEPTH_MAX { (level(words, all, &juniors, depth + 1)) }
                }
            }
        }
    }
}

fn new(call: &Call, all: &[ManagerLine]) -> Markup {
    let words = call.words;
    let typed = |name: &str| call.field(name).unwrap_or_default().to_owned();
    let mut seniors = vec![(String::new(), "–".to_owned())];
    let registered = all.iter().filter(|line| line.is_registered);
    seniors.extend(registered.map(|line| {
        let manager = &line.manager;
        (manager.code.clone(), format!("{} {}", manager.code, manager.name))
    }));
    let fields = html! {
        (Field::new("credit_manager", &words.text("col-credit-manager"), &typed("credit_manager")).hint(&words.text("credit-manager-code-hint")).required().text("text"))
        (Field::new("name", &words.text("col-name"), &typed("name")).text("text"))
        (Field::new("senior", &words.text("col-senior"), &typed("senior")).select(&seniors))
        (Field::new("user", &words.text("col-user"), &typed("user")).hint(&words.text("credit-manager-user-hint")).text("text"))
        button.primary type="submit" { (words.text("master-save")) }
    };
    form(&call.caller, "/credit/policy/managers", &fields)
}
