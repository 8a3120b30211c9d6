//! Two stories told by hand: a buyer that goes bad month after month, and one that recovers.

use super::buyers::{Buyer, Role};
use super::ledger::{Item, Ledger, business_day};
use super::noise::Noise;
use super::rates::Rates;
use super::trade::{MONTHS, follow_up, invoice, residual};
use obligo_rules::calendar::Day;
use obligo_rules::codes::{EventKind, ItemKind, SettlementMethod};

/// What a month looks like for a buyer in trouble.
struct Month {
    invoices: u8,
    /// Days from the due date to the payment; `None` = never.
    delay: Option<i32>,
}

const fn month(invoices: u8, delay: i32) -> Month {
    Month { invoices, delay: Some(delay) }
}

const UNPAID: Option<i32> = None;

const GOING_BAD: [Month; MONTHS as usize] = [
    month(6, 0),
    month(6, 1),
    month(6, 1),
    month(6, 3),
    month(7, 4),
    month(6, 7),
    month(6, 11),
    month(7, 15),
    month(7, 20),
    month(7, 26),
    month(7, 34),
    month(6, 43),
    Month { invoices: 6, delay: UNPAID },
    Month { invoices: 5, delay: UNPAID },
    Month { invoices: 4, delay: UNPAID },
    Month { invoices: 2, delay: UNPAID },
    month(2, -30),
    month(0, 0),
];

const RECOVERING: [Month; MONTHS as usize] = [
    month(5, 1),
    month(5, 2),
    month(5, 2),
    month(6, 4),
    month(6, 9),
    month(5, 24),
    month(5, 42),
    month(3, 106),
    month(4, 90),
    month(4, 61),
    month(4, 38),
    month(4, 17),
    month(4, 6),
    month(5, 2),
    month(5, 1),
    month(5, 0),
    month(6, 0),
    month(6, 0),
];

/// Days of the going-bad story, counted from the first day of the portfolio.
pub(super) struct Decline {
    pub(super) limit_cut: Day,
    pub(super) withdrawal: Day,
    pub(super) notice: Day,
    pub(super) collection: Day,
    pub(super) insolvency: Day,
}

/// When the going-bad buyer's limit falls and the steps after it.
pub(super) fn decline(start: Day) -> Decline {
    let on = |month: i32, day: i32| start.plus_months(month).plus_days(day - 1);
    Decline {
        limit_cut: on(12, 19),
        withdrawal: on(14, 16),
        notice: on(15, 20),
        collection: on(16, 11),
        insolvency: on(17, 17),
    }
}

/// When the recovering buyer's limit is cut and when it is restored.
pub(super) fn recovery(start: Day) -> (Day, Day) {
    (start.plus_months(10).plus_days(9), start.plus_months(15).plus_days(6))
}

/// Enters the items, payments and events of both stories.
pub(super) fn trouble(ledger: &mut Ledger, buyers: &[Buyer], rates: &Rates, seed: u64) {
    for (index, buyer) in buyers.iter().enumerate() {
        let mut noise = Noise::new(seed, 500 + index as u64);
        match buyer.role {
            Role::GoingBad => going_bad(ledger, buyer, index, rates, &mut noise),
            Role::Recovering => {
                months(ledger, buyer, index, &RECOVERING, rates, &mut noise);
            }
            _ => {}
        }
    }
}

/// Enters the months and returns the items that stay unpaid.
fn months(
    ledger: &mut Ledger,
    buyer: &Buyer,
    index: usize,
    plan: &[Month],
    rates: &Rates,
    noise: &mut Noise,
) -> Vec<usize> {
    let mut unpaid = Vec::new();
    for (number, month) in (0..).zip(plan) {
        for n in 0..month.invoices {
            let first = ledger.start.plus_months(number);
            let document = business_day(first.plus_days(2 + 4 * i32::from(n)));
            let mut item = invoice(buyer, index, document, noise, rates);
            if month.delay.is_some_and(|days| days < 0) {
                // By now only against payment in advance.
                (item.secured, item.terms) = (true, "PRE".to_owned());
                item.due = document;
            }
            let (due, amount, secured) = (item.due, item.amount, item.secured);
            let Some(item) = ledger.post(item) else { continue };
            match month.delay {
                Some(days) => {
                    let days = if secured { 0 } else { days + noise.days(0, 3) };
                    ledger.settle(item, business_day(due.plus_days(days)), amount, SettlementMethod::Payment);
                }
                None => unpaid.push(item),
            }
        }
    }
    unpaid
}

fn going_bad(ledger: &mut Ledger, buyer: &Buyer, index: usize, rates: &Rates, noise: &mut Noise) {
    let days = decline(ledger.start);
    let unpaid = months(ledger, buyer, index, &GOING_BAD, rates, noise);
    // A few part payments keep hope alive, one of them leaving a residual item.
    for (n, item) in unpaid.iter().take(3).enumerate() {
        let pay = business_day(ledger.items[*item].due.plus_days(38 + 6 * n as i32));
        let part = ledger.items[*item].amount * 2 / 5;
        if n == 0 {
            residual(ledger, *item, pay, part);
        } else {
            ledger.settle(*item, pay, part, SettlementMethod::Payment);
        }
    }
    // Goods taken back after the withdrawal: a credit note under status D.
    if let Some(last) = unpaid.last() {
        let invoice = &ledger.items[*last];
        let date = business_day(days.notice.plus_days(3));
        let amount = -invoice.amount / 4;
        let credit =
            Item { text: "Returned goods", ..follow_up(invoice, ItemKind::CreditNote, date, amount) };
        ledger.post(credit);
    }
    let open: Vec<usize> = (0..ledger.items.len())
        .filter(|i| {
            ledger.items[*i].buyer == index && ledger.open(*i) > 0 && ledger.items[*i].posting <= days.notice
        })
        .collect();
    for item in &open {
        let overdue = ledger.items[*item].due.plus_days(30);
        if overdue <= days.notice {
            ledger.event(index, Some(*item), EventKind::Notice, days.notice, "Overdue account notified");
        }
        ledger.event(index, Some(*item), EventKind::Collection, days.collection, "Inkasso 0418");
    }
    ledger.event(index, None, EventKind::Insolvency, days.insolvency, "36 IN 412");
}
