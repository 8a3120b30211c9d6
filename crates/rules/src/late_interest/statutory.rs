//! Rates of late interest between businesses by law, as published. A change of the law is a new row. Each law says until when its rates
//! are known here; for later days nothing is assumed, the house imports its own.
//!
//! Norms: Directive 2011/7/EU article 3(2): the rate of the European Central Bank for main refinancing on the first day of a half-year, and 8
//! points. BGB §§ 247, 288(2): Basiszinssatz of the half-year and 9 points. UGB § 456: Basiszinssatz on the first day of the half-year and 9.2
//! points. Code de commerce L441-10 II, D441-5: the rate of the European Central Bank on the first day of the half-year and 10 points; agreed
//! not below three times the taux de l'intérêt légal (Code monétaire et financier L313-2, creditors in business) of the half-year. Räntelagen
//! §§ 6 and 9: reference rate of the half-year and 8 points.

use super::{DIRECTIVE, InterestTerms, Percent};
use crate::calendar::Day;
use crate::money::Currency;

/// One half-year of a country.
#[derive(Clone, Copy, Debug)]
pub struct StatutoryRate {
    /// Country, or the directive.
    pub country: &'static str,
    /// First day: year, month.
    pub from: (i16, i8),
    /// Reference rate, hundredths of a per cent.
    pub reference: i32,
    /// Lowest rate that may be agreed instead, hundredths of a per cent.
    pub lowest_agreed: Option<i32>,
    /// Who publishes it.
    pub source: &'static str,
}

/// What stays the same over the years: what is added and the fixed sums.
struct Law {
    country: &'static str,
    margin: i32,
    currency: &'static str,
    compensation: i64,
    reminder_charge: Option<i64>,
    collection_charge: Option<i64>,
    /// Last day for which its rates are known: year, month, day.
    known_until: (i16, i8, i8),
    source: &'static str,
}

const LAWS: &[Law] = &[
    Law {
        country: DIRECTIVE,
        margin: 800,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        known_until: (2026, 6, 30),
        source: "Directive 2011/7/EU, articles 2, 3 and 6",
    },
    Law {
        country: "AT",
        margin: 920,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        known_until: (2026, 6, 30),
        source: "UGB §§ 456, 458",
    },
    Law {
        country: "DE",
        margin: 900,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        known_until: (2026, 6, 30),
        source: "BGB § 288",
    },
    Law {
        country: "FR",
        margin: 1000,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        known_until: (2026, 6, 30),
        source: "Code de commerce L441-10, D441-5",
    },
    Law {
        country: "SE",
        margin: 800,
        currency: "SEK",
        compensation: 45_000,
        reminder_charge: Some(6000),
        collection_charge: Some(18_000),
        known_until: (2024, 6, 30),
        source: "Räntelagen § 6, lagen (1981:739)",
    },
];

const fn row(country: &'static str, from: (i16, i8), reference: i32, source: &'static str) -> StatutoryRate {
    StatutoryRate { country, from, reference, lowest_agreed: None, source }
}

const fn french(from: (i16, i8), reference: i32, lowest: i32) -> StatutoryRate {
    let source = "ECB main refinancing rate; taux de l'intérêt légal";
    StatutoryRate { country: "FR", from, reference, lowest_agreed: Some(lowest), source }
}

const ECB: &str = "ECB main refinancing rate";
const BUNDESBANK: &str = "Bundesbank, Basiszinssatz";
const OENB: &str = "OeNB, Basiszinssatz";
const RIKSBANK: &str = "Riksbanken, referensränta";

/// Reference rates by country and half-year.
pub const STATUTORY: &[StatutoryRate] = &[
    row(DIRECTIVE, (2016, 7), 0, ECB),
    row(DIRECTIVE, (2023, 1), 250, ECB),
    row(DIRECTIVE, (2023, 7), 400, ECB),
    row(DIRECTIVE, (2024, 1), 450, ECB),
    row(DIRECTIVE, (2024, 7), 425, ECB),
    row(DIRECTIVE, (2025, 1), 315, ECB),
    row(DIRECTIVE, (2025, 7), 215, ECB),
    row(DIRECTIVE, (2026, 1), 215, ECB),
    row("AT", (2016, 7), -62, OENB),
    row("AT", (2023, 1), 188, OENB),
    row("AT", (2023, 7), 338, OENB),
    row("AT", (2024, 1), 388, OENB),
    row("AT", (2025, 1), 253, OENB),
    row("AT", (2025, 7), 153, OENB),
    row("AT", (2026, 1), 153, OENB),
    row("DE", (2016, 7), -88, BUNDESBANK),
    row("DE", (2023, 1), 162, BUNDESBANK),
    row("DE", (2023, 7), 312, BUNDESBANK),
    row("DE", (2024, 1), 362, BUNDESBANK),
    row("DE", (2024, 7), 337, BUNDESBANK),
    row("DE", (2025, 1), 227, BUNDESBANK),
    row("DE", (2025, 7), 127, BUNDESBANK),
    row("DE", (2026, 1), 127, BUNDESBANK),
    french((2023, 1), 250, 618),
    french((2023, 7), 400, 1266),
    french((2024, 1), 450, 1521),
    french((2024, 7), 425, 1476),
    french((2025, 1), 315, 1113),
    french((2025, 7), 215, 828),
    french((2026, 1), 215, 786),
    row("SE", (2023, 1), 250, RIKSBANK),
    row("SE", (2023, 7), 350, RIKSBANK),
    row("SE", (2024, 1), 400, RIKSBANK),
];

/// The rows as terms.
pub(super) fn rows() -> impl Iterator<Item = InterestTerms> {
    STATUTORY.iter().enumerate().filter_map(|(n, rate)| {
        let law = LAWS.iter().find(|law| law.country == rate.country)?;
        Some(InterestTerms {
            country: rate.country.to_owned(),
            valid_from: Day::from_ymd(rate.from.0, rate.from.1, 1)?,
            valid_until: valid_until(n, law)?,
            reference: Percent::hundredths(rate.reference),
            margin: Percent::hundredths(law.margin),
            lowest_agreed: rate.lowest_agreed.map(Percent::hundredths),
            compensation: law.compensation,
            reminder_charge: law.reminder_charge,
            collection_charge: law.collection_charge,
            currency: Currency::parse(law.currency)?,
            source: format!("{}; {}", rate.source, law.source),
        })
    })
}

/// A row holds until the next of its country, the last one as long as its law's rates are known.
fn valid_until(row: usize, law: &Law) -> Option<Day> {
    let next = STATUTORY.get(row + 1).filter(|next| next.country == law.country);
    match next {
        Some(next) => Some(Day::from_ymd(next.from.0, next.from.1, 1)?.plus_days(-1)),
        None => Day::from_ymd(law.known_until.0, law.known_until.1, law.known_until.2),
    }
}
