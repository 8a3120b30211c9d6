//! Measures obligo: its engine against `DuckDB` and Polars, its import against the sqlite3 shell, its final declarations
//! against bare `SQLite`. Started by `cargo xtask bench`; `docs/benchmark.md` says what each figure means.

mod declare;
mod engine;
mod files;
mod floor;
mod import;
mod measured;
mod order_check;
mod others;
mod pages;
mod portfolio;
mod reading;
mod report;

use portfolio::Portfolio;
use report::Figures;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
Measures obligo: engine, import and final declarations, as ratios.

Usage: cargo xtask bench [--items N,N…] [--quick] [--engine-only | --pages | --reading | --order-check] [--keep DIR]

  --items N,N…   portfolio sizes (100000,1000000,10000000)
  --quick        100000 items, one try each
  --engine-only  leave import and declarations out
  --pages        only the pages: ten thousand items against a million
  --order-check  only order checks: 200 clients at once, against /healthz
  --reading      only files read: CSV and XLSX against pandas, Polars and openpyxl
  --keep DIR     keep files and stores in this folder; otherwise they are removed";

/// What was asked for.
struct Asked {
    items: Vec<usize>,
    quick: bool,
    engine_only: bool,
    pages: bool,
    reading: bool,
    order_check: bool,
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|word| word == "--help" || word == "-h") {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    if let [word, file] = arguments.as_slice()
        && word == reading::READ
    {
        return ended(reading::read(Path::new(file)));
    }
    let asked = match asked(&arguments) {
        Ok(asked) => asked,
        Err(why) => {
            eprintln!("{why}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    ended(bench(&asked))
}

fn ended(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

fn asked(arguments: &[String]) -> Result<Asked, String> {
    let mut asked = Asked {
        items: Vec::new(),
        quick: false,
        engine_only: false,
        pages: false,
        reading: false,
        order_check: false,
        keep: None,
    };
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--quick" => asked.quick = true,
            "--pages" => asked.pages = true,
            "--reading" => asked.reading = true,
            "--order-check" => asked.order_check = true,
            "--engine-only" => asked.engine_only = true,
            "--items" => {
                let list = words.next().ok_or("--items needs numbers")?;
                asked.items = list.split(',').map(count_of).collect::<Result<_, _>>()?;
            }
            "--keep" => asked.keep = Some(words.next().ok_or("--keep needs a folder")?.into()),
            other => return Err(format!("unknown: {other}")),
        }
    }
    if asked.items.is_empty() {
        asked.items = if asked.quick { vec![100_000] } else { vec![100_000, 1_000_000, 10_000_000] };
    }
    Ok(asked)
}

fn count_of(text: &str) -> Result<usize, String> {
    let number = text.trim().parse().ok().filter(|n| (1..=100_000_000).contains(n));
    number.ok_or_else(|| format!("`{text}` is no number of items from 1 to 100000000"))
}

fn bench(asked: &Asked) -> Result<(), String> {
    let folder = bench_folder()?;
    let program =
        std::env::current_exe().ok().map(|path| path.with_file_name("obligo")).filter(|p| p.exists());
    if asked.pages {
        let program = program.ok_or("there is no release build of obligo")?;
        let work = asked.keep.clone().unwrap_or_else(|| folder.join("work"));
        make(&work)?;
        println!("{}", pages::measure(&program, &work)?);
        return Ok(());
    }
    if asked.order_check {
        let program = program.ok_or("there is no release build of obligo")?;
        let work = asked.keep.clone().unwrap_or_else(|| folder.join("work"));
        make(&work)?;
        println!("{}", order_check::measure(&program, &work)?);
        return Ok(());
    }
    if asked.reading {
        let python = others::environment(&folder, &others::READERS);
        let work = asked.keep.clone().unwrap_or_else(|| folder.join("work"));
        make(&work)?;
        let (count, tries) = if asked.quick { (100_000, 1) } else { (1_000_000, 3) };
        println!("{}", reading::measure(python.as_deref().map_err(String::as_str), &work, count, tries)?);
        return Ok(());
    }
    let python = others::environment(&folder, &others::ENGINES);
    if let Err(why) = &python {
        println!("DuckDB and Polars are left out: {why}.");
    }
    let mut all = Vec::new();
    for items in &asked.items {
        println!("{} items …", report::count(*items as u64));
        let work = asked.keep.clone().unwrap_or_else(|| folder.join("work")).join(items.to_string());
        make(&work)?;
        let python = python.as_deref().map_err(String::as_str);
        let figures = measure(asked, *items, &work, python, program.as_deref());
        if asked.keep.is_none() {
            // Large; what cannot be removed is overwritten next time.
            let _ = fs::remove_dir_all(&work);
        }
        let figures = figures?;
        println!("{}", report::table(&figures));
        all.push(figures);
    }
    let others: Vec<_> = all.iter().flat_map(|figures| figures.others.clone()).collect();
    let mut text = report::head(program.as_deref(), &others);
    text.extend(all.iter().map(report::table));
    let path = folder.join("report.md");
    fs::write(&path, &text).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{text}\nWritten to {}", path.display());
    Ok(())
}

/// `bench` beside the folder of the release build this program is in.
fn bench_folder() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| format!("where is this program: {error}"))?;
    let target = own.parent().and_then(Path::parent).ok_or("this program is in no build folder")?;
    let folder = target.join("bench");
    make(&folder)?;
    Ok(folder)
}

fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn measure(
    asked: &Asked,
    items: usize,
    work: &Path,
    python: Result<&Path, &str>,
    program: Option<&Path>,
) -> Result<Figures, String> {
    let portfolio = Portfolio::of(items).ok_or("no portfolio of that size")?;
    let mut figures = Figures { items, buyers: portfolio.buyers(), ..Figures::default() };
    measure_engines(&portfolio, work, python, &mut figures)?;
    if asked.engine_only {
        return Ok(figures);
    }
    let Some(program) = program else {
        figures.notes.push("import and declarations, for there is no release build of obligo".to_owned());
        return Ok(figures);
    };
    let files = files::write(&portfolio, work).map_err(|error| format!("{}: {error}", work.display()))?;
    figures.settlements = files.settled;
    let tries = if asked.quick || items > 1_000_000 { 1 } else { 3 };
    let program = import::Program { path: program.to_owned(), folder: work.to_owned() };
    let store = work.join("obligo.db");
    figures.imports = Some(import::measure(&program, &files, &store, tries)?);
    let key_dates = [portfolio.key_date, portfolio.next_key_date];
    figures.declared = Some(declare::measure_two(&program, &files, &store, key_dates, tries)?);
    Ok(figures)
}

fn measure_engines(
    portfolio: &Portfolio,
    work: &Path,
    python: Result<&Path, &str>,
    figures: &mut Figures,
) -> Result<(), String> {
    let columns = engine::Columns::of(portfolio);
    let rows = work.join("rows.csv");
    if python.is_ok() {
        columns.write(&rows).map_err(|error| format!("{}: {error}", rows.display()))?;
    }
    figures.engine = Some(engine::measure(portfolio, columns)?);
    match python {
        Ok(python) => figures.others = others::measure(python, work, &rows)?,
        Err(why) => figures.notes.push(format!("DuckDB and Polars, {why}")),
    }
    Ok(())
}
