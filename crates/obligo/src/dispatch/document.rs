//! What is sent: a report as a file, with the words that go with it.

use crate::documents::{self, Format, Making, ReportRequest};
use crate::import::Refusal;
use crate::words::Words;
use obligo_reports::layout::{Layout, LayoutKind};
use obligo_reports::{Report, Value};
use obligo_rules::problem::Problem;

/// A document ready to leave.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Document {
    /// Name of the report.
    pub report: String,
    /// What it is called.
    pub title: String,
    /// Policy it is about; empty for none.
    pub policy: String,
    /// Final run it was made from.
    pub run: Option<i64>,
    /// Whether it bears a mark.
    pub is_marked: bool,
    /// Subject of the mail.
    pub subject: String,
    /// Text of the mail.
    pub message: String,
    /// Name of the file.
    pub file_name: String,
    /// Media type of the file.
    pub media_type: &'static str,
    /// Language of document and text.
    pub language: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Numbers of the limit requests the letter tells the insurer of.
    pub limit_requests: Vec<i64>,
}

/// How a report becomes a file.
#[derive(Clone, Debug)]
pub enum Writing {
    /// As one of the formats.
    Format(Format),
    /// In an insurer's layout.
    Layout(Box<Layout>),
}

impl Writing {
    /// The report as a file: its name, media type and bytes. A marked report is known by its name. Errors: those of writing.
    pub fn file(
        &self,
        request: &ReportRequest,
        words: &Words,
        report: &Report,
    ) -> Result<(String, &'static str, Vec<u8>), Problem> {
        let mut bytes = Vec::new();
        match self {
            Writing::Format(format) => {
                request.definition.offers(*format)?;
                documents::write(report, *format, None, words, &mut bytes)?;
                let mark = report.mark.as_ref().map_or(String::new(), |mark| format!("{}_", mark.text));
                let name = format!("{mark}{}", request.file_name(*format));
                Ok((name, format.media_type(), bytes))
            }
            Writing::Layout(layout) => {
                layout.write(report, words, report.made_on, &mut bytes)?;
                let format = match layout.kind {
                    LayoutKind::Text => Format::Csv,
                    LayoutKind::Workbook => Format::Xlsx,
                };
                Ok((layout.file_name(report)?, format.media_type(), bytes))
            }
        }
    }
}

impl Document {
    /// Makes the report and the words that go with it, in the language of the making. `message` replaces the usual text. Errors:
    /// those of the report and of writing it.
    pub fn new(
        making: &mut Making<'_>,
        writing: &Writing,
        message: Option<&str>,
    ) -> Result<Document, Refusal> {
        let report = documents::make(making)?;
        let limit_requests = documents::limit_requests_of(making)?;
        let (file_name, media_type, bytes) = writing.file(making.request, making.words, &report)?;
        let words = making.words;
        let said = |key: &str| fact(&report, key);
        let mark = report.mark.as_ref().map_or(String::new(), |mark| format!("[{}] ", mark.text));
        let facts = [
            ("title", report.title.clone()),
            ("subtitle", report.subtitle.clone()),
            ("file", file_name.clone()),
            ("made_from", report.made_from.clone()),
        ];
        let usual = || words.with("dispatch-message", &facts);
        Ok(Document {
            policy: making
                .request
                .text("policy")
                .map(str::to_owned)
                .or_else(|| said("policy"))
                .unwrap_or_default(),
            run: making.request.number("run").or_else(|| said("run")?.parse().ok()),
            is_marked: report.mark.is_some(),
            subject: format!("{mark}{}", words.with("dispatch-subject", &facts)),
            message: message.filter(|text| !text.trim().is_empty()).map_or_else(usual, str::to_owned),
            language: Words::language(words).to_owned(),
            report: report.name,
            title: report.title,
            file_name,
            media_type,
            bytes,
            limit_requests,
        })
    }
}

fn fact(report: &Report, key: &str) -> Option<String> {
    report.facts.iter().find(|fact| fact.key == key).and_then(|fact| match &fact.value {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        _ => None,
    })
}
