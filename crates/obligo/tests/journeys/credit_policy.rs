//! The credit policy is read, changed by form and as a file, with what would change shown before; an exception is granted and ended.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::server::Server;
use crate::support::{driver, two_companies};
use obligo::access::Role;

const POLICY: &str = "name = \"Ours\"\nvalid_from = 2024-01-01\ncurrency = \"EUR\"\n\n[actions]\n10 = \"Phoned\"\n\n\
    [[factor]]\nmeasure = \"country\"\nvalues = { DE = 90, other = 20 }\n\n\
    [[class]]\nname = \"A\"\npoints_from = 0\npercent_of_insured_sum = 110\npayment_terms = 30\n\n\
    [[approval]]\nrole = \"manager\"\n";

fn server() -> Server {
    let ground = two_companies::ground();
    let policy = ground.file("credit.toml", POLICY);
    ground.must(&["credit-policy", "put", &policy.display().to_string()]);
    ground.serve()
}

#[test]
fn r9_9_the_policy_is_read_and_changed_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = server();
        let desk = Desk::of(&server, "margit", &[Role::Manager], language);
        let page = &desk.page;
        page.open("/credit/policy");
        page.sees("Ours");
        assert!(shows(&desk.row(&desk.say("credit-policy-actions"), "Phoned"), "10"));
        page.is_accessible();
        page.screenshot(&format!("credit-policy-{language}"));

        page.press(&desk.say("credit-policy-change"));
        page.is_at("/credit/policy/control");
        page.is_accessible();
        page.screenshot(&format!("credit-policy-control-{language}"));
        page.press(&desk.say("credit-policy-preview-do"));
        page.sees(&desk.say("credit-policy-preview"));
        page.press(&desk.say("master-save"));
        page.is_at("/credit/policy");
        page.sees(&desk.say("done-saved"));

        page.open("/credit/policy/file");
        page.is_accessible();
        page.fill(&desk.say("credit-policy-text"), &POLICY.replace("Phoned", "Called"));
        page.press(&desk.say("credit-policy-preview-do"));
        page.sees("10: Called");
        page.fill(&desk.say("credit-policy-text"), &POLICY.replace("10 =", "100 ="));
        page.press(&desk.say("master-save"));
        page.sees("100");
        page.is_accessible();
    }
}

#[test]
fn r9_9_an_exception_is_granted_shown_and_ended() {
    if !driver::is_here() {
        return;
    }
    let server = server();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/credit/policy/exceptions");
    page.sees(&desk.say("exceptions-none"));
    page.fill(&desk.say("col-account"), "1001/0/D");
    page.choose(&desk.say("col-differs"), &desk.say("exception-differs-payment-terms"));
    page.fill(&desk.say("col-value"), "90");
    page.fill(&desk.say("col-reason"), "annual contract");
    page.fill(&desk.say("exception-last-day"), "2099-12-31");
    page.press(&desk.say("master-save"));
    page.sees(&desk.say("done-saved"));
    let row = desk.row(&desk.say("credit-policy-way-exceptions"), "1001/0/D");
    assert!(shows(&row, &desk.say("exception-state-in-force")) && shows(&row, "margit"), "{row:?}");
    page.is_accessible();
    page.screenshot("credit-policy-exceptions");
    page.open("/credit/policy/managers");
    page.is_accessible();
    page.fill(&desk.say("col-credit-manager"), "HEAD");
    page.press(&desk.say("master-save"));
    page.sees("HEAD");
    page.open("/buyers/1001%2F0%2FD");
    page.sees(&desk.say("credit-policy-line"));
    page.screenshot("credit-policy-recommended");
}
