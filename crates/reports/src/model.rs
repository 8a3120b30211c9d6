//! A report as data: what it is called, whom it is for, its facts, tables and pictures. Texts are in the reader's language
//! already; amounts, dates and numbers stay values until a writer writes them.

use obligo_rules::calendar::Day;
use obligo_rules::money::Currency;
use rust_decimal::Decimal;

/// A report.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// Its name in commands, addresses and file names: `balance-declaration`. Lowercase, the same in every language.
    pub name: String,
    /// What it is, in the reader's language.
    pub title: String,
    /// What it is about, below the title: policy, buyer, key date.
    pub subtitle: String,
    /// Printed across every page and into every file: a preview must not pass for what was sent.
    pub mark: Option<Mark>,
    /// If it is a letter, what stands around its contents.
    pub letter: Option<Letter>,
    /// Facts above everything else: policy number, key date, run number, hash.
    pub facts: Vec<Fact>,
    /// Contents, top down.
    pub blocks: Vec<Block>,
    /// Which table a text file holds unless another is named; empty = the first.
    pub main_table: String,
    /// What it was made from, at the foot of every page: run number and hash, or the state of the store it shows.
    pub made_from: String,
    /// The day it is dated: that of the final run it shows, or the day it was asked for. Writers know no other clock, so that the same
    /// report gives the same bytes.
    pub made_on: Option<Day>,
}

/// What keeps a report from passing for another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Short and large: `PREVIEW`.
    pub text: String,
}

/// What stands around the contents of a letter.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Letter {
    /// Who writes: name and address, line by line.
    pub sender: Vec<String>,
    /// To whom: name and address, line by line.
    pub recipient: Vec<String>,
    /// Place and date as the language writes them.
    pub place_and_date: String,
    /// References: our number, the policy's number.
    pub references: Vec<Fact>,
    /// Salutation.
    pub salutation: String,
    /// Paragraphs before the contents.
    pub opening: Vec<String>,
    /// Paragraphs after the contents.
    pub closing: Vec<String>,
    /// Names below the lines people sign on: `Place, date`, `Signature`.
    pub signatures: Vec<String>,
    /// How many of the report's blocks stand before the closing; the others are its annex, on pages of their own. `None` = all of them.
    pub before_annex: Option<usize>,
}

/// A named value.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    /// Its name in JSON, the same in every language.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// The value.
    pub value: Value,
}

/// A value as the ledger has it.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Value {
    /// Nothing there.
    #[default]
    Empty,
    /// Text of the ledger or of the catalogue; never run, never read as markup.
    Text(String),
    /// An amount in minor units of its currency (R0.1).
    Amount(i64, Currency),
    /// A date.
    Day(Day),
    /// A whole number.
    Integer(i64),
    /// A percentage: 85 for 85 %.
    Percent(Decimal),
    /// A decimal: a rate, a factor.
    Decimal(Decimal),
    /// Yes or no.
    Flag(bool),
}

/// A part of the contents.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Named values, one below the other.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A picture with its numbers.
    Chart(Chart),
    /// The next block begins a page (a sheet of its own has each table anyway).
    NewPage,
}

/// A table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    /// Its name in CSV and JSON, the same in every language: `buyers`.
    pub key: String,
    /// Heading for people, and the name of its sheet.
    pub title: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows; each has a cell per column.
    pub rows: Vec<Row>,
    /// What stands there instead of rows, if there are none.
    pub empty: String,
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name in JSON and CSV, the same in every language: `insured_amount`.
    pub key: String,
    /// Its head for people.
    pub label: String,
    /// What its cells are.
    pub kind: ColumnKind,
    /// Share of a page's width among the columns; 0 lets the writer measure.
    pub weight: u16,
    /// Whether a writer that can compute sums below it (XLSX: a formula). All cells are then in one currency.
    pub summed: bool,
}

/// What the cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ColumnKind {
    /// Texts.
    #[default]
    Text,
    /// Amounts.
    Amount,
    /// Dates.
    Day,
    /// Whole numbers.
    Integer,
    /// Percentages.
    Percent,
    /// Decimals.
    Decimal,
    /// Yes or no.
    Flag,
}

/// Where a cell's text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alignment {
    /// At the left.
    Left,
    /// At the right: amounts and numbers.
    Right,
}

impl ColumnKind {
    /// Where texts of such cells stand.
    #[must_use]
    pub fn alignment(self) -> Alignment {
        match self {
            ColumnKind::Text | ColumnKind::Day | ColumnKind::Flag => Alignment::Left,
            ColumnKind::Amount | ColumnKind::Integer | ColumnKind::Percent | ColumnKind::Decimal => {
                Alignment::Right
            }
        }
    }
}

/// A row of a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// What kind of row.
    pub kind: RowKind,
    /// A cell per column.
    pub cells: Vec<Value>,
}

/// What kind of row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum RowKind {
    /// A line.
    #[default]
    Plain,
    /// Names the rows that follow, up to the next of its kind.
    Group,
    /// A sum of the rows since the last group or sum.
    Subtotal,
    /// A sum of all lines.
    Total,
}

/// A picture.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    /// Its name, the same in every language: `insured-over-time`.
    pub key: String,
    /// Heading for people.
    pub title: String,
    /// What it says, in one sentence, for those who do not see it.
    pub description: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// The currency of its values.
    pub currency: Currency,
    /// Its values.
    pub series: Vec<Series>,
}

/// How a picture is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChartKind {
    /// Areas upon each other over dates.
    Areas,
    /// Upright bars upon each other, one per name.
    Columns,
    /// Lying bars upon each other, one per name, largest first.
    Bars,
    /// Steps over dates.
    Steps,
}

/// Values of one meaning.
#[derive(Clone, PartialEq, Debug)]
pub struct Series {
    /// Its name, the same in every language: `insured`.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// Its values.
    pub points: Vec<Point>,
}

/// A value of a series.
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    /// Where it stands: a date, or a name.
    pub at: Value,
    /// Minor units of the chart's currency.
    pub minor: i64,
}

impl Fact {
    /// A named value.
    #[must_use]
    pub fn new(key: &str, label: impl Into<String>, value: Value) -> Fact {
        Fact { key: key.to_owned(), label: label.into(), value }
    }
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(key: &str, label: impl Into<String>, kind: ColumnKind) -> Column {
        Column { key: key.to_owned(), label: label.into(), kind, weight: 0, summed: false }
    }

    /// The column with a sum below it.
    #[must_use]
    pub fn summed(self) -> Column {
        Column { summed: true, ..self }
    }
}

impl Row {
    /// A line.
    #[must_use]
    pub fn plain(cells: Vec<Value>) -> Row {
        Row { kind: RowKind::Plain, cells }
    }
}
