//! A small book of one policy and one buyer that tests write in the words of the interchange files.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use obligo_second::policy_file::read_policy;
use obligo_second::{
    AccountKey, Day, DeclareLine, Edit, ItemKey, ItemKind, ItemView, NotifyLine, Scope, World,
};

pub const POLICY: &str = "ACR/A";

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn account(number: &str) -> AccountKey {
    AccountKey { account: number.to_owned(), branch: "0".to_owned(), account_type: "D".to_owned() }
}

pub fn key(number: &str) -> ItemKey {
    keyed(number, ItemKind::Invoice)
}

pub fn keyed(number: &str, kind: ItemKind) -> ItemKey {
    ItemKey { company: "1".to_owned(), document_no: number.to_owned(), kind, account: account("100") }
}

pub struct Book {
    pub world: World,
}

impl Book {
    /// A policy of 4 months, VAT insured, no optional setting, changed by `terms` (lines of the policy file); buyer 100
    /// covered as `kind`.
    pub fn new(kind: &str, terms: &str) -> Book {
        let mut world = World::default();
        let mut text = "policy = \"ACR/A\"\ncurrency = \"EUR\"\n".to_owned();
        text += if terms.contains("valid_from") { "" } else { "valid_from = 2023-01-01\n" };
        let mut seen_terms = false;
        for line in terms.lines().map(str::trim).filter(|l| !l.is_empty()) {
            text += line;
            text += "\n";
            if line == "[declaration]" {
                text += "vat_insured = true\n";
            }
            if line == "[terms]" {
                seen_terms = true;
                text += if terms.contains("\nmax_term_") { "" } else { "max_term_months = 4\n" };
            }
        }
        if !terms.contains("[declaration]") {
            text += "[declaration]\nvat_insured = true\n";
        }
        if !seen_terms {
            text += "[terms]\nmax_term_months = 4\n";
        }
        world.put_policy(read_policy(&text).unwrap());
        let mut book = Book { world };
        book.import("companies", "company,currency\n1,EUR");
        book.import("buyers", "account,branch,account_type,country\n100,0,D,DE");
        book.import("covers", &format!("account,policy,kind,valid_from\n100,ACR/A,{kind},2023-01-01"));
        book
    }

    pub fn named(terms: &str, limit_from: &str, limit: &str) -> Book {
        let mut book = Book::new("named", terms);
        book.limit(limit_from, limit);
        book
    }

    pub fn import(&mut self, kind: &str, text: &str) {
        self.world.import(kind, text).unwrap();
    }

    pub fn limit(&mut self, from: &str, amount: &str) {
        self.import("limits", &format!("policy,account,valid_from,amount\nACR/A,100,{from},{amount}"));
    }

    /// An item dated and posted on `date`, net due `days` later.
    pub fn item(&mut self, kind: &str, number: &str, date: &str, days: i32, amount: &str) {
        let due = day(date).plus_days(days);
        self.import(
            "items",
            &format!(
                "company,document_no,kind,account,document_date,net_due_date,amount\n\
                 1,{number},{kind},100,{date},{due},{amount}"
            ),
        );
    }

    pub fn invoice(&mut self, number: &str, date: &str, days: i32, amount: &str) {
        self.item("invoice", number, date, days, amount);
    }

    pub fn pay(&mut self, number: &str, date: &str, amount: &str) {
        self.import(
            "settlements",
            &format!(
                "company,document_no,kind,date,amount,method\n1,{number},invoice,{date},{amount},payment"
            ),
        );
    }

    pub fn event(&mut self, event: &str, number: &str, date: &str) {
        let head = "account,company,document_no,kind,event,date";
        let row = if number.is_empty() {
            format!("100,,,,{event},{date}")
        } else {
            format!(",1,{number},invoice,{event},{date}")
        };
        self.import("events", &format!("{head}\n{row}"));
    }

    /// A final declaration of named buyers; the line of buyer 100.
    pub fn declare(&mut self, date: &str) -> DeclareLine {
        self.declare_as(date, true)
    }

    pub fn declare_as(&mut self, date: &str, named: bool) -> DeclareLine {
        let result = self.world.declare(POLICY, day(date), named, true).unwrap();
        result.lines.into_iter().find(|l| l.buyer == account("100")).unwrap()
    }

    /// A final notification of all deadlines.
    pub fn notify(&mut self, date: &str) -> Vec<NotifyLine> {
        self.world.notify(POLICY, day(date), Scope::All, None, None, true).unwrap().lines
    }

    pub fn edit(&mut self, number: &str, edit: &Edit) {
        self.world.edit(&key(number), edit).unwrap();
    }

    /// The item as it stands after everything recorded.
    pub fn view(&self, number: &str) -> ItemView {
        self.view_at(number, "2100-01-01")
    }

    pub fn view_at(&self, number: &str, date: &str) -> ItemView {
        let views = self.world.items_as_of(day(date));
        views.into_iter().find(|v| v.item.document_no == number).unwrap()
    }

    pub fn status(&self, number: &str) -> char {
        self.view(number).status
    }

    /// Insured amount in whole euro as of a date.
    pub fn insured(&self, number: &str, date: &str) -> i128 {
        self.view_at(number, date).insured / 100
    }

    pub fn uncovered(&self, date: &str) -> Option<String> {
        let from = self.world.uncovered_from(&account("100"), POLICY, day(date)).unwrap();
        from.map(|d| d.to_string())
    }
}

/// The notification lines as `number before after`, blank as `-`.
pub fn told(lines: &[NotifyLine]) -> Vec<String> {
    let letter = |s: Option<char>| s.unwrap_or('-');
    lines
        .iter()
        .map(|l| format!("{} {}{}", l.item.document_no, letter(l.status_before), letter(l.status_after)))
        .collect()
}

/// A date as text, `-` if there is none.
pub fn date_text(date: Option<Day>) -> String {
    date.map_or("-".to_owned(), |d| d.to_string())
}
