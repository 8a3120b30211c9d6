//! Credit groups: payers with a common limit in one currency (R9.1).

use crate::as_of::{AsOf, day_of};
use crate::tx::{Param, Tx};
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// A group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreditGroup {
    /// Its code.
    pub code: String,
    /// Its name; may be empty.
    pub name: String,
    /// Currency of its limits.
    pub currency: Currency,
}

/// A payer's place in a group.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CreditGroupMember {
    /// The payer, the store's number.
    pub buyer_id: i64,
    /// The group's code.
    pub credit_group: String,
    /// First day.
    pub valid_from: Day,
    /// Last day; none for until further notice.
    pub valid_until: Option<Day>,
}

/// Records a group's data from a day on.
pub fn credit_group_put(
    tx: &Tx<'_>,
    entry: i64,
    valid_from: Day,
    group: &CreditGroup,
) -> Result<Recorded, Problem> {
    let values = [("name", group.name.as_str().into()), ("currency", group.currency.code().into())];
    version_put(
        tx,
        entry,
        "credit_group",
        &[("credit_group", group.code.as_str().into())],
        valid_from,
        &values,
    )
}

/// Records to which group a payer belongs from a day on; the group it belonged to before it leaves.
pub fn credit_group_member_put(
    tx: &Tx<'_>,
    entry: i64,
    member: &CreditGroupMember,
) -> Result<Recorded, Problem> {
    let values =
        [("credit_group", member.credit_group.as_str().into()), ("valid_until", member.valid_until.into())];
    let key = [("buyer_id", member.buyer_id.into())];
    version_put(tx, entry, "credit_group_member", &key, member.valid_from, &values)
}

/// The groups as of a point in time, by code.
pub fn credit_group_all(tx: &Tx<'_>, as_of: AsOf) -> Result<BTreeMap<String, CreditGroup>, Problem> {
    let mut all = BTreeMap::new();
    version_each(tx, "credit_group", "credit_group, name, currency", as_of, |row| {
        let group = CreditGroup {
            code: row.text(0).to_owned(),
            name: row.text(1).to_owned(),
            currency: Currency::parse(row.text(2)).unwrap_or(Currency::EUR),
        };
        all.insert(group.code.clone(), group);
        Ok(())
    })?;
    Ok(all)
}

/// The place of every payer that belongs to a group on the day of a point in time, by the payer's number.
pub fn credit_group_members(tx: &Tx<'_>, as_of: AsOf) -> Result<BTreeMap<i64, CreditGroupMember>, Problem> {
    let mut all = BTreeMap::new();
    let columns = "buyer_id, credit_group, valid_from, valid_until";
    version_each(tx, "credit_group_member", columns, as_of, |row| {
        let member = CreditGroupMember {
            buyer_id: row.int(0),
            credit_group: row.text(1).to_owned(),
            valid_from: day_of(row.int(2)),
            valid_until: row.int_opt(3).map(day_of),
        };
        all.insert(member.buyer_id, member);
        Ok(())
    })?;
    all.retain(|_, member| member.valid_until.is_none_or(|until| until >= as_of.key_date));
    Ok(all)
}

/// Whether a group with this code is known, whatever its days.
pub fn credit_group_is_known(tx: &Tx<'_>, code: &str) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM credit_group WHERE credit_group = $1 LIMIT 1";
    Ok(tx.one(sql, &[Param::Text(code)], |_| Ok(()))?.is_some())
}
