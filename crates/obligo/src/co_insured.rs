//! Co-insured customers (R1.6): a legally dependent branch without a sum of its own is insured under another account.

use crate::buyer_trail::{FieldValues, buyer_fields, cover_fields};
use crate::import::book::Book;
use crate::import::{ImportReport, Refusal};
use crate::one_row::{OneRow, record, record_together};
use crate::session::Session;
use crate::snapshot::Snapshot;
use obligo_rules::calendar::Day;
use obligo_rules::codes::CoverKind;
use obligo_rules::cover::cover_at;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::as_of::AsOf;
use obligo_store::buyer::AccountKey;
use obligo_store::cover::cover_of;

/// An account as typed: number, branch and account type, or all of it as `10021/0/D`. Branch and account type may be left out where there is
/// only one (R1.4).
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct TypedAccount {
    /// Address number.
    pub account: String,
    /// Branch.
    pub branch: String,
    /// Account type.
    pub account_type: String,
}

impl TypedAccount {
    /// The three parts; a number with slashes is the whole account, unless a part is typed beside it.
    #[must_use]
    pub fn new(account: &str, branch: &str, account_type: &str) -> TypedAccount {
        let mut parts = account.splitn(3, '/').map(str::trim);
        let mut part = |typed: &str| {
            let of_whole = parts.next().unwrap_or("");
            if typed.is_empty() { of_whole.to_owned() } else { typed.to_owned() }
        };
        TypedAccount { account: part(""), branch: part(branch), account_type: part(account_type) }
    }

    fn find(&self, book: &Book) -> Result<(i64, AccountKey), Problem> {
        let id = book.account(&self.account, &self.branch, &self.account_type)?;
        Ok((id, book.buyers.get(&id).map(|buyer| buyer.key.clone()).unwrap_or_default()))
    }
}

/// Who is to be co-insured under whom. Empty fields of the heading are filled in.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct CoInsuredRequest {
    /// The master company that keeps the insurance data; may be empty.
    pub company: String,
    /// Code of the insurer; may be empty.
    pub insurer: String,
    /// Internal number of the policy; may be empty.
    pub policy: String,
    /// The insured customer.
    pub main: TypedAccount,
    /// The co-insured customer.
    pub account: TypedAccount,
    /// Its own credit limit as files have it; empty = as it is.
    pub credit_limit: String,
    /// Date of the last information, ISO; empty = as it is.
    pub information_date: String,
    /// First day, ISO.
    pub valid_from: String,
    /// Why; may be empty.
    pub reason: String,
}

/// Insures a branch under another account, and keeps its credit limit and information date, in one transaction. Returns the main account
/// too. Errors: `company-not-found`, `co-insured-not-master`, `account-not-found`, `account-ambiguous`, `co-insured-main-not-insured`,
/// `co-insured-other-policy`, and those of importing a cover: `cover-not-dependent`, `cover-under-co-insured`, `cover-under-itself`,
/// `cover-kind-changes-while-insured`. Role: manager.
pub fn add(session: &mut Session, request: &CoInsuredRequest) -> Result<(ImportReport, AccountKey), Refusal> {
    let today = session.today();
    let (main, account, buyer) = session.read(|tx| {
        let book = Book::load(tx)?;
        check_company(&book, &request.company)?;
        let (main_id, main) = request.main.find(&book)?;
        let (id, account) = request.account.find(&book)?;
        check_policy(tx, request, main_id, &main, today)?;
        Ok((main, account, book.buyers.get(&id).cloned().unwrap_or_default()))
    })?;
    let under = main.to_string();
    let mut cover = key_fields(&account);
    cover.extend([
        ("kind", CoverKind::CoInsured.code().to_owned()),
        ("co_insured_under", under),
        ("valid_from", request.valid_from.clone()),
    ]);
    let mut data = key_fields(&account);
    for (column, known) in buyer_fields(&buyer) {
        let typed = match column {
            "credit_limit" => &request.credit_limit,
            "information_date" => &request.information_date,
            _ => "",
        };
        data.push((column, if typed.is_empty() { known } else { typed.to_owned() }));
    }
    let (cover, data) = (borrowed(&cover), borrowed(&data));
    let row = |kind, fields| OneRow { kind, fields, reason: &request.reason, companies: None };
    let is_changed = !request.credit_limit.is_empty() || !request.information_date.is_empty();
    let report = if is_changed {
        record_together(session, &[row("covers", &cover), row("buyers", &data)])?
    } else {
        record(session, row("covers", &cover))?
    };
    Ok((report, main))
}

/// Ends the cover of a co-insured account after `last_day`. Errors: `account-not-found`, `co-insured-not`, and those of importing a cover.
/// Role: manager.
pub fn end(
    session: &mut Session,
    account: &TypedAccount,
    last_day: Day,
    reason: &str,
) -> Result<ImportReport, Refusal> {
    let mut fields = session.read(|tx| {
        let (id, key) = account.find(&Book::load(tx)?)?;
        let rows = cover_of(tx, id)?;
        let covers: Vec<_> = rows.iter().map(|row| row.cover.clone()).collect();
        let of_day = cover_at(&covers, last_day).filter(|cover| cover.kind == CoverKind::CoInsured);
        let row = rows.iter().find(|row| of_day == Some(&row.cover));
        let row = row
            .ok_or_else(|| Problem::refused("co-insured-not").with("account", &key).with("date", last_day))?;
        let snapshot = Snapshot::load(tx, AsOf::at(Day::LAST))?;
        let mut fields = key_fields(&key);
        fields.extend(cover_fields(&snapshot, row));
        fields.push(("valid_from", row.cover.valid_from.to_string()));
        Ok(fields)
    })?;
    fields.retain(|(column, _)| *column != "valid_until");
    fields.push(("valid_until", last_day.to_string()));
    record(session, OneRow { kind: "covers", fields: &borrowed(&fields), reason, companies: None })
}

fn borrowed(fields: &FieldValues) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn key_fields(key: &AccountKey) -> FieldValues {
    vec![
        ("account", key.account.clone()),
        ("branch", key.branch.clone()),
        ("account_type", key.account_type.clone()),
    ]
}

/// The company named keeps the insurance data of its group (R1.1).
fn check_company(book: &Book, code: &str) -> Result<(), Problem> {
    if code.is_empty() {
        return Ok(());
    }
    let company = book.companies.get(code);
    let company = company.ok_or_else(|| Problem::refused("company-not-found").with("company", code))?;
    if !company.insured_group.is_empty() && !company.master {
        let of_group = book.companies.values().find(|c| c.master && c.insured_group == company.insured_group);
        let master = of_group.map_or("none", |c| c.company.as_str());
        return Err(Problem::refused("co-insured-not-master").with("company", code).with("master", master));
    }
    Ok(())
}

/// The insured customer has cover of its own under the policy of the heading.
fn check_policy(
    tx: &Tx<'_>,
    request: &CoInsuredRequest,
    main_id: i64,
    main: &AccountKey,
    today: Day,
) -> Result<(), Problem> {
    // A day that cannot be read is refused by the import, with its text. One in the past is looked at as of today: main buyers are
    // tested at each key date.
    let day = Day::parse_iso(&request.valid_from).map_or(today, |day| day.max(today));
    let covers: Vec<_> = cover_of(tx, main_id)?.into_iter().map(|row| row.cover).collect();
    let Some(cover) = cover_at(&covers, day) else {
        return Err(Problem::refused("co-insured-main-not-insured").with("account", main).with("date", day));
    };
    let Some(number) = cover.policy else {
        // Under an account that is itself co-insured, the import refuses it.
        return match cover.kind {
            CoverKind::CoInsured => Ok(()),
            _ => Err(Problem::refused("co-insured-main-not-insured").with("account", main).with("date", day)),
        };
    };
    let codes = obligo_store::policy::policy_codes(tx)?;
    let code = codes.get(&number).map_or("", String::as_str);
    let (insurer, id) = code.split_once('/').unwrap_or((code, ""));
    let differs = |typed: &str, known: &str| !typed.is_empty() && typed != known;
    if differs(&request.insurer, insurer) || differs(&request.policy, id) {
        let typed = [&request.insurer, &request.policy].map(String::as_str);
        let typed = typed.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/");
        let problem = Problem::refused("co-insured-other-policy").with("account", main);
        return Err(problem.with("policy", code).with("typed", typed));
    }
    Ok(())
}
