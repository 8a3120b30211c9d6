//! The credit policy as a file: put, checked, and its versions.

use crate::import::ledger::unmatched::UnmatchedList;
use crate::import::scenario::read_small_file;
use crate::import::{FileReport, Import, ImportReport, ImportRequest, Refusal, import_together};
use crate::session::{Precondition, Session, hex};
use obligo_formats::credit_policy_file;
use obligo_rules::calendar::Day;
use obligo_rules::credit_policy::CreditPolicy;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::credit_policy::{credit_policy_history, credit_policy_put};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// KIND of a credit policy file among the files of an import.
pub const KIND: &str = "credit_policy";

/// Name of a stored policy in problems.
const STORED: &str = "credit_policy.toml";

/// Puts a credit policy file, in force from its `valid_from` until that of the next. Errors: those of
/// [`credit_policy_file::parse`]. Role: manager.
pub fn put(session: &mut Session, file: &Path) -> Result<ImportReport, Refusal> {
    put_from(session, file, None)
}

/// Records the credit policy written in a text, told and recorded under `name`. Errors and roles as for [`put`].
pub fn put_text(session: &mut Session, name: &str, text: &str) -> Result<ImportReport, Refusal> {
    let unwritable = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
    let folder = tempfile::tempdir().map_err(unwritable)?;
    // Only the last part: a name from elsewhere leads to no other folder.
    let name = Path::new(name).file_name().unwrap_or(STORED.as_ref());
    let file = folder.path().join(name);
    std::fs::write(&file, text).map_err(unwritable)?;
    put_from(session, &file, Some(folder.path()))
}

fn put_from(session: &mut Session, file: &Path, base: Option<&Path>) -> Result<ImportReport, Refusal> {
    let request = ImportRequest {
        kind: KIND.to_owned(),
        files: vec![file.to_owned()],
        base: base.map(Path::to_owned),
        ..ImportRequest::default()
    };
    let jobs: [(String, PathBuf); 1] = [(KIND.to_owned(), file.to_owned())];
    let is_dry_run = session.dry_run;
    let mut unmatched = UnmatchedList::default();
    let report =
        import_together(session, (&request, None), Path::new(""), &jobs, &mut |_, _| {}, &mut unmatched)?;
    Ok(ImportReport { dry_run: is_dry_run, ..report })
}

/// Takes in a credit policy file; what is wrong with it is added to the import's refusal.
pub fn import_file(import: &mut Import<'_, '_, '_>, path: &Path) -> Result<FileReport, Problem> {
    let name = import.name(path);
    let mut report =
        FileReport { file: name.clone(), kind: KIND.to_owned(), records: 1, ..FileReport::default() };
    let text = read_small_file(path)?;
    report.sha256 = hex(&Sha256::digest(text.as_bytes()));
    match credit_policy_file::parse(&name, &text) {
        Ok(policy) => {
            report.count(credit_policy_put(import.tx, import.entry, policy.valid_from, &text)?);
        }
        Err(problems) => problems.into_iter().for_each(|problem| import.refusal.push(problem)),
    }
    Ok(report)
}

/// Reads a credit policy file without writing anything. Errors: everything that is wrong in it.
pub fn check_file(file: &Path) -> Result<CreditPolicy, Refusal> {
    check_text(&file.to_string_lossy(), &read_small_file(file)?)
}

/// Reads the text of a credit policy file. Errors as for [`check_file`].
pub fn check_text(name: &str, text: &str) -> Result<CreditPolicy, Refusal> {
    credit_policy_file::parse(name, text).map_err(|problems| Refusal { total: problems.len(), problems })
}

/// Reads a policy that was taken in once. Error: the first thing this program no longer understands.
pub fn parse_stored(text: &str) -> Result<CreditPolicy, Problem> {
    credit_policy_file::parse(STORED, text).map_err(|problems| {
        problems.into_iter().next().unwrap_or_else(|| Problem::unavailable("store-damaged"))
    })
}

/// One version of the credit policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// First day it is in force.
    pub valid_from: Day,
    /// Last day; `None` where no other follows.
    pub valid_until: Option<Day>,
    /// Its name.
    pub name: String,
    /// Audit entry that recorded it.
    pub entry: i64,
    /// The file.
    pub text: String,
}

/// Every version, those that begin later included, the oldest first. Role: viewer.
pub fn history(session: &mut Session) -> Result<Vec<Version>, Problem> {
    let all = session.read(|tx| credit_policy_history(tx, AsOf::at(Day::LAST)))?;
    let ends = all.iter().skip(1).map(|next| Some(next.valid_from.plus_days(-1))).chain([None]);
    let version = |(text, valid_until): (&obligo_store::credit_policy::CreditPolicyText, Option<Day>)| {
        Ok(Version {
            valid_from: text.valid_from,
            valid_until,
            name: parse_stored(&text.terms)?.name,
            entry: text.entry,
            text: text.terms.clone(),
        })
    };
    all.iter().zip(ends).map(version).collect()
}

/// The file in force at a point in time; `None` while none was put. Role: viewer.
pub fn text_in_force(session: &mut Session, as_of: AsOf) -> Result<Option<String>, Problem> {
    let last = session.read(|tx| Ok(credit_policy_history(tx, as_of)?.pop()))?;
    Ok(last.map(|text| text.terms))
}

/// Holds as long as the file in force on a day says what was `seen`; lines may end in either way. Error: `record-changed`.
#[must_use]
pub fn credit_policy_unchanged(day: Day, seen: Option<String>) -> Precondition {
    Box::new(move |tx| {
        let now = credit_policy_history(tx, AsOf::at(day))?.pop().map(|text| text.terms);
        let is_same = match (&now, &seen) {
            (Some(now), Some(seen)) => now.lines().eq(seen.lines()),
            (now, seen) => now.is_none() && seen.is_none(),
        };
        if is_same { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}
