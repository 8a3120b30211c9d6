//! Users, the first start, settings, saved views, notes.

use crate::{House, PASSWORD, add, code, roles, staffed, trail};
use obligo::access::first_start::{accept_first_link, first_link, is_first_link};
use obligo::access::notes::{self, Subject};
use obligo::access::settings::{self, FourEyes, Oidc, Settings};
use obligo::access::sign_in::sign_in;
use obligo::access::users::{self, NewUser, UserChange};
use obligo::access::{Role, views};
use obligo::session::sha256_hex;
use serde_json::json;
use std::collections::BTreeSet;

const NOW: &str = "2024-12-31T09:00:00Z";

#[test]
fn the_first_start_makes_an_administrator_by_a_link_that_works_once() {
    let mut house = House::new();
    let session = &mut house.session;
    let lost = first_link(session).unwrap().unwrap();
    let secret = first_link(session).unwrap().unwrap();
    assert!(!is_first_link(session, &lost).unwrap(), "a newer link ends the older one");
    assert!(is_first_link(session, &secret).unwrap());
    assert_eq!(code(accept_first_link(session, &lost, "anna", PASSWORD)), "link-invalid");
    assert_eq!(code(accept_first_link(session, &secret, "anna", "short")), "password-too-short");
    assert_eq!(code(accept_first_link(session, &secret, "an na", PASSWORD)), "user-name");
    let anna = accept_first_link(session, &secret, "anna", PASSWORD).unwrap();
    let every_role = roles("viewer clerk manager runner auditor administrator");
    assert_eq!((anna.name.as_str(), anna.roles, anna.companies), ("anna", every_role, None));
    assert_eq!(session.actor, "anna");
    assert_eq!(code(accept_first_link(session, &secret, "eve", PASSWORD)), "link-invalid");
    assert_eq!(first_link(session).unwrap(), None, "there is a user now");
    assert!(sign_in(&session.store, "ANNA", PASSWORD, "::1", NOW).is_ok());
}

#[test]
fn a_link_of_the_first_start_expires_after_a_day() {
    let mut house = House::new();
    let secret = first_link(&mut house.session).unwrap().unwrap();
    for (now, works) in [("2025-01-01T08:59:59Z", true), ("2025-01-01T09:00:00Z", false)] {
        house.session.now = now.to_owned();
        assert_eq!(is_first_link(&mut house.session, &secret).unwrap(), works, "{now}");
    }
    assert_eq!(code(accept_first_link(&mut house.session, &secret, "anna", PASSWORD)), "link-invalid");
}

#[test]
fn what_is_no_user_is_refused() {
    let mut house = staffed();
    let named = |name: &str| NewUser { name: name.to_owned(), roles: roles("clerk"), ..NewUser::default() };
    let long = "x".repeat(61);
    let with_companies =
        |codes: &[&str]| Some(codes.iter().map(|code| (*code).to_owned()).collect::<BTreeSet<String>>());
    let table = [
        (named("Root"), "user-name-taken"),
        (named("  ROOT "), "user-name-taken"),
        (named(""), "user-name"),
        (named("an na"), "user-name"),
        (named("<b>anna</b>"), "user-name"),
        (named(&long), "user-name"),
        (NewUser { roles: BTreeSet::new(), ..named("anna") }, "user-roles-missing"),
        (NewUser { display_name: long.clone(), ..named("anna") }, "user-display-name"),
        (NewUser { display_name: "A\u{7}".to_owned(), ..named("anna") }, "user-display-name"),
        (NewUser { language: Some("xx".to_owned()), ..named("anna") }, "user-language"),
        (NewUser { companies: with_companies(&[]), ..named("anna") }, "user-companies-missing"),
        (NewUser { companies: with_companies(&["01", "99"]), ..named("anna") }, "user-company-unknown"),
        (NewUser { password: Some("Anna".to_owned()), ..named("anna") }, "password-is-name"),
        (NewUser { password: Some("x".repeat(1025)), ..named("anna") }, "password-too-long"),
        (NewUser { password: Some("elevenchars".to_owned()), ..named("anna") }, "password-too-short"),
    ];
    let before = house.entries();
    for (user, expected) in table {
        assert_eq!(code(users::create(&mut house.session, &user)), expected, "{user:?}");
    }
    assert_eq!(house.entries(), before);
    let only = NewUser { companies: with_companies(&["01"]), ..named("anna") };
    let anna = users::create(&mut house.session, &only).unwrap();
    assert!(anna.sees_company("01") && !anna.sees_company("02"));
}

#[test]
fn the_last_administrator_stays_one() {
    let mut house = staffed();
    let session = &mut house.session;
    add(session, "anna", "clerk");
    let demote = UserChange { roles: Some(roles("viewer")), ..UserChange::default() };
    let disable = UserChange { disabled: Some(true), ..UserChange::default() };
    assert_eq!(code(users::change(session, "root", &demote)), "user-last-administrator");
    assert_eq!(code(users::change(session, "root", &disable)), "user-last-administrator");
    let promote = UserChange { roles: Some(roles("administrator clerk")), ..UserChange::default() };
    users::change(session, "anna", &promote).unwrap();
    users::change(session, "root", &disable).unwrap();
    assert_eq!(code(users::change(session, "anna", &demote)), "user-last-administrator");
    assert!(users::get(session, "anna").unwrap().roles.contains(&Role::Administrator));
}

#[test]
fn two_people_changing_a_user_the_second_is_told() {
    let mut house = staffed();
    let session = &mut house.session;
    let seen = Some(add(session, "anna", "clerk").entry);
    let language = Some(Some("sv".to_owned()));
    let first = UserChange { language, seen, ..UserChange::default() };
    let second = UserChange { roles: Some(roles("manager")), seen, ..UserChange::default() };
    let after = users::change(session, "anna", &first).unwrap();
    assert_eq!(after.language.as_deref(), Some("sv"));
    assert_eq!(code(users::change(session, "anna", &second)), "record-changed");
    assert_eq!(users::get(session, "anna").unwrap(), after);
    let again = UserChange { seen: Some(after.entry), ..second };
    assert_eq!(users::change(session, "anna", &again).unwrap().roles, roles("manager"));
    assert_eq!(code(users::change(session, "nobody", &again)), "user-not-found");
}

#[test]
fn the_audit_trail_knows_users_but_no_password_and_no_secret() {
    let mut house = staffed();
    let session = &mut house.session;
    add(session, "anna", "clerk");
    users::set_password(session, "anna", "another long one").unwrap();
    let link = users::password_link(session, "anna").unwrap();
    let trail = trail(session);
    assert!(
        trail.contains("user-create") && trail.contains("user-password") && trail.contains("\\\"anna\\\"")
    );
    for secret in [PASSWORD, "another long one", "argon2", &link, &sha256_hex(PASSWORD.as_bytes())] {
        assert!(!trail.contains(secret), "{secret}");
    }
    assert!(house.findings().is_empty());
}

#[test]
fn a_user_sets_a_password_by_a_link_once() {
    let mut house = staffed();
    let session = &mut house.session;
    let anna = NewUser { name: "anna".to_owned(), roles: roles("clerk"), ..NewUser::default() };
    assert!(!users::create(session, &anna).unwrap().has_password);
    let (older, link) =
        (users::password_link(session, "anna").unwrap(), users::password_link(session, "anna").unwrap());
    assert_eq!(code(users::accept_password_link(session, &older, PASSWORD)), "link-invalid");
    assert_eq!(users::user_of_link(session, &link).unwrap().unwrap().name, "anna");
    assert_eq!(code(users::accept_password_link(session, &link, "anna")), "password-is-name");
    assert!(users::accept_password_link(session, &link, PASSWORD).unwrap().has_password);
    assert_eq!(code(users::accept_password_link(session, &link, PASSWORD)), "link-invalid");
    assert!(sign_in(&session.store, "anna", PASSWORD, "::1", NOW).is_ok());
    let late = users::password_link(session, "anna").unwrap();
    session.now = "2025-01-01T09:00:00Z".to_owned();
    assert_eq!(code(users::accept_password_link(session, &late, PASSWORD)), "link-invalid", "a day later");
    session.idempotency_key = Some("k".to_owned());
    users::password_link(session, "anna").unwrap();
    assert_eq!(code(users::password_link(session, "anna")), "secret-shown-once");
}

#[test]
fn settings_are_kept_audited_and_checked() {
    let mut house = staffed();
    let session = &mut house.session;
    assert_eq!(settings::settings(&session.store).unwrap(), Settings::default());
    let oidc = Oidc {
        issuer: "https://id.example.com/realm".to_owned(),
        client_id: "obligo".to_owned(),
        client_secret: "env:OBLIGO_OIDC_SECRET".to_owned(),
        groups_claim: "groups".to_owned(),
        roles: [("finance".to_owned(), Role::Clerk)].into(),
    };
    let wanted = Settings {
        four_eyes: FourEyes { final_run: true, reversal: false, edit: true, accepted_excess: false },
        oidc: Some(oidc.clone()),
        public_address: Some("https://obligo.example.com".to_owned()),
        language: Some("de".to_owned()),
        ..Settings::default()
    };
    settings::change(session, &wanted).unwrap();
    assert_eq!(settings::settings(&session.store).unwrap(), wanted);
    let (entries, text) = (session.read(obligo_store::entry_last).unwrap(), trail(session));
    assert!(text.contains("setting-change") && text.contains("four_eyes.edit"));
    settings::change(session, &wanted).unwrap();
    assert_eq!(
        session.read(obligo_store::entry_last).unwrap(),
        entries,
        "nothing differs, nothing is written"
    );
    let with = |change: fn(&mut Oidc)| {
        let mut oidc = oidc.clone();
        change(&mut oidc);
        Settings { oidc: Some(oidc), ..wanted.clone() }
    };
    let address = |text: &str| Settings { public_address: Some(text.to_owned()), ..wanted.clone() };
    let table = [
        (with(|o| o.issuer = "http://id.example.com".to_owned()), "setting-issuer"),
        (with(|o| o.issuer = "http://localhost.evil.example".to_owned()), "setting-issuer"),
        (with(|o| o.issuer = "file:///etc/passwd".to_owned()), "setting-issuer"),
        (with(|o| o.client_id = " ".to_owned()), "setting-oidc-incomplete"),
        (with(|o| o.groups_claim = String::new()), "setting-oidc-incomplete"),
        (with(|o| o.client_secret = "hunter2hunter2".to_owned()), "setting-client-secret"),
        (with(|o| o.client_secret = "env:PATH".to_owned()), "setting-client-secret"),
        (address("obligo.example.com"), "setting-public-address"),
        (address("https://obligo.example.com/"), "setting-public-address"),
        (address("javascript:alert(1)"), "setting-public-address"),
        (Settings { language: Some("tlh".to_owned()), ..wanted.clone() }, "user-language"),
    ];
    for (settings, expected) in table {
        assert_eq!(code(settings::change(session, &settings)), expected, "{settings:?}");
    }
    settings::change(session, &with(|o| o.issuer = "http://127.0.0.1:8089".to_owned())).unwrap();
}

#[test]
fn b4_a_view_is_renamed_and_its_list_opens_with_one_view_at_most() {
    let house = staffed();
    let store = &house.session.store;
    for name in ["alpha", "zeta"] {
        views::save(store, 1, "items", name, &json!({ "query": name }), NOW).unwrap();
    }
    let opened_with = || -> Vec<String> {
        let all = views::list(store, 1, "items").unwrap();
        all.into_iter().filter(views::SavedView::is_default).map(|view| view.name).collect()
    };
    views::make_default(store, 1, "items", Some("alpha"), NOW).unwrap();
    views::make_default(store, 1, "items", Some("zeta"), NOW).unwrap();
    assert_eq!(opened_with(), ["zeta"]);
    views::rename(store, 1, "items", "zeta", " omega ", NOW).unwrap();
    assert_eq!(opened_with(), ["omega"], "what a view is goes with its name");
    let rename = |from: &str, to: &str| code(views::rename(store, 1, "items", from, to, NOW));
    assert_eq!(rename("omega", "alpha"), "view-name-taken");
    assert_eq!(rename("zeta", "eta"), "view-not-found");
    assert_eq!(rename("omega", ""), "view-name");
    assert_eq!(code(views::make_default(store, 2, "items", Some("omega"), NOW)), "view-not-found");
    views::rename(store, 1, "items", "omega", "omega", NOW).unwrap();
    views::make_default(store, 1, "items", None, NOW).unwrap();
    assert!(opened_with().is_empty());
    let alpha = views::get(store, 1, "items", "alpha").unwrap().unwrap();
    assert_eq!(alpha.content, json!({ "query": "alpha" }), "nothing else changed");
}

#[test]
fn b4_views_are_saved_per_user_list_and_name() {
    let house = staffed();
    let store = &house.session.store;
    let content = |n: i64| json!({ "columns": ["account", "open"], "filter": { "uninsured": true }, "n": n });
    let names = |user: i64, list: &str| -> String {
        views::list(store, user, list).unwrap().iter().map(|v| v.name.as_str()).collect::<Vec<_>>().join(" ")
    };
    views::save(store, 1, "items", "zeta", &content(1), NOW).unwrap();
    views::save(store, 1, "items", " alpha ", &content(2), NOW).unwrap();
    views::save(store, 1, "buyers", "alpha", &content(3), NOW).unwrap();
    views::save(store, 2, "items", "alpha", &content(4), NOW).unwrap();
    views::save(store, 1, "items", "alpha", &content(5), NOW).unwrap();
    assert_eq!((names(1, "items").as_str(), names(2, "items").as_str()), ("alpha zeta", "alpha"));
    assert_eq!(views::get(store, 1, "items", "alpha").unwrap().unwrap().content, content(5));
    assert_eq!(views::get(store, 2, "items", "alpha").unwrap().unwrap().content, content(4));
    assert!(views::delete(store, 1, "items", "alpha").unwrap());
    assert!(!views::delete(store, 1, "items", "alpha").unwrap());
    assert_eq!((names(1, "items").as_str(), names(1, "buyers").as_str()), ("zeta", "alpha"));
    let save = |name: &str, content| code(views::save(store, 1, "items", name, &content, NOW));
    assert_eq!(save("", json!(1)), "view-name");
    assert_eq!(save(&"x".repeat(61), json!(1)), "view-name");
    assert_eq!(save("big", json!("x".repeat(17_000))), "view-too-large");
    for n in 1..100 {
        views::save(store, 1, "items", &format!("view {n}"), &json!(n), NOW).unwrap();
    }
    assert_eq!(save("one more", json!(1)), "view-too-many");
    views::save(store, 1, "items", "zeta", &json!(0), NOW).unwrap();
}

#[test]
fn notes_stand_with_their_subject_and_stay() {
    let mut house = staffed();
    let session = &mut house.session;
    session.actor = "anna".to_owned();
    notes::add(session, Subject::Buyer, "1001/0/D", "Pays late since May.").unwrap();
    session.now = "2025-01-02T10:00:00Z".to_owned();
    notes::add(session, Subject::Buyer, "1001/0/D", " Called <b>them</b>. ").unwrap();
    notes::add(session, Subject::Item, "01/1", "Disputed?").unwrap();
    notes::add(session, Subject::Policy, "ACR/A", "Renewal in May.").unwrap();
    notes::add(session, Subject::Run, "1", "Sent by post.").unwrap();
    let of_buyer = notes::list(session, Subject::Buyer, "1001/0/D").unwrap();
    let shown: Vec<(&str, &str, &str)> =
        of_buyer.iter().map(|n| (n.text.as_str(), n.written_by.as_str(), n.written_at.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("Called <b>them</b>.", "anna", "2025-01-02T10:00:00Z"),
            ("Pays late since May.", "anna", "2024-12-31T09:00:00Z")
        ]
    );
    assert_eq!(notes::list(session, Subject::Item, "01/1/invoice").unwrap().len(), 1);
    let text = trail(session);
    assert!(text.contains("note-add") && !text.contains("Disputed?"), "the trail holds a hash of the text");
    let long = "x".repeat(4001);
    let table = [
        (Subject::Buyer, "1001/0/D", "  ", "note-empty"),
        (Subject::Buyer, "1001/0/D", long.as_str(), "note-too-long"),
        (Subject::Buyer, "9999/0/D", "?", "account-not-found"),
        (Subject::Buyer, "nonsense", "?", "account-not-found"),
        (Subject::Item, "01/9", "?", "item-not-found"),
        (Subject::Policy, "ACR/Z", "?", "policy-not-found"),
        (Subject::Run, "99", "?", "run-not-found"),
        (Subject::Run, "first", "?", "run-not-found"),
    ];
    for (subject, key, text, expected) in table {
        assert_eq!(code(notes::add(session, subject, key, text)), expected, "{key} {text}");
    }
}
