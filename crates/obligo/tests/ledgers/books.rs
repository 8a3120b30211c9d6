//! Books made by chance: debtors with invoices, credit notes, payments and refunds, lettered as far as they are settled, written as FEC.

use super::fec::fec;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Numbers that look like chance and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A FEC of `vouchers` vouchers, and what each debtor's account stands at in the end, minor units.
pub fn by_chance(dice: &mut Dice, vouchers: u64) -> (String, BTreeMap<String, i64>) {
    let mut lines = String::new();
    let mut accounts = BTreeMap::new();
    for n in 1..=vouchers {
        let debtor = format!("C{}", dice.below(3));
        let amount = (1 + dice.below(20)) as i64 * 500;
        let letter = ["-", "-", "A", "B"][dice.below(4) as usize];
        let day = format!("2026-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28));
        let (journal, other, sign) = match dice.below(8) {
            0..=3 => ("VE", "707000", 1),
            4 => ("VE", "707000", -1),
            5 | 6 => ("BQ", "512000", -1),
            _ => ("BQ", "512000", 1),
        };
        let number = if dice.below(3) == 0 { format!("N{}", dice.below(4)) } else { format!("F{n}") };
        let money = |minor: i64| {
            format!("{}{}.{:02}", if minor < 0 { "-" } else { "" }, minor.abs() / 100, minor.abs() % 100)
        };
        let own = sign * amount;
        let _ = writeln!(lines, "{journal} {n} {day} 411000 {debtor} {number} {} {letter}", money(own));
        let _ = writeln!(lines, "{journal} {n} {day} {other} - {number} {} -", money(-own));
        *accounts.entry(debtor).or_default() += own;
    }
    (fec(&lines), accounts)
}
