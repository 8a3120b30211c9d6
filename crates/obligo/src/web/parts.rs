//! What pages are put together from: forms and their fields, tables, notices, amounts, links.

use crate::serve::{Call, Caller};
use crate::words::Words;
use maud::{Markup, PreEscaped, html};
use obligo_rules::problem::Problem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

/// Everything but what a path segment may hold as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as one segment of a path.
#[must_use]
pub fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// Address of a buyer's page: `account` as `10021/0/D`, or `@ENTITY` for a prospect.
#[must_use]
pub fn buyer_address(account: &str) -> String {
    format!("/buyers/{}", segment(account))
}

/// Address of an item's page: `item` as `COMPANY/DOCUMENT/KIND`.
#[must_use]
pub fn item_address(item: &str) -> String {
    format!("/items/{}", segment(item))
}

/// A problem with what to do about it.
#[must_use]
pub fn problem_box(words: &Words, problem: &Problem) -> Markup {
    let (text, remedy) = words.problem(problem);
    html! {
        div.notice.bad role="alert" {
            p { strong { (text) } }
            @if let Some(remedy) = remedy { p { (remedy) } }
        }
    }
}

/// A form that posts, with the key of the session and a key that makes sending it twice do it once.
#[must_use]
pub fn form(caller: &Caller, action: &str, body: &Markup) -> Markup {
    html! {
        form action=(action) method="post" { (keys(caller)) (body) }
    }
}

/// A form that posts files.
#[must_use]
pub fn file_form(caller: &Caller, action: &str, body: &Markup) -> Markup {
    html! {
        form action=(action) method="post" enctype="multipart/form-data" { (keys(caller)) (body) }
    }
}

/// The hidden fields every posting form carries.
#[must_use]
pub fn keys(caller: &Caller) -> Markup {
    let mut random = [0_u8; 16];
    // Without chance the form only loses its protection against being sent twice.
    let once = getrandom::fill(&mut random).map(|()| crate::session::hex(&random)).unwrap_or_default();
    html! {
        input type="hidden" name="form_key" value=(caller.form_key);
        input type="hidden" name="once" value=(once);
    }
}

/// A field of a form: its label, and under it a hint.
#[derive(Clone, Copy, Debug)]
pub struct Field<'f> {
    /// Name in the form.
    pub name: &'f str,
    /// Label, in the reader's language.
    pub label: &'f str,
    /// Value shown.
    pub value: &'f str,
    /// Hint under it; may be empty.
    pub hint: &'f str,
    /// Whether it must be filled in.
    pub required: bool,
    /// What browsers and password managers may fill it with (`username`, `new-password`); may be empty.
    pub autocomplete: &'f str,
    /// What is wrong with it; may be empty.
    pub wrong: &'f str,
    /// What tells it from the same field of another form on the page; may be empty.
    pub of: &'f str,
}

impl<'f> Field<'f> {
    /// A field that may stay empty.
    #[must_use]
    pub fn new(name: &'f str, label: &'f str, value: &'f str) -> Field<'f> {
        Field { name, label, value, hint: "", required: false, autocomplete: "", wrong: "", of: "" }
    }

    /// The same, of one of several like forms on the page.
    #[must_use]
    pub fn of(self, of: &'f str) -> Field<'f> {
        Field { of, ..self }
    }

    /// The same, to be filled in.
    #[must_use]
    pub fn required(self) -> Field<'f> {
        Field { required: true, ..self }
    }

    /// The same, with a hint.
    #[must_use]
    pub fn hint(self, hint: &'f str) -> Field<'f> {
        Field { hint, ..self }
    }

    /// The same, for browsers to fill in.
    #[must_use]
    pub fn autocomplete(self, autocomplete: &'f str) -> Field<'f> {
        Field { autocomplete, ..self }
    }

    /// The same, saying what is wrong with what was typed.
    #[must_use]
    pub fn wrong(self, wrong: &'f str) -> Field<'f> {
        Field { wrong, ..self }
    }

    fn around(&self, input: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.id()) { (self.label) @if self.required { span.must aria-hidden="true" { " *" } } }
                (input)
                (self.notes())
            }
        }
    }

    /// Hint and what is wrong, under the input.
    fn notes(&self) -> Markup {
        html! {
            @if !self.hint.is_empty() { small id=(self.hint_id()) { (self.hint) } }
            @if !self.wrong.is_empty() { small.bad-text id=(self.wrong_id()) { strong { (self.wrong) } } }
        }
    }

    fn is_wrong(&self) -> Option<&'static str> {
        (!self.wrong.is_empty()).then_some("true")
    }

    fn id_of(&self, what: &str) -> String {
        if self.of.is_empty() {
            format!("{what}-{}", self.name)
        } else {
            format!("{what}-{}-{}", self.name, self.of)
        }
    }

    fn id(&self) -> String {
        self.id_of("field")
    }

    fn hint_id(&self) -> String {
        self.id_of("hint")
    }

    fn wrong_id(&self) -> String {
        self.id_of("wrong")
    }

    fn described_by(&self) -> Option<String> {
        match (self.hint.is_empty(), self.wrong.is_empty()) {
            (true, true) => None,
            (false, true) => Some(self.hint_id()),
            (true, false) => Some(self.wrong_id()),
            (false, false) => Some(format!("{} {}", self.wrong_id(), self.hint_id())),
        }
    }

    /// One line of text. `kind` is the type of the input: `text`, `search`, `email`, `password`, `number`.
    #[must_use]
    pub fn text(&self, kind: &str) -> Markup {
        self.around(&html! {
            input id=(self.id()) type=(kind) name=(self.name) value=(self.value) required[self.required]
                autocomplete=[Some(self.autocomplete).filter(|a| !a.is_empty())] aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()];
        })
    }

    /// An amount as the language writes it.
    #[must_use]
    pub fn amount(&self, words: &Words) -> Markup {
        let shown = words.number(self.value);
        self.around(&html! {
            input.amount id=(self.id()) type="text" inputmode="decimal" name=(self.name) value=(shown)
                required[self.required] aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()];
        })
    }

    /// A date; the value in ISO form.
    #[must_use]
    pub fn date(&self) -> Markup {
        self.around(&html! {
            input id=(self.id()) type="date" name=(self.name) value=(self.value) required[self.required]
                aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()];
        })
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(&self, rows: u32) -> Markup {
        self.around(&html! {
            textarea id=(self.id()) name=(self.name) rows=(rows) required[self.required]
                aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()] { (self.value) }
        })
    }

    /// One of several: pairs of value and text.
    #[must_use]
    pub fn select(&self, choices: &[(String, String)]) -> Markup {
        self.around(&html! {
            select id=(self.id()) name=(self.name) required[self.required] aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()] {
                @for (value, text) in choices {
                    option value=(value) selected[value == self.value] { (text) }
                }
            }
        })
    }

    /// A file.
    #[must_use]
    pub fn file(&self, accept: &str, multiple: bool) -> Markup {
        self.around(&html! {
            input id=(self.id()) type="file" name=(self.name) accept=(accept) multiple[multiple] required[self.required]
                aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()];
        })
    }

    /// A look-up that finds as you type: `source` answers `?q=` with rows of value, text and note (`/lookup/buyers`).
    #[must_use]
    pub fn lookup(&self, source: &str) -> Markup {
        self.around(&html! {
            input id=(self.id()) type="text" name=(self.name) value=(self.value) required[self.required]
                autocomplete="off" data-lookup=(source) aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()];
        })
    }

    /// A box to tick; sends `true`.
    #[must_use]
    pub fn check(&self) -> Markup {
        html! {
            div.field.check {
                input id=(self.id()) type="checkbox" name=(self.name) value="true" checked[self.value == "true"]
                    aria-describedby=[self.described_by()] aria-invalid=[self.is_wrong()];
                label for=(self.id()) { (self.label) }
                (self.notes())
            }
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Heading, in the reader's language.
    pub heading: String,
    /// Whether it holds numbers, set flush right.
    pub is_number: bool,
    /// Address that orders the table by it; none where it cannot.
    pub order_by: Option<String>,
    /// `ascending` or `descending` where the table is ordered by it.
    pub ordered: Option<&'static str>,
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn text(heading: impl Into<String>) -> Column {
        Column { heading: heading.into(), is_number: false, order_by: None, ordered: None }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(heading: impl Into<String>) -> Column {
        Column { is_number: true, ..Column::text(heading) }
    }
}

/// A table in a box that scrolls by itself where the window is narrow. `rows` holds `td` cells, those of number columns made with
/// [`amount_cell`]; `foot` may be empty. Without rows `empty` is shown instead.
#[must_use]
pub fn table(caption: &str, columns: &[Column], rows: &[Markup], foot: &Markup, empty: &str) -> Markup {
    if rows.is_empty() {
        return html! { p.empty { (empty) } };
    }
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr {
                    @for column in columns {
                        th scope="col" class=[column.is_number.then_some("number")] aria-sort=[column.ordered] {
                            @if let Some(address) = &column.order_by { a href=(address) { (column.heading) } }
                            @else { (column.heading) }
                        }
                    }
                } }
                tbody { @for row in rows { tr { (row) } } }
                @if !foot.0.is_empty() { tfoot { (foot) } }
            }
        }
    }
}

/// An amount for a figure: in a narrow box it breaks between number and currency, not within the number.
#[must_use]
pub fn figure_money(words: &Words, plain: &str, currency: &str) -> String {
    let no_break = '\u{a0}';
    let money =
        words.money(plain, currency).replace(&format!("{currency}{no_break}"), &format!("{currency} "));
    money.replace(&format!("{no_break}{currency}"), &format!(" {currency}"))
}

/// A cell of a number column.
#[must_use]
pub fn amount_cell(words: &Words, plain: Option<&str>) -> Markup {
    html! { td.number { @match plain { Some(plain) => (words.number(plain)), None => "–" } } }
}

/// A cell with a date in ISO form.
#[must_use]
pub fn date_cell(words: &Words, iso: Option<&str>) -> Markup {
    html! { td.date { @match iso { Some(iso) => (words.date_text(iso)), None => "–" } } }
}

/// A short mark with a tone: `good`, `warn`, `bad` or `quiet`; never by color alone.
#[must_use]
pub fn chip(tone: &str, text: &str) -> Markup {
    html! { span class=(format!("chip {tone}")) { (text) } }
}

/// Insurance status: its code, its name, and the tone it has everywhere.
#[must_use]
pub fn status_chip(words: &Words, code: &str) -> Markup {
    let name = if code == "?" { "unexamined" } else { code };
    let tone = match code {
        "K" => "good",
        "?" | "M" => "warn",
        "S" => "quiet",
        _ => "bad",
    };
    html! {
        span class=(format!("chip {tone}")) { b { (code) } " " span.long { (words.text(&format!("status-{name}"))) } }
    }
}

/// A page of a long list: how many there are, and the ways on. `address` is made from the number of the first row wanted.
#[must_use]
pub fn pager(
    words: &Words,
    from: usize,
    shown: usize,
    total: usize,
    address: &dyn Fn(usize) -> String,
) -> Markup {
    let size = shown.max(1);
    let place = words.with(
        "pager-place",
        &[
            ("from", words.number(&(from + 1).min(total).to_string())),
            ("to", words.number(&(from + shown).to_string())),
            ("total", words.number(&total.to_string())),
        ],
    );
    html! {
        nav.pager aria-label=(words.text("pager-label")) {
            @if from > 0 { a rel="prev" data-key="ArrowLeft" href=(address(from.saturating_sub(size))) { (words.text("pager-back")) } }
            span { (place) }
            @if from + shown < total { a rel="next" data-key="ArrowRight" href=(address(from + shown)) { (words.text("pager-on")) } }
        }
    }
}

/// The address of this page with one field of its query changed, or left out where the value is empty.
#[must_use]
pub fn with_query(call: &Call, changes: &[(&str, &str)]) -> String {
    let path = call.address.split('?').next().unwrap_or("/");
    let kept = call
        .query_fields()
        .iter()
        .filter(|(name, _)| name != "done" && !changes.iter().any(|(n, _)| n == name));
    let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
    let new = changes.iter().copied();
    let fields: Vec<_> = kept.chain(new).filter(|(_, value)| !value.is_empty()).collect();
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A text of a JSON line; empty where there is none.
#[must_use]
pub fn text_of<'v>(line: &'v Value, name: &str) -> &'v str {
    line.get(name).and_then(Value::as_str).unwrap_or("")
}

/// A text of a JSON line, if there is one.
#[must_use]
pub fn text_opt<'v>(line: &'v Value, name: &str) -> Option<&'v str> {
    line.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// A note that newer entries are still being worked in.
#[must_use]
pub fn freshness_note(words: &Words, freshness: crate::portfolio::Freshness) -> Markup {
    match freshness {
        crate::portfolio::Freshness::Current => PreEscaped(String::new()),
        crate::portfolio::Freshness::Computing => html! {
            p.notice.quiet role="status" data-reload="3" { (words.text("frame-computing")) }
        },
    }
}
