use super::parse;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::criterion::Measure;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;

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
