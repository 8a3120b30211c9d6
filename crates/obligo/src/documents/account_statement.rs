//! The statement of account: a letter to a buyer with the items open in the books, for it to compare with its own.

use super::Making;
use super::book::{AS_OF, Book, KNOWN_AT};
use super::definition::{Audience, Definition, Parameter, ParameterKind, TABLES};
use super::letter;
use super::listing::{Listing, under};
use super::values::{column, text};
use crate::access::roles::Permission;
use crate::item_names::kind_message;
use crate::serve::Access;
use obligo_reports::{ColumnKind, Fact, Letter, Report, Value};
use obligo_rules::problem::Problem;

/// The buyer of a letter or dossier.
pub const ACCOUNT: Parameter =
    Parameter::new("account", ParameterKind::Account, "The buyer's account, for example 10021/0/D")
        .required();
const COMPANY: Parameter = Parameter::new(
    "company",
    ParameterKind::Company,
    "The company that writes; all companies' items otherwise",
);

/// See the module.
pub const DEFINITION: Definition = Definition {
    name: "account-statement",
    about: "A letter to a buyer with its open items",
    audience: Audience::Buyer,
    access: Access::Allowed(Permission::Read),
    parameters: &[ACCOUNT, COMPANY, AS_OF, KNOWN_AT],
    formats: TABLES,
    example: "--account 10021/0/D --as-of 2024-06-30",
    build,
    record: None,
};

/// The account a request names, with its number: whole, or by its address number where there is only one. Errors:
/// `report-parameter-missing` (usage), `buyer-not-found`, `account-ambiguous`.
pub fn account(making: &Making<'_>, book: &Book) -> Result<(i64, String), Problem> {
    let typed = making.request.needed("account")?;
    let portfolio = &book.portfolio;
    let found = if let Some(id) = portfolio.buyer_id(typed) {
        id
    } else {
        let of_number: Vec<_> = portfolio.accounts_of_number(typed).collect();
        match of_number.as_slice() {
            [] => return Err(Problem::refused("buyer-not-found").with("account", typed)),
            [(_, id)] => *id,
            many => {
                let choices: Vec<String> = many.iter().map(|(key, _)| key.to_string()).collect();
                let problem = Problem::refused("account-ambiguous").with("account", typed);
                return Err(problem.with("choices", choices.join(", ")));
            }
        }
    };
    Ok((found, portfolio.snapshot.account(found).to_string()))
}

fn build(making: &mut Making<'_>) -> Result<Report, Problem> {
    let words = making.words;
    let book = Book::of(making)?;
    let snapshot = &book.portfolio.snapshot;
    let (buyer_id, account) = account(making, &book)?;
    let company = match making.request.text("company") {
        None => None,
        Some(code) => {
            let known = snapshot.companies.values().find(|c| c.company == code && making.sees_company(code));
            Some(known.ok_or_else(|| Problem::refused("company-not-found").with("company", code))?)
        }
    };
    let columns = vec![
        column(words, "company", ColumnKind::Text),
        column(words, "document_no", ColumnKind::Text),
        column(words, "kind", ColumnKind::Text),
        column(words, "document_date", ColumnKind::Day),
        column(words, "net_due_date", ColumnKind::Day),
        under(words, "days_past_due", "report-days-past-due", ColumnKind::Integer),
        column(words, "amount", ColumnKind::Amount),
        column(words, "open", ColumnKind::Amount).summed(),
        under(words, "past_due", "report-past-due", ColumnKind::Amount).summed(),
    ];
    let mut listing = Listing::empty(words, "items", "report-open-items", "report-statement-none", columns);
    let is_of = |id: i64| book.sees(id) && company.is_none_or(|company| company.company_id == id);
    let figures = book.portfolio.items_of(buyer_id).iter().filter(|item| is_of(item.company_id));
    let mut views = book.portfolio.whole(&making.session.store, figures)?;
    views.sort_by(|a, b| (a.net_due_date, &a.document_no).cmp(&(b.net_due_date, &b.document_no)));
    for view in views {
        let days = book.day().days_since(view.net_due_date);
        let past_due = if days > 0 { view.open } else { 0 };
        listing.add(
            view.currency,
            vec![
                text(view.company),
                text(view.document_no),
                text(words.text(kind_message(view.kind))),
                Value::Day(view.document_date),
                Value::Day(view.net_due_date),
                if days > 0 { Value::Integer(days.into()) } else { Value::Empty },
                Value::Amount(view.amount, view.currency),
                Value::Amount(view.open, view.currency),
                Value::Amount(past_due, view.currency),
            ],
        );
    }
    let buyer = snapshot.buyers.get(&buyer_id);
    let recipient =
        buyer.map(|b| letter::address(&b.name, &b.key.account, &b.postal_address)).unwrap_or_default();
    let is_empty = listing.len() == 0;
    let date = words.date(book.day());
    let letter = Letter {
        sender: company
            .or_else(|| letter::sender(snapshot))
            .map(|c| letter::address(&c.name, &c.company, &c.postal_address))
            .unwrap_or_default(),
        recipient,
        place_and_date: words.date(making.session.today()),
        references: vec![Fact::new("account", words.text("report-your-account"), text(account))],
        salutation: words.text("report-salutation"),
        opening: vec![words.with(
            if is_empty { "report-statement-nothing" } else { "report-statement-opening" },
            &[("date", date)],
        )],
        closing: if is_empty { Vec::new() } else { vec![words.text("report-statement-closing")] }
            .into_iter()
            .chain([words.text("report-regards")])
            .collect(),
        signatures: Vec::new(),
        before_annex: None,
    };
    let blocks = listing.blocks(words);
    Ok(Report { letter: Some(letter), ..book.report(words, DEFINITION.name, blocks) })
}
