//! `/credit/policy`: what is in force, and the versions before and after it.

use super::rules::rules;
use super::{may_change, ways};
use crate::credit::policy::{Version, history, in_force_as_of};
use crate::serve::{Call, Reply};
use crate::web::parts::{Column, Field, chip, date_cell, table};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;

/// `/credit/policy`, `?as_of=` for another day.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let day = call.query_day("as_of")?.unwrap_or(call.today());
    let mut session = call.session();
    let versions = history(&mut session)?;
    let policy = session.read(|tx| in_force_as_of(tx, AsOf::at(day)))?;
    let is_put = versions.iter().any(|version| version.valid_from <= day);
    let title = words.text("credit-tab-policy");
    let iso = day.to_string();
    let body = html! {
        div.head {
            h1 { (title) }
            div.tools {
                @if is_put { a.button href=(format!("/credit/policy/download?as_of={iso}")) { (words.text("credit-policy-download")) } }
                @if may_change(&call) { a.button.primary href="/credit/policy/control" { (words.text("credit-policy-change")) } }
            }
        }
        (ways(&call, "credit-policy-way-page"))
        @if !is_put { p.notice { (words.text("credit-policy-none")) } }
        @else {
            p { strong { (policy.name) } " · " (policy.currency) " · "
                (words.with("credit-policy-in-force-since", &[("date", words.date(policy.valid_from))])) }
        }
        (rules(words, &policy))
        section.card {
            h2 { (words.text("credit-policy-versions")) }
            (versions_table(&call, &versions, &iso))
            form.tools method="get" action="/credit/policy" {
                (Field::new("as_of", &words.text("credit-policy-as-of"), &iso).date())
                button type="submit" { (words.text("credit-policy-show")) }
            }
        }
    };
    Ok(Reply::page("credit", title, body))
}

fn versions_table(call: &Call, versions: &[Version], day: &str) -> Markup {
    let words = call.words;
    let columns = [
        Column::text(words.text("col-valid-from")),
        Column::text(words.text("col-valid-until")),
        Column::text(words.text("col-name")),
        Column::text(words.text("col-state")),
    ];
    let row = |version: &Version| {
        let (from, until) = (version.valid_from.to_string(), version.valid_until.map(|day| day.to_string()));
        let is_shown = from.as_str() <= day && until.as_deref().is_none_or(|until| until >= day);
        html! {
            (date_cell(words, Some(&from)))
            (date_cell(words, until.as_deref()))
            td { a href=(format!("/credit/policy?as_of={from}")) { (if version.name.is_empty() { words.text("credit-tab-policy") } else { version.name.clone() }) } }
            td { @if is_shown { (chip("good", &words.text("credit-policy-shown"))) } }
        }
    };
    let rows: Vec<Markup> = versions.iter().rev().map(row).collect();
    table(
        &words.text("credit-policy-versions"),
        &columns,
        &rows,
        &Markup::default(),
        &words.text("credit-policy-part-none"),
    )
}
