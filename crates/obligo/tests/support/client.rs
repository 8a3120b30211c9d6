//! A plain HTTP client of one address: cookies kept, redirects not followed, and nothing corrected on the way, so that
//! tests can send what no browser would.

use super::html::{self, Form};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// Longest silence of a server; what takes longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// Names in lower case, in order.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in: {}", self.text()))
    }

    /// Where a redirect goes; empty where there is none.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    /// Whether it is a page.
    pub fn is_page(&self) -> bool {
        self.header("content-type").is_some_and(|kind| kind.starts_with("text/html"))
    }

    /// Status and the beginning of the text, for messages.
    pub fn told(&self) -> String {
        let text = html::text(&self.text());
        format!("{} {} {}", self.status, self.location(), text.chars().take(300).collect::<String>())
    }
}

/// One who sends requests: a person with cookies, a program with a token, or a stranger.
#[derive(Debug, Clone, Default)]
pub struct Client {
    /// Host and port.
    host: String,
    /// Headers of every request.
    pub headers: Vec<(String, String)>,
    pub cookies: BTreeMap<String, String>,
    /// What forms must carry; empty for strangers and programs.
    pub form_key: String,
}

impl Client {
    /// A stranger at an address such as `http://127.0.0.1:8080`.
    pub fn of(address: &str) -> Self {
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { host, ..Self::default() }
    }

    /// The same, sending this header with every request.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn get(&mut self, target: &str) -> Answer {
        self.send("GET", target, &[], b"")
    }

    /// Posts fields as a form does, as they are: neither form key nor other hidden fields are added.
    pub fn post(&mut self, target: &str, fields: &[(&str, &str)]) -> Answer {
        let body = encoded(fields);
        self.send("POST", target, &[("content-type", "application/x-www-form-urlencoded")], body.as_bytes())
    }

    pub fn json(&mut self, method: &str, target: &str, body: &Value) -> Answer {
        let body = body.to_string();
        self.send(method, target, &[("content-type", "application/json")], body.as_bytes())
    }

    /// Fills in the form of a page that has all these fields and sends it, as a person would: what is not named stays as the
    /// page has it.
    #[track_caller]
    pub fn fill(&mut self, page: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.get(page);
        assert_eq!(answer.status, 200, "{page}: {}", answer.told());
        let forms = html::forms(&answer.text());
        let has_all =
            |form: &&Form| fields.iter().all(|(name, _)| form.fields.iter().any(|field| field.name == *name));
        let form = forms
            .iter()
            .filter(|form| form.is_post)
            .find(has_all)
            .unwrap_or_else(|| panic!("no form of {page} has {fields:?}"));
        self.send_form(page, form, fields)
    }

    /// Sends a form with these values, the others as they stand in it.
    pub fn send_form(&mut self, page: &str, form: &Form, changes: &[(&str, &str)]) -> Answer {
        let action = if form.action.is_empty() { page } else { &form.action };
        let kept = form
            .fields
            .iter()
            .filter(|field| field.is_sent && !changes.iter().any(|(n, _)| *n == field.name));
        let kept: Vec<(&str, &str)> = kept.map(|field| (field.name.as_str(), field.value.as_str())).collect();
        let all: Vec<(&str, &str)> = kept.into_iter().chain(changes.iter().copied()).collect();
        match (form.is_post, form.has_files) {
            (false, _) => {
                self.get(&format!("{}?{}", action.split('?').next().unwrap_or(action), encoded(&all)))
            }
            (true, false) => self.post(action, &all),
            (true, true) => {
                let is_file =
                    |name: &str| form.fields.iter().any(|field| field.name == name && field.is_file);
                let (files, texts): (Vec<_>, Vec<_>) = all.into_iter().partition(|(name, _)| is_file(name));
                self.upload(
                    action,
                    &texts,
                    &files.iter().map(|(n, v)| (*n, "file.csv", v.as_bytes())).collect::<Vec<_>>(),
                )
            }
        }
    }

    /// Posts a form with files: field, file name, content.
    pub fn upload(&mut self, target: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
        const BOUNDARY: &str = "----obligo-tests-4711";
        let mut body = Vec::new();
        for (name, value) in fields {
            let head =
                format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (field, name, content) in files {
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 content-type: text/csv\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send("POST", target, &[("content-type", &kind)], &body)
    }

    /// Sends a request as it is; the target is not encoded.
    pub fn send(&mut self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.try_send(method, target, headers, body)
            .unwrap_or_else(|error| panic!("{method} {target} is not answered: {error}"))
    }

    /// The same; an error where no whole answer came.
    pub fn try_send(
        &mut self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> std::io::Result<Answer> {
        let mut head = format!("{method} {target} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.host);
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.chain(headers.iter().copied()) {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let _ = write!(head, "cookie: {}\r\n", cookies.join("; "));
        }
        if method != "GET"
            && !headers.iter().any(|(name, _)| *name == "content-length" || *name == "transfer-encoding")
        {
            let _ = write!(head, "content-length: {}\r\n", body.len());
        }
        head.push_str("\r\n");
        let mut stream = self.connect()?;
        stream.write_all(head.as_bytes())?;
        // A server may answer and hang up before it has read everything; its answer counts.
        let sent = stream.write_all(body).and_then(|()| stream.flush());
        let answer = read_answer(&mut stream);
        let answer = match (answer, sent) {
            (Err(_), Err(error)) => return Err(error),
            (answer, _) => answer?,
        };
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                if value.is_empty() {
                    self.cookies.remove(name.trim());
                } else {
                    self.cookies.insert(name.trim().to_owned(), value.to_owned());
                }
            }
        }
        Ok(answer)
    }

    /// A connection to write bytes of one's own to.
    pub fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(&self.host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(stream)
    }
}

/// Fields as a form encodes them.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Reads an answer to its end; one that stops before its announced length is an error.
pub fn read_answer(stream: &mut TcpStream) -> std::io::Result<Answer> {
    let broken = |why: &str| std::io::Error::other(why.to_owned());
    let mut all = Vec::new();
    if let Err(error) = stream.read_to_end(&mut all)
        && all.is_empty()
    {
        return Err(error);
    }
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| broken("no whole head"))?;
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let status = status.ok_or_else(|| broken("no status"))?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let mut body = all.split_off(end + 4);
    let of = |name: &str| headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str());
    if of("transfer-encoding") == Some("chunked") {
        body = unchunked(&body).ok_or_else(|| broken("the answer breaks off"))?;
    } else if let Some(length) = of("content-length").and_then(|text| text.parse::<usize>().ok())
        && body.len() < length
    {
        return Err(broken("the answer breaks off"));
    }
    Ok(Answer { status, headers, body })
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?.trim(), 16).ok()?;
        rest = &rest[end + 2..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(..size)?);
        rest = rest.get(size + 2..)?;
    }
}
