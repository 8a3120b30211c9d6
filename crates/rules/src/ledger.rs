//! What a run sees: the buyers of a policy with their accounts and open items, as of one key date.

use crate::calendar::Day;
use crate::codes::BuyerKind;
use crate::item::Item;
use crate::limit::LimitDecision;
use crate::reason::StatusReason;
use std::cmp::Ordering;
use std::ops::Range;

/// One main buyer under the policy: what decides about its items. Co-insured accounts hang on it (R1.6).
#[derive(Clone, Debug)]
pub struct BuyerCase {
    /// The store's number of the main buyer.
    pub buyer_id: i64,
    /// Named or unnamed; for a cover that has ended, what it was last.
    pub kind: BuyerKind,
    /// Whether the buyer has cover under the policy at the key date. If not, nothing is examined and nothing rises.
    pub covered: bool,
    /// Insured sum at the key date, minor units of the policy's currency (R2).
    pub sum: i64,
    /// The decision in force at the key date (named).
    pub decision: Option<LimitDecision>,
    /// When this buyer's own cover began (R4.4).
    pub start: Option<Day>,
    /// How to tell whether cover had been cancelled (R4.3).
    pub cancellation: Cancellation,
    /// Items dated after this day are blocked (R6.2).
    pub uncovered_from: Option<Day>,
    /// Positions in [`Ledger::caps`] of the caps that bound this buyer together with others (R2.6).
    pub caps: Vec<u32>,
}

/// What R4.3 needs to know of the buyer's history.
#[derive(Clone, Debug)]
pub enum Cancellation {
    /// Named: the decisions in recorded order and `declined_on`.
    Named {
        /// Decisions under the policy.
        decisions: Vec<LimitDecision>,
        /// Cover declined on.
        declined_on: Option<Day>,
    },
    /// Unnamed: when cover was declined, if there was a sum above 0 the day before.
    Unnamed {
        /// That date.
        ended_on: Option<Day>,
    },
}

/// One account whose items count towards a case.
#[derive(Clone, Debug)]
pub struct Account {
    /// Position of its main buyer in [`Ledger::cases`].
    pub case: u32,
    /// The store's number of the account's own buyer record.
    pub buyer_id: i64,
    /// Whether the account is the main buyer's own or a co-insured branch.
    pub co_insured: bool,
    /// Whether the account itself has cover at the key date; a branch whose cover ended does not.
    pub covered: bool,
    /// Why the policy does not cover it, if so (R4.2 `E`).
    pub excluded: Option<StatusReason>,
}

/// Company codes and document numbers of the items, for the order of R5.2 and for output.
#[derive(Clone, Debug, Default)]
pub struct DocumentNames {
    /// Company codes by position.
    pub companies: Vec<String>,
    text: String,
    ends: Vec<u32>,
}

impl DocumentNames {
    /// Adds the document number of the next item and returns its position.
    pub fn push(&mut self, document_no: &str) -> u32 {
        self.text.push_str(document_no);
        self.ends.push(self.text.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// The document number at this position.
    #[must_use]
    pub fn document_no(&self, position: u32) -> &str {
        let position = position as usize;
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[position] as usize]
    }
}

/// The buyers of one policy and their items as of a key date, grouped by main buyer.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Main buyers.
    pub cases: Vec<BuyerCase>,
    /// Accounts, their own and co-insured ones.
    pub accounts: Vec<Account>,
    /// Items, grouped by case after [`Ledger::group`].
    pub items: Vec<Item>,
    /// Position of each item's document number in [`Ledger::names`], beside `items`.
    pub documents: Vec<u32>,
    /// Amounts of the policy's caps, minor units (R2.6).
    pub caps: Vec<i64>,
    /// Names for order and output.
    pub names: DocumentNames,
    ranges: Vec<Range<usize>>,
}

impl Ledger {
    /// Groups the items by main buyer, keeping their order within a buyer. Call once all items are in.
    pub fn group(&mut self) {
        let mut counts = vec![0usize; self.cases.len() + 1];
        for item in &self.items {
            counts[self.accounts[item.account as usize].case as usize + 1] += 1;
        }
        for case in 1..counts.len() {
            counts[case] += counts[case - 1];
        }
        self.ranges = counts.windows(2).map(|pair| pair[0]..pair[1]).collect();
        let in_order = self.items.windows(2).all(|pair| {
            self.accounts[pair[0].account as usize].case <= self.accounts[pair[1].account as usize].case
        });
        if in_order {
            return;
        }
        let mut next = counts;
        let mut places = vec![0u32; self.items.len()];
        for (from, item) in self.items.iter().enumerate() {
            let case = self.accounts[item.account as usize].case as usize;
            places[next[case]] = from as u32;
            next[case] += 1;
        }
        self.items = places.iter().map(|from| self.items[*from as usize].clone()).collect();
        self.documents = places.iter().map(|from| self.documents[*from as usize]).collect();
    }

    /// Positions of the items of a case.
    #[must_use]
    pub fn range(&self, case: usize) -> Range<usize> {
        self.ranges.get(case).cloned().unwrap_or(0..0)
    }

    /// Whether a declaration has a line for the buyer: while it has cover, and after that as long as items examined under the policy
    /// are open (R8.2).
    #[must_use]
    pub fn is_declared(&self, case: usize) -> bool {
        let examined = |item: &Item| item.open != 0 && item.insurance.policy != 0;
        self.cases[case].covered || self.items[self.range(case)].iter().any(examined)
    }

    /// The document number of the item at this position.
    #[must_use]
    pub fn document_no(&self, position: usize) -> &str {
        self.names.document_no(self.documents[position])
    }

    /// Company code of the item at this position.
    #[must_use]
    pub fn company(&self, position: usize) -> &str {
        &self.names.companies[usize::from(self.items[position].company)]
    }

    /// The order in which items are insured (R5.2): allocation date, net due date, company, document number as text.
    #[must_use]
    pub fn allocation_order(&self, a: usize, b: usize) -> Ordering {
        let (left, right) = (&self.items[a], &self.items[b]);
        left.allocation_date()
            .cmp(&right.allocation_date())
            .then(left.net_due_date.cmp(&right.net_due_date))
            .then_with(|| self.company(a).cmp(self.company(b)))
            .then_with(|| self.document_no(a).cmp(self.document_no(b)))
            .then(left.kind.cmp(&right.kind))
            .then(left.id.cmp(&right.id))
    }
}
