//! Tokens of programs.

use crate::{add, code, staffed, trail};
use obligo::access::Permission;
use obligo::access::tokens::{self, NewToken, Scope};
use obligo::access::users::{self, UserChange};
use obligo_store::company::{Company, company_put};
use obligo_store::cover::always;

fn token(user: &str, scopes: &str) -> NewToken {
    NewToken {
        name: "nightly import".to_owned(),
        user: user.to_owned(),
        scopes: scopes.split_whitespace().map(|code| Scope::parse(code).unwrap()).collect(),
        companies: None,
        days: 30,
    }
}

#[test]
fn a_token_does_what_both_its_scope_and_its_user_may() {
    let mut house = staffed();
    add(&mut house.session, "all", "viewer clerk manager runner auditor administrator");
    add(&mut house.session, "clerk", "clerk");
    // read record manage run audit administer own
    let table = [
        ("all", "read", "x------"),
        ("all", "write", "xxx----"),
        ("all", "run", "x--x---"),
        ("all", "admin", "x---xx-"),
        ("all", "read write run admin", "xxxxxx-"),
        ("clerk", "read write run admin", "xx-----"),
        ("clerk", "read", "x------"),
        ("root", "write admin", "x---xx-"),
    ];
    for (user, scopes, expected) in table {
        let (secret, _) = tokens::create(&mut house.session, &token(user, scopes)).unwrap();
        let bearer =
            tokens::token_of(&house.session.store, &secret, "2025-01-01T00:00:00Z").unwrap().unwrap();
        let found: String = Permission::ALL.iter().map(|p| if bearer.may(*p) { 'x' } else { '-' }).collect();
        assert_eq!(found, expected, "{user} {scopes}");
    }
}

#[test]
fn a_token_ends_by_time_revocation_or_with_its_user() {
    let mut house = staffed();
    let session = &mut house.session;
    add(session, "anna", "clerk");
    let (secret, shown) = tokens::create(session, &token("anna", "read")).unwrap();
    assert!(secret.starts_with("obligo_") && secret.len() == 71);
    assert_eq!(shown.expires_at, "2025-01-30T09:00:00Z");
    let store = session.store.clone();
    let works = |now: &str| tokens::token_of(&store, &secret, now).unwrap().is_some();
    assert!(works("2025-01-30T08:59:59Z") && !works("2025-01-30T09:00:00Z"));
    for guess in ["", "obligo_", "obligo_00", &secret[7..], &format!("{secret}0")] {
        assert!(tokens::token_of(&store, guess, "2025-01-01T00:00:00Z").unwrap().is_none(), "{guess}");
    }
    let disabled = |on: bool| UserChange { disabled: Some(on), ..UserChange::default() };
    users::change(session, "anna", &disabled(true)).unwrap();
    assert!(!works("2025-01-01T00:00:00Z"));
    users::change(session, "anna", &disabled(false)).unwrap();
    assert!(works("2025-01-01T00:00:00Z"));
    assert_eq!(
        code(tokens::revoke(session, shown.token_id, Some("root"))),
        "token-not-found",
        "of another user"
    );
    tokens::revoke(session, shown.token_id, Some("anna")).unwrap();
    tokens::revoke(session, shown.token_id, None).unwrap();
    assert!(!works("2025-01-01T00:00:00Z"));
    assert_eq!(code(tokens::revoke(session, 99, None)), "token-not-found");
    let text = trail(session);
    assert!(text.contains("token-create") && text.contains("token-revoke"));
    assert!(!text.contains(&secret[7..]), "the trail holds no secret");
    let listed = tokens::list(session, Some("anna")).unwrap();
    assert_eq!((listed.len(), listed[0].revoked, listed[0].user.as_str()), (1, true, "anna"));
    assert_eq!(listed[0].last_used_at.as_deref(), Some("2025-01-30T08:59:59Z"));
    assert!(tokens::list(session, Some("root")).unwrap().is_empty());
    assert_eq!(tokens::list(session, None).unwrap(), listed);
}

#[test]
fn what_is_no_token_is_refused() {
    let mut house = staffed();
    let table = [
        (NewToken { name: "  ".to_owned(), ..token("root", "read") }, "token-name"),
        (NewToken { name: "x".repeat(61), ..token("root", "read") }, "token-name"),
        (token("root", ""), "token-scopes-missing"),
        (NewToken { days: 0, ..token("root", "read") }, "token-days"),
        (NewToken { days: 367, ..token("root", "read") }, "token-days"),
        (token("nobody", "read"), "user-not-found"),
        (
            NewToken { companies: Some(["99".to_owned()].into()), ..token("root", "read") },
            "user-company-unknown",
        ),
    ];
    for (token, expected) in table {
        assert_eq!(code(tokens::create(&mut house.session, &token)), expected, "{token:?}");
    }
    house.session.idempotency_key = Some("k".to_owned());
    tokens::create(&mut house.session, &token("root", "read")).unwrap();
    assert_eq!(code(tokens::create(&mut house.session, &token("root", "read"))), "secret-shown-once");
}

#[test]
fn a_token_sees_no_company_its_user_does_not_see() {
    let mut house = staffed();
    house.write(|tx, entry| {
        let company = Company { company: "02".to_owned(), currency: "EUR".to_owned(), ..Company::default() };
        company_put(tx, entry, always(), &company).unwrap();
    });
    let session = &mut house.session;
    add(session, "anna", "clerk");
    let only = |codes: &[&str]| Some(codes.iter().map(|code| (*code).to_owned()).collect());
    let limit = UserChange { companies: Some(only(&["01"])), ..UserChange::default() };
    let both = NewToken { companies: only(&["01", "02"]), ..token("anna", "read") };
    let (secret, _) = tokens::create(session, &both).unwrap();
    let (wide, _) = tokens::create(session, &token("anna", "read")).unwrap();
    users::change(session, "anna", &limit).unwrap();
    assert_eq!(code(tokens::create(session, &both)), "token-company");
    for secret in [secret, wide] {
        let bearer = tokens::token_of(&session.store, &secret, "2025-01-01T00:00:00Z").unwrap().unwrap();
        assert!(bearer.user.sees_company("01") && !bearer.user.sees_company("02"));
    }
}
