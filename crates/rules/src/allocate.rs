//! Insured amounts (R5): the insured sum handed out over a buyer's insurable items, oldest first, rising only.

use crate::calendar::Day;
use std::cmp::Ordering;

/// One open `K` debit item that takes part. Amounts in minor units of the policy's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Insurable open amount, above 0.
    pub insurable_open: i64,
    /// Insured amount before; after [`allocate`] the new one.
    pub insured: i64,
    /// Date the order starts with (R5.2).
    pub date: Day,
    /// Net due date, second in order.
    pub net_due_date: Day,
    /// The caller's position of the item.
    pub position: u32,
    /// Blocked by a stop of cover (R6.2): never raised.
    pub blocked: bool,
}

/// Hands out `sum` over `candidates` (R5.2): what is insured stays, limited to the open amount; the room left, plus `credits` if they free
/// room, raises item after item, by their dates and then by `tie`, which tells any two apart. With `sum` 0 nothing rises (R5.4). Returns the
/// room left, negative where more stays insured than the sum now allows. Candidates may come in any order and change places.
pub fn allocate(
    sum: i64,
    credits: i64,
    candidates: &mut [Candidate],
    mut tie: impl FnMut(&Candidate, &Candidate) -> Ordering,
) -> i64 {
    let mut room = room_after_keeping(sum, credits, candidates);
    if room <= 0 {
        return room;
    }
    // The order decides only where the room ends, so nothing else is sorted.
    if missing(candidates) > room {
        candidates.sort_unstable_by_key(Candidate::dates);
    }
    for tied in candidates.chunk_by_mut(|a, b| a.dates() == b.dates()) {
        if tied.len() > 1 && missing(tied) > room {
            tied.sort_unstable_by(&mut tie);
        }
        for candidate in tied.iter_mut().filter(|c| !c.blocked) {
            room -= candidate.raise(room);
        }
        if room == 0 {
            break;
        }
    }
    room
}

/// What is not insured of the candidates that may rise.
fn missing(candidates: &[Candidate]) -> i64 {
    let rising = candidates.iter().filter(|c| !c.blocked);
    rising.fold(0i64, |sum, c| sum.saturating_add(c.insurable_open - c.insured))
}

/// Limits what is insured to the open amounts and returns the room the sum leaves (R5.2, steps 1 and 2): negative where more stays insured
/// than the sum allows, 0 where the sum is 0.
pub fn room_after_keeping(sum: i64, credits: i64, candidates: &mut [Candidate]) -> i64 {
    let mut used = 0i64;
    for candidate in candidates.iter_mut() {
        candidate.insured = candidate.insured.min(candidate.insurable_open);
        used = used.saturating_add(candidate.insured);
    }
    if sum <= 0 { 0 } else { sum.saturating_sub(used).saturating_add(credits) }
}

impl Candidate {
    /// Both dates as one number of the same order.
    fn dates(&self) -> i64 {
        (i64::from(self.date.epoch_days()) << 32) + i64::from(self.net_due_date.epoch_days())
    }

    /// Raises the insured amount by what is missing, at most `room`; returns by how much.
    pub fn raise(&mut self, room: i64) -> i64 {
        let add = (self.insurable_open - self.insured).min(room).max(0);
        self.insured += add;
        add
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Allocates over items in order and returns the insured amounts.
    fn insured(sum: i64, credits: i64, items: &[(i64, i64)]) -> Vec<i64> {
        let day = Day::from_ymd(2024, 1, 1).unwrap();
        let mut candidates: Vec<Candidate> = items
            .iter()
            .enumerate()
            .map(|(n, (open, before))| Candidate {
                insurable_open: *open,
                insured: *before,
                date: day,
                net_due_date: day,
                position: n as u32,
                blocked: false,
            })
            .collect();
        allocate(sum, credits, &mut candidates, |a, b| a.position.cmp(&b.position));
        candidates.sort_by_key(|c| c.position);
        candidates.iter().map(|c| c.insured).collect()
    }

    #[test]
    fn r5_2_the_allocation_table_of_the_customers_documents() {
        // what happened, sum, credits, (open, insured before) oldest first, insured after
        type Case = (&'static str, i64, i64, &'static [(i64, i64)], &'static [i64]);
        let table: &[Case] = &[
            (
                "7.3 first run",
                100_000,
                0,
                &[(30_000, 0), (45_000, 0), (40_000, 0), (10_000, 0)],
                &[30_000, 45_000, 25_000, 0],
            ),
            (
                "7.3 R1 paid, R5 new",
                100_000,
                0,
                &[(45_000, 45_000), (40_000, 25_000), (10_000, 0), (20_000, 0)],
                &[45_000, 40_000, 10_000, 5_000],
            ),
            (
                "7.3 sum reduced (R5.3)",
                60_000,
                0,
                &[(45_000, 45_000), (40_000, 40_000), (10_000, 10_000), (20_000, 5_000), (15_000, 0)],
                &[45_000, 40_000, 10_000, 5_000, 0],
            ),
            (
                "7.3 R2 paid, R3 part paid",
                60_000,
                0,
                &[(15_000, 40_000), (10_000, 10_000), (20_000, 5_000), (15_000, 0)],
                &[15_000, 10_000, 20_000, 15_000],
            ),
            ("7.4 credits free room", 100_000, 20_000, &[(80_000, 0), (40_000, 0)], &[80_000, 40_000]),
            ("7.4 credits do not", 100_000, 0, &[(80_000, 0), (40_000, 0)], &[80_000, 20_000]),
            (
                "7.6 residual",
                100_000,
                0,
                &[(70_000, 70_000), (20_000, 20_000), (15_000, 0)],
                &[70_000, 20_000, 10_000],
            ),
            ("R5.4 cover ended", 0, 50_000, &[(45_000, 20_000), (40_000, 0)], &[20_000, 0]),
            ("WE-05", 50_000, 0, &[(20_000, 0), (25_000, 0), (15_000, 0)], &[20_000, 25_000, 5_000]),
            ("WE-05 paid", 50_000, 0, &[(25_000, 25_000), (15_000, 5_000)], &[25_000, 15_000]),
            (
                "WE-08",
                60_000,
                0,
                &[(20_000, 20_000), (25_000, 25_000), (15_000, 5_000)],
                &[20_000, 25_000, 15_000],
            ),
        ];
        for (name, sum, credits, items, expected) in table {
            assert_eq!(&insured(*sum, *credits, items), expected, "{name}");
        }
    }
}
