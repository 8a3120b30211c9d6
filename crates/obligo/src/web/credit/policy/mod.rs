//! The credit policy: what is in force as tables, changed by form or as a file; exceptions; credit managers.

mod card;
mod control;
mod debtors;
mod exceptions;
mod file;
mod managers;
mod page;
mod rules;
mod wording;

pub use card::recommended_card;

use crate::access::roles::Permission;
use crate::serve::{Access, Call, Route};
use maud::{Markup, html};

const READ: Access = Access::Allowed(Permission::Read);
const MANAGE: Access = Access::WholeGroup(Permission::Manage);

/// Everybody sees the policy; it is changed by managers who see the whole group.
pub const ROUTES: &[Route] = &[
    Route::page("/credit/policy", READ, page::page),
    Route::page("/credit/policy/download", READ, file::download),
    Route::page("/credit/policy/control", MANAGE, control::edit),
    Route::form("/credit/policy/control", MANAGE, control::save),
    Route::page("/credit/policy/file", MANAGE, file::edit),
    Route::upload("/credit/policy/file", MANAGE, file::save),
    Route::page("/credit/policy/exceptions", READ, exceptions::page),
    Route::form("/credit/policy/exceptions", MANAGE, exceptions::add),
    Route::form("/credit/policy/exceptions/{exception}/end", MANAGE, exceptions::end),
    Route::page("/credit/policy/managers", READ, managers::page),
    Route::form("/credit/policy/managers", MANAGE, managers::save),
    Route::form("/credit/policy/managers/{credit_manager}/end", MANAGE, managers::end),
];

/// Whether the caller may change what is here.
fn may_change(call: &Call) -> bool {
    call.caller.may_for_group(Permission::Manage)
}

/// The ways to see the policy, the one named `here` marked.
fn ways(call: &Call, here: &str) -> Markup {
    let all = [
        ("credit-policy-way-page", "/credit/policy", true),
        ("credit-policy-way-control", "/credit/policy/control", may_change(call)),
        ("credit-policy-way-file", "/credit/policy/file", may_change(call)),
        ("credit-policy-way-exceptions", "/credit/policy/exceptions", true),
        ("credit-policy-way-managers", "/credit/policy/managers", true),
    ];
    html! {
        (super::tabs(call.words, &call.caller, "policy"))
        nav.tabs aria-label=(call.words.text("credit-tab-policy")) {
            @for (name, address, _) in all.iter().filter(|(_, _, is_shown)| *is_shown) {
                a href=(address) aria-current=[(*name == here).then_some("page")] { (call.words.text(name)) }
            }
        }
    }
}
