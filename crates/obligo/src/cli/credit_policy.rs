//! `credit-policy`, `credit-managers` and `exceptions`.

use super::Failure;
use super::args::{day, examples};
use super::context::{Context, known_at};
use super::paint::Tone;
use super::view::{List, Show, Spec};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use obligo::credit::policy::exceptions::{self, ExceptionChoice, NewException};
use obligo::credit::policy::managers;
use obligo::credit::policy::{self, Version};
use obligo_rules::calendar::Day;
use obligo_rules::policy_exception::{Differs, ExceptionState};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The credit policy as a file: criteria, action codes, risk classes, approval ladder, standard terms
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo credit-policy put credit_policy.toml" "obligo credit-policy show" "obligo credit-policy check credit_policy.toml"
))]
pub enum CreditPolicyCommand {
    Put(PutArgs),
    Show(ShowArgs),
    Check(CheckArgs),
}

/// Record a credit policy, in force from its `valid_from` on
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-policy put credit_policy.toml --dry-run"))]
pub struct PutArgs {
    /// The file
    file: PathBuf,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Print the file in force, or the list of versions
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-policy show > credit_policy.toml" "obligo credit-policy show --history"))]
pub struct ShowArgs {
    /// The file in force on this day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "history")]
    as_of: Option<Day>,
    /// As it was known at the end of this day
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "history")]
    known_at: Option<Day>,
    /// Every version with its first and last day
    #[arg(long)]
    history: bool,
}

/// Check a credit policy file without a store
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-policy check credit_policy.toml"))]
pub struct CheckArgs {
    /// The file
    file: PathBuf,
}

/// Credit managers with their seniors; `import credit_managers` records them
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = examples!(
        "obligo credit-managers" "obligo credit-managers --as-of 2024-06-30 --json"
        "obligo credit-managers end KM2 --last-day 2024-06-30 --reason \"retired\""
    )
)]
pub struct CreditManagersArgs {
    #[command(subcommand)]
    command: Option<CreditManagersCommand>,
    #[command(flatten)]
    list: ManagersListArgs,
}

#[derive(Debug, Subcommand)]
enum CreditManagersCommand {
    List(ManagersListArgs),
    End(ManagerEndArgs),
}

/// List credit managers with their seniors
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-managers list --as-of 2024-06-30"))]
struct ManagersListArgs {
    /// As they were on this day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
}

/// End a credit manager; earlier days still show it
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-managers end KM2 --last-day 2024-06-30 --reason \"retired\""))]
struct ManagerEndArgs {
    /// Code
    #[arg(value_name = "CODE")]
    credit_manager: String,
    /// Last day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    last_day: Option<Day>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Exceptions from the credit policy: granted to one buyer, by somebody, until a day
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo exceptions list" "obligo exceptions add 10021/0/D --differs payment_terms --value 90 --until 2024-12-31 --reason \"annual contract\""
    "obligo exceptions end 3 --reason \"contract cancelled\""
))]
pub enum ExceptionsCommand {
    Add(AddArgs),
    List(ListArgs),
    End(EndArgs),
}

/// Record an exception
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo exceptions add 10021/0/D --differs credit_line --value 50000.00 --until 2024-12-31 --approver cfo --reason \"trade fair\""
))]
pub struct AddArgs {
    /// Buyer: ACCOUNT/BRANCH/TYPE
    #[arg(value_name = "BUYER")]
    account: String,
    /// What differs from the policy
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new(Differs::ALL.iter().map(|differs| differs.code())))]
    differs: String,
    /// What holds instead: a class, an amount, payment terms, or words
    #[arg(long, value_name = "TEXT")]
    value: String,
    /// Last day
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Day,
    /// First day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<Day>,
    /// Who approved it. Default: who acts
    #[arg(long, value_name = "NAME")]
    approver: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// List exceptions, the newest first, ended ones included
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo exceptions list --state in_force" "obligo exceptions list --as-of 2024-07-01 --json"))]
pub struct ListArgs {
    /// Only those of this buyer: ACCOUNT/BRANCH/TYPE
    #[arg(long, value_name = "BUYER")]
    account: Option<String>,
    /// Only those that stand so
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(ExceptionState::ALL.iter().map(|state| state.code())))]
    state: Option<String>,
    /// How they stand on this day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// As it was known at the end of this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    known_at: Option<Day>,
}

/// End an exception before its last day
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo exceptions end 3 --last-day 2024-07-31 --reason \"contract cancelled\""))]
pub struct EndArgs {
    /// Its number, as the list shows it
    exception: i64,
    /// Its new last day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    last_day: Option<Day>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

const VERSIONS: &[Spec] = &[
    Spec::new("valid_from", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("valid_until", Show::Text, 0),
    Spec::new("name", Show::Cut(40), 0),
    Spec::new("entry", Show::Count, 1),
];

const MANAGERS: &[Spec] = &[
    Spec::new("credit_manager", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(30), 0),
    Spec::new("senior", Show::Text, 0),
    Spec::new("user", Show::Text, 1),
    Spec::new("buyers", Show::Count, 0),
    Spec::new("buyers_seen", Show::Count, 1),
];

const EXCEPTIONS: &[Spec] = &[
    Spec::new("exception", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(20), 2),
    Spec::new("differs", Show::Word("exception-differs"), 0),
    Spec::new("value", Show::Cut(24), 0),
    Spec::new("approver", Show::Cut(16), 1),
    Spec::new("reason", Show::Cut(24), 3),
    Spec::new("valid_from", Show::Text, 1),
    Spec::new("valid_until", Show::Text, 0),
    Spec::new("state", Show::Word("exception-state"), 0),
];

/// `credit-policy`.
pub fn credit_policy_command(context: &mut Context, command: CreditPolicyCommand) -> Result<(), Failure> {
    match command {
        CreditPolicyCommand::Put(args) => {
            let mut session = context.open_or_create()?;
            session.dry_run = args.dry_run;
            let report = policy::put(&mut session, &args.file)?;
            super::imports::print_report(context, &report, args.dry_run)?;
            Ok(context.out.flush()?)
        }
        CreditPolicyCommand::Show(args) => Ok(show(context, &args)?),
        CreditPolicyCommand::Check(args) => {
            let policy = policy::check_file(&args.file)?;
            if context.json {
                let line = json!({ "file": args.file.to_string_lossy(), "name": policy.name, "valid_from": policy.valid_from.to_string() });
                return Ok(context.out.json(&line)?);
            }
            let facts = [("name", policy.name), ("date", policy.valid_from.to_string())];
            let done = context.text("credit-policy-sound", &facts);
            Ok(context.toned(Tone::Good, &done)?)
        }
    }
}

fn show(context: &mut Context, args: &ShowArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    if args.history {
        let line = |version: &Version| {
            json!({
                "valid_from": version.valid_from.to_string(),
                "valid_until": version.valid_until.map(|day| day.to_string()),
                "name": version.name,
                "entry": version.entry,
            })
        };
        let lines: Vec<Value> = policy::history(&mut session)?.iter().map(line).collect();
        return table(context, VERSIONS, &lines, "credit-policy-none");
    }
    let key_date = args.as_of.unwrap_or(session.today());
    let as_of = AsOf { key_date, known: known_at(&mut session, args.known_at)? };
    match policy::text_in_force(&mut session, as_of)? {
        Some(file) if context.json => context.out.json(&json!({ "file": file })),
        Some(file) => context.out.text(&file),
        None if context.json => context.out.json(&json!({ "file": null })),
        None => {
            let none = context.text("credit-policy-none", &[]);
            context.out.line(&none)
        }
    }
}

/// `credit-managers`.
pub fn credit_managers_command(context: &mut Context, args: &CreditManagersArgs) -> Result<(), Problem> {
    match &args.command {
        None => list_managers(context, &args.list),
        Some(CreditManagersCommand::List(args)) => list_managers(context, args),
        Some(CreditManagersCommand::End(args)) => end_manager(context, args),
    }
}

fn end_manager(context: &mut Context, args: &ManagerEndArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let line = managers::end(&mut session, &args.credit_manager, args.last_day, &args.reason)?;
    if context.json {
        return context.out.json(&line);
    }
    let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
    let facts = [("credit_manager", text("credit_manager")), ("until", text("last_day"))];
    let id = if args.dry_run { "credit-manager-would-end" } else { "credit-manager-ends" };
    let done = context.text(id, &facts);
    context.toned(Tone::Good, &done)
}

fn list_managers(context: &mut Context, args: &ManagersListArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let as_of = AsOf::at(args.as_of.unwrap_or(session.today()));
    let lines: Vec<Value> =
        managers::managers(&mut session, as_of)?.iter().map(managers::ManagerLine::json).collect();
    table(context, MANAGERS, &lines, "credit-managers-none")
}

/// `exceptions`.
pub fn exceptions_command(context: &mut Context, command: ExceptionsCommand) -> Result<(), Problem> {
    match command {
        ExceptionsCommand::Add(args) => {
            let mut session = context.open()?;
            session.dry_run = args.dry_run;
            let new = NewException {
                account: args.account,
                differs: Differs::parse(&args.differs).unwrap_or(Differs::Handling),
                value: args.value,
                approver: args.approver,
                reason: args.reason,
                valid_from: args.from,
                valid_until: args.until,
            };
            let line = exceptions::add(&mut session, &new)?;
            told(context, &line, if args.dry_run { "exception-would-be-kept" } else { "exception-kept" })
        }
        ExceptionsCommand::List(args) => list(context, &args),
        ExceptionsCommand::End(args) => {
            let mut session = context.open()?;
            session.dry_run = args.dry_run;
            let line = exceptions::end(&mut session, args.exception, args.last_day, &args.reason)?;
            told(context, &line, if args.dry_run { "exception-would-end" } else { "exception-ends" })
        }
    }
}

fn told(context: &mut Context, line: &Value, id: &str) -> Result<(), Problem> {
    if context.json {
        return context.out.json(line);
    }
    let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
    let facts = [
        ("exception", line["exception"].to_string()),
        ("account", text("account")),
        ("until", text("valid_until")),
    ];
    let done = context.text(id, &facts);
    context.toned(Tone::Good, &done)
}

fn list(context: &mut Context, args: &ListArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let key_date = args.as_of.unwrap_or(session.today());
    let as_of = AsOf { key_date, known: known_at(&mut session, args.known_at)? };
    let choice = ExceptionChoice {
        account: args.account.clone(),
        state: args.state.as_deref().and_then(ExceptionState::parse),
    };
    let found = exceptions::list(&mut session, &choice, as_of)?;
    let lines: Vec<Value> = found.iter().map(exceptions::ExceptionLine::json).collect();
    table(context, EXCEPTIONS, &lines, "exceptions-none")
}

/// A list of lines, or the text that there are none.
fn table(context: &mut Context, specs: &'static [Spec], lines: &[Value], none: &str) -> Result<(), Problem> {
    let mut list = List::new(specs);
    for line in lines {
        list.take(context, line)?;
    }
    if context.json {
        return Ok(());
    }
    if lines.is_empty() {
        let none = context.text(none, &[]);
        return context.out.line(&none);
    }
    list.print(context)
}
