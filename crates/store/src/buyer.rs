//! Buyers (R1.4) and prospects (R1.9).

use crate::as_of::{AsOf, day_of};
use crate::company::next_id;
use crate::tx::{Param, Row, Tx};
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Account key of a buyer: address number, branch, account type; for a prospect all empty but the legal entity.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct AccountKey {
    /// Address number.
    pub account: String,
    /// Branch.
    pub branch: String,
    /// Account type.
    pub account_type: String,
    /// Legal entity of a prospect; empty for an account.
    pub prospect: String,
}

impl std::fmt::Display for AccountKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.prospect.is_empty() {
            write!(f, "{}/{}/{}", self.account, self.branch, self.account_type)
        } else {
            write!(f, "@{}", self.prospect)
        }
    }
}

/// A buyer as of a point in time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Buyer {
    /// The store's number.
    pub buyer_id: i64,
    /// Account key.
    pub key: AccountKey,
    /// Name.
    pub name: String,
    /// Country, ISO 3166 two letters.
    pub country: String,
    /// Currency of the limits below.
    pub currency: String,
    /// Legal entity.
    pub legal_entity: String,
    /// Whether it is a legally dependent branch (R1.6).
    pub dependent_branch: bool,
    /// Category.
    pub category: String,
    /// VAT identification number.
    pub vat_id: String,
    /// Register number.
    pub register_no: String,
    /// Legal entity identifier.
    pub lei: String,
    /// Payment terms.
    pub payment_terms: String,
    /// Own credit limit, minor units of `currency` (R1.8).
    pub credit_limit: Option<i64>,
    /// Own bill limit.
    pub bill_limit: Option<i64>,
    /// What the order check compares with.
    pub limit_check: String,
    /// Credit manager.
    pub credit_manager: String,
    /// Account that pays.
    pub payer: String,
    /// Date of the last information.
    pub information_date: Option<Day>,
    /// Its source.
    pub information_source: String,
    /// Risk factors.
    pub risk_factors: String,
    /// Lines of its address below the name, for letters.
    pub postal_address: String,
}

/// The numbers of all buyers by account key.
pub fn buyer_keys(tx: &Tx<'_>) -> Result<BTreeMap<AccountKey, i64>, Problem> {
    let mut keys = BTreeMap::new();
    tx.each("SELECT buyer_id, account, branch, account_type, prospect FROM buyer", &[], |row| {
        let key = AccountKey {
            account: row.text(1).to_owned(),
            branch: row.text(2).to_owned(),
            account_type: row.text(3).to_owned(),
            prospect: row.text(4).to_owned(),
        };
        keys.insert(key, row.int(0));
        Ok(())
    })?;
    Ok(keys)
}

/// The number of the buyer with this account key.
pub fn buyer_find(tx: &Tx<'_>, key: &AccountKey) -> Result<Option<i64>, Problem> {
    tx.one(
        "SELECT buyer_id FROM buyer WHERE account = $1 AND branch = $2 AND account_type = $3 AND prospect = $4",
        &[
            Param::Text(&key.account),
            Param::Text(&key.branch),
            Param::Text(&key.account_type),
            Param::Text(&key.prospect),
        ],
        |row| Ok(row.int(0)),
    )
}

/// Adds a buyer without any version yet and returns its number.
pub fn buyer_add(tx: &Tx<'_>, key: &AccountKey) -> Result<i64, Problem> {
    let id = next_id(tx, "buyer", "buyer_id")?;
    tx.exec(
        "INSERT INTO buyer (buyer_id, account, branch, account_type, prospect) VALUES ($1, $2, $3, $4, $5)",
        &[
            Param::Int(id),
            Param::Text(&key.account),
            Param::Text(&key.branch),
            Param::Text(&key.account_type),
            Param::Text(&key.prospect),
        ],
    )?;
    Ok(id)
}

/// Gives a prospect its account: everything recorded of it passes to the account (R1.9).
pub fn buyer_become_account(tx: &Tx<'_>, buyer_id: i64, key: &AccountKey) -> Result<(), Problem> {
    tx.exec(
        "UPDATE buyer SET account = $1, branch = $2, account_type = $3, prospect = '' WHERE buyer_id = $4",
        &[
            Param::Text(&key.account),
            Param::Text(&key.branch),
            Param::Text(&key.account_type),
            Param::Int(buyer_id),
        ],
    )?;
    Ok(())
}

/// Records a buyer's data from `valid_from` on.
pub fn buyer_put(tx: &Tx<'_>, entry: i64, valid_from: Day, buyer: &Buyer) -> Result<Recorded, Problem> {
    let values = [
        ("name", buyer.name.as_str().into()),
        ("country", buyer.country.as_str().into()),
        ("currency", buyer.currency.as_str().into()),
        ("legal_entity", buyer.legal_entity.as_str().into()),
        ("dependent_branch", buyer.dependent_branch.into()),
        ("category", buyer.category.as_str().into()),
        ("vat_id", buyer.vat_id.as_str().into()),
        ("register_no", buyer.register_no.as_str().into()),
        ("lei", buyer.lei.as_str().into()),
        ("payment_terms", buyer.payment_terms.as_str().into()),
        ("credit_limit", buyer.credit_limit.into()),
        ("bill_limit", buyer.bill_limit.into()),
        ("limit_check", buyer.limit_check.as_str().into()),
        ("credit_manager", buyer.credit_manager.as_str().into()),
        ("payer", buyer.payer.as_str().into()),
        ("information_date", buyer.information_date.into()),
        ("information_source", buyer.information_source.as_str().into()),
        ("risk_factors", buyer.risk_factors.as_str().into()),
        ("postal_address", buyer.postal_address.as_str().into()),
    ];
    version_put(tx, entry, "buyer_version", &[("buyer_id", buyer.buyer_id.into())], valid_from, &values)
}

/// All buyers as of a point in time, by number.
pub fn buyer_all(tx: &Tx<'_>, as_of: AsOf) -> Result<BTreeMap<i64, Buyer>, Problem> {
    let keys: BTreeMap<i64, AccountKey> = buyer_keys(tx)?.into_iter().map(|(key, id)| (id, key)).collect();
    let mut all = BTreeMap::new();
    version_each(tx, "buyer_version", COLUMNS, as_of, |row| {
        let buyer = buyer_of(row, keys.get(&row.int(0)).cloned().unwrap_or_default());
        all.insert(buyer.buyer_id, buyer);
        Ok(())
    })?;
    Ok(all)
}

const COLUMNS: &str = "buyer_id, name, country, currency, legal_entity, dependent_branch, category, vat_id, register_no, lei, \
    payment_terms, credit_limit, bill_limit, limit_check, credit_manager, payer, information_date, information_source, \
    risk_factors, postal_address";

fn buyer_of(row: &Row<'_>, key: AccountKey) -> Buyer {
    Buyer {
        buyer_id: row.int(0),
        key,
        name: row.text(1).to_owned(),
        country: row.text(2).to_owned(),
        currency: row.text(3).to_owned(),
        legal_entity: row.text(4).to_owned(),
        dependent_branch: row.int(5) != 0,
        category: row.text(6).to_owned(),
        vat_id: row.text(7).to_owned(),
        register_no: row.text(8).to_owned(),
        lei: row.text(9).to_owned(),
        payment_terms: row.text(10).to_owned(),
        credit_limit: row.int_opt(11),
        bill_limit: row.int_opt(12),
        limit_check: row.text(13).to_owned(),
        credit_manager: row.text(14).to_owned(),
        payer: row.text(15).to_owned(),
        information_date: row.int_opt(16).map(day_of),
        information_source: row.text(17).to_owned(),
        risk_factors: row.text(18).to_owned(),
        postal_address: row.text(19).to_owned(),
    }
}

/// One buyer as of a point in time.
pub fn buyer_get(tx: &Tx<'_>, as_of: AsOf, buyer_id: i64) -> Result<Option<Buyer>, Problem> {
    let mut found = None;
    let [key_date, known] = as_of.params();
    tx.each(
        &format!(
            "SELECT {COLUMNS} FROM buyer_version WHERE valid_from <= $1 AND entry <= $2 \
             AND (replaced_entry IS NULL OR replaced_entry > $2) AND buyer_id = $3 ORDER BY valid_from, entry"
        ),
        &[key_date, known, Param::Int(buyer_id)],
        |row| {
            found = Some(buyer_of(row, AccountKey::default()));
            Ok(())
        },
    )?;
    Ok(found)
}

/// The account key of a buyer; empty for a number nobody has.
pub fn buyer_key(tx: &Tx<'_>, buyer_id: i64) -> Result<AccountKey, Problem> {
    let key = tx.one(
        "SELECT account, branch, account_type, prospect FROM buyer WHERE buyer_id = $1",
        &[Param::Int(buyer_id)],
        |row| {
            Ok(AccountKey {
                account: row.text(0).to_owned(),
                branch: row.text(1).to_owned(),
                account_type: row.text(2).to_owned(),
                prospect: row.text(3).to_owned(),
            })
        },
    )?;
    Ok(key.unwrap_or_default())
}

/// A version of a buyer's data as recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuyerVersion {
    /// Audit entry.
    pub entry: i64,
    /// First day it is valid.
    pub valid_from: Day,
    /// The data; the account key is not part of a version and stays empty.
    pub buyer: Buyer,
}

/// The versions of one buyer, replaced ones too, in recorded order (R0.5).
pub fn buyer_versions(tx: &Tx<'_>, buyer_id: i64) -> Result<Vec<BuyerVersion>, Problem> {
    let mut all = Vec::new();
    tx.each(
        &format!(
            "SELECT {COLUMNS}, entry, valid_from FROM buyer_version WHERE buyer_id = $1 ORDER BY entry, valid_from"
        ),
        &[Param::Int(buyer_id)],
        |row| {
            let buyer = buyer_of(row, AccountKey::default());
            all.push(BuyerVersion { entry: row.int(20), valid_from: day_of(row.int(21)), buyer });
            Ok(())
        },
    )?;
    Ok(all)
}
