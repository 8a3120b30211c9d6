//! The audit chain and what was known when.

use crate::{Ground, REQUEST, add, add_with};
use obligo_store::{EntryFilter, Open, Request, Store, entries, entry_known_at, verify_chain};

#[test]
fn r0_5_every_change_to_the_past_shows() {
    let table: [(&str, &[(i64, &str)]); 11] = [
        ("", &[]),
        ("UPDATE entry SET payload = '{}' WHERE entry = 2", &[(2, "hash")]),
        ("UPDATE entry SET result = '{}' WHERE entry = 2", &[(2, "hash")]),
        ("UPDATE entry SET actor = 'eve' WHERE entry = 3", &[(3, "hash")]),
        ("UPDATE entry SET reason = 'x' WHERE entry = 1", &[(1, "hash")]),
        ("UPDATE entry SET idempotency_key = 'x' WHERE entry = 1", &[(1, "hash")]),
        ("UPDATE entry SET hash = 'ff' WHERE entry = 1", &[(1, "hash"), (2, "previous_hash")]),
        (
            "UPDATE entry SET recorded_at = '2020-01-01T00:00:00Z' WHERE entry = 3",
            &[(3, "hash"), (3, "recorded_at")],
        ),
        ("DELETE FROM entry WHERE entry = 2", &[(3, "number"), (3, "previous_hash")]),
        ("DELETE FROM entry WHERE entry = 3", &[(3, "day_close")]),
        ("UPDATE entry SET entry = 4 WHERE entry = 3", &[(4, "number"), (4, "hash")]),
    ];
    for (tampering, expected) in table {
        let ground = Ground::new();
        let store = ground.store();
        add(&store, "01");
        add(&store, "02");
        add(&store, "03");
        let raw = ground.raw();
        raw.execute_batch("INSERT INTO day_close (date, entry) VALUES (19844, 3)").unwrap();
        raw.execute_batch(tampering).unwrap();
        let report = store.read(verify_chain).unwrap();
        assert_eq!(report.broken, expected, "{tampering}");
    }
}

#[test]
fn r0_5_the_hash_of_an_entry_can_be_computed_elsewhere() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    add(&store, "01");
    let report = store.read(verify_chain).unwrap();
    // printf '["obligo-entry-1",1,"2024-05-01T10:00:00Z","mia","company-import","",null,"aa","{\\"company\\":\\"01\\"}",
    // "{\\"entry_in_work\\":1}","000…"]' | sha256sum
    assert_eq!(report.last_hash, "dace264bd5a3bc1df293336662df043d882c562ad07bd5abc06ca0f5b51f8bae");
}

#[test]
fn r0_4_known_at_is_the_last_entry_by_then() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    let clock =
        ["2024-05-01T10:00:00Z", "2024-05-01T23:59:59.9Z", "2024-05-02T00:00:00Z", "2024-05-04T08:00:00Z"];
    for recorded_at in clock {
        add_with(&store, &Request { recorded_at, ..REQUEST }, recorded_at).unwrap();
    }
    let table = [
        ("2024-04-30T23:59:59Z", 0),
        ("2024-05-01T10:00:00Z", 1),
        ("2024-05-01T23:59:59Z", 2),
        ("2024-05-02T23:59:59Z", 3),
        ("2024-05-03T23:59:59Z", 3),
        ("2099-12-31T23:59:59Z", 4),
    ];
    for (day_end, entry) in table {
        assert_eq!(store.read(|tx| entry_known_at(tx, day_end)), Ok(entry), "{day_end}");
    }
}

#[test]
fn entries_are_listed_newest_first_by_who_what_and_when() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    let rows = [
        ("mia", "item-import", "2024-05-01T10:00:00Z"),
        ("ben", "item-import", "2024-05-02T10:00:00Z"),
        ("mia", "run-final", "2024-05-03T10:00:00Z"),
        ("mia", "item-import", "2024-05-04T10:00:00Z"),
    ];
    for (actor, action, recorded_at) in rows {
        add_with(&store, &Request { actor, action, recorded_at, ..REQUEST }, recorded_at).unwrap();
    }
    let all = EntryFilter::default();
    let table: [(EntryFilter, &[i64]); 6] = [
        (all, &[4, 3, 2, 1]),
        (EntryFilter { actor: Some("mia"), ..all }, &[4, 3, 1]),
        (EntryFilter { action: Some("item-import"), limit: 2, ..all }, &[4, 2]),
        (EntryFilter { action: Some("item-import"), below: Some(2), ..all }, &[1]),
        (
            EntryFilter { from: Some("2024-05-02T10:00:00Z"), until: Some("2024-05-03T23:59:59Z"), ..all },
            &[3, 2],
        ),
        (EntryFilter { actor: Some("eve"), ..all }, &[]),
    ];
    for (filter, expected) in table {
        let found: Vec<i64> =
            store.read(|tx| entries(tx, &filter)).unwrap().iter().map(|e| e.entry).collect();
        assert_eq!(found, expected, "{filter:?}");
    }
}
