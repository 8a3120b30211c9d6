//! One item: explained, changed by hand with a reason, by two people at once; and a list of items kept as a view.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::driver;
use crate::support::two_companies;
use obligo::access::Role;
use obligo_rules::problem::Problem;

const ITEM: &str = "/items/01%2FA-1%2Finvoice";

#[test]
fn an_item_is_found_and_explained_in_each_language() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    for language in LANGUAGES {
        let desk = Desk::of(&server, &format!("viktor-{language}"), &[Role::Viewer], language);
        let page = &desk.page;
        page.open("/items");
        page.fill(&desk.say("items-document"), "A-");
        page.press(&desk.say("buyers-show"));
        let row = desk.row(&desk.say("items-list"), "A-1");
        assert!(shows(&row, &obligo::words::Words::of(language).number("40000.00")), "{row:?}");
        page.press_in_row("A-1", "A-1");
        page.is_at(ITEM);
        page.sees(&desk.money("40000.00", "EUR"));
        for heading in ["explain-why", "explain-would-change", "explain-history", "items-cause-run"] {
            page.sees(&desk.say(heading));
        }
        // The paragraph of the rules stands beside each reason.
        page.sees("R5.");
        page.is_accessible();
        page.screenshot(&format!("item-explained-{language}"));
        assert!(!page.offers(&desk.say("items-edit")), "who only reads changes nothing");
    }
}

#[test]
fn a_change_by_hand_asks_for_a_reason_and_leaves_its_trace_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        let desk = Desk::of(&server, "clara", &[Role::Clerk, Role::Auditor], language);
        let page = &desk.page;
        let why = "The insurer asks <b>again</b> & again";
        page.open(ITEM);
        page.press(&desk.say("items-edit"));
        page.tick(&desk.say("items-field-follow-up"), true);
        page.fill(&desk.say("items-field-follow-up-on"), "2024-04-02");
        page.press(&desk.say("items-edit-save"));
        page.is_at(&format!("{ITEM}/edit"));
        page.press(&desk.say("items-edit-try"));
        let tried = page.table(&desk.say("items-edit-preview"));
        assert!(tried.iter().any(|row| shows(row, &desk.date("2024-04-02"))), "{tried:?}");
        page.is_accessible();
        page.screenshot(&format!("item-edit-{language}"));
        page.fill(&desk.say("items-edit-reason"), why);
        page.press(&desk.say("items-edit-save"));
        page.is_at(ITEM);
        page.sees(&desk.say("done-saved"));
        let history = desk.row(&desk.say("explain-history"), why);
        assert!(shows(&history, "clara") && shows(&history, &desk.say("items-cause-edit")), "{history:?}");

        page.open("/audit");
        let entry = desk.row(&desk.say("nav-audit"), why);
        assert!(shows(&entry, "clara"), "{entry:?}");
        page.screenshot(&format!("audit-{language}"));
        page.press_in_row(why, &entry[0]);
        page.sees(why);
        page.is_accessible();
    }
}

#[test]
fn the_second_of_two_who_change_an_item_is_told_and_keeps_what_was_typed() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let clara = Desk::of(&server, "clara", &[Role::Clerk], "en");
    let carl = Desk::of(&server, "carl", &[Role::Clerk], "de");
    for desk in [&clara, &carl] {
        desk.page.open(&format!("{ITEM}/edit"));
    }
    let save = |desk: &Desk, date: &str, reason: &str| {
        desk.page.tick(&desk.say("items-field-follow-up"), true);
        desk.page.fill(&desk.say("items-field-follow-up-on"), date);
        desk.page.fill(&desk.say("items-edit-reason"), reason);
        desk.page.press(&desk.say("items-edit-save"));
    };
    save(&clara, "2024-04-02", "call in April");
    clara.page.sees(&clara.say("done-saved"));
    save(&carl, "2024-05-02", "call in May");
    carl.page.sees(&carl.problem(&Problem::forbidden("record-changed")));
    carl.page.sees(&carl.say_with("items-edit-now", "value", &carl.date("2024-04-02")));
    assert_eq!(carl.page.value(&carl.say("items-field-follow-up-on")), "2024-05-02", "what was typed stays");
    assert_eq!(carl.page.value(&carl.say("items-edit-reason")), "call in May");
    carl.page.is_accessible();
    carl.page.screenshot("item-edited-by-two");
    let item = server.ground.must(&["items", "--json"]);
    assert!(item.contains("2024-04-02") && !item.contains("2024-05-02"), "{item}");
    // Having seen what stands there, the second may insist.
    carl.page.press(&carl.say("items-edit-save"));
    carl.page.sees(&carl.say("done-saved"));
    let history = carl.page.table(&carl.say("explain-history"));
    for reason in ["call in April", "call in May"] {
        assert_eq!(history.iter().filter(|row| shows(row, reason)).count(), 1, "{history:?}");
    }
}

#[test]
fn a_view_of_items_keeps_columns_and_opens_the_list() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "viktor", &[Role::Viewer], "en");
    let page = &desk.page;
    page.open("/items");
    let before = page.columns("Items");
    page.press("Columns");
    let text = desk.say("col-policy-currency");
    assert!(!before.contains(&text));
    page.tick(&format!("Columns › {text}"), true);
    page.tick("Insured in part", true);
    page.press("Show");
    assert!(page.columns("Items").contains(&text), "{:?}", page.columns("Items"));
    let shown = page.table("Items");
    assert_eq!(shown.len(), 1, "77,123.45 is insured to 50,000: {shown:?}");
    page.press("Save this view");
    page.fill("Name of the view", "Partly");
    page.press("Save");
    page.sees("Partly");
    page.press("Change this view");
    page.press("Open the list with it");
    page.open("/");
    page.press("Items");
    assert_eq!(page.table("Items"), shown, "the list opens with it");
    assert!(page.columns("Items").contains(&text));
    page.is_accessible();
    page.screenshot("items-view");
}
