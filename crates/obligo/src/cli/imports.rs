//! `import`.

use super::Failure;
use super::args::{day, examples};
use super::context::Context;
use super::paint::Tone;
use super::table::{Align, Cell};
use super::view::draw;
use clap::Args;
use clap::builder::PossibleValuesParser;
use obligo::import::{FileReport, ImportReport, ImportRequest, import};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::json;
use std::path::PathBuf;

/// KINDs of the interchange contract.
const KINDS: [&str; 12] = [
    "companies",
    "insurers",
    "buyers",
    "covers",
    "limits",
    "evidence",
    "rates",
    "items",
    "settlements",
    "events",
    "orders",
    "scenario",
];
/// Formats of the interchange contract.
const FORMATS: [&str; 9] = ["auto", "csv", "xlsx", "datev", "fec", "sie", "saft", "ubl", "camt"];
/// Formats this version reads.
const FORMATS_READ: [&str; 2] = ["auto", "csv"];

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
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(KINDS))]
    kind: String,
    /// Files, or the folder of a scenario
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Format of the files; this version reads csv
    #[arg(long, default_value = "auto", value_parser = PossibleValuesParser::new(FORMATS))]
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
    /// Encoding of the files, for example windows-1252. Default: UTF-8, or that of the map file
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

/// `import`.
pub fn import_command(context: &mut Context, args: ImportArgs) -> Result<(), Failure> {
    if !FORMATS_READ.contains(&args.format.as_str()) {
        let known = FORMATS_READ.join(", ");
        return Err(Problem::usage("format-not-yet").with("format", args.format).with("known", known).into());
    }
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
        ..ImportRequest::default()
    };
    let mut bar = context.progress.bar(context.text("working-import", &[]));
    let report = import(&mut session, &request, &mut |done, of| bar.at(done, of))?;
    drop(bar);
    print_report(context, &report, args.dry_run)?;
    context.out.flush()?;
    context.warn(&report.warnings);
    Ok(())
}

/// Prints what was imported, file by file.
pub fn print_report(context: &mut Context, report: &ImportReport, dry_run: bool) -> Result<(), Problem> {
    if context.json {
        for file in &report.files {
            let line = json!({
                "file": file.file, "kind": file.kind, "records": file.records, "new": file.new,
                "changed": file.changed, "same": file.same, "dry_run": dry_run,
            });
            context.out.json(&line)?;
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
    let done = context.text(id, &[("store", context.settings.store.clone())]);
    context.toned(tone, &done)
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
