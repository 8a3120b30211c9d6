//! A store in a folder of its own, and what importing a text into it does.

use obligo::import::{ImportReport, ImportRequest, Refusal, import};
use obligo::policies;
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::Open;
use obligo_store::as_of::AsOf;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

pub const POLICY: &str = "policy = \"ACR/A\"\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n[declaration]\n\
                      procedure = \"balance\"\n[terms]\nmax_term_months = 4\n";
pub const COMPANIES: &str = "company,name,currency,insured_group,master,address_company,account_types\n";
pub const BUYERS: &str = "account,branch,account_type,name,country,legal_entity,dependent_branch\n";
pub const COVERS: &str = "account,branch,account_type,policy,kind,valid_from,valid_until,co_insured_under\n";

/// A store with one company, one insurer, one policy and three buyers.
pub struct Desk {
    folder: TempDir,
    pub session: Session,
}

impl Desk {
    pub fn empty() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("store.db").display());
        let now = "2024-06-30T09:00:00Z".to_owned();
        Desk { session: Session::open(&url, Open::Create, "clerk".to_owned(), now).unwrap(), folder }
    }

    pub fn new() -> Desk {
        let mut desk = Desk::empty();
        desk.takes("companies", "company,name,currency\n01,Muster GmbH,EUR\n");
        desk.takes("insurers", "insurer,name,country\nACR,Example Credit Insurance,DE\n");
        desk.takes(
            "buyers",
            &format!("{BUYERS}1001,0,D,Main,DE,,\n1001,1,D,Branch,DE,,true\n1002,0,D,Other,DE,,\n@LE-7,,,Future,DE,,\n"),
        );
        desk.put(POLICY).unwrap();
        desk
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    pub fn import(&mut self, kind: &str, text: &str) -> Result<ImportReport, Refusal> {
        let path = self.file(&format!("{kind}.csv"), text);
        let request = ImportRequest { kind: kind.to_owned(), files: vec![path], ..ImportRequest::default() };
        import(&mut self.session, &request, &mut |_, _| {})
    }

    /// Imports what must be taken, and again, which must change nothing (R14.1); new, changed, same of the first time.
    pub fn takes(&mut self, kind: &str, text: &str) -> (u64, u64, u64) {
        let first = self.import(kind, text).unwrap_or_else(|r| panic!("{kind}: {:#?}", r.problems));
        let again = self.import(kind, text).unwrap_or_else(|r| panic!("{kind}: {:#?}", r.problems));
        let counts =
            |report: &ImportReport| (report.files[0].new, report.files[0].changed, report.files[0].same);
        let (new, changed, _) = counts(&again);
        assert_eq!((new, changed), (0, 0), "the same again: {text}");
        counts(&first)
    }

    /// What a refused file is refused for, as `line column code`.
    pub fn refuses(&mut self, kind: &str, text: &str) -> Vec<String> {
        match self.import(kind, text) {
            Ok(report) => panic!("taken: {text} {report:?}"),
            Err(refusal) => places(&refusal.problems),
        }
    }

    pub fn put(&mut self, text: &str) -> Result<ImportReport, Refusal> {
        let path = self.file("policy.toml", text);
        policies::put(&mut self.session, &[path], None)
    }
}

pub fn places(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| {
        assert!(problem.place.file.is_some(), "{problem:?}");
        let column = problem.place.column.as_deref().unwrap_or("-");
        format!("{} {column} {}", problem.place.line.unwrap_or(0), problem.code)
    };
    problems.iter().map(place).collect()
}

pub fn fact<'p>(problem: &'p Problem, name: &str) -> &'p str {
    problem.facts.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// Each line in a store of its own makes: what it is refused for.
pub fn table(kind: &str, header: &str, rows: &[(&str, &str)]) {
    for (row, expected) in rows {
        let found = Desk::new().refuses(kind, &format!("{header}{row}\n"));
        assert_eq!(found.join("; "), *expected, "{row}");
    }
}

/// Declares buyer 1001 with an insured item of 5,000, settled on 10 March.
pub fn run(desk: &mut Desk) {
    desk.takes("covers", &format!("{COVERS}1001,0,D,ACR/A,named,2024-01-01,,\n"));
    let limits = "policy,account,branch,account_type,valid_from,amount,response\n";
    desk.takes("limits", &format!("{limits}ACR/A,1001,0,D,2024-01-01,20000.00,2\n"));
    let items =
        "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n";
    desk.takes("items", &format!("{items}01,R1,invoice,1001,0,D,2024-01-10,2024-02-09,EUR,5000.00\n"));
    let request = obligo::declaration::DeclareRequest {
        policy: "ACR/A".to_owned(),
        key_date: Day::parse_iso("2024-01-31").unwrap(),
        buyers: obligo_rules::codes::BuyerKind::Named,
        is_final: true,
        known: AsOf::NOW,
    };
    obligo::declaration::declare(&mut desk.session, &request).unwrap();
}
