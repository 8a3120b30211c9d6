//! Who pays for whom: customers roll up to the payer at the end of the chain (R9.2).

use std::collections::{BTreeMap, HashMap};

/// The payers of customers, and the circles found among them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RollUp {
    payers: HashMap<i64, i64>,
    /// Customers that pay for one another in a circle, each circle from its lowest number on.
    pub circles: Vec<Vec<i64>>,
}

impl RollUp {
    /// Follows every chain to its end. `direct` names for each customer the one that pays for it; one that is not in it, or pays for itself,
    /// is a payer. A circle has no end: the lowest number in it counts as the payer of all.
    #[must_use]
    pub fn of(direct: &BTreeMap<i64, i64>) -> RollUp {
        let mut found = RollUp::default();
        let mut chain: Vec<i64> = Vec::new();
        let mut places: HashMap<i64, usize> = HashMap::new();
        for customer in direct.keys() {
            let mut at = *customer;
            let payer = loop {
                if let Some(payer) = found.payers.get(&at) {
                    break *payer;
                }
                if let Some(from) = places.get(&at) {
                    break found.close(&chain[*from..]);
                }
                match direct.get(&at) {
                    Some(next) if *next != at => {
                        places.insert(at, chain.len());
                        chain.push(at);
                        at = *next;
                    }
                    _ => break at,
                }
            };
            places.clear();
            for passed in chain.drain(..) {
                found.payers.insert(passed, payer);
            }
        }
        found
    }

    /// The payer of a customer; its own where nobody else pays for it.
    #[must_use]
    pub fn payer_of(&self, customer: i64) -> i64 {
        self.payers.get(&customer).copied().unwrap_or(customer)
    }

    fn close(&mut self, circle: &[i64]) -> i64 {
        let lowest = circle.iter().enumerate().min_by_key(|(_, id)| **id);
        let (at, payer) = lowest.map_or((0, 0), |(at, id)| (at, *id));
        self.circles.push(circle[at..].iter().chain(&circle[..at]).copied().collect());
        payer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll_up(pairs: &[(i64, i64)]) -> RollUp {
        RollUp::of(&pairs.iter().copied().collect())
    }

    #[test]
    fn fr_02_a_chain_ends_at_the_last_payer() {
        // who is paid for by whom, customer, its payer
        let chain = [(1, 2), (2, 3), (4, 3), (5, 5)];
        for (customer, payer) in [(1, 3), (2, 3), (3, 3), (4, 3), (5, 5), (9, 9)] {
            assert_eq!(roll_up(&chain).payer_of(customer), payer, "{customer}");
        }
        assert_eq!(roll_up(&chain).circles, Vec::<Vec<i64>>::new());
    }

    #[test]
    fn fr_02_a_circle_is_told_and_rolls_up_to_its_lowest_number() {
        let found = roll_up(&[(7, 3), (3, 5), (5, 7), (9, 7), (1, 9)]);
        assert_eq!(found.circles, [vec![3, 5, 7]]);
        for customer in [1, 3, 5, 7, 9] {
            assert_eq!(found.payer_of(customer), 3, "{customer}");
        }
    }

    #[test]
    fn r14_2_a_long_chain_takes_one_pass() {
        let pairs: Vec<(i64, i64)> = (1..20_000).map(|n| (n, n + 1)).collect();
        let found = roll_up(&pairs);
        assert_eq!((found.payer_of(1), found.payer_of(19_999)), (20_000, 20_000));
    }
}
