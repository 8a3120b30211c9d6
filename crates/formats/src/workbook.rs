//! Sheets of workbooks (XLSX, ODS) as rows of fields, streamed in bounded memory: dates as `YYYY-MM-DD`, numbers as plain
//! decimals, truth values as `true` and `false`, errors and formulas without a result marked. Merged cells have their text in
//! the first. Nothing outside the file is opened, no document type is read, everything has a limit (R14.2).

mod number_format;
mod ods_sheet;
mod package;
mod part;
mod spelling;
mod xlsx;
mod xlsx_sheet;

pub use package::PARTS_MAX;
pub use part::{PART_BYTES_MAX, RATIO_FREE_BYTES, RATIO_MAX};
pub use xlsx::{SHARED_BYTES_MAX, SHARED_STRINGS_MAX};

use crate::csv::Dialect;
use crate::row::{Row, RowBuffer};
use obligo_rules::problem::Problem;
use ods_sheet::OdsSheets;
use package::Package;
use part::{Elements, attribute};
use quick_xml::events::Event;
use std::io::{Read, Seek, SeekFrom};
use xlsx::{Shared, SheetPart};
use xlsx_sheet::XlsxSheet;

/// Most rows of a sheet (R14.2): those of a spreadsheet.
pub const ROWS_MAX: u64 = 1_048_576;
/// Columns of a spreadsheet's sheet; those beyond the reader's limit must be blank.
const COLUMNS_SHEET_MAX: usize = 16_384;
/// Most sheets of a workbook (R14.2).
pub const SHEETS_MAX: usize = 1_000;
/// Most blank rows before the header (R14.2).
const ROWS_BEFORE_HEADER_MAX: u64 = 100_000;

/// A sheet by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SheetName {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
}

/// Which sheet to read, and where its header stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// The sheet by its name; `None`: the first that is shown and whose header is accepted.
    pub sheet: Option<String>,
    /// Row of the header, from 1; `None`: the first that is not blank.
    pub header_line: Option<u64>,
}

impl Choice {
    /// What a map file says: a header set to the first line is the first that is not blank.
    #[must_use]
    pub fn of(dialect: &Dialect) -> Choice {
        let header_line = Some(dialect.header_line).filter(|line| *line > 1);
        Choice { sheet: dialect.sheet.clone(), header_line }
    }
}

enum Source<R> {
    Xlsx(Box<XlsxSheet<R>>),
    Ods(Box<OdsSheets<R>>),
}

/// The rows of a sheet; the first is its header.
pub struct SheetRows<R> {
    source: Source<R>,
    sheet: String,
    first_column: usize,
    width: usize,
    buffer: RowBuffer,
    /// The header was read to choose the sheet and is still to be given.
    is_at_header: bool,
    is_over: bool,
}

/// Says whether the header of a sheet, named first, is the one looked for.
pub type Accept<'a> = &'a mut dyn FnMut(&str, Row<'_>) -> Result<(), Problem>;

impl<R: Read + Seek> SheetRows<R> {
    /// Opens a workbook at the first sheet whose header is accepted, or at the one chosen; `name` is the file as the user named
    /// it. Errors: `workbook-damaged`, `workbook-protected`, `workbook-other-format`, `workbook-no-rows`,
    /// `workbook-sheet-missing`, the limits, and what `accept` says of the first header.
    pub fn open(
        name: &str,
        mut reader: R,
        choice: &Choice,
        accept: Accept<'_>,
    ) -> Result<SheetRows<R>, Problem> {
        let whole = |code| Problem::refused(code).in_file(name);
        let mut head = [0; 8];
        let io = |error: std::io::Error| crate::decode::io_problem(&error).in_file(name);
        let mut filled = 0;
        while filled < head.len() {
            match reader.read(&mut head[filled..]).map_err(io)? {
                0 => break,
                read => filled += read,
            }
        }
        if head.starts_with(b"\xD0\xCF\x11\xE0") {
            let mut directory = Vec::new();
            reader.by_ref().take(1 << 16).read_to_end(&mut directory).map_err(io)?;
            let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_encrypted = memchr::memmem::find(&directory, &encrypted).is_some();
            return Err(if is_encrypted {
                whole("workbook-protected").with("part", "EncryptedPackage")
            } else {
                whole("workbook-other-format").with("format", "XLS")
            });
        }
        reader.seek(SeekFrom::Start(0)).map_err(io)?;
        let mut package = Package::open(name, reader)?;
        let mut search = Search { file: name, choice, accept, first: None, names: Vec::new() };
        if package.has("content.xml") {
            check_encryption(&mut package)?;
            return search.in_ods(package);
        }
        if package.has("xl/workbook.bin") {
            return Err(whole("workbook-other-format").with("format", "XLSB"));
        }
        let (sheets, shared) = xlsx::open(&mut package)?;
        search.in_xlsx(package, sheets, &shared)
    }
}

impl<R: Read> SheetRows<R> {
    fn over(source: Source<R>, sheet: &str) -> SheetRows<R> {
        SheetRows {
            source,
            sheet: sheet.to_owned(),
            first_column: 0,
            width: 0,
            buffer: RowBuffer::default(),
            is_at_header: true,
            is_over: false,
        }
    }

    /// The name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The first column of the table, from 0.
    #[must_use]
    pub fn first_column(&self) -> usize {
        self.first_column
    }

    /// Reads the next row, blank ones left out; `None` at the end. Every row has at least as many fields as the header. After a
    /// problem the sheet has ended.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if std::mem::take(&mut self.is_at_header) {
            return Ok(Some(self.buffer.row_from(0)));
        }
        loop {
            if self.is_over {
                return Ok(None);
            }
            let read = self.read();
            self.is_over = !matches!(read, Ok(true));
            if read? && !self.row().is_blank() {
                break;
            }
        }
        self.buffer.trim();
        self.buffer.pad(self.width);
        Ok(Some(self.row()))
    }

    /// The row read last, again.
    pub(crate) fn row(&self) -> Row<'_> {
        self.buffer.row_from(0)
    }

    /// Ends the sheet.
    pub(crate) fn end(&mut self) {
        self.is_over = true;
    }

    fn read(&mut self) -> Result<bool, Problem> {
        match &mut self.source {
            Source::Xlsx(sheet) => sheet.next_row(&mut self.buffer, self.first_column),
            Source::Ods(sheets) => sheets.next_row(&mut self.buffer, self.first_column),
        }
    }

    /// Goes to the header; false if the sheet has none.
    fn find_header(&mut self, line: Option<u64>) -> Result<bool, Problem> {
        loop {
            if !self.read()? {
                return Ok(false);
            }
            let is_there = match line {
                None => !self.buffer.text.is_empty(),
                Some(line) if self.buffer.line > line => return Ok(false),
                Some(line) => self.buffer.line == line,
            };
            if is_there {
                break;
            }
            if self.buffer.line > ROWS_BEFORE_HEADER_MAX {
                return Ok(false);
            }
        }
        self.buffer.trim();
        // The table may stand away from the first column.
        self.first_column = self.buffer.ends.iter().take_while(|end| **end == 0).count();
        self.buffer.ends.drain(..self.first_column);
        self.buffer.kinds.drain(..self.first_column);
        self.width = self.buffer.ends.len();
        Ok(self.width > 0)
    }
}

/// The search for the sheet to read.
struct Search<'a> {
    file: &'a str,
    choice: &'a Choice,
    accept: Accept<'a>,
    /// What was said of the first header that was not accepted.
    first: Option<Problem>,
    names: Vec<String>,
}

impl Search<'_> {
    fn is_candidate(&mut self, sheet: &SheetName) -> bool {
        self.names.push(sheet.name.clone());
        match &self.choice.sheet {
            Some(name) => *name == sheet.name,
            None => !sheet.is_hidden,
        }
    }

    /// Whether the sheet is the one: it has a header, and that is accepted.
    fn is_found<R: Read>(&mut self, rows: &mut SheetRows<R>) -> Result<bool, Problem> {
        if !rows.find_header(self.choice.header_line)? {
            return Ok(false);
        }
        match (self.accept)(&rows.sheet, rows.row()) {
            Ok(()) => Ok(true),
            Err(problem) => {
                self.first.get_or_insert(problem);
                Ok(false)
            }
        }
    }

    fn in_xlsx<R: Read + Seek>(
        &mut self,
        mut package: Package<R>,
        sheets: Vec<SheetPart>,
        shared: &Shared,
    ) -> Result<SheetRows<R>, Problem> {
        for SheetPart { sheet, part } in sheets {
            if !self.is_candidate(&sheet) {
                continue;
            }
            let elements = package.elements(&part)?;
            let source = Source::Xlsx(Box::new(XlsxSheet::new(elements, shared.clone())));
            let mut tried = SheetRows::over(source, &sheet.name);
            if self.is_found(&mut tried)? {
                drop(tried);
                let elements: Elements<R> = package.into_elements(&part)?;
                let source = Source::Xlsx(Box::new(XlsxSheet::new(elements, shared.clone())));
                let mut rows = SheetRows::over(source, &sheet.name);
                rows.find_header(self.choice.header_line)?;
                return Ok(rows);
            }
        }
        Err(self.not_found())
    }

    fn in_ods<R: Read + Seek>(&mut self, package: Package<R>) -> Result<SheetRows<R>, Problem> {
        let mut sheets = OdsSheets::new(package.into_elements("content.xml")?);
        while let Some(sheet) = sheets.next_sheet()? {
            if !self.is_candidate(&sheet) {
                continue;
            }
            let mut rows = SheetRows::over(Source::Ods(Box::new(sheets)), &sheet.name);
            if self.is_found(&mut rows)? {
                return Ok(rows);
            }
            let Source::Ods(back) = rows.source else { break };
            sheets = *back;
        }
        Err(self.not_found())
    }

    fn not_found(&mut self) -> Problem {
        if let Some(problem) = self.first.take() {
            return problem;
        }
        match &self.choice.sheet {
            Some(sheet) if !self.names.contains(sheet) => {
                let near =
                    crate::nearest::nearest(sheet, self.names.iter().map(String::as_str)).unwrap_or("none");
                let problem = Problem::refused("workbook-sheet-missing").in_file(self.file).of_value(sheet);
                problem.with("sheet", sheet).with("nearest", near)
            }
            _ => Problem::refused("workbook-no-rows").in_file(self.file),
        }
    }
}

/// Refuses workbooks whose parts are encrypted: `workbook-protected`.
fn check_encryption<R: Read + Seek>(package: &mut Package<R>) -> Result<(), Problem> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if !package.has(MANIFEST) {
        return Ok(());
    }
    let mut elements = package.elements(MANIFEST)?;
    loop {
        let place = elements.place().clone();
        match elements.next()? {
            Event::Eof => return Ok(()),
            Event::Start(start) if start.local_name().as_ref() == "encryption-data" => {
                return Err(place.problem("workbook-protected"));
            }
            Event::Start(start) if start.local_name().as_ref() == "file-entry" => {
                let kind = attribute(&start, "media-type");
                let is_document = attribute(&start, "full-path") == "/";
                if is_document && !kind.is_empty() && !kind.contains("spreadsheet") {
                    return Err(Problem::refused("workbook-other-format")
                        .in_file(&place.file)
                        .with("format", kind));
                }
            }
            _ => {}
        }
    }
}
