//! How the house sends: its mail server, whom mails come from, and the folder for those without mail.

use crate::access::settings;
use crate::session::Session;
use obligo_rules::problem::Problem;
use serde_json::{Value, json};
use std::fmt;

/// Where the password may stand: a variable of the environment of obligo's own.
const SECRET_START: &str = "env:OBLIGO_";
/// Where it stands unless told otherwise.
const PASSWORD: &str = "env:OBLIGO_MAIL_PASSWORD";

/// See the module. The password itself is never kept.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sending {
    /// The mail server: `smtps://user@host:465`, `smtp+starttls://user@host:587`, or `smtp://host:25` without encryption and user.
    pub server: String,
    /// Whom mails come from: an address, or `Name <address>`.
    pub from: String,
    /// Where the password is found: `env:OBLIGO_…`; empty for `env:OBLIGO_MAIL_PASSWORD`.
    pub password: String,
    /// The folder that pages and programs may put files into; empty for none.
    pub folder: String,
}

/// A mail server in its parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Server {
    /// `smtps`, `smtp+starttls` or `smtp`.
    pub scheme: String,
    /// User, if it asks for one.
    pub user: Option<String>,
    /// Host.
    pub host: String,
    /// Port.
    pub port: u16,
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

impl Sending {
    /// What is in force: the settings of the house, each replaced by `OBLIGO_MAIL_SERVER`, `OBLIGO_MAIL_FROM` or `OBLIGO_DROP_FOLDER` of the
    /// environment where that is set. Errors: those of reading the store.
    pub fn in_force(session: &mut Session) -> Result<Sending, Problem> {
        let mut sending = settings::settings(&session.store)?.sending;
        for (name, value) in [
            ("OBLIGO_MAIL_SERVER", &mut sending.server),
            ("OBLIGO_MAIL_FROM", &mut sending.from),
            ("OBLIGO_DROP_FOLDER", &mut sending.folder),
        ] {
            if let Some(set) = std::env::var(name).ok().filter(|set| !set.trim().is_empty()) {
                set.trim().clone_into(value);
            }
        }
        Ok(sending)
    }

    /// The mail server. Errors: `mail-not-set-up`, `mail-server`, `mail-plain`, `mail-from`.
    pub fn server(&self) -> Result<Server, Problem> {
        if self.server.is_empty() || self.from.is_empty() {
            return Err(Problem::refused("mail-not-set-up"));
        }
        self.check()?;
        parse(&self.server).ok_or_else(|| Problem::refused("mail-server").of_value(&self.server))
    }

    /// The folder that pages and programs may use. Error: `drop-folder-not-set-up`.
    pub fn folder(&self) -> Result<&str, Problem> {
        if self.folder.is_empty() {
            return Err(Problem::refused("drop-folder-not-set-up"));
        }
        Ok(&self.folder)
    }

    /// Refuses what cannot be. Errors: `mail-server`, `mail-plain`, `mail-from`, `setting-client-secret`.
    pub fn check(&self) -> Result<(), Problem> {
        if !self.server.is_empty() {
            let wrong = || Problem::refused("mail-server").of_value(&shown(&self.server));
            let server = parse(&self.server).ok_or_else(wrong)?;
            let is_here = ["localhost", "127.0.0.1", "[::1]"].contains(&server.host.as_str());
            if server.scheme == "smtp" && server.user.is_some() && !is_here {
                return Err(Problem::refused("mail-plain").with("host", server.host));
            }
        }
        if !self.from.is_empty() && self.from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(Problem::refused("mail-from").of_value(&self.from));
        }
        let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let variable = self.password.strip_prefix(SECRET_START);
        if !self.password.is_empty() && !variable.is_some_and(|name| name.chars().all(is_name)) {
            // The value may be the secret itself: it is not repeated.
            return Err(Problem::refused("setting-client-secret").with("start", SECRET_START));
        }
        Ok(())
    }

    /// The password, where the server asks for one. Error: `mail-password-missing`.
    pub(super) fn password(&self) -> Result<Option<String>, Problem> {
        if self.server()?.user.is_none() {
            return Ok(None);
        }
        let name = if self.password.is_empty() { PASSWORD } else { &self.password };
        let variable = name.trim_start_matches("env:");
        let set = std::env::var(variable).ok().filter(|password| !password.is_empty());
        set.map(Some).ok_or_else(|| Problem::refused("mail-password-missing").with("variable", variable))
    }

    /// The settings as the store keeps them.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "server": self.server, "from": self.from, "password": self.password, "folder": self.folder })
    }

    /// Reads what the store keeps.
    #[must_use]
    pub fn of_json(value: &Value) -> Sending {
        let text = |key: &str| value[key].as_str().unwrap_or_default().trim().to_owned();
        Sending {
            server: text("server"),
            from: text("from"),
            password: text("password"),
            folder: text("folder"),
        }
    }
}

/// An address without what may be a password.
fn shown(server: &str) -> String {
    match (server.split_once("://"), server.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
        _ => server.to_owned(),
    }
}

/// The address in its parts; none with a password in it, so that no setting holds one.
fn parse(server: &str) -> Option<Server> {
    let (scheme, rest) = server.split_once("://")?;
    let usual = match scheme {
        "smtps" => 465,
        "smtp+starttls" => 587,
        "smtp" => 25,
        _ => return None,
    };
    let (user, rest) = rest.rsplit_once('@').map_or((None, rest), |(user, rest)| (Some(user), rest));
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
        _ => (rest, usual),
    };
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-[]:_".contains(c));
    let is_user = user.is_none_or(|user| {
        !user.is_empty() && !user.contains([':', '/']) && user.chars().all(|c| c.is_ascii_graphic())
    });
    (is_host && is_user && port > 0).then(|| Server {
        scheme: scheme.to_owned(),
        user: user.map(str::to_owned),
        host: host.to_owned(),
        port,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sending(server: &str) -> Sending {
        Sending { server: server.to_owned(), from: "obligo@example.org".to_owned(), ..Sending::default() }
    }

    #[test]
    fn a_mail_server_is_an_address_without_a_password() {
        for (server, expected) in [
            ("smtps://mail.example.org", Ok(465)),
            ("smtp+starttls://anna@example.org@mail.example.org:2587", Ok(2587)),
            ("smtp://127.0.0.1:2525", Ok(2525)),
            ("smtp://user@127.0.0.1:2525", Ok(2525)),
            ("smtp://[::1]", Ok(25)),
            ("smtp://user@mail.example.org", Err("mail-plain")),
            ("smtps://user:secret@mail.example.org", Err("mail-server")),
            ("smtps://", Err("mail-server")),
            ("smtps://host:0", Err("mail-server")),
            ("smtps://host:70000", Err("mail-server")),
            ("smtps://ho st", Err("mail-server")),
            ("http://mail.example.org", Err("mail-server")),
            ("mail.example.org", Err("mail-server")),
            ("", Err("mail-not-set-up")),
        ] {
            let found = sending(server).server().map(|server| server.port).map_err(|problem| problem.code);
            assert_eq!(found, expected, "{server}");
        }
    }

    #[test]
    fn no_problem_repeats_a_password() {
        let problem = sending("smtps://user:secret@mail.example.org").server().unwrap_err();
        assert_eq!(problem.place.value.as_deref(), Some("smtps://…@mail.example.org"));
        let secret = Sending { password: "secret".to_owned(), ..sending("smtps://u@mail.example.org") };
        let problem = secret.check().unwrap_err();
        assert_eq!((problem.code, problem.place.value), ("setting-client-secret", None));
    }
}
