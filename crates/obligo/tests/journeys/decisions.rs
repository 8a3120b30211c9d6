//! A clerk proposes to accept an excess, a manager approves it.

use crate::desk::Desk;
use crate::support::{driver, two_companies};
use obligo::access::Role;

#[test]
fn what_a_clerk_accepts_waits_for_a_manager() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let clerk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
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
}
