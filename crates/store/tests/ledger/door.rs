//! The one door for all writes.

use crate::{Ground, REQUEST, add, add_with, companies, entries_of, insert};
use obligo_rules::problem::{Problem, ProblemKind};
use obligo_store::{EntryFilter, Open, Outcome, Request, Store, Written, entries, verify_chain};
use serde_json::json;
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn r0_5_a_write_leaves_one_entry_with_who_when_and_why() {
    let ground = Ground::new();
    let store = ground.store();
    let request = Request { reason: "new subsidiary", idempotency_key: Some("k1"), ..REQUEST };
    let outcome = add_with(&store, &request, "01").unwrap();
    let result = json!({ "entry_in_work": 1 });
    assert_eq!(outcome, Outcome { entry: Some(1), result, repeated: false, dry_run: false });
    let entry = store.read(|tx| entries(tx, &EntryFilter::default())).unwrap().remove(0);
    assert_eq!((entry.actor.as_str(), entry.reason.as_str()), ("mia", "new subsidiary"));
    assert_eq!(
        (entry.action.as_str(), entry.recorded_at.as_str()),
        ("company-import", "2024-05-01T10:00:00Z")
    );
    assert_eq!(
        (entry.payload.as_str(), entry.result.as_str()),
        (r#"{"company":"01"}"#, r#"{"entry_in_work":1}"#)
    );
}

#[test]
fn r0_5_what_is_not_accepted_leaves_nothing() {
    let ground = Ground::new();
    let store = ground.store();
    add(&store, "01");
    let dry = add_with(&store, &Request { dry_run: true, ..REQUEST }, "02").unwrap();
    assert_eq!((dry.entry, dry.dry_run, dry.result), (None, true, json!({ "entry_in_work": 2 })));
    let nothing = store.write(&REQUEST, |tx, _| {
        insert(tx, "03")?;
        Ok(Written::nothing(json!("same")))
    });
    assert_eq!(nothing, Ok(Outcome { entry: None, result: json!("same"), repeated: false, dry_run: false }));
    let refused = store.write(&REQUEST, |tx, _| {
        insert(tx, "04")?;
        Err(Problem::refused("csv-unknown-column"))
    });
    assert_eq!(refused, Err(Problem::refused("csv-unknown-column")));
    let panicked = std::panic::catch_unwind(|| {
        store.write(&REQUEST, |tx, _| {
            insert(tx, "05")?;
            panic!("a fault in a use case");
        })
    });
    assert!(panicked.is_err());
    let ended = store.write(&REQUEST, |tx, _| {
        insert(tx, "06")?;
        tx.exec("ROLLBACK", &[])?;
        Ok(Written::new(json!(1), json!(1)))
    });
    assert_eq!(ended.unwrap_err().code, "store-statement");
    assert_eq!((companies(&store).as_str(), entries_of(&store)), ("01", 1));
    assert_eq!(add(&store, "07").entry, Some(2), "numbers have no gaps");
}

#[test]
fn r0_5_a_key_is_done_once() {
    let ground = Ground::new();
    let store = ground.store();
    let request = Request { idempotency_key: Some("k"), ..REQUEST };
    let first = add_with(&store, &request, "01").unwrap();
    let again = add_with(&store, &request, "02").unwrap();
    assert_eq!(again, Outcome { repeated: true, ..first });
    let table = [Request { input_hash: "bb", ..request }, Request { action: "company-edit", ..request }];
    for other in table {
        let problem = add_with(&store, &other, "03").unwrap_err();
        assert_eq!((problem.code, problem.kind), ("door-key-reused", ProblemKind::Forbidden));
    }
    assert_eq!((companies(&store).as_str(), entries_of(&store)), ("01", 1));
}

#[test]
fn r0_5_who_and_when_are_needed() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    let table = [
        (Request { actor: "", ..REQUEST }, "door-actor-missing"),
        (Request { action: "", ..REQUEST }, "door-actor-missing"),
        (Request { recorded_at: "yesterday", ..REQUEST }, "store-instant"),
    ];
    for (request, code) in table {
        assert_eq!(add_with(&store, &request, "01").unwrap_err().code, code);
    }
}

#[test]
fn r0_5_time_never_runs_backwards() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    let clock = ["2024-05-01T10:00:00.900Z", "2024-04-30T10:00:00Z", "2024-05-01T10:00:01Z"];
    for (i, recorded_at) in clock.into_iter().enumerate() {
        add_with(&store, &Request { recorded_at, ..REQUEST }, &i.to_string()).unwrap();
    }
    let kept: Vec<_> = store.read(|tx| entries(tx, &EntryFilter::default())).unwrap();
    let kept: Vec<_> = kept.iter().rev().map(|e| e.recorded_at.as_str()).collect();
    assert_eq!(kept, ["2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z", "2024-05-01T10:00:01Z"]);
}

#[test]
fn a_second_writer_waits_then_gives_up() {
    let ground = Ground::new();
    let (one, other) = (ground.store(), ground.store());
    add(&one, "01");
    one.write(&REQUEST, |tx, _| {
        insert(tx, "02")?;
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let begun = Instant::now();
                let problem = add_with(&other, &REQUEST, "03").unwrap_err();
                assert_eq!((problem.code, problem.kind), ("store-locked", ProblemKind::Unavailable));
                assert!(begun.elapsed() >= Duration::from_millis(40));
                assert_eq!(companies(&other), "01", "readers go on");
            });
        });
        Ok(Written::new(json!(1), json!(1)))
    })
    .unwrap();
    add(&other, "03");
    assert_eq!(companies(&one), "01 02 03");
}

#[test]
fn writers_in_many_threads_take_turns() {
    let ground = Ground::new();
    let store = Store::open(&ground.url(), Open::Create).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for i in 0..5 {
                    add(store, &format!("{thread}-{i}"));
                }
            });
        }
    });
    let report = store.read(verify_chain).unwrap();
    assert_eq!((report.entries, report.broken), (20, vec![]));
}

const KILLED: &str = "OBLIGO_TEST_KILLED_STORE";

#[test]
fn r0_5_a_killed_program_leaves_nothing_half_done() {
    if let Ok(url) = std::env::var(KILLED) {
        let store = Store::open(&url, Open::Existing).unwrap();
        let _ = store.write(&REQUEST, |tx, _| {
            // So small a cache spills: the log holds pages of the unfinished write.
            tx.exec("PRAGMA cache_size = 10", &[])?;
            for i in 0..2000 {
                insert(tx, &format!("{i}{}", "x".repeat(500)))?;
            }
            std::process::abort();
        });
        return;
    }
    let ground = Ground::new();
    add(&ground.store(), "01");
    let killed = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "door::r0_5_a_killed_program_leaves_nothing_half_done"])
        .env(KILLED, ground.url())
        .output()
        .unwrap();
    assert!(!killed.status.success());
    let store = ground.store();
    assert_eq!((companies(&store).as_str(), entries_of(&store)), ("01", 1));
    assert_eq!(add(&store, "02").entry, Some(2));
}
