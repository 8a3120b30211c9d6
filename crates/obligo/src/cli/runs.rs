//! `declare`, `notify` and `runs`.

mod printed;

use super::args::{day, examples};
use super::context::{Context, known_at};
use super::paint::Tone;
use super::view::{List, Show, Spec};
use clap::{Args, Subcommand, ValueEnum};
use obligo::declaration::{DeclareRequest, declare, declare_break_down};
use obligo::frozen::reverse;
use obligo::notification::{NotifyRequest, notify};
use obligo::runs as recorded;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, Scope};
use obligo_rules::problem::Problem;
use printed::{Printed, print_result, print_run};
use serde_json::Value;

/// Declare insured balances or turnover to the insurer, as of a key date (R8)
///
/// Without --final it is a preview: it may be made for any date and writes nothing. A final run is numbered, frozen and hashed; it sets
/// the insured amounts.
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo declare --policy ACR/A --key-date 2024-06-30 --buyers named"
    "obligo declare --policy ACR/A --key-date 2024-06-30 --buyers named --final"
))]
pub struct DeclareArgs {
    /// Policy, for example ACR/A
    #[arg(long)]
    policy: String,
    /// Key date, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    key_date: Day,
    /// Which buyers
    #[arg(long, value_name = "KIND")]
    buyers: Buyers,
    /// Make it final
    #[arg(long = "final")]
    is_final: bool,
    /// What had been recorded by the end of this date; for previews
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "is_final")]
    known_at: Option<Day>,
    /// Break the preview down by company and co-insured account, for internal use only
    #[arg(long, conflicts_with = "is_final")]
    break_down: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Buyers {
    /// Buyers with a limit decision of the insurer
    Named,
    /// Buyers covered in bulk on evidence
    Unnamed,
}

/// Notify the insurer of overdue items and other deadlines that have passed (R7)
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo notify --policy ACR/A --key-date 2024-06-30"
    "obligo notify --policy ACR/A --key-date 2024-06-30 --scope overdue --final"
))]
pub struct NotifyArgs {
    /// Policy, for example ACR/A
    #[arg(long)]
    policy: String,
    /// Key date, YYYY-MM-DD; may lie ahead for a preview
    #[arg(long, value_name = "DATE", value_parser = day)]
    key_date: Day,
    /// Which deadlines: overdue (and exclusion), default (non-payment, collection, waiting period), or all
    #[arg(long, default_value = "all")]
    scope: ScopeArg,
    /// Items reported on or after this date are only printed again
    #[arg(long, value_name = "DATE", value_parser = day)]
    repeat_from: Option<Day>,
    /// Show amounts above the insured ones
    #[arg(long, default_value = "policy")]
    exceeding: Exceeding,
    /// Make it final
    #[arg(long = "final")]
    is_final: bool,
    /// What had been recorded by the end of this date; for previews
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "is_final")]
    known_at: Option<Day>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ScopeArg {
    All,
    Overdue,
    Default,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Exceeding {
    Yes,
    No,
    Policy,
}

/// List final runs, print one again, or reverse one
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = examples!(
        "obligo runs"
        "obligo runs show 3 --json > run-3.jsonl"
        "obligo runs reverse 3 --reason \"limit decision recorded too late\""
    )
)]
pub struct RunsArgs {
    #[command(subcommand)]
    command: Option<RunsCommand>,
    #[command(flatten)]
    list: RunsListArgs,
}

#[derive(Debug, Subcommand)]
enum RunsCommand {
    List(RunsListArgs),
    Show(RunsShowArgs),
    Reverse(RunsReverseArgs),
}

/// List the final runs
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo runs list --policy ACR/A"))]
struct RunsListArgs {
    /// Only those of this policy
    #[arg(long)]
    policy: Option<String>,
}

/// Print a final run again, byte for byte what it printed then with --json (R8.1)
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo runs show 3"))]
struct RunsShowArgs {
    /// Number of the run
    run: i64,
}

/// Take back the last final run of a sequence (R8.4); it stays on record
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo runs reverse 3 --reason \"limit decision recorded too late\""))]
struct RunsReverseArgs {
    /// Number of the run
    run: i64,
    /// Why
    #[arg(long)]
    reason: String,
}

const RUNS: &[Spec] = &[
    Spec::new("run", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("kind", Show::Text, 0),
    Spec::new("policy", Show::Text, 0),
    Spec::new("buyers", Show::Text, 0),
    Spec::new("key_date", Show::Text, 0),
    Spec::new("changes", Show::Text, 5),
    Spec::new("actor", Show::Text, 2),
    Spec::new("recorded_at", Show::Text, 6),
    Spec::new("reversed", Show::Flag, 0).toned(|_| Tone::Bad),
    Spec::new("reversed_reason", Show::Cut(12), 1),
    Spec::new("sha256", Show::Short(12), 4).toned(|_| Tone::Dim),
];

/// Columns of a break-down.
const PARTS: &[Spec] = &[
    Spec::new("main_account", Show::Text, 0),
    Spec::new("company", Show::Text, 0),
    Spec::new("account", Show::Text, 0),
    Spec::new("branch", Show::Text, 1),
    Spec::new("account_type", Show::Text, 2),
    Spec::new("receivables", Show::Sum("currency"), 0),
    Spec::new("bills", Show::Sum("currency"), 0),
    Spec::new("credits", Show::Sum("currency"), 0),
    Spec::new("turnover", Show::Sum("currency"), 0),
    Spec::new("time_premium_base", Show::Sum("currency"), 0),
];

/// `declare`.
pub fn declare_command(context: &mut Context, args: DeclareArgs) -> Result<(), Problem> {
    let spinner = context.progress.spinner(context.text("working-declare", &[]));
    let mut session = context.open()?;
    let request = DeclareRequest {
        policy: args.policy,
        key_date: args.key_date,
        buyers: match args.buyers {
            Buyers::Named => BuyerKind::Named,
            Buyers::Unnamed => BuyerKind::Unnamed,
        },
        is_final: args.is_final,
        known: known_at(&mut session, args.known_at)?,
    };
    if args.break_down {
        let mut parts = Vec::new();
        declare_break_down(&mut session, &request, &mut |part| {
            parts.push(part);
            Ok(())
        })?;
        drop(spinner);
        return print_break_down(context, &request, &parts);
    }
    let result = declare(&mut session, &request)?;
    drop(spinner);
    print_result(context, &result)
}

/// The break-down of a preview: it says that it is internal (R8.5).
fn print_break_down(context: &mut Context, request: &DeclareRequest, parts: &[Value]) -> Result<(), Problem> {
    if !context.json {
        let title = context.text("break-down-title", &[("policy", request.policy.clone())]);
        let key_date = context.text("key-date", &[("date", request.key_date.to_string())]);
        context.headline(&title, &[key_date])?;
        let internal = context.text("break-down-internal", &[]);
        context.toned(Tone::Warn, &internal)?;
        context.out.line("")?;
    }
    let mut list = List::new(PARTS);
    for part in parts {
        list.take(context, part)?;
    }
    if !context.json {
        list.print(context)?;
    }
    context.finish()
}

/// `notify`.
pub fn notify_command(context: &mut Context, args: NotifyArgs) -> Result<(), Problem> {
    let spinner = context.progress.spinner(context.text("working-notify", &[]));
    let mut session = context.open()?;
    let request = NotifyRequest {
        policy: args.policy,
        key_date: args.key_date,
        scope: match args.scope {
            ScopeArg::All => Scope::All,
            ScopeArg::Overdue => Scope::Overdue,
            ScopeArg::Default => Scope::Default,
        },
        exceeding: match args.exceeding {
            Exceeding::Yes => Some(true),
            Exceeding::No => Some(false),
            Exceeding::Policy => None,
        },
        repeat_from: args.repeat_from,
        is_final: args.is_final,
        known: known_at(&mut session, args.known_at)?,
    };
    let result = notify(&mut session, &request)?;
    drop(spinner);
    print_result(context, &result)
}

/// `runs`.
pub fn runs_command(context: &mut Context, args: RunsArgs) -> Result<(), Problem> {
    match args.command {
        None => list_command(context, &args.list),
        Some(RunsCommand::List(list)) => list_command(context, &list),
        Some(RunsCommand::Show(show)) => show_command(context, show.run),
        Some(RunsCommand::Reverse(args)) => {
            let outcome = reverse(&mut context.open()?, args.run, &args.reason)?;
            if context.json {
                return context.out.json(&outcome.result);
            }
            let items = outcome.result["items"].as_u64().unwrap_or(0) as usize;
            let facts = [("run", args.run.to_string()), ("count", items.to_string())];
            let done = context.text("run-reversed", &facts);
            context.toned(Tone::Good, &done)
        }
    }
}

fn list_command(context: &mut Context, args: &RunsListArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let mut list = List::new(RUNS);
    recorded::list(&mut session, args.policy.as_deref(), &mut |row| list.take(context, &row))?;
    if context.json {
        return Ok(());
    }
    if list.seen() == 0 {
        let nothing = context.text("runs-nothing", &[]);
        return context.out.line(&nothing);
    }
    let (title, count) = (context.text("runs-title", &[]), context.count("runs-count", list.seen()));
    context.headline(&title, &[count])?;
    list.print(context)
}

fn show_command(context: &mut Context, run: i64) -> Result<(), Problem> {
    let mut session = context.open()?;
    if context.json {
        // A failure to print is kept by the output and ends the command when it is flushed.
        recorded::show(&mut session, run, &mut |line| drop(context.out.line(line)))?;
        return context.out.flush();
    }
    let mut lines: Vec<Value> = Vec::new();
    let row = recorded::show(&mut session, run, &mut |line| {
        lines.push(serde_json::from_str(line).unwrap_or(Value::Null));
    })?;
    let last = lines.pop().unwrap_or(Value::Null);
    let printed = Printed {
        parameters: &serde_json::from_str(&row.parameters).unwrap_or(Value::Null),
        totals: &last["totals"],
        run: Some(run),
        sha256: &row.sha256,
    };
    print_run(context, lines.into_iter(), &printed)?;
    if row.reversed_entry.is_some() {
        let reversed = context.text("run-is-reversed", &[]);
        context.toned(Tone::Bad, &reversed)?;
    }
    Ok(())
}
