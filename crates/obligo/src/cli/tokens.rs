//! `token`: what programs act by.

use super::args::examples;
use super::context::Context;
use super::paint::Tone;
use super::users::companies;
use super::view::{List, Show, Spec};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use obligo::access::tokens::{self, NewToken, Scope, Token};
use obligo_rules::problem::Problem;
use serde_json::{Value, json};

/// Tokens by which programs act for a user
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo token create --user erp --name \"nightly import\" --scopes write" "obligo token list" "obligo token revoke 3"
))]
pub enum TokenCommand {
    Create(CreateArgs),
    List(ListArgs),
    Revoke(RevokeArgs),
}

/// Make a token and print it, once
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo token create --user erp --name \"nightly import\" --scopes write --days 365"
))]
pub struct CreateArgs {
    /// Sign-in name of the user it acts for
    #[arg(long, value_name = "NAME")]
    user: String,
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    name: String,
    /// What it may do, separated by commas, within what the user may; reading is part of each
    #[arg(long, required = true, value_delimiter = ',', value_parser = PossibleValuesParser::new(Scope::ALL.map(Scope::code)))]
    scopes: Vec<String>,
    /// Companies it sees, separated by commas, within the user's. Default: the user's
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    companies: Vec<String>,
    /// Days it works, 1 to 366
    #[arg(long, value_name = "N", default_value_t = 90)]
    days: i64,
}

/// List tokens; never what is secret of them
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo token list" "obligo token list --user erp --json"))]
pub struct ListArgs {
    /// Only those of this user
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
}

/// Revoke a token: it stops working at once
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo token revoke 3"))]
pub struct RevokeArgs {
    /// Its number, as the list shows it
    token: i64,
}

const TOKENS: &[Spec] = &[
    Spec::new("token", Show::Count, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(24), 0),
    Spec::new("user", Show::Cut(16), 0),
    Spec::new("scopes", Show::Text, 0),
    Spec::new("companies", Show::Cut(16), 2),
    Spec::new("expires_at", Show::Short(10), 0),
    Spec::new("last_used_at", Show::Short(10), 1),
    Spec::new("state", Show::Text, 0),
];

/// `token`.
pub fn token_command(context: &mut Context, command: TokenCommand) -> Result<(), Problem> {
    match command {
        TokenCommand::Create(args) => create(context, args),
        TokenCommand::List(args) => list(context, &args),
        TokenCommand::Revoke(args) => revoke(context, &args),
    }
}

fn create(context: &mut Context, args: CreateArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let new = NewToken {
        name: args.name,
        user: args.user,
        scopes: args.scopes.iter().filter_map(|code| Scope::parse(code)).collect(),
        companies: (!args.companies.is_empty()).then(|| args.companies.into_iter().collect()),
        days: args.days,
    };
    let (secret, token) = tokens::create(&mut session, &new)?;
    if context.json {
        let mut line = token.json();
        line["secret"] = json!(secret);
        return context.out.json(&line);
    }
    let facts = [("token", token.token_id.to_string()), ("until", token.expires_at)];
    let done = context.text("token-made", &facts);
    context.toned(Tone::Good, &done)?;
    context.out.line(&secret)
}

fn list(context: &mut Context, args: &ListArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let all = tokens::list(&mut session, args.user.as_deref())?;
    if context.json {
        return all.iter().try_for_each(|token| context.out.json(&token.json()));
    }
    if all.is_empty() {
        let none = context.text("settings-tokens-none", &[]);
        return context.out.line(&none);
    }
    let mut list = List::new(TOKENS);
    for token in &all {
        let row = row(context, token);
        list.add(context, &row);
    }
    list.print(context)
}

/// A token as the table shows it.
fn row(context: &Context, token: &Token) -> Value {
    let state = if token.revoked {
        context.text("settings-token-revoked", &[])
    } else if token.expires_at <= context.now {
        context.text("settings-token-expired", &[])
    } else {
        String::new()
    };
    json!({
        "token": token.token_id,
        "name": token.name,
        "user": token.user,
        "scopes": token.scopes.iter().map(|scope| scope.code()).collect::<Vec<_>>().join(", "),
        "companies": companies(context, token.companies.as_ref()),
        "expires_at": token.expires_at,
        "last_used_at": token.last_used_at,
        "state": state,
    })
}

fn revoke(context: &mut Context, args: &RevokeArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    tokens::revoke(&mut session, args.token, None)?;
    if context.json {
        return context.out.json(&json!({ "token": args.token, "revoked": true }));
    }
    let done = context.text("token-gone", &[("token", args.token.to_string())]);
    context.toned(Tone::Good, &done)
}
