//! What is known of a report before it is made: its name, who may have it, what it asks for, what it can be written as.

use super::Making;
use super::book::{AS_OF, KNOWN_AT};
use crate::access::roles::Permission;
use crate::import::Refusal;
use crate::serve::Access;
use obligo_reports::Report;
use obligo_rules::problem::Problem;

/// What a report is written as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Format {
    /// A document to print, sign and send.
    Pdf,
    /// A workbook.
    Xlsx,
    /// One table as text.
    Csv,
    /// The whole report for programs.
    Json,
    /// One picture.
    Svg,
}

impl Format {
    /// All formats, in the order they are offered.
    pub const ALL: [Format; 5] = [Format::Pdf, Format::Xlsx, Format::Csv, Format::Json, Format::Svg];

    /// The code in commands, addresses and file names.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Xlsx => "xlsx",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Svg => "svg",
        }
    }

    /// The format with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Csv => "text/csv; charset=utf-8",
            Format::Json => "application/json",
            Format::Svg => "image/svg+xml",
        }
    }

    /// Whether it is no text that a terminal could show.
    #[must_use]
    pub fn is_binary(self) -> bool {
        matches!(self, Format::Pdf | Format::Xlsx)
    }
}

/// Reports of tables.
pub const TABLES: &[Format] = &[Format::Pdf, Format::Xlsx, Format::Csv, Format::Json];

/// Reports with pictures.
pub const PICTURES: &[Format] = &Format::ALL;

/// Whom a report is for; the page lists them by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// The insurer.
    Insurer,
    /// Whoever watches limits, deadlines and evidence.
    Control,
    /// A buyer, or whoever deals with one.
    Buyer,
    /// The management.
    Management,
}

impl Audience {
    /// All, in the order they are listed.
    pub const ALL: [Audience; 4] =
        [Audience::Insurer, Audience::Control, Audience::Buyer, Audience::Management];

    /// The code in messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Audience::Insurer => "insurer",
            Audience::Control => "control",
            Audience::Buyer => "buyer",
            Audience::Management => "management",
        }
    }
}

/// What a value of a request is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParameterKind {
    /// Any text.
    Text,
    /// Code of a policy: `ACR/A`.
    Policy,
    /// Code of a company.
    Company,
    /// An account: `10021/0/D`, or its number where there is only one.
    Account,
    /// Number of a final run.
    Run,
    /// A date.
    Day,
    /// A whole number, 0 or more.
    Number,
    /// An amount.
    Amount,
    /// True or false.
    Flag,
    /// One of these.
    OneOf(&'static [&'static str]),
}

/// A value a report asks for. Its name for people is the message `report-field-NAME`, that of a choice `report-choice-VALUE`.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Name in addresses and, with hyphens, on the command line: `key_date`.
    pub name: &'static str,
    /// What it is.
    pub kind: ParameterKind,
    /// Whether nothing can be made without it.
    pub is_required: bool,
    /// Whether it is only for what is recorded before a letter is made.
    pub is_recorded: bool,
    /// What it says, for the help of the command line and the description of the API.
    pub about: &'static str,
}

impl Parameter {
    /// A value that may be left out.
    #[must_use]
    pub const fn new(name: &'static str, kind: ParameterKind, about: &'static str) -> Parameter {
        Parameter { name, kind, is_required: false, is_recorded: false, about }
    }

    /// The same, asked for in any case.
    #[must_use]
    pub const fn required(self) -> Parameter {
        Parameter { is_required: true, ..self }
    }

    /// The same, only for what is recorded before a letter is made.
    #[must_use]
    pub const fn recorded(self) -> Parameter {
        Parameter { is_recorded: true, ..self }
    }
}

/// Makes a report.
pub type Build = fn(&mut Making<'_>) -> Result<Report, Problem>;

/// Records through the door what a letter says, before it is made.
pub type Record = fn(&mut Making<'_>) -> Result<(), Refusal>;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Name in commands, addresses and file names; the messages `report-NAME` and `report-about-NAME` say it to people.
    pub name: &'static str,
    /// What it is, for the help of the command line and the description of the API.
    pub about: &'static str,
    /// For whom.
    pub audience: Audience,
    /// Who may have it. What concerns policies and runs concerns the whole insured group.
    pub access: Access,
    /// What it asks for.
    pub parameters: &'static [Parameter],
    /// What it can be written as.
    pub formats: &'static [Format],
    /// Values of an example, as the command line takes them.
    pub example: &'static str,
    /// Makes it.
    pub build: Build,
    /// What it records first where it is asked to by somebody who may record.
    pub record: Option<Record>,
}

impl Definition {
    /// A list for whoever watches limits, deadlines and evidence: of the book as of a day, written as tables.
    #[must_use]
    pub const fn list(name: &'static str, about: &'static str, build: Build) -> Definition {
        Definition {
            name,
            about,
            audience: Audience::Control,
            access: Access::Allowed(Permission::Read),
            parameters: &[AS_OF, KNOWN_AT],
            formats: TABLES,
            example: "--as-of 2024-06-30",
            build,
            record: None,
        }
    }

    /// Refuses a format it cannot be written as. Error: `report-format-not-offered` (usage).
    pub fn offers(&self, format: Format) -> Result<(), Problem> {
        if self.formats.contains(&format) {
            return Ok(());
        }
        let known: Vec<&str> = self.formats.iter().map(|format| format.code()).collect();
        Err(Problem::usage("report-format-not-offered")
            .with("report", self.name)
            .with("format", format.code())
            .with("known", known.join(", ")))
    }
}
