//! Follow-up notes (R9.5, RMS500): of the house as a list, or of one payer as a letter that tells it what was agreed.

use super::Making;
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::values::{column, day, fact, state, text};
use crate::access::roles::Permission;
use crate::credit::account_id;
use crate::credit::payers::Payers;
use crate::credit::work_list::{PayerNote, notes, notes_of};
use crate::serve::Access;
use crate::session::point_in_time;
use crate::snapshot::Snapshot;
use obligo_reports::{Block, ColumnKind, Fact, Letter, Report, Row, Table, Value};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::buyer::Buyer;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "follow-up-notes",
    about: "Follow-up notes with what was agreed and until when, all or of one payer (R9.5, RMS500)",
    audience: Audience::Control,
    access: Access::WholeGroup(Permission::Read),
    parameters: &[
        Parameter::new("account", ParameterKind::Account, "Only notes on this payer"),
        Parameter::new(
            "for_payer",
            ParameterKind::Flag,
            "For the payer to read: open notes without what is internal",
        ),
        Parameter::new("closed", ParameterKind::Flag, "Also closed ones, and those whose items are settled"),
    ],
    formats: TABLES,
    example: "--account 1001/0/D --for-payer",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let today = making.session.today();
    let is_for_payer = making.request.flag("for_payer");
    let all = making.request.flag("closed") && !is_for_payer;
    let account = making.request.text("account").map(str::to_owned);
    let mut found = match &account {
        Some(account) => notes_of(making.session, account, today)?,
        None => notes(making.session, today, all)?,
    };
    found.retain(|note| all || note.state.is_open());
    let mut columns = vec![
        column(words, "account", ColumnKind::Text),
        column(words, "name", ColumnKind::Text),
        column(words, "action", ColumnKind::Text),
        column(words, "action_date", ColumnKind::Day),
        column(words, "promised", ColumnKind::Amount),
        column(words, "items", ColumnKind::Text),
    ];
    if !is_for_payer {
        columns.extend([
            column(words, "contact", ColumnKind::Text),
            column(words, "result", ColumnKind::Text),
            column(words, "state", ColumnKind::Text),
            column(words, "recorded_by", ColumnKind::Text),
        ]);
    }
    let cells = |note: &PayerNote| {
        let currency = Currency::parse(&note.row.currency).unwrap_or(Currency::EUR);
        let items: Vec<&str> = note.items.iter().map(|(item, _)| item.as_str()).collect();
        let mut cells = vec![
            text(note.key.to_string()),
            text(note.name.clone()),
            text(note.row.action.clone()),
            day(note.row.action_date),
            note.row.promised.map_or(Value::Empty, |minor| Value::Amount(minor, currency)),
            text(items.join(", ")),
        ];
        if !is_for_payer {
            cells.extend([
                text(note.row.contact.clone()),
                text(note.row.result.clone()),
                text(words.text(&format!("note-state-{}", note.state.code()))),
                text(note.row.recorded_by.clone()),
            ]);
        }
        cells
    };
    let title = words.text(&format!("report-{}", DEFINITION.name));
    let table = Table {
        key: "notes".to_owned(),
        title: title.clone(),
        columns,
        rows: found.iter().map(|note| Row::plain(cells(note))).collect(),
        empty: words.text("credit-no-notes"),
    };
    let letter = match account.filter(|_| is_for_payer) {
        Some(account) => Some(letter_to(making, &account)?),
        None => None,
    };
    let blocks = vec![Block::Table(table)];
    Ok(Report {
        name: DEFINITION.name.to_owned(),
        title,
        subtitle: words.with("report-as-of", &[("date", words.date(today))]),
        facts: vec![fact(words, "key_date", Value::Day(today))],
        blocks,
        letter,
        main_table: "notes".to_owned(),
        made_from: state(making)?,
        made_on: Some(today),
        ..Report::default()
    })
}

/// The frame of what is sent to a payer (RMS500). Errors: those of naming an account.
fn letter_to(making: &mut Making<'_>, account: &str) -> Result<Letter, Problem> {
    let words = making.words;
    let today = making.session.today();
    let customer = account_id(making.session, account)?;
    let snapshot = making.session.read(|tx| Snapshot::load(tx, point_in_time(tx, today, None)?))?;
    let payer = Payers::of(&snapshot).payer_of(customer);
    let address = |b: &Buyer| letter::address(&b.name, &b.key.account, &b.postal_address);
    let sender = letter::sender(&snapshot);
    Ok(Letter {
        sender: sender.map(|c| letter::address(&c.name, &c.company, &c.postal_address)).unwrap_or_default(),
        recipient: snapshot.buyers.get(&payer).map(address).unwrap_or_default(),
        place_and_date: words.date(today),
        references: vec![Fact::new(
            "account",
            words.text("report-your-account"),
            text(snapshot.account(payer).to_string()),
        )],
        salutation: words.text("report-salutation"),
        opening: vec![words.text("report-follow-up-notes-agreed")],
        closing: vec![words.text("report-regards")],
        signatures: Vec::new(),
        before_annex: None,
    })
}
