//! A random portfolio as the generator keeps it in mind: who there is, what is covered, what is still open.

use super::dice::Dice;
use super::story::Table;
use obligo_second::Day;

/// The first day on which a run may take place.
pub const FIRST: &str = "2024-01-31";
/// Currencies of items; every policy's currency is quoted against each.
pub const CURRENCIES: [&str; 5] = ["EUR", "USD", "GBP", "JPY", "KWD"];

/// An account as the files name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Address number.
    pub number: String,
    /// Branch.
    pub branch: String,
    /// The account it is co-insured under.
    pub under: Option<usize>,
    /// Cover it begins with.
    pub kind: &'static str,
    /// Policy of a main buyer.
    pub policy: usize,
    /// First day of its newest cover.
    pub covered_from: Day,
}

impl Account {
    /// `account,branch,account_type`.
    pub fn cells(&self) -> String {
        format!("{},{},D", self.number, self.branch)
    }
}

/// An item with what is still open of it.
#[derive(Debug, Clone)]
pub struct Open {
    /// Company.
    pub company: String,
    /// Document number.
    pub number: String,
    /// Kind.
    pub kind: &'static str,
    /// Position of its account.
    pub account: usize,
    /// Currency.
    pub currency: &'static str,
    /// Amount, minor units, without sign.
    pub amount: i64,
    /// Settled so far.
    pub settled: i64,
    /// Posting date, or the last settlement's.
    pub touched: Day,
    /// Document date.
    pub dated: Day,
}

/// Everything the generator must know to go on.
#[derive(Debug, Clone)]
pub struct Portfolio {
    /// Codes of companies.
    pub companies: Vec<String>,
    /// Names of policies.
    pub policies: Vec<String>,
    /// Their currencies.
    pub currencies: Vec<&'static str>,
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Items.
    pub items: Vec<Open>,
    /// The day it is.
    pub clock: Day,
    documents: i64,
}

/// A day of the files.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day of the generator")
}

/// An amount in minor units as the files write it.
pub fn money(minor: i64, currency: &str) -> String {
    let decimals = obligo_second::money::exponent(currency) as usize;
    let digits = format!("{:0>width$}", minor.abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let sign = if minor < 0 { "-" } else { "" };
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Minor units of one unit of a currency.
pub fn unit(currency: &str) -> i64 {
    10_i64.pow(obligo_second::money::exponent(currency))
}

impl Portfolio {
    /// A new one, and the files it begins with.
    pub fn begin(dice: &mut Dice) -> (Portfolio, Vec<Table>) {
        let currency = dice.weighed(&[(8, "EUR"), (1, "USD"), (1, "JPY"), (1, "KWD")]);
        let count = dice.weighed(&[(5, 1), (4, 2), (1, 3)]);
        let mut portfolio = Portfolio {
            companies: Vec::new(),
            policies: ["ACR/A", "ACR/B", "ACR/C"][..count].iter().map(|p| (*p).to_owned()).collect(),
            currencies: vec![currency; count],
            accounts: Vec::new(),
            items: Vec::new(),
            clock: day(FIRST),
            documents: 0,
        };
        let mut tables = vec![
            portfolio.companies(dice),
            Table { kind: "insurers", rows: vec!["ACR,Acora,AT".to_owned()] },
        ];
        tables.push(portfolio.buyers(dice));
        tables.push(portfolio.covers(dice));
        tables.push(portfolio.rates(dice));
        let (mut limits, mut evidence) = (Vec::new(), Vec::new());
        for position in 0..portfolio.accounts.len() {
            for _ in 0..dice.weighed(&[(1, 0), (5, 1), (3, 2), (1, 3)]) {
                let from = day("2023-07-01").plus_days(dice.between(0, 240) as i32);
                match portfolio.accounts[position].kind {
                    "named" => limits.push(portfolio.limit(dice, position, from)),
                    "unnamed" => evidence.push(portfolio.evidence(dice, position, from)),
                    _ => {}
                }
            }
        }
        tables.push(Table { kind: "limits", rows: limits });
        tables.push(Table { kind: "evidence", rows: evidence });
        let rows = (0..dice.between(4, 24)).map(|_| portfolio.item(dice, 130)).collect();
        tables.push(Table { kind: "items", rows });
        (portfolio, tables)
    }

    fn companies(&mut self, dice: &mut Dice) -> Table {
        let count = dice.weighed(&[(1, 1), (1, 2)]);
        let grouped = dice.chance(60);
        let secured = if dice.chance(30) { "VK" } else { "" };
        let mut rows = Vec::new();
        for n in 0..count {
            let code = format!("0{}", n + 1);
            let outside = n > 0 && dice.chance(15);
            let group = if grouped && !outside { "G" } else { "" };
            let master = grouped && n == 0;
            rows.push(format!("{code},Company {code},EUR,{group},{master},01,D,30 VK,{secured}"));
            self.companies.push(code);
        }
        Table { kind: "companies", rows }
    }

    fn buyers(&mut self, dice: &mut Dice) -> Table {
        let mut rows = Vec::new();
        for n in 0..dice.weighed(&[(2, 1), (3, 2), (3, 3), (1, 4)]) {
            let number = format!("10{n:02}");
            let main = self.accounts.len();
            let kind = dice.weighed(&[(6, "named"), (4, "unnamed"), (1, "none")]);
            let policy = dice.below(self.policies.len());
            let branches = if kind == "none" { 1 } else { dice.weighed(&[(5, 1), (3, 2), (1, 3)]) };
            for branch in 0..branches {
                let country = dice.weighed(&[(6, "DE"), (2, "AT"), (1, "FR"), (1, "US")]);
                let category =
                    dice.weighed(&[(5, "company"), (3, ""), (1, "public"), (1, "private"), (1, "affiliate")]);
                rows.push(format!("{number},{branch},D,Buyer {number},{country},{},{category}", branch > 0));
                self.accounts.push(Account {
                    number: number.clone(),
                    branch: branch.to_string(),
                    under: (branch > 0).then_some(main),
                    kind: if branch > 0 { "co_insured" } else { kind },
                    policy,
                    covered_from: day("2023-06-01").plus_days(dice.between(0, 260) as i32),
                });
            }
        }
        Table { kind: "buyers", rows }
    }

    fn covers(&mut self, dice: &mut Dice) -> Table {
        let rows = (0..self.accounts.len()).map(|n| self.cover(dice, n, 8)).collect();
        Table { kind: "covers", rows }
    }

    /// The newest cover of an account, on the first day it has, with an end in so many of a hundred cases.
    pub fn cover(&self, dice: &mut Dice, position: usize, ends: i64) -> String {
        let account = &self.accounts[position];
        let policy = if account.under.is_some() || account.kind == "none" {
            String::new()
        } else {
            self.policies[account.policy].clone()
        };
        let from = account.covered_from;
        let later = |d: &mut Dice| from.plus_days(d.between(0, 300) as i32).to_string();
        let under = account.under.map_or(String::new(), |main| {
            let main = &self.accounts[main];
            format!("{}/{}/D", main.number, main.branch)
        });
        let main_kind = account.under.is_none() && account.kind != "none";
        let until = dice.maybe(ends, later);
        let declined = if main_kind { dice.maybe(ends, later) } else { String::new() };
        let mut recommended = (String::new(), String::new());
        if account.kind == "unnamed" && dice.chance(25) {
            let currency = self.currencies[account.policy];
            let ceiling = dice.between(2, 50) * 50;
            let whole = dice.weighed(&[(2, 1), (1, 0), (5, ceiling)]);
            recommended = (money(whole * unit(currency), currency), dice.maybe(70, later));
        }
        let reason = if account.kind == "none" { "01" } else { "" };
        format!(
            "{},{policy},{},{from},{until},{under},{declined},{},{},{reason}",
            account.cells(),
            account.kind,
            recommended.0,
            recommended.1
        )
    }

    fn rates(&self, dice: &mut Dice) -> Table {
        let base = self.currencies[0];
        let mut rows = Vec::new();
        for from in ["2022-01-03", "2023-12-29", "2024-03-15", "2024-06-28"] {
            for currency in CURRENCIES.iter().filter(|c| **c != base) {
                rows.push(format!("{from},{base},{currency},{}", rate(dice)));
            }
        }
        Table { kind: "rates", rows }
    }

    /// A limit decision, or a request, of a named buyer.
    pub fn limit(&self, dice: &mut Dice, position: usize, from: Day) -> String {
        let account = &self.accounts[position];
        let own = self.currencies[account.policy];
        let currency = if dice.chance(10) { CURRENCIES[dice.below(CURRENCIES.len())] } else { own };
        let response = dice.weighed(&[
            (8, "2"),
            (3, ""),
            (3, "5"),
            (2, "9"),
            (3, "4"),
            (3, "3"),
            (2, "8"),
            (1, "1"),
            (1, "6"),
        ]);
        let zero = matches!(response, "3" | "8");
        let amount = if zero {
            dice.weighed(&[(1, ""), (1, "0")]).to_owned()
        } else if dice.chance(10) {
            "0".to_owned()
        } else {
            money(dice.between(1, 60) * 100 * unit(currency), currency)
        };
        let until = dice.maybe(25, |d| from.plus_days(d.between(0, 200) as i32).to_string());
        let conditions = if response == "4" { "guarantee" } else { "" };
        let met = if response == "4" { dice.chance(50).to_string() } else { String::new() };
        let mut months = |percent| dice.maybe(percent, |d| d.between(1, 6).to_string());
        let (term, value_dated, bills) = (months(20), months(15), months(15));
        format!(
            "{},{},{from},{until},{amount},{currency},{response},{conditions},{met},{term},{value_dated},{bills}",
            self.policies[account.policy],
            account.cells()
        )
    }

    /// Evidence about an unnamed buyer.
    pub fn evidence(&self, dice: &mut Dice, position: usize, date: Day) -> String {
        let kind = dice.pick(&["agency_report", "bank_reference", "payment_experience"]);
        let positive = dice.chance(80);
        let (mut category, mut until) = (String::new(), String::new());
        if kind == "payment_experience" {
            category = dice.between(1, 3).to_string();
            until = date.plus_days(dice.between(0, 200) as i32).to_string();
        }
        format!("{},{kind},{date},{positive},{category},{until}", self.accounts[position].cells())
    }

    /// An item dated up to so many days before the clock.
    pub fn item(&mut self, dice: &mut Dice, days: i64) -> String {
        let account = dice.below(self.accounts.len());
        let kind = dice.weighed(&[
            (50, "invoice"),
            (8, "debit_note"),
            (14, "credit_note"),
            (6, "payment_on_account"),
            (12, "bill"),
            (5, "cheque"),
        ]);
        let dated = self.clock.plus_days(-dice.between(0, days) as i32);
        let currency =
            if dice.chance(80) { self.currencies[0] } else { CURRENCIES[dice.below(CURRENCIES.len())] };
        let amount = if dice.chance(50) {
            dice.between(1, 20) * 50 * unit(currency)
        } else {
            self.part(dice, currency, 1000 * unit(currency))
        };
        let number = self.number(dice, kind);
        let company = self.companies[dice.below(self.companies.len())].clone();
        let open = Open {
            company,
            number,
            kind,
            account,
            currency,
            amount,
            settled: 0,
            touched: dated.plus_days(dice.weighed(&[(6, 0), (2, 3), (1, 12)])),
            dated,
        };
        self.row(dice, open, "")
    }

    /// A part of an amount. Nothing small is taken or left in another currency: what is below half a minor unit of the policy's
    /// currency counts as settled in the program's runs.
    fn part(&self, dice: &mut Dice, currency: &str, whole: i64) -> i64 {
        if currency == self.currencies[0] {
            return dice.between(1, whole);
        }
        let least = 10 * unit(currency);
        if whole < 2 * least { whole } else { dice.between(least, whole - least) }
    }

    /// Distinct numbers, some of them beside an item of another kind.
    fn number(&mut self, dice: &mut Dice, kind: &str) -> String {
        self.documents += 1;
        let reused = self.items.last().filter(|last| last.kind != kind && dice.chance(15));
        let taken = |number: &str| self.items.iter().any(|i| i.number == number && i.kind == kind);
        match reused.map(|last| last.number.clone()).filter(|number| !taken(number)) {
            Some(number) => number,
            None => format!("R{}", self.documents),
        }
    }

    /// What is left of an item as an item of its own (R4.5).
    pub fn residual(&mut self, dice: &mut Dice, position: usize) -> String {
        let origin = self.items[position].clone();
        self.documents += 1;
        let amount = self.part(dice, origin.currency, origin.amount - origin.settled);
        let residual = Open {
            number: format!("R{}", self.documents),
            amount,
            settled: 0,
            touched: self.clock.max(origin.touched),
            ..origin.clone()
        };
        let name = format!("{}/{}/{}", origin.company, origin.number, origin.kind);
        self.row(dice, residual, &name)
    }

    fn row(&mut self, dice: &mut Dice, open: Open, origin: &str) -> String {
        let credit = matches!(open.kind, "credit_note" | "payment_on_account");
        let sign = if credit { -1 } else { 1 };
        let due = open.dated.plus_days(dice.weighed(&[(2, 0), (3, 14), (6, 30), (4, 60), (2, 90), (1, 130)]));
        let value = dice.maybe(12, |d| open.dated.plus_days(d.between(0, 30) as i32).to_string());
        let start_percent = if open.kind == "bill" { 40 } else { 8 };
        let start = dice.maybe(start_percent, |d| open.dated.plus_days(-d.between(0, 40) as i32).to_string());
        let net = match dice.weighed(&[(4, 0), (4, 1), (1, 2)]) {
            0 => String::new(),
            1 => money(sign * (open.amount * 100 / 119), open.currency),
            _ => money(sign * dice.between(open.amount / 2, open.amount), open.currency),
        };
        let terms = dice.weighed(&[(8, ""), (1, "30"), (1, "VK")]);
        let flag = |yes: bool| if yes { "true" } else { "" };
        let (secured, disputed) = (flag(dice.chance(4)), flag(dice.chance(6)));
        let foreign = open.currency != self.currencies[0];
        let stored = if foreign { dice.maybe(30, rate) } else { String::new() };
        let row = format!(
            "{},{},{},{},{},{},{due},{value},{start},{},{},{net},{terms},{secured},{disputed},{origin},{stored}",
            open.company,
            open.number,
            open.kind,
            self.accounts[open.account].cells(),
            open.dated,
            open.touched,
            open.currency,
            money(sign * open.amount, open.currency)
        );
        self.items.push(open);
        row
    }

    /// A payment of an item, or a returned one; nothing if there is nothing to settle.
    pub fn settlement(&mut self, dice: &mut Dice) -> Option<String> {
        if self.items.is_empty() {
            return None;
        }
        let position = dice.below(self.items.len());
        let open = self.items[position].amount - self.items[position].settled;
        let bounced = self.items[position].settled > 0 && dice.chance(if open == 0 { 30 } else { 10 });
        if bounced {
            let back = -self.part(dice, self.items[position].currency, self.items[position].settled);
            return Some(self.settle(dice, position, back, "return", ""));
        }
        if open == 0 {
            return None;
        }
        let amount =
            if dice.chance(60) { open } else { self.part(dice, self.items[position].currency, open) };
        let item = &self.items[position];
        let paid_by_bill = item.kind != "bill" && dice.chance(15);
        let bill = self.items.iter().find(|b| {
            b.kind == "bill" && b.account == item.account && b.company == item.company && paid_by_bill
        });
        if let Some(number) = bill.map(|b| b.number.clone()) {
            Some(self.settle(dice, position, amount, "bill", &number))
        } else {
            let method = dice.weighed(&[(6, "payment"), (1, "write_off"), (1, "offset"), (1, "credit_note")]);
            let reference = format!("S{}", dice.between(1, 999));
            Some(self.settle(dice, position, amount, method, &reference))
        }
    }

    /// Settles so much of an item.
    pub fn settle(
        &mut self,
        dice: &mut Dice,
        position: usize,
        amount: i64,
        method: &str,
        reference: &str,
    ) -> String {
        let clock = self.clock;
        let item = &mut self.items[position];
        let span = i64::from((clock.0 - item.touched.0).max(0));
        let date = item.touched.plus_days(dice.between(0, span.min(60)) as i32);
        let date = if dice.chance(50) { date.max(clock.plus_days(-10)) } else { date };
        item.touched = date;
        item.settled += amount;
        format!(
            "{},{},{},{date},{},{method},{reference},{}",
            item.company,
            item.number,
            item.kind,
            money(amount, item.currency),
            self.accounts[item.account].cells()
        )
    }

    /// An event of an item or of a whole buyer.
    pub fn event(&self, dice: &mut Dice) -> String {
        let date = self.clock.plus_days(-dice.between(0, 25) as i32);
        let event = dice.weighed(&[
            (3, "insolvency"),
            (3, "notice"),
            (3, "collection"),
            (2, "claim"),
            (2, "dispute"),
            (2, "dispute_end"),
            (3, "reinstatement"),
        ]);
        if self.items.is_empty() || dice.chance(45) {
            let account = &self.accounts[dice.below(self.accounts.len())];
            return format!("{},,,,{event},{date}", account.cells());
        }
        let item = &self.items[dice.below(self.items.len())];
        let account = &self.accounts[item.account];
        format!("{},{},{},{},{event},{date}", account.cells(), item.company, item.number, item.kind)
    }
}

fn rate(dice: &mut Dice) -> String {
    format!("{}.{:04}", dice.between(0, 2), dice.between(1, 9999))
}
