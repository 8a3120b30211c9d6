//! What is about the house and its people: notes, users, tokens, settings, webhooks, proposals.

use super::fits::check;
use super::{EVERY_ROLE, first_item, house, ok, refused};
use obligo::access::Role;
use obligo::api::{Answer as Described, Schema, operations};
use serde_json::{Value, json};
use support::client::{Answer, Client};

use super::support;

/// What an operation answers, held against its description.
#[track_caller]
fn as_described(id: &str, answer: &Answer) -> Value {
    let value = ok(answer);
    let operation = operations().into_iter().find(|operation| operation.id == id).unwrap();
    let check_all =
        |schema: &Schema| value["items"].as_array().unwrap().iter().for_each(|v| check(id, schema, v));
    match operation.answer {
        Described::Record(schema) => check(id, schema, &value),
        Described::Page(schema) => check_all(schema),
        Described::Text(_) | Described::Files(_) => {}
    }
    value
}

/// A change of what was read with this version.
fn change(program: &mut Client, path: &str, version: &str, body: &Value) -> Answer {
    let headers = [("content-type", "application/json"), ("if-match", version)];
    program.send("PATCH", path, &headers, body.to_string().as_bytes())
}

#[track_caller]
fn version(answer: &Answer) -> String {
    answer.header("etag").expect("a version").to_owned()
}

#[test]
fn a_buyer_is_read_with_the_notes_that_were_added_to_it() {
    let (_server, mut program) = house();
    let line = ok(&program.get("/api/v1/buyers?limit=1"))["items"][0].clone();
    let part = |name: &str| line[name].as_str().unwrap().to_owned();
    let account = format!("{}/{}/{}", part("account"), part("branch"), part("account_type"));
    let note = json!({ "subject": "buyer", "key": account, "text": "Pays late in August." });
    as_described("notes_add", &program.json("POST", "/api/v1/notes", &note));
    let path = format!("/api/v1/buyers/{}", account.replace('/', "%2F"));
    let buyer = as_described("buyers_get", &program.get(&path));
    assert_eq!(buyer["lines"][0], line);
    assert_eq!(buyer["notes"][0]["text"], "Pays late in August.");
    let target = format!("/api/v1/notes?subject=buyer&key={}", account.replace('/', "%2F"));
    assert_eq!(as_described("notes_list", &program.get(&target))["items"], buyer["notes"]);
    refused(&program.get("/api/v1/buyers/0%2F0%2FD"), 404, "buyer-not-found");
    let unknown = json!({ "subject": "buyer", "key": account, "text": "x", "colour": "red" });
    refused(&program.json("POST", "/api/v1/notes", &unknown), 400, "proposal-payload-key");
    refused(&program.get("/api/v1/notes?subject=buyer"), 400, "proposal-payload-value");
}

#[test]
fn notes_on_what_belongs_to_another_company_are_not_there() {
    let (server, mut program) = house();
    let (path, _) = first_item(&mut program);
    let key = path.trim_start_matches("/api/v1/items/").to_owned();
    let target = format!("/api/v1/notes?subject=item&key={key}");
    as_described("notes_list", &program.get(&target));
    let company = key.split('%').next().unwrap();
    let line = json!({ "fields": { "company": "ZZ", "name": "Elsewhere", "currency": "EUR" } });
    ok(&program.json("POST", "/api/v1/records/companies", &line));
    let mut elsewhere = server.program("elsewhere", EVERY_ROLE, &["ZZ"]);
    refused(&elsewhere.get(&target), 404, "item-not-found");
    refused(&elsewhere.get("/api/v1/notes?subject=run&key=1"), 403, "role-companies");
    let note = json!({ "subject": "item", "key": key.replace("%2F", "/"), "text": "seen" });
    refused(&elsewhere.json("POST", "/api/v1/notes", &note), 404, "item-not-found");
    let mut there = server.program("there", EVERY_ROLE, &[company]);
    ok(&there.get(&target));
}

#[test]
fn a_user_is_made_changed_by_version_and_given_a_link_for_a_password() {
    let (server, mut program) = house();
    let new = json!({ "user": "nora", "roles": ["clerk"] });
    let made = program.json("POST", "/api/v1/users", &new);
    let seen = version(&program.get("/api/v1/users/nora"));
    let user = as_described("users_add", &made);
    assert_eq!((user["companies"].is_null(), user["has_password"].as_bool()), (true, Some(false)));
    refused(&program.json("POST", "/api/v1/users", &new), 403, "user-name-taken");
    let wanted = json!({ "roles": ["viewer", "auditor"], "language": "sv" });
    refused(&program.json("PATCH", "/api/v1/users/nora", &wanted), 428, "precondition-missing");
    let changed = change(&mut program, "/api/v1/users/nora", &seen, &wanted);
    let user = as_described("users_change", &changed);
    assert_eq!((&user["roles"], &user["language"]), (&json!(["viewer", "auditor"]), &json!("sv")));
    refused(&change(&mut program, "/api/v1/users/nora", &seen, &wanted), 412, "record-changed");
    let away = json!({ "language": null });
    let user = ok(&change(&mut program, "/api/v1/users/nora", &version(&changed), &away));
    assert!(user["language"].is_null());
    let link = as_described(
        "users_password_link",
        &program.json("POST", "/api/v1/users/nora/password-link", &json!({})),
    );
    let path = link["link"]
        .as_str()
        .unwrap()
        .find("/password/")
        .map(|at| link["link"].as_str().unwrap()[at..].to_owned());
    assert_eq!(server.stranger().get(&path.unwrap()).status, 200);
    let wrong = json!({ "user": "otto", "roles": ["emperor"] });
    refused(&program.json("POST", "/api/v1/users", &wrong), 400, "proposal-payload-value");
}

#[test]
fn a_revoked_token_opens_nothing() {
    let (server, mut program) = house();
    let mut other = server.program("other", &[Role::Viewer], &[]);
    ok(&other.get("/api/v1/items?limit=1"));
    let tokens = as_described("tokens_list", &program.get("/api/v1/tokens?user=other"));
    assert_eq!(tokens["items"].as_array().unwrap().len(), 1);
    let path = format!("/api/v1/tokens/{}/revocation", tokens["items"][0]["token"]);
    as_described("tokens_revoke", &program.json("POST", &path, &json!({})));
    refused(&other.get("/api/v1/items?limit=1"), 401, "token-unknown");
    refused(&program.json("POST", "/api/v1/tokens/999/revocation", &json!({})), 404, "token-not-found");
}

#[test]
fn settings_are_changed_one_by_one_and_the_second_writer_is_told() {
    let (_server, mut program) = house();
    let before = program.get("/api/v1/settings");
    as_described("settings_get", &before);
    let seen = version(&before);
    let provider = json!({
        "issuer": "https://id.example.com", "client_id": "obligo", "client_secret": "", "groups_claim": "groups",
        "roles": { "credit": "clerk" },
    });
    let after =
        change(&mut program, "/api/v1/settings", &seen, &json!({ "language": "sv", "oidc": provider }));
    let settings = as_described("settings_change", &after);
    assert_eq!((&settings["language"], &settings["oidc"]), (&json!("sv"), &provider));
    assert_eq!(settings["four_eyes.edit"], false);
    let late = json!({ "four_eyes.edit": true });
    refused(&change(&mut program, "/api/v1/settings", &seen, &late), 412, "record-changed");
    let mut wrong = provider;
    wrong["roles"]["credit"] = json!("emperor");
    let wrong = json!({ "oidc": wrong });
    refused(
        &change(&mut program, "/api/v1/settings", &version(&after), &wrong),
        400,
        "proposal-payload-value",
    );
}

#[test]
fn a_webhook_shows_its_secret_once_and_is_changed_by_version() {
    let (_server, mut program) = house();
    let new = json!({ "url": "https://hooks.example.com/obligo", "events": ["run_final"] });
    let made = as_described("webhooks_add", &program.json("POST", "/api/v1/webhooks", &new));
    assert!(made["secret"].as_str().unwrap().starts_with("whsec_"));
    let path = format!("/api/v1/webhooks/{}", made["webhook"]["webhook"]);
    let shown = program.get(&path);
    assert_eq!(as_described("webhooks_get", &shown), made["webhook"]);
    let off = json!({ "disabled": true });
    let changed = as_described("webhooks_change", &change(&mut program, &path, &version(&shown), &off));
    assert_eq!((&changed["webhook"]["disabled"], changed["secret"].is_null()), (&json!(true), true));
    refused(&change(&mut program, &path, &version(&shown), &off), 412, "record-changed");
    let none = as_described("webhooks_deliveries", &program.get(&format!("{path}/deliveries")));
    assert_eq!(none["items"], json!([]));
    refused(&program.get("/api/v1/webhooks/99"), 404, "webhook-not-found");
    let near = json!({ "url": "http://localhost/", "events": ["run_final"] });
    refused(&program.json("POST", "/api/v1/webhooks", &near), 422, "webhook-address-private");
}

#[test]
fn a_proposal_is_withdrawn_by_whoever_made_it_and_nobody_else() {
    let (server, mut program) = house();
    let seen = version(&program.get("/api/v1/settings"));
    ok(&change(&mut program, "/api/v1/settings", &seen, &json!({ "four_eyes.edit": true })));
    let (path, etag) = first_item(&mut program);
    let edit = json!({ "follow_up": true, "reason": "promised to pay" });
    let number = ok(&change(&mut program, &path, &etag, &edit))["proposal"].as_i64().unwrap();
    let path = format!("/api/v1/proposals/{number}/withdrawal");
    let mut other = server.program("other", EVERY_ROLE, &[]);
    refused(&other.json("POST", &path, &json!({})), 403, "proposal-not-yours");
    let line = json!({ "fields": { "company": "ZZ", "name": "Elsewhere", "currency": "EUR" } });
    ok(&program.json("POST", "/api/v1/records/companies", &line));
    let mut elsewhere = server.program("elsewhere", EVERY_ROLE, &["ZZ"]);
    refused(&elsewhere.json("POST", &path, &json!({})), 404, "proposal-not-found");
    assert_eq!(ok(&elsewhere.get("/api/v1/proposals"))["items"], json!([]));
    let withdrawn = as_described("proposals_withdraw", &program.json("POST", &path, &json!({})));
    assert_eq!(withdrawn["state"], "withdrawn");
    let decision = json!({ "approve": true });
    let path = format!("/api/v1/proposals/{number}/decision");
    refused(&other.json("POST", &path, &decision), 403, "proposal-decided");
}
