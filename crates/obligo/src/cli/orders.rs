//! `check-order`, `orders`, `block` and `unblock`.

use super::args::{day, examples};
use super::context::Context;
use super::paint::Tone;
use super::view::{List, Show, Spec, text};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use obligo::credit::orders::blocks::{self, Block};
use obligo::credit::orders::check::check;
use obligo::credit::orders::effect::effect_of_cut;
use obligo::credit::orders::enter::enter;
use obligo::credit::orders::list::{json_of, orders};
use obligo::credit::orders::release::{order_named, release};
use obligo::credit::orders::request::{OrderRequest, buyer_named};
use obligo::credit::orders::wording;
use obligo::credit::require_decider;
use obligo::portfolio::{Keeper, OrderFigures};
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::order::OrderState;
use obligo_rules::order_check::CheckPoint;
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::sync::Arc;

/// Orders read at a time.
const ORDERS_AT_ONCE: u64 = 1_000;

/// Ask whether an order may be taken, and whether it will be insured when it is invoiced
///
/// Nothing is written, and the exit code is 0 whatever the answer: it was answered. With --order the order on record is changed in thought.
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo check-order 10021 --amount 25000.00 --currency EUR --delivery-date 2024-07-15 --terms \"60 days\""
))]
pub struct CheckOrderArgs {
    #[command(flatten)]
    order: OrderArgs,
    /// Number of an order on record
    #[arg(long, value_name = "N")]
    order_no: Option<String>,
}

/// An order in words of the command line.
#[derive(Args, Debug)]
pub struct OrderArgs {
    /// Who orders: ACCOUNT, or ACCOUNT/BRANCH/TYPE
    account: String,
    /// What the whole order comes to
    #[arg(long, allow_negative_numbers = true)]
    amount: String,
    /// Its currency, ISO 4217
    #[arg(long)]
    currency: String,
    /// When it is delivered, which is when it is invoiced. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    delivery_date: Option<Day>,
    /// Payment terms, as "30 days" or "60 eom". Default: those of the buyer
    #[arg(long, value_name = "TERMS")]
    terms: Option<String>,
    /// What it is: an order, or a delivery of it
    #[arg(long, default_value = "order", value_parser = ["order", "delivery"])]
    kind: String,
    /// Where in the order's life: entry, line or release. Default: entry, for an order on record line
    #[arg(long, value_parser = PossibleValuesParser::new(CheckPoint::ALL.iter().map(|point| point.code())))]
    point: Option<String>,
}

/// List orders: the stopped ones first
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, after_help = examples!(
    "obligo orders --state stopped" "obligo orders release 4711 --reason \"paid in advance\""
))]
pub struct OrdersArgs {
    /// Only orders that stand so
    #[arg(long, value_parser = PossibleValuesParser::new(OrderState::ALL.iter().map(|state| state.code())))]
    state: Option<String>,
    #[command(subcommand)]
    command: Option<OrdersCommand>,
}

/// What is done with orders.
#[derive(Debug, Subcommand)]
pub enum OrdersCommand {
    Enter(EnterArgs),
    Release(ReleaseArgs),
    Effect(EffectArgs),
}

/// Check an order and record it, stopped where the answer says so
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo orders enter 4711 10021 --amount 25000.00 --currency EUR"))]
pub struct EnterArgs {
    /// Number of the order
    number: String,
    #[command(flatten)]
    order: OrderArgs,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Release an order that a check has stopped
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo orders release 4711 --reason \"paid in advance\""))]
pub struct ReleaseArgs {
    /// Number of the order
    number: String,
    /// Whose it is, where several have the number
    #[arg(long)]
    account: Option<String>,
    /// Why
    #[arg(long)]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Show which open orders would be stopped, now or by another insured sum
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo orders effect" "obligo orders effect 10021 --sum 50000.00"))]
pub struct EffectArgs {
    /// The payer, or one it pays for. Default: all
    account: Option<String>,
    /// The other sum, in the payer's currency. Default: the one in force
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    sum: Option<String>,
}

/// Block a payer by hand, with all customers it pays for
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo block 10021 --reason \"cheque returned\""))]
pub struct BlockArgs {
    /// The payer, or one it pays for
    account: String,
    /// Why
    #[arg(long)]
    reason: String,
    /// First day. Default: today
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<Day>,
    /// Last day. Default: until it is lifted
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Day>,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Lift the block of a payer
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo unblock 10021 --reason \"paid\""))]
pub struct UnblockArgs {
    /// The payer, or one it pays for
    account: String,
    /// Why
    #[arg(long)]
    reason: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

const ORDERS: &[Spec] = &[
    Spec::new("order_no", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("kind", Show::Text, 2),
    Spec::new("account", Show::Text, 0),
    Spec::new("name", Show::Cut(24), 1),
    Spec::new("state", Show::Word("order-state"), 0).toned(state_tone),
    Spec::new("order_date", Show::Text, 2),
    Spec::new("delivery_date", Show::Text, 1),
    Spec::new("amount", Show::Sum("currency"), 0),
    Spec::new("currency", Show::Text, 0),
];

fn state_tone(row: &Value) -> Tone {
    match text(row, "state") {
        "stopped" => Tone::Bad,
        "invoiced" | "cancelled" => Tone::Dim,
        _ => Tone::Plain,
    }
}

impl OrderArgs {
    fn request(self, order_no: String) -> OrderRequest {
        OrderRequest {
            account: self.account,
            order_no,
            kind: self.kind,
            amount: self.amount,
            currency: self.currency,
            order_date: None,
            delivery_date: self.delivery_date,
            payment_terms: self.terms.unwrap_or_default(),
            point: self.point.as_deref().and_then(CheckPoint::parse),
        }
    }
}

fn figures(session: &Session) -> Result<OrderFigures, Problem> {
    Keeper::new(Arc::clone(&session.store)).for_orders(session.today())
}

/// `check-order`.
pub fn check_order_command(context: &mut Context, args: CheckOrderArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let figures = figures(&session)?;
    let order_no = args.order_no.unwrap_or_default();
    let request = args.order.request(order_no);
    let answer = check(&mut session, &figures.portfolio, figures.freshness, &request)?;
    if context.json {
        return context.out.json(&answer);
    }
    print_answer(context, &answer)
}

/// The answer, what stands against it, and the cover with its dates.
fn print_answer(context: &mut Context, answer: &Value) -> Result<(), Problem> {
    let words = context.words;
    let currency = text(answer, "payer_currency");
    let money =
        |key: &str| answer[key].as_str().map_or_else(|| "–".to_owned(), |of| words.money(of, currency));
    let code = text(answer, "answer");
    let tone = match code {
        "allow" => Tone::Good,
        "warn" => Tone::Warn,
        _ => Tone::Bad,
    };
    let buyer = format!("{} {}", text(answer, "account"), text(answer, "name"));
    let amount = words.money(text(answer, "amount"), text(answer, "currency"));
    context.headline(&obligo::messages::visible(&buyer), &[amount])?;
    context.toned(tone, &words.text(&format!("order-answer-{code}")))?;
    let reasons = answer["reasons"].as_array().map_or(&[][..], Vec::as_slice);
    for reason in reasons {
        let tone = if text(reason, "answer") == "block" { Tone::Bad } else { Tone::Warn };
        context.toned(tone, &format!("  {}", wording::reason(words, answer, reason)))?;
    }
    if reasons.is_empty() {
        context.out.line(&format!("  {}", words.text("order-nothing-against")))?;
    }
    context.out.line("")?;
    for (key, label) in [
        ("open", "col-open"),
        ("orders", "order-other-orders"),
        ("this_order", "order-this"),
        ("exposure", "order-exposure"),
        ("limit", "order-limit"),
        ("room", "col-room"),
    ] {
        context.out.line(&format!("  {:<28} {}", words.text(label), money(key)))?;
    }
    context.out.line("")?;
    let covered = format!("order-covered-{}", text(answer, "covered").replace('_', "-"));
    context.out.line(&words.with(&covered, &[("amount", money("covered_amount"))]))?;
    for reason in wording::cover_reasons(words, answer) {
        context.out.line(&format!("  {reason}"))?;
    }
    for (key, label) in [
        ("invoice_date", "order-invoice-date"),
        ("due_date", "order-due-date"),
        ("max_term_date", "col-max-term-date"),
        ("limit_ends", "order-limit-ends"),
        ("uncovered_from", "col-uncovered-from"),
    ] {
        if let Some(date) = answer[key].as_str() {
            context.out.line(&format!("  {:<28} {}", words.text(label), words.date_text(date)))?;
        }
    }
    Ok(())
}

/// `orders`.
pub fn orders_command(context: &mut Context, args: OrdersArgs) -> Result<(), Problem> {
    match args.command {
        None => list(context, args.state.as_deref().and_then(OrderState::parse)),
        Some(OrdersCommand::Enter(args)) => enter_command(context, args),
        Some(OrdersCommand::Release(args)) => release_command(context, &args),
        Some(OrdersCommand::Effect(args)) => effect_command(context, &args),
    }
}

fn list(context: &mut Context, state: Option<OrderState>) -> Result<(), Problem> {
    let mut session = context.open()?;
    let figures = figures(&session)?;
    let mut list = List::new(ORDERS);
    let mut from = 0;
    loop {
        let page = orders(&mut session, state, from, ORDERS_AT_ONCE)?;
        for order in &page.orders {
            list.take(context, &json_of(&figures.portfolio, order))?;
        }
        from += ORDERS_AT_ONCE;
        if page.orders.is_empty() {
            break;
        }
    }
    if context.json {
        return Ok(());
    }
    if list.seen() == 0 {
        let nothing = context.text("orders-none", &[]);
        return context.out.line(&nothing);
    }
    list.print(context)
}

fn enter_command(context: &mut Context, args: EnterArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let keeper = Keeper::new(Arc::clone(&session.store));
    let answer = enter(&mut session, &keeper, &args.order.request(args.number))?;
    if context.json {
        return context.out.json(&answer);
    }
    print_answer(context, &answer)?;
    let state = context.text(&format!("order-state-{}", text(&answer, "state")), &[]);
    let facts = [("order", text(&answer, "order_no").to_owned()), ("state", state)];
    let done = context.text("order-entered", &facts);
    context.out.line("")?;
    context.toned(state_tone(&answer), &done)
}

fn release_command(context: &mut Context, args: &ReleaseArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    let figures = figures(&session)?;
    let buyer =
        args.account.as_deref().map(|account| buyer_named(&figures.portfolio, account)).transpose()?;
    let buyer = buyer.map(|buyer| buyer.buyer_id);
    let order = session.read(|tx| order_named(tx, &args.number, buyer))?;
    let answer = release(&mut session, &figures.portfolio, order.order_id, &args.reason)?;
    done(context, &answer, "order-released", "order", "order_no")
}

fn effect_command(context: &mut Context, args: &EffectArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let figures = figures(&session)?;
    let effect =
        effect_of_cut(&mut session, &figures.portfolio, args.account.as_deref(), args.sum.as_deref())?;
    if context.json {
        return context.out.json(&effect);
    }
    let mut list = List::new(ORDERS);
    let orders = effect["orders"].as_array().map_or(&[][..], Vec::as_slice);
    for order in orders.iter().filter(|order| text(order, "answer_then") == "block") {
        list.take(context, order)?;
    }
    if list.seen() == 0 {
        let nothing = context.text("effect-none", &[]);
        return context.out.line(&nothing);
    }
    list.print(context)
}

/// `block`.
pub fn block_command(context: &mut Context, args: BlockArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    require_decider(&mut session)?;
    let (payer, account) = payer(&session, &args.account)?;
    let block = Block {
        buyer_id: payer,
        from: args.from.unwrap_or(session.today()),
        until: args.until,
        reason: args.reason,
        by: session.actor.clone(),
        at: session.now.clone(),
    };
    let answer = blocks::block(&mut session, &account, &block)?;
    done(context, &answer, "block-put", "account", "account")
}

/// `unblock`.
pub fn unblock_command(context: &mut Context, args: &UnblockArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    session.dry_run = args.dry_run;
    require_decider(&mut session)?;
    let (payer, account) = payer(&session, &args.account)?;
    let answer = blocks::unblock(&mut session, &account, payer, &args.reason)?;
    done(context, &answer, "block-lifted", "account", "account")
}

/// Number and account of the payer of a customer.
fn payer(session: &Session, account: &str) -> Result<(i64, String), Problem> {
    let portfolio = figures(session)?.portfolio;
    let buyer = buyer_named(&portfolio, account)?.buyer_id;
    let payer = portfolio.payers()?.payer_of(buyer);
    Ok((payer, portfolio.snapshot.account(payer).to_string()))
}

fn done(context: &mut Context, answer: &Value, message: &str, fact: &str, key: &str) -> Result<(), Problem> {
    if context.json {
        return context.out.json(answer);
    }
    let said = context.text(message, &[(fact, text(answer, key).to_owned())]);
    context.toned(Tone::Good, &said)
}
