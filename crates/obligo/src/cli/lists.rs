//! `buyers`, `limits` and `deadlines`.

use super::args::{When, day, examples};
use super::context::Context;
use super::paint::Tone;
use super::table::IF_SAME;
use super::view::{List, Show, Spec, amount, share, text, used_tone};
use clap::Args;
use obligo::buyers::{BuyersRequest, buyers};
use obligo::deadlines::{DeadlinesRequest, deadlines};
use obligo::limits::{LimitsRequest, limits};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// How far ahead `deadlines` looks unless told otherwise.
const DAYS_AHEAD: u16 = 30;

/// List buyers with cover, insured sum, what is insured of what is open, and room
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo buyers --as-of 2024-05-31 --policy ACR/A" "obligo buyers --search mueller --json"
))]
pub struct BuyersArgs {
    #[command(flatten)]
    when: When,
    /// Only buyers of this policy
    #[arg(long)]
    policy: Option<String>,
    /// Only buyers whose account, name or numbers hold this text
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Also buyers without cover, limits or open items
    #[arg(long)]
    all: bool,
}

/// List limit decisions: those in force, or all
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo limits --as-of 2024-05-31" "obligo limits --account 1001 --all"))]
pub struct LimitsArgs {
    #[command(flatten)]
    when: When,
    /// Only those under this policy
    #[arg(long)]
    policy: Option<String>,
    /// Only those of this account
    #[arg(long)]
    account: Option<String>,
    /// Also those that no longer, or do not yet, count
    #[arg(long)]
    all: bool,
}

/// List what is due to the insurer, with dates and amounts
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo deadlines" "obligo deadlines --days 90" "obligo deadlines --from 2024-06-01 --to 2024-06-30 --policy ACR/A"
))]
pub struct DeadlinesArgs {
    /// First date. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<Day>,
    /// Last date. Default: 30 days after the first
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<Day>,
    /// So many days from the first date on
    #[arg(long, value_name = "N", conflicts_with = "to")]
    days: Option<u16>,
    /// Only those of this policy
    #[arg(long)]
    policy: Option<String>,
    /// What had been recorded by the end of this date. Default: everything
    #[arg(long, value_name = "DATE", value_parser = day)]
    known_at: Option<Day>,
}

/// A buyer with co-insured accounts holds their amounts too: these columns have no totals of their own.
const BUYERS: &[Spec] = &[
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("account_type", Show::Text, 12),
    Spec::new("name", Show::Cut(16), 0),
    Spec::new("country", Show::Text, 7),
    Spec::new("policy", Show::Text, 5),
    Spec::new("kind", Show::Text, 4).toned(kind_tone),
    Spec::new("co_insured_under", Show::Text, 9),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("insured_sum", Show::Amount, 0),
    Spec::new("open", Show::Amount, 0),
    Spec::new("insured", Show::Amount, 0).toned(insured_of_open),
    Spec::new("cover", Show::Share("insured", "open"), 1).toned(insured_of_open),
    Spec::new("room", Show::Amount, 3),
    Spec::new("used", Show::Share("insured", "insured_sum"), 10)
        .toned(|row| used_tone(share(row, "insured", "insured_sum"))),
    Spec::new("uncovered_from", Show::Text, 2).toned(|_| Tone::Bad),
    Spec::new("declined_on", Show::Text, 11).toned(|_| Tone::Bad),
    Spec::new("must_be_offered", Show::Flag, 4).toned(|_| Tone::Warn),
    Spec::new("credit_limit_exceeded", Show::Flag, 9).toned(|_| Tone::Bad),
];

const LIMITS: &[Spec] = &[
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("name", Show::Cut(16), 0),
    Spec::new("policy", Show::Text, 3),
    Spec::new("valid_from", Show::Text, 0),
    Spec::new("valid_until", Show::Text, 0).toned(|_| Tone::Warn),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("amount", Show::Amount, 0).toned(|_| Tone::Strong),
    Spec::new("requested_amount", Show::Amount, 4),
    Spec::new("requested_on", Show::Text, 8),
    Spec::new("response", Show::Text, 7),
    Spec::new("state", Show::Word("limit-state"), 0).toned(state_tone),
    Spec::new("max_term_months", Show::Text, 6),
    Spec::new("insured_percent", Show::Text, 10),
    Spec::new("reference", Show::Cut(10), 5),
    Spec::new("conditions", Show::Cut(12), 7),
];

const DEADLINES: &[Spec] = &[
    Spec::new("date", Show::Text, 0).toned(days_tone),
    Spec::new("days_left", Show::Count, 1).toned(days_tone),
    Spec::new("what", Show::Word("duty"), 0),
    Spec::new("policy", Show::Text, 4),
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("name", Show::Cut(16), 2),
    Spec::new("company", Show::Text, 5),
    Spec::new("document_no", Show::Text, 0),
    Spec::new("kind", Show::Text, 6),
    Spec::new("reference", Show::Cut(10), 8),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("open", Show::Amount, 3),
    Spec::new("insured", Show::Amount, 0).toned(at_stake),
    Spec::new("projected", Show::Flag, 7).toned(|_| Tone::Dim),
];

/// Insured money is at stake.
fn at_stake(row: &Value) -> Tone {
    if amount(row, "insured").is_zero() { Tone::Plain } else { Tone::Strong }
}

/// Green in full, yellow in part, red not at all.
fn insured_of_open(row: &Value) -> Tone {
    match share(row, "insured", "open") {
        Some(share) if share >= 1.0 => Tone::Good,
        Some(share) if share > 0.0 => Tone::Warn,
        Some(_) => Tone::Bad,
        None => Tone::Dim,
    }
}

fn kind_tone(row: &Value) -> Tone {
    match text(row, "kind") {
        "none" => Tone::Dim,
        _ => Tone::Plain,
    }
}

fn state_tone(row: &Value) -> Tone {
    match text(row, "state") {
        "in force" | "approved" | "partly approved" | "increased" => Tone::Good,
        "requested" | "preliminary" | "under investigation" | "conditional" | "reduced" => Tone::Warn,
        "refused" | "withdrawn" => Tone::Bad,
        _ => Tone::Dim,
    }
}

fn days_tone(row: &Value) -> Tone {
    match row["days_left"].as_i64() {
        Some(days) if days < 0 => Tone::Bad,
        Some(days) if days <= 7 => Tone::Warn,
        _ => Tone::Plain,
    }
}

/// `buyers`.
pub fn buyers_command(context: &mut Context, args: BuyersArgs) -> Result<(), Problem> {
    let spinner = context.progress.spinner(context.text("working-buyers", &[]));
    let mut session = context.open()?;
    let BuyersArgs { when: asked, policy, search, all } = args;
    let (as_of, known_at) = asked.at(session.today());
    let request = BuyersRequest { as_of, known_at, policy, search, all };
    let mut list = List::new(BUYERS);
    let summary = buyers(&mut session, &request, &mut |row| list.take(context, &row))?;
    drop(spinner);
    if context.json {
        return Ok(());
    }
    let header = Header { title: "buyers-title", nothing: "buyers-nothing", count: "buyers-count" };
    print_list(context, list, &header, &when(context, as_of, known_at))?;
    for (policy, of) in summary["totals"].as_object().into_iter().flatten() {
        print_policy_total(context, policy, of)?;
    }
    let offers = summary["must_be_offered"].as_u64().unwrap_or(0) as usize;
    if offers > 0 {
        let offers = context.count("buyers-offers", offers);
        context.toned(Tone::Warn, &offers)?;
    }
    if summary["day_close_missing"] == Value::Bool(true) {
        let missing = context.text("day-close-missing", &[("date", as_of.to_string())]);
        context.toned(Tone::Warn, &missing)?;
    }
    Ok(())
}

fn print_policy_total(context: &mut Context, policy: &str, of: &Value) -> Result<(), Problem> {
    let money = |key: &str| context.number(text(of, key));
    let facts = [
        ("policy", policy.to_owned()),
        ("currency", text(of, "currency").to_owned()),
        ("insured_sum", money("insured_sum")),
        ("insured", money("insured")),
        ("open", money("open")),
        ("room", money("room")),
    ];
    let line = context.text("buyers-total", &facts);
    context.toned(Tone::Strong, &line)
}

/// `limits`.
pub fn limits_command(context: &mut Context, args: LimitsArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let LimitsArgs { when: asked, policy, account, all } = args;
    let (as_of, known_at) = asked.at(session.today());
    let request = LimitsRequest { as_of, known_at, policy, account, all };
    let mut list = List::new(LIMITS);
    limits(&mut session, &request, &mut |row| list.take(context, &row))?;
    if context.json {
        return Ok(());
    }
    let header = Header { title: "limits-title", nothing: "limits-nothing", count: "limits-count" };
    print_list(context, list, &header, &when(context, as_of, known_at))
}

/// `deadlines`.
pub fn deadlines_command(context: &mut Context, args: DeadlinesArgs) -> Result<(), Problem> {
    let spinner = context.progress.spinner(context.text("working-deadlines", &[]));
    let mut session = context.open()?;
    let from = args.from.unwrap_or(session.today());
    let to = args.to.unwrap_or_else(|| from.plus_days(i32::from(args.days.unwrap_or(DAYS_AHEAD))));
    let DeadlinesArgs { policy, known_at, .. } = args;
    let request = DeadlinesRequest { from, to, policy, known_at };
    let mut list = List::new(DEADLINES);
    deadlines(&mut session, &request, &mut |row| list.take(context, &row))?;
    drop(spinner);
    if context.json {
        return Ok(());
    }
    let header = Header { title: "deadlines-title", nothing: "deadlines-nothing", count: "deadlines-count" };
    let range = context.text("from-to", &[("from", from.to_string()), ("to", to.to_string())]);
    print_list(context, list, &header, &[range])
}

/// Texts of a list.
pub(super) struct Header {
    pub(super) title: &'static str,
    pub(super) nothing: &'static str,
    pub(super) count: &'static str,
}

/// The day a list shows, and what it knows.
pub(super) fn when(context: &Context, as_of: Day, known_at: Option<Day>) -> Vec<String> {
    let mut when = vec![context.text("as-of", &[("date", as_of.to_string())])];
    when.extend(known_at.map(|day| context.text("known-at", &[("date", day.to_string())])));
    when
}

/// Prints a list under its heading.
pub(super) fn print_list(
    context: &mut Context,
    list: List,
    header: &Header,
    details: &[String],
) -> Result<(), Problem> {
    if list.seen() == 0 {
        let nothing = context.text(header.nothing, &[]);
        return context.out.line(&nothing);
    }
    let mut details = details.to_vec();
    details.push(context.count(header.count, list.seen()));
    let title = context.text(header.title, &[]);
    context.headline(&title, &details)?;
    list.print(context)
}
