//! The list of items with their insurance data as of a date (B3), and finding one by its name.

mod name;

pub use name::{ItemName, account_key, item_name};

use crate::planning::{Amounts, SettledItems, item_amounts, item_rate, main_buyer_at, too_large};
use crate::session::{Session, point_in_time};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, InsuranceStatus, ItemKind, ReportingStatus};
use obligo_rules::cover::{cover_at, cover_last_under};
use obligo_rules::item::Insurance;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::buyer::AccountKey;
use obligo_store::change::change_states_at;
use obligo_store::item::{ItemRow, item_each};
use obligo_store::state::ItemState;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Which items, as of when.
#[derive(Clone, Debug)]
pub struct ItemsRequest {
    /// Valid at.
    pub as_of: Day,
    /// Known at.
    pub known_at: Option<Day>,
    /// Settled items too.
    pub all: bool,
    /// What the next declaration would make of them (R5.5).
    pub projected: bool,
    /// Filters.
    pub filter: ItemFilter,
}

/// Filters of the list; empty ones let everything through.
#[derive(Clone, Debug, Default)]
pub struct ItemFilter {
    /// Policy code.
    pub policy: Option<String>,
    /// Company code.
    pub company: Option<String>,
    /// Address number.
    pub account: Option<String>,
    /// Insurance status.
    pub status: Option<String>,
    /// Reporting status.
    pub reporting_status: Option<String>,
    /// Only items (partly) uninsured.
    pub uninsured: bool,
}

/// An item as of a date. Amounts in minor units: `amount` and `open` of `currency`, the insurable and insured ones of the policy's.
#[derive(Clone, Debug)]
pub struct ItemView {
    /// The store's number.
    pub item_id: i64,
    /// The store's number of the account.
    pub buyer_id: i64,
    /// Company code.
    pub company: String,
    /// Document number.
    pub document_no: String,
    /// Kind.
    pub kind: ItemKind,
    /// Account.
    pub key: AccountKey,
    /// Name of the buyer.
    pub name: String,
    /// Policy the item belongs to, or would.
    pub policy: Option<String>,
    /// Document date.
    pub document_date: Day,
    /// Posting date.
    pub posting_date: Day,
    /// Net due date as first agreed.
    pub net_due_date: Day,
    /// A later due date granted since.
    pub extended_due_date: Option<Day>,
    /// Currency of the item.
    pub currency: Currency,
    /// Gross amount.
    pub amount: i64,
    /// Open amount.
    pub open: i64,
    /// Currency of the policy.
    pub policy_currency: Currency,
    /// Insurable open amount; `None` while no rate is known.
    pub insurable_open: Option<i64>,
    /// Insured amount as of the date.
    pub insured: i64,
    /// Start of the credit term.
    pub receivable_start: Option<Day>,
    /// Insurance data as of the date.
    pub insurance: Insurance,
    /// Whether this is a projection (R5.5).
    pub projected: bool,
}

/// Visits the items of the request in recorded order, and says how many were settled and left out.
pub fn items(
    session: &mut Session,
    request: &ItemsRequest,
    mut visit: impl FnMut(&ItemView, &Snapshot) -> Result<(), Problem>,
) -> Result<(), Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.as_of, request.known_at)?)?;
        each_item(tx, &snapshot, request, &mut visit)
    })
}

/// See [`items`], within a transaction.
pub fn each_item(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &ItemsRequest,
    visit: &mut dyn FnMut(&ItemView, &Snapshot) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let viewer = Viewer::load(tx, snapshot, request.projected)?;
    item_each(
        tx,
        snapshot.as_of,
        |item, amount, _| request.all || viewer.settled.open(item, amount) != 0,
        |row| {
            let view = viewer.view(row);
            if request.filter.lets_through(&view) { visit(&view, snapshot) } else { Ok(()) }
        },
    )
}

impl ItemFilter {
    fn lets_through(&self, view: &ItemView) -> bool {
        let matches = |filter: &Option<String>, value: &str| filter.as_deref().is_none_or(|f| f == value);
        matches(&self.policy, view.policy.as_deref().unwrap_or(""))
            && matches(&self.company, &view.company)
            && matches(&self.account, &view.key.account)
            && matches(&self.status, view.insurance.status.code())
            && matches(&self.reporting_status, view.insurance.reporting_status.code())
            && (!self.uninsured
                || (view.kind.is_debit() && view.insured < view.insurable_open.unwrap_or(i64::MAX)))
    }
}

/// Makes views of rows.
pub struct Viewer<'a> {
    snapshot: &'a Snapshot,
    /// Settlements as of the date.
    pub settled: SettledItems,
    changed: HashMap<i64, ItemState>,
    policies: HashMap<i64, Option<&'a LoadedPolicy>>,
    projected: HashMap<i64, Insurance>,
    is_projected: bool,
}

impl<'a> Viewer<'a> {
    /// Loads what views need.
    pub fn load(tx: &Tx<'_>, snapshot: &'a Snapshot, is_projected: bool) -> Result<Viewer<'a>, Problem> {
        let policies = snapshot.covers.keys().map(|buyer| (*buyer, policy_of(snapshot, *buyer))).collect();
        let projected = if is_projected { projection(tx, snapshot)? } else { HashMap::new() };
        Ok(Viewer {
            snapshot,
            settled: SettledItems::load(tx, snapshot.as_of)?,
            changed: change_states_at(tx, snapshot.as_of)?,
            policies,
            projected,
            is_projected,
        })
    }

    /// What views of one item need, from what was read of it before. `buyer_id` is its account.
    #[must_use]
    pub fn of_item(
        snapshot: &'a Snapshot,
        buyer_id: i64,
        settled: SettledItems,
        changed: HashMap<i64, ItemState>,
    ) -> Viewer<'a> {
        let policies = HashMap::from([(buyer_id, policy_of(snapshot, buyer_id))]);
        Viewer { snapshot, settled, changed, policies, projected: HashMap::new(), is_projected: false }
    }

    /// The figures of one row, without its texts.
    #[must_use]
    pub fn figures(&self, row: &ItemRow<'_>) -> ItemFigures {
        let facts = &row.facts;
        let (state, policy) = self.state(row);
        let currency = Currency::parse(facts.currency).unwrap_or(Currency::EUR);
        let open = self.settled.open(row.item_id, facts.amount);
        let insurable_open = match policy {
            None => Some(open),
            Some(p) => item_rate(self.snapshot, &p.policy, row, &state, currency).ok().and_then(|rate| {
                let fraction = rate.fraction(currency.exponent(), p.policy.currency.exponent());
                let vat = p.policy.declaration.vat_insured;
                item_amounts(facts.amount, facts.net_amount, open, vat, fraction).map(|a| a.insurable_open)
            }),
        };
        ItemFigures {
            item_id: row.item_id,
            buyer_id: facts.buyer_id,
            company_id: facts.company_id,
            kind: facts.kind,
            document_date: facts.document_date,
            net_due_date: facts.net_due_date,
            currency,
            amount: facts.amount,
            open,
            policy: policy.map(|p| p.number),
            policy_currency: policy.map_or(currency, |p| p.policy.currency),
            insurable_open,
            insured: state.insurance.insured.min(insurable_open.unwrap_or(0)).max(0),
            receivable_start: state.receivable_start,
            insurance: state.insurance,
        }
    }

    /// The insurance data of a row, and the policy it belongs to, or would.
    fn state(&self, row: &ItemRow<'_>) -> (ItemState, Option<&'a LoadedPolicy>) {
        let mut state = self.changed.get(&row.item_id).copied().unwrap_or(row.state);
        if let Some(projected) = self.projected.get(&row.item_id) {
            state.insurance = *projected;
        }
        let of_item = self.snapshot.policies.values().find(|p| p.number == state.insurance.policy);
        (state, of_item.or_else(|| self.policies.get(&row.facts.buyer_id).copied().flatten()))
    }

    /// What a row comes to in the currency of its policy, with VAT or net of it, whatever the policy insures; `None` under no policy.
    /// Errors: `rate-missing`, `amount-too-large`.
    pub fn amounts(
        &self,
        row: &ItemRow<'_>,
        with_vat: bool,
    ) -> Result<Option<(&'a LoadedPolicy, Amounts)>, Problem> {
        let (state, Some(loaded)) = self.state(row) else { return Ok(None) };
        let (facts, policy) = (&row.facts, &loaded.policy);
        let currency = Currency::parse(facts.currency).unwrap_or(policy.currency);
        let fraction = if currency == policy.currency {
            (1, 1)
        } else {
            let rate = item_rate(self.snapshot, policy, row, &state, currency)?;
            rate.fraction(currency.exponent(), policy.currency.exponent())
        };
        let open = self.settled.open(row.item_id, facts.amount);
        let amounts = item_amounts(facts.amount, facts.net_amount, open, with_vat, fraction);
        let amounts = amounts.ok_or_else(|| too_large(facts.amount, currency, policy.currency))?;
        Ok(Some((loaded, amounts)))
    }

    /// The view of one row.
    #[must_use]
    pub fn view(&self, row: &ItemRow<'_>) -> ItemView {
        ItemView { projected: self.is_projected, ..ItemView::of(self.snapshot, row, &self.figures(row)) }
    }
}

/// What an item's view says in figures. Amounts in minor units: `amount` and `open` of `currency`, the others of the policy's.
#[derive(Clone, Copy, Debug)]
pub struct ItemFigures {
    /// The store's number.
    pub item_id: i64,
    /// The store's number of the account.
    pub buyer_id: i64,
    /// The store's number of the company.
    pub company_id: i64,
    /// Kind.
    pub kind: ItemKind,
    /// Document date.
    pub document_date: Day,
    /// Net due date as first agreed.
    pub net_due_date: Day,
    /// Currency of the item.
    pub currency: Currency,
    /// Gross amount.
    pub amount: i64,
    /// Open amount.
    pub open: i64,
    /// Number of the policy the item belongs to, or would.
    pub policy: Option<u16>,
    /// Currency of the policy.
    pub policy_currency: Currency,
    /// Insurable open amount; `None` while no rate is known.
    pub insurable_open: Option<i64>,
    /// Insured amount as of the date.
    pub insured: i64,
    /// Start of the credit term.
    pub receivable_start: Option<Day>,
    /// Insurance data as of the date.
    pub insurance: Insurance,
}

impl ItemFigures {
    /// The figures of a view.
    #[must_use]
    pub fn of_view(snapshot: &Snapshot, view: &ItemView) -> ItemFigures {
        let company = snapshot.companies.iter().find(|(_, c)| c.company == view.company);
        let policy = view.policy.as_deref().and_then(|code| snapshot.policies.get(code));
        ItemFigures {
            item_id: view.item_id,
            buyer_id: view.buyer_id,
            company_id: company.map_or(0, |(id, _)| *id),
            kind: view.kind,
            document_date: view.document_date,
            net_due_date: view.net_due_date,
            currency: view.currency,
            amount: view.amount,
            open: view.open,
            policy: policy.map(|policy| policy.number),
            policy_currency: view.policy_currency,
            insurable_open: view.insurable_open,
            insured: view.insured,
            receivable_start: view.receivable_start,
            insurance: view.insurance,
        }
    }

    /// What of the insurable open amount is not insured, at least 0; the whole open amount where no rate is known.
    #[must_use]
    pub fn uninsured(&self) -> i64 {
        (self.insurable_open.unwrap_or(self.open) - self.insured).max(0)
    }
}

/// The policy a buyer's items fall under at the key date: its own cover's, or its main buyer's (R1.6).
#[must_use]
pub fn policy_of(snapshot: &Snapshot, buyer: i64) -> Option<&LoadedPolicy> {
    let main = main_buyer_at(snapshot, buyer).unwrap_or(buyer);
    let covers: Vec<_> = snapshot.covers.get(&main)?.iter().map(|r| r.cover.clone()).collect();
    let key_date = snapshot.as_of.key_date;
    let number = if let Some(cover) = cover_at(&covers, key_date) {
        cover.policy
    } else {
        let known = snapshot.policies.values().filter_map(|p| cover_last_under(&covers, p.number, key_date));
        known.max_by_key(|c| c.valid_from).and_then(|c| c.policy)
    }?;
    snapshot.policies.values().find(|p| p.number == number)
}

/// What declarations of every policy at the key date would make of the items (R5.5).
fn projection(tx: &Tx<'_>, snapshot: &Snapshot) -> Result<HashMap<i64, Insurance>, Problem> {
    use crate::declaration::{DeclareRequest, plan_in};
    use crate::planning::LedgerScope;
    let runs = obligo_store::run::run_all(tx)?;
    let mut projected = HashMap::new();
    for code in snapshot.policies.keys() {
        for buyers in [BuyerKind::Named, BuyerKind::Unnamed] {
            let request = DeclareRequest {
                policy: code.clone(),
                key_date: snapshot.as_of.key_date,
                buyers,
                is_final: false,
                known: snapshot.as_of.known,
            };
            let planned = plan_in(tx, snapshot, &runs, &request, LedgerScope::default())?;
            let ledger = &planned.loaded.ledger;
            projected
                .extend(planned.plan.changes.iter().map(|c| (ledger.items[c.position as usize].id, c.after)));
        }
    }
    Ok(projected)
}

impl ItemView {
    /// The view of a row with its figures.
    #[must_use]
    pub fn of(snapshot: &Snapshot, row: &ItemRow<'_>, figures: &ItemFigures) -> ItemView {
        let buyer = snapshot.buyers.get(&figures.buyer_id);
        ItemView {
            item_id: figures.item_id,
            buyer_id: figures.buyer_id,
            company: snapshot.company_code(figures.company_id).to_owned(),
            document_no: row.facts.document_no.to_owned(),
            kind: figures.kind,
            key: buyer.map(|b| b.key.clone()).unwrap_or_default(),
            name: buyer.map(|b| b.name.clone()).unwrap_or_default(),
            policy: figures.policy.and_then(|number| snapshot.policy_code(number)).map(str::to_owned),
            document_date: figures.document_date,
            posting_date: row.facts.posting_date,
            net_due_date: figures.net_due_date,
            extended_due_date: row.extended_due_date,
            currency: figures.currency,
            amount: figures.amount,
            open: figures.open,
            policy_currency: figures.policy_currency,
            insurable_open: figures.insurable_open,
            insured: figures.insured,
            receivable_start: figures.receivable_start,
            insurance: figures.insurance,
            projected: false,
        }
    }

    /// The item as the interchange contract prints it.
    #[must_use]
    pub fn json(&self, reasons: Vec<Value>) -> Value {
        let money = |minor: i64, currency: Currency| Value::String(format_minor(minor, currency.exponent()));
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        let dates = &self.insurance.deadlines;
        let mut line = Map::new();
        let mut put = |name: &str, value: Value| {
            line.insert(name.to_owned(), value);
        };
        put("company", json!(self.company));
        put("document_no", json!(self.document_no));
        put("kind", json!(self.kind.code()));
        put("account", json!(self.key.account));
        put("branch", json!(self.key.branch));
        put("account_type", json!(self.key.account_type));
        put("name", json!(self.name));
        put("policy", json!(self.policy));
        put("document_date", json!(self.document_date.to_string()));
        put("posting_date", json!(self.posting_date.to_string()));
        put("net_due_date", json!(self.net_due_date.to_string()));
        put("extended_due_date", day(self.extended_due_date));
        put("receivable_start", day(self.receivable_start));
        put("currency", json!(self.currency.code()));
        put("amount", money(self.amount, self.currency));
        put("open", money(self.open, self.currency));
        put("policy_currency", json!(self.policy_currency.code()));
        put("insurable_open", json!(self.insurable_open.map(|minor| money(minor, self.policy_currency))));
        put("status", json!(self.insurance.status.code()));
        put("insured", money(self.insured, self.policy_currency));
        put("max_term_date", day(dates.max_term_date));
        put("overdue_date", day(dates.overdue_date));
        put("exclusion_date", day(dates.exclusion_date));
        put("non_payment_report_date", day(dates.non_payment_report_date));
        put("collection_date", day(dates.collection_date));
        put("waiting_end", day(dates.waiting_end));
        put("filing_date", day(dates.filing_date));
        put("base_period_end", day(dates.base_period_end));
        put("reporting_status", json!(self.insurance.reporting_status.code()));
        put("reported_on", day(self.insurance.reported_on));
        put("follow_up", json!(self.insurance.follow_up));
        put("follow_up_on", day(self.insurance.follow_up_on));
        put("blocks_new", json!(self.insurance.blocks_new));
        put("projected", json!(self.projected));
        put("reasons", Value::Array(reasons));
        Value::Object(line)
    }

    /// The item's name on the command line.
    #[must_use]
    pub fn item_name(&self) -> String {
        format!("{}/{}/{}", self.company, self.document_no, self.kind.code())
    }

    /// Whether it is insured in full, in part, or not; `None` for credits.
    #[must_use]
    pub fn insured_share(&self) -> Option<f64> {
        let open = self.insurable_open.filter(|open| *open > 0)?;
        self.kind.is_debit().then(|| self.insured as f64 / open as f64)
    }

    /// Whether a run has looked at it.
    #[must_use]
    pub fn is_examined(&self) -> bool {
        self.insurance.status != InsuranceStatus::Unexamined
    }

    /// Whether it was reported to the insurer.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        self.insurance.reporting_status != ReportingStatus::None
    }
}
