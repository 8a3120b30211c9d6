//! Money as an integer count of minor units with its currency (R0.1), exact rates (R0.7), and rounding.

use rust_decimal::Decimal;
use std::fmt;

/// Amounts beyond this many minor units are refused on the way in, so that sums of a ledger never overflow.
pub const AMOUNT_MINOR_MAX: i64 = 99_999_999_999_999;

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// ISO 4217 codes with two decimals, then those with none, three and four.
const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC \
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR \
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK \
    PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH \
    USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// The currency with this ISO 4217 code, or `None` for a code the standard does not have.
    #[must_use]
    pub fn parse(code: &str) -> Option<Currency> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        let currency = Currency(bytes);
        currency.exponent_of().map(|_| currency)
    }

    fn exponent_of(self) -> Option<u32> {
        let has = |list: &str| list.split_ascii_whitespace().any(|code| code.as_bytes() == self.0);
        if self == Currency::EUR || has(TWO) {
            Some(2)
        } else if has(NONE) {
            Some(0)
        } else if has(THREE) {
            Some(3)
        } else {
            None
        }
    }

    /// Decimals of the currency: EUR 2, JPY 0, KWD 3 (R0.1).
    #[must_use]
    pub fn exponent(self) -> u32 {
        self.exponent_of().unwrap_or(2)
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Why a text is no amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AmountError {
    /// Not a number with a decimal point.
    NotANumber,
    /// More decimals than the currency has.
    TooManyDecimals,
    /// Beyond [`AMOUNT_MINOR_MAX`].
    TooLarge,
}

/// An amount in minor units of its currency (R0.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Money {
    /// Minor units; negative for credits.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// Reads `-1234.5` in `currency`: sign in front, decimal point, no thousands separators,
    /// at most the currency's decimals.
    pub fn parse(text: &str, currency: Currency) -> Result<Money, AmountError> {
        Ok(Money { minor: parse_minor(text, currency.exponent())?, currency })
    }

    /// The sum, or `None` if the currencies differ (R0.1) or the sum is too large.
    #[must_use]
    pub fn checked_add(self, other: Money) -> Option<Money> {
        if self.currency != other.currency {
            return None;
        }
        Some(Money { minor: self.minor.checked_add(other.minor)?, currency: self.currency })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format_minor(self.minor, self.currency.exponent()))
    }
}

/// Reads an amount as minor units of a currency with `exponent` decimals. See [`Money::parse`].
pub fn parse_minor(text: &str, exponent: u32) -> Result<i64, AmountError> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let point = digits.iter().position(|b| *b == b'.').unwrap_or(digits.len());
    let (whole, fraction) = (&digits[..point], digits.get(point + 1..).unwrap_or(&[]));
    if whole.is_empty() || (point < digits.len() && fraction.is_empty()) {
        return Err(AmountError::NotANumber);
    }
    if !whole.iter().chain(fraction).all(u8::is_ascii_digit) {
        return Err(AmountError::NotANumber);
    }
    let kept = fraction.len().min(exponent as usize);
    if fraction[kept..].iter().any(|b| *b != b'0') {
        return Err(AmountError::TooManyDecimals);
    }
    let mut minor: i64 = 0;
    for b in whole.iter().chain(&fraction[..kept]) {
        minor = minor * 10 + i64::from(b - b'0');
        if minor > AMOUNT_MINOR_MAX {
            return Err(AmountError::TooLarge);
        }
    }
    for _ in kept..exponent as usize {
        minor *= 10;
        if minor > AMOUNT_MINOR_MAX {
            return Err(AmountError::TooLarge);
        }
    }
    Ok(if negative { -minor } else { minor })
}

/// Writes minor units with exactly `exponent` decimals, as the interchange files want it: `-1234.50`.
#[must_use]
pub fn format_minor(minor: i64, exponent: u32) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let digits = minor.unsigned_abs();
    if exponent == 0 {
        return format!("{sign}{digits}");
    }
    let unit = 10u64.pow(exponent);
    format!("{sign}{}.{:0width$}", digits / unit, digits % unit, width = exponent as usize)
}

/// `a x b / c`, rounded half away from zero once, at the end (R0.1). `None` if `c` is zero or the result is too large.
#[must_use]
pub fn mul_div_round(a: i64, b: i128, c: i128) -> Option<i64> {
    div_round(i128::from(a).checked_mul(b)?, c)
}

/// `n / d`, rounded half away from zero (R0.1).
#[must_use]
pub fn div_round(n: i128, d: i128) -> Option<i64> {
    if d == 0 {
        return None;
    }
    let (q, r) = (n.checked_div(d)?, n.checked_rem(d)?);
    let up = r.unsigned_abs() >= d.unsigned_abs() - r.unsigned_abs();
    let q = if up && r != 0 { q + if (n < 0) == (d < 0) { 1 } else { -1 } } else { q };
    i64::try_from(q).ok()
}

/// An exchange rate: units of a foreign currency for one unit of the policy's currency, as the ECB quotes it (R0.7).
/// Positive, at most ten decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rate(Decimal);

impl Rate {
    /// One for one.
    pub const ONE: Rate = Rate(Decimal::ONE);

    /// Reads a positive decimal with at most ten decimals and ten digits before the point.
    #[must_use]
    pub fn parse(text: &str) -> Option<Rate> {
        if !text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return None;
        }
        Rate::from_decimal(text.parse().ok()?)
    }

    /// The rate of this value, if it is positive and within the bounds of [`Rate::parse`].
    #[must_use]
    pub fn from_decimal(value: Decimal) -> Option<Rate> {
        let value = value.normalize();
        (value > Decimal::ZERO && value.scale() <= 10 && value < Decimal::from(10_000_000_000i64))
            .then_some(Rate(value))
    }

    /// The rate of `self` against `base`, when both are quoted against the same third currency:
    /// units of self's currency for one unit of base's, to ten significant decimals.
    #[must_use]
    pub fn cross(self, base: Rate) -> Option<Rate> {
        if base.0 == Decimal::ONE {
            return Some(self);
        }
        Rate::from_decimal(
            self.0
                .checked_div(base.0)?
                .round_dp_with_strategy(10, rust_decimal::RoundingStrategy::MidpointAwayFromZero),
        )
    }

    /// Numerator and denominator that turn minor units of a currency with `from` decimals into minor units of the
    /// policy's currency with `to` decimals.
    #[must_use]
    pub fn fraction(self, from: u32, to: u32) -> (i128, i128) {
        let numerator = 10i128.pow(self.0.scale() + to);
        let denominator = self.0.mantissa() * 10i128.pow(from);
        let divisor = gcd(numerator, denominator);
        (numerator / divisor, denominator / divisor)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Greatest common divisor of two positive numbers.
#[must_use]
pub fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r0_1_amounts_are_read_and_written_with_the_currencys_decimals() {
        // text, currency, minor units or why not, written again
        let table: [(&str, &str, Result<i64, AmountError>, &str); 12] = [
            ("1234.5", "EUR", Ok(123_450), "1234.50"),
            ("-0.01", "EUR", Ok(-1), "-0.01"),
            ("100", "JPY", Ok(100), "100"),
            ("1.234", "KWD", Ok(1234), "1.234"),
            ("1.230", "EUR", Ok(123), "1.23"),
            ("1.234", "EUR", Err(AmountError::TooManyDecimals), ""),
            ("1.5", "JPY", Err(AmountError::TooManyDecimals), ""),
            ("1,5", "EUR", Err(AmountError::NotANumber), ""),
            (".5", "EUR", Err(AmountError::NotANumber), ""),
            ("5.", "EUR", Err(AmountError::NotANumber), ""),
            ("", "EUR", Err(AmountError::NotANumber), ""),
            ("9999999999999.99", "EUR", Err(AmountError::TooLarge), ""),
        ];
        for (text, currency, expected, written) in table {
            let currency = Currency::parse(currency).unwrap();
            let read = Money::parse(text, currency);
            assert_eq!(read.map(|m| m.minor), expected, "{text}");
            if let Ok(money) = read {
                assert_eq!(money.to_string(), written, "{text}");
            }
        }
    }

    #[test]
    fn r0_1_two_currencies_never_add_up() {
        let euro = Money { minor: 1, currency: Currency::EUR };
        let yen = Money { minor: 1, currency: Currency::parse("JPY").unwrap() };
        assert_eq!(euro.checked_add(yen), None);
        assert_eq!(euro.checked_add(euro).unwrap().minor, 2);
        assert_eq!(Currency::parse("EUX"), None);
        assert_eq!(Currency::parse("eur"), None);
    }

    #[test]
    fn r0_1_rounding_is_half_away_from_zero() {
        for (n, d, expected) in
            [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (5, 3, 2), (-4, 3, -1), (0, 7, 0), (7, 7, 1), (1, 2, 1)]
        {
            assert_eq!(div_round(n, d), Some(expected), "{n}/{d}");
        }
        assert_eq!(div_round(1, 0), None);
    }

    #[test]
    fn r0_7_a_rate_turns_one_currencys_minor_units_into_anothers() {
        // 1 EUR = 1.10 USD; 1,000.00 USD = 909.09 EUR. 1 EUR = 160 JPY; 1,000 JPY = 6.25 EUR.
        let (n, d) = Rate::parse("1.10").unwrap().fraction(2, 2);
        assert_eq!(mul_div_round(100_000, n, d), Some(90_909));
        let (n, d) = Rate::parse("160").unwrap().fraction(0, 2);
        assert_eq!(mul_div_round(1_000, n, d), Some(625));
        assert_eq!(Rate::parse("0"), None);
        assert_eq!(Rate::parse("-1"), None);
    }
}
