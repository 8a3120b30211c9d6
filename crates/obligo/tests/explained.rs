//! One item explained from the portfolio is what passing over the whole ledger says of it (R0.6).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::explain::{explain, explanation_now};
use obligo::items::{ItemFilter, ItemName, ItemsRequest, items};
use obligo::portfolio::Portfolio;
use obligo::session::Session;
use obligo_rules::calendar::Day;
use std::collections::BTreeSet;
use support::place::workspace;
use support::server::Ground;

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
}

/// Every scenario: its files only, its runs are left out.
fn grounds() -> Vec<(String, Ground)> {
    let folders = std::fs::read_dir(workspace().join("scenarios")).expect("scenarios");
    let mut names: Vec<String> =
        folders.map(|folder| folder.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), Ground::of_scenario(&name, "2024-12-31"))).collect()
}

fn declare(ground: &Ground, key_date: &str) {
    let mut session = ground.session();
    let policies: Vec<String> = session
        .read(|tx| obligo_store::policy::policy_all(tx, obligo_store::as_of::AsOf::at(Day::LAST)))
        .unwrap()
        .into_keys()
        .collect();
    for policy in policies {
        for buyers in ["named", "unnamed"] {
            // A policy may have no rate or no buyers of the kind: then there is less to explain.
            let words =
                ["declare", "--policy", &policy, "--key-date", key_date, "--buyers", buyers, "--final"];
            let _ = ground.command(&words);
        }
    }
}

fn names(session: &mut Session, day: Day) -> Vec<(i64, String)> {
    let request = ItemsRequest {
        as_of: day,
        known_at: None,
        all: true,
        projected: false,
        filter: ItemFilter::default(),
    };
    let mut found = Vec::new();
    items(session, &request, |view, _| {
        found.push((view.item_id, view.item_name()));
        Ok(())
    })
    .unwrap();
    found
}

#[test]
fn r0_6_the_portfolio_explains_an_item_as_the_whole_ledger_does() {
    let mut count = 0;
    for (scenario, ground) in grounds() {
        let mut session = ground.session();
        let before = Portfolio::compute(&session.store, Day::LAST).unwrap();
        declare(&ground, "2024-03-31");
        // In the midst of the story, some changes lie ahead.
        for today in ["2024-02-15", "2024-12-31"] {
            let day = Day::parse_iso(today).unwrap();
            // What an earlier portfolio knew of changes is carried on.
            let portfolio = Portfolio::compute_after(&session.store, day, &before.changes).unwrap();
            for (item_id, name) in names(&mut session, day) {
                let Ok(parsed) = ItemName::parse(&name) else { panic!("{name}") };
                let whole = match explain(&mut session, &parsed, day, None) {
                    Ok(whole) => whole,
                    // A name of several items; the one is found by its number.
                    Err(problem) => {
                        assert_eq!(problem.code, "item-ambiguous", "{scenario} {name}");
                        continue;
                    }
                };
                let now = session.read(|tx| explanation_now(tx, &portfolio, item_id, None)).unwrap();
                let now = now.unwrap_or_else(|| panic!("{scenario} {name} is not there"));
                assert_eq!(now.json(day, None), whole, "{scenario} {name} on {today}");
                count += 1;
            }
        }
    }
    assert!(count > 100, "only {count} items");
}

#[test]
fn r1_1_whoever_sees_no_company_does_not_learn_what_the_groups_items_come_to() {
    let ground = Ground::of_scenario("insured-group", "2024-12-31");
    let mut session = ground.session();
    let day = Day::parse_iso("2024-12-31").unwrap();
    let portfolio = Portfolio::compute(&session.store, day).unwrap();
    let nobody = BTreeSet::new();
    for (item_id, name) in names(&mut session, day) {
        let explained = session.read(|tx| explanation_now(tx, &portfolio, item_id, Some(&nobody))).unwrap();
        let buyer = explained.expect("an explanation").buyer;
        for figure in ["insured", "insurable_open", "credits"] {
            assert!(buyer[figure].is_null(), "{name}: {figure}");
        }
    }
}
