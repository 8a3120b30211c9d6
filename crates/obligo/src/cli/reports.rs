//! `report`: one command per report of the table, each with the values it takes.

use super::Failure;
use super::args::{day, examples, exit_codes};
use super::context::Context;
use super::paint::Tone;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, value_parser};
use obligo::dispatch::Writing;
use obligo::documents::{
    self, Audience, Definition, Format, Making, Parameter, ParameterKind, REPORTS, ReportRequest,
};
use obligo::layouts;
use obligo::portfolio::Keeper;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::json;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What `report` is asked for.
#[derive(Debug, Default)]
pub struct ReportArgs {
    /// The report; none lists them.
    name: Option<String>,
    values: Vec<(&'static str, String)>,
    format: Option<Format>,
    part: Option<String>,
    layout: Option<String>,
    file: Option<PathBuf>,
    replaces: bool,
    records: bool,
}

impl Args for ReportArgs {
    fn augment_args(command: Command) -> Command {
        let command = command
            .about("Write a report as PDF, XLSX, CSV, JSON or SVG; without a name list the reports")
            .after_help(examples!(
                "obligo report"
                "obligo report balance-declaration --run 3 -o june.pdf"
                "obligo report balance-declaration --policy ACR/A --key-date 2024-06-30 --buyers named --format csv"
            ))
            .subcommand_value_name("NAME")
            .subcommand_help_heading("Reports")
            .allow_external_subcommands(true);
        command.subcommands(REPORTS.iter().map(of_report))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for ReportArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<ReportArgs, clap::Error> {
        let mut args = ReportArgs::default();
        args.update_from_arg_matches(matches)?;
        Ok(args)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
        self.name = Some(name.to_owned());
        let Ok(definition) = documents::find(name) else { return Ok(()) };
        self.values.extend(values_of(matches, definition));
        self.format = format_asked(matches);
        self.part = matches.get_one::<String>("part").cloned();
        self.layout = matches.get_one::<String>("layout").cloned();
        self.file = matches.get_one::<PathBuf>("output").cloned();
        self.replaces = matches.get_flag("force");
        self.records = definition.record.is_some() && matches.get_flag("record");
        Ok(())
    }
}

/// The layout a report is written in.
pub(super) fn of_layout() -> Arg {
    Arg::new("layout").long("layout").value_name("LAYOUT").conflicts_with("format").help(
        "In an insurer's layout: ACR/balance, or a layout file. With a folder as file, it names the file",
    )
}

/// The format a report is written as.
pub(super) fn of_format(definition: &Definition, help: &'static str) -> Arg {
    let formats = definition.formats.iter().map(|format| format.code());
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(formats))
        .help(help)
}

pub(super) fn format_asked(matches: &ArgMatches) -> Option<Format> {
    matches.get_one::<String>("format").and_then(|code| Format::parse(code))
}

/// The values given for what a report asks for.
pub(super) fn values_of(
    matches: &ArgMatches,
    definition: &Definition,
) -> impl Iterator<Item = (&'static str, String)> {
    let of = |parameter: &'static Parameter| Some((parameter.name, value_of(matches, parameter)?));
    definition.parameters.iter().filter_map(of)
}

fn value_of(matches: &ArgMatches, parameter: &Parameter) -> Option<String> {
    match parameter.kind {
        ParameterKind::Flag => matches.get_flag(parameter.name).then(|| "true".to_owned()),
        ParameterKind::Run | ParameterKind::Number => {
            matches.get_one::<u32>(parameter.name).map(ToString::to_string)
        }
        ParameterKind::Day => matches.get_one::<Day>(parameter.name).map(ToString::to_string),
        _ => matches.get_one::<String>(parameter.name).cloned(),
    }
}

/// The command of a report.
fn of_report(definition: &'static Definition) -> Command {
    let Definition { name, example, .. } = definition;
    let help = format!("Examples:\n  obligo report {name} {example} -o FILE.pdf\n\n{}", exit_codes!());
    let mut command = Command::new(definition.name)
        .about(definition.about)
        .after_help(help)
        .args(definition.parameters.iter().map(of_parameter))
        .arg(of_format(definition, "What it is written as. Default: as the name of the file says"))
        .arg(
            Arg::new("output")
                .long("output")
                .short('o')
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("The file. Default: standard output"),
        )
        .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help("Replace a file that is there"))
        .arg(
            Arg::new("part")
                .long("part")
                .value_name("KEY")
                .help("For CSV which table, for SVG which picture. Default: the first"),
        )
        .arg(of_layout());
    if definition.record.is_some() {
        let help = "Record first what the letter says";
        command = command.arg(Arg::new("record").long("record").action(ArgAction::SetTrue).help(help));
    }
    command
}

pub(super) fn of_parameter(parameter: &'static Parameter) -> Arg {
    // Once per process: the command line keeps the name for as long as it runs.
    let flag: &'static str = parameter.name.replace('_', "-").leak();
    let arg = Arg::new(parameter.name).long(flag).help(parameter.about).required(parameter.is_required);
    match parameter.kind {
        ParameterKind::Flag => arg.action(ArgAction::SetTrue).required(false),
        ParameterKind::Run => arg.value_name("RUN").value_parser(value_parser!(u32)),
        ParameterKind::Number => arg.value_name("N").value_parser(value_parser!(u32)),
        ParameterKind::Day => arg.value_name("DATE").value_parser(day),
        ParameterKind::OneOf(known) => {
            arg.value_name("KIND").value_parser(PossibleValuesParser::new(known.iter().copied()))
        }
        ParameterKind::Policy => arg.value_name("POLICY"),
        ParameterKind::Company => arg.value_name("COMPANY"),
        ParameterKind::Account => arg.value_name("ACCOUNT"),
        ParameterKind::Amount => arg.value_name("AMOUNT").allow_hyphen_values(true),
        ParameterKind::Text => arg.value_name("TEXT"),
    }
}

/// `report`.
pub fn report_command(context: &mut Context, args: &ReportArgs) -> Result<(), Failure> {
    let Some(name) = &args.name else { return Ok(list(context)?) };
    let definition = documents::find(name)?;
    let mut session = context.open()?;
    let writing = match &args.layout {
        Some(layout) => Writing::Layout(layouts::meant(&mut session, layout)?),
        None => Writing::Format(format_of(definition, args, context.json)?),
    };
    if let Writing::Format(format) = writing
        && args.file.is_none()
        && format.is_binary()
        && io::stdout().is_terminal()
    {
        return Err(Problem::usage("report-on-terminal").with("format", format.code()).into());
    }
    if let Some(file) = args.file.as_deref().filter(|file| !args.replaces && file.is_file()) {
        return Err(exists(file).into());
    }
    let given = args.values.iter().map(|(name, value)| (*name, value.as_str()));
    let request = ReportRequest::new(definition, context.words, given)?;
    let spinner = context.progress.spinner(context.text("working-report", &[]));
    let keeper = Keeper::new(Arc::clone(&session.store));
    let mut making = Making {
        session: &mut session,
        words: context.words,
        request: &request,
        companies: None,
        keeper: &keeper,
    };
    if args.records {
        documents::record(&mut making)?;
    }
    let report = documents::make(&mut making)?;
    let mut bytes = Vec::new();
    let mut file = args.file.clone();
    match &writing {
        Writing::Format(format) => {
            documents::write(&report, *format, args.part.as_deref(), context.words, &mut bytes)?;
        }
        Writing::Layout(_) => {
            let (name, _, made) = writing.file(&request, context.words, &report)?;
            bytes = made;
            file = file.map(|file| if file.is_dir() { file.join(&name) } else { file });
        }
    }
    match &file {
        Some(file) => to_file(file, args.replaces, |out| {
            out.write_all(&bytes).map_err(|why| {
                Problem::unavailable("report-unwritable").with("file", file.display()).with("why", why)
            })
        })?,
        None => context.out.bytes(&bytes)?,
    }
    drop(spinner);
    Ok(())
}

/// What it is written as: as asked, as the file is called, or JSON where everything is.
fn format_of(definition: &Definition, args: &ReportArgs, json: bool) -> Result<Format, Problem> {
    let of_name = || {
        let extension = args.file.as_ref()?.extension()?.to_str()?.to_ascii_lowercase();
        Format::parse(&extension)
    };
    let format = args.format.or_else(of_name).or_else(|| json.then_some(Format::Json));
    let known = || definition.formats.iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
    let format = format.ok_or_else(|| Problem::usage("report-format-missing").with("known", known()))?;
    definition.offers(format)?;
    Ok(format)
}

/// Writes a file whole or not at all: it has its name only once it is complete.
pub(super) fn to_file(
    file: &Path,
    replaces: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let unwritable = |why: io::Error| match why.kind() {
        ErrorKind::AlreadyExists => exists(file),
        _ => Problem::unavailable("report-unwritable").with("file", file.display()).with("why", why),
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::metadata(folder).map_err(unwritable)?;
    let mut unfinished = tempfile::Builder::new();
    unfinished.prefix(".obligo-");
    // A temporary file is its owner's alone; a document is what the person's own files are.
    #[cfg(unix)]
    unfinished.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The name of the unfinished file would mean nothing to anybody.
    let started = unfinished.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()));
    let mut started = started.map_err(unwritable)?;
    let mut out = BufWriter::new(started.as_file_mut());
    write(&mut out)?;
    out.flush().map_err(unwritable)?;
    drop(out);
    let done = if replaces { started.persist(file) } else { started.persist_noclobber(file) };
    done.map_err(|error| unwritable(error.error))?;
    Ok(())
}

fn exists(file: &Path) -> Problem {
    Problem::forbidden("report-file-exists").with("file", file.display())
}

/// The reports there are, by whom they are for.
fn list(context: &mut Context) -> Result<(), Problem> {
    if context.json {
        for definition in REPORTS {
            let parameters: Vec<&str> = definition.parameters.iter().map(|p| p.name).collect();
            let formats: Vec<&str> = definition.formats.iter().map(|format| format.code()).collect();
            context.out.json(&json!({
                "name": definition.name,
                "title": context.text(&format!("report-{}", definition.name), &[]),
                "audience": definition.audience.code(),
                "parameters": parameters,
                "formats": formats,
            }))?;
        }
        return Ok(());
    }
    let width = REPORTS.iter().map(|definition| definition.name.len()).max().unwrap_or(0);
    for audience in Audience::ALL {
        let of_audience = REPORTS.iter().filter(|definition| definition.audience == audience);
        for (n, definition) in of_audience.enumerate() {
            if n == 0 {
                let heading = context.text(&format!("report-for-{}", audience.code()), &[]);
                context.toned(Tone::Strong, &heading)?;
            }
            let name = context.paint.tone(Tone::Name, &format!("{:width$}", definition.name));
            let about = context.text(&format!("report-about-{}", definition.name), &[]);
            context.out.line(&format!("  {name}  {about}"))?;
        }
    }
    Ok(())
}
