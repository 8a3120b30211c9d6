//! The use case *credit policy* (R9.9): what the company decided about granting credit, as a file; put, shown and checked.

use obligo_formats::credit_policy_file;
use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::company::company_all;
use obligo_store::credit_policy::{CreditPolicyText, credit_policy_history};

/// Name of a stored policy in problems.
const STORED: &str = "credit-policy.toml";

/// The credit policy in force on a day, as known now; where there is none, the usual one in the currency of the company with the master
/// data. Error: of reading.
pub fn in_force(tx: &Tx<'_>, day: Day) -> Result<CreditPolicy, Problem> {
    in_force_as_of(tx, AsOf::at(day))
}

/// The credit policy at a point in time, otherwise as [`in_force`].
pub fn in_force_as_of(tx: &Tx<'_>, as_of: AsOf) -> Result<CreditPolicy, Problem> {
    match credit_policy_history(tx, as_of)?.pop() {
        Some(text) => parse_stored(&text),
        None => Ok(CreditPolicy::usual(house_currency(tx, as_of)?)),
    }
}

fn parse_stored(text: &CreditPolicyText) -> Result<CreditPolicy, Problem> {
    credit_policy_file::parse(STORED, &text.terms).map_err(|problems| {
        problems.into_iter().next().unwrap_or_else(|| Problem::unavailable("store-damaged"))
    })
}

/// The currency of the company with the master data, else of the first one.
fn house_currency(tx: &Tx<'_>, as_of: AsOf) -> Result<Currency, Problem> {
    let companies = company_all(tx, as_of)?;
    let first = companies.values().find(|company| company.master).or_else(|| companies.values().next());
    Ok(first.and_then(|company| Currency::parse(&company.currency)).unwrap_or(Currency::EUR))
}
