//! What leaves the house, as data: each report is a function from the ledger to an [`obligo_reports::Report`]. One table names them all;
//! the command line, the pages and the API are made from it.

mod account_statement;
mod balance_declaration;
mod balances_and_turnover;
mod book;
mod break_down;
mod buyer_dossier;
mod co_insured_list;
mod collection_assignment;
mod days_overdue;
mod deadline_list;
mod declaration;
pub mod declared;
mod definition;
mod evidence_due;
mod excess_decisions;
mod follow_up_notes;
mod grant_ratio;
mod idle_limits;
mod increases_due;
mod interest_statement;
pub mod letter;
mod limit_request;
mod listing;
mod offers_due;
mod open_amounts;
mod over_own_limits;
mod overdue_notification;
mod payment_behaviour;
mod portfolio_report;
mod recommended_credit_lines;
mod reminder;
mod request;
mod run_comparison;
mod special_terms;
mod turnover_declaration;
pub mod values;
mod without_cover;
mod wording;
mod work_list;
mod writing;

pub use declared::report_of;
pub use definition::{Audience, Definition, Format, PICTURES, Parameter, ParameterKind, Record, TABLES};
pub use request::ReportRequest;
pub use run_comparison::figures;
pub use writing::write;

use crate::import::Refusal;
use crate::portfolio::{Keeper, Portfolio};
use crate::serve::Call;
use crate::session::Session;
use crate::words::Words;
use obligo_reports::Report;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Every report.
pub const REPORTS: &[Definition] = &[
    balance_declaration::DEFINITION,
    turnover_declaration::DEFINITION,
    overdue_notification::DEFINITION,
    limit_request::DEFINITION,
    open_amounts::DEFINITION,
    days_overdue::DEFINITION,
    increases_due::DEFINITION,
    evidence_due::DEFINITION,
    offers_due::DEFINITION,
    without_cover::DEFINITION,
    special_terms::DEFINITION,
    over_own_limits::DEFINITION,
    excess_decisions::DEFINITION,
    grant_ratio::DEFINITION,
    idle_limits::DEFINITION,
    payment_behaviour::DEFINITION,
    work_list::DEFINITION,
    follow_up_notes::DEFINITION,
    recommended_credit_lines::DEFINITION,
    balances_and_turnover::DEFINITION,
    co_insured_list::DEFINITION,
    deadline_list::DEFINITION,
    buyer_dossier::DEFINITION,
    account_statement::DEFINITION,
    reminder::DEFINITION,
    interest_statement::DEFINITION,
    collection_assignment::DEFINITION,
    portfolio_report::DEFINITION,
    break_down::DEFINITION,
    run_comparison::DEFINITION,
];

/// The report with this name. Error: `report-not-found`.
pub fn find(name: &str) -> Result<&'static Definition, Problem> {
    REPORTS.iter().find(|definition| definition.name == name).ok_or_else(|| {
        let known: Vec<&str> = REPORTS.iter().map(|definition| definition.name).collect();
        Problem::usage("report-not-found").with("report", name).with("known", known.join(", "))
    })
}

/// What a report is made with.
pub struct Making<'m> {
    /// Who asks, of which store.
    pub session: &'m mut Session,
    /// The language of the report.
    pub words: &'static Words,
    /// What is asked for.
    pub request: &'m ReportRequest,
    /// Companies whose items may be shown; `None` for all.
    pub companies: Option<&'m BTreeSet<String>>,
    /// Keeps the portfolio of today.
    pub keeper: &'m Arc<Keeper>,
}

impl<'m> Making<'m> {
    /// A report that a request of the server asks for, of what the caller may see.
    pub fn of_call(
        call: &'m Call,
        session: &'m mut Session,
        words: &'static Words,
        request: &'m ReportRequest,
    ) -> Making<'m> {
        let (companies, keeper) = (call.caller.companies(), &call.house.keeper);
        Making { session, words, request, companies, keeper }
    }

    /// The portfolio of today. Errors: those of computing it.
    pub fn portfolio(&self) -> Result<Arc<Portfolio>, Problem> {
        Ok(self.keeper.current(self.session.today())?.0)
    }

    /// Whether items of this company may be shown.
    #[must_use]
    pub fn sees_company(&self, company: &str) -> bool {
        self.companies.is_none_or(|companies| companies.contains(company))
    }
}

/// Makes a report; reads only. Errors: those of the report. Roles: see its definition.
pub fn make(making: &mut Making<'_>) -> Result<Report, Problem> {
    (making.request.definition.build)(making)
}

/// Numbers of the limit requests that the letter of the making tells the insurer of; none for other reports.
pub fn limit_requests_of(making: &mut Making<'_>) -> Result<Vec<i64>, Problem> {
    if making.request.definition.name == limit_request::DEFINITION.name {
        limit_request::requests_told(making)
    } else {
        Ok(Vec::new())
    }
}

/// Records what the letter of the request says, if it is one that does. Errors: `report-records-nothing` (usage), and those of the
/// record. Roles: those of the record.
pub fn record(making: &mut Making<'_>) -> Result<(), Refusal> {
    let definition = making.request.definition;
    let nothing = || Problem::usage("report-records-nothing").with("report", definition.name);
    (definition.record.ok_or_else(nothing)?)(making)
}
