//! `payers`, `credit-groups` and `credit-limits`.

use super::args::{When, examples};
use super::context::Context;
use super::lists::{Header, print_list, when};
use super::paint::Tone;
use super::table::IF_SAME;
use super::view::{List, Show, Spec, text};
use clap::Args;
use clap::builder::PossibleValuesParser;
use obligo::credit::payers::{PayerFilter, PayersRequest, credit_groups, credit_limits, payers};
use obligo_rules::calendar::Day;
use obligo_rules::credit_limit::Band;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// List payers with what they owe over all customers they pay for, their limits and how far these are used
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo payers --band exceeded" "obligo payers --as-of 2024-06-30 --credit-manager BERG --json"
))]
pub struct PayersArgs {
    #[command(flatten)]
    when: When,
    /// Only those of this credit manager
    #[arg(long, value_name = "NAME")]
    credit_manager: Option<String>,
    /// Only those of this credit group
    #[arg(long)]
    group: Option<String>,
    /// Only those whose worst limit is used so far
    #[arg(long, value_parser = PossibleValuesParser::new(Band::ALL.iter().map(|band| band.code())))]
    band: Option<String>,
    /// Also those that owe nothing and have no limit
    #[arg(long)]
    all: bool,
}

/// List credit groups with the sums of their members against the common limits
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-groups" "obligo credit-groups --as-of 2024-06-30 --json"))]
pub struct CreditGroupsArgs {
    #[command(flatten)]
    when: When,
}

/// List own limits 1 to 4 of payers, credit groups and companies: those in force, or all
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo credit-limits" "obligo credit-limits --all --as-of 2024-06-30"))]
pub struct CreditLimitsArgs {
    #[command(flatten)]
    when: When,
    /// Also those that have ended or were followed by others
    #[arg(long)]
    all: bool,
}

const PAYERS: &[Spec] = &[
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("name", Show::Cut(16), 0),
    Spec::new("credit_manager", Show::Cut(10), 4),
    Spec::new("group", Show::Cut(10), 6),
    Spec::new("pays_for", Show::Count, 7),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("outstanding", Show::Amount, 0).toned(|_| Tone::Strong),
    Spec::new("limit_outstanding", Show::Amount, 0),
    Spec::new("orders", Show::Amount, 5),
    Spec::new("past_due", Show::Amount, 0),
    Spec::new("days_overdue", Show::Count, 1),
    Spec::new("insured_sum", Show::Amount, 3),
    Spec::new("band", Show::Word("band"), 0).toned(band_tone),
];

const GROUPS: &[Spec] = &[
    Spec::new("group", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(20), 0),
    Spec::new("payers", Show::Count, 3),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("outstanding", Show::Amount, 0).toned(|_| Tone::Strong),
    Spec::new("limit_outstanding", Show::Amount, 0),
    Spec::new("orders", Show::Amount, 2),
    Spec::new("limit_outstanding_and_orders", Show::Amount, 4),
    Spec::new("past_due", Show::Amount, 1),
    Spec::new("limit_past_due", Show::Amount, 5),
    Spec::new("days_overdue", Show::Count, 1),
    Spec::new("band", Show::Word("band"), 0).toned(band_tone),
];

const LIMITS: &[Spec] = &[
    Spec::new("account", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("group", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(16), 3),
    Spec::new("company", Show::Text, 2),
    Spec::new("valid_from", Show::Text, 0),
    Spec::new("valid_until", Show::Text, 0).toned(|_| Tone::Warn),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("limit_past_due", Show::Amount, 0),
    Spec::new("limit_outstanding", Show::Amount, 0),
    Spec::new("limit_outstanding_and_orders", Show::Amount, 0),
    Spec::new("limit_days_overdue", Show::Count, 0),
    Spec::new("approved_by", Show::Cut(10), 5),
    Spec::new("reason", Show::Cut(16), 6),
    Spec::new("in_force", Show::Flag, 4),
];

fn band_tone(row: &Value) -> Tone {
    match Band::parse(text(row, "band")) {
        Some(Band::Exceeded) => Tone::Bad,
        Some(Band::Cautious) => Tone::Warn,
        _ => Tone::Good,
    }
}

/// `payers`.
pub fn payers_command(context: &mut Context, args: PayersArgs) -> Result<(), Problem> {
    let spinner = context.progress.spinner(context.text("working-payers", &[]));
    let mut session = context.open()?;
    let (as_of, known_at) = args.when.at(session.today());
    let PayersArgs { credit_manager, group, band, all, .. } = args;
    let band = band.as_deref().and_then(Band::parse);
    let filter = PayerFilter { credit_manager, group, band, all };
    let mut list = List::new(PAYERS);
    payers(&mut session, &PayersRequest { as_of, known_at, filter }, &mut |row| list.take(context, &row))?;
    drop(spinner);
    let header = Header { title: "payers-title", nothing: "payers-nothing", count: "payers-count" };
    shown(context, list, &header, (as_of, known_at))
}

/// `credit-groups`.
pub fn credit_groups_command(context: &mut Context, args: &CreditGroupsArgs) -> Result<(), Problem> {
    let spinner = context.progress.spinner(context.text("working-payers", &[]));
    let mut session = context.open()?;
    let point = args.when.at(session.today());
    let mut list = List::new(GROUPS);
    credit_groups(&mut session, point, &mut |row| list.take(context, &row))?;
    drop(spinner);
    let header = Header {
        title: "credit-groups-title",
        nothing: "credit-groups-nothing",
        count: "credit-groups-count",
    };
    shown(context, list, &header, point)
}

/// `credit-limits`.
pub fn credit_limits_command(context: &mut Context, args: &CreditLimitsArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let point = args.when.at(session.today());
    let mut list = List::new(LIMITS);
    credit_limits(&mut session, point, args.all, &mut |row| list.take(context, &row))?;
    let header = Header {
        title: "credit-limits-title",
        nothing: "credit-limits-nothing",
        count: "credit-limits-count",
    };
    shown(context, list, &header, point)
}

fn shown(
    context: &mut Context,
    list: List,
    header: &Header,
    (as_of, known_at): (Day, Option<Day>),
) -> Result<(), Problem> {
    if context.json {
        return Ok(());
    }
    print_list(context, list, header, &when(context, as_of, known_at))
}
