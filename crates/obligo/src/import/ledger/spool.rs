//! Rows of our own tables made from a ledger, kept in a temporary file for the import of their kind, and where each came from.

use crate::import::{Import, Refusal};
use obligo_formats::books::Position;
use obligo_rules::problem::Problem;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A table being made.
pub struct Spool {
    path: PathBuf,
    file: BufWriter<File>,
    line: u64,
    /// Line of the table, line of the ledger, element; in order.
    origins: Vec<(u32, u32, u16)>,
    elements: Elements,
}

/// Names of elements, each kept once.
#[derive(Default)]
pub struct Elements {
    names: Vec<String>,
    numbers: HashMap<String, u16>,
}

impl Elements {
    /// The number of a name; names beyond what a format can have share the first.
    pub fn number(&mut self, name: &str) -> u16 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let Ok(number) = u16::try_from(self.names.len()) else { return 0 };
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The name of a number.
    pub fn name(&self, number: u16) -> &str {
        self.names.get(usize::from(number)).map_or("", String::as_str)
    }
}

impl Spool {
    /// A table in a folder, with its columns.
    pub fn new(folder: &Path, name: &str, columns: &[&str]) -> Result<Spool, Problem> {
        let path = folder.join(name);
        let file = BufWriter::new(File::create(&path).map_err(unwritable)?);
        let (origins, elements) = (Vec::new(), Elements::default());
        let mut spool = Spool { path, file, line: 1, origins, elements };
        spool.write(columns)?;
        Ok(spool)
    }

    /// Adds a row that comes from a place of the ledger.
    pub fn row(&mut self, position: &Position, cells: &[&str]) -> Result<(), Problem> {
        let element = self.elements.number(&position.element);
        let at = |line: u64| u32::try_from(line).unwrap_or(u32::MAX);
        self.origins.push((at(self.line), at(position.line), element));
        self.write(cells)
    }

    fn write(&mut self, cells: &[&str]) -> Result<(), Problem> {
        for (n, cell) in cells.iter().enumerate() {
            let comma = if n == 0 { "" } else { "," };
            let plain = !cell.contains([',', '"', '\r', '\n', ';', '\t']) && !cell.is_empty();
            let written = if plain {
                write!(self.file, "{comma}{cell}")
            } else {
                write!(self.file, "{comma}\"{}\"", cell.replace('"', "\"\""))
            };
            written.map_err(unwritable)?;
            self.line += breaks(cell);
        }
        self.line += 1;
        self.file.write_all(b"\n").map_err(unwritable)
    }

    /// Ends the table so that it can be read.
    pub fn finish(mut self) -> Result<Spooled, Problem> {
        self.file.flush().map_err(unwritable)?;
        Ok(Spooled { path: self.path, origins: self.origins, elements: self.elements })
    }
}

/// A table that was made.
pub struct Spooled {
    /// Where it lies.
    pub path: PathBuf,
    origins: Vec<(u32, u32, u16)>,
    elements: Elements,
}

impl Spooled {
    /// Imports the table with the import of its kind: as our own file, without the map of the ledger. Problems and warnings name the
    /// place in the ledger, `named` as the user named it.
    pub fn import<T>(
        &self,
        import: &mut Import<'_, '_, '_>,
        named: &str,
        run: impl FnOnce(&mut Import<'_, '_, '_>, &Path) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let (map, encoding) = (import.map.take(), import.encoding.take());
        let (refused, warned) = (import.refusal.problems.len(), import.warnings.len());
        let done = run(import, &self.path);
        (import.map, import.encoding) = (map, encoding);
        let Refusal { problems, .. } = import.refusal;
        for problem in problems.iter_mut().skip(refused).chain(import.warnings.iter_mut().skip(warned)) {
            self.place(problem, named);
        }
        done.map_err(|mut problem| {
            self.place(&mut problem, named);
            problem
        })
    }

    fn place(&self, problem: &mut Problem, named: &str) {
        if problem.place.file.is_none() {
            return;
        }
        problem.place.file = Some(named.to_owned());
        let Some(line) = problem.place.line else { return };
        let at = self.origins.partition_point(|origin| u64::from(origin.0) <= line);
        let Some((_, line, element)) = at.checked_sub(1).and_then(|at| self.origins.get(at)) else { return };
        problem.place.line = Some(u64::from(*line));
        let element = self.elements.name(*element);
        if !element.is_empty() {
            problem.place.column = Some(element.to_owned());
        }
    }
}

/// Line breaks as the reader of tables counts them.
fn breaks(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte == b'\n' && (*at == 0 || bytes[at - 1] != b'\r') || **byte == b'\r');
    ends.count() as u64
}

fn unwritable(why: std::io::Error) -> Problem {
    Problem::unavailable("server-folder").with("why", why)
}
