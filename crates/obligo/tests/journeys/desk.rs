//! Somebody sits down at a browser in a language, signed in.

use crate::said;
use crate::support::browser::{self, Page};
use crate::support::server::Server;
use obligo::access::Role;
use obligo::words::Words;
use obligo_rules::problem::Problem;

/// A window and the words of its language.
pub struct Desk {
    pub page: Page,
    pub language: &'static str,
}

impl Desk {
    /// A new user with these roles, who may see every company.
    pub fn of(server: &Server, name: &str, roles: &[Role], language: &'static str) -> Self {
        let client = server.signed_in(name, roles, &[]);
        let page = browser::open_in(&server.address, language);
        page.carries(&client.cookies);
        Self { page, language }
    }

    /// A text of the pages.
    pub fn say(&self, message: &str) -> String {
        said(self.language, message)
    }

    /// A text with a fact in it.
    pub fn say_with(&self, message: &str, fact: &str, value: &str) -> String {
        Words::of(self.language).with(message, &[(fact, value.to_owned())])
    }

    /// What the pages say of a problem.
    pub fn problem(&self, problem: &Problem) -> String {
        Words::of(self.language).problem(problem).0
    }

    /// An amount as the language writes it.
    pub fn money(&self, amount: &str, currency: &str) -> String {
        Words::of(self.language).money(amount, currency)
    }

    /// A date as the language writes it, from its ISO form.
    pub fn date(&self, iso: &str) -> String {
        Words::of(self.language).date_text(iso)
    }

    /// The one row of a table that holds the words.
    #[track_caller]
    pub fn row(&self, table: &str, words: &str) -> Vec<String> {
        let rows = self.page.table(table);
        let mut found = rows.iter().filter(|row| row.iter().any(|cell| cell.contains(words)));
        match (found.next(), found.next()) {
            (Some(row), None) => row.clone(),
            (None, _) => self.page.fail(&format!("no row of {table} holds {words}: {rows:?}")),
            (Some(_), Some(_)) => self.page.fail(&format!("several rows of {table} hold {words}")),
        }
    }
}

/// Whether a row has a cell that shows the words, whatever blanks the language sets.
pub fn shows(row: &[String], words: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    row.iter().any(|cell| plain(cell).contains(&plain(words)))
}
