//! `reminders`: letters to payers that are overdue, proposed, edited and sent.

use super::Failure;
use super::args::{day, examples};
use super::context::Context;
use super::paint::Tone;
use super::view::{List, Show, Spec, text};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use obligo::credit::account_id;
use obligo::credit::reminders::terms::rates_missing;
use obligo::credit::reminders::{
    self, EditRequest, ProposeRequest, ReminderFilter, STATES, SendRequest, SendWay,
};
use obligo::portfolio::Keeper;
use obligo_rules::calendar::Day;
use std::sync::Arc;

/// Reminders to payers that are overdue
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo reminders propose --key-date 2024-06-30" "obligo reminders list" "obligo reminders show 1" "obligo reminders send 1 2 --print"
))]
pub enum RemindersCommand {
    Propose(ProposeArgs),
    List(ListArgs),
    Show(ShowArgs),
    Edit(EditArgs),
    Send(SendArgs),
}

/// Propose letters as of a day; nothing leaves the house
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo reminders propose" "obligo reminders propose --key-date 2024-06-30 --account 1001/0/D"))]
pub struct ProposeArgs {
    /// The day the letters show. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    key_date: Option<Day>,
    /// Only the payer of this account
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
    /// Only items of this company; once for each
    #[arg(long, value_name = "CODE")]
    company: Vec<String>,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// List letters, the latest first
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo reminders list" "obligo reminders list --state sent --account 1001/0/D"))]
pub struct ListArgs {
    /// Only those in this state
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(STATES))]
    state: Option<String>,
    /// Only those to the payer of this account
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
}

/// Show a letter with its items
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo reminders show 1" "obligo report reminder --reminder 1 -o reminder.pdf"))]
pub struct ShowArgs {
    /// Its number
    reminder: i64,
}

/// Change a proposal before it is sent
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo reminders edit 1 --leave-out --reason \"promised by phone\"" "obligo reminders edit 1 --without M/4711 --reason \"credit note on its way\""
    "obligo reminders edit 1 --charge 0 --reason \"good customer\""
))]
pub struct EditArgs {
    /// Its number
    reminder: i64,
    /// Leave the whole letter out
    #[arg(long, conflicts_with = "take_in")]
    leave_out: bool,
    /// Take a letter that was left out back in
    #[arg(long)]
    take_in: bool,
    /// Leave this item out, COMPANY/DOCUMENT; once for each, all others are in
    #[arg(long, value_name = "ITEM")]
    without: Vec<String>,
    /// Another level for all its items
    #[arg(long, value_name = "N")]
    level: Option<u8>,
    /// Another charge, in the letter's currency
    #[arg(long, value_name = "AMOUNT")]
    charge: Option<String>,
    /// Your own text instead of the usual one; empty for the usual one
    #[arg(long, value_name = "TEXT")]
    message: Option<String>,
    /// Its language: en, de, fr or sv
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// Send proposals by mail, into a folder or on paper
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo reminders send 1 2 --print" "obligo reminders send --drop /srv/outbox" "obligo reminders send 1 --to accounts@buyer.example"
))]
#[command(group = clap::ArgGroup::new("way").required(true))]
pub struct SendArgs {
    /// Their numbers. Default: every proposal
    reminders: Vec<i64>,
    /// On paper: note them as sent and keep the files
    #[arg(long, group = "way")]
    print: bool,
    /// Folder the files are put into; nothing there is overwritten
    #[arg(long, value_name = "FOLDER", group = "way")]
    drop: Option<String>,
    /// Mail address, for one letter
    #[arg(long, value_name = "ADDRESS", group = "way")]
    to: Option<String>,
    /// The day they were sent. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
}

const LETTERS: &[Spec] = &[
    Spec::new("reminder", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(28), 1),
    Spec::new("company", Show::Text, 2),
    Spec::new("level", Show::Count, 0),
    Spec::new("open", Show::Amount, 0),
    Spec::new("interest", Show::Amount, 1),
    Spec::new("charge", Show::Amount, 1),
    Spec::new("total", Show::Sum("currency"), 0),
    Spec::new("currency", Show::Text, 0),
    Spec::new("sent_on", Show::Text, 2),
    Spec::new("state", Show::Word("reminder-state"), 0),
];

const ITEMS: &[Spec] = &[
    Spec::new("item", Show::Cut(32), 0).toned(|_| Tone::Name),
    Spec::new("due_date", Show::Text, 0),
    Spec::new("days_late", Show::Count, 0),
    Spec::new("level", Show::Count, 0),
    Spec::new("open", Show::Amount, 0),
    Spec::new("interest", Show::Amount, 0),
    Spec::new("left_out", Show::Flag, 1),
];

/// `reminders`.
pub fn reminders_command(context: &mut Context, command: RemindersCommand) -> Result<(), Failure> {
    match command {
        RemindersCommand::Propose(args) => propose(context, args),
        RemindersCommand::List(args) => list(context, args),
        RemindersCommand::Show(args) => show(context, &args),
        RemindersCommand::Edit(args) => edit(context, args),
        RemindersCommand::Send(args) => send(context, args),
    }
}

fn propose(context: &mut Context, args: ProposeArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let payer = args.account.as_deref().map(|name| account_id(&mut session, name)).transpose()?;
    let request = ProposeRequest {
        key_date: args.key_date.unwrap_or_else(|| session.today()),
        companies: (!args.company.is_empty()).then(|| args.company.into_iter().collect()),
        payer,
    };
    let done = reminders::propose(&mut session, &request)?;
    if context.json {
        return Ok(context.out.json(&done)?);
    }
    let facts = [
        ("letters", done["letters"].to_string()),
        ("items", done["items"].to_string()),
        ("collect", done["ready_for_collection"].to_string()),
        ("date", context.words.date(request.key_date)),
    ];
    let told = context.text("reminders-proposed", &facts);
    context.toned(Tone::Good, &told)?;
    warn_of_rates(context, &done)
}

/// Says of which countries no rate of late interest is known.
pub fn warn_of_rates(context: &mut Context, done: &serde_json::Value) -> Result<(), Failure> {
    for told in rates_missing(context.words, done) {
        context.toned(Tone::Warn, &told)?;
    }
    Ok(())
}

fn list(context: &mut Context, args: ListArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    let payer = args.account.as_deref().map(|name| account_id(&mut session, name)).transpose()?;
    let filter = ReminderFilter { state: args.state, payer, companies: None };
    let mut list = List::new(LETTERS);
    for letter in reminders::list(&mut session, &filter)? {
        list.take(context, &letter.json)?;
    }
    ended(context, list, "reminders-none")
}

/// Prints a list, or what is said where it is empty.
pub fn ended(context: &mut Context, list: List, none: &str) -> Result<(), Failure> {
    if context.json {
        return Ok(());
    }
    if list.seen() == 0 {
        let nothing = context.text(none, &[]);
        return Ok(context.out.line(&nothing)?);
    }
    Ok(list.print(context)?)
}

fn show(context: &mut Context, args: &ShowArgs) -> Result<(), Failure> {
    let shown = reminders::show(&mut context.open()?, None, args.reminder)?;
    if context.json {
        return Ok(context.out.json(&shown.json)?);
    }
    let mut letter = List::new(LETTERS);
    letter.add(context, &shown.json);
    letter.print(context)?;
    let mut items = List::new(ITEMS);
    for line in shown.json["items"].as_array().into_iter().flatten() {
        items.add(context, line);
    }
    Ok(items.print(context)?)
}

fn edit(context: &mut Context, args: EditArgs) -> Result<(), Failure> {
    let request = EditRequest {
        reminder: args.reminder,
        leave_out: (args.leave_out || args.take_in).then_some(args.leave_out),
        items_left_out: (!args.without.is_empty()).then(|| args.without.into_iter().collect()),
        level: args.level,
        charge: args.charge,
        message: args.message,
        language: args.language,
        reason: args.reason,
    };
    let done = reminders::edit(&mut context.open()?, None, &request)?;
    if context.json {
        return Ok(context.out.json(&done)?);
    }
    let total = context.words.money(text(&done, "total"), text(&done, "currency"));
    let facts = [("reminder", args.reminder.to_string()), ("total", total)];
    let told = context.text("reminders-edited", &facts);
    Ok(context.toned(Tone::Good, &told)?)
}

fn send(context: &mut Context, args: SendArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    let way = match (args.to, args.drop) {
        (Some(address), _) => SendWay::Mail(address),
        (None, Some(folder)) => SendWay::Folder(folder),
        (None, None) => SendWay::Print,
    };
    let on = args.on.unwrap_or_else(|| session.today());
    let request = SendRequest { reminders: args.reminders, way, on };
    let keeper = Keeper::new(Arc::clone(&session.store));
    let spinner = context.progress.spinner(context.text("working-dispatch", &[]));
    let done = reminders::send(&mut session, None, &request, &keeper)?;
    drop(spinner);
    if context.json {
        return Ok(context.out.json(&done)?);
    }
    let count = |key: &str| done[key].as_array().map_or(0, Vec::len);
    if count("outdated") > 0 {
        let told = context.count("reminders-outdated", count("outdated"));
        context.toned(Tone::Warn, &told)?;
    }
    let told = context.count("reminders-sent-count", count("sent"));
    Ok(context.toned(Tone::Good, &told)?)
}
