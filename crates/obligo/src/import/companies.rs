//! Companies and their insured group (R1.1).

use super::checks::{Columns, Repeats, address_lines};
use super::{FileReport, Import, Progress};
use obligo_formats::schema::companies as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::company::{Company, company_all, company_put};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// Columns that a violation of R1.1 may name.
const GROUP_COLUMNS: [usize; 6] = [
    column::COMPANY,
    column::INSURED_GROUP,
    column::MASTER,
    column::ADDRESS_COMPANY,
    column::ACCOUNT_TYPES,
    column::PAYMENT_TERMS,
];

/// Imports a file of companies. The group is checked over all companies, those of the file and those known.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let refused_before = import.refusal.total;
    let mut columns = Columns::default();
    let mut lines: HashMap<String, u64> = HashMap::new();
    let mut days = BTreeSet::from([Day::LAST]);
    let mut repeats = Repeats::default();
    let report = import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        columns.note(record, &GROUP_COLUMNS);
        let company = read(record)?;
        let valid_from = import.version_from(record.day(column::VALID_FROM)?);
        repeats.note((company.company.clone(), valid_from), record, column::COMPANY)?;
        report.count(company_put(import.tx, import.entry, valid_from, &company)?);
        lines.insert(company.company, record.line());
        days.insert(valid_from);
        Ok(())
    })?;
    // A company that could not be read may be the master the others miss.
    if import.refusal.total > refused_before {
        return Ok(report);
    }
    for day in days {
        let companies: Vec<Company> = company_all(import.tx, AsOf::at(day))?.into_values().collect();
        let violations = group_violations(&companies);
        if violations.is_empty() {
            continue;
        }
        for violation in violations {
            let line = lines.get(&violation.company.company).or_else(|| lines.values().min());
            let value = violation.value();
            let at = violation.column;
            let line = line.copied().unwrap_or(1);
            let placed = columns.problem(line, at, &value, violation.problem.code);
            import.refusal.push(Problem { facts: violation.problem.facts, ..placed });
        }
        break;
    }
    Ok(report)
}

fn read(record: &Record<'_>) -> Result<Company, Problem> {
    Ok(Company {
        company_id: 0,
        company: record.required(column::COMPANY)?.to_owned(),
        name: record.text(column::NAME).to_owned(),
        currency: record.need(column::CURRENCY, record.currency(column::CURRENCY)?)?.code().to_owned(),
        insured_group: record.text(column::INSURED_GROUP).to_owned(),
        master: record.boolean(column::MASTER)?,
        address_company: record.text(column::ADDRESS_COMPANY).to_owned(),
        account_types: blank_separated(record.text(column::ACCOUNT_TYPES)),
        own_number: record.text(column::OWN_NUMBER).to_owned(),
        payment_terms: blank_separated(record.text(column::PAYMENT_TERMS)),
        secured_terms: blank_separated(record.text(column::SECURED_TERMS)),
        postal_address: address_lines(record.text(column::POSTAL_ADDRESS)),
    })
}

fn blank_separated(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a company breaks R1.1.
struct Violation<'c> {
    company: &'c Company,
    column: usize,
    problem: Problem,
}

impl<'c> Violation<'c> {
    fn new(company: &'c Company, column: usize, code: &'static str) -> Violation<'c> {
        let problem = Problem::refused(code).with("company", &company.company);
        Violation { company, column, problem }
    }

    fn with(mut self, name: &'static str, value: &str) -> Violation<'c> {
        self.problem = self.problem.with(name, value);
        self
    }

    fn value(&self) -> String {
        let company = self.company;
        match self.column {
            column::INSURED_GROUP => company.insured_group.clone(),
            column::MASTER => company.master.to_string(),
            column::ADDRESS_COMPANY => company.address_company.clone(),
            column::ACCOUNT_TYPES => company.account_types.clone(),
            column::PAYMENT_TERMS => company.payment_terms.clone(),
            _ => company.company.clone(),
        }
    }
}

/// Violations of R1.1: one group only, one master, members as the master; of each member the first difference.
fn group_violations(companies: &[Company]) -> Vec<Violation<'_>> {
    let grouped = companies.iter().any(|c| !c.insured_group.is_empty());
    let members: Vec<&Company> =
        companies.iter().filter(|c| !grouped || !c.insured_group.is_empty()).collect();
    let masters: Vec<&Company> = members.iter().copied().filter(|c| c.master).collect();
    let Some(head) = masters.first().or(members.first()).copied() else { return Vec::new() };
    let mut violations = Vec::new();
    if grouped && masters.is_empty() {
        let violation = Violation::new(head, column::MASTER, "group-master-missing");
        violations.push(violation.with("group", &head.insured_group));
    }
    for second in masters.iter().skip(1) {
        let violation = Violation::new(second, column::MASTER, "group-masters-several");
        violations.push(violation.with("master", &head.company));
    }
    for member in members {
        if member.insured_group != head.insured_group {
            let violation = Violation::new(member, column::INSURED_GROUP, "group-second");
            let violation = violation.with("group", &member.insured_group);
            violations.push(violation.with("known", &head.insured_group));
        } else if let Some((column, what, expected)) = first_difference(head, member) {
            let violation = Violation::new(member, column, "group-differs").with("what", what);
            violations.push(
                violation
                    .with("master", &head.company)
                    .with("expected", if expected.is_empty() { "none" } else { expected }),
            );
        }
    }
    violations
}

/// The first in which a member differs from the company that keeps the group's master data: column, word for it, the master's value.
fn first_difference<'c>(head: &'c Company, member: &Company) -> Option<(usize, &'static str, &'c str)> {
    let set = |text: &str| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    let uses_secured = !head.secured_terms.is_empty() || !member.secured_terms.is_empty();
    if member.address_company != head.address_company {
        Some((column::ADDRESS_COMPANY, "address_company", &head.address_company))
    } else if set(&member.account_types) != set(&head.account_types) {
        Some((column::ACCOUNT_TYPES, "account_types", &head.account_types))
    } else if uses_secured && set(&member.payment_terms) != set(&head.payment_terms) {
        Some((column::PAYMENT_TERMS, "payment_terms", &head.payment_terms))
    } else {
        None
    }
}
