//! Balances and turnover of insured buyers in the books for two periods, and why they differ from the declaration (R8.2, R8.3).

use super::Making;
use super::book::{AS_OF, KNOWN_AT, POLICY};
use super::definition::{Definition, Parameter, ParameterKind};
use super::listing::under;
use super::values::{column, day, fact, heading, text};
use crate::access::roles::Permission;
use crate::balances::{AccountBalance, BuyerBalance, PolicyBalances, balances};
use crate::serve::Access;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use crate::words::Words;
use obligo_reports::{Block, Column, ColumnKind, Report, Row, RowKind, Table, Value};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, InsuranceStatus};
use obligo_rules::cover::cover_at;
use obligo_rules::difference::DifferenceReason;
use obligo_rules::money::Currency;
use obligo_rules::policy::Procedure;
use obligo_rules::problem::Problem;
use obligo_store::cover::always;
use obligo_store::entry_last;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

const FROM: Parameter =
    Parameter::new("from", ParameterKind::Day, "First day of the first period; the month's otherwise");
const TO: Parameter =
    Parameter::new("until", ParameterKind::Day, "Last day of the first period; the key date otherwise");
const COMPARED_FROM: Parameter = Parameter::new(
    "compared_from",
    ParameterKind::Day,
    "First day of the second period; a year before the first otherwise",
);
const COMPARED_TO: Parameter = Parameter::new(
    "compared_to",
    ParameterKind::Day,
    "Last day of the second period; a year before the first otherwise",
);

/// See the module.
pub const DEFINITION: Definition = Definition {
    access: Access::WholeGroup(Permission::Read),
    parameters: &[AS_OF, POLICY, FROM, TO, COMPARED_FROM, COMPARED_TO, KNOWN_AT],
    example: "--as-of 2024-06-30 --policy ACR/A",
    ..Definition::list(
        "balances-and-turnover",
        "Balances and turnover of insured buyers for two periods, and why they differ from the declaration",
        build,
    )
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let (words, request) = (making.words, making.request);
    let today = making.session.today();
    let key_date = request.day("as_of").unwrap_or(today);
    let from = request.day("from").unwrap_or_else(|| key_date.month_start());
    let to = request.day("until").unwrap_or(key_date);
    let compared_from = request.day("compared_from").unwrap_or_else(|| from.plus_months(-12));
    let compared_to = request.day("compared_to").unwrap_or_else(|| to.plus_months(-12));
    for (from, to) in [(from, to), (compared_from, compared_to)] {
        if to < from {
            return Err(Problem::usage("deadlines-period").with("from", from).with("to", to));
        }
    }
    let periods = [from..=to, compared_from..=compared_to];
    let shown = |period: &RangeInclusive<Day>| {
        words.with(
            "report-period",
            &[("from", words.date(*period.start())), ("to", words.date(*period.end()))],
        )
    };
    making.session.store.read(|tx| {
        let as_of = point_in_time(tx, key_date, request.day("known_at"))?;
        let snapshot = Snapshot::load(tx, as_of)?;
        let found = balances(tx, &snapshot, request.text("policy"), &periods)?;
        let mut blocks = Vec::new();
        for of_policy in &found {
            let part =
                Part { words, snapshot: &snapshot, of_policy, turnovers: periods.each_ref().map(shown) };
            blocks.extend(part.blocks(found.len() > 1));
        }
        if blocks.is_empty() {
            blocks.push(Block::Text(words.text("report-balances-none")));
        }
        let date = words.date(key_date);
        let known = as_of.known.min(entry_last(tx)?);
        Ok(Report {
            name: DEFINITION.name.to_owned(),
            title: words.text("report-balances-and-turnover"),
            subtitle: words.with("report-as-of", &[("date", date.clone())]),
            facts: vec![fact(words, "key_date", Value::Day(key_date))],
            blocks,
            made_from: words.with("report-from-store", &[("date", date), ("entry", known.to_string())]),
            made_on: Some(today),
            ..Report::default()
        })
    })
}

/// The tables of one policy.
struct Part<'p> {
    words: &'static Words,
    snapshot: &'p Snapshot,
    of_policy: &'p PolicyBalances<'p>,
    /// The periods as people read them.
    turnovers: [String; 2],
}

impl Part<'_> {
    fn currency(&self) -> Currency {
        self.of_policy.policy.policy.currency
    }

    fn amount(&self, minor: i64) -> Value {
        Value::Amount(minor, self.currency())
    }

    fn blocks(&self, has_many: bool) -> Vec<Block> {
        let policy = &self.of_policy.policy.policy;
        let code = policy.policy.to_lowercase().replace('/', "_");
        let key = |name: &str| if has_many { format!("{name}_{code}") } else { name.to_owned() };
        let title = format!("{} {} ({})", policy.policy, policy.name, policy.currency);
        let mut blocks = vec![Block::Heading(title)];
        blocks.push(Block::Table(self.buyers(key("buyers"))));
        blocks.extend(self.accounts(key("co_insured")).map(Block::Table));
        blocks.push(Block::Table(self.reconciliation(key("reconciliation"))));
        blocks.push(Block::Table(self.reasons(key("differences"))));
        blocks
    }

    fn turnover_columns(&self) -> [Column; 2] {
        let heading =
            |n: usize| self.words.with("report-turnover-of", &[("period", self.turnovers[n].clone())]);
        [("turnover", 0), ("turnover_compared", 1)]
            .map(|(key, n)| Column::new(key, heading(n), ColumnKind::Amount).summed())
    }

    /// Buyers with a balance, turnover or declaration; the sums of the others stand in the totals.
    fn buyers(&self, key: String) -> Table {
        let words = self.words;
        let [turnover, compared] = self.turnover_columns();
        let columns = vec![
            column(words, "account", ColumnKind::Text),
            column(words, "name", ColumnKind::Text),
            column(words, "kind", ColumnKind::Text),
            column(words, "insured_sum", ColumnKind::Amount),
            column(words, "valid_from", ColumnKind::Day),
            under(words, "information_date", "buyer-information-date", ColumnKind::Day),
            turnover,
            compared,
            under(words, "balance", "report-balance", ColumnKind::Amount).summed(),
            column(words, "declared", ColumnKind::Amount).summed(),
        ];
        let (mut rows, mut all, mut sums, mut declared) =
            (Vec::new(), AccountBalance::default(), 0_i64, 0_i64);
        for buyer in &self.of_policy.buyers {
            let mut own = AccountBalance::default();
            buyer.accounts.values().for_each(|account| own.merge(account));
            all.merge(&own);
            sums = sums.saturating_add(buyer.sum);
            declared = declared.saturating_add(buyer.difference.declared);
            if own == AccountBalance::default() && buyer.difference.declared == 0 {
                continue;
            }
            let of_buyer = self.snapshot.buyers.get(&buyer.buyer_id);
            rows.push(Row::plain(vec![
                self.account(buyer.buyer_id),
                text(of_buyer.map_or("", |b| b.name.as_str())),
                text(self.kind(buyer)),
                self.amount(buyer.sum),
                day(self.valid_from(buyer)),
                day(of_buyer.and_then(|b| b.information_date)),
                self.amount(own.turnovers[0]),
                self.amount(own.turnovers[1]),
                self.amount(own.balance),
                self.amount(buyer.difference.declared),
            ]));
        }
        if !rows.is_empty() {
            let amounts =
                [all.turnovers[0], all.turnovers[1], all.balance, declared].map(|minor| self.amount(minor));
            let mut cells =
                vec![text(words.text("report-total")), Value::Empty, Value::Empty, self.amount(sums)];
            cells.extend([Value::Empty, Value::Empty].into_iter().chain(amounts));
            rows.push(Row { kind: RowKind::Total, cells });
        }
        Table {
            key,
            title: heading(words, "buyers"),
            columns,
            rows,
            empty: words.text("report-balances-none"),
        }
    }

    /// The accounts of main buyers with co-insured ones, one by one.
    fn accounts(&self, key: String) -> Option<Table> {
        let words = self.words;
        let [turnover, compared] = self.turnover_columns();
        let has_branches =
            |buyer: &&BuyerBalance| buyer.accounts.keys().any(|account| *account != buyer.buyer_id);
        let mains = self.of_policy.buyers.iter().filter(has_branches);
        let mut rows = Vec::new();
        for (main, (account, own)) in mains.flat_map(|main| main.accounts.iter().map(move |a| (main, a))) {
            rows.push(Row::plain(vec![
                self.account(main.buyer_id),
                self.account(*account),
                text(self.snapshot.buyers.get(account).map_or("", |b| b.name.as_str())),
                self.amount(own.turnovers[0]),
                self.amount(own.turnovers[1]),
                self.amount(own.balance),
            ]));
        }
        let columns = vec![
            column(words, "main_account", ColumnKind::Text),
            column(words, "account", ColumnKind::Text),
            column(words, "name", ColumnKind::Text),
            turnover,
            compared,
            under(words, "balance", "report-balance", ColumnKind::Amount).summed(),
        ];
        let title = words.text("report-by-account");
        (!rows.is_empty()).then(|| Table { key, title, columns, rows, empty: String::new() })
    }

    /// From the books to the declaration, reason by reason.
    fn reconciliation(&self, key: String) -> Table {
        let words = self.words;
        let mut parts: BTreeMap<DifferenceReason, i64> = BTreeMap::new();
        let (mut booked, mut declared) = (0_i64, 0_i64);
        for difference in self.of_policy.buyers.iter().map(|buyer| &buyer.difference) {
            booked = booked.saturating_add(difference.booked);
            declared = declared.saturating_add(difference.declared);
            for (reason, amount) in &difference.parts {
                let sum = parts.entry(*reason).or_default();
                *sum = sum.saturating_add(*amount);
            }
        }
        let row = |name: String, minor: i64| vec![text(name), self.amount(minor)];
        let mut rows = vec![Row::plain(row(self.booked_name(), booked))];
        rows.extend(parts.iter().map(|(reason, minor)| Row::plain(row(reason_name(words, *reason), -minor))));
        rows.push(Row { kind: RowKind::Total, cells: row(heading(words, "declared"), declared) });
        let columns =
            vec![column(words, "what", ColumnKind::Text), column(words, "amount", ColumnKind::Amount)];
        Table { key, title: words.text("report-reconciliation"), columns, rows, empty: String::new() }
    }

    /// What the books say that the declaration is compared with.
    fn booked_name(&self) -> String {
        let starts = &self.of_policy.period_starts;
        match self.of_policy.policy.policy.declaration.procedure {
            Procedure::Balance => self.words.text("report-booked-balance"),
            Procedure::Turnover => {
                let dates = starts.map(|(_, day)| self.words.date(day));
                let [named, unnamed] = dates;
                self.words.with("report-booked-turnover", &[("named", named), ("unnamed", unnamed)])
            }
        }
    }

    /// Every buyer's differences with their reasons.
    fn reasons(&self, key: String) -> Table {
        let words = self.words;
        let columns = vec![
            column(words, "account", ColumnKind::Text),
            column(words, "name", ColumnKind::Text),
            under(words, "booked", "report-booked", ColumnKind::Amount),
            column(words, "declared", ColumnKind::Amount),
            column(words, "why", ColumnKind::Text),
            under(words, "not_declared", "report-not-declared", ColumnKind::Amount).summed(),
        ];
        let (mut rows, mut all) = (Vec::new(), 0_i64);
        for buyer in &self.of_policy.buyers {
            for (reason, minor) in &buyer.difference.parts {
                all = all.saturating_add(*minor);
                rows.push(Row::plain(vec![
                    self.account(buyer.buyer_id),
                    text(self.snapshot.buyers.get(&buyer.buyer_id).map_or("", |b| b.name.as_str())),
                    self.amount(buyer.difference.booked),
                    self.amount(buyer.difference.declared),
                    text(reason_name(words, *reason)),
                    self.amount(*minor),
                ]));
            }
        }
        if !rows.is_empty() {
            let name = std::iter::once(text(words.text("report-total")));
            let cells = name.chain(std::iter::repeat_n(Value::Empty, 4)).chain([self.amount(all)]).collect();
            rows.push(Row { kind: RowKind::Total, cells });
        }
        Table {
            key,
            title: words.text("report-differences"),
            columns,
            rows,
            empty: words.text("report-differences-none"),
        }
    }

    fn account(&self, buyer_id: i64) -> Value {
        text(self.snapshot.account(buyer_id).to_string())
    }

    fn kind(&self, buyer: &BuyerBalance) -> String {
        self.words.text(match buyer.kind {
            BuyerKind::Named => "cover-named",
            BuyerKind::Unnamed => "cover-unnamed",
        })
    }

    /// From when the sum counts: the decision in force, or the cover of an unnamed buyer.
    fn valid_from(&self, buyer: &BuyerBalance) -> Option<Day> {
        let key_date = self.snapshot.as_of.key_date;
        if buyer.kind == BuyerKind::Named {
            let decisions = self.snapshot.decisions(buyer.buyer_id, self.of_policy.policy.number);
            return obligo_rules::limit::limit_in_force(&decisions, key_date).map(|d| d.valid_from);
        }
        let rows = self.snapshot.covers.get(&buyer.buyer_id)?;
        let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
        cover_at(&covers, key_date).map(|cover| cover.valid_from).filter(|day| *day != always())
    }
}

/// A reason as people read it.
fn reason_name(words: &Words, reason: DifferenceReason) -> String {
    match reason {
        DifferenceReason::Status(InsuranceStatus::Unexamined) => words.text("status-unexamined"),
        DifferenceReason::Status(status) => words.text(&format!("status-{}", status.code())),
        DifferenceReason::Vat => words.text("report-difference-vat"),
        DifferenceReason::Blocked => words.text("report-difference-blocked"),
        DifferenceReason::AboveSum => words.text("report-difference-above-sum"),
        DifferenceReason::Floor => words.text("report-difference-floor"),
    }
}
