//! A policy's terms are read, changed and made anew in a form, and its file loses nothing by that.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::place::workspace;
use crate::support::server::{Ground, Server};
use crate::support::{driver, html, two_companies};
use obligo::access::Role;
use obligo::words::Words;
use std::path::{Path, PathBuf};

const FORM: &str = "/policies/ACR%2FA/form";

fn file(server: &Server) -> String {
    server.ground.must(&["policy", "show", "ACR/A"])
}

#[test]
fn the_terms_are_changed_in_the_form_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        let before = file(&server);
        let desk = Desk::of(&server, "margit", &[Role::Manager], language);
        let page = &desk.page;
        let label = |key: &str| desk.say(&format!("policy-key-{key}"));
        page.open("/policies/ACR%2FA");
        assert!(shows(&desk.row(&desk.say("policy-section-terms"), &label("max-term-months")), "4"));
        page.press(&desk.say("policies-tab-form"));
        page.is_at(FORM);
        assert_eq!(page.value(&label("max-term-months")), "4");
        page.is_accessible();
        page.screenshot(&format!("policy-form-{language}"));

        // A browser that checks numbers itself is still told which field is wrong.
        page.fill(&label("exclusion-days"), "99999");
        page.press(&desk.say("policies-form-save"));
        page.sees(&label("exclusion-days"));
        page.sees("3650");
        page.is_accessible();
        assert_eq!(file(&server), before, "what is refused is not saved");

        page.fill(&label("exclusion-days"), "30");
        page.fill(&label("limit"), &Words::of(language).number("1500.00"));
        let value = |key: &str, value: &str| Words::of(language).with(key, &[("value", value.to_owned())]);
        page.choose(&label("deadline-reached"), &value("policy-value-deadline-reached", "after"));
        page.tick(&value("policy-value-events", "insolvency"), true);
        page.press(&desk.say("policies-form-show"));
        page.sees("exclusion_days = 30");
        page.is_accessible();
        page.screenshot(&format!("policy-form-shown-{language}"));
        assert_eq!(file(&server), before, "what is only shown is not saved");
        page.press(&desk.say("policies-form-save"));
        page.is_at("/policies/ACR%2FA");
        page.sees(&desk.say("done-saved"));
        let after = file(&server);
        for line in [
            "exclusion_days = 30",
            "limit = \"1500.00\"",
            "deadline_reached = \"after\"",
            "events = [\"overdue\", \"insolvency\"]",
        ] {
            assert!(after.contains(line), "{line}: {after}");
        }
        page.screenshot(&format!("policy-terms-{language}"));
    }
}

#[test]
fn a_new_policy_is_made_in_the_empty_form() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "margit", &[Role::Manager], "en");
    let page = &desk.page;
    page.open("/policies");
    page.press("New policy");
    page.fill("Policy", "ACR/B");
    page.fill("Currency", "EUR");
    page.fill("First day", "2024-01-01");
    page.choose("Procedure", "Turnover");
    page.press("Show the file");
    page.sees("Neither");
    page.fill("Maximum payment term (days)", "120");
    page.press("Save the terms");
    page.is_at("/policies/ACR%2FB");
    page.sees("120");
    let file = server.ground.must(&["policy", "show", "ACR/B"]);
    let expected = "policy = \"ACR/B\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\n[declaration]\nprocedure = \"turnover\"\n\n\
        [terms]\nmax_term_days = 120\n";
    assert_eq!(file.trim_end(), expected.trim_end());
}

#[test]
fn a_new_policy_does_not_take_the_place_of_one_that_is_there() {
    let server = two_companies::ground().serve();
    let before = file(&server);
    let mut margit = server.signed_in("margit", &[Role::Manager], &[]);
    let fields = [
        ("policy", "ACR/A"),
        ("currency", "EUR"),
        ("valid_from", "2024-01-01"),
        ("declaration.procedure", "turnover"),
        ("terms.max_term_days", "9"),
    ];
    let refused = margit.fill("/policies/new/form", &fields);
    assert_eq!(refused.status, 412, "{}", refused.told());
    assert_eq!(file(&server), before);
}

#[test]
fn two_people_in_the_form_lose_nothing_of_each_other() {
    let server = two_companies::ground().serve();
    let mut first = server.signed_in("margit", &[Role::Manager], &[]);
    let mut second = server.signed_in("mats", &[Role::Manager], &[]);
    let page = second.get(FORM).text();
    let form =
        html::forms(&page).into_iter().find(|form| form.is_post && form.action == FORM).expect("the form");
    let saved = first.fill(FORM, &[("terms.exclusion_days", "30"), ("terms.max_extension_days", "20")]);
    assert_eq!(saved.status, 303, "{}", saved.told());
    let late = second.send_form(FORM, &form, &[("terms.exclusion_days", "45"), ("name", "Renamed")]);
    assert_eq!(late.status, 412, "{}", late.told());
    let text = html::text(&late.text());
    assert!(text.contains("Somebody changed this") && text.contains("It says now: 30"), "{text}");
    assert!(!file(&server).contains("Renamed"));
    // The form that came back holds both; sending it is the decision.
    let again = html::forms(&late.text())
        .into_iter()
        .find(|form| form.is_post && form.action == FORM)
        .expect("the form");
    let saved = second.send_form(FORM, &again, &[]);
    assert_eq!(saved.status, 303, "{}", saved.told());
    let after = file(&server);
    for line in ["exclusion_days = 45", "max_extension_days = 20", "name = \"Renamed\""] {
        assert!(after.contains(line), "{line}: {after}");
    }
    // As a file the same holds.
    let stale = second.upload(
        "/policies/new",
        &[("form_key", &second.form_key.clone()), ("policy", "ACR/A"), ("base", "x"), ("text", &after)],
        &[],
    );
    assert_eq!(stale.status, 412, "{}", stale.told());
}

fn policies(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(policies(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    found
}

#[test]
fn from_file_to_form_to_file_every_policy_of_the_scenarios_stays_as_it_is() {
    let ground = Ground::empty("2024-03-05");
    let insurers = ground.file("insurers.csv", "insurer,name,country\nACR,Acora,AT\n");
    ground.must(&["import", "insurers", &insurers.display().to_string()]);
    let server = ground.serve();
    let mut readers = LANGUAGES
        .map(|language| server.signed_in(language, &[Role::Manager], &[]).with("accept-language", language));
    let all: Vec<PathBuf> = policies(&workspace().join("scenarios"))
        .into_iter()
        .filter(|path| path.parent().is_some_and(|folder| folder.ends_with("policies")))
        .collect();
    assert!(all.len() > 30, "{}", all.len());
    for path in all {
        let text = std::fs::read_to_string(&path).expect("it can be read");
        server.ground.must(&["policy", "put", &path.display().to_string()]);
        let code = text
            .lines()
            .find_map(|line| line.strip_prefix("policy = "))
            .expect("its code")
            .trim()
            .trim_matches('"');
        let address = format!("/policies/{}/form", code.replace('/', "%2F"));
        for reader in &mut readers {
            let shown = reader.fill(&address, &[("do", "show")]);
            assert_eq!(shown.status, 200, "{}: {}", path.display(), shown.told());
            let saved = reader.fill(&address, &[("do", "save")]);
            assert_eq!(saved.status, 303, "{}: {}", path.display(), saved.told());
        }
        let after = server.ground.must(&["policy", "show", code]);
        assert_eq!(after.trim_end(), text.trim_end(), "{}", path.display());
    }
}
