//! Residual items of part payments: they inherit the insurance data of their origin (R4.5).

use super::items::Parsed;
use super::{FileReport, Import};
use crate::planning::{item_amounts, item_rate};
use crate::snapshot::Snapshot;
use obligo_formats::schema::items as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::item::{Insurance, item_inherit};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::change::{ChangeWriter, change_by_hand_dates};
use obligo_store::company::company_id;
use obligo_store::cover::always;
use obligo_store::item::{ItemFacts, ItemWriter, item_find};
use obligo_store::run::run_last_key_date;
use obligo_store::state::ItemState;

/// A residual item kept until all items of the file are in: its origin may stand below it.
pub struct Residual {
    document_no: String,
    currency: String,
    payment_terms: String,
    posting_circle: String,
    text: String,
    rate: String,
    company_id: i64,
    kind: ItemKind,
    buyer_id: i64,
    dates: [Option<Day>; 5],
    amounts: (i64, i64),
    flags: (bool, bool),
    receivable_start: Option<Day>,
    origin: String,
    /// The problem a bad origin gives, with its place.
    place: Problem,
}

/// What a residual needs to know of its origin.
#[derive(Clone, Copy)]
struct Origin {
    item_id: i64,
    document_date: Day,
    state: ItemState,
}

impl Residual {
    /// Keeps a record.
    pub fn of(record: &Record<'_>, parsed: &Parsed<'_>) -> Result<Residual, Problem> {
        let facts = &parsed.facts;
        let origin = record.required(column::ORIGIN)?.to_owned();
        Ok(Residual {
            document_no: facts.document_no.to_owned(),
            currency: facts.currency.to_owned(),
            payment_terms: facts.payment_terms.to_owned(),
            posting_circle: facts.posting_circle.to_owned(),
            text: facts.text.to_owned(),
            rate: facts.rate.to_owned(),
            company_id: facts.company_id,
            kind: facts.kind,
            buyer_id: facts.buyer_id,
            dates: [
                Some(facts.document_date),
                Some(facts.posting_date),
                facts.delivery_date,
                Some(facts.net_due_date),
                facts.value_date,
            ],
            amounts: (facts.amount, facts.net_amount),
            flags: (facts.secured, facts.disputed),
            receivable_start: parsed.receivable_start,
            place: record.problem(column::ORIGIN, "item-origin").with("origin", &origin),
            origin,
        })
    }

    fn facts(&self, origin: Option<&Origin>) -> ItemFacts<'_> {
        let [document_date, posting_date, delivery_date, net_due_date, value_date] = self.dates;
        let day = |day: Option<Day>| day.unwrap_or(Day::LAST);
        ItemFacts {
            company_id: self.company_id,
            document_no: &self.document_no,
            kind: self.kind,
            buyer_id: self.buyer_id,
            document_date: origin.map_or(day(document_date), |o| o.document_date),
            posting_date: day(posting_date),
            delivery_date,
            net_due_date: day(net_due_date),
            value_date,
            currency: &self.currency,
            amount: self.amounts.0,
            net_amount: self.amounts.1,
            payment_terms: &self.payment_terms,
            secured: self.flags.0,
            disputed: self.flags.1,
            posting_circle: &self.posting_circle,
            origin: origin.map(|o| o.item_id),
            text: &self.text,
            rate: &self.rate,
        }
    }
}

/// Adds the residual items of a file, in its order.
pub fn add(
    import: &mut Import<'_, '_, '_>,
    residuals: &[Residual],
    file: &str,
    report: &mut FileReport,
) -> Result<(), Problem> {
    if residuals.is_empty() {
        return Ok(());
    }
    let snapshot = Snapshot::load(import.tx, AsOf::at(Day::LAST))?;
    let mut waiting: Vec<&Residual> = residuals.iter().collect();
    // A residual may be the origin of another one: go on as long as some found theirs.
    while !waiting.is_empty() {
        let mut still: Vec<&Residual> = Vec::new();
        for residual in &waiting {
            match find_origin(import, residual)? {
                Some(origin) => add_one(import, residual, &origin, &snapshot, file, report)?,
                None => still.push(residual),
            }
        }
        if still.len() == waiting.len() {
            for residual in still {
                import.refusal.push(residual.place.clone());
            }
            break;
        }
        waiting = still;
    }
    Ok(())
}

fn find_origin(import: &Import<'_, '_, '_>, residual: &Residual) -> Result<Option<Origin>, Problem> {
    let Some((company, rest)) = residual.origin.split_once('/') else { return Ok(None) };
    let Some((document_no, kind)) = rest.rsplit_once('/') else { return Ok(None) };
    let Some(company) = company_id(import.tx, company)? else { return Ok(None) };
    let Some(kind) = ItemKind::parse(kind) else { return Ok(None) };
    let mut found = None;
    item_find(import.tx, company, document_no, Some(kind), Some(residual.buyer_id), |row| {
        found =
            Some(Origin { item_id: row.item_id, document_date: row.facts.document_date, state: row.state });
        Ok(())
    })?;
    Ok(found)
}

fn add_one(
    import: &mut Import<'_, '_, '_>,
    residual: &Residual,
    origin: &Origin,
    snapshot: &Snapshot,
    file: &str,
    report: &mut FileReport,
) -> Result<(), Problem> {
    let facts = residual.facts(Some(origin));
    let start = residual.receivable_start.or(origin.state.receivable_start);
    let is_new = ItemWriter::new(import.tx, import.entry)?.put(&facts, start)?;
    let mut known: Option<(i64, i64, ItemState, Result<i64, Problem>)> = None;
    let policy = snapshot.policies.values().find(|p| p.number == origin.state.insurance.policy);
    item_find(
        import.tx,
        facts.company_id,
        facts.document_no,
        Some(facts.kind),
        Some(facts.buyer_id),
        |row| {
            let open = policy.map_or(Ok(0), |p| {
                let currency = Currency::parse(row.facts.currency).unwrap_or(p.policy.currency);
                let rate = match origin.state.fixed_rate {
                    Some(rate) => rate,
                    None => item_rate(snapshot, &p.policy, row, &row.state, currency)?,
                };
                let fraction = rate.fraction(currency.exponent(), p.policy.currency.exponent());
                let vat = p.policy.declaration.vat_insured;
                let amounts =
                    item_amounts(row.facts.amount, row.facts.net_amount, row.facts.amount, vat, fraction);
                Ok(amounts.map_or(0, |a| a.insurable_open))
            });
            known = Some((row.item_id, row.facts.amount, row.state, open));
            Ok(())
        },
    )?;
    let Some((item_id, amount, state, open)) = known else { return Ok(()) };
    if !is_new {
        if amount == facts.amount {
            report.same += 1;
        } else {
            let conflict = Problem { code: "item-conflict", ..residual.place.clone() };
            import.refusal.push(
                conflict
                    .in_file(file)
                    .with("document_no", facts.document_no)
                    .with("known", amount)
                    .with("new", facts.amount),
            );
        }
        return Ok(());
    }
    report.new += 1;
    if origin.state.insurance == Insurance::default() {
        return Ok(());
    }
    let (inherited, kept) = item_inherit(&origin.state.insurance, open?);
    let last = match policy {
        Some(p) => run_last_key_date(import.tx, p.number)?,
        None => None,
    };
    // What earlier lists showed stays so: the change counts from the last final run on.
    let last = last.unwrap_or_else(always);
    let by_hand = change_by_hand_dates(import.tx, last)?.get(&origin.item_id).copied();
    let key_date = last.max(facts.posting_date).max(by_hand.unwrap_or(last));
    let mut writer = ChangeWriter::new(import.tx, import.entry, None, "residual", key_date)?;
    let after =
        ItemState { insurance: inherited, fixed_rate: origin.state.fixed_rate, receivable_start: start };
    writer.put(item_id, &state, &after)?;
    writer.put(origin.item_id, &origin.state, &ItemState { insurance: kept, ..origin.state })?;
    writer.finish(import.tx)?;
    Ok(())
}
