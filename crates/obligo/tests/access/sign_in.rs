//! Signing in, the rate limit, sessions.

use crate::{PASSWORD, add, code, staffed};
use obligo::access::sign_in::{open_session, session_of, sign_in, sign_out};
use obligo::access::users::{self, NewUser, UserChange};
use obligo_store::Store;
use std::sync::Arc;
use std::time::{Duration, Instant};

const NOW: &str = "2025-01-01T10:00:00Z";

#[test]
fn a_stranger_learns_nothing_from_a_refusal() {
    let mut house = staffed();
    add(&mut house.session, "anna", "clerk");
    add(&mut house.session, "gone", "clerk");
    let disable = UserChange { disabled: Some(true), ..UserChange::default() };
    users::change(&mut house.session, "gone", &disable).unwrap();
    let without = NewUser { name: "sso".to_owned(), roles: crate::roles("clerk"), ..NewUser::default() };
    users::create(&mut house.session, &without).unwrap();
    let store = &house.session.store;
    let table =
        [("nobody", PASSWORD), ("anna", "wrong password"), ("gone", PASSWORD), ("sso", PASSWORD), ("", "")];
    let mut answers = Vec::new();
    let mut quickest = [Duration::MAX; 5];
    // Round by round, so that a busy machine slows all of them.
    for _ in 0..4 {
        for ((name, password), quickest) in table.iter().zip(&mut quickest) {
            let begun = Instant::now();
            answers.push(sign_in(store, name, password, name, NOW).unwrap_err());
            *quickest = begun.elapsed().min(*quickest);
        }
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(answers[0].code, "sign-in-refused");
    let (least, most) = (*quickest.iter().min().unwrap(), *quickest.iter().max().unwrap());
    assert!(least > Duration::from_millis(2) && most < least * 3, "the work is the same: {quickest:?}");
    assert!(sign_in(store, "Anna", PASSWORD, "::1", NOW).is_ok());
}

/// Fails to sign in `n` times at `now`; the code of the last answer.
fn fail(store: &Store, n: usize, name: &str, address: &str, now: &str) -> &'static str {
    (0..n).map(|_| code(sign_in(store, name, "wrong password", address, now))).last().unwrap()
}

#[test]
fn a_name_waits_after_five_failures_wherever_they_come_from() {
    let mut house = staffed();
    add(&mut house.session, "anna", "clerk");
    let store = &house.session.store;
    assert_eq!(fail(store, 3, "anna", "10.0.0.1", "2025-01-01T10:00:00Z"), "sign-in-refused");
    assert_eq!(fail(store, 2, "ANNA ", "10.0.0.2", "2025-01-01T10:05:00Z"), "sign-in-refused");
    let wait = sign_in(store, "anna", PASSWORD, "10.0.0.3", "2025-01-01T10:06:00Z").unwrap_err();
    assert_eq!(wait.code, "sign-in-too-often");
    assert!(wait.facts.contains(&("seconds", "540".to_owned())), "{wait:?}");
    assert_eq!(fail(store, 9, "anna", "10.0.0.1", "2025-01-01T10:14:59Z"), "sign-in-too-often");
    // Refused for the limit, it was not counted: the first three have left the window.
    assert!(sign_in(store, "anna", PASSWORD, "10.0.0.3", "2025-01-01T10:15:00Z").is_ok());
    assert_eq!(
        fail(store, 5, "anna", "10.0.0.1", "2025-01-01T10:15:01Z"),
        "sign-in-refused",
        "success forgives"
    );
    assert_eq!(
        fail(store, 6, "unknown", "10.0.0.1", "2025-01-01T10:15:02Z"),
        "sign-in-too-often",
        "as for users"
    );
}

#[test]
fn an_address_waits_after_twenty_failures_of_whatever_names() {
    let mut house = staffed();
    add(&mut house.session, "anna", "clerk");
    let store = &house.session.store;
    for n in 0..20 {
        assert_eq!(fail(store, 1, &format!("name{n}"), "10.0.0.1", NOW), "sign-in-refused");
    }
    assert_eq!(code(sign_in(store, "anna", PASSWORD, "10.0.0.1", NOW)), "sign-in-too-often");
    assert!(sign_in(store, "anna", PASSWORD, "10.0.0.2", NOW).is_ok(), "others are not kept out");
    assert!(sign_in(store, "anna", PASSWORD, "10.0.0.1", "2025-01-01T10:15:00Z").is_ok());
}

#[test]
fn many_attempts_at_once_do_not_pass_together() {
    let mut house = staffed();
    add(&mut house.session, "anna", "clerk");
    let store: &Arc<Store> = &house.session.store;
    let codes: Vec<&str> = std::thread::scope(|scope| {
        let tries: Vec<_> =
            (0..12).map(|_| scope.spawn(|| fail(store, 1, "anna", "10.0.0.1", NOW))).collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().filter(|code| **code == "sign-in-refused").count(), 5, "{codes:?}");
}

#[test]
fn a_new_password_lets_a_locked_out_user_in() {
    let mut house = staffed();
    add(&mut house.session, "anna", "clerk");
    assert_eq!(fail(&house.session.store, 6, "anna", "10.0.0.1", NOW), "sign-in-too-often");
    users::set_password(&mut house.session, "anna", "another long one").unwrap();
    assert!(sign_in(&house.session.store, "anna", "another long one", "10.0.0.1", NOW).is_ok());
}

#[test]
fn a_session_ends_idle_or_after_a_week() {
    let mut house = staffed();
    let anna = add(&mut house.session, "anna", "clerk");
    let store = &house.session.store;
    let begun = sign_in(store, "anna", PASSWORD, "::1", NOW).unwrap();
    let found = |now: &str| session_of(store, &begun.cookie_secret, now).unwrap();
    let signed_in = found("2025-01-01T10:00:01Z").unwrap();
    assert_eq!(signed_in.user, anna);
    assert!(signed_in.is_form_key(&begun.form_key));
    assert!(!signed_in.is_form_key("") && !signed_in.is_form_key(&begun.cookie_secret));
    assert!(session_of(store, "guess", NOW).unwrap().is_none());
    assert!(session_of(store, "", NOW).unwrap().is_none());
    // Used every seven hours it lives for seven days, and not a second longer.
    let mut last = String::new();
    for (day, hour) in (1..=7).flat_map(|day| [3, 10, 17].map(|hour| (day, hour))).skip(1) {
        last = format!("2025-01-{day:02}T{hour:02}:00:00Z");
        assert!(found(&last).is_some(), "{last}");
        if hour == 17 {
            assert!(found(&format!("2025-01-{day:02}T23:59:00Z")).is_some());
        }
    }
    assert_eq!(last, "2025-01-07T17:00:00Z");
    for (now, lives) in
        [("2025-01-08T03:00:00Z", true), ("2025-01-08T09:59:59Z", true), ("2025-01-08T10:00:00Z", false)]
    {
        assert_eq!(found(now).is_some(), lives, "{now}");
    }
    let idle = open_session(store, &anna, NOW).unwrap();
    assert!(session_of(store, &idle.cookie_secret, "2025-01-01T18:00:01Z").unwrap().is_none());
}

#[test]
fn a_request_is_noted_at_most_once_a_minute_and_never_waits() {
    let mut house = staffed();
    let anna = add(&mut house.session, "anna", "clerk");
    let store = &house.session.store;
    let begun = open_session(store, &anna, NOW).unwrap();
    let seen = || {
        let sql = "SELECT last_seen_at FROM session";
        store.read(|tx| tx.one(sql, &[], |row| Ok(row.text(0).to_owned()))).unwrap().unwrap()
    };
    for (now, expected) in [
        ("2025-01-01T10:00:59Z", "2025-01-01T10:00:00Z"),
        ("2025-01-01T10:01:00Z", "2025-01-01T10:01:00Z"),
        ("2025-01-01T10:01:30Z", "2025-01-01T10:01:00Z"),
    ] {
        session_of(store, &begun.cookie_secret, now).unwrap().unwrap();
        assert_eq!(seen(), expected, "{now}");
    }
    // Somebody imports for minutes: pages still open.
    store
        .keep(|_| {
            let begun_at = Instant::now();
            assert!(session_of(store, &begun.cookie_secret, "2025-01-01T10:30:00Z").unwrap().is_some());
            assert!(begun_at.elapsed() < Duration::from_secs(2));
            Ok(())
        })
        .unwrap();
    assert_eq!(seen(), "2025-01-01T10:01:00Z");
}

#[test]
fn sessions_end_with_the_password_the_account_and_the_sign_out() {
    let mut house = staffed();
    let anna = add(&mut house.session, "anna", "clerk");
    let session = &mut house.session;
    let store = session.store.clone();
    let begin = || open_session(&store, &anna, NOW).unwrap().cookie_secret;
    let lives = |secret: &str| session_of(&store, secret, NOW).unwrap().is_some();
    let (one, two) = (begin(), begin());
    sign_out(&store, &one).unwrap();
    sign_out(&store, &one).unwrap();
    assert!(!lives(&one) && lives(&two));
    assert_eq!(
        code(users::change_own_password(session, "anna", "wrong password", "another long one")),
        "password-wrong"
    );
    assert!(lives(&two));
    users::change_own_password(session, "anna", PASSWORD, "another long one").unwrap();
    assert!(!lives(&two));
    let three = begin();
    users::set_password(session, "anna", PASSWORD).unwrap();
    assert!(!lives(&three));
    let (four, of_root) =
        (begin(), open_session(&store, &users::get(session, "root").unwrap(), NOW).unwrap());
    let disabled = |on: bool| UserChange { disabled: Some(on), ..UserChange::default() };
    users::change(session, "anna", &disabled(true)).unwrap();
    assert!(!lives(&four));
    users::change(session, "anna", &disabled(false)).unwrap();
    assert!(!lives(&four), "it does not come back");
    assert!(lives(&of_root.cookie_secret), "others stay");
    let gone = users::change(session, "anna", &disabled(true)).unwrap();
    assert_eq!(code(open_session(&store, &gone, NOW)), "sign-in-refused");
}

#[test]
fn the_store_holds_no_secret_of_a_session() {
    let mut house = staffed();
    let anna = add(&mut house.session, "anna", "clerk");
    let store = &house.session.store;
    let begun = open_session(store, &anna, NOW).unwrap();
    let sql = "SELECT session_id FROM session";
    let id = store.read(|tx| tx.one(sql, &[], |row| Ok(row.text(0).to_owned()))).unwrap().unwrap();
    assert_eq!(id, obligo::session::sha256_hex(begun.cookie_secret.as_bytes()));
    assert!(session_of(store, &id, NOW).unwrap().is_none(), "a copy of the store signs nobody in");
}
