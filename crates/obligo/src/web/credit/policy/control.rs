//! Criteria (RMS905) and action codes (RMS010) by form: the policy's file with these changed, all else as it was.

use super::file::{least, preview, stored};
use super::ways;
use super::wording::{criterion_name, measure};
use crate::credit::policy::{check_text, credit_policy_unchanged, put_text};
use crate::import::Refusal;
use crate::serve::{Call, Page, Reply, http_status};
use crate::session::Precondition;
use crate::web::parts::{Field, form};
use crate::web::policy_text::problems;
use crate::words::Words;
use maud::{Markup, html};
use obligo_formats::credit_policy_file::form::{Control, CriterionRow, with_control};
use obligo_rules::credit_policy::{CreditPolicy, ThresholdKind, threshold_kind};
use obligo_rules::criterion::{Criterion, Measure};
use obligo_rules::money::format_minor;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;

/// Rows for new action codes.
const ACTIONS_ROOM: usize = 3;

/// The form as it is drawn.
struct Drawn {
    /// The file it was filled from.
    base: String,
    policy: CreditPolicy,
    valid_from: String,
    criteria: Vec<CriterionRow>,
    /// Code and text of each row, empty rows at the end.
    actions: Vec<(String, String)>,
    told: Markup,
}

/// `/credit/policy/control`.
pub fn edit(call: Call) -> Result<Reply, Problem> {
    let base = stored(&call)?;
    let policy = parsed(&base)?;
    let criteria = policy.criteria.iter().map(|criterion| row_of(criterion, &policy)).collect();
    let actions = policy.actions.iter().map(|(code, text)| (code.to_string(), text.clone()));
    let room = std::iter::repeat_n((String::new(), String::new()), ACTIONS_ROOM);
    let drawn = Drawn {
        base,
        criteria,
        actions: actions.chain(room).collect(),
        valid_from: call.today().to_string(),
        policy,
        told: Markup::default(),
    };
    Ok(Reply::Page(draw(&call, &drawn)))
}

fn parsed(text: &str) -> Result<CreditPolicy, Problem> {
    check_text("credit_policy.toml", text).map_err(|refusal| {
        refusal.problems.into_iter().next().unwrap_or_else(|| Problem::refused("policy-syntax"))
    })
}

fn row_of(criterion: &Criterion, policy: &CreditPolicy) -> CriterionRow {
    let threshold = criterion.threshold.map(|n| match threshold_kind(criterion.measure) {
        ThresholdKind::Amount => format_minor(n, policy.currency.exponent()),
        _ => n.to_string(),
    });
    CriterionRow {
        name: criterion.name.clone(),
        measure: criterion.measure.code().to_owned(),
        is_on: criterion.is_on,
        threshold: threshold.unwrap_or_default(),
    }
}

/// Saves the form, or shows what saving would change.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let base = call.secret_field("base").replace('\r', "");
    let now = stored(&call)?;
    let policy = parsed(&now)?;
    let mut drawn = sent(&call, base, policy);
    let is_trial = call.field("do") == Some("show");
    let outcome = written(&call, &drawn, &now).and_then(|text| {
        if is_trial {
            return Ok(Some(check_text("credit_policy.toml", &text)?));
        }
        let mut session = call.session();
        session.precondition = Some(unchanged(&call, &drawn.base));
        put_text(&mut session, "credit_policy.toml", &text)?;
        Ok(None)
    });
    match outcome {
        Ok(None) => Ok(Reply::See("/credit/policy?done=done-saved".to_owned())),
        Ok(Some(after)) => {
            drawn.told = preview(call.words, &drawn.policy, &after);
            Ok(Reply::Page(draw(&call, &drawn)))
        }
        Err(refusal) => {
            let status = refusal.problems.first().map_or(422, http_status);
            drawn.told = problems(call.words, &refusal);
            drawn.base = now;
            Ok(Reply::Page(draw(&call, &drawn).with_status(status)))
        }
    }
}

/// A base that was made up for want of a policy holds as long as there is none.
pub fn unchanged(call: &Call, base: &str) -> Precondition {
    let is_made_up = least(call).is_ok_and(|made_up| made_up == base);
    credit_policy_unchanged(call.today(), (!is_made_up).then(|| base.to_owned()))
}

/// The form as it was sent.
fn sent(call: &Call, base: String, policy: CreditPolicy) -> Drawn {
    let field = |name: String| call.field(&name).unwrap_or_default().to_owned();
    let amount = |typed: String| call.words.parse_amount(&typed).unwrap_or(typed);
    let mut criteria: Vec<CriterionRow> = policy
        .criteria
        .iter()
        .enumerate()
        .map(|(n, criterion)| CriterionRow {
            is_on: call.field(&format!("on-{n}")).is_some(),
            threshold: amount(field(format!("threshold-{n}"))),
            ..row_of(criterion, &policy)
        })
        .collect();
    if let Some(name) = call.field("new_name") {
        criteria.push(CriterionRow {
            name: name.to_owned(),
            measure: field("new_measure".to_owned()),
            is_on: true,
            threshold: amount(field("new_threshold".to_owned())),
        });
    }
    let actions = (0..=99 + ACTIONS_ROOM)
        .map(|n| (field(format!("code-{n}")), field(format!("text-{n}"))))
        .filter(|(code, text)| !code.is_empty() || !text.is_empty());
    let actions: Vec<(String, String)> =
        actions.chain(std::iter::repeat_n((String::new(), String::new()), ACTIONS_ROOM)).collect();
    let valid_from = field("valid_from".to_owned());
    Drawn { base, policy, valid_from, criteria, actions, told: Markup::default() }
}

/// The file that saving would make.
fn written(call: &Call, drawn: &Drawn, now: &str) -> Result<String, Refusal> {
    if !now.lines().eq(drawn.base.lines()) {
        return Err(Problem::forbidden("record-changed").into());
    }
    let valid_from = call.field_day("valid_from")?.unwrap_or(call.today());
    let actions: BTreeMap<String, String> =
        drawn.actions.iter().filter(|(_, text)| !text.is_empty()).cloned().collect();
    let unchanged = |row: &CriterionRow| {
        Measure::parse(&row.measure).is_some_and(|measure| {
            let usual = obligo_rules::credit_policy::usual_criterion(measure);
            *row == row_of(&usual, &drawn.policy)
        })
    };
    // What is as usual and was not written stays unwritten.
    let was_usual = |row: &CriterionRow| {
        let before = drawn.policy.criteria.iter().find(|criterion| criterion.name == row.name);
        before.is_some_and(|before| row_of(before, &drawn.policy) == *row) && unchanged(row)
    };
    let criteria = drawn.criteria.iter().filter(|row| !was_usual(row)).cloned().collect();
    let text = with_control(now, &Control { valid_from, criteria, actions })?;
    check_text("credit_policy.toml", &text)?;
    Ok(text)
}

fn draw(call: &Call, drawn: &Drawn) -> Page {
    let words = call.words;
    let title = words.text("credit-policy-way-control");
    let inputs = html! {
        input type="hidden" name="base" value=(drawn.base);
        section.card {
            h2 { (words.text("credit-policy-criteria")) }
            p.quiet { (words.text("credit-policy-criteria-why")) }
            @for (n, row) in drawn.criteria.iter().take(drawn.policy.criteria.len()).enumerate() {
                (criterion_row(words, n, row, &drawn.policy))
            }
            (new_criterion(call))
        }
        section.card {
            h2 { (words.text("credit-policy-actions")) }
            p.quiet { (words.text("credit-policy-actions-why")) }
            div.rows {
                @for (n, (code, text)) in drawn.actions.iter().enumerate() {
                    div.row role="group" aria-label=(words.text("credit-policy-action")) {
                        (Field::new(&format!("code-{n}"), &words.text("credit-policy-action"), code).text("number"))
                        (Field::new(&format!("text-{n}"), &words.text("credit-policy-meaning"), text).text("text"))
                    }
                }
            }
        }
        section.card {
            (Field::new("valid_from", &words.text("credit-policy-valid-from"), &drawn.valid_from)
                .hint(&words.text("credit-policy-valid-from-hint")).required().date())
            div.tools {
                button.primary type="submit" name="do" value="save" { (words.text("master-save")) }
                button type="submit" name="do" value="show" { (words.text("credit-policy-preview-do")) }
            }
        }
    };
    let body = html! {
        h1 { (title) }
        (ways(call, "credit-policy-way-control"))
        (drawn.told)
        (form(&call.caller, "/credit/policy/control", &inputs))
    };
    Page::new("credit", title, body)
}

fn criterion_row(words: &Words, n: usize, row: &CriterionRow, policy: &CreditPolicy) -> Markup {
    let Some(criterion) = policy.criteria.get(n) else { return Markup::default() };
    let kind = threshold_kind(criterion.measure);
    let name = criterion_name(words, criterion);
    let label = words.with("credit-policy-threshold-of", &[("kind", kind.code().to_owned())]);
    let usual = criterion.measure.usual_threshold().map(|usual| words.number(&usual.to_string()));
    let hint = match usual {
        Some(usual) => words.with("credit-policy-usual", &[("value", usual)]),
        None => words.text("credit-policy-own-limit"),
    };
    html! {
        fieldset.plain {
            legend { (name) @if criterion.name != criterion.measure.code() { " " small.quiet { (measure(words, criterion.measure)) } } }
            div.row {
                div.field.check {
                    input id=(format!("field-on-{n}")) type="checkbox" name=(format!("on-{n}")) value="true" checked[row.is_on];
                    label for=(format!("field-on-{n}")) { (words.text("credit-policy-on")) span.hidden { " " (name) } }
                }
                @if kind != ThresholdKind::None {
                    @let field = format!("threshold-{n}");
                    @let shown = Field::new(&field, &label, &row.threshold).hint(&hint);
                    @if kind == ThresholdKind::Amount { (shown.amount(words)) } @else { (shown.text("number")) }
                }
            }
        }
    }
}

/// A criterion of one's own, besides the usual ones.
fn new_criterion(call: &Call) -> Markup {
    let words = call.words;
    let typed = |name: &str| call.field(name).unwrap_or_default().to_owned();
    let choices: Vec<(String, String)> =
        Measure::ALL.iter().map(|m| (m.code().to_owned(), measure(words, *m))).collect();
    html! {
        details {
            summary { (words.text("credit-policy-new-criterion")) }
            div.row {
                (Field::new("new_name", &words.text("col-name"), &typed("new_name")).text("text"))
                (Field::new("new_measure", &words.text("credit-policy-measures"), &typed("new_measure")).select(&choices))
                (Field::new("new_threshold", &words.text("credit-policy-threshold"), &typed("new_threshold")).text("text"))
            }
        }
    }
}
