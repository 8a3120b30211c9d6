//! Finding an account by what people call it.

use crate::credit::payers::account_named;
use crate::import::book::Book;
use crate::session::Session;
use obligo_rules::problem::Problem;

/// The store's number of an account, `10021/0/D` or its number where there is only one. Errors: `account-not-found`, `account-ambiguous`.
pub fn account_id(session: &mut Session, name: &str) -> Result<i64, Problem> {
    let [account, branch, account_type] = account_named(name);
    session.read(|tx| Book::load(tx)?.account(account, branch, account_type))
}
