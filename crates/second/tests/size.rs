//! A portfolio of 6,400 items and 280 buyers runs in seconds and keeps the bounds of R5.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{POLICY, day};
use obligo_second::policy_file::read_policy;
use obligo_second::{Scope, World};
use std::fmt::Write;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

fn portfolio() -> World {
    let mut world = World::default();
    let policy = "policy = \"ACR/A\"\ncurrency = \"EUR\"\nvalid_from = 2023-06-01\n\
        [declaration]\nvat_insured = false\n[terms]\nmax_term_months = 4\nmax_extension_days = 20\nexclusion_days = 20";
    world.put_policy(read_policy(policy).unwrap());
    let mut dice = Dice(42);
    let mut buyers = "account,branch,account_type,country\n".to_owned();
    let mut covers = "account,policy,kind,valid_from\n".to_owned();
    let mut limits = "policy,account,valid_from,amount\n".to_owned();
    for n in 0..280 {
        writeln!(buyers, "{n},0,D,DE").unwrap();
        writeln!(covers, "{n},ACR/A,named,2023-06-01").unwrap();
        writeln!(limits, "ACR/A,{n},2023-06-01,{}", 10_000 + dice.roll(50_000)).unwrap();
        if dice.roll(3) == 0 {
            let amount = if dice.roll(2) == 0 { 0 } else { dice.roll(60_000) };
            writeln!(limits, "ACR/A,{n},2024-0{}-01,{amount}", 1 + dice.roll(6)).unwrap();
        }
    }
    let mut items =
        "company,document_no,kind,account,document_date,net_due_date,amount,net_amount\n".to_owned();
    let mut settlements = "company,document_no,kind,date,amount\n".to_owned();
    for n in 0..6_400 {
        let date = day("2024-01-01").plus_days(dice.roll(180) as i32);
        let due = date.plus_days(10 + dice.roll(130) as i32);
        let amount = 100 + dice.roll(9_000);
        let credit = dice.roll(12) == 0;
        let (kind, sign) = if credit { ("credit_note", "-") } else { ("invoice", "") };
        let account = dice.roll(280);
        writeln!(items, "1,{n},{kind},{account},{date},{due},{sign}{amount},{sign}{}.37", amount * 4 / 5)
            .unwrap();
        if dice.roll(3) > 0 {
            let paid = date.plus_days(dice.roll(120) as i32);
            writeln!(settlements, "1,{n},{kind},{paid},{}", 1 + dice.roll(amount)).unwrap();
        }
    }
    world.import("companies", "company,currency\n1,EUR").unwrap();
    for (kind, text) in [
        ("buyers", buyers),
        ("covers", covers),
        ("limits", limits),
        ("items", items),
        ("settlements", settlements),
    ] {
        world.import(kind, &text).unwrap();
    }
    world
}

#[test]
fn r5_bounds_hold_in_a_large_portfolio() {
    let mut world = portfolio();
    let mut before: Vec<(i128, i128)> = Vec::new();
    for date in ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"] {
        world.notify(POLICY, day(date), Scope::All, None, None, true).unwrap();
        let preview = world.declare(POLICY, day(date), true, false).unwrap();
        let result = world.declare(POLICY, day(date), true, true).unwrap();
        assert_eq!(preview.lines, result.lines);
        assert_eq!(
            world.declare(POLICY, day(date), true, false).unwrap().lines,
            result.lines,
            "a run repeats itself"
        );
        for line in &result.lines {
            assert_eq!(line.declared, (line.receivables + line.bills - line.credits).max(0));
        }
        // Insured amounts stay within the open amount and fall only with it.
        for (index, item) in world.items.iter().enumerate() {
            let data = world.insurance(index, day(date));
            let open = world.insurable_open(index, &data, day(date)).unwrap();
            let insured = if open == 0 { 0 } else { data.insured };
            assert!(0 <= insured && (insured == 0 || insured <= open), "{:?}", item.key);
            assert!(insured == 0 || data.status == 'K');
            match before.get_mut(index) {
                Some(last) => {
                    assert!(insured >= last.0.min(open.max(0)), "{:?}", item.key);
                    *last = (insured, open);
                }
                None => before.push((insured, open)),
            }
        }
    }
}
