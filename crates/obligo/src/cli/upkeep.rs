//! `verify`, `backup` and `restore`.

use super::Failure;
use super::args::examples;
use super::context::Context;
use super::paint::Tone;
use super::view::text;
use clap::Args;
use obligo::messages::visible;
use obligo_rules::problem::Problem;
use obligo_store::ChainReport;
use serde_json::json;
use std::path::PathBuf;

/// What is verified, with the texts that count it.
const PARTS: [(&str, &str); 4] = [
    ("entries", "verify-entries"),
    ("runs", "verify-runs"),
    ("items", "verify-items"),
    ("changes", "verify-changes"),
];

/// Verify the audit chain, the hashes of all final runs, and the ledger
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo verify" "obligo verify --json"))]
pub struct VerifyArgs {}

/// Write a consistent, checked copy of the store to a new file, while others work
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo backup obligo-2024-06-30.db"))]
pub struct BackupArgs {
    /// The new file
    file: PathBuf,
}

/// Put a backup in the place of the store, after checking it
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo restore obligo-2024-06-30.db --store sqlite:restored.db"))]
pub struct RestoreArgs {
    /// The backup
    file: PathBuf,
    /// Replace the store that is there
    #[arg(long)]
    force: bool,
}

/// `backup`.
pub fn backup_command(context: &mut Context, args: &BackupArgs) -> Result<(), Problem> {
    let session = context.open()?;
    let mut bar = context.progress.bar(context.text("working-backup", &[]));
    let report = obligo_store::backup(&session.store, &args.file, Some(&mut |done, of| bar.at(done, of)))?;
    drop(bar);
    print_copy(context, "backup-done", &args.file.display().to_string(), &report)
}

/// `restore`.
pub fn restore_command(context: &mut Context, args: &RestoreArgs) -> Result<(), Problem> {
    let mut bar = context.progress.bar(context.text("working-restore", &[]));
    let store = context.settings.store.clone();
    let report =
        obligo_store::restore(&args.file, &store, args.force, Some(&mut |done, of| bar.at(done, of)))?;
    drop(bar);
    print_copy(context, "restore-done", &store, &report)
}

fn print_copy(context: &mut Context, id: &str, to: &str, report: &ChainReport) -> Result<(), Problem> {
    if context.json {
        let line = json!({ "to": to, "entries": report.entries, "last_hash": report.last_hash });
        return context.out.json(&line);
    }
    let entries = context.count("entries-count", report.entries as usize);
    let done = context.text(id, &[("to", to.to_owned()), ("entries", entries)]);
    context.toned(Tone::Good, &done)?;
    print_last_hash(context, &report.last_hash)
}

fn print_last_hash(context: &mut Context, hash: &str) -> Result<(), Problem> {
    if hash.is_empty() {
        return Ok(());
    }
    let line = context.text("last-hash", &[("hash", hash.to_owned())]);
    context.toned(Tone::Dim, &line)
}

/// `verify`.
pub fn verify_command(context: &mut Context) -> Result<(), Failure> {
    let mut session = context.open()?;
    let mut bar = context.progress.bar(context.text("working-verify", &[]));
    let report = obligo::verify::verify(&mut session, &mut |done, of| bar.at(done, of))?;
    drop(bar);
    let findings = report["findings"].as_array().map_or(&[][..], Vec::as_slice);
    let total = report["findings_total"].as_u64().unwrap_or(findings.len() as u64);
    if context.json {
        context.out.json(&report)?;
    } else {
        for (key, id) in PARTS {
            let count = report[key].as_u64().unwrap_or(0) as usize;
            let line = context.count(id, count);
            context.out.line(&line)?;
        }
        for finding in findings {
            let mark = context.paint.tone(Tone::Bad, "✗");
            let [what, place, detail] = ["what", "where", "detail"].map(|key| visible(text(finding, key)));
            let says = context.text(&format!("finding-{what}"), &[("detail", detail)]);
            let what = context.text("finding", &[("what", what), ("where", place), ("says", says)]);
            context.out.line(&format!("{mark} {what}"))?;
        }
        if total == 0 {
            let done = context.text("verify-done", &[]);
            context.toned(Tone::Good, &done)?;
        }
        print_last_hash(context, text(&report, "last_hash"))?;
    }
    context.out.flush()?;
    if total > 0 {
        return Err(Problem::refused("verify-findings").with("findings", total).into());
    }
    Ok(())
}
