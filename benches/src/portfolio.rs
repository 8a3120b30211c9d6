//! The portfolio of a benchmark: the same items for the same count, on every machine, each computed from its number.

use obligo_rules::calendar::Day;
use std::ops::Range;

/// Items per buyer on average; the sizes of buyers are spread log-normally.
const ITEMS_PER_BUYER: usize = 35;

/// Companies whose ledgers the items are in.
pub const COMPANIES: usize = 4;

/// Days over which the documents are spread: 18 months up to the first key date.
const DOCUMENT_DAYS: u64 = 545;

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An invoice.
    Invoice,
    /// A debit note.
    DebitNote,
    /// A credit note, its amount negative.
    CreditNote,
}

impl Kind {
    /// As the interchange files spell it.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Invoice => "invoice",
            Kind::DebitNote => "debit_note",
            Kind::CreditNote => "credit_note",
        }
    }

    /// Whether it is owed to the company.
    pub fn is_debit(self) -> bool {
        self != Kind::CreditNote
    }
}

/// One item. Amounts in cents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// From 0, in order of document dates.
    pub number: usize,
    /// From 0.
    pub company: usize,
    /// From 0.
    pub buyer: usize,
    /// What it is.
    pub kind: Kind,
    /// Document date; posted the same day or up to two days later, by the first key date.
    pub document_date: Day,
    /// Posting date.
    pub posting_date: Day,
    /// 30 or 60 days after the document date.
    pub net_due_date: Day,
    /// Payment terms in days.
    pub terms: i32,
    /// Gross, negative for credit notes.
    pub amount: i64,
    /// Net of 19 % VAT.
    pub net_amount: i64,
    /// When it is settled in full, if by the second key date.
    pub settled_on: Option<Day>,
}

impl Item {
    /// Document number: ten digits, in order within the company.
    pub fn document_no(&self) -> String {
        format!("{:010}", 1_000_000_000 + self.number)
    }
}

/// A portfolio of a given number of items.
pub struct Portfolio {
    /// How many items.
    pub items: usize,
    /// The first key date, a month's end; every item is posted by then.
    pub key_date: Day,
    /// The month's end after it.
    pub next_key_date: Day,
    first_day: Day,
    /// Upper ends of the buyers' shares of the random numbers.
    shares: Vec<u64>,
}

impl Portfolio {
    /// The portfolio of this many items; `None` where the calendar has no such days, which is never.
    pub fn of(items: usize) -> Option<Portfolio> {
        let key_date = Day::from_ymd(2025, 6, 30)?;
        let buyers = (items / ITEMS_PER_BUYER).max(1);
        let weights: Vec<f64> = (0..buyers).map(buyer_weight).collect();
        let total: f64 = weights.iter().sum();
        let mut reached = 0.0;
        let shares = weights
            .iter()
            .map(|weight| {
                reached += weight / total;
                (reached * u64::MAX as f64) as u64
            })
            .collect();
        Some(Portfolio {
            items,
            key_date,
            next_key_date: key_date.plus_days(31),
            first_day: key_date.plus_days(1 - DOCUMENT_DAYS as i32),
            shares,
        })
    }

    /// How many buyers.
    pub fn buyers(&self) -> usize {
        self.shares.len()
    }

    /// The item with this number.
    pub fn item(&self, number: usize) -> Item {
        let mut random = Random::of(number as u64);
        let share = random.next();
        let buyer = self.shares.partition_point(|end| *end < share).min(self.buyers() - 1);
        let day = (number as u64 * DOCUMENT_DAYS / self.items as u64) as i32;
        let document_date = self.first_day.plus_days(day);
        let posting_date = document_date.plus_days(random.below(3) as i32).min(self.key_date);
        let terms = if random.below(3) == 0 { 60 } else { 30 };
        let kind = match random.below(100) {
            0..=2 => Kind::CreditNote,
            3 => Kind::DebitNote,
            _ => Kind::Invoice,
        };
        // 20 to about 40,000 euro, most of them small.
        let size = 2_000 + (random.below(2_000) * random.below(2_000)) as i64;
        let size = if kind.is_debit() { size } else { size / 4 };
        let amount = if kind.is_debit() { size } else { -size };
        let net_due_date = document_date.plus_days(terms);
        Item {
            number,
            company: random.below(COMPANIES as u64) as usize,
            buyer,
            kind,
            document_date,
            posting_date,
            net_due_date,
            terms,
            amount,
            net_amount: amount * 100 / 119,
            settled_on: self.settled_on(&mut random, posting_date),
        }
    }

    /// Half of the items are settled by the first key date, a sixth of the others in the month after it.
    fn settled_on(&self, random: &mut Random, posting_date: Day) -> Option<Day> {
        let choice = random.below(12);
        let day = random.next();
        let within =
            |from: Day, to: Day| from.plus_days((day % (to.days_since(from).max(0) as u64 + 1)) as i32);
        match choice {
            0..=5 => Some(within(posting_date, self.key_date)),
            6 => Some(within(self.key_date.plus_days(1), self.next_key_date)),
            _ => None,
        }
    }

    /// Insured sum per buyer: 40 % to 130 % of what it owes, so that about four fifths of the whole fit. `owed` picks the amount of an
    /// item that counts.
    pub fn insured_sums(&self, owed: impl Fn(&Item) -> i64) -> Vec<i64> {
        let mut sums = vec![0i64; self.buyers()];
        for item in self.numbers().map(|number| self.item(number)) {
            sums[item.buyer] += owed(&item);
        }
        for (buyer, sum) in sums.iter_mut().enumerate() {
            let percent = 40 + Random::of(buyer as u64 ^ 0x5153).below(91) as i64;
            // Whole thousands of euro, as insurers decide; nobody has none.
            *sum = (*sum * percent / 100 / 100_000 + 1) * 100_000;
        }
        sums
    }

    /// The numbers of all items.
    pub fn numbers(&self) -> Range<usize> {
        0..self.items
    }
}

/// Log-normal with a standard deviation of 1.5.
fn buyer_weight(buyer: usize) -> f64 {
    let mut random = Random::of(buyer as u64 ^ 0xB0_7E);
    let sum: f64 = (0..12).map(|_| random.next() as f64 / u64::MAX as f64).sum();
    (1.5 * (sum - 6.0)).exp()
}

/// The `SplitMix64` generator.
pub struct Random(u64);

impl Random {
    /// The sequence of a number.
    pub fn of(seed: u64) -> Random {
        Random(seed.wrapping_mul(0xD134_2543_DE82_EF95))
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}
