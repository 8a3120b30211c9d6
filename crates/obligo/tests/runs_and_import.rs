//! Runs and imports through the pages, as a browser without scripts sends them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::Role;
use obligo::serve::{JobState, Jobs, NewJob};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use support::client::{Answer, Client};
use support::{html, two_companies};

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

/// Follows redirections, and waits while work goes on.
#[track_caller]
fn follow(client: &mut Client, answer: &Answer) -> (String, Answer) {
    assert_eq!(answer.status, 303, "{}", answer.told());
    let mut path = answer.location().to_owned();
    for _ in 0..100 {
        let next = client.get(&path);
        if next.status == 303 {
            next.location().clone_into(&mut path);
        } else if next.text().contains("data-reload") {
            std::thread::sleep(Duration::from_millis(100));
        } else {
            return (path, next);
        }
    }
    panic!("{path} never ends");
}

fn preview(client: &mut Client, fields: &[(&str, &str)]) -> (String, Answer) {
    let asked = client.fill("/runs/new", fields);
    follow(client, &asked)
}

const FEBRUARY: &[(&str, &str)] = &[("kind", "named"), ("policy", "ACR/A"), ("key_date", "2024-02-29")];

/// The form of a page that posts to an address ending so.
#[track_caller]
fn form_to(answer: &Answer, end: &str) -> html::Form {
    let forms = html::forms(&answer.text());
    let found = forms.into_iter().find(|form| form.is_post && form.action.ends_with(end));
    found.unwrap_or_else(|| panic!("no form to …{end}: {}", html::text(&answer.text())))
}

#[test]
fn a_month_is_previewed_made_final_once_and_reversed() {
    let server = two_companies::ground().serve();
    let mut runner = server.signed_in("rita", &[Role::Runner], &[]);
    let (at, shown) = preview(&mut runner, FEBRUARY);
    let text = html::text(&shown.text());
    for said in ["PREVIEW", "Compared with run 1", "New: 0, changed: 0, gone: 0, the same: 2.", "90,000.00"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let csv = runner.get(&format!("{}/download?format=csv", at.split('?').next().unwrap())).text();
    assert_eq!(csv.lines().count(), 3, "{csv}");

    // Pressed twice, it is done once.
    let form = form_to(&shown, "/final");
    let first = runner.send_form(&at, &form, &[]);
    let second = runner.send_form(&at, &form, &[]);
    assert_eq!(first.location(), second.location());
    let (path, run) = follow(&mut runner, &first);
    assert_eq!(path, "/runs/2?done=done-run-final");
    assert!(html::text(&run.text()).contains("Run 2 Final"));
    assert_eq!(runner.get("/runs/3").status, 404);

    let (_, again) = preview(&mut runner, FEBRUARY);
    assert!(html::text(&again.text()).contains("is not after the last final run"));
    assert!(!html::forms(&again.text()).iter().any(|form| form.action.ends_with("/final")));

    let differences = runner.get("/runs/2/differences");
    assert!(html::text(&differences.text()).contains("Compared with run 1"));
    let refused = runner.fill("/runs/1", &[("reason", "a slip")]);
    assert_eq!(refused.status, 403);
    assert!(html::text(&refused.text()).contains("is not the last of its sequence"));
    let done = runner.fill("/runs/2", &[("reason", "a limit came late")]);
    let (_, run) = follow(&mut runner, &done);
    let text = html::text(&run.text());
    assert!(text.contains("reversed") && text.contains("a limit came late"), "{text}");
}

#[test]
fn what_was_recorded_since_a_preview_is_not_frozen_unseen() {
    let server = two_companies::ground().serve();
    let mut runner = server.signed_in("rita", &[Role::Runner, Role::Manager], &[]);
    let (at, shown) = preview(&mut runner, FEBRUARY);
    let form = form_to(&shown, "/final");
    let limit = [
        ("account", "1001/0/D"),
        ("policy", "ACR/A"),
        ("response", "2"),
        ("amount", "10000"),
        ("currency", "EUR"),
        ("valid_from", "2024-02-01"),
    ];
    assert_eq!(runner.fill("/limits/new", &limit).status, 303);
    let sent = runner.send_form(&at, &form, &[]);
    let (_, refused) = follow(&mut runner, &sent);
    assert_eq!(refused.status, 422);
    assert!(html::text(&refused.text()).contains("Something was recorded since this preview"));
    assert_eq!(runner.get("/runs/2").status, 404);
}

#[test]
fn a_preview_may_look_back_and_is_not_made_final_then() {
    let server = two_companies::ground().serve();
    let mut reader = server.signed_in("vera", &[Role::Viewer], &[]);
    let past =
        [("kind", "notify"), ("policy", "ACR/A"), ("key_date", "2024-02-20"), ("known_at", "2024-03-05")];
    let (_, shown) = preview(&mut reader, &past);
    let text = html::text(&shown.text());
    assert!(text.contains("it cannot be made final"), "{text}");
    let (_, shown) = preview(&mut reader, FEBRUARY);
    assert!(html::text(&shown.text()).contains("Your roles let you preview runs"));
}

#[test]
fn work_under_way_blocks_neither_reading_nor_writing() {
    let ground = two_companies::ground();
    let mut session = ground.session();
    let mut other = ground.session();
    let jobs = Arc::new(Jobs::default());
    let (entered, inside) = mpsc::channel();
    let (leave, left) = mpsc::channel::<()>();
    let new =
        NewJob { owner: "rita".into(), kind: "run-preview", once: String::new(), now: session.now.clone() };
    let id = jobs
        .start(new, move |_| {
            Ok(session.read(|tx| {
                let before = obligo_store::entry_last(tx)?;
                entered.send(()).unwrap();
                left.recv_timeout(Duration::from_secs(30)).unwrap();
                Ok((before, obligo_store::entry_last(tx)?))
            })?)
        })
        .unwrap();
    inside.recv_timeout(Duration::from_secs(30)).unwrap();
    let before = other.read(obligo_store::entry_last).unwrap();
    let day = obligo_rules::calendar::Day::parse_iso("2024-03-05").unwrap();
    obligo::close_day::close_day(&mut other, day).unwrap();
    assert_eq!(other.read(obligo_store::entry_last).unwrap(), before + 1);
    assert!(matches!(jobs.get("rita", &id).unwrap().state, JobState::Running));
    leave.send(()).unwrap();
    let job = jobs.wait("rita", &id, Duration::from_secs(30)).unwrap();
    assert_eq!(*job.result::<(i64, i64)>().unwrap(), (before, before), "it sees the book as it was");
}

const THEIRS: &str = "Beleg;Konto;Vom;Fällig;Betrag\nB-7;1001;05.02.2024;06.03.2024;1.250,00\n\
    B-8;1001;06.02.2024;07.03.2024;-50,00\n";

const MAPPING: &[(&str, &str)] = &[
    ("their.document_no", "Beleg"),
    ("their.account", "Konto"),
    ("their.document_date", "Vom"),
    ("their.net_due_date", "Fällig"),
    ("their.amount", "Betrag"),
    ("fixed.company", "01"),
    ("fixed.currency", "EUR"),
    ("kind_positive", "invoice"),
    ("kind_negative", "credit_note"),
    ("date_format", "%d.%m.%Y"),
    ("decimal", ","),
    ("thousands", "."),
];

fn upload(client: &mut Client, kind: &str, files: &[(&str, &str)]) -> Answer {
    static SENT: AtomicU64 = AtomicU64::new(0);
    let once = SENT.fetch_add(1, Ordering::Relaxed).to_string();
    let key = client.form_key.clone();
    let files: Vec<(&str, &str, &[u8])> =
        files.iter().map(|(name, text)| ("files", *name, text.as_bytes())).collect();
    client.upload("/import", &[("form_key", &key), ("once", &once), ("kind", kind)], &files)
}

fn press(client: &mut Client, at: &str, page: &Answer, button: &str, fields: &[(&str, &str)]) -> Answer {
    let form = form_to(page, at.split('?').next().unwrap());
    let all: Vec<(&str, &str)> = fields.iter().copied().chain([("do", button)]).collect();
    client.send_form(at, &form, &all)
}

#[test]
fn other_peoples_columns_are_mapped_remembered_and_imported() {
    let server = two_companies::ground().serve();
    let mut clerk = server.signed_in("klara", &[Role::Clerk], &[]);
    let taken = upload(&mut clerk, "items", &[("ledger.csv", THEIRS)]);
    let (at, page) = follow(&mut clerk, &taken);
    let text = html::text(&page.text());
    assert!(text.contains("1.250,00") && text.contains("Fällig"), "{text}");

    let checked = press(&mut clerk, &at, &page, "check", MAPPING);
    let (_, report) = follow(&mut clerk, &checked);
    let text = html::text(&report.text());
    assert!(text.contains("this was a dry run") && text.contains("ledger.csv Items 2 2 0 0"), "{text}");

    let named: Vec<(&str, &str)> = MAPPING.iter().copied().chain([("name", "Our ledger")]).collect();
    let map = press(&mut clerk, &at, &page, "download", &named).text();
    assert!(map.contains("document_no = \"Beleg\"") && map.contains("[kind_by_sign]"), "{map}");
    let sent = press(&mut clerk, &at, &page, "import", &named);
    let (_, report) = follow(&mut clerk, &sent);
    let text = html::text(&report.text());
    // The check has written nothing, or they would be known.
    assert!(text.contains("The import is done") && text.contains("ledger.csv Items 2 2 0 0"), "{text}");

    // The same header comes again: the mapping is there.
    let taken = upload(&mut clerk, "items", &[("ledger-2.csv", &THEIRS.replace("B-", "C-"))]);
    let (at, page) = follow(&mut clerk, &taken);
    let form = form_to(&page, &at);
    let value = |name: &str| form.fields.iter().find(|field| field.name == name).map(|f| f.value.as_str());
    assert_eq!(value("fixed.company"), Some("01"));
    assert_eq!(value("name"), Some("Our ledger"));
    let sent = press(&mut clerk, &at, &page, "import", &[]);
    let (_, report) = follow(&mut clerk, &sent);
    assert!(html::text(&report.text()).contains("The import is done"));
}

#[test]
fn wrong_files_are_listed_and_nothing_is_written() {
    let server = two_companies::ground().serve();
    let mut clerk = server.signed_in("klara", &[Role::Clerk], &[]);
    let header = "company,document_no,kind,account,document_date,net_due_date,currency,amount\n";
    let good = "01,N-1,invoice,1001,2024-02-01,2024-03-01,EUR,1.00\n";
    let text = format!("{header}{good}01,N-2,invoice,4711,2024-02-01,2024-03-01,EUR,=1+1\n");
    let taken = upload(&mut clerk, "items", &[("new.csv", &text)]);
    let (at, page) = follow(&mut clerk, &taken);
    let sent = press(&mut clerk, &at, &page, "import", &[]);
    let (path, refused) = follow(&mut clerk, &sent);
    assert_eq!(refused.status, 422);
    let shown = html::text(&refused.text());
    assert!(shown.contains("nothing was written") && shown.contains("new.csv"), "{shown}");
    let csv = clerk.get(&format!("{}/errors", path.split('?').next().unwrap())).text();
    assert!(csv.starts_with("file,line,column,value,code,text,remedy\r\nnew.csv,3,"), "{csv}");
    let taken = upload(&mut clerk, "items", &[("good.csv", &format!("{header}{good}"))]);
    let (at_good, page) = follow(&mut clerk, &taken);
    let sent = press(&mut clerk, &at_good, &page, "import", &[]);
    let (_, report) = follow(&mut clerk, &sent);
    assert!(html::text(&report.text()).contains("good.csv Items 1 1 0 0"), "it was not known");
    // Nobody else sees it.
    let mut other = server.signed_in("karl", &[Role::Clerk], &[]);
    assert_eq!(other.get(&path).status, 404);
    assert_eq!(other.get(&at).status, 404);
}

#[test]
fn people_import_what_is_theirs_to_record() {
    let server = two_companies::ground().serve();
    let mut clerk = server.signed_in("klara", &[Role::Clerk], &[]);
    assert_eq!(upload(&mut clerk, "limits", &[("limits.csv", "x\n1\n")]).status, 403);
    assert_eq!(upload(&mut clerk, "nothing", &[("a.csv", "x\n1\n")]).status, 400);
    assert_eq!(upload(&mut clerk, "items", &[]).status, 400);
    let mut of_one = server.signed_in("otto", &[Role::Clerk], &["01"]);
    assert_eq!(upload(&mut of_one, "buyers", &[("buyers.csv", "account\n1\n")]).status, 403);
    let header = "company,document_no,kind,account,document_date,net_due_date,currency,amount\n";
    let text = format!("{header}02,N-1,invoice,2002,2024-02-01,2024-03-01,EUR,1.00\n");
    let taken = upload(&mut of_one, "items", &[("items.csv", &text)]);
    let (at, page) = follow(&mut of_one, &taken);
    let sent = press(&mut of_one, &at, &page, "import", &[]);
    let (_, refused) = follow(&mut of_one, &sent);
    assert!(html::text(&refused.text()).contains("not yours to write"));
}

#[test]
fn files_named_after_their_kinds_are_read_together() {
    let server = two_companies::ground().serve();
    let mut manager = server.signed_in("margit", &[Role::Manager, Role::Clerk], &[]);
    let buyers =
        ("Buyers.csv", "account,branch,account_type,name,country,currency\n3003,0,D,Neu AG,AT,EUR\n");
    let items = (
        "items.csv",
        "company,document_no,kind,account,document_date,net_due_date,currency,amount\n\
         01,S-1,invoice,3003,2024-02-01,2024-03-01,EUR,1.00\n",
    );
    let taken = upload(&mut manager, "scenario", &[items, buyers]);
    let (at, page) = follow(&mut manager, &taken);
    let sent = press(&mut manager, &at, &page, "import", &[]);
    let (_, report) = follow(&mut manager, &sent);
    let text = html::text(&report.text());
    assert!(text.contains("The import is done") && text.contains("buyers.csv"), "{text}");
    assert_eq!(upload(&mut manager, "scenario", &[("notes.csv", "a\n")]).status, 422);
}
