//! `FatturaPA`, the Italian invoice: one head, any number of documents; the simplified one too.

use super::amounts::{Amounts, due};
use super::kind;
use crate::books::{Document, Instalment, Party};
use crate::xml::Element;
use obligo_rules::money::Money;
use obligo_rules::problem::Problem;

/// Lines, attachments and signatures are not looked at.
pub(super) const LEFT_OUT: &[&str] = &["DettaglioLinee", "Allegati", "Signature", "DatiTrasporto"];

/// A document of the file.
pub(super) fn document(header: &Element, body: &Element) -> Result<Document, Problem> {
    let general = body.at("DatiGenerali/DatiGeneraliDocumento");
    let general = general.ok_or_else(|| body.missing("DatiGeneraliDocumento"))?;
    let type_code = general.required("TipoDocumento")?.value().to_owned();
    let kind = kind::of_fatturapa(&type_code);
    let amounts = Amounts { currency: general.required("Divisa")?.currency()?, is_credit: false };
    // Credit notes are to be stated without a sign; those that state one mean the same.
    let is_credit = Amounts::new(amounts.currency, kind).is_credit;
    let signed =
        |money: Money| Money { minor: if is_credit { -money.minor.abs() } else { money.minor }, ..money };
    let (net, tax) = summary(body, amounts)?;
    let is_simplified = net.is_none();
    let stated = amounts.of(general, "ImportoTotaleDocumento")?;
    let gross = if is_simplified { simplified_total(body, amounts)? } else { stated };
    let payments = payments(body, amounts)?;
    let paid_at_once = sum(payments.iter().filter_map(|payment| payment.amount));
    // Where no payment is stated, the buyer owes the total; under split payment without the tax.
    let owed = || gross.or_else(|| net.zip(tax).and_then(|(net, tax)| net.checked_add(tax)));
    let payable = match paid_at_once {
        Some(amount) => Some(amount),
        None if is_split(body) => net,
        None => owed(),
    };
    let mut instalments = payments;
    for instalment in &mut instalments {
        instalment.amount = instalment.amount.map(signed);
    }
    let (due_date, instalments) = due(None, instalments);
    let preceding = body.at("DatiGenerali").map(|data| data.all("DatiFattureCollegate").collect::<Vec<_>>());
    let preceding = preceding.unwrap_or_default().into_iter().map(|linked| linked.words(&["IdDocumento"]));
    Ok(Document {
        position: general.position(),
        kind,
        type_code,
        document_no: general.required("Numero")?.value().to_owned(),
        document_date: general.required("Data")?.day()?,
        delivery_date: None,
        due_date,
        instalments,
        payment_terms: terms(body),
        seller: party(header, "CedentePrestatore"),
        buyer: party(header, "CessionarioCommittente"),
        gross: gross.map(signed),
        net: net.map(signed),
        prepaid: None,
        payable: payable.map(signed),
        foreign: None,
        settles: preceding.filter(|number| !number.is_empty()).collect(),
        is_cancelled: false,
    })
}

fn sum(mut amounts: impl Iterator<Item = Money>) -> Option<Money> {
    let first = amounts.next()?;
    amounts.try_fold(first, Money::checked_add)
}

/// Net and tax by the summary per rate; `None` in a simplified invoice, which has none.
fn summary(body: &Element, amounts: Amounts) -> Result<(Option<Money>, Option<Money>), Problem> {
    let rates: Vec<&Element> =
        body.at("DatiBeniServizi").map(|data| data.all("DatiRiepilogo").collect()).unwrap_or_default();
    let total = |name: &str| -> Result<Option<Money>, Problem> {
        let found: Result<Vec<Option<Money>>, Problem> =
            rates.iter().map(|rate| amounts.of(rate, name)).collect();
        Ok(sum(found?.into_iter().flatten()))
    };
    Ok((total("ImponibileImporto")?, total("Imposta")?))
}

/// Total with tax of a simplified invoice.
fn simplified_total(body: &Element, amounts: Amounts) -> Result<Option<Money>, Problem> {
    let parts = body.all("DatiBeniServizi").map(|part| amounts.of(part, "Importo"));
    let parts: Result<Vec<Option<Money>>, Problem> = parts.collect();
    Ok(sum(parts?.into_iter().flatten()))
}

/// Whether the buyer pays the tax to the state himself.
fn is_split(body: &Element) -> bool {
    let rates = body.at("DatiBeniServizi").map(|data| data.all("DatiRiepilogo").collect::<Vec<_>>());
    rates.is_some_and(|rates| rates.iter().any(|rate| rate.words(&["EsigibilitaIVA"]) == "S"))
}

/// The payments agreed. Several of the whole amount are ways to pay it, not instalments.
fn payments(body: &Element, amounts: Amounts) -> Result<Vec<Instalment>, Problem> {
    let mut found = Vec::new();
    for terms in body.all("DatiPagamento") {
        let is_whole = terms.words(&["CondizioniPagamento"]) == "TP02";
        let details = terms.all("DettaglioPagamento").map(|detail| payment(detail, amounts));
        let details: Result<Vec<Instalment>, Problem> = details.collect();
        let mut details = details?;
        if is_whole && details.iter().all(|detail| detail.amount == details[0].amount) {
            details.truncate(1);
        }
        found.extend(details);
    }
    Ok(found)
}

fn payment(detail: &Element, amounts: Amounts) -> Result<Instalment, Problem> {
    let stated = detail.first(&["DataScadenzaPagamento"]).map(Element::day).transpose()?;
    let start = detail.first(&["DataRiferimentoTerminiPagamento"]).map(Element::day).transpose()?;
    let days = detail.first(&["GiorniTerminiPagamento"]).and_then(|days| days.value().parse::<u16>().ok());
    let computed = start.zip(days).map(|(start, days)| start.plus_days(i32::from(days)));
    Ok(Instalment { due_date: stated.or(computed), amount: amounts.of(detail, "ImportoPagamento")? })
}

/// Days of the first payment, where no date is stated.
fn terms(body: &Element) -> String {
    body.words(&["DatiPagamento/DettaglioPagamento/GiorniTerminiPagamento"])
}

fn party(header: &Element, role: &str) -> Party {
    let Some(party) = header.child(role) else { return Party::default() };
    // The simplified invoice leaves the frames out or names them otherwise.
    let registry =
        party.child("DatiAnagrafici").or_else(|| party.child("AltriDatiIdentificativi")).unwrap_or(party);
    let identity = party.child("IdentificativiFiscali").unwrap_or(registry);
    let names = registry.child("Anagrafica").unwrap_or(registry);
    let person = crate::xml::words(&format!("{} {}", names.words(&["Nome"]), names.words(&["Cognome"])));
    let company = names.words(&["Denominazione"]);
    let vat = |path: &str| identity.words(&[path]);
    Party {
        position: party.position(),
        account: String::new(),
        name: if company.is_empty() { person } else { company },
        country: party.words(&["Sede/Nazione", "AltriDatiIdentificativi/Sede/Nazione"]),
        vat_id: format!("{}{}", vat("IdFiscaleIVA/IdPaese"), vat("IdFiscaleIVA/IdCodice")),
        register_no: identity.words(&["CodiceFiscale"]),
        payment_terms: String::new(),
    }
}
