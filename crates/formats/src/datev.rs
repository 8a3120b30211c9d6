//! DATEV-Format (EXTF and DTVF): bookings (category 21), debtors and creditors (16), names of accounts (20). Open items come as bookings
//! against accounts of balances carried forward. The first line describes the file, the second names the columns.
//!
//! Bookings are given from the debtor's side: the sub-ledger account is `account` and `party`, whichever side of the row it stands on,
//! and the other is `contra`.

mod booking;
mod header;

use crate::books::{BookReader, Company, Entry, Party, Position};
use crate::csv::{Dialect, Row, Rows};
use crate::decode::Encoding;
use booking::BookingColumns;
use header::{Header, normal};
use obligo_rules::problem::Problem;
use std::collections::VecDeque;
use std::io::Read;

/// Most columns: debtors have 254 (R14.2).
pub const COLUMNS_MAX: usize = 400;

/// Reads a file of DATEV, entry by entry.
pub struct DatevReader<R> {
    rows: Rows<R>,
    header: Header,
    columns: Columns,
    /// The last row read: its text may go on in the next.
    held: Vec<Entry>,
    waiting: VecDeque<Entry>,
    is_ended: bool,
}

/// Where the columns of the category stand.
enum Columns {
    Bookings(Box<BookingColumns>),
    Parties(PartyColumns),
    Names { account: usize, name: usize },
}

struct PartyColumns {
    account: usize,
    company: Option<usize>,
    surname: Option<usize>,
    first_name: Option<usize>,
    any_name: Option<usize>,
    short: Option<usize>,
    vat_country: Option<usize>,
    vat_number: Option<usize>,
    country: Option<usize>,
    days: Option<usize>,
}

impl<R: Read> DatevReader<R> {
    /// Opens a file; `name` is the file as the user named it, `encoding` what they say of it: by default UTF-8 where it is, else
    /// windows-1252. Errors: `datev-header`, `datev-category`, `datev-columns`, those of text tables.
    pub fn open(name: &str, reader: R, encoding: Option<Encoding>) -> Result<DatevReader<R>, Problem> {
        let encoding = encoding.unwrap_or(Encoding::Auto);
        let dialect = Dialect { delimiter: Some(b';'), encoding, ..Dialect::default() };
        let mut rows = Rows::open_wide(name, reader, &dialect, COLUMNS_MAX)?;
        let first = rows.next_row()?.and_then(Header::read);
        let header = first.ok_or_else(|| Problem::refused("datev-header").in_file(name).at_line(1))?;
        let problem = |code| Problem::refused(code).in_file(name);
        let Some(row) = rows.next_row()? else {
            return Err(problem("datev-columns").with("missing", "Konto"));
        };
        let names: Vec<String> = (0..row.len()).map(|index| normal(row.field(index))).collect();
        let missing = |column: &str| problem("datev-columns").at_line(row.line).with("missing", column);
        let columns = match header.category {
            21 => Columns::Bookings(Box::new(BookingColumns::find(&names).map_err(missing)?)),
            16 => Columns::Parties(PartyColumns::find(&names).ok_or_else(|| missing("Konto"))?),
            20 => {
                match (place(&names, &["konto"]), place(&names, &["kontenbeschriftung", "kontobeschriftung"]))
                {
                    (Some(account), Some(name)) => Columns::Names { account, name },
                    _ => return Err(missing("Kontenbeschriftung")),
                }
            }
            other => {
                let problem = problem("datev-category").at_line(1).with("category", other);
                return Err(problem.with("name", &header.format));
            }
        };
        let company = Company {
            position: Position { line: 1, element: "EXTF".to_owned() },
            number: header.client.clone(),
            currency: header.currency.to_string(),
            ..Company::default()
        };
        let waiting = VecDeque::from([Entry::Company(company)]);
        Ok(DatevReader { rows, header, columns, held: Vec::new(), waiting, is_ended: false })
    }

    /// Reads a row; what it says waits to be handed out once it is sure that its text has ended.
    fn step(&mut self) -> Result<(), Problem> {
        let name = self.rows.name().to_owned();
        let row = match self.rows.next_row() {
            Ok(Some(row)) => row,
            Ok(None) => {
                self.is_ended = true;
                self.waiting.extend(self.held.drain(..));
                return Ok(());
            }
            Err(problem) => {
                self.is_ended = true;
                self.waiting.extend(self.held.drain(..));
                return Err(problem);
            }
        };
        if let (1, Some(Entry::Booking(_))) = (row.len(), self.held.last())
            && let Some(rest) = row.field(0).strip_suffix('"')
        {
            // A line break in a text without the quote that would open it.
            for entry in &mut self.held {
                if let Entry::Booking(booking) = entry {
                    booking.text = format!("{}\n{rest}", booking.text);
                }
            }
            return Ok(());
        }
        self.waiting.extend(self.held.drain(..));
        if row.is_blank() {
            return Ok(());
        }
        match &self.columns {
            Columns::Bookings(columns) => {
                self.held = columns.read(row, &self.header).map_err(|problem| problem.in_file(&name))?;
            }
            Columns::Parties(columns) => self.held.extend(columns.read(row).map(Entry::Party)),
            Columns::Names { account, name } => {
                if self.header.is_person(row.field(*account)) {
                    self.held.push(Entry::Party(Party {
                        position: Position { line: row.line, element: "Konto".to_owned() },
                        account: row.field(*account).trim().to_owned(),
                        name: row.field(*name).trim().to_owned(),
                        ..Party::default()
                    }));
                }
            }
        }
        Ok(())
    }
}

impl<R: Read> BookReader for DatevReader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        loop {
            if let Some(entry) = self.waiting.pop_front() {
                return Ok(Some(entry));
            }
            if self.is_ended {
                return Ok(None);
            }
            self.step()?;
        }
    }

    fn is_ended(&self) -> bool {
        self.is_ended && self.waiting.is_empty()
    }
}

/// The first column with one of these names, the better names first.
fn place(names: &[String], wanted: &[&str]) -> Option<usize> {
    wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted))
}

impl PartyColumns {
    fn find(names: &[String]) -> Option<PartyColumns> {
        let starting = |start: &str| names.iter().position(|name| name.starts_with(start));
        Some(PartyColumns {
            account: place(names, &["konto", "kontonummer"])?,
            company: starting("nameadressatentypunternehmen"),
            surname: starting("nameadressatentypnatürl"),
            first_name: starting("vornameadressatentypnatürl"),
            any_name: starting("nameadressatentypkeineangabe"),
            short: place(names, &["kurzbezeichnung"]),
            vat_country: place(names, &["euland", "eumitgliedstaat"]),
            vat_number: place(names, &["euustidnr", "ustidnr"]),
            country: place(names, &["land"]),
            days: place(names, &["fälligkeitintagendebitor"]),
        })
    }

    /// A row without an account says nothing.
    fn read(&self, row: Row<'_>) -> Option<Party> {
        let text = |column: Option<usize>| column.map_or("", |column| row.field(column).trim()).to_owned();
        let account = text(Some(self.account));
        if account.is_empty() {
            return None;
        }
        let person = [text(self.first_name), text(self.surname)];
        let person = person.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        let names = [text(self.company), person, text(self.any_name), text(self.short)];
        Some(Party {
            position: Position { line: row.line, element: "Konto".to_owned() },
            account,
            name: names.into_iter().find(|name| !name.is_empty()).unwrap_or_default(),
            country: text(self.country),
            vat_id: match text(self.vat_number) {
                number if number.is_empty() => number,
                number => text(self.vat_country) + &number,
            },
            payment_terms: text(self.days),
            ..Party::default()
        })
    }
}
