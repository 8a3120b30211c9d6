//! The tables of a dossier: decisions, evidence, co-insured customers, items, deadlines, time line, notes, history.

use super::Dossier;
use crate::access::notes::{self, Subject};
use crate::buyer_names::{code_message, evidence_message, field_message, field_value, state_message};
use crate::buyer_trail::{TrailRow, buyer_trail};
use crate::credit::timeline::{Step, TimelineOf, timeline};
use crate::documents::Making;
use crate::documents::declared::account_of;
use crate::documents::listing::{Listing, under};
use crate::documents::values::{amount_of, column, day, day_of, text, text_of};
use crate::duty::{duty_name, is_duty_seen};
use crate::item_names::{kind_message, reporting_message};
use obligo_reports::{Block, ColumnKind, Row, Table, Value};
use obligo_rules::calendar::Day;
use obligo_rules::evidence::evidence_valid_until;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

impl Dossier<'_> {
    /// Every table, also empty ones, so that one sees that nothing is there.
    pub(super) fn tables(&self, making: &mut Making<'_>) -> Result<Vec<Table>, Problem> {
        let mut tables = vec![self.decisions(), self.evidence()];
        tables.extend(self.co_insured());
        tables.extend(self.items(making)?);
        tables.push(self.deadlines(making));
        tables.push(self.timeline(making)?);
        tables.push(self.notes(making)?);
        tables.push(self.history(making)?);
        Ok(tables)
    }

    /// Decisions and requests, the latest first.
    fn decisions(&self) -> Table {
        let words = self.words;
        let is_own = |line: &&Json| account_of_limit(line) == self.account;
        let mut lines: Vec<&Json> = self.book.portfolio.limits.iter().filter(is_own).collect();
        lines.reverse();
        lines.sort_by_key(|line| std::cmp::Reverse(line["valid_from"].as_str().unwrap_or("").to_owned()));
        let row = |line: &Json| {
            let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
            Row::plain(vec![
                text_of(line, "policy"),
                day_of(line, "valid_from"),
                day_of(line, "valid_until"),
                text(words.text(&state_message(line["state"].as_str().unwrap_or("")))),
                amount_of(line, "amount", currency),
                amount_of(line, "requested_amount", currency),
                day_of(line, "requested_on"),
                text(currency.code()),
                text_of(line, "conditions"),
                text_of(line, "reference"),
            ])
        };
        Table {
            key: "decisions".to_owned(),
            title: words.text("limits-title"),
            columns: vec![
                column(words, "policy", ColumnKind::Text),
                column(words, "valid_from", ColumnKind::Day),
                column(words, "valid_until", ColumnKind::Day),
                column(words, "state", ColumnKind::Text),
                column(words, "amount", ColumnKind::Amount),
                column(words, "requested_amount", ColumnKind::Amount),
                under(words, "requested_on", "report-requested-on", ColumnKind::Day),
                column(words, "currency", ColumnKind::Text),
                column(words, "conditions", ColumnKind::Text),
                column(words, "reference", ColumnKind::Text),
            ],
            rows: lines.into_iter().map(row).collect(),
            empty: words.text("buyer-no-decisions"),
        }
    }

    /// Evidence, the latest first.
    fn evidence(&self) -> Table {
        let words = self.words;
        let snapshot = &self.book.portfolio.snapshot;
        let terms = self.policy().map(|loaded| &loaded.policy.unnamed);
        let mut known: Vec<_> = snapshot.evidence.get(&self.buyer_id).into_iter().flatten().collect();
        known.retain(|row| row.evidence.date <= self.book.day());
        known.sort_by_key(|row| std::cmp::Reverse(row.evidence.date));
        let rows = known.into_iter().map(|row| {
            let evidence = &row.evidence;
            let until = terms.map_or(evidence.valid_until, |terms| evidence_valid_until(terms, evidence));
            let verdict = match (evidence.positive, until) {
                (false, _) => "evidence-negative",
                (true, Some(until)) if until < self.book.day() => "limit-state-expired",
                (true, _) => "evidence-positive",
            };
            Row::plain(vec![
                text(words.text(evidence_message(evidence.kind))),
                Value::Day(evidence.date),
                day(until),
                text(words.text(verdict)),
                text(row.source.clone()),
            ])
        });
        Table {
            key: "evidence".to_owned(),
            title: words.text("buyer-evidence"),
            columns: vec![
                column(words, "kind", ColumnKind::Text),
                column(words, "date", ColumnKind::Day),
                column(words, "valid_until", ColumnKind::Day),
                column(words, "state", ColumnKind::Text),
                under(words, "source", "evidence-source", ColumnKind::Text),
            ],
            rows: rows.collect(),
            empty: words.text("buyer-no-evidence"),
        }
    }

    /// The customers co-insured under it, if there are any.
    fn co_insured(&self) -> Option<Table> {
        let words = self.words;
        let portfolio = &self.book.portfolio;
        let line_of = |id: &i64| {
            portfolio.positions_of(*id).first().and_then(|n| self.book.buyers.lines.get(*n as usize))
        };
        let lines = portfolio.co_insured_of(self.buyer_id).iter().filter_map(line_of);
        let rows: Vec<Row> = lines
            .map(|line| {
                let currency = line["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
                Row::plain(vec![
                    text(account_of(line)),
                    text_of(line, "name"),
                    amount_of(line, "open", currency),
                    amount_of(line, "insured", currency),
                ])
            })
            .collect();
        (!rows.is_empty()).then(|| Table {
            key: "co_insured".to_owned(),
            title: words.text("report-co-insured"),
            columns: vec![
                column(words, "account", ColumnKind::Text),
                column(words, "name", ColumnKind::Text),
                column(words, "open", ColumnKind::Amount),
                column(words, "insured", ColumnKind::Amount),
            ],
            rows,
            empty: String::new(),
        })
    }

    /// Its open items, those of co-insured customers too, by net due date.
    fn items(&self, making: &Making<'_>) -> Result<Vec<Table>, Problem> {
        let words = self.words;
        let columns = vec![
            column(words, "company", ColumnKind::Text),
            column(words, "document_no", ColumnKind::Text),
            column(words, "kind", ColumnKind::Text),
            column(words, "document_date", ColumnKind::Day),
            column(words, "net_due_date", ColumnKind::Day),
            column(words, "status", ColumnKind::Text),
            column(words, "reporting_status", ColumnKind::Text),
            column(words, "insurable_open", ColumnKind::Amount).summed(),
            column(words, "insured", ColumnKind::Amount).summed(),
            column(words, "exclusion_date", ColumnKind::Day),
        ];
        let mut listing = Listing::empty(words, "items", "report-open-items", "buyer-no-items", columns);
        let accounts = self.accounts();
        let figures = accounts.iter().flat_map(|id| self.book.portfolio.items_of(*id));
        let seen = figures.filter(|item| self.book.sees(item.company_id));
        let mut views = self.book.portfolio.whole(&making.session.store, seen)?;
        views.sort_by(|a, b| (a.net_due_date, &a.document_no).cmp(&(b.net_due_date, &b.document_no)));
        for view in views {
            let currency = view.policy_currency;
            let status = match view.insurance.status.code() {
                "?" | "" => words.text("status-unexamined"),
                code => words.text(&format!("status-{code}")),
            };
            listing.add(
                currency,
                vec![
                    text(view.company),
                    text(view.document_no),
                    text(words.text(kind_message(view.kind))),
                    Value::Day(view.document_date),
                    Value::Day(view.net_due_date),
                    text(status),
                    text(words.text(reporting_message(view.insurance.reporting_status))),
                    view.insurable_open.map_or(Value::Empty, |minor| Value::Amount(minor, currency)),
                    Value::Amount(view.insured, currency),
                    day(view.insurance.deadlines.exclusion_date),
                ],
            );
        }
        let only_tables = |block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        };
        Ok(listing.blocks(words).into_iter().filter_map(only_tables).collect())
    }

    /// What must be done about it next.
    fn deadlines(&self, making: &Making<'_>) -> Table {
        let words = self.words;
        let accounts = self.accounts();
        let duties = accounts.iter().flat_map(|id| self.book.portfolio.duties_of(*id));
        let mut seen: Vec<&Json> =
            duties.filter(|duty| is_duty_seen(duty, |company| making.sees_company(company))).collect();
        seen.sort_by_key(|duty| duty["date"].as_str().unwrap_or("").to_owned());
        let row = |duty: &Json| {
            let currency = duty["currency"].as_str().and_then(Currency::parse).unwrap_or(Currency::EUR);
            Row::plain(vec![
                day_of(duty, "date"),
                duty["days_left"].as_i64().map_or(Value::Empty, Value::Integer),
                text(duty_name(words, duty["what"].as_str().unwrap_or(""))),
                text_of(duty, "document_no"),
                amount_of(duty, "open", currency),
                amount_of(duty, "insured", currency),
            ])
        };
        Table {
            key: "deadlines".to_owned(),
            title: words.text("deadlines-title"),
            columns: vec![
                column(words, "date", ColumnKind::Day),
                column(words, "days_left", ColumnKind::Integer),
                column(words, "what", ColumnKind::Text),
                column(words, "document_no", ColumnKind::Text),
                column(words, "open", ColumnKind::Amount),
                column(words, "insured", ColumnKind::Amount),
            ],
            rows: seen.into_iter().map(row).collect(),
            empty: words.text("buyer-no-deadlines"),
        }
    }

    /// Reminders, collection and events in one order of days (FR-12), the latest first.
    fn timeline(&self, making: &Making<'_>) -> Result<Table, Problem> {
        let words = self.words;
        let accounts = self.accounts();
        let of = TimelineOf { accounts: &accounts, companies: self.book.companies.as_ref() };
        let snapshot = &self.book.portfolio.snapshot;
        let steps = making.session.store.read(|tx| timeline(tx, snapshot, &of))?;
        let row = |step: &Step| {
            Row::plain(vec![
                Value::Day(step.day),
                text(step.what.text(words)),
                text(step.items.join(", ")),
                step.open.map_or(Value::Empty, |(minor, currency)| Value::Amount(minor, currency)),
                text(step.open.map_or_else(String::new, |(_, currency)| currency.to_string())),
                text(step.reference.clone()),
            ])
        };
        Ok(Table {
            key: "timeline".to_owned(),
            title: words.text("timeline-title"),
            columns: vec![
                column(words, "date", ColumnKind::Day),
                column(words, "what", ColumnKind::Text),
                under(words, "items", "reminder-items", ColumnKind::Text),
                column(words, "open", ColumnKind::Amount),
                column(words, "currency", ColumnKind::Text),
                column(words, "reference", ColumnKind::Text),
            ],
            rows: steps.iter().map(row).collect(),
            empty: words.text("timeline-none"),
        })
    }

    /// Notes, the latest first, as far as they were written by the day it knows.
    fn notes(&self, making: &mut Making<'_>) -> Result<Table, Problem> {
        let words = self.words;
        let until = making.request.day("known_at").unwrap_or(Day::LAST).to_string();
        let mut notes = notes::list(making.session, Subject::Buyer, &self.account)?;
        notes.retain(|note| note.written_at.get(..10).is_none_or(|day| day <= until.as_str()));
        let row = |note: &notes::Note| {
            Row::plain(vec![
                text(words.instant(&note.written_at)),
                text(note.written_by.clone()),
                text(note.text.clone()),
            ])
        };
        Ok(Table {
            key: "notes".to_owned(),
            title: words.text("buyer-notes"),
            columns: vec![
                column(words, "recorded_at", ColumnKind::Text),
                column(words, "actor", ColumnKind::Text),
                under(words, "text", "report-note", ColumnKind::Text),
            ],
            rows: notes.iter().map(row).collect(),
            empty: words.text("buyer-no-notes"),
        })
    }

    /// What was recorded of it, newest first: a row for each change.
    fn history(&self, making: &Making<'_>) -> Result<Table, Problem> {
        let words = self.words;
        let portfolio = &self.book.portfolio;
        let (trail, _) =
            making.session.store.read(|tx| buyer_trail(tx, &portfolio.snapshot, self.buyer_id))?;
        let known = trail.iter().filter(|row| row.entry <= portfolio.as_of.known);
        Ok(Table {
            key: "history".to_owned(),
            title: words.text("buyer-history"),
            columns: vec![
                column(words, "recorded_at", ColumnKind::Text),
                column(words, "actor", ColumnKind::Text),
                column(words, "what", ColumnKind::Text),
                column(words, "valid_from", ColumnKind::Day),
                column(words, "changed", ColumnKind::Text),
                column(words, "why", ColumnKind::Text),
            ],
            rows: known.map(|row| self.trail_row(row)).collect(),
            empty: words.text("buyer-no-history"),
        })
    }

    fn trail_row(&self, row: &TrailRow) -> Row {
        let words = self.words;
        let value = |column: &str, value: &str| field_value(words, row.kind, column, value);
        let change = |(column, before, after): &(&'static str, String, String)| {
            let name = words.text(field_message(column));
            let after = if after.is_empty() { "–".to_owned() } else { value(column, after) };
            if before.is_empty() {
                format!("{name}: {after}")
            } else {
                format!("{name}: {} → {after}", value(column, before))
            }
        };
        let changes: Vec<String> = row.changes.iter().map(change).collect();
        Row::plain(vec![
            text(words.instant(&row.recorded_at)),
            text(row.actor.clone()),
            text(code_message(row.kind).map(|message| words.text(message)).unwrap_or_default()),
            day(row.from),
            text(changes.join("; ")),
            text(row.reason.clone()),
        ])
    }
}

/// The account of a line of the list of limits; a prospect's is its legal entity.
fn account_of_limit(line: &Json) -> String {
    if line["prospect"] == true {
        return format!("@{}", line["legal_entity"].as_str().unwrap_or(""));
    }
    account_of(line)
}
