//! Clearing of a debtor's account: which credits settle which debits, as far as the books say so – by a reference, by lettering, by the
//! same document number. What they do not say is left open, never guessed.

use crate::calendar::Day;
use crate::money::{Currency, mul_div_round};

/// One line on a debtor's account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The debtor, by any number.
    pub party: u32,
    /// The day that orders lines of one sign: a document's due date, else its own day; money's day.
    pub order: Day,
    /// Minor units of the currency of the books; debit positive.
    pub home: i64,
    /// Minor units of `currency`, same sign as `home`.
    pub own: i64,
    /// The line's own currency.
    pub currency: Currency,
    /// Lettering, as any number that is the same for the same code of the same account; 0 = none.
    pub lettering: u64,
    /// Number of the document it belongs to, as any number that is the same for the same text; 0 = none.
    pub number: u64,
}

/// A credit that settles a debit, in part or whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    /// Index of the debit line.
    pub debit: u32,
    /// Index of the credit line.
    pub credit: u32,
    /// Positive, minor units of the debit line's currency.
    pub of_debit: i64,
    /// Positive, minor units of the credit line's currency. Zero on one side where only a difference of rates is closed.
    pub of_credit: i64,
}

/// What clearing found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Clearing {
    /// Settled by whom and how far; each pair once.
    pub matches: Vec<Match>,
    /// What is left of each line, positive, minor units of its currency.
    pub rest: Vec<i64>,
}

/// Clears lines in three steps, oldest first in each: documents a line names, as `(line, number)`; lines of one lettering – all of them
/// where they balance, else as far as they go; lines with the same document number. `cleared` is what is known to be cleared by lines that
/// are not here, as `(line, amount in its currency)`.
#[must_use]
pub fn clear(lines: &[Line], named: &[(u32, u64)], cleared: &[(u32, i64)]) -> Clearing {
    let rest = lines.iter().map(|line| Rest { own: line.own.abs(), home: line.home.abs() }).collect();
    let mut desk = Desk { lines, rest, matches: Vec::new() };
    for (line, amount) in cleared {
        desk.take(*line, *amount);
    }
    desk.by_name(named);
    desk.by_group(|line| line.lettering);
    desk.by_group(|line| line.number);
    desk.matches.sort_unstable_by_key(|pair| (pair.debit, pair.credit));
    desk.matches.dedup_by(|next, kept| {
        let same = (next.debit, next.credit) == (kept.debit, kept.credit);
        if same {
            kept.of_debit += next.of_debit;
            kept.of_credit += next.of_credit;
        }
        same
    });
    Clearing { matches: desk.matches, rest: desk.rest.iter().map(|rest| rest.own).collect() }
}

#[derive(Clone, Copy)]
struct Rest {
    own: i64,
    home: i64,
}

struct Desk<'l> {
    lines: &'l [Line],
    rest: Vec<Rest>,
    matches: Vec<Match>,
}

impl Desk<'_> {
    fn line(&self, at: u32) -> &Line {
        &self.lines[at as usize]
    }

    /// Takes an amount of a line's own currency off its rest and returns what was taken.
    fn take(&mut self, at: u32, own: i64) -> i64 {
        let Some(rest) = self.rest.get_mut(at as usize) else { return 0 };
        let own = own.clamp(0, rest.own);
        let home = if own == rest.own {
            rest.home
        } else {
            mul_div_round(rest.home, own.into(), rest.own.into()).unwrap_or(rest.home)
        };
        rest.own -= own;
        rest.home -= home;
        own
    }

    /// The part of a line's rest that stands for an amount of the books' currency.
    fn share(&self, at: u32, home: i64) -> i64 {
        let rest = self.rest[at as usize];
        if home >= rest.home {
            return rest.own;
        }
        mul_div_round(rest.own, home.into(), rest.home.into()).unwrap_or(0)
    }

    fn pair(&mut self, debit: u32, credit: u32) {
        let (of_debit, of_credit) = (self.rest[debit as usize], self.rest[credit as usize]);
        let (x, y) = if self.line(debit).currency == self.line(credit).currency {
            let both = of_debit.own.min(of_credit.own);
            (both, both)
        } else {
            let home = of_debit.home.min(of_credit.home);
            (self.share(debit, home), self.share(credit, home))
        };
        if x > 0 && y > 0 {
            let (of_debit, of_credit) = (self.take(debit, x), self.take(credit, y));
            self.matches.push(Match { debit, credit, of_debit, of_credit });
        }
    }

    /// Debits against credits of a group, each in the order given.
    fn pair_all(&mut self, debits: &[u32], credits: &[u32]) {
        let (mut d, mut c) = (0, 0);
        while let (Some(debit), Some(credit)) = (debits.get(d), credits.get(c)) {
            self.pair(*debit, *credit);
            if self.rest[*debit as usize].own == 0 {
                d += 1;
            } else {
                // Nothing more fits: the credit is used up, or stands for too little to count.
                c += 1;
            }
        }
    }

    fn by_name(&mut self, named: &[(u32, u64)]) {
        let mut documents: Vec<(u32, u64, Day, u32)> = self.indexed(|line| line.number);
        documents.sort_unstable();
        for (at, number) in named {
            let line = *self.line(*at);
            let from = documents.partition_point(|entry| (entry.0, entry.1) < (line.party, *number));
            let fits =
                documents[from..].iter().take_while(|entry| (entry.0, entry.1) == (line.party, *number));
            for other in fits.map(|entry| entry.3).filter(|other| other != at) {
                match (line.home > 0, self.line(other).home > 0) {
                    (false, true) => self.pair(other, *at),
                    (true, false) => self.pair(*at, other),
                    _ => {}
                }
            }
        }
    }

    /// Party, key, order and index of the lines that have the key.
    fn indexed(&self, key: impl Fn(&Line) -> u64) -> Vec<(u32, u64, Day, u32)> {
        let lines = self.lines.iter().enumerate().filter(|(_, line)| key(line) != 0);
        lines.map(|(at, line)| (line.party, key(line), line.order, at as u32)).collect()
    }

    fn by_group(&mut self, key: impl Fn(&Line) -> u64) {
        let mut all = self.indexed(key);
        all.sort_unstable();
        for group in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let of_sign = |debit: bool| -> Vec<u32> {
                group.iter().map(|entry| entry.3).filter(|at| (self.line(*at).home > 0) == debit).collect()
            };
            let (debits, credits) = (of_sign(true), of_sign(false));
            let (Some(last_debit), Some(last_credit)) = (debits.last().copied(), credits.last().copied())
            else {
                continue;
            };
            let open = |at: &u32| i128::from(self.rest[*at as usize].home);
            let balances = debits.iter().map(open).sum::<i128>() == credits.iter().map(open).sum::<i128>();
            self.pair_all(&debits, &credits);
            if balances {
                // What differences of rates leave over is closed as well.
                for debit in debits {
                    let of_debit = self.take(debit, i64::MAX);
                    if of_debit > 0 {
                        self.matches.push(Match { debit, credit: last_credit, of_debit, of_credit: 0 });
                    }
                }
                for credit in credits {
                    let of_credit = self.take(credit, i64::MAX);
                    if of_credit > 0 {
                        self.matches.push(Match { debit: last_debit, credit, of_debit: 0, of_credit });
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines as `day amount lettering number`, of debtor 1 and in one currency.
    fn lines(text: &str) -> Vec<Line> {
        text.split(';')
            .map(|line| {
                let fields: Vec<i64> = line.split_whitespace().map(|field| field.parse().unwrap()).collect();
                Line {
                    party: 1,
                    order: Day::from_epoch_days(fields[0] as i32).unwrap(),
                    home: fields[1],
                    own: fields[1],
                    currency: Currency::EUR,
                    lettering: fields[2] as u64,
                    number: fields[3] as u64,
                }
            })
            .collect()
    }

    fn told(clearing: &Clearing) -> String {
        let pairs: Vec<String> =
            clearing.matches.iter().map(|m| format!("{}<{} {}", m.debit, m.credit, m.of_debit)).collect();
        let rest: Vec<String> = clearing.rest.iter().map(i64::to_string).collect();
        format!("{} rest {}", pairs.join(", "), rest.join(" "))
    }

    #[test]
    fn r12_5_credits_settle_the_oldest_debits_of_their_group() {
        for (case, text, expected) in [
            ("a lettering that balances closes its lines", "1 100 7 0; 2 -100 7 0", "0<1 100 rest 0 0"),
            ("one code on one side closes nothing (PA-13)", "1 100 0 0; 2 -100 7 0", " rest 100 100"),
            ("another code is another group", "1 100 8 0; 2 -100 7 0", " rest 100 100"),
            ("a partial lettering closes as far as it goes", "1 100 7 0; 2 -40 7 0", "0<1 40 rest 60 0"),
            (
                "terms 30/50/20 and 40 paid: oldest term first (PA-1)",
                "30 30 0 5; 60 50 0 5; 90 20 0 5; 9 -40 0 5",
                "0<3 30, 1<3 10 rest 0 40 20 0",
            ),
            (
                "terms 60/100/40, 40 paid, 100 credited (PA-3)",
                "30 60 0 5; 60 100 0 5; 90 40 0 5; 9 -40 0 5; 10 -100 0 5",
                "0<3 40, 0<4 20, 1<4 80 rest 0 20 40 0 0",
            ),
            ("the same number matches without lettering", "1 100 0 5; 2 -70 0 5", "0<1 70 rest 30 0"),
            ("lettering goes before the number", "1 100 0 5; 2 100 7 0; 3 -100 7 5", "1<2 100 rest 100 0 0"),
            ("money without any mark stays (PA-7)", "1 100 0 5; 2 -100 0 0", " rest 100 100"),
            ("a refund and the credit note it pays", "1 -50 7 0; 2 50 7 0", "1<0 50 rest 0 0"),
            ("more paid than owed", "1 100 0 5; 2 -150 0 5", "0<1 100 rest 0 50"),
        ] {
            assert_eq!(told(&clear(&lines(text), &[], &[])), expected, "{case}");
        }
    }

    #[test]
    fn what_a_line_names_and_what_is_known_go_first() {
        let two = lines("1 100 0 5; 2 100 0 6; 3 -100 0 9");
        assert_eq!(told(&clear(&two, &[(2, 6)], &[])), "1<2 100 rest 100 0 0");
        assert_eq!(told(&clear(&two, &[(2, 6), (2, 5)], &[(1, 70)])), "0<2 70, 1<2 30 rest 30 0 0");
        assert_eq!(told(&clear(&two, &[(2, 77)], &[(2, 500)])), " rest 100 100 0");
    }

    #[test]
    fn other_debtors_have_other_letterings() {
        let mut two = lines("1 100 7 5; 2 -100 7 5");
        two[1].party = 2;
        assert_eq!(told(&clear(&two, &[(1, 5)], &[])), " rest 100 100");
    }

    #[test]
    fn r0_7_currencies_are_cleared_in_their_own_amounts() {
        let usd = Currency::parse("USD").unwrap();
        let mut three = lines("1 8000 7 0; 2 -4700 7 0");
        (three[0].own, three[1].own) = (100, -60);
        (three[0].currency, three[1].currency) = (usd, usd);
        // 60 of 100 dollars, whatever the rates of the days.
        assert_eq!(told(&clear(&three, &[], &[])), "0<1 60 rest 40 0");
        // 100 dollars booked at 8000 and paid by 8200 of home money, 200 of it a gain of rates.
        let mut gain = lines("1 8000 7 0; 3 200 7 0; 2 -8200 7 0");
        (gain[0].own, gain[0].currency) = (100, usd);
        assert_eq!(told(&clear(&gain, &[], &[])), "0<2 100, 1<2 200 rest 0 0 0");
        // All in dollars; the gain exists at home only.
        let mut all = lines("1 8000 7 0; 3 200 7 0; 2 -8200 7 0");
        (all[0].own, all[2].own) = (100, -100);
        (all[0].currency, all[2].currency) = (usd, usd);
        assert_eq!(clear(&all, &[], &[]).rest, [0, 0, 0]);
        // Half of it in home money.
        let mut half = lines("1 8000 7 0; 2 -4000 7 0");
        (half[0].own, half[0].currency) = (100, usd);
        assert_eq!(told(&clear(&half, &[], &[])), "0<1 50 rest 50 0");
    }

    /// Numbers that look like chance and are the same in every run.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % limit
        }
    }

    #[test]
    fn nothing_is_lost_or_made() {
        let mut dice = Dice(1);
        for _ in 0..2_000 {
            let lines: Vec<Line> = (0..dice.below(30))
                .map(|_| {
                    let amount = dice.below(200) as i64 - 100;
                    Line {
                        party: dice.below(2) as u32,
                        order: Day::from_epoch_days(dice.below(50) as i32).unwrap(),
                        home: amount,
                        own: amount,
                        currency: Currency::EUR,
                        lettering: dice.below(4),
                        number: dice.below(4),
                    }
                })
                .collect();
            let clearing = clear(&lines, &[], &[]);
            for (at, line) in lines.iter().enumerate() {
                let of = |m: &&Match| m.debit as usize == at || m.credit as usize == at;
                let matched: i64 = clearing.matches.iter().filter(of).map(|m| m.of_debit).sum();
                assert_eq!(matched + clearing.rest[at], line.home.abs());
            }
            for pair in &clearing.matches {
                let (debit, credit) = (&lines[pair.debit as usize], &lines[pair.credit as usize]);
                assert!(debit.home > 0 && credit.home < 0 && debit.party == credit.party);
                assert!(pair.of_debit > 0 && pair.of_debit == pair.of_credit);
            }
        }
    }
}
