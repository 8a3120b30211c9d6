//! A record entered by a person or a program: a file of one row, so that it passes every check a file passes and leaves the same trail.

use crate::import::{ImportReport, ImportRequest, Refusal, import};
use crate::session::Session;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use tempfile::TempDir;

/// What is recorded.
#[derive(Clone, Copy, Debug)]
pub struct OneRow<'r> {
    /// KIND of the interchange contract.
    pub kind: &'r str,
    /// Columns with their values as a file would have them; empty values are absent ones.
    pub fields: &'r [(&'r str, &'r str)],
    /// Why, in the person's words; may be empty.
    pub reason: &'r str,
    /// Companies whose documents may be written; `None` for all.
    pub companies: Option<&'r BTreeSet<String>>,
}

/// Records one row of a KIND. Errors: those of the import, placed at the column: nobody has the file. Roles as for the import.
pub fn record(session: &mut Session, row: OneRow<'_>) -> Result<ImportReport, Refusal> {
    let folder = tempfile::tempdir().map_err(unwritable)?;
    let file = write(&folder, row)?;
    import(session, &request_of(row, row.kind, file, &folder), &mut |_, _| {}).map_err(without_file)
}

/// Records rows of different KINDs in one transaction: all of them, or none. The reason and companies are those of the first. Errors as
/// for [`record`].
pub fn record_together(session: &mut Session, rows: &[OneRow<'_>]) -> Result<ImportReport, Refusal> {
    let Some(first) = rows.first() else { return Ok(ImportReport::default()) };
    let folder = tempfile::tempdir().map_err(unwritable)?;
    for row in rows {
        write(&folder, *row)?;
    }
    let files = folder.path().to_owned();
    import(session, &request_of(*first, "scenario", files, &folder), &mut |_, _| {}).map_err(without_file)
}

/// What was typed stands in no file that anybody could open; a file of that name might be quite another one.
fn without_file(mut refusal: Refusal) -> Refusal {
    for problem in &mut refusal.problems {
        (problem.place.file, problem.place.line) = (None, None);
    }
    refusal
}

fn unwritable(why: std::io::Error) -> Problem {
    Problem::unavailable("server-folder").with("why", why)
}

fn request_of(row: OneRow<'_>, kind: &str, file: PathBuf, folder: &TempDir) -> ImportRequest {
    ImportRequest {
        kind: kind.to_owned(),
        files: vec![file],
        base: Some(folder.path().to_owned()),
        companies: row.companies.cloned(),
        reason: row.reason.to_owned(),
        ..ImportRequest::default()
    }
}

/// Writes a row as the file of its KIND.
fn write(folder: &TempDir, row: OneRow<'_>) -> Result<PathBuf, Problem> {
    let file = folder.path().join(format!("{}.csv", row.kind));
    let given: Vec<_> = row.fields.iter().filter(|(_, value)| !value.is_empty()).collect();
    let line = |cells: Vec<&str>| {
        cells.iter().enumerate().fold(String::new(), |mut line, (n, cell)| {
            let comma = if n == 0 { "" } else { "," };
            let _ = write!(line, "{comma}\"{}\"", cell.replace('"', "\"\""));
            line
        })
    };
    let names = line(given.iter().map(|(name, _)| *name).collect());
    let values = line(given.iter().map(|(_, value)| *value).collect());
    std::fs::write(&file, format!("{names}\n{values}\n")).map_err(unwritable)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use obligo_store::Open;

    fn session() -> Session {
        Session::open("sqlite::memory:", Open::Create, "anna".into(), "2024-05-01T08:00:00Z".into()).unwrap()
    }

    fn row<'r>(kind: &'r str, fields: &'r [(&'r str, &'r str)]) -> OneRow<'r> {
        OneRow { kind, fields, reason: "new insurer", companies: None }
    }

    #[test]
    fn a_record_is_kept_with_its_reason_and_once_under_its_key() {
        let mut session = session();
        session.idempotency_key = Some("k".into());
        let fields = [
            ("insurer", "ACR"),
            ("name", "Acme \"Credit\", Ltd\nLondon"),
            ("country", "GB"),
            ("account", ""),
        ];
        let report = record(&mut session, row("insurers", &fields)).unwrap();
        assert_eq!((report.files[0].file.as_str(), report.files[0].new), ("insurers.csv", 1));
        let again = record(&mut session, row("insurers", &fields)).unwrap();
        assert_eq!(again.files[0].new, 0);
        let (entries, name) = session
            .read(|tx| {
                let all = obligo_store::insurer::insurer_all(
                    tx,
                    obligo_store::as_of::AsOf::at(obligo_rules::calendar::Day::LAST),
                )?;
                Ok((
                    obligo_store::entries(tx, &obligo_store::EntryFilter::default())?,
                    all["ACR"].name.clone(),
                ))
            })
            .unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].reason, "new insurer");
        assert_eq!(name, "Acme \"Credit\", Ltd\nLondon");
    }

    #[test]
    fn rows_recorded_together_are_kept_all_or_none() {
        let mut session = session();
        let company = [("company", "1000"), ("name", "Eins"), ("currency", "EUR")];
        let insurer = [("insurer", "ACR"), ("name", "Acme")];
        let wrong = [("insurer", "TOOLONG")];
        let entries = |session: &mut Session| {
            session.read(|tx| obligo_store::entries(tx, &obligo_store::EntryFilter::default())).unwrap().len()
        };
        let refusal = record_together(&mut session, &[row("companies", &company), row("insurers", &wrong)]);
        assert!(refusal.is_err());
        assert_eq!(entries(&mut session), 0);
        session.idempotency_key = Some("k".into());
        for _ in 0..2 {
            record_together(&mut session, &[row("companies", &company), row("insurers", &insurer)]).unwrap();
        }
        assert_eq!(entries(&mut session), 1);
    }

    #[test]
    fn a_wrong_record_is_refused_as_a_file_would_be() {
        let refusal =
            record(&mut session(), row("insurers", &[("insurer", "TOOLONG"), ("nmae", "x")])).unwrap_err();
        let Problem { code, place, .. } = &refusal.problems[0];
        assert_eq!((*code, &place.file, place.line), ("csv-unknown-column", &None, None));
    }

    #[test]
    fn documents_of_other_companies_are_not_written() {
        let mut session = session();
        let company = [("company", "1000"), ("name", "Eins"), ("currency", "EUR")];
        record(&mut session, row("companies", &company)).unwrap();
        let own = BTreeSet::from(["2000".to_owned()]);
        let fields = [
            ("company", "1000"),
            ("document_no", "R1"),
            ("kind", "invoice"),
            ("account", "1"),
            ("currency", "EUR"),
            ("document_date", "2024-04-01"),
            ("net_due_date", "2024-05-01"),
            ("amount", "1.00"),
        ];
        let refusal =
            record(&mut session, OneRow { companies: Some(&own), ..row("items", &fields) }).unwrap_err();
        let codes: Vec<&str> = refusal.problems.iter().map(|p| p.code).collect();
        assert_eq!(codes, ["company-not-yours"]);
    }
}
