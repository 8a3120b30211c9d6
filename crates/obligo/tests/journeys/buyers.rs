//! Buyers: found, filtered, kept as a view.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::server::Ground;
use crate::support::two_companies;
use crate::support::{browser, driver};
use obligo::access::Role;

#[test]
fn a_view_is_saved_found_again_and_deleted_in_each_language() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::demonstration().serve();
    for language in LANGUAGES {
        let desk = Desk::of(&server, &format!("viktor-{language}"), &[Role::Viewer], language);
        let page = &desk.page;
        let title = desk.say("nav-buyers");
        page.open("/buyers");
        let all = page.table(&title).len();
        page.tick(&desk.say("buyers-over-limit"), true);
        page.press(&desk.say("buyers-show"));
        page.sees(&desk.say("buyers-reset"));
        let over = page.table(&title);
        assert!(!over.is_empty() && over.len() < all, "{} of {all}", over.len());
        page.press(&desk.say("buyers-view-keep"));
        page.fill(&desk.say("buyers-view-name"), "Über dem Limit & mehr");
        page.press(&desk.say("buyers-view-save"));
        page.sees(&desk.say("done-saved"));
        page.screenshot(&format!("buyers-view-{language}"));

        page.open("/buyers");
        page.press("Über dem Limit & mehr");
        assert_eq!(page.table(&title), over);
        page.press(&desk.say_with("buyers-view-delete", "name", "Über dem Limit & mehr"));
        page.sees(&desk.say("done-deleted"));
        page.does_not_see("Über dem Limit");
    }
}

#[test]
fn a_buyer_is_found_from_anywhere_and_a_note_stays_on_its_page() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "clara", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open("/");
    page.key("/");
    page.type_text("gemeins");
    page.sees("1001/0/D");
    page.key("Down");
    page.key("Enter");
    page.is_at("/buyers/1001%2F0%2FD");
    page.sees("Gemeinsam GmbH");
    page.fill(&desk.say("buyer-note"), "Called: pays <b>next week</b>");
    page.press(&desk.say("buyer-note-add"));
    page.sees("Called: pays <b>next week</b>");
    page.is_accessible();
}

#[test]
fn without_scripts_the_search_has_a_page() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let page = browser::open_without_scripts(&server.address);
    page.carries(&server.signed_in("clara", &[Role::Viewer], &[]).cookies);
    page.open("/search?q=A-1");
    page.press("01/A-1/invoice");
    page.is_at("/items/01%2FA-1%2Finvoice");
}

#[test]
fn a_lower_decision_shows_on_the_page_of_the_buyer() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/buyers/1001%2F0%2FD");
    page.sees(&desk.money("100000.00", "EUR"));
    page.press(&desk.say("buyer-new-limit"));
    assert_eq!(page.value(&desk.say("limits-field-account")), "1001/0/D");
    page.choose(&desk.say("limits-field-response"), &desk.say("limit-response-9"));
    page.fill(&desk.say("limits-field-amount"), "25000");
    page.fill(&desk.say("limits-field-valid-from"), "2024-03-01");
    page.fill(&desk.say("limits-field-currency"), "EUR");
    page.press(&desk.say("limits-save"));
    page.is_at("/buyers/1001%2F0%2FD");
    page.sees(&desk.money("25000.00", "EUR"));
    page.sees(&desk.say("buyers-over-limit"));
    let row = desk.row(&desk.say("limits-title"), &desk.say("limit-state-reduced"));
    assert!(shows(&row, &desk.money("25000.00", "EUR")), "{row:?}");
}

#[test]
fn the_second_of_two_who_edit_a_buyer_is_told_and_loses_nothing() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let first = Desk::of(&server, "anna", &[Role::Clerk], "en");
    let second = Desk::of(&server, "berta", &[Role::Clerk], "en");
    let edit = "/buyers/1001%2F0%2FD/edit";
    let (name, payer) = (first.say("col-name"), first.say("buyer-payer"));
    for desk in [&first, &second] {
        desk.page.open(edit);
    }
    first.page.fill(&name, "Gemeinsam & Co");
    first.page.press(&first.say("limits-save"));
    first.page.sees("Gemeinsam & Co");

    second.page.fill(&payer, "2002");
    second.page.press(&second.say("limits-save"));
    second.page.sees(&second.say("entry-beside"));
    second.page.screenshot("buyer-edited-by-two");
    second.page.is_accessible();
    let row = second.row(&second.say("entry-beside"), "Gemeinsam & Co");
    assert!(shows(&row, "Gemeinsam GmbH"), "what it says now and what was typed: {row:?}");
    assert_eq!(second.page.value(&payer), "2002", "what was typed is still there");
    second.page.fill(&name, "Gemeinsam & Co");
    second.page.press(&second.say("limits-save"));
    second.page.is_at("/buyers/1001%2F0%2FD");
    second.page.sees("Gemeinsam & Co");
    let trail = second.page.table(&second.say("buyer-history"));
    assert!(trail.iter().any(|row| shows(row, "berta") && shows(row, "2002")), "{trail:?}");
}
