//! Debtors of a ledger as buyers: what the file says of them, and what is on record of the rest.

use super::chart::Chart;
use super::debtors::Debtors;
use super::posting::postings;
use super::spool::{Spool, Spooled};
use crate::import::Import;
use obligo_formats::books::{BookReader, Entry, Party};
use obligo_formats::map_books::Books;
use obligo_formats::schema::buyers::SCHEMA;
use obligo_rules::money::{Currency, format_minor};
use obligo_rules::payment_terms::PaymentTerms;
use obligo_rules::problem::Problem;
use obligo_store::buyer::Buyer;
use std::collections::BTreeMap;
use std::path::Path;

/// Account type of the debtors where neither the map file nor the companies name one.
const DEBTORS: &str = "D";

/// Most debtors of one file (R14.2).
const PARTIES_MAX: usize = 1_000_000;

/// Reads the debtors of a ledger and makes a table of buyers of them. Also returns how many entries were read.
pub fn table(
    import: &mut Import<'_, '_, '_>,
    reader: &mut dyn BookReader,
    (books, chart): (&Books, &Chart),
    folder: &Path,
    file: &str,
) -> Result<(Spooled, u64), Problem> {
    let mut parties: BTreeMap<String, Party> = BTreeMap::new();
    let mut records = 0;
    while !reader.is_ended() {
        let entry = match reader.next_entry() {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(problem) => {
                import.refusal.push(problem);
                continue;
            }
        };
        records += 1;
        let met = match entry {
            Entry::Party(party) => Some(party),
            Entry::Document(document) => Some(document.buyer),
            Entry::Booking(booking) => {
                let mut met = postings(std::slice::from_ref(&booking), chart);
                met.pop().map(|posting| Party {
                    position: posting.position,
                    account: posting.debtor,
                    name: posting.debtor_name,
                    ..Party::default()
                })
            }
            _ => None,
        };
        if let Some(party) = met {
            note(&mut parties, party);
        }
        if parties.len() > PARTIES_MAX {
            return Err(Problem::refused("books-too-many-debtors").in_file(file).with("limit", PARTIES_MAX));
        }
    }
    import.warnings.extend(reader.take_warnings());
    let names: Vec<&str> = SCHEMA.columns.iter().map(|column| column.name).collect();
    let mut rows = Spool::new(folder, "buyers.csv", &names)?;
    let debtors = Debtors::new(books);
    let of_companies = account_type_of_companies(import);
    for (theirs, party) in parties {
        let [number, branch, mut account_type] = debtors.account_of(&theirs);
        let known = import.book.account(&number, &branch, &account_type).ok();
        let known = known.and_then(|id| import.book.buyers.get(&id));
        if account_type.is_empty() {
            account_type = known.map_or_else(|| of_companies.clone(), |buyer| buyer.key.account_type.clone());
        }
        let cells = cells([&number, &branch, &account_type], &party, known);
        let cells: Vec<&str> = names.iter().map(|name| cells.get(name).map_or("", String::as_str)).collect();
        rows.row(&party.position, &cells)?;
    }
    Ok((rows.finish()?, records))
}

/// The one account type of the companies, else `D`.
fn account_type_of_companies(import: &Import<'_, '_, '_>) -> String {
    let mut types: Vec<&str> =
        import.book.companies.values().flat_map(|company| company.account_types.split_whitespace()).collect();
    types.sort_unstable();
    types.dedup();
    match types.as_slice() {
        [only] => (*only).to_owned(),
        _ => DEBTORS.to_owned(),
    }
}

/// Adds what is said of a debtor to what was said before.
fn note(parties: &mut BTreeMap<String, Party>, party: Party) {
    let theirs =
        [&party.account, &party.vat_id, &party.register_no].into_iter().find(|text| !text.is_empty());
    let Some(theirs) = theirs.cloned() else { return };
    let kept = parties
        .entry(theirs)
        .or_insert_with(|| Party { position: party.position.clone(), ..Party::default() });
    for (kept, said) in [
        (&mut kept.name, party.name),
        (&mut kept.country, party.country),
        (&mut kept.vat_id, party.vat_id),
        (&mut kept.register_no, party.register_no),
        (&mut kept.payment_terms, party.payment_terms),
    ] {
        if kept.is_empty() {
            *kept = said;
        }
    }
}

/// A buyer's row: what is on record, with what the file says laid over it.
fn cells(
    [number, branch, account_type]: [&str; 3],
    party: &Party,
    known: Option<&Buyer>,
) -> BTreeMap<&'static str, String> {
    let mut cells = BTreeMap::from([
        ("account", number.to_owned()),
        ("branch", branch.to_owned()),
        ("account_type", account_type.to_owned()),
    ]);
    if let Some(buyer) = known {
        let exponent = Currency::parse(&buyer.currency).map_or(2, Currency::exponent);
        let money = |minor: Option<i64>| minor.map(|minor| format_minor(minor, exponent)).unwrap_or_default();
        let date = buyer.information_date.map(|day| day.to_string()).unwrap_or_default();
        cells.extend([
            ("branch", buyer.key.branch.clone()),
            ("name", buyer.name.clone()),
            ("country", buyer.country.clone()),
            ("currency", buyer.currency.clone()),
            ("legal_entity", buyer.legal_entity.clone()),
            ("dependent_branch", buyer.dependent_branch.to_string()),
            ("category", buyer.category.clone()),
            ("vat_id", buyer.vat_id.clone()),
            ("register_no", buyer.register_no.clone()),
            ("lei", buyer.lei.clone()),
            ("payment_terms", buyer.payment_terms.clone()),
            ("credit_limit", money(buyer.credit_limit)),
            ("bill_limit", money(buyer.bill_limit)),
            ("limit_check", buyer.limit_check.clone()),
            ("credit_manager", buyer.credit_manager.clone()),
            ("payer", buyer.payer.clone()),
            ("information_date", date),
            ("information_source", buyer.information_source.clone()),
            ("risk_factors", buyer.risk_factors.clone()),
        ]);
    }
    // Terms in words of their own program are no terms of ours.
    let terms = PaymentTerms::parse(&party.payment_terms).map(|_| &party.payment_terms);
    let said = [
        ("name", Some(&party.name)),
        ("country", Some(&party.country)),
        ("vat_id", Some(&party.vat_id)),
        ("register_no", Some(&party.register_no)),
        ("payment_terms", terms),
    ];
    for (column, text) in said {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            cells.insert(column, text.clone());
        }
    }
    cells
}
