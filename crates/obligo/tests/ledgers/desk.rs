//! A store that ledgers are imported into, and what stands in it afterwards, as text.

use obligo::import::{ImportReport, ImportRequest, Refusal, import};
use obligo::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, format_minor};
use obligo_store::Open;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::buyer_all;
use obligo_store::item::item_each;
use obligo_store::settlement::settlement_of;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use tempfile::TempDir;

/// A desk with a store of its own.
pub struct Desk {
    pub session: Session,
    folder: TempDir,
}

impl Desk {
    /// One company, 1000, in this currency.
    pub fn new(currency: &str) -> Desk {
        let session =
            Session::open("sqlite::memory:", Open::Create, "anna".into(), "2026-12-01T08:00:00Z".into());
        let mut desk = Desk { session: session.unwrap(), folder: tempfile::tempdir().unwrap() };
        desk.done("companies", "companies.csv", format!("company,name,currency\n1000,Eins,{currency}\n"));
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Imports a file with these contents; `map` is a map file.
    pub fn import_with(
        &mut self,
        kind: &str,
        name: &str,
        text: impl AsRef<[u8]>,
        map: &str,
    ) -> Result<ImportReport, Refusal> {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        let map_path = (!map.is_empty()).then(|| self.path("map.toml"));
        if let Some(path) = &map_path {
            std::fs::write(path, map).unwrap();
        }
        let request = ImportRequest {
            kind: kind.to_owned(),
            files: vec![path],
            map: map_path,
            base: Some(self.folder.path().to_owned()),
            ..ImportRequest::default()
        };
        import(&mut self.session, &request, &mut |_, _| {})
    }

    pub fn import(
        &mut self,
        kind: &str,
        name: &str,
        text: impl AsRef<[u8]>,
    ) -> Result<ImportReport, Refusal> {
        self.import_with(kind, name, text, "")
    }

    /// The same, which must succeed.
    pub fn done(&mut self, kind: &str, name: &str, text: impl AsRef<[u8]>) -> ImportReport {
        self.import(kind, name, text).unwrap_or_else(|refusal| panic!("{name}: {:#?}", refusal.problems))
    }

    /// A list of all open items as of a day: what is gone from it was settled.
    pub fn snapshot(&mut self, name: &str, text: impl AsRef<[u8]>, day: &str) {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        let request = ImportRequest {
            kind: "items".to_owned(),
            files: vec![path],
            snapshot: Day::parse_iso(day),
            ..ImportRequest::default()
        };
        import(&mut self.session, &request, &mut |_, _| {}).unwrap();
    }

    /// What each debtor owes in all, minor units; debtors without open items left out.
    pub fn balances(&mut self) -> BTreeMap<String, i64> {
        self.sums_at("9999-12-31")
    }

    /// What each debtor owes in all at the end of a day, minor units.
    pub fn sums_at(&mut self, day: &str) -> BTreeMap<String, i64> {
        let day = Day::parse_iso(day).unwrap();
        let told = self.session.read(|tx| {
            let names = buyer_all(tx, AsOf::at(Day::LAST))?;
            let mut sums: BTreeMap<String, i64> = BTreeMap::new();
            item_each(
                tx,
                AsOf::at(day),
                |_, _, _| true,
                |row| {
                    let f = &row.facts;
                    let mut settled = 0;
                    settlement_of(tx, row.item_id, |s| settled += if s.date <= day { s.amount } else { 0 })?;
                    let sum = sums.entry(names[&f.buyer_id].key.account.clone()).or_default();
                    *sum += f.amount - settled * f.amount.signum();
                    Ok(())
                },
            )?;
            Ok(sums)
        });
        told.unwrap()
    }

    /// The buyers and the items of a ledger; the report of the items.
    pub fn ledger(&mut self, name: &str, text: impl AsRef<[u8]>) -> ImportReport {
        self.done("buyers", name, text.as_ref());
        self.done("items", name, text)
    }

    /// Every item with what is open of it, and each settlement below it: `ACCOUNT KIND NUMBER DATE DUE AMOUNT open OPEN`.
    pub fn state(&mut self) -> String {
        let told = self.session.read(|tx| {
            let names = buyer_all(tx, AsOf::at(Day::LAST))?;
            let mut lines = Vec::new();
            item_each(
                tx,
                AsOf::at(Day::LAST),
                |_, _, _| true,
                |row| {
                    let f = &row.facts;
                    let exponent = Currency::parse(f.currency).unwrap().exponent();
                    let money = |minor: i64| format_minor(minor, exponent);
                    let mut settled = 0;
                    let mut below = Vec::new();
                    settlement_of(tx, row.item_id, |s| {
                        settled += s.amount;
                        below.push(format!(
                            "  {} {} {} {}",
                            s.date,
                            s.method.code(),
                            money(s.amount),
                            s.settlement_no
                        ));
                    })?;
                    let open = f.amount - settled * f.amount.signum();
                    let account = &names[&f.buyer_id].key.account;
                    let mut told = format!(
                        "{account} {} {} {} {} {}{} {} open {}",
                        f.kind.code(),
                        f.document_no,
                        f.document_date,
                        f.net_due_date,
                        f.currency,
                        if f.net_amount == f.amount {
                            String::new()
                        } else {
                            format!(" net {}", money(f.net_amount))
                        },
                        money(f.amount),
                        money(open)
                    );
                    for line in below {
                        let _ = write!(told, "\n{line}");
                    }
                    lines.push(told);
                    Ok(())
                },
            )?;
            lines.sort();
            Ok(lines.join("\n"))
        });
        told.unwrap()
    }

    /// What is open at the end of a day, item by item, settled ones left out.
    pub fn open_at(&mut self, day: &str) -> Vec<String> {
        let day = Day::parse_iso(day).unwrap();
        let told = self.session.read(|tx| {
            let mut lines = Vec::new();
            item_each(
                tx,
                AsOf::at(day),
                |_, _, _| true,
                |row| {
                    let f = &row.facts;
                    let mut settled = 0;
                    settlement_of(tx, row.item_id, |s| settled += if s.date <= day { s.amount } else { 0 })?;
                    let open = f.amount - settled * f.amount.signum();
                    if open != 0 {
                        lines.push(format!("{} {} {open} {}", f.buyer_id, f.document_no, f.net_due_date));
                    }
                    Ok(())
                },
            )?;
            lines.sort();
            Ok(lines)
        });
        told.unwrap()
    }
}

/// What a report lists as not placed: `LINE REASON ACCOUNT REFERENCE AMOUNT`.
pub fn unmatched(report: &ImportReport) -> Vec<String> {
    let line = |line: &obligo::import::ledger::unmatched::Unmatched| {
        format!(
            "{} {} {} {} {}",
            line.position.line,
            line.why.code(),
            line.account,
            line.reference,
            line.amount
        )
    };
    report.unmatched.iter().map(line).collect()
}

/// New, changed and same of the first file of a report.
pub fn counts(report: &ImportReport) -> (u64, u64, u64) {
    let file = &report.files[0];
    (file.new, file.changed, file.same)
}
