//! What is entered about a buyer: evidence, an event, a change of cover. Each form is a row of a file.

use super::edit::key_columns;
use super::entry::{
    Entry, Input, answer, beside, done, form_of, inputs, is_changed_meanwhile, or_none, refused, typed,
};
use super::page::{View, of_path};
use crate::buyer_names::{cover_message, event_message, evidence_message};
use crate::buyer_trail::{FieldValues, cover_fields};
use crate::import::{ImportReport, Refusal};
use crate::one_row::{OneRow, record};
use crate::serve::{Call, Page, Reply};
use crate::session::{Precondition, sha256_hex};
use crate::web::parts::buyer_address;
use maud::{Markup, html};
use obligo_rules::codes::{CoverKind, EventKind, EvidenceKind};
use obligo_rules::cover::cover_at;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::cover::cover_versions;

/// A form about a buyer.
struct Sheet {
    /// Last part of its address, and its record's place in the trail.
    name: &'static str,
    /// KIND of the interchange contract.
    kind: &'static str,
    /// Message of its title.
    title: &'static str,
    entries: &'static [Entry],
}

const EVIDENCE: Sheet = Sheet {
    name: "evidence",
    kind: "evidence",
    title: "buyer-new-evidence",
    entries: &[
        Entry::new("kind", Input::Select).required(),
        Entry::new("date", Input::Date).required(),
        Entry::new("positive", Input::Check),
        Entry::new("category", Input::Select).hint("entry-category-hint"),
        Entry::new("amount", Input::Amount),
        Entry::new("valid_until", Input::Date).hint("entry-valid-until-hint"),
        Entry::new("source", Input::Text),
    ],
};

const EVENT: Sheet = Sheet {
    name: "event",
    kind: "events",
    title: "buyer-new-event",
    entries: &[
        Entry::new("event", Input::Select).required(),
        Entry::new("date", Input::Date).required(),
        Entry::new("reference", Input::Text),
    ],
};

const CREDIT_LIMITS: Sheet = Sheet {
    name: "credit-limits",
    kind: "credit_limits",
    title: "payer-new-limits",
    entries: &[
        Entry::new("valid_from", Input::Date).required(),
        Entry::new("valid_until", Input::Date),
        Entry::new("company", Input::Select),
        Entry::new("past_due", Input::Amount),
        Entry::new("outstanding", Input::Amount),
        Entry::new("outstanding_and_orders", Input::Amount),
        Entry::new("days_overdue", Input::Text),
        Entry::new("currency", Input::Text),
        Entry::new("approved_by", Input::Text),
    ],
};

const COVER: Sheet = Sheet {
    name: "cover",
    kind: "covers",
    title: "buyer-new-cover",
    entries: &[
        Entry::new("kind", Input::Select).required(),
        Entry::new("policy", Input::Select),
        Entry::new("valid_from", Input::Date).required().hint("entry-cover-from-hint"),
        Entry::new("valid_until", Input::Date),
        Entry::new("co_insured_under", Input::Lookup("/lookup/buyers")),
        Entry::new("risk_number", Input::Text),
        Entry::new("declined_on", Input::Date),
        Entry::new("recommended_limit", Input::Amount),
        Entry::new("recommended_from", Input::Date),
        Entry::new("insurance_no", Input::Text),
        Entry::new("user_status", Input::Text),
        Entry::new("reason", Input::Text),
    ],
};

/// `/buyers/{account}/evidence`.
pub fn evidence(call: Call) -> Result<Reply, Problem> {
    let today = call.today().to_string();
    let values = vec![("date", today), ("positive", "true".to_owned())];
    Ok(Reply::Page(of_path(&call, |view| Ok(EVIDENCE.draw(view, &values, "", &Markup::default())))?))
}

/// Records evidence.
pub fn save_evidence(call: Call) -> Result<Reply, Problem> {
    EVIDENCE.save(&call, |_| Ok(None))
}

/// `/buyers/{account}/event`.
pub fn event(call: Call) -> Result<Reply, Problem> {
    let values = vec![("date", call.today().to_string())];
    Ok(Reply::Page(of_path(&call, |view| Ok(EVENT.draw(view, &values, "", &Markup::default())))?))
}

/// Records an event of the whole buyer.
pub fn save_event(call: Call) -> Result<Reply, Problem> {
    EVENT.save(&call, |_| Ok(None))
}

/// `/buyers/{account}/credit-limits`: own limits 1 to 4 of the payer.
pub fn credit_limits(call: Call) -> Result<Reply, Problem> {
    let today = call.today().to_string();
    let page = of_path(&call, |view| {
        let values = vec![("valid_from", today.clone()), ("currency", view.buyer.currency.clone())];
        Ok(CREDIT_LIMITS.draw(view, &values, "", &Markup::default()))
    })?;
    Ok(Reply::Page(page))
}

/// Records own limits from a day on.
pub fn save_credit_limits(call: Call) -> Result<Reply, Problem> {
    CREDIT_LIMITS.save(&call, |_| Ok(None))
}

/// `/buyers/{account}/cover`: the cover of today, to be corrected or followed by another.
pub fn cover(call: Call) -> Result<Reply, Problem> {
    let page = of_path(&call, |view| {
        let version = view.call.house.store.read(|tx| cover_version(tx, view.buyer_id))?;
        Ok(COVER.draw(view, &cover_now(view), &version, &Markup::default()))
    })?;
    Ok(Reply::Page(page))
}

/// Records a cover, unless somebody changed the covers of the buyer meanwhile.
pub fn save_cover(call: Call) -> Result<Reply, Problem> {
    let seen = call.field("version").unwrap_or("").to_owned();
    COVER.save(&call, |buyer_id| {
        let holds = move |tx: &Tx<'_>| {
            if cover_version(tx, buyer_id)? == seen {
                Ok(())
            } else {
                Err(Problem::forbidden("record-changed"))
            }
        };
        Ok(Some(Box::new(holds)))
    })
}

/// The version of a buyer's covers: a hash of the audit entry and first day of each.
pub fn cover_version(tx: &Tx<'_>, buyer_id: i64) -> Result<String, Problem> {
    let all = cover_versions(tx, buyer_id)?;
    let told: Vec<String> =
        all.iter().map(|(entry, row)| format!("{entry}/{}", row.cover.valid_from)).collect();
    Ok(sha256_hex(told.join(" ").as_bytes())[..16].to_owned())
}

fn cover_now(view: &View<'_>) -> FieldValues {
    let snapshot = &view.portfolio.snapshot;
    let rows = snapshot.covers.get(&view.buyer_id).map_or(&[][..], Vec::as_slice);
    let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
    let row =
        cover_at(&covers, snapshot.as_of.key_date).and_then(|found| rows.iter().find(|r| r.cover == *found));
    let Some(row) = row else { return vec![("valid_from", view.call.today().to_string())] };
    let mut fields = cover_fields(snapshot, row);
    fields.push(("valid_from", row.cover.valid_from.to_string()));
    fields
}

impl Sheet {
    fn save(
        &self,
        call: &Call,
        precondition: impl FnOnce(i64) -> Result<Option<Precondition>, Problem>,
    ) -> Result<Reply, Problem> {
        let account = call.path("account").to_owned();
        let values = typed(call, self.entries);
        match self.saved(call, &account, &values, precondition) {
            Ok(report) => Ok(done(call, &report, &buyer_address(&account))),
            Err(refusal) => {
                let page = of_path(call, |view| {
                    let version = view.call.house.store.read(|tx| cover_version(tx, view.buyer_id))?;
                    let above = html! {
                        (refused(view.words, &refusal))
                        @if is_changed_meanwhile(&refusal) { (beside(view.words, &cover_now(view), &values)) }
                    };
                    Ok(self.draw(view, &values, &version, &above))
                });
                answer(&refusal, page)
            }
        }
    }

    fn saved(
        &self,
        call: &Call,
        account: &str,
        values: &FieldValues,
        precondition: impl FnOnce(i64) -> Result<Option<Precondition>, Problem>,
    ) -> Result<ImportReport, Refusal> {
        let (portfolio, _) = call.portfolio()?;
        let missing = || Problem::refused("buyer-not-found").with("account", account);
        let buyer_id = portfolio.buyer_id(account).ok_or_else(missing)?;
        let key = portfolio.snapshot.account(buyer_id);
        let mut session = call.session();
        session.precondition = precondition(buyer_id)?;
        let fields: FieldValues = key_columns(&key).into_iter().chain(values.iter().cloned()).collect();
        // The record of a limit says itself why it is so.
        let why =
            (self.kind == "credit_limits").then(|| ("reason", call.field("why").unwrap_or("").to_owned()));
        let fields: FieldValues = fields.into_iter().chain(why).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reason = call.field("why").unwrap_or("");
        record(&mut session, OneRow { kind: self.kind, fields: &fields, reason, companies: None })
    }

    fn choices(&self, view: &View<'_>, column: &str) -> Vec<(String, String)> {
        let words = view.words;
        match (self.kind, column) {
            ("evidence", "kind") => {
                let all = EvidenceKind::ALL.iter();
                all.map(|kind| (kind.code().to_owned(), words.text(evidence_message(*kind)))).collect()
            }
            ("evidence", _) => or_none(words, (1..=3).map(|n| (n.to_string(), n.to_string())).collect()),
            ("events", _) => {
                // A protest is of one bill, so it is recorded there.
                let of_buyers = EventKind::ALL.iter().filter(|kind| **kind != EventKind::Protest);
                of_buyers.map(|kind| (kind.code().to_owned(), words.text(event_message(*kind)))).collect()
            }
            ("credit_limits", _) => {
                let companies = view.portfolio.snapshot.companies.values();
                let all = companies.map(|c| (c.company.clone(), format!("{} {}", c.company, c.name)));
                std::iter::once((String::new(), words.text("payer-company-none"))).chain(all).collect()
            }
            (_, "kind") => {
                let all = CoverKind::ALL.iter().map(|kind| kind.code());
                all.map(|code| (code.to_owned(), words.text(cover_message(code)))).collect()
            }
            _ => {
                let policies = view.portfolio.snapshot.policies.keys();
                or_none(words, policies.map(|code| (code.clone(), code.clone())).collect())
            }
        }
    }

    fn draw(&self, view: &View<'_>, values: &FieldValues, version: &str, above: &Markup) -> Page {
        let entered = inputs(view.words, self.entries, values, &|column| self.choices(view, column));
        form_of(view, (self.title, self.name), version, &entered, above)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_form_is_one_of_its_file() {
        for sheet in [&EVIDENCE, &EVENT, &COVER, &CREDIT_LIMITS] {
            let schema = obligo_formats::schema::schema_of(sheet.kind).unwrap();
            for entry in sheet.entries {
                assert!(schema.index_of(entry.column).is_some(), "{}: {}", sheet.kind, entry.column);
            }
        }
    }
}
