//! Credit control: the work list and the payers on it, orders, reminders, collection, and the policy behind them.
//!
//! Every area of it is a file or folder of its own with its `ROUTES`; [`tabs`] shows those the caller may open.

use crate::access::roles::Permission;
use crate::serve::{Access, Caller, Route};
use crate::words::Words;
use maud::{Markup, html};

pub mod collection;
pub mod groups;
pub mod interest;
mod limit_use;
pub mod orders;
mod payment_behaviour;
mod policy;
pub mod reminders;
pub mod work_list;

pub use limit_use::{band_chip, limit_use_table};
pub use payment_behaviour::payment_behaviour_card;
pub use policy::recommended_card;

/// A tab: name, address, and who may open it. Its label is the message `credit-tab-{name}`.
struct Tab(&'static str, &'static str, Access);

const TABS: &[Tab] = &[
    Tab("work-list", "/credit", Access::WholeGroup(Permission::Read)),
    Tab("orders", "/credit/orders", orders::READ),
    Tab("reminders", "/credit/reminders", Access::Allowed(Permission::Read)),
    Tab("collection", "/credit/collection", Access::Allowed(Permission::Read)),
    Tab("groups", "/credit/groups", groups::READ),
    Tab("policy", "/credit/policy", Access::Allowed(Permission::Read)),
];

/// Every page of credit control, by area.
#[must_use]
pub fn routes() -> Vec<Route> {
    [
        work_list::ROUTES,
        orders::ROUTES,
        reminders::ROUTES,
        interest::ROUTES,
        collection::ROUTES,
        groups::ROUTES,
        policy::ROUTES,
    ]
    .concat()
}

/// The first tab a caller may open: where the navigation leads.
#[must_use]
pub fn home(caller: &Caller) -> Option<&'static str> {
    TABS.iter().find(|Tab(_, _, access)| access.admit(caller).is_ok()).map(|Tab(_, address, _)| *address)
}

/// The tabs of credit control; `here` names the one shown.
#[must_use]
pub fn tabs(words: &Words, caller: &Caller, here: &str) -> Markup {
    html! {
        nav.tabs aria-label=(words.text("nav-credit")) {
            @for Tab(name, address, access) in TABS {
                @if access.admit(caller).is_ok() {
                    a href=(address) aria-current=[(*name == here).then_some("page")] { (words.text(&format!("credit-tab-{name}"))) }
                }
            }
        }
    }
}
