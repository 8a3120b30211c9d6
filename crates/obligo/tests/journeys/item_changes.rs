//! What a change of an item by hand may not do, and what waits for a second person.

use crate::desk::{Desk, shows};
use crate::support::{driver, two_companies};
use obligo::access::Role;
use obligo::access::settings::{FourEyes, Settings, change};

const ITEM: &str = "/items/01%2FA-1%2Finvoice";
const EDIT: &str = "/items/01%2FA-1%2Finvoice/edit";

#[test]
fn r5_1_an_amount_beyond_its_bounds_is_refused_beside_its_field() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open(EDIT);
    page.fill("Insured amount", "40,000.01");
    page.fill("Reason", "by mistake");
    page.press("Save the change");
    page.sees("cannot be above its insurable open amount");
    assert_eq!(page.value("Insured amount"), "40,000.01", "what was typed stays");
    assert_eq!(page.value("Reason"), "by mistake");
    page.is_accessible();
    page.fill("Insured amount", "40,000.00");
    page.press("Save the change");
    page.sees("there is nothing to change");
}

#[test]
fn what_the_second_of_two_did_not_touch_follows_the_first() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let anna = Desk::of(&server, "anna", &[Role::Clerk], "en");
    let carl = Desk::of(&server, "carl", &[Role::Clerk], "en");
    anna.page.open(EDIT);
    carl.page.open(EDIT);
    anna.page.fill("Insured amount", "35,000.00");
    anna.page.fill("Claim to be filed by", "2024-09-30");
    anna.page.fill("Reason", "Anna's reason");
    anna.page.press("Save the change");
    anna.page.sees("Saved.");

    carl.page.fill("Insured amount", "25,000.00");
    carl.page.tick("Follow-up wanted", true);
    carl.page.fill("Reason", "Carl's reason");
    carl.page.press("Save the change");
    carl.page.sees("Somebody changed this in the meantime.");
    carl.page.sees("Now it is: EUR 35,000.00");
    assert_eq!(carl.page.value("Insured amount"), "25,000.00", "what Carl typed stays");
    assert_eq!(carl.page.value("Claim to be filed by"), "2024-09-30", "what Anna wrote is there");
    assert_eq!(carl.page.value("Reason"), "Carl's reason");
    carl.page.is_accessible();
    carl.page.screenshot("item-changed-meanwhile");
    carl.page.press("Save the change");
    carl.page.sees("Saved.");
    carl.page.sees("30 Sept 2024");
    let history = carl.page.table("What happened to it");
    assert!(shows(&history[0], "Carl's reason") && shows(&history[1], "Anna's reason"), "{history:?}");
}

#[test]
fn where_two_must_agree_a_change_waits_for_the_second() {
    if !driver::is_here() {
        return;
    }
    let ground = two_companies::ground();
    let four_eyes = FourEyes { edit: true, ..FourEyes::default() };
    change(&mut ground.session(), &Settings { four_eyes, ..Settings::default() }).expect("settings");
    let server = ground.serve();
    let desk = Desk::of(&server, "clemens", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open(EDIT);
    page.choose("Reporting status", "N – non-payment reported");
    page.fill("Reason", "Reported by telephone");
    page.press("Save the change");
    page.is_at(ITEM);
    page.sees(&desk.say("done-proposed"));
    page.sees("Not reported");
}
