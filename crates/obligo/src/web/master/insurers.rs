//! Insurers.

use super::record::Form;
use crate::access::roles::Permission;
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Column, Field, segment, table};
use maud::{Markup, html};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::insurer::{Insurer, insurer_all};

static FORM: Form = Form {
    kind: "insurers",
    fields: &["insurer", "name", "country", "account", "postal_address"],
    list: "/insurers",
    list_title: "nav-insurers",
    now: |tx, code| {
        let all = insurer_all(tx, AsOf::at(Day::LAST))?;
        let values =
            |i: &Insurer| [code, &i.name, &i.country, &i.account, &i.postal_address].map(str::to_owned);
        Ok(all.get(code).map(|insurer| values(insurer).to_vec()))
    },
};

/// `/insurers`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let all = call.house.store.read(|tx| insurer_all(tx, AsOf::at(Day::LAST)))?;
    let may_change = call.caller.may(Permission::Manage) && call.caller.sees_whole_group();
    let columns = [
        Column::text(words.text("master-insurer")),
        Column::text(words.text("col-name")),
        Column::text(words.text("col-country")),
        Column::text(words.text("col-account")),
    ];
    let row = |(code, insurer): (&String, &Insurer)| {
        html! {
            td { @if may_change { a href=(format!("/insurers/edit?insurer={}", segment(code))) { (code) } } @else { (code) } }
            td { (insurer.name) }
            td { (insurer.country) }
            td { (insurer.account) }
        }
    };
    let rows: Vec<Markup> = all.iter().map(row).collect();
    let title = words.text("nav-insurers");
    let body = html! {
        div.head {
            h1 { (title) }
            a.button href="/layouts" { (words.text("layouts-title")) }
            @if may_change { a.button.primary href="/insurers/edit" { (words.text("master-insurer-add")) } }
        }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("master-insurers-none")))
    };
    Ok(Reply::page("insurers", title, body))
}

/// `/insurers/edit`, of one or of a new one.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// Saves it.
pub fn save(call: Call) -> Result<Reply, Problem> {
    FORM.save(&call, |told| draw(&call, told))
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let drawn = FORM.draw(call)?;
    let value = |name: &str| drawn.value(name);
    let title = words.text(if drawn.is_known() { "master-insurer-change" } else { "master-insurer-add" });
    let fields = html! {
        div.columns {
            (Field::new("insurer", &words.text("master-insurer"), &value("insurer")).required().hint(&words.text("master-insurer-hint")).text("text"))
            (Field::new("name", &words.text("col-name"), &value("name")).text("text"))
            (Field::new("country", &words.text("col-country"), &value("country")).hint(&words.text("master-country-hint")).text("text"))
            (Field::new("account", &words.text("col-account"), &value("account")).text("text"))
        }
    };
    Ok(drawn.page(title, told, &fields))
}
