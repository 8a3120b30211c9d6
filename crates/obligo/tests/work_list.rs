//! The work list through the program (R9.2, R9.3, R9.5): what a run says, what is recorded on it, and that a rerun loses nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::Role;
use obligo::access::proposals::{self, Submitted};
use obligo::access::users::{NewUser, create};
use obligo::credit::RecordsRequest;
use obligo::credit::decisions::{Decide, DecideRequest, decide, decisions, submit_decision};
use obligo::credit::work_list::{
    ItemDatesChange, ManagerRange, MonitorRequest, MonitorRun, NewAction, NewNote, WorkChoice, actions_of,
    add_note, close_note, item_dates, monitor, notes, record_actions, set_item_dates, work_list,
};
use obligo::import::{ImportRequest, import};
use obligo::portfolio::Keeper;
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::follow_up_note::NoteState;
use obligo_rules::problem::Problem;
use obligo_rules::selection::{Change, WorkOrder};
use obligo_store::credit_policy::credit_policy_put;
use obligo_store::{Open, Written};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

const ACTIONS: &str =
    "valid_from = 2024-01-01\ncurrency = \"EUR\"\n\n[actions]\n10 = \"phoned\"\n20 = \"letter sent\"\n";

const FILES: &[(&str, &str)] = &[
    ("companies", "company,name,currency,insured_group,master\n01,Muster AG,EUR,G,true\n"),
    ("insurers", "insurer,name,country\nACR,Acme Credit,DE\n"),
    (
        "buyers",
        "account,branch,account_type,name,country,currency,credit_limit,credit_manager,payer\n\
         1001,0,D,Alfa,DE,EUR,1000.00,KM1,\n\
         1002,0,D,Beta,DE,EUR,1000.00,KM2,\n\
         1003,0,D,Alfa Branch,DE,EUR,,KM9,1001/0/D\n",
    ),
    (
        "items",
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
         01,A-1,invoice,1001,0,D,2024-04-01,2024-05-01,EUR,900.00\n\
         01,A-2,invoice,1003,0,D,2024-05-01,2024-05-31,EUR,600.00\n\
         01,B-1,invoice,1002,0,D,2024-05-01,2024-05-31,EUR,5000.00\n",
    ),
];

struct House {
    folder: TempDir,
    session: Session,
    files: usize,
}

impl House {
    fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("work.db").display());
        let now = "2024-06-10T08:00:00Z".to_owned();
        let session = Session::open(&url, Open::Create, "anna".to_owned(), now).unwrap();
        let mut house = House { folder, session, files: 0 };
        for (kind, text) in FILES {
            house.import(kind, text);
        }
        let valid_from = day("2024-01-01");
        house
            .session
            .write("credit-policy", "", "credit-policy", |tx, entry| {
                credit_policy_put(tx, entry, valid_from, ACTIONS)?;
                Ok(Written::new(serde_json::json!({}), serde_json::json!({})))
            })
            .unwrap();
        house
    }

    fn import(&mut self, kind: &str, text: &str) {
        self.files += 1;
        let path = self.folder.path().join(format!("{}-{kind}.csv", self.files));
        std::fs::write(&path, text).unwrap();
        if let Err(refusal) = take(&mut self.session, kind, &path) {
            panic!("{kind}: {:?}", refusal.problems);
        }
    }

    fn settle(&mut self, document: &str, date: &str, amount: &str) {
        self.import(
            "settlements",
            &format!(
                "company,document_no,kind,date,amount,method,settlement_no\n01,{document},invoice,{date},{amount},payment,{document}-{date}\n"
            ),
        );
    }

    /// Insures the first payer under a limit decision with this last day.
    fn insure(&mut self, amount: &str, valid_until: &str) {
        let policy = "policy = \"ACR/A\"\nexternal_number = \"1\"\nname = \"P\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n\n\
                      [declaration]\nprocedure = \"balance\"\n\n[terms]\nmax_term_months = 4\n";
        if let Err(refusal) = obligo::policies::put_text(&mut self.session, "p.toml", policy, None) {
            panic!("{:?}", refusal.problems);
        }
        self.import(
            "covers",
            "account,branch,account_type,policy,kind,valid_from\n1001,0,D,ACR/A,named,2024-01-01\n",
        );
        self.import(
            "limits",
            &format!(
                "policy,account,branch,account_type,valid_from,valid_until,amount,currency,response\n\
                 ACR/A,1001,0,D,2024-01-01,{valid_until},{amount},EUR,2\n"
            ),
        );
    }

    /// The clock shows the key date, if it does not show a later day already.
    fn run(&mut self, key_date: &str) -> MonitorRun {
        self.session.now = self.session.now.clone().max(format!("{key_date}T08:00:00Z"));
        monitor(&mut self.session, &MonitorRequest { key_date: day(key_date), managers: None }).unwrap()
    }

    fn changes(&mut self, key_date: &str) -> Vec<(String, &'static str)> {
        let run = self.run(key_date);
        run.lines.iter().map(|line| (line.key.account.clone(), line.selected.change.code())).collect()
    }

    fn act(&mut self, account: &str, criterion: &str, code: u8) -> Result<(), Problem> {
        let action = NewAction { criterion: criterion.to_owned(), code, remark: String::new() };
        record_actions(&mut self.session, account, &[action]).map(|_| ())
    }

    /// Accepts an excess of the first payer until a day, or blocks it.
    fn decide(&mut self, decision: Decide) -> i64 {
        let request = DecideRequest {
            account: "1001/0/D".to_owned(),
            policy: "ACR/A".to_owned(),
            decide: decision,
            from: Some(day("2024-06-10")),
            reason: "pays regularly".to_owned(),
            reference: String::new(),
            seen: None,
            proposed_by: String::new(),
        };
        decide(&mut self.session, &request).unwrap()["decision"].as_i64().unwrap()
    }

    /// The numbers of all decisions ever recorded, in order.
    fn decisions(&mut self, key_date: Day) -> Vec<i64> {
        let mut found = Vec::new();
        let all = RecordsRequest { all: true, ..RecordsRequest::at(key_date) };
        decisions(&mut self.session, &all, &mut |line| {
            found.extend(line["decision"].as_i64());
            Ok(())
        })
        .unwrap();
        found.sort_unstable();
        found
    }

    fn note(&mut self, account: &str, until: &str, promised: Option<&str>, items: &[&str]) -> i64 {
        let new = NewNote {
            account: account.to_owned(),
            contact: "Ms Berg, phone".to_owned(),
            result: "will pay".to_owned(),
            action_date: Some(day(until)),
            promised: promised.map(str::to_owned),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
            ..NewNote::default()
        };
        add_note(&mut self.session, &new).unwrap()
    }
}

fn take(session: &mut Session, kind: &str, path: &Path) -> Result<(), obligo::import::Refusal> {
    let files = vec![path.to_owned()];
    let request = ImportRequest { kind: kind.to_owned(), files, ..ImportRequest::default() };
    import(session, &request, &mut |_, _| {}).map(|_| ())
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn of<'a>(run: &'a MonitorRun, account: &str) -> Vec<&'a str> {
    let line = run.lines.iter().find(|line| line.key.account == account);
    line.map(|line| line.selected.reasons.iter().map(|r| r.fired.name.as_str()).collect()).unwrap_or_default()
}

#[test]
fn r9_2_values_are_summed_at_the_payer_over_all_customers_it_pays_for() {
    let mut house = House::new();
    let run = house.run("2024-06-10");
    let accounts: Vec<&str> = run.lines.iter().map(|line| line.key.account.as_str()).collect();
    assert_eq!(accounts, ["1001", "1002"], "the branch is under its payer");
    let alfa = run.lines[0].json();
    assert_eq!((&alfa["overdue"], &alfa["credit_manager"]), (&"1500.00".into(), &"KM1".into()));
    let outstanding =
        alfa["criteria"].as_array().unwrap().iter().find(|c| c["name"] == "outstanding").unwrap();
    assert_eq!((&outstanding["actual"], &outstanding["limit"]), (&"1500.00".into(), &"1000.00".into()));
    assert_eq!(run.totals["payers"]["new"], 2);
}

#[test]
fn fr_07_a_run_for_some_managers_leaves_the_list_of_the_others() {
    let mut house = House::new();
    house.run("2024-06-10");
    "2024-06-11T08:00:00Z".clone_into(&mut house.session.now);
    let range = ManagerRange::parse("KM1..KM1").unwrap();
    let request = MonitorRequest { key_date: day("2024-06-11"), managers: Some(range) };
    let run = monitor(&mut house.session, &request).unwrap();
    assert_eq!(run.lines.len(), 1);
    let choice = WorkChoice { order: WorkOrder::CreditManager, ..WorkChoice::default() };
    let list = work_list(&mut house.session, &choice, day("2024-06-11"), (0, 10)).unwrap();
    let found: Vec<(&str, i64)> =
        list.lines.iter().map(|l| (l.line.key.account.as_str(), l.line.run)).collect();
    assert_eq!(found, [("1001", 2), ("1002", 1)]);
}

#[test]
fn r9_2_a_mistyped_key_date_undoes_nothing() {
    let mut house = House::new();
    house.run("2024-06-10");
    house.act("1001/0/D", "outstanding", 10).unwrap();
    for (key_date, code) in [("2019-01-02", "selection-date-before"), ("2030-01-01", "selection-date-ahead")]
    {
        let request = MonitorRequest { key_date: day(key_date), managers: None };
        assert_eq!(monitor(&mut house.session, &request).unwrap_err().code, code);
    }
    let again = house.run("2024-06-10");
    let line = again.lines.iter().find(|line| line.key.account == "1001").unwrap();
    assert_eq!(line.selected.change, Change::Same, "the reason stands, and with it what was done");
    // Whoever looked ahead comes back to today.
    let ahead = MonitorRequest { key_date: day("2024-07-10"), managers: None };
    monitor(&mut house.session, &ahead).unwrap();
    house.run("2024-06-10");
    // A trial may look back.
    house.session.dry_run = true;
    house.run("2024-06-05");
}

#[test]
fn fr_08_an_action_counts_from_the_run_that_found_its_reason_until_the_reason_has_gone() {
    let mut house = House::new();
    house.run("2024-06-10");
    house.act("1002/0/D", "outstanding", 10).unwrap();
    let shown = |house: &mut House| {
        let list = work_list(&mut house.session, &WorkChoice::default(), day("2024-06-12"), (0, 10)).unwrap();
        let beta = list.lines.into_iter().find(|l| l.line.key.account == "1002").unwrap();
        let at = beta.line.selected.reasons.iter().position(|r| r.fired.name == "outstanding").unwrap();
        beta.actions[at].as_ref().map(|action| action.action_code)
    };
    assert_eq!(shown(&mut house), Some(10));
    house.run("2024-06-11");
    assert_eq!(shown(&mut house), Some(10), "a rerun keeps it");
    house.act("1002/0/D", "outstanding", 0).unwrap();
    assert_eq!(shown(&mut house), None, "taken back");
    house.act("1002/0/D", "outstanding", 20).unwrap();
    house.settle("B-1", "2024-06-12", "5000.00");
    assert_eq!(house.changes("2024-06-12"), [("1001".to_owned(), "same"), ("1002".to_owned(), "cleared")]);
    house.import(
        "items",
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
         01,B-2,invoice,1002,0,D,2024-06-12,2024-07-12,EUR,9000.00\n",
    );
    house.run("2024-06-13");
    assert_eq!(shown(&mut house), None, "the reason is a new one");
    assert_eq!(
        actions_of(&mut house.session, "1002/0/D").unwrap().len(),
        3,
        "and all that was done is there"
    );
}

#[test]
fn fr_09_a_promise_keeps_the_payer_off_the_list_until_its_date_and_flags_it_the_day_after() {
    let mut house = House::new();
    house.run("2024-06-10");
    house.note("1003/0/D", "2024-06-15", Some("600.00"), &["01/A-2/invoice"]);
    // key date, change of the payer, whether the follow-up is a reason
    for (key_date, change, is_due) in [
        ("2024-06-11", "waiting", false),
        ("2024-06-15", "waiting", false),
        ("2024-06-16", "worse", true),
        ("2024-06-17", "same", true),
    ] {
        let run = house.run(key_date);
        let line = run.lines.iter().find(|line| line.key.account == "1001").unwrap();
        assert_eq!(line.selected.change.code(), change, "{key_date}");
        assert_eq!(of(&run, "1001").contains(&"follow_up"), is_due, "{key_date}");
    }
    house.settle("A-2", "2024-06-18", "600.00");
    let run = house.run("2024-06-18");
    assert!(!of(&run, "1001").contains(&"follow_up"), "paid: the note has closed itself");
    let states = |house: &mut House, key_date: &str| -> Vec<NoteState> {
        notes(&mut house.session, day(key_date), true).unwrap().iter().map(|note| note.state).collect()
    };
    assert_eq!(states(&mut house, "2024-06-18"), [NoteState::Settled]);
    assert_eq!(states(&mut house, "2024-06-17"), [NoteState::Passed]);
}

#[test]
fn r9_3_a_follow_up_date_of_an_item_brings_its_payer_back() {
    let mut house = House::new();
    house.settle("B-1", "2024-06-01", "4500.00");
    let reasons = |house: &mut House, key_date: &str| {
        let run = house.run(key_date);
        of(&run, "1002").into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    let change = |day: Option<Day>| ItemDatesChange { follow_up_on: Some(day), stop_until: None };
    let item = "01/B-1/invoice".to_owned();
    set_item_dates(&mut house.session, &[(item.clone(), change(Some(day("2024-06-20"))))]).unwrap();
    assert!(!reasons(&mut house, "2024-06-19").contains(&"follow_up".to_owned()));
    assert!(reasons(&mut house, "2024-06-20").contains(&"follow_up".to_owned()));
    set_item_dates(&mut house.session, &[(item.clone(), change(None))]).unwrap();
    assert!(!reasons(&mut house, "2024-06-21").contains(&"follow_up".to_owned()));
    assert_eq!(item_dates(&mut house.session, &item).unwrap().len(), 2, "what was set stays on record");
}

#[test]
fn r9_2_a_temporary_limit_that_has_expired_shows_up_the_next_day() {
    let mut house = House::new();
    house.insure("50000.00", "2024-06-20");
    for (key_date, no_cover) in [("2024-06-19", false), ("2024-06-20", false), ("2024-06-21", true)] {
        let run = house.run(key_date);
        assert_eq!(of(&run, "1001").contains(&"no_cover"), no_cover, "{key_date}");
    }
}

#[test]
fn r9_4_an_accepted_excess_that_has_ended_shows_up_the_next_day() {
    let mut house = House::new();
    house.insure("500.00", "2024-12-31");
    let exceeded = |house: &mut House, key_date: &str| {
        let run = house.run(key_date);
        of(&run, "1001").contains(&"insurance_limit_exceeded")
    };
    assert!(exceeded(&mut house, "2024-06-10"));
    house.decide(Decide::Accept { amount: "400.00".to_owned(), until: day("2024-06-20") });
    for (key_date, is_exceeded) in [("2024-06-19", false), ("2024-06-20", false), ("2024-06-21", true)] {
        assert_eq!(exceeded(&mut house, key_date), is_exceeded, "{key_date}");
    }
}

#[test]
fn r9_4_what_two_people_accept_takes_the_payer_off_the_list_until_the_day_after_it_ends() {
    let mut house = House::new();
    house.insure("500.00", "2024-12-31");
    let mut user = |name: &str, role: Role| {
        let user = NewUser { name: name.to_owned(), roles: [role].into(), ..NewUser::default() };
        create(&mut house.session, &user).unwrap()
    };
    let (clerk, manager) = (user("clara", Role::Clerk), user("margit", Role::Manager));
    let exceeded = |house: &mut House, key_date: &str| {
        of(&house.run(key_date), "1001").contains(&"insurance_limit_exceeded")
    };
    let asked = DecideRequest {
        account: "1001/0/D".to_owned(),
        policy: "ACR/A".to_owned(),
        decide: Decide::Accept { amount: "400.00".to_owned(), until: day("2024-06-20") },
        from: Some(day("2024-06-10")),
        reason: "pays regularly".to_owned(),
        reference: String::new(),
        seen: None,
        proposed_by: String::new(),
    };
    "clara".clone_into(&mut house.session.actor);
    let Submitted::Proposed(proposal) = submit_decision(&mut house.session, &clerk, &asked).unwrap() else {
        panic!("a clerk decides nothing alone")
    };
    assert!(exceeded(&mut house, "2024-06-10"), "a proposal accepts nothing");
    "margit".clone_into(&mut house.session.actor);
    proposals::decide(&mut house.session, &manager, proposal.proposal_id, true, "agreed").unwrap();
    for (key_date, is_exceeded) in [
        ("2024-06-10", false),
        ("2024-06-19", false),
        ("2024-06-20", false),
        ("2024-06-21", true),
        ("2024-06-22", true),
    ] {
        assert_eq!(exceeded(&mut house, key_date), is_exceeded, "{key_date}");
    }
}

#[test]
fn r9_3_an_action_is_on_what_the_last_run_found_or_takes_an_earlier_one_back() {
    let mut house = House::new();
    assert_eq!(house.act("1002/0/D", "outstanding", 10).unwrap_err().code, "action-without-reason");
    house.run("2024-06-10");
    assert_eq!(house.act("1002/0/D", "blocked", 10).unwrap_err().code, "action-without-reason");
    assert_eq!(house.act("1002/0/D", "blocked", 0).unwrap_err().code, "action-without-reason");
    house.act("1002/0/D", "outstanding", 10).unwrap();
    house.settle("B-1", "2024-06-11", "5000.00");
    house.run("2024-06-11");
    assert_eq!(house.act("1002/0/D", "outstanding", 20).unwrap_err().code, "action-without-reason");
    house.act("1002/0/D", "outstanding", 0).unwrap();
    assert_eq!(actions_of(&mut house.session, "1002/0/D").unwrap().len(), 2);
}

#[test]
fn r9_3_what_is_past_due_is_sorted_by_its_value_in_the_currency_of_the_credit_policy() {
    let mut house = House::new();
    house.import("rates", "date,base,currency,rate\n2024-06-03,EUR,SEK,10\n");
    house.import(
        "buyers",
        "account,branch,account_type,name,country,currency\n1004,0,D,Delta,SE,SEK\n1005,0,D,Epsilon,CH,CHF\n",
    );
    house.import(
        "items",
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
         01,D-1,invoice,1004,0,D,2024-05-01,2024-05-31,SEK,20000.00\n",
    );
    house.run("2024-06-10");
    let choice = WorkChoice { order: WorkOrder::PastDue, ..WorkChoice::default() };
    let list = work_list(&mut house.session, &choice, day("2024-06-10"), (0, 10)).unwrap();
    let accounts: Vec<&str> = list.lines.iter().map(|line| line.line.key.account.as_str()).collect();
    // SEK 20,000.00 are EUR 2,000.00: below 5,000.00 and above 1,500.00.
    assert_eq!(accounts, ["1002", "1004", "1001"]);
}

#[test]
fn r9_3_what_cannot_be_recorded_is_refused_and_changes_nothing() {
    let mut house = House::new();
    house.run("2024-06-10");
    let code = |result: Result<(), Problem>| result.map_err(|problem| problem.code);
    assert_eq!(code(house.act("1001/0/D", "outstanding", 11)), Err("action-code-unknown"));
    assert_eq!(code(house.act("1001/0/D", "no such", 10)), Err("criterion-unknown"));
    assert_eq!(code(house.act("9999/0/D", "outstanding", 10)), Err("account-not-found"));
    let note = NewNote { account: "1001/0/D".to_owned(), result: "x".to_owned(), ..NewNote::default() };
    for (new, expected) in [
        (NewNote { result: " ".to_owned(), ..note.clone() }, "note-empty"),
        (NewNote { result: "x".repeat(3000), ..note.clone() }, "note-too-long"),
        (NewNote { promised: Some("5.00".to_owned()), ..note.clone() }, "promise-without-date"),
        (NewNote { items: vec!["01/B-1/invoice".to_owned()], ..note.clone() }, "note-item-foreign"),
        (NewNote { items: vec!["01/none/invoice".to_owned()], ..note.clone() }, "item-not-found"),
    ] {
        assert_eq!(add_note(&mut house.session, &new).map_err(|problem| problem.code), Err(expected));
    }
    for amount in ["-5.00", "0", "1e9", "1.001", "999999999999999999999"] {
        let until = Some(day("2024-07-01"));
        let new = NewNote { promised: Some(amount.to_owned()), action_date: until, ..note.clone() };
        assert_eq!(add_note(&mut house.session, &new).map_err(|p| p.code), Err("promise-amount"), "{amount}");
    }
    let number = add_note(&mut house.session, &note).unwrap();
    close_note(&mut house.session, number, "").unwrap();
    assert_eq!(code(close_note(&mut house.session, number, "")), Err("note-closed"));
    assert_eq!(code(close_note(&mut house.session, 99, "")), Err("follow-up-note-not-found"));
    assert!(actions_of(&mut house.session, "1001/0/D").unwrap().is_empty());
    assert_eq!(notes(&mut house.session, day("2024-06-10"), true).unwrap().len(), 1);
}

#[test]
fn r9_3_work_on_payers_does_not_make_the_figures_of_the_ledger_old() {
    let mut house = House::new();
    let keeper = Keeper::new(Arc::clone(&house.session.store));
    let figures = |keeper: &Arc<Keeper>| keeper.for_orders(day("2024-06-10")).unwrap().portfolio;
    let before = figures(&keeper);
    house.run("2024-06-10");
    house.act("1001/0/D", "outstanding", 10).unwrap();
    let note = house.note("1001/0/D", "2024-06-20", None, &[]);
    close_note(&mut house.session, note, "").unwrap();
    let change = ItemDatesChange { follow_up_on: None, stop_until: Some(Some(day("2024-06-30"))) };
    set_item_dates(&mut house.session, &[("01/B-1/invoice".to_owned(), change)]).unwrap();
    assert!(Arc::ptr_eq(&before, &figures(&keeper)));
    house.settle("B-1", "2024-06-10", "1.00");
    assert!(!Arc::ptr_eq(&before, &figures(&keeper)));
}

/// A dice with a seed: the same sequence every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

#[test]
fn fr_07_whatever_is_done_between_runs_a_rerun_keeps_all_of_it() {
    for seed in 1..=4_u64 {
        let mut dice = Dice(seed);
        let mut house = House::new();
        house.insure("500.00", "2024-12-31");
        let mut key_date = day("2024-06-10");
        let (mut actions, mut written, mut dates) = (0_usize, Vec::new(), 0_usize);
        let (mut decided, mut is_blocked) = (Vec::new(), false);
        let mut settled = 0_u64;
        for step in 0..24 {
            let account = ["1001/0/D", "1002/0/D"][dice.below(2) as usize];
            match dice.below(7) {
                0 | 1 => {
                    key_date = key_date.plus_days(dice.below(4) as i32);
                    house.run(&key_date.to_string());
                }
                2 => {
                    let codes = [0, 10, 20];
                    house.act(account, "outstanding", codes[dice.below(3) as usize]).unwrap();
                    actions += 1;
                }
                3 => {
                    let until = key_date.plus_days(dice.below(5) as i32 - 1).to_string();
                    let promised = (dice.below(2) == 0).then_some("10.00");
                    let item = if account == "1001/0/D" { "01/A-1/invoice" } else { "01/B-1/invoice" };
                    written.push(house.note(account, &until, promised, &[item]));
                }
                4 => {
                    let stop_until = Some(Some(key_date.plus_days(step)));
                    let change = ItemDatesChange { follow_up_on: None, stop_until };
                    set_item_dates(&mut house.session, &[("01/B-1/invoice".to_owned(), change)]).unwrap();
                    dates = item_dates(&mut house.session, "01/B-1/invoice").unwrap().len();
                }
                5 => decided.push(house.decide(match dice.below(3) {
                    0 if !is_blocked => {
                        is_blocked = true;
                        Decide::Block
                    }
                    n => Decide::Accept { amount: "400.00".to_owned(), until: key_date.plus_days(n as i32) },
                })),
                _ => {
                    settled += 1;
                    house.settle("B-1", &key_date.plus_days(step).to_string(), "1.00");
                }
            }
            let run = house.run(&key_date.to_string());
            let recorded: usize = ["1001/0/D", "1002/0/D"]
                .iter()
                .map(|account| actions_of(&mut house.session, account).unwrap().len())
                .sum();
            assert_eq!(recorded, actions, "seed {seed} step {step}");
            let mut found: Vec<i64> = notes(&mut house.session, key_date, true)
                .unwrap()
                .iter()
                .map(|note| note.row.note_id)
                .collect();
            found.sort_unstable();
            assert_eq!(found, written, "seed {seed} step {step}");
            assert_eq!(house.decisions(key_date), decided, "seed {seed} step {step}");
            assert_eq!(item_dates(&mut house.session, "01/B-1/invoice").unwrap().len(), dates);
            // Every payer over a limit is to be worked on, or waits because a note says so.
            for account in ["1001", "1002"] {
                let line = run.lines.iter().find(|line| line.key.account == account);
                let line = line.unwrap_or_else(|| panic!("{account} is gone, seed {seed} step {step}"));
                let waits = notes(&mut house.session, key_date, false)
                    .unwrap()
                    .iter()
                    .any(|note| note.key.account == account && note.state == NoteState::Waiting);
                assert_eq!(
                    line.selected.change == Change::Waiting,
                    waits,
                    "{account} seed {seed} step {step}"
                );
            }
        }
        assert!(settled < 24 && !decided.is_empty(), "seed {seed}");
    }
}
