//! A month end: preview, differences to the last run, final, reversal.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::{driver, two_companies};
use obligo::access::Role;
use obligo::words::Words;

#[test]
fn a_month_is_previewed_made_final_and_reversed_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let ground = two_companies::ground();
        let file = ground.file("later.csv", two_companies::LATER_ITEMS);
        ground.must(&["import", "items", &file.display().to_string()]);
        let server = ground.serve();
        let desk = Desk::of(&server, "runa", &[Role::Runner, Role::Auditor], language);
        let page = &desk.page;
        page.open("/runs");
        let runs = desk.say("runs-title");
        assert_eq!(page.table(&runs).len(), 1, "the final run of January");

        page.press(&desk.say("runs-start"));
        page.choose(&desk.say("col-kind"), &desk.say("runs-kind-named"));
        assert_eq!(page.value(&desk.say("col-key-date")), "2024-02-29", "the last month end is proposed");
        page.press(&desk.say("runs-preview-do"));
        page.sees(&desk.say("run-preview"));
        let facts = [("run", "1".to_owned()), ("date", desk.date("2024-01-31"))];
        page.sees(&Words::of(language).with("runs-compared-with", &facts));
        let difference = desk.row(&desk.say("runs-differences"), "1001/0/D");
        for amount in ["40000.00", "45000.00", "5000.00"] {
            let amount = Words::of(language).number(amount);
            assert!(shows(&difference, &amount), "{amount} in {difference:?}");
        }
        assert!(shows(
            &desk.row(&desk.say("runs-lines"), "Gemeinsam"),
            &Words::of(language).number("45000.00")
        ));
        page.is_accessible();
        page.screenshot(&format!("run-preview-{language}"));
        assert_eq!(server.ground.must(&["runs", "--json"]).lines().count(), 1, "a preview writes nothing");

        page.press(&desk.say("runs-final-do"));
        page.is_at("/runs/2");
        page.sees(&desk.say("done-run-final"));
        page.screenshot(&format!("run-final-{language}"));
        page.print_pdf(&format!("run-final-{language}"));

        let why = "Limit decision recorded too late – \"A & B\"";
        page.fill(&desk.say("runs-reason"), why);
        page.press(&desk.say("runs-reverse"));
        page.sees(&desk.say("done-reversed"));
        page.sees(why);
        page.sees(&desk.say("flag-reversed"));
        page.open("/runs");
        let rows = page.table(&runs);
        assert_eq!(rows.len(), 2, "a reversed run stays on record");
        assert!(shows(&rows[0], &desk.say("flag-reversed")) && shows(&rows[0], why), "{rows:?}");
        page.screenshot(&format!("runs-{language}"));
        server.ground.must(&["verify"]);
    }
}

#[test]
fn who_may_not_make_final_runs_previews_them() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "viktor", &[Role::Viewer], "en");
    let page = &desk.page;
    page.open("/runs/new");
    page.choose("Kind", "Overdue notification");
    page.press("Show the preview");
    page.sees(&desk.say("runs-not-yours"));
    assert!(!page.offers("Make final"));
    page.is_accessible();
}

#[test]
fn a_reversal_without_a_reason_is_not_sent() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "runa", &[Role::Runner], "en");
    let page = &desk.page;
    page.open("/runs/1");
    page.press("Reverse the run");
    page.is_at("/runs/1");
    page.does_not_see("reversed as");
    assert!(page.offers("Reverse the run"), "it still stands");
    // Neither is one of blanks, which the browser would send.
    page.fill("Reason", "   ");
    page.press("Reverse the run");
    page.sees("Reverse the run");
    assert!(server.ground.must(&["runs", "--json"]).contains("\"reversed\":false"));
}
