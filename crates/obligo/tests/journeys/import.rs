//! A ledger in other people's columns is uploaded, mapped, checked and imported.

use crate::LANGUAGES;
use crate::desk::{Desk, shows};
use crate::support::server::{Ground, scenario};
use crate::support::{driver, two_companies};
use obligo::access::Role;
use obligo::words::Words;
use std::path::PathBuf;

const LEDGER: &str = "Beleg;Konto;Vom;Fällig;Betrag;Vermerk\nB-7;1001;05.02.2024;06.03.2024;1.250,00;<b>x</b>\n\
    B-8;1001;06.02.2024;07.03.2024;-50,00;\n";

#[test]
fn a_ledger_is_uploaded_mapped_and_imported_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        let file = server.ground.file("ledger.csv", LEDGER);
        let desk = Desk::of(&server, "klara", &[Role::Clerk], language);
        let page = &desk.page;
        page.open("/import");
        page.is_accessible();
        page.screenshot(&format!("import-{language}"));
        page.choose(&desk.say("import-what"), &desk.say("import-kind-items"));
        page.upload(&desk.say("import-files"), &file);
        page.press(&desk.say("import-upload"));
        assert!(shows(&desk.row(&desk.say("import-theirs"), "B-7"), "1.250,00"));

        let their = |ours: &str| desk.say_with("import-their-for", "column", ours);
        let always = |ours: &str| desk.say_with("import-always-for", "column", ours);
        for (ours, theirs) in [
            ("document_no", "Beleg"),
            ("account", "Konto"),
            ("document_date", "Vom"),
            ("net_due_date", "Fällig"),
            ("amount", "Betrag"),
        ] {
            page.choose(&their(ours), theirs);
        }
        page.fill(&always("company"), "01");
        page.fill(&always("currency"), "EUR");
        page.choose(&desk.say("import-kind-positive"), "invoice");
        page.choose(&desk.say("import-kind-negative"), "credit_note");
        page.choose(&desk.say("import-date-format"), "31.12.2024");
        page.choose(&desk.say("import-decimal"), "1234,56");
        page.choose(&desk.say("import-thousands"), "1.234");
        page.fill(&desk.say("import-name"), "Ledger");
        page.press(&desk.say("import-do-preview"));
        assert!(shows(&desk.row(&desk.say("import-read"), "B-8"), "credit_note"));
        page.is_accessible();
        page.screenshot(&format!("import-mapping-{language}"));

        page.press(&desk.say("import-do-check"));
        page.sees(&desk.say("import-dry-run"));
        page.press(&desk.say("import-do-import"));
        page.sees(&desk.say("import-imported"));
        assert!(shows(&desk.row(&desk.say("import-imported"), "ledger.csv"), "2"));
        page.is_accessible();
        page.screenshot(&format!("import-done-{language}"));
        let items = server.ground.must(&["items", "--json"]);
        assert!(items.contains("\"B-7\"") && items.contains("\"B-8\""), "{items}");

        // The same file again: its mapping is remembered, and nothing is new.
        page.open("/import");
        page.upload(&desk.say("import-files"), &file);
        page.press(&desk.say("import-upload"));
        assert_eq!(page.value(&desk.say("import-name")), "Ledger");
        let staged = page.path();
        page.press(&desk.say("import-do-import"));
        page.sees(&desk.say("import-same"));

        page.open(&staged);
        page.press(&desk.say_with("import-forget", "name", "Ledger"));
        page.sees(&desk.say("done-deleted"));
        page.is_accessible();
        page.does_not_see(&desk.say("import-known"));
        assert_eq!(page.value(&desk.say("import-name")), "");
    }
}

const BOOKS: &str = "#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#FNAMN \"Ovning AB\"\n#VALUTA EUR\n#RAR 0 20240101 20241231\n#IB 0 1510 500.00\n\
    #VER B 1 20240110\n{\n#TRANS 1510 {8 1001 10 S-81} 125.00\n#TRANS 3051 {} -125.00\n}\n\
    #VER C 1 20240120\n{\n#TRANS 1930 {} 40.00\n#TRANS 1510 {8 1001 10 S-81} -40.00\n}\n";

#[test]
fn a_ledger_of_another_program_needs_no_mapping_and_what_it_does_not_say_is_listed() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = two_companies::ground().serve();
        let file = server.ground.file("bok.se", BOOKS);
        let desk = Desk::of(&server, "klara", &[Role::Clerk], language);
        let page = &desk.page;
        page.open("/import");
        page.choose(&desk.say("import-what"), &desk.say("import-kind-items"));
        page.upload(&desk.say("import-files"), &file);
        page.press(&desk.say("import-upload"));
        page.sees(&desk.say_with("import-of-program", "format", "SIE"));
        page.is_accessible();
        page.press(&desk.say("import-do-check"));
        // The store has two companies, and the file does not say whose it is.
        page.sees("[books]");
        page.press(&desk.say("import-back"));
        page.press(&desk.say("import-books"));
        page.fill(&desk.say("import-books-rules"), "[books]\ncompany = \"01\"");
        page.press(&desk.say("import-do-import"));
        page.sees(&desk.say("import-imported"));
        let title = Words::of(language).count("import-unmatched", 1);
        assert!(shows(&desk.row(&title, "1510"), &desk.say("unmatched-opening-balance")));
        page.is_accessible();
        for width in [1280, 390] {
            page.at_width(width);
            page.screenshot(&format!("import-ledger-{language}"));
        }
        let items = server.ground.must(&["items", "--json"]);
        assert!(items.contains("\"S-81\"") && items.contains("\"open\":\"85.00\""), "{items}");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_listed_where_it_stands() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let text = "company,document_no,kind,account,document_date,net_due_date,currency,amount\n\
        01,N-1,invoice,4711,2024-02-01,2024-03-01,EUR,1.00\n01,N-2,invoices,1001,2024-02-31,2024-03-01,EUR,x\n";
    let file = server.ground.file("new.csv", text);
    let desk = Desk::of(&server, "klara", &[Role::Clerk], "en");
    let page = &desk.page;
    page.open("/import");
    page.upload("Files", &file);
    page.press("Go on");
    page.press("Import now");
    page.sees("nothing was written");
    assert!(shows(&desk.row("Errors and where they are", "4711"), "new.csv"));
    page.is_accessible();
    for width in [1280, 390] {
        page.at_width(width);
        page.screenshot("import-errors");
    }
    page.dark();
    page.screenshot("import-errors-dark");
    page.press("Back to the mapping");
    page.sees("First rows of the file");
}

/// The files of a scenario, policy files too.
fn files_of(name: &str) -> Vec<PathBuf> {
    let folders = [scenario(name), scenario(name).join("policies")];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let is_read = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "csv" || kind == "toml");
    entries.map(|entry| entry.unwrap().path()).filter(is_read).collect()
}

#[test]
fn the_files_of_a_scenario_come_in_at_once_into_an_empty_store() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::empty("2024-02-15").serve();
    let desk = Desk::of(&server, "imke", &[Role::Manager], "sv");
    let page = &desk.page;
    page.open("/");
    page.sees(&desk.say("today-empty"));
    page.open("/import");
    page.choose(&desk.say("import-what"), &desk.say("import-kind-scenario"));
    page.upload_all(&desk.say("import-files"), &files_of("every-status"));
    page.press(&desk.say("import-upload"));
    page.sees(&desk.say("import-scenario-order"));
    page.press(&desk.say("import-do-check"));
    page.sees(&desk.say("import-checked"));
    let items = || server.ground.must(&["items", "--all", "--json"]);
    assert!(!items().contains("\"K1\""), "a check writes nothing");
    page.press(&desk.say("import-do-import"));
    page.sees(&desk.say("import-imported"));
    assert!(items().contains("\"K1\""));
    page.open("/buyers");
    page.sees("Stadt Musterhausen");
}
