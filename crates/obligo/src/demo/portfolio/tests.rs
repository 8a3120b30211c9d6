//! What the demo promises, and that the import would take it.

use super::buyers::Role;
use super::decisions::open_by_main;
use super::*;
use obligo_rules::codes::{CoverKind, ItemKind};
use obligo_rules::identifier::{check_lei, check_register_no, check_vat_id};
use std::collections::{BTreeMap, BTreeSet};

fn book() -> Book {
    Book::new(SEED, start())
}

/// Rows of a file by column name.
fn rows<'a>(files: &'a [DemoFile], name: &str) -> Vec<BTreeMap<&'a str, &'a str>> {
    let text = &files.iter().find(|f| f.name == name).unwrap().text;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| {
            let cells = cells(line);
            assert_eq!(cells.len(), header.len(), "{name}: {line}");
            header.iter().copied().zip(cells).collect()
        })
        .collect()
}

/// Cells of a line in which quotes only protect commas.
fn cells(line: &str) -> Vec<&str> {
    let mut quoted = false;
    line.split(|c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    })
    .map(|cell| cell.trim_matches('"'))
    .collect()
}

fn cents(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

fn account<'a>(row: &BTreeMap<&'a str, &'a str>) -> (&'a str, &'a str, &'a str) {
    (row["account"], row["branch"], row["account_type"])
}

#[test]
fn the_same_seed_gives_the_same_files_and_another_one_others() {
    assert_eq!(portfolio(SEED), portfolio(SEED));
    assert_ne!(portfolio(SEED), portfolio(SEED + 1));
}

#[test]
fn the_portfolio_has_the_size_and_the_cases_it_promises() {
    let files = portfolio(SEED);
    let (buyers, items) = (rows(&files, "buyers.csv"), rows(&files, "items.csv"));
    let (limits, covers) = (rows(&files, "limits.csv"), rows(&files, "covers.csv"));
    let (evidence, events) = (rows(&files, "evidence.csv"), rows(&files, "events.csv"));
    let of = |rows: &[BTreeMap<&str, &str>], column: &str, value: &str| {
        rows.iter().filter(|row| row[column] == value).count()
    };
    for (what, count, least, most) in [
        ("buyers", buyers.len(), 300, 300),
        ("co-insured branches", of(&covers, "kind", "co_insured"), 12, 12),
        ("named", of(&covers, "kind", "named"), 120, 180),
        ("unnamed", of(&covers, "kind", "unnamed"), 80, 140),
        ("public", of(&buyers, "category", "public"), 5, 20),
        ("affiliates", of(&buyers, "category", "affiliate"), 3, 6),
        ("items", items.len(), 7_500, 8_500),
        ("credit notes", of(&items, "kind", "credit_note"), 200, 500),
        ("payments on account", of(&items, "kind", "payment_on_account"), 40, 150),
        ("debit notes", of(&items, "kind", "debit_note"), 20, 80),
        ("bills", of(&items, "kind", "bill"), 40, 90),
        ("dollars", of(&items, "currency", "USD"), 30, 400),
        ("pounds", of(&items, "currency", "GBP"), 5, 400),
        ("kronor", of(&items, "currency", "SEK"), 800, 2_500),
        ("secured", of(&items, "secured", "true"), 15, 80),
        ("disputed", of(&items, "disputed", "true") + of(&events, "event", "dispute"), 8, 60),
        ("terms too long", of(&items, "payment_terms", "150D"), 50, 200),
        ("residual items", items.len() - of(&items, "origin", ""), 10, 60),
        ("refused", of(&limits, "response", "3"), 2, 4),
        ("conditional", of(&limits, "response", "4"), 3, 6),
        ("partly approved", of(&limits, "response", "5"), 25, 90),
        ("withdrawn", of(&limits, "response", "8"), 2, 4),
        ("reduced", of(&limits, "response", "9"), 6, 20),
        ("increases", of(&limits, "request", "3"), 15, 50),
        ("temporary", limits.len() - of(&limits, "valid_until", ""), 3, 8),
        ("agency reports", of(&evidence, "kind", "agency_report"), 80, 250),
        ("bank references", of(&evidence, "kind", "bank_reference"), 20, 80),
        ("payment experience", of(&evidence, "kind", "payment_experience"), 5, 20),
        ("negative reports", of(&evidence, "positive", "false"), 2, 10),
        ("insolvency", of(&events, "event", "insolvency"), 1, 1),
        ("protest", of(&events, "event", "protest"), 1, 8),
    ] {
        assert!((least..=most).contains(&count), "{what}: {count}");
    }
}

#[test]
fn r14_1_items_obey_the_rules_of_the_import() {
    let files = portfolio(SEED);
    let end = month_ends().pop().unwrap();
    let buyers: BTreeSet<_> = rows(&files, "buyers.csv").iter().map(account).collect();
    let mut keys = BTreeSet::new();
    let items = rows(&files, "items.csv");
    for item in &items {
        let key = (item["company"], item["document_no"], item["kind"]);
        assert!(keys.insert(key), "{key:?} twice");
        assert!(buyers.contains(&account(item)), "{key:?}");
        assert!(item["posting_date"] >= item["document_date"], "{key:?}");
        assert!(item["posting_date"] <= end.as_str(), "{key:?}");
        assert!(item["net_due_date"] >= item["document_date"], "{key:?}");
        let kind = ItemKind::parse(item["kind"]).unwrap();
        let (amount, net) = (cents(item["amount"]), cents(item["net_amount"]));
        assert_eq!(kind.is_debit(), amount > 0, "{key:?}");
        assert!(net.signum() == amount.signum() && net.abs() <= amount.abs(), "{key:?}");
    }
    for item in items.iter().filter(|i| !i["origin"].is_empty()) {
        let origin: Vec<&str> = item["origin"].split('/').collect();
        assert!(keys.contains(&(origin[0], origin[1], origin[2])), "{}", item["origin"]);
    }
    for event in rows(&files, "events.csv").iter().filter(|e| !e["document_no"].is_empty()) {
        assert!(keys.contains(&(event["company"], event["document_no"], event["kind"])));
        assert!(event["date"] <= end.as_str());
    }
    for name in ["covers.csv", "limits.csv", "evidence.csv"] {
        assert!(rows(&files, name).iter().all(|row| buyers.contains(&account(row))), "{name}");
    }
}

#[test]
fn r14_1_settlements_stay_within_their_item_on_every_day() {
    let files = portfolio(SEED);
    let end = month_ends().pop().unwrap();
    let mut open: BTreeMap<_, _> = rows(&files, "items.csv")
        .iter()
        .map(|i| ((i["company"], i["document_no"], i["kind"]), (i["posting_date"], cents(i["amount"]).abs())))
        .collect();
    let full = open.clone();
    for row in rows(&files, "settlements.csv") {
        let key = (row["company"], row["document_no"], row["kind"]);
        let (posted, rest) = open.get_mut(&key).unwrap();
        assert!(row["date"] >= *posted && row["date"] <= end.as_str(), "{key:?} {}", row["date"]);
        *rest -= cents(row["amount"]);
        assert!(*rest >= 0 && *rest <= full[&key].1, "{key:?} {}", row["date"]);
        assert_eq!(row["method"] == "return", row["amount"].starts_with('-'), "{key:?}");
    }
}

#[test]
fn another_start_moves_every_date_with_it() {
    let start = Day::parse_iso("2023-06-01").unwrap();
    let files = portfolio_from(SEED, start);
    let last = rows(&files, "items.csv").iter().map(|i| i["posting_date"]).max().unwrap().to_owned();
    assert!(last.as_str() > "2024-11-20" && last <= month_ends_from(start)[17], "{last}");
    assert_eq!(landmarks_from(start).insolvent_on.to_string(), "2024-11-17");
    assert!(
        files.iter().any(|f| f.name == "policies/acr-a.toml" && f.text.contains("valid_from = 2022-06-01"))
    );
}

#[test]
fn offsets_balance_day_by_day() {
    let book = book();
    let mut days: BTreeMap<(Day, usize, &str), i64> = BTreeMap::new();
    for s in book.ledger.settlements.iter().filter(|s| s.other.is_some_and(|o| is_credit(&book, o, s.item))) {
        let item = &book.ledger.items[s.item];
        *days.entry((s.date, item.buyer, item.currency)).or_default() += s.amount * item.amount.signum();
    }
    assert!(!days.is_empty());
    assert!(days.values().all(|sum| *sum == 0));
}

fn is_credit(book: &Book, a: usize, b: usize) -> bool {
    [a, b].iter().any(|i| !book.ledger.items[*i].kind.is_debit())
}

#[test]
fn r1_4_identifiers_have_right_check_digits() {
    for seed in [SEED, 1, 2] {
        for buyer in buyers::buyers(seed) {
            let place = format!("{} {} {}", buyer.account, buyer.country, buyer.vat_id);
            if !buyer.vat_id.is_empty() {
                assert_eq!(check_vat_id(&buyer.vat_id), Ok(()), "{place}");
            }
            if !buyer.register_no.is_empty() {
                assert_eq!(check_register_no(buyer.country, &buyer.register_no), Ok(()), "{place}");
            }
            if !buyer.lei.is_empty() {
                assert_eq!(check_lei(&buyer.lei), Ok(()), "{place}");
            }
        }
    }
}

#[test]
fn landmarks_exist_and_play_their_parts() {
    let (book, marks) = (book(), landmarks());
    let find = |path: &str| book.buyers.iter().find(|b| b.path() == path).unwrap();
    for (path, role, kind) in [
        (marks.going_bad, Role::GoingBad, CoverKind::Named),
        (marks.recovering, Role::Recovering, CoverKind::Named),
        (marks.limit_cut, Role::LimitCut, CoverKind::Named),
        (marks.unnamed_expired, Role::UnnamedExpired, CoverKind::Unnamed),
        (marks.co_insured_main, Role::CoInsuredMain, CoverKind::Named),
        (marks.biggest, Role::Biggest, CoverKind::Named),
    ] {
        let buyer = find(path);
        assert_eq!((buyer.role, buyer.cover), (role, kind), "{path}");
    }
    let branches =
        book.buyers.iter().filter(|b| b.main.is_some_and(|m| book.buyers[m].path() == marks.co_insured_main));
    assert_eq!(branches.count(), 3);
    let balances = balances(&book, book.ledger.end);
    let biggest = balances.iter().max_by_key(|(_, cents)| **cents).unwrap();
    assert_eq!(book.buyers[*biggest.0].path(), marks.biggest);
    assert_eq!(month_ends().len(), 18);
    assert_eq!(month_ends()[13], "2026-02-28");
}

/// Insurable balance by main buyer on a day, in cents of EUR.
fn balances(book: &Book, day: Day) -> BTreeMap<usize, i64> {
    let mut balances = BTreeMap::new();
    for (main, open) in open_by_main(&book.ledger, &book.buyers, &book.rates, day) {
        let currency = decisions::policy_currency(book.buyers[main].policy);
        *balances.entry(main).or_insert(0) += book.rates.convert(open, currency, "EUR", day);
    }
    balances
}

/// A rough insured sum of a buyer in cents of EUR: the decision in force, or a middling sum for unnamed buyers.
fn sum(book: &Book, buyer: usize, day: Day) -> i64 {
    match book.buyers[buyer].cover {
        CoverKind::Named => book
            .decisions
            .limits
            .iter()
            .filter(|l| l.buyer == buyer && l.valid_from <= day && l.valid_until.is_none_or(|u| u >= day))
            .filter(|l| l.response != "4" || l.conditions_met)
            .filter_map(|l| Some((l.valid_from, book.rates.convert(l.amount? * 100, l.currency, "EUR", day))))
            .max_by_key(|(from, _)| *from)
            .map_or(0, |(_, amount)| amount),
        CoverKind::Unnamed if book.buyers[buyer].category.code() == "company" => 1_400_000,
        _ => 0,
    }
}

/// Of a day's insurable balances: open, insured, and how many buyers owe more than their sum.
fn insured_share(book: &Book, day: Day) -> (i64, i64, usize) {
    let (mut open, mut insured, mut over) = (0, 0, 0);
    for (buyer, balance) in balances(book, day) {
        let sum = sum(book, buyer, day);
        open += balance.max(0);
        insured += balance.clamp(0, sum);
        over += usize::from(sum > 0 && balance > sum);
    }
    (open, insured, over)
}

#[test]
fn most_of_the_exposure_is_insured_at_every_month_end() {
    for seed in [SEED, 1, 2] {
        let book = Book::new(seed, start());
        for end in month_ends().iter().skip(2) {
            let (open, insured, over) = insured_share(&book, Day::parse_iso(end).unwrap());
            let share = insured * 100 / open;
            // A few points more than the engine finds: items with terms too long count as insured here.
            assert!((65..=93).contains(&share), "{end}: {share} %");
            assert!(over >= 5, "{end}: {over} buyers over their sum");
        }
    }
}
