//! A form that is one row of a file of master data, and refuses to overwrite what somebody else changed meanwhile.

use crate::import::Refusal;
use crate::one_row::{OneRow, record};
use crate::serve::{Call, Page, Reply, http_status};
use crate::session::sha256_hex;
use crate::web::parts::{Field, form, problem_box};
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use obligo_store::Tx;

/// What a record says, one value per field.
pub type Values = Vec<String>;

/// A kind of master data with its form.
pub struct Form {
    /// KIND of the interchange contract.
    pub kind: &'static str,
    /// Its columns in the form.
    pub fields: &'static [&'static str],
    /// Where one goes when it is saved.
    pub list: &'static str,
    /// The message that names that list.
    pub list_title: &'static str,
    /// What the record of this code says now, one value per field; `None` if there is none.
    pub now: fn(&Tx<'_>, &str) -> Result<Option<Values>, Problem>,
}

/// A version of a record: what it says, as a hash. A new one has none.
fn version(values: Option<&[String]>) -> String {
    values.map_or_else(String::new, |values| sha256_hex(values.join("\u{1f}").as_bytes())[..16].to_owned())
}

/// The form of one record under way.
pub struct Drawn<'c> {
    form: &'static Form,
    call: &'c Call,
    now: Option<Values>,
    was_sent: bool,
}

impl Drawn<'_> {
    /// Whether the record is on file.
    pub fn is_known(&self) -> bool {
        self.now.is_some()
    }

    /// What a field shows: what was typed, before that what the record says.
    pub fn value(&self, name: &str) -> String {
        if self.was_sent {
            return self.call.field(name).unwrap_or("").to_owned();
        }
        let mut known = self.form.fields.iter().zip(self.now.iter().flatten());
        known.find(|(field, _)| **field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The page; below the fields given stand those that every such record has.
    pub fn page(&self, title: String, told: &Markup, fields: &Markup) -> Page {
        let (call, words, list) = (self.call, self.call.words, self.form.list);
        let version = if self.was_sent {
            call.field("version").unwrap_or("").to_owned()
        } else {
            version(self.now.as_deref())
        };
        let fields = html! {
            input type="hidden" name="version" value=(version);
            (fields)
            (Field::new("postal_address", &words.text("master-postal-address"), &self.value("postal_address")).hint(&words.text("master-postal-address-hint")).area(4))
            (Field::new("why", &words.text("master-why"), call.field("why").unwrap_or("")).text("text"))
            button.primary type="submit" { (words.text("master-save")) }
        };
        let body = html! {
            p.trail { a href=(list) { (words.text(self.form.list_title)) } }
            h1 { (title) }
            (told)
            section.card { (form(&call.caller, &format!("{list}/edit"), &fields)) }
        };
        Page::new(self.form.kind, title, body)
    }
}

impl Form {
    /// The form of the record that the address or what was typed names.
    pub fn draw<'c>(&'static self, call: &'c Call) -> Result<Drawn<'c>, Problem> {
        let typed = self.fields.first().and_then(|name| call.field(name));
        let code = typed.or_else(|| call.query(self.fields.first()?)).unwrap_or("").to_owned();
        let now = call.house.store.read(|tx| (self.now)(tx, &code))?;
        Ok(Drawn { form: self, call, now, was_sent: typed.is_some() })
    }

    /// Saves what was typed; where it is refused, `again` draws the form with what was typed and the problems above it.
    pub fn save(
        &self,
        call: &Call,
        again: impl Fn(&Markup) -> Result<Page, Problem>,
    ) -> Result<Reply, Problem> {
        match self.saved(call) {
            Ok(()) => Ok(Reply::See(format!("{}?done=done-saved", self.list))),
            Err(refusal) => {
                let status = refusal.problems.first().map_or(422, http_status);
                let told = html! { @for problem in &refusal.problems { (problem_box(call.words, problem)) } };
                Ok(Reply::Page(again(&told)?.with_status(status)))
            }
        }
    }

    fn saved(&self, call: &Call) -> Result<(), Refusal> {
        let fields: Vec<(&str, &str)> =
            self.fields.iter().filter_map(|name| call.field(name).map(|value| (*name, value))).collect();
        let code = self.fields.first().and_then(|name| call.field(name)).unwrap_or("").to_owned();
        let (now, seen) = (self.now, call.field("version").unwrap_or("").to_owned());
        let mut session = call.session();
        session.precondition = Some(Box::new(move |tx| {
            let is_same = version(now(tx, &code)?.as_deref()) == seen;
            if is_same { Ok(()) } else { Err(Problem::forbidden("record-changed")) }
        }));
        let why = call.field("why").unwrap_or("");
        record(&mut session, OneRow { kind: self.kind, fields: &fields, reason: why, companies: None })?;
        Ok(())
    }
}
