//! `layout`: how insurers want their files.

use super::Failure;
use super::args::examples;
use super::context::Context;
use super::paint::Tone;
use super::view::{List, Show, Spec};
use clap::{Args, Subcommand};
use obligo::import::scenario::read_small_file;
use obligo::layouts;
use serde_json::json;
use std::path::PathBuf;

/// Layouts: how insurers want their CSV and XLSX files
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo layout put ACR/balance balance.toml" "obligo layout show" "obligo report balance-declaration --run 3 --layout ACR/balance -o ."
))]
pub enum LayoutCommand {
    Put(PutArgs),
    Show(ShowArgs),
    Remove(RemoveArgs),
}

/// Keep a layout file of an insurer
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo layout put ACR/balance balance.toml"))]
pub struct PutArgs {
    /// Insurer and a name of your own, for example ACR/balance
    #[arg(value_name = "LAYOUT")]
    layout: String,
    /// The layout file
    file: PathBuf,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Print a layout as its file, or the list of layouts
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo layout show" "obligo layout show ACR/balance > balance.toml"))]
pub struct ShowArgs {
    /// Insurer and name. Default: all
    layout: Option<String>,
}

/// Delete a layout; the audit trail says that it was there
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo layout remove ACR/balance"))]
pub struct RemoveArgs {
    /// Insurer and name
    layout: String,
}

const LAYOUTS: &[Spec] =
    &[Spec::new("layout", Show::Text, 0).toned(|_| Tone::Name), Spec::new("report", Show::Text, 0)];

/// `layout`.
pub fn layout_command(context: &mut Context, command: LayoutCommand) -> Result<(), Failure> {
    match command {
        LayoutCommand::Put(args) => put(context, &args),
        LayoutCommand::Show(args) => show(context, &args),
        LayoutCommand::Remove(args) => {
            layouts::remove(&mut context.open()?, &args.layout)?;
            let done = context.text("layout-removed", &[("layout", args.layout)]);
            Ok(context.toned(Tone::Good, &done)?)
        }
    }
}

fn put(context: &mut Context, args: &PutArgs) -> Result<(), Failure> {
    let (insurer, name) = layouts::parts(&args.layout)?;
    let text = read_small_file(&args.file)?;
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let kept = layouts::put(&mut session, insurer, name, &args.file.to_string_lossy(), &text)?;
    if context.json {
        return Ok(context.out.json(&kept)?);
    }
    let id = if args.dry_run { "layout-would-be-kept" } else { "layout-kept" };
    let done = context.text(id, &[("layout", args.layout.clone())]);
    Ok(context.toned(Tone::Good, &done)?)
}

fn show(context: &mut Context, args: &ShowArgs) -> Result<(), Failure> {
    let mut session = context.open()?;
    if let Some(layout) = &args.layout {
        let row = layouts::get(&mut session, layout)?;
        if context.json {
            return Ok(context.out.json(&json!({ "layout": layout, "file": row.content }))?);
        }
        return Ok(context.out.text(&row.content)?);
    }
    let mut list = List::new(LAYOUTS);
    for row in layouts::list(&mut session, None)? {
        list.take(context, &layouts::json_of(&row))?;
    }
    if context.json {
        return Ok(());
    }
    if list.seen() == 0 {
        let nothing = context.text("layouts-none", &[]);
        return Ok(context.out.line(&nothing)?);
    }
    Ok(list.print(context)?)
}
