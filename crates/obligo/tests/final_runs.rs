//! Final runs through the real program (R8.4): in order, all or nothing, one at a time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

const PROGRAM: &str = env!("CARGO_BIN_EXE_obligo");

fn obligo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .current_dir(folder)
        .env("OBLIGO_ACTOR", "test")
        .env("OBLIGO_NOW", "2024-05-02T09:00:00Z")
        .args(["--store", "sqlite:ledger.db"])
        .args(arguments)
        .stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    obligo(folder, arguments).output().expect("the program starts")
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}\n{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Writes and imports a portfolio of `items` invoices over a hundred named buyers.
fn portfolio(folder: &Path, items: usize) {
    fs::create_dir_all(folder.join("policies")).unwrap();
    fs::write(folder.join("companies.csv"), "company,name,currency,master\n01,Nord GmbH,EUR,true\n").unwrap();
    fs::write(folder.join("insurers.csv"), "insurer,name,country\nACR,Acora,DE\n").unwrap();
    fs::write(
        folder.join("policies/acr-a.toml"),
        "policy = \"ACR/A\"\ncurrency = \"EUR\"\nvalid_from = 2023-01-01\n[declaration]\nprocedure = \"balance\"\n\
         vat_insured = true\n[terms]\nmax_term_months = 4\nmax_extension_days = 30\nexclusion_days = 30\n",
    )
    .unwrap();
    let mut buyers = String::from("account,branch,account_type,name,country\n");
    let mut covers = String::from("account,branch,account_type,policy,kind,valid_from\n");
    let mut limits = String::from("policy,account,branch,account_type,valid_from,amount,response\n");
    for n in 0..100 {
        writeln!(buyers, "{},0,D,Buyer {n},DE", 1000 + n).unwrap();
        writeln!(covers, "{},0,D,ACR/A,named,2023-01-01", 1000 + n).unwrap();
        writeln!(limits, "ACR/A,{},0,D,2023-01-01,50000.00,2", 1000 + n).unwrap();
    }
    let mut lines = String::from(
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n",
    );
    for n in 0..items {
        let (account, day) = (1000 + n % 100, 1 + n % 28);
        writeln!(
            lines,
            "01,R{n:07},invoice,{account},0,D,2024-03-{day:02},2024-04-{day:02},EUR,{}.00",
            10 + n % 900
        )
        .unwrap();
    }
    for (name, text) in [("buyers", buyers), ("covers", covers), ("limits", limits), ("items", lines)] {
        fs::write(folder.join(format!("{name}.csv")), text).unwrap();
    }
    done(folder, &["import", "scenario", "."]);
}

const DECLARE: [&str; 8] =
    ["declare", "--policy", "ACR/A", "--buyers", "named", "--key-date", "2024-04-30", "--final"];

fn final_runs(folder: &Path) -> usize {
    done(folder, &["runs", "--json"]).lines().filter(|line| line.contains("\"declare\"")).count()
}

#[test]
fn r8_4_a_final_run_out_of_order_names_the_last_one() {
    let folder = tempfile::tempdir().unwrap();
    portfolio(folder.path(), 200);
    done(folder.path(), &DECLARE);
    for key_date in ["2024-04-30", "2024-03-31"] {
        let mut again = DECLARE;
        again[6] = key_date;
        let output = run(folder.path(), &again);
        assert_eq!(output.status.code(), Some(3), "{key_date}");
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains("2024-04-30"), "{errors}");
        assert!(errors.contains("remedy"), "{errors}");
    }
    assert_eq!(final_runs(folder.path()), 1);
}

#[test]
fn r8_1_a_final_run_prints_the_same_bytes_again() {
    let folder = tempfile::tempdir().unwrap();
    portfolio(folder.path(), 200);
    let mut declare = DECLARE.to_vec();
    declare.push("--json");
    let first = done(folder.path(), &declare);
    let mut next = declare.clone();
    next[6] = "2024-05-31";
    done(folder.path(), &next);
    assert_eq!(done(folder.path(), &["runs", "show", "1", "--json"]), first);
}

#[test]
fn r8_4_a_final_run_killed_in_the_middle_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    portfolio(folder.path(), 30_000);
    let mut killed = 0;
    // Later and later in the run; whatever the machine's speed, some of them hit it while it works.
    for wait in [0u64, 5, 10, 20, 40, 60, 80, 100, 150, 200, 300, 400] {
        let mut child: Child =
            obligo(folder.path(), &DECLARE).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        let ran_through = child.try_wait().unwrap().is_some_and(|status| status.success());
        let _ = child.kill();
        let finished = child.wait().unwrap().success() || ran_through;
        let runs = final_runs(folder.path());
        if finished || runs == 1 {
            break;
        }
        killed += 1;
        assert_eq!(runs, 0, "killed after {wait} ms");
        done(folder.path(), &["verify"]);
        let insured = done(folder.path(), &["items", "--as-of", "2024-04-30", "--status", "K", "--json"]);
        assert!(insured.is_empty(), "a killed run has changed items");
    }
    assert!(killed > 0, "no run was killed before it ended");
    if final_runs(folder.path()) == 0 {
        done(folder.path(), &DECLARE);
    }
    done(folder.path(), &["verify"]);
    assert_eq!(final_runs(folder.path()), 1);
}

#[test]
fn r8_4_of_two_final_runs_at_once_one_wins_and_the_other_is_told() {
    let folder = tempfile::tempdir().unwrap();
    portfolio(folder.path(), 20_000);
    let start =
        || obligo(folder.path(), &DECLARE).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let outputs = [start(), start()].map(|child| child.wait_with_output().unwrap());
    let mut codes: Vec<Option<i32>> = outputs.iter().map(|o| o.status.code()).collect();
    codes.sort_unstable();
    assert!(codes == [Some(0), Some(3)] || codes == [Some(0), Some(4)], "{codes:?}");
    let loser = outputs.iter().find(|o| !o.status.success()).unwrap();
    let told = String::from_utf8_lossy(&loser.stderr);
    assert!(told.contains("2024-04-30") || told.contains("locked"), "{told}");
    assert_eq!(final_runs(folder.path()), 1);
    done(folder.path(), &["verify"]);
}
