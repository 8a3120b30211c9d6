//! The KINDs of files, and who may import which.

use crate::access::roles::Permission;

/// Every KIND of table of the interchange contract, in the order in which they name each other.
pub const KINDS: [&str; 15] = [
    "companies",
    "insurers",
    "buyers",
    "covers",
    "limits",
    "evidence",
    "rates",
    "items",
    "settlements",
    "events",
    "orders",
    "credit_managers",
    "credit_groups",
    "credit_limits",
    "interest_rates",
];

/// Kinds whose records belong to a company; the others are master data of the insured group.
const OF_COMPANY: &[&str] = &["items", "settlements", "events", "orders"];

/// Kinds that decide what is insured: for managers. A scenario may hold any of them.
const OF_MANAGERS: &[&str] = &[
    "companies",
    "insurers",
    "covers",
    "limits",
    "scenario",
    "credit_managers",
    "credit_groups",
    "credit_limits",
    "interest_rates",
];

/// The permission that importing a KIND asks for.
#[must_use]
pub fn permission_of(kind: &str) -> Permission {
    if OF_MANAGERS.contains(&kind) { Permission::Manage } else { Permission::Record }
}

/// Whether the records of a KIND belong to a company, so that people of one company may import them.
#[must_use]
pub fn is_of_company(kind: &str) -> bool {
    OF_COMPANY.contains(&kind)
}
