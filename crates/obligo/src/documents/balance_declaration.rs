//! The balance declaration (R8.2): what each buyer owes at the key date.

use super::Making;
use super::declaration::{List, PARAMETERS, declaration};
use super::definition::{Audience, Definition, TABLES};
use super::values::heading;
use crate::access::roles::Permission;
use crate::serve::Access;
use obligo_reports::Report;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "balance-declaration",
    about: "The balances declared to the insurer, of a final run or as a preview (R8.2)",
    audience: Audience::Insurer,
    access: Access::WholeGroup(Permission::Read),
    parameters: PARAMETERS,
    formats: TABLES,
    example: "--policy ACR/A --key-date 2024-06-30 --buyers named",
    build,
    record: None,
};

/// Amounts in the order they are reckoned.
const AMOUNTS: &[&str] = &["receivables", "bills", "credits", "declared"];

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    declaration(making, "balance", AMOUNTS, |words, _| {
        vec![List { key: "buyers", title: heading(words, "buyers"), amounts: AMOUNTS }]
    })
}
