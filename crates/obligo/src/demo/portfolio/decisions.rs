//! What the insurers decided: covers, limit decisions and evidence, sized to what each buyer really owes.

use super::buyers::{Buyer, Role, Size};
use super::ledger::Ledger;
use super::noise::Noise;
use super::rates::Rates;
use super::trade::MONTHS;
use super::trouble::{decline, recovery};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{CoverKind, EvidenceKind, ItemKind};

/// One row of `limits.csv`; amounts in whole units of `currency`.
#[derive(Clone)]
pub(super) struct Decision {
    pub(super) buyer: usize,
    pub(super) valid_from: Day,
    pub(super) valid_until: Option<Day>,
    pub(super) amount: Option<i64>,
    pub(super) currency: &'static str,
    pub(super) requested: Option<(i64, Day)>,
    pub(super) request: &'static str,
    pub(super) response: &'static str,
    pub(super) reason: &'static str,
    pub(super) conditions: &'static str,
    pub(super) conditions_met: bool,
    pub(super) max_term_months: Option<u8>,
    /// Where it differs from the policy's.
    pub(super) insured_percent: &'static str,
}

impl Decision {
    /// The decision as the answer to a request made so many days before.
    fn asked(mut self, amount: i64, request: &'static str, days: i32) -> Decision {
        self.requested = Some((amount, self.valid_from.plus_days(-days)));
        self.request = request;
        self
    }
}

/// One row of `covers.csv`.
pub(super) struct Cover {
    pub(super) buyer: usize,
    pub(super) kind: CoverKind,
    pub(super) valid_from: Day,
    pub(super) risk_number: String,
    pub(super) declined_on: Option<Day>,
    /// Whole units of the policy's currency, and from when.
    pub(super) recommended: Option<(i64, Day)>,
    pub(super) reason: &'static str,
}

/// One row of `evidence.csv`.
pub(super) struct Evidence {
    pub(super) buyer: usize,
    pub(super) kind: EvidenceKind,
    pub(super) date: Day,
    pub(super) positive: bool,
    pub(super) category: &'static str,
    pub(super) valid_until: Option<Day>,
    pub(super) source: &'static str,
}

/// Everything the insurers know and decided, and the company's own credit limits by buyer.
pub(super) struct Decisions {
    pub(super) covers: Vec<Cover>,
    pub(super) limits: Vec<Decision>,
    pub(super) evidence: Vec<Evidence>,
    /// Whole units of the policy's currency.
    pub(super) credit_limits: Vec<i64>,
}

/// Currency of a policy of the demo.
pub(super) fn policy_currency(policy: &str) -> &'static str {
    if policy == "NKF/T" { "SEK" } else { "EUR" }
}

/// Decides about every buyer.
pub(super) fn decisions(ledger: &Ledger, buyers: &[Buyer], rates: &Rates, seed: u64) -> Decisions {
    let mut noise = Noise::new(seed, 3);
    let peaks = peaks(ledger, buyers, rates);
    let mut all = Decisions {
        covers: Vec::new(),
        limits: Vec::new(),
        evidence: Vec::new(),
        credit_limits: buyers.iter().zip(&peaks).map(|(b, peak)| nice(peak * 5 / 4, b)).collect(),
    };
    let (mut named, mut unnamed) = (0, 0);
    for (index, buyer) in buyers.iter().enumerate() {
        let since =
            ledger.start.plus_months(buyer.first_month).plus_months(-(noise.days(4, 22))).month_start();
        let mut cover = Cover {
            buyer: index,
            kind: buyer.cover,
            valid_from: since,
            risk_number: String::new(),
            declined_on: None,
            recommended: None,
            reason: "",
        };
        match buyer.cover {
            CoverKind::Named => {
                cover.risk_number = risk_number(buyer, &mut noise);
                if buyer.role == Role::Ordinary {
                    named += 1;
                }
                let plan = Plan {
                    index,
                    buyer,
                    since,
                    asked: nice(peaks[index] * 23 / 25, buyer),
                    start: ledger.start,
                };
                // Some buyers came to the insurer only after months of trade.
                let small = buyer.role == Role::Ordinary && buyer.size != Size::Huge;
                if small && buyer.first_month == 0 && named % 31 == 12 {
                    let late = ledger.start.plus_months(6).plus_days(13);
                    all.covers.push(Cover { reason: "not yet offered", ..uncovered(index, since) });
                    cover.valid_from = late;
                    plan.at(late).history(named, &mut all.limits, &mut noise);
                } else {
                    plan.history(named, &mut all.limits, &mut noise);
                }
            }
            CoverKind::Unnamed => {
                if buyer.role == Role::Ordinary {
                    unnamed += 1;
                }
                if noise.chance(350) {
                    cover.risk_number = risk_number(buyer, &mut noise);
                }
                evidence(index, buyer, unnamed, ledger.start, &mut all.evidence, &mut noise);
                bound(&mut cover, unnamed, buyer, ledger.start);
            }
            CoverKind::CoInsured => {}
            CoverKind::None => {
                cover.reason = match buyer.category.code() {
                    "public" => "public buyer",
                    "affiliate" => "affiliate",
                    "private" => "private person",
                    _ => noise.pick(&["prepayment only", "refused by insurer", "below own risk threshold"]),
                };
            }
        }
        all.covers.push(cover);
    }
    all
}

fn uncovered(buyer: usize, valid_from: Day) -> Cover {
    Cover {
        buyer,
        kind: CoverKind::None,
        valid_from,
        risk_number: String::new(),
        declined_on: None,
        recommended: None,
        reason: "",
    }
}

fn risk_number(buyer: &Buyer, noise: &mut Noise) -> String {
    if buyer.policy.starts_with("ACR") {
        noise.between(31_000_000, 38_999_999).to_string()
    } else {
        format!("NK-{}", noise.between(400_000, 899_999))
    }
}

/// The highest month-end debit balance of each main buyer with its branches, in cents of the policy's currency.
fn peaks(ledger: &Ledger, buyers: &[Buyer], rates: &Rates) -> Vec<i64> {
    let mut peaks = vec![0; buyers.len()];
    for month in 1..MONTHS {
        let day = ledger.start.plus_months(month).plus_days(-1);
        let mut balance = vec![0; buyers.len()];
        for (main, open) in open_by_main(ledger, buyers, rates, day) {
            balance[main] += open.max(0);
        }
        for (peak, balance) in peaks.iter_mut().zip(balance) {
            *peak = balance.max(*peak);
        }
    }
    peaks
}

/// Main buyer and signed open amount, in cents of its policy's currency, of every insurable item open on a day.
pub(super) fn open_by_main(ledger: &Ledger, buyers: &[Buyer], rates: &Rates, day: Day) -> Vec<(usize, i64)> {
    let mut open: Vec<i64> =
        ledger.items.iter().map(|i| if i.posting <= day { i.amount.abs() } else { 0 }).collect();
    for settlement in ledger.settlements.iter().filter(|s| s.date <= day) {
        open[settlement.item] -= settlement.amount;
    }
    let insurable = |item: &&(usize, i64)| {
        let item = &ledger.items[item.0];
        !item.secured && item.kind != ItemKind::PaymentOnAccount
    };
    let open: Vec<(usize, i64)> = open.into_iter().enumerate().filter(|(_, open)| *open > 0).collect();
    open.iter()
        .filter(insurable)
        .map(|(index, open)| {
            let item = &ledger.items[*index];
            let buyer = &buyers[item.buyer];
            let value = rates.convert(*open, item.currency, policy_currency(buyer.policy), item.posting)
                * item.amount.signum();
            (buyer.main.unwrap_or(item.buyer), value)
        })
        .collect()
}

/// A round sum in whole units that is at least `cents`, coarser the larger it is.
fn nice(cents: i64, buyer: &Buyer) -> i64 {
    let scale = if policy_currency(buyer.policy) == "SEK" { 10 } else { 1 };
    let units = cents / 100 / scale;
    let step = match units {
        ..20_000 => 2_500,
        20_000..100_000 => 5_000,
        100_000..400_000 => 10_000,
        _ => 25_000,
    };
    ((units + step - 1) / step).max(1) * step * scale
}

/// The decisions about one named buyer.
#[derive(Clone, Copy)]
struct Plan<'a> {
    index: usize,
    buyer: &'a Buyer,
    since: Day,
    asked: i64,
    start: Day,
}

impl Plan<'_> {
    fn at(self, since: Day) -> Self {
        Plan { since, ..self }
    }

    fn decision(&self, valid_from: Day, amount: i64, response: &'static str) -> Decision {
        Decision {
            buyer: self.index,
            valid_from,
            valid_until: None,
            amount: Some(amount),
            currency: policy_currency(self.buyer.policy),
            requested: None,
            request: "",
            response,
            reason: "",
            conditions: "",
            conditions_met: false,
            max_term_months: None,
            insured_percent: "",
        }
    }

    /// `per_mille` of what was asked for, rounded to a sum insurers write.
    fn part(&self, per_mille: i64) -> i64 {
        nice(self.asked * 100 * per_mille / 1000, self.buyer)
    }

    fn on(&self, month: i32, day: i32) -> Day {
        self.start.plus_months(month).plus_days(day - 1)
    }

    fn history(&self, nth: usize, limits: &mut Vec<Decision>, noise: &mut Noise) {
        let days = noise.days(5, 24);
        match self.buyer.role {
            Role::GoingBad => return self.going_bad(limits),
            Role::Recovering => return self.recovering(limits),
            Role::LimitCut => {
                limits.push(self.decision(self.since, self.asked, "2").asked(self.asked, "2", days));
                limits.push(Decision { reason: "12", ..self.decision(self.on(9, 15), self.part(450), "9") });
                return;
            }
            Role::Biggest => {
                let first = self.part(520);
                limits.push(self.decision(self.since, first, "5").asked(self.asked, "2", days));
                let more = self.decision(self.on(7, 4), self.part(700), "5").asked(self.asked, "3", days);
                limits.push(Decision { reason: "13", ..more });
                return;
            }
            _ => {}
        }
        match nth {
            // A zero limit from the first day, for good (I) and until the insurer thinks again.
            7 | 49 => {
                let refused = self.decision(self.since, 0, "3").asked(self.asked, "2", days);
                limits.push(Decision { reason: "2", ..refused });
                if nth == 49 {
                    limits
                        .push(self.decision(self.on(8, 9), self.part(700), "5").asked(self.asked, "3", days));
                }
                return;
            }
            // Conditions met, and not.
            16 | 38 | 71 => {
                let conditional = self.decision(self.since, self.asked, "4").asked(self.asked, "2", days);
                let conditions =
                    ["Retention of title agreed", "Parent guarantee", "Annual accounts received"][nth % 3];
                limits.push(Decision { conditions, conditions_met: true, ..conditional });
                return;
            }
            27 => {
                limits.push(self.decision(self.since, self.part(500), "5").asked(self.asked, "2", days));
                let conditional = self.decision(self.on(6, 2), self.asked, "4").asked(self.asked, "3", days);
                limits.push(Decision { conditions: "Bank guarantee over 50,000", ..conditional });
                return;
            }
            _ => {}
        }
        let granted = match noise.below(100) {
            0..42 => 1000,
            42..75 => noise.between(650, 850),
            75..92 => noise.between(420, 640),
            _ => noise.between(250, 400),
        };
        // Those that will be raised start lower.
        let raised = nth % 8 == 1;
        let first = self.part(if raised { granted * 3 / 4 } else { granted });
        let response = if first < self.asked { "5" } else { "2" };
        let mut decision = self.decision(self.since, first, response).asked(self.asked, "2", days);
        if response == "5" {
            decision.reason = noise.pick(&["1", "13", "15"]);
        }
        decision.max_term_months = match nth {
            21 | 57 => Some(2),
            33 => Some(5),
            _ => None,
        };
        if nth % 23 == 4 {
            decision.insured_percent = "85";
        }
        limits.push(decision);
        self.later(nth, raised, granted, limits, noise);
    }

    fn later(&self, nth: usize, raised: bool, granted: i64, limits: &mut Vec<Decision>, noise: &mut Noise) {
        let on = self.on(noise.days(3, 14), noise.days(2, 26)).max(self.since.plus_days(30));
        if raised {
            limits.push(self.decision(on, self.part(granted), "2").asked(self.part(granted), "3", 9));
        } else if nth % 19 == 3 {
            limits.push(Decision { reason: "12", ..self.decision(on, self.part(granted * 11 / 20), "9") });
        }
        match nth {
            62 => limits.push(Decision { reason: "8", ..self.decision(self.on(11, 8), 0, "8") }),
            5 | 30 | 60 | 88 | 110 => {
                let from = self.on(noise.days(5, 13), 1).max(self.since.plus_days(10));
                let more = self.part(granted.max(700) * 3 / 2);
                let until = from.plus_months(3).plus_days(-1);
                let temporary = self.decision(from, more, "2").asked(more, "3", 12);
                limits.push(Decision { valid_until: Some(until), ..temporary });
            }
            // Waiting for an answer: not asked back yet, under investigation, preliminary.
            11 | 44 | 83 => {
                let response = ["6", "1", ""][nth % 3];
                let waiting = self.decision(self.on(17, 4), 0, response).asked(self.part(1300), "3", 2);
                limits.push(Decision { amount: None, ..waiting });
            }
            // A decision written in the buyer's currency.
            75 if policy_currency(self.buyer.policy) == "EUR" => {
                let dollars = nice(self.asked * 110, self.buyer);
                let decision = self.decision(self.on(10, 3), dollars, "2").asked(dollars, "3", 8);
                limits.push(Decision { currency: "USD", ..decision });
            }
            _ => {}
        }
    }

    fn going_bad(&self, limits: &mut Vec<Decision>) {
        let days = decline(self.start);
        let full = 260_000;
        limits.push(self.decision(self.since, full, "2").asked(full, "2", 12));
        let more = self.decision(self.on(10, 20), full, "3").asked(350_000, "3", 18);
        limits.push(Decision { amount: None, response: "6", ..more });
        limits.push(Decision { reason: "12", ..self.decision(days.limit_cut, 150_000, "9") });
        limits.push(Decision { reason: "8", ..self.decision(days.withdrawal, 0, "8") });
    }

    fn recovering(&self, limits: &mut Vec<Decision>) {
        let (cut, restored) = recovery(self.start);
        limits.push(self.decision(self.since, 280_000, "2").asked(280_000, "2", 10));
        limits.push(Decision { reason: "12", ..self.decision(cut, 120_000, "9") });
        limits.push(self.decision(restored, 240_000, "5").asked(280_000, "3", 16));
    }
}

/// Evidence for an unnamed buyer, renewed through the months unless its story is that it was not.
fn evidence(
    index: usize,
    buyer: &Buyer,
    nth: usize,
    start: Day,
    rows: &mut Vec<Evidence>,
    noise: &mut Noise,
) {
    let first = start.plus_months(buyer.first_month);
    let row = |kind, date, positive, source| Evidence {
        buyer: index,
        kind,
        date,
        positive,
        category: "",
        valid_until: None,
        source,
    };
    let agency = |date, positive| row(EvidenceKind::AgencyReport, date, positive, "Auskunftei Wahrenholt");
    let end = start.plus_months(MONTHS);
    if buyer.role == Role::UnnamedExpired {
        rows.push(agency(start.plus_months(-2).plus_days(6), true));
        return;
    }
    match nth % 10 {
        6 | 7 => {
            let mut date = first.plus_days(-noise.days(10, 90));
            while date < end {
                rows.push(row(EvidenceKind::BankReference, date, true, "House bank"));
                date = date.plus_days(noise.days(330, 360));
            }
        }
        8 => {
            let category = noise.pick(&["1", "2", "2", "3"]);
            let date = first.plus_days(-noise.days(5, 60));
            let valid_until = Some(date.plus_months(12).plus_days(-1));
            let given = row(EvidenceKind::PaymentExperience, date, true, "Own ledger");
            rows.push(Evidence { category, valid_until, ..given });
        }
        9 => {
            rows.push(agency(first.plus_days(-noise.days(60, 200)), true));
            if nth % 20 == 9 {
                rows.push(agency(
                    first.plus_months(4).plus_days(noise.days(0, 60)).min(end.plus_days(-40)),
                    false,
                ));
            }
        }
        _ => {
            let mut date = first.plus_days(-noise.days(15, 240));
            while date < end {
                rows.push(agency(date, true));
                date = date.plus_days(noise.days(320, 363));
            }
        }
    }
}

/// The insurer's bounds on some unnamed buyers.
fn bound(cover: &mut Cover, nth: usize, buyer: &Buyer, start: Day) {
    if buyer.role != Role::Ordinary {
        return;
    }
    let scale = if policy_currency(buyer.policy) == "SEK" { 10 } else { 1 };
    match nth {
        12 | 41 | 77 => cover.recommended = Some((5_000 * scale, start.plus_months(5))),
        24 => cover.recommended = Some((1, start.plus_months(9).plus_days(16))),
        33 => cover.declined_on = Some(start.plus_months(10).plus_days(4)),
        _ => {}
    }
}
