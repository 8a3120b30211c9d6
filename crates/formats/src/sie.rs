//! SIE 1 to 4, the exchange format of Swedish bookkeeping programs (SIE-Gruppen, *SIE filformat 4B*): company, accounts, balances and,
//! in type 4, vouchers. Dimension 8 is the customer and dimension 10 the invoice where the file keeps to the reserved dimensions.

mod charset;
mod record;

pub use record::LINE_BYTES_MAX;

use crate::books::{Balance, BookReader, Booking, Company, Entry, Party, Position};
use crate::decode::Encoding;
use charset::Charset;
use obligo_rules::calendar::Day;
use obligo_rules::money::{AmountError, Currency, Money, format_minor};
use obligo_rules::problem::Problem;
use record::{Lines, Record, Shape};
use std::collections::{HashMap, VecDeque};
use std::io::{BufReader, Read};

/// Most bytes of the numbers and names of accounts and customers that are kept (R14.2).
pub const NAMES_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What keeping a name takes beside its text.
const NAME_BYTES: usize = 64;
/// Currency of files that name none.
const KRONA: &str = "SEK";
/// Dimension reserved for customers.
const CUSTOMER: &str = "8";
/// Dimension reserved for invoices.
const INVOICE: &str = "10";

/// What a user may say about a SIE file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SieSettings {
    /// Encoding; `None`: by what the file holds.
    pub encoding: Option<Encoding>,
    /// Number of the dimension whose objects are customers; `None`: 8, the reserved one.
    pub customer_dimension: Option<String>,
    /// Number of the dimension whose objects are invoices; `None`: 10, the reserved one.
    pub invoice_dimension: Option<String>,
}

/// Reads SIE 1 to 4, entry by entry.
pub struct SieReader<R> {
    name: String,
    lines: Lines<BufReader<R>>,
    file: File,
    warnings: Vec<Problem>,
    started: bool,
    ended: bool,
}

/// What is known of the file so far.
struct File {
    customer: String,
    invoice: String,
    company: Option<Company>,
    currency: Currency,
    years: HashMap<i32, (Day, Day)>,
    accounts: HashMap<String, String>,
    customers: HashMap<String, String>,
    names_bytes: usize,
    voucher: Option<Voucher>,
    unnumbered: u64,
    vouchers: u64,
    /// Read and not yet handed out: at most the company and what made it whole.
    waiting: VecDeque<Entry>,
}

/// The voucher being read.
struct Voucher {
    line: u64,
    series: String,
    number: String,
    date: Day,
    text: String,
    open: bool,
    sum: i128,
}

impl<R: Read> SieReader<R> {
    /// Opens a file; `name` is the file as the user named it.
    pub fn open(name: &str, reader: R, settings: &SieSettings) -> SieReader<R> {
        let or = |text: &Option<String>, reserved: &str| text.clone().unwrap_or_else(|| reserved.to_owned());
        let reader = BufReader::with_capacity(LINE_BYTES_MAX, reader);
        SieReader {
            name: name.to_owned(),
            lines: Lines::new(reader, Charset::new(settings.encoding)),
            file: File {
                customer: or(&settings.customer_dimension, CUSTOMER),
                invoice: or(&settings.invoice_dimension, INVOICE),
                company: Some(Company::default()),
                currency: Currency::parse(KRONA).unwrap_or(Currency::EUR),
                years: HashMap::new(),
                accounts: HashMap::new(),
                customers: HashMap::new(),
                names_bytes: 0,
                voucher: None,
                unnumbered: 0,
                vouchers: 0,
                waiting: VecDeque::new(),
            },
            warnings: Vec::new(),
            started: false,
            ended: false,
        }
    }

    /// Vouchers begun so far.
    #[must_use]
    pub fn vouchers(&self) -> u64 {
        self.file.vouchers
    }

    /// Reads a line; what it says waits to be handed out.
    fn step(&mut self) -> Result<(), Problem> {
        let read = self.lines.next();
        let Some(record) = read.inspect_err(|problem| self.ended = is_fatal(problem))? else {
            self.ended = true;
            return self.end();
        };
        if !std::mem::replace(&mut self.started, true)
            && (record.shape != Shape::Record || !record.label().starts_with('#'))
        {
            self.ended = true;
            let problem = Problem::refused("sie-not-sie").at_line(record.line);
            return Err(problem.of_value(record.label()));
        }
        if record.label().eq_ignore_ascii_case("#KSUMMA") {
            let (line, said) = (record.line, record.field(1).to_owned());
            return match self.lines.take_sum() {
                None => {
                    self.lines.start_sum();
                    Ok(())
                }
                Some(sum) => {
                    self.warnings
                        .extend(check_sum(&said, sum, line).map(|warning| warning.in_file(&self.name)));
                    Ok(())
                }
            };
        }
        self.file.take(record)
    }

    fn end(&mut self) -> Result<(), Problem> {
        if !self.started {
            return Err(Problem::refused("csv-empty"));
        }
        self.file.company_known();
        match &self.file.voucher {
            Some(voucher) => Err(Problem::refused("sie-voucher-open").at_line(voucher.line)),
            None if self.lines.take_sum().is_some() => Err(Problem::refused("sie-cut")),
            None => Ok(()),
        }
    }
}

/// Whether nothing after it can be read. A line that could be delimited can be skipped.
fn is_fatal(problem: &Problem) -> bool {
    problem.code.starts_with("file-") || problem.code == "sie-line-too-long"
}

/// The warning of a check sum that is not the file's: it was changed after it was written, or only its encoding was.
fn check_sum(said: &str, sum: u32, line: u64) -> Option<Problem> {
    // Some programs write the sum as a signed number.
    let same = said.parse::<i64>().is_ok_and(|said| said as u32 == sum && said.unsigned_abs() <= 1 << 32);
    let warning = Problem::refused("warning-sie-checksum").at_line(line).at_column("#KSUMMA").of_value(said);
    (!same).then(|| warning.with("sum", sum))
}

impl<R: Read> BookReader for SieReader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        loop {
            if let Some(entry) = self.file.waiting.pop_front() {
                return Ok(Some(entry));
            }
            if self.ended {
                return Ok(None);
            }
            self.step().map_err(|problem| problem.in_file(&self.name))?;
        }
    }

    fn is_ended(&self) -> bool {
        self.ended && self.file.waiting.is_empty()
    }

    fn take_warnings(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.warnings)
    }
}

impl File {
    fn take(&mut self, record: Record<'_>) -> Result<(), Problem> {
        match record.shape {
            Shape::Open => match &mut self.voucher {
                Some(voucher) if !voucher.open => voucher.open = true,
                _ => return Err(wrong(record, "sie-brace").of_value("{")),
            },
            Shape::Close => match self.voucher.take() {
                Some(voucher) if voucher.open => return self.check_balance(&voucher),
                _ => return Err(wrong(record, "sie-brace").of_value("}")),
            },
            Shape::Record => return self.record(record),
        }
        Ok(())
    }

    fn record(&mut self, record: Record<'_>) -> Result<(), Problem> {
        let label = record.label().to_ascii_uppercase();
        if self.voucher.is_some() && !matches!(label.as_str(), "#TRANS" | "#RTRANS" | "#BTRANS") {
            let before = self.voucher.take().map_or(0, |voucher| voucher.line);
            return Err(Problem::refused("sie-voucher-open").at_line(before));
        }
        match label.as_str() {
            "#FNR" | "#FNAMN" | "#ORGNR" | "#VALUTA" => self.company(&label, record)?,
            "#RAR" => self.year(record)?,
            "#KONTO" => {
                self.count_name(record)?;
                self.accounts.insert(record.field(1).to_owned(), record.field(2).to_owned());
            }
            "#OBJEKT" if record.field(1) == self.customer => self.customer(record)?,
            "#IB" | "#UB" | "#RES" | "#OIB" | "#OUB" => self.balance(&label, record)?,
            "#VER" => self.voucher(record)?,
            // A line added later stands twice, as #RTRANS and as #TRANS; #BTRANS was taken out.
            "#TRANS" => self.booking(record)?,
            label if !label.starts_with('#') => {
                return Err(wrong(record, "sie-not-a-record").of_value(record.label()));
            }
            // What the standard adds later is to be skipped.
            _ => {}
        }
        Ok(())
    }

    fn company(&mut self, label: &str, record: Record<'_>) -> Result<(), Problem> {
        let text = record.field(1);
        let Some(company) = &mut self.company else {
            // Amounts were read in another currency by now.
            let differs = label == "#VALUTA" && !text.eq_ignore_ascii_case(self.currency.code());
            return if differs { Err(wrong_field(record, "currency", text)) } else { Ok(()) };
        };
        if company.position.line == 0 {
            company.position = position(record);
        }
        match label {
            "#FNR" => text.clone_into(&mut company.number),
            "#FNAMN" => text.clone_into(&mut company.name),
            "#ORGNR" => text.clone_into(&mut company.tax_id),
            _ => {
                self.currency = Currency::parse(&text.to_ascii_uppercase())
                    .ok_or_else(|| wrong_field(record, "currency", text))?;
            }
        }
        Ok(())
    }

    /// The company is known once the first amount comes.
    fn company_known(&mut self) {
        if let Some(mut company) = self.company.take() {
            self.currency.code().clone_into(&mut company.currency);
            self.waiting.push_back(Entry::Company(company));
        }
    }

    fn year(&mut self, record: Record<'_>) -> Result<(), Problem> {
        let year = year_of(record)?;
        // Some programs leave the dates of years empty that they do not have.
        if let (Some(first), Some(last)) = (day(record, 2)?, day(record, 3)?) {
            self.years.insert(year, (first, last));
        }
        Ok(())
    }

    fn customer(&mut self, record: Record<'_>) -> Result<(), Problem> {
        let (account, name) = (record.field(2), record.field(3));
        if account.is_empty() {
            return Err(wrong_field(record, "object", account));
        }
        self.count_name(record)?;
        self.customers.insert(account.to_owned(), name.to_owned());
        self.waiting.push_back(Entry::Party(Party {
            position: position(record),
            account: account.to_owned(),
            name: name.to_owned(),
            ..Party::default()
        }));
        Ok(())
    }

    /// Counts a name to be kept. Errors: `sie-too-many`.
    fn count_name(&mut self, record: Record<'_>) -> Result<(), Problem> {
        self.names_bytes += NAME_BYTES + record.bytes();
        if self.names_bytes <= NAMES_BYTES_MAX {
            return Ok(());
        }
        Err(wrong(record, "sie-too-many").with("limit", NAMES_BYTES_MAX))
    }

    fn balance(&mut self, label: &str, record: Record<'_>) -> Result<(), Problem> {
        self.company_known();
        let year = self.years.get(&year_of(record)?).copied();
        let account = account(record, 2)?.to_owned();
        let is_opening = label.ends_with("IB");
        let party = object(record, &self.customer).to_owned();
        let day = year.map(|(first, last)| if is_opening { first } else { last });
        let amount = self.amount(record, 3)?;
        let position = position(record);
        self.waiting.push_back(Entry::Balance(Balance { position, account, party, day, is_opening, amount }));
        Ok(())
    }

    fn voucher(&mut self, record: Record<'_>) -> Result<(), Problem> {
        self.company_known();
        self.vouchers += 1;
        let date = day(record, 3)?.ok_or_else(|| wrong_field(record, "date", ""))?;
        let number = match record.field(2) {
            "" => {
                self.unnumbered += 1;
                format!("@{}", self.unnumbered)
            }
            number => number.to_owned(),
        };
        self.voucher = Some(Voucher {
            line: record.line,
            series: record.field(1).to_owned(),
            number,
            date,
            text: record.field(4).to_owned(),
            open: false,
            sum: 0,
        });
        Ok(())
    }

    fn booking(&mut self, record: Record<'_>) -> Result<(), Problem> {
        let account = account(record, 1)?;
        let amount = self.amount(record, 2)?;
        let said = day(record, 3)?;
        let (party, document_no) = (object(record, &self.customer), object(record, &self.invoice));
        let Some(voucher) = self.voucher.as_mut().filter(|voucher| voucher.open) else {
            return Err(wrong(record, "sie-outside-voucher"));
        };
        voucher.sum += i128::from(amount.minor);
        let name = |names: &HashMap<String, String>, key: &str| names.get(key).cloned().unwrap_or_default();
        let text = record.field(4);
        let booking = Booking {
            position: position(record),
            journal: voucher.series.clone(),
            voucher: voucher.number.clone(),
            account: account.to_owned(),
            account_name: name(&self.accounts, account),
            party: party.to_owned(),
            party_name: name(&self.customers, party),
            contra: String::new(),
            posting_date: said.unwrap_or(voucher.date),
            document_date: None,
            due_date: None,
            document_no: document_no.to_owned(),
            kind: None,
            amount,
            foreign: None,
            lettering: String::new(),
            settles: Vec::new(),
            text: if text.is_empty() { voucher.text.clone() } else { text.to_owned() },
        };
        self.waiting.push_back(Entry::Booking(booking));
        Ok(())
    }

    fn check_balance(&self, voucher: &Voucher) -> Result<(), Problem> {
        if voucher.sum == 0 {
            return Ok(());
        }
        let difference = i64::try_from(voucher.sum).unwrap_or(i64::MAX);
        let problem = Problem::refused("sie-voucher-unbalanced").at_line(voucher.line).at_column("#VER");
        let problem = problem.with("voucher", format!("{} {}", voucher.series, voucher.number));
        Err(problem.with("difference", format_minor(difference, self.currency.exponent())))
    }

    /// An amount in the currency of the books. A comma for the point is met and cannot be misread: the standard has no thousands.
    fn amount(&self, record: Record<'_>, index: usize) -> Result<Money, Problem> {
        let text = record.field(index);
        let plain = text.replacen(',', ".", usize::from(!text.contains('.')));
        let plain = plain.strip_prefix('.').map_or(plain.clone(), |rest| format!("0.{rest}"));
        Money::parse(&plain, self.currency).map_err(|error| {
            let field = match error {
                AmountError::NotANumber => "amount",
                AmountError::TooManyDecimals => "decimals",
                AmountError::TooLarge => "large",
            };
            wrong_field(record, field, text)
        })
    }
}

/// The object of a dimension in a record's list; empty if there is none.
fn object<'r>(record: Record<'r>, dimension: &str) -> &'r str {
    record.objects().find(|(of, _)| *of == dimension).map_or("", |(_, object)| object)
}

fn position(record: Record<'_>) -> Position {
    Position { line: record.line, element: record.label().to_owned() }
}

fn wrong(record: Record<'_>, code: &'static str) -> Problem {
    let problem = Problem::refused(code).at_line(record.line);
    if record.label().starts_with('#') { problem.at_column(record.label()) } else { problem }
}

/// A field that cannot be what the standard asks for there; `field` names what that is.
fn wrong_field(record: Record<'_>, field: &'static str, value: &str) -> Problem {
    wrong(record, "sie-field").with("field", field).of_value(value)
}

fn account(record: Record<'_>, index: usize) -> Result<&str, Problem> {
    Some(record.field(index))
        .filter(|text| !text.is_empty())
        .ok_or_else(|| wrong_field(record, "account", ""))
}

/// The year a record speaks of: 0 this one, -1 the one before.
fn year_of(record: Record<'_>) -> Result<i32, Problem> {
    let text = record.field(1);
    text.parse().map_err(|_| wrong_field(record, "year", text))
}

/// A date `YYYYMMDD`, `None` if empty.
fn day(record: Record<'_>, index: usize) -> Result<Option<Day>, Problem> {
    let text = record.field(index);
    if text.is_empty() {
        return Ok(None);
    }
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let read = digits.then(|| Day::parse_iso(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])));
    read.flatten().map(Some).ok_or_else(|| wrong_field(record, "date", text))
}
