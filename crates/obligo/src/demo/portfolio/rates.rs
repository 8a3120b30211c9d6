//! Monthly rates of invented markets, quoted for one EUR.

use super::noise::Noise;
use obligo_rules::calendar::Day;

/// Rates in ten-thousandths of the currency for one EUR, by month.
pub(super) struct Rates(Vec<(Day, [i64; 3])>);

/// Currencies of the table, in its order.
pub(super) const CURRENCIES: [&str; 3] = ["SEK", "USD", "GBP"];

impl Rates {
    /// From four months before `start` to the month of `end`, on the first of each month.
    pub(super) fn new(seed: u64, start: Day, end: Day) -> Rates {
        let mut noise = Noise::new(seed, 2);
        let mut rates = [114_200, 10_850, 8_460];
        let mut table = Vec::new();
        let mut day = start.month_start().plus_months(-4);
        while day <= end {
            table.push((day, rates));
            for rate in &mut rates {
                *rate += *rate * noise.between(-9, 9) / 1000;
            }
            day = day.plus_months(1);
        }
        Rates(table)
    }

    /// The table row by row.
    pub(super) fn rows(&self) -> &[(Day, [i64; 3])] {
        &self.0
    }

    /// What one EUR is worth on a day, in ten-thousandths.
    pub(super) fn per_euro(&self, currency: &str, day: Day) -> i64 {
        let Some(column) = CURRENCIES.iter().position(|c| *c == currency) else { return 10_000 };
        let row = self.0.iter().rfind(|(date, _)| *date <= day).or(self.0.first());
        row.map_or(10_000, |(_, rates)| rates[column])
    }

    /// An amount in another currency, rounded towards zero: good enough to size limits.
    pub(super) fn convert(&self, amount: i64, from: &str, to: &str, day: Day) -> i64 {
        if from == to { amount } else { amount * self.per_euro(to, day) / self.per_euro(from, day) }
    }
}
