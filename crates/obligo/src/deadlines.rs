//! The calendar of duties (R3, R2.2 to R2.4): what must be done towards the insurer in a stretch of days, and the money at stake.

use crate::buyers::Figures;
use crate::credit::limit_requests::requests_of_snapshot;
use crate::credit::policy::in_force_as_of;
use crate::planning::{LedgerScope, load_ledger};
use crate::session::{Session, point_in_time};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{BuyerKind, EventKind, EvidenceKind, InsuranceStatus, ReportingStatus};
use obligo_rules::cover::cover_at;
use obligo_rules::evidence::{Evidence, evidence_deciding, evidence_valid_until};
use obligo_rules::item::{Insurance, Item};
use obligo_rules::ledger::Ledger;
use obligo_rules::limit::{limit_in_force, top_up_in_force};
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::problem::Problem;
use obligo_rules::status::examine;
use obligo_store::Tx;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};

/// Which days and duties.
#[derive(Clone, Debug)]
pub struct DeadlinesRequest {
    /// First day; the list shows what is open and recorded as of it.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Policy code.
    pub policy: Option<String>,
    /// Known at.
    pub known_at: Option<Day>,
}

/// Every kind of duty with its rule; each has a message `duty-…`.
pub const DUTIES: &[(&str, &str)] = &[
    ("overdue", "R3.2"),
    ("exclusion", "R3.3"),
    ("non_payment_report", "R3.4"),
    ("collection", "R3.5"),
    ("waiting_end", "R3.6"),
    ("filing", "R3.7"),
    ("follow_up", "R7.6"),
    ("limit_expiry", "R2.2"),
    ("limit_request_reminder", "R2.1"),
    ("agency_report_expiry", "R2.3"),
    ("bank_reference_expiry", "R2.3"),
    ("payment_experience_expiry", "R2.4"),
    ("cover_end", "R1.5"),
    ("policy_end", "R1.3"),
];

/// Visits the duties dated from `from` to `to`, by date, then by the money at stake, the largest first. Items: open debit items that an
/// overdue run could list, each deadline until the item is reported for it; dates no final run has fixed yet are those it would
/// fix, marked `projected`. The summary counts by kind of duty. Errors: `deadlines-period`, `policy-not-found`, `rate-missing`. Roles:
/// viewer.
pub fn deadlines(
    session: &mut Session,
    request: &DeadlinesRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    session.read(|tx| {
        let snapshot = Snapshot::load(tx, point_in_time(tx, request.from, request.known_at)?)?;
        deadlines_in(tx, &snapshot, request, visit)
    })
}

/// See [`deadlines`], within a transaction.
pub fn deadlines_in(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &DeadlinesRequest,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    deadlines_with(tx, snapshot, request, &mut HashMap::new(), visit)
}

/// The earliest deadline of each account's items to the insurer, whatever its day, past ones included; the end of a waiting period asks for
/// nothing and is left out. Errors: `rate-missing`.
pub fn earliest_deadlines(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    scope: &LedgerScope,
) -> Result<HashMap<i64, Day>, Problem> {
    let day = snapshot.as_of.key_date;
    let request = DeadlinesRequest { from: day, to: day, policy: None, known_at: None };
    let mut earliest = HashMap::new();
    for loaded in snapshot.policies.values() {
        Collector::collect(tx, snapshot, (loaded, scope), &request, &mut earliest)?;
    }
    Ok(earliest)
}

/// See [`deadlines`]; notes the earliest deadline of each account's items too, see [`earliest_deadlines`].
pub(crate) fn deadlines_with(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &DeadlinesRequest,
    earliest: &mut HashMap<i64, Day>,
    visit: &mut dyn FnMut(Value) -> Result<(), Problem>,
) -> Result<Value, Problem> {
    if request.to < request.from {
        return Err(Problem::usage("deadlines-period").with("from", request.from).with("to", request.to));
    }
    if let Some(code) = &request.policy {
        snapshot.policy(code)?;
    }
    let is_wanted = |code: &String| request.policy.as_ref().is_none_or(|wanted| wanted == code);
    let mut duties = Vec::new();
    for loaded in snapshot.policies.iter().filter(|(code, _)| is_wanted(code)).map(|(_, loaded)| loaded) {
        let of_policy = (loaded, &LedgerScope::default());
        duties.append(&mut Collector::collect(tx, snapshot, of_policy, request, earliest)?);
    }
    duties.sort_by(|a, b| {
        (a.date, -a.insured, -a.open, &a.document).cmp(&(b.date, -b.insured, -b.open, &b.document))
    });
    let mut sums = Sums::new();
    for duty in &duties {
        let (count, money) = sums.entry(duty.what).or_default();
        *count += 1;
        let (_, open, insured) = money.entry(duty.currency.to_string()).or_insert((duty.currency, 0, 0));
        *open = open.saturating_add(duty.open);
        *insured = insured.saturating_add(duty.insured);
        visit(duty.json(request.from))?;
    }
    Ok(summary(request, duties.len(), &sums))
}

/// By kind of duty: how many, and by currency what is open and insured.
type Sums<'a> = BTreeMap<&'a str, (usize, BTreeMap<String, (Currency, i64, i64)>)>;

fn summary(request: &DeadlinesRequest, count: usize, sums: &Sums<'_>) -> Value {
    let kinds: Map<String, Value> = sums
        .iter()
        .map(|(what, (count, money))| {
            let by_currency: Map<String, Value> = money
                .iter()
                .map(|(code, (currency, open, insured))| {
                    let shown = |minor: i64| format_minor(minor, currency.exponent());
                    (code.clone(), json!({ "open": shown(*open), "insured": shown(*insured) }))
                })
                .collect();
            ((*what).to_owned(), json!({ "count": count, "money": by_currency }))
        })
        .collect();
    json!({
        "from": request.from.to_string(),
        "to": request.to.to_string(),
        "known_at": request.known_at.map(|day| day.to_string()),
        "duties": count,
        "what": kinds,
    })
}

/// One duty. Amounts in minor units of the policy's currency.
struct Duty {
    date: Day,
    what: &'static str,
    policy: String,
    currency: Currency,
    /// Company, document number and kind of an item.
    document: Option<(String, String, &'static str)>,
    /// Account key and name of a buyer; empty for a policy.
    account: [String; 4],
    open: i64,
    insured: i64,
    projected: bool,
    reference: Option<String>,
}

impl Duty {
    fn json(&self, from: Day) -> Value {
        let money = |minor: i64| format_minor(minor, self.currency.exponent());
        let rule = DUTIES.iter().find(|(what, _)| *what == self.what).map(|(_, rule)| *rule);
        let [account, branch, account_type, name] = &self.account;
        json!({
            "date": self.date.to_string(),
            "days_left": self.date.days_since(from),
            "what": self.what,
            "rule": rule,
            "policy": self.policy,
            "company": self.document.as_ref().map(|d| d.0.as_str()),
            "document_no": self.document.as_ref().map(|d| d.1.as_str()),
            "kind": self.document.as_ref().map(|d| d.2),
            "account": account,
            "branch": branch,
            "account_type": account_type,
            "name": name,
            "currency": self.currency.code(),
            "open": money(self.open),
            "insured": money(self.insured),
            "projected": self.projected,
            "reference": self.reference,
        })
    }
}

/// Gathers the duties under one policy.
struct Collector<'a> {
    snapshot: &'a Snapshot,
    loaded: &'a LoadedPolicy,
    request: &'a DeadlinesRequest,
    /// Items and whole buyers with a claim filed, and when last.
    claimed: HashMap<(i64, Option<i64>), Day>,
    duties: Vec<Duty>,
    /// The earliest deadline of each account's items.
    earliest: &'a mut HashMap<i64, Day>,
}

impl<'a> Collector<'a> {
    fn collect(
        tx: &Tx<'_>,
        snapshot: &'a Snapshot,
        (loaded, scope): (&'a LoadedPolicy, &LedgerScope),
        request: &'a DeadlinesRequest,
        earliest: &'a mut HashMap<i64, Day>,
    ) -> Result<Vec<Duty>, Problem> {
        let ledger = load_ledger(tx, snapshot, &loaded.policy, loaded.number, scope)?.ledger;
        let claims = snapshot.events.all.iter().filter(|e| e.event == EventKind::Claim);
        let claimed = claims.map(|e| ((e.buyer_id, e.item_id), e.date)).collect();
        let mut collector = Collector { snapshot, loaded, request, claimed, duties: Vec::new(), earliest };
        let mut all = Figures::default();
        let mut of_buyers: HashMap<i64, (i64, i64)> = HashMap::new();
        for position in 0..ledger.cases.len() {
            let figures = Figures::of_case(&ledger, position);
            of_buyers.insert(ledger.cases[position].buyer_id, (figures.open, figures.insured));
            for n in ledger.range(position) {
                collector.of_item(&ledger, position, n);
            }
            collector.of_buyer(&ledger, position, &figures);
            all.merge(&figures);
        }
        let every = in_force_as_of(tx, snapshot.as_of)?.limit_request_reminder_days;
        collector.of_requests(every, &of_buyers);
        collector.of_policy(&all);
        Ok(collector.duties)
    }

    /// Adds a duty whose date lies in the period.
    fn add(&mut self, what: &'static str, date: Option<Day>, make: impl FnOnce(&Self, Day) -> Duty) {
        if let Some(date) = date.filter(|day| (self.request.from..=self.request.to).contains(day)) {
            let duty = make(self, date);
            self.duties.push(Duty { what, ..duty });
        }
    }

    fn duty(&self, date: Day, account: [String; 4], (open, insured): (i64, i64)) -> Duty {
        Duty {
            date,
            what: "",
            policy: self.loaded.policy.policy.clone(),
            currency: self.loaded.policy.currency,
            document: None,
            account,
            open,
            insured,
            projected: false,
            reference: None,
        }
    }

    fn account(&self, buyer_id: i64) -> [String; 4] {
        let key = self.snapshot.account(buyer_id);
        let name = self.snapshot.buyers.get(&buyer_id).map(|b| b.name.clone()).unwrap_or_default();
        [key.account, key.branch, key.account_type, name]
    }

    fn of_item(&mut self, ledger: &Ledger, position: usize, n: usize) {
        let item = &ledger.items[n];
        if !item.is_debit() || item.open <= 0 {
            return;
        }
        let account = &ledger.accounts[item.account as usize];
        let after = examine(&self.loaded.policy, self.loaded.number, &ledger.cases[position], account, item);
        if !is_reportable(after.status) {
            return;
        }
        let main = ledger.cases[position].buyer_id;
        for (what, date) in self.due(item, &after, [account.buyer_id, main]) {
            if let Some(date) = date.filter(|_| what != "waiting_end") {
                let earliest = self.earliest.entry(account.buyer_id).or_insert(date);
                *earliest = date.min(*earliest);
            }
            self.add(what, date, |this, date| {
                let insured = item.insurance.insured.min(item.insurable_open).max(0);
                Duty {
                    document: Some((
                        ledger.company(n).to_owned(),
                        ledger.document_no(n).to_owned(),
                        item.kind.code(),
                    )),
                    projected: item.insurance.deadlines != after.deadlines,
                    ..this.duty(date, this.account(account.buyer_id), (item.open, insured))
                }
            });
        }
    }

    /// The deadlines an item still has to be reported for; a more severe report covers the milder ones (R7.4).
    fn due(&self, item: &Item, after: &Insurance, buyers: [i64; 2]) -> [(&'static str, Option<Day>); 7] {
        let (dates, reported) = (&after.deadlines, after.reporting_status);
        let until = |status: ReportingStatus, date: Option<Day>| date.filter(|_| reported < status);
        let of_buyer =
            |buyer: i64| self.claimed.get(&(buyer, None)).is_some_and(|day| item.posting_date <= *day);
        let claimed =
            self.claimed.contains_key(&(buyers[0], Some(item.id))) || buyers.into_iter().any(of_buyer);
        let has_exclusion = self.loaded.policy.terms.exclusion_days.is_some();
        [
            ("overdue", until(ReportingStatus::First, dates.overdue_date)),
            ("exclusion", until(ReportingStatus::Exclusion, dates.exclusion_date.filter(|_| has_exclusion))),
            ("non_payment_report", until(ReportingStatus::NonPayment, dates.non_payment_report_date)),
            (
                "collection",
                until(ReportingStatus::Collection, dates.collection_date)
                    .filter(|_| item.events.collection.is_none()),
            ),
            ("waiting_end", until(ReportingStatus::Claim, dates.waiting_end).filter(|_| !claimed)),
            ("filing", dates.filing_date.filter(|_| !claimed)),
            ("follow_up", after.follow_up_on.filter(|_| after.follow_up)),
        ]
    }

    /// A buyer's temporary decisions, evidence and cover that end. Money at stake: all that is open and insured of the buyer.
    fn of_buyer(&mut self, ledger: &Ledger, position: usize, figures: &Figures) {
        let case = &ledger.cases[position];
        let (id, policy) = (case.buyer_id, &self.loaded.policy);
        if !case.covered {
            return;
        }
        let from = self.request.from;
        let decisions = self.snapshot.decisions(id, self.loaded.number);
        let in_force = [limit_in_force(&decisions, from), top_up_in_force(&decisions, from)];
        let references = self.snapshot.limits.get(&(id, self.loaded.number)).into_iter().flatten();
        let references: Vec<(i64, &str)> =
            references.map(|l| (l.decision.id, l.reference.as_str())).collect();
        let mut ends: Vec<(&'static str, Option<Day>, Option<String>)> = Vec::new();
        if case.kind == BuyerKind::Named && case.sum > 0 {
            for decision in in_force.into_iter().flatten() {
                let reference =
                    references.iter().find(|(id, _)| *id == decision.id).map(|(_, r)| (*r).to_owned());
                ends.push(("limit_expiry", decision.valid_until, reference));
            }
        }
        if case.kind == BuyerKind::Unnamed && case.sum > 0 {
            let evidence: Vec<Evidence> = self
                .snapshot
                .evidence
                .get(&id)
                .into_iter()
                .flatten()
                .map(|row| row.evidence.clone())
                .collect();
            let unnamed = &policy.unnamed;
            for (what, kind) in [
                ("agency_report_expiry", EvidenceKind::AgencyReport),
                ("bank_reference_expiry", EvidenceKind::BankReference),
                ("payment_experience_expiry", EvidenceKind::PaymentExperience),
            ] {
                let deciding = evidence_deciding(&evidence, kind, from).filter(|e| e.positive);
                ends.extend(deciding.map(|e| (what, evidence_valid_until(unnamed, e), None)));
            }
        }
        let covers: Vec<_> =
            self.snapshot.covers.get(&id).into_iter().flatten().map(|row| row.cover.clone()).collect();
        ends.push(("cover_end", cover_at(&covers, from).and_then(|cover| cover.valid_until), None));
        for (what, date, reference) in ends {
            self.add(what, date, |this, date| Duty {
                reference,
                ..this.duty(date, this.account(id), (figures.open, figures.insured))
            });
        }
    }

    /// Limit requests the insurer has and did not answer: it is reminded every so many days of the credit policy.
    fn of_requests(&mut self, every: i32, of_buyers: &HashMap<i64, (i64, i64)>) {
        let from = self.request.from;
        for requested in requests_of_snapshot(self.snapshot) {
            let request = requested.request;
            if requested.policy_id != self.loaded.number {
                continue;
            }
            let date = request.next_reminder(from, every);
            let buyer = requested.buyer_id;
            self.add("limit_request_reminder", date, |this, date| {
                this.duty(date, this.account(buyer), of_buyers.get(&buyer).copied().unwrap_or_default())
            });
        }
    }

    fn of_policy(&mut self, all: &Figures) {
        self.add("policy_end", self.loaded.policy.valid_until, |this, date| {
            this.duty(date, Default::default(), (all.open, all.insured))
        });
    }
}

/// The statuses an overdue run lists (R7.2).
fn is_reportable(status: InsuranceStatus) -> bool {
    matches!(
        status,
        InsuranceStatus::Insurable
            | InsuranceStatus::Manual
            | InsuranceStatus::ZeroLimit
            | InsuranceStatus::CancelledDebit
            | InsuranceStatus::TermExceeded
    )
}
