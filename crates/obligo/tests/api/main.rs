//! The API against the real server: what each operation answers, what it refuses, and that its description is true.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod fits;
mod house;
mod schemathesis;

use fits::check;
use obligo::access::Role;
use obligo::access::settings::{self, FourEyes, Settings};
use obligo::access::tokens::{self, NewToken, Scope};
use obligo::api::{Answer as Described, Schema, operations};
use obligo::serve::Method;
use serde_json::{Value, json};
use support::client::{Answer, Client};
use support::server::{Ground, Server};

#[allow(dead_code)]
#[path = "../support"]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

const EVERY_ROLE: &[Role] = &Role::ALL;

/// A portfolio of many statuses, the server over it, and a program that may do everything.
fn house() -> (Server, Client) {
    let server = Ground::of_scenario("every-status", "2024-07-05").serve();
    let program = server.program("program", EVERY_ROLE, &[]);
    (server, program)
}

#[track_caller]
fn ok(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

#[track_caller]
fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status, answer.json()["code"].as_str()), (status, Some(code)), "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer.json()["status"], status);
}

#[test]
fn the_description_is_the_one_on_file() {
    let text = serde_json::to_string_pretty(&obligo::api::document()).unwrap() + "\n";
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    if std::env::var_os("OBLIGO_ACCEPT").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let on_file = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(on_file == text, "docs/openapi.json differs from the code; OBLIGO_ACCEPT=1 writes it anew");
}

#[test]
fn every_list_answers_as_described() {
    let (_server, mut program) = house();
    for operation in operations() {
        let Described::Page(schema) = operation.answer else { continue };
        // What belongs to something else is asked for by the tests of that.
        if operation.route.path.contains('{') || operation.query.iter().any(|field| !field.may_miss) {
            continue;
        }
        let answer = ok(&program.get(operation.route.path));
        let items = answer["items"].as_array().unwrap_or_else(|| panic!("{}: {answer}", operation.id));
        for item in items {
            check(operation.id, schema, item);
        }
    }
}

#[test]
fn a_list_is_read_page_by_page_without_gap_or_repetition() {
    let (_server, mut program) = house();
    for path in [
        "/api/v1/items",
        "/api/v1/items?all=true",
        "/api/v1/buyers",
        "/api/v1/limits?all=true",
        "/api/v1/covers",
        "/api/v1/deadlines",
        "/api/v1/audit",
    ] {
        let join = if path.contains('?') { '&' } else { '?' };
        let whole = ok(&program.get(&format!("{path}{join}limit=1000")))["items"].as_array().unwrap().clone();
        let mut pages = Vec::new();
        let mut after = String::new();
        loop {
            let page = ok(&program.get(&format!("{path}{join}limit=3{after}")));
            pages.extend(page["items"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert!(
            whole.len() > 3
                || path.contains("deadlines")
                || path.contains("limits")
                || path.contains("audit"),
            "{path} has too little to page"
        );
        assert_eq!(pages, whole, "{path}");
    }
}

#[test]
fn evidence_is_listed_of_the_account_it_was_recorded_on_and_no_other() {
    let (_server, mut program) = house();
    let before = ok(&program.get("/api/v1/evidence?limit=1000"))["items"].as_array().unwrap().len();
    for date in ["2024-03-01", "2024-03-02"] {
        let fields = json!({ "account": "1001", "branch": "0", "account_type": "D", "kind": "agency_report", "date": date, "positive": "true" });
        ok(&program.json("POST", "/api/v1/records/evidence", &json!({ "fields": fields })));
    }
    let mut found = Vec::new();
    for _ in 0..200 {
        found = ok(&program.get("/api/v1/evidence?limit=1000"))["items"].as_array().unwrap().clone();
        if found.len() == before + 2 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(found.len(), before + 2, "{found:?}");
    let first = ok(&program.get("/api/v1/evidence?account=1001&limit=1"));
    let next = first["next"].as_str().unwrap();
    let second = ok(&program.get(&format!("/api/v1/evidence?account=1001&limit=1&after={next}")));
    assert_eq!(
        (&first["items"][0]["date"], &second["items"][0]["date"]),
        (&json!("2024-03-01"), &json!("2024-03-02"))
    );
    for list in ["evidence", "covers", "limits", "buyers", "limit-requests", "decisions"] {
        for account in ["1001", "1001/0/D"] {
            ok(&program.get(&format!("/api/v1/{list}?account={account}")));
        }
        let unknown = program.get(&format!("/api/v1/{list}?account=none"));
        assert!(unknown.text().contains("account-not-found"), "{list}: {}", unknown.text());
    }
}

/// A case of an insured item that is expected not to be.
const WRONG_CASE: &str = "\n[[example]]\nname = \"expected to be excluded\"\ndocument_date = 2024-01-15\nnet_due_date = 2024-02-14\n\
    amount = \"1000.00\"\nsum = \"5000.00\"\nkey_date = 2024-01-31\nexpect = { status = \"Z\" }\n";

/// The record an operation answers.
fn record_of(id: &str) -> &'static Schema {
    match operations().into_iter().find(|operation| operation.id == id).unwrap().answer {
        Described::Record(schema) => schema,
        other => panic!("{id}: {other:?}"),
    }
}

#[test]
fn the_example_cases_of_a_policy_are_run() {
    let (_server, mut program) = house();
    let policy =
        ok(&program.get("/api/v1/policies"))["items"][0]["policy"].as_str().unwrap().replace('/', "%2F");
    let checked = ok(&program.get(&format!("/api/v1/policies/{policy}/check")));
    check("policies_check", record_of("policies_check"), &checked);
    let mut file =
        ok(&program.get(&format!("/api/v1/policies/{policy}")))["file"].as_str().unwrap().to_owned();
    file.push_str(WRONG_CASE);
    let headers = [("content-type", "application/toml"), ("if-match", "*")];
    ok(&program.send("PUT", &format!("/api/v1/policies/{policy}"), &headers, file.as_bytes()));
    let checked = ok(&program.get(&format!("/api/v1/policies/{policy}/check")));
    check("policies_check", record_of("policies_check"), &checked);
    assert_eq!(checked["ok"], false, "{checked}");
    let case = checked["cases"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&case["name"], case["differences"].as_array().unwrap().len()),
        (&json!("expected to be excluded"), 1)
    );
    refused(&program.get("/api/v1/policies/NON%2FX/check"), 404, "policy-not-found");
}

#[test]
fn a_list_streams_as_lines_and_as_csv() {
    let (_server, mut program) = house();
    let whole = ok(&program.get("/api/v1/items?limit=1000"))["items"].as_array().unwrap().clone();
    let mut lines = program.send("GET", "/api/v1/items", &[("accept", "application/x-ndjson")], b"");
    let streamed: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(streamed, whole);
    lines = program.send("GET", "/api/v1/items", &[("accept", "text/csv")], b"");
    assert_eq!(lines.text().lines().count(), whole.len() + 1);
    assert!(lines.text().starts_with("company,document_no,kind,account,"));
}

#[test]
fn wrong_requests_are_told_with_the_codes_of_the_command_line() {
    let (_server, mut program) = house();
    for (target, status, code) in [
        ("/api/v1/items?colour=red", 400, "query-unknown"),
        ("/api/v1/items?status=Q", 400, "query-value"),
        ("/api/v1/items?as_of=yesterday", 400, "query-date"),
        ("/api/v1/items?limit=0", 400, "query-number"),
        ("/api/v1/items?after=zz", 400, "cursor-unknown"),
        ("/api/v1/items/no-such-name", 400, "item-name"),
        ("/api/v1/items/01%2FNONE%2Finvoice", 404, "item-not-found"),
        ("/api/v1/runs/99", 404, "run-not-found"),
        ("/api/v1/payers/9999%2F0%2FD", 404, "payer-not-found"),
        ("/api/v1/payers?band=bad", 400, "query-value"),
        ("/api/v1/policies/ZZZ%2FZ", 404, "policy-not-found"),
        ("/api/v1/nothing", 404, "page-not-found"),
    ] {
        refused(&program.get(target), status, code);
    }
    refused(&program.json("DELETE", "/api/v1/items", &json!({})), 405, "method-not-allowed");
}

#[test]
fn a_stranger_learns_nothing() {
    let (server, _) = house();
    refused(&server.stranger().get("/api/v1/items"), 401, "sign-in-needed");
    refused(
        &server.stranger().with("authorization", "Bearer obligo_made_up").get("/api/v1/items"),
        401,
        "token-unknown",
    );
}

/// Name and version of the first item.
fn first_item(program: &mut Client) -> (String, String) {
    let item = ok(&program.get("/api/v1/items?limit=1"))["items"][0].clone();
    let part = |name: &str| item[name].as_str().unwrap().to_owned();
    let path = format!("/api/v1/items/{}%2F{}%2F{}", part("company"), part("document_no"), part("kind"));
    let one = program.get(&path);
    let etag = one.header("etag").unwrap().to_owned();
    (path, etag)
}

#[test]
fn r4_1_an_item_is_changed_by_hand_with_its_version_and_the_second_writer_is_told() {
    let (_server, mut program) = house();
    let (path, etag) = first_item(&mut program);
    let change = json!({ "follow_up": true, "follow_up_on": "2024-08-01", "reason": "promised to pay" });
    refused(&program.json("PATCH", &path, &change), 428, "precondition-missing");
    let headers = [("content-type", "application/json"), ("if-match", etag.as_str())];
    let body = change.to_string();
    let done = ok(&program.send("PATCH", &path, &headers, body.as_bytes()));
    assert_eq!(done["result"]["after"]["follow_up"], true, "{done}");
    refused(&program.send("PATCH", &path, &headers, body.as_bytes()), 412, "record-changed");
    let trail = ok(&program.get("/api/v1/audit?limit=1"));
    assert_eq!(
        (trail["items"][0]["action"].as_str(), trail["items"][0]["reason"].as_str()),
        (Some("edit"), Some("promised to pay"))
    );
}

#[test]
fn the_same_key_is_done_once_and_another_request_under_it_is_refused() {
    let (_server, mut program) = house();
    let record =
        |name: &str| json!({ "fields": { "insurer": "NEW", "name": name, "country": "SE" } }).to_string();
    let headers = [("content-type", "application/json"), ("idempotency-key", "k-1")];
    let first = ok(&program.send("POST", "/api/v1/records/insurers", &headers, record("Ny").as_bytes()));
    assert_eq!(first["files"][0]["new"], 1);
    let before = ok(&program.get("/api/v1/audit?limit=1"))["items"][0]["entry"].clone();
    ok(&program.send("POST", "/api/v1/records/insurers", &headers, record("Ny").as_bytes()));
    assert_eq!(ok(&program.get("/api/v1/audit?limit=1"))["items"][0]["entry"], before);
    refused(
        &program.send("POST", "/api/v1/records/insurers", &headers, record("Annan").as_bytes()),
        409,
        "door-key-reused",
    );
}

#[test]
fn r8_4_a_run_is_previewed_made_final_read_again_and_reversed() {
    let (_server, mut program) = house();
    let policy = ok(&program.get("/api/v1/policies"))["items"][0]["policy"].as_str().unwrap().to_owned();
    let ask = |is_final: bool| json!({ "policy": policy, "key_date": "2024-06-30", "buyers": "named", "final": is_final });
    let preview = ok(&program.json("POST", "/api/v1/declarations", &ask(false)));
    assert_eq!((preview["final"].as_bool(), preview["run"].is_null()), (Some(false), true));
    let done = ok(&program.json("POST", "/api/v1/declarations", &ask(true)));
    let run = done["run"].as_i64().unwrap();
    let lines = program.get(&format!("/api/v1/runs/{run}/lines"));
    assert!(lines.text().lines().count() > 1);
    refused(&program.json("POST", "/api/v1/declarations", &ask(true)), 403, "run-not-after-last");
    let reversed = ok(&program.json(
        "POST",
        &format!("/api/v1/runs/{run}/reversal"),
        &json!({ "reason": "wrong month" }),
    ));
    assert_eq!(reversed["final"], true);
    assert_eq!(ok(&program.get(&format!("/api/v1/runs/{run}")))["reversed"], true);
    assert_eq!(ok(&program.json("POST", "/api/v1/verification", &json!({})))["result"]["findings_total"], 0);
}

/// A program with a token of this user for these scopes only.
fn token_of(server: &Server, user: &str, scopes: &[Scope]) -> Client {
    let new = NewToken {
        name: "narrow".to_owned(),
        user: user.to_owned(),
        scopes: scopes.iter().copied().collect(),
        companies: None,
        days: 30,
    };
    let (secret, _) = tokens::create(&mut server.ground.session(), &new).unwrap();
    server.stranger().with("authorization", &format!("Bearer {secret}"))
}

#[test]
fn a_token_decides_no_proposal_that_its_scopes_do_not_reach() {
    let (server, mut program) = house();
    let four_eyes = FourEyes { final_run: true, ..FourEyes::default() };
    settings::change(&mut server.ground.session(), &Settings { four_eyes, ..Settings::default() }).unwrap();
    let policy = ok(&program.get("/api/v1/policies"))["items"][0]["policy"].as_str().unwrap().to_owned();
    let ask = json!({ "policy": policy, "key_date": "2024-06-30", "buyers": "named", "final": true });
    let proposed = ok(&program.json("POST", "/api/v1/declarations", &ask));
    let path = format!("/api/v1/proposals/{}/decision", proposed["proposal"]);
    let decision = json!({ "approve": false, "reason": "too early" });
    server.ground.user("rita", &[Role::Runner], &[]);
    for scopes in [&[Scope::Read][..], &[Scope::Write]] {
        let mut narrow = token_of(&server, "rita", scopes);
        refused(&narrow.json("POST", &path, &decision), 403, "role-missing");
    }
    let mut runner = token_of(&server, "rita", &[Scope::Run]);
    assert_eq!(ok(&runner.json("POST", &path, &decision))["state"], "refused");
}

#[test]
fn r1_1_an_explanation_tells_somebody_of_one_company_nothing_of_what_the_others_come_to() {
    let server = support::two_companies::ground().serve();
    let path = "/api/v1/items/01%2FA-1%2Finvoice/explanation";
    for (name, companies, is_told) in [("all", &[][..], true), ("one", &["01"], false)] {
        let mut program = server.program(name, &[Role::Viewer], companies);
        let buyer = &ok(&program.get(path))["buyer"];
        assert_eq!(buyer["insured"].is_string(), is_told, "{name}: {buyer}");
        assert!(buyer["room"].is_string(), "{name}: {buyer}");
    }
}

#[test]
fn a_refused_file_is_told_whole_and_writes_nothing() {
    let (_server, mut program) = house();
    let file = b"account,branch,account_type,kind,date,positive\n1001,0,D,agency_report,2024-13-01,true\n9999,0,D,agency_report,2024-01-01,true\n";
    let answer = program.send("POST", "/api/v1/imports/evidence", &[("content-type", "text/csv")], file);
    assert_eq!(answer.status, 422, "{}", answer.text());
    let problems = answer.json()["problems"].as_array().unwrap().clone();
    assert_eq!(problems.len(), 2);
    assert_eq!(problems[0]["place"]["line"], 2);
    let good = b"account,branch,account_type,kind,date,positive\n1001,0,D,agency_report,2024-01-01,true\n";
    let dry = ok(&program.send(
        "POST",
        "/api/v1/imports/evidence?dry_run=true",
        &[("content-type", "text/csv")],
        good,
    ));
    assert_eq!((dry["dry_run"].as_bool(), dry["files"][0]["new"].as_i64()), (Some(true), Some(1)));
}

#[test]
fn writing_operations_are_posts_patches_and_puts_only() {
    for operation in operations() {
        let has_body = !matches!(operation.request, obligo::api::Request::Nothing);
        assert!(!has_body || operation.route.method != Method::Get, "{}", operation.id);
    }
}
