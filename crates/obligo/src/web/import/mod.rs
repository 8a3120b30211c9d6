//! Import: upload, mapping with a preview of the first rows, check or import, and the list of errors.

mod job;
mod mapping;
mod staged;
mod upload;

use crate::access::roles::Permission;
use crate::import::kinds::{is_of_company, permission_of};
use crate::serve::{Access, Call, Route};
use obligo_formats::schema::ALL;
use obligo_rules::problem::Problem;

const RECORD: Access = Access::Allowed(Permission::Record);

/// Pages of this area. Some kinds are for managers, or for people who see every company; the pages ask for that themselves.
pub const ROUTES: &[Route] = &[
    Route::page("/import", RECORD, upload::page),
    Route::upload("/import", RECORD, upload::upload),
    Route::page("/import/sample/{kind}", RECORD, upload::sample),
    Route::page("/import/staged/{job}", RECORD, staged::page),
    Route::form("/import/staged/{job}", RECORD, staged::act),
    Route::form("/import/staged/{job}/forget", RECORD, staged::forget),
    Route::page("/import/job/{job}", RECORD, job::page),
    Route::page("/import/job/{job}/errors", RECORD, job::errors),
    Route::page("/import/job/{job}/unmatched", RECORD, job::unmatched),
];

/// Files of several kinds at once.
const SCENARIO: &str = "scenario";

/// Refuses a kind there is not, or one the caller may not write. Errors: `import-kind-unknown`, `role-missing`, `role-companies`.
fn check_kind(call: &Call, kind: &str) -> Result<(), Problem> {
    if kind != SCENARIO && !ALL.iter().any(|schema| schema.kind == kind) {
        return Err(Problem::usage("import-kind-unknown").with("kind", kind));
    }
    call.require(permission_of(kind))?;
    if !is_of_company(kind) && !call.caller.sees_whole_group() {
        return Err(Problem::forbidden("role-companies"));
    }
    Ok(())
}

/// The kinds the caller may import, in the order in which they name each other.
fn kinds(call: &Call) -> Vec<&'static str> {
    let all = ALL.iter().map(|schema| schema.kind).chain([SCENARIO]);
    all.filter(|kind| check_kind(call, kind).is_ok()).collect()
}
