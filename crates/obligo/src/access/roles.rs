//! Roles people have and what they allow.

use std::collections::BTreeSet;

/// A role of a user. Several add up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Reads everything of their companies.
    Viewer,
    /// Records facts: imports, events, evidence, notes, edits, limit requests.
    Clerk,
    /// Decides: limit decisions, covers, policies, companies, insurers.
    Manager,
    /// Makes final runs, reverses them, closes the day.
    Runner,
    /// Reads the audit trail and verifies the store.
    Auditor,
    /// Users, roles, tokens, settings, backup; the audit trail too.
    Administrator,
}

impl Role {
    /// All roles, in the order pages show them.
    pub const ALL: [Role; 6] =
        [Role::Viewer, Role::Clerk, Role::Manager, Role::Runner, Role::Auditor, Role::Administrator];

    /// The code in the store, the API and the settings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Role::Viewer => "viewer",
            Role::Clerk => "clerk",
            Role::Manager => "manager",
            Role::Runner => "runner",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    /// The role with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What an action asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Permission {
    /// Lists, pages, previews, explanations.
    Read,
    /// Imports, events, evidence, notes, edits of items, limit requests.
    Record,
    /// Limit decisions, covers, policies, companies, insurers.
    Manage,
    /// Final runs, reversals, day close.
    Run,
    /// The audit trail and its check.
    Audit,
    /// Users, roles, tokens of others, settings, backup.
    Administer,
    /// One's own password, language, views and tokens.
    Own,
}

impl Permission {
    /// All permissions.
    pub const ALL: [Permission; 7] = [
        Permission::Read,
        Permission::Record,
        Permission::Manage,
        Permission::Run,
        Permission::Audit,
        Permission::Administer,
        Permission::Own,
    ];

    /// The code in messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Permission::Read => "read",
            Permission::Record => "record",
            Permission::Manage => "manage",
            Permission::Run => "run",
            Permission::Audit => "audit",
            Permission::Administer => "administer",
            Permission::Own => "own",
        }
    }
}

/// Whether any of these roles allows it. Without a role nothing but [`Permission::Own`] is.
#[must_use]
pub fn allows(roles: &BTreeSet<Role>, permission: Permission) -> bool {
    let any = |of: &[Role]| of.iter().any(|role| roles.contains(role));
    match permission {
        Permission::Read => !roles.is_empty(),
        Permission::Record => any(&[Role::Clerk, Role::Manager]),
        Permission::Manage => any(&[Role::Manager]),
        Permission::Run => any(&[Role::Runner]),
        Permission::Audit => any(&[Role::Auditor, Role::Administrator]),
        Permission::Administer => any(&[Role::Administrator]),
        Permission::Own => true,
    }
}

/// Codes of roles, separated by blanks, as the store and the audit trail keep them.
#[must_use]
pub fn role_codes(roles: &BTreeSet<Role>) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(" ")
}

/// Reads codes separated by blanks; unknown ones are left out.
#[must_use]
pub fn roles_of_codes(codes: &str) -> BTreeSet<Role> {
    codes.split_whitespace().filter_map(Role::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::{Permission, Role, allows, role_codes, roles_of_codes};
    use std::collections::BTreeSet;

    #[test]
    fn each_role_allows_what_it_is_for() {
        // Rows are roles; columns read, record, manage, run, audit, administer, own.
        let table = [
            ("", "------x"),
            ("viewer", "x-----x"),
            ("clerk", "xx----x"),
            ("manager", "xxx---x"),
            ("runner", "x--x--x"),
            ("auditor", "x---x-x"),
            ("administrator", "x---xxx"),
            ("clerk runner", "xx-x--x"),
            ("viewer clerk manager runner auditor administrator", "xxxxxxx"),
        ];
        for (codes, expected) in table {
            let roles = roles_of_codes(codes);
            let found: String =
                Permission::ALL.iter().map(|p| if allows(&roles, *p) { 'x' } else { '-' }).collect();
            assert_eq!(found, expected, "{codes}");
            assert_eq!(role_codes(&roles), codes);
        }
    }

    #[test]
    fn a_role_is_read_by_its_code_and_nothing_else() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.code()), Some(role));
        }
        assert_eq!(Role::ALL.iter().collect::<BTreeSet<_>>().len(), 6);
        for code in ["", "Viewer", "admin", "viewer "] {
            assert_eq!(Role::parse(code), None, "{code}");
        }
    }
}
