//! Volatile tables beside the ledger, and the step to them.

use crate::{Ground, add, companies};
use obligo_rules::problem::ProblemKind::Unavailable;
use obligo_store::{Open, Store, TABLES_WITH_ENTRY, VOLATILE_TABLES};

#[test]
fn a_store_of_the_first_schema_is_brought_up_to_date() {
    let ground = Ground::new();
    let raw = ground.raw();
    raw.execute_batch(include_str!("../../src/schema/0001_start.sql")).unwrap();
    raw.execute_batch(
        "PRAGMA application_id = 0x6F626C67;
         CREATE TABLE migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL);
         INSERT INTO migration VALUES (1, 'start');
         INSERT INTO company VALUES (1, '01');",
    )
    .unwrap();
    drop(raw);
    let store = Store::open(&ground.url(), Open::Existing).unwrap();
    assert_eq!(companies(&store), "01", "what was there stays");
    let tables = "SELECT count(*) FROM user_account";
    let users = store.read(|tx| tx.one(tables, &[], |row| Ok(row.int(0)))).unwrap();
    assert_eq!(users, Some(0));
    let last_step = |store: &Store| {
        let steps = "SELECT max(version) FROM migration";
        store.read(|tx| tx.one(steps, &[], |row| Ok(row.int(0)))).unwrap()
    };
    let new = Ground::new();
    assert_eq!(last_step(&store), last_step(&new.store()), "every step a new store has");
    add(&store, "02");
}

#[test]
fn the_hatch_keeps_volatile_rows_and_nothing_of_the_ledger() {
    let ground = Ground::new();
    let store = ground.store();
    assert!(VOLATILE_TABLES.iter().all(|table| !TABLES_WITH_ENTRY.contains(table)));
    let table = [
        ("INSERT INTO saved_view VALUES (1, 'items', 'mine', '{}', '')", true),
        ("UPDATE saved_view SET content = '[]'", true),
        ("SELECT company FROM company", true),
        ("DELETE FROM saved_view", true),
        ("INSERT INTO company VALUES (7, '07')", false),
        ("INSERT OR REPLACE INTO company VALUES (7, '07')", false),
        ("  insert\ninto company(company_id, company) VALUES (7, '07')", false),
        ("UPDATE entry SET actor = 'eve'", false),
        ("UPDATE user_account SET roles = 'administrator'", false),
        ("DELETE FROM item", false),
        ("WITH x AS (SELECT 1) DELETE FROM company", false),
        ("REPLACE INTO company VALUES (7, '07')", false),
        ("DROP TABLE company", false),
        ("PRAGMA user_version = 7", false),
    ];
    for (sql, expected) in table {
        let answer = store.keep(|tx| tx.each(sql, &[], |_| Ok(())));
        assert_eq!(answer.is_ok(), expected, "{sql}");
        if let Err(problem) = answer {
            assert_eq!((problem.code, problem.kind), ("store-statement", Unavailable));
        }
    }
    assert_eq!(companies(&store), "");
}

#[test]
fn the_hatch_rolls_back_and_does_not_wait_if_asked_not_to() {
    let ground = Ground::new();
    let store = ground.store();
    let views = || {
        store
            .read(|tx| tx.one("SELECT count(*) FROM saved_view", &[], |row| Ok(row.int(0))))
            .unwrap()
            .unwrap()
    };
    let insert = "INSERT INTO saved_view VALUES (1, 'items', 'mine', '{}', '')";
    let refused = store.keep(|tx| {
        tx.exec(insert, &[])?;
        tx.exec(insert, &[])
    });
    assert!(refused.is_err());
    assert_eq!(views(), 0);
    let writing = ground.raw();
    writing.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(store.keep_if_free(|tx| tx.exec(insert, &[])).unwrap(), None);
    assert_eq!(store.keep(|tx| tx.exec(insert, &[])).unwrap_err().code, "store-locked");
    writing.execute_batch("ROLLBACK").unwrap();
    assert_eq!(store.keep_if_free(|tx| tx.exec(insert, &[])).unwrap(), Some(1));
    assert_eq!(views(), 1);
}
