//! Problems that only the pages and the API can tell: each is met on the real program, and told with its code or its words and what to
//! do about it (R14.1). The error museum shows all others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::Role;
use obligo::words::Words;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};
use support::client::{Answer, Client};
use support::{html, two_companies};

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

/// The code a program is told.
fn code(answer: &Answer) -> String {
    let body: Value = serde_json::from_str(&answer.text()).unwrap_or_else(|_| panic!("{}", answer.told()));
    assert_eq!(body["status"], json!(answer.status));
    assert!(body["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()), "{body}");
    body["code"].as_str().expect("a code").to_owned()
}

/// Whether a page says what to do about a problem of this code.
#[track_caller]
fn is_told(answer: &Answer, status: u16, code: &'static str) {
    let remedy = Words::of("en").problem(&Problem::refused(code)).1.expect("a remedy");
    // What the problem would name is not known here.
    let remedy = remedy.split('{').next().unwrap_or_default();
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = plain(&html::text(&answer.text()));
    assert!(answer.status == status && page.contains(&plain(remedy)), "{code}: {} {page}", answer.status);
}

/// Method, target, headers, body; status and code of the answer.
type Told<'t> = (&'t str, &'t str, &'t [(&'t str, &'t str)], &'t [u8], u16, &'t str);

#[test]
fn a_program_is_told_what_is_wrong_with_its_request() {
    let server = two_companies::ground().serve();
    let mut program = server.program("program", &Role::ALL, &[]);
    let json_type = ("content-type", "application/json");
    let long_key = "k".repeat(201);
    let big = format!("\"{}\"", "x".repeat(1 << 20));
    let decision = "/api/v1/proposals/1/decision";
    let table: [Told<'_>; 6] = [
        ("POST", decision, &[json_type], b"{\"approve\": ", 400, "body-broken"),
        ("POST", "/api/v1/records/items", &[], b"", 400, "body-json-missing"),
        ("POST", "/api/v1/imports/items", &[], b"", 400, "body-missing"),
        ("POST", decision, &[json_type], big.as_bytes(), 413, "body-too-large"),
        ("POST", decision, &[("content-type", "application/xml")], b"<a/>", 415, "body-type"),
        ("POST", decision, &[json_type, ("idempotency-key", &long_key)], b"{}", 400, "idempotency-key-long"),
    ];
    for (method, path, headers, body, status, expected) in table {
        let answer = program.send(method, path, headers, body);
        assert_eq!((answer.status, code(&answer).as_str()), (status, expected), "{}", answer.told());
    }
}

#[test]
fn people_of_one_company_are_told_that_the_documents_of_another_are_not_theirs() {
    let server = two_companies::ground().serve();
    let mut program = server.program("program", &[Role::Clerk], &["01"]);
    let fields = json!({
        "company": "02", "document_no": "N-1", "kind": "invoice", "account": "2002", "branch": "0", "account_type": "D",
        "document_date": "2024-03-01", "net_due_date": "2024-03-31", "currency": "EUR", "amount": "1.00",
    });
    let answer = program.json("POST", "/api/v1/records/items", &json!({ "fields": fields }));
    assert_eq!((answer.status, code(&answer).as_str()), (422, "company-not-yours"));
}

#[test]
fn people_are_told_what_is_not_there_or_there_already() {
    let server = two_companies::ground().serve();
    let mut person = server.signed_in("everybody", &Role::ALL, &[]);
    is_told(&person.get("/buyers/4711%2F0%2FD"), 404, "buyer-not-found");
    is_told(&person.get("/runs/job/nobody-started-this"), 404, "job-not-found");
    let twice =
        [("account", "1001"), ("branch", "0"), ("account_type", "D"), ("name", "Again"), ("country", "DE")];
    is_told(&person.fill("/buyers/new", &twice), 422, "buyer-exists");
    let key = person.form_key.clone();
    is_told(
        &person.post("/buyers/views/delete", &[("form_key", &key), ("name", "none")]),
        404,
        "view-not-found",
    );
    for name in ["one", "two"] {
        assert_eq!(person.post("/items/views", &[("form_key", &key), ("name", name)]).status, 303);
    }
    let rename = [("form_key", key.as_str()), ("view", "one"), ("do", "rename"), ("new_name", "two")];
    is_told(&person.post("/items/views/change", &rename), 422, "view-name-taken");
}

#[test]
fn whoever_reminds_or_asks_for_a_payer_is_told_what_a_form_does_not_offer() {
    let server = two_companies::ground().serve();
    server.ground.must(&["reminders", "propose"]);
    let mut person = server.signed_in("everybody", &Role::ALL, &[]);
    let letter = "/credit/reminders/1";
    let key = person.form_key.clone();
    let long = "x".repeat(4_001);
    let table: [(&str, &str, &'static str); 4] = [
        ("language", "tlh", "reminder-language"),
        ("message", &long, "reminder-message-too-long"),
        ("level", "300", "reminder-level"),
        ("level", "three", "reminder-level"),
    ];
    for (name, value, expected) in table {
        let fields = [("form_key", key.as_str()), ("reason", "agreed by phone"), (name, value)];
        let answer = person.post(letter, &fields);
        is_told(&answer, 422, expected);
        let says =
            expected != "reminder-level" || html::text(&answer.text()).contains(&format!("{value} is no"));
        assert!(says, "{}", answer.told());
    }
    is_told(&person.get("/credit/reminders/4711"), 404, "reminder-not-found");
    is_told(&person.get("/credit/collection/4711"), 404, "collection-not-found");
    let mut program = server.program("program", &Role::ALL, &[]);
    let answer = program.get("/api/v1/payers/4711%2F0%2FD");
    assert_eq!((answer.status, code(&answer).as_str()), (404, "payer-not-found"));
}

#[test]
fn people_are_told_which_files_they_chose_wrongly() {
    let server = two_companies::ground().serve();
    let mut person = server.signed_in("everybody", &Role::ALL, &[]);
    let key = person.form_key.clone();
    let names: Vec<String> = (0..51).map(|number| format!("items-{number}.csv")).collect();
    let many: Vec<&str> = names.iter().map(String::as_str).collect();
    let table: [(&str, &[&str], u16, &'static str); 4] = [
        ("items", &[], 400, "import-no-file"),
        ("items", &many, 400, "import-too-many-files"),
        ("scenario", &["people.csv"], 422, "import-file-name"),
        ("scenario", &["items.csv", "Items.csv"], 422, "import-file-twice"),
    ];
    for (kind, files, status, expected) in table {
        let files: Vec<(&str, &str, &[u8])> =
            files.iter().map(|name| ("files", *name, b"x\n".as_slice())).collect();
        let answer = person.upload("/import", &[("form_key", &key), ("kind", kind)], &files);
        is_told(&answer, status, expected);
    }
}

/// Asks for a preview and waits for it; its address.
fn preview(runner: &mut Client, known_at: &str) -> String {
    let fields = [("kind", "named"), ("policy", "ACR/A"), ("key_date", "2024-02-29"), ("known_at", known_at)];
    let started = runner.fill("/runs/new", &fields);
    assert_eq!(started.status, 303, "{}", started.told());
    let path = started.location().split('?').next().unwrap().to_owned();
    for _ in 0..200 {
        if !runner.get(&path).text().contains("data-reload") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    path
}

/// Makes a preview final, and what is said of it.
fn made_final(runner: &mut Client, preview: &str) -> Answer {
    let key = runner.form_key.clone();
    let asked = runner.post(&format!("{preview}/final"), &[("form_key", &key)]);
    assert_eq!(asked.status, 303, "{}", asked.told());
    let path = asked.location().to_owned();
    for _ in 0..200 {
        let answer = runner.get(&path);
        if !answer.text().contains("data-reload") {
            return answer;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{path} never ends");
}

#[test]
fn a_preview_that_is_no_longer_right_is_not_made_final() {
    let server = two_companies::ground().serve();
    let mut runner = server.signed_in("rita", &[Role::Runner], &[]);
    let of_past = preview(&mut runner, "2024-03-05");
    is_told(&made_final(&mut runner, &of_past), 403, "run-preview-past");
    let of_now = preview(&mut runner, "");
    let file = server.ground.file("later.csv", two_companies::LATER_ITEMS);
    server.ground.must(&["import", "items", &file.display().to_string()]);
    is_told(&made_final(&mut runner, &of_now), 422, "run-preview-outdated");
}

#[test]
fn administrators_are_told_what_is_wrong_with_their_settings() {
    let server = two_companies::ground().serve();
    let mut alma = server.signed_in("alma", &[Role::Administrator], &[]);
    let roles =
        [("issuer", "https://login.example.com"), ("client_id", "obligo"), ("roles", "managers = boss")];
    is_told(&alma.fill("/settings/house", &roles), 422, "setting-oidc-role");
    let new = [("url", "https://receiver.example.com/"), ("event-run_final", "true")];
    assert_eq!(alma.fill("/settings/webhooks", &new).status, 200);
    assert_eq!(alma.fill("/settings/webhooks/1", &[("disabled", "true")]).status, 303);
    let key = alma.form_key.clone();
    is_told(&alma.post("/settings/webhooks/1/test", &[("form_key", &key)]), 403, "webhook-disabled");
    is_told(&alma.get("/settings/webhooks/7"), 404, "webhook-not-found");
    let local = [("url", "http://127.0.0.1:1/"), ("event-run_final", "true")];
    is_told(&alma.fill("/settings/webhooks", &local), 422, "webhook-address-private");
    is_told(
        &alma.fill("/settings/webhooks", &[("url", "ftp://a/"), ("event-run_final", "true")]),
        422,
        "webhook-url",
    );
    is_told(&alma.fill("/settings/webhooks", &[("url", "https://a.example/")]), 422, "webhook-no-event");
}
