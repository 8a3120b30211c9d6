//! Lists of items: views renamed and deleted, downloads, and what people of one company see.

use crate::desk::Desk;
use crate::support::{driver, two_companies};
use obligo::access::Role;

#[test]
fn a_view_is_renamed_and_deleted_and_what_it_kept_goes_with_it() {
    if !driver::is_here() {
        return;
    }
    let server = two_companies::ground().serve();
    let desk = Desk::of(&server, "vera", &[Role::Viewer], "en");
    let page = &desk.page;
    page.open("/items");
    page.tick("Insured in full", true);
    page.press("Columns");
    for column in ["Name", "Overdue", "Exclusion"] {
        page.tick(column, false);
    }
    page.tick("Kind", true);
    page.press("Show");
    let columns = page.columns("Items");
    assert_eq!(columns, ["Document", "Kind", "Due", "Open", "Status", "Insured", "Covered"]);
    page.press("Open");
    page.press("Save this view");
    page.fill("Name of the view", "Gut & gedeckt");
    page.press("Save");
    page.sees("Saved.");
    assert_eq!(page.columns("Items").len(), columns.len());
    page.press("Change this view");
    page.press("Open the list with it");
    page.sees("(opens the list)");

    page.open("/items");
    assert_eq!(page.columns("Items").len(), columns.len(), "the list opens with the view");
    page.sees("Gut & gedeckt");
    page.screenshot("items-view-changed");
    page.press("Change this view");
    page.fill("New name", "Gedeckt");
    page.press("Rename");
    page.sees("Gedeckt");
    page.does_not_see("Gut &");
    page.is_accessible();
    page.press("Change this view");
    page.press("Delete the view Gedeckt");
    page.sees("Deleted.");
    page.open("/items");
    assert!(page.columns("Items").len() > columns.len(), "the list is as at first");
}

#[test]
fn nobody_learns_of_items_of_another_company_by_any_list() {
    let server = two_companies::ground().serve();
    let mut own = server.signed_in("clara", &[Role::Clerk], &["01"]);
    let mut all = server.signed_in("anna", &[Role::Clerk], &[]);
    let lists = [
        "?tab=open",
        "?all=true",
        "?as_of=2024-02-15",
        "?projected=true",
        "?tab=bills",
        "?document=GEHEIM",
        "?company=02",
        "/download?format=csv",
        "/download?format=jsonl",
        "/download?format=csv&all=true",
    ];
    for list in lists {
        let path = format!("/items{list}");
        let answer = own.get(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.told());
        let text = answer.text();
        // What was typed into the search stands in its field.
        let shown = text.replace("value=\"GEHEIM\"", "").replace("document=GEHEIM", "");
        assert!(!shown.contains(two_companies::SECOND_DOCUMENT), "{path}");
        for amount in two_companies::SECOND_AMOUNTS {
            assert!(!text.contains(amount), "{path}");
        }
        if list != "?tab=bills" {
            assert!(all.get(&path).text().contains("GEHEIM-1"), "{path} has it for those who may");
        }
    }
    assert_eq!(own.get("/items/02%2FGEHEIM-1%2Finvoice").status, 404);
    assert_eq!(own.get("/items/02%2FGEHEIM-1%2Finvoice/edit").status, 404);
}

#[test]
fn a_download_has_the_columns_chosen_and_lines_are_those_of_the_command_line() {
    let server = two_companies::ground().serve();
    let mut vera = server.signed_in("vera", &[Role::Viewer], &[]);
    let csv = vera.get("/items/download?column=document_no&column=insured&column=cover&order=open").text();
    assert_eq!(csv, "document_no,insured\r\nA-1,40000.00\r\nGEHEIM-1,50000.00\r\n");
    let whole = vera.get("/items/download").text();
    assert!(whole.starts_with("company,document_no,kind,account,branch,"), "{whole}");
    let lines = vera.get("/items/download?format=jsonl").text();
    let printed = server.ground.must(&["items", "--json"]);
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&lines), sorted(&printed));
}
