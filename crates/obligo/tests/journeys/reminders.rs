//! A reminder is proposed, edited and sent; items are handed over for collection with the warning that it stops cover, and come back.

use crate::desk::{Desk, shows};
use crate::support::browser::Page;
use crate::support::{driver, two_companies};
use obligo::access::Role;

#[test]
fn r9_8_a_reminder_is_proposed_edited_and_sent_and_the_second_editor_is_told() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open("/credit/reminders");
    page.screenshot("reminders-none");
    page.press("Propose reminders");
    page.sees("Proposed");
    look(page, "reminders-proposed");
    page.open("/credit/reminders/1");
    let second = Desk::of(&server, "clara", &[Role::Clerk], "en");
    second.page.open("/credit/reminders/1");
    page.fill("Your own text", "Please call us about these invoices.");
    page.fill("Reason", "agreed by phone");
    page.press("Save");
    page.is_at("/credit/reminders/1");
    second.page.fill("Your own text", "Another text");
    second.page.fill("Reason", "written meanwhile");
    second.page.press("Save");
    second.page.sees("Somebody changed this in the meantime.");
    second.page.sees("It says now: Please call us about these invoices.");
    second.page.screenshot("reminder-changed-meanwhile");
    assert_eq!(second.page.value("Your own text"), "Another text", "what was typed stays");
    look(page, "reminder-edited");
    page.open("/credit/reminders");
    page.press("Send");
    page.sees("Sent");
    page.open("/credit/reminders/1");
    page.screenshot("reminder-sent");
    page.open("/reports/reminder?reminder=1&language=en");
    page.sees("A-1");
    page.screenshot("reminder-letter");
    page.open("/credit/interest?account=1001%2F0%2FD");
    look(page, "interest");
}

/// Collection stops cover under this version of the policy.
const POLICY: &str = "policy = \"ACR/A\"\nname = \"Group policy\"\ncurrency = \"EUR\"\nvalid_from = 2024-02-01\n\
    [declaration]\nprocedure = \"balance\"\n[terms]\nmax_term_months = 4\nexclusion_days = 60\n\
    [default]\nnon_payment_report_days = 90\nfiling_days = 60\nwaiting = [{ from = \"net_due\", months = 2 }]\n\
    [stop]\nevents = [\"overdue\", \"collection\"]\nreinstatement = \"on_confirmation\"\n";

#[test]
fn r9_8_collection_warns_that_it_stops_cover_and_ends_with_a_reason() {
    if !driver::is_here() {
        return;
    }
    let ground = two_companies::ground();
    let policy = ground.file("stops.toml", POLICY);
    ground.must(&["policy", "put", &policy.display().to_string()]);
    let server = ground.serve();
    let desk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open("/credit/collection");
    page.fill("Account", "1001/0/D");
    page.fill("Agency", "Example Collect");
    page.fill("Items", "01/A-1");
    page.press("Hand over");
    page.sees("starting collection stops cover");
    page.screenshot("collection-warned");
    assert_eq!(page.value("Items"), "01/A-1", "what was typed stays");
    page.fill("Reason", "two reminders without answer");
    page.tick("Do it although it is warned of", true);
    page.press("Hand over");
    page.sees("Example Collect");
    let row = desk.row("Assignments", "Example Collect");
    assert!(shows(&row, "Open"), "{row:?}");
    look(page, "collection");
    page.open("/credit/collection/1");
    page.fill("Reason", "instalments agreed");
    page.press("Take back");
    page.is_at("/credit/collection/1");
    page.sees("Withdrawn");
    look(page, "collection-ended");
    page.open("/buyers/1001%2F0%2FD");
    let steps = page.table("Reminders, collection and events");
    assert_eq!(steps.len(), 2, "{steps:?}");
    assert!(shows(&steps[0], "Taken back from collection"), "{steps:?}");
    assert!(shows(&steps[1], "Handed over to collection"), "{steps:?}");
    page.screenshot("buyer-timeline");
}

/// Pictures of a page at every width, light and dark.
fn look(page: &Page, name: &str) {
    for width in [390, 768, 1280] {
        page.at_width(width);
        page.screenshot(name);
    }
    page.dark();
    page.screenshot(&format!("{name}-dark"));
    page.light();
}
