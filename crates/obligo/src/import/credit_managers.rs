//! Credit managers and their seniors (R9.2).

use super::checks::{Columns, Repeats};
use super::{FileReport, Import, Progress};
use obligo_formats::schema::credit_managers as column;
use obligo_rules::calendar::Day;
use obligo_rules::credit_manager::{CreditManager, senior_circle};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::credit_manager::{credit_manager_all, credit_manager_put};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Longest code of a credit manager.
const CODE_MAX: usize = 20;

/// Imports a file of credit managers; a senior may stand below its juniors. Problems besides those of the fields: `credit-manager-form`,
/// `credit-manager-unknown`, `credit-manager-circle`.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    let mut columns = Columns::default();
    let mut seniors: BTreeMap<String, (u64, String)> = BTreeMap::new();
    let report = import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        columns.note(record, &[column::SENIOR]);
        let code = record.required(column::CREDIT_MANAGER)?;
        if code.chars().count() > CODE_MAX || code.contains("..") || code.chars().any(char::is_control) {
            return Err(record
                .problem(column::CREDIT_MANAGER, "credit-manager-form")
                .with("limit", CODE_MAX));
        }
        let manager = CreditManager {
            code: code.to_owned(),
            name: record.text(column::NAME).trim().to_owned(),
            senior: record.text(column::SENIOR).to_owned(),
            user: record.text(column::USER).to_owned(),
        };
        let valid_from = import.version_from(record.day(column::VALID_FROM)?);
        repeats.note((manager.code.clone(), valid_from), record, column::CREDIT_MANAGER)?;
        if !manager.senior.is_empty() {
            seniors.insert(manager.code.clone(), (record.line(), manager.senior.clone()));
        }
        report.count(credit_manager_put(import.tx, import.entry, valid_from, &manager)?);
        Ok(())
    })?;
    check_seniors(import, &seniors, &columns)?;
    Ok(report)
}

/// Refuses seniors nobody registered, and seniors in a circle, once the file is read whole.
fn check_seniors(
    import: &mut Import<'_, '_, '_>,
    seniors: &BTreeMap<String, (u64, String)>,
    columns: &Columns,
) -> Result<(), Problem> {
    let all = credit_manager_all(import.tx, AsOf::at(Day::LAST))?;
    let codes: BTreeSet<&str> = all.iter().map(|manager| manager.code.as_str()).collect();
    for (line, senior) in seniors.values().filter(|(_, senior)| !codes.contains(senior.as_str())) {
        let problem = columns.problem(*line, column::SENIOR, senior, "credit-manager-unknown");
        import.refusal.push(problem.with("credit_manager", senior));
    }
    let circle = senior_circle(&all);
    let in_file = circle.iter().filter_map(|code| seniors.get(code)).min();
    if let Some((line, senior)) = in_file {
        let problem = columns.problem(*line, column::SENIOR, senior, "credit-manager-circle");
        import.refusal.push(problem.with("managers", circle.join(" → ")));
    }
    Ok(())
}
