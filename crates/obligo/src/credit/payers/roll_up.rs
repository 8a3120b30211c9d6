//! The payers of a snapshot: what its accounts say, followed to the end of each chain (R9.2).

use crate::snapshot::Snapshot;
use obligo_rules::money::Currency;
use obligo_rules::payer::RollUp;
use obligo_store::buyer::{AccountKey, Buyer};
use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

/// Who pays for whom as of a snapshot, and in which currency each payer's figures are.
#[derive(Debug)]
pub struct Payers {
    roll_up: RollUp,
    currencies: HashMap<i64, Currency>,
    house: Currency,
    /// Customers whose payer is no account of that day: they count as their own.
    pub without_account: Vec<i64>,
}

impl Payers {
    /// Reads them from the snapshot. A payer that is not known on that day leaves the customer its own payer.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Payers {
        let mut direct = BTreeMap::new();
        let mut without_account = Vec::new();
        let named: Vec<&Buyer> = snapshot.buyers.values().filter(|buyer| !buyer.payer.is_empty()).collect();
        if !named.is_empty() {
            let keys: BTreeMap<&AccountKey, i64> =
                snapshot.buyers.values().map(|buyer| (&buyer.key, buyer.buyer_id)).collect();
            for buyer in named {
                match only_account(&keys, &buyer.payer) {
                    Some(payer) => drop(direct.insert(buyer.buyer_id, payer)),
                    None => without_account.push(buyer.buyer_id),
                }
            }
        }
        let currency = |buyer: &Buyer| Some((buyer.buyer_id, Currency::parse(&buyer.currency)?));
        let house = snapshot.companies.values().min_by_key(|c| (!c.master, c.company_id));
        Payers {
            roll_up: RollUp::of(&direct),
            currencies: snapshot.buyers.values().filter_map(currency).collect(),
            house: house.and_then(|c| Currency::parse(&c.currency)).unwrap_or(Currency::EUR),
            without_account,
        }
    }

    /// The payer of a customer; its own number where it pays itself.
    #[must_use]
    pub fn payer_of(&self, customer: i64) -> i64 {
        self.roll_up.payer_of(customer)
    }

    /// The currency of a payer's figures: its own, else that of the house.
    #[must_use]
    pub fn currency_of(&self, payer: i64) -> Currency {
        self.currencies.get(&payer).copied().unwrap_or(self.house)
    }
}

/// Address number, branch and account type of an account as it is named, `10021`, `10021/0` or `10021/0/D`; parts left out are empty.
#[must_use]
pub fn account_named(name: &str) -> [&str; 3] {
    let mut parts = name.trim().splitn(3, '/').map(str::trim);
    std::array::from_fn(|_| parts.next().unwrap_or(""))
}

/// The only account a name fits.
fn only_account(keys: &BTreeMap<&AccountKey, i64>, name: &str) -> Option<i64> {
    let [number, branch, account_type] = account_named(name);
    let first = AccountKey { account: number.to_owned(), ..AccountKey::default() };
    let of_number = keys
        .range::<&AccountKey, _>((Bound::Included(&first), Bound::Unbounded))
        .take_while(|(key, _)| key.account == number);
    let mut fitting = of_number.filter(|(key, _)| {
        key.prospect.is_empty()
            && (branch.is_empty() || key.branch == branch)
            && (account_type.is_empty() || key.account_type == account_type)
    });
    match (fitting.next(), fitting.next()) {
        (Some((_, id)), None) => Some(*id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fr_02_a_payer_is_named_by_its_account_with_parts_left_out_where_there_is_one() {
        let key = |account: &str, branch: &str, account_type: &str| AccountKey {
            account: account.to_owned(),
            branch: branch.to_owned(),
            account_type: account_type.to_owned(),
            prospect: String::new(),
        };
        let accounts =
            [key("100", "0", "D"), key("200", "0", "D"), key("200", "1", "D"), key("200", "1", "X")];
        let keys: BTreeMap<&AccountKey, i64> = accounts.iter().zip(1..).collect();
        for (name, found) in [
            ("100", Some(1)),
            ("100/0", Some(1)),
            (" 100 / 0 / D ", Some(1)),
            ("100/1", None),
            ("200", None),
            ("200/0", Some(2)),
            ("200/1", None),
            ("200/1/X", Some(4)),
            ("300", None),
            ("", None),
            ("100/0/D/9", None),
        ] {
            assert_eq!(only_account(&keys, name), found, "{name}");
        }
    }
}
