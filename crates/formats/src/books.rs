//! What files of other programs say, in one record model with exact positions: companies, debtors, bookings, documents,
//! receipts of a bank. Readers say what is written and nothing more; what is an open item, and what settles it, is for the use
//! case *import* to say. Amounts are minor units of their currency, debit positive, credit negative.

use obligo_rules::calendar::Day;
use obligo_rules::money::Money;
use obligo_rules::problem::Problem;

/// Where in a file something stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Position {
    /// Line, from 1; in a workbook the row.
    pub line: u64,
    /// What the format calls the record or the element there: `#TRANS`, `cbc:PayableAmount`, `C7`; may be empty.
    pub element: String,
}

/// One thing a file says.
// Entries are handed on one at a time; a box would cost more than the room.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, PartialEq, Debug)]
pub enum Entry {
    /// Whose books they are.
    Company(Company),
    /// A debtor's master data.
    Party(Party),
    /// What an account stood at on a day.
    Balance(Balance),
    /// One line of a booking.
    Booking(Booking),
    /// An invoice, credit note or the like, by itself.
    Document(Document),
    /// Money that came in or went out at a bank.
    Receipt(Receipt),
}

/// Whose books they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Company {
    /// Where.
    pub position: Position,
    /// The number it has in its own program; may be empty.
    pub number: String,
    /// Name.
    pub name: String,
    /// Tax, register or organisation number; may be empty.
    pub tax_id: String,
    /// Currency of the books, ISO 4217; may be empty.
    pub currency: String,
}

/// A debtor's master data.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Party {
    /// Where.
    pub position: Position,
    /// Account or customer number in the file.
    pub account: String,
    /// Name.
    pub name: String,
    /// ISO 3166 alpha-2; may be empty.
    pub country: String,
    /// VAT identification number; may be empty.
    pub vat_id: String,
    /// Company register or organisation number; may be empty.
    pub register_no: String,
    /// Payment terms as the file has them; may be empty.
    pub payment_terms: String,
}

/// What an account stood at on a day.
#[derive(Clone, PartialEq, Debug)]
pub struct Balance {
    /// Where.
    pub position: Position,
    /// Account.
    pub account: String,
    /// The debtor, if the balance is one's.
    pub party: String,
    /// The day; `None` where the file says only *at the start of the year*.
    pub day: Option<Day>,
    /// At the start of that day, else at its end.
    pub is_opening: bool,
    /// Amount.
    pub amount: Money,
}

/// One line of a booking.
#[derive(Clone, PartialEq, Debug)]
pub struct Booking {
    /// Where.
    pub position: Position,
    /// Journal or series; may be empty.
    pub journal: String,
    /// The voucher's number; with the journal it names the voucher in the file.
    pub voucher: String,
    /// Account booked on.
    pub account: String,
    /// The account's name; may be empty.
    pub account_name: String,
    /// The debtor booked on: sub-ledger account, customer number; may be empty.
    pub party: String,
    /// The debtor's name; may be empty.
    pub party_name: String,
    /// The account against it, where the file names one; may be empty.
    pub contra: String,
    /// Day of the booking.
    pub posting_date: Day,
    /// Date of the document.
    pub document_date: Option<Day>,
    /// Due date.
    pub due_date: Option<Day>,
    /// Number of the document the line belongs to, as the file has it: the reference people match by; may be empty.
    pub document_no: String,
    /// What the file says it is.
    pub kind: Option<DocumentKind>,
    /// In the currency of the books.
    pub amount: Money,
    /// In the document's currency, where it is another and the file has it.
    pub foreign: Option<Money>,
    /// Lettering: lines of one account with the same code belong together; may be empty.
    pub lettering: String,
    /// Numbers of documents it names as settled or corrected.
    pub settles: Vec<String>,
    /// Text; may be empty.
    pub text: String,
}

/// What a file says a document is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DocumentKind {
    /// Invoice.
    Invoice,
    /// Debit note.
    DebitNote,
    /// Credit note.
    CreditNote,
    /// Payment.
    Payment,
    /// Write-off.
    WriteOff,
    /// Bill of exchange.
    Bill,
}

/// An invoice, credit note or the like, by itself.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    /// Where.
    pub position: Position,
    /// Invoice, debit note or credit note.
    pub kind: DocumentKind,
    /// The type as the format codes it: `380`, `TD04`, `FT`.
    pub type_code: String,
    /// Its number.
    pub document_no: String,
    /// Date of issue.
    pub document_date: Day,
    /// Date of delivery.
    pub delivery_date: Option<Day>,
    /// Due date; with several instalments that of the first.
    pub due_date: Option<Day>,
    /// The parts it is payable in, in the file's order; empty where it is payable in one sum.
    pub instalments: Vec<Instalment>,
    /// Payment terms as text; may be empty.
    pub payment_terms: String,
    /// Who issued it.
    pub seller: Party,
    /// Who owes it.
    pub buyer: Party,
    /// Total with tax, positive for debits, negative for credits; `None` where the format leaves it out.
    pub gross: Option<Money>,
    /// Total without tax, same sign.
    pub net: Option<Money>,
    /// Paid before, as the file states it.
    pub prepaid: Option<Money>,
    /// To be paid, same sign as `gross`.
    pub payable: Option<Money>,
    /// The total in the currency it was issued in, where the file converts it; same sign as `gross`.
    pub foreign: Option<Money>,
    /// Numbers of documents it corrects or credits.
    pub settles: Vec<String>,
    /// Cancelled in the file.
    pub is_cancelled: bool,
}

/// One part of a document payable in several.
#[derive(Clone, PartialEq, Debug)]
pub struct Instalment {
    /// Due date of the part.
    pub due_date: Option<Day>,
    /// The part, same sign as the document's total; `None` where the file says only the day.
    pub amount: Option<Money>,
}

/// Money that came in or went out at a bank. The receipts of one statement entry add up to the entry.
#[derive(Clone, PartialEq, Debug)]
pub struct Receipt {
    /// Where.
    pub position: Position,
    /// The statement's number.
    pub statement: String,
    /// Which entry of the file it is part of, from 1; the payments of a batch share it.
    pub entry: u64,
    /// Account at the bank.
    pub bank_account: String,
    /// The entry's own reference at the bank; may be empty.
    pub reference: String,
    /// Day of the booking; `None` where the file says only the value day, or nothing.
    pub booking_date: Option<Day>,
    /// Value day.
    pub value_date: Option<Day>,
    /// Positive came in, negative went out.
    pub amount: Money,
    /// What the payer instructed, where it is in another currency; same sign.
    pub instructed: Option<Money>,
    /// Charges banks took off on the way, so that `amount` is less than was paid; positive.
    pub charges: Option<Money>,
    /// Takes an earlier entry back.
    pub is_reversal: bool,
    /// Booked; else pending or for information.
    pub is_booked: bool,
    /// Who paid, or was paid; may be empty.
    pub counterparty: String,
    /// Account of who paid; may be empty.
    pub counterparty_account: String,
    /// The payer's end-to-end reference; may be empty.
    pub end_to_end: String,
    /// Structured references of the remittance: creditor references, document numbers.
    pub references: Vec<String>,
    /// Free text of the remittance.
    pub text: String,
}

/// A file of another program, read entry by entry in bounded memory. After a problem of one record reading goes on with the next;
/// [`BookReader::is_ended`] tells whether it can.
pub trait BookReader {
    /// The next entry, `None` at the end.
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem>;
    /// Whether nothing more can be read, after a problem of the whole file too.
    fn is_ended(&self) -> bool;
    /// What the file says about itself and does not hold, told since the last call: totals, counts, balances. Nothing is refused for
    /// it.
    fn take_warnings(&mut self) -> Vec<Problem> {
        Vec::new()
    }
}
