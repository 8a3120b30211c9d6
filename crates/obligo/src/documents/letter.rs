//! Letters to an insurer: who writes to whom, under which numbers.

use crate::snapshot::{LoadedPolicy, Snapshot};
use crate::words::Words;
use obligo_reports::{Block, Fact, Letter, Value};
use obligo_rules::calendar::Day;
use obligo_store::company::Company;

/// The company that writes for the insured group: the one that keeps its master data, or the first of all (R1.1).
#[must_use]
pub fn sender(snapshot: &Snapshot) -> Option<&Company> {
    let mut companies = snapshot.companies.values();
    companies.clone().find(|company| company.master).or_else(|| companies.next())
}

/// The frame of a letter about a policy.
pub fn to_insurer(words: &Words, snapshot: &Snapshot, policy: &LoadedPolicy, dated: Day) -> Letter {
    let policy = &policy.policy;
    let insurer = snapshot.insurers.get(policy.insurer());
    let company = sender(snapshot);
    let mut references = vec![reference(
        words,
        "report-policy-number",
        "policy_number",
        policy_number(&policy.external_number, &policy.policy),
    )];
    let numbers = [
        ("report-list-number", "list_number", policy.list_no.as_str()),
        ("report-own-number", "own_number", company.map_or("", |company| company.own_number.as_str())),
    ];
    let given = numbers.into_iter().filter(|(_, _, number)| !number.is_empty());
    references.extend(given.map(|(id, key, number)| reference(words, id, key, number)));
    Letter {
        sender: company.map(|c| address(&c.name, &c.company, &c.postal_address)).unwrap_or_default(),
        recipient: insurer.map(|i| address(&i.name, &i.insurer, &i.postal_address)).unwrap_or_default(),
        place_and_date: words.date(dated),
        references,
        salutation: words.text("report-salutation"),
        opening: Vec::new(),
        closing: vec![words.text("report-regards")],
        signatures: vec![words.text("report-sign-place"), words.text("report-sign-name")],
        before_annex: None,
    }
}

/// Rows of lists that a letter still holds itself; longer ones are its annex, so that it is signed on its first page.
const ROWS_WITHIN: usize = 12;

/// Where the annex of a letter begins, if what follows its totals is long.
#[must_use]
pub fn before_annex(totals: &[Block], lists: &[Block]) -> Option<usize> {
    let rows = |block: &Block| if let Block::Table(table) = block { table.rows.len() } else { 0 };
    (lists.iter().map(rows).sum::<usize>() > ROWS_WITHIN).then_some(totals.len())
}

/// Name and address, line by line; its code where no name is kept.
pub fn address(name: &str, code: &str, lines: &str) -> Vec<String> {
    let name = if name.is_empty() { code } else { name };
    std::iter::once(name).chain(lines.lines()).map(str::to_owned).collect()
}

/// The number the insurer knows the policy by; the house's own code where none is kept.
#[must_use]
pub fn policy_number<'p>(external: &'p str, code: &'p str) -> &'p str {
    if external.is_empty() { code } else { external }
}

fn reference(words: &Words, id: &str, key: &str, number: &str) -> Fact {
    Fact::new(key, words.text(id), Value::Text(number.to_owned()))
}
