//! The final runs, newest first.

use super::lines::heading;
use crate::access::roles::Permission;
use crate::runs;
use crate::serve::{Call, Reply};
use crate::web::parts::{Column, Field, chip, date_cell, pager, table, text_of, text_opt, with_query};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Rows of a page.
const ROWS: usize = 50;

/// `/runs`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let mut all = Vec::new();
    runs::list(&mut call.session(), None, &mut |line| {
        all.push(line);
        Ok(())
    })?;
    let is_any = !all.is_empty();
    let of_field =
        |line: &Value, name: &str| call.query(name).is_none_or(|wanted| text_of(line, name) == wanted);
    let state = call.query("state");
    let lines: Vec<&Value> = all
        .iter()
        .rev()
        .filter(|line| of_field(line, "policy") && of_field(line, "kind"))
        .filter(|line| state.is_none_or(|state| (state == "reversed") == (line["reversed"] == true)))
        .collect();
    let from = usize::try_from(call.query_number("from", 0, 0)?).unwrap_or(0).min(lines.len());
    let rows: Vec<Markup> = lines.iter().skip(from).take(ROWS).map(|line| row(words, line)).collect();
    let title = words.text("nav-runs");
    let body = html! {
        div.head {
            h1 { (title) }
            div.tools {
                @if call.caller.may(Permission::Run) { a.button href="/runs/close-day" { (words.text("runs-close-day")) } }
                a.button.primary href="/runs/new" { (words.text("runs-start")) }
            }
        }
        @if is_any { (filters(&call)?) }
        (table(&words.text("runs-title"), &columns(words), &rows, &Markup::default(), &words.text(if is_any { "runs-none-fits" } else { "runs-none" })))
        @if lines.len() > ROWS {
            (pager(words, from, rows.len(), lines.len(), &|to| with_query(&call, &[("from", &to.to_string())])))
        }
    };
    Ok(Reply::page("runs", title, body))
}

fn filters(call: &Call) -> Result<Markup, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let with_all = |choices: Vec<(String, String)>| -> Vec<(String, String)> {
        std::iter::once((String::new(), words.text("filter-all"))).chain(choices).collect()
    };
    let policies =
        with_all(portfolio.snapshot.policies.keys().map(|code| (code.clone(), code.clone())).collect());
    let kinds = with_all(
        ["declare", "notify"].map(|kind| (kind.to_owned(), words.text(&format!("run-{kind}")))).to_vec(),
    );
    let states = with_all(vec![
        ("standing".to_owned(), words.text("runs-standing")),
        ("reversed".to_owned(), words.text("flag-reversed")),
    ]);
    let value = |name: &str| call.query(name).unwrap_or("").to_owned();
    Ok(html! {
        form.tools action="/runs" method="get" {
            (Field::new("policy", &words.text("col-policy"), &value("policy")).select(&policies))
            (Field::new("kind", &words.text("col-kind"), &value("kind")).select(&kinds))
            (Field::new("state", &words.text("col-state"), &value("state")).select(&states))
            button type="submit" { (words.text("filter-apply")) }
        }
    })
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        Column::number(heading(words, "run")),
        Column::text(heading(words, "kind")),
        Column::text(heading(words, "policy")),
        Column::text(heading(words, "key_date")),
        Column::number(heading(words, "amount")),
        Column::number(heading(words, "changes")),
        Column::text(heading(words, "actor")),
        Column::text(heading(words, "recorded_at")),
        Column::text(heading(words, "state")),
    ]
}

fn row(words: &Words, line: &Value) -> Markup {
    let number = line["run"].to_string();
    let totals = &line["totals"];
    let amount = text_opt(totals, if text_of(line, "kind") == "declare" { "declared" } else { "amount" });
    html! {
        td.number { a href=(format!("/runs/{number}")) { (number) } }
        td { (kind(words, text_of(line, "kind"), text_of(line, "buyers"))) }
        td { (text_of(line, "policy")) }
        (date_cell(words, text_opt(line, "key_date")))
        td.number { @match amount { Some(amount) => (words.money(amount, text_of(totals, "currency"))), None => "–" } }
        td.number { (words.number(&line["changes"].to_string())) }
        td { (text_of(line, "actor")) }
        td.date { (words.instant(text_of(line, "recorded_at"))) }
        td {
            @if line["reversed"] == true { (chip("bad", &words.text("flag-reversed"))) " " span.quiet { (text_of(line, "reversed_reason")) } }
            @else { (chip("good", &words.text("runs-standing"))) }
        }
    }
}

/// Kind of a run with its buyers.
pub fn kind(words: &Words, kind: &str, buyers: &str) -> String {
    let name = words.text(&format!("run-{kind}"));
    if buyers.is_empty() { name } else { format!("{name}, {}", words.text(&format!("runs-buyers-{buyers}"))) }
}
