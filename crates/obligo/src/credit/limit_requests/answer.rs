//! What the insurer answered to a request: a limit decision that names the request by its date, with every check an import makes.

use super::{found, not_ahead};
use crate::import::{ImportReport, Refusal};
use crate::one_row::{OneRow, record};
use crate::session::Session;
use obligo_rules::calendar::Day;
use obligo_rules::limit_request::{LimitRequest, LimitRequestState};
use obligo_rules::money::{format_minor, parse_minor};
use obligo_rules::problem::Problem;
use obligo_store::buyer::AccountKey;

/// An answer, its values as files have them; empty = absent.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct AnswerRequest {
    /// Number of the request.
    pub request: i64,
    /// UN/EDIFACT 4507.
    pub response: String,
    /// Decided sum.
    pub amount: String,
    /// First day; empty = today.
    pub valid_from: String,
    /// Last day.
    pub valid_until: String,
    /// Day of the decision; empty = today.
    pub decided_on: String,
    /// UN/EDIFACT 4509.
    pub reason: String,
    /// The insurer's reference.
    pub reference: String,
    /// Conditions in words.
    pub conditions: String,
    /// Why it is recorded so, in the person's words.
    pub why: String,
}

/// UN/EDIFACT 4507: partly approved.
const PARTLY_APPROVED: &str = "5";

/// Records what the insurer answered. Errors: `limit-request-not-found`, `limit-request-state` (forbidden), `limit-request-date-ahead`,
/// `limit-request-answer-early`, `limit-request-answer-above` and those of importing a limit decision. Role: manager.
pub fn answer(session: &mut Session, answer: &AnswerRequest) -> Result<ImportReport, Refusal> {
    let day = session.today();
    let today = day.to_string();
    let request = session.read(|tx| found(tx, answer.request))?;
    request.is_waiting(&[LimitRequestState::Sent])?;
    check(&request.request, answer, day)?;
    let key = crate::items::account_key(&request.account).unwrap_or_default();
    let AccountKey { account, branch, account_type, prospect } = key;
    let account = if prospect.is_empty() { account } else { format!("@{prospect}") };
    let requested = &request.request;
    let requested_on = requested.sent_on.map(|day| day.to_string()).unwrap_or_default();
    let requested_amount = format_minor(requested.amount, requested.currency.exponent());
    let kind = if requested.request == 0 { String::new() } else { requested.request.to_string() };
    let or_today = |text: &str| if text.is_empty() { today.clone() } else { text.to_owned() };
    let (valid_from, decided_on) = (or_today(&answer.valid_from), or_today(&answer.decided_on));
    let fields = [
        ("policy", request.policy.as_str()),
        ("account", &account),
        ("branch", &branch),
        ("account_type", &account_type),
        ("valid_from", &valid_from),
        ("valid_until", &answer.valid_until),
        ("amount", &answer.amount),
        ("currency", requested.currency.code()),
        ("requested_amount", &requested_amount),
        ("requested_on", &requested_on),
        ("request", &kind),
        ("response", &answer.response),
        ("reason", &answer.reason),
        ("conditions", &answer.conditions),
        ("decided_on", &decided_on),
        ("reference", &answer.reference),
        ("top_up", if requested.top_up { "true" } else { "" }),
    ];
    record(session, OneRow { kind: "limits", fields: &fields, reason: &answer.why, companies: None })
}

/// Refuses an answer that cannot be one to this request. What is no date or amount at all, the import refuses.
fn check(request: &LimitRequest, answer: &AnswerRequest, today: Day) -> Result<(), Problem> {
    let decided_on = Day::parse_iso(&answer.decided_on).unwrap_or(today);
    not_ahead(decided_on, today)?;
    if let Some(sent_on) = request.sent_on.filter(|sent_on| decided_on < *sent_on) {
        let problem = Problem::refused("limit-request-answer-early").of_value(&decided_on.to_string());
        return Err(problem.with("request", request.id).with("sent_on", sent_on));
    }
    let granted = parse_minor(answer.amount.trim(), request.currency.exponent()).ok();
    if answer.response.trim() == PARTLY_APPROVED && granted.is_some_and(|granted| granted > request.amount) {
        let problem = Problem::refused("limit-request-answer-above").of_value(answer.amount.trim());
        return Err(problem
            .with("request", request.id)
            .with("requested", format_minor(request.amount, request.currency.exponent()))
            .with("currency", request.currency));
    }
    Ok(())
}
