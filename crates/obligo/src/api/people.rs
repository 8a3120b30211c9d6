//! Users, the tokens programs act by, and the settings of the house. Making a token stays with the person it acts for.

use super::body::{flag, sent, text, text_or_null, texts, texts_or_null, version_seen, versioned, wrong};
use super::lists::{PAGE_AFTER, PAGE_LIMIT, PAGE_QUERY, answered, only};
use super::operation::{Answer, Field, Kind, Operation, Request, Schema, field, maybe};
use super::schemas::{DONE, SETTINGS, TOKEN, USER};
use crate::access::roles::{Permission, Role};
use crate::access::settings::{self, Settings};
use crate::access::tokens::{self, Token};
use crate::access::users::{self, NewUser, User, UserChange};
use crate::serve::{Access, Call, Method, Reply, Route};
use obligo_rules::problem::Problem;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const ADMINISTER: Access = Access::WholeGroup(Permission::Administer);
const TOKENS_QUERY: &[Field] = &[maybe("user", Kind::Text, "Sign-in name."), PAGE_LIMIT, PAGE_AFTER];

/// Codes of the roles.
pub const ROLES: &[&str] = &["viewer", "clerk", "manager", "runner", "auditor", "administrator"];

const NEW_USER: Schema = Schema {
    name: "NewUser",
    fields: &[
        field("user", Kind::Text, "Sign-in name."),
        maybe("display_name", Kind::Text, "Name as people know them; the sign-in name if left out."),
        field("roles", Kind::SomeOf(ROLES), "Roles, at least one."),
        maybe("companies", Kind::Texts, "Codes of companies; all if left out."),
        maybe("language", Kind::Text, "Language; as the browser asks for if left out."),
    ],
};

const USER_CHANGE: Schema = Schema {
    name: "UserChange",
    fields: &[
        maybe("display_name", Kind::Text, "Name as people know them."),
        maybe("roles", Kind::SomeOf(ROLES), "Roles, at least one."),
        maybe("companies", Kind::Any, "Codes of companies, or null for all."),
        maybe("language", Kind::Any, "Language, or null for what the browser asks for."),
        maybe("disabled", Kind::Flag, "May not sign in; ends the sessions."),
    ],
};

const PASSWORD_LINK: Schema = Schema {
    name: "PasswordLink",
    fields: &[field("link", Kind::Text, "Address that sets a password, once, within 24 hours.")],
};

const SETTINGS_CHANGE: Schema = Schema {
    name: "SettingsChange",
    fields: &[
        maybe("four_eyes.final_run", Kind::Flag, "Final runs need a second person."),
        maybe("four_eyes.reversal", Kind::Flag, "Reversals need a second person."),
        maybe("four_eyes.edit", Kind::Flag, "Changes of items by hand need a second person."),
        maybe(
            "four_eyes.accepted_excess",
            Kind::Flag,
            "Acceptances of an uninsured excess need a second person.",
        ),
        maybe("oidc", Kind::Any, "Identity provider, or null for none."),
        maybe(
            "sending",
            Kind::Object,
            "server, from, password (env:OBLIGO_…), folder; what is left out is empty.",
        ),
        maybe("public_address", Kind::Any, "Address people reach the server under, or null."),
        maybe("language", Kind::Any, "Language of the house, or null."),
    ],
};

/// The operations.
pub const OPERATIONS: &[Operation] = &[
    Operation::new(
        Route::api(Method::Get, "/api/v1/users", ADMINISTER, list),
        "users_list",
        "Users.",
        Answer::Page(&USER),
    )
    .query(PAGE_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/users", ADMINISTER, create),
        "users_add",
        "Makes a user without a password.",
        Answer::Record(&USER),
    )
    .request(Request::Record(&NEW_USER)),
    Operation::new(
        Route::api(Method::Get, "/api/v1/users/{user}", ADMINISTER, one),
        "users_get",
        "One user.",
        Answer::Record(&USER),
    )
    .versioned(),
    Operation::new(
        Route::api(Method::Patch, "/api/v1/users/{user}", ADMINISTER, change),
        "users_change",
        "Changes a user; what is left out stays.",
        Answer::Record(&USER),
    )
    .request(Request::Record(&USER_CHANGE))
    .versioned(),
    Operation::new(
        Route::api(Method::Post, "/api/v1/users/{user}/password-link", ADMINISTER, password_link),
        "users_password_link",
        "Makes a link by which the user sets a password; earlier ones stop working.",
        Answer::Record(&PASSWORD_LINK),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/tokens", ADMINISTER, token_list),
        "tokens_list",
        "Tokens, newest first; never their secrets.",
        Answer::Page(&TOKEN),
    )
    .query(TOKENS_QUERY),
    Operation::new(
        Route::api(Method::Post, "/api/v1/tokens/{token}/revocation", ADMINISTER, revoke),
        "tokens_revoke",
        "Revokes a token.",
        Answer::Record(&DONE),
    ),
    Operation::new(
        Route::api(Method::Get, "/api/v1/settings", ADMINISTER, settings_now),
        "settings_get",
        "The settings of the house.",
        Answer::Record(&SETTINGS),
    )
    .versioned(),
    Operation::new(
        Route::api(Method::Patch, "/api/v1/settings", ADMINISTER, settings_change),
        "settings_change",
        "Changes settings; what is left out stays.",
        Answer::Record(&SETTINGS),
    )
    .request(Request::Record(&SETTINGS_CHANGE))
    .versioned(),
];

fn roles(codes: &BTreeSet<String>) -> BTreeSet<Role> {
    codes.iter().filter_map(|code| Role::parse(code)).collect()
}

fn told(user: &User) -> Reply {
    versioned(user.json(), user.entry.to_string())
}

fn list(call: Call) -> Result<Reply, Problem> {
    only(&call, PAGE_QUERY)?;
    let all: Vec<Value> = users::list(&mut call.session())?.iter().map(User::json).collect();
    answered(&call, all, &USER, "user")
}

fn create(call: Call) -> Result<Reply, Problem> {
    let sent = sent(&call, &NEW_USER)?;
    let part = |name: &str| text(sent, name).unwrap_or_default().to_owned();
    let new = NewUser {
        name: part("user"),
        display_name: part("display_name"),
        roles: roles(&texts(sent, "roles").unwrap_or_default()),
        companies: texts(sent, "companies"),
        language: text(sent, "language").map(str::to_owned),
        password: None,
    };
    Ok(told(&users::create(&mut call.session(), &new)?))
}

fn one(call: Call) -> Result<Reply, Problem> {
    Ok(told(&users::get(&mut call.session(), call.path("user"))?))
}

fn change(call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let sent = sent(&call, &USER_CHANGE)?;
    let change = UserChange {
        display_name: text(sent, "display_name").map(str::to_owned),
        roles: texts(sent, "roles").map(|codes| roles(&codes)),
        companies: texts_or_null(sent, "companies")?,
        language: text_or_null(sent, "language")?,
        disabled: flag(sent, "disabled"),
        // What is no version was not read here: no change fits it.
        seen: Some(seen.parse().unwrap_or(0)),
    };
    Ok(told(&users::change(&mut call.session(), call.path("user"), &change)?))
}

fn password_link(call: Call) -> Result<Reply, Problem> {
    let secret = users::password_link(&mut call.session(), call.path("user"))?;
    Ok(Reply::json(json!({ "link": format!("{}/password/{secret}", call.house_address()) })))
}

fn token_list(call: Call) -> Result<Reply, Problem> {
    only(&call, TOKENS_QUERY)?;
    let all = tokens::list(&mut call.session(), call.query("user"))?;
    answered(&call, all.iter().map(Token::json).collect(), &TOKEN, "token")
}

fn revoke(call: Call) -> Result<Reply, Problem> {
    let text = call.path("token");
    let number: i64 = text.parse().map_err(|_| Problem::refused("token-not-found").with("token", text))?;
    tokens::revoke(&mut call.session(), number, None)?;
    Ok(Reply::json(json!({ "result": { "token": number, "revoked": true } })))
}

fn settings_told(settings: &Settings) -> Reply {
    versioned(Value::Object(settings.json()), settings::version(settings))
}

fn settings_now(call: Call) -> Result<Reply, Problem> {
    Ok(settings_told(&settings::settings(&call.house.store)?))
}

fn settings_change(call: Call) -> Result<Reply, Problem> {
    let seen = version_seen(&call)?;
    let sent = sent(&call, &SETTINGS_CHANGE)?;
    for name in ["public_address", "language"] {
        text_or_null(sent, name)?;
    }
    if !sent.get("oidc").is_none_or(is_provider) {
        return Err(wrong("oidc"));
    }
    let now = settings::settings(&call.house.store)?;
    let mut wanted: Map<String, Value> = now.json();
    wanted.extend(sent.clone());
    let mut session = call.session();
    // What is left out comes from the settings just read: they too must be those that were seen.
    let is_as_seen = settings::version(&now) == seen;
    let unchanged = settings::unchanged(&seen);
    session.precondition =
        Some(Box::new(
            move |tx| {
                if is_as_seen { unchanged(tx) } else { Err(Problem::forbidden("record-changed")) }
            },
        ));
    settings::change(&mut session, &Settings::of_json(&wanted))?;
    settings_now(call)
}

/// Whether it says all of an identity provider, or null for none.
fn is_provider(value: &Value) -> bool {
    const TEXTS: [&str; 4] = ["issuer", "client_id", "client_secret", "groups_claim"];
    let Value::Object(provider) = value else { return value.is_null() };
    let is_role = |code: &Value| code.as_str().and_then(Role::parse).is_some();
    let has_roles =
        provider.get("roles").and_then(Value::as_object).is_some_and(|all| all.values().all(is_role));
    has_roles
        && provider.len() == TEXTS.len() + 1
        && TEXTS.iter().all(|name| provider.get(*name).is_some_and(Value::is_string))
}
