//! A small store to list: one company, two policies, buyers of every kind.

use obligo::declaration::{DeclareRequest, declare};
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, CoverKind, EventKind, ItemKind, SettlementMethod};
use obligo_rules::cover::Cover;
use obligo_rules::limit::LimitDecision;
use obligo_rules::money::{Currency, parse_minor};
use obligo_store::buyer::{AccountKey, Buyer, buyer_add, buyer_put};
use obligo_store::company::{Company, company_put};
use obligo_store::cover::{CoverRow, always, cover_put};
use obligo_store::event::{EventRow, day_close_add, event_add};
use obligo_store::insurer::{Insurer, insurer_put};
use obligo_store::item::{ItemFacts, ItemWriter, item_find};
use obligo_store::limit::{LimitRow, limit_add};
use obligo_store::policy::policy_put;
use obligo_store::settlement::{Settlement, SettlementWriter};
use obligo_store::{Open, Tx, Written};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Balance procedure, offering from 10,000, with deadlines and a clause.
pub const BALANCE: &str = r#"
policy = "ACR/A"
name = "Domestic goods"
currency = "EUR"
valid_from = 2024-01-01
[declaration]
procedure = "balance"
vat_insured = true
[terms]
max_term_months = 4
max_extension_days = 30
exclusion_days = 30
[default]
non_payment_report_days = 60
collection_days = 60
waiting = [{ from = "net_due", months = 6 }]
filing_days = 30
[unnamed]
offering_threshold = "10000.00"
agency_report_months = 12
[cover]
countries = ["DE"]
[clause]
"terms.max_extension_days" = "§ 9.2"
"#;

/// Turnover procedure, offering from 5,000.
pub const TURNOVER: &str = r#"
policy = "ACR/T"
name = "Services"
currency = "EUR"
valid_from = 2024-01-01
[declaration]
procedure = "turnover"
vat_insured = true
[terms]
max_term_months = 4
[unnamed]
offering_threshold = "5000.00"
agency_report_months = 12
"#;

/// A day.
pub fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// An amount in euro.
pub fn euro(text: &str) -> i64 {
    parse_minor(text, 2).unwrap()
}

/// The store with its clock.
pub struct House {
    pub session: Session,
    buyers: BTreeMap<String, i64>,
    _folder: tempfile::TempDir,
}

impl House {
    /// A store with the company, the insurer and these policies, on this day.
    pub fn new(today: &str, policies: &[&str]) -> House {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("lists.db").display());
        let now = format!("{today}T09:00:00Z");
        let session = Session::open(&url, Open::Create, "tester".to_owned(), now).unwrap();
        let mut house = House { session, buyers: BTreeMap::new(), _folder: folder };
        let policies: Vec<String> = policies.iter().map(|text| (*text).to_owned()).collect();
        house.put("start", move |tx, entry| {
            let company = Company {
                company: "01".into(),
                name: "Handel".into(),
                currency: "EUR".into(),
                ..Company::default()
            };
            company_put(tx, entry, always(), &company).unwrap();
            let insurer = Insurer { insurer: "ACR".into(), country: "DE".into(), ..Insurer::default() };
            insurer_put(tx, entry, always(), &insurer).unwrap();
            for text in &policies {
                let code = text.split('"').nth(1).unwrap();
                policy_put(tx, entry, always(), code, text).unwrap();
            }
        });
        house
    }

    /// Writes through the door.
    pub fn put(&mut self, reason: &str, work: impl FnOnce(&Tx<'_>, i64)) {
        let now = self.session.now.clone();
        self.session
            .write("test", reason, &now, |tx, entry| {
                work(tx, entry);
                Ok(Written::new(json!({}), json!({})))
            })
            .unwrap();
    }

    /// The number of a buyer.
    pub fn id(&self, account: &str) -> i64 {
        self.buyers[account]
    }

    /// Adds a buyer; `@LE` is a prospect.
    pub fn buyer(&mut self, account: &str, change: impl FnOnce(&mut Buyer)) {
        let key = match account.strip_prefix('@') {
            Some(entity) => AccountKey { prospect: entity.to_owned(), ..AccountKey::default() },
            None => AccountKey {
                account: account.to_owned(),
                branch: "0".into(),
                account_type: "D".into(),
                prospect: String::new(),
            },
        };
        let mut buyer = Buyer {
            key,
            name: format!("Buyer {account}"),
            country: "DE".into(),
            currency: "EUR".into(),
            ..Buyer::default()
        };
        change(&mut buyer);
        let mut id = 0;
        self.put("", |tx, entry| {
            id = buyer_add(tx, &buyer.key).unwrap();
            buyer.buyer_id = id;
            buyer_put(tx, entry, always(), &buyer).unwrap();
        });
        self.buyers.insert(account.to_owned(), id);
    }

    /// Gives a buyer cover under the policy with this number.
    pub fn cover(
        &mut self,
        account: &str,
        kind: CoverKind,
        policy: Option<u16>,
        change: impl FnOnce(&mut CoverRow),
    ) {
        let cover = Cover {
            policy,
            kind,
            valid_from: day("2024-01-01"),
            valid_until: None,
            co_insured_under: None,
            declined_on: None,
            recommended_limit: None,
            recommended_from: None,
        };
        let text = String::new;
        let mut row = CoverRow {
            buyer_id: self.id(account),
            cover,
            risk_number: text(),
            reason: text(),
            insurance_no: text(),
            user_status: text(),
        };
        change(&mut row);
        self.put("", |tx, entry| {
            cover_put(tx, entry, &row).unwrap();
        });
    }

    /// Records a decision under the policy with this number; an empty amount is a request.
    pub fn limit(&mut self, account: &str, from: &str, amount: &str, change: impl FnOnce(&mut LimitRow)) {
        let mut row = LimitRow {
            buyer_id: self.id(account),
            policy_id: 1,
            decision: LimitDecision {
                id: 0,
                valid_from: day(from),
                valid_until: None,
                amount: (!amount.is_empty()).then(|| euro(amount)),
                currency: Currency::EUR,
                response: if amount.is_empty() { 0 } else { 2 },
                top_up: false,
                conditions_met: false,
                max_term_months: None,
                max_term_months_value_dated: None,
                max_term_months_bills: None,
                insured_percent: None,
            },
            requested_amount: None,
            requested_on: None,
            conditions: String::new(),
            decided_on: None,
            reference: String::new(),
            request: String::new(),
            reason: String::new(),
        };
        change(&mut row);
        self.put("", |tx, entry| {
            limit_add(tx, entry, &row).unwrap();
        });
    }

    /// Posts an item on its document date.
    pub fn item(
        &mut self,
        account: &str,
        kind: ItemKind,
        document_no: &str,
        dates: (&str, &str),
        amount: &str,
    ) {
        let buyer_id = self.id(account);
        self.put("", |tx, entry| {
            let facts = ItemFacts {
                company_id: 1,
                document_no,
                kind,
                buyer_id,
                document_date: day(dates.0),
                posting_date: day(dates.0),
                delivery_date: None,
                net_due_date: day(dates.1),
                value_date: None,
                currency: "EUR",
                amount: euro(amount),
                net_amount: euro(amount),
                payment_terms: "",
                secured: false,
                disputed: false,
                posting_circle: "",
                origin: None,
                text: "",
                rate: "",
            };
            assert!(ItemWriter::new(tx, entry).unwrap().put(&facts, None).unwrap());
        });
    }

    /// Posts an invoice.
    pub fn invoice(&mut self, account: &str, document_no: &str, dates: (&str, &str), amount: &str) {
        self.item(account, ItemKind::Invoice, document_no, dates, amount);
    }

    fn item_id(tx: &Tx<'_>, document_no: &str) -> i64 {
        let mut id = 0;
        item_find(tx, 1, document_no, None, None, |row| {
            id = row.item_id;
            Ok(())
        })
        .unwrap();
        id
    }

    /// Settles an item.
    pub fn settle(&mut self, document_no: &str, date: &str, amount: &str) {
        self.put("", |tx, entry| {
            let settlement = Settlement {
                item_id: House::item_id(tx, document_no),
                date: day(date),
                amount: euro(amount),
                method: SettlementMethod::Payment,
                reference: "",
                settlement_no: "",
                occurrence: 1,
                derived: false,
            };
            SettlementWriter::new(tx, entry).unwrap().put(&settlement).unwrap();
        });
    }

    /// Records an event of an item.
    pub fn event(&mut self, account: &str, document_no: &str, event: EventKind, date: &str) {
        let buyer_id = self.id(account);
        self.put("", |tx, entry| {
            let item_id = Some(House::item_id(tx, document_no));
            let row = EventRow { buyer_id, item_id, event, date: day(date), reference: String::new() };
            event_add(tx, entry, &row).unwrap();
        });
    }

    /// Closes a day.
    pub fn close_day(&mut self, date: &str) {
        self.put("", |tx, entry| day_close_add(tx, entry, day(date)).unwrap());
    }

    /// A final declaration of named buyers under `ACR/A`.
    pub fn declare(&mut self, key_date: &str) {
        let request = DeclareRequest {
            policy: "ACR/A".into(),
            key_date: day(key_date),
            buyers: BuyerKind::Named,
            is_final: true,
            known: i64::MAX,
        };
        declare(&mut self.session, &request).unwrap();
    }
}

/// The line whose `key` is `value`.
pub fn line<'l>(lines: &'l [Value], key: &str, value: &str) -> &'l Value {
    let found: Vec<&Value> = lines.iter().filter(|line| line[key] == value).collect();
    assert_eq!(found.len(), 1, "lines with {key} = {value}: {lines:#?}");
    found[0]
}
