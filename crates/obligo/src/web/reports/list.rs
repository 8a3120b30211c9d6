//! The reports there are, by whom they are for.

use crate::access::roles::Permission;
use crate::documents::{Audience, Definition, REPORTS};
use crate::serve::{Call, Reply};
use maud::html;
use obligo_rules::problem::Problem;

/// `/reports`.
pub fn list(call: Call) -> Result<Reply, Problem> {
    let words = call.words;
    let for_caller = |definition: &&Definition| definition.access.admit(&call.caller).is_ok();
    let of = |audience: Audience| -> Vec<&Definition> {
        REPORTS.iter().filter(for_caller).filter(|definition| definition.audience == audience).collect()
    };
    let title = words.text("report-title");
    let body = html! {
        div.head {
            h1 { (title) }
            @if call.caller.may_for_group(Permission::Read) { a.button href="/dispatches" { (words.text("dispatches-title")) } }
        }
        @if !REPORTS.iter().any(|definition| for_caller(&definition)) { p.empty { (words.text("report-none-yet")) } }
        @for audience in Audience::ALL {
            @let reports = of(audience);
            @if !reports.is_empty() {
                section.card {
                    h2 { (words.text(&format!("report-for-{}", audience.code()))) }
                    dl.reports {
                        @for definition in reports {
                            div {
                                dt { a href=(format!("/reports/{}", definition.name)) { (words.text(&format!("report-{}", definition.name))) } }
                                dd.quiet { (words.text(&format!("report-about-{}", definition.name))) }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(Reply::page("reports", title, body))
}
