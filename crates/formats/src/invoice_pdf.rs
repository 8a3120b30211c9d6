//! The electronic invoice embedded in a PDF: Factur-X and `ZUGFeRD`. Only what leads to embedded files is looked at, in one pass over the
//! file and within a budget, so that no table of cross-references, loop or packed stream of a hostile file costs more than a plain one.

mod scan;
#[cfg(test)]
mod tests;
mod value;

use crate::decode::io_problem;
use crate::einvoice::{EInvoiceReader, is_einvoice};
use obligo_rules::problem::Problem;
use scan::Scan;
use std::io::{Cursor, Read};

/// Largest PDF read.
const FILE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Largest invoice taken out of it.
const INVOICE_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most embedded files looked into.
const EMBEDDED_MAX: usize = 100;

/// Names the standards give the invoice, in small letters.
const NAMES: [&str; 3] = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];

/// Opens the invoice in a PDF; `name` is that of the PDF, for problems. Their lines are those of the XML in it.
pub fn open<R: Read>(name: &str, file: R) -> Result<EInvoiceReader<Cursor<Vec<u8>>>, Problem> {
    let xml = invoice_xml(file).map_err(|problem| problem.in_file(name))?;
    EInvoiceReader::open(name, Cursor::new(xml))
}

/// The XML of the invoice in a PDF.
pub fn invoice_xml<R: Read>(file: R) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut limited = file.take(FILE_BYTES_MAX as u64 + 1);
    limited.read_to_end(&mut bytes).map_err(|error| io_problem(&error))?;
    if bytes.len() > FILE_BYTES_MAX {
        return Err(too_large(FILE_BYTES_MAX));
    }
    let scan = Scan::of(&bytes)?;
    if scan.is_encrypted {
        return Err(Problem::refused("pdf-encrypted"));
    }
    let mut embedded: Vec<_> = scan.embedded.iter().rev().take(EMBEDDED_MAX).collect();
    // An incremental update stands behind what it replaces; a name of the standards goes before any other.
    embedded.sort_by_key(|(name, _)| !NAMES.contains(&name.to_lowercase().as_str()));
    let mut failed = None;
    for (name, object) in embedded {
        match scan.stream(*object, INVOICE_BYTES_MAX) {
            Ok(xml) if NAMES.contains(&name.to_lowercase().as_str()) || is_einvoice(&xml) => return Ok(xml),
            Ok(_) => {}
            Err(problem) => failed = failed.or(Some(problem)),
        }
    }
    Err(failed.unwrap_or_else(|| {
        Problem::refused(if scan.is_whole { "pdf-without-invoice" } else { "pdf-broken" })
    }))
}

fn too_large(limit: usize) -> Problem {
    Problem::refused("pdf-too-large").with("limit", limit)
}
