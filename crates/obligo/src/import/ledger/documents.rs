//! Invoices and credit notes by themselves: e-invoices, the source documents of SAF-T.

use super::debtors::plain;
use super::gather::Gathering;
use super::posting::{Class, VoucherPosting};
use super::unmatched::Why;
use crate::import::Import;
use obligo_formats::books::{Document, DocumentKind, Party};
use obligo_rules::codes::ItemKind;
use obligo_rules::money::{Currency, Money, mul_div_round};
use obligo_rules::problem::Problem;

/// Takes a document: an item for each part it is payable in, and what was paid before. One that is not ours, is cancelled or has no total is
/// listed.
pub fn take(
    gathering: &mut Gathering<'_>,
    import: &mut Import<'_, '_, '_>,
    document: &Document,
) -> Result<(), Problem> {
    let party = gathering.debtors.find_party(import, &document.buyer);
    let own = &gathering.books.own;
    // Without our numbers a document is ours if its buyer is one of ours.
    let is_ours = gathering.chart.all_ours
        || if own.is_empty() { party.is_some() } else { is_one_of(&document.seller, own) };
    let total = document.gross.or(document.payable);
    let whole = of_document(document, total.unwrap_or(Money { minor: 0, currency: Currency::EUR }));
    let why = match (total, party) {
        (_, None) if own.is_empty() && !gathering.chart.all_ours => Why::NoDebtor,
        _ if !is_ours => Why::NotOurs,
        _ if document.is_cancelled => Why::Cancelled,
        (None, _) => Why::NoTotal,
        (_, None) => {
            let buyer = &document.buyer;
            let theirs =
                [&buyer.account, &buyer.vat_id, &buyer.register_no].into_iter().find(|text| !text.is_empty());
            match theirs {
                // Who is named and unknown is to be recorded first.
                Some(theirs) => {
                    gathering.debtors.find(import, theirs, &document.position, gathering.file);
                    return Ok(());
                }
                None => Why::NoDebtor,
            }
        }
        (Some(total), Some(party)) => {
            for part in parts(document, &whole, total) {
                gathering.post(party, &part)?;
            }
            if let Some(prepaid) = document.prepaid.filter(|prepaid| prepaid.minor != 0) {
                gathering.post(party, &payment(&whole, prepaid))?;
            }
            return Ok(());
        }
    };
    gathering.list(why, &whole)
}

fn is_one_of(party: &Party, numbers: &[String]) -> bool {
    [&party.vat_id, &party.register_no, &party.account]
        .into_iter()
        .any(|text| !text.is_empty() && numbers.iter().any(|number| plain(number) == plain(text)))
}

fn of_document(document: &Document, total: Money) -> VoucherPosting {
    let debit = total.minor > 0;
    let class = match (document.kind, debit) {
        (DocumentKind::Payment, _) => Class::Money,
        (DocumentKind::WriteOff, _) => Class::WriteOff,
        (DocumentKind::Bill, true) => Class::Document(ItemKind::Bill),
        (DocumentKind::Invoice, true) => Class::Document(ItemKind::Invoice),
        (DocumentKind::DebitNote | DocumentKind::CreditNote, true) => Class::Document(ItemKind::DebitNote),
        // An invoice below zero is owed to the buyer.
        (_, false) => Class::Document(ItemKind::CreditNote),
    };
    VoucherPosting {
        position: document.position.clone(),
        debtor: document.buyer.account.clone(),
        debtor_name: document.buyer.name.clone(),
        class,
        opening: false,
        day: document.document_date,
        document_date: Some(document.document_date),
        due: document.due_date,
        document_no: document.document_no.clone(),
        home: total,
        own: total,
        net: document.net.filter(|net| fits(*net, total)).map(|net| net.minor),
        lettering: String::new(),
        settles: document.settles.clone(),
        voucher: document.document_no.clone(),
        text: document.buyer.name.clone(),
    }
}

fn fits(part: Money, whole: Money) -> bool {
    part.currency == whole.currency
        && part.minor.signum() == whole.minor.signum()
        && part.minor.abs() <= whole.minor.abs()
}

/// The parts a document is payable in, if they add up to it; else the document whole.
fn parts(document: &Document, whole: &VoucherPosting, total: Money) -> Vec<VoucherPosting> {
    let amounts: Vec<i64> = document
        .instalments
        .iter()
        .filter_map(|part| part.amount.filter(|amount| fits(*amount, total)))
        .map(|amount| amount.minor)
        .collect();
    let adds_up = amounts.len() == document.instalments.len() && amounts.iter().sum::<i64>() == total.minor;
    if amounts.len() < 2 || !adds_up {
        return vec![whole.clone()];
    }
    let (mut before, mut net_before) = (0, 0);
    let share = |net: i64, upto: i64| mul_div_round(net, upto.into(), total.minor.into()).unwrap_or(0);
    document
        .instalments
        .iter()
        .zip(amounts)
        .map(|(part, amount)| {
            before += amount;
            let net = whole
                .net
                .map(|net| share(net, before) - std::mem::replace(&mut net_before, share(net, before)));
            let money = Money { minor: amount, currency: total.currency };
            VoucherPosting { due: part.due_date.or(whole.due), home: money, own: money, net, ..whole.clone() }
        })
        .collect()
}

/// What the document says was paid before.
fn payment(whole: &VoucherPosting, prepaid: Money) -> VoucherPosting {
    let minor = -prepaid.minor.abs() * whole.own.minor.signum();
    let money = Money { minor, currency: prepaid.currency };
    VoucherPosting {
        class: Class::Money,
        home: money,
        own: money,
        net: None,
        settles: vec![whole.document_no.clone()],
        voucher: format!("{}/prepaid", whole.voucher),
        ..whole.clone()
    }
}
