use super::parse;
use obligo_rules::approval::Approver;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::criterion::Measure;
use obligo_rules::late_interest::Percent;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_rules::reminder::{Charge, DaysAfter};
use obligo_rules::risk_class::{Band, Scale};

/// The shortest file, three lines; what is added stands from line 4 on.
const LEAST: &str = "name = \"Group\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n";

fn read(added: &str) -> CreditPolicy {
    parse("credit.toml", &format!("{LEAST}{added}\n")).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Line, character, key and code of each problem, as `4:1 actions.100 code`.
fn places(text: &str) -> Vec<String> {
    let place = |problem: &Problem| {
        let character = problem.facts.iter().find(|(name, _)| *name == "character");
        let character = character.map_or("-", |(_, value)| value);
        let (line, column) = (problem.place.line.unwrap_or(0), problem.place.column.as_deref());
        format!("{line}:{character} {} {}", column.unwrap_or("-"), problem.code)
    };
    parse("credit.toml", text).err().unwrap_or_default().iter().map(place).collect()
}

#[test]
fn r9_9_where_the_file_is_silent_the_usual_policy_holds() {
    let usual = CreditPolicy::usual(Currency::EUR);
    let policy = read("");
    assert_eq!(policy.name, "Group");
    assert_eq!(policy.valid_from.to_string(), "2024-01-01");
    assert_eq!(policy, CreditPolicy { name: policy.name.clone(), valid_from: policy.valid_from, ..usual });
}

#[test]
fn r9_1_a_criterion_replaces_the_usual_one_of_its_name_and_others_are_added() {
    let policy = read(
        "[[criterion]]\nmeasure = \"past_due\"\nthreshold = \"1000.50\"\n\
         [[criterion]]\nmeasure = \"ageing\"\non = false\n\
         [[criterion]]\nname = \"a week late\"\nmeasure = \"days_overdue\"\nthreshold = 7",
    );
    let found = |name: &str| {
        let criterion = policy.criteria.iter().find(|criterion| criterion.name == name).unwrap();
        (criterion.measure, criterion.is_on, criterion.threshold)
    };
    assert_eq!(policy.criteria.len(), Measure::ALL.len() + 1);
    assert_eq!(found("past_due"), (Measure::PastDue, true, Some(100_050)));
    assert_eq!(found("ageing"), (Measure::Ageing, false, None));
    assert_eq!(found("days_overdue"), (Measure::DaysOverdue, true, None));
    assert_eq!(found("a week late"), (Measure::DaysOverdue, true, Some(7)));
}

#[test]
fn r9_3_action_codes_are_the_companys_own() {
    let policy = read("[actions]\n99 = \"handed to the lawyer\"\n1 = \"phoned\"");
    let actions: Vec<(u8, &str)> = policy.actions.iter().map(|(code, text)| (*code, text.as_str())).collect();
    assert_eq!(actions, [(1, "phoned"), (99, "handed to the lawyer")]);
}

#[test]
fn r14_1_every_wrong_value_is_refused_at_its_place() {
    let long = "x".repeat(61);
    for (added, expected) in [
        ("[action]\n1 = \"a\"".to_owned(), "4:2 action policy-unknown-key"),
        ("[actions]\n0 = \"a\"".into(), "5:5 actions.0 credit-policy-action-code"),
        ("[actions]\n100 = \"a\"".into(), "5:7 actions.100 credit-policy-action-code"),
        ("[actions]\n01 = \"a\"".into(), "5:6 actions.01 credit-policy-action-code"),
        ("[actions]\nx = \"a\"".into(), "5:5 actions.x credit-policy-action-code"),
        ("[actions]\n1 = 1".into(), "5:5 actions.1 policy-wrong-type"),
        ("[actions]\n1 = \" \"".into(), "5:5 actions.1 policy-text-length"),
        (format!("[actions]\n1 = \"{long}\""), "5:5 actions.1 policy-text-length"),
        ("[[criterion]]\nname = \"x\"".into(), "4:1 criterion[1].measure policy-missing-key"),
        ("[[criterion]]\nmeasure = \"pastdue\"".into(), "5:11 criterion[1].measure policy-unknown-value"),
        (
            "[[criterion]]\nmeasure = \"blocked\"\nthreshold = 1".into(),
            "6:13 criterion[1].threshold credit-policy-no-threshold",
        ),
        (
            "[[criterion]]\nmeasure = \"deadline\"\nthreshold = 3651".into(),
            "6:13 criterion[1].threshold policy-out-of-range",
        ),
        (
            "[[criterion]]\nmeasure = \"past_due\"\nthreshold = -1".into(),
            "6:13 criterion[1].threshold policy-out-of-range",
        ),
        (
            "[[criterion]]\nmeasure = \"past_due\"\nthreshold = 99999999999999999999999".into(),
            "6:13 criterion[1].threshold policy-out-of-range",
        ),
        (
            "[[criterion]]\nmeasure = \"ageing\"\n[[criterion]]\nmeasure = \"ageing\"".into(),
            "6:1 criterion[2].name credit-policy-name-twice",
        ),
        (
            "[[criterion]]\nmeasure = \"ageing\"\nname = \"blocked\"".into(),
            "6:8 criterion[1].name credit-policy-name-twice",
        ),
    ] {
        assert_eq!(places(&format!("{LEAST}{added}\n")), [expected], "{added}");
    }
}

#[test]
fn r14_1_what_every_file_must_have_is_missed_all_at_once() {
    assert_eq!(places(""), ["1:1 currency policy-missing-key", "1:1 valid_from policy-missing-key"]);
    let criteria: String = (0..60).fold(String::new(), |all, n| {
        all + &format!("[[criterion]]\nmeasure = \"ageing\"\nname = \"{n}\"\n")
    });
    let found = places(&format!("{LEAST}{criteria}"));
    assert_eq!(found, ["155:11 criterion[51].measure credit-policy-too-many"]);
}

/// Factors, classes and ladder as a company would write them.
const CLASSES: &str = r#"
[[factor]]
measure = "recorded"
key = "Score"
name = "agency score"
weight = 3
bands = [{ from = -5, points = 0 }, { from = 300, points = 60 }]
[[factor]]
measure = "country"
values = { SE = 90, other = 40 }
unknown = 20
[[class]]
name = "A"
points_from = 70
percent_of_insured_sum = 120
maximum = "500000.00"
without_cover = 1000
payment_terms = 60
evidence = [{ kind = "agency_report", months = 12 }, { kind = "agency_report", months = 6, country = "IT" }]
handling = "remind friendly"
[[class]]
name = "B"
points_from = 0
[[approval]]
up_to = "10000.00"
role = "clerk"
[[approval]]
user = "ann"
two_people = true
[[terms]]
class = "B"
country = "IT"
payment_terms = "30 eom"
[[handling]]
level = 2
text = "call"
"#;

#[test]
fn r9_9_factors_classes_ladder_terms_and_handling_are_read() {
    let policy = read(CLASSES);
    let [score, country] = policy.factors.as_slice() else { panic!("{:?}", policy.factors) };
    assert_eq!(
        (score.name.as_str(), score.key.as_str(), score.weight, score.unknown),
        ("agency score", "Score", 3, 0)
    );
    let bands = vec![Band { from: -5, points: 0 }, Band { from: 300, points: 60 }];
    assert_eq!(score.scale, Scale::Bands(bands));
    assert_eq!((country.name.as_str(), country.weight, country.unknown), ("country", 1, 20));
    assert_eq!(country.scale, Scale::Values { points: [("SE".to_owned(), 90)].into(), others: Some(40) });
    let [a, b] = policy.classes.as_slice() else { panic!("{:?}", policy.classes) };
    assert_eq!(
        (a.percent_of_insured_sum, a.maximum, a.without_cover),
        (Some(120), Some(50_000_000), Some(100_000))
    );
    assert_eq!((a.payment_terms.as_deref(), a.handling.as_deref()), (Some("60"), Some("remind friendly")));
    let evidence: Vec<_> = a.evidence.iter().map(|rule| (rule.months, rule.country.as_deref())).collect();
    assert_eq!(evidence, [(12, None), (6, Some("IT"))]);
    assert_eq!((b.name.as_str(), b.points_from, b.maximum), ("B", 0, None));
    let steps: Vec<_> =
        policy.approval.iter().map(|step| (step.up_to, step.approver.clone(), step.two_people)).collect();
    let (clerk, ann) = (Approver::Role("clerk".to_owned()), Approver::User("ann".to_owned()));
    assert_eq!(steps, [(Some(1_000_000), clerk, false), (None, ann, true)]);
    assert_eq!(policy.terms[0].payment_terms, "30 eom");
    assert_eq!((policy.handling[0].level, policy.handling[0].class.as_deref()), (2, None));
}

#[test]
fn r9_9_a_wrong_factor_class_or_step_is_refused_at_its_place() {
    // The first added line is line 4.
    for (added, expected) in [
        ("[[factor]]\nmeasure = \"country\"", "4:1 factor[1].values policy-missing-key"),
        ("[[factor]]\nmeasure = \"days_late\"", "4:1 factor[1].bands policy-missing-key"),
        ("[[factor]]\nmeasure = \"recorded\"\nvalues = { x = 1 }", "4:1 factor[1].key policy-missing-key"),
        ("[[factor]]\nmeasure = \"country\"\nbands = []", "6:9 factor[1].bands credit-policy-scale"),
        ("[[factor]]\nmeasure = \"days_late\"\nvalues = {}", "6:10 factor[1].values credit-policy-scale"),
        ("[[factor]]\nmeasure = \"days_late\"\nbands = []", "4:1 factor[1].bands policy-missing-key"),
        (
            "[[factor]]\nmeasure = \"days_late\"\nbands = [{ from = 5, points = 1 }, { from = 5, points = 2 }]",
            "6:45 factor[1].bands[2].from credit-policy-order",
        ),
        (
            "[[factor]]\nmeasure = \"country\"\nvalues = { Sweden = 1 }",
            "6:21 factor[1].values.Sweden credit-policy-word",
        ),
        (
            "[[factor]]\nmeasure = \"cover\"\nvalues = { insured = 1 }",
            "6:22 factor[1].values.insured credit-policy-word",
        ),
        (
            "[[factor]]\nmeasure = \"cover\"\nvalues = { named = 101 }",
            "6:20 factor[1].values.named policy-out-of-range",
        ),
        ("[[class]]\npoints_from = 0", "4:1 class[1].name policy-missing-key"),
        ("[[class]]\nname = \"A\"\npoints_from = 1", "6:15 class[1].points_from credit-policy-last-class"),
        (
            "[[class]]\nname = \"A\"\npoints_from = 0\n[[class]]\nname = \"B\"\npoints_from = 0",
            "9:15 class[2].points_from credit-policy-order",
        ),
        (
            "[[class]]\nname = \"A\"\npoints_from = 0\nevidence = [{ kind = \"agency_report\" }]",
            "7:13 class[1].evidence[1].months policy-missing-key",
        ),
        ("[[approval]]\nup_to = 1", "4:1 approval[1].role policy-missing-key"),
        ("[[approval]]\nrole = \"administrator\"", "5:8 approval[1].role policy-unknown-value"),
        ("[[approval]]\nrole = \"viewer\"", "5:8 approval[1].role policy-unknown-value"),
        ("[[approval]]\nrole = \"clerk\"\nuser = \"ann\"", "6:8 approval[1].user policy-either-key"),
        (
            "[[approval]]\nrole = \"clerk\"\n[[approval]]\nup_to = 5\nrole = \"clerk\"",
            "7:9 approval[2].up_to credit-policy-order",
        ),
        ("[[terms]]\nclass = \"Z\"\npayment_terms = 30", "5:9 terms[1].class policy-unknown-value"),
        ("[[terms]]\npayment_terms = \"soon\"", "5:17 terms[1].payment_terms policy-payment-terms"),
        (
            "[[terms]]\npayment_terms = 30\n[[terms]]\npayment_terms = 60",
            "7:17 terms[2].payment_terms credit-policy-rule-twice",
        ),
        ("[[terms]]\ncountry = \"it\"\npayment_terms = 30", "5:11 terms[1].country policy-country"),
        ("[[handling]]\nlevel = 1", "4:1 handling[1].text policy-missing-key"),
        (
            "[[handling]]\ntext = \"a\"\n[[handling]]\ntext = \"b\"",
            "7:8 handling[2].text credit-policy-rule-twice",
        ),
    ] {
        assert_eq!(places(&format!("{LEAST}{added}\n")), [expected], "{added}");
    }
}

#[test]
fn r9_8_levels_of_reminders_are_for_everybody_a_country_or_an_account() {
    let policy = read(
        "[[reminder_level]]\nlevel = 1\ndays = 5\ncharge = 10\n\
         [[reminder_level]]\nlevel = 2\ndays = 10\nafter = \"due\"\ncharge_percent = 15\ninterest = true\n\
         [[reminder_level]]\ncountry = \"SE\"\nlevel = 1\ndays = 8\ncharge_by_law = true\n\
         [reminders]\nlowest_item = \"5.50\"\nlowest_payer = 20\ndays_to_collection = 7\nnever = [\"1001/0/D\"]\n\
         languages = { US = \"fr\" }\n\
         [interest]\nlaw = \"DE\"\nagreed_percent = 9.5\ncompensation = true",
    );
    let terms = &policy.reminders;
    let shown = |account: &str, country: &str| -> Vec<(u8, i32, DaysAfter, Charge, bool)> {
        let levels = terms.levels(account, country).iter();
        levels.map(|level| (level.level, level.days, level.after, level.charge, level.interest)).collect()
    };
    let percent = Percent::parse("15").unwrap();
    assert_eq!(
        shown("1002/0/D", "DE"),
        [
            (1, 5, DaysAfter::Due, Charge::Fixed(1_000), false),
            (2, 10, DaysAfter::Due, Charge::Percent(percent), true)
        ]
    );
    assert_eq!(shown("1002/0/D", "SE"), [(1, 8, DaysAfter::Due, Charge::Statutory, false)]);
    assert_eq!((terms.item_min, terms.payer_min, terms.collection_days), (550, 2_000, 7));
    assert!(terms.never.contains("1001/0/D"));
    assert_eq!(terms.language("US"), "fr");
    let interest = &policy.interest;
    assert_eq!((interest.law.as_deref(), interest.compensation), (Some("DE"), true));
    assert_eq!(interest.agreed.map(|rate| rate.to_string()).as_deref(), Some("9.50"));
}

#[test]
fn r9_8_what_is_wrong_with_reminders_is_said_where_it_stands() {
    let text = format!(
        "{LEAST}[[reminder_level]]\nlevel = 2\ndays = 5\n[[reminder_level]]\nlevel = 10\ndays = 1000\n\
         [[reminder_level]]\ncountry = \"SE\"\naccount = \"1/0/D\"\nlevel = 1\ndays = 1\ncharge = 1\ncharge_percent = 2\n\
         [reminders]\nlowest_item = -1\n[interest]\nagreed_percent = 101\n"
    );
    let found = places(&text);
    for expected in [
        "5:9 reminder_level[1].level credit-policy-order",
        "8:9 reminder_level[2].level policy-out-of-range",
        "9:8 reminder_level[2].days policy-out-of-range",
        "11:11 reminder_level[3].country policy-either-key",
        "16:18 reminder_level[3].charge_percent policy-either-key",
        "18:15 reminders.lowest_item policy-out-of-range",
        "20:18 interest.agreed_percent policy-out-of-range",
    ] {
        assert!(found.iter().any(|place| place == expected), "{expected} is not in {found:#?}");
    }
}

#[test]
fn r9_7_the_tolerance_of_orders_is_an_amount_of_at_least_zero() {
    assert_eq!(read("").order_tolerance, 0);
    assert_eq!(read("[orders]\ntolerance = \"250.50\"").order_tolerance, 25_050);
    assert_eq!(
        places(&format!("{LEAST}[orders]\ntolerance = -1\n")),
        ["5:13 orders.tolerance policy-out-of-range"]
    );
    assert_eq!(
        places(&format!("{LEAST}[orders]\ntolerence = 1\n")),
        ["5:1 orders.tolerence policy-unknown-key"]
    );
}

#[test]
fn r2_1_how_often_an_insurer_is_reminded_is_a_number_of_days() {
    assert_eq!(read("").limit_request_reminder_days, 14);
    assert_eq!(read("[limit_requests]\nremind_every_days = 7").limit_request_reminder_days, 7);
    for (value, problem) in [
        ("0", "5:21 limit_requests.remind_every_days policy-out-of-range"),
        ("366", "5:21 limit_requests.remind_every_days policy-out-of-range"),
    ] {
        let text = format!("{LEAST}[limit_requests]\nremind_every_days = {value}\n");
        assert_eq!(places(&text), [problem]);
    }
    let misspelt = format!("{LEAST}[limit_requests]\nremind_after = 7\n");
    assert_eq!(places(&misspelt).len(), 1, "an unknown key is refused");
}
