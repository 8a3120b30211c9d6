//! Open orders and deliveries not yet invoiced (R9.7).

use super::checks::{Repeats, comparable, not_negative};
use super::{FileReport, Import, Progress};
use crate::credit::orders::record::put;
use obligo_formats::schema::orders as column;
use obligo_formats::table::Record;
use obligo_rules::order::OrderState;
use obligo_rules::problem::Problem;
use obligo_store::order::OrderRow;
use obligo_store::rate::{Rates, rate_all};
use std::path::Path;

/// Kind of an order that names none.
pub const ORDER: &str = "order";

/// Imports a file of orders; an order that changed replaces what was known. Errors: those of reading a file.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    let rates = rate_all(import.tx, i64::MAX)?;
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let order = read(import, record, &rates)?;
        let stated = record.one_of(column::STATE)?.and_then(OrderState::parse);
        let key = (order.buyer_id, order.order_no.clone(), order.kind.clone());
        repeats.note(key, record, column::ORDER_NO)?;
        report.count(put(import.tx, import.entry, &order, stated)?);
        Ok(())
    })
}

fn read(import: &Import<'_, '_, '_>, record: &Record<'_>, rates: &Rates) -> Result<OrderRow, Problem> {
    let currency = record.need(column::CURRENCY, record.currency(column::CURRENCY)?)?;
    let buyer_id = import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
    comparable(import, record, column::CURRENCY, rates, (buyer_id, currency))?;
    Ok(OrderRow {
        order_id: 0,
        buyer_id,
        order_no: record.required(column::ORDER_NO)?.to_owned(),
        kind: record.one_of(column::KIND)?.unwrap_or(ORDER).to_owned(),
        order_date: record.required_day(column::ORDER_DATE)?,
        delivery_date: record.day(column::DELIVERY_DATE)?,
        currency: currency.code().to_owned(),
        amount: record.need(column::AMOUNT, not_negative(record, column::AMOUNT, currency)?)?,
        payment_terms: record.text(column::PAYMENT_TERMS).to_owned(),
        state: OrderState::Open,
    })
}
