//! Programs whose files are read, told by what a file holds.

use obligo_formats::books::BookReader;
use obligo_formats::camt::CamtReader;
use obligo_formats::datev::DatevReader;
use obligo_formats::decode::{Encoding, io_problem, open_file};
use obligo_formats::detect::{Detected, Format, detect_file};
use obligo_formats::einvoice::EInvoiceReader;
use obligo_formats::fec::FecReader;
use obligo_formats::invoice_pdf;
use obligo_formats::map_books::Books;
use obligo_formats::saft::SaftReader;
use obligo_formats::sie::{SieReader, SieSettings};
use obligo_formats::sie5::Sie5Reader;
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use std::io::Read;
use std::path::Path;

/// Whose file it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Program {
    /// DATEV, EXTF.
    Datev,
    /// Fichier des écritures comptables.
    Fec,
    /// SIE 1 to 4.
    Sie,
    /// SIE 5.
    Sie5,
    /// SAF-T.
    Saft,
    /// An e-invoice.
    Invoice,
    /// An e-invoice inside a PDF.
    InvoicePdf,
    /// camt.052, 053, 054.
    Camt,
}

/// All, in order.
pub const PROGRAMS: [Program; 8] = [
    Program::Datev,
    Program::Fec,
    Program::Sie,
    Program::Sie5,
    Program::Saft,
    Program::Invoice,
    Program::InvoicePdf,
    Program::Camt,
];

/// Words of `--format`; `auto` tells by what a file holds.
pub const FORMATS: &[&str] = &["auto", "csv", "xlsx", "ods", "datev", "fec", "sie", "saft", "ubl", "camt"];

impl Program {
    /// The word of `--format`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Program::Datev => "datev",
            Program::Fec => "fec",
            Program::Sie | Program::Sie5 => "sie",
            Program::Saft => "saft",
            Program::Invoice | Program::InvoicePdf => "ubl",
            Program::Camt => "camt",
        }
    }

    /// What its files can be imported as.
    #[must_use]
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Program::Camt => &["settlements"],
            _ => &["buyers", "items"],
        }
    }
}

impl Program {
    fn of(format: Format) -> Option<Program> {
        Some(match format {
            Format::Csv | Format::Xlsx | Format::Ods | Format::EcbRates => return None,
            Format::Datev => Program::Datev,
            Format::Fec => Program::Fec,
            Format::Sie4 => Program::Sie,
            Format::Sie5 => Program::Sie5,
            Format::Saft => Program::Saft,
            Format::Ubl | Format::Cii | Format::FatturaPa => Program::Invoice,
            Format::Pdf => Program::InvoicePdf,
            Format::Camt => Program::Camt,
        })
    }
}

/// The program a file comes from, `None` for tables of ours. `format` is the word of `--format`: a program of that name is believed
/// unless the file shows that it is another. Errors: those of reading.
pub fn program_of(path: &Path, format: &str) -> Result<Option<Program>, Problem> {
    if matches!(format, "csv" | "xlsx" | "ods") {
        return Ok(None);
    }
    let mut file = open_file(path)?;
    // What comes through a pipe cannot be looked at twice: it can only be a table.
    if !file.metadata().is_ok_and(|about| about.is_file()) {
        return Ok(None);
    }
    let found = match detect_file(&path.to_string_lossy(), &mut file)? {
        Detected::Format(format) => Program::of(format),
        // Other archives and workbooks are told by what reads tables.
        Detected::Other(name @ ("HTML" | "XML" | "JSON")) => {
            return Err(Problem::refused("csv-other-format").with("format", name));
        }
        Detected::Other(_) | Detected::Empty => None,
    };
    let wanted = PROGRAMS.into_iter().find(|program| program.code() == format);
    Ok(match (found, wanted) {
        (Some(found), Some(wanted)) if found.code() != wanted.code() => Some(wanted),
        (found, wanted) => found.or(wanted),
    })
}

/// Whether an audit file has sales invoices: then they are the documents, and what its general ledger says of customers says them again.
pub fn has_sales(path: &Path) -> Result<bool, Problem> {
    const MARK: &[u8] = b"SalesInvoices";
    let io = |error: std::io::Error| io_problem(&error).in_file(&path.to_string_lossy());
    let mut file = open_file(path)?;
    let mut held = vec![0; 1 << 16];
    let mut kept = 0;
    loop {
        let n = file.read(&mut held[kept..]).map_err(io)?;
        if memchr::memmem::find(&held[..kept + n], MARK).is_some() {
            return Ok(true);
        }
        if n == 0 {
            return Ok(false);
        }
        // The mark may be cut in two.
        let end = kept + n;
        kept = end.min(MARK.len() - 1);
        held.copy_within(end - kept..end, 0);
    }
}

/// Opens a file of a program; `label` is the encoding the user names.
pub fn open<'r>(
    program: Program,
    name: &str,
    reader: impl Read + 'r,
    label: Option<&str>,
    books: &Books,
) -> Result<Box<dyn BookReader + 'r>, Problem> {
    let encoding = label
        .map(|label| {
            let unknown = || Problem::usage("csv-encoding-unknown").with("encoding", label);
            Encoding::parse(label).ok_or_else(unknown)
        })
        .transpose()?;
    let currency = books.currency.as_deref().and_then(Currency::parse);
    Ok(match program {
        Program::Sie => {
            let settings = SieSettings {
                encoding,
                customer_dimension: books.customer_dimension.clone(),
                invoice_dimension: books.invoice_dimension.clone(),
            };
            Box::new(SieReader::open(name, reader, &settings))
        }
        Program::Datev => Box::new(DatevReader::open(name, reader, encoding)?),
        Program::Fec => Box::new(FecReader::open(name, reader, encoding, currency)?),
        Program::Saft => Box::new(SaftReader::open(name, reader)?),
        Program::Invoice => Box::new(EInvoiceReader::open(name, reader)?),
        Program::InvoicePdf => Box::new(invoice_pdf::open(name, reader)?),
        Program::Camt => Box::new(CamtReader::open(name, reader)?),
        Program::Sie5 => Box::new(Sie5Reader::open(name, reader)?),
    })
}
