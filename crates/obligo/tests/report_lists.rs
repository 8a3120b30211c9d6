//! Reports of lists: open amounts and days overdue (R10), control lists, dossier, statement of account, portfolio. What they say is what
//! the lists say, and nobody sees more than may be seen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::buyers::{BuyersRequest, buyers};
use obligo::deadlines::{DeadlinesRequest, deadlines};
use obligo::declaration::{DeclareRequest, declare};
use obligo::documents::{self, Making, REPORTS, ReportRequest};
use obligo::import::{ImportRequest, import};
use obligo::portfolio::{Keeper, Portfolio};
use obligo::serve::Access;
use obligo::session::Session;
use obligo::words::Words;
use obligo_reports::{Block, Report, Row, RowKind, Table, Value};
use obligo_rules::calendar::Day;
use obligo_rules::codes::BuyerKind;
use obligo_rules::money::{Currency, format_minor};
use obligo_store::Open;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

const POLICY: &str = "policy = \"ACR/A\"\nname = \"Group policy\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\
    [declaration]\nprocedure = \"balance\"\nvat_insured = true\n[terms]\nmax_term_months = 4\nmax_extension_days = 30\n\
    [unnamed]\noffering_threshold = \"5000.00\"\nagency_report_months = 12\n[cover]\ninsured_percent = 90\n";

const FILES: &[(&str, &str)] = &[
    (
        "companies",
        "company,name,currency,insured_group,master,address_company,account_types,own_number\n\
         01,Muster Handel GmbH,EUR,G1,true,01,D,VN-1\n02,Muster Export GmbH,EUR,G1,false,01,D,VN-2\n",
    ),
    ("insurers", "insurer,name,country\nACR,Acora,AT\n"),
    (
        "buyers",
        "account,branch,account_type,name,country,currency,dependent_branch,credit_limit,information_date\n\
         100,0,D,Blechner GmbH,DE,EUR,,500.00,2023-11-30\n\
         100,1,D,Blechner Lager,DE,EUR,true,80.00,\n\
         200,0,D,Zinn AG,AT,EUR,,,\n\
         300,0,D,Eisen KG,DE,EUR,,,\n\
         400,0,D,Kupfer SA,FR,EUR,,,\n\
         500,0,D,Blei Ltd,GB,EUR,,,\n\
         600,0,D,Nickel GmbH,DE,EUR,,,\n",
    ),
    (
        "covers",
        "account,branch,account_type,policy,kind,valid_from,risk_number,insurance_no,co_insured_under,reason\n\
         100,0,D,ACR/A,named,2024-01-01,R1,I-10,,\n100,1,D,,co_insured,2024-01-01,,,100/0/D,\n\
         200,0,D,ACR/A,named,2024-01-01,R2,I-20,,\n300,0,D,ACR/A,unnamed,2024-01-01,,,,\n\
         400,0,D,,none,2024-01-01,,,,not asked yet\n500,0,D,ACR/A,named,2024-01-01,R5,I-50,,\n",
    ),
    (
        "limits",
        "policy,account,branch,account_type,valid_from,amount,currency,response,requested_amount,requested_on,max_term_months,conditions,conditions_met\n\
         ACR/A,100,0,D,2024-01-01,1000.00,EUR,2,,,,,\n\
         ACR/A,200,0,D,2024-01-01,400.00,EUR,2,,,,,\n\
         ACR/A,200,0,D,2024-02-20,,EUR,,900.00,2024-02-20,,,\n\
         ACR/A,500,0,D,2024-01-01,2000.00,EUR,2,,,6,Retention of title,true\n",
    ),
    ("evidence", "account,branch,account_type,kind,date,positive\n300,0,D,agency_report,2023-03-20,true\n"),
    (
        "items",
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount,net_amount\n\
         01,A1,invoice,100,0,D,2024-01-10,2024-02-01,EUR,595.00,500.00\n\
         02,GEHEIM-1,invoice,100,0,D,2024-02-20,2024-03-20,EUR,119.00,100.00\n\
         01,A2,invoice,100,1,D,2024-02-25,2024-03-25,EUR,70.00,70.00\n\
         01,A3,credit_note,100,0,D,2024-02-26,2024-02-26,EUR,-20.00,-20.00\n\
         01,A4,invoice,200,0,D,2024-01-25,2024-02-25,EUR,700.00,700.00\n\
         01,A5,invoice,300,0,D,2024-02-25,2024-03-25,EUR,300.00,300.00\n\
         01,A6,invoice,400,0,D,2024-02-25,2024-03-25,EUR,6000.00,6000.00\n\
         02,GEHEIM-2,invoice,500,0,D,2024-02-01,2024-03-01,EUR,77123.45,77123.45\n",
    ),
];

const TODAY: &str = "2024-03-05";

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn session_of(files: &[(&str, &str)]) -> Session {
    let folder = tempfile::tempdir().unwrap();
    for (kind, text) in files {
        fs::write(folder.path().join(format!("{kind}.csv")), text).unwrap();
    }
    fs::create_dir(folder.path().join("policies")).unwrap();
    fs::write(folder.path().join("policies/acr.toml"), POLICY).unwrap();
    let now = format!("{TODAY}T08:00:00Z");
    let mut session = Session::open("sqlite::memory:", Open::Create, "anna".into(), now).unwrap();
    let request = ImportRequest {
        kind: "scenario".to_owned(),
        files: vec![folder.path().to_owned()],
        ..ImportRequest::default()
    };
    import(&mut session, &request, &mut |_, _| {}).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    for buyers in [BuyerKind::Named, BuyerKind::Unnamed] {
        let key_date = day("2024-02-29");
        let request =
            DeclareRequest { policy: "ACR/A".to_owned(), key_date, buyers, is_final: true, known: i64::MAX };
        declare(&mut session, &request).unwrap();
    }
    session
}

fn make_as(
    session: &mut Session,
    language: &str,
    companies: Option<&BTreeSet<String>>,
    name: &str,
    values: &[(&str, &str)],
) -> Report {
    let (definition, words) = (documents::find(name).unwrap(), Words::of(language));
    let request = ReportRequest::new(definition, words, values.iter().copied()).unwrap();
    let keeper = Keeper::new(Arc::clone(&session.store));
    let mut making = Making { session, words, request: &request, companies, keeper: &keeper };
    documents::make(&mut making).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn make(session: &mut Session, name: &str, values: &[(&str, &str)]) -> Report {
    make_as(session, "en", None, name, values)
}

fn tables(report: &Report) -> Vec<&Table> {
    let mut found = Vec::new();
    for block in &report.blocks {
        if let Block::Table(table) = block {
            found.push(table);
        }
    }
    found
}

/// A cell as these tests write it.
fn shown(value: &Value) -> String {
    match value {
        Value::Empty => "-".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Amount(minor, currency) => format_minor(*minor, currency.exponent()),
        Value::Day(day) => day.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Percent(number) | Value::Decimal(number) => number.normalize().to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

/// The cells of these columns, line by line; the row of sums last.
fn cells(table: &Table, columns: &[&str]) -> Vec<String> {
    let at = |key: &&str| {
        table.columns.iter().position(|column| column.key == **key).unwrap_or_else(|| panic!("{key}"))
    };
    let places: Vec<usize> = columns.iter().map(at).collect();
    let row = |row: &Row| places.iter().map(|n| shown(&row.cells[*n])).collect::<Vec<_>>().join(" ");
    table.rows.iter().map(row).collect()
}

fn list(session: &mut Session, name: &str, values: &[(&str, &str)], columns: &[&str]) -> Vec<String> {
    cells(tables(&make(session, name, values))[0], columns)
}

#[test]
fn r10_1_open_amounts_stand_against_the_insured_sum() {
    let mut session = session_of(FILES);
    let columns = ["account", "own_number", "open", "insured_sum", "unused", "exceeding"];
    let gross = [
        "100/0/D VN-1, VN-2 764.00 1000.00 236.00 0.00",
        "200/0/D VN-1 700.00 400.00 0.00 300.00",
        "300/0/D VN-1 300.00 5000.00 4700.00 0.00",
        "500/0/D VN-2 77123.45 2000.00 0.00 75123.45",
        "Total - 78887.45 8400.00 4936.00 75423.45",
    ];
    assert_eq!(list(&mut session, "open-amounts", &[], &columns), gross, "with what co-insured accounts owe");
    let net = list(&mut session, "open-amounts", &[("amounts", "net")], &columns);
    assert_eq!(net[0], "100/0/D VN-1, VN-2 650.00 1000.00 350.00 0.00");
    // parameters, accounts
    for (values, expected) in [
        (vec![("lowest", "700")], vec!["100/0/D", "200/0/D", "500/0/D"]),
        (vec![("lowest", "700"), ("amounts", "net")], vec!["200/0/D", "500/0/D"]),
        (vec![("insurance_no_from", "I-15"), ("insurance_no_to", "I-20")], vec!["200/0/D"]),
        (
            vec![("insurer_from", "ACR"), ("insurer_to", "ACR")],
            vec!["100/0/D", "200/0/D", "300/0/D", "500/0/D"],
        ),
        (vec![("insurer_to", "ACQ")], vec![]),
        (vec![("as_of", "2024-01-31")], vec!["100/0/D", "200/0/D"]),
    ] {
        let mut found = list(&mut session, "open-amounts", &values, &["account"]);
        found.retain(|account| account != "Total");
        assert_eq!(found, expected, "{values:?}");
    }
    let requested =
        list(&mut session, "open-amounts", &[], &["limit_changed", "requested_amount", "requested_on"]);
    assert_eq!(requested[..3], ["2024-01-01 - -", "2024-01-01 900.00 2024-02-20", "- - -"]);
}

#[test]
fn r10_2_days_move_amounts_between_columns_and_exclude_nobody() {
    let mut session = session_of(FILES);
    let columns =
        ["account", "open", "past_due", "past_due_ratio", "past_due_longer", "past_due_longer_ratio"];
    let found = list(&mut session, "days-overdue", &[("days", "8")], &columns);
    assert_eq!(
        found,
        [
            "100/0/D 764.00 575.00 75.3 595.00 77.9",
            "200/0/D 700.00 700.00 100 700.00 100",
            "300/0/D 300.00 0.00 0 0.00 0",
            "500/0/D 77123.45 77123.45 100 0.00 0",
            "Total 78887.45 78398.45 99.4 1295.00 1.6",
        ]
    );
    let all =
        list(&mut session, "days-overdue", &[("days", "9999")], &["account", "past_due", "past_due_longer"]);
    assert_eq!(all.len(), found.len());
    assert_eq!(all.last().unwrap(), "Total 78398.45 0.00");
}

/// Report, parameters, columns, lines.
type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c [&'c str], &'c [&'c str]);

#[test]
fn control_lists_name_those_that_need_somebodys_eye() {
    let mut session = session_of(FILES);
    let table: [Case<'_>; 10] = [
        (
            "increases-due",
            &[],
            &["account", "used", "missing", "requested_amount"],
            &["200/0/D 175 300.00 900.00", "500/0/D 3856.2 75123.45 -", "Total - 75423.45 -"],
        ),
        (
            "increases-due",
            &[("percent", "70")],
            &["account", "used"],
            &["100/0/D 78.4", "200/0/D 175", "500/0/D 3856.2", "Total -"],
        ),
        (
            "evidence-due",
            &[],
            &["account", "state", "valid_until", "insured_sum", "insured_sum_then"],
            &["300/0/D Expires soon 2024-03-20 5000.00 0.00", "Total - - 5000.00 0.00"],
        ),
        ("evidence-due", &[("days", "10")], &["account"], &[]),
        (
            "evidence-due",
            &[("as_of", "2024-04-01")],
            &["account", "state", "insured_sum"],
            &["300/0/D Expired 0.00", "Total - 0.00"],
        ),
        ("offers-due", &[], &["account", "figure", "threshold"], &["400/0/D 6000.00 5000.00"]),
        (
            "without-cover",
            &[],
            &["account", "why", "open", "must_be_offered"],
            &["400/0/D not asked yet 6000.00 true", "Total - 6000.00 -"],
        ),
        (
            "special-terms",
            &[],
            &["account", "policy_term", "max_term_months", "policy_percent", "conditions", "conditions_met"],
            &["500/0/D 4 months 6 90 Retention of title true"],
        ),
        (
            "over-own-limits",
            &[],
            &["account", "credit_limit", "credit_exposure", "over_credit_limit"],
            &["100/0/D 500.00 694.00 194.00", "Total - 694.00 194.00"],
        ),
        (
            "co-insured",
            &[],
            &["co_insured_under", "account", "credit_limit", "open"],
            &["100/0/D 100/1/D 80.00 70.00", "Total - - 70.00"],
        ),
    ];
    for (name, values, columns, expected) in table {
        assert_eq!(list(&mut session, name, values, columns), expected, "{name} {values:?}");
    }
    let all = list(&mut session, "without-cover", &[("all", "true")], &["account", "why"]);
    assert_eq!(all, ["400/0/D not asked yet", "600/0/D Not insured", "Total -"]);
}

#[test]
fn r11_3_an_idle_limit_stands_with_the_fee_of_its_policy() {
    let mut session = session_of(FILES);
    let asked = [("months", "1"), ("percent", "100")];
    let columns = ["account", "insured_sum", "limit_fee"];
    assert_eq!(list(&mut session, "idle-limits", &asked, &columns)[0], "100/0/D 1000.00 -");
    let with_fee = format!("{POLICY}[premium]\nlimit_fee = \"30.00\"\n");
    obligo::policies::put_text(&mut session, "p.toml", &with_fee, None).unwrap();
    let lines = list(&mut session, "idle-limits", &asked, &columns);
    assert_eq!(lines[0], "100/0/D 1000.00 30.00");
}

#[test]
fn lists_and_reports_sum_alike() {
    let mut session = session_of(FILES);
    let today = day(TODAY);
    let mut kept = Vec::new();
    let request = BuyersRequest { as_of: today, known_at: None, policy: None, search: None, all: true };
    let summary = buyers(&mut session, &request, &mut |line| {
        kept.push(line);
        Ok(())
    })
    .unwrap();
    let of_policy = &summary["totals"]["ACR/A"];
    let totals = |session: &mut Session, name: &str, columns: &[&str]| {
        list(session, name, &[], columns).pop().unwrap()
    };
    let found = totals(&mut session, "open-amounts", &["open", "insured", "insured_sum"]);
    let expected = ["open", "insured", "insured_sum"].map(|name| of_policy[name].as_str().unwrap());
    assert_eq!(found, expected.join(" "));
    assert_eq!(totals(&mut session, "days-overdue", &["open"]), of_policy["open"].as_str().unwrap());
    let portfolio = Portfolio::compute(&session.store, today).unwrap();
    let book = portfolio.buyer_book(None);
    let over: i64 = book.marked().over_limit.iter().map(|(_, over)| over).sum();
    assert_eq!(totals(&mut session, "increases-due", &["missing"]), format_minor(over, 2));
    let lines = |session: &mut Session, name: &str| {
        let accounts = list(session, name, &[], &["account"]);
        accounts.iter().filter(|account| *account != "Total").count() as u64
    };
    assert_eq!(Some(lines(&mut session, "offers-due")), summary["must_be_offered"].as_u64());
    assert_eq!(Some(lines(&mut session, "over-own-limits")), summary["credit_limit_exceeded"].as_u64());
    let request = DeadlinesRequest { from: today, to: today.plus_days(92), policy: None, known_at: None };
    let summary = deadlines(&mut session, &request, &mut |_| Ok(())).unwrap();
    let duties = list(&mut session, "deadlines", &[], &["date"]).len() as u64;
    assert!(duties > 0 && Some(duties) == summary["duties"].as_u64(), "{summary}");
    let overview = portfolio.overview(None);
    let report = make(&mut session, "portfolio", &[]);
    let of_chart = |key: &str, n: usize| {
        let chart = report.blocks.iter().find_map(|block| match block {
            Block::Chart(chart) if chart.key == key => Some(chart),
            _ => None,
        });
        chart.unwrap().series[n].points.iter().map(|point| point.minor).sum::<i64>()
    };
    let total = overview.currencies[0].total;
    for key in ["ages-eur", "largest-buyers-eur", "countries-eur"] {
        assert_eq!((of_chart(key, 0), of_chart(key, 1)), (total.insured, total.uninsured), "{key}");
    }
}

#[test]
fn r8_2_balances_differ_from_the_declaration_by_the_reasons_named() {
    let mut session = session_of(FILES);
    let report =
        make(&mut session, "balances-and-turnover", &[("from", "2024-02-01"), ("until", "2024-02-29")]);
    let found = tables(&report);
    let keys: Vec<&str> = found.iter().map(|table| table.key.as_str()).collect();
    assert_eq!(keys, ["buyers", "co_insured", "reconciliation", "differences"]);
    let columns = ["account", "turnover", "turnover_compared", "balance", "declared"];
    assert_eq!(
        cells(found[0], &columns),
        [
            "100/0/D 150.00 0.00 764.00 764.00",
            "200/0/D 0.00 0.00 700.00 400.00",
            "300/0/D 300.00 0.00 300.00 300.00",
            "500/0/D 77123.45 0.00 77123.45 2000.00",
            "Total 77573.45 0.00 78887.45 3464.00",
        ]
    );
    assert_eq!(
        cells(found[1], &["main_account", "account", "balance"]),
        ["100/0/D 100/0/D 694.00", "100/0/D 100/1/D 70.00"]
    );
    assert_eq!(
        cells(found[2], &["what", "amount"]),
        ["Balance in the books 78887.45", "above the insured sum -75423.45", "Declared 3464.00"]
    );
    assert_eq!(
        cells(found[3], &["account", "why", "not_declared"]),
        [
            "200/0/D above the insured sum 300.00",
            "500/0/D above the insured sum 75123.45",
            "Total - 75423.45"
        ]
    );
}

#[test]
fn a_statement_of_account_is_a_letter_of_one_account_and_tells_nothing_of_insurance() {
    let mut session = session_of(FILES);
    let report = make(&mut session, "account-statement", &[("account", "100/0/D"), ("company", "01")]);
    let letter = report.letter.as_ref().unwrap();
    assert_eq!(
        (letter.sender.join(" "), letter.recipient[0].as_str()),
        ("Muster Handel GmbH".to_owned(), "Blechner GmbH")
    );
    assert_eq!(
        cells(tables(&report)[0], &["company", "document_no", "open", "past_due"]),
        ["01 A1 595.00 595.00", "01 A3 -20.00 -20.00", "Total - 575.00 575.00"]
    );
    let said = format!("{report:?}").to_lowercase();
    assert!(!said.contains("insured") && !said.contains("acr/a"), "{said}");
    let by_number = make(&mut session, "account-statement", &[("account", "200")]);
    assert_eq!(cells(tables(&by_number)[0], &["document_no"]), ["A4", "-"]);
}

#[test]
fn nobody_sees_items_of_companies_that_may_not_be_seen() {
    let mut session = session_of(FILES);
    let own = BTreeSet::from(["01".to_owned()]);
    for (name, values) in asked("100/0/D") {
        if matches!(documents::find(name).unwrap().access, Access::WholeGroup(_)) {
            continue;
        }
        let report = make_as(&mut session, "en", Some(&own), name, &values);
        let said = format!("{report:?}");
        for secret in ["GEHEIM", "7712345", "7888745"] {
            assert!(!said.contains(secret), "{name}: {secret} in {said}");
        }
    }
}

/// The reports that need no run and no decision, with the values they need.
fn asked(account: &'static str) -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
    let is_list = |definition: &&documents::Definition| {
        let is_free = |p: &documents::Parameter| {
            !["run", "key_date"].contains(&p.name) && (!p.is_required || p.name == "account")
        };
        definition.parameters.iter().all(is_free)
    };
    let values = |definition: &documents::Definition| {
        let needs = definition.parameters.iter().any(|p| p.name == "account");
        if needs { vec![("account", account)] } else { Vec::new() }
    };
    let found: Vec<_> =
        REPORTS.iter().filter(is_list).map(|definition| (definition.name, values(definition))).collect();
    assert!(found.len() >= 14, "{found:?}");
    found
}

fn check_shape(report: &Report) {
    for table in tables(report) {
        assert!(!table.title.is_empty() && !table.columns.is_empty(), "{}", table.key);
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{} {}", report.name, table.key);
        }
        for (n, column) in table.columns.iter().enumerate().filter(|(_, column)| column.summed) {
            let currencies: BTreeSet<Currency> = table
                .rows
                .iter()
                .filter_map(|row| match &row.cells[n] {
                    Value::Amount(_, currency) => Some(*currency),
                    _ => None,
                })
                .collect();
            assert!(currencies.len() <= 1, "{} sums {} of {currencies:?}", report.name, column.key);
        }
    }
}

#[test]
fn every_list_is_whole_in_every_language_and_says_so_when_nothing_is_there() {
    let (mut filled, mut empty) = (session_of(FILES), session_of(&FILES[..3]));
    for language in ["en", "de", "fr", "sv"] {
        for (name, values) in asked("100/0/D") {
            for session in [&mut filled, &mut empty] {
                let report = make_as(session, language, None, name, &values);
                check_shape(&report);
                let said = format!("{report:?}");
                // A message that is not there stands as its own id.
                for prefix in ["\"report-", "\"col-", "\"chart-", "\"buyer-", "\"buyers-"] {
                    assert!(
                        !said.replace(&format!("name: \"{name}\""), "").contains(prefix),
                        "{language} {name}: {said}"
                    );
                }
                assert!(
                    !report.title.is_empty() && !report.made_from.is_empty() && !report.blocks.is_empty()
                );
            }
            let report = make_as(&mut empty, language, None, name, &values);
            for table in tables(&report).iter().filter(|table| table.rows.is_empty()) {
                assert!(!table.empty.is_empty(), "{language} {name} {}", table.key);
            }
        }
    }
}

#[test]
fn r0_4_a_list_of_a_past_day_as_known_then_is_made_again() {
    let mut session = session_of(FILES);
    let before = list(&mut session, "open-amounts", &[], &["account", "open"]);
    let later = "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
        01,A9,invoice,200,0,D,2024-03-01,2024-03-31,EUR,50.00\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("items.csv");
    fs::write(&file, later).unwrap();
    session.now = "2024-03-06T08:00:00Z".to_owned();
    let request = ImportRequest { kind: "items".to_owned(), files: vec![file], ..ImportRequest::default() };
    import(&mut session, &request, &mut |_, _| {}).unwrap();
    let now = list(&mut session, "open-amounts", &[("as_of", TODAY)], &["account", "open"]);
    assert_eq!(now[1], "200/0/D 750.00");
    let then =
        list(&mut session, "open-amounts", &[("as_of", TODAY), ("known_at", TODAY)], &["account", "open"]);
    assert_eq!(then, before);
}

#[test]
fn ten_thousand_lines_are_listed_and_summed() {
    let mut items = String::from(
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n",
    );
    for n in 0..10_000 {
        writeln!(items, "01,N{n:05},invoice,600,0,D,2024-02-01,2024-03-01,EUR,1.50").unwrap();
    }
    let files: Vec<(&str, &str)> = FILES
        .iter()
        .map(|(kind, text)| (*kind, if *kind == "items" { items.as_str() } else { *text }))
        .collect();
    let mut session = session_of(&files);
    let report = make(&mut session, "account-statement", &[("account", "600")]);
    let table = tables(&report)[0];
    assert_eq!(table.rows.len(), 10_001);
    let total = table.rows.last().unwrap();
    assert_eq!(total.kind, RowKind::Total);
    assert!(total.cells.contains(&Value::Amount(1_500_000, Currency::EUR)));
}

#[test]
fn wrong_questions_are_answered_with_what_is_wrong() {
    let mut session = session_of(FILES);
    for (name, values, expected) in [
        ("open-amounts", vec![("policy", "ACR/Z")], "policy-not-found"),
        ("deadlines", vec![("policy", "ACR/Z")], "policy-not-found"),
        ("balances-and-turnover", vec![("policy", "ACR/Z")], "policy-not-found"),
        ("balances-and-turnover", vec![("from", "2024-03-01"), ("until", "2024-02-01")], "deadlines-period"),
        ("deadlines", vec![("from", "2024-03-01"), ("until", "2024-02-01")], "deadlines-period"),
        ("buyer-dossier", vec![("account", "999")], "buyer-not-found"),
        ("account-statement", vec![("account", "100")], "account-ambiguous"),
        ("account-statement", vec![("account", "100/0/D"), ("company", "99")], "company-not-found"),
    ] {
        let (definition, words) = (documents::find(name).unwrap(), Words::of("en"));
        let request = ReportRequest::new(definition, words, values.iter().copied()).unwrap();
        let keeper = Keeper::new(Arc::clone(&session.store));
        let mut making =
            Making { session: &mut session, words, request: &request, companies: None, keeper: &keeper };
        let problem = documents::make(&mut making).unwrap_err();
        assert_eq!(problem.code, expected, "{name} {values:?}");
    }
}
