//! The selection run as a form.

use super::list::draw;
use crate::credit::work_list::{ManagerRange, MonitorRequest, monitor};
use crate::serve::{Call, Reply, http_status};
use obligo_rules::problem::Problem;

/// Runs the selection for the key date and the credit managers typed.
pub fn run(call: Call) -> Result<Reply, Problem> {
    match done(&call) {
        Ok(()) => Ok(Reply::See("/credit?done=done-saved".to_owned())),
        Err(problem) => {
            let page = draw(&call, Some(&problem))?;
            Ok(Reply::Page(page.with_status(http_status(&problem))))
        }
    }
}

fn done(call: &Call) -> Result<(), Problem> {
    let key_date = call.field_day("key_date")?.unwrap_or(call.today());
    let managers = call.field("managers").map(ManagerRange::parse).transpose()?;
    monitor(&mut call.session(), &MonitorRequest { key_date, managers })?;
    Ok(())
}
