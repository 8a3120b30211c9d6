//! Policy files as tables: what is read, and every way to be refused with its place.

use super::*;
use obligo_rules::calendar::{Day, Term};
use obligo_rules::codes::{Category, CoverKind, EvidenceKind, InsuranceStatus, ItemKind, ReportingStatus};
use obligo_rules::indemnity::{LossOrder, LossTerms};
use obligo_rules::money::Currency;
use obligo_rules::policy::*;
use rust_decimal::Decimal;

/// The shortest file; line 8 is the first free one, in `[terms]`.
const LEAST: &str = r#"policy = "ACR/A"
currency = "EUR"
valid_from = 2024-01-01
[declaration]
procedure = "balance"
[terms]
max_term_months = 4
"#;

const FULL: &str = r#"
policy = "ACR/A"
external_number = "12-3456789/01"
name = "Domestic goods"
currency = "EUR"
valid_from = 2024-01-01
valid_until = "2026-12-31"
framework = "F-1"
list_no = 7
clause."terms.max_extension_days" = "§ 9.2"
clause."unnamed.experience" = "§ 4"
[declaration]
procedure = "turnover"
exceeding_amounts = true
vat_insured = true
totals_only = true
by_country = true
credits_free_room = false
base_period_days = 90
time_premium = "per_buyer"
[terms]
max_term_days = 120
bills_max_term_months = 6
value_dated_days = 150
overdue_basis = "max_term"
max_extension_days = 30
exclusion_days = 31
deadline_reached = "after"
[default]
non_payment_report_days = 60
collection_days = 61
waiting = [{ from = "net_due", months = 6 }, { from = "collection", days = 180 }]
filing_days = 62
[notification]
limit = "1000.00"
limit_per = "buyer"
automatic_block = false
block_by = "any"
repeat_every_final_run = true
[unnamed]
offering_threshold = 10000
agency_report_months = 12
bank_reference_up_to = 5000.50
bank_reference_months = 6
experience = [{ up_to = 5_000, deliveries = 4, turnover = "8000" }, { up_to = "2500.00", deliveries = 2 }]
experience_lookback_months = 18
experience_validity_months = 13
duly_paid_by = "max_term"
required_evidence = { DE = ["agency_report"], FR = ["bank_reference", "payment_experience"] }
[existing]
max_age_months_at_start = 6
max_age_months_new_buyer = 3
[cover]
insured_percent = 90
insured_percent_unnamed = 72.5
countries = ["DE", "FR"]
exclude = ["public", "private", "affiliate", "disputed"]
[status]
cancelled_by = "posting"
[stop]
uncovered_from = "max_term"
events = ["overdue", "insolvency", "collection", "claim", "withdrawal"]
reinstatement = "on_confirmation"
[loss]
order = "B"
threshold = "500.00"
threshold_passes = "at"
each_and_every = 1000
aggregate_first_loss = 0
max_liability_multiple = 30
recoveries = "fifo"
[premium]
rates = [{ class = "DE", percent = "0.12" }]
minimum = "15000.00"
limit_fee = "30.00"
tax.DE = 19
anything = { below = true }
"#;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

#[test]
fn r1_3_every_setting_of_the_file_arrives() {
    let read = parse("p.toml", FULL).unwrap_or_else(|problems| panic!("{problems:#?}")).policy;
    let texts =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let expected = Policy {
        policy: "ACR/A".into(),
        external_number: "12-3456789/01".into(),
        name: "Domestic goods".into(),
        currency: Currency::EUR,
        valid_from: day("2024-01-01"),
        valid_until: Some(day("2026-12-31")),
        framework: "F-1".into(),
        list_no: "7".into(),
        declaration: Declaration {
            procedure: Procedure::Turnover,
            exceeding_amounts: true,
            vat_insured: true,
            totals_only: true,
            by_country: true,
            credits_free_room: false,
            base_period_days: Some(90),
            time_premium: TimePremium::PerBuyer,
        },
        terms: Terms {
            max: Term::Days(120),
            max_bills: Some(Term::Months(6)),
            max_value_dated: Some(Term::Days(150)),
            overdue_basis: OverdueBasis::MaxTerm,
            max_extension_days: Some(30),
            exclusion_days: Some(31),
            deadline_reached: DeadlineReached::After,
        },
        protracted_default: ProtractedDefault {
            non_payment_report_days: Some(60),
            collection_days: Some(61),
            waiting: vec![
                Waiting { from: WaitingFrom::NetDue, term: Term::Months(6) },
                Waiting { from: WaitingFrom::Collection, term: Term::Days(180) },
            ],
            filing_days: Some(62),
        },
        notification: Notification {
            limit: Some(100_000),
            limit_per: LimitPer::Buyer,
            automatic_block: false,
            block_by: BlockBy::Any,
            repeat_every_final_run: true,
        },
        unnamed: Unnamed {
            offering_threshold: Some(1_000_000),
            agency_report_months: Some(12),
            bank_reference_up_to: Some(500_050),
            bank_reference_months: Some(6),
            experience: vec![
                Experience { up_to: 500_000, deliveries: 4, turnover: Some(800_000) },
                Experience { up_to: 250_000, deliveries: 2, turnover: None },
            ],
            experience_lookback_months: Some(18),
            experience_validity_months: Some(13),
            duly_paid_by: DulyPaidBy::MaxTerm,
            required_evidence: [
                ("DE".to_owned(), vec![EvidenceKind::AgencyReport]),
                ("FR".to_owned(), vec![EvidenceKind::BankReference, EvidenceKind::PaymentExperience]),
            ]
            .into(),
        },
        existing: Existing { max_age_months_at_start: Some(6), max_age_months_new_buyer: Some(3) },
        cover: CoverTerms {
            insured_percent: Some(Decimal::from(90)),
            insured_percent_unnamed: Some(Decimal::new(725, 1)),
            countries: vec!["DE".into(), "FR".into()],
            exclude: vec![Category::Public, Category::Private, Category::Affiliate],
            exclude_disputed: true,
        },
        status: StatusTerms { cancelled_by: CancelledBy::Posting },
        stop: Stop {
            uncovered_from: UncoveredFrom::MaxTerm,
            events: vec![
                StopEvent::Overdue,
                StopEvent::Insolvency,
                StopEvent::Collection,
                StopEvent::Claim,
                StopEvent::Withdrawal,
            ],
            reinstatement: Reinstatement::OnConfirmation,
        },
        loss: LossTerms {
            order: LossOrder::B,
            threshold: 50_000,
            threshold_itself_passes: true,
            each_and_every: 100_000,
            aggregate_first_loss: 0,
            max_liability: None,
        },
        caps: Vec::new(),
        limit_fee: Some(3_000),
        clauses: texts(&[("terms.max_extension_days", "§ 9.2"), ("unnamed.experience", "§ 4")]),
    };
    assert_eq!(read, expected);
}

#[test]
fn r1_3_what_the_file_leaves_out_is_the_default() {
    let read = parse("p.toml", LEAST).unwrap();
    assert_eq!(
        read.policy,
        Policy::with_defaults("ACR/A", Currency::EUR, day("2024-01-01"), Term::Months(4))
    );
    assert_eq!(read.examples, []);
    let nested = LEAST.replace("[declaration]", "clause.terms.exclusion_days = \"§ 1\"\n[declaration]");
    assert_eq!(parse("p.toml", &nested).unwrap().policy.clauses["terms.exclusion_days"], "§ 1");
}

#[test]
fn r0_1_amounts_are_the_literal_text_never_binary_floating_point() {
    for (currency, written, minor) in [
        ("EUR", "0.29", 29),
        ("EUR", "1.15", 115),
        ("EUR", "\"1000.00\"", 100_000),
        ("EUR", "1_000.5", 100_050),
        ("EUR", "+7", 700),
        ("JPY", "1000", 1000),
        ("KWD", "1.005", 1005),
    ] {
        let text = format!("{LEAST}[notification]\nlimit = {written}\n").replace("EUR", currency);
        assert_eq!(
            parse("p.toml", &text).unwrap().policy.notification.limit,
            Some(minor),
            "{written} {currency}"
        );
    }
}

/// Line, character, key and code of each problem, as `8:1 terms.x code`.
fn places(text: &str) -> Vec<String> {
    let problems = parse("p.toml", text).err().unwrap_or_default();
    let place = |problem: &Problem| {
        let character =
            problem.facts.iter().find(|(name, _)| *name == "character").map(|(_, value)| value.as_str());
        assert_eq!(problem.place.file.as_deref(), Some("p.toml"));
        format!(
            "{}:{} {} {}",
            problem.place.line.unwrap(),
            character.unwrap(),
            problem.place.column.as_deref().unwrap_or("-"),
            problem.code
        )
    };
    problems.iter().map(place).collect()
}

#[test]
fn r14_1_every_wrong_value_is_refused_at_its_place() {
    // lines after the shortest file (line 8 is in [terms]), line:character key code
    for (added, expected) in [
        ("exclusion_days = \"30\"", "8:18 terms.exclusion_days policy-wrong-type"),
        ("exclusion_days = 30.0", "8:18 terms.exclusion_days policy-wrong-type"),
        ("exclusion_days = -1", "8:18 terms.exclusion_days policy-out-of-range"),
        ("exclusion_days = 99999999999", "8:18 terms.exclusion_days policy-out-of-range"),
        ("max_term_days = 120", "8:17 terms.max_term_days policy-either-key"),
        ("bills_months = 1\nbills_days = 1", "9:14 terms.bills_days policy-either-key"),
        ("value_dated_days = 0", "8:20 terms.value_dated_days policy-out-of-range"),
        ("overdue_basis = \"netdue\"", "8:17 terms.overdue_basis policy-unknown-value"),
        ("exclusion_day = 3", "8:1 terms.exclusion_day policy-unknown-key"),
        ("valid_until = 2025-01-01", "8:1 terms.valid_until policy-unknown-key"),
        ("[termz]\nx = 1", "8:2 termz policy-unknown-key"),
        ("[\"cover.countries\"]", "8:2 cover.countries policy-unknown-key"),
        ("[notification]\nlimit = 1.005", "9:9 notification.limit policy-amount-decimals"),
        ("[notification]\nlimit = \"1,00\"", "9:9 notification.limit policy-wrong-type"),
        ("[notification]\nlimit = 1e3", "9:9 notification.limit policy-wrong-type"),
        ("[notification]\nlimit = nan", "9:9 notification.limit policy-wrong-type"),
        ("[notification]\nlimit = 0xff", "9:9 notification.limit policy-wrong-type"),
        ("[notification]\nlimit = -1", "9:9 notification.limit policy-out-of-range"),
        ("[notification]\nlimit = 1000000000000", "9:9 notification.limit policy-out-of-range"),
        ("[notification]\nautomatic_block = \"yes\"", "9:19 notification.automatic_block policy-wrong-type"),
        (
            "[default]\nwaiting = [{ from = \"notice\" }]",
            "9:12 default.waiting[1].months policy-missing-either",
        ),
        ("[default]\nwaiting = [{ days = 5 }]", "9:12 default.waiting[1].from policy-missing-key"),
        (
            "[default]\nwaiting = [{ from = \"notice\", day = 5, days = 5 }]",
            "9:31 default.waiting[1].day policy-unknown-key",
        ),
        ("[default]\nwaiting = 180", "9:11 default.waiting policy-wrong-type"),
        ("[default]\nwaiting = [180]", "9:12 default.waiting[1] policy-wrong-type"),
        ("[cover]\ninsured_percent = 101", "9:19 cover.insured_percent policy-out-of-range"),
        ("[cover]\ninsured_percent = -0.5", "9:19 cover.insured_percent policy-out-of-range"),
        ("[cover]\ninsured_percent = \"90 %\"", "9:19 cover.insured_percent policy-wrong-type"),
        ("[cover]\ncountries = [\"DE\", \"fr\"]", "9:20 cover.countries[2] policy-country"),
        ("[cover]\ncountries = \"DE\"", "9:13 cover.countries policy-wrong-type"),
        ("[cover]\nexclude = [\"company\"]", "9:12 cover.exclude[1] policy-unknown-value"),
        (
            "[unnamed]\nrequired_evidence = { Germany = [] }",
            "9:33 unnamed.required_evidence.Germany policy-country",
        ),
        (
            "[unnamed]\nrequired_evidence.DE = [\"fax\"]",
            "9:25 unnamed.required_evidence.DE[1] policy-unknown-value",
        ),
        ("[stop]\nevents = [\"overdu\"]", "9:11 stop.events[1] policy-unknown-value"),
        ("[stop]\nevents = [1]", "9:11 stop.events[1] policy-wrong-type"),
        ("[loss]\norder = \"D\"", "9:9 loss.order policy-unknown-value"),
        (
            "[loss]\nmax_liability = 1\nmax_liability_multiple = 2",
            "10:26 loss.max_liability_multiple policy-either-key",
        ),
        ("[premium]\nminimum = true", "9:11 premium.minimum policy-wrong-type"),
        ("[clause]\n\"terms.exclusion_day\" = \"§\"", "9:1 clause.\"terms.exclusion_day\" policy-clause-key"),
        ("[clause]\n\"terms.exclusion_days\" = 9", "9:26 clause.\"terms.exclusion_days\" policy-wrong-type"),
        ("[[clause]]", "8:1 clause policy-wrong-type"),
    ] {
        assert_eq!(places(&format!("{LEAST}{added}\n")), [expected], "{added}");
    }
}

#[test]
fn r1_3_the_policys_own_keys_are_checked() {
    for (from, to, expected) in [
        ("\"ACR/A\"", "\"ACR/AB\"", "1:10 policy policy-code"),
        ("\"ACR/A\"", "\"AC/A\"", "1:10 policy policy-code"),
        ("\"ACR/A\"", "\"ACR-A\"", "1:10 policy policy-code"),
        ("\"ACR/A\"", "\"ÄCR/A\"", "1:10 policy policy-code"),
        ("\"ACR/A\"", "7", "1:10 policy policy-wrong-type"),
        ("policy = \"ACR/A\"", "", "1:1 policy policy-missing-key"),
        ("\"EUR\"", "\"EUX\"", "2:12 currency policy-currency"),
        ("currency = \"EUR\"", "", "1:1 currency policy-missing-key"),
        ("valid_from = 2024-01-01", "", "1:1 valid_from policy-missing-key"),
        ("2024-01-01", "\"01.01.2024\"", "3:14 valid_from policy-date"),
        ("2024-01-01", "2024-01-01T10:00:00", "3:14 valid_from policy-wrong-type"),
        ("2024-01-01", "2024-01-01\nvalid_until = 2023-12-31", "4:15 valid_until policy-valid-until"),
        (
            "2024-01-01",
            "2024-01-01\nexternal_number = \"123456789012345678901\"",
            "4:19 external_number policy-external-number",
        ),
        ("procedure = \"balance\"", "", "4:1 declaration.procedure policy-missing-key"),
        ("[declaration]\nprocedure = \"balance\"\n", "", "1:1 declaration.procedure policy-missing-key"),
        ("max_term_months = 4", "", "6:1 terms.max_term_months policy-missing-either"),
        ("max_term_months = 4", "max_term_months = 0", "7:19 terms.max_term_months policy-out-of-range"),
        ("[terms]\nmax_term_months = 4", "[declaration]", "6:2 - policy-syntax"),
        ("2024-01-01", "2024-02-30", "3:14 - policy-syntax"),
        ("currency = \"EUR\"", "currency = EUR", "2:12 - policy-syntax"),
    ] {
        let found = places(&LEAST.replacen(from, to, 1));
        assert!(found.iter().any(|place| place == expected), "{to}: {found:?}");
    }
}

#[test]
fn r2_4_categories_of_experience_have_counts_and_falling_ceilings() {
    const PERIODS: &str = "experience_lookback_months = 12\nexperience_validity_months = 12\n";
    let table: [(&str, &str, &[&str]); 7] = [
        ("{ up_to = 6000, deliveries = 4 }, { up_to = 5000, deliveries = 2 }", PERIODS, &[]),
        (
            "{ up_to = 5000, deliveries = 4 }, { up_to = 6000, deliveries = 2 }",
            PERIODS,
            &["11:59 unnamed.experience[2].up_to policy-experience-ceilings"],
        ),
        (
            "{ up_to = 5000, deliveries = 4 }, { up_to = 5000, deliveries = 2 }",
            PERIODS,
            &["11:59 unnamed.experience[2].up_to policy-experience-ceilings"],
        ),
        ("{ up_to = 5000 }", PERIODS, &["11:15 unnamed.experience[1].deliveries policy-experience-count"]),
        (
            "{ up_to = 5, deliveries = 1 }, { up_to = 4, deliveries = 1 }, { up_to = 3, deliveries = 1 }, \
             { up_to = 2, deliveries = 1 }",
            PERIODS,
            &["11:108 unnamed.experience policy-experience-many"],
        ),
        (
            "{ up_to = 5, deliveries = 1 }",
            "",
            &[
                "9:14 unnamed.experience policy-experience-period",
                "9:14 unnamed.experience policy-experience-period",
            ],
        ),
        ("", "", &[]),
    ];
    for (categories, periods, expected) in table {
        let found = places(&format!("{LEAST}[unnamed]\n{periods}experience = [{categories}]\n"));
        assert_eq!(found, expected, "{categories}");
    }
}

#[test]
fn r14_1_all_problems_come_at_once_in_the_files_order() {
    let text = "policy = \"A\"\ncurency = \"EUR\"\n[terms]\nmax_extension_days = true\nexclusion_days = -3\n[covr]\nx = 1\n";
    assert_eq!(
        places(text),
        [
            "1:1 currency policy-missing-key",
            "1:1 valid_from policy-missing-key",
            "1:1 declaration.procedure policy-missing-key",
            "1:10 policy policy-code",
            "2:1 curency policy-unknown-key",
            "3:1 terms.max_term_months policy-missing-either",
            "4:22 terms.max_extension_days policy-wrong-type",
            "5:18 terms.exclusion_days policy-out-of-range",
            "6:2 covr policy-unknown-key",
        ]
    );
}

#[test]
fn r14_1_an_unknown_key_names_the_one_that_is_meant() {
    for (added, nearest) in [
        ("exclusion_day = 3", "terms.exclusion_days"),
        ("extension_days = 3", "terms.max_extension_days"),
        ("valid_until = 2025-01-01", "valid_until"),
        ("clause.x = 1", "clause"),
        ("[default]\nexclusion_days = 3", "terms.exclusion_days"),
        ("[cover]\ncountry = [\"DE\"]", "cover.countries"),
        ("[notifications]\nlimit = 3", "notification"),
        (
            "[[example]]\ndocument_date = 2024-01-01\nnet_due_date = 2024-01-01\nexpect.state = \"K\"",
            "example.expect.status",
        ),
        ("[stop]\nzzzzzzzz = 1", "none"),
    ] {
        let problems = parse("p.toml", &format!("{LEAST}{added}\n")).unwrap_err();
        let problem = problems.iter().find(|problem| problem.code == "policy-unknown-key").unwrap();
        let named =
            problem.facts.iter().find(|(name, _)| *name == "nearest").map(|(_, value)| value.as_str());
        assert_eq!(named, Some(nearest), "{added}");
    }
}

#[test]
fn r14_2_large_deep_and_broken_files_are_refused() {
    assert_eq!(parse("p.toml", &" ".repeat(SIZE_MAX + 1)).unwrap_err()[0].code, "policy-too-large");
    let deep = format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let many = "a=\n".repeat(SIZE_MAX / 3);
    let keys = (0..60_000).fold(String::new(), |keys, i| keys + &format!("key{i} = 1\n"));
    let long = format!("{} = 1", "x".repeat(SIZE_MAX - 4));
    for text in [deep, many, keys, long, "\u{feff}\0".to_owned(), String::new()] {
        let problems = parse("p.toml", &text).unwrap_err();
        assert!((1..=PROBLEMS_MAX).contains(&problems.len()), "{}", problems.len());
    }
}

#[test]
fn r14_1_a_case_has_an_item_a_cover_and_expectations() {
    let added = r#"
[[example]]
name = "two months"
document_date = 2024-01-15
payment_terms = "2M"
kind = "credit_note"
amount = "-100.00"
net_amount = -84.03
open = -50
secured = true
status_before = "I"
cover = "unnamed"
sum = 5000
cover_from = 2023-01-01
cancelled_on = "2024-02-01"
max_term_days = 60
country = "FR"
category = "public"
key_date = 2024-01-31
expect = { status = "K", max_term_date = 2024-05-15, exclusion_date = "none", insured = "0.00", reporting_status = "A", blocks_new = false }
[[example]]
document_date = 2024-01-15
net_due_date = 2024-02-14
[example.expect]
overdue_date = 2024-02-14
"#;
    let cases = parse("p.toml", &format!("{LEAST}{added}"))
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
        .examples;
    let [first, second] = cases.as_slice() else { panic!("{}", cases.len()) };
    assert_eq!((first.name.as_str(), first.line, first.kind), ("two months", 9, ItemKind::CreditNote));
    assert_eq!((first.document_date, first.net_due_date), (day("2024-01-15"), day("2024-03-15")));
    assert_eq!((first.amount, first.net_amount, first.open), (Some(-10_000), Some(-8403), Some(-5000)));
    assert_eq!(
        (first.status_before, first.cover, first.sum),
        (InsuranceStatus::ZeroLimit, CoverKind::Unnamed, Some(500_000))
    );
    assert_eq!((first.max_term, first.category), (Some(Term::Days(60)), Category::Public));
    assert_eq!(first.expect.status, Some(InsuranceStatus::Insurable));
    assert_eq!(first.expect.max_term_date, Some(ExpectedDate::On(day("2024-05-15"))));
    assert_eq!(first.expect.exclusion_date, Some(ExpectedDate::Absent));
    assert_eq!(first.expect.reporting_status, Some(ReportingStatus::Exclusion));
    assert!(first.expect.exclusion_date.unwrap().agrees(None));
    assert_eq!((second.name.as_str(), second.line), ("example 2", 28));
    let expected =
        Expected { overdue_date: Some(ExpectedDate::On(day("2024-02-14"))), ..Expected::default() };
    assert_eq!(second.expect, expected);
}

#[test]
fn r14_1_a_wrong_case_is_refused_at_its_place() {
    // line 8 is the header of the case
    const CASE: &str =
        "[[example]]\ndocument_date = 2024-01-15\nnet_due_date = 2024-02-14\nexpect.status = \"K\"\n";
    for (from, to, expected) in [
        ("document_date = 2024-01-15", "", "8:1 example[1].document_date policy-missing-key"),
        ("net_due_date = 2024-02-14", "", "8:1 example[1].net_due_date policy-missing-key"),
        (
            "net_due_date = 2024-02-14",
            "payment_terms = \"soon\"",
            "10:17 example[1].payment_terms policy-payment-terms",
        ),
        ("expect.status = \"K\"", "", "8:1 example[1].expect policy-missing-key"),
        ("\"K\"", "\"X\"", "11:17 example[1].expect.status policy-unknown-value"),
        ("\"K\"", "\"K\"\namount = -1", "12:10 example[1].amount policy-example-sign"),
        (
            "\"K\"",
            "\"K\"\nexpect.overdue_date = \"never\"",
            "12:23 example[1].expect.overdue_date policy-date",
        ),
        ("\"K\"", "\"K\"\npayment_terms = 30", "12:17 example[1].payment_terms policy-either-key"),
        ("\"K\"", "\"K\"\nexpect.insured = 1.001", "12:18 example[1].expect.insured policy-amount-decimals"),
    ] {
        assert_eq!(places(&format!("{LEAST}{}", CASE.replacen(from, to, 1))), [expected], "{to}");
    }
}

#[test]
fn r2_6_caps_name_a_country_or_buyers() {
    let text = format!(
        "{LEAST}[[cap]]\nname = \"Italy\"\namount = \"200000.00\"\ncountry = \"IT\"\n[[cap]]\nname = \"Keller\"\namount = 5000\n\
         buyers = [\"1001/0/D\", \"1002/0/D\"]\n"
    );
    let caps = parse("acr-a.toml", &text).unwrap().policy.caps;
    assert_eq!(caps.len(), 2);
    assert_eq!((caps[0].amount, caps[0].country.as_deref()), (20_000_000, Some("IT")));
    assert_eq!(caps[1].buyers, ["1001/0/D", "1002/0/D"]);
    let missing = format!("{LEAST}[[cap]]\nname = \"Italy\"\n");
    let places = places(&missing);
    assert_eq!(places, ["8:1 cap[1].amount policy-missing-key", "8:1 cap[1].country policy-missing-key"]);
}
