//! `explain`.

use super::args::{When, examples};
use super::context::Context;
use super::items::status_tone;
use super::paint::Tone;
use super::report::wrapped;
use super::view::{amount, insured_tone, text};
use clap::Args;
use obligo::edit::DEADLINE_NAMES;
use obligo::items::ItemName;
use obligo::messages::visible;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::fmt::Write as _;

/// Changes in the history that people see before the rest is counted.
const HISTORY_SHOWN: usize = 50;

/// Explain why an item has its status, insured amount and dates
///
/// ITEM is COMPANY/DOCUMENT/KIND, for example 01/4711/invoice; the kind may be left out where it is clear. Where several accounts have
/// it: COMPANY/DOCUMENT/KIND@ACCOUNT/BRANCH/TYPE.
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo explain 01/4711/invoice --as-of 2024-05-31"))]
pub struct ExplainArgs {
    /// The item: COMPANY/DOCUMENT/KIND
    item: String,
    #[command(flatten)]
    when: When,
}

/// Dates of an item before its deadlines and after them, in the order people meet them.
const DATES: [&str; 4] = ["document_date", "net_due_date", "extended_due_date", "receivable_start"];
const REPORTED: [&str; 3] = ["reporting_status", "reported_on", "follow_up_on"];

/// `explain`.
pub fn explain_command(context: &mut Context, args: &ExplainArgs) -> Result<(), Problem> {
    let name = ItemName::parse(&args.item)?;
    let mut session = context.open()?;
    let (as_of, known_at) = args.when.at(session.today());
    let item = obligo::explain::explain(&mut session, &name, as_of, known_at)?;
    if context.json {
        return context.out.json(&item);
    }
    print_head(context, &item, as_of)?;
    print_buyer(context, &item["buyer"])?;
    print_reasons(context, "explain-why", &item["reasons"])?;
    print_reasons(context, "explain-would-change", &item["would_change"])?;
    print_history(context, &item["history"])
}

fn print_head(context: &mut Context, item: &Value, as_of: Day) -> Result<(), Problem> {
    let name = format!("{}/{}/{}", text(item, "company"), text(item, "document_no"), text(item, "kind"));
    let buyer = format!("{} {}", text(item, "account"), text(item, "name"));
    let date = context.text("as-of", &[("date", as_of.to_string())]);
    context.headline(&visible(&name), &[visible(&buyer), text(item, "policy").to_owned(), date])?;
    let (open, insured) =
        (money(context, item, "open", "currency"), money(context, item, "insured", "policy_currency"));
    let insurable = money(context, item, "insurable_open", "policy_currency");
    let status = text(item, "status");
    let meaning = context.text(&format!("status-{}", if status == "?" { "unexamined" } else { status }), &[]);
    print_datum(context, "open", &open, Tone::Plain)?;
    print_datum(context, "insurable_open", &insurable, Tone::Plain)?;
    print_datum(context, "insured", &insured, insured_tone(item))?;
    print_datum(context, "status", &format!("{status} {meaning}"), status_tone(item))?;
    for key in DATES.iter().chain(&DEADLINE_NAMES).chain(&REPORTED) {
        print_datum(context, key, text(item, key), Tone::Plain)?;
    }
    if item["blocks_new"] == Value::Bool(true) {
        let yes = context.text("flag-blocks-new", &[]);
        print_datum(context, "blocks_new", &yes, Tone::Bad)?;
    }
    Ok(())
}

/// An amount of a value with its currency; empty if absent.
fn money(context: &Context, of: &Value, key: &str, currency: &str) -> String {
    let amount = context.number(text(of, key));
    if amount.is_empty() { amount } else { format!("{amount} {}", text(of, currency)) }
}

fn print_datum(context: &mut Context, key: &str, value: &str, tone: Tone) -> Result<(), Problem> {
    if value.is_empty() {
        return Ok(());
    }
    let label = context.text(&format!("col-{}", key.replace('_', "-")), &[]);
    let value = context.paint.tone(tone, &visible(value));
    context.out.line(&format!("  {label:<18} {value}"))
}

/// The sum the item shares with the other items of its buyer.
fn print_buyer(context: &mut Context, buyer: &Value) -> Result<(), Problem> {
    if !buyer.is_object() {
        return Ok(());
    }
    context.out.line("")?;
    let title = context.text("explain-buyer", &[("account", visible(text(buyer, "account")))]);
    context.toned(Tone::Strong, &title)?;
    for key in ["insured_sum", "insurable_open", "insured", "room"] {
        let value = money(context, buyer, key, "currency");
        let is_short = key == "room" && amount(buyer, key).is_zero();
        print_datum(context, key, &value, if is_short { Tone::Warn } else { Tone::Plain })?;
    }
    let by: Vec<&str> =
        buyer["uncovered_by"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let from = text(buyer, "uncovered_from");
    let uncovered = if by.is_empty() { from.to_owned() } else { format!("{from} ({})", by.join(", ")) };
    print_datum(context, "uncovered_from", if from.is_empty() { "" } else { &uncovered }, Tone::Bad)
}

/// Reasons: the rule, its text in the language of the user, and the policy's clause.
fn print_reasons(context: &mut Context, title: &str, reasons: &Value) -> Result<(), Problem> {
    let Some(reasons) = reasons.as_array().filter(|reasons| !reasons.is_empty()) else { return Ok(()) };
    context.out.line("")?;
    let title = context.text(title, &[]);
    context.toned(Tone::Strong, &title)?;
    for reason in reasons {
        let facts: Vec<(&str, String)> = reason["facts"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.as_str(), fact(context, value)))
            .collect();
        let mut says = context.text(text(reason, "code"), &facts);
        if !text(reason, "clause").is_empty() {
            let _ = write!(says, " ({})", visible(text(reason, "clause")));
        }
        let says = wrapped(&says, context.width.saturating_sub(9), 9);
        let rule = context.paint.tone(Tone::Dim, &format!("{:<6}", text(reason, "rule")));
        context.out.line(&format!("  {rule} {says}"))?;
    }
    Ok(())
}

/// A fact as people read it: amounts grouped by thousands.
fn fact(context: &Context, value: &Value) -> String {
    match value {
        Value::String(text) if text.contains('.') => context.number(&visible(text)),
        Value::String(text) => visible(text),
        other => other.to_string(),
    }
}

/// Who changed what, newest last.
fn print_history(context: &mut Context, history: &Value) -> Result<(), Problem> {
    let Some(entries) = history.as_array().filter(|entries| !entries.is_empty()) else { return Ok(()) };
    context.out.line("")?;
    let title = context.text("explain-history", &[]);
    context.toned(Tone::Strong, &title)?;
    let hidden = entries.len().saturating_sub(HISTORY_SHOWN);
    if hidden > 0 {
        let more = context.count("explain-history-more", hidden);
        context.toned(Tone::Dim, &more)?;
    }
    for entry in &entries[hidden..] {
        let run = entry["run"].as_i64().map(|run| run.to_string()).unwrap_or_default();
        let facts = [
            ("date", text(entry, "key_date").to_owned()),
            ("actor", visible(text(entry, "actor"))),
            ("action", text(entry, "action").to_owned()),
            ("run", if run.is_empty() { "none".to_owned() } else { run }),
        ];
        let mut line = context.text("explain-entry", &facts);
        if !text(entry, "reason").is_empty() {
            let _ = write!(line, ": {}", visible(text(entry, "reason")));
        }
        if entry["reversed"] == Value::Bool(true) {
            let reversed = context.text("flag-reversed", &[]);
            let _ = write!(line, " ({reversed})");
        }
        context.out.line(&format!("  {line}"))?;
        // The codes of the reasons stand above as texts.
        let changes = entry["changes"].as_object().into_iter().flatten();
        for (key, change) in changes.filter(|(key, _)| !key.ends_with("_reason")) {
            let line = context.change(key, &change["before"], &change["after"]);
            context.toned(Tone::Dim, &format!("    {line}"))?;
        }
    }
    Ok(())
}
