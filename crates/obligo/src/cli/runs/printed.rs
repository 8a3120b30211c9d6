//! A run as people read it: its lines, its totals, its hash.

use crate::cli::context::Context;
use crate::cli::paint::Tone;
use crate::cli::table::IF_SAME;
use crate::cli::view::{List, Show, Spec, amount, insured_tone, share, text, used_tone};
use obligo::frozen::RunResult;
use obligo_rules::problem::Problem;
use serde_json::Value;

const BUYERS: &[Spec] = &[
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("account_type", Show::Text, 9),
    Spec::new("name", Show::Cut(16), 0),
    Spec::new("country", Show::Text, 6),
    Spec::new("insured_sum", Show::Sum("currency"), 0),
    Spec::new("turnover", Show::Sum("currency"), 0),
    Spec::new("time_premium_base", Show::Sum("currency"), 0),
    Spec::new("receivables", Show::Sum("currency"), 2),
    Spec::new("bills", Show::Sum("currency"), 4),
    Spec::new("credits", Show::Sum("currency"), 3),
    Spec::new("declared", Show::Sum("currency"), 0).toned(|_| Tone::Strong),
    Spec::new("used", Show::Share("declared", "insured_sum"), 1)
        .toned(|row| used_tone(share(row, "declared", "insured_sum"))),
    Spec::new("insurable_open", Show::Sum("currency"), 5),
    Spec::new("uncovered_from", Show::Text, 8).toned(|_| Tone::Bad),
];

const ITEMS: &[Spec] = &[
    Spec::new("company", Show::Text, 6),
    Spec::new("document_no", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("kind", Show::Text, 7),
    Spec::new("account", Show::Text, 0),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("name", Show::Cut(14), 3),
    Spec::new("document_date", Show::Text, 5),
    Spec::new("net_due_date", Show::Text, 2),
    Spec::new("deadline", Show::Text, 0),
    Spec::new("status", Show::Text, 0),
    Spec::new("open", Show::Sum("currency"), 0),
    Spec::new("insured", Show::Sum("currency"), 0).toned(insured_tone),
    Spec::new("amount", Show::Sum("currency"), 0).toned(|_| Tone::Strong),
    Spec::new("status_before", Show::Text, 4),
    Spec::new("status_after", Show::Text, 0).toned(severity),
    Spec::new("blocks_new", Show::Flag, 1).toned(|_| Tone::Bad),
];

/// A letter is graver than a counter.
fn severity(row: &Value) -> Tone {
    match text(row, "status_after") {
        "" => Tone::Dim,
        "1" | "2" | "3" => Tone::Warn,
        _ => Tone::Bad,
    }
}

/// Columns of a totals sheet.
const TOTALS: &[Spec] = &[
    Spec::new("part", Show::Text, 0),
    Spec::new("receivables", Show::Amount, 0),
    Spec::new("bills", Show::Amount, 0),
    Spec::new("credits", Show::Amount, 0),
    Spec::new("turnover", Show::Amount, 0),
    Spec::new("time_premium_base", Show::Amount, 0),
    Spec::new("declared", Show::Amount, 0),
];

/// A run that was made: its lines, and what stands above and below them.
pub(super) fn print_result(context: &mut Context, result: &RunResult) -> Result<(), Problem> {
    if context.json {
        for line in &result.document.lines {
            context.out.line(line)?;
        }
        context.out.line(&result.last_line())?;
    } else {
        let document = &result.document;
        let lines = document.lines.iter().filter_map(|line| serde_json::from_str(line).ok());
        let printed = Printed {
            parameters: &document.parameters,
            totals: &document.totals,
            run: result.run,
            sha256: &result.sha256,
        };
        print_run(context, lines, &printed)?;
    }
    context.finish()?;
    context.warn(&result.warnings);
    Ok(())
}

/// What stands above and below the lines of a run.
pub(super) struct Printed<'r> {
    pub(super) parameters: &'r Value,
    pub(super) totals: &'r Value,
    pub(super) run: Option<i64>,
    pub(super) sha256: &'r str,
}

pub(super) fn print_run(
    context: &mut Context,
    lines: impl Iterator<Item = Value>,
    printed: &Printed<'_>,
) -> Result<(), Problem> {
    let parameters = printed.parameters;
    let is_declaration = parameters["kind"] == "declare";
    let title = match text(parameters, "buyers") {
        "named" => "declare-title-named",
        "unnamed" => "declare-title-unnamed",
        _ => "notify-title",
    };
    let title = context.text(title, &[("policy", text(parameters, "policy").to_owned())]);
    let (mark, tone) = match printed.run {
        Some(run) => (context.text("run-final", &[("run", run.to_string())]), Tone::Good),
        None => (context.text("run-preview", &[]), Tone::Warn),
    };
    let mark = context.paint.tone(tone, &mark);
    let key_date = context.text("key-date", &[("date", text(parameters, "key_date").to_owned())]);
    let about = match text(parameters, "procedure") {
        "turnover" => {
            context.text("procedure-turnover", &[("from", text(parameters, "period_start").to_owned())])
        }
        "balance" => context.text("procedure-balance", &[]),
        _ => context.text("notify-scope", &[("scope", text(parameters, "scope").to_owned())]),
    };
    let number = text(parameters, "external_number").to_owned();
    let title = format!("{}  {mark}", context.paint.tone(Tone::Strong, &title));
    context.headline(&title, &[key_date, about, number])?;
    if is_declaration && parameters["totals_only"] == true {
        print_totals_sheet(context, printed.totals)?;
        return print_foot(context, printed);
    }
    let mut list = List::new(if is_declaration { BUYERS } else { ITEMS });
    let mut silent = 0;
    for line in lines {
        let has_amounts = ["receivables", "bills", "credits", "turnover", "time_premium_base", "declared"]
            .iter()
            .any(|key| !amount(&line, key).is_zero());
        if is_declaration && !has_amounts {
            silent += 1;
        } else {
            list.add(context, &line);
        }
    }
    if list.seen() == 0 {
        let id = if is_declaration { "declare-nothing" } else { "notify-nothing" };
        let nothing = context.text(id, &[]);
        context.out.line(&nothing)?;
    } else {
        list.print(context)?;
    }
    if silent > 0 {
        let more = context.count("declare-silent", silent);
        context.toned(Tone::Dim, &more)?;
    }
    print_foot(context, printed)
}

/// The totals sheet of a policy that wants no list of buyers (R8.2): what is domestic, abroad, and all.
fn print_totals_sheet(context: &mut Context, totals: &Value) -> Result<(), Problem> {
    let mut list = List::new(TOTALS);
    for (id, of) in
        [("sheet-domestic", &totals["domestic"]), ("sheet-abroad", &totals["abroad"]), ("sheet-all", totals)]
    {
        let mut row = of.clone();
        row["part"] = Value::String(context.text(id, &[]));
        list.add(context, &row);
    }
    list.print(context)
}

/// The summary: what is declared or notified, and the hash.
fn print_foot(context: &mut Context, printed: &Printed<'_>) -> Result<(), Problem> {
    let totals = printed.totals;
    let currency = text(totals, "currency").to_owned();
    let money = |of: &Value, key: &str| context.number(text(of, key));
    let mut lines = Vec::new();
    if printed.parameters["kind"] == "declare" {
        let facts = [
            ("declared", money(totals, "declared")),
            ("domestic", money(&totals["domestic"], "declared")),
            ("abroad", money(&totals["abroad"], "declared")),
            ("currency", currency),
        ];
        lines.push(context.text("declare-total", &facts));
        if let Some(countries) = totals["countries"].as_object() {
            let each = countries.iter().map(|(country, of)| format!("{country} {}", money(of, "declared")));
            lines.push(
                context.text("declare-countries", &[("countries", each.collect::<Vec<_>>().join(", "))]),
            );
        }
    } else {
        let items = totals["items"].as_u64().unwrap_or(0).to_string();
        let facts = [
            ("count", items),
            ("open", money(totals, "open")),
            ("insured", money(totals, "insured")),
            ("amount", money(totals, "amount")),
            ("credits", money(totals, "credits")),
            ("currency", currency),
        ];
        lines.push(context.text("notify-total", &facts));
    }
    for line in &lines {
        context.toned(Tone::Strong, line)?;
    }
    let short: String = printed.sha256.chars().take(12).collect();
    let id = if printed.run.is_some() { "run-hash" } else { "preview-hash" };
    let hash = context.text(id, &[("hash", short)]);
    context.toned(Tone::Dim, &hash)
}
