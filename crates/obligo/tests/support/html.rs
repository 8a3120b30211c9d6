//! What tests read off a page without a browser: its forms, its links, its text. It reads what the product writes, quoted
//! attributes in lower case, and no more.

/// A form of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    /// Address; empty for the page's own.
    pub action: String,
    pub is_post: bool,
    /// Whether it is sent as `multipart/form-data`.
    pub has_files: bool,
    pub fields: Vec<Field>,
}

/// A field of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub value: String,
    /// Whether it is sent when nobody touches the form: boxes not ticked and buttons are not.
    pub is_sent: bool,
    pub is_hidden: bool,
    pub is_file: bool,
}

/// A tag as written: name, attributes, whether it closes, and where the text after it begins.
struct Tag<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, String)>,
    end: usize,
}

impl Tag<'_> {
    fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| *found == name).map(|(_, value)| value.as_str())
    }

    fn owned(&self, name: &str) -> String {
        self.value(name).unwrap_or_default().to_owned()
    }
}

/// Every form, in order.
pub fn forms(page: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut form: Option<Form> = None;
    // A list is sent with its first choice, be that empty, unless another is selected.
    let mut list: Option<(Field, bool, bool)> = None;
    for tag in tags(page) {
        if tag.name == "form" {
            let has_files = tag.value("enctype") == Some("multipart/form-data");
            let is_post = tag.value("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
            form = Some(Form { action: tag.owned("action"), is_post, has_files, fields: Vec::new() });
            continue;
        }
        if tag.name == "/form" {
            forms.extend(form.take());
            continue;
        }
        let Some(form) = &mut form else { continue };
        let name = tag.owned("name");
        match tag.name {
            "input" if !name.is_empty() => {
                let kind = tag.value("type").unwrap_or("text");
                let is_ticked = tag.value("checked").is_some();
                let value = tag.value("value").map_or_else(
                    || if kind == "checkbox" { "on".to_owned() } else { String::new() },
                    str::to_owned,
                );
                form.fields.push(Field {
                    name,
                    value,
                    is_sent: match kind {
                        "checkbox" | "radio" => is_ticked,
                        "submit" | "button" | "file" => false,
                        _ => true,
                    },
                    is_hidden: kind == "hidden",
                    is_file: kind == "file",
                });
            }
            "textarea" if !name.is_empty() => {
                let value = text_to(page, tag.end, "</textarea>");
                form.fields.push(Field { name, value, is_sent: true, ..Field::default() });
            }
            "select" if !name.is_empty() => {
                list = Some((Field { name, is_sent: true, ..Field::default() }, true, false));
            }
            "option" => {
                if let Some((field, is_first, is_chosen)) = &mut list {
                    let is_selected = tag.value("selected").is_some();
                    if is_selected || (*is_first && !*is_chosen) {
                        let shown = || text_to(page, tag.end, "</option>");
                        field.value = tag.value("value").map_or_else(shown, str::to_owned);
                        *is_chosen |= is_selected;
                    }
                    *is_first = false;
                }
            }
            "/select" => form.fields.extend(list.take().map(|(field, ..)| field)),
            "button" if !name.is_empty() => {
                form.fields.push(Field { name, value: tag.owned("value"), ..Field::default() });
            }
            _ => {}
        }
    }
    forms
}

/// Addresses of every link, in order, each once.
pub fn links(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in tags(page).filter(|tag| tag.name == "a") {
        if let Some(address) = tag.value("href")
            && !found.iter().any(|known| known == address)
        {
            found.push(address.to_owned());
        }
    }
    found
}

/// The first tag that would run something: a handler, a script that is no file of ours, an address that is a script.
pub fn run(page: &str) -> Option<String> {
    let is_ours = |tag: &Tag| tag.value("src").is_some_and(|address| address.starts_with("/assets/"));
    let runs = |tag: &Tag| {
        let is_foreign = ["script", "iframe", "object", "embed", "base", "svg/onload"].contains(&tag.name)
            && !is_ours(tag);
        let is_handler = |(name, value): &(&str, String)| {
            let leads = ["href", "src", "action", "formaction", "srcdoc"].contains(name);
            let value =
                value.trim_start_matches(|c: char| c.is_control() || c.is_whitespace()).to_lowercase();
            name.to_lowercase().starts_with("on")
                || leads && (value.starts_with("javascript:") || value.starts_with("data:text"))
        };
        is_foreign || tag.attributes.iter().any(is_handler)
    };
    tags(page).find(runs).map(|tag| format!("{} {:?}", tag.name, tag.attributes))
}

/// The text without tags, white space made single.
pub fn text(page: &str) -> String {
    let mut text = String::new();
    let mut from = 0;
    for tag in tags(page) {
        let begin = page[from..tag.end].rfind('<').map_or(from, |at| from + at);
        text.push_str(&page[from..begin.max(from)]);
        text.push(' ');
        from = tag.end;
    }
    text.push_str(&page[from..]);
    unescaped(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_to(page: &str, from: usize, end: &str) -> String {
    let rest = &page[from..];
    unescaped(&rest[..rest.find(end).unwrap_or(rest.len())])
}

fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let begin = at + page[at..].find('<')?;
        let (tag, end) = tag(page, begin + 1)?;
        at = end;
        Some(tag)
    })
}

fn tag(page: &str, begin: usize) -> Option<(Tag<'_>, usize)> {
    let is_end = |c: char| c.is_whitespace() || c == '>';
    let name_end = begin + page[begin..].find(is_end)?;
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        at += page[at..].find(|c: char| !c.is_whitespace())?;
        if page[at..].starts_with('>') {
            let end = at + 1;
            return Some((Tag { name: &page[begin..name_end], attributes, end }, end));
        }
        let key_end = at + page[at..].find(|c: char| is_end(c) || c == '=')?;
        let key = &page[at..key_end];
        at = key_end;
        let mut value = String::new();
        if page[at..].starts_with("=\"") {
            let end = at + 2 + page[at + 2..].find('"')?;
            value = unescaped(&page[at + 2..end]);
            at = end + 1;
        } else if page[at..].starts_with('=') {
            let end = at + page[at..].find(is_end)?;
            value = unescaped(&page[at + 1..end]);
            at = end;
        }
        attributes.push((key, value));
        if key.is_empty() && !page[at..].starts_with('>') {
            at += 1;
        }
    }
}

fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{forms, links, run, text};

    #[test]
    fn forms_are_read_with_what_they_would_send() {
        let page = r#"<a href="/x?a=1&amp;b=2">X</a><form action="/save" method="post"><input type="hidden" name="form_key" value="k">
            <input name="q" value="a &quot;b&quot;" required><input type="checkbox" name="on" value="true">
            <textarea name="note">two
lines &amp; more</textarea>
            <select name="kind"><option value="1">one</option><option value="2" selected>two</option></select>
            <button name="then" value="new">Save</button></form>"#;
        let found = forms(page);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].action.as_str(), found[0].is_post, found[0].has_files), ("/save", true, false));
        let told: Vec<String> =
            found[0].fields.iter().map(|f| format!("{}={} {}", f.name, f.value, f.is_sent)).collect();
        assert_eq!(
            told,
            [
                "form_key=k true",
                "q=a \"b\" true",
                "on=true false",
                "note=two\nlines & more true",
                "kind=2 true",
                "then=new false"
            ]
        );
        assert_eq!(links(page), ["/x?a=1&b=2"]);
        assert_eq!(text("<p>a <b>b</b> &lt;c&gt;</p>"), "a b <c>");
    }
    #[test]
    fn markup_that_would_run_is_told_from_text() {
        for (page, runs) in [
            (
                r#"<script src="/assets/1/obligo.js" defer></script><input value="<script>&quot; onload=x">"#,
                false,
            ),
            ("<p>&lt;script&gt;</p>", false),
            ("<p><script>x</script>", true),
            (r#"<input value="" onfocus="x">"#, true),
            (r#"<a href=" JavaScript:x">"#, true),
            ("<svg onload=x>", true),
        ] {
            assert_eq!(run(page).is_some(), runs, "{page}");
        }
    }
}
