//! Risk factors and risk classes (R9.9): what is known of a buyer counts points by the same table for every buyer of every country, and
//! the points give its class.

use crate::codes::{Category, CoverKind, EvidenceKind, codes};
use crate::money::div_round;
use std::collections::BTreeMap;

codes! {
    /// What a risk factor looks at.
    FactorMeasure {
        /// A value recorded with the buyer under the factor's key, such as an agency's score.
        Recorded = "recorded",
        /// Country, two letters.
        Country = "country",
        /// Category of the buyer.
        Category = "category",
        /// Kind of its cover.
        Cover = "cover",
        /// Days after the due date it paid in the recent period, weighted by amount; below 0 is early.
        DaysLate = "days_late",
        /// Whole years since its first document.
        YearsKnown = "years_known",
        /// Whole months since the last information about it.
        InformationMonths = "information_months",
    }
}

impl FactorMeasure {
    /// Whether what it finds is a number, for which bands give the points.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, FactorMeasure::DaysLate | FactorMeasure::YearsKnown | FactorMeasure::InformationMonths)
    }
}

/// Points from a value on, up to the next band.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Band {
    /// First value of the band. The lowest band holds for everything below it too.
    pub from: i64,
    /// Points, 0 to 100; more is better.
    pub points: u32,
}

/// How what is found becomes points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scale {
    /// By number; rising, at least one.
    Bands(Vec<Band>),
    /// By word.
    Values {
        /// Points of each.
        points: BTreeMap<String, u32>,
        /// Points of every other word; `None`: those of the unknown.
        others: Option<u32>,
    },
}

/// A risk factor that counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RiskFactor {
    /// Its name, one of its own.
    pub name: String,
    /// What it looks at.
    pub measure: FactorMeasure,
    /// Key of a recorded value; empty for the other measures.
    pub key: String,
    /// Share in the whole, 1 to 100.
    pub weight: u32,
    /// Points by value.
    pub scale: Scale,
    /// Points where nothing is known.
    pub unknown: u32,
}

/// Evidence that a risk class asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RequiredEvidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// How old it may be, in months.
    pub months: u32,
    /// Country it is asked for in; `None` for every other.
    pub country: Option<String>,
}

/// A risk class. Amounts in minor units of the policy's currency.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RiskClass {
    /// Its name, one of its own.
    pub name: String,
    /// Points it begins with, 0 to 100; it ends where the next better one begins.
    pub points_from: u32,
    /// Credit line in per cent of the insured sum.
    pub percent_of_insured_sum: Option<u32>,
    /// Highest credit line.
    pub maximum: Option<i64>,
    /// Credit line where nothing is insured.
    pub without_cover: Option<i64>,
    /// Standard payment terms.
    pub payment_terms: Option<String>,
    /// Evidence to be had before credit is granted, and kept fresh.
    pub evidence: Vec<RequiredEvidence>,
    /// How its debtors are handled, in the company's words.
    pub handling: Option<String>,
}

/// What the risk factors look at, of one buyer on a key date.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuyerFacts {
    /// Country, two letters; empty if unknown.
    pub country: String,
    /// Category.
    pub category: Category,
    /// Kind of cover.
    pub cover: CoverKind,
    /// Recorded values by key, keys in lower case.
    pub recorded: BTreeMap<String, String>,
    /// Days paid late.
    pub days_late: Option<i32>,
    /// Whole years since the first document.
    pub years_known: Option<i32>,
    /// Whole months since the last information.
    pub information_months: Option<i32>,
    /// Insured sum, minor units of the policy's currency; `None` and 0 where nothing is insured.
    pub insured_sum: Option<i64>,
}

/// What one factor gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactorPoints {
    /// Name of the factor.
    pub factor: String,
    /// What it looks at.
    pub measure: FactorMeasure,
    /// What was found; `None`: nothing known.
    pub found: Option<String>,
    /// Points, 0 to 100.
    pub points: u32,
    /// Its weight.
    pub weight: u32,
}

/// The values written into a buyer's risk factors: `key=value` or `key: value`, parted by semicolons or lines; keys in lower case. Other
/// words are for people and not read. Of a key written twice the last counts.
#[must_use]
pub fn recorded_values(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split([';', '\n', '\r']).filter_map(|part| part.split_once(['=', ':']));
    let trimmed = pairs.map(|(key, value)| (key.trim().to_lowercase(), value.trim().to_owned()));
    trimmed.filter(|(key, value)| !key.is_empty() && !value.is_empty()).collect()
}

/// What each factor gives for a buyer, in the policy's order.
#[must_use]
pub fn factor_points(factors: &[RiskFactor], facts: &BuyerFacts) -> Vec<FactorPoints> {
    let of = |factor: &RiskFactor| {
        let found = found(factor, facts);
        let points = found.as_deref().and_then(|found| points_of(&factor.scale, found));
        FactorPoints {
            factor: factor.name.clone(),
            measure: factor.measure,
            points: points.unwrap_or(factor.unknown),
            found,
            weight: factor.weight,
        }
    };
    factors.iter().map(of).collect()
}

fn found(factor: &RiskFactor, facts: &BuyerFacts) -> Option<String> {
    let number = |value: Option<i32>| value.map(|value| value.to_string());
    let found = match factor.measure {
        FactorMeasure::Recorded => facts.recorded.get(&factor.key.to_lowercase()).cloned(),
        FactorMeasure::Country => Some(facts.country.clone()),
        FactorMeasure::Category => Some(facts.category.code().to_owned()),
        FactorMeasure::Cover => Some(facts.cover.code().to_owned()),
        FactorMeasure::DaysLate => number(facts.days_late),
        FactorMeasure::YearsKnown => number(facts.years_known),
        FactorMeasure::InformationMonths => number(facts.information_months),
    };
    found.filter(|found| !found.is_empty())
}

fn points_of(scale: &Scale, found: &str) -> Option<u32> {
    match scale {
        Scale::Bands(bands) => {
            let number: i64 = found.parse().ok()?;
            let reached = bands.iter().filter(|band| band.from <= number).max_by_key(|band| band.from);
            reached.or_else(|| bands.iter().min_by_key(|band| band.from)).map(|band| band.points)
        }
        Scale::Values { points, others } => {
            let of_word = points.iter().find(|(word, _)| word.to_lowercase() == found.to_lowercase());
            of_word.map(|(_, points)| *points).or(*others)
        }
    }
}

/// Points of a buyer, 0 to 100: the mean of its factors by weight, rounded half-up. `None` without factors.
#[must_use]
pub fn total_points(points: &[FactorPoints]) -> Option<u32> {
    let weight: i128 = points.iter().map(|factor| i128::from(factor.weight)).sum();
    let sum: i128 = points.iter().map(|factor| i128::from(factor.points) * i128::from(factor.weight)).sum();
    if weight == 0 { None } else { u32::try_from(div_round(sum, weight)?).ok() }
}

/// The class of a buyer with these points: of those it reaches the best.
#[must_use]
pub fn class_of(classes: &[RiskClass], points: u32) -> Option<&RiskClass> {
    classes.iter().filter(|class| class.points_from <= points).max_by_key(|class| class.points_from)
}

/// The evidence a class asks for in a country: of each kind the country's own rule, else the general one.
#[must_use]
pub fn evidence_required<'c>(class: &'c RiskClass, country: &str) -> Vec<&'c RequiredEvidence> {
    let applies = |rule: &&RequiredEvidence| rule.country.as_deref().is_none_or(|own| own == country);
    let mut by_kind: BTreeMap<EvidenceKind, &RequiredEvidence> = BTreeMap::new();
    for rule in class.evidence.iter().filter(applies) {
        let known = by_kind.entry(rule.kind).or_insert(rule);
        if rule.country.is_some() {
            *known = rule;
        }
    }
    by_kind.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> BuyerFacts {
        BuyerFacts {
            country: "SE".to_owned(),
            category: Category::Company,
            cover: CoverKind::Named,
            recorded: recorded_values("Score = 350; branch: timber\nfounded 1999"),
            days_late: Some(-3),
            years_known: Some(0),
            information_months: None,
            insured_sum: None,
        }
    }

    fn bands() -> Scale {
        Scale::Bands(vec![
            Band { from: 0, points: 10 },
            Band { from: 300, points: 60 },
            Band { from: 400, points: 90 },
        ])
    }

    fn factor(measure: FactorMeasure, weight: u32, scale: Scale) -> RiskFactor {
        let name = measure.code().to_owned();
        RiskFactor { name, measure, key: "score".to_owned(), weight, scale, unknown: 30 }
    }

    fn points(measure: FactorMeasure, scale: Scale, facts: &BuyerFacts) -> u32 {
        factor_points(&[factor(measure, 1, scale)], facts)[0].points
    }

    #[test]
    fn r9_9_values_are_read_from_what_people_write() {
        for (text, expected) in [
            ("score=350", vec![("score", "350")]),
            ("Score: 350; Score = 360", vec![("score", "360")]),
            ("founded 1999", vec![]),
            ("=5;x=;: ", vec![]),
            ("a=b=c\r\nd:e", vec![("a", "b=c"), ("d", "e")]),
        ] {
            let expected: BTreeMap<String, String> =
                expected.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
            assert_eq!(recorded_values(text), expected, "{text}");
        }
    }

    #[test]
    fn r9_9_a_band_holds_from_its_value_to_the_next_and_the_lowest_downwards() {
        for (score, expected) in
            [("-5", 10), ("0", 10), ("299", 10), ("300", 60), ("399", 60), ("400", 90), ("9999999", 90)]
        {
            let facts = BuyerFacts { recorded: recorded_values(&format!("score={score}")), ..facts() };
            assert_eq!(points(FactorMeasure::Recorded, bands(), &facts), expected, "{score}");
        }
    }

    #[test]
    fn r9_9_what_is_not_known_or_no_number_counts_the_points_of_the_unknown() {
        let no_number = BuyerFacts { recorded: recorded_values("score=good"), ..facts() };
        assert_eq!(points(FactorMeasure::Recorded, bands(), &no_number), 30);
        assert_eq!(points(FactorMeasure::InformationMonths, bands(), &facts()), 30);
        let values = |others| Scale::Values { points: [("SE".to_owned(), 80)].into(), others };
        assert_eq!(points(FactorMeasure::Country, values(None), &facts()), 80);
        let elsewhere = BuyerFacts { country: "BR".to_owned(), ..facts() };
        assert_eq!(points(FactorMeasure::Country, values(None), &elsewhere), 30);
        assert_eq!(points(FactorMeasure::Country, values(Some(40)), &elsewhere), 40);
        let nowhere = BuyerFacts { country: String::new(), ..facts() };
        assert_eq!(points(FactorMeasure::Country, values(Some(40)), &nowhere), 30);
    }

    #[test]
    fn r9_9_points_are_the_mean_by_weight_rounded_half_up() {
        // (points, weight) of each, expected
        for (parts, expected) in [
            (vec![], None),
            (vec![(60, 1)], Some(60)),
            (vec![(60, 1), (61, 1)], Some(61)),
            (vec![(90, 3), (10, 1)], Some(70)),
            (vec![(100, 100), (0, 100), (0, 1)], Some(50)),
        ] {
            let of = |(points, weight)| FactorPoints {
                factor: String::new(),
                measure: FactorMeasure::Country,
                found: None,
                points,
                weight,
            };
            let all: Vec<FactorPoints> = parts.iter().copied().map(of).collect();
            assert_eq!(total_points(&all), expected, "{parts:?}");
        }
    }

    #[test]
    fn r9_9_the_best_class_reached_is_the_class() {
        let class = |name: &str, points_from| RiskClass {
            name: name.to_owned(),
            points_from,
            ..RiskClass::default()
        };
        let classes = [class("C", 0), class("A", 80), class("B", 50)];
        for (points, expected) in [(0, "C"), (49, "C"), (50, "B"), (79, "B"), (80, "A"), (100, "A")] {
            assert_eq!(class_of(&classes, points).unwrap().name, expected, "{points}");
        }
        assert_eq!(class_of(&classes[1..], 20), None);
    }

    #[test]
    fn r9_9_a_countrys_own_rule_of_evidence_stands_in_for_the_general_one() {
        let rule = |kind, months, country: Option<&str>| RequiredEvidence {
            kind,
            months,
            country: country.map(str::to_owned),
        };
        let class = RiskClass {
            evidence: vec![
                rule(EvidenceKind::AgencyReport, 6, Some("IT")),
                rule(EvidenceKind::AgencyReport, 12, None),
                rule(EvidenceKind::BankReference, 24, Some("FR")),
            ],
            ..RiskClass::default()
        };
        for (country, expected) in [("IT", vec![6]), ("SE", vec![12]), ("FR", vec![12, 24])] {
            let months: Vec<u32> =
                evidence_required(&class, country).iter().map(|rule| rule.months).collect();
            assert_eq!(months, expected, "{country}");
        }
    }
}
