//! The recommended credit line of a buyer and the conditions it gets (R9.9), with the reasons for each.

use crate::calendar::Day;
use crate::codes::codes;
use crate::credit_policy::{CreditPolicy, Handling, StandardTerms};
use crate::money::mul_div_round;
use crate::policy_exception::{Differs, PolicyException, exception_in_force};
use crate::risk_class::{
    BuyerFacts, FactorPoints, RequiredEvidence, RiskClass, class_of, evidence_required, factor_points,
    total_points,
};

codes! {
    /// What a recommended credit line rests on.
    LineBasis {
        /// The class's percentage of the insured sum.
        InsuredPercent = "insured_percent",
        /// The class's highest line.
        Maximum = "maximum",
        /// The class's line for buyers without cover.
        WithoutCover = "without_cover",
        /// An exception.
        Exception = "exception",
        /// The policy says nothing: no class, or one without a line.
        Nothing = "nothing",
    }
}

/// What the policy recommends for one buyer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recommendation {
    /// What each factor gave.
    pub factors: Vec<FactorPoints>,
    /// Points, 0 to 100; `None` where the policy has no factors.
    pub points: Option<u32>,
    /// Risk class; `None` where the policy has none for these points.
    pub class: Option<String>,
    /// Credit line, minor units of the policy's currency; `None` where the policy says nothing.
    pub line: Option<i64>,
    /// What the line rests on.
    pub basis: LineBasis,
    /// Payment terms; `None` where the policy says nothing.
    pub payment_terms: Option<String>,
    /// Evidence to be had.
    pub evidence: Vec<RequiredEvidence>,
    /// How the debtor is handled, where the policy or an exception says it for the class.
    pub handling: Option<String>,
    /// Numbers of the exceptions that made a difference.
    pub exceptions: Vec<i64>,
}

/// What the policy recommends for a buyer on a key date. Exceptions are those of this buyer, ended and planned ones included.
#[must_use]
pub fn recommend(
    policy: &CreditPolicy,
    facts: &BuyerFacts,
    exceptions: &[PolicyException],
    key_date: Day,
) -> Recommendation {
    let factors = factor_points(&policy.factors, facts);
    let points = total_points(&factors);
    let mut applied = Vec::new();
    let mut exception = |differs: Differs| {
        let found = exception_in_force(exceptions, differs, key_date)?;
        applied.push(found.id);
        Some(found.value.clone())
    };
    let by_points = points.and_then(|points| class_of(&policy.classes, points));
    let known = |name: &String| policy.classes.iter().any(|class| class.name == *name);
    let excepted = exception(Differs::RiskClass).filter(known);
    let class = match &excepted {
        Some(name) => policy.classes.iter().find(|class| class.name == *name),
        None => by_points,
    };
    let (line, basis) = match exception(Differs::CreditLine).and_then(|amount| amount.parse().ok()) {
        Some(line) => (Some(line), LineBasis::Exception),
        None => class.map_or((None, LineBasis::Nothing), |class| line_of(class, facts.insured_sum)),
    };
    let name = class.map(|class| class.name.as_str());
    let payment_terms = exception(Differs::PaymentTerms).or_else(|| terms_of(policy, class, &facts.country));
    let evidence = class.map(|class| evidence_required(class, &facts.country)).unwrap_or_default();
    let handling = exception(Differs::Handling).or_else(|| handling_of(policy, name, 0).map(str::to_owned));
    let without = exception(Differs::Evidence).is_some();
    Recommendation {
        factors,
        points,
        class: name.map(str::to_owned),
        line,
        basis,
        payment_terms,
        evidence: if without { Vec::new() } else { evidence.into_iter().cloned().collect() },
        handling,
        exceptions: applied,
    }
}

fn line_of(class: &RiskClass, insured_sum: Option<i64>) -> (Option<i64>, LineBasis) {
    match insured_sum.filter(|sum| *sum > 0) {
        None => match (class.without_cover, class.percent_of_insured_sum, class.maximum) {
            (Some(line), _, _) => (Some(line), LineBasis::WithoutCover),
            (None, Some(_), _) => (Some(0), LineBasis::WithoutCover),
            (None, None, Some(maximum)) => (Some(maximum), LineBasis::Maximum),
            (None, None, None) => (None, LineBasis::Nothing),
        },
        Some(sum) => {
            let share = class
                .percent_of_insured_sum
                .map(|percent| mul_div_round(sum, i128::from(percent), 100).unwrap_or(i64::MAX));
            match (share, class.maximum) {
                (Some(share), Some(maximum)) if maximum < share => (Some(maximum), LineBasis::Maximum),
                (Some(share), _) => (Some(share), LineBasis::InsuredPercent),
                (None, Some(maximum)) => (Some(maximum), LineBasis::Maximum),
                (None, None) => (None, LineBasis::Nothing),
            }
        }
    }
}

/// Standard payment terms: those for the class in the country, else of the country, else of the class, else for all.
fn terms_of(policy: &CreditPolicy, class: Option<&RiskClass>, country: &str) -> Option<String> {
    let name = class.map(|class| class.name.as_str());
    let find = |class: Option<&str>, country: Option<&str>| {
        let is =
            |terms: &&StandardTerms| terms.class.as_deref() == class && terms.country.as_deref() == country;
        policy.terms.iter().find(is).map(|terms| terms.payment_terms.clone())
    };
    let of_class = || {
        let of_class = name.and_then(|name| find(Some(name), None));
        of_class.or_else(|| class.and_then(|class| class.payment_terms.clone()))
    };
    name.and_then(|name| find(Some(name), Some(country)))
        .or_else(|| find(None, Some(country)))
        .or_else(of_class)
        .or_else(|| find(None, None))
}

/// How debtors of a class are handled at a reminder level (0: nothing reminded): the rule with the highest level not above it, one for the
/// class before one for all; below all rules what the class itself says.
#[must_use]
pub fn handling_of<'p>(policy: &'p CreditPolicy, class: Option<&str>, level: u32) -> Option<&'p str> {
    let applies =
        |rule: &&Handling| rule.level <= level && (rule.class.is_none() || rule.class.as_deref() == class);
    let rule = policy.handling.iter().filter(applies).max_by_key(|rule| (rule.level, rule.class.is_some()));
    let own = || policy.classes.iter().find(|own| Some(own.name.as_str()) == class)?.handling.as_deref();
    rule.map(|rule| rule.text.as_str()).or_else(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{Category, CoverKind};
    use crate::money::Currency;
    use crate::risk_class::{Band, FactorMeasure, RiskFactor, Scale};

    fn day() -> Day {
        Day::parse_iso("2024-06-30").unwrap()
    }

    fn facts(days_late: i32, insured_sum: Option<i64>, country: &str) -> BuyerFacts {
        BuyerFacts {
            country: country.to_owned(),
            category: Category::Company,
            cover: CoverKind::Named,
            recorded: std::collections::BTreeMap::new(),
            days_late: Some(days_late),
            years_known: None,
            information_months: None,
            insured_sum,
        }
    }

    fn policy() -> CreditPolicy {
        let class = |name: &str, points_from, percent, maximum, without_cover| RiskClass {
            name: name.to_owned(),
            points_from,
            percent_of_insured_sum: percent,
            maximum,
            without_cover,
            payment_terms: (name == "A").then(|| "60".to_owned()),
            handling: Some(format!("{name} as usual")),
            ..RiskClass::default()
        };
        let terms = |class: Option<&str>, country: Option<&str>, text: &str| StandardTerms {
            class: class.map(str::to_owned),
            country: country.map(str::to_owned),
            payment_terms: text.to_owned(),
        };
        CreditPolicy {
            factors: vec![RiskFactor {
                name: "behaviour".to_owned(),
                measure: FactorMeasure::DaysLate,
                key: String::new(),
                weight: 1,
                scale: Scale::Bands(vec![Band { from: 0, points: 100 }, Band { from: 15, points: 40 }]),
                unknown: 0,
            }],
            classes: vec![
                class("A", 80, Some(120), Some(100_000), Some(5_000)),
                class("B", 40, Some(100), None, None),
                class("C", 0, None, None, None),
            ],
            terms: vec![
                terms(None, None, "14"),
                terms(Some("A"), Some("IT"), "45"),
                terms(None, Some("IT"), "30"),
            ],
            handling: vec![
                Handling { class: None, level: 2, text: "call".to_owned() },
                Handling { class: Some("B".to_owned()), level: 2, text: "visit".to_owned() },
            ],
            ..CreditPolicy::usual(Currency::EUR)
        }
    }

    #[test]
    fn r9_9_the_line_follows_from_class_and_insured_sum() {
        // days late, insured sum, class, line, basis
        for (days_late, sum, class, line, basis) in [
            (0, Some(50_000), "A", Some(60_000), LineBasis::InsuredPercent),
            (0, Some(90_000), "A", Some(100_000), LineBasis::Maximum),
            (0, Some(0), "A", Some(5_000), LineBasis::WithoutCover),
            (0, None, "A", Some(5_000), LineBasis::WithoutCover),
            (0, Some(i64::MAX), "A", Some(100_000), LineBasis::Maximum),
            (20, Some(50_000), "B", Some(50_000), LineBasis::InsuredPercent),
            (20, Some(i64::MAX), "B", Some(i64::MAX), LineBasis::InsuredPercent),
            (20, None, "B", Some(0), LineBasis::WithoutCover),
        ] {
            let found = recommend(&policy(), &facts(days_late, sum, "DE"), &[], day());
            assert_eq!(
                (found.class.as_deref(), found.line, found.basis),
                (Some(class), line, basis),
                "{days_late} {sum:?}"
            );
        }
    }

    #[test]
    fn r9_9_a_policy_without_classes_recommends_nothing() {
        let found = recommend(&CreditPolicy::usual(Currency::EUR), &facts(0, Some(1), "DE"), &[], day());
        assert_eq!((found.points, found.class, found.line), (None, None, None));
        assert_eq!(found.basis, LineBasis::Nothing);
    }

    #[test]
    fn r9_9_terms_of_class_and_country_come_before_those_of_one_of_them() {
        for (days_late, country, expected) in
            [(0, "IT", "45"), (20, "IT", "30"), (0, "DE", "60"), (20, "DE", "14")]
        {
            let found = recommend(&policy(), &facts(days_late, None, country), &[], day());
            assert_eq!(found.payment_terms.as_deref(), Some(expected), "{days_late} {country}");
        }
    }

    #[test]
    fn r9_9_handling_goes_by_class_and_level() {
        let policy = policy();
        for (class, level, expected) in [
            (Some("A"), 0, Some("A as usual")),
            (Some("A"), 2, Some("call")),
            (Some("B"), 3, Some("visit")),
            (None, 1, None),
            (None, 9, Some("call")),
        ] {
            assert_eq!(handling_of(&policy, class, level), expected, "{class:?} {level}");
        }
    }

    #[test]
    fn r9_9_an_exception_stands_in_until_its_last_day_and_is_named() {
        let exception = |id, differs, value: &str, until: &str| PolicyException {
            id,
            differs,
            value: value.to_owned(),
            valid_from: Day::parse_iso("2024-01-01").unwrap(),
            valid_until: Day::parse_iso(until).unwrap(),
        };
        let all = [
            exception(1, Differs::RiskClass, "B", "2024-12-31"),
            exception(2, Differs::CreditLine, "777", "2024-06-30"),
            exception(3, Differs::PaymentTerms, "90", "2024-06-29"),
            exception(4, Differs::Handling, "the managing director calls", "2024-12-31"),
        ];
        let facts = facts(0, Some(50_000), "DE");
        let found = recommend(&policy(), &facts, &all, day());
        assert_eq!(found.class.as_deref(), Some("B"));
        assert_eq!((found.line, found.basis), (Some(777), LineBasis::Exception));
        assert_eq!(found.payment_terms.as_deref(), Some("14"));
        assert_eq!(found.handling.as_deref(), Some("the managing director calls"));
        assert_eq!(found.exceptions, [1, 2, 4]);
        let next_day = recommend(&policy(), &facts, &all, day().plus_days(1));
        assert_eq!((next_day.line, next_day.basis), (Some(50_000), LineBasis::InsuredPercent));
        assert_eq!(next_day.exceptions, [1, 4]);
    }

    #[test]
    fn r9_9_a_class_that_is_no_longer_in_the_policy_changes_nothing() {
        let gone = PolicyException {
            id: 1,
            differs: Differs::RiskClass,
            value: "Z".to_owned(),
            valid_from: Day::FIRST,
            valid_until: Day::LAST,
        };
        let found = recommend(&policy(), &facts(0, None, "DE"), &[gone], day());
        assert_eq!(found.class.as_deref(), Some("A"));
    }
}
