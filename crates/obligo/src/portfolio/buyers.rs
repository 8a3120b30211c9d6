//! Choosing, ordering and summing the lines of the list of buyers.

use super::BuyersDue;
use crate::buyers::line_over_insured_sum;
use crate::snapshot::Snapshot;
use obligo_rules::money::{Currency, parse_minor};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Choices kept with their answer.
const CHOICES_KEPT: usize = 32;

/// Amounts of all currencies are compared by this many decimals, the most any currency has.
const DECIMALS_MAX: u32 = 4;

/// What the list of buyers is ordered by; equal ones by account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum BuyerOrder {
    /// Account.
    #[default]
    Account,
    /// Name.
    Name,
    /// Insured sum.
    InsuredSum,
    /// What is insured.
    Insured,
    /// Room left in the sum.
    Room,
    /// Open balance.
    Open,
    /// Insurable open items as a share of the insured sum.
    Use,
}

impl BuyerOrder {
    /// Every order with its name in addresses.
    pub const ALL: &'static [(BuyerOrder, &'static str)] = &[
        (BuyerOrder::Account, "account"),
        (BuyerOrder::Name, "name"),
        (BuyerOrder::InsuredSum, "insured_sum"),
        (BuyerOrder::Insured, "insured"),
        (BuyerOrder::Room, "room"),
        (BuyerOrder::Open, "open"),
        (BuyerOrder::Use, "use"),
    ];
}

/// What people look for among buyers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BuyerMark {
    /// Insurable open items are above the insured sum.
    OverLimit,
    /// New receivables are uncovered (R6.2).
    Stopped,
    /// Must be offered to the insurer (R2.5).
    MustBeOffered,
    /// Balance and bills are above the own credit limit (R1.8).
    OverCreditLimit,
}

impl BuyerMark {
    /// Every mark with its name in addresses.
    pub const ALL: &'static [(BuyerMark, &'static str)] = &[
        (BuyerMark::OverLimit, "over_limit"),
        (BuyerMark::Stopped, "stopped"),
        (BuyerMark::MustBeOffered, "must_be_offered"),
        (BuyerMark::OverCreditLimit, "over_credit_limit"),
    ];

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// Which lines, in which order. Empty texts and sets let everything through.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct BuyerChoice {
    /// Part of account, name, legal entity or one of the numbers, whatever the case.
    pub search: String,
    /// Policy code.
    pub policy: String,
    /// Kind of cover.
    pub kind: String,
    /// Country.
    pub country: String,
    /// Credit manager.
    pub credit_manager: String,
    /// All of these marks.
    pub marks: BTreeSet<BuyerMark>,
    /// Order.
    pub order: BuyerOrder,
    /// Largest first.
    pub descending: bool,
}

/// Sums of one currency, minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BuyerSums {
    /// The currency.
    pub currency: Currency,
    /// Insured sums.
    pub insured_sum: i64,
    /// Insured amounts.
    pub insured: i64,
    /// Room.
    pub room: i64,
    /// Open balances.
    pub open: i64,
}

/// The chosen lines: positions in [`BuyerBook::lines`] and their sums.
#[derive(Debug)]
pub struct BuyerPage {
    /// Positions, in order.
    pub positions: Vec<u32>,
    /// Sums by currency code. Co-insured accounts count with their main buyer, and by themselves only where nothing else is chosen.
    pub sums: BTreeMap<String, BuyerSums>,
}

/// What choices look at.
struct Facet {
    search: String,
    marks: u8,
    is_co_insured: bool,
    sums: BuyerSums,
    use_share: i64,
}

/// The lines of the list as somebody may see them, prepared for choosing, and the answers already given. A portfolio never changes, so
/// they stay right.
pub struct BuyerBook {
    /// The lines.
    pub lines: Arc<Vec<Value>>,
    /// Countries there are.
    pub countries: Vec<String>,
    /// Credit managers there are.
    pub credit_managers: Vec<String>,
    facets: Vec<Facet>,
    chosen: Mutex<HashMap<BuyerChoice, Arc<BuyerPage>>>,
    pub(super) marked: OnceLock<BuyersDue>,
}

impl BuyerBook {
    /// `buyer_ids` beside `lines`.
    pub(super) fn of(snapshot: &Snapshot, lines: Arc<Vec<Value>>, buyer_ids: &[Option<i64>]) -> BuyerBook {
        let facets = lines.iter().zip(buyer_ids).map(|(line, id)| facet(snapshot, line, *id)).collect();
        let distinct = |name: &str| {
            let found: BTreeSet<&str> = lines.iter().map(|line| text(line, name)).collect();
            found.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
        };
        BuyerBook {
            countries: distinct("country"),
            credit_managers: distinct("credit_manager"),
            facets,
            marked: OnceLock::new(),
            chosen: Mutex::default(),
            lines,
        }
    }

    /// The lines of a choice, in its order, with their sums. The answer is kept: the same choice costs nothing the next time.
    #[must_use]
    pub fn choose(&self, choice: &BuyerChoice) -> Arc<BuyerPage> {
        let lock = || self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(choice) {
            return Arc::clone(known);
        }
        let page = Arc::new(self.compute(choice));
        let mut kept = lock();
        if kept.len() >= CHOICES_KEPT {
            kept.clear();
        }
        kept.insert(choice.clone(), Arc::clone(&page));
        page
    }

    /// The marks of the line at this position.
    #[must_use]
    pub fn marks(&self, position: u32) -> Vec<BuyerMark> {
        let bits = self.facets.get(position as usize).map_or(0, |facet| facet.marks);
        let all = BuyerMark::ALL.iter().map(|(mark, _)| *mark);
        all.filter(|mark| bits & mark.bit() != 0).collect()
    }

    fn compute(&self, choice: &BuyerChoice) -> BuyerPage {
        let search = choice.search.to_lowercase();
        let marks = choice.marks.iter().fold(0, |all, mark| all | mark.bit());
        let fits = |n: &u32| {
            let (facet, line) = (&self.facets[*n as usize], &self.lines[*n as usize]);
            let is = |wanted: &str, name: &str| wanted.is_empty() || text(line, name) == wanted;
            facet.marks & marks == marks
                && (search.is_empty() || facet.search.contains(&search))
                && is(&choice.policy, "policy")
                && is(&choice.kind, "kind")
                && is(&choice.country, "country")
                && is(&choice.credit_manager, "credit_manager")
        };
        let mut positions: Vec<u32> = (0..self.lines.len() as u32).filter(fits).collect();
        let sums = self.sums(&positions);
        self.sort(&mut positions, choice);
        BuyerPage { positions, sums }
    }

    fn sort(&self, positions: &mut [u32], choice: &BuyerChoice) {
        let key = |n: &u32| {
            let facet = &self.facets[*n as usize];
            let sums = &facet.sums;
            let scale = 10_i128.pow(DECIMALS_MAX.saturating_sub(sums.currency.exponent()));
            match choice.order {
                BuyerOrder::Account | BuyerOrder::Name => i128::from(*n),
                BuyerOrder::InsuredSum => i128::from(sums.insured_sum) * scale,
                BuyerOrder::Insured => i128::from(sums.insured) * scale,
                BuyerOrder::Room => i128::from(sums.room) * scale,
                BuyerOrder::Open => i128::from(sums.open) * scale,
                BuyerOrder::Use => facet.use_share.into(),
            }
        };
        if choice.order == BuyerOrder::Name {
            positions.sort_by_cached_key(|n| text(&self.lines[*n as usize], "name").to_lowercase());
            if choice.descending {
                positions.reverse();
            }
        } else if choice.descending {
            positions.sort_by_cached_key(|n| Reverse(key(n)));
        } else if choice.order != BuyerOrder::Account {
            positions.sort_by_cached_key(key);
        }
    }

    fn sums(&self, positions: &[u32]) -> BTreeMap<String, BuyerSums> {
        let facets = || positions.iter().map(|n| &self.facets[*n as usize]);
        let only_co_insured = facets().all(|facet| facet.is_co_insured);
        let mut all: BTreeMap<String, BuyerSums> = BTreeMap::new();
        for facet in facets().filter(|facet| only_co_insured || !facet.is_co_insured) {
            let more = &facet.sums;
            match all.get_mut(more.currency.code()) {
                Some(sums) => {
                    for (sum, more) in [
                        (&mut sums.insured_sum, more.insured_sum),
                        (&mut sums.insured, more.insured),
                        (&mut sums.room, more.room),
                        (&mut sums.open, more.open),
                    ] {
                        *sum = sum.saturating_add(more);
                    }
                }
                None => {
                    all.insert(more.currency.code().to_owned(), *more);
                }
            }
        }
        all
    }
}

fn facet(snapshot: &Snapshot, line: &Value, buyer_id: Option<i64>) -> Facet {
    let currency = Currency::parse(text(line, "currency")).unwrap_or(Currency::EUR);
    let minor = |name: &str| parse_minor(text(line, name), currency.exponent()).unwrap_or(0);
    let exposure = minor("insurable_open").max(0);
    let sum = minor("insured_sum");
    let is_co_insured = !text(line, "co_insured_under").is_empty();
    let holds = |name: &str| line.get(name).and_then(Value::as_bool) == Some(true);
    let marks = [
        (BuyerMark::OverLimit, line_over_insured_sum(line) > 0),
        (BuyerMark::Stopped, !text(line, "uncovered_from").is_empty()),
        (BuyerMark::MustBeOffered, holds("must_be_offered")),
        (BuyerMark::OverCreditLimit, holds("credit_limit_exceeded")),
    ];
    let buyer = buyer_id.and_then(|id| snapshot.buyers.get(&id));
    let numbers = buyer.map(|b| [b.vat_id.as_str(), &b.register_no, &b.lei]).unwrap_or_default();
    let account = [text(line, "account"), text(line, "branch"), text(line, "account_type")].join("/");
    let named = ["name", "legal_entity", "risk_number", "insurance_no"].map(|name| text(line, name));
    let search = named.into_iter().chain(numbers).fold(account, |all, one| {
        // A line break keeps a search from reaching over two fields.
        if one.is_empty() { all } else { all + "\n" + one }
    });
    Facet {
        search: search.to_lowercase(),
        marks: marks.iter().filter(|(_, holds)| *holds).fold(0, |all, (mark, _)| all | mark.bit()),
        is_co_insured,
        sums: BuyerSums {
            currency,
            insured_sum: sum,
            insured: minor("insured"),
            room: minor("room"),
            open: minor("open"),
        },
        // Nothing open counts as no use; something open without a sum as the highest.
        use_share: match (exposure, sum) {
            (0, _) => 0,
            (_, sum) if sum <= 0 => i64::MAX,
            (exposure, sum) => {
                i64::try_from(i128::from(exposure) * 10_000 / i128::from(sum)).unwrap_or(i64::MAX)
            }
        },
    }
}

fn text<'v>(line: &'v Value, name: &str) -> &'v str {
    line.get(name).and_then(Value::as_str).unwrap_or("")
}
