//! Items: the ERP's documents with insurance data on them.

use crate::as_of::{AsOf, day_of, day_opt, day_param};
use crate::state::{ItemState, STATE_COLUMNS};
use crate::tx::{Bulk, Param, Row, Tx};
use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use std::collections::HashMap;

/// The facts of an item, as its document states them. Amounts in minor units of its currency, negative for credits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ItemFacts<'a> {
    /// Company.
    pub company_id: i64,
    /// Document number.
    pub document_no: &'a str,
    /// Kind.
    pub kind: ItemKind,
    /// Account.
    pub buyer_id: i64,
    /// Document date.
    pub document_date: Day,
    /// Posting date.
    pub posting_date: Day,
    /// Delivery date.
    pub delivery_date: Option<Day>,
    /// Net due date as first agreed.
    pub net_due_date: Day,
    /// Value date.
    pub value_date: Option<Day>,
    /// Currency.
    pub currency: &'a str,
    /// Gross amount.
    pub amount: i64,
    /// Net of VAT.
    pub net_amount: i64,
    /// Payment terms.
    pub payment_terms: &'a str,
    /// Terms without credit risk.
    pub secured: bool,
    /// Disputed from the start.
    pub disputed: bool,
    /// Posting circle.
    pub posting_circle: &'a str,
    /// The item this is the residual of.
    pub origin: Option<i64>,
    /// Text.
    pub text: &'a str,
    /// Rate stored with it; empty = from the rates table.
    pub rate: &'a str,
}

const FACT_COLUMNS: &str = "company_id, document_no, kind, buyer_id, document_date, posting_date, delivery_date, net_due_date, \
    value_date, currency, amount, net_amount, payment_terms, secured, disputed, posting_circle, origin, text, rate";
const FACT_WIDTH: usize = 19;

impl<'a> ItemFacts<'a> {
    fn params(&self) -> [Param<'a>; FACT_WIDTH] {
        [
            Param::Int(self.company_id),
            Param::Text(self.document_no),
            Param::Int(self.kind as i64),
            Param::Int(self.buyer_id),
            day_param(self.document_date),
            day_param(self.posting_date),
            day_opt(self.delivery_date),
            day_param(self.net_due_date),
            day_opt(self.value_date),
            Param::Text(self.currency),
            Param::Int(self.amount),
            Param::Int(self.net_amount),
            Param::Text(self.payment_terms),
            Param::Int(self.secured.into()),
            Param::Int(self.disputed.into()),
            Param::Text(self.posting_circle),
            self.origin.into(),
            Param::Text(self.text),
            if self.rate.is_empty() { Param::Null } else { Param::Text(self.rate) },
        ]
    }

    fn read<'r: 'a>(row: &'a Row<'r>, first: usize) -> ItemFacts<'a> {
        ItemFacts {
            company_id: row.int(first),
            document_no: row.text(first + 1),
            kind: kind_of(row.int(first + 2)),
            buyer_id: row.int(first + 3),
            document_date: day_of(row.int(first + 4)),
            posting_date: day_of(row.int(first + 5)),
            delivery_date: row.int_opt(first + 6).map(day_of),
            net_due_date: day_of(row.int(first + 7)),
            value_date: row.int_opt(first + 8).map(day_of),
            currency: row.text(first + 9),
            amount: row.int(first + 10),
            net_amount: row.int(first + 11),
            payment_terms: row.text(first + 12),
            secured: row.int(first + 13) != 0,
            disputed: row.int(first + 14) != 0,
            posting_circle: row.text(first + 15),
            origin: row.int_opt(first + 16),
            text: row.text(first + 17),
            rate: row.text_opt(first + 18).unwrap_or(""),
        }
    }
}

fn kind_of(code: i64) -> ItemKind {
    usize::try_from(code).ok().and_then(|n| ItemKind::ALL.get(n)).copied().unwrap_or(ItemKind::Invoice)
}

/// Adds items in bulk.
pub struct ItemWriter<'c> {
    plain: Bulk<'c>,
    entry: i64,
}

impl<'c> ItemWriter<'c> {
    /// A writer for items of one import.
    pub fn new(tx: &Tx<'c>, entry: i64) -> Result<ItemWriter<'c>, Problem> {
        let places = (1..=FACT_WIDTH + 2).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "INSERT INTO item ({FACT_COLUMNS}, receivable_start, entry) VALUES ({places}) ON CONFLICT DO NOTHING"
        );
        Ok(ItemWriter { plain: tx.bulk(&sql)?, entry })
    }

    /// Adds an item unless its document is known; says whether it was new.
    pub fn put(&mut self, facts: &ItemFacts<'_>, receivable_start: Option<Day>) -> Result<bool, Problem> {
        let [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18] =
            facts.params();
        let params = [
            p0,
            p1,
            p2,
            p3,
            p4,
            p5,
            p6,
            p7,
            p8,
            p9,
            p10,
            p11,
            p12,
            p13,
            p14,
            p15,
            p16,
            p17,
            p18,
            day_opt(receivable_start),
            Param::Int(self.entry),
        ];
        Ok(self.plain.put(&params)? > 0)
    }
}

/// An item as the store reads it.
#[derive(Clone, Copy, Debug)]
pub struct ItemRow<'a> {
    /// The store's number.
    pub item_id: i64,
    /// The entry that recorded it.
    pub entry: i64,
    /// A later due date granted since; never moves a deadline.
    pub extended_due_date: Option<Day>,
    /// The document.
    pub facts: ItemFacts<'a>,
    /// Insurance data as they stand now.
    pub state: ItemState,
}

fn select() -> String {
    format!("SELECT item_id, entry, extended_due_date, {FACT_COLUMNS}, {STATE_COLUMNS} FROM item")
}

fn row_of<'a, 'r: 'a>(row: &'a Row<'r>) -> ItemRow<'a> {
    ItemRow {
        item_id: row.int(0),
        entry: row.int(1),
        extended_due_date: row.int_opt(2).map(day_of),
        facts: ItemFacts::read(row, 3),
        state: ItemState::read(row, 3 + FACT_WIDTH),
    }
}

/// Visits the items posted by the key date and known, in recorded order. `wanted` decides by number and amount before the row is
/// read whole.
pub fn item_each(
    tx: &Tx<'_>,
    as_of: AsOf,
    mut wanted: impl FnMut(i64, i64, Day) -> bool,
    mut visit: impl FnMut(&ItemRow<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let sql = format!("{} WHERE posting_date <= $1 AND entry <= $2 ORDER BY item_id", select());
    tx.each(&sql, &as_of.params(), |row| {
        if wanted(row.int(0), row.int(13), day_of(row.int(8))) { visit(&row_of(row)) } else { Ok(()) }
    })
}

/// Visits the bills of exchange posted by the key date and known, settled or not, in recorded order (R4.7).
pub fn item_bill_each(
    tx: &Tx<'_>,
    as_of: AsOf,
    mut visit: impl FnMut(&ItemRow<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let sql = format!("{} WHERE posting_date <= $1 AND entry <= $2 AND kind = $3 ORDER BY item_id", select());
    let [key_date, known] = as_of.params();
    tx.each(&sql, &[key_date, known, Param::Int(ItemKind::Bill as i64)], |row| visit(&row_of(row)))
}

/// Visits the documents with this number and kind in a company, on one account or on any.
pub fn item_find(
    tx: &Tx<'_>,
    company_id: i64,
    document_no: &str,
    kind: Option<ItemKind>,
    buyer_id: Option<i64>,
    mut visit: impl FnMut(&ItemRow<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut sql = format!("{} WHERE company_id = $1 AND document_no = $2", select());
    let mut params = vec![Param::Int(company_id), Param::Text(document_no)];
    if let Some(kind) = kind {
        params.push(Param::Int(kind as i64));
        sql.push_str(" AND kind = $3");
    }
    if let Some(buyer_id) = buyer_id {
        params.push(Param::Int(buyer_id));
        let condition = if params.len() == 4 { " AND buyer_id = $4" } else { " AND buyer_id = $3" };
        sql.push_str(condition);
    }
    tx.each(&sql, &params, |row| visit(&row_of(row)))
}

/// Visits at most `limit` documents of a company whose number begins with a text, in the order of their numbers.
pub fn item_by_number_start(
    tx: &Tx<'_>,
    company_id: i64,
    start: &str,
    limit: i64,
    mut visit: impl FnMut(&ItemRow<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    // The greatest character there is: what begins with the text stands before it.
    let end = format!("{start}\u{10ffff}");
    let sql = format!(
        "{} WHERE company_id = $1 AND document_no >= $2 AND document_no < $3 ORDER BY document_no, kind, buyer_id LIMIT $4",
        select()
    );
    let params = [Param::Int(company_id), Param::Text(start), Param::Text(&end), Param::Int(limit)];
    tx.each(&sql, &params, |row| visit(&row_of(row)))
}

/// Visits one item by number.
pub fn item_get(
    tx: &Tx<'_>,
    item_id: i64,
    mut visit: impl FnMut(&ItemRow<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    tx.each(&format!("{} WHERE item_id = $1", select()), &[Param::Int(item_id)], |row| visit(&row_of(row)))
}

/// Visits number, account and amount of the items that hold an insured amount now, open or settled.
pub fn item_insured_each(tx: &Tx<'_>, mut visit: impl FnMut(i64, i64, i64)) -> Result<(), Problem> {
    tx.each("SELECT item_id, buyer_id, amount FROM item WHERE insured > 0", &[], |row| {
        visit(row.int(0), row.int(1), row.int(2));
        Ok(())
    })
}

/// Visits all items of an account, in recorded order.
pub fn item_of_buyer_each(
    tx: &Tx<'_>,
    buyer_id: i64,
    mut visit: impl FnMut(&ItemRow<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let sql = format!("{} WHERE buyer_id = $1 ORDER BY item_id", select());
    tx.each(&sql, &[Param::Int(buyer_id)], |row| visit(&row_of(row)))
}

/// Visits number and account of the items posted by the key date and known, in recorded order.
pub fn item_account_each(tx: &Tx<'_>, as_of: AsOf, mut visit: impl FnMut(i64, i64)) -> Result<(), Problem> {
    let sql = "SELECT item_id, buyer_id FROM item WHERE posting_date <= $1 AND entry <= $2 ORDER BY item_id";
    tx.each(sql, &as_of.params(), |row| {
        visit(row.int(0), row.int(1));
        Ok(())
    })
}

/// What is due of an item, without the rest of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DueItem {
    /// The store's number.
    pub item_id: i64,
    /// Account.
    pub buyer_id: i64,
    /// Net due date as first agreed.
    pub net_due_date: Day,
    /// Currency.
    pub currency: Currency,
    /// Gross amount, minor units, negative for credits.
    pub amount: i64,
}

/// Visits what is due of the items posted by the key date and known, in any order.
pub fn item_due_each(tx: &Tx<'_>, as_of: AsOf, mut visit: impl FnMut(DueItem)) -> Result<(), Problem> {
    let sql = "SELECT item_id, buyer_id, net_due_date, currency, amount FROM item \
        WHERE posting_date <= $1 AND entry <= $2";
    tx.each(sql, &as_of.params(), |row| {
        visit(DueItem {
            item_id: row.int(0),
            buyer_id: row.int(1),
            net_due_date: day_of(row.int(2)),
            currency: Currency::parse(row.text(3)).unwrap_or(Currency::EUR),
            amount: row.int(4),
        });
        Ok(())
    })
}

/// The first document date of each buyer, of the items posted by the key date and known.
pub fn item_first_documents(tx: &Tx<'_>, as_of: AsOf) -> Result<HashMap<i64, Day>, Problem> {
    let mut found = HashMap::new();
    let sql = "SELECT buyer_id, MIN(document_date) FROM item WHERE posting_date <= $1 AND entry <= $2 GROUP BY buyer_id";
    tx.each(sql, &as_of.params(), |row| {
        found.insert(row.int(0), day_of(row.int(1)));
        Ok(())
    })?;
    Ok(found)
}

/// Keeps a later due date as an extension; the net due date stays.
pub fn item_extend(tx: &Tx<'_>, item_id: i64, due: Day) -> Result<usize, Problem> {
    tx.exec(
        "UPDATE item SET extended_due_date = $1 WHERE item_id = $2 AND coalesce(extended_due_date, -9999999) < $1",
        &[day_param(due), Param::Int(item_id)],
    )
}

/// The highest item number.
pub fn item_last(tx: &Tx<'_>) -> Result<i64, Problem> {
    Ok(tx.one("SELECT coalesce(max(item_id), 0) FROM item", &[], |row| Ok(row.int(0)))?.unwrap_or(0))
}
