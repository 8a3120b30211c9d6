//! One payment of an entry: who paid how much, and what for.

use crate::books::Receipt;
use crate::xml::{Element, words};
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;

/// A payment, `TxDtls`.
pub(super) struct Payment {
    /// In the account's currency, signed; `None` where it is told in another only.
    pub(super) amount: Option<Money>,
    pub(super) end_to_end: String,
    pub(super) references: Vec<String>,
    pub(super) text: String,
    position: crate::books::Position,
    reference: String,
    instructed: Option<Money>,
    charges: Option<Money>,
    counterparty: String,
    counterparty_account: String,
}

impl Payment {
    /// Reads a payment of the entry `whole` tells.
    pub(super) fn read(detail: &Element, whole: &Receipt) -> Result<Payment, Problem> {
        let currency = whole.amount.currency;
        let is_debit = match detail.child("CdtDbtInd") {
            Some(_) => is_debit(detail)?,
            None => whole.amount.minor < 0,
        };
        let sign = |money: Money| Money { minor: if is_debit { -money.minor } else { money.minor }, ..money };
        let mut amount = None;
        let mut other = None;
        for path in ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt"] {
            let Some(element) = detail.first(&[path]) else { continue };
            let found = element.currency_of("Ccy")?;
            let read = sign(element.money(found)?);
            let place = if found == currency { &mut amount } else { &mut other };
            place.get_or_insert(read);
        }
        let (counterparty, counterparty_account) = counterparty(detail, is_debit, whole.is_reversal);
        let (references, text) = remittance(detail);
        let end_to_end = detail.words(&["Refs/EndToEndId"]);
        let is_given = !end_to_end.is_empty() && end_to_end.replace([' ', '_'], "") != "NOTPROVIDED";
        Ok(Payment {
            amount,
            end_to_end: if is_given { end_to_end } else { String::new() },
            references,
            text,
            position: detail.position(),
            reference: detail.words(&["Refs/AcctSvcrRef"]),
            instructed: other,
            charges: charges(detail, currency)?,
            counterparty,
            counterparty_account,
        })
    }

    /// Its receipt; what the payment does not say the entry does.
    pub(super) fn receipt(self, whole: &Receipt, amount: Money) -> Receipt {
        let or = |own: String, entry: &String| if own.is_empty() { entry.clone() } else { own };
        Receipt {
            position: self.position,
            reference: or(self.reference, &whole.reference),
            amount,
            instructed: self.instructed,
            charges: self.charges.or(whole.charges.filter(|_| amount == whole.amount)),
            counterparty: or(self.counterparty, &whole.counterparty),
            counterparty_account: or(self.counterparty_account, &whole.counterparty_account),
            end_to_end: self.end_to_end,
            references: self.references,
            text: or(self.text, &whole.text),
            ..whole.clone()
        }
    }
}

/// Structured references, and the free text.
fn remittance(detail: &Element) -> (Vec<String>, String) {
    let mut references = Vec::new();
    let mut text = String::new();
    for information in detail.all("RmtInf") {
        for part in &information.children {
            if part.name == "Ustrd" {
                text = words(&format!("{text} {}", part.text));
                continue;
            }
            // Version 1 has longer names.
            for (frame, number) in [
                ("CdtrRefInf", "Ref"),
                ("CdtrRefInf", "CdtrRef"),
                ("RfrdDocInf", "Nb"),
                ("RfrdDocInf", "RfrdDocNb"),
            ] {
                let found = part.all(frame).filter_map(|inner| inner.child(number));
                references.extend(found.map(|number| words(&number.text)).filter(|text| !text.is_empty()));
            }
            for more in part.all("AddtlRmtInf") {
                text = words(&format!("{text} {}", more.text));
            }
        }
    }
    (references, text)
}

/// Who is on the other side, and the account: the debtor of what comes in, the creditor of what goes out; in a reversal the parties
/// keep the roles they had.
pub(super) fn counterparty(element: &Element, is_debit: bool, is_reversal: bool) -> (String, String) {
    let Some(parties) = element.child("RltdPties") else { return (String::new(), String::new()) };
    let role = if is_debit == is_reversal { "Dbtr" } else { "Cdtr" };
    let ultimate = format!("Ultmt{role}");
    let name = |role: &str| {
        let party = parties.child(role)?;
        let name = party.words(&["Pty/Nm", "Nm", "Agt/FinInstnId/Nm"]);
        (!name.is_empty()).then_some(name)
    };
    let account = parties.child(&format!("{role}Acct")).map(account).unwrap_or_default();
    (name(role).or_else(|| name(&ultimate)).unwrap_or_default(), account)
}

/// The number of an account, `Acct`.
pub(super) fn account(element: &Element) -> String {
    element.words(&["Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id"])
}

/// Charges that were taken off the amount, in its currency.
pub(super) fn charges(element: &Element, currency: Currency) -> Result<Option<Money>, Problem> {
    let mut sum: Option<Money> = None;
    for frame in element.all("Chrgs") {
        for record in frame.all("Rcrd") {
            let is_included =
                record.child("ChrgInclInd").is_some_and(|flag| matches!(flag.value(), "true" | "1"));
            let Some(amount) = record.child("Amt").filter(|_| is_included) else { continue };
            if amount.attribute("Ccy") != currency.code() {
                continue;
            }
            let read = amount.money(currency)?;
            let is_credit = record.child("CdtDbtInd").is_some_and(|side| side.value() == "CRDT");
            let read = Money { minor: if is_credit { -read.minor } else { read.minor }, currency };
            sum = sum.map_or(Some(read), |sum| sum.checked_add(read));
        }
    }
    Ok(sum.filter(|sum| sum.minor > 0))
}

/// Whether `CdtDbtInd` of an element says that money went out.
fn is_debit(element: &Element) -> Result<bool, Problem> {
    let side = element.required("CdtDbtInd")?;
    match side.value() {
        "CRDT" => Ok(false),
        "DBIT" => Ok(true),
        _ => Err(side.problem("element-not-one-of").with("allowed", "CRDT, DBIT")),
    }
}

/// An amount with the sign of the element's `CdtDbtInd`.
pub(super) fn signed(element: &Element, amount: Money) -> Result<Money, Problem> {
    let minor = if is_debit(element)? { -amount.minor } else { amount.minor };
    Ok(Money { minor, ..amount })
}
