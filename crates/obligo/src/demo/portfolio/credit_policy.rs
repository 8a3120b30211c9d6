//! The credit policy of the demo and who applies it.

use obligo_rules::calendar::Day;

const POLICY: &str = r#"name = "Morwald group"
currency = "EUR"
valid_from = {valid_from}

# Who comes onto the work list. What is not named here counts as usual.
[[criterion]]
measure = "insurance_limit_warning"
threshold = 85

[[criterion]]
measure = "deadline"
threshold = 10

[[criterion]]
name = "More than a month overdue"
measure = "days_overdue"
threshold = 30

[[criterion]]
name = "Much past due"
measure = "past_due"
threshold = "25000.00"

[actions]
10 = "Phoned"
15 = "Written to"
20 = "Promise to pay taken"
30 = "Payment plan agreed"
40 = "Limit adjusted"
50 = "Higher limit requested"
60 = "Deliveries stopped"
70 = "Dispute handed to sales"
80 = "Overdue reported to the insurer"
90 = "Handed to collection"

# What counts of a buyer's risk. 100 points are the best.
[[factor]]
name = "Agency score"
measure = "recorded"
key = "score"
weight = 40
unknown = 40
bands = [
    { from = 0, points = 0 },
    { from = 250, points = 40 },
    { from = 320, points = 70 },
    { from = 380, points = 100 },
]

[[factor]]
name = "Payment behaviour"
measure = "days_late"
weight = 30
unknown = 50
bands = [
    { from = -30, points = 100 },
    { from = 8, points = 70 },
    { from = 20, points = 35 },
    { from = 45, points = 0 },
]

[[factor]]
name = "Country"
measure = "country"
weight = 15
unknown = 20
values = { DE = 100, AT = 100, CH = 100, SE = 100, DK = 100, NO = 100, FI = 100, NL = 95, BE = 90, FR = 90, GB = 80, PL = 75, CZ = 75, ES = 70, IT = 60, other = 40 }

[[factor]]
name = "Years known"
measure = "years_known"
weight = 10
unknown = 20
bands = [{ from = 0, points = 40 }, { from = 1, points = 70 }, { from = 5, points = 100 }]

[[factor]]
name = "Age of the information"
measure = "information_months"
weight = 5
unknown = 0
bands = [{ from = 0, points = 100 }, { from = 7, points = 60 }, { from = 13, points = 20 }]

[[class]]
name = "A"
points_from = 80
percent_of_insured_sum = 120
maximum = "750000.00"
without_cover = "15000.00"
payment_terms = "60"
handling = "Friendly reminder by mail, then the account manager calls"

[[class]]
name = "B"
points_from = 60
percent_of_insured_sum = 100
maximum = "400000.00"
without_cover = "5000.00"
payment_terms = "30"
evidence = [
    { kind = "agency_report", months = 12 },
    { kind = "agency_report", months = 6, country = "IT" },
]
handling = "Call one week after the due date"

[[class]]
name = "C"
points_from = 40
percent_of_insured_sum = 90
maximum = "150000.00"
without_cover = "2000.00"
payment_terms = "14"
evidence = [{ kind = "agency_report", months = 6 }, { kind = "bank_reference", months = 12 }]
handling = "Call on the due date, no new orders while anything is overdue"

[[class]]
name = "D"
points_from = 0
maximum = "0.00"
payment_terms = "cash"
handling = "Payment in advance only"

[[approval]]
up_to = "25000.00"
role = "clerk"

[[approval]]
up_to = "250000.00"
role = "manager"

[[approval]]
up_to = "1000000.00"
role = "manager"
two_people = true

[[terms]]
country = "IT"
payment_terms = "30 eom"

[[terms]]
class = "D"
country = "IT"
payment_terms = "cash"

[[handling]]
level = 2
text = "Credit manager calls and takes a promise with a date"

[[handling]]
class = "D"
level = 1
text = "Credit manager calls at once and stops deliveries"
"#;

const MANAGERS: &str = "credit_manager,name,senior,user
HEAD,Ines Falkner,,
KM01,Jonas Brand,HEAD,
KM02,Mira Sahlin,HEAD,
KM03,Theo Marchand,KM02,
KM04,Lena Vogt,HEAD,
";

/// The credit policy from a year before the first month on, and the credit managers.
pub(super) fn credit_policy(start: Day) -> [(&'static str, String); 2] {
    let valid_from = start.plus_months(-12).to_string();
    [
        ("credit_policy.toml", POLICY.replace("{valid_from}", &valid_from)),
        ("credit_managers.csv", MANAGERS.to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_9_the_demos_credit_policy_is_sound_and_orders_every_buyer_into_a_class() {
        let [(name, text), _] = credit_policy(Day::from_ymd(2025, 1, 1).unwrap());
        let policy = obligo_formats::credit_policy_file::parse(name, &text).unwrap();
        assert_eq!(policy.classes.last().map(|class| class.points_from), Some(0));
        assert!(policy.actions.len() >= 8 && policy.factors.len() == 5);
    }
}
