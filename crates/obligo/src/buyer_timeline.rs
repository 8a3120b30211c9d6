//! A buyer over time: its insured sum, its exposure, and what happened (R2.1, R2.2, R2.3, R5.1, R6.4).

use crate::planning::{item_amounts, item_rate};
use crate::snapshot::{LoadedPolicy, Snapshot};
use obligo_rules::buyer::buyer_case;
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::money::{Currency, div_round};
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::event::EventRow;
use obligo_store::item::item_get;
use obligo_store::settlement::settlement_of;
use std::collections::{BTreeMap, BTreeSet};

/// Sum and exposure by the day each starts to hold, minor units of the policy's currency.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BuyerTimeline {
    /// Insured sum, also of decisions ahead.
    pub sums: Vec<(Day, i64)>,
    /// What is open of items, as far as it can be insured, less credits, at month ends and at `today`.
    pub exposure: Vec<(Day, i64)>,
    /// Events of the buyer and of single items, in order of date.
    pub events: Vec<EventRow>,
}

/// Which buyer, over which days.
#[derive(Clone, Copy, Debug)]
pub struct TimelineRequest<'a> {
    /// The main buyer.
    pub buyer_id: i64,
    /// Its policy.
    pub policy: &'a LoadedPolicy,
    /// Its own items and those of its co-insured accounts, by the store's number.
    pub items: &'a [i64],
    /// Only the items of these companies, by the store's number.
    pub companies: Option<&'a BTreeSet<i64>>,
    /// First day.
    pub from: Day,
    /// Last day of the sums.
    pub until: Day,
}

/// The time line of a main buyer. It reads the items named and nothing else of the ledger; the exposure is today's accounts looked back
/// upon, by the rates of their items. Error: `rate-missing` of a decision's currency.
pub fn buyer_timeline(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &TimelineRequest<'_>,
) -> Result<BuyerTimeline, Problem> {
    let events = snapshot.events.of_account(request.buyer_id);
    Ok(BuyerTimeline {
        sums: sums(snapshot, request)?,
        exposure: exposure(tx, snapshot, request)?,
        events: events.filter(|event| event.date >= request.from).cloned().collect(),
    })
}

/// The insured sum on every day on which it may have changed.
fn sums(snapshot: &Snapshot, request: &TimelineRequest<'_>) -> Result<Vec<(Day, i64)>, Problem> {
    let LoadedPolicy { policy, number, .. } = request.policy;
    let history = snapshot.history(request.buyer_id, *number);
    let mut days = vec![request.from];
    for cover in &history.covers {
        days.extend(
            [Some(cover.valid_from), cover.declined_on, cover.recommended_from].into_iter().flatten(),
        );
        days.extend(cover.valid_until.map(|until| until.plus_days(1)));
    }
    for decision in &history.decisions {
        days.push(decision.valid_from);
        days.extend(decision.valid_until.map(|until| until.plus_days(1)));
    }
    // What evidence opens ends by the months its policy gives it; a look at each month's start is near enough.
    if history.covers.iter().any(|cover| cover.kind == CoverKind::Unnamed) {
        days.extend(history.evidence.iter().map(|evidence| evidence.date));
        days.extend(months(request.from, request.until).map(Day::month_start));
    }
    days.retain(|day| (request.from..=request.until).contains(day));
    days.sort_unstable();
    days.dedup();
    let convert = |day: Day| {
        move |minor: i64, currency: Currency| {
            // A decision ahead has no rate yet.
            let rate = snapshot.rates.rate(policy.currency, currency, day.min(snapshot.as_of.key_date))?;
            let (n, d) = rate.fraction(currency.exponent(), policy.currency.exponent());
            Ok(div_round(i128::from(minor) * n, d).unwrap_or(i64::MAX))
        }
    };
    let mut sums: Vec<(Day, i64)> = Vec::new();
    for day in days {
        let case = buyer_case(policy, *number, &history, day, &convert(day))?;
        let sum = case.filter(|case| case.covered).map_or(0, |case| case.sum);
        if sums.last().is_none_or(|(_, last)| *last != sum) {
            sums.push((day, sum));
        }
    }
    Ok(sums)
}

/// The exposure at every month end and today.
fn exposure(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    request: &TimelineRequest<'_>,
) -> Result<Vec<(Day, i64)>, Problem> {
    let today = snapshot.as_of.key_date;
    let known = snapshot.as_of.known;
    let policy = &request.policy.policy;
    let mut days: Vec<Day> = months(request.from, today).map(Day::month_end).filter(|d| *d < today).collect();
    days.push(today);
    let mut totals: BTreeMap<Day, i64> = days.iter().map(|day| (*day, 0)).collect();
    for id in request.items {
        let mut found = None;
        item_get(tx, *id, |row| {
            let facts = &row.facts;
            let currency = Currency::parse(facts.currency).unwrap_or(policy.currency);
            let fraction = if currency == policy.currency {
                Some((1, 1))
            } else {
                let rate = item_rate(snapshot, policy, row, &row.state, currency).ok();
                rate.map(|rate| rate.fraction(currency.exponent(), policy.currency.exponent()))
            };
            let is_seen = request.companies.is_none_or(|own| own.contains(&facts.company_id));
            let counts = is_seen && row.entry <= known && snapshot.is_insured_company(facts.company_id);
            if let Some(fraction) = fraction.filter(|_| counts) {
                found = Some((facts.posting_date, facts.amount, facts.net_amount, fraction));
            }
            Ok(())
        })?;
        let Some((posted, amount, net, fraction)) = found else { continue };
        let mut settled: Vec<(Day, i64)> = Vec::new();
        settlement_of(tx, *id, |s| settled.push((s.date, s.amount)))?;
        for (day, total) in totals.range_mut(posted..) {
            let by_then: i64 = settled.iter().filter(|(date, _)| date <= day).map(|(_, n)| n).sum();
            let open =
                if amount < 0 { amount.saturating_add(by_then) } else { amount.saturating_sub(by_then) };
            let valued = item_amounts(amount, net, open, policy.declaration.vat_insured, fraction);
            *total = total.saturating_add(valued.map_or(0, |v| v.insurable_open));
        }
    }
    Ok(totals.into_iter().map(|(day, total)| (day, total.max(0))).collect())
}

/// A day of each month from `from` to `until`.
fn months(from: Day, until: Day) -> impl Iterator<Item = Day> {
    (0..).map(move |n| from.month_start().plus_months(n)).take_while(move |day| *day <= until)
}
