//! Whom a ledger means by a debtor: one of our accounts.

use crate::import::Import;
use obligo_formats::books::{Party, Position};
use obligo_formats::map_books::Books;
use obligo_rules::problem::Problem;
use std::collections::HashMap;

/// A debtor of the ledger found among the buyers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Debtor {
    /// The store's number.
    pub buyer_id: i64,
    /// Address number, branch, account type.
    pub account: [String; 3],
    /// Payment terms of the buyer.
    pub payment_terms: String,
}

/// Debtors met so far.
pub struct Debtors {
    accounts: HashMap<String, String>,
    branch: String,
    account_type: String,
    /// By what the ledger calls them; `None` where nobody is.
    met: HashMap<String, Option<u32>>,
    found: Vec<Debtor>,
    by_buyer: HashMap<i64, u32>,
    by_identifier: Option<HashMap<String, Option<i64>>>,
}

impl Debtors {
    /// Nobody met yet; what the map file says about accounts holds.
    #[must_use]
    pub fn new(books: &Books) -> Debtors {
        Debtors {
            accounts: books.accounts.clone(),
            branch: books.branch.clone().unwrap_or_default(),
            account_type: books.account_type.clone().unwrap_or_default(),
            met: HashMap::new(),
            found: Vec::new(),
            by_buyer: HashMap::new(),
            by_identifier: None,
        }
    }

    /// A debtor by its index.
    #[must_use]
    pub fn get(&self, index: u32) -> &Debtor {
        &self.found[index as usize]
    }

    /// Those found so far.
    #[must_use]
    pub fn found(&self) -> &[Debtor] {
        &self.found
    }

    /// Address number, branch and account type of a debtor as the ledger names it: as the map file says, else its own number.
    #[must_use]
    pub fn account_of(&self, theirs: &str) -> [String; 3] {
        let ours = self.accounts.get(theirs).or_else(|| self.accounts.get("*")).map(String::as_str);
        let mut parts = ours.unwrap_or(theirs).splitn(3, '/').map(str::to_owned);
        // Only what the map file says can have parts: their number may hold a stroke of its own.
        let number = if ours.is_some() { parts.next().unwrap_or_default() } else { theirs.to_owned() };
        let mut or = |default: &str| {
            let said = if ours.is_some() { parts.next().unwrap_or_default() } else { String::new() };
            if said.is_empty() { default.to_owned() } else { said }
        };
        [number, or(&self.branch), or(&self.account_type)]
    }

    /// The debtor the ledger names. An unknown one is refused once, at its first place; `None` then and later.
    pub fn find(
        &mut self,
        import: &mut Import<'_, '_, '_>,
        theirs: &str,
        position: &Position,
        file: &str,
    ) -> Option<u32> {
        if let Some(met) = self.met.get(theirs) {
            return *met;
        }
        let [number, branch, account_type] = self.account_of(theirs);
        let found = match import.book.account(&number, &branch, &account_type) {
            Ok(buyer_id) => Some(self.note(import, buyer_id)),
            Err(problem) => {
                import.refusal.push(placed(problem, position, file).of_value(theirs));
                None
            }
        };
        self.met.insert(theirs.to_owned(), found);
        found
    }

    /// The debtor of a document: by account number where there is one, else by VAT or register number, if exactly one buyer has it.
    pub fn find_party(&mut self, import: &Import<'_, '_, '_>, party: &Party) -> Option<u32> {
        let by_number = [&party.account, &party.vat_id, &party.register_no]
            .into_iter()
            .filter(|text| !text.is_empty())
            .find_map(|text| {
                let [number, branch, account_type] = self.account_of(text);
                import.book.account(&number, &branch, &account_type).ok()
            });
        let buyer_id = by_number.or_else(|| {
            let known = self.by_identifier.get_or_insert_with(|| identifiers(import));
            [&party.vat_id, &party.register_no]
                .into_iter()
                .find_map(|text| known.get(&plain(text)).copied().flatten())
        })?;
        Some(self.note(import, buyer_id))
    }

    /// The index of a buyer.
    pub fn note(&mut self, import: &Import<'_, '_, '_>, buyer_id: i64) -> u32 {
        if let Some(index) = self.by_buyer.get(&buyer_id) {
            return *index;
        }
        let index = self.found.len() as u32;
        let buyer = import.book.buyers.get(&buyer_id);
        let key = buyer.map(|buyer| buyer.key.clone()).unwrap_or_default();
        self.found.push(Debtor {
            buyer_id,
            account: [key.account, key.branch, key.account_type],
            payment_terms: buyer.map(|buyer| buyer.payment_terms.clone()).unwrap_or_default(),
        });
        self.by_buyer.insert(buyer_id, index);
        index
    }
}

/// Buyers by VAT and register number; `None` where several have it.
fn identifiers(import: &Import<'_, '_, '_>) -> HashMap<String, Option<i64>> {
    let mut known: HashMap<String, Option<i64>> = HashMap::new();
    for (id, buyer) in &import.book.buyers {
        for text in [&buyer.vat_id, &buyer.register_no] {
            let text = plain(text);
            if !text.is_empty() {
                let several = known.get(&text).is_some_and(|other| *other != Some(*id));
                known.insert(text, (!several).then_some(*id));
            }
        }
    }
    known
}

/// An identifier without blanks, points and strokes, in capitals.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// A problem at a place of the ledger.
#[must_use]
pub fn placed(problem: Problem, position: &Position, file: &str) -> Problem {
    let problem = problem.in_file(file);
    let problem = if position.line > 0 { problem.at_line(position.line) } else { problem };
    if position.element.is_empty() { problem } else { problem.at_column(&position.element) }
}
