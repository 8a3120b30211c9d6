//! Who may do what: users, first start, sign-in, tokens, settings, views, notes, four eyes, identity provider.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::result_large_err)]

#[path = "by_hand/house.rs"]
#[allow(dead_code)]
mod house;

#[path = "access/four_eyes.rs"]
mod four_eyes;
#[path = "access/identity.rs"]
mod identity;
#[path = "access/people.rs"]
mod people;
#[path = "access/provider.rs"]
mod provider;
#[path = "access/sign_in.rs"]
mod sign_in;
#[path = "access/tokens.rs"]
mod tokens;

use house::House;
use obligo::access::users::{NewUser, create};
use obligo::access::{Role, User};
use obligo::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::{EntryFilter, entries};

const PASSWORD: &str = "correct horse battery";

fn roles(codes: &str) -> std::collections::BTreeSet<Role> {
    codes.split_whitespace().map(|code| Role::parse(code).unwrap()).collect()
}

/// Adds a user who signs in with [`PASSWORD`].
fn add(session: &mut Session, name: &str, codes: &str) -> User {
    let user = NewUser {
        name: name.to_owned(),
        roles: roles(codes),
        password: Some(PASSWORD.to_owned()),
        ..NewUser::default()
    };
    create(session, &user).unwrap()
}

/// A house whose administrator is `root`.
fn staffed() -> House {
    let mut house = House::declared();
    add(&mut house.session, "root", "administrator");
    house
}

fn code<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> &'static str {
    outcome.unwrap_err().code
}

/// Everything the audit trail says.
fn trail(session: &mut Session) -> String {
    let all = session.read(|tx| entries(tx, &EntryFilter::default())).unwrap();
    all.iter().map(|e| format!("{e:?}")).collect::<Vec<_>>().join("\n")
}
