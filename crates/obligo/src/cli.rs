//! The command line: it translates between people's words and the use cases, and does nothing else.

mod args;
mod books;
mod collection;
mod config;
mod context;
mod credit_policy;
mod decisions;
mod demo;
mod dispatches;
mod excerpt;
mod explain;
mod imports;
mod items;
mod layouts;
mod limit_requests;
mod lists;
mod orders;
mod output;
mod paint;
mod payers;
mod policies;
mod progress;
mod reminders;
mod report;
mod reports;
mod runs;
mod serve;
mod table;
mod tokens;
mod upkeep;
mod users;
mod view;
mod work_list;

use args::{Cli, Command, Globals};
use clap::Parser;
use clap::error::ErrorKind;
use config::Settings;
use context::Context;
use obligo::import::Refusal;
use obligo_rules::problem::Problem;
use report::{Severity, exit_code};

/// Why a command did not do what it was asked: the problems shown, and how many there are.
struct Failure {
    problems: Vec<Problem>,
    total: usize,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure { problems: vec![problem], total: 1 }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure { problems: refusal.problems, total: refusal.total }
    }
}

/// Runs the command line of the process; the exit code: 0 done, 1 refused, 2 wrong usage, 3 forbidden by a rule, 4 store unreachable.
pub fn run() -> u8 {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Nobody is left to be told if this fails.
            let _ = error.print();
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => 0,
                _ => 2,
            };
        }
    };
    let mut context = match Settings::load(&cli.globals) {
        Ok(settings) => Context::new(&cli.globals, settings),
        Err(problem) => return failed(&of_flags(&cli.globals), &problem.into()),
    };
    let done = dispatch(&mut context, cli.command).and_then(|()| Ok(context.finish()?));
    match done {
        _ if context.out.reader_has_gone() => 0,
        Ok(()) => 0,
        Err(failure) => {
            // What was printed before it belongs above it.
            let _ = context.out.flush();
            failed(&context, &failure)
        }
    }
}

fn of_flags(globals: &Globals) -> Context {
    Context::new(globals, Settings::of_flags(globals))
}

fn failed(context: &Context, failure: &Failure) -> u8 {
    context.tell(Severity::Error, &failure.problems, failure.total);
    failure.problems.first().map_or(1, |problem| exit_code(problem.kind))
}

fn dispatch(context: &mut Context, command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(args) => demo::demo_command(context, &args),
        Command::Serve(args) => Ok(serve::serve_command(context, &args)?),
        Command::Import(args) => imports::import_command(context, args),
        Command::Policy(command) => policies::policy_command(context, command),
        Command::CreditPolicy(command) => credit_policy::credit_policy_command(context, command),
        Command::CreditManagers(args) => Ok(credit_policy::credit_managers_command(context, &args)?),
        Command::Exceptions(command) => Ok(credit_policy::exceptions_command(context, command)?),
        Command::Declare(args) => Ok(runs::declare_command(context, args)?),
        Command::Notify(args) => Ok(runs::notify_command(context, args)?),
        Command::Items(args) => Ok(items::items_command(context, args)?),
        Command::Buyers(args) => Ok(lists::buyers_command(context, args)?),
        Command::Limits(args) => Ok(lists::limits_command(context, args)?),
        Command::CheckOrder(args) => Ok(orders::check_order_command(context, args)?),
        Command::Orders(args) => Ok(orders::orders_command(context, args)?),
        Command::Block(args) => Ok(orders::block_command(context, args)?),
        Command::Unblock(args) => Ok(orders::unblock_command(context, &args)?),
        Command::Payers(args) => Ok(payers::payers_command(context, args)?),
        Command::CreditGroups(args) => Ok(payers::credit_groups_command(context, &args)?),
        Command::CreditLimits(args) => Ok(payers::credit_limits_command(context, &args)?),
        Command::LimitRequests(command) => limit_requests::limit_requests_command(context, command),
        Command::Decide(args) => Ok(decisions::decide_command(context, &args)?),
        Command::Decisions(args) => Ok(decisions::decisions_command(context, args)?),
        Command::Report(args) => reports::report_command(context, &args),
        Command::Layout(command) => layouts::layout_command(context, command),
        Command::Send(args) => dispatches::send_command(context, &args),
        Command::Dispatches(args) => Ok(dispatches::dispatches_command(context, args)?),
        Command::Runs(args) => Ok(runs::runs_command(context, args)?),
        Command::Reminders(command) => reminders::reminders_command(context, command),
        Command::Interest(command) => collection::interest_command(context, command),
        Command::Timeline(args) => collection::timeline_command(context, &args),
        Command::Collection(command) => collection::collection_command(context, command),
        Command::Deadlines(args) => Ok(lists::deadlines_command(context, args)?),
        Command::Explain(args) => Ok(explain::explain_command(context, &args)?),
        Command::Monitor(args) => Ok(work_list::monitor_command(context, &args)?),
        Command::WorkList(args) => Ok(work_list::work_list_command(context, args)?),
        Command::Notes(command) => Ok(work_list::notes_command(context, command)?),
        Command::FollowUp(args) => Ok(work_list::follow_up_command(context, args)?),
        Command::Edit(args) => Ok(books::edit_command(context, args)?),
        Command::Event(args) => Ok(books::event_command(context, args)?),
        Command::CloseDay(args) => Ok(books::close_day_command(context, &args)?),
        Command::Users(command) => Ok(users::users_command(context, command)?),
        Command::Token(command) => Ok(tokens::token_command(context, command)?),
        Command::Verify(_) => upkeep::verify_command(context),
        Command::Backup(args) => Ok(upkeep::backup_command(context, &args)?),
        Command::Restore(args) => Ok(upkeep::restore_command(context, &args)?),
    }
}
