//! Webhooks with a store in memory, and with receivers that listen on this machine.

use super::outbox::wait_after;
use super::*;
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_store::company::{Company, company_put};
use obligo_store::{EntryFilter, Open, Written, entries};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread::{JoinHandle, spawn};

const NOW: &str = "2024-05-01T10:00:00Z";

fn session() -> Session {
    Session::open("sqlite::memory:", Open::Create, "ada".to_owned(), NOW.to_owned()).unwrap()
}

fn new(url: &str, events: &[WebhookEvent]) -> NewWebhook {
    NewWebhook { url: url.to_owned(), events: events.iter().copied().collect(), companies: None }
}

fn codes(companies: &[&str]) -> BTreeSet<String> {
    companies.iter().map(|code| (*code).to_owned()).collect()
}

/// Facts of one event: what identifies each, and its companies.
fn facts(event: WebhookEvent, identities: &[(&str, &[&str])]) -> WebhookFacts {
    let mut facts = WebhookFacts::default();
    for (identity, companies) in identities {
        facts.add(event, (*identity).to_owned(), codes(companies), json!({ "name": identity }));
    }
    facts
}

/// What waits in the outbox: webhook and the names it is told.
fn waiting(session: &Session, now: &str) -> Vec<(i64, String)> {
    let names = |body: &str| {
        let body: Value = serde_json::from_str(body).unwrap();
        let data = body["data"].as_array().unwrap().clone();
        data.iter().map(|fact| fact["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let due = due(&session.store, now).unwrap();
    due.iter().map(|delivery| (delivery.webhook_id, names(&delivery.body))).collect()
}

/// A receiver that answers each request with the next of these, and then hands over what it was sent: head and body.
fn receiver(answers: Vec<&'static str>) -> (String, JoinHandle<Vec<(String, String)>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let handle = spawn(move || {
        let mut received = Vec::new();
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                assert!(reader.read_line(&mut head).unwrap() > 0, "{head}");
            }
            let length = header(&head, "content-length").unwrap().parse().unwrap();
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            received.push((head, String::from_utf8(body).unwrap()));
            stream.write_all(answer.as_bytes()).unwrap();
        }
        received
    });
    (url, handle)
}

fn header(head: &str, name: &str) -> Option<String> {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned()).next()
}

/// A client without a network: answers with a status, or not at all.
struct Scripted(u16, RefCell<Vec<String>>);

impl WebhookClient for Scripted {
    fn post(&self, url: &str, _: &[(&str, &str)], _: &str) -> Result<Answer, String> {
        self.1.borrow_mut().push(url.to_owned());
        if self.0 == 0 {
            Err("nobody there".to_owned())
        } else {
            Ok(Answer { status: self.0, text: String::new() })
        }
    }
}

#[test]
fn a_receiver_that_fails_twice_gets_the_same_signed_delivery_a_third_time() {
    let (url, handle) = receiver(vec![
        "HTTP/1.1 500 Oops\r\nContent-Length: 4\r\nConnection: close\r\n\r\noops",
        // A redirect is not followed.
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
    ]);
    let mut session = session();
    let (webhook, secret) = create(&mut session, &new(&url, &[WebhookEvent::RunFinal]), true).unwrap();
    notice(&session.store, NOW, &WebhookFacts::default()).unwrap();
    let added = notice(&session.store, NOW, &facts(WebhookEvent::RunFinal, &[("1", &[])])).unwrap();
    assert_eq!(added, 1);
    let client = HttpClient::new(true);
    let table = [
        ("2024-05-01T10:00:00Z", (0, 1), "500 oops"),
        ("2024-05-01T10:00:59Z", (0, 0), "500 oops"),
        ("2024-05-01T10:01:00Z", (0, 1), "302"),
        ("2024-05-01T10:03:59Z", (0, 0), "302"),
        ("2024-05-01T10:04:00Z", (1, 0), "204"),
        ("2024-05-02T10:04:00Z", (0, 0), "204"),
    ];
    for (now, (delivered, postponed), answer) in table {
        let done = deliver_due(&session.store, now, &client).unwrap();
        assert_eq!(done, Delivered { delivered, postponed, failed: 0 }, "{now}");
        assert_eq!(deliveries(&mut session, webhook.id, 9).unwrap()[0].answer, answer, "{now}");
    }
    let received = handle.join().unwrap();
    let seconds = [1_714_557_600, 1_714_557_660, 1_714_557_840];
    for ((head, body), seconds) in received.iter().zip(seconds) {
        assert!(head.starts_with("POST /hook HTTP/1.1\r\n"), "{head}");
        assert_eq!(header(head, "content-type").as_deref(), Some("application/json"));
        let signed = header(head, SIGNATURE_HEADER).unwrap();
        assert!(signed.starts_with(&format!("t={seconds},")), "{signed}");
        assert!(is_signed(&secret, &signed, body), "{signed} {body}");
        assert_eq!(*body, received[0].1, "every attempt is the same delivery");
    }
    let body: Value = serde_json::from_str(&received[0].1).unwrap();
    let names: Vec<&String> = body.as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "event", "at", "data"]);
    assert_eq!((&body["event"], &body["at"]), (&json!("run_final"), &json!(NOW)));
}

#[test]
fn a_private_address_is_refused_when_it_is_entered_and_when_its_name_is_looked_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"] {
        let url = format!("http://{host}:{port}/");
        let mut session = session();
        let refused = create(&mut session, &new(&url, &[WebhookEvent::RunFinal]), false).unwrap_err();
        assert_eq!(refused.code, "webhook-address-private", "{url}");
        let reason = HttpClient::new(false).post(&url, &[], "{}").unwrap_err();
        assert!(reason.contains("is a private address"), "{url}: {reason}");
    }
    assert!(listener.accept().is_err(), "nobody came");
}

#[test]
fn of_an_answer_no_more_than_a_kilobyte_is_kept_and_what_a_terminal_obeys_is_visible() {
    let long = format!("HTTP/1.1 400 No\r\nConnection: close\r\n\r\n\u{1b}[31m{}", "x".repeat(100_000));
    let (url, handle) = receiver(vec![Box::leak(long.into_boxed_str())]);
    let answer = HttpClient::new(true).post(&url, &[], "{}").unwrap();
    assert_eq!(answer.status, 400);
    assert!(answer.text.starts_with("␛[31mxxx"), "{}", answer.text);
    assert_eq!(answer.text.chars().count(), 1024);
    handle.join().ok();
}

#[test]
fn only_addresses_of_the_web_are_taken() {
    let table = [
        ("https://example.com/hook?key=1", None),
        (" https://example.com/hook ", None),
        ("http://203.0.114.7:8080/", None),
        ("", Some("webhook-url")),
        ("/hook", Some("webhook-url")),
        ("example.com/hook", Some("webhook-url")),
        ("ftp://example.com/", Some("webhook-url")),
        ("file:///etc/passwd", Some("webhook-url")),
        ("javascript:alert(1)", Some("webhook-url")),
        ("https://ada:secret@example.com/", Some("webhook-url")),
        ("https://example.com/#top", Some("webhook-url")),
        ("https://exa mple.com/", Some("webhook-url")),
        ("https://example.com/\r\nHost: x", Some("webhook-url")),
        ("https://localhost./", Some("webhook-address-private")),
        ("https://api.localhost/", Some("webhook-address-private")),
        ("https://10.0.0.7/", Some("webhook-address-private")),
        ("https://[fd00::1]/", Some("webhook-address-private")),
    ];
    for (url, expected) in table {
        let made = create(&mut session(), &new(url, &[WebhookEvent::RunFinal]), false);
        assert_eq!(made.err().map(|problem| problem.code), expected, "{url}");
    }
    let code = |new: &NewWebhook| create(&mut session(), new, false).unwrap_err().code;
    let url = "https://example.com/";
    assert_eq!(code(&new(url, &[])), "webhook-no-event");
    let of = |companies: &[&str]| NewWebhook {
        companies: Some(codes(companies)),
        ..new(url, &[WebhookEvent::RunFinal])
    };
    assert_eq!(code(&of(&[])), "webhook-no-company");
    assert_eq!(code(&of(&["99"])), "company-not-found");
}

#[test]
fn r0_5_making_and_changing_is_audited_without_the_secret() {
    let mut session = session();
    let (webhook, secret) =
        create(&mut session, &new("https://example.com/a", &[WebhookEvent::RunFinal]), false).unwrap();
    assert!(secret.len() == 70 && secret.starts_with("whsec_"), "{secret}");
    let url = WebhookChange { url: Some("https://example.com/b".to_owned()), ..WebhookChange::default() };
    let (changed, none) = change(&mut session, webhook.id, &url, false, false).unwrap();
    assert_eq!((changed.url.as_str(), none), ("https://example.com/b", None));
    let (_, second) = change(&mut session, webhook.id, &WebhookChange::default(), true, false).unwrap();
    let second = second.unwrap();
    assert_ne!(second, secret);
    // Nothing changed: no entry.
    change(&mut session, webhook.id, &url, false, false).unwrap();
    let audited = session.read(|tx| entries(tx, &EntryFilter::default())).unwrap();
    let said: Vec<String> = audited
        .iter()
        .rev()
        .map(|entry| format!("{} {} {}", entry.action, entry.payload, entry.result))
        .collect();
    let actions: Vec<&str> = said.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(actions, ["webhook-create", "webhook-change", "webhook-change"]);
    assert!(said.iter().all(|line| !line.contains(&secret) && !line.contains(&second)), "{said:?}");
    assert_eq!(get(&mut session, 9).unwrap_err().code, "webhook-not-found");
    assert_eq!(list(&mut session).unwrap(), [changed]);
}

#[test]
fn a_repeated_command_makes_one_webhook_with_one_secret() {
    let mut session = session();
    session.idempotency_key = Some("k".to_owned());
    let first = create(&mut session, &new("https://example.com/", &[WebhookEvent::RunFinal]), false).unwrap();
    let again = create(&mut session, &new("https://example.com/", &[WebhookEvent::RunFinal]), false).unwrap();
    assert_eq!(first, again);
    assert_eq!(list(&mut session).unwrap().len(), 1);
}

#[test]
fn only_what_is_new_is_told_and_what_comes_back_is_told_again() {
    let mut session = session();
    create(&mut session, &new("https://example.com/", &[WebhookEvent::LimitExceeded]), false).unwrap();
    let table: [(&[&str], &str); 6] =
        [(&["a"], ""), (&["a"], ""), (&["a", "b", "c"], "b c"), (&["c"], ""), (&["b", "c"], "b"), (&[], "")];
    for (n, (names, told)) in table.into_iter().enumerate() {
        let all: Vec<(&str, &[&str])> = names.iter().map(|name| (*name, &["01"][..])).collect();
        notice(&session.store, NOW, &facts(WebhookEvent::LimitExceeded, &all)).unwrap();
        let waiting: Vec<String> = waiting(&session, NOW).into_iter().map(|(_, names)| names).collect();
        assert_eq!(waiting.join(", "), told, "step {n}");
        deliver_due(&session.store, NOW, &Scripted(200, RefCell::default())).unwrap();
    }
    // Without anybody listening nothing is remembered: who comes later is not told what has long been so.
    let off = WebhookChange { disabled: Some(true), ..WebhookChange::default() };
    change(&mut session, 1, &off, false, false).unwrap();
    notice(&session.store, NOW, &WebhookFacts::default()).unwrap();
    let on = WebhookChange { disabled: Some(false), ..WebhookChange::default() };
    change(&mut session, 1, &on, false, false).unwrap();
    let told = notice(&session.store, NOW, &facts(WebhookEvent::LimitExceeded, &[("z", &["01"])])).unwrap();
    assert_eq!(told, 0);
}

#[test]
fn a_webhook_is_told_its_events_and_its_companies_only() {
    let mut session = session();
    session
        .write("companies", "", "", |tx, entry| {
            for code in ["01", "02"] {
                let company = Company { company: code.to_owned(), ..Company::default() };
                company_put(tx, entry, Day::LAST, &company)?;
            }
            Ok(Written::new(json!(entry), Value::Null))
        })
        .unwrap();
    let stop = [WebhookEvent::StopOfCover];
    create(&mut session, &new("https://example.com/1", &stop), false).unwrap();
    create(&mut session, &new("https://example.com/2", &[WebhookEvent::RunFinal]), false).unwrap();
    let of_company = NewWebhook { companies: Some(codes(&["01"])), ..new("https://example.com/3", &stop) };
    create(&mut session, &of_company, false).unwrap();
    notice(&session.store, NOW, &WebhookFacts::default()).unwrap();
    let all =
        facts(WebhookEvent::StopOfCover, &[("a", &["01"]), ("b", &["01", "02"]), ("c", &["02"]), ("d", &[])]);
    notice(&session.store, NOW, &all).unwrap();
    let mut waiting = waiting(&session, NOW);
    waiting.sort();
    assert_eq!(waiting, [(1, "a b c d".to_owned()), (3, "a".to_owned())]);
}

#[test]
fn many_facts_share_deliveries() {
    let mut session = session();
    create(&mut session, &new("https://example.com/", &[WebhookEvent::DeadlineNear]), false).unwrap();
    notice(&session.store, NOW, &WebhookFacts::default()).unwrap();
    let names: Vec<String> = (0..250).map(|n| format!("{n:03}")).collect();
    let all: Vec<(&str, &[&str])> = names.iter().map(|name| (name.as_str(), &[][..])).collect();
    assert_eq!(notice(&session.store, NOW, &facts(WebhookEvent::DeadlineNear, &all)).unwrap(), 3);
}

#[test]
fn a_delivery_is_tried_twelve_times_over_days_and_then_given_up() {
    let minutes: Vec<i64> = (1..ATTEMPTS_MAX).map(|n| wait_after(n).as_secs() / 60).collect();
    assert_eq!(minutes, [1, 3, 9, 27, 81, 243, 729, 1440, 1440, 1440, 1440]);
    let mut session = session();
    create(&mut session, &new("https://example.com/", &[WebhookEvent::RunFinal]), false).unwrap();
    notice(&session.store, NOW, &WebhookFacts::default()).unwrap();
    notice(&session.store, NOW, &facts(WebhookEvent::RunFinal, &[("1", &[])])).unwrap();
    let nobody = Scripted(0, RefCell::default());
    let mut last = Delivered::default();
    for _ in 0..ATTEMPTS_MAX {
        let next = deliveries(&mut session, 1, 1).unwrap()[0].next_at.clone();
        last = deliver_due(&session.store, &next, &nobody).unwrap();
    }
    assert_eq!(last, Delivered { failed: 1, ..Delivered::default() });
    let delivery = &deliveries(&mut session, 1, 1).unwrap()[0];
    assert_eq!((delivery.state.as_str(), delivery.answer.as_str()), ("failed", "nobody there"));
    assert!(due(&session.store, "2025-01-01T00:00:00Z").unwrap().is_empty());
    assert_eq!(nobody.1.borrow().len(), 12);
}

#[test]
fn a_silent_receiver_holds_up_its_own_deliveries_only_and_a_disabled_one_waits() {
    let mut session = session();
    for path in ["a", "b"] {
        let url = format!("https://example.com/{path}");
        create(&mut session, &new(&url, &[WebhookEvent::RunFinal, WebhookEvent::StopOfCover]), false)
            .unwrap();
    }
    notice(&session.store, NOW, &WebhookFacts::default()).unwrap();
    let mut both = facts(WebhookEvent::RunFinal, &[("1", &[])]);
    both.add(WebhookEvent::StopOfCover, "x".to_owned(), BTreeSet::new(), json!({ "name": "x" }));
    assert_eq!(notice(&session.store, NOW, &both).unwrap(), 4);
    let off = WebhookChange { disabled: Some(true), ..WebhookChange::default() };
    change(&mut session, 2, &off, false, false).unwrap();
    let nobody = Scripted(0, RefCell::default());
    let done = deliver_due(&session.store, NOW, &nobody).unwrap();
    assert_eq!(done, Delivered { postponed: 2, ..Delivered::default() });
    assert_eq!(nobody.1.into_inner(), ["https://example.com/a"], "asked once, not for each delivery");
    let on = WebhookChange { disabled: Some(false), ..WebhookChange::default() };
    change(&mut session, 2, &on, false, false).unwrap();
    let done = deliver_due(&session.store, NOW, &Scripted(200, RefCell::default())).unwrap();
    assert_eq!(done, Delivered { delivered: 2, ..Delivered::default() });
}
