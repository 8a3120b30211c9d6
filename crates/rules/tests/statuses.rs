//! Insured sum and insurance status (R2, R4): the test vectors ST and UN.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use obligo_rules::buyer::{BuyerHistory, buyer_excluded};
use obligo_rules::codes::{Category, CoverKind, EvidenceKind, InsuranceStatus};
use obligo_rules::evidence::{
    Delivery, Evidence, UnnamedBounds, experience_renewal, must_be_offered, unnamed_sum,
};
use obligo_rules::limit::limit_in_force;
use obligo_rules::policy::{CancelledBy, Experience, Policy, Unnamed};
use obligo_rules::status::examine;
use support::{cover, day, day_opt, decisions_of, declare, item, ledger, named, policy};

fn rows(table: &str) -> Vec<Vec<&str>> {
    table.lines().filter(|l| !l.trim().is_empty()).map(|l| l.split('|').map(str::trim).collect()).collect()
}

fn status(policy: &Policy, buyer: &BuyerHistory, text: &str, key_date: &str) -> InsuranceStatus {
    let ledger = ledger(policy, buyer, &[item(text)], key_date);
    examine(policy, support::POLICY, &ledger.cases[0], &ledger.accounts[0], &ledger.items[0]).status
}

#[test]
fn r2_2_the_decision_in_force() {
    // decisions | key date | amount in force
    let table = "
        2024-01-01 50000                                           | 2023-12-31 | -
        2024-01-01 50000                                           | 2024-01-01 | 50000
        2024-01-01 50000; 2024-03-01 80000                         | 2024-03-01 | 80000
        2024-01-01 50000; 2024-03-01 80000 until=2024-04-30        | 2024-04-30 | 80000
        2024-01-01 50000; 2024-03-01 80000 until=2024-04-30        | 2024-05-01 | 50000
        2024-03-01 80000 until=2024-04-30                          | 2024-05-01 | -
        2024-01-01 50000; 2024-01-01 60000                         | 2024-02-01 | 60000
        2024-01-01 50000; 2024-02-01 90000 response=1              | 2024-03-01 | 50000
        2024-01-01 50000; 2024-02-01 90000 response=6              | 2024-03-01 | 50000
        2024-01-01 50000; 2024-02-01 90000 response=4              | 2024-03-01 | 50000
        2024-01-01 50000; 2024-02-01 90000 response=4 met          | 2024-03-01 | 90000
        2024-01-01 50000; 2024-02-01 30000 response=9              | 2024-03-01 | 30000
        2024-01-01 50000; 2024-02-01 - response=8                  | 2024-03-01 | 0
        2024-01-01 - response=3                                    | 2024-03-01 | 0
        2024-01-01 40000 response=5                                | 2024-03-01 | 40000
        2024-01-01 40000 response=7                                | 2024-03-01 | -
        2024-01-01 40000 response=0                                | 2024-03-01 | 40000
        2024-01-01 - response=0                                    | 2024-03-01 | -";
    for row in rows(table) {
        let decisions = decisions_of(row[0]);
        let amount = limit_in_force(&decisions, day(row[1]))
            .and_then(obligo_rules::limit::LimitDecision::counted_amount);
        assert_eq!(amount, row[2].parse().ok(), "R2.2 {row:?}");
    }
}

#[test]
fn r2_6_top_up_adds_while_the_primary_is_in_force() {
    // decisions, key date, insured of an item of 100,000
    for (decisions, key_date, insured) in [
        ("2024-01-01 40000; 2024-01-01 40000 top-up", "2024-02-29", 80_000), // WE-16
        ("2024-01-01 40000; 2024-01-01 40000 top-up; 2024-02-01 0 response=8", "2024-02-29", 0),
        ("2024-01-01 40000; 2024-01-01 40000 top-up until=2024-01-31", "2024-02-29", 40_000),
        ("2024-01-01 40000 top-up", "2024-02-29", 0),
    ] {
        let buyer = named(decisions, "-");
        let (_, after) =
            declare(&policy(), &buyer, &[item("invoice 2024-01-10 2024-02-09 100000")], key_date);
        assert_eq!(after[0].insurance.insured, insured, "{decisions}");
    }
}

#[test]
fn r4_2_the_ladder_of_the_insurance_status() {
    // name | decisions | declined | item | key date | status
    let table = "
        ST-2       | 2024-01-01 50000                  | - | invoice 2024-01-15 2024-03-15 9                | 2024-01-31 | K
        ST-3       | 2024-01-01 0 response=3           | - | invoice 2024-01-15 2024-03-15 9                | 2024-01-31 | I
        ST-3 later | 2024-01-01 0; 2024-02-01 20000    | - | invoice 2024-01-15 2024-03-15 9 status=I       | 2024-02-29 | K
        ST-4 debit | 2024-01-01 50000; 2024-03-01 0    | - | invoice 2024-03-05 2024-04-05 9                | 2024-03-31 | C
        ST-4 credit| 2024-01-01 50000; 2024-03-01 0    | - | credit_note 2024-03-06 2024-03-06 -9           | 2024-03-31 | D
        ST-4 stays | 2024-01-01 50000; 2024-03-01 0; 2024-04-01 50000 | - | invoice 2024-03-05 2024-04-05 9 status=C | 2024-04-30 | C
        ST-5       | 2024-01-01 50000; 2024-03-01 0    | - | invoice 2024-02-20 2024-03-20 9 status=K       | 2024-03-31 | K
        before     | 2024-01-01 50000; 2024-03-01 0    | - | invoice 2024-02-20 2024-03-20 9                | 2024-03-31 | I
        declined   | 2024-01-01 50000                  | 2024-03-01 | invoice 2024-03-05 2024-04-05 9       | 2024-03-31 | C
        decl. day  | 2024-01-01 50000                  | 2024-03-01 | invoice 2024-03-01 2024-04-05 9       | 2024-03-31 | C
        decl. later| 2024-01-01 50000                  | 2024-04-01 | invoice 2024-03-05 2024-04-05 9       | 2024-03-31 | K
        lapsed     | 2024-01-01 50000 until=2024-02-29 | - | invoice 2024-03-05 2024-04-05 9                | 2024-03-31 | C
        lapsed old | 2024-01-01 50000 until=2024-02-29 | - | invoice 2024-02-05 2024-03-05 9                | 2024-03-31 | ?
        never      |                                   | - | invoice 2024-03-05 2024-04-05 9                | 2024-03-31 | ?
        ST-6       | 2024-01-01 50000                  | - | bill 2024-01-15 2024-03-15 9                   | 2024-01-31 | M
        bill K     | 2024-01-01 50000                  | - | bill 2024-01-15 2024-03-15 9 status=K          | 2024-01-31 | K
        secured    | 2024-01-01 50000                  | - | invoice 2024-01-15 2024-08-15 9 secured        | 2024-01-31 | S
        ST-8 DL-2  | 2024-01-01 50000                  | - | invoice 2024-01-15 2024-06-13 9                | 2024-01-31 | Z
        R3.10 equal| 2024-01-01 50000                  | - | invoice 2024-01-15 2024-05-15 9                | 2024-01-31 | K
        WE-21 late | 2024-01-01 50000 months=2         | - | invoice 2025-03-01 2025-05-30 9                | 2025-03-31 | Z
        WE-21 equal| 2024-01-01 50000 months=2         | - | invoice 2025-03-01 2025-04-30 9                | 2025-03-31 | K
        Z is first | 2024-01-01 50000; 2024-03-01 0    | - | invoice 2024-03-05 2024-08-05 9                | 2024-03-31 | Z
        credit late| 2024-01-01 50000                  | - | credit_note 2024-01-15 2024-08-15 -9           | 2024-01-31 | K
        credit zero| 2024-01-01 0 response=3           | - | credit_note 2024-01-15 2024-01-15 -9           | 2024-01-31 | ?
        O          | 2024-02-01 50000                  | - | invoice 2024-01-15 2024-03-15 9                | 2024-02-29 | O
        R4.1 sticky| 2024-01-01 50000                  | - | invoice 2024-01-15 2024-03-15 9 status=Z       | 2024-01-31 | Z";
    for row in rows(table) {
        let found = status(&policy(), &named(row[1], row[2]), row[3], row[4]);
        assert_eq!(found.code(), row[5], "R4.2 {}", row[0]);
    }
}

#[test]
fn r4_3_the_policy_chooses_the_date_compared_with_the_cancellation() {
    let mut policy = policy();
    let buyer = named("2024-01-01 50000; 2024-03-01 0 response=8", "-");
    let text = "invoice 2024-02-27 2024-03-27 9 posted=2024-03-04";
    assert_eq!(status(&policy, &buyer, text, "2024-03-31").code(), "I");
    policy.status.cancelled_by = CancelledBy::Posting;
    assert_eq!(status(&policy, &buyer, text, "2024-03-31").code(), "C");
}

#[test]
fn r4_4_existing_receivables() {
    // name | policy start months | new buyer months | item dated | status ; policy from 2024-01-01, buyer from 2024-02-01
    let table = "
        DL-15 first day | 3 | - | 2023-10-01 | K
        too old         | 3 | - | 2023-09-30 | O
        not admitted    | - | - | 2023-12-31 | O
        one test only   | 3 | - | 2023-12-31 | K
        new buyer       | - | - | 2024-01-15 | O
        new buyer 1 M   | - | 1 | 2024-01-01 | K
        buyer's start   | - | - | 2024-02-01 | K";
    for row in rows(table) {
        let mut policy = policy();
        policy.valid_from = day("2024-01-01");
        policy.existing.max_age_months_at_start = row[1].parse().ok();
        policy.existing.max_age_months_new_buyer = row[2].parse().ok();
        let text = format!("invoice {} {} 9", row[3], day(row[3]).plus_days(30));
        let found = status(&policy, &named("2024-02-01 50000", "-"), &text, "2024-02-29");
        assert_eq!(found.code(), row[4], "R4.4 {}", row[0]);
    }
}

#[test]
fn r4_2_excluded_by_policy() {
    let mut policy = policy();
    policy.cover.exclude = vec![Category::Public];
    policy.cover.countries = vec!["DE".into(), "FR".into()];
    for (category, country, covered) in [
        (Category::Company, "DE", true),
        (Category::Public, "DE", false),
        (Category::Company, "IT", false),
        (Category::Affiliate, "FR", true),
    ] {
        assert_eq!(buyer_excluded(&policy, category, country).is_none(), covered, "{category:?} {country}");
    }
    policy.cover.exclude_disputed = true;
    let buyer = named("2024-01-01 50000", "-");
    assert_eq!(status(&policy, &buyer, "invoice 2024-01-15 2024-03-15 9 disputed", "2024-01-31").code(), "E");
}

/// Offering threshold 10,000, reports 12 months, references up to 8,000 for 12 months, experience 10,000 / 6,000 / 3,000.
fn unnamed_terms() -> Unnamed {
    let category = |up_to, deliveries, turnover| Experience { up_to, deliveries, turnover };
    Unnamed {
        offering_threshold: Some(1_000_000),
        agency_report_months: Some(12),
        bank_reference_up_to: Some(800_000),
        bank_reference_months: Some(12),
        experience: vec![
            category(1_000_000, 5, Some(2_000_000)),
            category(600_000, 3, Some(900_000)),
            category(300_000, 2, None),
        ],
        experience_lookback_months: Some(12),
        experience_validity_months: Some(12),
        ..Unnamed::default()
    }
}

/// Evidence `kind date +|- [category until]`, separated by `;`.
fn evidence(text: &str) -> Vec<Evidence> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let words: Vec<&str> = part.split_whitespace().collect();
            Evidence {
                kind: EvidenceKind::parse(words[0]).unwrap(),
                date: day(words[1]),
                positive: words[2] == "+",
                category: words.get(3).map(|c| c.parse().unwrap()),
                valid_until: words.get(4).map(|d| day(d)),
            }
        })
        .collect()
}

#[test]
fn r2_3_the_sum_of_an_unnamed_buyer() {
    // name | evidence | declined | recommended, from | key date | sum
    let table = "
        UN-1        | agency_report 2023-05-15 +                               | -          | - -              | 2024-04-30 | 1000000
        DL-14 last  | agency_report 2023-05-15 +                               | -          | - -              | 2024-05-15 | 1000000
        UN-1 expired| agency_report 2023-05-15 +                               | -          | - -              | 2024-05-31 | 0
        newer no    | agency_report 2023-05-15 +; agency_report 2024-01-10 -   | -          | - -              | 2024-04-30 | 0
        not yet     | agency_report 2023-05-15 +; agency_report 2024-05-10 -   | -          | - -              | 2024-04-30 | 1000000
        bank        | bank_reference 2024-01-10 +                              | -          | - -              | 2024-04-30 | 800000
        best counts | bank_reference 2024-01-10 +; agency_report 2024-01-10 +  | -          | - -              | 2024-04-30 | 1000000
        UN-2        | payment_experience 2023-06-30 + 2 2024-06-30             | -          | - -              | 2024-05-31 | 600000
        UN-2 over   | payment_experience 2023-06-30 + 2 2024-06-30             | -          | - -              | 2024-07-31 | 0
        declined    | agency_report 2024-01-10 +                               | 2024-04-30 | - -              | 2024-04-30 | 0
        capped      | agency_report 2024-01-10 +                               | -          | 250000 2024-03-01| 2024-04-30 | 250000
        not capped  | agency_report 2024-01-10 +                               | -          | 250000 2024-05-01| 2024-04-30 | 1000000
        UN-4        | agency_report 2024-01-10 +                               | -          | 100 2024-03-01   | 2024-04-30 | 0
        nothing     |                                                          | -          | - -              | 2024-04-30 | 0";
    for row in rows(table) {
        let (limit, from) = row[3].split_once(' ').unwrap();
        let bounds = UnnamedBounds {
            declined_on: day_opt(row[2]),
            recommended_limit: limit.parse().ok(),
            recommended_from: day_opt(from.trim()),
        };
        let sum = unnamed_sum(&unnamed_terms(), &bounds, &evidence(row[1]), "DE", 100, day(row[4]));
        assert_eq!(sum, row[5].parse::<i64>().unwrap(), "R2.3 {}", row[0]);
    }
}

#[test]
fn r2_7_the_policy_names_the_evidence_a_country_needs() {
    let mut terms = unnamed_terms();
    terms.required_evidence.insert("IT".into(), vec![EvidenceKind::AgencyReport]);
    let bank = evidence("bank_reference 2024-01-10 +");
    let sum =
        |country| unnamed_sum(&terms, &UnnamedBounds::default(), &bank, country, 100, day("2024-04-30"));
    assert_eq!((sum("DE"), sum("IT")), (800_000, 0));
}

#[test]
fn r2_4_a_declaration_renews_an_expired_category_best_first() {
    let paid = |amount| Delivery { amount, duly_paid: true };
    let late = |amount| Delivery { amount, duly_paid: false };
    let expired = "payment_experience 2023-06-30 + 2 2024-06-30";
    // name, evidence, deliveries, renewed category
    let table: [(&str, &str, Vec<Delivery>, Option<u8>); 6] = [
        ("UN-3", expired, vec![paid(400_000); 3], Some(2)),
        ("better", expired, vec![paid(400_000); 5], Some(1)),
        ("lower", expired, vec![paid(100_000); 2], Some(3)),
        ("late ones do not count", expired, vec![late(900_000); 5], None),
        ("never a first one", "", vec![paid(400_000); 5], None),
        ("not expired", "payment_experience 2023-06-30 + 2 2024-12-31", vec![paid(400_000); 5], None),
    ];
    for (name, known, deliveries, category) in table {
        let key_date = day("2024-07-31");
        let renewed = experience_renewal(&unnamed_terms(), &evidence(known), &deliveries, key_date);
        assert_eq!(renewed.map(|(c, _)| c), category, "R2.4 {name}");
        if let Some((_, until)) = renewed {
            assert_eq!(until, day("2025-07-31"), "DL-16 {name}");
        }
    }
}

#[test]
fn r2_5_who_must_be_offered() {
    for (figure, offered) in [(999_900, false), (1_000_000, true)] {
        assert_eq!(must_be_offered(&unnamed_terms(), figure), offered, "UN-5, WE-58 {figure}");
    }
    assert!(!must_be_offered(&Unnamed::default(), i64::MAX));
}

#[test]
fn r4_3_unnamed_cover_is_cancelled_by_decline_not_by_expiry() {
    let mut policy = policy();
    policy.unnamed = unnamed_terms();
    let mut buyer = BuyerHistory {
        country: "DE".into(),
        covers: vec![cover(CoverKind::Unnamed, "2024-03-01")],
        evidence: evidence("agency_report 2024-01-10 +"),
        ..BuyerHistory::default()
    };
    let invoice = "invoice 2024-03-05 2024-04-05 9";
    assert_eq!(status(&policy, &buyer, invoice, "2024-03-31").code(), "C");
    assert_eq!(status(&policy, &buyer, "invoice 2024-02-05 2024-03-05 9", "2024-03-31").code(), "?");
    buyer.evidence = evidence("agency_report 2022-01-10 +");
    assert_eq!(status(&policy, &buyer, invoice, "2024-03-31").code(), "?", "no sum the day before");
    buyer.covers = vec![cover(CoverKind::Unnamed, "-")];
    assert_eq!(status(&policy, &buyer, invoice, "2024-03-31").code(), "?", "expired evidence");
}

#[test]
fn r4_6_a_buyer_without_cover_is_not_examined() {
    let mut buyer = named("2024-01-01 50000", "-");
    buyer.covers[0].valid_until = Some(day("2024-01-31"));
    assert_eq!(status(&policy(), &buyer, "invoice 2024-02-15 2024-03-15 9", "2024-02-29").code(), "?");
}
