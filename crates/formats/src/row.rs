//! One row of a table, whatever holds it: a text file or a sheet of a workbook.

/// What a field of a row is. The fields of text files are all texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CellKind {
    /// A text, spelled as the file's people spell.
    #[default]
    Text,
    /// A number, given as a plain decimal with a point.
    Number,
    /// A date, given as `YYYY-MM-DD`.
    Date,
    /// `true` or `false`.
    Boolean,
    /// An error such as `#N/A`.
    Error,
    /// A formula whose result the file does not hold.
    Uncalculated,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Line on which the row starts, from 1; in a sheet the number of the row.
    pub line: u64,
    pub(crate) text: &'a str,
    pub(crate) ends: &'a [usize],
    pub(crate) kinds: &'a [CellKind],
}

impl<'a> Row<'a> {
    /// Count of fields.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Never true: a row has at least one field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether all its fields are empty; a formula without a result is not.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.is_empty() && !self.kinds.contains(&CellKind::Uncalculated)
    }

    /// The field at an index from 0, empty beyond the last.
    #[must_use]
    pub fn field(&self, index: usize) -> &'a str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        self.text.get(start..*end).unwrap_or_default()
    }

    /// What the field at an index is.
    #[must_use]
    pub fn kind(&self, index: usize) -> CellKind {
        self.kinds.get(index).copied().unwrap_or_default()
    }
}

/// A row being put together, kept from row to row.
#[derive(Debug, Default)]
pub(crate) struct RowBuffer {
    pub(crate) line: u64,
    pub(crate) text: String,
    pub(crate) ends: Vec<usize>,
    pub(crate) kinds: Vec<CellKind>,
}

impl RowBuffer {
    pub(crate) fn clear(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
        self.kinds.clear();
    }

    /// Adds empty fields up to a count.
    pub(crate) fn pad(&mut self, fields: usize) {
        self.ends.resize(self.ends.len().max(fields), self.text.len());
        self.kinds.resize(self.ends.len(), CellKind::Text);
    }

    /// Ends the field whose text was appended.
    pub(crate) fn end_field(&mut self, kind: CellKind) {
        self.ends.push(self.text.len());
        self.kinds.push(kind);
    }

    /// Takes empty fields off the end.
    pub(crate) fn trim(&mut self) {
        let is_empty = |row: &RowBuffer| {
            row.ends.len() > 1
                && row.ends[row.ends.len() - 2] == row.text.len()
                && row.kinds.last() != Some(&CellKind::Uncalculated)
        };
        while is_empty(self) {
            self.ends.pop();
            self.kinds.pop();
        }
    }

    /// The row from a field on.
    pub(crate) fn row_from(&self, first: usize) -> Row<'_> {
        let first = first.min(self.ends.len());
        Row {
            line: self.line,
            text: &self.text,
            ends: self.ends.get(first..).unwrap_or_default(),
            kinds: self.kinds.get(first..).unwrap_or_default(),
        }
    }
}
