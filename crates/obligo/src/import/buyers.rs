//! Buyers (R1.4, R1.8) and prospects (R1.9).

use super::checks::{Columns, Repeats, address_lines, country, not_negative};
use super::payers::check_payers;
use super::{FileReport, Import, PROBLEMS_KEPT, Progress};
use obligo_formats::schema::buyers as column;
use obligo_formats::table::Record;
use obligo_rules::calendar::Day;
use obligo_rules::codes::{Category, CoverKind, LimitCheck};
use obligo_rules::identifier::{IdentifierError, check_lei, check_register_no, check_vat_id};
use obligo_rules::money::Currency;
use obligo_rules::problem::Problem;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::{AccountKey, Buyer, buyer_add, buyer_become_account, buyer_put};
use obligo_store::cover::cover_all;
use obligo_store::version::Recorded;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Longest address number.
const ACCOUNT_MAX: usize = 20;
/// Longest branch, digits.
const BRANCH_MAX: usize = 10;
/// Longest account type.
const ACCOUNT_TYPE_MAX: usize = 3;
/// Branch of a new account whose address has none yet.
const FIRST_BRANCH: &str = "0";

/// Imports a file of buyers.
pub fn import(
    import: &mut Import<'_, '_, '_>,
    path: &Path,
    progress: Progress<'_>,
) -> Result<FileReport, Problem> {
    let house_currency = import.book.house_currency();
    let mut repeats = Repeats::default();
    let mut columns = Columns::default();
    let mut independent: HashMap<i64, u64> = HashMap::new();
    let mut payer_lines: BTreeMap<i64, u64> = BTreeMap::new();
    let mut entities: HashMap<String, i64> = HashMap::new();
    for buyer in import.book.buyers.values().filter(|b| b.key.prospect.is_empty()) {
        entities.entry(buyer.legal_entity.clone()).or_insert(buyer.buyer_id);
    }
    let mut warnings = Vec::new();
    let report = import.read_table(path, &column::SCHEMA, progress, |import, record, report| {
        columns.note(record, &[column::DEPENDENT_BRANCH, column::PAYER]);
        let data = read(record, house_currency)?;
        let number = record.required(column::ACCOUNT)?;
        let (whose, is_prospect) = match number.strip_prefix('@') {
            Some(entity) => (prospect(import, record, entity, &entities)?, true),
            None => (account(import, record, number, &data)?, false),
        };
        let (buyer_id, key, became) = match whose {
            Whose::Known(id, key) => (id, key, false),
            Whose::New(key) => (buyer_add(import.tx, &key)?, key, false),
            Whose::Becomes(id, key) => {
                buyer_become_account(import.tx, id, &key)?;
                (id, key, true)
            }
            Whose::HasAccount(id) => {
                let account = import.book.buyers.get(&id).map(|b| b.key.to_string()).unwrap_or_default();
                let warning = record.problem(column::ACCOUNT, "warning-prospect-has-account");
                warn(&mut warnings, warning.with("account", account));
                report.same += 1;
                return Ok(());
            }
        };
        repeats.note((buyer_id, is_prospect), record, column::ACCOUNT)?;
        check_identifiers(record, &data, &mut warnings);
        let legal_entity = if is_prospect { key.prospect.clone() } else { data.legal_entity.clone() };
        let buyer = Buyer { buyer_id, key, legal_entity, ..data };
        let was_dependent = import.book.buyers.get(&buyer_id).is_some_and(|b| b.dependent_branch);
        if was_dependent && !buyer.dependent_branch {
            independent.insert(buyer_id, record.line());
        }
        if !buyer.payer.is_empty() {
            payer_lines.insert(buyer_id, record.line());
        }
        let valid_from = import.version_from(record.day(column::VALID_FROM)?);
        let recorded = buyer_put(import.tx, import.entry, valid_from, &buyer)?;
        // The account is news even where the prospect's data were just these.
        report.count(if became && recorded == Recorded::Same { Recorded::Changed } else { recorded });
        if !is_prospect && !buyer.legal_entity.is_empty() {
            warn_of_prospect(import, record, &buyer, &mut warnings);
            entities.entry(buyer.legal_entity.clone()).or_insert(buyer_id);
        }
        import.book.note_buyer(buyer);
        Ok(())
    })?;
    import.warnings.append(&mut warnings);
    check_still_dependent(import, &independent, &columns)?;
    check_payers(import, &payer_lines, &columns);
    Ok(report)
}

/// Whom a record means.
enum Whose {
    /// A buyer on record.
    Known(i64, AccountKey),
    /// Nobody known.
    New(AccountKey),
    /// A prospect that gets this account now (R1.9).
    Becomes(i64, AccountKey),
    /// A prospect that got its account before: the account's own record counts.
    HasAccount(i64),
}

fn read(record: &Record<'_>, house_currency: Option<Currency>) -> Result<Buyer, Problem> {
    let currency = record.currency(column::CURRENCY)?.or(house_currency);
    let currency = record.need(column::CURRENCY, currency)?;
    let or_default = |text: Option<&'static str>, default: &'static str| text.unwrap_or(default).to_owned();
    let text = |column: usize| record.text(column).to_owned();
    Ok(Buyer {
        buyer_id: 0,
        key: AccountKey::default(),
        name: text(column::NAME),
        country: country(record, column::COUNTRY)?.to_owned(),
        currency: currency.code().to_owned(),
        legal_entity: text(column::LEGAL_ENTITY),
        dependent_branch: record.boolean(column::DEPENDENT_BRANCH)?,
        category: or_default(record.one_of(column::CATEGORY)?, Category::Company.code()),
        vat_id: text(column::VAT_ID),
        register_no: text(column::REGISTER_NO),
        lei: text(column::LEI),
        payment_terms: text(column::PAYMENT_TERMS),
        credit_limit: not_negative(record, column::CREDIT_LIMIT, currency)?,
        bill_limit: not_negative(record, column::BILL_LIMIT, currency)?,
        limit_check: or_default(record.one_of(column::LIMIT_CHECK)?, LimitCheck::Lower.code()),
        credit_manager: text(column::CREDIT_MANAGER),
        payer: text(column::PAYER),
        information_date: record.day(column::INFORMATION_DATE)?,
        information_source: text(column::INFORMATION_SOURCE),
        risk_factors: text(column::RISK_FACTORS),
        postal_address: address_lines(record.text(column::POSTAL_ADDRESS)),
    })
}

/// A prospect `@LEGAL-ENTITY`: no branch, no account type.
fn prospect(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    entity: &str,
    entities: &HashMap<String, i64>,
) -> Result<Whose, Problem> {
    if entity.is_empty() {
        return Err(record.problem(column::ACCOUNT, "account-form").with("limit", ACCOUNT_MAX));
    }
    for part in [column::BRANCH, column::ACCOUNT_TYPE] {
        if !record.text(part).is_empty() {
            return Err(record.problem(part, "prospect-with-account"));
        }
    }
    let named = record.text(column::LEGAL_ENTITY);
    if !named.is_empty() && named != entity {
        return Err(record.problem(column::LEGAL_ENTITY, "prospect-entity").with("prospect", entity));
    }
    let key = AccountKey { prospect: entity.to_owned(), ..AccountKey::default() };
    Ok(match (import.book.keys.get(&key), entities.get(entity)) {
        (Some(id), _) => Whose::Known(*id, key),
        (None, Some(id)) => Whose::HasAccount(*id),
        (None, None) => Whose::New(key),
    })
}

/// An account: its form (R1.4), the parts left out filled in, and whether it is new or a prospect's.
fn account(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    number: &str,
    data: &Buyer,
) -> Result<Whose, Problem> {
    let (branch, account_type) = (record.text(column::BRANCH), record.text(column::ACCOUNT_TYPE));
    if number.chars().count() > ACCOUNT_MAX || number.contains('/') || number.chars().any(char::is_control) {
        return Err(record.problem(column::ACCOUNT, "account-form").with("limit", ACCOUNT_MAX));
    }
    if branch.len() > BRANCH_MAX || !branch.bytes().all(|b| b.is_ascii_digit()) {
        return Err(record.problem(column::BRANCH, "account-branch").with("limit", BRANCH_MAX));
    }
    if account_type.len() > ACCOUNT_TYPE_MAX || !account_type.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(record.problem(column::ACCOUNT_TYPE, "account-type").with("limit", ACCOUNT_TYPE_MAX));
    }
    let known = import.book.accounts_of(number);
    let branches = known.iter().filter(|(_, t, _)| account_type.is_empty() || t == account_type);
    let branches = branches.map(|(b, _, _)| b.as_str());
    let branch = if branch.is_empty() {
        // An address with branches of other account types is not without a branch.
        let found = only_one(record, column::BRANCH, number, branches)?;
        let any = || only_one(record, column::BRANCH, number, known.iter().map(|(b, _, _)| b.as_str()));
        match found {
            Some(branch) => branch,
            None => any()?.unwrap_or(FIRST_BRANCH),
        }
    } else {
        branch
    };
    let account_type = if account_type.is_empty() {
        let types = known.iter().filter(|(b, _, _)| b == branch).map(|(_, t, _)| t.as_str());
        let found = only_one(record, column::ACCOUNT_TYPE, &format!("{number}/{branch}"), types)?;
        record.need(column::ACCOUNT_TYPE, found)?
    } else {
        account_type
    };
    let key = AccountKey {
        account: number.to_owned(),
        branch: branch.to_owned(),
        account_type: account_type.to_owned(),
        prospect: String::new(),
    };
    if let Some(id) = import.book.keys.get(&key) {
        return Ok(Whose::Known(*id, key));
    }
    let prospect = AccountKey { prospect: data.legal_entity.clone(), ..AccountKey::default() };
    Ok(match import.book.keys.get(&prospect) {
        Some(id) if !data.legal_entity.is_empty() => Whose::Becomes(*id, key),
        _ => Whose::New(key),
    })
}

/// What fills in a part left out: the only one there is; several are offered (R1.4).
fn only_one<'a>(
    record: &Record<'_>,
    column: usize,
    number: &str,
    parts: impl Iterator<Item = &'a str>,
) -> Result<Option<&'a str>, Problem> {
    let mut parts: Vec<&str> = parts.collect();
    parts.sort_unstable();
    parts.dedup();
    match parts.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        several => {
            let choices: Vec<String> = several.iter().map(|part| format!("{number}/{part}")).collect();
            let problem = record.problem(column, "account-ambiguous").with("account", number);
            Err(problem.with("choices", choices.join(", ")))
        }
    }
}

/// Identifiers that cannot exist are reported and kept: ledgers are full of them.
fn check_identifiers(record: &Record<'_>, buyer: &Buyer, warnings: &mut Vec<Problem>) {
    let checks = [
        (column::VAT_ID, "vat_id", &buyer.vat_id, check_vat_id(&buyer.vat_id)),
        (
            column::REGISTER_NO,
            "register_no",
            &buyer.register_no,
            check_register_no(&buyer.country, &buyer.register_no),
        ),
        (column::LEI, "lei", &buyer.lei, check_lei(&buyer.lei)),
    ];
    for (at, scheme, text, checked) in checks {
        let Err(why) = checked else { continue };
        if text.is_empty() || why == IdentifierError::UnknownCountry {
            continue;
        }
        let expected = match &why {
            IdentifierError::WrongCheckDigit { expected: Some(digits) } => digits.clone(),
            _ => "none".to_owned(),
        };
        let warning = record.problem(at, "warning-identifier").with("scheme", scheme);
        warn(warnings, warning.with("why", why).with("expected", expected));
    }
}

/// A prospect whose legal entity had its account before: what was recorded of it stays its own.
fn warn_of_prospect(
    import: &Import<'_, '_, '_>,
    record: &Record<'_>,
    buyer: &Buyer,
    warnings: &mut Vec<Problem>,
) {
    let prospect = AccountKey { prospect: buyer.legal_entity.clone(), ..AccountKey::default() };
    if import.book.keys.get(&prospect).is_some_and(|id| *id != buyer.buyer_id) {
        let warning = record.problem(column::LEGAL_ENTITY, "warning-prospect-stays");
        warn(warnings, warning.with("prospect", &buyer.legal_entity).with("account", &buyer.key));
    }
}

fn warn(warnings: &mut Vec<Problem>, warning: Problem) {
    if warnings.len() < PROBLEMS_KEPT {
        warnings.push(warning);
    }
}

/// A co-insured account stays a dependent branch (R1.6).
fn check_still_dependent(
    import: &mut Import<'_, '_, '_>,
    independent: &HashMap<i64, u64>,
    columns: &Columns,
) -> Result<(), Problem> {
    if independent.is_empty() {
        return Ok(());
    }
    let covers = cover_all(import.tx, AsOf::NOW)?;
    // Covers that have ended by then bind nobody.
    let from = import.version_from(None);
    let mut lines: Vec<(&i64, &u64)> = independent.iter().collect();
    lines.sort_by_key(|(_, line)| **line);
    for (buyer, line) in lines {
        let rows = covers.get(buyer).map_or(&[][..], Vec::as_slice);
        let binds = rows.iter().enumerate().any(|(n, row)| {
            let next = rows.get(n + 1).map(|next| next.cover.valid_from.plus_days(-1));
            let last = [row.cover.valid_until, next].into_iter().flatten().min().unwrap_or(Day::LAST);
            row.cover.kind == CoverKind::CoInsured && last >= from
        });
        if binds {
            let account = import.book.buyers.get(buyer).map(|b| b.key.to_string()).unwrap_or_default();
            let problem = columns.problem(*line, column::DEPENDENT_BRANCH, "false", "buyer-is-co-insured");
            import.refusal.push(problem.with("account", account));
        }
    }
    Ok(())
}
