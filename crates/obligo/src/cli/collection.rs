//! `collection` and `interest`: what follows when reminders did not help, and what being late costs.

use super::Failure;
use super::args::{day, examples};
use super::context::Context;
use super::paint::Tone;
use super::reminders::{ended, warn_of_rates};
use super::view::{List, Show, Spec};
use clap::{Args, Subcommand};
use obligo::credit::account_id;
use obligo::credit::collection::{self, AssignRequest, Ending, WithdrawRequest, assignments, ready};
use obligo::credit::reminders::interest::{self, InterestRequest};
use obligo::credit::timeline::timeline_of;
use obligo_rules::calendar::Day;

/// Items handed over for collection
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo collection ready" "obligo collection assign 1001/0/D --agency \"Example Collect\"" "obligo collection list"
))]
pub enum CollectionCommand {
    Ready(ReadyArgs),
    Assign(AssignArgs),
    List(ListArgs),
    Withdraw(WithdrawArgs),
}

/// List items that are ready for collection: after their last reminder
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo collection ready"))]
pub struct ReadyArgs {}

/// Hand items of a payer over for collection
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo collection assign 1001/0/D --agency \"Example Collect\" --reference 2024-77"
    "obligo collection assign 1001/0/D --agency \"Example Collect\" --item M/4711 --confirm --reason \"buyer has moved\""
))]
pub struct AssignArgs {
    /// An account the payer pays for
    account: String,
    /// Who collects
    #[arg(long, value_name = "NAME", default_value = "")]
    agency: String,
    /// Its reference
    #[arg(long, value_name = "TEXT", default_value = "")]
    reference: String,
    /// Only this item, COMPANY/DOCUMENT; once for each. Default: all that are ready
    #[arg(long, value_name = "ITEM")]
    item: Vec<String>,
    /// The day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
    /// Do it although it is warned of
    #[arg(long)]
    confirm: bool,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// List assignments, the latest first
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo collection list" "obligo collection list --account 1001/0/D --json"))]
pub struct ListArgs {
    /// Only those of the payer of this account
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
}

/// Take items back from collection; that it began stays on record
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo collection withdraw 1 --reason \"instalments agreed\""))]
pub struct WithdrawArgs {
    /// Number of the assignment
    assignment: i64,
    /// Only this item, COMPANY/DOCUMENT; once for each. Default: all still assigned
    #[arg(long, value_name = "ITEM")]
    item: Vec<String>,
    /// The agency gave them back
    #[arg(long)]
    returned: bool,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// Reminders, collection and events of an account in one order of days
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo timeline 1001/0/D" "obligo timeline 1001/0/D --json"))]
pub struct TimelineArgs {
    /// The account
    account: String,
}

/// Late interest by law or as agreed
#[derive(Debug, Subcommand)]
#[command(after_help = examples!("obligo interest statement 1001/0/D --until 2024-06-30" "obligo interest rates"))]
pub enum InterestCommand {
    Statement(StatementArgs),
    Rates(RatesArgs),
}

/// What a payer's items, open or paid late, have cost it
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo interest statement 1001/0/D --until 2024-06-30"))]
pub struct StatementArgs {
    /// An account the payer pays for
    account: String,
    /// Last day that bears interest. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Day>,
}

/// Rates by country and day, with where they are published
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo interest rates"))]
pub struct RatesArgs {}

const READY: &[Spec] = &[
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(28), 1),
    Spec::new("item", Show::Cut(32), 0).toned(|_| Tone::Name),
    Spec::new("due_date", Show::Text, 0),
    Spec::new("days_late", Show::Count, 0),
    Spec::new("open", Show::Sum("currency"), 0),
    Spec::new("currency", Show::Text, 0),
];

const ASSIGNMENTS: &[Spec] = &[
    Spec::new("assignment", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(28), 1),
    Spec::new("assigned_on", Show::Text, 0),
    Spec::new("agency", Show::Cut(24), 0),
    Spec::new("open", Show::Sum("currency"), 0),
    Spec::new("currency", Show::Text, 0),
];

const STATEMENT: &[Spec] = &[
    Spec::new("item", Show::Cut(32), 0).toned(|_| Tone::Name),
    Spec::new("due_date", Show::Text, 0),
    Spec::new("open", Show::Amount, 0),
    Spec::new("interest", Show::Sum("currency"), 0),
    Spec::new("currency", Show::Text, 0),
];

const RATES: &[Spec] = &[
    Spec::new("country", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("valid_from", Show::Text, 0),
    Spec::new("valid_until", Show::Text, 1),
    Spec::new("reference_rate", Show::Text, 0),
    Spec::new("margin", Show::Text, 0),
    Spec::new("compensation", Show::Amount, 0),
    Spec::new("currency", Show::Text, 0),
    Spec::new("source", Show::Cut(60), 1),
];

const STEPS: &[Spec] = &[
    Spec::new("date", Show::Text, 0),
    Spec::new("what", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("items", Show::Cut(40), 0),
    Spec::new("open", Show::Amount, 0),
    Spec::new("currency", Show::Text, 0),
    Spec::new("reference", Show::Cut(28), 1),
];

/// `timeline`.
pub fn timeline_command(context: &mut Context, args: &TimelineArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    let account = account_id(&mut session, &args.account)?;
    let mut list = List::new(STEPS);
    for (step, mut line) in timeline_of(&mut session, account, None)? {
        if !context.json {
            line["what"] = step.what.text(context.words).into();
            line["items"] = step.items.join(", ").into();
        }
        list.take(context, &line)?;
    }
    ended(context, list, "timeline-none")
}

/// `collection`.
pub fn collection_command(context: &mut Context, command: CollectionCommand) -> Result<(), Failure> {
    match command {
        CollectionCommand::Ready(ReadyArgs {}) => {
            let lines = ready(&mut context.open()?, None)?;
            listed(context, READY, &lines, "collection-none-ready")
        }
        CollectionCommand::Assign(args) => assign(context, args),
        CollectionCommand::List(args) => {
            let mut session = context.open()?;
            let account = args.account.as_deref().map(|name| account_id(&mut session, name)).transpose()?;
            let lines = assignments(&mut session, account, None)?;
            listed(context, ASSIGNMENTS, &lines, "collection-none")
        }
        CollectionCommand::Withdraw(args) => withdraw(context, args),
    }
}

/// `interest`.
pub fn interest_command(context: &mut Context, command: InterestCommand) -> Result<(), Failure> {
    match command {
        InterestCommand::Statement(args) => statement(context, &args),
        InterestCommand::Rates(RatesArgs {}) => {
            let lines = interest::rates(&mut context.open()?)?;
            listed(context, RATES, &lines, "interest-none")
        }
    }
}

fn listed(
    context: &mut Context,
    specs: &'static [Spec],
    lines: &[serde_json::Value],
    none: &str,
) -> Result<(), Failure> {
    let mut list = List::new(specs);
    for line in lines {
        list.take(context, line)?;
    }
    ended(context, list, none)
}

fn assign(context: &mut Context, args: AssignArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    let request = AssignRequest {
        account: account_id(&mut session, &args.account)?,
        items: args.item.into_iter().collect(),
        on: args.on.unwrap_or_else(|| session.today()),
        agency: args.agency,
        reference: args.reference,
        confirmed: args.confirm,
        reason: args.reason,
        companies: None,
    };
    let done = collection::assign(&mut session, &request)?;
    if context.json {
        return Ok(context.out.json(&done)?);
    }
    let told = context.text("collection-assigned", &[("account", args.account)]);
    context.toned(Tone::Good, &told)?;
    warn_of_rates(context, &done)
}

fn withdraw(context: &mut Context, args: WithdrawArgs) -> Result<(), Failure> {
    let request = WithdrawRequest {
        assignment: args.assignment,
        items: args.item.into_iter().collect(),
        ending: if args.returned { Ending::Returned } else { Ending::Withdrawn },
        reason: args.reason,
    };
    let done = collection::withdraw(&mut context.open()?, None, &request)?;
    if context.json {
        return Ok(context.out.json(&done)?);
    }
    let count = done["items"].as_array().map_or(0, Vec::len);
    let told = context.count("collection-withdrawn", count);
    Ok(context.toned(Tone::Good, &told)?)
}

fn statement(context: &mut Context, args: &StatementArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    let until = args.until.unwrap_or_else(|| session.today());
    let account = account_id(&mut session, &args.account)?;
    let found = interest::statement(&mut session, &InterestRequest { account, until, companies: None })?;
    if context.json {
        return Ok(context.out.json(&found)?);
    }
    let mut list = List::new(STATEMENT);
    for line in found["items"].as_array().into_iter().flatten() {
        list.add(context, line);
    }
    if list.seen() == 0 {
        let none = context.text("interest-none", &[("date", context.words.date(until))]);
        context.out.line(&none)?;
    } else {
        list.print(context)?;
    }
    warn_of_rates(context, &found)
}
