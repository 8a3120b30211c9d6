//! A line of the list of buyers and the summary below it, as data.

use super::{Account, BillLiability, BuyersRequest, Expiry, Figures};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::open_amounts::over_insured_sum;
use obligo_rules::policy::Policy;
use obligo_store::cover::CoverRow;
use obligo_store::limit::LimitRow;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One line of the list. Amounts in minor units of `currency`.
pub(super) struct BuyerLine<'a> {
    pub(super) account: Account<'a>,
    pub(super) policy: Option<&'a LoadedPolicy>,
    pub(super) currency: Currency,
    /// Whether it carries the figures of the account as a whole.
    pub(super) is_primary: bool,
    pub(super) figures: Figures,
    pub(super) open: Option<i64>,
    pub(super) insured_sum: Option<i64>,
    pub(super) room: Option<i64>,
    pub(super) co_insured_accounts: usize,
    pub(super) uncovered_from: Option<Day>,
    pub(super) declined_on: Option<Day>,
    pub(super) must_be_offered: Option<bool>,
    pub(super) bills: BillLiability,
    /// Balance and bill liability of the account itself.
    pub(super) credit_exposure: Option<i64>,
    pub(super) credit_limit_exceeded: Option<bool>,
    pub(super) bill_limit_exceeded: Option<bool>,
    pub(super) limit: Option<&'a LimitRow>,
    pub(super) request: Option<&'a LimitRow>,
}

impl BuyerLine<'_> {
    pub(super) fn json(&self, snapshot: &Snapshot) -> Value {
        let (buyer, cover) = (self.account.buyer, self.account.cover);
        let own_currency = Currency::parse(&buyer.currency).unwrap_or(self.currency);
        let money = |minor: Option<i64>| json!(minor.map(|m| format_minor(m, self.currency.exponent())));
        let own_money = |minor: Option<i64>| json!(minor.map(|m| format_minor(m, own_currency.exponent())));
        let day = |day: Option<Day>| json!(day.map(|day| day.to_string()));
        let once = |value: Value| if self.is_primary { value } else { Value::Null };
        let text = |field: fn(&CoverRow) -> &str| json!(cover.map_or("", field));
        let limit_money = |row: Option<&LimitRow>, minor: Option<i64>| {
            json!(row.zip(minor).map(|(row, minor)| format_minor(minor, row.decision.currency.exponent())))
        };
        let main = self.account.main;
        let entity = if buyer.legal_entity.is_empty() { &buyer.key.prospect } else { &buyer.legal_entity };
        let category = snapshot.category(main.unwrap_or(buyer.buyer_id));
        let mut line = Map::new();
        let mut put = |name: &str, value: Value| {
            line.insert(name.to_owned(), value);
        };
        put("account", json!(buyer.key.account));
        put("branch", json!(buyer.key.branch));
        put("account_type", json!(buyer.key.account_type));
        put("name", json!(buyer.name));
        put("country", json!(buyer.country));
        put("category", json!(category.code()));
        put("legal_entity", json!(entity));
        put("policy", json!(self.policy.map(|p| p.policy.policy.as_str())));
        put("kind", json!(self.kind().code()));
        put("risk_number", text(|row| &row.risk_number));
        put("insurance_no", text(|row| &row.insurance_no));
        put("user_status", text(|row| &row.user_status));
        put("co_insured_under", json!(main.map(|main| snapshot.account(main).to_string())));
        put("insured_sum", money(self.insured_sum));
        put("insured", money(Some(self.figures.insured)));
        put("open", money(self.open));
        put("insurable_open", money(Some(self.figures.insurable_open)));
        put("credits", money(Some(self.figures.credits)));
        put("room", money(self.room));
        put("uncovered_from", day(self.uncovered_from));
        put("declined_on", day(self.declined_on));
        put("must_be_offered", json!(self.must_be_offered));
        put("bill_liability", once(money(self.bills.shown)));
        put("bill_liability_differs", once(json!(self.bills.differs)));
        put("credit_limit", own_money(buyer.credit_limit));
        put("credit_limit_exceeded", once(json!(self.credit_limit_exceeded)));
        put("bill_limit", own_money(buyer.bill_limit));
        put("bill_limit_exceeded", once(json!(self.bill_limit_exceeded)));
        put("credit_exposure", once(money(self.credit_exposure)));
        put("currency", json!(self.currency.code()));
        put("credit_limit_currency", json!(own_currency.code()));
        put("co_insured_accounts", json!(self.co_insured_accounts));
        put(
            "limit_amount",
            limit_money(self.limit, self.limit.and_then(|row| row.decision.counted_amount())),
        );
        put("limit_valid_from", day(self.limit.map(|row| row.decision.valid_from)));
        put("limit_valid_until", day(self.limit.and_then(|row| row.decision.valid_until)));
        put("requested_amount", limit_money(self.request, self.request.and_then(|row| row.requested_amount)));
        put("requested_on", day(self.request.and_then(|row| row.requested_on)));
        let limit_currency = self.limit.or(self.request).map(|row| row.decision.currency);
        put("limit_currency", json!(limit_currency.map(|currency| currency.to_string())));
        put("not_insured_reason", text(|row| &row.reason));
        put("credit_manager", json!(buyer.credit_manager));
        put("information_date", day(buyer.information_date));
        put("prospect", json!(!buyer.key.prospect.is_empty()));
        Value::Object(line)
    }

    /// Kind of cover under the line's policy.
    fn kind(&self) -> CoverKind {
        let is_own = self.policy.map(|p| p.number) == self.account.policy.map(|p| p.number);
        if is_own { self.account.kind() } else { CoverKind::None }
    }
}

/// By how much what can be insured of a main buyer's open items is above its insured sum (R9.1), from its line as JSON; minor units of the
/// line's currency, 0 if it is not, and for accounts without a sum of their own.
#[must_use]
pub fn line_over_insured_sum(line: &Value) -> i64 {
    let text = |name: &str| line.get(name).and_then(Value::as_str);
    if text("policy").is_none() || text("co_insured_under").is_some() {
        return 0;
    }
    let Some(currency) = text("currency").and_then(Currency::parse) else { return 0 };
    let minor = |name: &str| text(name).and_then(|amount| parse_minor(amount, currency.exponent()).ok());
    minor("insurable_open")
        .zip(minor("insured_sum"))
        .map_or(0, |(exposure, insured_sum)| over_insured_sum(exposure, insured_sum))
}

/// Counts, and the sums of the main buyers by policy.
#[derive(Default)]
pub(super) struct Summary {
    accounts: usize,
    kinds: BTreeMap<&'static str, usize>,
    must_be_offered: usize,
    credit_limit_exceeded: usize,
    bill_limit_exceeded: usize,
    differs: usize,
    totals: BTreeMap<String, (Currency, i64, i64, Figures)>,
}

impl Summary {
    pub(super) fn add(&mut self, line: &BuyerLine<'_>, is_main: bool) {
        if line.is_primary {
            self.accounts += 1;
            *self.kinds.entry(line.kind().code()).or_default() += 1;
            let counts = [
                (&mut self.must_be_offered, line.must_be_offered == Some(true)),
                (&mut self.credit_limit_exceeded, line.credit_limit_exceeded == Some(true)),
                (&mut self.bill_limit_exceeded, line.bill_limit_exceeded == Some(true)),
                (&mut self.differs, line.bills.differs),
            ];
            for (count, _) in counts.into_iter().filter(|(_, holds)| *holds) {
                *count += 1;
            }
        }
        if let Some(Policy { policy, currency, .. }) = line.policy.filter(|_| is_main).map(|p| &p.policy) {
            let empty = (*currency, 0, 0, Figures::default());
            let (_, sum, room, figures) = self.totals.entry(policy.clone()).or_insert(empty);
            *sum = sum.saturating_add(line.insured_sum.unwrap_or(0));
            *room = room.saturating_add(line.room.unwrap_or(0));
            figures.merge(&line.figures);
        }
    }

    pub(super) fn json(&self, request: &BuyersRequest, expiry: Expiry) -> Value {
        let totals: Map<String, Value> = self
            .totals
            .iter()
            .map(|(policy, (currency, sum, room, figures))| {
                let money = |minor: i64| format_minor(minor, currency.exponent());
                let of_policy = json!({
                    "currency": currency.code(),
                    "insured_sum": money(*sum),
                    "insured": money(figures.insured),
                    "open": money(figures.open),
                    "insurable_open": money(figures.insurable_open),
                    "credits": money(figures.credits),
                    "room": money(*room),
                });
                (policy.clone(), of_policy)
            })
            .collect();
        json!({
            "as_of": request.as_of.to_string(),
            "known_at": request.known_at.map(|day| day.to_string()),
            "accounts": self.accounts,
            "kinds": self.kinds,
            "must_be_offered": self.must_be_offered,
            "credit_limit_exceeded": self.credit_limit_exceeded,
            "bill_limit_exceeded": self.bill_limit_exceeded,
            "bill_liability_differs": self.differs,
            "day_close_missing": self.differs > 0,
            "day_close_last": match expiry {
                Expiry::Marked(last) => json!(last.map(|day| day.to_string())),
                Expiry::Computed => Value::Null,
            },
            "totals": totals,
        })
    }
}
