//! The use case *policy* (R1.3): the terms of a policy as a file, put, shown and checked by its own cases.

mod cases;

pub use cases::{CaseResult, Difference};

use crate::import::book::known_codes;
use crate::import::ledger::unmatched::UnmatchedList;
use crate::import::scenario::read_small_file;
use crate::import::{FileReport, Import, ImportReport, ImportRequest, Refusal, import_together};
use crate::session::{Precondition, Session};
use obligo_formats::policy_file::{self, PolicyFile};
use obligo_rules::calendar::Day;
use obligo_rules::policy::Procedure;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::cover::always;
use obligo_store::insurer::insurer_all;
use obligo_store::policy::{PolicyText, policy_all, policy_put, policy_version_counts};
use obligo_store::run::run_last_key_date;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// KIND of a policy file among the files of an import.
const KIND: &str = "policies";

/// Puts policy files, all or none. Terms that changed are valid from `valid_from`, else from the day after the policy's last final run,
/// else always.
pub fn put(
    session: &mut Session,
    files: &[PathBuf],
    valid_from: Option<Day>,
) -> Result<ImportReport, Refusal> {
    put_from(session, files, valid_from, None)
}

/// Records the terms written in a text, told and recorded under `name`. Errors and roles as for [`put`].
pub fn put_text(
    session: &mut Session,
    name: &str,
    text: &str,
    valid_from: Option<Day>,
) -> Result<ImportReport, Refusal> {
    let unwritable = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
    let folder = tempfile::tempdir().map_err(unwritable)?;
    let file = folder.path().join(name);
    std::fs::write(&file, text).map_err(unwritable)?;
    put_from(session, &[file], valid_from, Some(folder.path()))
}

fn put_from(
    session: &mut Session,
    files: &[PathBuf],
    valid_from: Option<Day>,
    base: Option<&Path>,
) -> Result<ImportReport, Refusal> {
    let request = ImportRequest {
        kind: KIND.to_owned(),
        files: files.to_vec(),
        valid_from,
        base: base.map(Path::to_owned),
        ..ImportRequest::default()
    };
    let jobs: Vec<(String, PathBuf)> = files.iter().map(|path| (KIND.to_owned(), path.clone())).collect();
    let is_dry_run = session.dry_run;
    let report = import_together(
        session,
        (&request, None),
        Path::new(""),
        &jobs,
        &mut |_, _| {},
        &mut UnmatchedList::default(),
    )?;
    Ok(ImportReport { dry_run: is_dry_run, ..report })
}

/// Takes in one policy file; what is wrong with it is added to the import's refusal.
pub fn import_file(import: &mut Import<'_, '_, '_>, path: &Path) -> Result<FileReport, Problem> {
    let name = import.name(path);
    let mut report =
        FileReport { file: name.clone(), kind: KIND.to_owned(), records: 1, ..FileReport::default() };
    let text = read_small_file(path)?;
    let file = match policy_file::parse(&name, &text) {
        Ok(file) => file,
        Err(problems) => {
            refuse(import.refusal, problems);
            return Ok(report);
        }
    };
    let policy = &file.policy;
    let code = policy.policy.as_str();
    let at = |key: &str, code: &'static str| {
        Problem::refused(code).in_file(&name).at_line(line_of(&text, key)).at_column(key)
    };
    let insurers = insurer_all(import.tx, AsOf::at(Day::LAST))?;
    if !insurers.is_empty() && !insurers.contains_key(policy.insurer()) {
        let known = known_codes(insurers.keys());
        let problem = at("policy", "policy-insurer-unknown").of_value(code);
        import.refusal.push(problem.with("insurer", policy.insurer()).with("known", known));
    }
    let known = import.book.policies.get(code).copied();
    let last_final = known.map(|k| run_last_key_date(import.tx, k.number)).transpose()?.flatten();
    if let (Some(known), Some(date)) = (known, last_final)
        && known.currency != policy.currency
    {
        let problem = at("currency", "policy-currency-changed").of_value(policy.currency.code());
        let problem = problem.with("policy", code).with("known", known.currency).with("date", date);
        import.refusal.push(problem);
    }
    let after_runs = last_final.map(|day| day.plus_days(1));
    let valid_from = import.valid_from.or(after_runs).unwrap_or_else(always);
    report.count(policy_put(import.tx, import.entry, valid_from, code, &text)?);
    Ok(report)
}

/// The line of one of the policy's own keys, which stand before the first section.
fn line_of(text: &str, key: &str) -> u64 {
    let starts = |line: &str| {
        line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(starts).map_or(1, |n| n as u64 + 1)
}

/// What `policy show` shows.
#[derive(Clone, PartialEq, Debug)]
pub enum PolicyShown {
    /// All policies, one object each.
    List(Vec<Value>),
    /// The file of one policy, as it was put.
    File(String),
}

/// Shows all policies, or the file of one; an unknown one is refused, naming those that exist. Of several versions the latest.
pub fn show(session: &mut Session, policy: Option<&str>) -> Result<PolicyShown, Problem> {
    session.read(|tx| {
        let mut all = policy_all(tx, AsOf::at(Day::LAST))?;
        if let Some(code) = policy {
            let found = all.remove(code);
            return found.map(|text| PolicyShown::File(text.terms)).ok_or_else(|| {
                let known = known_codes(all.keys());
                Problem::refused("policy-not-found").with("policy", code).with("known", known)
            });
        }
        let versions = policy_version_counts(tx)?;
        let list = all.values().map(|text| {
            let file = parse_stored(text).map_err(first_of)?;
            let policy = file.policy;
            let procedure = match policy.declaration.procedure {
                Procedure::Balance => "balance",
                Procedure::Turnover => "turnover",
            };
            Ok(json!({
                "policy": policy.policy,
                "name": policy.name,
                "insurer": policy.insurer(),
                "external_number": policy.external_number,
                "procedure": procedure,
                "currency": policy.currency.code(),
                "valid_from": policy.valid_from.to_string(),
                "valid_until": policy.valid_until.map(|day| day.to_string()),
                "versions": versions.get(&text.policy_id),
            }))
        });
        Ok(PolicyShown::List(list.collect::<Result<_, Problem>>()?))
    })
}

/// Runs the cases in policy files, without a store. Files that cannot be read are refused with everything that is wrong in them.
pub fn check_files(files: &[PathBuf]) -> Result<Vec<CaseResult>, Refusal> {
    let mut refusal = Refusal::default();
    let mut results = Vec::new();
    for path in files {
        let name = path.to_string_lossy();
        let read = read_small_file(path).map_err(|problem| vec![problem]);
        match read.and_then(|text| policy_file::parse(&name, &text)) {
            Ok(file) => results.extend(cases::run(&name, &file)),
            Err(problems) => refuse(&mut refusal, problems),
        }
    }
    if refusal.total > 0 { Err(refusal) } else { Ok(results) }
}

/// Runs the cases in the text of a policy file. Errors as for [`check_files`].
pub fn check_text(name: &str, text: &str) -> Result<Vec<CaseResult>, Refusal> {
    match policy_file::parse(name, text) {
        Ok(file) => Ok(cases::run(name, &file)),
        Err(problems) => {
            let mut refusal = Refusal::default();
            refuse(&mut refusal, problems);
            Err(refusal)
        }
    }
}

/// Holds as long as the policy's file says what was `seen`, or does not exist where nothing was; lines may end in either way. Error:
/// `record-changed`.
#[must_use]
pub fn policy_unchanged(policy: String, seen: Option<String>) -> Precondition {
    Box::new(move |tx| {
        let now = policy_all(tx, AsOf::at(Day::LAST))?.remove(&policy).map(|text| text.terms);
        let is_same = match (&now, &seen) {
            (Some(now), Some(seen)) => now.lines().eq(seen.lines()),
            (now, seen) => now.is_none() && seen.is_none(),
        };
        if is_same { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
    })
}

/// Runs the cases of the stored policies, or of one.
pub fn check_stored(session: &mut Session, policy: Option<&str>) -> Result<Vec<CaseResult>, Refusal> {
    let texts = session.read(|tx| policy_all(tx, AsOf::at(Day::LAST)))?;
    if let Some(code) = policy.filter(|code| !texts.contains_key(*code)) {
        let known = known_codes(texts.keys());
        return Err(Problem::refused("policy-not-found").with("policy", code).with("known", known).into());
    }
    let mut refusal = Refusal::default();
    let mut results = Vec::new();
    for text in texts.values().filter(|text| policy.is_none_or(|code| code == text.policy)) {
        match parse_stored(text) {
            Ok(file) => results.extend(cases::run(&text.policy, &file)),
            Err(problems) => refuse(&mut refusal, problems),
        }
    }
    if refusal.total > 0 { Err(refusal) } else { Ok(results) }
}

fn parse_stored(text: &PolicyText) -> Result<PolicyFile, Vec<Problem>> {
    policy_file::parse(&text.policy, &text.terms)
}

fn refuse(refusal: &mut Refusal, problems: Vec<Problem>) {
    for problem in problems {
        refusal.push(problem);
    }
}

fn first_of(problems: Vec<Problem>) -> Problem {
    problems.into_iter().next().unwrap_or_else(|| Problem::refused("policy-not-found"))
}
