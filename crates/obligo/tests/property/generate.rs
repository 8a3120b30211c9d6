//! Random stories: a portfolio, then what happens to it day after day.

use super::dice::Dice;
use super::portfolio::Portfolio;
use super::story::{EDITS, Step, Story, Table};
use super::terms;
use obligo_second::{Day, Scope};

/// The story of this number.
pub fn story(number: u64) -> Story {
    let mut dice = Dice::new(number);
    let (portfolio, start) = Portfolio::begin(&mut dice);
    let policies = portfolio
        .policies
        .iter()
        .zip(&portfolio.currencies)
        .map(|(name, currency)| terms::policy(&mut dice, name, currency))
        .collect();
    let mut teller = Teller { dice, portfolio, steps: Vec::new(), last: None };
    let count = teller.dice.between(4, 16);
    for _ in 0..count {
        teller.step();
    }
    Story { number, start, policies, steps: teller.steps }
}

struct Teller {
    dice: Dice,
    portfolio: Portfolio,
    steps: Vec<Step>,
    last: Option<Day>,
}

impl Teller {
    fn step(&mut self) {
        if self.dice.chance(70) {
            let days = self.dice.between(1, 30) as i32;
            self.portfolio.clock = self.portfolio.clock.plus_days(days);
        }
        match self.dice.weighed(&[
            (26, "declare"),
            (16, "notify"),
            (12, "items"),
            (16, "settlements"),
            (5, "limits"),
            (3, "evidence"),
            (6, "events"),
            (3, "covers"),
            (6, "residual"),
            (4, "reverse"),
            (8, "edit"),
        ]) {
            "declare" => self.declare(),
            "notify" => self.notify(),
            "reverse" => {
                let back = self.dice.weighed(&[(6, 0), (2, 1), (1, 2)]);
                self.steps.push(Step::Reverse { back });
            }
            "edit" => {
                let item = self.dice.between(0, 200) as usize;
                let what = EDITS[self.dice.below(EDITS.len())];
                let dice = self.dice.between(0, 1 << 40) as u64;
                self.steps.push(Step::Edit { item, what, dice });
            }
            "residual" => self.residual(),
            kind => self.import(kind),
        }
    }

    fn policy(&mut self) -> String {
        let position = self.dice.below(self.portfolio.policies.len());
        self.portfolio.policies[position].clone()
    }

    /// The clock for most final runs, an earlier or the same day again for some, anything for previews.
    fn key_date(&mut self, is_final: bool) -> Day {
        let clock = self.portfolio.clock;
        if !is_final {
            return clock.plus_days(self.dice.between(-60, 60) as i32);
        }
        let day = match self.dice.weighed(&[(16, 0), (1, 1), (4, 2)]) {
            0 => clock,
            1 => self.last.unwrap_or(clock),
            _ => clock.plus_days(-self.dice.between(1, 40) as i32),
        };
        self.last = Some(day);
        day
    }

    fn declare(&mut self) {
        let is_final = self.dice.chance(75);
        let (policy, named, key_date) = (self.policy(), self.dice.chance(60), self.key_date(is_final));
        self.steps.push(Step::Declare { policy, key_date, named, is_final });
    }

    fn notify(&mut self) {
        let is_final = self.dice.chance(75);
        let (policy, key_date) = (self.policy(), self.key_date(is_final));
        let scope = self.dice.weighed(&[(4, Scope::All), (1, Scope::Overdue), (1, Scope::Default)]);
        let repeat_from = if self.dice.chance(25) {
            Some(key_date.plus_days(-self.dice.between(-3, 45) as i32))
        } else {
            None
        };
        let exceeding = self.dice.weighed(&[(4, None), (1, Some(true)), (1, Some(false))]);
        self.steps.push(Step::Notify { policy, key_date, scope, repeat_from, exceeding, is_final });
    }

    fn import(&mut self, kind: &'static str) {
        let most = if kind == "items" || kind == "settlements" { 6 } else { 2 };
        let count = self.dice.between(1, most);
        let rows: Vec<String> = (0..count).filter_map(|_| self.row(kind)).collect();
        if !rows.is_empty() {
            self.steps.push(Step::Import(Table { kind, rows }));
        }
    }

    fn row(&mut self, kind: &str) -> Option<String> {
        let Teller { dice, portfolio, .. } = self;
        let position = dice.below(portfolio.accounts.len());
        let of = portfolio.accounts[position].kind;
        match kind {
            "items" => Some(portfolio.item(dice, 45)),
            "settlements" => portfolio.settlement(dice),
            "events" => Some(portfolio.event(dice)),
            "limits" if of == "named" => {
                let from = portfolio.clock.plus_days(dice.between(-40, 20) as i32);
                Some(portfolio.limit(dice, position, from))
            }
            "evidence" if of == "unnamed" => {
                let date = portfolio.clock.plus_days(-dice.between(0, 40) as i32);
                Some(portfolio.evidence(dice, position, date))
            }
            "covers" => {
                if dice.chance(40) {
                    let from = portfolio.clock.plus_days(dice.between(-10, 10) as i32);
                    let account = &mut portfolio.accounts[position];
                    account.covered_from = from.max(account.covered_from.plus_days(1));
                    if account.under.is_none() && dice.chance(40) {
                        account.policy = dice.below(portfolio.policies.len());
                    }
                }
                Some(portfolio.cover(dice, position, 40))
            }
            _ => None,
        }
    }

    /// A residual item and the settlement of its origin, in either order.
    fn residual(&mut self) {
        let open: Vec<usize> = (0..self.portfolio.items.len())
            .filter(|&n| self.portfolio.items[n].settled < self.portfolio.items[n].amount)
            .collect();
        if open.is_empty() {
            return;
        }
        let origin = open[self.dice.below(open.len())];
        let left = self.portfolio.items[origin].amount - self.portfolio.items[origin].settled;
        let item = self.portfolio.residual(&mut self.dice, origin);
        let paid = self.portfolio.settle(&mut self.dice, origin, left, "payment", "part");
        let mut both = vec![
            Step::Import(Table { kind: "items", rows: vec![item] }),
            Step::Import(Table { kind: "settlements", rows: vec![paid] }),
        ];
        if self.dice.chance(50) {
            both.swap(0, 1);
        }
        self.steps.extend(both);
    }
}
