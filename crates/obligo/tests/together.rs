//! Several people at once: who comes second is told, nothing is lost, and reading waits for nobody.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::Role;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use support::client::{Answer, Client};
use support::server::{Ground, Server};
use support::two_companies;

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

const ITEM: &str = "/api/v1/items/01%2FA-1%2Finvoice";

fn version(program: &mut Client, target: &str) -> String {
    let answer = program.get(target);
    assert_eq!(answer.status, 200, "{}", answer.told());
    answer.header("etag").expect("a version").to_owned()
}

fn follow_up(program: &mut Client, version: &str, date: &str, key: &str) -> Answer {
    let body =
        json!({ "follow_up": true, "follow_up_on": date, "reason": format!("call on {date}") }).to_string();
    let mut headers = vec![("content-type", "application/json"), ("if-match", version)];
    if !key.is_empty() {
        headers.push(("idempotency-key", key));
    }
    program.send("PATCH", ITEM, &headers, body.as_bytes())
}

fn edits(server: &Server) -> usize {
    let mut auditor = server.program(&format!("auditor-{}", number()), &[Role::Auditor], &[]);
    let trail = auditor.get("/api/v1/audit").json();
    trail["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["reason"].as_str().is_some_and(|r| r.starts_with("call on")))
        .count()
}

/// A number no other call gets.
fn number() -> usize {
    static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[test]
fn the_second_of_two_who_saw_the_same_is_told_and_changes_nothing() {
    let server = two_companies::ground().serve();
    let mut clara = server.program("clara", &[Role::Clerk], &[]);
    let mut carl = server.program("carl", &[Role::Clerk], &[]);
    let seen = version(&mut clara, ITEM);
    assert_eq!(version(&mut carl, ITEM), seen);
    assert_eq!(follow_up(&mut clara, &seen, "2024-04-01", "").status, 200);
    let second = follow_up(&mut carl, &seen, "2024-05-01", "");
    assert_eq!((second.status, second.json()["code"].clone()), (412, json!("record-changed")));
    assert_eq!(carl.get(ITEM).json()["follow_up_on"], "2024-04-01");
    let fresh = version(&mut carl, ITEM);
    assert_ne!(fresh, seen);
    assert_eq!(follow_up(&mut carl, &fresh, "2024-05-01", "").status, 200);
    assert_eq!(edits(&server), 2);
}

#[test]
fn of_many_at_the_same_moment_exactly_one_is_first() {
    let server = two_companies::ground().serve();
    let mut clara = server.program("clara", &[Role::Clerk], &[]);
    for round in 1..=5 {
        let seen = version(&mut clara, ITEM);
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let each = (1..=8).map(|day| {
                let (mut one, seen) = (clara.clone(), seen.clone());
                scope.spawn(move || {
                    follow_up(&mut one, &seen, &format!("2024-{:02}-{day:02}", round + 3), "").status
                })
            });
            let all: Vec<_> = each.collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
        assert!(statuses.iter().all(|status| [200, 412].contains(status)), "{statuses:?}");
        assert_eq!(edits(&server), round);
    }
}

#[test]
fn a_request_sent_again_is_done_once_and_answered_alike() {
    let server = two_companies::ground().serve();
    let mut clara = server.program("clara", &[Role::Clerk], &[]);
    let seen = version(&mut clara, ITEM);
    let first = follow_up(&mut clara, &seen, "2024-04-01", "key-1");
    assert_eq!(first.status, 200, "{}", first.told());
    let again = follow_up(&mut clara, &seen, "2024-04-01", "key-1");
    assert_eq!(
        (again.status, again.json()["result"]["entry"].clone()),
        (200, first.json()["result"]["entry"].clone())
    );
    let other = follow_up(&mut clara, &seen, "2024-06-01", "key-1");
    assert_eq!(
        (other.status, other.json()["code"].clone()),
        (409, json!("door-key-reused")),
        "another request under the same key"
    );
    assert_eq!(edits(&server), 1);
    // Keys belong to their sender.
    let mut carl = server.program("carl", &[Role::Clerk], &[]);
    let fresh = version(&mut carl, ITEM);
    assert_eq!(follow_up(&mut carl, &fresh, "2024-06-01", "key-1").status, 200);
}

#[test]
fn of_many_who_send_the_same_key_one_is_done() {
    let server = two_companies::ground().serve();
    let clara = server.program("clara", &[Role::Clerk], &[]);
    let seen = version(&mut clara.clone(), ITEM);
    let answers: Vec<(u16, Value)> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..8)
            .map(|_| {
                let (mut one, seen) = (clara.clone(), seen.clone());
                scope.spawn(move || {
                    let answer = follow_up(&mut one, &seen, "2024-04-01", "key-1");
                    (answer.status, answer.json()["result"]["entry"].clone())
                })
            })
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(answers.iter().all(|answer| *answer == answers[0] && answer.0 == 200), "{answers:?}");
    assert_eq!(edits(&server), 1);
}

#[test]
fn of_two_policy_files_put_over_the_same_version_one_is_taken() {
    let server = two_companies::ground().serve();
    let mut margit = server.program("margit", &[Role::Manager], &[]);
    let target = "/api/v1/policies/ACR%2FA";
    let file = margit.get(target).json()["file"].as_str().unwrap().to_owned();
    let seen = version(&mut margit, target);
    let put = |client: &mut Client, name: &str| {
        let text = file.replace("Group policy", name);
        client
            .send(
                "PUT",
                target,
                &[("content-type", "application/toml"), ("if-match", &seen)],
                text.as_bytes(),
            )
            .status
    };
    assert_eq!(put(&mut margit, "First name"), 200);
    assert_eq!(put(&mut margit, "Second name"), 412);
    assert!(margit.get(target).text().contains("First name"));
}

#[test]
fn a_preview_under_way_blocks_no_reader() {
    let server = Ground::demonstration().serve();
    let runner = server.program("runner", &[Role::Runner], &[]);
    let mut reader = server.program("reader", &[Role::Viewer], &[]);
    assert_eq!(reader.get("/api/v1/items?limit=1").status, 200);
    let is_over = AtomicBool::new(false);
    let mut read_meanwhile = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut runner = runner.clone();
            for key_date in ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-29"] {
                let body =
                    json!({ "policy": "ACR/A", "key_date": key_date, "buyers": "named", "final": false });
                let answer = runner.json("POST", "/api/v1/declarations", &body);
                assert!(answer.status < 300, "{}", answer.told());
            }
            is_over.store(true, Ordering::SeqCst);
        });
        while !is_over.load(Ordering::SeqCst) {
            let begin = Instant::now();
            assert_eq!(reader.get("/api/v1/items?limit=1").status, 200);
            assert!(begin.elapsed().as_secs() < 10, "a reader waits {:?}", begin.elapsed());
            read_meanwhile += 1;
        }
    });
    assert!(read_meanwhile >= 4, "{read_meanwhile} answers during four previews");
}
