//! From a run to its letter, and from a buyer to the request for its limit.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::{driver, two_companies};
use obligo::access::Role;
use obligo::words::Words;

#[test]
fn a_letter_is_shown_before_it_is_taken_away_in_each_language() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    for language in LANGUAGES {
        let desk = Desk::of(&server, &format!("runa-{language}"), &[Role::Runner], language);
        let page = &desk.page;
        page.open("/runs/1");
        page.press(&desk.say("runs-document"));
        page.is_at("/reports/balance-declaration?run=1");
        let amount = Words::of(language).number("40000.00");
        assert!(shows(&desk.row(&desk.say("col-buyers"), "Gemeinsam"), &amount), "{}", page.text());
        for format in ["PDF", "XLSX", "CSV", "JSON"] {
            let name = Words::of(language).with("report-open", &[("format", format.to_owned())]);
            assert!(page.offers(&name), "{name}");
        }
        page.is_accessible();
        page.screenshot(&format!("letter-{language}"));
        page.open("/reports");
        page.is_accessible();
        page.screenshot(&format!("reports-{language}"));
    }
}

#[test]
fn a_limit_is_requested_with_its_letter() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "clara", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open("/reports/limit-request");
    page.choose(&desk.say("report-field-policy"), "ACR/A Group policy");
    page.fill(&desk.say("report-field-account"), "1001");
    page.press(&desk.say("report-show"));
    page.sees(&Words::of("en").with("report-no-request", &[("policy", "ACR/A".to_owned())]));
    page.fill(&desk.say("report-field-amount"), "150,000");
    page.press(&desk.say("report-record"));
    page.sees(&desk.say("done-saved"));
    assert!(shows(&desk.row(&desk.say("report-requests"), "Gemeinsam"), "150,000.00"), "{}", page.text());
    page.is_accessible();
    for width in [390, 768, 1280] {
        page.at_width(width);
        page.screenshot("limit-request");
    }
}
