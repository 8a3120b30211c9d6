use super::*;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn flat(rate: &str) -> Vec<RateFrom> {
    vec![RateFrom { day: day("2000-01-01"), rate: Some(percent(rate)) }]
}

fn interest(rates: &[RateFrom], due: &str, until: &str, open: &[(&str, i64)]) -> i64 {
    let open: Vec<(Day, i64)> = open.iter().map(|(from, n)| (day(from), *n)).collect();
    late_interest(rates, day(due), day(until), &open).amount
}

#[test]
fn r9_8_interest_is_amount_times_rate_times_days_over_365() {
    // rate, due, until, amount, interest
    for (rate, due, until, amount, expected) in [
        // WE-74: three months of 10.25 % on 10,000.00 are about 256.
        ("10.25", "2024-01-01", "2024-04-01", 1_000_000, 25_555),
        ("10.25", "2024-01-01", "2024-03-31", 1_000_000, 25_274),
        // PD-9: 15 days of 10 % on 100.00.
        ("10", "2024-01-01", "2024-01-16", 10_000, 41),
        // A leap year has no cheaper days.
        ("10", "2023-12-31", "2024-12-30", 36_500, 3_650),
        ("10", "2024-01-01", "2024-01-01", 10_000, 0),
        ("10", "2024-01-01", "2023-12-01", 10_000, 0),
        ("0", "2024-01-01", "2024-12-31", 10_000, 0),
        ("10", "2024-01-01", "2024-12-31", -10_000, 0),
        ("100", "1970-01-01", "9999-12-31", i64::MAX, i64::MAX),
    ] {
        let found = interest(&flat(rate), due, until, &[("1970-01-01", amount)]);
        assert_eq!(found, expected, "{rate} % on {amount} from {due} to {until}");
    }
}

#[test]
fn r9_8_a_change_of_the_rate_and_a_part_payment_split_the_period() {
    let rates = [
        RateFrom { day: day("2023-01-01"), rate: Some(percent("10")) },
        RateFrom { day: day("2024-01-01"), rate: Some(percent("12.5")) },
    ];
    let open = [(day("2023-01-01"), 100_000), (day("2024-02-01"), 40_000)];
    let found = late_interest(&rates, day("2023-12-15"), day("2024-02-29"), &open);
    let table: Vec<(String, String, i64, String, i32)> = found
        .periods
        .iter()
        .map(|p| (p.from.to_string(), p.until.to_string(), p.amount, p.rate.to_string(), p.days()))
        .collect();
    let row = |from: &str, until: &str, amount, rate: &str, days| {
        (from.to_owned(), until.to_owned(), amount, rate.to_owned(), days)
    };
    assert_eq!(
        table,
        [
            row("2023-12-16", "2023-12-31", 100_000, "10.00", 16),
            row("2024-01-01", "2024-01-31", 100_000, "12.50", 31),
            row("2024-02-01", "2024-02-29", 40_000, "12.50", 29),
        ]
    );
    // 438.3562 + 1061.6438 + 397.2603, rounded once.
    assert_eq!(found.amount, 1_897);
    // Nothing before the first rate, nothing once it is paid.
    assert_eq!(interest(&rates, "2022-11-30", "2022-12-31", &[("2022-01-01", 100_000)]), 0);
    assert_eq!(interest(&rates, "2023-01-31", "2024-12-31", &[("2023-01-01", 0)]), 0);
}

#[test]
fn r9_8_each_country_has_its_own_rate_and_sums() {
    let table = InterestTable::statutory();
    // country, day, rate, compensation, currency
    for (country, on, rate, compensation, currency) in [
        ("IE", "2024-07-01", "12.25", 4_000, "EUR"),
        ("NL", "2024-03-31", "12.50", 4_000, "EUR"),
        ("DE", "2024-07-01", "12.37", 4_000, "EUR"),
        ("DE", "2022-12-31", "8.12", 4_000, "EUR"),
        ("FR", "2024-12-31", "14.25", 4_000, "EUR"),
        ("AT", "2022-12-31", "8.58", 4_000, "EUR"),
        ("AT", "2023-06-30", "11.08", 4_000, "EUR"),
        ("SE", "2024-06-30", "12.00", 45_000, "SEK"),
    ] {
        let terms = table.at(country, day(on)).unwrap();
        let found = (terms.rate().to_string(), terms.compensation, terms.currency.to_string());
        assert_eq!(found, (rate.to_owned(), compensation, currency.to_owned()), "{country} {on}");
    }
    assert!(table.at("US", day("2024-07-01")).is_none());
    assert!(table.at("FR", day("2001-01-01")).is_none());
    let sweden = table.at("SE", day("2024-06-30")).unwrap();
    assert_eq!((sweden.reminder_charge, sweden.collection_charge), (Some(6_000), Some(18_000)));
    assert!(STATUTORY.iter().all(|row| !row.source.is_empty()));
}

#[test]
fn r9_8_an_agreed_rate_replaces_the_law_but_not_below_what_may_be_agreed() {
    let table = InterestTable::statutory();
    let rate = |country: &str, agreed: &str, on: &str| {
        let rates = rates_of(table.of_country(country), Some(percent(agreed)));
        rates[..rates.partition_point(|rate| rate.day <= day(on))].last().unwrap().rate.unwrap().to_string()
    };
    assert_eq!(rate("FR", "10", "2024-07-01"), "14.76");
    assert_eq!(rate("FR", "15", "2024-07-01"), "15.00");
    assert_eq!(rate("DE", "5", "2024-07-01"), "5.00");
    assert_eq!(rate("US", "5", "2024-07-01"), "5.00");
}

#[test]
fn r9_8_rows_of_the_house_take_the_place_of_the_programs() {
    let statutory = InterestTable::statutory();
    let mut own = statutory.at("DE", day("2024-07-01")).unwrap().clone();
    own.reference = percent("4");
    let table = InterestTable::statutory().with([own]);
    assert_eq!(table.rows().len(), statutory.rows().len());
    assert_eq!(table.at("DE", day("2024-08-01")).unwrap().rate().to_string(), "13.00");
    assert_eq!(table.at("DE", day("2025-01-01")).unwrap().rate().to_string(), "11.27");
}

#[test]
fn r9_8_percentages_have_four_decimals_and_stay_within_a_hundred() {
    for (text, expected) in [
        ("4.25", Some("4.25")),
        ("-0.88", Some("-0.88")),
        ("8.1234", Some("8.1234")),
        ("8", Some("8.00")),
        ("100", Some("100.00")),
        ("100.01", None),
        ("8.12345", None),
        ("8,5", None),
        ("", None),
        ("1e9", None),
    ] {
        assert_eq!(Percent::parse(text).map(|p| p.to_string()).as_deref(), expected, "{text}");
    }
    assert_eq!(percent("15").of(10_000), Some(1_500));
}

#[test]
fn r9_8_beyond_what_is_published_no_rate_is_assumed() {
    let table = InterestTable::statutory();
    let found = |country: &str, agreed: Option<&str>, due: &str, until: &str| {
        let rates = rates_of(table.of_country(country), agreed.map(percent));
        let interest = late_interest(&rates, day(due), day(until), &[(day(due), 36_500)]);
        (interest.amount, interest.unknown_from.map(|day| day.to_string()))
    };
    // country, agreed rate, due, until, interest, first day without a rate
    for (country, agreed, due, until, amount, unknown) in [
        // 10.27 % on 365.00 are 10.27 cents a day.
        ("DE", None, "2026-06-20", "2026-06-30", 103, None),
        ("DE", None, "2026-06-20", "2026-11-22", 103, Some("2026-07-01")),
        ("DE", None, "2026-07-31", "2026-11-22", 0, Some("2026-08-01")),
        ("NL", None, "2026-06-30", "2026-07-10", 0, Some("2026-07-01")),
        ("SE", None, "2024-06-20", "2024-07-10", 120, Some("2024-07-01")),
        ("US", None, "2024-06-20", "2024-07-10", 0, Some("2024-06-21")),
        ("FR", None, "2022-12-21", "2023-01-10", 125, Some("2022-12-22")),
        // An agreed rate needs no table, but where a law names the lowest.
        ("DE", Some("10"), "2026-07-31", "2026-08-10", 100, None),
        ("US", Some("10"), "2026-07-31", "2026-08-10", 100, None),
        ("FR", Some("10"), "2026-07-31", "2026-08-10", 0, Some("2026-08-01")),
    ] {
        let expected = (amount, unknown.map(str::to_owned));
        assert_eq!(found(country, agreed, due, until), expected, "{country} {agreed:?} {due} {until}");
    }
}

#[test]
fn r9_8_rows_of_the_program_follow_each_other_without_a_gap() {
    let table = InterestTable::statutory();
    for pair in table.rows().windows(2).filter(|pair| pair[0].country == pair[1].country) {
        assert_eq!(pair[0].valid_until.plus_days(1), pair[1].valid_from, "{pair:?}");
    }
}

#[test]
fn r9_8_a_row_of_the_house_cuts_what_was_known_to_the_days_beside_it() {
    let own = |from: &str, until: &str, reference: &str| InterestTerms {
        valid_from: day(from),
        valid_until: day(until),
        reference: percent(reference),
        ..InterestTable::statutory().at("DE", day("2025-01-01")).unwrap().clone()
    };
    let table = InterestTable::statutory()
        .with([own("2025-03-01", "2025-03-31", "4"), own("2026-07-01", "2026-12-31", "1")]);
    for (on, rate) in [
        ("2025-02-28", Some("11.27")),
        ("2025-03-01", Some("13.00")),
        ("2025-03-31", Some("13.00")),
        ("2025-04-01", Some("11.27")),
        ("2026-06-30", Some("10.27")),
        ("2026-12-31", Some("10.00")),
        ("2027-01-01", None),
    ] {
        assert_eq!(table.at("DE", day(on)).map(|row| row.rate().to_string()).as_deref(), rate, "{on}");
    }
}
