//! `demo`.

use super::Failure;
use super::args::examples;
use super::context::Context;
use super::paint::Tone;
use super::serve::{ListenArgs, address, run as run_server};
use super::table::{Align, Cell, bar};
use super::view::{draw, percent};
use clap::Args;
use obligo::access::roles::Role;
use obligo::access::users::{self, NewUser};
use obligo::demo::{BuyerMonth, Month, Standing, Story, clock, run, write_files};
use obligo::messages::visible;
use obligo::serve::{HouseSettings, Server};
use obligo::session::{Session, hex};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use obligo_store::Open;
use std::path::{Path, PathBuf};

/// Who lives through the story, and signs in when it is served.
const USER: &str = "demo";

/// Reasons for what is not insured that are shown.
const REASONS_SHOWN: usize = 10;

/// Fill a throwaway store with an invented portfolio, run its months, tell what came of it, and serve it
///
/// The store of your own is never touched.
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo demo" "obligo demo --to demo --no-serve"))]
pub struct DemoArgs {
    /// A new folder for the store and the files it is filled from. Default: one among the temporary files
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// Tell the story and end, without serving it
    #[arg(long)]
    no_serve: bool,
    #[command(flatten)]
    listen: ListenArgs,
}

/// `demo`.
pub fn demo_command(context: &mut Context, args: &DemoArgs) -> Result<(), Failure> {
    let folder = new_folder(args.to.as_deref())?;
    let files = folder.join("files");
    write_files(&files)?;
    let url = format!("sqlite:{}", folder.join("obligo.db").display());
    let mut session = Session::open(&url, Open::Create, USER.to_owned(), clock())?;
    let mut bar = context.progress.bar(context.text("working-demo", &[]));
    let story = run(&mut session, &files, &mut |done, of| bar.at(done, of))?;
    drop(bar);
    tell(context, &story, &files, &url)?;
    if args.no_serve {
        return Ok(());
    }
    Ok(serve(context, session, &args.listen)?)
}

/// Serves the story at the day it ended, with somebody who may do everything.
fn serve(context: &mut Context, mut session: Session, listen: &ListenArgs) -> Result<(), Problem> {
    let password = sign_in_word()?;
    let user = NewUser {
        name: USER.to_owned(),
        display_name: "Dana Demo".to_owned(),
        roles: Role::ALL.iter().copied().collect(),
        companies: None,
        language: None,
        password: Some(password.clone()),
    };
    users::create(&mut session, &user)?;
    let end = clock();
    let settings = HouseSettings { fixed_now: Some(end.clone()), ..HouseSettings::default() };
    let server = Server::bind(&listen.listen)?;
    let facts = [("address", address(&server, &settings)), ("user", user.name), ("password", password)];
    context.out.line("")?;
    let at = context.text("demo-serve", &facts);
    context.toned(Tone::Strong, &at)?;
    let day = context.text("demo-serve-day", &[("date", end.chars().take(10).collect())]);
    context.toned(Tone::Dim, &day)?;
    run_server(context, session, server, settings)
}

/// A password nobody has used before, easy to copy.
fn sign_in_word() -> Result<String, Problem> {
    let mut random = [0_u8; 8];
    getrandom::fill(&mut random).map_err(|why| Problem::unavailable("server-failed").with("why", why))?;
    Ok(hex(&random))
}

fn new_folder(to: Option<&Path>) -> Result<PathBuf, Problem> {
    let unwritable = |path: &Path, error: &std::io::Error| {
        // The random name of the folder that could not be made helps nobody.
        let why = error.to_string();
        let why = why.split(" at path ").next().unwrap_or_default();
        Problem::unavailable("demo-unwritable").with("path", path.display()).with("why", why)
    };
    match to {
        Some(folder) if folder.exists() => {
            Err(Problem::refused("demo-folder-exists").with("path", folder.display()))
        }
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
            Ok(folder.to_owned())
        }
        None => {
            let made = tempfile::Builder::new().prefix("obligo-demo-").tempdir();
            Ok(made.map_err(|error| unwritable(&std::env::temp_dir(), &error))?.keep())
        }
    }
}

fn tell(context: &mut Context, story: &Story, files: &Path, url: &str) -> Result<(), Problem> {
    let (first, last) = (story.month_ends.first(), story.month_ends.last());
    let day = |day: Option<&obligo_rules::calendar::Day>| day.map(ToString::to_string).unwrap_or_default();
    let title = context.text("demo-title", &[]);
    let items = context.count("items-count", story.items as usize);
    let range = context.text("from-to", &[("from", day(first)), ("to", day(last))]);
    context.headline(&title, &[items, range])?;
    tell_months(context, story)?;
    tell_uninsured(context, story)?;
    for (account, (name, months)) in &story.buyers {
        tell_buyer(context, story, account, name, months)?;
    }
    if !story.due.is_empty() {
        let due = context.count("demo-due", story.due.len());
        context.toned(Tone::Warn, &due)?;
        context.out.line("")?;
    }
    let look = context.text("demo-look", &[]);
    context.toned(Tone::Strong, &look)?;
    let end = day(last);
    for command in [
        format!("obligo items --as-of {end} --uninsured --store {url}"),
        format!("obligo buyers --as-of {end} --store {url}"),
        format!("obligo deadlines --from {end} --store {url}"),
        format!("obligo runs --store {url}"),
        format!("obligo verify --store {url}"),
    ] {
        let command = context.paint.tone(Tone::Name, &command);
        context.out.line(&format!("  {command}"))?;
    }
    let from = context.text("demo-files", &[("folder", files.display().to_string())]);
    context.toned(Tone::Dim, &from)
}

fn share(standing: Standing) -> Option<f64> {
    (standing.exposure > 0).then(|| standing.insured as f64 / standing.exposure as f64)
}

fn share_cell(context: &Context, standing: Standing) -> Cell {
    match share(standing) {
        Some(share) if share >= 0.9 => {
            Cell::new(format!("{:<8} {:>4}", bar(share), percent(context.words, share)), Tone::Good)
        }
        Some(share) if share > 0.0 => {
            Cell::new(format!("{:<8} {:>4}", bar(share), percent(context.words, share)), Tone::Warn)
        }
        Some(share) => Cell::new(percent(context.words, share), Tone::Bad),
        None => Cell::default(),
    }
}

fn money(context: &Context, minor: i64, tone: Tone) -> Cell {
    Cell::new(context.number(&format_minor(minor, 2)), if minor == 0 { Tone::Dim } else { tone })
}

/// The months of every policy.
fn tell_months(context: &mut Context, story: &Story) -> Result<(), Problem> {
    for (policy, months) in &story.months {
        let title = context.text("demo-policy", &[("policy", (*policy).to_owned())]);
        context.toned(Tone::Strong, &title)?;
        let row = |(day, month): (&obligo_rules::calendar::Day, &Month)| {
            vec![
                Cell::new(day.to_string(), Tone::Plain),
                money(context, month.standing.exposure, Tone::Plain),
                money(context, month.standing.insured, Tone::Plain),
                share_cell(context, month.standing),
                money(context, month.declared, Tone::Strong),
                Cell::new(
                    month.notified.to_string(),
                    if month.notified == 0 { Tone::Dim } else { Tone::Warn },
                ),
                Cell::new(month.last_run.to_string(), Tone::Dim),
            ]
        };
        let rows = story.month_ends.iter().zip(months).map(row).collect();
        let headings = [
            ("col-key-date", Align::Left),
            ("col-open", Align::Right),
            ("col-insured", Align::Right),
            ("col-cover", Align::Left),
            ("col-declared", Align::Right),
            ("col-notified", Align::Right),
            ("col-run", Align::Right),
        ];
        draw(context, &headings, rows)?;
        context.out.line("")?;
    }
    Ok(())
}

/// What is not insured at the end, and why.
fn tell_uninsured(context: &mut Context, story: &Story) -> Result<(), Problem> {
    let mut reasons: Vec<_> = story.uninsured.iter().collect();
    if reasons.is_empty() {
        return Ok(());
    }
    reasons.sort_by_key(|(_, (_, amount))| std::cmp::Reverse(*amount));
    let title = context.text("demo-uninsured", &[]);
    context.toned(Tone::Strong, &title)?;
    let row = |((policy, status, reason), (count, amount)): &(&(String, &str, &str), &(u64, i64))| {
        let id = format!("short-{reason}");
        let of_status = format!("status-{}", if *status == "?" { "unexamined" } else { status });
        let why = context.text(if context.words.messages.has(&id) { &id } else { &of_status }, &[]);
        vec![
            Cell::new(policy.as_str(), Tone::Plain),
            Cell::new(*status, Tone::Plain),
            Cell::new(why, Tone::Plain),
            Cell::new(context.number(&count.to_string()), Tone::Plain),
            money(context, *amount, Tone::Bad),
        ]
    };
    let rows = reasons.iter().take(REASONS_SHOWN).map(row).collect();
    let headings = [
        ("col-policy", Align::Left),
        ("col-status", Align::Left),
        ("col-why", Align::Left),
        ("col-count", Align::Right),
        ("col-uninsured", Align::Right),
    ];
    draw(context, &headings, rows)?;
    context.out.line("")
}

/// The months of one buyer.
fn tell_buyer(
    context: &mut Context,
    story: &Story,
    account: &str,
    name: &str,
    months: &[BuyerMonth],
) -> Result<(), Problem> {
    let facts = [("account", visible(account)), ("name", visible(name))];
    let title = context.text("demo-buyer", &facts);
    context.toned(Tone::Strong, &title)?;
    let row = |(day, month): (&obligo_rules::calendar::Day, &BuyerMonth)| {
        vec![
            Cell::new(day.to_string(), Tone::Plain),
            Cell::new(context.number(&month.sum), Tone::Plain),
            money(context, month.standing.exposure, Tone::Plain),
            money(context, month.standing.insured, Tone::Plain),
            share_cell(context, month.standing),
            Cell::new(month.reporting_status, Tone::Bad),
            Cell::new(month.uncovered_from.as_deref().unwrap_or(""), Tone::Bad),
        ]
    };
    let rows = story.month_ends.iter().zip(months).map(row).collect();
    let headings = [
        ("col-key-date", Align::Left),
        ("col-insured-sum", Align::Right),
        ("col-open", Align::Right),
        ("col-insured", Align::Right),
        ("col-cover", Align::Left),
        ("col-reporting-status", Align::Left),
        ("col-uncovered-from", Align::Left),
    ];
    draw(context, &headings, rows)?;
    context.out.line("")
}
