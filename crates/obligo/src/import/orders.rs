//! Open orders and deliveries not yet invoiced (R9.7).

use super::checks::{Repeats, not_negative};
use super::{FileReport, Import, Progress};
use obligo_formats::schema::orders as column;
use obligo_formats::table::Record;
use obligo_rules::problem::Problem;
use obligo_store::order::{OrderRow, order_put};
use std::path::Path;

/// Kind of an order that names none.
const ORDER: &str = "order";

/// Imports a file of orders; an order that changed replaces what was known.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let order = read(import, record)?;
        let key = (order.buyer_id, order.order_no.clone(), order.kind.clone());
        repeats.note(key, record, column::ORDER_NO)?;
        report.count(order_put(import.tx, import.entry, &order)?);
        Ok(())
    })
}

fn read(import: &Import<'_, '_, '_>, record: &Record<'_>) -> Result<OrderRow, Problem> {
    let currency = record.need(column::CURRENCY, record.currency(column::CURRENCY)?)?;
    Ok(OrderRow {
        buyer_id: import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?,
        order_no: record.required(column::ORDER_NO)?.to_owned(),
        kind: record.optional(column::KIND).unwrap_or(ORDER).to_owned(),
        order_date: record.required_day(column::ORDER_DATE)?,
        delivery_date: record.day(column::DELIVERY_DATE)?,
        currency: currency.code().to_owned(),
        amount: record.need(column::AMOUNT, not_negative(record, column::AMOUNT, currency)?)?,
        payment_terms: record.text(column::PAYMENT_TERMS).to_owned(),
    })
}
