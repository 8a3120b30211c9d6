//! `edit`, `event` and `close-day`: what people record by hand.

use super::args::{DayOrNone, day, day_or_none, examples};
use super::context::Context;
use super::paint::Tone;
use super::view::text;
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args};
use obligo::close_day::close_day;
use obligo::edit::{EditRequest, edit};
use obligo::event::{EventRequest, EventTarget, record};
use obligo::items::ItemName;
use obligo::messages::visible;
use obligo::reexamine::{ReexamineRequest, reexamine};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{EventKind, InsuranceStatus, ReportingStatus};
use obligo_rules::edit::ItemEdit;
use obligo_rules::problem::Problem;
use obligo_store::buyer::AccountKey;
use serde_json::Value;

/// Change the insurance data of an item by hand, with a reason
///
/// ITEM is COMPANY/DOCUMENT/KIND, for example 01/4711/invoice. Dates take `none` to clear them. The change belongs to the last final run. With
/// --reexamine the rules examine the item anew instead.
#[derive(Args, Debug)]
#[command(
    group = ArgGroup::new("change").required(true).multiple(true),
    after_help = examples!(
        "obligo edit 01/4711/invoice --status M --insured 0.00 --reason \"disputed by the insurer\""
        "obligo edit 01/4711/invoice --max-term-date none --reason \"wrong term\""
        "obligo edit 01/4711/invoice --reexamine --key-date 2024-06-30 --reason \"late decision\""
    )
)]
pub struct EditArgs {
    /// The item: COMPANY/DOCUMENT/KIND
    item: String,
    /// Why
    #[arg(long)]
    reason: String,
    /// Insurance status
    #[arg(long, group = "change", value_parser = PossibleValuesParser::new(InsuranceStatus::ALL.iter().map(|s| s.code())))]
    status: Option<String>,
    /// Insured amount, in the policy's currency
    #[arg(long, group = "change", value_name = "AMOUNT", allow_negative_numbers = true)]
    insured: Option<String>,
    /// Maximum payment term date
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    max_term_date: Option<DayOrNone>,
    /// Overdue date
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    overdue_date: Option<DayOrNone>,
    /// Exclusion date
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    exclusion_date: Option<DayOrNone>,
    /// When non-payment is to be reported
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    non_payment_report_date: Option<DayOrNone>,
    /// When collection is to be started
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    collection_date: Option<DayOrNone>,
    /// End of the waiting period
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    waiting_end: Option<DayOrNone>,
    /// When the claim is to be filed
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    filing_date: Option<DayOrNone>,
    /// End of the base period
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    base_period_end: Option<DayOrNone>,
    /// Reporting status
    #[arg(long, group = "change", value_parser = PossibleValuesParser::new(ReportingStatus::ALL.iter().map(|s| s.code())))]
    reporting_status: Option<String>,
    /// When it was last reported
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    reported_on: Option<DayOrNone>,
    /// To be followed up
    #[arg(long, group = "change", value_name = "true|false")]
    follow_up: Option<bool>,
    /// When to follow up
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    follow_up_on: Option<DayOrNone>,
    /// New receivables of the buyer are uncovered
    #[arg(long, group = "change", value_name = "true|false")]
    blocks_new: Option<bool>,
    /// Start of the credit term
    #[arg(long, group = "change", value_name = "DATE", value_parser = day_or_none)]
    receivable_start: Option<DayOrNone>,
    /// Examine the item anew by the rules
    #[arg(
        long, group = "change", requires = "key_date",
        conflicts_with_all = ["status", "insured", "max_term_date", "overdue_date", "exclusion_date",
            "non_payment_report_date", "collection_date", "waiting_end", "filing_date", "base_period_end",
            "reporting_status", "reported_on", "follow_up", "follow_up_on", "blocks_new", "receivable_start"]
    )]
    reexamine: bool,
    /// Key date of the examination
    #[arg(long, value_name = "DATE", value_parser = day, requires = "reexamine")]
    key_date: Option<Day>,
    /// With --reexamine: give up the insured amount if the item is insurable no longer
    #[arg(long, requires = "reexamine")]
    drop_insured: bool,
    /// Check and show, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Record what happened to an item or a buyer
#[derive(Args, Debug)]
#[command(
    group = ArgGroup::new("whom").required(true),
    after_help = examples!(
        "obligo event --kind insolvency --account 1001 --date 2024-05-02 --reference \"AG Köln 71 IN 12/24\""
        "obligo event --kind dispute --item 01/4711/invoice --date 2024-05-02"
    )
)]
pub struct EventArgs {
    /// What happened
    #[arg(long, value_parser = PossibleValuesParser::new(EventKind::ALL.iter().map(|k| k.code())))]
    kind: String,
    /// To a whole buyer
    #[arg(long, group = "whom")]
    account: Option<String>,
    /// Branch of the account, where it has several
    #[arg(long, requires = "account")]
    branch: Option<String>,
    /// Type of the account, where there are several
    #[arg(long, requires = "account")]
    account_type: Option<String>,
    /// To one item: COMPANY/DOCUMENT/KIND
    #[arg(long, group = "whom")]
    item: Option<String>,
    /// When
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Day,
    /// Reference, for example of the court
    #[arg(long)]
    reference: Option<String>,
    /// Check and show, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Close a day: mark the bills whose due date has passed
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo close-day --date 2024-06-30"))]
pub struct CloseDayArgs {
    /// The day
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Day,
    /// Check and show, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// `edit`.
pub fn edit_command(context: &mut Context, args: EditArgs) -> Result<(), Problem> {
    let item = ItemName::parse(&args.item)?;
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    if let Some(key_date) = args.key_date.filter(|_| args.reexamine) {
        let request = ReexamineRequest {
            items: vec![item],
            key_date,
            reason: args.reason,
            drop_insured: args.drop_insured,
        };
        let done = reexamine(&mut session, &request)?;
        if context.json {
            return context.out.json(&done);
        }
        for item in done["items"].as_array().into_iter().flatten() {
            print_change(context, item)?;
        }
        return print_dry_run(context, args.dry_run);
    }
    let date = |given: Option<DayOrNone>| given.map(|day| day.0);
    let edited = ItemEdit {
        status: args.status.as_deref().and_then(InsuranceStatus::parse),
        insured: None,
        deadlines: [
            date(args.max_term_date),
            date(args.overdue_date),
            date(args.exclusion_date),
            date(args.non_payment_report_date),
            date(args.collection_date),
            date(args.waiting_end),
            date(args.filing_date),
            date(args.base_period_end),
        ],
        reporting_status: args.reporting_status.as_deref().and_then(ReportingStatus::parse),
        reported_on: date(args.reported_on),
        follow_up: args.follow_up,
        follow_up_on: date(args.follow_up_on),
        blocks_new: args.blocks_new,
        receivable_start: date(args.receivable_start),
    };
    let request = EditRequest { item, edit: edited, insured: args.insured, reason: args.reason };
    let done = edit(&mut session, &request)?;
    if context.json {
        return context.out.json(&done);
    }
    print_change(context, &done)?;
    print_dry_run(context, args.dry_run)
}

/// What was changed: before and after, field by field.
fn print_change(context: &mut Context, done: &Value) -> Result<(), Problem> {
    let is_changed = done["changed"] == Value::Bool(true);
    let id = if is_changed { "edit-done" } else { "edit-unchanged" };
    let headline = context.text(id, &[("item", visible(text(done, "item")))]);
    context.toned(if is_changed { Tone::Good } else { Tone::Dim }, &headline)?;
    for (key, after) in done["after"].as_object().into_iter().flatten() {
        let line = context.change(key, &done["before"][key], after);
        context.out.line(&format!("  {line}"))?;
    }
    Ok(())
}

fn print_dry_run(context: &mut Context, dry_run: bool) -> Result<(), Problem> {
    if !dry_run {
        return Ok(());
    }
    let line = context.text("dry-run", &[]);
    context.toned(Tone::Warn, &line)
}

/// `event`.
pub fn event_command(context: &mut Context, args: EventArgs) -> Result<(), Problem> {
    let target = match args.item {
        Some(item) => EventTarget::Item(ItemName::parse(&item)?),
        None => EventTarget::Buyer(AccountKey {
            account: args.account.unwrap_or_default(),
            branch: args.branch.unwrap_or_default(),
            account_type: args.account_type.unwrap_or_default(),
            prospect: String::new(),
        }),
    };
    let Some(kind) = EventKind::parse(&args.kind) else { return Ok(()) };
    let request =
        EventRequest { kind, target, date: args.date, reference: args.reference.unwrap_or_default() };
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let done = record(&mut session, &request)?;
    if context.json {
        return context.out.json(&done);
    }
    let subject = done["item"].as_str().or(done["account"].as_str()).unwrap_or("");
    let facts = [
        ("kind", args.kind.replace('_', " ")),
        ("date", args.date.to_string()),
        ("subject", visible(subject)),
    ];
    let is_new = done["recorded"] == Value::Bool(true);
    let line = context.text(if is_new { "event-done" } else { "event-known" }, &facts);
    context.toned(if is_new { Tone::Good } else { Tone::Dim }, &line)?;
    let items = done["items"].as_u64().unwrap_or(0) as usize;
    if items > 0 {
        let fixed = context.count("event-fixed", items);
        context.out.line(&fixed)?;
    }
    print_dry_run(context, args.dry_run)
}

/// `close-day`.
pub fn close_day_command(context: &mut Context, args: &CloseDayArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let done = close_day(&mut session, args.date)?;
    if context.json {
        return context.out.json(&done);
    }
    let count = done["expired_bills"].as_u64().unwrap_or(0).to_string();
    let line = context.text(
        "close-day-done",
        &[("date", args.date.to_string()), ("shown", count.clone()), ("count", count)],
    );
    context.toned(Tone::Good, &line)?;
    let liability: Vec<String> = done["bill_liability"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(currency, amount)| format!("{} {currency}", context.number(amount.as_str().unwrap_or(""))))
        .collect();
    if !liability.is_empty() {
        let line = context.text("close-day-liability", &[("amounts", liability.join(", "))]);
        context.out.line(&line)?;
    }
    print_dry_run(context, args.dry_run)
}
