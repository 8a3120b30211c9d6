//! A request as a handler sees it: who asks, in which language, with what.

use super::house::House;
use crate::access::roles::Permission;
use crate::access::tokens::Bearer;
use crate::access::users::User;
use crate::portfolio::{Freshness, Portfolio};
use crate::session::Session;
use crate::words::Words;
use obligo_rules::calendar::Day;
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::NamedTempFile;

/// Who asks.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// The user; `None` for a stranger.
    pub user: Option<User>,
    /// The token, which narrows what the user may; `None` for people at a browser.
    pub bearer: Option<Bearer>,
    /// The secret its forms carry; empty for strangers and tokens.
    pub form_key: String,
    /// Secret of the session's cookie, for signing out.
    pub session_secret: String,
}

impl Caller {
    /// Whether nobody is signed in.
    #[must_use]
    pub fn is_stranger(&self) -> bool {
        self.user.is_none()
    }

    /// Sign-in name; empty for a stranger.
    #[must_use]
    pub fn name(&self) -> &str {
        self.user.as_ref().map_or("", |user| user.name.as_str())
    }

    /// Whether the caller has a permission.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        match (&self.bearer, &self.user) {
            (Some(bearer), _) => bearer.may(permission),
            (None, Some(user)) => user.may(permission),
            (None, None) => false,
        }
    }

    /// Whether the caller has a permission for what concerns the whole insured group, such as master data.
    #[must_use]
    pub fn may_for_group(&self, permission: Permission) -> bool {
        self.may(permission) && self.sees_whole_group()
    }

    /// Company codes the caller may see; `None` for all.
    #[must_use]
    pub fn companies(&self) -> Option<&BTreeSet<String>> {
        self.user.as_ref().and_then(|user| user.companies.as_ref())
    }

    /// Whether the caller may see the items of a company.
    #[must_use]
    pub fn sees_company(&self, company: &str) -> bool {
        self.user.as_ref().is_some_and(|user| user.sees_company(company))
    }

    /// Whether the caller may see every company.
    #[must_use]
    pub fn sees_whole_group(&self) -> bool {
        self.user.as_ref().is_some_and(|user| user.companies.is_none())
    }
}

/// A file of a form, on disk for as long as the call.
#[derive(Debug)]
pub struct Upload {
    /// Field of the form.
    pub field: String,
    /// Name the sender gave it, without folders; for showing only.
    pub name: String,
    /// Where it lies.
    pub file: NamedTempFile,
    /// Bytes.
    pub size: u64,
}

/// See the module.
pub struct Call {
    /// What all requests share.
    pub house: Arc<House>,
    /// Who asks.
    pub caller: Caller,
    /// How its language writes.
    pub words: &'static Words,
    /// Now, ISO 8601 in UTC.
    pub now: String,
    /// Path with its query, as asked.
    pub address: String,
    /// Address of the sender, for the rate limit on sign-in.
    pub remote: String,
    /// Variable parts of the path.
    pub(super) path: BTreeMap<String, String>,
    /// Fields of the query.
    pub(super) query: Vec<(String, String)>,
    /// Fields of a form.
    pub(super) fields: Vec<(String, String)>,
    /// Files of a form.
    pub(super) uploads: Vec<Upload>,
    /// JSON body, if one was sent.
    pub(super) json: Option<Value>,
    /// Body of another type (CSV), on disk.
    pub(super) raw: Option<Upload>,
    /// `Idempotency-Key`, or what a form carries instead.
    pub(super) idempotency_key: Option<String>,
    /// `If-Match`.
    pub(super) if_match: Option<String>,
    /// `Host`.
    pub(super) host: String,
    /// Cookies.
    pub(super) cookies: Vec<(String, String)>,
    /// `Accept`.
    pub(super) accept: String,
}

impl Call {
    /// A variable part of the path.
    #[must_use]
    pub fn path(&self, name: &str) -> &str {
        self.path.get(name).map_or("", String::as_str)
    }

    /// A field of the query, trimmed; `None` if absent or empty.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }

    /// All values of a field of the query, empty ones left out.
    pub fn queries<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of_name = self.query.iter().filter(move |(n, _)| n == name);
        of_name.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Every field of the query.
    #[must_use]
    pub fn query_fields(&self) -> &[(String, String)] {
        &self.query
    }

    /// A field of the form, trimmed; `None` if absent or empty.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        first(&self.fields, name)
    }

    /// A field of the form just as typed, for passwords; empty if absent.
    #[must_use]
    pub fn secret_field(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }

    /// A cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone())
    }

    /// Every field of the form, without the ones the frame adds.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.fields.iter().filter(|(name, _)| name != "form_key" && name != "once");
        own.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Takes the files of a field out of the call.
    pub fn take_uploads(&mut self, field: &str) -> Vec<Upload> {
        let (of_field, rest) = std::mem::take(&mut self.uploads).into_iter().partition(|u| u.field == field);
        self.uploads = rest;
        of_field
    }

    /// The JSON body. Error: `body-json-missing` (usage).
    pub fn json(&self) -> Result<&Value, Problem> {
        self.json.as_ref().ok_or_else(|| Problem::usage("body-json-missing"))
    }

    /// A body that is neither a form nor JSON, such as CSV. Error: `body-missing` (usage).
    pub fn take_raw(&mut self) -> Result<Upload, Problem> {
        self.raw.take().ok_or_else(|| Problem::usage("body-missing"))
    }

    /// Whether the caller asked for this media type.
    #[must_use]
    pub fn accepts(&self, media_type: &str) -> bool {
        self.accept.split(',').any(|one| one.split(';').next().is_some_and(|t| t.trim() == media_type))
    }

    /// What `If-Match` names, without its quotes.
    #[must_use]
    pub fn if_match(&self) -> Option<&str> {
        self.if_match.as_deref()
    }

    /// The signed-in user. Error: `sign-in-needed` (forbidden).
    pub fn user(&self) -> Result<&User, Problem> {
        self.caller.user.as_ref().ok_or_else(|| Problem::forbidden("sign-in-needed"))
    }

    /// A session of the caller: it acts under its name, and a repeated request is done once.
    #[must_use]
    pub fn session(&self) -> Session {
        let actor =
            if self.caller.is_stranger() { "obligo".to_owned() } else { self.caller.name().to_owned() };
        let mut session = Session::over(Arc::clone(&self.house.store), actor, self.now.clone());
        // Keys of several senders must differ.
        session.idempotency_key =
            self.idempotency_key.as_ref().map(|key| format!("{}:{key}", self.caller.name()));
        session
    }

    /// The address people reach the house under, as they reached it now where none is set; without a slash at its end.
    #[must_use]
    pub fn house_address(&self) -> String {
        let set = self.house.settings.public_address.trim_end_matches('/');
        if set.is_empty() { format!("http://{}", self.host) } else { set.to_owned() }
    }

    /// Today, in UTC.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.get(..10).and_then(Day::parse_iso).unwrap_or(Day::LAST)
    }

    /// The portfolio of today, and whether newer entries are still being worked in.
    pub fn portfolio(&self) -> Result<(Arc<Portfolio>, Freshness), Problem> {
        self.house.keeper.current(self.today())
    }

    /// A date of the query. Error: `query-date` (usage).
    pub fn query_day(&self, name: &str) -> Result<Option<Day>, Problem> {
        let read = |text: &str| {
            self.words
                .parse_date(text)
                .ok_or_else(|| Problem::usage("query-date").with("field", name).of_value(text))
        };
        self.query(name).map(read).transpose()
    }

    /// A date of the form, in ISO form or as the language writes it. Error: `query-date` (usage).
    pub fn field_day(&self, name: &str) -> Result<Option<Day>, Problem> {
        let read = |text: &str| {
            self.words
                .parse_date(text)
                .ok_or_else(|| Problem::usage("query-date").with("field", name).of_value(text))
        };
        self.field(name).map(read).transpose()
    }

    /// A whole number of the query at least `least`; `otherwise` where there is none. Error: `query-number` (usage).
    pub fn query_number(&self, name: &str, least: u64, otherwise: u64) -> Result<u64, Problem> {
        let Some(text) = self.query(name) else { return Ok(otherwise) };
        let number = text.parse().ok().filter(|n: &u64| *n >= least);
        number.ok_or_else(|| {
            Problem::usage("query-number").with("field", name).with("least", least).of_value(text)
        })
    }

    /// Refuses a caller without the permission, where a route serves several. Error: `role-missing` (forbidden).
    pub fn require(&self, permission: Permission) -> Result<(), Problem> {
        if self.caller.may(permission) { Ok(()) } else { Err(Problem::forbidden("role-missing")) }
    }

    /// Where files of this call may lie beside each other.
    pub fn folder(&self) -> Result<tempfile::TempDir, Problem> {
        tempfile::tempdir().map_err(|error| Problem::unavailable("server-folder").with("why", error))
    }

    /// Path of an upload.
    #[must_use]
    pub fn path_of(upload: &Upload) -> PathBuf {
        upload.file.path().to_owned()
    }
}

fn first<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let value = fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.trim());
    value.filter(|value| !value.is_empty())
}
