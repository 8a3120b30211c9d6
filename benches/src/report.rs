//! What was measured as a table of ratios with the goals beside them.

use crate::declare::Declared;
use crate::engine::{Engine, Tries};
use crate::import::Imports;
use crate::measured::{Measured, first_line};
use crate::others::Other;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// `DuckDB`'s time over the engine's, at least.
const ENGINE_GOAL: f64 = 8.0;
/// Items for which that goal is set.
const ENGINE_ITEMS: usize = 10_000_000;
/// The program's time over the floor, at most.
const DECLARE_GOAL: f64 = 2.0;
/// Items for which that goal is set.
const DECLARE_ITEMS: usize = 1_000_000;
/// The program's time over the shell's, at most.
const IMPORT_GOAL: f64 = 3.0;

/// Everything measured for one number of items; what could not be measured is left out.
#[derive(Debug, Default)]
pub struct Figures {
    /// Items.
    pub items: usize,
    /// Buyers.
    pub buyers: usize,
    /// Settlements imported before the first declaration.
    pub settlements: u64,
    /// The engine alone.
    pub engine: Option<Engine>,
    /// The others.
    pub others: Vec<Other>,
    /// Import.
    pub imports: Option<Imports>,
    /// The two declarations.
    pub declared: Option<[Declared; 2]>,
    /// Why something is missing.
    pub notes: Vec<String>,
}

/// A line of the table: what, the ratios, the goal, whether it is met.
struct Line {
    what: String,
    ratio: String,
    cpu: String,
    goal: String,
}

/// The report of one number of items.
pub fn table(figures: &Figures) -> String {
    let mut text = format!(
        "\n## {} items of {} buyers, {} settlements\n\n",
        count(figures.items as u64),
        count(figures.buyers as u64),
        count(figures.settlements)
    );
    if let Some(engine) = &figures.engine {
        write_engine(&mut text, figures.items, engine);
    }
    let mut lines = Vec::new();
    if let Some(engine) = &figures.engine {
        lines.extend(engine_lines(figures, engine));
    }
    if let Some(imports) = &figures.imports {
        lines.extend(import_lines(imports));
    }
    for (declared, name) in figures.declared.iter().flatten().zip(["first", "second"]) {
        lines.push(declare_line(figures.items, declared, name));
    }
    let _ = writeln!(text, "| Ratio | Time | Processor | Goal |\n|---|---:|---:|---|");
    for Line { what, ratio, cpu, goal } in lines {
        let _ = writeln!(text, "| {what} | {ratio} | {cpu} | {goal} |");
    }
    for (declared, name) in figures.declared.iter().flatten().zip(["first", "second"]) {
        write_floor(&mut text, figures.items, declared, name);
    }
    if let Some(imports) = &figures.imports {
        let bytes = imports.store_bytes / figures.items.max(1) as u64;
        let _ = writeln!(
            text,
            "\nStore after the import: {bytes} bytes per item, settlements and indexes included."
        );
    }
    for note in &figures.notes {
        let _ = writeln!(text, "\nNot measured: {note}.");
    }
    text
}

fn write_engine(text: &mut String, items: usize, engine: &Engine) {
    let _ = writeln!(text, "| Engine alone, one thread | Items/s, best | Items/s, median |\n|---|---:|---:|");
    let mut line = |what: &str, tries: Tries| {
        let [best, median] =
            [tries.best.wall, tries.median].map(|seconds| count((items as f64 / seconds) as u64));
        let _ = writeln!(text, "| {what} | {best} | {median} |");
    };
    line("allocation, rows in any order", engine.any_order);
    line("allocation, rows by buyer, unsorted", engine.buyer_order);
    line("allocation, rows by buyer, oldest first", engine.store_order);
    line("whole plan: status, dates, reasons, amounts, lines", engine.plan);
    line(
        "grouping the ledger for it from any order",
        Tries { best: engine.group, median: engine.group.wall },
    );
    let Engine { candidate_bytes, item_bytes, change_bytes, .. } = engine;
    let _ = writeln!(
        text,
        "\nBytes per item: {candidate_bytes} in the allocation; {item_bytes} in the ledger, with insurance data and document number; \
         {change_bytes} more where the plan changes it.\n"
    );
}

fn engine_lines(figures: &Figures, engine: &Engine) -> Vec<Line> {
    let is_goal = figures.items >= ENGINE_ITEMS;
    let mut lines = Vec::new();
    for other in &figures.others {
        let name = &other.engine;
        let is_any = other.order == "any";
        let (own, order) = match other.order.as_str() {
            "any" => (engine.any_order, "in any order"),
            "buyer" => (engine.buyer_order, "by buyer, unsorted"),
            _ => (engine.store_order, "by buyer, oldest first"),
        };
        let ratio = other.took.wall / own.best.wall;
        // The engine is for columns by buyer, as a ledger has them; rows in any order cost it the grouping, too.
        let goal = match name.as_str() {
            "DuckDB" if is_goal && !is_any => {
                goal(ratio >= ENGINE_GOAL, &format!("at least {ENGINE_GOAL:.0}"))
            }
            _ => String::new(),
        };
        let what = format!("allocation, rows {order}: {name} / engine");
        lines.push(Line { what, ratio: one(ratio), cpu: cpu_ratio(other.took, own.best), goal });
        if is_any {
            let what = format!("the same beside the whole plan with its grouping: {name} / engine");
            let whole = engine.plan.best.then(engine.group);
            let ratio = one(other.took.wall / whole.wall);
            lines.push(Line { what, ratio, cpu: cpu_ratio(other.took, whole), goal: String::new() });
        }
        if other.result != engine.result {
            let what = format!("{name} insured other amounts: {:?} / {:?}", other.result, engine.result);
            lines.push(Line {
                what,
                ratio: String::new(),
                cpu: String::new(),
                goal: "**differs**".to_owned(),
            });
        }
    }
    lines
}

fn import_lines(imports: &Imports) -> Vec<Line> {
    let line = |what: &str, own: Measured, shell: Measured| {
        let ratio = own.wall / shell.wall;
        Line {
            what: format!("import of {what}: obligo / sqlite3 shell"),
            ratio: two(ratio),
            cpu: cpu_ratio(own, shell),
            goal: goal(ratio <= IMPORT_GOAL, &format!("at most {IMPORT_GOAL:.0}")),
        }
    };
    let (own, shell) =
        (imports.items.then(imports.settlements), imports.shell_items.then(imports.shell_settlements));
    vec![
        line("items", imports.items, imports.shell_items),
        line("settlements", imports.settlements, imports.shell_settlements),
        line("both", own, shell),
    ]
}

fn declare_line(items: usize, declared: &Declared, name: &str) -> Line {
    let floor = declared.floor.sum();
    let ratio = declared.program.wall / floor.wall;
    let goal = if items == DECLARE_ITEMS {
        goal(ratio <= DECLARE_GOAL, &format!("at most {DECLARE_GOAL:.0}"))
    } else {
        String::new()
    };
    let what = format!("{name} final declaration end to end: obligo / floor");
    Line { what, ratio: two(ratio), cpu: cpu_ratio(declared.program, floor), goal }
}

fn write_floor(text: &mut String, items: usize, declared: &Declared, name: &str) {
    let floor = &declared.floor;
    let share = |part: Measured| format!("{:.0} %", 100.0 * part.wall / floor.sum().wall);
    let _ = write!(
        text,
        "\nThe {name} declaration changed {} items; of its floor the scan is {}, the update {}, the insert {}.",
        count(floor.changes as u64),
        share(floor.scan),
        share(floor.update),
        share(floor.insert)
    );
    if let Some(memory) = declared.program.memory {
        let _ = write!(text, " Peak memory: {:.0} bytes per item.", memory / items.max(1) as f64);
    }
    let _ = writeln!(text);
}

fn cpu_ratio(own: Measured, other: Measured) -> String {
    own.cpu
        .zip(other.cpu)
        .filter(|(_, other)| *other > 0.0)
        .map_or(String::new(), |(own, other)| two(own / other))
}

fn goal(is_met: bool, text: &str) -> String {
    format!("{text}: {}", if is_met { "met" } else { "**missed**" })
}

fn one(ratio: f64) -> String {
    format!("{ratio:.1}")
}

fn two(ratio: f64) -> String {
    format!("{ratio:.2}")
}

/// A count with its thousands apart.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What the machine is: the head of the report.
pub fn head(program: Option<&Path>, others: &[Other]) -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let mut facts = vec![format!("{cores} cores")];
    if let Some(kib) = total_memory_kib() {
        facts.push(format!("{} GiB memory", kib / (1 << 20)));
    }
    facts.push(format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    facts.push(format!("SQLite {} bundled", rusqlite::version()));
    let shell = first_line(Path::new("sqlite3"), &["--version"]);
    let shell = shell.and_then(|line| line.split(' ').next().map(str::to_owned));
    facts.extend(shell.map(|version| format!("sqlite3 shell {version}")));
    facts.extend(first_line(Path::new("rustc"), &["--version"]));
    facts.extend(program.and_then(|path| first_line(path, &["--version"])));
    let mut versions: Vec<String> = others.iter().map(|o| format!("{} {}", o.engine, o.version)).collect();
    versions.dedup();
    versions.sort();
    versions.dedup();
    facts.extend(versions);
    format!("# Benchmark\n\n{}.\n", facts.join(", "))
}

fn total_memory_kib() -> Option<u64> {
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    text.lines()
        .find_map(|line| line.strip_prefix("MemTotal:"))?
        .split_ascii_whitespace()
        .next()?
        .parse()
        .ok()
}
