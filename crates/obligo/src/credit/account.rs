//! Finding an account by what people call it.

use crate::import::book::Book;
use crate::items::account_key;
use crate::session::Session;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::buyer::buyer_find;

/// The store's number of an account, `10021/0/D`, or its number where there is only one; `@ENTITY` or the legal entity of a prospect. Errors:
/// `account-not-found`, `account-ambiguous`, `prospect-not-found`.
pub fn account_in(tx: &Tx<'_>, name: &str) -> Result<i64, Problem> {
    // The book is read only where a part is left out.
    let whole = account_key(name.trim()).map(|key| buyer_find(tx, &key)).transpose()?.flatten();
    whole.map_or_else(|| Book::load(tx)?.account_named(name), Ok)
}

/// The account a list is asked for, if one is. Errors as for [`account_in`].
pub fn account_asked(tx: &Tx<'_>, name: Option<&str>) -> Result<Option<i64>, Problem> {
    name.map(|name| account_in(tx, name)).transpose()
}

/// See [`account_in`].
pub fn account_id(session: &mut Session, name: &str) -> Result<i64, Problem> {
    session.read(|tx| account_in(tx, name))
}
