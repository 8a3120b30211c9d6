//! Why an item has its status, insured amount and dates (R0.6): codes with the facts used and the policy's clause. The texts for
//! people are in `locales/…/reasons.ftl`, one per code.

use crate::items::ItemView;
use crate::planning::main_buyer_at;
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::{Day, Term};
use obligo_rules::codes::{InsuranceStatus, ItemKind, ReportingStatus};
use obligo_rules::deadline::max_term;
use obligo_rules::item::Insurance;
use obligo_rules::ledger::BuyerCase;
use obligo_rules::limit::{LimitDecision, limit_first_positive, limit_in_force};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::policy::{CancelledBy, OverdueBasis, Policy, WaitingFrom};
use obligo_rules::reason::{InsuredReason, Reason, StatusReason};
use serde_json::{Map, Value, json};

/// Codes beside those of [`StatusReason`] and [`InsuredReason`]; each has a message.
pub const CODES: &[&str] = &[
    "date-max-term",
    "date-overdue",
    "date-exclusion",
    "date-non-payment-report",
    "date-collection",
    "date-waiting-end",
    "date-waiting-open",
    "date-filing",
    "date-filing-insolvency",
    "date-base-period",
    "date-kept",
    "reported",
    "follow-up",
    "stop-set",
    "policy-kept",
    "amount-converted",
    "amount-net-of-vat",
    "projected",
];

/// What is known of the item's buyer, for reasons that name it.
#[derive(Clone, Copy, Debug)]
pub struct BuyerFacts<'a> {
    /// The main buyer under the item's policy.
    pub case: &'a BuyerCase,
    /// Room left in its sum, minor units of the policy's currency.
    pub room: i64,
}

/// All reasons of an item, in the order status, insured amount, amounts, dates, reports. Reads nothing but the snapshot; `buyer` adds
/// facts where the caller has them.
#[must_use]
pub fn of_item(view: &ItemView, snapshot: &Snapshot, buyer: Option<BuyerFacts<'_>>) -> Vec<Reason> {
    let policy = view.policy.as_deref().and_then(|code| snapshot.policies.get(code));
    let item = Explained { view, snapshot, policy, buyer };
    let mut reasons = vec![item.status(), item.insured()];
    item.amounts(&mut reasons);
    item.dates(&mut reasons);
    item.reports(&mut reasons);
    reasons
}

/// The reasons as the lists print them.
#[must_use]
pub fn of_item_json(view: &ItemView, snapshot: &Snapshot) -> Vec<Value> {
    of_item(view, snapshot, None).iter().map(reason_json).collect()
}

/// A reason as data: `rule`, `code`, `facts` by name, `clause` or null.
#[must_use]
pub fn reason_json(reason: &Reason) -> Value {
    let facts: Map<String, Value> =
        reason.facts.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    json!({ "rule": reason.rule, "code": reason.code, "facts": facts, "clause": reason.clause })
}

/// Facts while they are collected.
pub(crate) type Facts = Vec<(&'static str, String)>;

/// A reason without a clause.
pub(crate) fn stated(rule: &'static str, key: &'static str, facts: Facts) -> Reason {
    Reason { rule, code: key, facts, clause: None }
}

/// The clause the policy names for the first of these keys that has one.
pub(crate) fn clause_of(policy: &Policy, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| policy.clauses.get(*key)).cloned()
}

/// An amount as facts show it.
pub(crate) fn amount(minor: i64, currency: Currency) -> String {
    format_minor(minor, currency.exponent())
}

/// A date as facts show it; `none` where there is none.
fn shown(day: Option<Day>) -> String {
    day.map_or_else(|| "none".to_owned(), |day| day.to_string())
}

/// A length of time as two facts: a count and its unit.
fn term_facts(term: Term) -> [(&'static str, String); 2] {
    match term {
        Term::Months(n) => [("count", n.to_string()), ("unit", "months".to_owned())],
        Term::Days(n) => [("count", n.to_string()), ("unit", "days".to_owned())],
    }
}

struct Explained<'a> {
    view: &'a ItemView,
    snapshot: &'a Snapshot,
    policy: Option<&'a LoadedPolicy>,
    buyer: Option<BuyerFacts<'a>>,
}

impl Explained<'_> {
    fn insurance(&self) -> &Insurance {
        &self.view.insurance
    }

    fn main(&self) -> i64 {
        main_buyer_at(self.snapshot, self.view.buyer_id).unwrap_or(self.view.buyer_id)
    }

    fn decisions(&self) -> Vec<LimitDecision> {
        self.policy.map(|p| self.snapshot.decisions(self.main(), p.number)).unwrap_or_default()
    }

    fn clause(&self, keys: &[&str]) -> Option<String> {
        clause_of(&self.policy?.policy, keys)
    }

    fn status(&self) -> Reason {
        let insurance = self.insurance();
        let mut why = insurance.status_reason;
        let is_new = insurance.status == InsuranceStatus::Unexamined && why == StatusReason::NotExamined;
        if is_new && self.policy.is_none() {
            why = StatusReason::NoCover;
        }
        let mut facts: Facts = vec![("status", insurance.status.code().to_owned())];
        let mut keys: &[&str] = &[];
        match why {
            StatusReason::WithinTerm | StatusReason::DueAfterMaxTerm => {
                facts.push(("net_due_date", self.view.net_due_date.to_string()));
                let latest = insurance.deadlines.max_term_date;
                facts.push(("max_term_date", shown(latest)));
                if why == StatusReason::DueAfterMaxTerm {
                    let late = latest.map_or(0, |date| self.view.net_due_date.days_since(date));
                    facts.push(("days", late.to_string()));
                }
                keys = term_keys(self.view.kind);
            }
            StatusReason::CategoryExcluded => {
                let category = self.snapshot.category(self.main());
                facts.push(("category", category.code().to_owned()));
                keys = &["cover.exclude"];
            }
            StatusReason::CountryExcluded => {
                let country = self.snapshot.buyers.get(&self.view.buyer_id).map(|b| b.country.clone());
                facts.push(("country", country.unwrap_or_default()));
                keys = &["cover.countries"];
            }
            StatusReason::Disputed => keys = &["cover.exclude"],
            StatusReason::PredatesPolicy => {
                facts.push(("document_date", self.view.document_date.to_string()));
                facts.push(("start", shown(self.policy.map(|p| p.policy.valid_from))));
                keys = &["existing.max_age_months_at_start"];
            }
            StatusReason::PredatesBuyer => {
                facts.push(("document_date", self.view.document_date.to_string()));
                facts.push(("start", shown(self.buyer_start())));
                keys = &["existing.max_age_months_new_buyer"];
            }
            StatusReason::AfterCancellation => {
                let date = self.cancellation_date();
                facts.push(("date", date.to_string()));
                facts.push(("ended_on", shown(self.ended_on(date))));
                keys = &["status.cancelled_by"];
            }
            StatusReason::ZeroDecision => {
                let decisions = self.decisions();
                let decision = limit_in_force(&decisions, self.snapshot.as_of.key_date);
                facts.push(("valid_from", shown(decision.map(|decision| decision.valid_from))));
            }
            StatusReason::NotExamined
            | StatusReason::NoCover
            | StatusReason::Bill
            | StatusReason::SecuredTerms
            | StatusReason::NoSum
            | StatusReason::ByHand => {}
        }
        Reason { clause: self.clause(keys), ..stated(why.rule(), why.code(), facts) }
    }

    /// The start of the buyer's own cover (R4.4).
    fn buyer_start(&self) -> Option<Day> {
        if let Some(buyer) = self.buyer {
            return buyer.case.start;
        }
        let covers = self.snapshot.covers.get(&self.main());
        let number = self.policy?.number;
        limit_first_positive(&self.decisions()).or_else(|| {
            let of_policy = covers?.iter().filter(|row| row.cover.policy == Some(number));
            of_policy.map(|row| row.cover.valid_from).max()
        })
    }

    /// The date of the item that R4.3 compares.
    fn cancellation_date(&self) -> Day {
        match self.policy.map(|p| p.policy.status.cancelled_by) {
            Some(CancelledBy::Posting) => self.view.posting_date,
            _ => self.view.document_date,
        }
    }

    /// The day cover had ended by `date`: declined, decided to be 0, or lapsed.
    fn ended_on(&self, date: Day) -> Option<Day> {
        let declined = self.snapshot.covers.get(&self.main()).into_iter().flatten();
        let declined = declined.filter_map(|row| row.cover.declined_on).filter(|day| *day <= date).min();
        let decisions = self.decisions();
        let decided = match limit_in_force(&decisions, date) {
            Some(decision) => (decision.counted_amount() == Some(0)).then_some(decision.valid_from),
            None => decisions
                .iter()
                .filter(|d| !d.top_up)
                .filter_map(|d| d.valid_until)
                .filter(|day| *day < date)
                .max(),
        };
        declined.into_iter().chain(decided).min()
    }

    fn insured(&self) -> Reason {
        let view = self.view;
        let why = self.insurance().insured_reason;
        let currency = view.policy_currency;
        let mut facts: Facts =
            vec![("insured", amount(view.insured, currency)), ("currency", currency.to_string())];
        let open = view.insurable_open.map(|open| (open, open.saturating_sub(view.insured).max(0)));
        let or_none = |minor: Option<i64>| minor.map_or_else(|| "none".to_owned(), |m| amount(m, currency));
        facts.push(("insurable_open", or_none(open.map(|(open, _)| open))));
        facts.push(("uninsured", or_none(open.map(|(_, uninsured)| uninsured))));
        let mut keys: &[&str] = &[];
        match why {
            InsuredReason::NotInsurable => {
                facts.push(("status", self.insurance().status.code().to_owned()));
            }
            InsuredReason::Blocked => {
                facts.push(("document_date", view.document_date.to_string()));
                if let Some(from) = self.buyer.and_then(|b| b.case.uncovered_from) {
                    facts.push(("uncovered_from", from.to_string()));
                }
                keys = &["stop.uncovered_from", "notification.automatic_block"];
            }
            InsuredReason::Full | InsuredReason::Border | InsuredReason::NoRoom => {
                if let Some(buyer) = self.buyer {
                    facts.push(("insured_sum", amount(buyer.case.sum, currency)));
                    facts.push(("room", amount(buyer.room, currency)));
                }
                keys = &["declaration.credits_free_room"];
            }
            _ => {}
        }
        Reason { clause: self.clause(keys), ..stated(why.rule(), why.code(), facts) }
    }

    /// What makes the insurable open amount differ from the open one, and whether this is only a projection.
    fn amounts(&self, reasons: &mut Vec<Reason>) {
        let view = self.view;
        let Some(policy) = self.policy else { return };
        let insurable = view.insurable_open.map(|minor| amount(minor, view.policy_currency));
        let facts = || {
            vec![
                ("open", amount(view.open, view.currency)),
                ("currency", view.currency.to_string()),
                ("insurable_open", insurable.clone().unwrap_or_else(|| "none".to_owned())),
                ("policy_currency", view.policy_currency.to_string()),
            ]
        };
        if view.currency != view.policy_currency {
            reasons.push(stated("R0.7", "amount-converted", facts()));
        } else if view.insurable_open.is_some_and(|minor| minor != view.open) {
            let clause = clause_of(&policy.policy, &["declaration.vat_insured"]);
            reasons.push(Reason { clause, ..stated("R5.1", "amount-net-of-vat", facts()) });
        }
        if view.projected {
            reasons.push(stated("R5.5", "projected", vec![]));
        }
    }

    fn dates(&self, reasons: &mut Vec<Reason>) {
        let Some(loaded) = self.policy else { return };
        let (policy, view) = (&loaded.policy, self.view);
        let (terms, default) = (&policy.terms, &policy.protracted_default);
        let dates = &view.insurance.deadlines;
        // A date that today's terms do not give was fixed by earlier ones (R3.9).
        let mut push = |rule, key, name: &'static str, date: Day, by_terms: Option<Facts>, keys: &[&str]| {
            let on = ("date", date.to_string());
            let reason = match by_terms {
                Some(facts) => stated(rule, key, std::iter::once(on).chain(facts).collect()),
                None => stated("R3.9", "date-kept", vec![on, ("name", name.to_owned())]),
            };
            reasons.push(Reason { clause: clause_of(policy, keys), ..reason });
        };
        let gives =
            |start: Day, days: Option<u16>, date: Day| start.plus_days(i32::from(days.unwrap_or(0))) == date;
        let counted = |name: &str, start: Day, days: Option<u16>| -> Facts {
            vec![
                ("basis", name.to_owned()),
                ("start", start.to_string()),
                ("days", days.unwrap_or(0).to_string()),
            ]
        };
        if let Some(date) = dates.max_term_date {
            push(
                "R3.1",
                "date-max-term",
                "max_term_date",
                date,
                self.max_term_facts(policy, date),
                term_keys(view.kind),
            );
        }
        if let Some(date) = dates.overdue_date {
            let (name, basis) = match terms.overdue_basis {
                OverdueBasis::NetDue => ("net_due", Some(view.net_due_date)),
                OverdueBasis::MaxTerm => ("max_term", dates.max_term_date),
            };
            let days = terms.max_extension_days;
            let facts =
                basis.filter(|start| gives(*start, days, date)).map(|start| counted(name, start, days));
            let keys = ["terms.max_extension_days", "terms.overdue_basis"];
            push("R3.2", "date-overdue", "overdue_date", date, facts, &keys);
        }
        if let Some((date, overdue)) = dates.exclusion_date.zip(dates.overdue_date) {
            let days = terms.exclusion_days;
            let facts = gives(overdue, days, date).then(|| counted("overdue", overdue, days));
            push("R3.3", "date-exclusion", "exclusion_date", date, facts, &["terms.exclusion_days"]);
        }
        if let Some(date) = dates.non_payment_report_date {
            let (start, days) = (view.net_due_date, default.non_payment_report_days);
            let facts = (days.is_some() && gives(start, days, date)).then(|| counted("net_due", start, days));
            let keys = ["default.non_payment_report_days"];
            push("R3.4", "date-non-payment-report", "non_payment_report_date", date, facts, &keys);
        }
        if let Some((date, overdue)) = dates.collection_date.zip(dates.overdue_date) {
            let days = default.collection_days;
            let facts =
                (days.is_some() && gives(overdue, days, date)).then(|| counted("overdue", overdue, days));
            push("R3.5", "date-collection", "collection_date", date, facts, &["default.collection_days"]);
        }
        if let Some(date) = dates.waiting_end {
            let facts = (!default.waiting.is_empty()).then(|| vec![("bases", waiting_bases(policy))]);
            push("R3.6", "date-waiting-end", "waiting_end", date, facts, &["default.waiting"]);
        }
        if let Some(date) = dates.filing_date {
            let days = default.filing_days;
            match dates.waiting_end {
                Some(start) if gives(start, days, date) => {
                    let facts = Some(counted("waiting_end", start, days));
                    push("R3.7", "date-filing", "filing_date", date, facts, &["default.filing_days"]);
                }
                _ => {
                    let start = date.plus_days(-i32::from(days.unwrap_or(0)));
                    let facts = days.map(|_| counted("insolvency", start, days));
                    push(
                        "R3.7",
                        "date-filing-insolvency",
                        "filing_date",
                        date,
                        facts,
                        &["default.filing_days"],
                    );
                }
            }
        }
        if let Some(date) = dates.base_period_end {
            let (start, days) = (view.document_date, policy.declaration.base_period_days);
            let facts =
                (days.is_some() && gives(start, days, date)).then(|| counted("document", start, days));
            push(
                "R3.8",
                "date-base-period",
                "base_period_end",
                date,
                facts,
                &["declaration.base_period_days"],
            );
        }
        if dates.waiting_end.is_none() && dates.overdue_date.is_some() && !default.waiting.is_empty() {
            let facts = vec![("bases", waiting_bases(policy))];
            let clause = clause_of(policy, &["default.waiting"]);
            reasons.push(Reason { clause, ..stated("R3.9", "date-waiting-open", facts) });
        }
    }

    /// Start and term of the maximum payment term date: the first of the decision's and the policy's terms that gives it.
    fn max_term_facts(&self, policy: &Policy, date: Day) -> Option<Facts> {
        let view = self.view;
        let start = view.receivable_start.unwrap_or(view.document_date);
        let facts = |term: Term, source: &str| {
            let mut facts: Facts = vec![("start", start.to_string()), ("source", source.to_owned())];
            facts.extend(term_facts(term));
            facts
        };
        let find = |decision: Option<&LimitDecision>| {
            let terms = [false, true].map(|value_dated| max_term(policy, decision, view.kind, value_dated));
            terms.into_iter().find(|term| term.after(start) == date)
        };
        if let Some(term) = find(None) {
            return Some(facts(term, "policy"));
        }
        self.decisions().iter().find_map(|decision| find(Some(decision))).map(|term| facts(term, "decision"))
    }

    fn reports(&self, reasons: &mut Vec<Reason>) {
        let insurance = self.insurance();
        let Some(loaded) = self.policy else { return };
        if insurance.reporting_status != ReportingStatus::None {
            let on = shown(insurance.reported_on);
            let facts =
                vec![("reporting_status", insurance.reporting_status.code().to_owned()), ("date", on)];
            reasons.push(stated("R7.4", "reported", facts));
        }
        if insurance.follow_up {
            reasons.push(stated("R7.6", "follow-up", vec![("date", shown(insurance.follow_up_on))]));
        }
        if insurance.blocks_new {
            let from = obligo_rules::stop::stop_date(&loaded.policy, insurance, self.view.net_due_date);
            let clause = clause_of(&loaded.policy, &["stop.uncovered_from", "notification.automatic_block"]);
            reasons.push(Reason { clause, ..stated("R6.1", "stop-set", vec![("date", from.to_string())]) });
        }
        if insurance.policy == loaded.number {
            let facts = vec![("policy", loaded.policy.policy.clone())];
            reasons.push(stated("R1.5", "policy-kept", facts));
        }
    }
}

/// Keys of the maximum payment term that may carry a clause.
fn term_keys(kind: ItemKind) -> &'static [&'static str] {
    if kind == ItemKind::Bill {
        &[
            "terms.bills_max_term_months",
            "terms.bills_max_term_days",
            "terms.max_term_months",
            "terms.max_term_days",
        ]
    } else {
        &["terms.max_term_months", "terms.max_term_days"]
    }
}

/// The bases of the waiting period as one fact: `net_due + 6 months, collection + 30 days`.
fn waiting_bases(policy: &Policy) -> String {
    let base = |from: WaitingFrom| match from {
        WaitingFrom::NetDue => "net_due",
        WaitingFrom::Overdue => "overdue",
        WaitingFrom::Notice => "notice",
        WaitingFrom::Collection => "collection",
    };
    let bases = policy.protracted_default.waiting.iter().map(|waiting| {
        let [(_, count), (_, unit)] = term_facts(waiting.term);
        format!("{} + {count} {unit}", base(waiting.from))
    });
    bases.collect::<Vec<_>>().join(", ")
}
