//! Entering a limit request or what the insurer decided: a form that is a row of `limits.csv`.

use crate::access::roles::Permission;
use crate::credit::limit_requests::none_sent;
use crate::import::Refusal;
use crate::one_row::{OneRow, record};
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, buyer_address, form, problem_box};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::codes::{REASONS, REQUESTS, RESPONSES};
use obligo_rules::problem::Problem;
use obligo_store::buyer::AccountKey;

/// Columns taken as typed.
const TEXTS: &[&str] = &[
    "policy",
    "currency",
    "response",
    "request",
    "reason",
    "conditions",
    "conditions_met",
    "reference",
    "max_term_months",
    "max_term_months_value_dated",
    "max_term_months_bills",
    "insured_percent",
    "top_up",
];
/// Columns that are amounts.
const AMOUNTS: &[&str] = &["amount", "requested_amount"];
/// Columns that are dates.
const DATES: &[&str] = &["valid_from", "valid_until", "requested_on", "decided_on"];

/// Columns that say what the insurer decided.
const DECIDED: &[&str] = &[
    "response",
    "amount",
    "valid_from",
    "valid_until",
    "decided_on",
    "reason",
    "reference",
    "conditions",
    "conditions_met",
    "insured_percent",
    "max_term_months",
    "max_term_months_value_dated",
    "max_term_months_bills",
    "top_up",
];

/// `/limits/new`: filled in as far as the address says.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &[])?))
}

/// Saves, and goes to the buyer, where the effect is seen.
pub fn save(call: Call) -> Result<Reply, Problem> {
    match saved(&call) {
        Ok(account) => Ok(Reply::See(format!("{}?done=done-saved", buyer_address(&account)))),
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            Ok(Reply::Page(draw(&call, &refusal.problems)?.with_status(status)))
        }
    }
}

fn saved(call: &Call) -> Result<String, Refusal> {
    // A decision changes what is insured: that is for managers. Asking for one is not.
    if DECIDED.iter().any(|name| call.field(name).is_some()) {
        call.require(Permission::Manage)?;
    }
    let key = account(call)?;
    let is_request = call.field("requested_amount").is_some_and(|typed| !typed.trim().is_empty());
    let is_answer = ["response", "amount"].iter().any(|name| call.field(name).is_some_and(|v| !v.is_empty()));
    if is_request && !is_answer {
        // A history may be entered as it was; what is asked for now waits alone.
        let requested_on = call.field_day("requested_on")?.map(|day| day.to_string()).unwrap_or_default();
        none_sent(&mut call.session(), &key.to_string(), call.field("policy").unwrap_or(""), &requested_on)?;
    }
    let mut fields: Vec<(&str, String)> =
        TEXTS.iter().filter_map(|name| call.field(name).map(|value| (*name, value.to_owned()))).collect();
    for name in AMOUNTS {
        if let Some(typed) = call.field(name) {
            // What is no amount is refused by the import, with its text.
            fields.push((name, call.words.parse_amount(typed).unwrap_or_else(|| typed.to_owned())));
        }
    }
    for name in DATES {
        if let Some(day) = call.field_day(name)? {
            fields.push((name, day.to_string()));
        }
    }
    if !fields.iter().any(|(name, _)| *name == "valid_from") {
        fields.push(("valid_from", call.today().to_string()));
    }
    let shown = key.to_string();
    fields
        .push(("account", if key.prospect.is_empty() { key.account } else { format!("@{}", key.prospect) }));
    fields.push(("branch", key.branch));
    fields.push(("account_type", key.account_type));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let why = call.field("why").unwrap_or("");
    record(&mut call.session(), OneRow { kind: "limits", fields: &fields, reason: why, companies: None })?;
    Ok(shown)
}

/// The account typed: whole, or by its number where branch and account type are the only ones.
fn account(call: &Call) -> Result<AccountKey, Problem> {
    let typed = call.field("account").unwrap_or("");
    let (portfolio, _) = call.portfolio()?;
    let keys = || portfolio.snapshot.buyers.values().map(|buyer| &buyer.key);
    if let Some(key) = keys().find(|key| key.to_string() == typed) {
        return Ok(key.clone());
    }
    let of_number: Vec<&AccountKey> =
        keys().filter(|key| key.account == typed && !typed.is_empty()).collect();
    match of_number.as_slice() {
        [only] => Ok((*only).clone()),
        [] => Err(Problem::refused("account-not-found").with("account", typed)),
        several => {
            let choices: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(Problem::refused("account-ambiguous")
                .with("account", typed)
                .with("choices", choices.join(", ")))
        }
    }
}

/// Codes of a list with their words, empty first.
pub(super) fn choices(
    words: &Words,
    family: &str,
    codes: impl Iterator<Item = String>,
) -> Vec<(String, String)> {
    let empty = (String::new(), words.text("limits-empty-choice"));
    std::iter::once(empty)
        .chain(codes.map(|code| {
            let text = words.text(&format!("{family}-{code}"));
            (code, text)
        }))
        .collect()
}

fn draw(call: &Call, problems: &[Problem]) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let value = |name: &str| call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let date = |name: &str| match call.field(name).and_then(|typed| words.parse_date(typed)) {
        Some(day) => day.to_string(),
        None => value(name),
    };
    let policies: Vec<(String, String)> = portfolio
        .snapshot
        .policies
        .iter()
        .map(|(code, p)| (code.clone(), format!("{code} {}", p.policy.name)))
        .collect();
    let policy = if value("policy").is_empty() && policies.len() == 1 {
        policies[0].0.clone()
    } else {
        value("policy")
    };
    let label = |name: &str| words.text(&format!("limits-field-{}", name.replace('_', "-")));
    let text = |name: &str| Field::new(name, &label(name), &value(name)).text("text");
    let amount = |name: &str| {
        let typed = value(name);
        let plain = words.parse_amount(&typed).unwrap_or(typed);
        Field::new(name, &label(name), &plain).amount(words)
    };
    let may_decide = call.caller.may(Permission::Manage);
    let title = words.text("limits-enter");
    let fields = html! {
        fieldset {
            legend { (words.text("limits-of")) }
            div.columns {
                (Field::new("account", &label("account"), &value("account")).required().hint(&words.text("limits-account-hint")).lookup("/lookup/buyers"))
                (Field::new("policy", &label("policy"), &policy).required().select(&policies))
                (text("currency"))
            }
        }
        fieldset {
            legend { (words.text("limits-request")) }
            div.columns {
                (amount("requested_amount"))
                (Field::new("requested_on", &label("requested_on"), &date("requested_on")).date())
                (Field::new("request", &label("request"), &value("request")).select(&choices(words, "limit-request", REQUESTS.map(|n| n.to_string()))))
            }
        }
        @if may_decide {
            fieldset {
                legend { (words.text("limits-decision")) }
                div.columns {
                    (Field::new("response", &label("response"), &value("response")).select(&choices(words, "limit-response", RESPONSES.iter().map(|(n, _)| (*n).to_owned()))))
                    (amount("amount"))
                    (Field::new("valid_from", &label("valid_from"), &date("valid_from")).date())
                    (Field::new("valid_until", &label("valid_until"), &date("valid_until")).date())
                    (Field::new("decided_on", &label("decided_on"), &date("decided_on")).date())
                    (text("reference"))
                    (Field::new("reason", &label("reason"), &value("reason")).select(&choices(words, "limit-reason", REASONS.map(|n| n.to_string()))))
                }
                div.columns {
                    (text("insured_percent")) (text("max_term_months")) (text("max_term_months_value_dated")) (text("max_term_months_bills"))
                }
                (Field::new("conditions", &label("conditions"), &value("conditions")).area(2))
                (Field::new("conditions_met", &label("conditions_met"), &value("conditions_met")).check())
                (Field::new("top_up", &label("top_up"), &value("top_up")).check())
            }
        }
        (Field::new("why", &words.text("limits-why"), &value("why")).text("text"))
        button.primary type="submit" { (words.text("limits-save")) }
    };
    let body: Markup = html! {
        p.trail { a href="/limits" { (words.text("nav-limits")) } }
        h1 { (title) }
        @for problem in problems { (problem_box(words, problem)) }
        section.card { (form(&call.caller, "/limits/new", &fields)) }
    };
    Ok(Page::new("limits", title, body))
}
