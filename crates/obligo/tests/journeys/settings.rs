//! Users, tokens, approvals and the audit trail: who lets whom do what, and what is left of it.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::client::Client;
use crate::support::server::Server;
use crate::support::{driver, html, two_companies};
use obligo::access::proposals::{self, Action, Submitted};
use obligo::access::settings::{FourEyes, Settings, change};
use obligo::access::{Role, users};
use serde_json::json;

const PASSWORD: &str = "a sentence kept in mind";
const EVERYTHING: FourEyes = FourEyes { final_run: true, reversal: true, edit: true, accepted_excess: true };

fn ask_for(server: &Server, four_eyes: FourEyes) {
    let settings = Settings { four_eyes, ..Settings::default() };
    change(&mut server.ground.session(), &settings).expect("the settings are changed");
}

/// A clerk proposes to follow up an item of the first company; the proposal's number.
fn proposed_edit(server: &Server) -> i64 {
    let clerk = server.ground.user("clara", &[Role::Clerk], &[]);
    let mut session = server.ground.session();
    session.actor.clone_from(&clerk.name);
    let payload = json!({ "item": "01/A-1/invoice", "follow_up": true });
    match proposals::submit(&mut session, &clerk, Action::Edit, &payload, "the buyer asked for time") {
        Ok(Submitted::Proposed(proposal)) => proposal.proposal_id,
        other => panic!("it is not proposed: {other:?}"),
    }
}

fn follow_up(server: &Server) -> String {
    server.ground.must(&["items", "--json", "--all", "--as-of", "2024-03-05"])
}

fn secret_after(text: &str, start: &str) -> String {
    let at = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "_/".contains(*c)).collect()
}

#[test]
fn a_clerk_proposes_an_edit_and_a_manager_approves_it_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        ask_for(&server, EVERYTHING);
        let number = proposed_edit(&server);
        assert!(!follow_up(&server).contains("\"follow_up\":true"), "proposed is not done");
        let desk = Desk::of(&server, "margit", &[Role::Manager], language);
        let page = &desk.page;
        page.open("/proposals");
        let row = desk.row(&desk.say("nav-proposals"), "01/A-1/invoice");
        assert!(shows(&row, "clara") && shows(&row, "the buyer asked for time"), "{row:?}");
        page.press(&number.to_string());
        page.sees(&desk.say("col-follow-up"));
        page.is_accessible();
        page.screenshot(&format!("proposal-{language}"));
        page.press(&desk.say("proposals-approve"));
        page.sees(&desk.say("done-approved"));
        page.sees(&desk.say("proposals-state-approved"));
        page.screenshot(&format!("proposal-approved-{language}"));
        assert!(follow_up(&server).contains("\"follow_up\":true"), "approved is done");
        page.open("/proposals");
        page.sees(&desk.say("proposals-none-open"));
    }
}

#[test]
fn whoever_proposed_may_withdraw_and_not_approve() {
    let server = two_companies::ground().serve();
    ask_for(&server, EVERYTHING);
    let mut rita = server.signed_in("rita", &[Role::Runner], &[]);
    let proposed = rita.fill("/runs/1", &[("reason", "a decision came late")]);
    assert_eq!((proposed.status, proposed.location()), (303, "/proposals?done=done-proposed"));
    let page = rita.get("/proposals/1").text();
    assert!(page.contains("/proposals/1/withdraw") && !page.contains("/proposals/1/approve"));
    let own = rita.post("/proposals/1/approve", &[("form_key", &rita.form_key.clone())]);
    assert_eq!(own.status, 403, "{}", own.told());
    let withdrawn = rita.post("/proposals/1/withdraw", &[("form_key", &rita.form_key.clone())]);
    assert_eq!((withdrawn.status, withdrawn.location()), (303, "/proposals/1?done=done-withdrawn"));
    assert!(server.ground.must(&["runs", "--json"]).contains("\"reversed\":false"), "the run stands");
}

#[test]
fn refusing_needs_a_reason_and_does_nothing() {
    let server = two_companies::ground().serve();
    ask_for(&server, EVERYTHING);
    let number = proposed_edit(&server);
    let mut margit = server.signed_in("margit", &[Role::Manager], &[]);
    let address = format!("/proposals/{number}/refuse");
    let key = margit.form_key.clone();
    let without = margit.post(&address, &[("form_key", &key)]);
    assert_eq!(without.status, 400, "{}", without.told());
    let refused = margit.post(&address, &[("form_key", &key), ("reason", "it was paid")]);
    assert_eq!(refused.status, 303);
    let page = html::text(&margit.get(&format!("/proposals/{number}")).text());
    assert!(page.contains("it was paid") && page.contains("refused"), "{page}");
    assert!(!follow_up(&server).contains("\"follow_up\":true"));
}

#[test]
fn a_proposal_about_another_company_is_not_there() {
    let server = two_companies::ground().serve();
    ask_for(&server, EVERYTHING);
    let number = proposed_edit(&server);
    let mut other = server.signed_in("otto", &[Role::Manager], &["02"]);
    assert!(!other.get("/proposals?all=true").text().contains("A-1"));
    assert_eq!(other.get(&format!("/proposals/{number}")).status, 404);
    let key = other.form_key.clone();
    assert_eq!(other.post(&format!("/proposals/{number}/approve"), &[("form_key", &key)]).status, 404);
    assert!(!follow_up(&server).contains("\"follow_up\":true"));
}

#[test]
fn an_administrator_makes_a_user_who_sets_a_password_and_signs_in() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "alma", &[Role::Administrator], "en");
    let page = &desk.page;
    page.open("/settings/users");
    page.press("New user");
    page.fill("User name", "bert");
    page.tick("Clerk", true);
    page.press("Make the user");
    // To choose no company is not to choose all.
    page.sees("No company is chosen.");
    page.choose("Companies", "Only these companies");
    page.press("Make the user");
    page.sees("No company is chosen.");
    page.tick("01 Muster Handel GmbH", true);
    page.is_accessible();
    page.press("Make the user");
    page.is_accessible();
    let link = secret_after(&page.text(), "/password/");
    let theirs = crate::support::browser::open(&server.address);
    theirs.open(&link);
    theirs.is_accessible();
    theirs.fill("New password", PASSWORD);
    theirs.press("Set the password and sign in");
    theirs.is_at("/");
    theirs.open("/settings");
    theirs.sees("Clerk");
    theirs.choose("Language", "Svenska");
    theirs.press("Save");
    theirs.sees(&crate::said("sv", "done-saved"));
    let late = crate::support::browser::open(&server.address);
    late.open(&link);
    late.sees(&crate::said("en", "link-invalid"));
}

#[test]
fn of_two_who_change_a_user_the_second_is_told_and_keeps_what_was_typed() {
    let server = two_companies::ground().serve();
    server.ground.user("bert", &[Role::Viewer], &[]);
    let mut alma = server.signed_in("alma", &[Role::Administrator], &[]);
    let mut anton = server.signed_in("anton", &[Role::Administrator], &[]);
    let seen = anton.get("/settings/users/bert");
    let form = html::forms(&seen.text())
        .into_iter()
        .find(|form| form.action == "/settings/users/bert")
        .expect("a form");
    let first = alma.fill("/settings/users/bert", &[("role-clerk", "true")]);
    assert_eq!(first.status, 303);
    let second = anton.send_form("/settings/users/bert", &form, &[("display_name", "Bert Two")]);
    assert_eq!(second.status, 412, "{}", second.told());
    let page = second.text();
    assert!(page.contains("value=\"Bert Two\""), "what was typed stays");
    assert!(html::text(&page).contains("Viewer, Clerk"), "what it says now is shown");
    let user = users::get(&mut server.ground.session(), "bert").unwrap();
    assert_eq!((user.display_name.as_str(), user.roles.len()), ("bert", 2), "nothing is lost");
}

#[test]
fn a_token_is_shown_once_used_and_revoked() {
    let server = two_companies::ground().serve();
    let mut vera = server.signed_in("vera", &[Role::Viewer], &[]);
    let made = vera.fill("/settings/tokens", &[("name", "report"), ("days", "30"), ("scope-read", "true")]);
    assert_eq!(made.status, 200, "{}", made.told());
    let secret = secret_after(&made.text(), "obligo_");
    assert!(!vera.get("/settings/tokens").text().contains(&secret), "shown once");
    let program = || server.stranger().with("authorization", &format!("Bearer {secret}"));
    assert_eq!(program().get("/api/v1/buyers").status, 200);
    let mut other = server.signed_in("otto", &[Role::Viewer], &[]);
    let key = other.form_key.clone();
    assert_eq!(other.post("/settings/tokens/1/revoke", &[("form_key", &key)]).status, 404, "not one's own");
    let key = vera.form_key.clone();
    assert_eq!(vera.post("/settings/tokens/1/revoke", &[("form_key", &key)]).status, 303);
    assert_eq!(program().get("/api/v1/buyers").status, 401);
}

#[test]
fn a_new_password_ends_the_other_sessions_and_keeps_this_one() {
    let server = two_companies::ground().serve();
    server.ground.user("vera", &[Role::Viewer], &[]);
    users::set_password(&mut server.ground.session(), "vera", PASSWORD).unwrap();
    let sign_in = |password: &str| {
        let mut client = server.stranger();
        client.fill("/sign-in", &[("name", "vera"), ("password", password)]);
        client
    };
    let (mut one, mut other) = (sign_in(PASSWORD), sign_in(PASSWORD));
    let wrong =
        one.fill("/settings", &[("present", "not what it is"), ("password", "another sentence here")]);
    assert_eq!(wrong.status, 403, "{}", wrong.told());
    let changed = one.fill("/settings", &[("present", PASSWORD), ("password", "another sentence here")]);
    assert_eq!(changed.status, 303, "{}", changed.told());
    assert_eq!(one.get("/settings").status, 200);
    assert_eq!(other.get("/settings").status, 303, "signed out elsewhere");
    assert_eq!(sign_in("another sentence here").get("/settings").status, 200);
}

fn forms_of(client: &mut Client, path: &str) -> Vec<String> {
    let page = client.get(path);
    assert_eq!(page.status, 200, "{path}: {}", page.told());
    html::forms(&page.text()).into_iter().filter(|form| form.is_post).map(|form| form.action).collect()
}

#[test]
fn an_auditor_sees_the_trail_and_nothing_to_change() {
    let server = two_companies::ground().serve();
    let mut auditor = server.signed_in("aude", &[Role::Auditor], &[]);
    let trail = html::text(&auditor.get("/audit?action=declare").text());
    assert!(trail.contains("declare"), "{trail}");
    assert!(!html::text(&auditor.get("/audit?actor=nobody").text()).contains("declare"));
    assert_eq!(forms_of(&mut auditor, "/audit"), ["/sign-out", "/audit/check"]);
    for path in ["/audit/1", "/proposals", "/runs/1", "/buyers/1001%2F0%2FD", "/companies", "/limits"] {
        assert_eq!(forms_of(&mut auditor, path), ["/sign-out"], "{path}");
    }
    assert_eq!(auditor.get("/settings/users").status, 403);
    assert_eq!(auditor.get("/audit/999999").status, 404);
    let key = auditor.form_key.clone();
    let checked = auditor.post("/audit/check", &[("form_key", &key)]);
    let result = html::text(&auditor.get(checked.location()).text());
    assert!(result.contains("Everything is as it was recorded."), "{result}");
}

#[test]
fn the_auditors_export_proves_itself() {
    use sha2::{Digest, Sha256};
    let server = two_companies::ground().serve();
    let mut auditor = server.signed_in("aude", &[Role::Auditor], &[]);
    let export = auditor.get("/audit/export").text();
    let mut previous = "0".repeat(64);
    for (number, line) in (1..).zip(export.lines()) {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!((&line["entry"], &line["previous_hash"]), (&json!(number), &json!(previous)));
        let hashed = [
            "entry",
            "recorded_at",
            "actor",
            "action",
            "reason",
            "idempotency_key",
            "input_hash",
            "payload",
            "result",
            "previous_hash",
        ];
        let parts = std::iter::once(json!("obligo-entry-1")).chain(hashed.map(|key| line[key].clone()));
        let digest = Sha256::digest(json!(parts.collect::<Vec<_>>()).to_string());
        previous = obligo::session::hex(&digest);
        assert_eq!(line["hash"], json!(previous), "entry {number}");
    }
    assert!(export.lines().count() > 5);
}

#[test]
fn a_backup_from_the_page_is_a_whole_store() {
    let server = two_companies::ground().serve();
    let mut alma = server.signed_in("alma", &[Role::Administrator], &[]);
    let backup = alma.get("/settings/backup");
    assert_eq!(backup.status, 200);
    let file = server.ground.file("unused.txt", "").with_file_name("copy.db");
    std::fs::write(&file, &backup.body).unwrap();
    let url = format!("sqlite:{}", file.display());
    assert!(server.ground.must(&["verify", "--store", &url]).contains("Final runs: 1"));
}
