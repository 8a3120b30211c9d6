//! `users`: who may sign in, with which roles and for which companies.

use super::args::examples;
use super::context::Context;
use super::paint::Tone;
use super::view::{List, Show, Spec, text};
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args, Subcommand};
use obligo::access::roles::Role;
use obligo::access::settings;
use obligo::access::users::{self, NewUser, User, UserChange};
use obligo::messages::{Messages, visible};
use obligo::session::Session;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where the server listens unless told otherwise.
const ADDRESS: &str = "http://127.0.0.1:8080";

/// What stands for every company, or for the language of the browser.
const ALL: &str = "all";
const NONE: &str = "none";

/// Who may sign in, with which roles and for which companies
#[derive(Debug, Subcommand)]
#[command(after_help = examples!(
    "obligo users add anna --roles clerk,runner" "obligo users list" "obligo users change anna --disable"
))]
pub enum UsersCommand {
    List(ListArgs),
    Add(AddArgs),
    Change(ChangeArgs),
    Link(LinkArgs),
}

/// List users
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo users list" "obligo users list --json"))]
pub struct ListArgs {}

/// Make a user, and a link by which they set their password
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo users add anna --roles clerk --display-name \"Anna Berg\"" "obligo users add carl --roles viewer --companies 01,02"
))]
pub struct AddArgs {
    /// Sign-in name
    name: String,
    /// Roles, separated by commas; they add up
    #[arg(long, required = true, value_delimiter = ',', value_parser = PossibleValuesParser::new(Role::ALL.map(Role::code)))]
    roles: Vec<String>,
    /// Name as people know them. Default: the sign-in name
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// Companies they see, separated by commas. Default: all
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    companies: Vec<String>,
    /// Language of their pages. Default: as the browser asks for
    #[arg(long, value_name = "TAG", value_parser = PossibleValuesParser::new(Messages::languages()))]
    language: Option<String>,
}

/// Change a user, or keep one from signing in
#[derive(Args, Debug)]
#[command(
    group = ArgGroup::new("change").required(true).multiple(true),
    after_help = examples!("obligo users change anna --roles manager,runner" "obligo users change carl --disable")
)]
pub struct ChangeArgs {
    /// Sign-in name
    name: String,
    /// All roles they have from now on, separated by commas
    #[arg(long, group = "change", value_delimiter = ',', value_parser = PossibleValuesParser::new(Role::ALL.map(Role::code)))]
    roles: Vec<String>,
    /// Name as people know them
    #[arg(long, group = "change", value_name = "TEXT")]
    display_name: Option<String>,
    /// Companies they see, separated by commas, or `all`
    #[arg(long, group = "change", value_delimiter = ',', value_name = "CODES")]
    companies: Vec<String>,
    /// Language of their pages, or `none` for what the browser asks for
    #[arg(long, group = "change", value_name = "TAG")]
    language: Option<String>,
    /// They cannot sign in, and their tokens stop working
    #[arg(long, group = "change", conflicts_with = "enable")]
    disable: bool,
    /// They can sign in again
    #[arg(long, group = "change")]
    enable: bool,
}

/// Make a link by which a user sets a password, once, within 24 hours
///
/// Earlier links stop working.
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo users link anna"))]
pub struct LinkArgs {
    /// Sign-in name
    name: String,
}

const USERS: &[Spec] = &[
    Spec::new("user", Show::Text, 0).toned(|_| Tone::Name),
    Spec::new("name", Show::Cut(24), 2),
    Spec::new("roles", Show::Text, 0),
    Spec::new("companies", Show::Cut(20), 1),
    Spec::new("language", Show::Text, 3),
    Spec::new("state", Show::Text, 0).toned(state_tone),
];

fn state_tone(row: &Value) -> Tone {
    if row["disabled"] == Value::Bool(true) { Tone::Bad } else { Tone::Plain }
}

/// `users`.
pub fn users_command(context: &mut Context, command: UsersCommand) -> Result<(), Problem> {
    match command {
        UsersCommand::List(_) => list(context),
        UsersCommand::Add(args) => add(context, args),
        UsersCommand::Change(args) => change(context, args),
        UsersCommand::Link(args) => link(context, &args.name),
    }
}

fn list(context: &mut Context) -> Result<(), Problem> {
    let mut session = context.open()?;
    let all = users::list(&mut session)?;
    if context.json {
        return all.iter().try_for_each(|user| context.out.json(&user.json()));
    }
    if all.is_empty() {
        let nobody = context.text("users-nobody", &[]);
        return context.out.line(&nobody);
    }
    let mut list = List::new(USERS);
    for user in &all {
        let row = row(context, user);
        list.add(context, &row);
    }
    list.print(context)
}

/// A user as the table shows them.
fn row(context: &Context, user: &User) -> Value {
    let state = if user.disabled {
        "settings-user-disabled"
    } else if user.has_password || user.is_external {
        "settings-user-active"
    } else {
        "settings-user-no-password"
    };
    json!({
        "user": user.name,
        "name": user.display_name,
        "roles": user.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", "),
        "companies": companies(context, user.companies.as_ref()),
        "language": user.language,
        "disabled": user.disabled,
        "state": context.text(state, &[]),
    })
}

/// Codes of companies, or the word for all of them.
pub fn companies(context: &Context, codes: Option<&BTreeSet<String>>) -> String {
    match codes {
        None => context.text("settings-all-companies", &[]),
        Some(codes) => codes.iter().cloned().collect::<Vec<_>>().join(", "),
    }
}

fn roles(codes: &[String]) -> BTreeSet<Role> {
    codes.iter().filter_map(|code| Role::parse(code)).collect()
}

fn add(context: &mut Context, args: AddArgs) -> Result<(), Problem> {
    let mut session = context.open_or_create()?;
    let new = NewUser {
        name: args.name,
        display_name: args.display_name.unwrap_or_default(),
        roles: roles(&args.roles),
        companies: some(args.companies),
        language: args.language,
        password: None,
    };
    let user = users::create(&mut session, &new)?;
    let link = password_link(&mut session, &user.name)?;
    if !context.json {
        let done = context.text("users-added", &[("user", visible(&user.name))]);
        context.toned(Tone::Good, &done)?;
    }
    print_link(context, user.json(), &link)
}

/// Nothing named stands for everything.
fn some(codes: Vec<String>) -> Option<BTreeSet<String>> {
    Some(codes.into_iter().collect()).filter(|codes: &BTreeSet<String>| !codes.is_empty())
}

fn change(context: &mut Context, args: ChangeArgs) -> Result<(), Problem> {
    let mut session = context.open()?;
    let change = UserChange {
        display_name: args.display_name,
        roles: Some(roles(&args.roles)).filter(|roles| !roles.is_empty()),
        companies: some(args.companies).map(|codes| (!codes.contains(ALL)).then_some(codes)),
        language: args.language.map(|tag| (tag != NONE).then_some(tag)),
        disabled: if args.disable { Some(true) } else { args.enable.then_some(false) },
        seen: None,
    };
    let user = users::change(&mut session, &args.name, &change)?;
    if context.json {
        return context.out.json(&user.json());
    }
    let mut list = List::new(USERS);
    let row = row(context, &user);
    list.add(context, &row);
    list.print(context)
}

fn link(context: &mut Context, name: &str) -> Result<(), Problem> {
    let mut session = context.open()?;
    let user = users::get(&mut session, name)?;
    let link = password_link(&mut session, name)?;
    print_link(context, user.json(), &link)
}

fn password_link(session: &mut Session, name: &str) -> Result<String, Problem> {
    // Each asking makes another secret, so a repetition has none to show again.
    session.idempotency_key = None;
    let secret = users::password_link(session, name)?;
    let address = settings::settings(&session.store)?.public_address;
    Ok(format!("{}/password/{secret}", address.as_deref().unwrap_or(ADDRESS)))
}

fn print_link(context: &mut Context, mut user: Value, link: &str) -> Result<(), Problem> {
    if context.json {
        user["link"] = json!(link);
        return context.out.json(&user);
    }
    let facts = [("user", visible(text(&user, "user"))), ("link", link.to_owned())];
    let told = context.text("users-link", &facts);
    context.out.line(&told)
}
