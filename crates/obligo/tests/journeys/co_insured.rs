//! Co-insured customers: added under their main buyer, refused where the branch is independent.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::driver;
use crate::support::server::Ground;
use obligo::access::Role;
use obligo_rules::problem::Problem;

const BRANCHES: &str = "account,branch,account_type,name,country,currency,dependent_branch\n\
    1001,3,D,Zentrale GmbH Filiale West,DE,EUR,true\n";

#[test]
fn a_dependent_branch_is_added_and_an_independent_one_refused_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let ground = Ground::of_scenario("co-insured-branch", "2024-02-15");
        let file = ground.file("branches.csv", BRANCHES);
        ground.must(&["import", "buyers", &file.display().to_string()]);
        let server = ground.serve();
        let desk = Desk::of(&server, "margit", &[Role::Manager], language);
        let page = &desk.page;
        let under = desk.say_with("co-insured-under", "account", "1001/0/D");
        let main = desk.say("co-insured-main");
        let one = desk.say("co-insured-one");
        let of = |group: &str, field: &str| format!("{group} › {}", desk.say(field));
        page.open("/co-insured");
        assert_eq!(page.table(&under).len(), 1);
        let add = |branch: &str| {
            page.open("/co-insured");
            page.press(&desk.say("co-insured-add"));
            page.fill(&of(&main, "col-account"), "1001");
            page.fill(&of(&main, "col-branch"), "0");
            page.fill(&of(&one, "col-account"), "1001");
            page.fill(&of(&one, "col-branch"), branch);
            page.fill(&of(&one, "buyer-credit-limit"), "7500");
            page.press(&desk.say("limits-save"));
        };
        add("2");
        let refused =
            Problem::refused("cover-not-dependent").with("account", "1001/2/D").with("main", "1001/0/D");
        page.sees(&desk.problem(&refused));
        assert_eq!(page.value(&of(&one, "col-branch")), "2", "what was typed stays");
        page.is_accessible();
        page.screenshot(&format!("co-insured-refused-{language}"));
        add("3");
        page.is_at("/buyers/1001%2F0%2FD");
        page.open("/co-insured");
        let row = desk.row(&under, "Filiale West");
        assert!(shows(&row, &obligo::words::Words::of(language).number("7500.00")), "{row:?}");
        page.screenshot(&format!("co-insured-{language}"));
    }
}

#[test]
fn an_account_that_does_not_exist_says_so() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::of_scenario("co-insured-branch", "2024-02-15").serve();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/co-insured/new");
    page.fill(&format!("{} › Account", desk.say("co-insured-main")), "1001");
    page.fill(&format!("{} › Account", desk.say("co-insured-one")), "4711");
    page.press("Save");
    let several = Problem::refused("account-ambiguous")
        .with("account", "1001")
        .with("choices", "1001/0/D, 1001/1/D, 1001/2/D");
    page.sees(&desk.problem(&several));
    page.fill(&format!("{} › Branch", desk.say("co-insured-main")), "0");
    page.press("Save");
    page.sees(&desk.problem(&Problem::refused("account-not-found").with("account", "4711")));
}
