//! Bank statements as ISO 20022 messages: camt.052 (report), camt.053 (statement), camt.054 (notification), every version. A statement
//! entry becomes one receipt, a batch one for each of its payments; the receipts of an entry always add up to the entry.

mod payment;
mod statement;
#[cfg(test)]
mod tests;

use crate::books::{BookReader, Entry, Receipt};
use crate::xml::{Element, Step, XmlReader};
use obligo_rules::problem::Problem;
use statement::{BankEntry, Statement};
use std::collections::VecDeque;
use std::io::Read;

/// Most warnings kept until they are taken.
const WARNINGS_MAX: usize = 1000;

/// What an element of a message is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    /// `Stmt`, `Rpt` or `Ntfctn`.
    Statement,
    /// A child of it.
    StatementPart,
    /// `Ntry`.
    Entry,
    /// A child of an entry.
    EntryPart,
    /// The frame around the payments of an entry: `NtryDtls`.
    Details,
    /// A payment of an entry: `TxDtls`.
    Detail,
    /// What lies within none of these, or within a frame.
    Around,
}

impl Place {
    /// By the path from the root; an envelope may stand around the document.
    fn of(path: &str) -> Place {
        let Some((_, inner)) = path.rsplit_once("Document/BkToCstmr") else { return Place::Around };
        let mut names = inner.split('/').skip(1);
        if !matches!(names.next(), Some("Stmt" | "Rpt" | "Ntfctn")) {
            return Place::Around;
        }
        let rest: [Option<&str>; 5] = std::array::from_fn(|_| names.next());
        match rest {
            [None, ..] => Place::Statement,
            [Some("Ntry"), None, ..] => Place::Entry,
            [Some("Ntry"), Some("TxDtls"), None, ..]
            | [Some("Ntry"), Some("NtryDtls"), Some("TxDtls"), None, ..] => Place::Detail,
            [Some("Ntry"), Some("NtryDtls"), None, ..] => Place::Details,
            [Some("Ntry"), Some(_), None, ..] => Place::EntryPart,
            [Some(_), None, ..] => Place::StatementPart,
            _ => Place::Around,
        }
    }
}

/// Reads a message entry by entry.
pub struct CamtReader<R: Read> {
    name: String,
    xml: XmlReader<R>,
    is_message: bool,
    statement: Statement,
    entry: Option<BankEntry>,
    entries: u64,
    ready: VecDeque<Receipt>,
    warnings: Vec<Problem>,
}

impl<R: Read> CamtReader<R> {
    /// Opens a message; `name` is that of the file, for problems.
    pub fn open(name: &str, file: R) -> Result<CamtReader<R>, Problem> {
        // Banks of some countries put the message's name into a namespace of their own.
        let xml = XmlReader::open(file, |uri| uri.is_empty() || uri.contains("camt.05"));
        let xml = xml.map_err(|problem| problem.in_file(name))?;
        Ok(CamtReader {
            name: name.to_owned(),
            xml,
            is_message: false,
            statement: Statement::default(),
            entry: None,
            entries: 0,
            ready: VecDeque::new(),
            warnings: Vec::new(),
        })
    }

    fn next_receipt(&mut self) -> Result<Option<Receipt>, Problem> {
        loop {
            if let Some(receipt) = self.ready.pop_front() {
                return Ok(Some(receipt));
            }
            match self.xml.step()? {
                Step::Open(element) => self.opened(element)?,
                Step::Close => self.closed()?,
                Step::End if self.is_message => return Ok(None),
                Step::End => {
                    self.is_message = true;
                    return Err(self.xml.wrong_root());
                }
            }
        }
    }

    fn opened(&mut self, element: Element) -> Result<(), Problem> {
        match Place::of(self.xml.path()) {
            Place::Statement => {
                self.is_message = true;
                self.statement = Statement::new(&element);
                Ok(())
            }
            Place::StatementPart => {
                let part = self.xml.whole(element)?;
                self.statement.take(&part)
            }
            Place::Entry => {
                self.entries += 1;
                self.entry = Some(BankEntry::new(element, self.entries));
                Ok(())
            }
            Place::EntryPart => {
                let part = self.xml.whole(element)?;
                if let Some(entry) = &mut self.entry {
                    entry.head.keep(part, statement::WANTED);
                }
                Ok(())
            }
            Place::Detail => {
                let detail = self.xml.whole(element)?;
                let Some(entry) = &mut self.entry else { return Ok(()) };
                entry.take(&detail, &self.statement, &mut self.ready)
            }
            Place::Details => Ok(()),
            Place::Around => {
                self.is_message |= self.xml.path().contains("Document/BkToCstmr");
                Ok(())
            }
        }
    }

    fn closed(&mut self) -> Result<(), Problem> {
        match Place::of(self.xml.path()) {
            Place::Entry => {
                let Some(entry) = self.entry.take() else { return Ok(()) };
                let warning = entry.end(&mut self.statement, &mut self.ready)?;
                self.warn(warning);
            }
            Place::Statement => {
                for warning in self.statement.check() {
                    self.warn(Some(warning));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn warn(&mut self, warning: Option<Problem>) {
        if self.warnings.len() < WARNINGS_MAX {
            self.warnings.extend(warning.map(|warning| warning.in_file(&self.name)));
        }
    }
}

impl<R: Read> BookReader for CamtReader<R> {
    fn next_entry(&mut self) -> Result<Option<Entry>, Problem> {
        let receipt = self.next_receipt().map_err(|problem| problem.in_file(&self.name))?;
        Ok(receipt.map(Entry::Receipt))
    }

    fn is_ended(&self) -> bool {
        self.ready.is_empty() && self.xml.is_ended()
    }

    fn take_warnings(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.warnings)
    }
}
