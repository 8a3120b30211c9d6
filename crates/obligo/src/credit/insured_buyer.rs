//! Whose limit something is about: a buyer with a sum of its own, and the policy it has it under.

use crate::import::book::{Book, known_codes};
use obligo_rules::calendar::Day;
use obligo_rules::cover::cover_at;
use obligo_rules::money::{AmountError, Currency, parse_minor};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::cover::cover_of;

/// A buyer under a policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InsuredBuyer {
    /// The store's number; of a co-insured account that of its main buyer.
    pub buyer_id: i64,
    /// Its account, `1001/0/D` or `@ENTITY`.
    pub account: String,
    /// The store's number of the policy.
    pub policy_id: u16,
    /// Code of the policy.
    pub policy: String,
    /// The policy's currency.
    pub currency: Currency,
}

/// The buyer somebody names, on a day. A co-insured account stands for its main buyer, whose sum it takes (R1.6); without a policy it is
/// that of the buyer's cover, or the only one there is. Errors: `account-not-found`, `account-ambiguous`, `policy-not-found`,
/// `limit-policy-unclear`.
pub fn insured_buyer(
    tx: &Tx<'_>,
    day: Day,
    account: &str,
    policy: Option<&str>,
) -> Result<InsuredBuyer, Problem> {
    let book = Book::load(tx)?;
    let named = book.account_named(account)?;
    let cover = |buyer: i64| -> Result<_, Problem> {
        let covers: Vec<_> = cover_of(tx, buyer)?.into_iter().map(|row| row.cover).collect();
        Ok(cover_at(&covers, day).cloned())
    };
    let mut own = cover(named)?;
    let mut buyer_id = named;
    if let Some(main) = own.as_ref().and_then(|cover| cover.co_insured_under) {
        (buyer_id, own) = (main, cover(main)?);
    }
    let known = || known_codes(book.policies.keys());
    let of_cover = own.and_then(|cover| cover.policy);
    let (code, found) = match policy.filter(|code| !code.is_empty()) {
        Some(code) => book.policies.get_key_value(code).ok_or_else(|| {
            Problem::refused("policy-not-found").with("policy", code).with("known", known())
        })?,
        None => book
            .policies
            .iter()
            .find(|(_, policy)| Some(policy.number) == of_cover)
            .or_else(|| book.policies.iter().next().filter(|_| book.policies.len() == 1))
            .ok_or_else(|| {
                Problem::refused("limit-policy-unclear").with("account", account).with("known", known())
            })?,
    };
    let account = book.buyers.get(&buyer_id).map_or_else(|| account.to_owned(), |b| b.key.to_string());
    Ok(InsuredBuyer {
        buyer_id,
        account,
        policy_id: found.number,
        policy: code.clone(),
        currency: found.currency,
    })
}

/// A typed amount above 0 in minor units. Errors: `field-not-an-amount`, `field-too-many-decimals`, `field-amount-too-large`,
/// `amount-not-positive`.
pub fn positive_amount(column: &str, text: &str, currency: Currency) -> Result<i64, Problem> {
    let problem = |code| Problem::refused(code).at_column(column).of_value(text);
    let amount = parse_minor(text.trim(), currency.exponent()).map_err(|error| match error {
        AmountError::NotANumber => problem("field-not-an-amount"),
        AmountError::TooManyDecimals => problem("field-too-many-decimals")
            .with("currency", currency.code())
            .with("decimals", currency.exponent()),
        AmountError::TooLarge => problem("field-amount-too-large"),
    })?;
    if amount > 0 { Ok(amount) } else { Err(problem("amount-not-positive")) }
}
