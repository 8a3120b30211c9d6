//! A mail with the document attached, handed to the house's mail server.

use super::Unsent;
use super::sending::{Sending, Server};
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, Message, SmtpTransport, Transport};
use obligo_rules::problem::Problem;
use obligo_store::dispatch::DispatchRow;
use std::time::{Duration, SystemTime};

/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Longest address, in bytes.
const ADDRESS_MAX: usize = 254;

/// Refuses what is no mail address: `name@host`. Error: `dispatch-address`.
pub fn check_address(address: &str) -> Result<(), Problem> {
    let is_plain =
        address.len() <= ADDRESS_MAX && address.chars().all(|c| !c.is_control() && !c.is_whitespace());
    let is_address = is_plain && address.parse::<Address>().is_ok();
    if is_address { Ok(()) } else { Err(Problem::usage("dispatch-address").of_value(address)) }
}

/// Sends it. The error is the reason in words of the server or the system.
pub fn send(row: &DispatchRow, to: &str, bytes: &[u8], sending: &Sending) -> Result<(), Unsent> {
    let failed = |reason: String| Unsent { reason, is_unknown: false };
    let server = sending.server().map_err(|problem| failed(problem.code.to_owned()))?;
    let password = sending.password().map_err(|problem| failed(problem.code.to_owned()))?;
    let message = message(row, to, bytes, sending).map_err(failed)?;
    let transport = transport(&server, password).map_err(failed)?;
    // Until the server has been heard nothing can have arrived.
    transport.test_connection().map_err(|error| failed(chain(&error)))?;
    transport.send(&message).map(drop).map_err(|error| Unsent {
        reason: chain(&error),
        is_unknown: !(error.is_permanent() || error.is_transient() || error.is_client() || error.is_tls()),
    })
}

fn message(row: &DispatchRow, to: &str, bytes: &[u8], sending: &Sending) -> Result<Message, String> {
    let told = |error: &dyn std::error::Error| chain(error);
    let from: Mailbox = sending.from.parse().map_err(|error: lettre::address::AddressError| told(&error))?;
    let to: Address = to.parse().map_err(|error: lettre::address::AddressError| told(&error))?;
    let media_type = ContentType::parse(&row.media_type).map_err(|error| told(&error))?;
    // Whatever it is, no server on the way may touch its line ends.
    let file = Body::new_with_encoding(bytes.to_vec(), ContentTransferEncoding::Base64)
        .map_err(|_| "the file cannot be encoded".to_owned())?;
    // The same dispatch is the same mail, however often it is tried: receivers may know it by this.
    let id =
        format!("<{}.{}@{}>", row.dispatch_id, &row.sha256[..32.min(row.sha256.len())], from.email.domain());
    let date = httpdate(&row.begun_at).unwrap_or_else(SystemTime::now);
    Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(plain(&row.subject))
        .message_id(Some(id))
        .date(date)
        .multipart(
            MultiPart::mixed()
                .singlepart(SinglePart::plain(row.message.clone()))
                .singlepart(Attachment::new(plain(&row.file_name)).body(file, media_type)),
        )
        .map_err(|error| told(&error))
}

fn transport(server: &Server, password: Option<String>) -> Result<SmtpTransport, String> {
    let parameters = || TlsParameters::new(server.host.clone()).map_err(|error| chain(&error));
    let tls = match server.scheme.as_str() {
        "smtps" => Tls::Wrapper(parameters()?),
        "smtp+starttls" => Tls::Required(parameters()?),
        _ => Tls::None,
    };
    let mut builder =
        SmtpTransport::builder_dangerous(&server.host).port(server.port).tls(tls).timeout(Some(PATIENCE));
    if let (Some(user), Some(password)) = (&server.user, password) {
        builder = builder.credentials(Credentials::new(user.clone(), password));
    }
    Ok(builder.build())
}

/// A text that cannot end a line of a header.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// An error with what caused it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !told.contains(&text) {
            told = format!("{told}: {text}");
        }
        cause = error.source();
    }
    told
}

fn httpdate(instant: &str) -> Option<SystemTime> {
    instant.parse::<jiff::Timestamp>().ok().map(SystemTime::from)
}
