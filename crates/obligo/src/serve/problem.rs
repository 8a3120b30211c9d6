//! Problems as HTTP tells them: the same codes and texts as on the command line (RFC 9457).

use crate::words::Words;
use obligo_rules::problem::{Problem, ProblemKind};
use serde_json::{Map, Value, json};

/// The HTTP status of a problem.
#[must_use]
pub fn http_status(problem: &Problem) -> u16 {
    match problem.code {
        "sign-in-needed" | "token-unknown" => 401,
        "page-not-found"
        | "policy-not-found"
        | "item-not-found"
        | "item-company-not-found"
        | "run-not-found"
        | "report-not-found"
        | "layout-not-found"
        | "dispatch-not-found"
        | "job-not-found"
        | "buyer-not-found"
        | "user-not-found"
        | "token-not-found"
        | "view-not-found"
        | "proposal-not-found"
        | "webhook-not-found"
        | "follow-up-note-not-found"
        | "payer-not-found"
        | "exception-not-found"
        | "credit-manager-not-found"
        | "limit-request-not-found"
        | "reminder-not-found"
        | "collection-not-found"
        | "order-not-found" => 404,
        "method-not-allowed" => 405,
        "body-too-slow" => 408,
        "record-changed" => 412,
        "precondition-missing" => 428,
        "body-too-large" => 413,
        "body-type" => 415,
        "sign-in-too-often" => 429,
        "door-key-reused"
        | "order-not-stopped"
        | "order-closed"
        | "order-buyer-blocked"
        | "block-in-force"
        | "block-not-found" => 409,
        _ => match problem.kind {
            ProblemKind::Usage => 400,
            ProblemKind::Refused => 422,
            ProblemKind::Forbidden => 403,
            ProblemKind::Unavailable => 503,
        },
    }
}

/// A problem as `application/problem+json`: `type`, `title`, `status`, `detail`, `code`, and where it has them `remedy`, `place`, `facts`.
#[must_use]
pub fn problem_json(words: &Words, problem: &Problem) -> Value {
    let (text, remedy) = words.problem(problem);
    let facts: Map<String, Value> =
        problem.facts.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let place = &problem.place;
    json!({
        "type": format!("urn:obligo:problem:{}", problem.code),
        "title": text,
        "status": http_status(problem),
        "detail": text,
        "code": problem.code,
        "remedy": remedy,
        "facts": facts,
        "place": {
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "value": place.value,
        },
    })
}
