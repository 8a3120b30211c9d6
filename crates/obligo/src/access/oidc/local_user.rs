//! The local user behind an identity: roles follow the provider's groups at every sign-in, companies and language are kept here.

use super::Identity;
use crate::access::instants::plus;
use crate::access::roles::{Role, role_codes};
use crate::access::settings::Oidc;
use crate::access::users::{self, NAME_MAX, User, administers, is_last_administrator};
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::user_account::{UserRow, user_by_name, user_by_subject};
use obligo_store::{Tx, Written};
use serde_json::Value;
use std::collections::BTreeSet;

/// The local user of an identity, made or brought up to date from its groups; the session's actor becomes the user. Somebody whose groups
/// give no role loses those they had, except the last administrator. A local user of the same name is never taken over. Errors:
/// `oidc-no-role`, `oidc-name-taken`, `sign-in-refused` (disabled).
pub fn local_user(session: &mut Session, settings: &Oidc, identity: &Identity) -> Result<User, Problem> {
    let (issuer, subject) = (&identity.issuer, &identity.subject);
    let of_groups: BTreeSet<Role> =
        identity.groups.iter().filter_map(|group| settings.roles.get(group)).copied().collect();
    let known = session.read(|tx| user_by_subject(tx, issuer, subject))?;
    if known.as_ref().is_some_and(|row| row.disabled) {
        return Err(Problem::forbidden("sign-in-refused"));
    }
    let no_role = || Problem::forbidden("oidc-no-role").with("user", &identity.name);
    if known.is_none() && of_groups.is_empty() {
        return Err(no_role());
    }
    let now = plus(&session.now, 0)?;
    session.actor = known.as_ref().map_or_else(|| sign_in_name(identity), |row| row.name.clone());
    session.write("user-identity", "", &format!("user-identity {issuer} {subject}"), |tx, entry| {
        match user_by_subject(tx, issuer, subject)? {
            Some(before) => update(tx, entry, &before, identity, of_groups.clone()),
            None => add(tx, entry, identity, &of_groups, now),
        }
    })?;
    let row = session.read(|tx| user_by_subject(tx, issuer, subject))?.ok_or_else(no_role)?;
    let user = User::of_row(&row);
    if user.roles.is_empty() { Err(no_role()) } else { Ok(user) }
}

fn update(
    tx: &Tx<'_>,
    entry: i64,
    before: &UserRow,
    identity: &Identity,
    mut roles: BTreeSet<Role>,
) -> Result<Written, Problem> {
    if administers(before) && is_last_administrator(tx, before.user_id)? {
        roles.insert(Role::Administrator);
    }
    let display_name = display_name(identity);
    let after = UserRow { roles: role_codes(&roles), display_name, ..before.clone() };
    users::put(tx, entry, before, &after)
}

fn add(
    tx: &Tx<'_>,
    entry: i64,
    identity: &Identity,
    roles: &BTreeSet<Role>,
    now: String,
) -> Result<Written, Problem> {
    let name = sign_in_name(identity);
    if name.is_empty() || user_by_name(tx, &name)?.is_some() {
        return Err(Problem::forbidden("oidc-name-taken").with("user", name));
    }
    let row = UserRow {
        name,
        display_name: display_name(identity),
        oidc: Some((identity.issuer.clone(), identity.subject.clone())),
        roles: role_codes(roles),
        created_at: now,
        ..UserRow::default()
    };
    let written = users::add(tx, entry, row)?;
    Ok(written
        .noting("issuer", Value::from(identity.issuer.as_str()))
        .noting("subject", Value::from(identity.subject.as_str())))
}

/// The provider's name for the person, in the letters a sign-in name may have.
fn sign_in_name(identity: &Identity) -> String {
    let fit = |c: char| if users::is_fit_for_name(c) { c } else { '-' };
    identity.name.trim().chars().take(NAME_MAX).map(fit).collect()
}

fn display_name(identity: &Identity) -> String {
    let shown = identity.display_name.trim().chars().filter(|c| !c.is_control());
    shown.take(NAME_MAX).collect()
}
