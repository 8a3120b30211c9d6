use super::*;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn flat(rate: &str) -> Vec<RateFrom> {
    vec![RateFrom { day: day("2000-01-01"), rate: percent(rate) }]
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
        RateFrom { day: day("2023-01-01"), rate: percent("10") },
        RateFrom { day: day("2024-01-01"), rate: percent("12.5") },
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
        rates[..rates.partition_point(|rate| rate.day <= day(on))].last().unwrap().rate.to_string()
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
