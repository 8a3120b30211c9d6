//! Opening, migrating, and statements.

use crate::{Ground, add, companies, url};
use obligo_rules::problem::ProblemKind;
use obligo_store::{Open, Param, Store};
use rusqlite::Connection;
use std::fs;

#[test]
fn what_a_url_may_name() {
    let table = [
        ("sqlite::memory:", None),
        ("postgres://host/db", Some(("store-postgres-not-yet", ProblemKind::Unavailable))),
        ("sqlite:", Some(("store-url", ProblemKind::Usage))),
        ("obligo.db", Some(("store-url", ProblemKind::Usage))),
        ("sqlite:/no/such/folder/obligo.db", Some(("store-unreachable", ProblemKind::Unavailable))),
    ];
    for (given, expected) in table {
        let problem = Store::open(given, Open::Create).err();
        assert_eq!(problem.as_ref().map(|p| (p.code, p.kind)), expected, "{given}");
    }
}

#[test]
fn what_a_file_may_be() {
    let ground = Ground::new();
    let text = ground.path("text.db");
    fs::write(&text, "not a database at all, however long it may be".repeat(50)).unwrap();
    let other = ground.path("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    let marked = ground.path("marked.db");
    Connection::open(&marked).unwrap().execute_batch("PRAGMA application_id = 7").unwrap();
    let empty = ground.path("empty.db");
    fs::write(&empty, "").unwrap();
    let newer = ground.path("newer.db");
    drop(Store::open(&url(&newer), Open::Create).unwrap());
    Connection::open(&newer).unwrap().execute_batch("INSERT INTO migration VALUES (9999, 'future')").unwrap();
    let table = [
        (text, Open::Create, "store-not-a-store"),
        (other.clone(), Open::Create, "store-not-a-store"),
        (marked, Open::Create, "store-not-a-store"),
        (empty, Open::Existing, "store-not-a-store"),
        (newer, Open::Existing, "store-too-new"),
        (ground.path("absent.db"), Open::Existing, "store-missing"),
        (ground.folder.path().to_owned(), Open::Existing, "store-unreachable"),
    ];
    for (path, mode, code) in table {
        let problem = Store::open(&url(&path), mode).unwrap_err();
        assert_eq!((problem.code, problem.kind), (code, ProblemKind::Unavailable), "{}", path.display());
    }
    assert!(!ground.path("absent.db").exists(), "looking creates nothing");
    let mode: String =
        Connection::open(&other).unwrap().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete", "another program's database is left as it is");
}

#[test]
fn created_once_for_its_owner_and_found_again() {
    let ground = Ground::new();
    add(&ground.store(), "01");
    let store = Store::open(&ground.url(), Open::Existing).unwrap();
    assert_eq!(companies(&store), "01");
    assert_eq!(store.name(), ground.path("obligo.db").display().to_string());
    #[cfg(unix)]
    for file in ["obligo.db", "obligo.db-wal"] {
        let mode =
            std::os::unix::fs::PermissionsExt::mode(&fs::metadata(ground.path(file)).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[test]
fn opened_by_many_at_once_it_is_created_once() {
    let ground = Ground::new();
    let url = ground.url();
    std::thread::scope(|scope| {
        let opening: Vec<_> =
            (0..4).map(|_| scope.spawn(|| Store::open(&url, Open::Create).map(|_| ()))).collect();
        for thread in opening {
            assert_eq!(thread.join().unwrap(), Ok(()));
        }
    });
    let once = "SELECT COUNT(*) = MAX(version) FROM migration";
    assert!(ground.raw().query_row(once, [], |row| row.get::<_, bool>(0)).unwrap());
}

#[test]
fn reading_is_one_snapshot_and_writes_nothing() {
    let ground = Ground::new();
    let store = ground.store();
    add(&store, "01");
    store
        .read(|tx| {
            let before = crate::companies_in(tx)?;
            add(&store, "02");
            assert_eq!((before.as_str(), crate::companies_in(tx)?.as_str()), ("01", "01"));
            assert_eq!(crate::insert(tx, "03").unwrap_err().code, "store-read-only");
            Ok(())
        })
        .unwrap();
    assert_eq!(companies(&store), "01 02");
}

#[test]
fn parameters_are_numbered_by_their_number() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    store
        .read(|tx| {
            let values: [Param; 3] = ["a".into(), 7_i64.into(), None::<i64>.into()];
            let found = tx.one("SELECT $2, $1, $3, $1", &values, |row| {
                Ok((row.int(0), row.text(1).to_owned(), row.int_opt(2), row.text_opt(3).map(str::to_owned)))
            })?;
            assert_eq!(found, Some((7, "a".to_owned(), None, Some("a".to_owned()))));
            assert_eq!(tx.one("SELECT 1 WHERE 1 = 2", &[], |row| Ok(row.int(0)))?, None);
            let table: [(&str, &[Param]); 5] = [
                ("SELECT $1, $2", &[Param::Int(1)]),
                ("SELECT $1", &[Param::Int(1), Param::Int(2)]),
                ("SELECT ?", &[Param::Int(1)]),
                ("SELECT nothing", &[]),
                ("SELECT $1", &[Param::Text("a number is asked for")]),
            ];
            for (sql, values) in table {
                let problem = tx.one(sql, values, |row| Ok(row.int(0))).unwrap_err();
                assert_eq!(problem.code, "store-statement", "{sql}");
            }
            Ok(())
        })
        .unwrap();
}
