//! The turnover declaration (R8.3): list 1, the turnover of the period, for the base premium; list 2, what is open beyond the base
//! period, for the time premium, by buyer or as one total.

use super::Making;
use super::declaration::{List, PARAMETERS, declaration};
use super::definition::{Audience, Definition, TABLES};
use crate::access::roles::Permission;
use crate::serve::Access;
use obligo_reports::Report;
use obligo_rules::policy::TimePremium;
use obligo_rules::problem::Problem;

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "turnover-declaration",
    about: "The turnover declared to the insurer with its base and time premium lists, of a final run or as a preview (R8.3)",
    audience: Audience::Insurer,
    access: Access::WholeGroup(Permission::Read),
    parameters: PARAMETERS,
    formats: TABLES,
    example: "--policy ACR/B --key-date 2024-06-30 --buyers named",
    build,
    record: None,
};

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let amounts = ["turnover", "declared", "time_premium_base"];
    declaration(making, "turnover", &amounts, |words, shown| {
        let declaration = &shown.policy.policy.declaration;
        let title = |id: &str| words.text(id);
        let base = List {
            key: "base_premium",
            title: title("report-base-premium"),
            amounts: &["turnover", "declared"],
        };
        let time = List {
            key: "time_premium",
            title: title("report-time-premium"),
            amounts: &["time_premium_base"],
        };
        let is_tracked = declaration.base_period_days.is_some();
        let has_list = is_tracked && declaration.time_premium == TimePremium::PerBuyer;
        std::iter::once(base).chain(has_list.then_some(time)).collect()
    })
}
