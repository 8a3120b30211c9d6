//! Vouchers as postings on debtors' accounts: documents, and what moves money or corrects.

use super::chart::Chart;
use obligo_formats::books::{Booking, DocumentKind, Position};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{ItemKind, SettlementMethod};
use obligo_rules::money::{Currency, Money};

/// What a posting is to the debtor's account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// A document of its own: an item.
    Document(ItemKind),
    /// Money in or out.
    Money,
    /// A debt written off.
    WriteOff,
    /// A transfer or set-off.
    Offset,
}

impl Class {
    /// Whether it is an item whatever it matches.
    #[must_use]
    pub fn is_document(self) -> bool {
        matches!(self, Class::Document(_))
    }

    /// How a posting of this class settles another.
    #[must_use]
    pub fn method(self) -> SettlementMethod {
        match self {
            Class::Document(ItemKind::CreditNote) => SettlementMethod::CreditNote,
            Class::Document(ItemKind::Bill) => SettlementMethod::Bill,
            Class::Money => SettlementMethod::Payment,
            Class::WriteOff => SettlementMethod::WriteOff,
            Class::Document(_) | Class::Offset => SettlementMethod::Offset,
        }
    }
}

/// One posting on a debtor's account as a voucher has it; lines of one document and due date are added up.
#[derive(Clone, PartialEq, Debug)]
pub struct VoucherPosting {
    /// Where it first stands.
    pub position: Position,
    /// The debtor as the file names it; empty if it names none.
    pub debtor: String,
    /// The debtor's name; may be empty.
    pub debtor_name: String,
    /// What it is.
    pub class: Class,
    /// An opening entry.
    pub opening: bool,
    /// Posting date.
    pub day: Day,
    /// Document date.
    pub document_date: Option<Day>,
    /// Due date.
    pub due: Option<Day>,
    /// Number of its document; may be empty.
    pub document_no: String,
    /// In the currency of the books.
    pub home: Money,
    /// In its own currency.
    pub own: Money,
    /// Share without tax in its own currency, where the voucher shows it.
    pub net: Option<i64>,
    /// Lettering; may be empty.
    pub lettering: String,
    /// Numbers it names.
    pub settles: Vec<String>,
    /// What names the voucher: `YEAR/JOURNAL/VOUCHER`.
    pub voucher: String,
    /// Text; may be empty.
    pub text: String,
}

/// What else stands in the voucher.
#[derive(Clone, Copy, Default, Debug)]
struct Against {
    revenue: bool,
    revenue_sum: i64,
    bank: bool,
    losses: bool,
    other: bool,
    opening: bool,
}

impl Against {
    fn note(&mut self, chart: &Chart, account: &str, amount: i64) {
        if chart.losses.has(account) {
            self.losses = true;
        } else if chart.bank.has(account) {
            self.bank = true;
        } else if chart.revenue.has(account) {
            self.revenue = true;
            self.revenue_sum = self.revenue_sum.saturating_add(amount);
        } else {
            self.other = true;
        }
    }
}

/// The postings on debtors' accounts of one voucher, in its order.
#[must_use]
pub fn postings(lines: &[Booking], chart: &Chart) -> Vec<VoucherPosting> {
    let mut against = Against::default();
    for line in lines {
        against.opening |= chart.is_opening(&line.journal, &line.account)
            || (!line.contra.is_empty() && chart.is_opening("", &line.contra));
        if !is_debtor(chart, line) {
            against.note(chart, &line.account, line.amount.minor);
        }
        if !line.contra.is_empty() {
            against.note(chart, &line.contra, -line.amount.minor);
        }
    }
    let mut made: Vec<VoucherPosting> = Vec::new();
    for line in lines.iter().filter(|line| is_debtor(chart, line) && line.amount.minor != 0) {
        let posting = of_line(line, chart, against);
        let same = |other: &&mut VoucherPosting| {
            other.class.is_document()
                && other.class == posting.class
                && (other.debtor.as_str(), other.document_no.as_str(), other.due)
                    == (posting.debtor.as_str(), posting.document_no.as_str(), posting.due)
                && (other.own.currency, other.lettering.as_str())
                    == (posting.own.currency, posting.lettering.as_str())
        };
        match made.iter_mut().find(same) {
            Some(other) => {
                other.home.minor = other.home.minor.saturating_add(posting.home.minor);
                other.own.minor = other.own.minor.saturating_add(posting.own.minor);
                other.settles.extend(posting.settles);
            }
            None => made.push(posting),
        }
    }
    if let [only] = made.as_mut_slice()
        && against.revenue
        && only.class.is_document()
        && only.own == only.home
    {
        let net = -against.revenue_sum;
        // More than the whole, or of the other sign: the voucher holds more than one sale.
        only.net =
            (net.signum() == only.own.minor.signum() && net.abs() <= only.own.minor.abs()).then_some(net);
    }
    made
}

fn is_debtor(chart: &Chart, line: &Booking) -> bool {
    if chart.debtor_is_account {
        return chart.receivables.has(&line.account);
    }
    chart.receivables.has(&line.account) && (!line.party.is_empty() || !chart.receivables.has(""))
}

fn of_line(line: &Booking, chart: &Chart, against: Against) -> VoucherPosting {
    let own_account =
        chart.named_accounts && line.party.is_empty() && line.account.contains(char::is_alphabetic);
    let (debtor, debtor_name) = if chart.debtor_is_account || own_account {
        (&line.account, &line.account_name)
    } else {
        (&line.party, &line.party_name)
    };
    let (year, _, _) = line.posting_date.ymd();
    VoucherPosting {
        position: line.position.clone(),
        debtor: debtor.clone(),
        debtor_name: debtor_name.clone(),
        class: class_of(line, against),
        opening: against.opening,
        day: line.posting_date,
        document_date: line.document_date,
        due: line.due_date,
        document_no: number_of(&line.document_no),
        home: line.amount,
        own: own_amount(line),
        net: None,
        lettering: line.lettering.clone(),
        settles: line.settles.clone(),
        voucher: [year.to_string().as_str(), &line.journal, &line.voucher]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("/"),
        text: line.text.clone(),
    }
}

/// A document number; dashes and the like stand for none.
fn number_of(text: &str) -> String {
    if text.contains(char::is_alphanumeric) { text.to_owned() } else { String::new() }
}

/// In the document's currency where the file has it, with the sign of the books.
fn own_amount(line: &Booking) -> Money {
    match line.foreign {
        Some(foreign) if foreign.minor != 0 && foreign.currency != line.amount.currency => {
            let minor = foreign.minor.abs() * line.amount.minor.signum();
            Money { minor, currency: foreign.currency }
        }
        _ => line.amount,
    }
}

/// What a line is: as the file says, else by what stands against it in the voucher.
fn class_of(line: &Booking, against: Against) -> Class {
    let debit = line.amount.minor > 0;
    match (line.kind, debit) {
        (Some(DocumentKind::Payment), _) => Class::Money,
        (Some(DocumentKind::WriteOff), _) => Class::WriteOff,
        (Some(DocumentKind::Bill), true) => Class::Document(ItemKind::Bill),
        (Some(DocumentKind::Invoice), true) => Class::Document(ItemKind::Invoice),
        // A document taken back is one of the other sign.
        (Some(DocumentKind::DebitNote | DocumentKind::CreditNote), true) => {
            Class::Document(ItemKind::DebitNote)
        }
        (Some(_), false) => Class::Document(ItemKind::CreditNote),
        // A voucher of invoices may hold cash sales, one of payments discounts on revenue.
        (None, true) if against.revenue => Class::Document(ItemKind::Invoice),
        (None, _) if against.bank => Class::Money,
        (None, false) if against.losses => Class::WriteOff,
        (None, false) if against.revenue => Class::Document(ItemKind::CreditNote),
        (None, true) if against.other || against.opening => Class::Document(ItemKind::Invoice),
        (None, false) if against.other => Class::Money,
        (None, _) => Class::Offset,
    }
}

/// A posting kept for matching, small: there is one for every line on a debtor's account.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    /// Index of the debtor.
    pub party: u32,
    /// Line in the file.
    pub line: u32,
    /// What names the voucher and its posting, a range of the texts.
    pub root: Text,
    /// Number of the document, a range of the texts.
    pub document_no: Text,
    /// Element in the file.
    pub element: u16,
    /// What it is.
    pub class: Class,
    /// Currency of `own`.
    pub currency: Currency,
    /// Posting date.
    pub day: Day,
    /// Orders it among its like.
    pub order: Day,
    /// Minor units of the books.
    pub home: i64,
    /// Minor units of its own currency.
    pub own: i64,
    /// Lettering, hashed; 0 = none.
    pub lettering: u64,
    /// Number of its document, hashed; 0 = none.
    pub number: u64,
    /// The item on record that it is; 0 = none.
    pub item: i64,
}

/// A range of [`Texts`].
#[derive(Clone, Copy, Default, Debug)]
pub struct Text {
    from: u32,
    to: u32,
}

/// Texts of postings, one after the other.
#[derive(Default)]
pub struct Texts(String);

impl Texts {
    /// Keeps a text; beyond four gigabytes it is kept empty.
    pub fn keep(&mut self, text: &str) -> Text {
        let from = self.0.len();
        match (u32::try_from(from), u32::try_from(from + text.len())) {
            (Ok(from), Ok(to)) => {
                self.0.push_str(text);
                Text { from, to }
            }
            _ => Text::default(),
        }
    }

    /// A text kept.
    pub fn get(&self, text: Text) -> &str {
        self.0.get(text.from as usize..text.to as usize).unwrap_or_default()
    }
}
