//! `import`.

use super::Failure;
use super::args::{day, examples};
use super::context::Context;
use super::paint::Tone;
use super::table::{Align, Cell};
use super::view::draw;
use clap::Args;
use clap::builder::PossibleValuesParser;
use obligo::import::kinds::KINDS;
use obligo::import::ledger::FORMATS;
use obligo::import::ledger::unmatched::Unmatched;
use obligo::import::{FileReport, ImportReport, ImportRequest, import};
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::order::OrderState;
use obligo_rules::problem::Problem;
use obligo_store::order::order_buyers_in_state;
use serde_json::json;
use std::path::PathBuf;

/// What a whole folder is imported as.
const SCENARIO: &str = "scenario";
/// Lines not placed that are shown; all go to the file of `--unmatched`.
const UNMATCHED_SHOWN: usize = 20;

/// Import files: checked first, then taken whole or not at all
///
/// The same file twice changes nothing. `scenario DIR` takes a folder with these files and policies/*.toml. Columns with other names are
/// translated with a map file (--map).
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo import items items.csv --dry-run"
    "obligo import items ledger.csv --map erp.toml --snapshot 2024-06-30"
    "obligo import scenario scenarios/every-status"
))]
pub struct ImportArgs {
    /// What the files hold
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(KINDS.into_iter().chain([SCENARIO])))]
    kind: String,
    /// Files, or the folder of a scenario
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Format of the files. Default: told by what they hold; ubl stands for all electronic invoices
    #[arg(long, default_value = "auto", value_parser = PossibleValuesParser::new(FORMATS.iter().copied()))]
    format: String,
    /// Map file: other people's columns, dates, numbers and words
    #[arg(long, value_name = "FILE.toml")]
    map: Option<PathBuf>,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
    /// For items: those of its companies that are gone from the file are settled on this date
    #[arg(long, value_name = "DATE", value_parser = day)]
    snapshot: Option<Day>,
    /// From when changed master data are valid. Default: the day after the last final run
    #[arg(long, value_name = "DATE", value_parser = day)]
    valid_from: Option<Day>,
    /// Encoding of the files, for example windows-1252. Default: that of the map file, or what they show
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Write the lines of a ledger or bank statement that could not be placed to this new file
    #[arg(long, value_name = "FILE.csv")]
    unmatched: Option<PathBuf>,
}

/// `import`.
pub fn import_command(context: &mut Context, args: ImportArgs) -> Result<(), Failure> {
    if args.snapshot.is_some() && args.kind != "items" {
        return Err(Problem::usage("snapshot-only-items").with("kind", args.kind).into());
    }
    let mut session = context.open_or_create()?;
    session.dry_run = args.dry_run;
    let request = ImportRequest {
        kind: args.kind,
        files: args.files,
        map: args.map,
        snapshot: args.snapshot,
        valid_from: args.valid_from,
        encoding: args.encoding,
        format: args.format,
        unmatched: args.unmatched,
        ..ImportRequest::default()
    };
    let mut bar = context.progress.bar(context.text("working-import", &[]));
    let report = import(&mut session, &request, &mut |done, of| bar.at(done, of))?;
    drop(bar);
    print_report(context, &report, args.dry_run)?;
    if !context.json && !args.dry_run && touches_open_orders(&mut session, &report)? {
        let ask = context.text("effect-ask", &[]);
        context.out.line(&ask)?;
    }
    context.out.flush()?;
    context.warn(&report.warnings);
    Ok(())
}

/// Whether limits came in while orders are open: a cut may stop some of them (R9.7).
fn touches_open_orders(session: &mut Session, report: &ImportReport) -> Result<bool, Problem> {
    let limits = report.files.iter().filter(|file| file.kind == "limits");
    if limits.map(|file| file.new + file.changed).sum::<u64>() == 0 {
        return Ok(false);
    }
    session.read(|tx| Ok(!order_buyers_in_state(tx, OrderState::Open)?.is_empty()))
}

/// Prints what was imported, file by file.
pub fn print_report(context: &mut Context, report: &ImportReport, dry_run: bool) -> Result<(), Problem> {
    if context.json {
        for file in &report.files {
            let line = json!({
                "file": file.file, "kind": file.kind, "records": file.records, "new": file.new,
                "changed": file.changed, "same": file.same, "on_account": file.on_account, "dry_run": dry_run,
            });
            context.out.json(&line)?;
        }
        for line in &report.unmatched {
            context.out.json(&json!({ "unmatched": line.json() }))?;
        }
        return Ok(());
    }
    let changes: u64 = report.files.iter().map(|file| file.new + file.changed).sum();
    let (id, tone) = match (dry_run, changes) {
        (true, _) => ("import-dry-run", Tone::Warn),
        (false, 0) => ("import-same", Tone::Dim),
        (false, _) => ("import-done", Tone::Good),
    };
    draw_files(context, &report.files)?;
    draw_unmatched(context, report)?;
    let done = context.text(id, &[("store", context.settings.store.clone())]);
    context.toned(tone, &done)
}

/// What stays on account, and what could not be placed.
fn draw_unmatched(context: &mut Context, report: &ImportReport) -> Result<(), Problem> {
    let on_account: u64 = report.files.iter().map(|file| file.on_account).sum();
    if on_account > 0 {
        let text = context.text("import-on-account", &[("count", on_account.to_string())]);
        context.toned(Tone::Plain, &text)?;
    }
    if report.unmatched_total == 0 {
        return Ok(());
    }
    let text = context.text("import-unmatched", &[("count", report.unmatched_total.to_string())]);
    context.toned(Tone::Warn, &text)?;
    let shown = |text: &str| Cell::new(obligo::messages::visible(text), Tone::Plain);
    let row = |line: &Unmatched| {
        let why = context.text(&line.why.word(), &[]);
        let date = line.date.map(|day| day.to_string()).unwrap_or_default();
        vec![
            shown(&line.position.line.to_string()),
            Cell::new(why, Tone::Plain),
            shown(&date),
            shown(&line.account),
            shown(&line.reference),
            shown(line.amount.currency.code()),
            Cell::new(context.number(&line.amount.to_string()), Tone::Plain),
            shown(&line.text),
        ]
    };
    let rows = report.unmatched.iter().take(UNMATCHED_SHOWN).map(row).collect();
    let headings = [
        ("col-line", Align::Right),
        ("col-why", Align::Left),
        ("col-date", Align::Left),
        ("col-account", Align::Left),
        ("col-reference", Align::Left),
        ("col-currency", Align::Left),
        ("col-amount", Align::Right),
        ("col-text", Align::Left),
    ];
    draw(context, &headings, rows)?;
    if report.unmatched_total > UNMATCHED_SHOWN as u64 {
        let text = context.text("import-unmatched-more", &[]);
        context.toned(Tone::Dim, &text)?;
    }
    Ok(())
}

fn draw_files(context: &mut Context, files: &[FileReport]) -> Result<(), Problem> {
    let count = |count: u64, tone: Tone| {
        Cell::new(context.number(&count.to_string()), if count == 0 { Tone::Dim } else { tone })
    };
    let row = |file: &FileReport| {
        vec![
            Cell::new(obligo::messages::visible(&file.file), Tone::Plain),
            Cell::new(file.kind.as_str(), Tone::Plain),
            count(file.records, Tone::Plain),
            count(file.new, Tone::Good),
            count(file.changed, Tone::Warn),
            count(file.same, Tone::Plain),
        ]
    };
    let headings = [
        ("col-file", Align::Left),
        ("col-kind", Align::Left),
        ("col-records", Align::Right),
        ("col-new", Align::Right),
        ("col-changed", Align::Right),
        ("col-same", Align::Right),
    ];
    let rows = files.iter().map(row).collect();
    draw(context, &headings, rows)
}
