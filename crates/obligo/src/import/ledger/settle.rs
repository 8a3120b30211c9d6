//! From matches to rows: settlements that are new against the store, money that stays on account.

use super::gather::Gathering;
use super::known::{KnownItem, hashed};
use super::posting::{Class, Posting};
use super::spool::Spool;
use crate::import::Import;
use obligo_formats::books::Position;
use obligo_rules::calendar::Day;
use obligo_rules::clearing::{Clearing, Line, clear};
use obligo_rules::codes::{ItemKind, SettlementMethod};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::item::item_get;
use std::collections::{BTreeMap, HashMap};

/// Columns of the rows of settlements that are made.
pub const SETTLEMENT_COLUMNS: [&str; 11] = [
    "company",
    "document_no",
    "kind",
    "account",
    "branch",
    "account_type",
    "date",
    "amount",
    "method",
    "reference",
    "settlement_no",
];

/// What of a ledger is settled, by lines: first those of the file, then documents on record that the file leaves out.
pub struct Settling {
    clearing: Clearing,
    carried: Vec<KnownItem>,
    /// Amounts on record by line of the item and line that settled it, each by date.
    had: HashMap<(u32, u32), BTreeMap<Day, i64>>,
    /// By posting: it becomes or is an item.
    is_item: Vec<bool>,
}

/// How many settlements are on record just so.
#[derive(Clone, Copy, Default, Debug)]
pub struct Counts {
    /// Settlements known just so.
    pub same: u64,
    /// Settlements that are written.
    pub written: u64,
}

/// Matches the postings of a ledger with each other and with what is open on record.
pub fn settle(gathering: &mut Gathering<'_>) -> Settling {
    let known = &gathering.known;
    let (postings, texts) = (&mut gathering.postings, &gathering.texts);
    let mut roots: HashMap<(i64, u64), u32> = HashMap::with_capacity(postings.len());
    let mut items: HashMap<i64, u32> = HashMap::new();
    for (at, posting) in postings.iter_mut().enumerate() {
        let buyer_id = gathering.debtors.get(posting.party).buyer_id;
        let root = hashed(texts.get(posting.root));
        roots.insert((buyer_id, hashed(&settles_as(posting.class, texts.get(posting.root)))), at as u32);
        if !posting.class.is_document()
            && let Some(item) = known.find(buyer_id, kind_of(posting), root)
        {
            posting.item = item.item_id;
        }
        if posting.item != 0 {
            items.insert(posting.item, at as u32);
        }
    }
    let buyer_of: HashMap<i64, i64> =
        known.items.values().map(|item| (item.item_id, item.buyer_id)).collect();
    let mut had: HashMap<(u32, u32), BTreeMap<Day, i64>> = HashMap::new();
    let mut by_file: HashMap<i64, i64> = HashMap::new();
    let mut cleared: Vec<(u32, i64)> = Vec::new();
    for settlement in &known.settlements {
        let Some(buyer_id) = buyer_of.get(&settlement.item_id) else { continue };
        let Some(by) = roots.get(&(*buyer_id, settlement.root)) else { continue };
        match items.get(&settlement.item_id) {
            Some(item) => {
                *by_file.entry(settlement.item_id).or_default() += settlement.amount;
                *had.entry((*item, *by)).or_default().entry(settlement.date).or_default() +=
                    settlement.amount;
            }
            // The file leaves the document out: what settled it stays.
            None => cleared.push((*by, settlement.amount)),
        }
    }
    for (item_id, at) in &items {
        let amount = postings[*at as usize].own;
        let settled = amount.abs() - known.settled.open(*item_id, amount).abs();
        let elsewhere = settled - by_file.get(item_id).copied().unwrap_or_default();
        if elsewhere > 0 {
            cleared.push((*at, elsewhere));
        }
    }
    let mut lines: Vec<Line> = postings.iter().map(line_of).collect();
    let parties: HashMap<i64, u32> =
        (0u32..).zip(gathering.debtors.found()).map(|(index, debtor)| (debtor.buyer_id, index)).collect();
    let mut carried: Vec<KnownItem> = known
        .items
        .values()
        .filter(|item| !items.contains_key(&item.item_id) && parties.contains_key(&item.buyer_id))
        .filter(|item| known.open(item) != 0)
        .copied()
        .collect();
    carried.sort_unstable_by_key(|item| item.item_id);
    lines.extend(carried.iter().map(|item| {
        let open = known.open(item);
        Line {
            party: parties.get(&item.buyer_id).copied().unwrap_or_default(),
            order: item.due,
            home: open,
            own: open,
            currency: item.currency,
            lettering: gathering.carried.get(&item.item_id).copied().unwrap_or_default(),
            number: item.number,
        }
    }));
    let clearing = clear(&lines, &gathering.named, &cleared);
    let is_item = is_item(postings, &carried, &clearing);
    Settling { clearing, carried, had, is_item }
}

fn line_of(posting: &Posting) -> Line {
    Line {
        party: posting.party,
        order: posting.order,
        home: posting.home,
        own: posting.own,
        currency: posting.currency,
        lettering: posting.lettering,
        number: posting.number,
    }
}

/// The kind of item a posting is or becomes if it stays on account.
fn kind_of(posting: &Posting) -> ItemKind {
    match posting.class {
        Class::Document(kind) => kind,
        _ if posting.own > 0 => ItemKind::DebitNote,
        _ => ItemKind::PaymentOnAccount,
    }
}

/// What a settlement by a posting is numbered: a document by its kind and number, anything else by its voucher.
fn settles_as(class: Class, number: &str) -> String {
    match class {
        Class::Document(kind) => format!("{}/{number}", kind.code()),
        _ => number.to_owned(),
    }
}

/// Documents, what was an item before, and money that was on account for a while or still is.
fn is_item(postings: &[Posting], carried: &[KnownItem], clearing: &Clearing) -> Vec<bool> {
    let mut is_item: Vec<bool> = postings
        .iter()
        .zip(&clearing.rest)
        .map(|(posting, rest)| posting.class.is_document() || posting.item != 0 || *rest > 0)
        .collect();
    let day = |at: u32| match postings.get(at as usize) {
        Some(posting) => Some(posting.day),
        None => carried.get(at as usize - postings.len()).map(|item| item.posted),
    };
    for pair in &clearing.matches {
        let (debit, credit) = (day(pair.debit), day(pair.credit));
        for (at, own, other) in [(pair.debit, debit, credit), (pair.credit, credit, debit)] {
            if own < other
                && let Some(is) = is_item.get_mut(at as usize)
            {
                *is = true;
            }
        }
    }
    is_item
}

impl Settling {
    /// Money that stays on account, as rows of items.
    pub fn on_account(&self, gathering: &mut Gathering<'_>) -> Result<u64, Problem> {
        let mut count = 0;
        for (at, posting) in gathering.postings.iter().enumerate() {
            if posting.class.is_document() || !self.is_item[at] {
                continue;
            }
            count += u64::from(self.clearing.rest[at] > 0);
            let day = posting.day.to_string();
            let [account, branch, account_type] = &gathering.debtors.get(posting.party).account;
            gathering.items.row(
                &Position {
                    line: posting.line.into(),
                    element: gathering.elements.name(posting.element).to_owned(),
                },
                &[
                    gathering.company,
                    gathering.texts.get(posting.root),
                    kind_of(posting).code(),
                    account,
                    branch,
                    account_type,
                    &day,
                    &day,
                    &day,
                    posting.currency.code(),
                    &format_minor(posting.own, posting.currency.exponent()),
                    "",
                    gathering.texts.get(posting.document_no),
                ],
            )?;
        }
        Ok(count)
    }

    /// Settlements that the store does not have, and returns of those that the ledger no longer has, as rows of settlements.
    pub fn settlements(
        mut self,
        import: &Import<'_, '_, '_>,
        gathering: &Gathering<'_>,
        rows: &mut Spool,
    ) -> Result<Counts, Problem> {
        let mut counts = Counts::default();
        let matches = std::mem::take(&mut self.clearing.matches);
        for pair in &matches {
            let Some(date) = self.day(gathering, pair.debit).max(self.day(gathering, pair.credit)) else {
                continue;
            };
            for (item, by, amount) in
                [(pair.debit, pair.credit, pair.of_debit), (pair.credit, pair.debit, pair.of_credit)]
            {
                if amount == 0 || !self.is_item.get(item as usize).copied().unwrap_or(true) {
                    continue;
                }
                let had = self.had.remove(&(item, by)).unwrap_or_default();
                let mut want = BTreeMap::from([(date, amount)]);
                for (date, amount) in &had {
                    *want.entry(*date).or_default() -= amount;
                }
                let n = had.len() as u64;
                counts.same += u64::from(want.values().all(|amount| *amount == 0));
                counts.written += self.write(import, gathering, rows, (item, by), &want, n)?;
            }
        }
        let mut gone: Vec<_> = std::mem::take(&mut self.had).into_iter().collect();
        gone.sort_unstable_by_key(|(pair, _)| *pair);
        for (pair, had) in gone {
            let back = had.iter().map(|(date, amount)| (*date, -amount)).collect();
            counts.written += self.write(import, gathering, rows, pair, &back, had.len() as u64)?;
        }
        Ok(counts)
    }

    fn day(&self, gathering: &Gathering<'_>, at: u32) -> Option<Day> {
        match gathering.postings.get(at as usize) {
            Some(posting) => Some(posting.day),
            None => self.carried.get(at as usize - gathering.postings.len()).map(|item| item.posted),
        }
    }

    /// Writes what is to be settled of an item, by date; `before` settlements of the pair are on record.
    fn write(
        &self,
        import: &Import<'_, '_, '_>,
        gathering: &Gathering<'_>,
        rows: &mut Spool,
        (item, by): (u32, u32),
        amounts: &BTreeMap<Day, i64>,
        before: u64,
    ) -> Result<u64, Problem> {
        let postings = &gathering.postings;
        let Some(place) = postings.get(by as usize).or_else(|| postings.get(item as usize)) else {
            return Ok(0);
        };
        let position =
            Position { line: place.line.into(), element: gathering.elements.name(place.element).to_owned() };
        let (document_no, kind, currency) = self.names(import, gathering, item)?;
        let (by_number, by_kind, _) = self.names(import, gathering, by)?;
        let by_class = postings.get(by as usize).map_or(Class::Document(by_kind), |posting| posting.class);
        let root = settles_as(by_class, &by_number);
        let party = postings.get(item as usize).map_or_else(|| place.party, |posting| posting.party);
        let [account, branch, account_type] = &gathering.debtors.get(party).account;
        let reference = postings.get(by as usize).map_or("", |by| gathering.texts.get(by.document_no));
        let mut written = 0;
        for (date, amount) in amounts.iter().filter(|(_, amount)| **amount != 0) {
            let n = before + written;
            let settlement_no = if n == 0 { root.clone() } else { format!("{root} #{}", n + 1) };
            let method = if *amount < 0 { SettlementMethod::Return } else { by_class.method() };
            let cells = [
                gathering.company,
                &document_no,
                kind.code(),
                account,
                branch,
                account_type,
                &date.to_string(),
                &format_minor(*amount, currency.exponent()),
                method.code(),
                reference,
                &settlement_no,
            ];
            rows.row(&position, &cells)?;
            written += 1;
        }
        Ok(written)
    }

    /// Number, kind and currency of the item of a line.
    fn names(
        &self,
        import: &Import<'_, '_, '_>,
        gathering: &Gathering<'_>,
        at: u32,
    ) -> Result<(String, ItemKind, Currency), Problem> {
        if let Some(posting) = gathering.postings.get(at as usize) {
            let number = gathering.texts.get(posting.root).to_owned();
            return Ok((number, kind_of(posting), posting.currency));
        }
        let item = &self.carried[at as usize - gathering.postings.len()];
        let mut number = String::new();
        item_get(import.tx, item.item_id, |row| {
            row.facts.document_no.clone_into(&mut number);
            Ok(())
        })?;
        Ok((number, item.kind, item.currency))
    }
}
