//! Companies (R1.1).

use crate::as_of::AsOf;
use crate::tx::{Param, Tx};
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// A company as of a point in time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Company {
    /// The store's number.
    pub company_id: i64,
    /// Code.
    pub company: String,
    /// Name.
    pub name: String,
    /// House currency.
    pub currency: String,
    /// Insured group it belongs to; empty = none.
    pub insured_group: String,
    /// Whether it keeps the credit-insurance master data of its group.
    pub master: bool,
    /// Company whose address base it uses.
    pub address_company: String,
    /// Account types, blank separated.
    pub account_types: String,
    /// Own number at the insurer (R1.10).
    pub own_number: String,
    /// Payment terms used, blank separated.
    pub payment_terms: String,
    /// Payment terms without credit risk, blank separated.
    pub secured_terms: String,
    /// Lines of its address below the name, for letters.
    pub postal_address: String,
}

/// The number of the company with this code.
pub fn company_id(tx: &Tx<'_>, company: &str) -> Result<Option<i64>, Problem> {
    tx.one("SELECT company_id FROM company WHERE company = $1", &[Param::Text(company)], |row| Ok(row.int(0)))
}

/// Records a company from `valid_from` on.
pub fn company_put(tx: &Tx<'_>, entry: i64, valid_from: Day, company: &Company) -> Result<Recorded, Problem> {
    let id = if let Some(id) = company_id(tx, &company.company)? {
        id
    } else {
        let id = next_id(tx, "company", "company_id")?;
        tx.exec(
            "INSERT INTO company (company_id, company) VALUES ($1, $2)",
            &[Param::Int(id), Param::Text(&company.company)],
        )?;
        id
    };
    let values = [
        ("name", company.name.as_str().into()),
        ("currency", company.currency.as_str().into()),
        ("insured_group", company.insured_group.as_str().into()),
        ("master", company.master.into()),
        ("address_company", company.address_company.as_str().into()),
        ("account_types", company.account_types.as_str().into()),
        ("own_number", company.own_number.as_str().into()),
        ("payment_terms", company.payment_terms.as_str().into()),
        ("secured_terms", company.secured_terms.as_str().into()),
        ("postal_address", company.postal_address.as_str().into()),
    ];
    version_put(tx, entry, "company_version", &[("company_id", id.into())], valid_from, &values)
}

/// All companies as of a point in time, by number.
pub fn company_all(tx: &Tx<'_>, as_of: AsOf) -> Result<BTreeMap<i64, Company>, Problem> {
    let mut codes = BTreeMap::new();
    tx.each("SELECT company_id, company FROM company", &[], |row| {
        codes.insert(row.int(0), row.text(1).to_owned());
        Ok(())
    })?;
    let mut all = BTreeMap::new();
    let columns = "company_id, name, currency, insured_group, master, address_company, account_types, own_number, \
                   payment_terms, secured_terms, postal_address";
    version_each(tx, "company_version", columns, as_of, |row| {
        let company_id = row.int(0);
        all.insert(
            company_id,
            Company {
                company_id,
                company: codes.get(&company_id).cloned().unwrap_or_default(),
                name: row.text(1).to_owned(),
                currency: row.text(2).to_owned(),
                insured_group: row.text(3).to_owned(),
                master: row.int(4) != 0,
                address_company: row.text(5).to_owned(),
                account_types: row.text(6).to_owned(),
                own_number: row.text(7).to_owned(),
                payment_terms: row.text(8).to_owned(),
                secured_terms: row.text(9).to_owned(),
                postal_address: row.text(10).to_owned(),
            },
        );
        Ok(())
    })?;
    Ok(all)
}

/// The next free number of a table.
pub(crate) fn next_id(tx: &Tx<'_>, table: &str, column: &str) -> Result<i64, Problem> {
    let last =
        tx.one(&format!("SELECT coalesce(max({column}), 0) FROM {table}"), &[], |row| Ok(row.int(0)))?;
    Ok(last.unwrap_or(0) + 1)
}
