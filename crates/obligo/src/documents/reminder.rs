//! The reminder: a letter to a payer with its overdue items, what they cost, and what is asked for in total (R9.8).

use super::Making;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::listing::under;
use super::values::{amount_of, column, day_of, preview_mark, state, text, text_of, total};
use crate::access::roles::Permission;
use crate::credit::reminders::terms::Terms;
use crate::credit::reminders::{Shown, show};
use crate::item_names::kind_message;
use crate::serve::Access;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use crate::words::Words;
use obligo_reports::{Block, ColumnKind, Fact, Letter, Report, Row, Table, Value};
use obligo_rules::codes::ItemKind;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use serde_json::Value as Json;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "reminder",
    about: "A letter to a payer with its overdue items, charges and late interest (R9.8)",
    audience: Audience::Buyer,
    access: Access::Allowed(Permission::Read),
    parameters: &[Parameter::new(
        "reminder",
        ParameterKind::Number,
        "Number of the reminder, proposed or sent",
    )
    .required()],
    formats: TABLES,
    example: "--reminder 1",
    build,
    record: None,
};

/// Days within which a reminder asks for payment.
const PAY_WITHIN_DAYS: i32 = 7;

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let number = making.request.number("reminder").unwrap_or(0);
    let shown = show(making.session, making.companies, number)?;
    let today = making.session.today();
    let (snapshot, last_level) = making.session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, today, None)?)?;
        let account = snapshot.account(shown.row.payer_id).to_string();
        let country = snapshot.buyers.get(&shown.row.payer_id).map_or("", |buyer| &buyer.country);
        let terms = Terms::in_force(tx, shown.row.key_date)?;
        let last = terms.reminders.levels(&account, country).last().map(|level| level.level);
        Ok((snapshot, last))
    })?;
    let dated = shown.row.sent_on.unwrap_or(today);
    let kind = match shown.row.level {
        1 => "first",
        level if last_level.is_some_and(|last| level >= last) => "last",
        _ => "further",
    };
    let currency = Currency::parse(&shown.row.currency).unwrap_or(Currency::EUR);
    let blocks =
        vec![Block::Table(items(words, &shown, currency)), Block::Facts(sums(words, &shown, currency))];
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title: words.text(&format!("reminder-title-{kind}")),
        subtitle: words.with("report-as-of", &[("date", words.date(shown.row.key_date))]),
        mark: (shown.row.state != "sent" && shown.row.state != "proposed").then(|| preview_mark(words)),
        letter: Some(Letter {
            opening: opening(words, &shown, kind),
            closing: closing(words, kind, dated),
            place_and_date: words.date(dated),
            ..frame(words, &snapshot, &shown)
        }),
        facts: vec![Fact::new("reminder", words.text("report-field-reminder"), text(number.to_string()))],
        blocks,
        main_table: "items".to_owned(),
        made_from: state(making)?,
        made_on: Some(dated),
    })
}

/// From whom to whom.
fn frame(words: &Words, snapshot: &Snapshot, shown: &Shown) -> Letter {
    let company = snapshot.companies.get(&shown.row.company_id);
    let payer = snapshot.buyers.get(&shown.row.payer_id);
    let account = snapshot.account(shown.row.payer_id).to_string();
    Letter {
        sender: company.map(|c| letter::address(&c.name, &c.company, &c.postal_address)).unwrap_or_default(),
        recipient: payer
            .map(|b| letter::address(&b.name, &b.key.account, &b.postal_address))
            .unwrap_or_default(),
        place_and_date: String::new(),
        references: vec![Fact::new("account", words.text("report-your-account"), text(account))],
        salutation: words.text("report-salutation"),
        opening: Vec::new(),
        closing: Vec::new(),
        signatures: Vec::new(),
        before_annex: None,
    }
}

/// The house's own text, or the usual one of the level.
fn opening(words: &Words, shown: &Shown, kind: &str) -> Vec<String> {
    let own: Vec<String> =
        shown.row.message.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if own.is_empty() { vec![words.text(&format!("reminder-opening-{kind}"))] } else { own }
}

fn closing(words: &Words, kind: &str, dated: obligo_rules::calendar::Day) -> Vec<String> {
    let until = words.date(dated.plus_days(PAY_WITHIN_DAYS));
    vec![
        words.with(&format!("reminder-closing-{kind}"), &[("date", until)]),
        words.text("reminder-pay-to"),
        words.text("reminder-crossed"),
        words.text("report-regards"),
    ]
}

fn items(words: &Words, shown: &Shown, currency: Currency) -> Table {
    let columns = vec![
        column(words, "document_no", ColumnKind::Text),
        column(words, "kind", ColumnKind::Text),
        column(words, "document_date", ColumnKind::Day),
        under(words, "due_date", "col-net-due-date", ColumnKind::Day),
        under(words, "days_late", "report-days-past-due", ColumnKind::Integer),
        under(words, "level", "reminder-col-level", ColumnKind::Integer),
        column(words, "amount", ColumnKind::Amount),
        column(words, "open", ColumnKind::Amount),
        under(words, "interest", "reminder-interest", ColumnKind::Amount),
    ];
    let empty = Vec::new();
    let lines = shown.json["items"].as_array().unwrap_or(&empty);
    let kept = lines.iter().filter(|line| line["left_out"] != true);
    let mut rows: Vec<Row> = kept.map(|line| Row::plain(cells(words, line, currency))).collect();
    let sums = [amount_of(&shown.json, "open", currency), amount_of(&shown.json, "interest", currency)];
    rows.push(total(words, std::iter::repeat_n(Value::Empty, columns.len() - 3).chain(sums)));
    Table {
        key: "items".to_owned(),
        title: words.text("reminder-items"),
        columns,
        rows,
        empty: String::new(),
    }
}

fn cells(words: &Words, line: &Json, currency: Currency) -> Vec<Value> {
    let kind = line["kind"].as_str().and_then(ItemKind::parse).unwrap_or(ItemKind::Invoice);
    let number = |key: &str| line[key].as_i64().map_or(Value::Empty, Value::Integer);
    vec![
        text_of(line, "document_no"),
        text(words.text(kind_message(kind))),
        day_of(line, "document_date"),
        day_of(line, "due_date"),
        number("days_late"),
        number("level"),
        amount_of(line, "amount", currency),
        amount_of(line, "open", currency),
        amount_of(line, "interest", currency),
    ]
}

/// What is asked for, sum by sum; those of nothing are left out.
fn sums(words: &Words, shown: &Shown, currency: Currency) -> Vec<Fact> {
    let row = &shown.row;
    let parts = [
        ("open", "reminder-open", row.open),
        ("credits", "reminder-credits", row.credits.saturating_neg()),
        ("interest", "reminder-interest", row.interest),
        ("compensation", "reminder-compensation", row.compensation),
        ("charges_before", "reminder-charges-before", row.charges_before),
        ("charge", "reminder-charge-now", row.charge),
    ];
    let given = parts.into_iter().filter(|(key, _, minor)| *key == "open" || *minor != 0);
    given
        .map(|(key, id, minor)| Fact::new(key, words.text(id), Value::Amount(minor, currency)))
        .chain([Fact::new("total", words.text("reminder-total"), amount_of(&shown.json, "total", currency))])
        .collect()
}
