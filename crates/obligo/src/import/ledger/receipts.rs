//! Money on bank statements: it settles the open documents it names. A number in free text counts only if exactly one open document has that
//! number and that amount.

use super::debtors::{Debtors, plain};
use super::gather::ITEM_COLUMNS;
use super::known::{hashed, root_of};
use super::settle::SETTLEMENT_COLUMNS;
use super::spool::Spool;
use super::unmatched::{Unmatched, UnmatchedList, Why};
use crate::import::{FileReport, Import};
use crate::planning::SettledItems;
use obligo_formats::books::{BookReader, Entry, Receipt};
use obligo_formats::map_books::Books;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{ItemKind, SettlementMethod};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_each;
use obligo_store::settlement::settlement_numbered_each;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Shortest text that can be a document number in free text.
const NUMBER_MIN: usize = 3;
/// What banks write where the payer gave no reference.
const NOT_PROVIDED: &str = "NOTPROVIDED";

/// A document that money may settle.
struct OpenDocument {
    document_no: String,
    kind: ItemKind,
    buyer_id: i64,
    currency: Currency,
    amount: i64,
    open: i64,
}

/// A company's debit documents and what was settled of them.
struct OpenBook {
    documents: Vec<OpenDocument>,
    by_number: HashMap<u64, Vec<usize>>,
    /// Roots of settlements and numbers of payments on record, hashed.
    roots: HashSet<u64>,
}

impl OpenBook {
    fn load(import: &Import<'_, '_, '_>, company_id: i64) -> Result<OpenBook, Problem> {
        let settled = SettledItems::load(import.tx, AsOf::at(Day::LAST))?;
        let mut book = OpenBook { documents: Vec::new(), by_number: HashMap::new(), roots: HashSet::new() };
        item_each(
            import.tx,
            AsOf::at(Day::LAST),
            |_, _, _| true,
            |row| {
                let facts = &row.facts;
                if facts.company_id != company_id {
                    return Ok(());
                }
                if facts.kind == ItemKind::PaymentOnAccount {
                    book.roots.insert(hashed(facts.document_no));
                }
                if facts.kind.is_debit() {
                    let at = book.documents.len();
                    book.by_number.entry(hashed(&plain(facts.document_no))).or_default().push(at);
                    book.documents.push(OpenDocument {
                        document_no: facts.document_no.to_owned(),
                        kind: facts.kind,
                        buyer_id: facts.buyer_id,
                        currency: Currency::parse(facts.currency).unwrap_or(Currency::EUR),
                        amount: facts.amount,
                        open: settled.open(row.item_id, facts.amount),
                    });
                }
                Ok(())
            },
        )?;
        settlement_numbered_each(import.tx, company_id, |_, _, _, number| {
            book.roots.insert(hashed(root_of(number)));
        })?;
        Ok(book)
    }

    /// Open documents with this number, in this currency.
    fn open_with(&self, number: &str, currency: Currency) -> Vec<usize> {
        let all = self.by_number.get(&hashed(number)).map_or(&[][..], Vec::as_slice);
        let fits = |at: &&usize| {
            let document = &self.documents[**at];
            document.open > 0 && document.currency == currency
        };
        all.iter().filter(fits).copied().collect()
    }
}

/// What becomes of a receipt.
enum Verdict {
    /// It settles these documents by these amounts.
    Settles(Vec<(usize, i64)>),
    /// It settles these, and the rest stays on account of the buyer.
    WithRest(Vec<(usize, i64)>, i64, i64),
    /// It takes an earlier payment back.
    Returns(usize),
    /// It is listed.
    Listed(Why),
}

/// Imports the receipts of a bank statement as settlements.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    reader: &mut dyn BookReader,
    books: &Books,
    folder: &Path,
    file: &str,
    unmatched: &mut UnmatchedList,
) -> Result<FileReport, Problem> {
    let (company_id, company) = super::company(import, books, file)?;
    let mut book = OpenBook::load(import, company_id)?;
    let mut debtors = Debtors::new(books);
    let mut items = Spool::new(folder, "items.csv", &ITEM_COLUMNS)?;
    let mut settlements = Spool::new(folder, "settlements.csv", &SETTLEMENT_COLUMNS)?;
    let mut report = FileReport::default();
    let mut seen: HashMap<String, u64> = HashMap::new();
    while !reader.is_ended() {
        let receipt = match reader.next_entry() {
            Ok(Some(Entry::Receipt(receipt))) => receipt,
            Ok(Some(_)) => continue,
            Ok(None) => break,
            Err(problem) => {
                import.refusal.push(problem);
                continue;
            }
        };
        report.records += 1;
        let root = root(&receipt, &mut seen);
        if receipt.amount.minor <= 0 && !receipt.is_reversal {
            continue;
        }
        if book.roots.contains(&hashed(&root)) {
            report.same += 1;
            continue;
        }
        let Some(date) = receipt.booking_date.or(receipt.value_date).filter(|_| receipt.is_booked) else {
            unmatched.push(listed(&receipt, Why::NotBooked, file))?;
            continue;
        };
        let verdict = verdict(&receipt, &book);
        let mut settle = |at: usize, amount: i64, method: SettlementMethod| -> Result<(), Problem> {
            let document = &mut book.documents[at];
            document.open -= amount;
            let buyer = debtors.note(import, document.buyer_id);
            let [account, branch, account_type] = &debtors.get(buyer).account;
            settlements.row(
                &receipt.position,
                &[
                    &company,
                    &document.document_no,
                    document.kind.code(),
                    account,
                    branch,
                    account_type,
                    &date.to_string(),
                    &format_minor(amount, document.currency.exponent()),
                    method.code(),
                    reference(&receipt),
                    &root,
                ],
            )
        };
        match verdict {
            Verdict::Settles(parts) => {
                for (at, amount) in parts {
                    settle(at, amount, SettlementMethod::Payment)?;
                }
            }
            Verdict::Returns(at) => settle(at, receipt.amount.minor, SettlementMethod::Return)?,
            Verdict::WithRest(parts, rest, buyer_id) => {
                for (at, amount) in parts {
                    settle(at, amount, SettlementMethod::Payment)?;
                }
                let buyer = debtors.note(import, buyer_id);
                let [account, branch, account_type] = &debtors.get(buyer).account;
                let (date, currency) = (date.to_string(), receipt.amount.currency);
                let amount = format_minor(-rest, currency.exponent());
                let kind = ItemKind::PaymentOnAccount.code();
                let number = &root;
                items.row(
                    &receipt.position,
                    &[
                        &company,
                        number,
                        kind,
                        account,
                        branch,
                        account_type,
                        &date,
                        &date,
                        &date,
                        currency.code(),
                        &amount,
                        "",
                        &receipt.text,
                    ],
                )?;
                report.on_account += 1;
            }
            Verdict::Listed(why) => unmatched.push(listed(&receipt, why, file))?,
        }
    }
    import.warnings.extend(reader.take_warnings());
    let of_items = items
        .finish()?
        .import(import, file, |import, path| crate::import::items::import(import, path, &mut |_, _| {}))?;
    let of_settlements = settlements.finish()?.import(import, file, |import, path| {
        crate::import::settlements::import(import, path, &mut |_, _| {})
    })?;
    report.new = of_items.new + of_settlements.new;
    report.changed = of_items.changed + of_settlements.changed;
    report.same += of_items.same + of_settlements.same;
    Ok(report)
}

/// What names a receipt wherever it is told again: the bank's own reference, else where it stands in its statement.
fn root(receipt: &Receipt, seen: &mut HashMap<String, u64>) -> String {
    let place = if receipt.reference.is_empty() {
        let date = receipt.booking_date.or(receipt.value_date).map(|day| day.to_string()).unwrap_or_default();
        format!("{}/{date}/{}", receipt.statement, receipt.entry)
    } else {
        receipt.reference.clone()
    };
    let root =
        if receipt.bank_account.is_empty() { place } else { format!("{}/{place}", receipt.bank_account) };
    let n = seen.entry(root.clone()).or_insert(0);
    *n += 1;
    if *n == 1 { root } else { format!("{root}/{n}") }
}

fn reference(receipt: &Receipt) -> &str {
    let first = receipt.references.iter().map(String::as_str).find(|text| !text.is_empty());
    first.or(Some(receipt.end_to_end.as_str())).filter(|text| *text != NOT_PROVIDED).unwrap_or_default()
}

fn listed(receipt: &Receipt, why: Why, file: &str) -> Unmatched {
    Unmatched {
        file: file.to_owned(),
        position: receipt.position.clone(),
        why,
        date: receipt.booking_date.or(receipt.value_date),
        account: receipt.counterparty.clone(),
        reference: reference(receipt).to_owned(),
        amount: receipt.amount,
        text: receipt.text.clone(),
    }
}

/// Finds the documents a receipt names.
fn verdict(receipt: &Receipt, book: &OpenBook) -> Verdict {
    let currency = receipt.amount.currency;
    let structured = receipt.references.iter().chain([&receipt.end_to_end]).map(|text| plain(text));
    let structured: Vec<String> =
        structured.filter(|text| !text.is_empty() && text != NOT_PROVIDED).collect();
    if receipt.is_reversal {
        return reversal(receipt, book, &structured);
    }
    // What the payer paid, also where banks on the way kept something of it.
    let paid = receipt.amount.minor;
    let gross = paid + receipt.charges.filter(|c| c.currency == currency).map_or(0, |c| c.minor.max(0));
    let mut named: Vec<usize> = Vec::new();
    for text in &structured {
        let found = [Some(text.as_str()), creditor_number(text)]
            .into_iter()
            .flatten()
            .map(|number| book.open_with(number, currency))
            .find(|found| !found.is_empty());
        match found.as_deref() {
            Some([only]) if !named.contains(only) => named.push(*only),
            Some([_, _, ..]) => return Verdict::Listed(Why::SeveralDocuments),
            _ => {}
        }
    }
    let open = |all: &[usize]| all.iter().map(|at| book.documents[*at].open).sum::<i64>();
    let whole = |all: &[usize]| all.iter().map(|at| (*at, book.documents[*at].open)).collect::<Vec<_>>();
    match named.as_slice() {
        [] => by_text(receipt, book, (paid, gross)),
        all if open(all) == paid || open(all) == gross => Verdict::Settles(whole(all)),
        [only] if paid < book.documents[*only].open => Verdict::Settles(vec![(*only, paid)]),
        all => {
            let buyer_id = book.documents[all[0]].buyer_id;
            if all.iter().any(|at| book.documents[*at].buyer_id != buyer_id) {
                Verdict::Listed(Why::SeveralDocuments)
            } else if open(all) < paid {
                Verdict::WithRest(whole(all), paid - open(all), buyer_id)
            } else {
                Verdict::WithRest(Vec::new(), paid, buyer_id)
            }
        }
    }
}

/// The number in a creditor reference of ISO 11649: without `RF` and its check digits.
fn creditor_number(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("RF")?;
    let (digits, number) = rest.split_at_checked(2)?;
    (digits.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty()).then_some(number)
}

/// Free text: every number in it that is that of open documents must be that of exactly one, and together they must be what was paid.
fn by_text(receipt: &Receipt, book: &OpenBook, (paid, gross): (i64, i64)) -> Verdict {
    let mut fits: Vec<usize> = Vec::new();
    let mut other = false;
    let words =
        receipt.text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '+'));
    for word in words {
        let number = plain(word);
        if number.len() < NUMBER_MIN || !number.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let found = book.open_with(&number, receipt.amount.currency);
        let exact: Vec<usize> =
            found.iter().copied().filter(|at| [paid, gross].contains(&book.documents[*at].open)).collect();
        match (exact.as_slice(), found.as_slice()) {
            ([only], _) | ([], [only]) => {
                if !fits.contains(only) {
                    fits.push(*only);
                }
            }
            ([_, _, ..], _) => return Verdict::Listed(Why::SeveralDocuments),
            ([], []) => {}
            ([], _) => other = true,
        }
    }
    let sum: i64 = fits.iter().map(|at| book.documents[*at].open).sum();
    match fits.as_slice() {
        [] if other => Verdict::Listed(Why::OtherAmount),
        [] => Verdict::Listed(Why::NoDocument),
        all if !other && (sum == paid || sum == gross) => {
            Verdict::Settles(all.iter().map(|at| (*at, book.documents[*at].open)).collect())
        }
        _ => Verdict::Listed(Why::OtherAmount),
    }
}

/// A payment taken back opens the one document it names, if that much of it was paid.
fn reversal(receipt: &Receipt, book: &OpenBook, structured: &[String]) -> Verdict {
    let back = receipt.amount.minor.abs();
    let of_number = |number: &String| book.by_number.get(&hashed(number)).map_or(&[][..], Vec::as_slice);
    let mut found: Vec<usize> = structured.iter().flat_map(of_number).copied().collect();
    found.sort_unstable();
    found.dedup();
    match found.as_slice() {
        [only] if receipt.amount.minor < 0 => {
            let document = &book.documents[*only];
            let fits =
                document.currency == receipt.amount.currency && document.amount - document.open >= back;
            if fits { Verdict::Returns(*only) } else { Verdict::Listed(Why::OtherAmount) }
        }
        _ => Verdict::Listed(Why::NotBooked),
    }
}
