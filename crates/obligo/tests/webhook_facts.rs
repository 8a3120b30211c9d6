//! What webhooks are told of a small portfolio, from the facts of its store to the signed body.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

#[path = "lists/house.rs"]
mod house;

use house::{BALANCE, House, day};
use obligo::notification::{NotifyRequest, notify};
use obligo::portfolio::Portfolio;
use obligo::webhooks::{
    Answer, NewWebhook, WebhookClient, WebhookEvent, WebhookFacts, create, deliver_due, notice,
};
use obligo_rules::codes::{CoverKind, Scope};
use serde_json::Value;
use std::cell::RefCell;

/// Keeps what it is sent.
struct Kept(RefCell<Vec<Value>>);

impl WebhookClient for Kept {
    fn post(&self, _: &str, _: &[(&str, &str)], body: &str) -> Result<Answer, String> {
        self.0.borrow_mut().push(serde_json::from_str(body).unwrap());
        Ok(Answer { status: 200, text: String::new() })
    }
}

/// What is told after the day has come: event and, for each fact, the parts that matter.
fn told(house: &mut House, today: &str) -> Vec<String> {
    house.session.now = format!("{today}T09:00:00Z");
    let (store, now) = (&house.session.store, &house.session.now);
    let portfolio = Portfolio::compute(store, day(today)).unwrap();
    let facts = store.read(|tx| WebhookFacts::of(tx, &portfolio)).unwrap();
    notice(store, now, &facts).unwrap();
    let kept = Kept(RefCell::default());
    deliver_due(store, now, &kept).unwrap();
    let part = |fact: &Value, name: &str| fact[name].as_str().map(|text| format!(" {text}"));
    let mut lines: Vec<String> = kept
        .0
        .into_inner()
        .iter()
        .flat_map(|body| {
            let event = body["event"].as_str().unwrap().to_owned();
            let facts = body["data"].as_array().unwrap().clone();
            facts.into_iter().map(move |fact| {
                let names = [
                    "what",
                    "date",
                    "account",
                    "document_no",
                    "insured_sum",
                    "insurable_open",
                    "uncovered_from",
                    "key_date",
                ];
                let parts: String = names.iter().filter_map(|name| part(&fact, name)).collect();
                format!("{event}{parts}")
            })
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn a_year_of_a_buyer_is_told_as_it_happens() {
    let mut house = House::new("2024-02-01", &[BALANCE]);
    house.buyer("1", |_| {});
    house.cover("1", CoverKind::Named, Some(1), |_| {});
    house.limit("1", "2024-01-01", "10000.00", |_| {});
    let all = NewWebhook {
        url: "https://example.com/".to_owned(),
        events: WebhookEvent::ALL.into_iter().collect(),
        companies: None,
    };
    create(&mut house.session, &all, false).unwrap();
    let nothing: [&str; 0] = [];
    assert_eq!(told(&mut house, "2024-02-01"), nothing);
    // Within the sum, and a final run.
    house.invoice("1", "I1", ("2024-02-10", "2024-04-10"), "8000.00");
    house.declare("2024-02-29");
    assert_eq!(told(&mut house, "2024-03-01"), ["run_final 2024-02-29"]);
    // A second invoice exceeds the sum.
    house.invoice("1", "I2", ("2024-03-10", "2024-05-10"), "4000.00");
    house.declare("2024-03-31");
    assert_eq!(
        told(&mut house, "2024-04-01"),
        ["limit_exceeded 1 10000.00 12000.00", "run_final 2024-03-31"]
    );
    // The maximum extension of I1 ends on 10 May; it is told a week before, once.
    assert_eq!(told(&mut house, "2024-05-02"), nothing);
    assert_eq!(told(&mut house, "2024-05-03"), ["deadline_near overdue 2024-05-10 1 I1"]);
    assert_eq!(told(&mut house, "2024-05-04"), nothing);
    // It is notified after its exclusion date, 30 days later (R3.3): cover of new items stops from there.
    let request = NotifyRequest {
        policy: "ACR/A".into(),
        key_date: day("2024-06-20"),
        scope: Scope::All,
        exceeding: None,
        repeat_from: None,
        is_final: true,
        known: i64::MAX,
    };
    notify(&mut house.session, &request).unwrap();
    let stopped = told(&mut house, "2024-06-21");
    assert_eq!(stopped, ["run_final 2024-06-20", "stop_of_cover 1 10000.00 12000.00 2024-06-09"]);
    assert_eq!(told(&mut house, "2024-06-21"), nothing);
}
