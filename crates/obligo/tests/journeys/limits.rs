//! A limit decision is entered, and its effect seen.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::{driver, two_companies};
use obligo::access::Role;

#[test]
fn a_decision_is_entered_and_in_force_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        let desk = Desk::of(&server, "margit", &[Role::Manager], language);
        let page = &desk.page;
        let in_force = desk.say("limits-tab-in-force");
        page.open("/limits");
        assert!(shows(&desk.row(&in_force, "1001/0/D"), &desk.money("100000.00", "EUR")));
        page.press(&desk.say("limits-enter"));
        // The only branch and account type of a number are filled in.
        page.fill(&desk.say("limits-field-account"), "1001");
        page.choose(&desk.say("limits-field-response"), &desk.say("limit-response-2"));
        page.fill(&desk.say("limits-field-amount"), "150000");
        page.fill(&desk.say("limits-field-valid-from"), "2024-03-01");
        page.fill(&desk.say("limits-field-currency"), "EUR");
        page.screenshot(&format!("limit-entered-{language}"));
        page.press(&desk.say("limits-save"));
        page.is_at("/buyers/1001%2F0%2FD");

        page.open("/limits");
        let row = desk.row(&in_force, "1001/0/D");
        assert!(shows(&row, &desk.money("150000.00", "EUR")), "{row:?}");
        assert!(shows(&row, &desk.date("2024-03-01")), "{row:?}");
        page.open("/limits?tab=all");
        let all = page.table(&desk.say("limits-tab-all"));
        assert_eq!(
            all.iter().filter(|row| shows(row, "1001/0/D")).count(),
            2,
            "what was decided before stays"
        );
    }
}

#[test]
fn a_clerk_asks_for_a_limit_and_cannot_decide_one() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open("/limits/new?account=1001%2F0%2FD&policy=ACR%2FA");
    assert!(!page.names().contains(&desk.say("limits-field-amount")), "no field for a decision");
    page.fill("Requested amount", "200000");
    page.fill("Requested on", "2024-03-04");
    page.fill("Currency", "EUR");
    page.press("Save");
    page.open("/limits?tab=pending");
    assert!(shows(&desk.row("Pending", "1001/0/D"), &desk.money("200000.00", "EUR")));
}

#[test]
fn an_account_that_does_not_exist_says_so_and_keeps_what_was_typed() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/limits/new");
    page.fill("Buyer", "4711");
    page.fill("Decided amount", "12,345.60");
    page.choose("Response", "Approved");
    page.press("Save");
    page.sees("4711");
    page.is_accessible();
    assert_eq!(page.value("Buyer"), "4711");
    assert_eq!(page.value("Decided amount"), "12,345.60");
}

#[test]
fn a_buyer_is_found_as_one_types_with_keys_alone() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/limits/new");
    page.fill("Buyer", "fernab");
    page.sees("Fernab KG");
    page.key("Down");
    page.is_accessible();
    page.key("Enter");
    assert_eq!(page.value("Buyer"), "2002/0/D");
    page.is_at("/limits/new");
}
