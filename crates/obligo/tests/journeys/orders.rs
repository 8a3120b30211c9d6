//! An order is checked, stopped, and released by somebody with authority.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::{driver, two_companies};
use obligo::access::Role;

/// 100,000.00 are insured, 40,000.00 open.
const TOO_MUCH: &str = "60000.01";

#[test]
fn a_stopped_order_is_released_with_authority_and_a_reason_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        let clerk = Desk::of(&server, "clemens", &[Role::Clerk], language);
        let page = &clerk.page;
        page.open("/credit/orders");
        page.press(&clerk.say("order-check-one"));
        page.fill(&clerk.say("order-buyer"), "1001/0/D");
        page.fill(&clerk.say("col-amount"), TOO_MUCH);
        page.fill(&clerk.say("order-terms"), "30 days");
        page.fill(&clerk.say("order-number"), "4711");
        page.press(&clerk.say("order-check-do"));
        page.screenshot(&format!("order-checked-{language}"));
        page.press(&clerk.say("order-enter"));
        page.is_at("/credit/orders/1");
        assert!(!page.names().contains(&clerk.say("order-release-reason")), "a clerk has no release");

        let manager = Desk::of(&server, "margit", &[Role::Manager], language);
        let page = &manager.page;
        page.open("/credit/orders?state=stopped");
        let row = manager.row(&manager.say("credit-tab-orders"), "4711");
        assert!(shows(&row, &manager.say("order-state-stopped")), "{row:?}");
        page.press("4711");
        page.fill(&manager.say("order-release-reason"), "paid in advance");
        page.screenshot(&format!("order-stopped-{language}"));
        page.press(&manager.say("order-release"));
        page.is_at("/credit/orders/1");
        assert!(!page.names().contains(&manager.say("order-release-reason")), "it is released already");
        page.open("/credit/orders");
        let row = manager.row(&manager.say("credit-tab-orders"), "4711");
        assert!(shows(&row, &manager.say("order-state-released")), "{row:?}");
        page.screenshot(&format!("orders-{language}"));
    }
}

#[test]
fn a_payer_is_blocked_and_the_block_lifted() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/buyers/1001%2F0%2FD");
    page.press("Block this payer");
    page.fill("Why", "cheque returned");
    page.screenshot("payer-blocking");
    page.press("Put the block");
    page.open("/credit/orders/check?account=1001%2F0%2FD&amount=1&currency=EUR");
    assert!(page.text().contains("The payer is blocked by hand."));
    page.open("/buyers/1001%2F0%2FD");
    page.screenshot("payer-blocked");
    page.fill("Why", "paid");
    page.press("Lift the block");
    page.open("/credit/orders/check?account=1001%2F0%2FD&amount=1&currency=EUR");
    assert!(!page.text().contains("The payer is blocked by hand."));
}
