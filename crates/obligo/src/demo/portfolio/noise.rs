//! Repeatable randomness: whole numbers only, so that every machine draws the same portfolio.

/// The splitmix64 generator.
pub(super) struct Noise(u64);

impl Noise {
    /// A stream of its own for each `label`, so that a change in one part of the portfolio leaves the others alone.
    pub(super) fn new(seed: u64, label: u64) -> Noise {
        let mut noise = Noise(seed ^ label.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        noise.next();
        noise
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 to `n - 1`.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    /// The same in days.
    pub(super) fn days(&mut self, low: i32, high: i32) -> i32 {
        self.between(i64::from(low), i64::from(high)) as i32
    }

    /// True in so many of 1,000 draws.
    pub(super) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of the choices; there must be one.
    pub(super) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }

    /// A factor in thousandths around 1,000, skewed to the right like a log-normal one: half of the draws lie
    /// between 700 and 1,900, a few above 5,000.
    pub(super) fn skewed(&mut self) -> i64 {
        (0..8).fold(1000, |factor, _| factor * self.between(600, 1500) / 1000)
    }

    /// Puts the values in random order.
    pub(super) fn shuffle<T>(&mut self, values: &mut [T]) {
        for i in (1..values.len()).rev() {
            values.swap(i, self.below(i as u64 + 1) as usize);
        }
    }
}
