//! A small house for the tests of what people and events change, built from the store's own functions.

use obligo::declaration::{DeclareRequest, declare};
use obligo::edit::{EditRequest, edit};
use obligo::event::{EventRequest, EventTarget, record};
use obligo::items::{ItemFilter, ItemName, ItemView, ItemsRequest, account_key, items};
use obligo::late_facts::{LateFact, late_facts};
use obligo::reexamine::{ReexamineRequest, reexamine};
use obligo::session::Session;
use obligo::verify::verify;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, CoverKind, EventKind, ItemKind, SettlementMethod};
use obligo_rules::cover::Cover;
use obligo_rules::edit::ItemEdit;
use obligo_rules::limit::LimitDecision;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{AccountKey, Buyer, buyer_add, buyer_keys, buyer_put};
use obligo_store::company::{Company, company_put};
use obligo_store::cover::{CoverRow, always, cover_put};
use obligo_store::item::{ItemFacts, ItemWriter};
use obligo_store::limit::{LimitRow, limit_add};
use obligo_store::policy::policy_put;
use obligo_store::settlement::{Settlement, SettlementWriter};
use obligo_store::{EntryFilter, Open, Tx, Written, entries};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TERMS: &str = r#"
policy = "ACR/A"
name = "Domestic goods"
currency = "EUR"
valid_from = 2024-01-01

[declaration]
procedure = "balance"

[terms]
max_term_months = 4
overdue_basis = "net_due"
max_extension_days = 30
exclusion_days = 30

[default]
waiting = [{ from = "notice", months = 5 }, { from = "collection", days = 150 }]
filing_days = 30
"#;

pub fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// A small house: company 01, policy ACR/A, buyers 1001 (named, 50,000), 1002 (co-insured under 1001), 1003 (two
/// branches, not insured).
pub struct House {
    folder: tempfile::TempDir,
    pub session: Session,
}

impl House {
    pub fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("house.db").display());
        let session =
            Session::open(&url, Open::Create, "clerk".to_owned(), "2024-12-31T09:00:00Z".to_owned()).unwrap();
        let mut house = House { folder, session };
        house.write(|tx, entry| {
            let company = Company {
                company: "01".to_owned(),
                name: "House".to_owned(),
                currency: "EUR".to_owned(),
                ..Company::default()
            };
            company_put(tx, entry, always(), &company).unwrap();
            policy_put(tx, entry, day("2024-01-01"), "ACR/A", TERMS).unwrap();
            for (account, branch) in [("1001", "0"), ("1002", "0"), ("1003", "0"), ("1003", "1")] {
                add_buyer(tx, entry, account, branch);
            }
            add_cover(tx, entry, "1001", CoverKind::Named, None);
            add_cover(tx, entry, "1002", CoverKind::CoInsured, Some("1001"));
            add_limit(tx, entry, "1001", "2024-01-01", 5_000_000, None);
        });
        house
    }

    /// A house with invoice 1 of 20,000, credit note 2, bill 3, invoice 4 of the branch, invoice 5 due beyond the
    /// maximum term, all declared on 31 January.
    pub fn declared() -> House {
        let mut house = House::new();
        house.item("1", ItemKind::Invoice, "1001", "2024-01-10", "2024-03-10", 2_000_000);
        house.item("2", ItemKind::CreditNote, "1001", "2024-01-11", "2024-01-11", -100_000);
        house.item("3", ItemKind::Bill, "1001", "2024-01-12", "2024-03-12", 300_000);
        house.item("4", ItemKind::Invoice, "1002", "2024-01-13", "2024-03-13", 400_000);
        house.item("5", ItemKind::Invoice, "1001", "2024-01-14", "2024-06-14", 500_000);
        house.declare("2024-01-31");
        house
    }

    pub fn write(&mut self, work: impl FnOnce(&Tx<'_>, i64)) {
        self.session
            .write("import", "", "test", |tx, entry| {
                work(tx, entry);
                Ok(Written::new(json!({}), json!({})))
            })
            .unwrap();
    }

    pub fn item(&mut self, no: &str, kind: ItemKind, account: &str, dated: &str, due: &str, amount: i64) {
        self.write(|tx, entry| add_item(tx, entry, no, kind, account, dated, due, amount));
    }

    pub fn pay(&mut self, no: &str, date: &str, amount: i64) {
        let item_id = self.session.read(|tx| name(no).resolve(tx)).unwrap();
        self.write(|tx, entry| {
            let payment = Settlement {
                item_id,
                date: day(date),
                amount,
                method: SettlementMethod::Payment,
                reference: "",
                settlement_no: "",
                occurrence: 1,
                derived: false,
            };
            SettlementWriter::new(tx, entry).unwrap().put(&payment).unwrap();
        });
    }

    pub fn declare(&mut self, key_date: &str) -> i64 {
        let request = DeclareRequest {
            policy: "ACR/A".to_owned(),
            key_date: day(key_date),
            buyers: BuyerKind::Named,
            is_final: true,
            known: AsOf::NOW,
        };
        declare(&mut self.session, &request).unwrap().run.unwrap()
    }

    pub fn edit(&mut self, no: &str, insured: &str, change: ItemEdit) -> Result<Value, Problem> {
        let request = EditRequest {
            item: name(no),
            edit: change,
            insured: (!insured.is_empty()).then(|| insured.to_owned()),
            reason: "agreed with the insurer".to_owned(),
        };
        edit(&mut self.session, &request)
    }

    pub fn event(&mut self, kind: EventKind, target: EventTarget, date: &str) -> Result<Value, Problem> {
        let request = EventRequest { kind, target, date: day(date), reference: "R".to_owned() };
        record(&mut self.session, &request)
    }

    pub fn reexamine(&mut self, no: &str, key_date: &str, drop_insured: bool) -> Result<Value, Problem> {
        let request = ReexamineRequest {
            items: vec![name(no)],
            key_date: day(key_date),
            reason: "the decision came late".to_owned(),
            drop_insured,
        };
        reexamine(&mut self.session, &request)
    }

    pub fn views(&mut self, as_of: &str) -> BTreeMap<String, ItemView> {
        let request = ItemsRequest {
            as_of: day(as_of),
            known_at: None,
            all: true,
            projected: false,
            filter: ItemFilter::default(),
        };
        let mut views = BTreeMap::new();
        items(&mut self.session, &request, |view, _| {
            views.insert(view.document_no.clone(), view.clone());
            Ok(())
        })
        .unwrap();
        views
    }

    pub fn late(&mut self, facts: &[LateFact], work: impl FnOnce(&Tx<'_>, i64)) -> Vec<Problem> {
        let mut warnings = Vec::new();
        self.write(|tx, entry| {
            work(tx, entry);
            warnings = late_facts(tx, entry, facts).unwrap();
        });
        warnings
    }

    pub fn entries(&mut self) -> usize {
        self.session.read(|tx| Ok(entries(tx, &EntryFilter::default())?.len())).unwrap()
    }

    pub fn findings(&mut self) -> Vec<String> {
        let report = verify(&mut self.session, &mut |_, _| {}).unwrap();
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|f| format!("{} {}", f["what"].as_str().unwrap(), f["where"])).collect()
    }

    pub fn tamper(&self, sql: &str) {
        let store = rusqlite::Connection::open(self.folder.path().join("house.db")).unwrap();
        assert_eq!(store.execute(sql, []).unwrap(), 1, "{sql}");
    }
}

pub fn name(no: &str) -> ItemName {
    ItemName::parse(&format!("01/{no}")).unwrap()
}

pub fn of_item(no: &str) -> EventTarget {
    EventTarget::Item(name(no))
}

pub fn of_buyer(account: &str) -> EventTarget {
    EventTarget::Buyer(AccountKey { account: account.to_owned(), ..AccountKey::default() })
}

pub fn buyer_id(tx: &Tx<'_>, account: &str) -> i64 {
    let key = account_key(&format!("{account}/0/D")).unwrap();
    buyer_keys(tx).unwrap()[&key]
}

pub fn add_buyer(tx: &Tx<'_>, entry: i64, account: &str, branch: &str) {
    let key = account_key(&format!("{account}/{branch}/D")).unwrap();
    let buyer_id = buyer_add(tx, &key).unwrap();
    let buyer = Buyer {
        buyer_id,
        key,
        name: format!("Buyer {account}"),
        country: "DE".to_owned(),
        dependent_branch: true,
        ..Buyer::default()
    };
    buyer_put(tx, entry, always(), &buyer).unwrap();
}

pub fn add_cover(tx: &Tx<'_>, entry: i64, account: &str, kind: CoverKind, under: Option<&str>) {
    let row = CoverRow {
        buyer_id: buyer_id(tx, account),
        cover: Cover {
            policy: under.is_none().then_some(1),
            kind,
            valid_from: day("2024-01-01"),
            valid_until: None,
            co_insured_under: under.map(|main| buyer_id(tx, main)),
            declined_on: None,
            recommended_limit: None,
            recommended_from: None,
        },
        risk_number: String::new(),
        reason: String::new(),
        insurance_no: String::new(),
        user_status: String::new(),
    };
    cover_put(tx, entry, &row).unwrap();
}

pub fn add_limit(
    tx: &Tx<'_>,
    entry: i64,
    account: &str,
    from: &str,
    amount: i64,
    max_term_months: Option<u16>,
) {
    let row = LimitRow {
        buyer_id: buyer_id(tx, account),
        policy_id: 1,
        decision: LimitDecision {
            id: 0,
            valid_from: day(from),
            valid_until: None,
            amount: Some(amount),
            currency: Currency::EUR,
            response: 2,
            conditions_met: false,
            max_term_months,
            max_term_months_value_dated: None,
            max_term_months_bills: None,
            insured_percent: None,
            top_up: false,
        },
        requested_amount: None,
        requested_on: None,
        conditions: String::new(),
        decided_on: None,
        reference: String::new(),
        request: String::new(),
        reason: String::new(),
    };
    limit_add(tx, entry, &row).unwrap();
}

#[allow(clippy::too_many_arguments)]
pub fn add_item(
    tx: &Tx<'_>,
    entry: i64,
    no: &str,
    kind: ItemKind,
    account: &str,
    dated: &str,
    due: &str,
    amount: i64,
) {
    let facts = ItemFacts {
        company_id: 1,
        document_no: no,
        kind,
        buyer_id: buyer_id(tx, account),
        document_date: day(dated),
        posting_date: day(dated),
        delivery_date: None,
        net_due_date: day(due),
        value_date: None,
        currency: "EUR",
        amount,
        net_amount: amount,
        payment_terms: "",
        secured: false,
        disputed: false,
        posting_circle: "",
        origin: None,
        text: "",
        rate: "",
    };
    assert!(ItemWriter::new(tx, entry).unwrap().put(&facts, None).unwrap());
}
