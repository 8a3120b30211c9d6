//! Exceptions from the credit policy: the list with those that have ended, a new one, an early end.

use super::{may_change, ways};
use crate::credit::policy::exceptions::{
    self, ExceptionChoice, ExceptionLine, NewException, exception_unchanged,
};
use crate::credit::policy::in_force;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Column, Field, buyer_address, chip, date_cell, form, problem_box, segment, table};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::policy_exception::{Differs, ExceptionState};
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;

/// `/credit/policy/exceptions`, `?state=` and `?as_of=` to choose.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, &Markup::default())?))
}

/// Records an exception.
pub fn add(call: Call) -> Result<Reply, Problem> {
    let typed = |name: &str| call.field(name).unwrap_or_default().to_owned();
    let value = typed("value");
    let differs = Differs::parse(&typed("differs")).unwrap_or(Differs::Handling);
    let is_amount = differs == Differs::CreditLine;
    let value = if is_amount { call.words.parse_amount(&value).unwrap_or(value) } else { value };
    let read = |call: &Call| {
        let until = call.field_day("valid_until")?;
        let missing = || Problem::usage("query-date").with("key", "valid_until").of_value("");
        Ok::<_, Problem>((call.field_day("valid_from")?, until.ok_or_else(missing)?))
    };
    let outcome = read(&call).and_then(|(valid_from, valid_until)| {
        let new = NewException {
            account: typed("account"),
            differs,
            value,
            approver: call.field("approver").map(str::to_owned),
            reason: typed("reason"),
            valid_from,
            valid_until,
        };
        exceptions::add(&mut call.session(), &new)
    });
    answered(&call, outcome.map(drop))
}

/// Ends one early.
pub fn end(call: Call) -> Result<Reply, Problem> {
    let path = call.path("exception");
    let missing = || Problem::refused("exception-not-found").with("exception", path);
    let id = path.parse().map_err(|_| missing())?;
    let outcome = call.field_day("last_day").and_then(|last_day| {
        let reason = call.field("reason").unwrap_or_default();
        let mut session = call.session();
        session.precondition = Some(exception_unchanged(id, call.field("version").unwrap_or_default()));
        exceptions::end(&mut session, id, last_day, reason)
    });
    answered(&call, outcome.map(drop))
}

fn answered(call: &Call, outcome: Result<(), Problem>) -> Result<Reply, Problem> {
    match outcome {
        Ok(()) => Ok(Reply::See("/credit/policy/exceptions?done=done-saved".to_owned())),
        Err(problem) => {
            let told = problem_box(call.words, &problem);
            Ok(Reply::Page(draw(call, &told)?.with_status(http_status(&problem))))
        }
    }
}

fn draw(call: &Call, told: &Markup) -> Result<Page, Problem> {
    let words = call.words;
    let key_date = call.query_day("as_of")?.unwrap_or(call.today());
    let choice = ExceptionChoice {
        account: call.query("account").map(str::to_owned),
        state: call.query("state").and_then(ExceptionState::parse),
    };
    let found = exceptions::list(&mut call.session(), &choice, AsOf::at(key_date))?;
    let title = words.text("credit-policy-way-exceptions");
    let may_change = may_change(call);
    let rows: Vec<Markup> = found.iter().map(|line| row(call, line, may_change)).collect();
    let mut columns: Vec<Column> = [
        "col-account",
        "col-differs",
        "col-value",
        "col-approver",
        "col-reason",
        "col-valid-from",
        "col-valid-until",
        "col-state",
    ]
    .iter()
    .map(|id| Column::text(words.text(id)))
    .collect();
    if may_change {
        columns.push(Column::text(words.text("exception-end")));
    }
    let mut states = vec![(String::new(), words.text("exception-any-state"))];
    states
        .extend(ExceptionState::ALL.iter().map(|state| (state.code().to_owned(), state_word(words, *state))));
    let body = html! {
        h1 { (title) }
        (ways(call, "credit-policy-way-exceptions"))
        (told)
        p.quiet { (words.text("exceptions-why")) }
        form.tools method="get" action="/credit/policy/exceptions" {
            (Field::new("state", &words.text("col-state"), call.query("state").unwrap_or("")).select(&states))
            (Field::new("as_of", &words.text("credit-policy-as-of"), &key_date.to_string()).date())
            button type="submit" { (words.text("credit-policy-show")) }
        }
        (table(&title, &columns, &rows, &Markup::default(), &words.text("exceptions-none")))
        @if may_change { section.card.no-print { h2 { (words.text("exception-new")) } (new(call)?) } }
    };
    Ok(Page::new("credit", title, body))
}

fn state_word(words: &Words, state: ExceptionState) -> String {
    words.text(&format!("exception-state-{}", state.code().replace('_', "-")))
}

fn differs_word(words: &Words, differs: Differs) -> String {
    words.text(&format!("exception-differs-{}", differs.code().replace('_', "-")))
}

fn row(call: &Call, line: &ExceptionLine, may_change: bool) -> Markup {
    let words = call.words;
    let exception = &line.row.exception;
    let value = match exception.differs {
        Differs::CreditLine => words.money(&line.value(), line.currency.code()),
        _ => line.value(),
    };
    let tone = match line.state {
        ExceptionState::InForce => "warn",
        ExceptionState::Planned | ExceptionState::Ended => "quiet",
    };
    html! {
        td { a href=(buyer_address(&line.account)) { (line.account) } " " (line.name) }
        td { (differs_word(words, exception.differs)) }
        td { (value) }
        td { (line.row.approver) }
        td { (line.row.reason) @if !line.row.ended_reason.is_empty() { br; small.quiet { (line.row.ended_reason) } } }
        (date_cell(words, Some(&exception.valid_from.to_string())))
        (date_cell(words, Some(&exception.valid_until.to_string())))
        td { (chip(tone, &state_word(words, line.state))) }
        @if may_change { td { @if line.state != ExceptionState::Ended { (end_form(call, line)) } } }
    }
}

/// What is refused shows the list as it is now, beside what was typed.
fn end_form(call: &Call, line: &ExceptionLine) -> Markup {
    let words = call.words;
    let id = line.row.exception.id.to_string();
    let is_again = call.path("exception") == id;
    let typed = |name: &str| call.field(name).filter(|_| is_again);
    let today = call.today().to_string();
    let fields = html! {
        input type="hidden" name="version" value=(line.version());
        (Field::new("last_day", &words.text("exception-last-day"), typed("last_day").unwrap_or(&today)).of(&id).date())
        (Field::new("reason", &words.text("col-reason"), typed("reason").unwrap_or("")).of(&id).required().text("text"))
        button type="submit" { (words.text("exception-end")) }
    };
    let action = format!("/credit/policy/exceptions/{}/end", segment(&id));
    html! { details open[is_again] { summary { (words.text("exception-end")) } (form(&call.caller, &action, &fields)) } }
}

fn new(call: &Call) -> Result<Markup, Problem> {
    let words = call.words;
    // What was typed to end one is none of a new one's.
    let field = |name: &str| call.field(name).filter(|_| call.path("exception").is_empty());
    let typed = |name: &str| field(name).or(call.query(name)).unwrap_or_default().to_owned();
    let differs: Vec<(String, String)> =
        Differs::ALL.iter().map(|d| (d.code().to_owned(), differs_word(words, *d))).collect();
    let policy = call.session().read(|tx| in_force(tx, call.today()))?;
    let classes: Vec<&str> = policy.classes.iter().map(|class| class.name.as_str()).collect();
    let hint = words.with(
        "exception-value-hint",
        &[("currency", policy.currency.to_string()), ("classes", classes.join(", "))],
    );
    let fields = html! {
        div.columns {
            (Field::new("account", &words.text("col-account"), &typed("account")).required().lookup("/lookup/buyers"))
            (Field::new("differs", &words.text("col-differs"), &typed("differs")).select(&differs))
            (Field::new("value", &words.text("col-value"), &typed("value")).hint(&hint).required().text("text"))
            (Field::new("approver", &words.text("col-approver"), &typed("approver")).hint(&words.text("exception-approver-hint")).text("text"))
            (Field::new("reason", &words.text("col-reason"), &typed("reason")).required().text("text"))
            (Field::new("valid_from", &words.text("col-valid-from"), &typed("valid_from")).hint(&words.text("exception-from-hint")).date())
            (Field::new("valid_until", &words.text("exception-last-day"), &typed("valid_until")).required().date())
        }
        button.primary type="submit" { (words.text("master-save")) }
    };
    Ok(form(&call.caller, "/credit/policy/exceptions", &fields))
}
