//! Credit groups and their members (R9.1, FR-10).

use super::checks::{Repeats, last_day};
use super::{FileReport, Import, Progress};
use obligo_formats::schema::credit_groups as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::credit_group::{
    CreditGroup, CreditGroupMember, credit_group_all, credit_group_member_put, credit_group_put,
};
use obligo_store::version::Recorded;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Longest code of a group.
const GROUP_MAX: usize = 20;

/// Imports a file of groups; a record with an account puts that payer into the group, and it leaves the one it was in.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let mut repeats = Repeats::default();
    let known = credit_group_all(import.tx, AsOf::at(Day::LAST))?;
    let mut of_file: HashMap<String, CreditGroup> = HashMap::new();
    import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        let group = group(import, record, &known)?;
        let said_before = of_file.entry(group.code.clone()).or_insert_with(|| group.clone());
        if *said_before != group {
            let problem = record.problem(column::GROUP, "credit-group-differs");
            return Err(problem.with("group", &group.code));
        }
        let from = import.version_from(record.day(column::VALID_FROM)?);
        // A group is there before its first member is.
        let begins = if known.contains_key(&group.code) { from } else { obligo_store::cover::always() };
        let of_group = credit_group_put(import.tx, import.entry, begins, &group)?;
        let of_member = member(import, record, &group.code, from, &mut repeats)?;
        report.count(of_member.unwrap_or(of_group));
        Ok(())
    })
}

fn group(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    known: &BTreeMap<String, CreditGroup>,
) -> Result<CreditGroup, Problem> {
    let code = record.required(column::GROUP)?;
    if code.chars().count() > GROUP_MAX || code.chars().any(|c| c.is_control() || c == '/') {
        return Err(record.problem(column::GROUP, "credit-group-form").with("limit", GROUP_MAX));
    }
    let before = known.get(code);
    let usual = before.map(|group| group.currency).or(import.book.house_currency());
    let currency = record.need(column::CURRENCY, record.currency(column::CURRENCY)?.or(usual))?;
    let name = match record.text(column::NAME) {
        "" => before.map_or("", |group| &group.name),
        name => name,
    };
    Ok(CreditGroup { code: code.to_owned(), name: name.to_owned(), currency })
}

fn member(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    group: &str,
    valid_from: Day,
    repeats: &mut Repeats<(i64, Day)>,
) -> Result<Option<Recorded>, Problem> {
    if record.text(column::ACCOUNT).is_empty() {
        return Ok(None);
    }
    let buyer_id = import.book.buyer(record, column::ACCOUNT, column::BRANCH, column::ACCOUNT_TYPE)?;
    super::payers::must_be_payer(import, record, column::ACCOUNT, buyer_id)?;
    repeats.note((buyer_id, valid_from), record, column::ACCOUNT)?;
    let valid_until = last_day(record, column::VALID_UNTIL, valid_from)?;
    let member = CreditGroupMember { buyer_id, credit_group: group.to_owned(), valid_from, valid_until };
    credit_group_member_put(import.tx, import.entry, &member).map(Some)
}
