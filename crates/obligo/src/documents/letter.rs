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

/// Columns of a list that fits beside the margins of a letter; a wider one needs a page of its own.
const COLUMNS_WITHIN: usize = 8;

/// Where the annex of a letter begins, if what follows its totals is long or wide.
#[must_use]
pub fn before_annex(totals: &[Block], lists: &[Block]) -> Option<usize> {
    let tables =
        || lists.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let is_long = tables().map(|table| table.rows.len()).sum::<usize>() > ROWS_WITHIN;
    let is_wide = tables().any(|table| !table.rows.is_empty() && table.columns.len() > COLUMNS_WITHIN);
    (is_long || is_wide).then_some(totals.len())
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

#[cfg(test)]
mod tests {
    use super::*;
    use obligo_reports::{Column, ColumnKind, Row, Table};

    #[test]
    fn r7_r8_a_long_or_wide_list_follows_the_signature() {
        let list = |rows: usize, columns: usize| {
            let column = || Column::new("name", "Name", ColumnKind::Text);
            Block::Table(Table {
                key: "list".to_owned(),
                title: "List".to_owned(),
                columns: std::iter::repeat_with(column).take(columns).collect(),
                rows: vec![Row::plain(Vec::new()); rows],
                empty: "none".to_owned(),
            })
        };
        let totals = [Block::Text("totals".to_owned())];
        // rows, columns, is an annex
        for (rows, columns, is_annex) in
            [(12, 8, false), (13, 8, true), (1, 9, true), (0, 14, false), (0, 0, false)]
        {
            let found = before_annex(&totals, &[list(rows, columns)]);
            assert_eq!(found, is_annex.then_some(1), "{rows} rows of {columns} columns");
        }
        let found = before_annex(&totals, &[list(7, 4), list(6, 4)]);
        assert_eq!(found, Some(1), "lists that are long together");
    }
}
