//! `[[approval]]`: who may grant how much.

use super::classes::rows;
use crate::toml_document::Section;
use obligo_rules::approval::{ApprovalStep, Approver};

/// Roles that decide; the others only read, run, audit or administer, and a step of theirs nobody could take.
const ROLES: [(&str, &str); 2] = [("clerk", "clerk"), ("manager", "manager")];
/// Longest name somebody signs in with, in characters.
const USER_MAX: usize = 60;

/// The ladder, amounts rising; only its last step may be without limit.
pub(super) fn ladder(root: &Section<'_>) -> Vec<ApprovalStep> {
    let mut steps: Vec<ApprovalStep> = Vec::new();
    for section in rows(root, "approval") {
        let up_to = section.amount("up_to", 0);
        let role = section.choice("role", &ROLES);
        let user = section.short_text("user", USER_MAX);
        let two_people = section.flag("two_people").unwrap_or(false);
        match (section.entry("role"), section.entry("user")) {
            (Some(_), Some(user)) => {
                user.refuse::<()>("policy-either-key", &[("other", &section.path_of("role"))]);
            }
            (None, None) => section.missing("role"),
            _ => {}
        }
        let is_open = section.entry("up_to").is_none();
        let rises = steps.last().is_none_or(|below| match (below.up_to, up_to) {
            (Some(below), Some(up_to)) => below < up_to,
            (Some(_), None) => true,
            (None, _) => false,
        });
        let approver = role.map(|role| Approver::Role(role.to_owned())).or(user.map(Approver::User));
        let Some(approver) = approver.filter(|_| is_open || up_to.is_some()) else { continue };
        if !rises {
            section.refuse("up_to", "credit-policy-order", &[]);
        }
        steps.push(ApprovalStep { up_to, approver, two_people });
    }
    steps
}
