//! What goes to the insurer (R8, R7, R2.1): letters of final runs and previews, the same in every format, and for those who may have them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use calamine::{Data, Reader, Xlsx, open_workbook};
use obligo::access::Role;
use obligo::messages::Messages;
use obligo::words::Words;
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::client::Client;
use support::server::Ground;
use support::two_companies;

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

/// Where the documents of a test lie.
struct Desk {
    ground: Ground,
    folder: tempfile::TempDir,
}

impl Desk {
    fn of(ground: Ground) -> Desk {
        Desk { ground, folder: tempfile::tempdir().unwrap() }
    }

    /// A report as a file.
    fn file(&self, words: &[&str], name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        let shown = path.display().to_string();
        self.ground.must(&[&["report"], words, &["-o", &shown]].concat());
        path
    }

    fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.ground.must(&[&["report"], words, &["--format", "json"]].concat()))
            .unwrap()
    }

    fn runs(&self) -> Vec<Value> {
        let lines = self.ground.must(&["runs", "--json"]);
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// What a PDF says, for programs that read it.
fn pdf_text(path: &Path) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output();
    String::from_utf8(output.expect("pdftotext, of poppler-utils, starts").stdout).unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}

/// An amount as English documents write it: `1234.50` as `1,234.50`.
fn in_english(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap();
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let start = digits.len() % 3;
    let mut groups: Vec<&str> = if start > 0 { vec![&digits[..start]] } else { Vec::new() };
    groups.extend((start..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
    format!("{sign}{}.{fraction}", groups.join(","))
}

/// The rows of a table of the JSON form: lines, or the total.
fn rows<'r>(report: &'r Value, table: &str, kind: &'r str) -> Vec<&'r Value> {
    let all = report["tables"][table].as_array().unwrap_or_else(|| panic!("no table {table}: {report}"));
    all.iter().filter(|row| row["row_kind"] == kind).collect()
}

fn minor(plain: &str) -> i64 {
    plain.replace('.', "").parse().unwrap_or(0)
}

/// Report, scenario, key dates of its final runs, the report's lists with the amounts they sum.
type Case =
    (&'static str, &'static str, &'static [&'static str], &'static [(&'static str, &'static [&'static str])]);

const CASES: &[Case] = &[
    (
        "balance-declaration",
        "every-status",
        &["2024-06-30"],
        &[("buyers", &["receivables", "bills", "credits", "declared"])],
    ),
    (
        "turnover-declaration",
        "turnover-and-time-premium",
        &["2024-01-31", "2024-04-30"],
        &[("base_premium", &["turnover", "declared"]), ("time_premium", &["time_premium_base"])],
    ),
    ("overdue-notification", "every-status", &["2024-06-30"], &[("items", &["open", "insured", "amount"])]),
];

/// The scenario with final runs of every policy at these key dates.
fn with_final_runs(scenario: &str, key_dates: &[&str]) -> Desk {
    let ground = Ground::of_scenario(scenario, "2024-07-05");
    for policy in std::fs::read_dir(support::server::scenario(scenario).join("policies")).unwrap() {
        let name = policy.unwrap().file_name().to_string_lossy().replace(".toml", "").replace('-', "/");
        for key_date in key_dates {
            let of_policy = ["--policy", &name.to_uppercase(), "--key-date", key_date, "--final"];
            ground.must(&[&["notify"], &of_policy[..]].concat());
            ground.must(&[&["declare", "--buyers", "named"], &of_policy[..]].concat());
        }
    }
    Desk::of(ground)
}

/// The last final run that a report shows.
fn last_run_of(desk: &Desk, report: &str, lists: usize) -> Value {
    let procedure = if report.starts_with("turnover") { "turnover" } else { "receivables" };
    let kind = if report == "overdue-notification" { "notify" } else { "declare" };
    let fits = |run: &Value| {
        run["kind"] == kind && (kind == "notify" || run["totals"].get(procedure).is_some()) && {
            let number = run["run"].to_string();
            desk.json(&[report, "--run", &number])["tables"].as_object().unwrap().len() >= lists
        }
    };
    desk.runs().into_iter().rfind(fits).unwrap_or_else(|| panic!("no final run for {report}"))
}

#[test]
fn r8_1_a_final_run_says_the_same_in_every_format() {
    for (report, scenario, key_dates, lists) in CASES {
        let desk = with_final_runs(scenario, key_dates);
        let run = last_run_of(&desk, report, lists.len());
        let number = run["run"].to_string();
        let of_run = [*report, "--run", &number];
        let json = desk.json(&of_run);
        let printed = pdf_text(&desk.file(&of_run, "a.pdf"));
        let mut book: Xlsx<_> = open_workbook(desk.file(&of_run, "a.xlsx")).unwrap();
        let cells: Vec<Data> = book
            .worksheets()
            .into_iter()
            .flat_map(|(_, range)| range.cells().map(|c| c.2.clone()).collect::<Vec<_>>())
            .collect();
        assert_eq!(json["facts"]["run"], run["run"], "{report}");
        assert_eq!(json["facts"]["sha256"], run["sha256"], "{report}");
        assert!(printed.contains(text(&run, "sha256")), "{report}: the hash is not printed:\n{printed}");
        for (list, amounts) in *lists {
            let csv =
                desk.ground.must(&[&["report"], &of_run[..], &["--format", "csv", "--part", list]].concat());
            let head: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
            let lines = rows(&json, list, "line");
            assert!(!lines.is_empty(), "{report} lists nothing in {list}");
            for amount in *amounts {
                let column = head.iter().position(|name| name == amount).unwrap();
                let of_csv: Vec<String> = csv
                    .lines()
                    .filter(|line| line.starts_with("line,"))
                    .map(|line| line.split(',').nth(column).unwrap().to_owned())
                    .collect();
                let of_json: Vec<&str> = lines.iter().map(|line| text(line, amount)).collect();
                assert_eq!(of_csv, of_json, "{report}: {amount} of {list}");
                let credits = |line: &&&Value| text(line, "open").starts_with('-');
                let sum: i64 =
                    lines.iter().filter(|line| !credits(line)).map(|line| minor(text(line, amount))).sum();
                let total = rows(&json, list, "total")[0];
                assert_eq!(
                    text(total, amount),
                    text(&run["totals"], amount),
                    "{report}: {amount} of the run"
                );
                assert_eq!(
                    sum,
                    minor(text(total, amount)),
                    "{report}: the lines of {list} add up to {amount}"
                );
                for plain in of_json.iter().copied().chain([text(total, amount)]) {
                    assert!(
                        printed.contains(&in_english(plain)),
                        "{report}: {amount} {plain} is not printed"
                    );
                    let number: f64 = plain.parse().unwrap();
                    let is_there =
                        |cell: &Data| matches!(cell, Data::Float(found) if (found - number).abs() < 0.001);
                    assert!(cells.iter().any(is_there), "{report}: {amount} {plain} is not in the workbook");
                }
            }
        }
    }
}

#[test]
fn r8_1_a_final_run_gives_the_same_bytes_again_and_later() {
    let desk = with_final_runs("every-status", &["2024-06-30"]);
    let run = last_run_of(&desk, "balance-declaration", 1)["run"].to_string();
    let of_run = ["balance-declaration", "--run", run.as_str()];
    let formats = ["pdf", "xlsx", "csv", "json"];
    let all = |turn: &str| {
        formats.map(|format| std::fs::read(desk.file(&of_run, &format!("{turn}.{format}"))).unwrap())
    };
    let first = all("first");
    let insurers = desk
        .ground
        .file("insurers.csv", "insurer,name,country,postal_address\nACR,Renamed,DE,\"Elsewhere 1\"\n");
    desk.ground.must(&["import", "insurers", &insurers.display().to_string()]);
    for (format, (was, is)) in formats.iter().zip(first.iter().zip(&all("second"))) {
        assert!(was == is, "{format} differs");
    }
    assert!(
        desk.json(&[
            "balance-declaration",
            "--policy",
            "ACR/A",
            "--key-date",
            "2024-07-31",
            "--buyers",
            "named"
        ])
        .to_string()
        .contains("Renamed")
    );
}

#[test]
fn r8_1_what_is_not_in_force_is_marked_in_every_format() {
    let desk = with_final_runs("every-status", &["2024-06-30"]);
    let preview =
        ["balance-declaration", "--policy", "ACR/A", "--key-date", "2024-07-31", "--buyers", "named"];
    assert_eq!(desk.json(&preview)["mark"], "PREVIEW");
    // Letters that climb are lines of their own.
    let printed = pdf_text(&desk.file(&preview, "p.pdf"));
    assert!(printed.split_whitespace().collect::<String>().contains("PREVIEW"), "{printed}");
    let csv = desk.ground.must(&[&["report"], &preview[..], &["--format", "csv"]].concat());
    assert!(csv.lines().skip(1).all(|line| line.ends_with(",PREVIEW")), "{csv}");
    let run = last_run_of(&desk, "balance-declaration", 1)["run"].to_string();
    let of_run = ["balance-declaration", "--run", run.as_str()];
    assert_eq!(desk.json(&of_run)["mark"], Value::Null);
    desk.ground.must(&["runs", "reverse", &run, "--reason", "recorded too late"]);
    assert_eq!(desk.json(&of_run)["mark"], "REVERSED");
    assert_eq!(desk.json(&["declaration-break-down", "--run", &run])["mark"], "INTERNAL · REVERSED");
}

#[test]
fn r8_5_the_break_down_of_a_final_run_is_of_what_it_knew() {
    let desk = with_final_runs("co-insured-branch", &["2024-01-31"]);
    let run = last_run_of(&desk, "balance-declaration", 1);
    let number = run["run"].to_string();
    let before = desk.json(&["declaration-break-down", "--run", &number]);
    for table in ["companies", "accounts"] {
        let total = rows(&before, table, "total")[0];
        for amount in ["receivables", "bills", "credits"] {
            assert_eq!(text(total, amount), text(&run["totals"], amount), "{table}: {amount}");
        }
    }
    assert!(rows(&before, "accounts", "line").iter().any(|row| row["co_insured"] == true), "{before}");
    let account = rows(&before, "accounts", "line")[0]["account"].as_str().unwrap().replace('/', ",");
    let company = text(rows(&before, "accounts", "line")[0], "company").to_owned();
    let items = desk.ground.file(
        "late.csv",
        &format!("company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n{company},LATE-1,invoice,{account},2024-01-02,2024-02-01,EUR,99.00\n"),
    );
    desk.ground.must(&["import", "items", &items.display().to_string()]);
    assert_eq!(desk.json(&["declaration-break-down", "--run", &number]), before);
}

#[test]
fn r2_1_a_limit_request_records_what_it_asks_for() {
    let ground = two_companies::ground();
    let of = ["report", "limit-request", "--policy", "ACR/A", "--account", "1001", "--amount", "120000"];
    let text_of =
        ground.must(&[&of[..], &["--record", "--requested-on", "2024-03-04", "--format", "json"]].concat());
    let letter: Value = serde_json::from_str(&text_of).unwrap();
    let request = rows(&letter, "requests", "line")[0];
    for (key, expected) in [
        ("account", "1001/0/D"),
        ("insured_sum", "100000.00"),
        ("requested_amount", "120000.00"),
        ("requested_on", "2024-03-04"),
    ] {
        assert_eq!(text(request, key), expected, "{key}: {letter}");
    }
    let limits = ground.must(&["limits", "--account", "1001", "--json"]);
    assert!(limits.contains("\"state\":\"requested\"") && limits.contains("120000.00"), "{limits}");
    // Reading it again records nothing.
    let entries = |ground: &Ground| ground.must(&["verify", "--json"]);
    let before = entries(&ground);
    ground.must(&["report", "limit-request", "--policy", "ACR/A", "--format", "json"]);
    assert_eq!(entries(&ground), before);
}

#[test]
fn r2_1_a_letter_tells_the_insured_sum_in_its_own_currency() {
    let ground = two_companies::ground();
    ground.must(&["limit-requests", "draft", "1001", "120000", "--policy", "ACR/A", "--currency", "JPY"]);
    for account in [&[][..], &["--account", "1001"], &["--account", "1001/0/D"]] {
        let asked = [&["report", "limit-request", "--policy", "ACR/A", "--format", "json"][..], account];
        let letter: Value = serde_json::from_str(&ground.must(&asked.concat())).unwrap();
        let request = rows(&letter, "requests", "line")[0];
        let told = ["insured_sum", "requested_amount", "currency"].map(|key| text(request, key));
        assert_eq!(told, ["100000.00", "120000", "JPY"], "{account:?}");
    }
}

#[test]
fn reports_of_runs_are_for_those_who_see_the_whole_group() {
    let server = two_companies::ground().serve();
    let mut viewer = server.program("viewer", &[Role::Viewer], &[]);
    let mut partial = server.program("partial", &[Role::Viewer], &["01"]);
    let address = "/api/v1/reports/balance-declaration?run=1&format=json";
    let answer = viewer.get(address);
    assert_eq!((answer.status, answer.json()["facts"]["run"].as_i64()), (200, Some(1)), "{}", answer.told());
    for name in [
        "balance-declaration",
        "turnover-declaration",
        "overdue-notification",
        "declaration-break-down",
        "run-comparison",
    ] {
        let answer = partial.get(&format!("/api/v1/reports/{name}?run=1"));
        assert_eq!((answer.status, answer.json()["code"].as_str()), (403, Some("role-companies")), "{name}");
    }
    let listed = |answer: &Value| -> Vec<String> {
        let items = answer["items"].as_array().unwrap();
        items.iter().map(|one| text(one, "name").to_owned()).collect()
    };
    let all = listed(&viewer.get("/api/v1/reports").json());
    let some = listed(&partial.get("/api/v1/reports").json());
    assert!(
        all.contains(&"run-comparison".to_owned()) && !some.contains(&"run-comparison".to_owned()),
        "{some:?}"
    );
    for (query, status, code) in [
        ("/none", 404, "report-not-found"),
        ("/balance-declaration?run=9", 404, "run-not-found"),
        ("/balance-declaration?run=1&colour=red", 400, "report-parameter-unknown"),
        ("/balance-declaration?run=x", 400, "report-parameter-value"),
        ("/balance-declaration?key_date=2024-01-31", 400, "report-parameter-missing"),
        ("/balance-declaration?run=1&format=svg", 400, "report-format-not-offered"),
        ("/turnover-declaration?run=1", 422, "report-of-other-run"),
    ] {
        let answer = viewer.get(&format!("/api/v1/reports{query}"));
        assert_eq!((answer.status, answer.json()["code"].as_str()), (status, Some(code)), "{query}");
    }
}

#[test]
fn a_limit_request_is_recorded_on_its_page_by_those_who_may() {
    let server = two_companies::ground().serve();
    let page = "/reports/limit-request";
    let typed =
        [("policy", "ACR/A"), ("account", "1001"), ("amount", "150,000"), ("requested_on", "2024-03-04")];
    let of = |client: &Client, fields: &[(&'static str, &'static str)]| -> Vec<(&'static str, String)> {
        let keys = [("form_key", client.form_key.clone())];
        fields.iter().map(|(name, value)| (*name, (*value).to_owned())).chain(keys).collect()
    };
    let send = |client: &mut Client, page: &str, fields: &[(&'static str, &'static str)]| {
        let all = of(client, fields);
        client.post(page, &all.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
    };
    let mut viewer = server.signed_in("viewer", &[Role::Viewer], &[]);
    let refused = send(&mut viewer, page, &typed);
    assert_eq!(refused.status, 403);
    assert!(
        viewer.get(page).text().contains("<form") && !viewer.get(page).text().contains("name=\"amount\"")
    );
    let mut clerk = server.signed_in("clerk", &[Role::Clerk], &[]);
    let asked = format!("{page}?policy=ACR%2FA&account=1001");
    assert!(clerk.get(&asked).text().contains("name=\"amount\""), "the form to record it is not there");
    let answer = send(&mut clerk, page, &typed);
    assert_eq!(answer.status, 303, "{}", answer.told());
    let letter = clerk.get(answer.location());
    assert!(letter.text().contains("150,000.00"), "{}", letter.told());
    let answer = send(&mut clerk, "/reports/balance-declaration", &[("run", "1")]);
    let told = Words::of("en")
        .problem(&Problem::usage("report-records-nothing").with("report", "balance-declaration"))
        .0;
    assert!(answer.status == 400 && answer.text().contains(&told), "{}", answer.told());
}

#[test]
fn r14_1_every_language_writes_its_letters() {
    let desk = with_final_runs("every-status", &["2024-06-30"]);
    for language in Messages::languages() {
        for (report, words) in [
            (
                "balance-declaration",
                &["--policy", "ACR/A", "--key-date", "2024-07-31", "--buyers", "named"][..],
            ),
            ("overdue-notification", &["--policy", "ACR/A", "--key-date", "2024-07-31"]),
        ] {
            let asked = [&[report], words, &["--lang", language]].concat();
            let json = desk.json(&asked);
            assert_eq!(json["language"], language);
            let all = json.to_string();
            // A text that the catalogue lacks shows its code.
            assert!(!all.contains("\"report-") && !all.contains("\"col-"), "{language}: {all}");
            let printed = pdf_text(&desk.file(&asked, &format!("{report}-{language}.pdf")));
            assert!(printed.contains(text(&json, "title")), "{language}: {printed}");
        }
    }
}
