//! `decide` and `decisions`: what was decided about exceeded insurance limits.

use super::args::{When, day, examples};
use super::context::Context;
use super::lists::{Header, print_list, when};
use super::paint::Tone;
use super::view::{List, Show, Spec, text};
use clap::Args;
use obligo::credit::decisions::{Decide, DecideRequest, decide, decisions, require_alone, seen_at};
use obligo::credit::{RecordsRequest, require_decider};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::Value;

/// Decide on an exceeded insurance limit: block the buyer, request more, or accept the excess until a day
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo decide 1001 --accept 5000 --until 2024-09-30 --reason \"season ends in September\""
    "obligo decide 1001 --request 80000 --reason \"new yearly contract\""
    "obligo decide 1001 --block --reason \"no payment since May\""
))]
pub struct DecideArgs {
    /// The buyer, for example 1001 or 1001/0/D
    #[arg(value_name = "BUYER")]
    account: String,
    #[command(flatten)]
    what: WhatArgs,
    /// Last day on which an accepted excess counts
    #[arg(long, value_name = "DATE", value_parser = day, requires = "accept")]
    until: Option<Day>,
    /// First day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<Day>,
    /// Policy. Default: that of the buyer's cover
    #[arg(long)]
    policy: Option<String>,
    /// Why, in your own words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reason: String,
    /// A document it stands in, for example minutes
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reference: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// One of the three decisions, or taking an acceptance back.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct WhatArgs {
    /// Block the buyer, with all customers it pays for
    #[arg(long)]
    block: bool,
    /// Draft a limit request for this sum
    #[arg(long, value_name = "AMOUNT")]
    request: Option<String>,
    /// Accept so much above the insured sum, uninsured
    #[arg(long, value_name = "AMOUNT", requires = "until")]
    accept: Option<String>,
    /// Take back what is accepted
    #[arg(long)]
    withdraw: bool,
}

/// List decisions on exceeded insurance limits: the excess that is accepted, and what has ended
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo decisions" "obligo decisions --as-of 2024-05-31 --all" "obligo decisions --state ended"))]
pub struct DecisionsArgs {
    #[command(flatten)]
    when: When,
    /// Only those under this policy
    #[arg(long)]
    policy: Option<String>,
    /// Only those of this account
    #[arg(long)]
    account: Option<String>,
    /// Only those in this state
    #[arg(long, value_parser = ["running", "ahead", "ended", "superseded", "withdrawn", "recorded"])]
    state: Option<String>,
    /// Also blocks, requests, and what others took the place of
    #[arg(long)]
    all: bool,
}

const DECISIONS: &[Spec] = &[
    Spec::new("decision", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(18), 2),
    Spec::new("policy", Show::Text, 5),
    Spec::new("kind", Show::Word("decision-kind"), 0),
    Spec::new("state", Show::Word("decision-state"), 0).toned(state_tone),
    Spec::new("currency", Show::Text, 0),
    Spec::new("amount", Show::Amount, 0).toned(|_| Tone::Strong),
    Spec::new("valid_from", Show::Text, 3),
    Spec::new("valid_until", Show::Text, 0),
    Spec::new("decided_by", Show::Cut(14), 1),
    Spec::new("reason", Show::Cut(30), 4),
];

fn state_tone(row: &Value) -> Tone {
    match text(row, "state") {
        "running" => Tone::Good,
        "ended" | "withdrawn" => Tone::Bad,
        "ahead" => Tone::Warn,
        _ => Tone::Dim,
    }
}

/// `decide`.
pub fn decide_command(context: &mut Context, args: &DecideArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let policy = args.policy.clone().unwrap_or_default();
    let decision = match (&args.what.request, &args.what.accept, args.until) {
        (Some(amount), ..) => Decide::RequestMore { amount: amount.clone() },
        (None, Some(amount), Some(until)) => Decide::Accept { amount: amount.clone(), until },
        _ if args.what.withdraw => Decide::Withdraw,
        _ => Decide::Block,
    };
    let request = DecideRequest {
        account: args.account.clone(),
        decide: decision,
        from: args.from,
        reason: args.reason.clone(),
        reference: args.reference.clone(),
        seen: seen_at(&mut session, &args.account, &policy)?,
        policy,
        proposed_by: String::new(),
    };
    require_decider(&mut session)?;
    let actor = session.actor.clone();
    require_alone(&mut session, &actor, &request)?;
    let done = decide(&mut session, &request)?;
    if context.json {
        return context.out.json(&done);
    }
    let mut said = |id: &str| {
        let facts = [
            ("account", text(&done, "account").to_owned()),
            ("currency", text(&done, "currency").to_owned()),
            ("amount", context.number(text(&done, "amount"))),
            ("until", text(&done, "valid_until").to_owned()),
            ("request", done["limit_request"].to_string()),
        ];
        let line = context.text(id, &facts);
        context.toned(Tone::Good, &line)
    };
    if args.dry_run {
        return said("decision-would-be-recorded");
    }
    said(match request.decide {
        Decide::Block => "decision-recorded-block",
        Decide::RequestMore { .. } => "decision-recorded-request-more",
        Decide::Accept { .. } => "decision-recorded-accept",
        Decide::Withdraw => "decision-recorded-withdraw",
    })
}

/// `decisions`.
pub fn decisions_command(context: &mut Context, args: DecisionsArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let DecisionsArgs { when: asked, policy, account, state, all } = args;
    let (as_of, known_at) = asked.at(session.today());
    let request = RecordsRequest { as_of, known_at, policy, account, state, all };
    let mut list = List::new(DECISIONS);
    decisions(&mut session, &request, &mut |row| list.take(context, &row))?;
    if context.json {
        return Ok(());
    }
    let header = Header { title: "decisions-title", nothing: "decisions-nothing", count: "decisions-count" };
    let when = when(context, as_of, known_at);
    print_list(context, list, &header, &when)
}
