//! Rates of late interest between businesses by law, as published. A change of the law is a new row.

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
        source: "Directive 2011/7/EU, articles 2, 3 and 6",
    },
    Law {
        country: "AT",
        margin: 920,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        source: "UGB §§ 456, 458",
    },
    Law {
        country: "DE",
        margin: 900,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        source: "BGB § 288",
    },
    Law {
        country: "FR",
        margin: 1000,
        currency: "EUR",
        compensation: 4000,
        reminder_charge: None,
        collection_charge: None,
        source: "Code de commerce L441-10, D441-5",
    },
    Law {
        country: "SE",
        margin: 800,
        currency: "SEK",
        compensation: 45_000,
        reminder_charge: Some(6000),
        collection_charge: Some(18_000),
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
    row("AT", (2016, 7), -62, OENB),
    row("AT", (2023, 1), 188, OENB),
    row("AT", (2023, 7), 338, OENB),
    row("AT", (2024, 1), 388, OENB),
    row("AT", (2025, 1), 253, OENB),
    row("AT", (2025, 7), 153, OENB),
    row("DE", (2016, 7), -88, BUNDESBANK),
    row("DE", (2023, 1), 162, BUNDESBANK),
    row("DE", (2023, 7), 312, BUNDESBANK),
    row("DE", (2024, 1), 362, BUNDESBANK),
    row("DE", (2024, 7), 337, BUNDESBANK),
    row("DE", (2025, 1), 227, BUNDESBANK),
    row("DE", (2025, 7), 127, BUNDESBANK),
    french((2023, 1), 250, 618),
    french((2023, 7), 400, 1266),
    french((2024, 1), 450, 1521),
    french((2024, 7), 425, 1476),
    french((2025, 1), 315, 1113),
    french((2025, 7), 215, 828),
    row("SE", (2023, 1), 250, RIKSBANK),
    row("SE", (2023, 7), 350, RIKSBANK),
    row("SE", (2024, 1), 400, RIKSBANK),
    row("SE", (2025, 1), 300, RIKSBANK),
    row("SE", (2025, 7), 200, RIKSBANK),
];

/// The rows as terms.
pub(super) fn rows() -> impl Iterator<Item = InterestTerms> {
    STATUTORY.iter().filter_map(|rate| {
        let law = LAWS.iter().find(|law| law.country == rate.country)?;
        Some(InterestTerms {
            country: rate.country.to_owned(),
            valid_from: Day::from_ymd(rate.from.0, rate.from.1, 1)?,
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
