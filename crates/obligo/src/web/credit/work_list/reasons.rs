//! Why a payer is on the list, each reason with its two values and the action taken.

use super::list::{change_chip, reason_tone};
use super::payer::{View, answered};
use crate::credit::work_list::{NewAction, WorkedLine, criterion_text, record_actions, value_text};
use crate::serve::{Call, Reply};
use crate::web::parts::{Column, chip, form, table};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, Reason};
use obligo_store::payer_action::PayerActionRow;

/// The reasons of the last run, as a form where the caller may record actions.
pub fn card(view: &View<'_>) -> Markup {
    let words = view.words;
    html! {
        section.card #reasons {
            div.head {
                h2 { (words.text("col-reasons")) }
                @if let Some(worked) = &view.desk.line { (change_chip(words, worked.line.selected.change)) }
            }
            @match &view.desk.line {
                None => p.quiet { (words.text("credit-never-selected")) },
                Some(worked) if worked.line.selected.change == Change::Cleared => p { (words.text("credit-cleared")) },
                Some(worked) => {
                    @if let Some(until) = worked.line.selected.waits_until {
                        p.quiet { (words.with("credit-waits", &[("date", words.date(until))])) }
                    }
                    (reasons(view, worked))
                },
            }
        }
    }
}

fn reasons(view: &View<'_>, worked: &WorkedLine) -> Markup {
    let words = view.words;
    let columns = [
        Column::text(words.text("col-criterion")),
        Column::number(words.text("col-actual")),
        Column::number(words.text("col-limit")),
        Column::text(words.text("credit-since-run")),
        Column::text(words.text("col-action")),
        Column::text(words.text("col-remark")),
    ];
    let reasons = worked.line.selected.reasons.iter().zip(&worked.actions);
    let rows: Vec<Markup> =
        reasons.map(|(reason, action)| row(view, worked, reason, action.as_ref())).collect();
    let shown = table(&words.text("col-reasons"), &columns, &rows, &Markup::default(), "");
    if !may_act(view) {
        return html! {
            div.tight { (shown) }
            @if view.desk.codes.is_empty() { p.quiet { (words.text("credit-no-codes")) } }
        };
    }
    let fields = html! {
        div.tight { (shown) }
        div.tools {
            button type="submit" { (words.text("credit-save")) }
            button.primary type="submit" name="then" value="next" { (words.text("credit-save-next")) }
        }
    };
    form(&view.call.caller, &view.address("actions"), &fields)
}

/// Whether actions can be recorded here: by whom may, with codes to choose from.
fn may_act(view: &View<'_>) -> bool {
    view.may_record() && !view.desk.codes.is_empty()
}

fn row(view: &View<'_>, worked: &WorkedLine, reason: &Reason, action: Option<&PayerActionRow>) -> Markup {
    let (words, fired) = (view.words, &reason.fired);
    let currency = worked.line.selected.currency;
    let name = criterion_text(words, &fired.name);
    let typed = |field: &str| view.call.field(&format!("{field}:{}", fired.name));
    let code = typed("action").map(str::to_owned).or_else(|| action.map(|a| a.action_code.to_string()));
    let remark = typed("remark").or(action.map(|a| a.remark.as_str())).unwrap_or("");
    let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    html! {
        td { (chip(reason_tone(reason), &name)) }
        td.number { (or_dash(value_text(words, fired.actual, currency))) }
        td.number { (or_dash(value_text(words, fired.limit, currency))) }
        td { (words.number(&reason.since.to_string())) }
        @if may_act(view) {
            td {
                select name=(format!("action:{}", fired.name)) aria-label=(words.with("credit-action-on", &[("criterion", name.clone())])) {
                    option value="" { "–" }
                    @for (number, text) in &view.desk.codes {
                        option value=(number) selected[code.as_deref() == Some(&number.to_string())] { (number) " " (text) }
                    }
                }
                @if let Some(action) = action { small.quiet { (action.recorded_by) ", " (words.instant(&action.recorded_at)) } }
            }
            td { input type="text" name=(format!("remark:{}", fired.name)) value=(remark) aria-label=(words.with("credit-remark-on", &[("criterion", name)])); }
        } @else {
            td { @if let Some(action) = action { (view.desk.codes.get(&action.action_code).map_or("", String::as_str)) } }
            td { (remark) }
        }
    }
}

/// Records the actions that differ from what counted before.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let done = recorded(&call);
    answered(&call, "reasons", done)
}

fn recorded(call: &Call) -> Result<(), Problem> {
    let actions = super::payer::of_path(call, |view| Ok(changed(view)))??;
    if actions.is_empty() {
        return Ok(());
    }
    record_actions(&mut call.session(), call.path("account"), &actions).map(|_| ())
}

/// What was typed and differs from the action that counts; an emptied choice takes the action back.
fn changed(view: &View<'_>) -> Result<Vec<NewAction>, Problem> {
    let mut actions = Vec::new();
    for (name, code) in view.call.fields() {
        let Some(criterion) = name.strip_prefix("action:") else { continue };
        let remark = view.call.field(&format!("remark:{criterion}")).unwrap_or("");
        let before = view.desk.line.as_ref().and_then(|worked| {
            let at = worked.line.selected.reasons.iter().position(|r| r.fired.name == criterion)?;
            worked.actions.get(at)?.as_ref()
        });
        let wrong = || Problem::refused("action-code-unknown").with("action", code).with("known", "1–99");
        let code = if code.trim().is_empty() { 0 } else { code.trim().parse().map_err(|_| wrong())? };
        let is_same = match before {
            Some(action) => action.action_code == code && action.remark == remark,
            None => code == 0,
        };
        if !is_same {
            actions.push(NewAction { criterion: criterion.to_owned(), code, remark: remark.to_owned() });
        }
    }
    Ok(actions)
}
