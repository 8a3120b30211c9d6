//! What an item's document says besides its amounts and dates, and what settled it.

use crate::reasons::amount;
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::item::ItemRow;
use obligo_store::settlement::settlement_of_at;
use serde_json::{Value, json};

/// The document as its file stated it; `origin` names the item it is the residual of.
pub(super) fn of_row(row: &ItemRow<'_>, origin: Option<&str>) -> Value {
    let facts = &row.facts;
    let currency = Currency::parse(facts.currency).unwrap_or(Currency::EUR);
    let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
    let text = |text: &str| json!((!text.is_empty()).then_some(text));
    json!({
        "delivery_date": day(facts.delivery_date),
        "value_date": day(facts.value_date),
        "net_amount": amount(facts.net_amount, currency),
        "payment_terms": text(facts.payment_terms),
        "secured": facts.secured,
        "disputed": facts.disputed,
        "posting_circle": text(facts.posting_circle),
        "origin": origin,
        "text": text(facts.text),
        "rate": text(facts.rate),
    })
}

/// The settlements dated and known by the point in time, in order of date.
pub(super) fn settlements(
    tx: &Tx<'_>,
    as_of: AsOf,
    item_id: i64,
    currency: Currency,
) -> Result<Vec<Value>, Problem> {
    let mut all = Vec::new();
    settlement_of_at(tx, item_id, as_of, |s| {
        all.push(json!({
            "date": s.date.to_string(),
            "amount": amount(s.amount, currency),
            "method": s.method.code(),
            "reference": s.reference,
            "settlement_no": s.settlement_no,
            "derived": s.derived,
        }));
    })?;
    Ok(all)
}
