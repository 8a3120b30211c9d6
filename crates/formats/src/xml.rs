//! XML of other people, element by element in bounded memory: elements are told by their namespace, not by their prefix; document
//! types and entities are refused, nothing is fetched; depth and sizes are limited; every problem names its line.

mod element;
mod source;
#[cfg(test)]
mod tests;

pub(crate) use element::{Element, words};
use obligo_rules::problem::Problem;
use quick_xml::errors::{IllFormedError, SyntaxError};
use quick_xml::escape::EscapeError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, NamespaceError, ResolveResult};
use quick_xml::reader::NsReader;
use quick_xml::{Error, XmlVersion};
use source::Source;
pub(crate) use source::is_signed;
use std::io::Read;

/// Deepest nesting read; the formats know at most about 20.
const DEPTH_MAX: usize = 100;
/// Longest tag with its attributes.
const TAG_BYTES_MAX: usize = 64 * 1024;
/// Most attributes of one element.
const ATTRIBUTES_MAX: usize = 256;
/// Most elements in one record.
const ELEMENTS_MAX: usize = 50_000;
/// Most bytes of text in one record.
const TEXT_BYTES_MAX: usize = 4 * 1024 * 1024;

/// One step through a file.
#[derive(Debug)]
pub(crate) enum Step {
    /// An element begins; children and text are still to come.
    Open(Element),
    /// The element of [`XmlReader::path`] ends.
    Close,
    /// The file ends.
    End,
}

/// What comes next, text too.
enum Part {
    Open(Element),
    Text(String),
    Close,
    End,
}

/// Reads a file step by step.
pub(crate) struct XmlReader<R: Read> {
    inner: NsReader<Source<R>>,
    buffer: Vec<u8>,
    /// Whether elements of a namespace are those of the format; others get `?` before their name. The empty text is no namespace.
    is_known: fn(&str) -> bool,
    path: String,
    /// Namespace of the element last opened.
    namespace: String,
    /// Where each name of the path starts.
    starts: Vec<usize>,
    /// The element of `path` has ended.
    closed: bool,
    root: Option<Root>,
    ended: bool,
}

/// The outermost element.
#[derive(Clone, Default)]
struct Root {
    /// Namespace; empty if it has none.
    namespace: String,
    name: String,
    line: u64,
}

impl<R: Read> XmlReader<R> {
    /// Opens a file; `is_known` tells whether a namespace is one of the format.
    pub(crate) fn open(reader: R, is_known: fn(&str) -> bool) -> Result<XmlReader<R>, Problem> {
        let mut inner = NsReader::from_reader(Source::open(reader)?);
        inner.config_mut().expand_empty_elements = true;
        Ok(XmlReader {
            inner,
            buffer: Vec::new(),
            is_known,
            path: String::new(),
            namespace: String::new(),
            starts: Vec::new(),
            closed: false,
            root: None,
            ended: false,
        })
    }

    /// Names from the root to the element last opened or closed: `Document/BkToCstmrStmt/Stmt`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The namespace of the element last opened; empty if it has none.
    pub(crate) fn namespace(&self) -> &str {
        &self.namespace
    }

    /// Whether nothing more can be read.
    pub(crate) fn is_ended(&self) -> bool {
        self.ended
    }

    /// Ends the file: nothing more is read.
    pub(crate) fn end(&mut self) {
        self.ended = true;
    }

    /// The line read up to.
    fn line(&self) -> u64 {
        self.inner.get_ref().line()
    }

    /// The next element that begins or ends. A problem ends the file.
    pub(crate) fn step(&mut self) -> Result<Step, Problem> {
        match self.part(false)? {
            Part::Open(element) => Ok(Step::Open(element)),
            Part::Close => Ok(Step::Close),
            Part::Text(_) | Part::End => Ok(Step::End),
        }
    }

    /// The element just opened with everything in it; its end is passed.
    pub(crate) fn whole(&mut self, opened: Element) -> Result<Element, Problem> {
        self.pruned(opened, &[])
    }

    /// The element just opened without what stands in elements of these names; its end is passed.
    pub(crate) fn pruned(&mut self, opened: Element, left_out: &[&str]) -> Result<Element, Problem> {
        let mut open = Vec::new();
        let mut last = opened;
        let (mut elements, mut bytes) = (1, 0);
        loop {
            match self.part(true)? {
                Part::Open(element) if left_out.contains(&element.name.as_str()) => self.skip()?,
                Part::Open(element) => {
                    elements += 1;
                    let attributes = element.attributes.iter().map(|(name, value)| name.len() + value.len());
                    bytes += element.name.len() + attributes.sum::<usize>();
                    open.push(std::mem::replace(&mut last, element));
                }
                Part::Text(text) => {
                    bytes += text.len();
                    last.text.push_str(&text);
                }
                Part::Close => match open.pop() {
                    None => return Ok(last),
                    Some(parent) => {
                        let child = std::mem::replace(&mut last, parent);
                        last.children.push(child);
                    }
                },
                Part::End => return Ok(last),
            }
            if elements > ELEMENTS_MAX || bytes > TEXT_BYTES_MAX {
                self.ended = true;
                let limit = if elements > ELEMENTS_MAX { ELEMENTS_MAX } else { TEXT_BYTES_MAX };
                return Err(self.problem("xml-too-large").with("limit", limit));
            }
        }
    }

    /// Passes the element just opened.
    pub(crate) fn skip(&mut self) -> Result<(), Problem> {
        let depth = self.starts.len();
        loop {
            match self.part(false)? {
                Part::Close if self.starts.len() == depth => return Ok(()),
                Part::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The problem that the file is XML, but of another kind than wanted.
    pub(crate) fn wrong_root(&self) -> Problem {
        let root = self.root.clone().unwrap_or_default();
        Problem::refused("xml-wrong-root")
            .with("element", root.name)
            .with("namespace", if root.namespace.is_empty() { "none" } else { &root.namespace })
            .at_line(root.line.max(1))
    }

    fn problem(&self, code: &'static str) -> Problem {
        Problem::refused(code).at_line(self.line())
    }

    fn part(&mut self, with_text: bool) -> Result<Part, Problem> {
        if self.ended {
            return Ok(Part::End);
        }
        let read = self.read(with_text);
        self.ended = matches!(read, Err(_) | Ok(Part::End));
        read
    }

    fn read(&mut self, with_text: bool) -> Result<Part, Problem> {
        if std::mem::take(&mut self.closed)
            && let Some(start) = self.starts.pop()
        {
            self.path.truncate(start.saturating_sub(1));
        }
        loop {
            let line = self.line();
            self.buffer.clear();
            self.inner.get_mut().start_event();
            let event = match self.inner.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => return Err(self.failed(&error, line)),
            };
            let inside = !self.starts.is_empty();
            let text = match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    if !inside && self.root.is_some() {
                        return Err(syntax("after-root", "", line));
                    }
                    let (namespace, element) = open(
                        &tag,
                        &self.inner.resolver().resolve_element(tag.name()).0,
                        self.is_known,
                        line,
                    )?;
                    return self.open_element(namespace, element);
                }
                Event::End(_) => {
                    self.closed = true;
                    return Ok(Part::Close);
                }
                Event::Eof => return self.at_end(),
                Event::DocType(_) => return Err(Problem::refused("xml-doctype").at_line(line)),
                Event::Text(text) => text.xml10_content(),
                Event::CData(text) => text.xml10_content(),
                Event::GeneralRef(reference) => resolved(&reference, line)?.to_string().into(),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            if !inside && !text.trim().is_empty() {
                let fault = if self.root.is_some() { "after-root" } else { "before-root" };
                return Err(syntax(fault, "", line));
            }
            if with_text && inside && !text.is_empty() {
                let forbidden = |c: char| {
                    (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || c == '\u{fffe}' || c == '\u{ffff}'
                };
                if text.contains(forbidden) {
                    return Err(syntax("character", "", line));
                }
                return Ok(Part::Text(text.into_owned()));
            }
        }
    }

    fn open_element(&mut self, namespace: String, element: Element) -> Result<Part, Problem> {
        if self.starts.len() == DEPTH_MAX {
            return Err(Problem::refused("xml-too-deep").with("limit", DEPTH_MAX).at_line(element.line));
        }
        if self.root.is_none() {
            let name = element.name.trim_start_matches('?').to_owned();
            self.root = Some(Root { namespace: namespace.clone(), name, line: element.line });
        }
        self.namespace = namespace;
        if !self.path.is_empty() {
            self.path.push('/');
        }
        self.starts.push(self.path.len());
        self.path.push_str(&element.name);
        Ok(Part::Open(element))
    }

    fn at_end(&self) -> Result<Part, Problem> {
        if self.starts.is_empty() && self.root.is_some() {
            return Ok(Part::End);
        }
        Err(self.truncated())
    }

    fn truncated(&self) -> Problem {
        let element = self
            .path
            .rsplit('/')
            .next()
            .map(|name| name.trim_start_matches('?'))
            .filter(|name| !name.is_empty());
        self.problem("xml-truncated").with("element", element.unwrap_or("none"))
    }

    fn failed(&mut self, error: &Error, line: u64) -> Problem {
        if let Some(problem) = self.inner.get_mut().take_failed() {
            return problem;
        }
        match error {
            Error::Syntax(SyntaxError::InvalidBangMarkup) => syntax("markup", "", line),
            Error::Syntax(_) => self.truncated(),
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                Problem::refused("xml-end-tag").with("expected", expected).with("found", found).at_line(line)
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => syntax("end-tag", found, line),
            Error::IllFormed(IllFormedError::UnclosedReference) => syntax("reference", "", line),
            Error::Namespace(NamespaceError::UnknownPrefix(prefix)) => syntax("prefix", prefix, line),
            Error::Namespace(_) => syntax("namespace", "", line),
            Error::InvalidAttr(_) => syntax("attribute", "", line),
            _ => syntax("markup", "", line),
        }
    }
}

fn syntax(fault: &str, name: &str, line: u64) -> Problem {
    let problem = Problem::refused("xml-syntax").with("fault", fault).at_line(line);
    if name.is_empty() { problem } else { problem.with("name", name) }
}

/// Namespace and element of a start tag.
fn open(
    tag: &BytesStart<'_>,
    namespace: &ResolveResult<'_>,
    is_known: fn(&str) -> bool,
    line: u64,
) -> Result<(String, Element), Problem> {
    if tag.len() > TAG_BYTES_MAX {
        return Err(Problem::refused("xml-too-large").with("limit", TAG_BYTES_MAX).at_line(line));
    }
    let namespace = match namespace {
        ResolveResult::Bound(Namespace(uri)) => *uri,
        ResolveResult::Unbound => "",
        ResolveResult::Unknown(prefix) => return Err(syntax("prefix", prefix, line)),
    };
    let mark = if is_known(namespace) { "" } else { "?" };
    let name = format!("{mark}{}", tag.local_name().as_ref());
    let mut attributes = Vec::new();
    for (index, attribute) in tag.attributes().enumerate() {
        if index == ATTRIBUTES_MAX {
            return Err(Problem::refused("xml-too-large").with("limit", ATTRIBUTES_MAX).at_line(line));
        }
        let attribute = attribute.map_err(|_| syntax("attribute", "", line))?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| match error {
            Error::Escape(EscapeError::UnrecognizedEntity(_, entity)) => entity_problem(&entity, line),
            _ => syntax("reference", "", line),
        })?;
        let key = attribute.key.as_ref();
        if !key.contains(':') && key != "xmlns" {
            attributes.push((key.to_owned(), value.into_owned()));
        }
    }
    Ok((namespace.to_owned(), Element { name, line, attributes, ..Element::default() }))
}

fn entity_problem(name: &str, line: u64) -> Problem {
    Problem::refused("xml-entity").at_line(line).of_value(&format!("&{name};"))
}

/// The character a reference stands for: one of the five of XML itself or one by number.
fn resolved(reference: &BytesRef<'_>, line: u64) -> Result<char, Problem> {
    if reference.is_char_ref() {
        let found = reference.resolve_char_ref().ok().flatten();
        return found.ok_or_else(|| syntax("reference", "", line));
    }
    match &**reference {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        other => Err(entity_problem(other, line)),
    }
}

/// Reads any XML to its end and keeps nothing: whether it is well-formed and within the limits.
pub fn check(file: &[u8]) -> Result<(), Problem> {
    let mut xml = XmlReader::open(file, |_| true)?;
    while !matches!(xml.step()?, Step::End) {}
    Ok(())
}
