//! Real ledgers of other people: imported through map files, insured, declared and notified, and compared with the second
//! implementation buyer by buyer and item by item. The files lie outside the repository, in the folder that
//! `OBLIGO_REAL_DATA` names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "property/compare.rs"]
mod compare;
#[allow(dead_code)]
#[path = "property/dice.rs"]
mod dice;
#[allow(dead_code)]
#[path = "property/product.rs"]
mod product;
#[path = "real/raw.rs"]
mod raw;
#[allow(dead_code)]
#[path = "property/story.rs"]
mod story;

use compare::{declared_by_product, declared_by_second, notified_by_product, notified_by_second, written};
use obligo_second::csv::Table as Sheet;
use obligo_second::{Day, Scope, World};
use product::Product;
use raw::{Ledger, Record};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

const POLICY: &str = "ACR/A";

/// The folder of real data; without it the tests say how many they leave out.
fn data() -> Option<PathBuf> {
    let folder =
        std::env::var_os("OBLIGO_REAL_DATA").map(PathBuf::from).filter(|f| !f.as_os_str().is_empty());
    match folder {
        None => tell("skipped: 1 (OBLIGO_REAL_DATA not set)"),
        Some(_) => tell("skipped: 0"),
    }
    folder
}

/// Straight to standard output: the test runner keeps what a passing test prints, and these figures are to be seen.
fn tell(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn own_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real").join(name)
}

/// A ledger on both sides.
struct Insured<'l> {
    product: Product,
    world: World,
    ledger: &'l Ledger,
}

impl<'l> Insured<'l> {
    /// The program reads the raw file through the map; the second implementation gets the rows as interchange files.
    fn new(ledger: &'l Ledger, raw: &Path, map: &str, kinds: &[&str], policy: &str) -> Insured<'l> {
        let mut insured = Insured { product: Product::new(), world: World::default(), ledger };
        let policy_text = std::fs::read_to_string(own_file(policy)).unwrap();
        insured.both("companies", &ledger.companies(), !kinds.contains(&"companies"));
        insured.both("insurers", "insurer,name,country\nACR,Acora,AT\n", true);
        for kind in ["companies", "buyers"] {
            if kinds.contains(&kind) {
                insured.mapped(kind, raw, map);
            }
        }
        insured.both("buyers", &ledger.buyers(), false);
        insured.product.policy(&policy_text);
        insured.world.put_policy(obligo_second::policy_file::read_policy(&policy_text).unwrap());
        for (kind, text) in ledger.insurance(POLICY) {
            insured.both(kind, &text, true);
        }
        insured.mapped("items", raw, map);
        insured.both("items", &ledger.items(), false);
        if kinds.contains(&"settlements") {
            insured.mapped("settlements", raw, map);
            insured.both("settlements", &ledger.settlements(), false);
        }
        insured
    }

    fn both(&mut self, kind: &'static str, text: &str, program_too: bool) {
        if program_too {
            let read = self.product.import_text(kind, text);
            read.unwrap_or_else(|refusal| panic!("{kind}: {}", compare::told(&refusal)));
        }
        self.world.import(kind, text).unwrap();
    }

    fn mapped(&mut self, kind: &str, raw: &Path, map: &str) {
        let read = self.product.import_mapped(kind, raw, &own_file(map));
        read.unwrap_or_else(|refusal| panic!("{kind}: {}", compare::told(&refusal)));
    }

    /// The three final runs of a key date, compared; then every item as of that date.
    fn close(&mut self, key_date: Day) -> Figures {
        let mut figures = Figures { key_date: Some(key_date), ..Figures::default() };
        for named in [true, false] {
            let first = self.product.declare(POLICY, key_date, named, true).unwrap();
            let second = self.world.declare(POLICY, key_date, named, true).unwrap();
            same(
                &declared_by_product(&first),
                &declared_by_second(&second, 2),
                &format!("declare {key_date}"),
            );
            let totals = &first.document.totals;
            assert_eq!(totals["declared"], written(second.totals.declared, 2), "declared at {key_date}");
            figures.buyers += second.lines.len();
            figures.declared += second.totals.declared;
        }
        let first = self.product.notify(POLICY, key_date, Scope::All, None, None, true).unwrap();
        let second = self.world.notify(POLICY, key_date, Scope::All, None, None, true).unwrap();
        same(&notified_by_product(&first), &notified_by_second(&second, 2), &format!("notify {key_date}"));
        figures.listed = second.lines.iter().filter(|l| !l.credit).count();
        figures.listed_amount = second.lines.iter().map(|l| l.amount).sum();
        let views = self.product.items(key_date);
        let items: BTreeMap<String, String> = views.iter().map(compare::seen_by_product).collect();
        same(&items, &compare::seen_by_second(&self.world, key_date), &format!("items {key_date}"));
        figures.items = views.len();
        for view in views.iter().filter(|v| v.open != 0) {
            figures.open += 1;
            figures.open_amount += i128::from(view.open);
            figures.insured += i128::from(view.insured);
            *figures.statuses.entry(view.insurance.status.code()).or_default() += 1;
        }
        let (count, amount) = self.ledger.open(key_date);
        assert_eq!((figures.open, figures.open_amount), (count, amount), "open at {key_date}");
        figures
    }
}

/// What a close shows.
#[derive(Default)]
struct Figures {
    key_date: Option<Day>,
    items: usize,
    open: usize,
    open_amount: i128,
    insured: i128,
    buyers: usize,
    declared: i128,
    listed: usize,
    listed_amount: i128,
    statuses: BTreeMap<&'static str, usize>,
}

fn print(name: &str, all: &[Figures]) {
    tell(name);
    tell(&format!(
        "{:<10} {:>6} {:>6} {:>15} {:>15} {:>6} {:>15} {:>6} {:>15}  statuses of open items",
        "key date",
        "items",
        "open",
        "open amount",
        "insured",
        "buyers",
        "declared",
        "listed",
        "amount listed"
    ));
    for f in all {
        tell(&format!(
            "{:<10} {:>6} {:>6} {:>15} {:>15} {:>6} {:>15} {:>6} {:>15}  {:?}",
            f.key_date.map(|d| d.to_string()).unwrap_or_default(),
            f.items,
            f.open,
            written(f.open_amount, 2),
            written(f.insured, 2),
            f.buyers,
            written(f.declared, 2),
            f.listed,
            written(f.listed_amount, 2),
            f.statuses
        ));
    }
}

fn same(product: &BTreeMap<String, String>, second: &BTreeMap<String, String>, what: &str) {
    let mut differing = Vec::new();
    for (key, line) in product {
        if second.get(key) != Some(line) {
            differing.push(format!("{key}\n  product {line}\n  second  {:?}", second.get(key)));
        }
    }
    differing
        .extend(second.keys().filter(|k| !product.contains_key(*k)).map(|k| format!("{k} only in second")));
    let shown: Vec<&String> = differing.iter().take(10).collect();
    assert!(differing.is_empty(), "{what}: {} differ\n{shown:#?}", differing.len());
}

#[test]
fn r8_1_the_invoices_of_the_ibm_sample_are_declared_and_notified() {
    let Some(folder) = data() else { return };
    let file = folder.join("receivables/ibm_late_payment_a.csv");
    let ledger = Ledger::read(&file, |row| Record {
        company: "01".to_owned(),
        number: row.get("invoiceNumber").to_owned(),
        account: row.get("customerID").to_owned(),
        name: row.get("customerID").to_owned(),
        country: raw::ibm_country(row.get("countryCode")),
        dated: raw::american(row.get("InvoiceDate")),
        due: raw::american(row.get("DueDate")),
        start: None,
        amount: raw::cents(row.get("InvoiceAmount")),
        disputed: row.get("Disputed") == "Yes",
        terms: String::new(),
        settled: (!row.get("SettledDate").is_empty()).then(|| raw::american(row.get("SettledDate"))),
    });
    assert_eq!(ledger.records.len(), 1054, "rows of the sample");
    let kinds = ["buyers", "items", "settlements"];
    let mut insured = Insured::new(&ledger, &file, "ibm.toml", &kinds, "ibm_policy.toml");
    let key_dates = ["2012-06-30", "2012-12-31", "2013-03-31", "2013-06-30", "2013-12-31"];
    let all: Vec<Figures> = key_dates.iter().map(|d| insured.close(day(d))).collect();
    print("IBM late payment histories, USD", &all);
    let expected = Sheet::read(&std::fs::read_to_string(folder.join("expected/ibm_a_asof.csv")).unwrap());
    let mut compared = 0;
    for row in expected.rows() {
        let (count, amount) = ledger.open(day(row.get("as_of")));
        assert_eq!(count.to_string(), row.get("open_count"), "open at {}", row.get("as_of"));
        assert_eq!(written(amount, 2), row.get("open_amount"), "open at {}", row.get("as_of"));
        if let Some(f) = all.iter().find(|f| f.key_date == Some(day(row.get("as_of")))) {
            assert_eq!(f.open.to_string(), row.get("open_count"));
            assert_eq!(written(f.open_amount, 2), row.get("open_amount"));
            compared += 1;
        }
        let buckets = ledger.ageing(day(row.get("as_of")));
        for name in ["not_due", "1-30", "31-60", "61-90", "over90"] {
            let (count, amount) = buckets.get(name).copied().unwrap_or_default();
            assert_eq!(count.to_string(), row.get(&format!("{name}_n")), "{name} at {}", row.get("as_of"));
            assert_eq!(amount, raw::cents(row.get(name)), "{name} at {}", row.get("as_of"));
        }
    }
    assert_eq!(compared, 4, "key dates with expected figures");
}

#[test]
fn r8_3_the_open_items_of_six_companies_are_declared_and_notified() {
    let Some(folder) = data() else { return };
    let file = folder.join("receivables/highradius_open_items_a.csv");
    let ledger = Ledger::read(&file, |row| Record {
        company: row.get("business_code").to_owned(),
        number: row.get("doc_id").to_owned(),
        account: row.get("cust_number").to_owned(),
        name: row.get("name_customer").to_owned(),
        country: "US".to_owned(),
        dated: raw::day_first(row.get("posting_date")),
        due: raw::day_first(row.get("due_in_date")),
        start: Some(raw::day_first(row.get("baseline_create_date"))),
        amount: raw::cents(row.get("converted_usd")),
        disputed: false,
        terms: row.get("cust_payment_terms").to_owned(),
        settled: None,
    });
    assert_eq!(ledger.records.len(), 6338, "rows of the set");
    let kinds = ["companies", "buyers", "items"];
    let mut insured = Insured::new(&ledger, &file, "open_items.toml", &kinds, "open_items_policy.toml");
    let key_dates = ["2020-04-30", "2020-05-31", "2020-06-30", "2020-07-31"];
    let all: Vec<Figures> = key_dates.iter().map(|d| insured.close(day(d))).collect();
    print("Open items of six companies, USD", &all);
    let read =
        |name: &str| Sheet::read(&std::fs::read_to_string(folder.join("expected").join(name)).unwrap());
    // The expected figures keep the third decimal; each of our items is rounded to cents.
    let close = |ours: i128, theirs: &str, count: usize| {
        (ours * 10 - raw::thousandths(theirs)).unsigned_abs() <= 5 * count as u128 + 10
    };
    let customers = read("highradius_a_customers.csv");
    let views = insured.product.items(day("2020-05-31"));
    let mut compared = 0;
    for row in customers.rows() {
        let of: Vec<_> =
            views.iter().filter(|v| v.key.account == row.get("cust_number") && v.open != 0).collect();
        assert_eq!(of.len().to_string(), row.get("open_count"), "{}", row.get("cust_number"));
        let open: i128 = of.iter().map(|v| i128::from(v.open)).sum();
        assert!(close(open, row.get("open_usd"), of.len()), "{} {open}", row.get("cust_number"));
        compared += 1;
    }
    assert_eq!(compared, 279, "customers with expected figures");
    let mut companies: BTreeMap<(String, &str), (usize, i128)> = BTreeMap::new();
    for record in &ledger.records {
        let bucket = raw::bucket(record.due, day("2020-05-31"));
        let bucket = if bucket == "over90" { "over 90" } else { bucket };
        let bucket = if bucket == "not_due" { "not due" } else { bucket };
        let sum = companies.entry((record.company.clone(), bucket)).or_default();
        *sum = (sum.0 + 1, sum.1 + record.amount);
    }
    let ageing = read("highradius_a_aging_2020-05-31.csv");
    for row in ageing.rows() {
        let key = (row.get("business_code").to_owned(), row.get("bucket"));
        let (count, amount) = companies.remove(&key).unwrap_or_default();
        assert_eq!(count.to_string(), row.get("count"), "{key:?}");
        assert!(close(amount, row.get("usd"), count), "{key:?} {amount}");
    }
    assert!(companies.is_empty(), "buckets nobody expected: {companies:?}");
}
