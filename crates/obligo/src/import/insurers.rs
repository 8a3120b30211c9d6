//! Insurers (R1.2).

use super::checks::{Repeats, address_lines, country};
use super::{FileReport, Import, Progress};
use crate::items::account_key;
use obligo_formats::schema::insurers as column;
use obligo_rules::problem::Problem;
use obligo_store::insurer::{Insurer, insurer_put};
use std::path::Path;

/// Imports a file of insurers.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let code = record.required(column::INSURER)?;
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(record.problem(column::INSURER, "insurer-code"));
        }
        // Its account may be imported later than the insurer: only the form is checked.
        let account = record.text(column::ACCOUNT);
        if !account.is_empty() && account_key(account).is_none_or(|key| !key.prospect.is_empty()) {
            return Err(record.problem(column::ACCOUNT, "insurer-account"));
        }
        let insurer = Insurer {
            insurer: code.to_owned(),
            name: record.text(column::NAME).to_owned(),
            country: country(record, column::COUNTRY)?.to_owned(),
            account: account.to_owned(),
            postal_address: address_lines(record.text(column::POSTAL_ADDRESS)),
        };
        let valid_from = import.version_from(record.day(column::VALID_FROM)?);
        repeats.note((insurer.insurer.clone(), valid_from), record, column::INSURER)?;
        report.count(insurer_put(import.tx, import.entry, valid_from, &insurer)?);
        Ok(())
    })
}
