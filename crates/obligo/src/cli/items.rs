//! `items`.

use super::args::{When, examples};
use super::context::Context;
use super::lists::when;
use super::paint::Tone;
use super::table::IF_SAME;
use super::view::{List, Show, Spec, insured_tone, percent, text};
use clap::Args;
use clap::builder::PossibleValuesParser;
use obligo::items::{ItemFilter, ItemsRequest, items};
use obligo::reasons::of_item_json;
use obligo_rules::codes::{InsuranceStatus, ReportingStatus};
use obligo_rules::problem::Problem;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// List open items with their insurance data as of a date
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo items --as-of 2024-05-31 --policy ACR/A"
    "obligo items --as-of 2024-05-31 --known-at 2024-05-31 --all --json > items.jsonl"
    "obligo items --projected --uninsured"
))]
pub struct ItemsArgs {
    #[command(flatten)]
    when: When,
    /// Settled items too
    #[arg(long)]
    all: bool,
    /// What the next declaration would make of them
    #[arg(long)]
    projected: bool,
    /// Only items of this policy
    #[arg(long)]
    policy: Option<String>,
    /// Only items of this company
    #[arg(long)]
    company: Option<String>,
    /// Only items of this account
    #[arg(long)]
    account: Option<String>,
    /// Only items with this insurance status
    #[arg(long, value_parser = PossibleValuesParser::new(InsuranceStatus::ALL.iter().map(|s| s.code())))]
    status: Option<String>,
    /// Only items with this reporting status
    #[arg(long, value_parser = PossibleValuesParser::new(ReportingStatus::ALL.iter().map(|s| s.code())))]
    reporting_status: Option<String>,
    /// Only items that are not, or not fully, insured
    #[arg(long)]
    uninsured: bool,
}

const ITEMS: &[Spec] = &[
    Spec::new("company", Show::Text, 5),
    Spec::new("document_no", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("kind", Show::Text, 6),
    Spec::new("account", Show::Text, 0),
    Spec::new("branch", Show::Text, IF_SAME),
    Spec::new("name", Show::Cut(12), 4),
    Spec::new("policy", Show::Text, 8),
    Spec::new("document_date", Show::Text, 3),
    Spec::new("net_due_date", Show::Text, 1),
    Spec::new("max_term_date", Show::Text, 11),
    Spec::new("overdue_date", Show::Text, 7),
    Spec::new("exclusion_date", Show::Text, 10),
    Spec::new("currency", Show::Text, IF_SAME),
    Spec::new("open", Show::Sum("currency"), 0),
    Spec::new("status", Show::Text, 0).toned(status_tone),
    Spec::new("insured", Show::Sum("policy_currency"), 0).toned(insured_tone),
    Spec::new("cover", Show::Share("insured", "insurable_open"), 2).toned(insured_tone),
    Spec::new("reporting_status", Show::Text, 4).toned(|_| Tone::Bad),
    Spec::new("blocks_new", Show::Flag, 7).toned(|_| Tone::Bad),
];

/// Green what can be insured, yellow what is not decided, red what is not insurable.
pub fn status_tone(row: &Value) -> Tone {
    match text(row, "status") {
        "K" => Tone::Good,
        "?" | "M" => Tone::Warn,
        "S" => Tone::Dim,
        _ => Tone::Bad,
    }
}

/// `items`.
pub fn items_command(context: &mut Context, args: ItemsArgs) -> Result<(), Problem> {
    let mut spinner = Some(context.progress.spinner(context.text("working-items", &[])));
    let mut session = context.open()?;
    let (as_of, known_at) = args.when.at(session.today());
    let request = ItemsRequest {
        as_of,
        known_at,
        all: args.all,
        projected: args.projected,
        filter: ItemFilter {
            policy: args.policy,
            company: args.company,
            account: args.account,
            status: args.status,
            reporting_status: args.reporting_status,
            uninsured: args.uninsured,
        },
    };
    let mut list = List::new(ITEMS);
    let mut totals = Totals::default();
    items(&mut session, &request, |view, snapshot| {
        if context.json {
            spinner = None;
            return context.out.json(&view.json(of_item_json(view, snapshot)));
        }
        let row = view.json(Vec::new());
        totals.add(&row, view.buyer_id);
        list.add(context, &row);
        Ok(())
    })?;
    drop(spinner);
    if context.json {
        return Ok(());
    }
    if list.seen() == 0 {
        let nothing = context.text("items-nothing", &[("date", as_of.to_string())]);
        return context.out.line(&nothing);
    }
    let title = context.text(if args.all { "items-title-all" } else { "items-title" }, &[]);
    let mut details = when(context, as_of, known_at);
    if args.projected {
        let projected = context.text("items-projected", &[]);
        details.push(context.paint.tone(Tone::Warn, &projected));
    }
    context.headline(&title, &details)?;
    let count = context.count("items-count", list.seen());
    list.print(context)?;
    totals.print(context, &count)
}

/// What the listed items come to. Credits count in what is open, not in what could be insured.
#[derive(Default)]
struct Totals {
    buyers: HashSet<i64>,
    /// By policy currency: insurable open and insured amount of debit items.
    insured: BTreeMap<String, (Decimal, Decimal)>,
}

impl Totals {
    fn add(&mut self, row: &Value, buyer: i64) {
        self.buyers.insert(buyer);
        let (open, insured) =
            (super::view::amount(row, "insurable_open"), super::view::amount(row, "insured"));
        if open > Decimal::ZERO {
            let sums = self.insured.entry(text(row, "policy_currency").to_owned()).or_default();
            sums.0 = sums.0.saturating_add(open);
            sums.1 = sums.1.saturating_add(insured);
        }
    }

    fn print(&self, context: &mut Context, count: &str) -> Result<(), Problem> {
        let buyers = context.count("of-buyers", self.buyers.len());
        context.toned(Tone::Dim, &format!("{count} {buyers}"))?;
        for (currency, (open, insured)) in &self.insured {
            let share = insured.checked_div(*open).and_then(|share| share.to_f64()).unwrap_or(0.0);
            let facts = [
                ("currency", currency.clone()),
                ("insured", context.decimal(*insured, insured.scale())),
                ("open", context.decimal(*open, open.scale())),
                ("uninsured", context.decimal(*open - *insured, open.scale())),
                ("percent", percent(context.words, share)),
            ];
            let line = context.text("items-insured", &facts);
            context.toned(Tone::Strong, &line)?;
        }
        Ok(())
    }
}
