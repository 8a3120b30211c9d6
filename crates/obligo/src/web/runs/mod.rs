//! Runs: preview, differences to the last one, final, reversal, and the day close.

mod close_day;
mod differences;
mod download;
mod job;
mod lines;
mod list;
mod new;
mod request;
mod show;

use crate::access::roles::Permission;
use crate::serve::{Access, Route};

/// Who may see runs: they concern the whole insured group.
const READ: Access = Access::WholeGroup(Permission::Read);
/// Who may make them final, and take them back.
const RUN: Access = Access::WholeGroup(Permission::Run);

/// Pages of this area.
pub const ROUTES: &[Route] = &[
    Route::page("/runs", READ, list::list),
    Route::page("/runs/new", READ, new::page),
    Route::form("/runs/new", READ, new::start),
    Route::page("/runs/close-day", RUN, close_day::page),
    Route::form("/runs/close-day", RUN, close_day::close),
    Route::page("/runs/job/{job}", READ, job::page),
    Route::form("/runs/job/{job}/final", RUN, job::make_final),
    Route::page("/runs/job/{job}/download", READ, download::of_preview),
    Route::page("/runs/{run}", READ, show::page),
    Route::page("/runs/{run}/differences", READ, differences::page),
    Route::page("/runs/{run}/download", READ, download::of_run),
    Route::form("/runs/{run}/reverse", RUN, show::reverse),
];
