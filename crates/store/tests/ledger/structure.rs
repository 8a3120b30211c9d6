//! What holds for the schema and the message catalogue as a whole.

use obligo_store::{Open, Store, TABLES_WITH_ENTRY, TABLES_WITHOUT_ENTRY, VOLATILE_TABLES};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn r0_5_every_row_names_the_entry_that_recorded_it() {
    let store = Store::open("sqlite::memory:", Open::Create).unwrap();
    let mut tables = BTreeMap::new();
    let sql = "SELECT t.name, COALESCE(SUM(c.name = 'entry' AND c.\"notnull\" + c.pk > 0), 0)
               FROM sqlite_master t JOIN pragma_table_info(t.name) c
               WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name";
    store
        .read(|tx| {
            tx.each(sql, &[], |row| {
                tables.insert(row.text(0).to_owned(), row.int(1) == 1);
                Ok(())
            })
        })
        .unwrap();
    let listed = TABLES_WITH_ENTRY.iter().map(|table| (*table, true));
    let listed =
        listed.chain(TABLES_WITHOUT_ENTRY.iter().chain(VOLATILE_TABLES).map(|table| (*table, false)));
    let listed: BTreeMap<String, bool> = listed.map(|(table, entry)| (table.to_owned(), entry)).collect();
    assert_eq!(tables, listed);
}

/// The codes this crate makes all have a text and a remedy.
#[test]
fn every_problem_has_a_message_and_a_remedy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalogue = fs::read_to_string(root.join("../../locales/en/problems.ftl")).unwrap();
    let sources: Vec<String> = ["backup", "db", "door", "fault", "instant", "migrate"]
        .map(|file| fs::read_to_string(root.join(format!("src/{file}.rs"))).unwrap())
        .to_vec();
    let mut codes = 0;
    for word in sources.iter().flat_map(|text| text.split('"')) {
        let is_code = ["store-", "door-", "backup-", "restore-"].iter().any(|start| word.starts_with(start))
            && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        if is_code {
            let message = catalogue.split_once(&format!("\n{word} = ")).map(|(_, rest)| rest);
            // A text that chooses between variants takes several lines; all of a message but its first are indented.
            let mut rest = message.into_iter().flat_map(|text| text.lines().skip(1));
            let mut of_message = rest.by_ref().take_while(|line| line.starts_with(' '));
            assert!(of_message.any(|line| line.starts_with("    .remedy = ")), "{word}");
            codes += 1;
        }
    }
    assert!(codes > 20);
}
