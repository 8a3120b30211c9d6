//! Insurers (R1.2).

use crate::as_of::AsOf;
use crate::tx::Tx;
use crate::version::{Recorded, version_each, version_put};
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// An insurer as of a point in time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Insurer {
    /// 3-character code.
    pub insurer: String,
    /// Name.
    pub name: String,
    /// Country.
    pub country: String,
    /// Account in the address base.
    pub account: String,
    /// Lines of its address below the name, for letters.
    pub postal_address: String,
}

/// Records an insurer from `valid_from` on.
pub fn insurer_put(tx: &Tx<'_>, entry: i64, valid_from: Day, insurer: &Insurer) -> Result<Recorded, Problem> {
    let key = [("insurer", insurer.insurer.as_str().into())];
    let values = [
        ("name", insurer.name.as_str().into()),
        ("country", insurer.country.as_str().into()),
        ("account", insurer.account.as_str().into()),
        ("postal_address", insurer.postal_address.as_str().into()),
    ];
    version_put(tx, entry, "insurer_version", &key, valid_from, &values)
}

/// All insurers as of a point in time, by code.
pub fn insurer_all(tx: &Tx<'_>, as_of: AsOf) -> Result<BTreeMap<String, Insurer>, Problem> {
    let mut all = BTreeMap::new();
    version_each(tx, "insurer_version", "insurer, name, country, account, postal_address", as_of, |row| {
        let insurer = Insurer {
            insurer: row.text(0).to_owned(),
            name: row.text(1).to_owned(),
            country: row.text(2).to_owned(),
            account: row.text(3).to_owned(),
            postal_address: row.text(4).to_owned(),
        };
        all.insert(insurer.insurer.clone(), insurer);
        Ok(())
    })?;
    Ok(all)
}
