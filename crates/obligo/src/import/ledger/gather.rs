//! Reads a ledger through once: documents become rows of items at once, every posting on a debtor's account is kept small for matching.

use super::chart::Chart;
use super::debtors::Debtors;
use super::known::{Known, hashed};
use super::posting::{Class, Posting, Texts, VoucherPosting, postings};
use super::spool::{Elements, Spool, Spooled};
use super::unmatched::{Unmatched, UnmatchedList, Why};
use crate::import::Import;
use obligo_formats::books::{Balance, BookReader, Booking, Entry};
use obligo_formats::map_books::Books;
use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::money::format_minor;
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::problem::Problem;
use std::collections::{HashMap, HashSet};

/// Most lines of one voucher that are looked at together (R14.2).
const VOUCHER_LINES_MAX: usize = 100_000;
/// Terms where neither the file nor the buyer has any: those of the law in the European Union (Directive 2011/7/EU, article 3).
const TERMS_OF_LAW: &str = "30";

/// Columns of the rows of items that are made.
pub const ITEM_COLUMNS: [&str; 13] = [
    "company",
    "document_no",
    "kind",
    "account",
    "branch",
    "account_type",
    "document_date",
    "posting_date",
    "net_due_date",
    "currency",
    "amount",
    "net_amount",
    "text",
];

/// A ledger being read.
pub struct Gathering<'g> {
    /// The file as named.
    pub file: &'g str,
    /// Our company.
    pub company: &'g str,
    /// What the map file says.
    pub books: &'g Books,
    /// What its accounts mean.
    pub chart: Chart,
    /// What the store knows.
    pub known: Known,
    /// Whom it means.
    pub debtors: Debtors,
    /// Rows of items.
    pub items: Spool,
    /// What could not be placed.
    pub unmatched: &'g mut UnmatchedList,
    /// Postings on debtors' accounts.
    pub postings: Vec<Posting>,
    /// Their texts.
    pub texts: Texts,
    /// Names of elements.
    pub elements: Elements,
    /// Documents a posting names, as `(posting, number)`.
    pub named: Vec<(u32, u64)>,
    /// Lettering of opening entries by the document on record they carry forward.
    pub carried: HashMap<i64, u64>,
    /// Entries read.
    pub records: u64,
    /// Documents without a due date that got the terms of last resort.
    pub without_terms: u64,
    documents: HashSet<(u32, u64, ItemKind)>,
    roots: HashMap<u64, u32>,
    last_document: Option<(u32, u64, u64)>,
    voucher: Vec<Booking>,
}

impl<'g> Gathering<'g> {
    /// A ledger of which nothing was read yet.
    pub fn new(
        (file, company): (&'g str, &'g str),
        books: &'g Books,
        chart: Chart,
        known: Known,
        items: Spool,
        unmatched: &'g mut UnmatchedList,
    ) -> Gathering<'g> {
        Gathering {
            file,
            company,
            books,
            chart,
            known,
            debtors: Debtors::new(books),
            items,
            unmatched,
            postings: Vec::new(),
            texts: Texts::default(),
            elements: Elements::default(),
            named: Vec::new(),
            carried: HashMap::new(),
            records: 0,
            without_terms: 0,
            documents: HashSet::new(),
            roots: HashMap::new(),
            last_document: None,
            voucher: Vec::new(),
        }
    }

    /// Reads all of it. Problems of single records are kept in the refusal; a problem of the whole file is returned.
    pub fn read(
        &mut self,
        import: &mut Import<'_, '_, '_>,
        reader: &mut dyn BookReader,
    ) -> Result<(), Problem> {
        while !reader.is_ended() {
            match reader.next_entry() {
                Ok(Some(entry)) => self.entry(import, entry)?,
                Ok(None) => break,
                Err(problem) => import.refusal.push(problem),
            }
            import.warnings.extend(reader.take_warnings());
        }
        self.flush(import)?;
        // Only reading needs them, and there is an entry for every line.
        (self.documents, self.roots) = (HashSet::new(), HashMap::new());
        if self.without_terms > 0 {
            let terms = self.books.payment_terms.as_deref().unwrap_or(TERMS_OF_LAW);
            let warning = Problem::refused("warning-no-due-date").in_file(self.file);
            import.warnings.push(warning.with("count", self.without_terms).with("terms", terms));
        }
        Ok(())
    }

    /// Ends the rows of items.
    pub fn finish(self) -> Result<Spooled, Problem> {
        self.items.finish()
    }

    fn entry(&mut self, import: &mut Import<'_, '_, '_>, entry: Entry) -> Result<(), Problem> {
        self.records += 1;
        match entry {
            Entry::Booking(booking) if self.chart.documents_only && booking.kind.is_none() => {}
            Entry::Booking(booking) => {
                let other = self.voucher.last().is_some_and(|last| {
                    (&last.journal, &last.voucher) != (&booking.journal, &booking.voucher)
                        || last.posting_date.ymd().0 != booking.posting_date.ymd().0
                        // A line that names the account against it is a voucher of its own.
                        || !booking.contra.is_empty()
                });
                if other || self.voucher.len() >= VOUCHER_LINES_MAX {
                    self.flush(import)?;
                }
                self.voucher.push(booking);
            }
            Entry::Document(document) => super::documents::take(self, import, &document)?,
            Entry::Balance(balance) => self.balance(balance)?,
            Entry::Company(_) | Entry::Party(_) | Entry::Receipt(_) => {}
        }
        Ok(())
    }

    /// An opening balance of debtors says how much, not which documents.
    fn balance(&mut self, balance: Balance) -> Result<(), Problem> {
        let is_debtor = self.chart.receivables.has(&balance.account)
            && (!balance.party.is_empty() || !self.chart.receivables.has(""));
        if !balance.is_opening || !is_debtor || balance.amount.minor == 0 {
            return Ok(());
        }
        let account = if balance.party.is_empty() { balance.account } else { balance.party };
        self.unmatched.push(Unmatched {
            file: self.file.to_owned(),
            position: balance.position,
            why: Why::Opening,
            date: balance.day,
            account,
            reference: String::new(),
            amount: balance.amount,
            text: String::new(),
        })
    }

    /// Takes the voucher read.
    fn flush(&mut self, import: &mut Import<'_, '_, '_>) -> Result<(), Problem> {
        let lines = std::mem::take(&mut self.voucher);
        for posting in postings(&lines, &self.chart) {
            if posting.debtor.is_empty() {
                self.list(Why::NoDebtor, &posting)?;
            } else if let Some(party) =
                self.debtors.find(import, &posting.debtor, &posting.position, self.file)
            {
                self.post(party, &posting)?;
            }
        }
        self.voucher = lines;
        self.voucher.clear();
        Ok(())
    }

    pub fn list(&mut self, why: Why, posting: &VoucherPosting) -> Result<(), Problem> {
        self.unmatched.push(Unmatched {
            file: self.file.to_owned(),
            position: posting.position.clone(),
            why,
            date: Some(posting.day),
            account: posting.debtor.clone(),
            reference: posting.document_no.clone(),
            amount: posting.own,
            text: posting.text.clone(),
        })
    }

    /// Keeps a posting; a document becomes a row of its own.
    pub fn post(&mut self, party: u32, posting: &VoucherPosting) -> Result<(), Problem> {
        if posting.opening && self.carry_forward(party, posting)? {
            return Ok(());
        }
        let number = if posting.document_no.is_empty() { 0 } else { hashed(&posting.document_no) };
        let (root, item) = match posting.class {
            Class::Document(kind) => self.item(party, kind, posting)?,
            _ => (self.root(&posting.voucher), 0),
        };
        let at = self.postings.len() as u32;
        self.named
            .extend(posting.settles.iter().filter(|text| !text.is_empty()).map(|text| (at, hashed(text))));
        let lettering = if posting.lettering.is_empty() { 0 } else { hashed(&posting.lettering) };
        let order = match posting.class {
            Class::Document(_) => posting.due.or(posting.document_date).unwrap_or(posting.day),
            _ => posting.day,
        };
        let kept = Posting {
            party,
            line: u32::try_from(posting.position.line).unwrap_or(u32::MAX),
            root: self.texts.keep(&root),
            document_no: self.texts.keep(&posting.document_no),
            element: self.elements.number(&posting.position.element),
            class: posting.class,
            currency: posting.own.currency,
            day: posting.day,
            order,
            home: posting.home.minor,
            own: posting.own.minor,
            lettering,
            number,
            item,
        };
        self.postings.push(kept);
        Ok(())
    }

    /// What names a posting that is no document: its voucher, and which of its postings where there are several.
    fn root(&mut self, voucher: &str) -> String {
        let count = self.roots.entry(hashed(voucher)).or_insert(0);
        *count += 1;
        if *count == 1 { voucher.to_owned() } else { format!("{voucher}/{count}") }
    }

    /// An opening entry carries a document forward, or says how much and not which.
    fn carry_forward(&mut self, party: u32, posting: &VoucherPosting) -> Result<bool, Problem> {
        // Words such as "opening balance" are no number.
        if !posting.document_no.contains(|c: char| c.is_ascii_digit()) {
            self.list(Why::Opening, posting)?;
            return Ok(true);
        }
        let (buyer_id, number) = (self.debtors.get(party).buyer_id, hashed(&posting.document_no));
        let debit = posting.own.minor > 0;
        let known = ItemKind::ALL
            .iter()
            .filter(|kind| kind.is_debit() == debit)
            .find_map(|kind| self.known.find(buyer_id, *kind, number));
        let Some(item) = known else { return Ok(false) };
        if !posting.lettering.is_empty() {
            self.carried.insert(item.item_id, hashed(&posting.lettering));
        }
        Ok(true)
    }

    /// A document as a row of items: its number and the item on record that it is.
    fn item(
        &mut self,
        party: u32,
        kind: ItemKind,
        posting: &VoucherPosting,
    ) -> Result<(String, i64), Problem> {
        let said = if posting.document_no.is_empty() { &posting.voucher } else { &posting.document_no };
        let document_no = self.free_number(party, kind, said, &posting.voucher);
        let debtor = self.debtors.get(party);
        let known = self.known.find(debtor.buyer_id, kind, hashed(&document_no)).copied();
        let document_date = posting.document_date.unwrap_or(posting.day);
        let due = match (posting.due, known) {
            (Some(due), _) => due,
            (None, _) if !kind.is_debit() => document_date,
            (None, Some(known)) => known.due,
            (None, None) => self.due_by_terms(party, document_date),
        };
        let exponent = posting.own.currency.exponent();
        let debtor = self.debtors.get(party);
        let [account, branch, account_type] = &debtor.account;
        self.items.row(
            &posting.position,
            &[
                self.company,
                &document_no,
                kind.code(),
                account,
                branch,
                account_type,
                &document_date.to_string(),
                &posting.day.to_string(),
                &due.to_string(),
                posting.own.currency.code(),
                &format_minor(posting.own.minor, exponent),
                &posting.net.map(|net| format_minor(net, exponent)).unwrap_or_default(),
                &posting.text,
            ],
        )?;
        Ok((document_no, known.map_or(0, |known| known.item_id)))
    }

    fn due_by_terms(&mut self, party: u32, document_date: Day) -> Day {
        let of_buyer = PaymentTerms::parse(&self.debtors.get(party).payment_terms);
        let terms = of_buyer.or_else(|| {
            self.without_terms += 1;
            PaymentTerms::parse(self.books.payment_terms.as_deref().unwrap_or(TERMS_OF_LAW))
        });
        terms.map_or(document_date, |terms| terms.due_date(document_date))
    }

    /// The number a document gets: its own, and with what tells them apart where the ledger uses it again.
    fn free_number(&mut self, party: u32, kind: ItemKind, said: &str, voucher: &str) -> String {
        let of_voucher = (party, hashed(said), hashed(voucher));
        let is_part = self.last_document.replace(of_voucher) == Some(of_voucher);
        if self.documents.insert((party, hashed(said), kind)) {
            return said.to_owned();
        }
        // Parts of one document, due on other days, stand in one voucher.
        let start = if is_part || said == voucher { said.to_owned() } else { format!("{said}/{voucher}") };
        let numbers = std::iter::once(start.clone()).chain((2..).map(|n| format!("{start}/{n}")));
        for number in numbers.skip(usize::from(start == said)) {
            if self.documents.insert((party, hashed(&number), kind)) {
                return number;
            }
        }
        start
    }
}
