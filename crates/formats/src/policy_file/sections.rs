//! The sections of the policy file and what each key may hold. A key stands here once, with its range and meaning;
//! its default is that of `Policy::with_defaults`.

use crate::toml_document::{Entry, Section};
use obligo_rules::calendar::{Day, Term};
use obligo_rules::codes::{Category, EvidenceKind};
use obligo_rules::indemnity::{LossOrder, LossTerms};
use obligo_rules::money::Currency;
use obligo_rules::policy::{
    BlockBy, CancelledBy, Cap, CoverTerms, DeadlineReached, Declaration, DulyPaidBy, Existing, Experience,
    LimitPer, Notification, OverdueBasis, Policy, Procedure, ProtractedDefault, Reinstatement, StatusTerms,
    Stop, StopEvent, Terms, TimePremium, UncoveredFrom, Unnamed, Waiting, WaitingFrom,
};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Ten years: more is a slip of the hand.
const DAYS: RangeInclusive<u32> = 0..=3650;
const MONTHS: RangeInclusive<u32> = 0..=120;
/// R1.3
const EXTERNAL_NUMBER_MAX: usize = 20;
/// R2.4
const EXPERIENCE_MAX: usize = 3;

/// The policy's own keys and all sections but `clause` and `example` (R1.3). Where something is missing or wrong the
/// problem is with the document and the value returned means nothing.
pub(super) fn policy(root: &Section<'_>) -> Policy {
    let currency = root.currency("currency");
    let code = policy_code(root);
    let valid_from = root.required("valid_from").and_then(|entry| entry.date());
    let term_section = root.section("terms");
    let max = required_term(&term_section, "max_term_months", "max_term_days", 1);
    let mut policy = Policy::with_defaults(
        &code.unwrap_or_default(),
        currency.unwrap_or(Currency::EUR),
        valid_from.unwrap_or(Day::LAST),
        max.unwrap_or(Term::Days(0)),
    );
    policy.external_number = external_number(root);
    policy.name = root.text("name").unwrap_or_default();
    policy.valid_until = valid_until(root, valid_from);
    policy.framework = root.label("framework").unwrap_or_default();
    policy.list_no = root.label("list_no").unwrap_or_default();
    declaration(&root.section("declaration"), &mut policy.declaration);
    terms(&term_section, &mut policy.terms);
    policy.protracted_default = protracted_default(&root.section("default"));
    notification(&root.section("notification"), &mut policy.notification);
    policy.unnamed = unnamed(&root.section("unnamed"));
    policy.existing = existing(&root.section("existing"));
    policy.cover = cover(&root.section("cover"));
    policy.status = status(&root.section("status"));
    stop(&root.section("stop"), &mut policy.stop);
    policy.caps = caps(root);
    policy.loss = loss(&root.section("loss"));
    policy.limit_fee = premium(root);
    policy
}

/// Group and country caps (R2.6): each names either a country or at least one buyer.
fn caps(root: &Section<'_>) -> Vec<Cap> {
    let mut caps = Vec::new();
    for section in root.sections("cap") {
        let (name, country) = (section.text("name").unwrap_or_default(), section.text("country"));
        let buyers: Vec<String> = section
            .entry("buyers")
            .map(|entry| entry.elements().iter().filter_map(|e| e.text().map(str::to_owned)).collect())
            .unwrap_or_default();
        if section.entry("amount").is_none() {
            section.missing("amount");
        }
        if country.is_some() != buyers.is_empty() {
            section.missing("country");
        }
        if let Some(amount) = section.amount("amount", 0) {
            caps.push(Cap { name, amount, country, buyers });
        }
    }
    caps
}

/// Replaces a default by what the file says.
fn set<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}

/// `INSURER/INTERNAL-ID`: three characters (R1.2), a slash, one character (R1.3).
fn policy_code(root: &Section<'_>) -> Option<String> {
    let entry = root.required("policy")?;
    let code = entry.text()?;
    match code.as_bytes() {
        [a, b, c, b'/', id] if [a, b, c, id].iter().all(|b| b.is_ascii_alphanumeric()) => {
            Some(code.to_owned())
        }
        _ => entry.refuse("policy-code", &[]),
    }
}

fn external_number(root: &Section<'_>) -> String {
    let number = root.label("external_number").unwrap_or_default();
    if number.chars().count() > EXTERNAL_NUMBER_MAX
        && let Some(entry) = root.entry("external_number")
    {
        entry.refuse::<()>("policy-external-number", &[("limit", &EXTERNAL_NUMBER_MAX.to_string())]);
    }
    number
}

fn valid_until(root: &Section<'_>, valid_from: Option<Day>) -> Option<Day> {
    let until = root.date("valid_until")?;
    match valid_from {
        Some(from) if until < from => {
            root.entry("valid_until")?.refuse("policy-valid-until", &[("from", &from.to_string())])
        }
        _ => Some(until),
    }
}

fn declaration(section: &Section<'_>, declaration: &mut Declaration) {
    section.required("procedure");
    let procedures = [("balance", Procedure::Balance), ("turnover", Procedure::Turnover)];
    set(&mut declaration.procedure, section.choice("procedure", &procedures));
    set(&mut declaration.exceeding_amounts, section.flag("exceeding_amounts"));
    set(&mut declaration.vat_insured, section.flag("vat_insured"));
    set(&mut declaration.totals_only, section.flag("totals_only"));
    set(&mut declaration.by_country, section.flag("by_country"));
    set(&mut declaration.credits_free_room, section.flag("credits_free_room"));
    declaration.base_period_days = section.number("base_period_days", DAYS);
    let reports = [("total", TimePremium::Total), ("per_buyer", TimePremium::PerBuyer)];
    set(&mut declaration.time_premium, section.choice("time_premium", &reports));
}

/// A term in months or days; `None` if neither key is there, a problem if more than one is.
pub(super) fn term(section: &Section<'_>, months: &[&str], days: &[&str], least: u32) -> Option<Term> {
    let keys: Vec<&str> =
        months.iter().chain(days).copied().filter(|key| section.entry(key).is_some()).collect();
    if let [first, second, ..] = keys.as_slice() {
        section.entry(second)?.refuse::<()>("policy-either-key", &[("other", &section.path_of(first))]);
    }
    let months = months.iter().find_map(|key| section.number(key, least..=*MONTHS.end())).map(Term::Months);
    let days = days.iter().find_map(|key| section.number(key, least..=*DAYS.end())).map(Term::Days);
    months.or(days)
}

/// As [`term`], and one of the two keys must be there.
fn required_term(section: &Section<'_>, months: &str, days: &str, least: u32) -> Option<Term> {
    if section.entry(months).is_none() && section.entry(days).is_none() {
        let offset = section.offset();
        let problem = section.document.problem("policy-missing-either", offset, &section.path_of(months));
        section.document.push(offset, problem.with("other", section.path_of(days)));
    }
    term(section, &[months], &[days], least)
}

fn terms(section: &Section<'_>, terms: &mut Terms) {
    terms.max_bills =
        term(section, &["bills_max_term_months", "bills_months"], &["bills_max_term_days", "bills_days"], 1);
    terms.max_value_dated = term(
        section,
        &["value_dated_max_term_months", "value_dated_months"],
        &["value_dated_max_term_days", "value_dated_days"],
        1,
    );
    let bases = [("net_due", OverdueBasis::NetDue), ("max_term", OverdueBasis::MaxTerm)];
    set(&mut terms.overdue_basis, section.choice("overdue_basis", &bases));
    terms.max_extension_days = section.number("max_extension_days", DAYS);
    terms.exclusion_days = section.number("exclusion_days", DAYS);
    let reached = [("on", DeadlineReached::On), ("after", DeadlineReached::After)];
    set(&mut terms.deadline_reached, section.choice("deadline_reached", &reached));
}

fn protracted_default(section: &Section<'_>) -> ProtractedDefault {
    ProtractedDefault {
        non_payment_report_days: section.number("non_payment_report_days", DAYS),
        collection_days: section.number("collection_days", DAYS),
        waiting: section.sections("waiting").iter().filter_map(waiting).collect(),
        filing_days: section.number("filing_days", DAYS),
    }
}

fn waiting(section: &Section<'_>) -> Option<Waiting> {
    section.required("from");
    let bases = [
        ("net_due", WaitingFrom::NetDue),
        ("overdue", WaitingFrom::Overdue),
        ("notice", WaitingFrom::Notice),
        ("collection", WaitingFrom::Collection),
    ];
    let from = section.choice("from", &bases);
    let term = required_term(section, "months", "days", 0);
    Some(Waiting { from: from?, term: term? })
}

fn notification(section: &Section<'_>, notification: &mut Notification) {
    notification.limit = section.amount("limit", 0);
    let per = [("item", LimitPer::Item), ("buyer", LimitPer::Buyer)];
    set(&mut notification.limit_per, section.choice("limit_per", &per));
    set(&mut notification.automatic_block, section.flag("automatic_block"));
    let by = [("insured", BlockBy::Insured), ("any", BlockBy::Any)];
    set(&mut notification.block_by, section.choice("block_by", &by));
    set(&mut notification.repeat_every_final_run, section.flag("repeat_every_final_run"));
}

fn unnamed(section: &Section<'_>) -> Unnamed {
    let by = [("net_due", DulyPaidBy::NetDue), ("max_term", DulyPaidBy::MaxTerm)];
    let unnamed = Unnamed {
        offering_threshold: section.amount("offering_threshold", 0),
        agency_report_months: section.number("agency_report_months", MONTHS),
        bank_reference_up_to: section.amount("bank_reference_up_to", 0),
        bank_reference_months: section.number("bank_reference_months", MONTHS),
        experience: experience(section),
        experience_lookback_months: section.number("experience_lookback_months", 1..=*MONTHS.end()),
        experience_validity_months: section.number("experience_validity_months", 1..=*MONTHS.end()),
        duly_paid_by: section.choice("duly_paid_by", &by).unwrap_or_default(),
        required_evidence: required_evidence(section),
    };
    if let Some(entry) = section
        .entry("experience")
        .filter(|entry| entry.value.as_array().is_some_and(|list| !list.is_empty()))
    {
        for key in ["experience_lookback_months", "experience_validity_months"] {
            if section.entry(key).is_none() {
                let path = section.path_of("experience");
                let problem = section.document.problem("policy-experience-period", entry.offset, &path);
                section.document.push(entry.offset, problem.with("missing", section.path_of(key)));
            }
        }
    }
    unnamed
}

/// The categories of payment experience (R2.4): each needs a count, ceilings fall strictly, three at most.
fn experience(section: &Section<'_>) -> Vec<Experience> {
    let categories = section.sections("experience");
    if let Some(fourth) = categories.get(EXPERIENCE_MAX) {
        let problem = section.document.problem(
            "policy-experience-many",
            fourth.offset(),
            &section.path_of("experience"),
        );
        section.document.push(fourth.offset(), problem.with("limit", EXPERIENCE_MAX));
    }
    let mut above: Option<i64> = None;
    let mut read = Vec::new();
    for category in &categories {
        let ceiling = category.required("up_to");
        let up_to = category.amount("up_to", 1);
        let deliveries = category.number("deliveries", 1..=10_000);
        if category.entry("deliveries").is_none() {
            let key = category.path_of("deliveries");
            let problem = category.document.problem("policy-experience-count", category.offset(), &key);
            category.document.push(category.offset(), problem);
        }
        if let (Some(above), Some(up_to), Some(ceiling)) = (above, up_to, ceiling)
            && up_to >= above
        {
            ceiling.refuse::<()>("policy-experience-ceilings", &[]);
        }
        above = up_to.or(above);
        let turnover = category.amount("turnover", 0);
        if let (Some(up_to), Some(deliveries)) = (up_to, deliveries) {
            read.push(Experience { up_to, deliveries, turnover });
        }
    }
    read
}

/// The kinds of evidence required, by country (R2.7).
fn required_evidence(section: &Section<'_>) -> BTreeMap<String, Vec<EvidenceKind>> {
    let kinds: Vec<(&str, EvidenceKind)> =
        EvidenceKind::ALL.iter().map(|kind| (kind.code(), *kind)).collect();
    let mut required = BTreeMap::new();
    let Some(table) = section.entry("required_evidence").and_then(|entry| entry.table()) else {
        return required;
    };
    for (key, value) in table {
        let path = format!("{}.{}", section.path_of("required_evidence"), key.get_ref());
        let entry = Entry::new(section.document, value, path);
        if !is_country(key.get_ref()) {
            entry.refuse::<()>("policy-country", &[("country", key.get_ref())]);
        }
        let listed = entry.elements().iter().filter_map(|element| element.choice(&kinds)).collect();
        required.insert(key.get_ref().to_string(), listed);
    }
    required
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn existing(section: &Section<'_>) -> Existing {
    Existing {
        max_age_months_at_start: section.number("max_age_months_at_start", MONTHS),
        max_age_months_new_buyer: section.number("max_age_months_new_buyer", MONTHS),
    }
}

fn cover(section: &Section<'_>) -> CoverTerms {
    let excluded = [
        ("public", Some(Category::Public)),
        ("private", Some(Category::Private)),
        ("affiliate", Some(Category::Affiliate)),
        ("disputed", None),
    ];
    let exclude = section.choices("exclude", &excluded).unwrap_or_default();
    CoverTerms {
        insured_percent: section.percent("insured_percent"),
        insured_percent_unnamed: section.percent("insured_percent_unnamed"),
        countries: countries(section),
        exclude_disputed: exclude.contains(&None),
        exclude: exclude.into_iter().flatten().collect(),
    }
}

fn countries(section: &Section<'_>) -> Vec<String> {
    let Some(entry) = section.entry("countries") else { return Vec::new() };
    let country = |element: &Entry<'_>| {
        let text = element.text()?;
        if is_country(text) {
            Some(text.to_owned())
        } else {
            element.refuse("policy-country", &[("country", text)])
        }
    };
    entry.elements().iter().filter_map(country).collect()
}

fn status(section: &Section<'_>) -> StatusTerms {
    let by = [("document", CancelledBy::Document), ("posting", CancelledBy::Posting)];
    StatusTerms { cancelled_by: section.choice("cancelled_by", &by).unwrap_or_default() }
}

fn stop(section: &Section<'_>, stop: &mut Stop) {
    let from = [("exclusion", UncoveredFrom::Exclusion), ("max_term", UncoveredFrom::MaxTerm)];
    set(&mut stop.uncovered_from, section.choice("uncovered_from", &from));
    let events = [
        ("overdue", StopEvent::Overdue),
        ("insolvency", StopEvent::Insolvency),
        ("collection", StopEvent::Collection),
        ("claim", StopEvent::Claim),
        ("withdrawal", StopEvent::Withdrawal),
    ];
    set(&mut stop.events, section.choices("events", &events));
    let back =
        [("on_settlement", Reinstatement::OnSettlement), ("on_confirmation", Reinstatement::OnConfirmation)];
    set(&mut stop.reinstatement, section.choice("reinstatement", &back));
}

/// Losses (R12.3). How recoveries are split (R12.4) and the multiple of the premium (R11.2) are checked, not kept.
fn loss(section: &Section<'_>) -> LossTerms {
    let usual = LossTerms::default();
    let orders = [("A", LossOrder::A), ("B", LossOrder::B), ("C", LossOrder::C)];
    section.choice("recoveries", &[("pro_rata", ()), ("indemnity_share", ()), ("fifo", ())]);
    if let Some(multiple) = section.entry("max_liability_multiple") {
        multiple.amount(0);
        if section.entry("max_liability").is_some() {
            multiple.refuse::<()>("policy-either-key", &[("other", &section.path_of("max_liability"))]);
        }
    }
    let amount = |key: &str| section.amount(key, 0).unwrap_or(0);
    LossTerms {
        order: section.choice("order", &orders).unwrap_or(usual.order),
        threshold: amount("threshold"),
        threshold_itself_passes: section
            .choice("threshold_passes", &[("above", false), ("at", true)])
            .unwrap_or(usual.threshold_itself_passes),
        each_and_every: amount("each_and_every"),
        aggregate_first_loss: amount("aggregate_first_loss"),
        max_liability: section.amount("max_liability", 0),
    }
}

/// The fee for each limit and year. `minimum` is checked, not kept (R11); other keys are free.
fn premium(root: &Section<'_>) -> Option<i64> {
    let table = root.entry("premium").and_then(|entry| entry.table())?;
    let amount = |key: &str| {
        let entry = Entry::new(root.document, table.get(key)?, format!("premium.{key}"));
        if entry.value.is_table() { None } else { entry.amount(0) }
    };
    amount("minimum");
    amount("limit_fee")
}
