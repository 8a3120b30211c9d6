//! The use case *credit policy* (R9.9): what the company decided about granting credit, who manages it, and what is granted otherwise.

mod approve;
pub mod exceptions;
mod file;
pub mod managers;
pub mod recommended;

pub use approve::check_approval;
pub use file::{
    KIND, Version, check_file, check_text, credit_policy_unchanged, history, import_file, parse_stored, put,
    put_text, text_in_force,
};

use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::company::company_all;
use obligo_store::credit_policy::credit_policy_history;

/// The credit policy in force on a day, as known now; where there is none, the usual one in the currency of the company with the master
/// data. Error: of reading.
pub fn in_force(tx: &Tx<'_>, day: Day) -> Result<CreditPolicy, Problem> {
    in_force_as_of(tx, AsOf::at(day))
}

/// The credit policy at a point in time, otherwise as [`in_force`].
pub fn in_force_as_of(tx: &Tx<'_>, as_of: AsOf) -> Result<CreditPolicy, Problem> {
    match credit_policy_history(tx, as_of)?.pop() {
        Some(text) => parse_stored(&text.terms),
        None => Ok(CreditPolicy::usual(house_currency(tx, as_of)?)),
    }
}

/// The currency of the company with the master data, else of the first one.
fn house_currency(tx: &Tx<'_>, as_of: AsOf) -> Result<Currency, Problem> {
    let companies = company_all(tx, as_of)?;
    let first = companies.values().find(|company| company.master).or_else(|| companies.values().next());
    Ok(first.and_then(|company| Currency::parse(&company.currency)).unwrap_or(Currency::EUR))
}
