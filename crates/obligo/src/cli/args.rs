//! The first words of the command line and what every command takes.

use super::{
    books, collection, credit_policy, decisions, demo, dispatches, explain, imports, items, layouts,
    limit_requests, lists, orders, payers, policies, reminders, reports, runs, serve, tokens, upkeep, users,
    work_list,
};
use clap::{Args, ColorChoice, Parser, Subcommand};
use obligo_rules::calendar::Day;
use std::path::PathBuf;

/// What every command's help ends with.
macro_rules! exit_codes {
    () => {
        "Exit codes: 0 done; 1 the data were refused, nothing was written; 2 wrong usage;\n\
         3 a rule forbids it; 4 the store is unreachable or locked."
    };
}
pub(super) use exit_codes;

/// The end of every command's help: examples, then the exit codes.
macro_rules! examples {
    ($($line:literal)+) => {
        concat!("Examples:\n", $("  ", $line, "\n",)+ "\n", $crate::cli::args::exit_codes!())
    };
}
pub(super) use examples;

/// Trade credit insurance on your own receivables ledger: what is insured, how far, and what is due to the insurer.
#[derive(Debug, Parser)]
#[command(
    name = "obligo",
    version,
    subcommand_required = true,
    arg_required_else_help = true,
    max_term_width = 120,
    after_help = examples!(
        "obligo demo" "obligo import scenario scenarios/every-status"
        "obligo declare --policy ACR/A --key-date 2024-06-30 --buyers named"
    )
)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub globals: Globals,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes: by flag, then environment, then configuration file.
#[derive(Args, Debug)]
#[command(next_help_heading = "Every command")]
pub struct Globals {
    /// The store: sqlite:PATH. Default: sqlite:obligo.db, created on first use
    #[arg(long, global = true, value_name = "URL", env = "OBLIGO_STORE", hide_env_values = true)]
    pub store: Option<String>,
    /// Print data as one JSON object per line
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of texts, for example en. Default: that of the environment
    #[arg(long, global = true, value_name = "TAG", env = "OBLIGO_LANG", hide_env_values = true)]
    pub lang: Option<String>,
    /// Who acts, for the audit entries. Default: the user of the computer
    #[arg(long, global = true, value_name = "NAME", env = "OBLIGO_ACTOR", hide_env_values = true)]
    pub actor: Option<String>,
    /// The same command under the same key is done once, however often it is given
    #[arg(long, global = true, value_name = "KEY")]
    pub idempotency_key: Option<String>,
    /// Configuration with the keys store, lang, actor, color, quiet, `max_errors`. Default: obligo.toml, if it is there
    #[arg(long, global = true, value_name = "FILE", env = "OBLIGO_CONFIG", hide_env_values = true)]
    pub config: Option<PathBuf>,
    /// When to use colors
    #[arg(long, global = true, value_name = "WHEN")]
    pub color: Option<ColorChoice>,
    /// No progress bars
    #[arg(long, global = true)]
    pub quiet: bool,
    /// How many problems of refused data are shown [default: 20]
    #[arg(long, global = true, value_name = "N")]
    pub max_errors: Option<usize>,
    /// The clock, for reproducing a result and for tests
    #[arg(long, global = true, value_name = "INSTANT", env = "OBLIGO_NOW", hide = true)]
    pub now: Option<String>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(demo::DemoArgs),
    Serve(serve::ServeArgs),
    Import(imports::ImportArgs),
    #[command(subcommand)]
    Policy(policies::PolicyCommand),
    #[command(subcommand)]
    CreditPolicy(credit_policy::CreditPolicyCommand),
    CreditManagers(credit_policy::CreditManagersArgs),
    #[command(subcommand)]
    Exceptions(credit_policy::ExceptionsCommand),
    Declare(runs::DeclareArgs),
    Notify(runs::NotifyArgs),
    Items(items::ItemsArgs),
    Buyers(lists::BuyersArgs),
    Limits(lists::LimitsArgs),
    #[command(subcommand)]
    LimitRequests(limit_requests::LimitRequestsCommand),
    Decide(decisions::DecideArgs),
    Decisions(decisions::DecisionsArgs),
    CheckOrder(orders::CheckOrderArgs),
    Orders(orders::OrdersArgs),
    Block(orders::BlockArgs),
    Unblock(orders::UnblockArgs),
    Payers(payers::PayersArgs),
    CreditGroups(payers::CreditGroupsArgs),
    CreditLimits(payers::CreditLimitsArgs),
    Runs(runs::RunsArgs),
    Report(reports::ReportArgs),
    #[command(subcommand)]
    Layout(layouts::LayoutCommand),
    Send(dispatches::SendArgs),
    Dispatches(dispatches::DispatchesArgs),
    #[command(subcommand)]
    Reminders(reminders::RemindersCommand),
    #[command(subcommand)]
    Interest(collection::InterestCommand),
    #[command(subcommand)]
    Collection(collection::CollectionCommand),
    Timeline(collection::TimelineArgs),
    Deadlines(lists::DeadlinesArgs),
    Explain(explain::ExplainArgs),
    Monitor(work_list::MonitorArgs),
    WorkList(work_list::WorkListArgs),
    #[command(subcommand)]
    Notes(work_list::NotesCommand),
    FollowUp(work_list::FollowUpArgs),
    Edit(books::EditArgs),
    Event(books::EventArgs),
    CloseDay(books::CloseDayArgs),
    #[command(subcommand)]
    Users(users::UsersCommand),
    #[command(subcommand)]
    Token(tokens::TokenCommand),
    Verify(upkeep::VerifyArgs),
    Backup(upkeep::BackupArgs),
    Restore(upkeep::RestoreArgs),
}

/// A date of the command line.
pub fn day(text: &str) -> Result<Day, String> {
    Day::parse_iso(text).ok_or_else(|| "no date of the calendar; write it like 2024-01-31".to_owned())
}

// The state a list shows. What stood here as documentation would become that of the command.
#[derive(Args, Clone, Copy, Debug)]
pub struct When {
    /// Valid at this date. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// What had been recorded by the end of this date. Default: everything
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub known_at: Option<Day>,
}

impl When {
    /// The day it is valid at and the day it is known at.
    pub fn at(self, today: Day) -> (Day, Option<Day>) {
        (self.as_of.unwrap_or(today), self.known_at)
    }
}

/// A date, or `none` to clear it.
pub fn day_or_none(text: &str) -> Result<DayOrNone, String> {
    if text == "none" {
        return Ok(DayOrNone(None));
    }
    match Day::parse_iso(text) {
        Some(day) => Ok(DayOrNone(Some(day))),
        None => Err("no date of the calendar; write it like 2024-01-31, or none to clear it".to_owned()),
    }
}

/// A date to set, or nothing to clear it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayOrNone(pub Option<Day>);

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn r0_2_dates_are_those_of_the_calendar() {
        for (text, is_date) in [
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("2024-2-9", false),
            ("29.02.2024", false),
            ("", false),
        ] {
            assert_eq!(day(text).is_ok(), is_date, "{text}");
            assert_eq!(day_or_none(text).is_ok(), is_date, "{text}");
        }
        assert_eq!(day_or_none("none"), Ok(DayOrNone(None)));
    }
}
