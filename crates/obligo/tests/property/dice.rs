//! Random choices from one number, so that a case is the same again from its number alone.

/// A stream of choices (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The stream of this number.
    pub fn new(number: u64) -> Dice {
        Dice(number)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = (high - low + 1) as u64;
        low + (self.next() % span) as i64
    }

    /// A position below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.between(0, count as i64 - 1) as usize
    }

    /// Yes in so many of a hundred cases.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of these.
    pub fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }

    /// One of these, each as often as its weight.
    pub fn weighed<T: Copy>(&mut self, choices: &[(i64, T)]) -> T {
        let mut left = self.between(1, choices.iter().map(|(weight, _)| weight).sum());
        for (weight, choice) in choices {
            left -= weight;
            if left <= 0 {
                return *choice;
            }
        }
        choices[0].1
    }

    /// The text in so many of a hundred cases, else nothing.
    pub fn maybe(&mut self, percent: i64, text: impl FnOnce(&mut Dice) -> String) -> String {
        if self.chance(percent) { text(self) } else { String::new() }
    }
}
