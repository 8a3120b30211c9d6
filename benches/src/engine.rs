//! The engine alone: allocation over columns (R5.2), and a whole declaration plan over a ledger (R8.1).

use crate::files::TERMS;
use crate::measured::{Measured, here};
use crate::portfolio::{COMPANIES, Portfolio, Random};
use obligo_formats::policy_file;
use obligo_rules::allocate::{Candidate, allocate};
use obligo_rules::buyer::{BuyerHistory, buyer_case};
use obligo_rules::codes::{BuyerKind, CoverKind, ItemKind};
use obligo_rules::cover::Cover;
use obligo_rules::declare::{DeclareParameters, ItemChange, plan_declaration};
use obligo_rules::item::{Insurance, Item, ItemEvents};
use obligo_rules::ledger::{Account, DocumentNames, Ledger};
use obligo_rules::limit::LimitDecision;
use obligo_rules::money::Currency;
use obligo_rules::policy::Policy;
use std::cmp::Ordering;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Tries per figure; the best and the median count.
const TRIES: usize = 5;

/// What the engine takes for one input order: the best and the median try.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tries {
    /// The best of each figure.
    pub best: Measured,
    /// Seconds of the median.
    pub median: f64,
}

/// The engine's figures for one portfolio.
#[derive(Clone, Copy, Debug, Default)]
pub struct Engine {
    /// Grouping by buyer and allocating rows that come in any order.
    pub any_order: Tries,
    /// The same of rows that come by buyer, each buyer's in any order.
    pub buyer_order: Tries,
    /// The same of rows that come by buyer, oldest first.
    pub store_order: Tries,
    /// A whole declaration over a ledger grouped by buyer: status, dates, reasons, amounts, lines.
    pub plan: Tries,
    /// Grouping such a ledger from any order.
    pub group: Measured,
    /// Bytes of an item in the ledger, with its insurance data and document number.
    pub item_bytes: usize,
    /// Bytes of a candidate of the allocation.
    pub candidate_bytes: usize,
    /// Bytes of a planned change.
    pub change_bytes: usize,
    /// What was insured, to compare results by.
    pub result: Checksum,
}

/// A result in two numbers: the sum, and one that tells who got it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Checksum {
    /// Sum of the insured amounts.
    pub sum: i64,
    /// Sum of the insured amounts times a number mixed from the item's.
    pub mixed: i64,
}

impl Checksum {
    fn add(&mut self, number: usize, insured: i64) {
        self.sum += insured;
        self.mixed = self.mixed.wrapping_add(insured * (1 + (number as i64 * 7919) % 8191));
    }
}

/// The items of an allocation as columns. Every item is an open invoice.
pub struct Columns {
    /// Row by row; a candidate's position is its row.
    candidates: Vec<Candidate>,
    buyers: Vec<u32>,
    numbers: Vec<u32>,
    /// By the item's number.
    companies: Vec<u16>,
    names: DocumentNames,
    /// By buyer.
    sums: Vec<i64>,
}

impl Columns {
    /// The columns of a portfolio, the rows in any order.
    pub fn of(portfolio: &Portfolio) -> Columns {
        let sums = portfolio.insured_sums(|item| item.amount.abs());
        let mut names = DocumentNames::default();
        names.companies = company_codes();
        let mut companies = Vec::with_capacity(portfolio.items);
        let (mut candidates, mut buyers) = (Vec::with_capacity(portfolio.items), Vec::new());
        for number in portfolio.numbers() {
            let item = portfolio.item(number);
            names.push(&item.document_no());
            companies.push(item.company as u16);
            buyers.push(item.buyer as u32);
            candidates.push(Candidate {
                insurable_open: item.amount.abs(),
                insured: 0,
                date: item.document_date,
                net_due_date: item.net_due_date,
                position: number as u32,
                blocked: false,
            });
        }
        let mut rows: Vec<u32> = (0..portfolio.items as u32).collect();
        let mut random = Random::of(0x5EED);
        for last in (1..rows.len()).rev() {
            rows.swap(last, random.below(last as u64 + 1) as usize);
        }
        let numbers = (0..portfolio.items as u32).collect();
        let mut columns = Columns { candidates, buyers, numbers, companies, names, sums };
        columns.reorder(&rows);
        columns
    }

    /// Brings the rows into the order in which these stand.
    fn reorder(&mut self, rows: &[u32]) {
        let rows = || rows.iter().map(|row| *row as usize);
        self.candidates = rows().map(|row| self.candidates[row]).collect();
        self.buyers = rows().map(|row| self.buyers[row]).collect();
        self.numbers = rows().map(|row| self.numbers[row]).collect();
        for (row, candidate) in self.candidates.iter_mut().enumerate() {
            candidate.position = row as u32;
        }
    }

    /// The rows in the order of buyers, oldest first.
    fn store_order(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = (0..self.candidates.len() as u32).collect();
        let tie = self.tie();
        let of_row = |row: &u32| (self.buyers[*row as usize], &self.candidates[*row as usize]);
        rows.sort_unstable_by(|a, b| {
            let ((buyer_a, a), (buyer_b, b)) = (of_row(a), of_row(b));
            let dates = |candidate: &Candidate| (candidate.date, candidate.net_due_date);
            buyer_a.cmp(&buyer_b).then(dates(a).cmp(&dates(b))).then_with(|| tie(a, b))
        });
        rows
    }

    /// The order of R5.2 after the dates: company, document number as text.
    fn tie(&self) -> impl Fn(&Candidate, &Candidate) -> Ordering {
        let Columns { numbers, companies, names, .. } = self;
        let number = |candidate: &Candidate| numbers[candidate.position as usize];
        let company = |number: u32| &names.companies[usize::from(companies[number as usize])];
        move |a, b| {
            let (a, b) = (number(a), number(b));
            company(a).cmp(company(b)).then_with(|| names.document_no(a).cmp(names.document_no(b)))
        }
    }

    /// Where each buyer's rows begin once they are grouped, and the end.
    fn starts(&self) -> Vec<usize> {
        let mut starts = vec![0usize; self.sums.len() + 1];
        for buyer in &self.buyers {
            starts[*buyer as usize + 1] += 1;
        }
        for buyer in 1..starts.len() {
            starts[buyer] += starts[buyer - 1];
        }
        starts
    }

    /// The rows by buyer; empty where they stand so already.
    fn group(&self, starts: &[usize]) -> Vec<u32> {
        if self.buyers.is_sorted() {
            return Vec::new();
        }
        let mut next = starts.to_vec();
        let mut rows = vec![0u32; self.buyers.len()];
        for (row, buyer) in self.buyers.iter().enumerate() {
            let place = &mut next[*buyer as usize];
            rows[*place] = row as u32;
            *place += 1;
        }
        rows
    }

    /// The insured amount of every row: grouped by buyer and allocated.
    fn allocate(&self) -> Vec<i64> {
        let starts = self.starts();
        let rows = self.group(&starts);
        let tie = self.tie();
        let mut insured = vec![0i64; self.candidates.len()];
        let mut of_buyer: Vec<Candidate> = Vec::new();
        for (sum, range) in self.sums.iter().zip(starts.windows(2)) {
            let range = range[0]..range[1];
            of_buyer.clear();
            match rows.get(range.clone()) {
                Some(rows) => of_buyer.extend(rows.iter().map(|row| self.candidates[*row as usize])),
                None => of_buyer.extend_from_slice(&self.candidates[range]),
            }
            allocate(*sum, 0, &mut of_buyer, &tie);
            for candidate in &of_buyer {
                insured[candidate.position as usize] = candidate.insured;
            }
        }
        insured
    }

    fn checksum(&self, insured: &[i64]) -> Checksum {
        let mut checksum = Checksum::default();
        for (number, insured) in self.numbers.iter().zip(insured) {
            checksum.add(*number as usize, *insured);
        }
        checksum
    }

    /// Writes the rows, in their order, for the other engines.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut file = BufWriter::with_capacity(1 << 20, std::fs::File::create(path)?);
        writeln!(file, "id,buyer,date,due,company,document,open,sum")?;
        for ((candidate, buyer), number) in self.candidates.iter().zip(&self.buyers).zip(&self.numbers) {
            let (date, due) = (candidate.date.epoch_days(), candidate.net_due_date.epoch_days());
            let company = &self.names.companies[usize::from(self.companies[*number as usize])];
            let document = self.names.document_no(*number);
            let (open, sum) = (candidate.insurable_open, self.sums[*buyer as usize]);
            writeln!(file, "{number},{buyer},{date},{due},{company},{document},{open},{sum}")?;
        }
        file.flush()
    }
}

/// Measures the engine; every way must insure the same, else the difference is told.
pub fn measure(portfolio: &Portfolio, mut columns: Columns) -> Result<Engine, String> {
    let mut engine = Engine { candidate_bytes: size_of::<Candidate>(), ..Engine::default() };
    (engine.any_order, engine.result) = measure_allocation(&columns);
    measure_plan(portfolio, &columns, &mut engine)?;
    columns.reorder(&columns.group(&columns.starts()));
    let (tries, of_buyer_order) = measure_allocation(&columns);
    engine.buyer_order = tries;
    columns.reorder(&columns.store_order());
    let (tries, of_store_order) = measure_allocation(&columns);
    engine.store_order = tries;
    if [of_buyer_order, of_store_order] == [engine.result; 2] {
        Ok(engine)
    } else {
        Err("the allocation depends on the order of the rows".to_owned())
    }
}

fn measure_allocation(columns: &Columns) -> (Tries, Checksum) {
    let mut insured = Vec::new();
    let tries = tries(|| {
        let (made, took) = here(|| columns.allocate());
        insured = made;
        took
    });
    (tries, columns.checksum(&insured))
}

fn tries(mut one: impl FnMut() -> Measured) -> Tries {
    let all: Vec<Measured> = (0..TRIES).map(|_| one()).collect();
    let mut walls: Vec<f64> = all.iter().map(|one| one.wall).collect();
    walls.sort_by(f64::total_cmp);
    let best = all.into_iter().reduce(Measured::or_better).unwrap_or_default();
    Tries { best, median: walls[TRIES / 2] }
}

/// A whole plan over a ledger of the same items; must insure the same.
fn measure_plan(portfolio: &Portfolio, columns: &Columns, engine: &mut Engine) -> Result<(), String> {
    let policy = policy_file::parse("policy.toml", TERMS)
        .map_err(|problems| format!("the terms of the benchmark: {problems:?}"))?
        .policy;
    let mut ledger = ledger(portfolio, columns, &policy)?;
    engine.group = here(|| ledger.group()).1;
    let names = portfolio.item(0).document_no().len() + 2 * size_of::<u32>();
    engine.item_bytes = size_of::<Item>() + names;
    engine.change_bytes = size_of::<ItemChange>();
    let parameters = DeclareParameters {
        buyers: BuyerKind::Named,
        key_date: portfolio.key_date,
        period_start: portfolio.key_date.month_start(),
        policy_number: 1,
    };
    let mut checksum = Checksum::default();
    let mut declared = 0;
    engine.plan = tries(|| {
        let (plan, took) = here(|| plan_declaration(&policy, &ledger, &parameters));
        checksum = Checksum::default();
        for change in &plan.changes {
            let item = &ledger.items[change.position as usize];
            checksum.add(item.id as usize, change.after.insured);
        }
        declared = plan.buyers.iter().map(|line| line.declared).sum();
        took
    });
    if checksum != engine.result || declared != engine.result.sum {
        let (plan, own) = (checksum, engine.result);
        return Err(format!("the plan insures {plan:?}, declares {declared}, the allocation gave {own:?}"));
    }
    Ok(())
}

fn ledger(portfolio: &Portfolio, columns: &Columns, policy: &Policy) -> Result<Ledger, String> {
    let mut ledger = Ledger::default();
    ledger.names.companies = company_codes();
    for (buyer, sum) in columns.sums.iter().enumerate() {
        let history = history(portfolio, buyer, *sum);
        let case = buyer_case(policy, 1, &history, portfolio.key_date, &|minor, _| Ok(minor))
            .map_err(|problem| format!("the buyers of the benchmark: {problem:?}"))?;
        ledger.cases.extend(case);
        ledger.accounts.push(Account {
            case: buyer as u32,
            buyer_id: buyer as i64 + 1,
            co_insured: false,
            covered: true,
            excluded: None,
        });
    }
    let rows = columns.candidates.iter().zip(&columns.buyers).zip(&columns.numbers);
    for ((candidate, buyer), number) in rows {
        let item = portfolio.item(*number as usize);
        let document = ledger.names.push(columns.names.document_no(*number));
        ledger.documents.push(document);
        ledger.items.push(Item {
            id: i64::from(*number),
            account: *buyer,
            company: columns.companies[item.number],
            kind: ItemKind::Invoice,
            secured: false,
            disputed: false,
            residual: false,
            document_date: item.document_date,
            posting_date: item.posting_date,
            net_due_date: item.net_due_date,
            value_date: None,
            receivable_start: None,
            amount: candidate.insurable_open,
            open: candidate.insurable_open,
            insurable_open: candidate.insurable_open,
            events: ItemEvents::default(),
            insurance: Insurance::default(),
        });
    }
    Ok(ledger)
}

fn history(portfolio: &Portfolio, buyer: usize, sum: i64) -> BuyerHistory {
    let long_ago = portfolio.key_date.plus_months(-60);
    BuyerHistory {
        buyer_id: buyer as i64 + 1,
        country: "DE".to_owned(),
        covers: vec![Cover {
            policy: Some(1),
            kind: CoverKind::Named,
            valid_from: long_ago,
            valid_until: None,
            co_insured_under: None,
            declined_on: None,
            recommended_limit: None,
            recommended_from: None,
        }],
        decisions: vec![LimitDecision {
            id: buyer as i64 + 1,
            valid_from: long_ago,
            valid_until: None,
            amount: Some(sum),
            currency: Currency::EUR,
            response: 2,
            conditions_met: false,
            max_term_months: None,
            max_term_months_value_dated: None,
            max_term_months_bills: None,
            insured_percent: None,
            top_up: false,
        }],
        ..BuyerHistory::default()
    }
}

fn company_codes() -> Vec<String> {
    (1..=COMPANIES).map(|company| format!("{company:02}")).collect()
}
