//! One row of a stack of bookings.

use super::header::Header;
use super::place;
use crate::books::{Booking, Entry, Position};
use crate::csv::Row;
use crate::field::NumberFormat;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AmountError, Currency, Money};
use obligo_rules::problem::Problem;
use rust_decimal::{Decimal, RoundingStrategy};

/// Count of columns from which their order can be trusted where their names are not known.
const COLUMNS_IN_ORDER: usize = 14;
/// First digit of a two-digit posting key that takes a booking back (*Generalumkehr*).
const REVERSAL_KEYS: [u8; 5] = [b'2', b'3', b'6', b'7', b'8'];

/// Where the columns stand.
#[derive(Default)]
pub(super) struct BookingColumns {
    amount: usize,
    side: Option<usize>,
    currency: Option<usize>,
    rate: Option<usize>,
    base_amount: Option<usize>,
    base_currency: Option<usize>,
    account: usize,
    contra: Option<usize>,
    key: Option<usize>,
    date: usize,
    document: Option<usize>,
    document_two: Option<usize>,
    discount: Option<usize>,
    text: Option<usize>,
    due: Option<usize>,
    reversal: Option<usize>,
}

impl BookingColumns {
    /// By name, else in the order of the format. The error names the column that is missing.
    pub fn find(names: &[String]) -> Result<BookingColumns, &'static str> {
        let starting = |start: &str| names.iter().position(|name| name.starts_with(start));
        let due = place(names, &["fälligkeit", "fälligkeitsdatum"]);
        let reversal = starting("generalumkehr");
        let found = (starting("umsatz"), place(names, &["konto"]), starting("belegdatum"));
        let (Some(amount), Some(account), Some(date)) = found else {
            if names.len() < COLUMNS_IN_ORDER {
                return Err(match found {
                    (None, ..) => "Umsatz",
                    (_, None, _) => "Konto",
                    _ => "Belegdatum",
                });
            }
            return Ok(BookingColumns {
                amount: 0,
                side: Some(1),
                currency: Some(2),
                rate: Some(3),
                base_amount: Some(4),
                base_currency: Some(5),
                account: 6,
                contra: Some(7),
                key: Some(8),
                date: 9,
                document: Some(10),
                document_two: Some(11),
                discount: Some(12),
                text: Some(13),
                due,
                reversal,
            });
        };
        Ok(BookingColumns {
            amount,
            side: starting("sollhaben").or_else(|| place(names, &["sh", "shkennzeichen"])),
            currency: place(names, &["wkzumsatz", "wkz"]),
            rate: place(names, &["kurs"]),
            base_amount: place(names, &["basisumsatz"]),
            base_currency: place(names, &["wkzbasisumsatz"]),
            account,
            contra: starting("gegenkonto"),
            key: starting("buschl"),
            date,
            document: place(names, &["belegfeld1"]),
            document_two: place(names, &["belegfeld2"]),
            discount: place(names, &["skonto", "skontobetrag"]),
            text: place(names, &["buchungstext"]),
            due,
            reversal,
        })
    }

    /// The booking of a row, and that of its cash discount. Errors: `booking-field`.
    pub fn read(&self, row: Row<'_>, header: &Header) -> Result<Vec<Entry>, Problem> {
        let text = |column: Option<usize>| column.map_or("", |column| row.field(column).trim());
        let problem = |fault: &'static str, name: &str, value: &str| {
            let problem = Problem::refused("booking-field").at_line(row.line).at_column(name);
            problem.of_value(value).with("fault", fault)
        };
        let date_text = text(Some(self.date));
        let day = header.day(date_text).ok_or_else(|| problem("date", "Belegdatum", date_text))?;
        let sign = match text(self.side) {
            "" | "S" | "s" => 1,
            "H" | "h" => -1,
            other => return Err(problem("side", "Soll/Haben-Kennzeichen", other)),
        };
        let is_reversal = matches!(text(self.reversal), "1" | "G" | "g") || is_reversal_key(text(self.key));
        let sign = if is_reversal { -sign } else { sign };
        let currency = match text(self.currency) {
            "" => header.currency,
            code => Currency::parse(code).ok_or_else(|| problem("currency", "WKZ Umsatz", code))?,
        };
        let amount_of = |column: Option<usize>, name: &str, currency: Currency| {
            money(text(column), currency).map_err(|fault| problem(fault, name, text(column)))
        };
        let stated = amount_of(Some(self.amount), "Umsatz", currency)?
            .ok_or_else(|| problem("amount", "Umsatz", ""))?;
        let base_currency = match text(self.base_currency) {
            "" => header.currency,
            code => Currency::parse(code).ok_or_else(|| problem("currency", "WKZ Basisumsatz", code))?,
        };
        let base = amount_of(self.base_amount, "Basisumsatz", base_currency)?.filter(|base| base.minor != 0);
        let rate = rate_of(text(self.rate)).map_err(|fault| problem(fault, "Kurs", text(self.rate)))?;
        let in_books = |money: Money| {
            if money.currency == header.currency {
                return Some(money);
            }
            rate.and_then(|rate| converted(money, rate, header.currency))
        };
        let in_base = base.filter(|base| base.currency == header.currency).or_else(|| in_books(stated));
        // Without a rate only the amount in its own currency is known.
        let amount = in_base.unwrap_or(stated);
        let account = text(Some(self.account));
        if account.is_empty() {
            return Err(problem("account", "Konto", ""));
        }
        let contra = text(self.contra);
        // A debtor before a creditor, either before an account of the general ledger.
        let rank = |account: &str| u8::from(header.is_person(account)) + u8::from(header.is_debtor(account));
        let turned = rank(contra) > rank(account);
        let document_two = text(self.document_two);
        let due = [text(self.due), document_two].into_iter().find_map(|text| due_date(text, header, day));
        let entry = |turned: bool, element: &str, amount: Money, foreign: Option<Money>| {
            let (own, other) = if turned { (contra, account) } else { (account, contra) };
            let signed =
                |money: Money| Money { minor: if turned { -sign } else { sign } * money.minor, ..money };
            Entry::Booking(Booking {
                position: Position { line: row.line, element: element.to_owned() },
                journal: String::new(),
                voucher: text(self.document).to_owned(),
                account: own.to_owned(),
                account_name: String::new(),
                party: if header.is_debtor(own) { own.to_owned() } else { String::new() },
                party_name: String::new(),
                contra: other.to_owned(),
                posting_date: day,
                document_date: Some(day),
                due_date: due,
                document_no: text(self.document).to_owned(),
                kind: None,
                amount: signed(amount),
                foreign: foreign.map(signed),
                lettering: String::new(),
                settles: Vec::new(),
                text: without_lone_quote(text(self.text)).to_owned(),
            })
        };
        let foreign = (stated.currency != amount.currency).then_some(stated);
        let mut entries = vec![entry(turned, "Umsatz", amount, foreign)];
        if header.is_debtor(account) && header.is_debtor(contra) {
            // A transfer between two debtors concerns both.
            entries.push(entry(!turned, "Umsatz", amount, foreign));
        }
        // The payment is the amount; the discount taken settles as much again. It stands in the currency of the amount.
        let discount = amount_of(self.discount, "Skonto", currency)?.filter(|discount| discount.minor != 0);
        if let Some(discount) = discount {
            let amount = in_books(discount).unwrap_or(discount);
            let foreign = (discount.currency != amount.currency).then_some(discount);
            if let Entry::Booking(mut booking) = entry(turned, "Skonto", amount, foreign) {
                booking.contra.clear();
                booking.due_date = None;
                entries.push(Entry::Booking(booking));
            }
        }
        Ok(entries)
    }
}

/// Two digits of which the first takes the booking back; keys of four digits say it in a column of its own.
fn is_reversal_key(key: &str) -> bool {
    matches!(key.as_bytes(), [first, _] if REVERSAL_KEYS.contains(first))
}

/// An amount with a decimal comma, without sign; `None` if empty. The error says what is wrong with it.
fn money(text: &str, currency: Currency) -> Result<Option<Money>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let thousands = text.contains('.').then_some('.');
    let format = NumberFormat { decimal: Some(','), thousands, ..NumberFormat::default() };
    match format.minor(text, currency.exponent()) {
        Ok(minor) => Ok(Some(Money { minor, currency })),
        Err(AmountError::NotANumber) => Err("amount"),
        Err(AmountError::TooManyDecimals) => Err("decimals"),
        Err(AmountError::TooLarge) => Err("large"),
    }
}

fn rate_of(text: &str) -> Result<Option<Decimal>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let format = NumberFormat { decimal: Some(','), ..NumberFormat::default() };
    match format.decimal(text) {
        Some(rate) if rate > Decimal::ZERO => Ok(Some(rate)),
        _ => Err("rate"),
    }
}

/// Money in the currency of the books at a rate of so many units of its own currency for one of the books'.
fn converted(money: Money, rate: Decimal, currency: Currency) -> Option<Money> {
    let units = Decimal::try_new(money.minor, money.currency.exponent()).ok()?.checked_div(rate)?;
    let rounded = units.round_dp_with_strategy(currency.exponent(), RoundingStrategy::MidpointAwayFromZero);
    let minor = rounded.checked_mul(Decimal::from(10i64.checked_pow(currency.exponent())?))?;
    Some(Money { minor: minor.to_string().split('.').next()?.parse().ok()?, currency })
}

/// A due date: day, month and year, as programs for open items put it into *Belegfeld 2*; other numbers there are none.
fn due_date(text: &str, header: &Header, document: Day) -> Option<Day> {
    let is_date = matches!(text.len(), 6 | 8) && text.bytes().all(|byte| byte.is_ascii_digit());
    let due = if is_date { header.day(text)? } else { return None };
    // A number that happens to be a date is mostly far away.
    let days = due.days_since(document);
    (0..=3 * 366).contains(&days).then_some(due)
}

/// A text whose closing quote has no opening one.
fn without_lone_quote(text: &str) -> &str {
    match text.strip_suffix('"') {
        Some(rest) if rest.bytes().filter(|byte| *byte == b'"').count() % 2 == 0 => rest,
        _ => text,
    }
}
