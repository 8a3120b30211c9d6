//! A small mail server that speaks the protocol and remembers what it was given.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    /// To whom the envelope says.
    pub recipient: String,
    /// Lines of the head, folded ones joined.
    pub head: Vec<String>,
    /// The text.
    pub text: String,
    /// The attachment, decoded.
    pub file: Vec<u8>,
}

/// How the server behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes every mail whose recipient does not begin with `nobody`.
    Polite,
    /// Takes the mail and hangs up instead of saying so.
    HangsUp,
}

pub struct MailServer {
    pub port: u16,
    mails: Arc<Mutex<Vec<Mail>>>,
}

impl MailServer {
    pub fn start(manner: Manner) -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        MailServer::over(listener, manner)
    }

    /// A server on a port that was free before.
    pub fn over(listener: TcpListener, manner: Manner) -> MailServer {
        let port = listener.local_addr().unwrap().port();
        let mails: Arc<Mutex<Vec<Mail>>> = Arc::default();
        let kept = Arc::clone(&mails);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                thread::spawn(move || drop(talk(stream, manner, &kept)));
            }
        });
        MailServer { port, mails }
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }
}

fn talk(stream: TcpStream, manner: Manner, mails: &Mutex<Vec<Mail>>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    out.write_all(b"220 mail.example ready\r\n")?;
    let mut recipient = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let answer = match line.split([' ', ':', '\r']).next().unwrap_or("").to_ascii_uppercase().as_str() {
            "EHLO" => "250-mail.example\r\n250 8BITMIME",
            "RCPT" => {
                line.trim().trim_start_matches("RCPT TO:").clone_into(&mut recipient);
                if recipient.contains("nobody") { "550 5.1.1 no such mailbox" } else { "250 ok" }
            }
            "DATA" => {
                out.write_all(b"354 go on\r\n")?;
                let mut data = String::new();
                while !data.ends_with("\r\n.\r\n") {
                    lines.read_line(&mut data)?;
                }
                mails.lock().unwrap().push(read(&recipient, &data));
                if manner == Manner::HangsUp {
                    return Ok(());
                }
                "250 queued"
            }
            "QUIT" => {
                return out.write_all(b"221 bye\r\n");
            }
            _ => "250 ok",
        };
        out.write_all(format!("{answer}\r\n").as_bytes())?;
    }
}

fn read(recipient: &str, data: &str) -> Mail {
    let data = data.replace("\r\n..", "\r\n.");
    let (head, body) = data.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let boundary = head.split("boundary=\"").nth(1).unwrap().split('"').next().unwrap();
    let parts: Vec<(&str, &str)> = body
        .split(&format!("--{boundary}"))
        .filter_map(|part| part.trim_start_matches("\r\n").split_once("\r\n\r\n"))
        .collect();
    let decoded = |part: &(&str, &str)| {
        let is_base64 = part.0.contains("base64");
        let body = part.1.trim_end_matches("\r\n");
        if is_base64 {
            STANDARD.decode(body.replace("\r\n", "")).unwrap()
        } else {
            body.replace("=\r\n", "").into_bytes()
        }
    };
    Mail {
        recipient: recipient.to_owned(),
        head: head.lines().map(str::to_owned).collect(),
        text: String::from_utf8(decoded(&parts[0])).unwrap(),
        file: decoded(&parts[1]),
    }
}
