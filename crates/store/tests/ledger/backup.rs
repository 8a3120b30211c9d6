//! Copies and restoring.

use crate::{Ground, REQUEST, add, companies, insert, url};
use obligo_rules::problem::ProblemKind::{Forbidden, Refused, Unavailable, Usage};
use obligo_store::{Open, Store, Written, backup, restore};
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use std::path::Path;

#[test]
fn a_backup_is_consistent_while_a_write_is_open() {
    let ground = Ground::new();
    let store = ground.store();
    add(&store, "01");
    let copy = ground.path("copy.db");
    let mut told = Vec::new();
    store
        .write(&REQUEST, |tx, _| {
            insert(tx, "02")?;
            let report = backup(&store, &copy, Some(&mut |done, total| told.push((done, total))))?;
            assert_eq!((report.entries, report.broken), (1, vec![]));
            Ok(Written::new(json!(1), json!(1)))
        })
        .unwrap();
    let (done, total) = *told.last().unwrap();
    assert!(done == total && total > 10, "{told:?}");
    assert_eq!(companies(&store), "01 02");
    assert_eq!(companies(&Store::open(&url(&copy), Open::Existing).unwrap()), "01");
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&copy).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_backup_replaces_no_file_and_leaves_no_part() {
    let ground = Ground::new();
    let store = ground.store();
    let there = ground.path("there.db");
    fs::write(&there, "precious").unwrap();
    let problem = backup(&store, &there, None).unwrap_err();
    assert_eq!((problem.code, problem.kind), ("backup-file-exists", Forbidden));
    let problem = backup(&store, Path::new("/no/such/folder/copy.db"), None).unwrap_err();
    assert_eq!((problem.code, problem.kind), ("backup-unwritable", Unavailable));
    assert_eq!(fs::read_to_string(&there).unwrap(), "precious");
    assert_eq!(parts(&ground), 0);
}

#[test]
fn a_restored_store_is_the_store_of_then() {
    let ground = Ground::new();
    let copy = ground.path("copy.db");
    {
        let store = ground.store();
        add(&store, "01");
        backup(&store, &copy, None).unwrap();
        add(&store, "02");
        let problem = restore(&copy, &ground.url(), true, None).unwrap_err();
        assert_eq!((problem.code, problem.kind), ("store-locked", Unavailable), "somebody has it open");
        assert_eq!(companies(&store), "01 02");
    }
    let problem = restore(&copy, &ground.url(), false, None).unwrap_err();
    assert_eq!((problem.code, problem.kind), ("restore-store-exists", Forbidden));
    restore(&copy, &ground.url(), true, None).unwrap();
    assert_eq!(companies(&ground.store()), "01");
    let fresh = ground.path("fresh.db");
    restore(&copy, &url(&fresh), false, None).unwrap();
    let store = Store::open(&url(&fresh), Open::Existing).unwrap();
    assert_eq!(companies(&store), "01");
    assert_eq!(add(&store, "02").entry, Some(2), "it goes on");
    assert_eq!(parts(&ground), 0);
}

#[test]
fn a_log_left_by_a_killed_program_is_not_read_into_the_restored_store() {
    let ground = Ground::new();
    let copy = ground.path("copy.db");
    add(&ground.store(), "01");
    backup(&ground.store(), &copy, None).unwrap();
    let killed = ground.store();
    add(&killed, "02");
    let (db, wal) =
        (fs::read(ground.path("obligo.db")).unwrap(), fs::read(ground.path("obligo.db-wal")).unwrap());
    drop(killed);
    fs::write(ground.path("obligo.db"), db).unwrap();
    fs::write(ground.path("obligo.db-wal"), wal).unwrap();
    restore(&copy, &ground.url(), true, None).unwrap();
    assert_eq!(companies(&ground.store()), "01");
}

#[test]
fn a_damaged_store_can_be_replaced_but_no_other_file() {
    let ground = Ground::new();
    let copy = ground.path("copy.db");
    add(&ground.store(), "01");
    backup(&ground.store(), &copy, None).unwrap();
    let mut bytes = fs::read(&copy).unwrap();
    bytes[100..16384].fill(0xAA);
    fs::write(ground.path("obligo.db"), bytes).unwrap();
    assert_eq!(Store::open(&ground.url(), Open::Existing).unwrap_err().code, "store-damaged");
    restore(&copy, &ground.url(), true, None).unwrap();
    assert_eq!(companies(&ground.store()), "01");
    let letter = ground.path("letter.txt");
    fs::write(&letter, "Dear buyer, ".repeat(100)).unwrap();
    assert_eq!(restore(&copy, &url(&letter), true, None).unwrap_err().code, "store-not-a-store");
    assert!(fs::read_to_string(&letter).unwrap().starts_with("Dear buyer"));
}

#[test]
fn what_is_not_restored() {
    let ground = Ground::new();
    let good = ground.path("good.db");
    add(&ground.store(), "01");
    add(&ground.store(), "02");
    backup(&ground.store(), &good, None).unwrap();
    let made_from_good = |name: &str, sql: &str| {
        let path = ground.path(name);
        fs::copy(&good, &path).unwrap();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        path
    };
    let text = ground.path("text.db");
    fs::write(&text, "a,b,c\n".repeat(300)).unwrap();
    let other = ground.path("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    let torn = ground.path("torn.db");
    let mut bytes = fs::read(&good).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 40_000].fill(0x55);
    fs::write(&torn, bytes).unwrap();
    let table = [
        (ground.path("absent.db"), "restore-file-missing", Refused),
        (text, "restore-not-a-store", Refused),
        (other, "restore-not-a-store", Refused),
        (torn, "restore-damaged", Refused),
        (
            made_from_good("newer.db", "INSERT INTO migration VALUES (9999, 'future')"),
            "store-too-new",
            Unavailable,
        ),
        (
            made_from_good("forged.db", "UPDATE entry SET actor = 'eve' WHERE entry = 1"),
            "restore-chain-broken",
            Refused,
        ),
    ];
    let before = fs::read(ground.path("obligo.db")).unwrap();
    for (from, code, kind) in table {
        let problem = restore(&from, &ground.url(), true, None).unwrap_err();
        assert_eq!((problem.code, problem.kind), (code, kind), "{problem:?}");
    }
    let problem = restore(&good, "sqlite::memory:", true, None).unwrap_err();
    assert_eq!((problem.code, problem.kind), ("store-url", Usage));
    assert_eq!(fs::read(ground.path("obligo.db")).unwrap(), before, "the store is untouched");
    assert_eq!(parts(&ground), 0);
}

fn parts(ground: &Ground) -> usize {
    let names = fs::read_dir(ground.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_string_lossy().ends_with(".part")).count()
}
