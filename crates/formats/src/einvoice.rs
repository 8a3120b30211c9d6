//! Electronic invoices: UBL 2 (Peppol BIS, `XRechnung` and others are profiles of it), UN/CEFACT CII (`XRechnung`, Factur-X, `ZUGFeRD` 1 and
//! 2), `FatturaPA` with several documents in one file. Every document says who owes what to whom until when, as its issuer wrote it;
//! the sums of its lines are not computed again.

mod amounts;
mod cii;
mod fatturapa;
mod kind;
#[cfg(test)]
mod tests;
mod ubl;

use crate::books::{BookReader, Document, Entry};
use crate::xml::{Element, Step, XmlReader};
use obligo_rules::problem::Problem;
use std::io::Read;

/// What an element is by its namespace and name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Ubl,
    Cii,
    FatturaPa,
}

impl Syntax {
    fn of(namespace: &str, name: &str) -> Option<Syntax> {
        match name {
            "Invoice" | "CreditNote" | "DebitNote" if is_ubl(namespace) => Some(Syntax::Ubl),
            // `Invoice` was its name before ZUGFeRD 1.
            "CrossIndustryInvoice" | "CrossIndustryDocument" | "Invoice" if is_cii(namespace) => {
                Some(Syntax::Cii)
            }
            "FatturaElettronica" | "FatturaElettronicaSemplificata" if is_fatturapa(namespace) => {
                Some(Syntax::FatturaPa)
            }
            _ => None,
        }
    }
}

fn is_ubl(namespace: &str) -> bool {
    namespace.starts_with("urn:oasis:names:specification:ubl:schema:xsd:")
}

fn is_cii(namespace: &str) -> bool {
    namespace.starts_with("urn:un:unece:uncefact:data:") || namespace.starts_with("urn:ferd:")
}

/// Children stand in no namespace there.
fn is_fatturapa(namespace: &str) -> bool {
    namespace.is_empty() || namespace.contains("fattur")
}

/// Whether a file begins as an electronic invoice.
pub(crate) fn is_einvoice(file: &[u8]) -> bool {
    let Ok(mut xml) = XmlReader::open(file, |_| true) else { return false };
    matches!(xml.step(), Ok(Step::Open(element)) if Syntax::of(xml.namespace(), &element.name).is_some())
}

/// Reads a file document by document.
pub struct EInvoiceReader<R: Read> {
    name: String,
    xml: XmlReader<R>,
    is_found: bool,
    /// The head of a `FatturaPA` file: who the documents are from and to.
    header: Element,
}

impl<R: Read> EInvoiceReader<R> {
    /// Opens a file, whose syntax shows while it is read; `name` is that of the file, for problems.
    pub fn open(name: &str, file: R) -> Result<EInvoiceReader<R>, Problem> {
        let xml = XmlReader::open(file, |uri| is_ubl(uri) || is_cii(uri) || is_fatturapa(uri));
        let xml = xml.map_err(|problem| problem.in_file(name))?;
        Ok(EInvoiceReader { name: name.to_owned(), xml, is_found: false, header: Element::default() })
    }

    fn next_document(&mut self) -> Result<Option<Document>, Problem> {
        loop {
            match self.xml.step()? {
                Step::Open(element) => {
                    if let Some(document) = self.opened(element)? {
                        return Ok(Some(document));
                    }
                }
                Step::Close => {}
                Step::End if self.is_found => return Ok(None),
                Step::End => {
                    self.is_found = true;
                    return Err(self.xml.wrong_root());
                }
            }
        }
    }

    fn opened(&mut self, element: Element) -> Result<Option<Document>, Problem> {
        match Syntax::of(self.xml.namespace(), &element.name) {
            Some(Syntax::Ubl) => {
                self.is_found = true;
                let invoice = self.xml.pruned(element, ubl::LEFT_OUT)?;
                return ubl::document(&invoice).map(Some);
            }
            Some(Syntax::Cii) => {
                self.is_found = true;
                let invoice = self.xml.pruned(element, cii::LEFT_OUT)?;
                return cii::document(&invoice).map(Some);
            }
            Some(Syntax::FatturaPa) => self.is_found = true,
            None if !self.is_found => {}
            None if element.name == "FatturaElettronicaHeader" => {
                self.header = self.xml.pruned(element, fatturapa::LEFT_OUT)?;
            }
            None if element.name == "FatturaElettronicaBody" => {
                let body = self.xml.pruned(element, fatturapa::LEFT_OUT)?;
                return fatturapa::document(&self.header, &body).map(Some);
            }
            None => self.xml.skip()?,
        }
        Ok(None)
    }
}

impl<R: Read> BookReader for EInvoiceReader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        let document = self.next_document().map_err(|problem| problem.in_file(&self.name))?;
        Ok(document.map(Entry::Document))
    }

    fn is_ended(&self) -> bool {
        self.xml.is_ended()
    }
}
