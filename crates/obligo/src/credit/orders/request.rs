//! What is asked of an order check, as people and programs write it, and the order it means.

use super::figures::in_currency;
use crate::import::orders::ORDER;
use crate::items::account_key;
use crate::portfolio::Portfolio;
use obligo_formats::schema::ORDER_KINDS;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AmountError, Currency, Money};
use obligo_rules::nearest::nearest;
use obligo_rules::order_check::CheckPoint;
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::problem::Problem;
use obligo_store::buyer::{AccountKey, Buyer};

/// Longest order number in characters.
const NUMBER_MAX: usize = 60;

/// An order as it is told; empty texts are absent values.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OrderRequest {
    /// Who orders: `ACCOUNT/BRANCH/TYPE`, or the address number where it has one account.
    pub account: String,
    /// Number of the order; needed to record it.
    pub order_no: String,
    /// `order` or `delivery`; empty is `order`.
    pub kind: String,
    /// Amount with a decimal point.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
    /// Order date; today where absent.
    pub order_date: Option<Day>,
    /// Delivery date, which is when it is invoiced; the order date where absent.
    pub delivery_date: Option<Day>,
    /// Payment terms; the buyer's where empty.
    pub payment_terms: String,
    /// Where in the order's life; at its entry where absent, an order on record at a line.
    pub point: Option<CheckPoint>,
}

/// An order understood. Amounts in minor units.
#[derive(Clone, Debug)]
pub struct Asked<'p> {
    /// Who orders.
    pub buyer: &'p Buyer,
    /// Number; may be empty.
    pub order_no: String,
    /// Kind.
    pub kind: String,
    /// Amount.
    pub money: Money,
    /// Order date.
    pub order_date: Day,
    /// Delivery date as told.
    pub delivery_date: Option<Day>,
    /// Payment terms as told.
    pub payment_terms: String,
    /// The terms that hold.
    pub terms: PaymentTerms,
    /// Where in the order's life.
    pub point: CheckPoint,
}

impl Asked<'_> {
    /// When it is expected to be invoiced.
    #[must_use]
    pub fn invoice_date(&self) -> Day {
        self.delivery_date.unwrap_or(self.order_date)
    }

    /// The amount in another currency at the rate of the portfolio's date. Errors: `rate-missing`, `amount-too-large`.
    pub fn amount_in(&self, portfolio: &Portfolio, to: Currency) -> Result<i64, Problem> {
        in_currency(&portfolio.snapshot, self.money.minor, self.money.currency, to)
    }
}

impl OrderRequest {
    /// Understands it. Errors: `account-not-found`, `account-ambiguous`, `order-currency-unknown`, `edit-amount`, `edit-amount-decimals`,
    /// `edit-amount-too-large`, `order-amount-negative`, `order-terms-unknown`, `order-number-too-long`,
    /// `field-not-one-of` (refused).
    pub fn understood<'p>(&self, portfolio: &'p Portfolio, today: Day) -> Result<Asked<'p>, Problem> {
        let buyer = buyer_named(portfolio, &self.account)?;
        let currency = Currency::parse(&self.currency)
            .ok_or_else(|| Problem::refused("order-currency-unknown").of_value(&self.currency))?;
        let money = amount(&self.amount, currency)?;
        if self.order_no.chars().count() > NUMBER_MAX {
            let problem = Problem::refused("order-number-too-long").of_value(&self.order_no);
            return Err(problem.with("limit", NUMBER_MAX));
        }
        let kind = if self.kind.is_empty() { ORDER } else { &self.kind };
        if !ORDER_KINDS.contains(&kind) {
            let near = nearest(kind, ORDER_KINDS).unwrap_or("none");
            let problem = Problem::refused("field-not-one-of").at_column("kind").of_value(kind);
            return Err(problem.with("allowed", ORDER_KINDS.join(", ")).with("nearest", near));
        }
        Ok(Asked {
            buyer,
            order_no: self.order_no.clone(),
            kind: kind.to_owned(),
            money,
            order_date: self.order_date.unwrap_or(today),
            delivery_date: self.delivery_date,
            payment_terms: self.payment_terms.clone(),
            terms: terms(&self.payment_terms, buyer)?,
            point: self.point.unwrap_or(CheckPoint::Entry),
        })
    }
}

/// The terms told, else the buyer's, else due at once. Terms of the buyer that say nothing about days are due at once.
fn terms(told: &str, buyer: &Buyer) -> Result<PaymentTerms, Problem> {
    if told.is_empty() {
        return Ok(PaymentTerms::parse(&buyer.payment_terms).unwrap_or(PaymentTerms::CASH));
    }
    PaymentTerms::parse(told).ok_or_else(|| Problem::refused("order-terms-unknown").of_value(told))
}

/// An amount of at least 0. Errors: `edit-amount`, `edit-amount-decimals`, `edit-amount-too-large`, `order-amount-negative` (refused).
pub(super) fn amount(text: &str, currency: Currency) -> Result<Money, Problem> {
    let money = Money::parse(text.trim(), currency).map_err(|error| {
        let problem = match error {
            AmountError::NotANumber => Problem::usage("edit-amount"),
            AmountError::TooManyDecimals => Problem::usage("edit-amount-decimals"),
            AmountError::TooLarge => Problem::usage("edit-amount-too-large"),
        };
        problem.of_value(text).with("currency", currency).with("decimals", currency.exponent())
    })?;
    if money.minor < 0 {
        return Err(Problem::refused("order-amount-negative").of_value(text));
    }
    Ok(money)
}

/// The account of this name, whole or by its number where it has only one account. Errors: `account-not-found`, `account-ambiguous` (refused).
pub fn buyer_named<'p>(portfolio: &'p Portfolio, name: &str) -> Result<&'p Buyer, Problem> {
    let missing = || Problem::refused("account-not-found").with("account", name);
    let buyer = |id: i64| portfolio.snapshot.buyers.get(&id).ok_or_else(missing);
    if account_key(name).is_some() {
        let id = portfolio.buyer_id(name).ok_or_else(missing)?;
        return buyer(id);
    }
    let found: Vec<(&AccountKey, i64)> = portfolio.accounts_of_number(name).collect();
    match found.as_slice() {
        [] => buyer(portfolio.buyer_id(&format!("@{name}")).ok_or_else(missing)?),
        [(_, id)] => buyer(*id),
        several => {
            let choices: Vec<String> = several.iter().map(|(key, _)| key.to_string()).collect();
            Err(Problem::refused("account-ambiguous")
                .with("account", name)
                .with("choices", choices.join(", ")))
        }
    }
}
