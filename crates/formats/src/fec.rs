//! FEC, the *fichier des écritures comptables* of French law (article A47 A-1 of the Livre des procédures fiscales): 18 columns by name,
//! separated by tabs or bars (semicolons are met), amounts as debit and credit or as amount and side.

use crate::books::{BookReader, Booking, Entry, Position};
use crate::csv::{Dialect, Row, Rows};
use crate::decode::Encoding;
use crate::field::NumberFormat;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AmountError, Currency, Money};
use obligo_rules::problem::Problem;
use std::io::Read;

/// Reads a FEC, line by line.
pub struct FecReader<R> {
    rows: Rows<R>,
    columns: Columns,
    currency: Currency,
    is_ended: bool,
}

/// How the amounts are laid out.
#[derive(Clone, Copy)]
enum Amounts {
    DebitCredit(usize, usize),
    AmountSide(usize, usize),
}

struct Columns {
    amounts: Amounts,
    date: usize,
    account: usize,
    journal: Option<usize>,
    voucher: Option<usize>,
    account_name: Option<usize>,
    party: Option<usize>,
    party_name: Option<usize>,
    document: Option<usize>,
    document_date: Option<usize>,
    text: Option<usize>,
    lettering: Option<usize>,
    foreign: Option<usize>,
    foreign_currency: Option<usize>,
    due: Option<usize>,
    width: usize,
}

impl<R: Read> FecReader<R> {
    /// Opens a file; `name` is the file as the user named it, `encoding` what they say of it: by default UTF-8 where it is, else what
    /// its letters show. `currency` is that of the books, by default the euro. Errors: `fec-columns`, those of text tables.
    pub fn open(
        name: &str,
        reader: R,
        encoding: Option<Encoding>,
        currency: Option<Currency>,
    ) -> Result<FecReader<R>, Problem> {
        let encoding = encoding.unwrap_or(Encoding::Auto);
        // The law knows no quotes: a text may begin with one.
        let dialect = Dialect { encoding, without_quotes: true, ..Dialect::default() };
        let mut rows = Rows::open(name, reader, &dialect)?;
        let missing = |column: &str| Problem::refused("fec-columns").in_file(name).with("missing", column);
        let Some(row) = rows.next_row()? else { return Err(missing("JournalCode")) };
        let columns = Columns::find(row).map_err(|column| missing(column).at_line(row.line))?;
        let currency = currency.unwrap_or(Currency::EUR);
        Ok(FecReader { rows, columns, currency, is_ended: false })
    }
}

impl<R: Read> BookReader for FecReader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        let name = self.rows.name().to_owned();
        loop {
            let row = match self.rows.next_row() {
                Ok(Some(row)) => row,
                read => {
                    self.is_ended = true;
                    return read.map(|_| None);
                }
            };
            if row.is_blank() {
                continue;
            }
            let booking = self.columns.read(row, self.currency).map_err(|problem| problem.in_file(&name))?;
            return Ok(Some(Entry::Booking(booking)));
        }
    }

    fn is_ended(&self) -> bool {
        self.is_ended
    }
}

/// A field without blanks and, where the file puts its texts in quotes all the same, without those.
fn bare(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text).trim()
}

impl Columns {
    /// The error names the column that is missing.
    fn find(row: Row<'_>) -> Result<Columns, &'static str> {
        let place =
            |name: &str| (0..row.len()).find(|index| bare(row.field(*index)).eq_ignore_ascii_case(name));
        let amounts = match (place("Debit"), place("Credit"), place("Montant"), place("Sens")) {
            (Some(debit), Some(credit), ..) => Amounts::DebitCredit(debit, credit),
            (_, _, Some(amount), Some(side)) => Amounts::AmountSide(amount, side),
            (Some(_), ..) => return Err("Credit"),
            (None, _, Some(_), None) => return Err("Sens"),
            _ => return Err("Debit"),
        };
        Ok(Columns {
            amounts,
            date: place("EcritureDate").ok_or("EcritureDate")?,
            account: place("CompteNum").ok_or("CompteNum")?,
            journal: place("JournalCode"),
            voucher: place("EcritureNum"),
            account_name: place("CompteLib"),
            party: place("CompAuxNum"),
            party_name: place("CompAuxLib"),
            document: place("PieceRef"),
            document_date: place("PieceDate"),
            text: place("EcritureLib"),
            lettering: place("EcritureLet"),
            foreign: place("Montantdevise"),
            foreign_currency: place("Idevise"),
            due: place("DateEcheance").or_else(|| place("EcheanceDate")),
            width: row.len(),
        })
    }

    fn read(&self, row: Row<'_>, books: Currency) -> Result<Booking, Problem> {
        let text = |column: Option<usize>| column.map_or("", |column| bare(row.field(column)));
        let owned = |column: Option<usize>| text(column).to_owned();
        if row.len() < self.width.min(self.last() + 1) {
            let problem = Problem::refused("csv-too-few-fields").at_line(row.line);
            return Err(problem.with("expected", self.width).with("found", row.len()));
        }
        let problem = |fault: &'static str, column: &str, value: &str| {
            let problem = Problem::refused("booking-field").at_line(row.line).at_column(column);
            problem.of_value(value).with("fault", fault)
        };
        let day = |column: Option<usize>, name: &str| match text(column) {
            "" => Ok(None),
            written => date(written).map(Some).ok_or_else(|| problem("date", name, written)),
        };
        let posted = day(Some(self.date), "EcritureDate")?;
        let posting_date = posted.ok_or_else(|| problem("date", "EcritureDate", ""))?;
        let account = owned(Some(self.account));
        if account.is_empty() {
            return Err(problem("account", "CompteNum", ""));
        }
        let money = |column: usize, name: &str, currency: Currency| {
            money(text(Some(column)), currency).map_err(|fault| problem(fault, name, text(Some(column))))
        };
        let minor = match self.amounts {
            Amounts::DebitCredit(debit, credit) => {
                // Each is bounded, so that the difference cannot overflow.
                money(debit, "Debit", books)?.minor - money(credit, "Credit", books)?.minor
            }
            Amounts::AmountSide(amount, side) => {
                let minor = money(amount, "Montant", books)?.minor;
                match text(Some(side)) {
                    "D" | "d" | "+1" | "1" | "+" => minor,
                    "C" | "c" | "-1" | "-" => -minor,
                    other => return Err(problem("side", "Sens", other)),
                }
            }
        };
        let foreign = match (self.foreign, text(self.foreign_currency)) {
            (Some(column), code) if !code.is_empty() && !text(Some(column)).is_empty() => {
                let currency = Currency::parse(code).ok_or_else(|| problem("currency", "Idevise", code))?;
                let stated = money(column, "Montantdevise", currency)?;
                // Programs differ in its sign; that of the booking counts.
                let minor = stated.minor.abs() * if minor < 0 { -1 } else { 1 };
                (currency != books && minor != 0).then_some(Money { minor, currency })
            }
            _ => None,
        };
        Ok(Booking {
            position: Position { line: row.line, element: owned(self.voucher) },
            journal: owned(self.journal),
            voucher: owned(self.voucher),
            account,
            account_name: owned(self.account_name),
            party: owned(self.party),
            party_name: owned(self.party_name),
            contra: String::new(),
            posting_date,
            document_date: day(self.document_date, "PieceDate")?,
            due_date: day(self.due, "DateEcheance")?,
            document_no: owned(self.document),
            kind: None,
            amount: Money { minor, currency: books },
            foreign,
            lettering: owned(self.lettering),
            settles: Vec::new(),
            text: owned(self.text),
        })
    }

    /// The last column that must be there.
    fn last(&self) -> usize {
        let (Amounts::DebitCredit(first, second) | Amounts::AmountSide(first, second)) = self.amounts;
        self.date.max(self.account).max(first).max(second)
    }
}

/// A date such as `20240131`; some programs write `2024-01-31` or `31/01/2024`.
fn date(text: &str) -> Option<Day> {
    let digits: String = match text.split(['-', '/', '.']).collect::<Vec<_>>().as_slice() {
        [whole] => (*whole).to_owned(),
        [year, month, day] if year.len() == 4 => format!("{year}{month:0>2}{day:0>2}"),
        [day, month, year] if year.len() == 4 => format!("{year}{month:0>2}{day:0>2}"),
        _ => return None,
    };
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Day::from_ymd(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

/// An amount with a decimal comma or point, perhaps padded with zeros; empty is nothing. The error says what is wrong with it.
fn money(text: &str, currency: Currency) -> Result<Money, &'static str> {
    if text.is_empty() {
        return Ok(Money { minor: 0, currency });
    }
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text).trim_start()),
    };
    let kept = unsigned.trim_start_matches('0');
    let zero = if kept.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let comma = unsigned.contains(',');
    let format = NumberFormat {
        decimal: Some(if comma { ',' } else { '.' }),
        thousands: comma.then_some(if unsigned.contains('.') { '.' } else { ' ' }),
        ..NumberFormat::default()
    };
    match format.minor(&format!("{sign}{zero}{kept}"), currency.exponent()) {
        Ok(minor) => Ok(Money { minor, currency }),
        Err(AmountError::NotANumber) => Err("amount"),
        Err(AmountError::TooManyDecimals) => Err("decimals"),
        Err(AmountError::TooLarge) => Err("large"),
    }
}
