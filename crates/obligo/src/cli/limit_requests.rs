//! `limit-requests`: what is asked of insurers, from draft to answer.

use super::Failure;
use super::args::{When, day, examples};
use super::context::Context;
use super::lists::{Header, print_list, when};
use super::paint::Tone;
use super::view::{List, Show, Spec, text};
use clap::{Args, Subcommand};
use obligo::credit::RecordsRequest;
use obligo::credit::limit_requests::{
    AnswerRequest, DraftRequest, answer, draft, limit_requests, send, withdraw,
};
use obligo_rules::calendar::Day;
use serde_json::{Value, json};

/// Limit requests: drafted, sent, answered or withdrawn; one waits per buyer and policy
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo limit-requests draft 1001 80000" "obligo limit-requests send 17" "obligo limit-requests answer 17 --response 5 --amount 60000"
    "obligo limit-requests list"
))]
pub enum LimitRequestsCommand {
    Draft(DraftArgs),
    Send(SendArgs),
    Answer(AnswerArgs),
    Withdraw(WithdrawArgs),
    List(ListArgs),
}

/// Prepare a request; the insurer does not know of it yet
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo limit-requests draft 1001 80000 --reason \"new yearly contract\""))]
pub struct DraftArgs {
    /// The buyer, for example 1001 or 1001/0/D; @ENTITY for a prospect
    #[arg(value_name = "BUYER")]
    account: String,
    /// The sum that is wanted
    amount: String,
    /// Policy. Default: that of the buyer's cover
    #[arg(long, default_value = "", hide_default_value = true)]
    policy: String,
    /// Currency. Default: the policy's
    #[arg(long, default_value = "", hide_default_value = true)]
    currency: String,
    /// Kind of request, a code of UN/EDIFACT 4505: 2 new, 3 increase, 8 prolongation
    #[arg(long, value_name = "CODE", value_parser = clap::value_parser!(u8).range(1..=8))]
    request: Option<u8>,
    /// Why, in your own words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Mark a draft as sent; "obligo send limit-request" does so itself
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo limit-requests send 17 --on 2024-05-31"))]
pub struct SendArgs {
    /// Number of the request
    request: i64,
    /// The day it was sent. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Day>,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Record what the insurer answered
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo limit-requests answer 17 --response 2 --amount 80000 --reference L-4711"))]
pub struct AnswerArgs {
    /// Number of the request
    request: i64,
    /// The answer, a code of UN/EDIFACT 4507: 2 approved, 3 not approved, 4 with conditions, 5 partly approved
    #[arg(long, value_name = "CODE")]
    response: String,
    /// The sum that is insured
    #[arg(long, default_value = "", hide_default_value = true)]
    amount: String,
    /// First day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    valid_from: Option<Day>,
    /// Last day
    #[arg(long, value_name = "DATE", value_parser = day)]
    valid_until: Option<Day>,
    /// Day of the decision. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: Option<Day>,
    /// Reason of the insurer, a code of UN/EDIFACT 4509
    #[arg(long, value_name = "CODE", default_value = "", hide_default_value = true)]
    reason: String,
    /// Reference of the insurer
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reference: String,
    /// Conditions in words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    conditions: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Take back a request that is not answered
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo limit-requests withdraw 17 --reason \"order cancelled\""))]
pub struct WithdrawArgs {
    /// Number of the request
    request: i64,
    /// Why, in your own words
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// List requests: those that wait, or all
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo limit-requests list" "obligo limit-requests list --all --as-of 2024-05-31"))]
pub struct ListArgs {
    #[command(flatten)]
    when: When,
    /// Only those under this policy
    #[arg(long)]
    policy: Option<String>,
    /// Only those of this account
    #[arg(long)]
    account: Option<String>,
    /// Only those in this state
    #[arg(long, value_parser = ["draft", "sent", "answered", "withdrawn", "replaced"])]
    state: Option<String>,
    /// Also those that have ended
    #[arg(long)]
    all: bool,
}

const REQUESTS: &[Spec] = &[
    Spec::new("request", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(18), 1),
    Spec::new("policy", Show::Text, 4),
    Spec::new("state", Show::Word("request-state"), 0).toned(state_tone),
    Spec::new("currency", Show::Text, 0),
    Spec::new("amount", Show::Amount, 0).toned(|_| Tone::Strong),
    Spec::new("sent_on", Show::Text, 0),
    Spec::new("days_waiting", Show::Count, 0),
    Spec::new("granted", Show::Amount, 2),
    Spec::new("answered_on", Show::Text, 3),
    Spec::new("reference", Show::Cut(12), 5),
];

fn state_tone(row: &Value) -> Tone {
    match text(row, "state") {
        "sent" => Tone::Warn,
        "answered" => Tone::Good,
        _ => Tone::Dim,
    }
}

/// `limit-requests`.
pub fn limit_requests_command(context: &mut Context, command: LimitRequestsCommand) -> Result<(), Failure> {
    let mut session = context.open()?;
    match command {
        LimitRequestsCommand::Draft(args) => {
            session.dry_run = args.dry_run;
            let request = DraftRequest {
                account: args.account,
                policy: args.policy,
                amount: args.amount,
                currency: args.currency,
                request: args.request.unwrap_or(0),
                reason: args.reason,
            };
            let done = draft(&mut session, &request)?;
            Ok(told(context, "request-done-draft", &done, args.dry_run)?)
        }
        LimitRequestsCommand::Send(args) => {
            session.dry_run = args.dry_run;
            let done = send(&mut session, args.request, args.on)?;
            Ok(told(context, "request-done-sent", &done, args.dry_run)?)
        }
        LimitRequestsCommand::Answer(args) => {
            session.dry_run = args.dry_run;
            let date = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let request = AnswerRequest {
                request: args.request,
                response: args.response,
                amount: args.amount,
                valid_from: date(args.valid_from),
                valid_until: date(args.valid_until),
                decided_on: date(args.decided_on),
                reason: args.reason,
                reference: args.reference,
                conditions: args.conditions,
                why: String::new(),
            };
            answer(&mut session, &request)?;
            let done = json!({ "request": args.request });
            Ok(told(context, "request-done-answered", &done, args.dry_run)?)
        }
        LimitRequestsCommand::Withdraw(args) => {
            session.dry_run = args.dry_run;
            let done = withdraw(&mut session, args.request, &args.reason)?;
            Ok(told(context, "request-done-withdrawn", &done, args.dry_run)?)
        }
        LimitRequestsCommand::List(args) => {
            let ListArgs { when: asked, policy, account, state, all } = args;
            let (as_of, known_at) = asked.at(session.today());
            let request = RecordsRequest { as_of, known_at, policy, account, state, all };
            let mut list = List::new(REQUESTS);
            let summary = limit_requests(&mut session, &request, &mut |row| list.take(context, &row))?;
            if context.json {
                return Ok(());
            }
            let header =
                Header { title: "requests-title", nothing: "requests-nothing", count: "requests-count" };
            let when = when(context, as_of, known_at);
            print_list(context, list, &header, &when)?;
            for grant in summary["grants"].as_array().into_iter().flatten() {
                let facts = [
                    ("insurer", text(grant, "insurer").to_owned()),
                    ("currency", text(grant, "currency").to_owned()),
                    ("granted", context.number(text(grant, "granted"))),
                    ("requested", context.number(text(grant, "requested"))),
                    ("percent", context.number(text(grant, "percent"))),
                ];
                let line = context.text("requests-granted", &facts);
                context.toned(Tone::Strong, &line)?;
            }
            Ok(())
        }
    }
}

fn told(
    context: &mut Context,
    id: &str,
    done: &Value,
    dry_run: bool,
) -> Result<(), obligo_rules::problem::Problem> {
    if context.json {
        return context.out.json(done);
    }
    if dry_run {
        let line = context.text("request-would-be-done", &[]);
        return context.toned(Tone::Good, &line);
    }
    let facts = [("request", done["request"].to_string()), ("account", text(done, "account").to_owned())];
    let line = context.text(id, &facts);
    context.toned(Tone::Good, &line)
}
