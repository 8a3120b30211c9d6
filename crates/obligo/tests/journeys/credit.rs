//! A collector's day: run the selection, open the first payer, act, note a promise, go on; the payer is gone, and back after the date.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::server::Server;
use crate::support::{driver, two_companies};
use obligo::access::Role;

/// Whatever a payer owes brings it onto the list.
const POLICY: &str = "valid_from = 2024-01-01\ncurrency = \"EUR\"\n\n[actions]\n10 = \"Phoned\"\n20 = \"Letter\"\n\n\
    [[criterion]]\nmeasure = \"outstanding\"\nthreshold = \"1.00\"\n";

pub fn server() -> Server {
    let ground = two_companies::ground();
    let policy = ground.file("credit.toml", POLICY);
    ground.must(&["credit-policy", "put", &policy.display().to_string()]);
    ground.serve()
}

/// Runs the selection for a key date.
pub fn run(desk: &Desk, key_date: &str) {
    desk.page.open("/credit");
    // Before the first run its form stands open.
    if !desk.page.text().contains(&desk.say("credit-no-run")) {
        desk.page.press(&desk.say("credit-run-title"));
    }
    desk.page.fill(&desk.say("credit-key-date"), key_date);
    desk.page.press(&desk.say("credit-run"));
    desk.page.sees(&desk.say("done-saved"));
}

fn listed(desk: &Desk) -> Vec<Vec<String>> {
    desk.page.open("/credit");
    desk.page.table(&desk.say("credit-tab-work-list"))
}

#[test]
fn a_collectors_day_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = server();
        let desk = Desk::of(&server, "clara", &[Role::Clerk], language);
        let page = &desk.page;
        page.open("/credit");
        page.sees(&desk.say("credit-no-run"));
        run(&desk, "2024-03-05");
        let rows = listed(&desk);
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert!(shows(&rows[0], "1001/0/D"), "{rows:?}");
        assert!(shows(&rows[0], &desk.say("credit-change-new")), "{rows:?}");
        page.screenshot(&format!("credit-work-list-{language}"));

        page.press(&desk.say("credit-begin"));
        page.is_at("/credit/payers/1001%2F0%2FD");
        let outstanding = desk.say("criterion-outstanding");
        page.choose(&desk.say_with("credit-action-on", "criterion", &outstanding), "10 Phoned");
        page.press(&desk.say("credit-save"));
        page.sees(&desk.say("done-saved"));

        page.fill(&desk.say("credit-contact"), "Frau Berg");
        page.fill(&desk.say("credit-until"), "2024-03-12");
        page.fill(&desk.say("credit-promised"), "5000");
        page.tick(&desk.say_with("credit-link-item", "item", "A-1"), true);
        page.screenshot(&format!("credit-payer-{language}"));
        page.press(&desk.say("credit-save-note"));
        page.sees(&desk.say("done-saved"));
        page.sees("Frau Berg");
        page.sees(&desk.money("5000.00", "EUR"));
        page.key("n");
        page.is_at("/credit/payers/2002%2F0%2FD");

        // Until the promised day the payer is off the list, the day after it is back with what was done.
        run(&desk, "2024-03-12");
        let rows = listed(&desk);
        assert_eq!(rows.len(), 1, "{rows:?}");
        run(&desk, "2024-03-13");
        let row = desk.row(&desk.say("credit-tab-work-list"), "1001/0/D");
        assert!(shows(&row, "Phoned"), "a rerun keeps the action: {row:?}");
        assert!(shows(&row, &desk.say("criterion-follow-up")), "{row:?}");
    }
}

#[test]
fn an_auditor_reads_the_work_list_and_cannot_work_on_it() {
    if !driver::is_here() {
        return;
    }
    let server = server();
    let clerk = Desk::of(&server, "clara", &[Role::Clerk], "en");
    run(&clerk, "2024-03-05");
    let desk = Desk::of(&server, "aurelia", &[Role::Auditor], "en");
    let page = &desk.page;
    page.open("/credit/payers/2002%2F0%2FD");
    page.sees(&desk.say("criterion-insurance-limit-exceeded"));
    assert!(!page.offers(&desk.say("credit-save")) && !page.offers(&desk.say("credit-save-note")));
    page.open("/credit");
    assert!(!page.offers(&desk.say("credit-run")));
}

#[test]
fn what_is_refused_is_said_and_what_was_typed_stays() {
    if !driver::is_here() {
        return;
    }
    let server = server();
    let desk = Desk::of(&server, "clara", &[Role::Clerk], "en");
    run(&desk, "2024-03-05");
    let page = &desk.page;
    page.open("/credit/payers/1001%2F0%2FD");
    page.fill("Contact made", "Mr Holm");
    page.fill("Amount promised", "12.345");
    page.fill("Until", "2024-03-20");
    page.press("Save note");
    page.sees("This is not an amount above 0 in EUR.");
    assert_eq!(page.value("Contact made"), "Mr Holm");
    page.is_accessible();
}
