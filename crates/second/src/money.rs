//! R0.1 and R0.7: minor units, one rounding, exchange.

use crate::day::Day;
use std::collections::{BTreeMap, BTreeSet};

/// An exact fraction; an exchange rate in units of the item's currency for one unit of the policy's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Numerator.
    pub num: i128,
    /// Denominator, above 0.
    pub den: i128,
}

impl Ratio {
    /// One.
    pub const ONE: Ratio = Ratio { num: 1, den: 1 };

    /// Reads a positive decimal number such as `1.0835`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Ratio> {
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let num = parse_amount(text, u32::try_from(decimals).ok()?)?;
        (num > 0).then_some(Ratio { num, den: 10_i128.pow(u32::try_from(decimals).ok()?) })
    }

    fn inverse(self) -> Ratio {
        Ratio { num: self.den, den: self.num }
    }

    fn over(self, other: Ratio) -> Ratio {
        let (num, den) = (self.num * other.den, self.den * other.num);
        let divisor = gcd(num, den);
        Ratio { num: num / divisor, den: den / divisor }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs().max(1) } else { gcd(b, a % b) }
}

/// R0.1: the number of decimals of a currency (ISO 4217).
#[must_use]
pub fn exponent(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// An amount in minor units from text with a decimal point and a sign in front; `None` if it has more decimals.
#[must_use]
pub fn parse_amount(text: &str, decimals: u32) -> Option<i128> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let decimals = decimals as usize;
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || fraction.len() > decimals {
        return None;
    }
    let value: i128 = format!("{whole}{fraction:0<decimals$}").parse().ok()?;
    Some(if negative { -value } else { value })
}

/// R0.1: division rounded half away from zero; `den` above 0.
#[must_use]
pub fn divide_half_up(num: i128, den: i128) -> i128 {
    let magnitude = (num.abs() * 2 + den) / (den * 2);
    if num < 0 { -magnitude } else { magnitude }
}

/// The rates table, base and currency first, then day.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    quotes: BTreeMap<(String, String), BTreeMap<Day, Ratio>>,
}

impl Rates {
    /// Records that on `day` one unit of `base` was worth `rate` units of `currency`.
    pub fn add(&mut self, day: Day, base: &str, currency: &str, rate: Ratio) {
        self.quotes.entry((base.to_owned(), currency.to_owned())).or_default().insert(day, rate);
    }

    /// Units of `currency` for one unit of `policy_currency`: the latest direct quote dated on or before `day`, in either
    /// direction; without any, both against a common base of the same day (R0.7).
    #[must_use]
    pub fn at(&self, policy_currency: &str, currency: &str, day: Day) -> Option<Ratio> {
        if policy_currency == currency {
            return Some(Ratio::ONE);
        }
        let latest = |base: &str, quoted: &str| {
            let days = self.quotes.get(&(base.to_owned(), quoted.to_owned()))?;
            days.range(..=day).next_back().map(|(d, rate)| (*d, *rate))
        };
        let straight = latest(policy_currency, currency);
        let inverse = latest(currency, policy_currency);
        match (straight, inverse) {
            (Some((a, _)), Some((b, rate))) if b > a => return Some(rate.inverse()),
            (Some((_, rate)), _) => return Some(rate),
            (None, Some((_, rate))) => return Some(rate.inverse()),
            (None, None) => {}
        }
        let bases: BTreeSet<&String> = self.quotes.keys().map(|(base, _)| base).collect();
        let mut best: Option<(Day, Ratio)> = None;
        for base in bases {
            let Some(own) = self.quotes.get(&(base.clone(), policy_currency.to_owned())) else { continue };
            let Some(other) = self.quotes.get(&(base.clone(), currency.to_owned())) else { continue };
            let both = own.range(..=day).rev().find_map(|(d, r)| other.get(d).map(|o| (*d, o.over(*r))));
            if let Some((d, rate)) = both
                && best.is_none_or(|(known, _)| d > known)
            {
                best = Some((d, rate));
            }
        }
        best.map(|(_, rate)| rate)
    }
}

/// R5.1, R0.7: `amount` (minor units of `currency`) times `part / whole`, in minor units of `policy_currency`, rounded once.
#[must_use]
pub fn share_converted(
    amount: i128,
    (part, whole): (i128, i128),
    currency: &str,
    policy_currency: &str,
    rate: Ratio,
) -> i128 {
    if whole == 0 {
        return 0;
    }
    // The common factor leaves before the product grows; the value stays exact.
    let divisor = gcd(part, whole);
    let (part, whole) = ((part / divisor).abs(), (whole / divisor).abs());
    let num = amount * part * 10_i128.pow(exponent(policy_currency)) * rate.den;
    let den = whole * 10_i128.pow(exponent(currency)) * rate.num;
    divide_half_up(num, den)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn r0_1_amounts_and_rounding() {
        for (text, decimals, expected) in [
            ("1000", 2, Some(100_000)),
            ("-12.5", 2, Some(-1_250)),
            ("12.500", 2, Some(1_250)),
            ("12.501", 2, None),
            ("1.", 2, Some(100)),
            ("", 2, None),
            ("7", 0, Some(7)),
        ] {
            assert_eq!(parse_amount(text, decimals), expected, "{text}");
        }
        for (num, den, expected) in [(5, 10, 1), (-5, 10, -1), (4, 10, 0), (15, 10, 2), (-15, 10, -2)] {
            assert_eq!(divide_half_up(num, den), expected);
        }
    }

    #[test]
    fn r0_7_rate_direct_inverse_and_over_a_base() {
        let mut rates = Rates::default();
        rates.add(day("2024-01-02"), "EUR", "USD", Ratio::parse("1.10").unwrap());
        rates.add(day("2024-01-02"), "EUR", "JPY", Ratio::parse("160").unwrap());
        rates.add(day("2024-01-05"), "EUR", "USD", Ratio::parse("1.20").unwrap());
        let eur_usd = rates.at("EUR", "USD", day("2024-01-04")).unwrap();
        assert_eq!(share_converted(11_000, (1, 1), "USD", "EUR", eur_usd), 10_000);
        let usd_eur = rates.at("USD", "EUR", day("2024-01-06")).unwrap();
        assert_eq!(share_converted(10_000, (1, 1), "EUR", "USD", usd_eur), 12_000);
        let usd_jpy = rates.at("USD", "JPY", day("2024-01-31")).unwrap();
        assert_eq!(share_converted(16_000, (1, 1), "JPY", "USD", usd_jpy), 11_000);
        assert_eq!(rates.at("EUR", "USD", day("2024-01-01")), None);
    }
}
