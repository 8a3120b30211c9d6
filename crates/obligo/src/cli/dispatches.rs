//! `send` and `dispatches`: reports that leave the house, and the register of those that did.

use super::Failure;
use super::args::{examples, exit_codes};
use super::context::Context;
use super::paint::Tone;
use super::reports::{format_asked, of_format, of_layout, of_parameter, to_file, values_of};
use super::view::{List, Show, Spec};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand};
use obligo::dispatch::sending::Sending;
use obligo::dispatch::{self, Document, Way, Writing};
use obligo::documents::{self, Definition, Format, Making, REPORTS, ReportRequest};
use obligo::layouts;
use obligo::portfolio::Keeper;
use obligo_rules::problem::Problem;
use obligo_store::dispatch::{DispatchFilter, DispatchRow};
use std::path::PathBuf;
use std::sync::Arc;

/// How a dispatch may stand.
const STATES: [&str; 5] = ["begun", "sent", "dropped", "failed", "unknown"];
/// Most dispatches listed.
const LISTED: i64 = 1_000;

/// What `send` is asked for.
#[derive(Debug, Default)]
pub struct SendArgs {
    name: String,
    values: Vec<(&'static str, String)>,
    format: Option<Format>,
    layout: Option<String>,
    to: Vec<String>,
    folders: Vec<String>,
    message: Option<String>,
    again: bool,
}

impl Args for SendArgs {
    fn augment_args(command: Command) -> Command {
        command
            .about("Send a report by mail or into a folder, and note it in the register")
            .long_about(
                "Send a report by mail or into a folder, and note it in the register\n\n\
                 The mail server stands in the settings of the house or in OBLIGO_MAIL_SERVER, OBLIGO_MAIL_FROM and OBLIGO_MAIL_PASSWORD. The text \
                 is in the language of the report. The same file does not go to the same recipient twice.",
            )
            .after_help(examples!(
                "obligo send balance-declaration --run 3 --to declarations@insurer.example"
                "obligo send balance-declaration --run 3 --layout ACR/balance --drop /srv/outbox"
            ))
            .subcommand_value_name("NAME")
            .subcommand_help_heading("Reports")
            .subcommand_required(true)
            .subcommands(REPORTS.iter().map(of_report))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for SendArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<SendArgs, clap::Error> {
        let mut args = SendArgs::default();
        args.update_from_arg_matches(matches)?;
        Ok(args)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
        name.clone_into(&mut self.name);
        let Ok(definition) = documents::find(name) else { return Ok(()) };
        self.values.extend(values_of(matches, definition));
        let texts = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
        self.format = format_asked(matches);
        self.layout = matches.get_one::<String>("layout").cloned();
        self.to = texts("to");
        self.folders = texts("drop");
        self.message = matches.get_one::<String>("message").cloned();
        self.again = matches.get_flag("again");
        Ok(())
    }
}

fn of_report(definition: &'static Definition) -> Command {
    let Definition { name, example, .. } = definition;
    let help =
        format!("Examples:\n  obligo send {name} {example} --to name@insurer.example\n\n{}", exit_codes!());
    let many = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).action(ArgAction::Append).help(help)
    };
    Command::new(definition.name)
        .about(definition.about)
        .after_help(help)
        .args(definition.parameters.iter().map(of_parameter))
        .arg(of_format(definition, "What it is written as. Default: PDF"))
        .arg(of_layout())
        .arg(many("to", "ADDRESS", "Mail address; once for each recipient"))
        .arg(many("drop", "FOLDER", "Folder the file is put into; nothing there is overwritten"))
        .arg(
            Arg::new("message")
                .long("message")
                .value_name("TEXT")
                .help("Text of the mail. Default: a short one in the language of the report"),
        )
        .arg(
            Arg::new("again")
                .long("again")
                .action(ArgAction::SetTrue)
                .help("Also to those who had the same file already"),
        )
}

/// The register of what left the house
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = examples!("obligo dispatches" "obligo dispatches --state failed" "obligo dispatches retry 4" "obligo dispatches file 4 -o sent.pdf")
)]
pub struct DispatchesArgs {
    #[command(subcommand)]
    command: Option<DispatchesCommand>,
    #[command(flatten)]
    list: ListArgs,
}

#[derive(Debug, Subcommand)]
enum DispatchesCommand {
    List(ListArgs),
    Retry(RetryArgs),
    File(FileArgs),
}

/// List what was sent, the latest first
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo dispatches list --run 3"))]
struct ListArgs {
    /// Only those in this state
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(STATES))]
    state: Option<String>,
    /// Only those whose address or folder holds this text
    #[arg(long, value_name = "TEXT")]
    recipient: Option<String>,
    /// Only those of this report
    #[arg(long, value_name = "NAME")]
    report: Option<String>,
    /// Only those made from this final run
    #[arg(long, value_name = "RUN")]
    run: Option<i64>,
}

/// Try a dispatch that failed once more, with the bytes that were kept
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo dispatches retry 4"))]
struct RetryArgs {
    /// Its number
    dispatch: i64,
    /// Also one of which nobody knows whether it arrived
    #[arg(long)]
    even_if_unknown: bool,
}

/// Print the file that left, byte for byte
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo dispatches file 4 -o sent.pdf"))]
struct FileArgs {
    /// Its number
    dispatch: i64,
    /// The file. Default: standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace a file that is there
    #[arg(long)]
    force: bool,
}

const DISPATCHES: &[Spec] = &[
    Spec::new("dispatch", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("begun_at", Show::Short(10), 0),
    Spec::new("recipient", Show::Cut(32), 0),
    Spec::new("file_name", Show::Cut(40), 0),
    Spec::new("run", Show::Count, 2),
    Spec::new("state", Show::Word("dispatch-state"), 0),
    Spec::new("reason", Show::Cut(40), 1),
];

/// `send`.
pub fn send_command(context: &mut Context, args: &SendArgs) -> Result<(), Failure> {
    let definition = documents::find(&args.name)?;
    let given = args.values.iter().map(|(name, value)| (*name, value.as_str()));
    let request = ReportRequest::new(definition, context.words, given)?;
    let mut session = context.open()?;
    let writing = match &args.layout {
        Some(layout) => Writing::Layout(layouts::meant(&mut session, layout)?),
        None => Writing::Format(args.format.unwrap_or(Format::Pdf)),
    };
    let mails = args.to.iter().cloned().map(Way::Mail);
    let ways: Vec<Way> = mails.chain(args.folders.iter().cloned().map(Way::Folder)).collect();
    let sending = Sending::in_force(&mut session)?;
    let spinner = context.progress.spinner(context.text("working-dispatch", &[]));
    let keeper = Keeper::new(Arc::clone(&session.store));
    let mut making = Making {
        session: &mut session,
        words: context.words,
        request: &request,
        companies: None,
        keeper: &keeper,
    };
    let document = Document::new(&mut making, &writing, args.message.as_deref())?;
    let sent = dispatch::send(&mut session, &document, &ways, &sending, args.again)?;
    drop(spinner);
    sent.iter().try_for_each(|row| told(context, row))?;
    Ok(dispatch::failed(&sent)?)
}

/// How a dispatch ended; of one that failed the problem tells it.
fn told(context: &mut Context, row: &DispatchRow) -> Result<(), Problem> {
    if context.json {
        return context.out.json(&dispatch::json_of(row));
    }
    let id = match row.state.as_str() {
        "sent" => "dispatch-done-sent",
        "dropped" => "dispatch-done-dropped",
        _ => return Ok(()),
    };
    let facts = [
        ("dispatch", row.dispatch_id.to_string()),
        ("file", row.file_name.clone()),
        ("recipient", row.recipient.clone()),
    ];
    let done = context.text(id, &facts);
    context.toned(Tone::Good, &done)
}

/// `dispatches`.
pub fn dispatches_command(context: &mut Context, args: DispatchesArgs) -> Result<(), Problem> {
    match args.command {
        None => list(context, args.list),
        Some(DispatchesCommand::List(args)) => list(context, args),
        Some(DispatchesCommand::Retry(args)) => {
            let mut session = context.open()?;
            let sending = Sending::in_force(&mut session)?;
            let row = dispatch::retry(&mut session, args.dispatch, &sending, args.even_if_unknown)?;
            told(context, &row)?;
            dispatch::failed(&[row])
        }
        Some(DispatchesCommand::File(args)) => {
            let (_, bytes) = dispatch::bytes(&mut context.open()?, args.dispatch)?;
            match &args.output {
                Some(file) => to_file(file, args.force, |out| {
                    let unwritable = |why| {
                        Problem::unavailable("report-unwritable")
                            .with("file", file.display())
                            .with("why", why)
                    };
                    out.write_all(&bytes).map_err(unwritable)
                }),
                None => context.out.bytes(&bytes),
            }
        }
    }
}

fn list(context: &mut Context, args: ListArgs) -> Result<(), Problem> {
    let filter = DispatchFilter {
        state: args.state,
        recipient: args.recipient,
        report: args.report,
        run_id: args.run,
        limit: LISTED,
        ..DispatchFilter::default()
    };
    let mut list = List::new(DISPATCHES);
    for row in dispatch::list(&mut context.open()?, &filter)? {
        list.take(context, &dispatch::json_of(&row))?;
    }
    if context.json {
        return Ok(());
    }
    if list.seen() == 0 {
        let nothing = context.text("dispatches-none", &[]);
        return context.out.line(&nothing);
    }
    list.print(context)
}
