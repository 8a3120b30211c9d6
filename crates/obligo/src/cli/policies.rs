//! `policy put`, `policy show` and `policy check`.

use super::Failure;
use super::args::{day, examples};
use super::context::Context;
use super::paint::Tone;
use super::view::{List, Show, Spec};
use clap::{Args, Subcommand};
use obligo::messages::visible;
use obligo::policies::{self, CaseResult, PolicyShown};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::json;
use std::path::PathBuf;

/// Policy terms as files
#[derive(Debug, Subcommand)]
#[command(after_help = examples!("obligo policy put acr-a.toml" "obligo policy show ACR/A" "obligo policy check acr-a.toml"))]
pub enum PolicyCommand {
    Put(PutArgs),
    Show(ShowArgs),
    Check(CheckArgs),
}

/// Record the terms of policies
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo policy put acr-a.toml --valid-from 2024-07-01"))]
pub struct PutArgs {
    /// Policy files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// From when changed terms are valid. Default: the day after the last final run
    #[arg(long, value_name = "DATE", value_parser = day)]
    valid_from: Option<Day>,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Print the terms of a policy as its file, or the list of policies
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo policy show" "obligo policy show ACR/A > acr-a.toml"))]
pub struct ShowArgs {
    /// Policy, for example ACR/A. Default: all
    policy: Option<String>,
}

/// Run the example cases in policy files, or in the policies of the store
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo policy check acr-a.toml" "obligo policy check"))]
pub struct CheckArgs {
    /// Policy files. Default: the policies of the store
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only this policy of the store
    #[arg(long, conflicts_with = "files")]
    policy: Option<String>,
}

const POLICIES: &[Spec] = &[
    Spec::new("policy", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(20), 0),
    Spec::new("external_number", Show::Text, 1),
    Spec::new("procedure", Show::Text, 0),
    Spec::new("currency", Show::Text, 0),
    Spec::new("valid_from", Show::Text, 0),
    Spec::new("valid_until", Show::Text, 0),
    Spec::new("versions", Show::Count, 2),
];

/// `policy`.
pub fn policy_command(context: &mut Context, command: PolicyCommand) -> Result<(), Failure> {
    match command {
        PolicyCommand::Put(args) => put(context, &args),
        PolicyCommand::Show(args) => Ok(show(context, &args)?),
        PolicyCommand::Check(args) => check(context, &args),
    }
}

fn put(context: &mut Context, args: &PutArgs) -> Result<(), Failure> {
    let mut session = context.open_or_create()?;
    session.dry_run = args.dry_run;
    let report = policies::put(&mut session, &args.files, args.valid_from)?;
    super::imports::print_report(context, &report, args.dry_run)?;
    context.out.flush()?;
    context.warn(&report.warnings);
    Ok(())
}

fn show(context: &mut Context, args: &ShowArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    match policies::show(&mut session, args.policy.as_deref())? {
        // With --json the file is one value beside its name.
        PolicyShown::File(file) if context.json => {
            context.out.json(&json!({ "policy": args.policy, "file": file }))
        }
        PolicyShown::File(file) => context.out.text(&file),
        PolicyShown::List(rows) => {
            let mut list = List::new(POLICIES);
            for row in &rows {
                list.take(context, row)?;
            }
            if context.json {
                return Ok(());
            }
            if rows.is_empty() {
                let nothing = context.text("policies-nothing", &[]);
                return context.out.line(&nothing);
            }
            let title = context.text("policies-title", &[]);
            context.headline(&title, &[])?;
            list.print(context)
        }
    }
}

fn check(context: &mut Context, args: &CheckArgs) -> Result<(), Failure> {
    let results = if args.files.is_empty() {
        policies::check_stored(&mut context.open()?, args.policy.as_deref())?
    } else {
        policies::check_files(&args.files)?
    };
    for case in &results {
        print_case(context, case)?;
    }
    let failed = results.iter().filter(|case| !case.ok).count();
    if !context.json && failed == 0 {
        let (id, tone) =
            if results.is_empty() { ("check-nothing", Tone::Warn) } else { ("check-all", Tone::Good) };
        let done = context.count(id, results.len());
        context.toned(tone, &done)?;
    }
    context.out.flush()?;
    if failed > 0 {
        let problem =
            Problem::refused("policy-check-failed").with("failed", failed).with("cases", results.len());
        return Err(problem.into());
    }
    Ok(())
}

fn print_case(context: &mut Context, case: &CaseResult) -> Result<(), Problem> {
    if context.json {
        let differences: Vec<_> = case
            .differences
            .iter()
            .map(|d| json!({ "key": d.key, "expected": d.expected, "found": d.found }))
            .collect();
        let line = json!({
            "file": case.file, "line": case.line, "name": case.name, "ok": case.ok, "differences": differences,
        });
        return context.out.json(&line);
    }
    let (mark, tone) = if case.ok { ("✓", Tone::Good) } else { ("✗", Tone::Bad) };
    let mark = context.paint.tone(tone, mark);
    let place = context.paint.tone(Tone::Dim, &visible(&format!("{}:{}", case.file, case.line)));
    context.out.line(&format!("{mark} {}  {place}", visible(&case.name)))?;
    for difference in &case.differences {
        let facts = [
            ("key", difference.key.to_owned()),
            ("expected", visible(&difference.expected)),
            ("found", visible(&difference.found)),
        ];
        let line = context.text("check-difference", &facts);
        context.out.line(&format!("    {line}"))?;
    }
    Ok(())
}
