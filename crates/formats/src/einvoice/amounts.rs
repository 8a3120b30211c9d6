//! Amounts of an invoice in its own currency, with the sign of its kind.

use crate::books::{DocumentKind, Instalment};
use crate::xml::Element;
use obligo_rules::calendar::Day;
use obligo_rules::money::{Currency, Money};
use obligo_rules::problem::Problem;

/// How amounts of one document are read.
#[derive(Clone, Copy)]
pub(super) struct Amounts {
    pub(super) currency: Currency,
    /// A credit note states what it gives back as a positive amount.
    pub(super) is_credit: bool,
}

impl Amounts {
    pub(super) fn new(currency: Currency, kind: DocumentKind) -> Amounts {
        Amounts { currency, is_credit: kind == DocumentKind::CreditNote }
    }

    /// An amount as a debit or credit of the buyer.
    pub(super) fn signed(self, element: &Element) -> Result<Money, Problem> {
        let code = element.attribute("currencyID");
        if !code.is_empty() && code != self.currency.code() {
            let problem = element.problem("element-other-currency").with("currency", code);
            return Err(problem.with("expected", self.currency));
        }
        let money = element.money(self.currency)?;
        Ok(Money { minor: if self.is_credit { -money.minor } else { money.minor }, ..money })
    }

    /// The amount of this name in `parent`; where it is given in two currencies, the one in the document's.
    pub(super) fn of(self, parent: &Element, name: &str) -> Result<Option<Money>, Problem> {
        let own = parent.all(name).find(|amount| amount.attribute("currencyID") == self.currency.code());
        own.or_else(|| parent.child(name)).map(|amount| self.signed(amount)).transpose()
    }
}

/// The due date of the whole, and its instalments if there are several. Terms without an amount are alternatives, such as one with
/// cash discount: the last of their days is the due date.
pub(super) fn due(stated: Option<Day>, terms: Vec<Instalment>) -> (Option<Day>, Vec<Instalment>) {
    if terms.len() > 1 && terms.iter().all(|term| term.amount.is_some()) {
        return (stated.or_else(|| terms.iter().filter_map(|term| term.due_date).min()), terms);
    }
    (stated.or_else(|| terms.iter().filter_map(|term| term.due_date).max()), Vec::new())
}
