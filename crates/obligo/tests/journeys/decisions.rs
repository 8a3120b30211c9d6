//! A clerk proposes to accept an excess, a manager approves it, and the selection goes by it until its last day.

use crate::credit::{run, server};
use crate::desk::{Desk, shows};
use crate::support::driver;
use obligo::access::Role;

#[test]
fn what_a_clerk_accepts_waits_for_a_manager() {
    if !driver::is_here() {
        return;
    }
    let server = server();
    let clerk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
    let is_exceeded = |key_date: &str| {
        run(&clerk, key_date);
        clerk.page.open("/credit");
        let row = clerk.row(&clerk.say("credit-tab-work-list"), "2002/0/D");
        shows(&row, &clerk.say("criterion-insurance-limit-exceeded"))
    };
    assert!(is_exceeded("2024-03-05"));
    let page = &clerk.page;
    page.open("/limits/decide?account=2002%2F0%2FD");
    page.fill(&clerk.say("decisions-amount-typed"), "30000");
    page.fill(&clerk.say("decisions-until"), "2024-04-30");
    page.fill(&clerk.say("decisions-reason"), "paid every spring");
    page.screenshot("decision-proposed");
    page.press(&clerk.say("decisions-propose"));
    page.sees("clemens");
    page.open("/limits?tab=accepted");
    page.sees(&clerk.say("decisions-none"));

    let manager = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &manager.page;
    page.open("/proposals/1");
    page.press(&manager.say("proposals-approve"));
    page.open("/limits?tab=accepted");
    page.sees("margit");
    page.sees("paid every spring");
    page.screenshot("decision-accepted");

    assert!(!is_exceeded("2024-03-05"), "the next run goes by it");
    assert!(!is_exceeded("2024-04-30"), "its last day counts");
    clerk.page.screenshot("decision-work-list");
    assert!(is_exceeded("2024-05-01"), "the day after it is back");
}
