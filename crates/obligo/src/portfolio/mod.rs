//! The whole book as of a day, computed once and read by many: what pages and answers show without computing it again (B3, H2, H3).

mod buyers;
mod changes;
mod keeper;
mod marks;
mod overview;
mod own;
mod query;
mod trend;

pub use buyers::{BuyerBook, BuyerChoice, BuyerMark, BuyerOrder, BuyerPage, BuyerSums};
pub use changes::ChangeIndex;
pub use keeper::{Freshness, Keeper, OrderFigures};
pub use marks::{BuyersDue, LimitsDue};
pub use overview::{CurrencyOverview, Overview, Parts};
pub use query::{Cover, ItemChoice, ItemOrder, ItemPage, ItemSums};
pub use trend::{DayStanding, trend};

use crate::buyers::{BillState, BuyersRequest, Expiry, bill_state, buyers_with};
use crate::credit::RecordsRequest;
use crate::credit::decisions::decisions_in;
use crate::credit::limit_requests::limit_requests_in;
use crate::credit::payers::standings::{Figures, together};
use crate::credit::payers::{CreditLimitBook, PayerBook, Payers, Tally};
use crate::credit::policy::managers::buyers_of_managers;
use crate::credit::policy::recommended::{Recommended, recommended_of};
use crate::deadlines::{DeadlinesRequest, deadlines_with};
use crate::items::{ItemFigures, ItemView, Viewer, account_key};
use crate::limits::{LimitsRequest, limits_in};
use crate::planning::main_buyer_at;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::AccountKey;
use obligo_store::item::{item_account_each, item_bill_each, item_each, item_get};
use obligo_store::{Store, Tx, entry_last};
use query::Cache;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;
use std::sync::{Arc, Mutex};

/// How many days ahead the duties of a portfolio reach.
pub const DUTY_DAYS: i32 = 92;

/// How many duties of one kind are kept, the next ones: a ledger of a million items has millions, and nobody reads further.
pub const DUTIES_KEPT: usize = 2000;

/// The open items, buyers and duties as of one day, as known at one audit entry. Amounts of [`ItemFigures`] in minor units.
pub struct Portfolio {
    /// The day, and the audit entry it was computed at.
    pub as_of: AsOf,
    /// Master data.
    pub snapshot: Snapshot,
    /// Open items, those of an account together, accounts in the order of their keys.
    pub items: Vec<ItemFigures>,
    /// The lines of the list of buyers.
    pub buyers: Arc<Vec<Value>>,
    /// The summary of the list of buyers.
    pub buyers_summary: Value,
    /// Every decision and request with its state, as `obligo limits --all` prints them.
    pub limits: Vec<Value>,
    /// Every limit request, as `obligo limit-requests --all` prints them.
    pub limit_requests: Vec<Value>,
    /// What was granted of what was asked for in the last year, by insurer and currency.
    pub grants: Vec<Value>,
    /// Every decision on an exceeded insurance limit, as `obligo decisions --all` prints them.
    pub excess_decisions: Vec<Value>,
    /// The next duties by date, at most [`DUTIES_KEPT`] of each kind within [`DUTY_DAYS`] days.
    pub duties: Vec<Value>,
    /// How many duties of which kind, and the money at stake.
    pub duties_summary: Value,
    /// Where the items of an account stand in `items`: first, and one past the last.
    by_buyer: HashMap<i64, (u32, u32)>,
    /// Where the lines of an account stand in `buyers`.
    lines: HashMap<i64, Vec<u32>>,
    /// Accounts by key, in order.
    keys: BTreeMap<AccountKey, i64>,
    /// Every item of an account, settled ones too: its own stretch of the second.
    all_items: ItemsByAccount,
    /// The accounts co-insured at the date, by main buyer, in the order of their keys.
    co_insured: BTreeMap<i64, Vec<i64>>,
    /// The main buyers among them, in the order of their keys.
    mains: Vec<i64>,
    /// The accounts that are or were co-insured, by main buyer.
    branches: BTreeMap<i64, BTreeSet<i64>>,
    /// Bills of exchange that are open or count as bill liability (R4.7), by due date.
    pub bills: Vec<PortfolioBill>,
    /// The changes of each item.
    pub changes: Arc<ChangeIndex>,
    /// Where the duties of an account stand in `duties`.
    duties_of: HashMap<i64, Vec<u32>>,
    /// The account of each line of `buyers`.
    of_lines: Vec<Option<i64>>,
    book: Arc<BuyerBook>,
    own_books: Mutex<HashMap<BTreeSet<i64>, Arc<BuyerBook>>>,
    payers: Result<PayerBook, Problem>,
    recommended: Result<HashMap<i64, Recommended>, Problem>,
    /// How many buyers name which credit manager.
    pub buyers_of_managers: BTreeMap<String, usize>,
    cache: Cache,
    marked_limits: OnceLock<LimitsDue>,
}

/// A bill of exchange, settled or not.
#[derive(Clone, Copy, Debug)]
pub struct PortfolioBill {
    /// Its figures.
    pub figures: ItemFigures,
    /// Whether it counts as bill liability; `None` for a protested one.
    pub state: Option<BillState>,
}

impl Portfolio {
    /// Computes the portfolio of a day from what is recorded now.
    pub fn compute(store: &Store, day: Day) -> Result<Portfolio, Problem> {
        Portfolio::compute_after(store, day, &ChangeIndex::default())
    }

    /// The same; `changes` are those an earlier portfolio of the store knew.
    pub fn compute_after(store: &Store, day: Day, changes: &ChangeIndex) -> Result<Portfolio, Problem> {
        store.read(|tx| {
            let as_of = AsOf { key_date: day, known: entry_last(tx)? };
            Portfolio::compute_in(tx, as_of, day, changes.extended(tx)?)
        })
    }

    /// The book as of a day, as it was known at the end of another, or now. `today` tells whether it looks back (R4.7).
    pub fn compute_at(
        store: &Store,
        day: Day,
        known_at: Option<Day>,
        today: Day,
    ) -> Result<Portfolio, Problem> {
        store.read(|tx| {
            let known = point_in_time(tx, day, known_at)?.known.min(entry_last(tx)?);
            let as_of = AsOf { key_date: day, known };
            Portfolio::compute_in(tx, as_of, today, ChangeIndex::default().extended(tx)?)
        })
    }

    fn compute_in(tx: &Tx<'_>, as_of: AsOf, today: Day, changes: ChangeIndex) -> Result<Portfolio, Problem> {
        let snapshot = Snapshot::load(tx, as_of)?;
        let (mut items, mut bills) = (Vec::new(), Vec::new());
        let (payers, credit_limits) = (Payers::of(&snapshot), CreditLimitBook::load(tx, &snapshot)?);
        let mut tally = Tally::new(&snapshot, &payers, credit_limits.apart());
        {
            let viewer = Viewer::load(tx, &snapshot, false)?;
            let expiry = Expiry::of(tx, &snapshot, today)?;
            item_bill_each(tx, as_of, |row| {
                let bill =
                    PortfolioBill { figures: viewer.figures(row), state: bill_state(&snapshot, row, expiry) };
                if bill_state(&snapshot, row, Expiry::Computed).is_some_and(|state| state.counts) {
                    tally.add_bill(row, bill.figures.open);
                }
                if bill.figures.open != 0 || bill.state.is_some_and(|state| state.counts) {
                    bills.push(bill);
                }
                Ok(())
            })?;
            item_each(
                tx,
                as_of,
                |item, amount, _| viewer.settled.open(item, amount) != 0,
                |row| {
                    let figures = viewer.figures(row);
                    tally.add_item(row, figures.open);
                    items.push(figures);
                    Ok(())
                },
            )?;
        }
        sort_by_account(&snapshot, &mut items);
        bills.sort_by_key(|bill| (bill.figures.net_due_date, bill.figures.item_id));
        let mut by_buyer: HashMap<i64, (u32, u32)> = HashMap::new();
        for (position, item) in items.iter().enumerate() {
            let position = position as u32;
            by_buyer.entry(item.buyer_id).or_insert((position, position)).1 = position + 1;
        }
        let of_buyers =
            BuyersRequest { as_of: as_of.key_date, known_at: None, policy: None, search: None, all: true };
        let mut buyers = Vec::new();
        let (buyers_summary, ledgers) = buyers_with(tx, &snapshot, today, &of_buyers, &mut |line| {
            buyers.push(line);
            Ok(())
        })?;
        let keys: BTreeMap<AccountKey, i64> =
            snapshot.buyers.values().map(|b| (b.key.clone(), b.buyer_id)).collect();
        let mut lines: HashMap<i64, Vec<u32>> = HashMap::new();
        let of_lines: Vec<Option<i64>> =
            buyers.iter().map(|line| keys.get(&account_of(line)).copied()).collect();
        for (position, id) in of_lines.iter().enumerate() {
            if let Some(id) = id {
                lines.entry(*id).or_default().push(position as u32);
            }
        }
        let buyers = Arc::new(buyers);
        let book = Arc::new(BuyerBook::of(&snapshot, Arc::clone(&buyers), &of_lines));
        let all_items = items_by_account(tx, as_of)?;
        let of_limits =
            LimitsRequest { as_of: as_of.key_date, known_at: None, policy: None, account: None, all: true };
        let mut limits = Vec::new();
        limits_in(tx, &snapshot, &of_limits, &mut |line| {
            limits.push(line);
            Ok(())
        })?;
        let of_all = RecordsRequest { all: true, ..RecordsRequest::at(as_of.key_date) };
        let mut limit_requests = Vec::new();
        let requests_summary = limit_requests_in(tx, &snapshot, &of_all, &mut |line| {
            limit_requests.push(line);
            Ok(())
        })?;
        let grants = requests_summary["grants"].as_array().cloned().unwrap_or_default();
        let mut excess_decisions = Vec::new();
        decisions_in(tx, &snapshot, &of_all, &mut |line| {
            excess_decisions.push(line);
            Ok(())
        })?;
        let co_insured = co_insured(&snapshot);
        let mut mains: Vec<i64> = co_insured.keys().copied().collect();
        mains.sort_by_cached_key(|main| snapshot.account(*main));
        let branches = branches(&snapshot);
        let ahead = DeadlinesRequest {
            from: as_of.key_date,
            to: as_of.key_date.plus_days(DUTY_DAYS),
            policy: None,
            known_at: None,
        };
        let mut duties = Vec::new();
        let mut kept: HashMap<String, usize> = HashMap::new();
        let mut earliest = HashMap::new();
        let duties_summary = deadlines_with(tx, &snapshot, &ahead, &mut earliest, &mut |line| {
            let kind = line["what"].as_str().unwrap_or("").to_owned();
            let count = kept.entry(kind).or_insert(0_usize);
            *count += 1;
            if *count <= DUTIES_KEPT {
                duties.push(line);
            }
            Ok(())
        })?;
        let mut duties_of: HashMap<i64, Vec<u32>> = HashMap::new();
        for (position, duty) in duties.iter().enumerate() {
            if let Some(id) = keys.get(&account_of(duty)) {
                duties_of.entry(*id).or_default().push(position as u32);
            }
        }
        let cache = Cache::of(&snapshot, &items);
        // Where a rate is missing, the other pages still show what they can.
        let figures = Figures { ledgers, deadlines: earliest };
        let payers = together(tx, &snapshot, (&payers, &credit_limits), tally, &figures, None);
        let of_policy = |book: &PayerBook| recommended_of(tx, &snapshot, &book.payers);
        let recommended = payers.as_ref().map_err(Clone::clone).and_then(of_policy);
        Ok(Portfolio {
            as_of,
            buyers_of_managers: buyers_of_managers(snapshot.buyers.values()),
            snapshot,
            items,
            buyers,
            buyers_summary,
            limits,
            limit_requests,
            grants,
            excess_decisions,
            duties,
            duties_summary,
            by_buyer,
            lines,
            keys,
            all_items,
            co_insured,
            mains,
            branches,
            bills,
            changes: Arc::new(changes),
            duties_of,
            of_lines,
            book,
            own_books: Mutex::default(),
            payers,
            recommended,
            cache,
            marked_limits: OnceLock::new(),
        })
    }

    /// Payers, how they stand, and credit groups. Errors: `rate-missing`, `amount-too-large` as computing them met one.
    pub fn payers(&self) -> Result<&PayerBook, Problem> {
        self.payers.as_ref().map_err(Clone::clone)
    }

    /// What the credit policy recommends for a payer (R9.9); `None` for an account that is none. Errors: as [`Portfolio::payers`].
    pub fn recommended(&self, payer: i64) -> Result<Option<&Recommended>, Problem> {
        self.recommended.as_ref().map(|all| all.get(&payer)).map_err(Clone::clone)
    }

    /// The open items of an account.
    #[must_use]
    pub fn items_of(&self, buyer_id: i64) -> &[ItemFigures] {
        let (from, to) = self.by_buyer.get(&buyer_id).copied().unwrap_or((0, 0));
        self.items.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// The number of the account with this key, `10021/0/D` or `@ENTITY`.
    #[must_use]
    pub fn buyer_id(&self, account: &str) -> Option<i64> {
        self.keys.get(&account_key(account)?).copied()
    }

    /// The accounts of an address number, in the order of branch and account type.
    pub fn accounts_of_number<'p>(&'p self, number: &'p str) -> impl Iterator<Item = (&'p AccountKey, i64)> {
        let first = AccountKey { account: number.to_owned(), ..AccountKey::default() };
        let of_number = self.keys.range(first..).take_while(move |(key, _)| key.account == number);
        of_number.filter(|(key, _)| key.prospect.is_empty()).map(|(key, id)| (key, *id))
    }

    /// The numbers of every item of an account, settled ones too, in recorded order.
    #[must_use]
    pub fn item_ids_of(&self, buyer_id: i64) -> &[i64] {
        let (from, to) = self.all_items.0.get(&buyer_id).copied().unwrap_or((0, 0));
        self.all_items.1.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// The duties of an account, by date.
    pub fn duties_of(&self, buyer_id: i64) -> impl Iterator<Item = &Value> {
        self.duties_of.get(&buyer_id).into_iter().flatten().filter_map(|n| self.duties.get(*n as usize))
    }

    /// The accounts co-insured under a main buyer (R1.6), in the order of their keys.
    #[must_use]
    pub fn co_insured_of(&self, main: i64) -> &[i64] {
        self.co_insured.get(&main).map_or(&[], Vec::as_slice)
    }

    /// The accounts that are or were co-insured under a main buyer.
    pub fn branches_of(&self, main: i64) -> impl Iterator<Item = i64> {
        self.branches.get(&main).into_iter().flatten().copied()
    }

    /// Where an open item of an account stands in `items`.
    #[must_use]
    pub fn position_of(&self, buyer_id: i64, item_id: i64) -> Option<u32> {
        let from = self.by_buyer.get(&buyer_id)?.0;
        let n = self.items_of(buyer_id).iter().position(|item| item.item_id == item_id)?;
        Some(from + u32::try_from(n).ok()?)
    }

    /// The main buyers with co-insured accounts, in the order of their keys.
    #[must_use]
    pub fn mains_of_co_insured(&self) -> &[i64] {
        &self.mains
    }

    /// Where the lines of an account stand in `buyers`: its own policy's first.
    #[must_use]
    pub fn positions_of(&self, buyer_id: i64) -> &[u32] {
        self.lines.get(&buyer_id).map_or(&[], Vec::as_slice)
    }

    /// The lines of an account in the list of buyers: its own policy's first.
    pub fn lines_of(&self, buyer_id: i64) -> impl Iterator<Item = &Value> {
        self.lines.get(&buyer_id).into_iter().flatten().filter_map(|n| self.buyers.get(*n as usize))
    }

    /// Reads the items at these positions whole, as they stood when the portfolio was computed.
    pub fn views(&self, store: &Store, positions: &[u32]) -> Result<Vec<ItemView>, Problem> {
        self.whole(store, positions.iter().filter_map(|n| self.items.get(*n as usize)))
    }

    /// Reads the items of these figures whole.
    pub fn whole<'f>(
        &self,
        store: &Store,
        all: impl Iterator<Item = &'f ItemFigures>,
    ) -> Result<Vec<ItemView>, Problem> {
        store.read(|tx| {
            let mut views = Vec::new();
            for figures in all {
                item_get(tx, figures.item_id, |row| {
                    views.push(ItemView::of(&self.snapshot, row, figures));
                    Ok(())
                })?;
            }
            Ok(views)
        })
    }
}

fn co_insured(snapshot: &Snapshot) -> BTreeMap<i64, Vec<i64>> {
    let mut of_mains: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (account, rows) in &snapshot.covers {
        // Most buyers never were co-insured.
        if rows.iter().any(|row| row.cover.co_insured_under.is_some())
            && let Some(main) = main_buyer_at(snapshot, *account)
        {
            of_mains.entry(main).or_default().push(*account);
        }
    }
    for accounts in of_mains.values_mut() {
        accounts.sort_by_cached_key(|account| snapshot.account(*account));
    }
    of_mains
}

fn branches(snapshot: &Snapshot) -> BTreeMap<i64, BTreeSet<i64>> {
    let mut of_mains: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    for (account, rows) in &snapshot.covers {
        for main in rows.iter().filter_map(|row| row.cover.co_insured_under) {
            of_mains.entry(main).or_default().insert(*account);
        }
    }
    of_mains
}

/// The stretch of each account, and the numbers of all items.
type ItemsByAccount = (HashMap<i64, (u32, u32)>, Vec<i64>);

/// Numbers of items by account: the store has no index for it, which every import would pay for.
fn items_by_account(tx: &Tx<'_>, as_of: AsOf) -> Result<ItemsByAccount, Problem> {
    let mut pairs: Vec<(i64, i64)> = Vec::new();
    item_account_each(tx, as_of, |item, buyer| pairs.push((buyer, item)))?;
    pairs.sort_unstable();
    let mut ranges: HashMap<i64, (u32, u32)> = HashMap::new();
    for (position, (buyer, _)) in pairs.iter().enumerate() {
        let position = position as u32;
        ranges.entry(*buyer).or_insert((position, position)).1 = position + 1;
    }
    Ok((ranges, pairs.into_iter().map(|(_, item)| item).collect()))
}

/// The account of a line of the list of buyers or of duties.
fn account_of(line: &Value) -> AccountKey {
    let text = |name: &str| line.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let prospect = line.get("prospect").and_then(Value::as_bool) == Some(true);
    AccountKey {
        account: text("account"),
        branch: text("branch"),
        account_type: text("account_type"),
        prospect: if prospect { text("legal_entity") } else { String::new() },
    }
}

fn sort_by_account(snapshot: &Snapshot, items: &mut [ItemFigures]) {
    let mut in_order: Vec<_> = snapshot.buyers.values().map(|b| (&b.key, b.buyer_id)).collect();
    in_order.sort();
    let rank: HashMap<i64, u32> = in_order.iter().enumerate().map(|(n, (_, id))| (*id, n as u32)).collect();
    items.sort_unstable_by_key(|item| {
        (rank.get(&item.buyer_id).copied().unwrap_or(u32::MAX), item.document_date, item.item_id)
    });
}
