//! Ordinary trade: invoices month by month, paid as each buyer pays, with all that happens on the way.

use super::buyers::{Buyer, Pace, Size};
use super::ledger::{Item, Ledger, business_day};
use super::noise::Noise;
use super::rates::Rates;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{Category, EventKind, ItemKind, SettlementMethod};

/// Months of the portfolio.
pub(super) const MONTHS: i32 = 18;

/// Months before them whose items may still be open at their start.
const MONTHS_BEFORE: i32 = 3;

/// Enters the trade of every buyer whose story is not told by hand.
pub(super) fn trade(ledger: &mut Ledger, buyers: &[Buyer], rates: &Rates, seed: u64) {
    for (index, buyer) in buyers.iter().enumerate().filter(|(_, b)| !b.is_scripted()) {
        let mut noise = Noise::new(seed, 1_000 + index as u64);
        let from = if buyer.first_month == 0 { -MONTHS_BEFORE } else { buyer.first_month };
        for month in from..MONTHS {
            let rate = buyer.size.invoices_per_month();
            let count = rate / 1000 + i64::from(noise.chance((rate % 1000) as u64));
            for _ in 0..count {
                one_invoice(ledger, buyer, index, month, rates, &mut noise);
            }
            if month % 12 == 11 && matches!(buyer.size, Size::Huge | Size::Large) && noise.chance(500) {
                bonus(ledger, buyer, index, month, rates, &mut noise);
            }
        }
    }
    ledger.forget_settled_before(ledger.start);
}

fn one_invoice(
    ledger: &mut Ledger,
    buyer: &Buyer,
    index: usize,
    month: i32,
    rates: &Rates,
    noise: &mut Noise,
) {
    let first = ledger.start.plus_months(month);
    let document = business_day(first.plus_days(noise.days(0, 25)));
    let mut item = invoice(buyer, index, document, noise, rates);
    let exceptional = noise.below(1000);
    match exceptional {
        // Prepayment and letters of credit carry no risk (S).
        0..5 => {
            item.terms = noise.pick(&["LC", "PRE"]).to_string();
            item.secured = true;
        }
        // A special agreement longer than the policy allows (Z).
        5..18 => {
            item.terms = String::from("150D");
            item.due = document.plus_days(150);
        }
        // Spring goods delivered in winter, valued later.
        18..24 => {
            let value = document.plus_days(45);
            item.value = Some(value);
            item.due = value.plus_days(buyer.term_days);
        }
        _ => {}
    }
    if let Some(item) = ledger.post(item) {
        life(ledger, buyer, item, noise);
    }
}

/// An invoice of the buyer's usual amount and terms.
pub(super) fn invoice(buyer: &Buyer, index: usize, document: Day, noise: &mut Noise, rates: &Rates) -> Item {
    let company = if buyer.shared && noise.chance(250) { 1 - buyer.company } else { buyer.company };
    let currency = match (company == buyer.company, company) {
        (true, _) => buyer.currency,
        (false, 1) => "SEK",
        _ => "EUR",
    };
    // A story told by hand should not hang on one large invoice.
    let spread = if buyer.is_scripted() { noise.between(600, 1500) } else { noise.skewed() };
    let euro = buyer.size.amount() * buyer.level / 1000 * spread / 1000;
    let net = rates.convert(euro.max(4_500), "EUR", currency, document);
    let vat = match (company, buyer.country) {
        (0, "DE") => 19,
        (1, "SE") => 25,
        _ => 0,
    };
    Item {
        company,
        kind: ItemKind::Invoice,
        buyer: index,
        document,
        posting: document.plus_days(noise.days(0, 2)),
        delivery: noise.chance(700).then(|| document.plus_days(-noise.days(0, 4))),
        due: document.plus_days(buyer.term_days),
        value: None,
        receivable_start: None,
        currency,
        amount: net + net * vat / 100,
        net,
        terms: format!("{}D", buyer.term_days),
        secured: false,
        disputed: false,
        origin: None,
        text: "",
        rate: (currency == "USD" && noise.chance(200))
            .then(|| rates.per_euro("USD", document) + noise.between(-40, 40)),
    }
}

/// A second item to an invoice: same buyer, company and share of VAT.
pub(super) fn follow_up(invoice: &Item, kind: ItemKind, date: Day, amount: i64) -> Item {
    Item {
        kind,
        document: date,
        posting: date,
        delivery: None,
        due: if kind.is_debit() { date.plus_days(30) } else { date },
        value: None,
        amount,
        net: if invoice.amount == 0 { amount } else { amount * invoice.net / invoice.amount },
        terms: if kind.is_debit() { String::from("30D") } else { String::new() },
        secured: false,
        disputed: false,
        rate: None,
        ..invoice.clone()
    }
}

/// Days from the due date to the payment.
fn delay(buyer: &Buyer, noise: &mut Noise) -> i32 {
    match buyer.pace {
        Pace::Early => noise.days(-12, 0),
        Pace::OnTime => noise.days(-1, 4),
        Pace::Late if noise.chance(30) => noise.days(22, 40),
        Pace::Late => noise.days(3, 21),
        Pace::VeryLate if noise.chance(60) => noise.days(50, 85),
        Pace::VeryLate => noise.days(14, 48),
    }
}

/// What becomes of an invoice.
fn life(ledger: &mut Ledger, buyer: &Buyer, item: usize, noise: &mut Noise) {
    let (document, due, amount) = {
        let posted = &ledger.items[item];
        (posted.document, posted.due, posted.amount)
    };
    let pay = business_day(due.plus_days(delay(buyer, noise)).max(document.plus_days(1)));
    if buyer.accepts_bills && noise.chance(125) {
        return bill(ledger, item, noise);
    }
    match noise.below(1000) {
        0..42 => credit_note(ledger, item, pay, amount * noise.between(4, 30) / 100, noise),
        42..47 => {
            if let Some(rest) = residual(ledger, item, pay, amount * noise.between(40, 80) / 100) {
                let (later, open) = (business_day(pay.plus_days(noise.days(20, 50))), ledger.open(rest));
                ledger.settle(rest, later, open, SettlementMethod::Payment);
            }
        }
        47..57 => {
            ledger.settle(item, pay, amount * noise.between(30, 70) / 100, SettlementMethod::Payment);
            let later = business_day(pay.plus_days(noise.days(10, 30)));
            ledger.settle(item, later, amount, SettlementMethod::Payment);
        }
        57..68 => payment_on_account(ledger, item, pay, amount, noise),
        68..70 => returned(ledger, item, pay, amount, noise),
        70..73 => dispute(ledger, item, pay, noise),
        73..79 => debit_note(ledger, item, pay, noise),
        79..81 => {
            ledger.settle(item, pay, amount - amount.min(noise.between(60, 900)), SettlementMethod::Payment);
            ledger.settle(item, pay.plus_days(30), amount, SettlementMethod::WriteOff);
        }
        _ => {
            ledger.settle(item, pay, amount, SettlementMethod::Payment);
        }
    }
}

fn credit_note(ledger: &mut Ledger, item: usize, pay: Day, amount: i64, noise: &mut Noise) {
    let date = business_day(ledger.items[item].document.plus_days(noise.days(4, 20)));
    let credit = Item {
        text: "Returned goods",
        ..follow_up(&ledger.items[item], ItemKind::CreditNote, date, -amount)
    };
    if let Some(credit) = ledger.post(credit) {
        ledger.offset(item, credit, pay, amount);
    }
    let rest = ledger.open(item);
    ledger.settle(item, pay, rest, SettlementMethod::Payment);
}

/// A part payment that closes the invoice and leaves a residual item (R4.5).
pub(super) fn residual(ledger: &mut Ledger, item: usize, pay: Day, paid: i64) -> Option<usize> {
    if !ledger.settle(item, pay, paid, SettlementMethod::Payment) {
        return None;
    }
    let rest = ledger.open(item);
    let origin = &ledger.items[item];
    let (document, due, terms) = (origin.document, origin.due, origin.terms.clone());
    let mut rest_item = follow_up(origin, ItemKind::Invoice, pay, rest);
    (rest_item.document, rest_item.due, rest_item.terms) = (document, due, terms);
    rest_item.origin = Some(item);
    rest_item.text = "Rest of a part payment";
    let rest_item = ledger.post(rest_item)?;
    ledger.replace(item, rest_item, SettlementMethod::Offset);
    Some(rest_item)
}

/// The buyer pays without saying what for; the payment is assigned some time later.
fn payment_on_account(ledger: &mut Ledger, item: usize, pay: Day, amount: i64, noise: &mut Noise) {
    let pay = pay.max(ledger.items[item].posting);
    let credit = Item {
        text: "Payment without reference",
        net: -amount,
        ..follow_up(&ledger.items[item], ItemKind::PaymentOnAccount, pay, -amount)
    };
    match ledger.post(credit) {
        Some(credit) => {
            ledger.offset(item, credit, business_day(pay.plus_days(noise.days(6, 30))), amount);
        }
        None => {
            ledger.settle(item, pay, amount, SettlementMethod::Payment);
        }
    }
}

fn returned(ledger: &mut Ledger, item: usize, pay: Day, amount: i64, noise: &mut Noise) {
    let back = business_day(pay.max(ledger.items[item].posting).plus_days(noise.days(2, 6)));
    if ledger.settle(item, pay, amount, SettlementMethod::Payment)
        && ledger.return_payment(item, back, amount)
    {
        let again = business_day(back.plus_days(noise.days(7, 25)));
        ledger.settle(item, again, amount, SettlementMethod::Payment);
    }
}

fn dispute(ledger: &mut Ledger, item: usize, pay: Day, noise: &mut Noise) {
    let buyer = ledger.items[item].buyer;
    let settled = business_day(pay.plus_days(noise.days(20, 70)));
    if noise.chance(500) {
        ledger.items[item].disputed = true;
    } else {
        let from = business_day(ledger.items[item].posting.plus_days(noise.days(8, 18))).min(settled);
        ledger.event(buyer, Some(item), EventKind::Dispute, from, "Complaint about quality");
    }
    if settled <= ledger.end {
        ledger.event(buyer, Some(item), EventKind::DisputeEnd, settled, "Complaint settled");
        let amount = ledger.open(item);
        ledger.settle(item, settled, amount, SettlementMethod::Payment);
    }
}

fn debit_note(ledger: &mut Ledger, item: usize, pay: Day, noise: &mut Noise) {
    let amount = ledger.open(item);
    let paid = ledger.settle(item, pay, amount, SettlementMethod::Payment);
    let date =
        if paid { pay } else { ledger.items[item].document.plus_days(5) }.max(ledger.items[item].posting);
    let charge = amount * noise.between(1, 6) / 100;
    let text = noise.pick(&["Freight surcharge", "Packaging charge", "Price difference"]);
    let note = Item { text, ..follow_up(&ledger.items[item], ItemKind::DebitNote, date, charge) };
    if let Some(note) = ledger.post(note) {
        let later = business_day(ledger.items[note].due.plus_days(noise.days(-3, 12)));
        ledger.settle(note, later, charge, SettlementMethod::Payment);
    }
}

/// The invoice is settled by a bill of exchange that runs 90 days (R3: it starts at the invoice's date).
fn bill(ledger: &mut Ledger, item: usize, noise: &mut Noise) {
    let invoice = &ledger.items[item];
    let date = business_day(invoice.posting.plus_days(noise.days(6, 20)));
    let mut bill = follow_up(invoice, ItemKind::Bill, date, invoice.amount);
    bill.receivable_start = Some(invoice.document);
    bill.due = business_day(date.plus_days(90));
    bill.terms = String::from("90D");
    let (amount, buyer) = (invoice.amount, invoice.buyer);
    let Some(bill) = ledger.post(bill) else { return };
    ledger.replace(item, bill, SettlementMethod::Bill);
    let due = ledger.items[bill].due;
    if noise.chance(50) {
        let protest = business_day(due.plus_days(2));
        ledger.event(buyer, Some(bill), EventKind::Protest, protest, "Protest for want of payment");
        ledger.settle(bill, business_day(due.plus_days(25)), amount, SettlementMethod::Payment);
    } else {
        ledger.settle(bill, due, amount, SettlementMethod::Payment);
    }
}

/// The year's bonus, credited at its end and paid out or used up weeks later.
fn bonus(ledger: &mut Ledger, buyer: &Buyer, index: usize, month: i32, rates: &Rates, noise: &mut Noise) {
    if buyer.category != Category::Company {
        return;
    }
    let date = business_day(ledger.start.plus_months(month).plus_days(18));
    let model = invoice(buyer, index, date, noise, rates);
    let amount = model.amount * noise.between(15, 45) / 100;
    let credit = Item { text: "Annual bonus", ..follow_up(&model, ItemKind::CreditNote, date, -amount) };
    if let Some(credit) = ledger.post(credit) {
        let paid = business_day(date.plus_days(noise.days(25, 60)));
        ledger.settle(credit, paid, amount, SettlementMethod::Payment);
    }
}
