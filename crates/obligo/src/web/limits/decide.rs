//! Deciding on an exceeded insurance limit, with what there is to know beside the form (R9.4).

use super::accepted::decisions_of;
use crate::access::proposals::Submitted;
use crate::access::roles::Permission;
use crate::credit::decisions::{Decide, DecideRequest, Seen, submit_decision};
use crate::portfolio::Portfolio;
use crate::serve::{Call, Page, Reply, http_status};
use crate::web::parts::{Field, buyer_address, form, problem_box, text_of};
use maud::{Markup, html};
use obligo_rules::excess::ExcessDecisionKind;
use obligo_rules::money::{Currency, format_minor, parse_minor};
use obligo_rules::problem::Problem;
use serde_json::Value;

/// The buyer of the address with its line.
struct Subject<'p> {
    account: String,
    line: Option<&'p Value>,
}

/// The main buyer of the account asked for: a co-insured one takes its sum from it. Error: `buyer-not-found`.
fn subject<'p>(call: &Call, portfolio: &'p Portfolio) -> Result<Subject<'p>, Problem> {
    let asked = call.field("account").or_else(|| call.query("account")).unwrap_or("");
    let missing = || Problem::refused("buyer-not-found").with("account", asked);
    let named = portfolio.buyer_id(asked).or_else(|| {
        match &*portfolio.accounts_of_number(asked).collect::<Vec<_>>() {
            [(_, only)] => Some(*only),
            _ => None,
        }
    });
    let named = named.ok_or_else(missing)?;
    let buyer = crate::planning::main_buyer_at(&portfolio.snapshot, named).unwrap_or(named);
    let policy = call.field("policy").or_else(|| call.query("policy")).filter(|code| !code.is_empty());
    let is_wanted = |line: &&Value| policy.is_none_or(|code| text_of(line, "policy") == code);
    Ok(Subject {
        account: portfolio.snapshot.account(buyer).to_string(),
        line: portfolio.lines_of(buyer).find(is_wanted),
    })
}

impl Subject<'_> {
    fn seen(&self) -> Option<Seen> {
        Seen::of_line(self.line?)
    }

    /// By how much the exposure is above the insured sum, as a plain amount; `None` if it is not.
    fn excess(&self) -> Option<String> {
        let currency = Currency::parse(text_of(self.line?, "currency"))?;
        let seen = self.seen()?;
        let minor = |text: &str| parse_minor(text, currency.exponent()).ok();
        let over = minor(&seen.exposure)?.saturating_sub(minor(&seen.insured_sum)?);
        (over > 0).then(|| format_minor(over, currency.exponent()))
    }
}

/// `/limits/decide`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    Ok(Reply::Page(draw(&call, None)?))
}

/// Decides, or proposes where a second person must agree.
pub fn save(call: Call) -> Result<Reply, Problem> {
    let (portfolio, _) = call.portfolio()?;
    let subject = subject(&call, &portfolio)?;
    let address = buyer_address(&subject.account);
    match decided(&call, &subject) {
        Ok(Submitted::Done(_)) => Ok(Reply::See(format!("{address}?done=done-saved"))),
        Ok(Submitted::Proposed(proposal)) => {
            Ok(Reply::See(format!("/proposals/{}?done=done-proposed", proposal.proposal_id)))
        }
        Err(problem) => Ok(Reply::Page(draw(&call, Some(&problem))?.with_status(http_status(&problem)))),
    }
}

fn decided(call: &Call, subject: &Subject<'_>) -> Result<Submitted, Problem> {
    let typed = call.field("amount").unwrap_or("");
    let amount = call.words.parse_amount(typed).unwrap_or_else(|| typed.to_owned());
    let decide = match call.field("kind").and_then(ExcessDecisionKind::parse) {
        Some(ExcessDecisionKind::Block) => Decide::Block,
        Some(ExcessDecisionKind::RequestMore) => Decide::RequestMore { amount },
        Some(ExcessDecisionKind::Withdraw) => Decide::Withdraw,
        Some(ExcessDecisionKind::Accept) | None => {
            let until = call.field_day("until")?;
            let missing = || Problem::refused("field-missing").at_column("until");
            Decide::Accept { amount, until: until.ok_or_else(missing)? }
        }
    };
    let text = |name: &str| call.field(name).unwrap_or("").trim().to_owned();
    let request = DecideRequest {
        account: subject.account.clone(),
        policy: text("policy"),
        decide,
        from: call.field_day("from")?,
        reason: text("reason"),
        reference: text("reference"),
        seen: subject.seen(),
        proposed_by: String::new(),
    };
    submit_decision(&mut call.session(), call.user()?, &request)
}

fn draw(call: &Call, problem: Option<&Problem>) -> Result<Page, Problem> {
    let words = call.words;
    let (portfolio, _) = call.portfolio()?;
    let subject = subject(call, &portfolio)?;
    let may_decide = call.caller.may_for_group(Permission::Manage);
    let value = |name: &str| call.field(name).or_else(|| call.query(name)).unwrap_or("").to_owned();
    let date = |name: &str| match call.field(name).and_then(|typed| words.parse_date(typed)) {
        Some(day) => day.to_string(),
        None => value(name),
    };
    let typed =
        call.field("amount").map(|typed| words.parse_amount(typed).unwrap_or_else(|| typed.to_owned()));
    let amount = typed.or_else(|| subject.excess()).unwrap_or_default();
    let policy = subject.line.map_or_else(|| value("policy"), |line| text_of(line, "policy").to_owned());
    let kinds: Vec<(String, String)> = ["accept", "request_more", "block", "withdraw"]
        .into_iter()
        .filter(|kind| may_decide || *kind == "accept")
        .map(|kind| (kind.to_owned(), words.text(&format!("decision-kind-{}", kind.replace('_', "-")))))
        .collect();
    let title = words.text("decisions-decide");
    let fields = html! {
        input type="hidden" name="account" value=(subject.account);
        input type="hidden" name="policy" value=(policy);
        div.columns {
            (Field::new("kind", &words.text("decisions-kind"), &value("kind")).required().select(&kinds))
            (Field::new("amount", &words.text("decisions-amount-typed"), &amount).hint(&words.text("decisions-amount-hint")).amount(words))
            (Field::new("from", &words.text("col-valid-from"), &date("from")).hint(&words.text("decisions-from-hint")).date())
            (Field::new("until", &words.text("decisions-until"), &date("until")).hint(&words.text("decisions-until-hint")).date())
        }
        (Field::new("reason", &words.text("decisions-reason"), &value("reason")).required().area(2))
        (Field::new("reference", &words.text("decisions-reference"), &value("reference")).text("text"))
        @if !may_decide { p.quiet { (words.text("decisions-proposed")) } }
        button.primary type="submit" { (words.text(if may_decide { "decisions-save" } else { "decisions-propose" })) }
    };
    let name = subject.line.map_or("", |line| text_of(line, "name"));
    let body = html! {
        p.trail { a href="/limits" { (words.text("nav-limits")) } }
        div.head { h1 { (title) } }
        @if let Some(problem) = problem { (problem_box(words, problem)) }
        section.card {
            h2 { a href=(buyer_address(&subject.account)) { (name) } " " span.quiet { (subject.account) } }
            (standing(call, &portfolio, &subject))
        }
        section.card {
            h2 { (words.text("decisions-form")) }
            (form(&call.caller, "/limits/decide", &fields))
        }
        (decisions_of(words, &portfolio, std::slice::from_ref(&subject.account)))
    };
    Ok(Page::new("limits", title, body))
}

/// Exposure, sum, excess, what is accepted and what is asked for.
fn standing(call: &Call, portfolio: &Portfolio, subject: &Subject<'_>) -> Markup {
    let words = call.words;
    let Some(line) = subject.line else { return html! { p { (words.text("cover-none")) } } };
    let money = |plain: &str| words.money(plain, text_of(line, "currency"));
    let of_account = |other: &&Value| text_of(other, "account") == subject.account;
    let running =
        portfolio.excess_decisions.iter().filter(of_account).find(|d| text_of(d, "state") == "running");
    let waiting = portfolio
        .limit_requests
        .iter()
        .filter(of_account)
        .find(|r| matches!(text_of(r, "state"), "draft" | "sent"));
    html! {
        dl.facts {
            dt { (words.text("col-policy")) } dd { (text_of(line, "policy")) }
            @if call.caller.sees_whole_group() {
                @if let Some(seen) = subject.seen() {
                    dt { (words.text("decisions-exposure-now")) } dd { (money(&seen.exposure)) }
                    dt { (words.text("col-insured-sum")) } dd { (money(&seen.insured_sum)) }
                }
                dt { (words.text("decisions-excess")) }
                dd {
                    @match subject.excess() {
                        Some(excess) => strong.bad-text { (money(&excess)) },
                        None => (words.text("decisions-no-excess")),
                    }
                }
            }
            @if let Some(decision) = running {
                dt { (words.text("decisions-amount")) }
                dd { (money(text_of(decision, "amount"))) ", " (words.text("decisions-until")) " " (words.date_text(text_of(decision, "valid_until"))) }
            }
            @if let Some(request) = waiting {
                dt { (words.text("decisions-waiting")) }
                dd {
                    a href=(format!("/limits/requests/{}", request["request"])) { (words.money(text_of(request, "amount"), text_of(request, "currency"))) }
                    ", " (words.text(&format!("request-state-{}", text_of(request, "state"))))
                }
            }
        }
    }
}
