//! The lists of payers, credit groups and credit limits, as data: what command line, API and pages show.

use super::{CompanyOverride, CreditLimitBook, GroupStanding, PayerBook, PayerStanding, Sums};
use crate::session::{Session, point_in_time};
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::credit_limit::{Band, LimitKind, Utilisation, utilisations, worst_band};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_rules::standing::{CreditLimits, Standing};
use obligo_store::Tx;
use obligo_store::credit_limit::CreditLimitRow;
use serde_json::{Map, Value, json};

/// Which payers, as of when.
#[derive(Clone, Debug)]
pub struct PayersRequest {
    /// Valid at.
    pub as_of: Day,
    /// Known at.
    pub known_at: Option<Day>,
    /// Filters.
    pub filter: PayerFilter,
}

/// Filters of the list; empty ones let everything through.
#[derive(Clone, Debug, Default)]
pub struct PayerFilter {
    /// Credit manager.
    pub credit_manager: Option<String>,
    /// Code of a credit group.
    pub group: Option<String>,
    /// Band of the worst limit.
    pub band: Option<Band>,
    /// Also payers that owe nothing, have ordered nothing and have no limit.
    pub all: bool,
}

impl PayerFilter {
    /// Whether a payer is wanted.
    #[must_use]
    pub fn lets_through(&self, payer: &PayerStanding, warning_percent: u8) -> bool {
        let s = &payer.standing;
        let is_active = s.outstanding != 0
            || s.orders != 0
            || s.insured_sum.is_some()
            || !s.limits.is_empty()
            || !payer.overrides.is_empty()
            || payer.customers.len() > 1;
        (self.all || is_active)
            && self.credit_manager.as_ref().is_none_or(|manager| *manager == payer.credit_manager)
            && self.group.as_ref().is_none_or(|group| payer.group.as_ref() == Some(group))
            && self.band.is_none_or(|band| worst_band(&utilisations(s, warning_percent)) == band)
    }
}

/// Visits payers in the order of accounts. Errors: `rate-missing`, `amount-too-large`. Roles: viewer.
pub fn payers(
    session: &mut Session,
    request: &PayersRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.as_of, request.known_at)?)?;
        let book = PayerBook::load(tx, &snapshot)?;
        let wanted = book.payers.iter().filter(|p| request.filter.lets_through(p, book.warning_percent));
        wanted.map(|payer| payer_line(&snapshot, &book, payer)).try_for_each(visit)
    })
}

/// Visits credit groups in the order of their codes. Errors and roles: as [`payers`].
pub fn credit_groups(
    session: &mut Session,
    (as_of, known_at): (Day, Option<Day>),
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, as_of, known_at)?)?;
        let book = PayerBook::load(tx, &snapshot)?;
        book.groups.iter().map(|group| group_line(&snapshot, &book, group)).try_for_each(visit)
    })
}

/// Visits the recorded limits by account and group, those in force or `all` that have begun, each payer's own before what companies set
/// instead. Roles: viewer.
pub fn credit_limits(
    session: &mut Session,
    (as_of, known_at): (Day, Option<Day>),
    all: bool,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, as_of, known_at)?)?;
        credit_limits_in(tx, &snapshot, all, visit)
    })
}

/// See [`credit_limits`], within a transaction.
pub fn credit_limits_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    all: bool,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let book = CreditLimitBook::load(tx, snapshot)?;
    let is_in_force = |row: &CreditLimitRow| book.in_force(&row.whose) == Some(row);
    let mut rows: Vec<&CreditLimitRow> = book.rows.iter().filter(|row| all || is_in_force(row)).collect();
    rows.sort_by_cached_key(|row| {
        let company =
            if row.whose.company_id == 0 { "" } else { snapshot.company_code(row.whose.company_id) };
        let whose = (row.whose.credit_group.clone(), snapshot.account(row.whose.buyer_id));
        (whose, company.to_owned(), row.dated.valid_from, row.entry)
    });
    rows.into_iter().map(|row| limit_line(snapshot, row, is_in_force(row))).try_for_each(visit)
}

fn limit_line(snapshot: &Snapshot, row: &CreditLimitRow, is_in_force: bool) -> Value {
    let key = snapshot.account(row.whose.buyer_id);
    let name = snapshot.buyers.get(&row.whose.buyer_id).map_or("", |buyer| buyer.name.as_str());
    let company = (row.whose.company_id != 0).then(|| snapshot.company_code(row.whose.company_id));
    let mut line = Map::new();
    for (field, value) in [
        ("account", json!(key.account)),
        ("branch", json!(key.branch)),
        ("account_type", json!(key.account_type)),
        ("name", json!(name)),
        ("group", json!(row.whose.credit_group)),
        ("company", json!(company)),
        ("valid_from", json!(row.dated.valid_from.to_string())),
        ("valid_until", json!(row.dated.valid_until.map(|day| day.to_string()))),
        ("currency", json!(row.currency.code())),
    ] {
        line.insert(field.to_owned(), value);
    }
    put_limits(&mut line, &row.dated.limits, row.currency);
    line.insert("approved_by".to_owned(), json!(row.approved_by));
    line.insert("reason".to_owned(), json!(row.reason));
    line.insert("in_force".to_owned(), json!(is_in_force));
    Value::Object(line)
}

fn put_limits(line: &mut Map<String, Value>, limits: &CreditLimits, currency: Currency) {
    let money = |minor: Option<i64>| json!(minor.map(|minor| format_minor(minor, currency.exponent())));
    for (field, value) in [
        ("limit_past_due", money(limits.past_due)),
        ("limit_outstanding", money(limits.outstanding)),
        ("limit_outstanding_and_orders", money(limits.outstanding_and_orders)),
        ("limit_days_overdue", json!(limits.days_overdue)),
    ] {
        line.insert(field.to_owned(), value);
    }
}

/// How far limits are used, as data: amounts with the currency's decimals, days as whole numbers, both as texts.
#[must_use]
pub fn use_lines(used: &[Utilisation], currency: Currency) -> Vec<Value> {
    let figure = |used: &Utilisation, value: i64| match used.kind {
        LimitKind::DaysOverdue => value.to_string(),
        _ => format_minor(value, currency.exponent()),
    };
    used.iter()
        .map(|used| {
            json!({
                "limit": used.kind.code(),
                "actual": figure(used, used.actual),
                "allowed": figure(used, used.limit),
                "percent": used.percent(),
                "band": used.band.code(),
            })
        })
        .collect()
}

/// How far a company's own limits are used by what is owed to it alone; orders name no company.
#[must_use]
pub fn override_use(of: &CompanyOverride, key_date: Day, warning_percent: u8) -> Vec<Utilisation> {
    utilisations(&as_standing(&of.sums, of.limits, key_date), warning_percent)
}

/// How far the limits of a group are used by its members together.
#[must_use]
pub fn group_use(group: &GroupStanding, warning_percent: u8) -> Vec<Utilisation> {
    let together = Standing {
        past_due: group.used.past_due,
        outstanding: group.used.outstanding,
        orders: group.used.orders,
        days_overdue: group.days_overdue,
        limits: group.limits,
        ..Standing::default()
    };
    utilisations(&together, warning_percent)
}

fn as_standing(sums: &Sums, limits: CreditLimits, key_date: Day) -> Standing {
    Standing {
        past_due: sums.past_due,
        outstanding: sums.outstanding,
        orders: sums.orders,
        days_overdue: sums.days_overdue(key_date),
        limits,
        ..Standing::default()
    }
}

/// A payer as data.
#[must_use]
pub fn payer_line(snapshot: &Snapshot, book: &PayerBook, payer: &PayerStanding) -> Value {
    let (s, currency) = (&payer.standing, payer.currency);
    let (key_date, warning) = (snapshot.as_of.key_date, book.warning_percent);
    let key = snapshot.account(payer.payer);
    let money = |minor: i64| format_minor(minor, currency.exponent());
    let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
    let used = utilisations(s, warning);
    let overrides: Vec<Value> = payer
        .overrides
        .iter()
        .map(|of| {
            let used = override_use(of, key_date, warning);
            json!({
                "company": snapshot.company_code(of.company_id),
                "band": worst_band(&used).code(),
                "limits": use_lines(&used, currency),
            })
        })
        .collect();
    let customers: Vec<String> =
        payer.customers.iter().map(|customer| snapshot.account(*customer).to_string()).collect();
    let buyer = snapshot.buyers.get(&payer.payer);
    let mut line = Map::new();
    for (field, value) in [
        ("account", json!(key.account)),
        ("branch", json!(key.branch)),
        ("account_type", json!(key.account_type)),
        ("name", json!(buyer.map_or("", |buyer| buyer.name.as_str()))),
        ("country", json!(buyer.map_or("", |buyer| buyer.country.as_str()))),
        ("credit_manager", json!(payer.credit_manager)),
        ("group", json!(payer.group)),
        ("pays_for", json!(customers.len())),
        ("customers", json!(customers)),
        ("currency", json!(currency.code())),
        ("outstanding", json!(money(s.outstanding))),
        ("past_due", json!(money(s.past_due))),
        ("days_overdue", json!(s.days_overdue)),
        ("orders", json!(money(s.orders))),
    ] {
        line.insert(field.to_owned(), value);
    }
    put_limits(&mut line, &s.limits, currency);
    for (field, value) in [
        ("insured_sum", json!(s.insured_sum.map(money))),
        ("insured_exposure", json!(money(s.insured_exposure))),
        ("uncovered_from", day(s.uncovered_from)),
        ("deadline", day(s.deadline)),
        ("limit_ends", day(s.limit_ends)),
        ("days_late", json!(s.days_late)),
        ("days_late_before", json!(s.days_late_before)),
        ("past_due_percent", json!(s.past_due_percent)),
        ("past_due_percent_before", json!(s.past_due_percent_before)),
        ("band", json!(worst_band(&used).code())),
        ("limits", json!(use_lines(&used, currency))),
        ("overrides", json!(overrides)),
    ] {
        line.insert(field.to_owned(), value);
    }
    Value::Object(line)
}

/// A credit group as data.
#[must_use]
pub fn group_line(snapshot: &Snapshot, book: &PayerBook, group: &GroupStanding) -> Value {
    let currency = group.group.currency;
    let money = |minor: i64| format_minor(minor, currency.exponent());
    let used = group_use(group, book.warning_percent);
    let members: Vec<String> = group.members.iter().map(|id| snapshot.account(*id).to_string()).collect();
    let mut line = Map::new();
    for (field, value) in [
        ("group", json!(group.group.code)),
        ("name", json!(group.group.name)),
        ("payers", json!(members.len())),
        ("members", json!(members)),
        ("currency", json!(currency.code())),
        ("outstanding", json!(money(group.used.outstanding))),
        ("past_due", json!(money(group.used.past_due))),
        ("days_overdue", json!(group.days_overdue)),
        ("orders", json!(money(group.used.orders))),
    ] {
        line.insert(field.to_owned(), value);
    }
    put_limits(&mut line, &group.limits, currency);
    line.insert("band".to_owned(), json!(worst_band(&used).code()));
    line.insert("limits".to_owned(), json!(use_lines(&used, currency)));
    Value::Object(line)
}
