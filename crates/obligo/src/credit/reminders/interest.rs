//! Late interest of a payer (R9.8): what its items, open or paid late, have cost it up to a day. Interest is no item of the ledger and never
//! insured.

use super::draft::Pricing;
use super::ledger::{OpenItem, item_at};
use super::terms::{RatesMissing, Terms};
use crate::credit::payers::Payers;
use crate::items::item_name;
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::late_interest::LateInterest;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::item::item_of_buyer_each;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Which payer, up to when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InterestRequest {
    /// Any account it pays for, by the store's number.
    pub account: i64,
    /// Last day that bears interest.
    pub until: Day,
    /// Only items of these companies, by code; `None` for all.
    pub companies: Option<BTreeSet<String>>,
}

/// The statement: `{account, name, until, law, items, totals, rates_missing}`, items with their periods by due date, totals by currency, and
/// `[{country, date}]` where days from then on bear no interest here because no rate is known. Errors: those of
/// the store. Anybody who may read.
pub fn statement(session: &mut Session, request: &InterestRequest) -> Result<Value, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, AsOf::at(request.until))?;
        let terms = Terms::in_force(tx, request.until)?;
        let pricing = Pricing { tx, snapshot: &snapshot, terms: &terms };
        let payer = Payers::of(&snapshot).payer_of(request.account);
        let law = terms.law(pricing.country(payer)).to_owned();
        let mut totals: BTreeMap<Currency, i64> = BTreeMap::new();
        let mut lines = Vec::new();
        let mut missing = RatesMissing::default();
        for item in late_items(tx, &snapshot, request, payer)? {
            let interest = pricing.interest(&item, &law)?;
            missing.note(&law, interest.unknown_from);
            if interest.amount > 0 {
                let sum = totals.entry(item.party.currency).or_default();
                *sum = sum.saturating_add(interest.amount);
                lines.push(line(tx, &snapshot, &item, &interest)?);
            }
        }
        let totals: Vec<Value> = totals.iter().map(|(currency, minor)| total(*currency, *minor)).collect();
        let name = snapshot.buyers.get(&payer).map_or("", |buyer| buyer.name.as_str());
        Ok(json!({
            "account": snapshot.account(payer).to_string(),
            "name": name,
            "until": request.until.to_string(),
            "law": law,
            "agreed": terms.interest.agreed.map(|rate| rate.to_string()),
            "items": lines,
            "totals": totals,
            "rates_missing": missing.json(),
        }))
    })
}

/// Rates by law, the program's and those of the house, in order of country and day. Anybody who may read.
pub fn rates(session: &mut Session) -> Result<Vec<Value>, Problem> {
    let table = session.read(super::terms::rates)?;
    let sum = |minor: i64, currency: Currency| format_minor(minor, currency.exponent());
    let row = |row: &obligo_rules::late_interest::InterestTerms| {
        json!({
            "country": row.country,
            "valid_from": row.valid_from.to_string(),
            "valid_until": row.valid_until.to_string(),
            "reference_rate": row.reference.to_string(),
            "margin": row.margin.to_string(),
            "rate": row.rate().to_string(),
            "lowest_agreed": row.lowest_agreed.map(|rate| rate.to_string()),
            "compensation": sum(row.compensation, row.currency),
            "reminder_charge": row.reminder_charge.map(|minor| sum(minor, row.currency)),
            "collection_charge": row.collection_charge.map(|minor| sum(minor, row.currency)),
            "currency": row.currency.code(),
            "source": row.source,
        })
    };
    Ok(table.rows().iter().map(row).collect())
}

/// Debit items of the payer's customers that fell due before the day, by due date.
fn late_items(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &InterestRequest,
    payer: i64,
) -> Result<Vec<OpenItem>, Problem> {
    let payers = Payers::of(snapshot);
    let mut ids = Vec::new();
    for buyer in snapshot.buyers.keys().filter(|buyer| payers.payer_of(**buyer) == payer) {
        item_of_buyer_each(tx, *buyer, |row| {
            let code = snapshot.company_code(row.facts.company_id);
            let is_seen = request.companies.as_ref().is_none_or(|own| own.contains(code));
            if is_seen && row.facts.kind.is_debit() && row.facts.net_due_date < request.until {
                ids.push(row.item_id);
            }
            Ok(())
        })?;
    }
    let mut items = Vec::new();
    for id in ids {
        items.extend(item_at(tx, snapshot, &payers, id)?);
    }
    items.sort_by_key(|item| (item.due, item.item_id));
    Ok(items)
}

fn line(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    item: &OpenItem,
    interest: &LateInterest,
) -> Result<Value, Problem> {
    let currency = item.party.currency;
    let amount = |minor: i64| format_minor(minor, currency.exponent());
    let period = |period: &obligo_rules::late_interest::InterestPeriod| {
        json!({
            "from": period.from.to_string(),
            "until": period.until.to_string(),
            "days": period.days(),
            "amount": amount(period.amount),
            "rate": period.rate.to_string(),
        })
    };
    Ok(json!({
        "item": item_name(tx, item.item_id)?,
        "company": snapshot.company_code(item.party.company),
        "document_no": item.document_no,
        "due_date": item.due.to_string(),
        "amount": amount(item.amount),
        "open": amount(item.open),
        "currency": currency.code(),
        "interest": amount(interest.amount),
        "periods": interest.periods.iter().map(period).collect::<Vec<_>>(),
    }))
}

fn total(currency: Currency, minor: i64) -> Value {
    json!({ "currency": currency.code(), "interest": format_minor(minor, currency.exponent()) })
}
