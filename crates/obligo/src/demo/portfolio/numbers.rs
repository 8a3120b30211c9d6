//! Invented identifiers with correct check digits (R1.4), so that the import accepts them.

use super::noise::Noise;
use std::fmt::Write as _;

/// VAT id and register number of an invented company; empty where the country has no scheme here.
pub(super) struct Identifiers {
    pub(super) vat_id: String,
    pub(super) register_no: String,
}

/// Identifiers as the country writes them.
pub(super) fn identifiers(noise: &mut Noise, country: &str) -> Identifiers {
    let mut register_no = String::new();
    let vat_id = match country {
        "DE" => {
            register_no = format!("HRB {}", noise.between(2_000, 99_000));
            format!("DE{}", digits_until(noise, "8", 7, |d| Some(germany(d))))
        }
        "AT" => format!("ATU{}", digits_until(noise, "7", 6, |d| Some(austria(d)))),
        "FR" => {
            let siren = digits_until(noise, "9", 7, |d| Some(luhn(d)));
            let key = (12 + 3 * (siren.parse::<u64>().unwrap_or(0) % 97)) % 97;
            register_no.clone_from(&siren);
            format!("FR{key:02}{siren}")
        }
        "SE" => {
            let number = digits_until(noise, "559", 6, |d| Some(luhn(d)));
            register_no = format!("{}-{}", &number[..6], &number[6..]);
            format!("SE{number}01")
        }
        "IT" => {
            // The eighth to tenth digits name the tax office.
            let number = format!("0{}015", noise.between(810_000, 899_999));
            format!("IT{}", digits_until(noise, &number, 0, |d| Some(luhn(d))))
        }
        "NL" => format!(
            "NL{}B01",
            digits_until(noise, "86", 6, |d| weighted(d, &[9, 8, 7, 6, 5, 4, 3, 2], false))
        ),
        "PL" => format!(
            "PL{}",
            digits_until(noise, "95", 7, |d| weighted(d, &[6, 5, 7, 2, 3, 4, 5, 6, 7], false))
        ),
        "DK" => format!("DK{}", digits_until(noise, "4", 6, |d| weighted(d, &[2, 7, 6, 5, 4, 3, 2], true))),
        "FI" => format!("FI{}", digits_until(noise, "3", 6, |d| weighted(d, &[7, 9, 10, 5, 8, 4, 2], true))),
        "BE" => {
            let number = noise.between(7_000_000, 7_999_999);
            format!("BE0{number}{:02}", 97 - number % 97)
        }
        "CH" => {
            let n = digits_until(noise, "4", 7, |d| weighted(d, &[5, 4, 3, 2, 7, 6, 5, 4], true));
            register_no = format!("CHE-{}.{}.{}", &n[..3], &n[3..6], &n[6..]);
            String::new()
        }
        _ => String::new(),
    };
    Identifiers { vat_id, register_no }
}

/// A legal entity identifier with the check digits of ISO 17442.
pub(super) fn lei(noise: &mut Noise) -> String {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut text = String::from("984500");
    for _ in 0..12 {
        text.push(char::from(noise.pick(ALPHABET)));
    }
    let rest = text.chars().chain("00".chars()).filter_map(|c| c.to_digit(36)).fold(0, |rest: u32, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    });
    let _ = write!(text, "{:02}", 98 - rest);
    text
}

/// `prefix`, `count` random digits and the check digit; draws again where the scheme has none for the digits.
fn digits_until(
    noise: &mut Noise,
    prefix: &str,
    count: usize,
    check: impl Fn(&[u32]) -> Option<u32>,
) -> String {
    loop {
        let mut text = prefix.to_owned();
        for _ in 0..count {
            let _ = write!(text, "{}", noise.below(10));
        }
        let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
        if let Some(digit) = check(&digits) {
            return format!("{text}{digit}");
        }
    }
}

fn germany(digits: &[u32]) -> u32 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = (digit + product) % 10;
        (2 * if sum == 0 { 10 } else { sum }) % 11
    });
    (11 - product) % 10
}

fn austria(digits: &[u32]) -> u32 {
    let sum: u32 = doubled(digits, 1).sum();
    (10 - (sum + 4) % 10) % 10
}

fn luhn(digits: &[u32]) -> u32 {
    let first = (digits.len() + 1) % 2;
    (10 - doubled(digits, first).sum::<u32>() % 10) % 10
}

/// Every second digit, from position `first` on, doubled and reduced to its digit sum.
fn doubled(digits: &[u32], first: usize) -> impl Iterator<Item = u32> + '_ {
    digits.iter().enumerate().map(move |(i, d)| if i % 2 == first { d * 2 / 10 + d * 2 % 10 } else { *d })
}

/// Weighted sum modulo 11; `complement` = the check digit fills up to 11.
fn weighted(digits: &[u32], weights: &[u32], complement: bool) -> Option<u32> {
    let rest = digits.iter().zip(weights).map(|(d, w)| d * w).sum::<u32>() % 11;
    let check = if complement { (11 - rest) % 11 } else { rest };
    (check < 10).then_some(check)
}
