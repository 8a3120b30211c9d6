//! What webhooks are told of a small portfolio, from the facts of its store to the signed body.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

#[path = "lists/house.rs"]
mod house;

use house::{BALANCE, House, day};
use obligo::notification::{NotifyRequest, notify};
use obligo::portfolio::Portfolio;
use obligo::serve::HouseSettings;
use obligo::webhooks::{
    Answer, NewWebhook, WebhookClient, WebhookEvent, WebhookFacts, Worker, create, deliver_due, notice,
};
use obligo_rules::codes::{CoverKind, Scope};
use obligo_store::webhook_fact::fact_all;
use serde_json::Value;
use std::cell::RefCell;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant};

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

/// Asks again until there is an answer.
fn wait_for<T>(what: &str, mut asked: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_mins(1) {
        if let Some(answer) = asked() {
            return answer;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("in vain: {what}");
}

#[test]
fn a_server_tells_what_is_new_by_itself_and_ends_when_it_is_stopped() {
    let mut house = House::new("2024-02-01", &[BALANCE]);
    house.buyer("1", |_| {});
    house.cover("1", CoverKind::Named, Some(1), |_| {});
    house.limit("1", "2024-01-01", "10000.00", |_| {});
    house.invoice("1", "I1", ("2024-02-10", "2024-04-10"), "8000.00");
    let receiver = TcpListener::bind("127.0.0.1:0").unwrap();
    receiver.set_nonblocking(true).unwrap();
    let new = NewWebhook {
        url: format!("http://{}/", receiver.local_addr().unwrap()),
        events: [WebhookEvent::RunFinal].into(),
        companies: None,
    };
    create(&mut house.session, &new, true).unwrap();
    let store = Arc::clone(&house.session.store);
    let settings = HouseSettings {
        fixed_now: Some("2024-03-01T09:00:00Z".to_owned()),
        private_webhooks: true,
        ..HouseSettings::default()
    };
    let served = Arc::new(obligo::serve::House::new(Arc::clone(&store), settings));
    let worker = Worker::start(&served);
    wait_for("what is true is noted first", || store.read(fact_all).unwrap().first().map(|_| ()));
    house.declare("2024-02-29");
    let (mut stream, _) = wait_for("a delivery", || receiver.accept().ok());
    stream.set_nonblocking(false).unwrap();
    let mut read = String::new();
    while !read.contains("\"key_date\":\"2024-02-29\"") {
        let mut piece = [0; 4096];
        let length = stream.read(&mut piece).unwrap();
        assert!(length > 0, "{read}");
        read.push_str(&String::from_utf8_lossy(&piece[..length]));
    }
    stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").unwrap();
    drop(worker);
    wait_for("the worker has let go of the store", || (Arc::strong_count(&served) == 1).then_some(()));
}
