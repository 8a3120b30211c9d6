//! Items of the ERP's ledger.

use super::residuals::Residual;
use super::snapshot_file::Seen;
use super::{FileReport, Import, Progress};
use crate::late_facts::LateFact;
use obligo_formats::schema::items as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::money::{Currency, Rate, format_minor};
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::problem::Problem;
use obligo_store::item::{ItemFacts, ItemRow, ItemWriter, item_extend, item_find};
use std::path::Path;

/// Imports a file of items.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut writer = ItemWriter::new(import.tx, import.entry)?;
    let mut residuals: Vec<Residual> = Vec::new();
    let mut seen = import.snapshot.map(|_| Seen::default());
    let mut last_account = LastAccount::default();
    let has_final_runs = import.book.has_final_runs();
    let mut report = import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let parsed = parse(import, record, &mut last_account)?;
        if let Some(seen) = &mut seen {
            seen.note(&parsed.facts);
        }
        if !record.text(column::ORIGIN).is_empty() {
            residuals.push(Residual::of(record, &parsed)?);
            return Ok(());
        }
        let facts = parsed.facts;
        if writer.put(&facts, parsed.receivable_start)? {
            report.new += 1;
        } else {
            known(import, record, &parsed, report)?;
            return Ok(());
        }
        if has_final_runs && import.book.last_final.is_some_and(|last| facts.posting_date <= last) {
            let (buyer_id, date) = (facts.buyer_id, facts.posting_date);
            import.late.push(LateFact { buyer_id, policy_id: None, date, what: "item" });
        }
        Ok(())
    })?;
    drop(writer);
    super::residuals::add(import, &residuals, &report.file.clone(), &mut report)?;
    if let (Some(seen), Some(day)) = (&seen, import.snapshot)
        && import.refusal.total == 0
    {
        super::snapshot_file::settle_gone(import, seen, day, &mut report)?;
    }
    Ok(report)
}

/// An item as a record states it.
pub struct Parsed<'a> {
    /// The document.
    pub facts: ItemFacts<'a>,
    /// Start of the credit term.
    pub receivable_start: Option<Day>,
    /// Its currency.
    pub currency: Currency,
}

/// The account of the record before: ledgers list an account's items together.
#[derive(Default)]
struct LastAccount {
    number: String,
    branch: String,
    account_type: String,
    id: Option<i64>,
}

impl LastAccount {
    fn find(&mut self, import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<i64, Problem> {
        let (number, branch) = (record.text(column::ACCOUNT), record.text(column::BRANCH));
        let account_type = record.text(column::ACCOUNT_TYPE);
        if let Some(id) = self.id
            && self.number == number
            && self.branch == branch
            && self.account_type == account_type
        {
            return Ok(id);
        }
        let id = import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
        for (kept, text) in
            [(&mut self.number, number), (&mut self.branch, branch), (&mut self.account_type, account_type)]
        {
            kept.clear();
            kept.push_str(text);
        }
        self.id = Some(id);
        Ok(id)
    }
}

fn parse<'a>(
    import: &Import<'_, '_, '_>,
    record: &Record<'a>,
    last_account: &mut LastAccount,
) -> Result<Parsed<'a>, Problem> {
    let company_id = import.book.company(record, column::COMPANY)?.company_id;
    let document_no = record.required(column::DOCUMENT_NO)?;
    let kind = record.need(column::KIND, record.one_of(column::KIND)?.and_then(ItemKind::parse))?;
    let buyer_id = last_account.find(import, record)?;
    let currency = record.need(column::CURRENCY, record.currency(column::CURRENCY)?)?;
    let amount = record.required_minor(column::AMOUNT, currency)?;
    if amount != 0 && (amount > 0) != kind.is_debit() {
        return Err(record.problem(column::AMOUNT, "item-sign").with("kind", kind.code()));
    }
    let net_amount = record.minor(column::NET_AMOUNT, currency)?.unwrap_or(amount);
    if net_amount.signum() * amount.signum() < 0 || net_amount.abs() > amount.abs() {
        let gross = format_minor(amount, currency.exponent());
        return Err(record.problem(column::NET_AMOUNT, "item-net-amount").with("amount", gross));
    }
    let document_date = record.required_day(column::DOCUMENT_DATE)?;
    let payment_terms = record.text(column::PAYMENT_TERMS);
    let net_due_date = match record.day(column::NET_DUE_DATE)? {
        Some(day) => day,
        None => due_by_terms(import, record, buyer_id, payment_terms, document_date)?,
    };
    let rate = record.text(column::RATE);
    if !rate.is_empty() && record.decimal(column::RATE)?.and_then(Rate::from_decimal).is_none() {
        return Err(record.problem(column::RATE, "item-rate"));
    }
    Ok(Parsed {
        facts: ItemFacts {
            company_id,
            document_no,
            kind,
            buyer_id,
            document_date,
            posting_date: record.day(column::POSTING_DATE)?.unwrap_or(document_date),
            delivery_date: record.day(column::DELIVERY_DATE)?,
            net_due_date,
            value_date: record.day(column::VALUE_DATE)?,
            currency: record.text(column::CURRENCY),
            amount,
            net_amount,
            payment_terms,
            secured: record.boolean(column::SECURED)?,
            disputed: record.boolean(column::DISPUTED)?,
            posting_circle: record.text(column::POSTING_CIRCLE),
            origin: None,
            text: record.text(column::TEXT),
            rate,
        },
        receivable_start: record.day(column::RECEIVABLE_START)?,
        currency,
    })
}

/// An empty net due date: document date plus the payment terms of the item, else of the buyer.
fn due_by_terms(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    buyer_id: i64,
    of_item: &str,
    document_date: Day,
) -> Result<Day, Problem> {
    let of_buyer = import.book.buyers.get(&buyer_id).map_or("", |b| b.payment_terms.as_str());
    let terms = if of_item.is_empty() { of_buyer } else { of_item };
    if let Some(terms) = PaymentTerms::parse(terms) {
        Ok(terms.due_date(document_date))
    } else {
        let terms = if terms.is_empty() { "none" } else { terms };
        Err(record.problem(column::NET_DUE_DATE, "item-due-date").with("terms", terms))
    }
}

/// A document that is known: the same, a later due date, a second row of the same file, or a conflict (R14.1).
fn known(
    import: &mut Import<'_, '_, '_>,
    record: &Record<'_>,
    parsed: &Parsed<'_>,
    report: &mut FileReport,
) -> Result<(), Problem> {
    let facts = &parsed.facts;
    let entry = import.entry;
    let mut outcome: Result<Option<(i64, Day)>, Problem> = Ok(None);
    item_find(
        import.tx,
        facts.company_id,
        facts.document_no,
        Some(facts.kind),
        Some(facts.buyer_id),
        |row| {
            outcome = compare(row, record, parsed, entry);
            Ok(())
        },
    )?;
    match outcome? {
        Some((item_id, due)) => {
            let extended = item_extend(import.tx, item_id, due)? > 0;
            report.count(if extended {
                obligo_store::version::Recorded::Changed
            } else {
                obligo_store::version::Recorded::Same
            });
        }
        None => report.same += 1,
    }
    Ok(())
}

/// Compares a record with the known document: `Some` = only its due date moved later.
pub fn compare(
    row: &ItemRow<'_>,
    record: &Record<'_>,
    parsed: &Parsed<'_>,
    entry: i64,
) -> Result<Option<(i64, Day)>, Problem> {
    let (known, new) = (&row.facts, &parsed.facts);
    if row.entry == entry {
        return Err(record
            .problem(column::DOCUMENT_NO, "item-duplicate")
            .with("document_no", new.document_no));
    }
    let money = |minor: i64| format_minor(minor, parsed.currency.exponent());
    // A residual carries its origin's document date (R4.5), so the file's does not count.
    let dated_otherwise = known.origin.is_none() && known.document_date != new.document_date;
    let conflict = if known.currency != new.currency {
        Some((column::CURRENCY, known.currency.to_owned(), new.currency.to_owned()))
    } else if known.amount != new.amount {
        Some((column::AMOUNT, money(known.amount), money(new.amount)))
    } else if known.net_amount != new.net_amount {
        Some((column::NET_AMOUNT, money(known.net_amount), money(new.net_amount)))
    } else if dated_otherwise {
        Some((column::DOCUMENT_DATE, known.document_date.to_string(), new.document_date.to_string()))
    } else if new.net_due_date < known.net_due_date {
        Some((column::NET_DUE_DATE, known.net_due_date.to_string(), new.net_due_date.to_string()))
    } else {
        None
    };
    match conflict {
        Some((at, before, now)) => Err(record
            .problem(at, "item-conflict")
            .with("document_no", new.document_no)
            .with("known", before)
            .with("new", now)),
        None if new.net_due_date > known.net_due_date => Ok(Some((row.item_id, new.net_due_date))),
        None => Ok(None),
    }
}
