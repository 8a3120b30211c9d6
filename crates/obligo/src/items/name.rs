//! How people name an item, and finding it by its name.

use obligo_rules::calendar::Day;
use obligo_rules::codes::ItemKind;
use obligo_rules::problem::Problem;
use obligo_store::Tx;
use obligo_store::buyer::AccountKey;
use obligo_store::company::company_id;
use obligo_store::item::{item_find, item_get};
use std::collections::HashMap;

/// How a person names an item: `COMPANY/DOCUMENT/KIND`, with the account where that is not unique:
/// `COMPANY/DOCUMENT/KIND@ACCOUNT/BRANCH/TYPE`. A document number may itself hold slashes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemName {
    /// Company code.
    pub company: String,
    /// Document number.
    pub document_no: String,
    /// Kind, if named.
    pub kind: Option<ItemKind>,
    /// Account, if named.
    pub account: Option<AccountKey>,
}

impl ItemName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<ItemName, Problem> {
        let wrong = || Problem::usage("item-name").of_value(text);
        let (document, account) = match text.rsplit_once('@') {
            Some((document, account)) => (document, Some(account_key(account).ok_or_else(wrong)?)),
            None => (text, None),
        };
        let (company, rest) = document.split_once('/').ok_or_else(wrong)?;
        let (document_no, kind) = match rest.rsplit_once('/').map(|(no, kind)| (no, ItemKind::parse(kind))) {
            Some((no, Some(kind))) => (no, Some(kind)),
            _ => (rest, None),
        };
        if company.is_empty() || document_no.is_empty() {
            return Err(wrong());
        }
        Ok(ItemName { company: company.to_owned(), document_no: document_no.to_owned(), kind, account })
    }

    /// The items of this name, by the store's number, each with a name that is its alone. Errors: `item-company-not-found`,
    /// `account-not-found`.
    pub fn choices(&self, tx: &Tx<'_>) -> Result<Vec<(i64, ItemName)>, Problem> {
        let Some(company) = company_id(tx, &self.company)? else {
            return Err(Problem::refused("item-company-not-found").with("company", &self.company));
        };
        let buyer = match &self.account {
            Some(key) => {
                let keys = obligo_store::buyer::buyer_keys(tx)?;
                Some(
                    *keys
                        .get(key)
                        .ok_or_else(|| Problem::refused("account-not-found").with("account", key))?,
                )
            }
            None => None,
        };
        let mut found: Vec<(i64, ItemKind, i64)> = Vec::new();
        item_find(tx, company, &self.document_no, self.kind, buyer, |row| {
            found.push((row.item_id, row.facts.kind, row.facts.buyer_id));
            Ok(())
        })?;
        if found.len() < 2 {
            return Ok(found.into_iter().map(|(id, ..)| (id, self.clone())).collect());
        }
        let keys = obligo_store::buyer::buyer_keys(tx)?;
        let accounts: HashMap<i64, AccountKey> = keys.into_iter().map(|(key, id)| (id, key)).collect();
        let alike = |kind: ItemKind| found.iter().filter(|(_, other, _)| *other == kind).count() > 1;
        let choices = found.iter().map(|(id, kind, buyer)| {
            // The account only where the kind does not tell them apart.
            let account = accounts.get(buyer).filter(|_| alike(*kind)).cloned();
            (*id, ItemName { kind: Some(*kind), account, ..self.clone() })
        });
        Ok(choices.collect())
    }

    /// The store's number of the item. Errors: `item-not-found`, `item-ambiguous` that names the choices (R1.4), those of
    /// [`ItemName::choices`].
    pub fn resolve(&self, tx: &Tx<'_>) -> Result<i64, Problem> {
        let shown = self.to_string();
        match self.choices(tx)?.as_slice() {
            [] => Err(Problem::refused("item-not-found").with("item", shown)),
            [(id, _)] => Ok(*id),
            several => {
                let choices: Vec<String> = several.iter().map(|(_, name)| name.to_string()).collect();
                Err(Problem::refused("item-ambiguous")
                    .with("item", shown)
                    .with("choices", choices.join(", ")))
            }
        }
    }
}

impl std::fmt::Display for ItemName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.company, self.document_no)?;
        if let Some(kind) = self.kind {
            write!(f, "/{}", kind.code())?;
        }
        if let Some(account) = &self.account {
            write!(f, "@{account}")?;
        }
        Ok(())
    }
}

/// Reads `ACCOUNT/BRANCH/TYPE`.
#[must_use]
pub fn account_key(text: &str) -> Option<AccountKey> {
    if let Some(prospect) = text.strip_prefix('@') {
        return Some(AccountKey { prospect: prospect.to_owned(), ..AccountKey::default() });
    }
    let mut parts = text.split('/');
    let (account, branch, account_type) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || account.is_empty() {
        return None;
    }
    Some(AccountKey {
        account: account.to_owned(),
        branch: branch.to_owned(),
        account_type: account_type.to_owned(),
        prospect: String::new(),
    })
}

/// The name of the item with this number, for messages.
pub fn item_name(tx: &Tx<'_>, item_id: i64) -> Result<String, Problem> {
    let companies = obligo_store::company::company_all(tx, obligo_store::as_of::AsOf::at(Day::LAST))?;
    let mut name = item_id.to_string();
    item_get(tx, item_id, |row| {
        let company = companies.get(&row.facts.company_id).map_or("?", |c| c.company.as_str());
        name = format!("{company}/{}/{}", row.facts.document_no, row.facts.kind.code());
        Ok(())
    })?;
    Ok(name)
}
