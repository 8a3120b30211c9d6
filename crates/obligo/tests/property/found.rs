//! What the random stories have found, each as a small story of its own.

use super::compare::agree;
use super::portfolio::day;
use super::story::{Step, Story, Table, header};
use obligo_second::Scope;

/// A story of policy ACR/A (4 months, balance, VAT insured) with these lines more, company 01 and buyer 1000 with branch 1.
fn told(terms: &[&str], start: &[(&'static str, &str)], steps: Vec<Step>) -> Story {
    let mut policy: Vec<String> = ["policy = \"ACR/A\"", "currency = \"EUR\"", "valid_from = 2023-01-01"]
        .iter()
        .map(|line| (*line).to_owned())
        .collect();
    let written = |section: &str| terms.contains(&section);
    for (section, lines) in
        [("[declaration]", "procedure = \"balance\"\nvat_insured = true"), ("[terms]", "max_term_months = 4")]
    {
        if !written(section) {
            policy.push(section.to_owned());
            policy.push(lines.to_owned());
        }
    }
    policy.extend(terms.iter().map(|line| (*line).to_owned()));
    let mut tables = vec![
        file("companies", "company=01 name=A currency=EUR"),
        file("insurers", "insurer=ACR name=Acora country=AT"),
        file(
            "buyers",
            "account=1000 branch=0 account_type=D name=B country=DE\n\
             account=1000 branch=1 account_type=D name=B country=DE dependent_branch=true",
        ),
    ];
    tables.extend(start.iter().map(|(kind, rows)| file(kind, rows)));
    Story { number: 0, start: tables, policies: vec![policy], steps }
}

/// A file from rows of `column=value` words.
fn file(kind: &'static str, rows: &str) -> Table {
    let columns: Vec<&str> = header(kind).split(',').collect();
    let row = |row: &str| {
        let mut cells = vec![""; columns.len()];
        for word in row.split_whitespace() {
            let (column, value) = word.split_once('=').expect("column=value");
            let place = columns.iter().position(|c| *c == column).expect("a column of the kind");
            cells[place] = value;
        }
        cells.join(",")
    };
    Table { kind, rows: rows.lines().map(str::trim).filter(|r| !r.is_empty()).map(row).collect() }
}

fn import(kind: &'static str, rows: &str) -> Step {
    Step::Import(file(kind, rows))
}

fn declare(key_date: &str, named: bool) -> Step {
    Step::Declare { policy: "ACR/A".to_owned(), key_date: day(key_date), named, is_final: true }
}

fn notify(key_date: &str) -> Step {
    Step::Notify {
        policy: "ACR/A".to_owned(),
        key_date: day(key_date),
        scope: Scope::All,
        repeat_from: None,
        exceeding: None,
        is_final: true,
    }
}

fn holds(story: &Story) {
    if let Err(mismatch) = agree(story) {
        panic!("{story}\n{mismatch:#?}");
    }
}

const NAMED: [(&str, &str); 2] = [
    ("covers", "account=1000 branch=0 account_type=D policy=ACR/A kind=named valid_from=2023-01-01"),
    (
        "limits",
        "policy=ACR/A account=1000 branch=0 account_type=D valid_from=2023-01-01 amount=1000.00 response=2",
    ),
];

const INVOICE: &str = "company=01 document_no=R1 kind=invoice account=1000 branch=0 account_type=D \
                       document_date=2024-01-10 net_due_date=2024-02-10 currency=EUR amount=600.00";

const BRANCH: &str = "account=1000 branch=0 account_type=D policy=ACR/A kind=named valid_from=2023-01-01\n\
                      account=1000 branch=1 account_type=D kind=co_insured co_insured_under=1000/0/D \
                      valid_from=2023-01-01 valid_until=2024-02-15";

#[test]
fn r4_6_settled_items_from_before_the_period_are_not_examined() {
    let paid = "company=01 document_no=R1 kind=invoice date=2024-02-01 amount=600.00 method=payment";
    let terms = ["[stop]", "reinstatement = \"on_confirmation\""];
    let start = [NAMED[0], NAMED[1], ("items", INVOICE), ("settlements", paid)];
    holds(&told(&terms, &start, vec![declare("2024-02-29", true)]));
}

#[test]
fn r8_2_a_buyer_whose_cover_ended_has_no_line_once_nothing_is_open() {
    let ended = "account=1000 branch=0 account_type=D policy=ACR/A kind=named valid_from=2023-01-01 \
                 valid_until=2024-03-15";
    let paid = "company=01 document_no=R1 kind=invoice date=2024-04-20 amount=600.00 method=payment";
    let steps = vec![
        declare("2024-02-29", true),
        declare("2024-03-31", true),
        import("settlements", paid),
        declare("2024-04-30", true),
    ];
    holds(&told(&[], &[("covers", ended), NAMED[1], ("items", INVOICE)], steps));
}

#[test]
fn r3_9_an_event_of_the_buyer_reaches_the_branches_co_insured_on_its_date() {
    let later = BRANCH.replace("valid_from=2023-01-01 valid_until=2024-02-15", "valid_from=2024-02-01");
    let item = INVOICE.replace("branch=0", "branch=1");
    let event = "account=1000 branch=0 account_type=D event=dispute date=2024-01-20";
    let terms = ["[cover]", "exclude = [\"disputed\"]"];
    let start = [("covers", later.as_str()), NAMED[1], ("items", item.as_str()), ("events", event)];
    holds(&told(&terms, &start, vec![declare("2024-02-29", true), notify("2024-06-30")]));
}

#[test]
fn r4_5_a_residual_takes_over_flags_of_an_origin_no_run_has_met() {
    let follow_up = Step::Edit { item: 0, what: "follow-up", dice: 7 };
    let residual = INVOICE.replace("R1", "R2").replace("600.00", "200.00") + " origin=01/R1/invoice";
    let steps = vec![follow_up, import("items", &residual), declare("2024-02-29", true)];
    holds(&told(&[], &[NAMED[0], NAMED[1], ("items", INVOICE)], steps));
}

#[test]
fn r0_4_a_run_for_an_earlier_key_date_keeps_what_was_recorded_since() {
    // Month end is closed some days later: a residual, an event and another run's edit have come in between.
    let residual = INVOICE.replace("R1", "R2").replace("600.00", "400.00")
        + " posting_date=2024-04-03 origin=01/R1/invoice";
    let paid = "company=01 document_no=R1 kind=invoice date=2024-04-03 amount=600.00 method=payment";
    let steps = |event: bool| {
        let mut steps =
            vec![declare("2024-02-29", true), import("items", &residual), import("settlements", paid)];
        if event {
            let row = "account=1000 branch=0 account_type=D event=insolvency date=2024-04-02";
            steps.insert(1, import("events", row));
        }
        steps.extend([
            notify("2024-03-31"),
            declare("2024-03-31", true),
            Step::Reverse { back: 0 },
            declare("2024-03-31", true),
            declare("2024-04-30", true),
        ]);
        steps
    };
    let terms = ["[default]", "filing_days = 30"];
    for event in [false, true] {
        holds(&told(&terms, &[NAMED[0], NAMED[1], ("items", INVOICE)], steps(event)));
    }
}

#[test]
fn r6_2_a_flag_set_before_the_first_run_stops_cover_from_the_exclusion_date_that_run_fixes() {
    let second = INVOICE.replace("R1", "R2").replace("2024-01-10", "2024-02-20").replace("600.00", "300.00");
    let items = format!("{INVOICE}\n{second}");
    let terms = ["[terms]", "max_term_months = 4", "max_extension_days = 30", "exclusion_days = 30"];
    let flag = (0..20).map(|dice| Step::Edit { item: 0, what: "blocks-new", dice });
    for flag in flag {
        let story =
            told(&terms, &[NAMED[0], NAMED[1], ("items", &items)], vec![flag, declare("2024-02-29", true)]);
        holds(&story);
    }
}

#[test]
fn r5_2_credits_of_a_branch_whose_cover_ended_still_free_room() {
    let credit = "company=01 document_no=C1 kind=credit_note account=1000 branch=1 account_type=D \
                  document_date=2024-01-10 net_due_date=2024-01-10 currency=EUR amount=-500.00";
    let items = format!("{}\n{credit}", INVOICE.replace("600.00", "1400.00"));
    let steps = vec![notify("2024-01-31"), declare("2024-02-29", true)];
    holds(&told(&[], &[("covers", BRANCH), NAMED[1], ("items", &items)], steps));
}

#[test]
fn r3_9_two_events_of_one_file_fix_dates_each_on_its_day() {
    let events = "account=1000 branch=0 account_type=D event=notice date=2024-03-27\n\
                  company=01 document_no=R1 kind=invoice account=1000 branch=0 account_type=D event=notice \
                  date=2024-04-10";
    let terms =
        ["[default]", "waiting = [{ from = \"notice\", months = 1 }, { from = \"net_due\", months = 1 }]"];
    let steps = vec![notify("2024-03-09"), import("events", events), notify("2024-04-30")];
    holds(&told(&terms, &[NAMED[0], NAMED[1], ("items", INVOICE)], steps));
}

#[test]
fn r0_4_an_edit_of_an_uninsured_item_belongs_to_the_last_final_run() {
    let cover = ("covers", "account=1000 branch=0 account_type=D kind=none valid_from=2023-01-01 reason=01");
    let steps = vec![
        declare("2024-02-29", true),
        Step::Edit { item: 0, what: "follow-up", dice: 7 },
        declare("2024-03-31", true),
    ];
    holds(&told(&[], &[cover, ("items", INVOICE)], steps));
}
