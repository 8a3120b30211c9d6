//! The house: four eyes, sign-in through an identity provider, language, address; and the backup.

use super::{languages, page_of, refused};
use crate::access::roles::Role;
use crate::access::settings::{self, FourEyes, Oidc, Settings};
use crate::dispatch::sending::Sending;
use crate::serve::{Call, Page, Reply};
use crate::web::parts::{Field, form, problem_box};
use crate::words::Words;
use maud::{Markup, html};
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;

/// Bytes of a backup sent together.
const PIECE: usize = 256 * 1024;

/// Where providers list groups unless told otherwise.
const GROUPS_CLAIM: &str = "groups";

/// `/settings/house`.
pub fn page(call: Call) -> Result<Reply, Problem> {
    let now = settings::settings(&call.house.store)?;
    Ok(Reply::Page(draw(&call, &now, &Typed::of(&now), None)))
}

/// Saves the settings, unless somebody else has changed them since they were shown.
pub fn change(call: Call) -> Result<Reply, Problem> {
    let typed = Typed::sent(&call);
    let done = typed.settings().and_then(|wanted| {
        let mut session = call.session();
        session.precondition = Some(settings::unchanged(call.field("version").unwrap_or("")));
        settings::change(&mut session, &wanted)
    });
    match done {
        Ok(()) => Ok(Reply::See("/settings/house?done=done-saved".to_owned())),
        Err(problem) => {
            let now = settings::settings(&call.house.store)?;
            Ok(Reply::Page(refused(draw(&call, &now, &typed, Some(&problem)), &problem)))
        }
    }
}

/// The fields of the form.
#[derive(Default)]
struct Typed {
    four_eyes: FourEyes,
    language: String,
    public_address: String,
    issuer: String,
    client_id: String,
    client_secret: String,
    groups_claim: String,
    roles: String,
    sending: Sending,
}

impl Typed {
    fn of(settings: &Settings) -> Typed {
        let oidc = settings.oidc.clone().unwrap_or_default();
        let lines: Vec<String> =
            oidc.roles.iter().map(|(group, role)| format!("{group} = {}", role.code())).collect();
        Typed {
            four_eyes: settings.four_eyes,
            language: settings.language.clone().unwrap_or_default(),
            public_address: settings.public_address.clone().unwrap_or_default(),
            issuer: oidc.issuer,
            client_id: oidc.client_id,
            client_secret: oidc.client_secret,
            groups_claim: oidc.groups_claim,
            roles: lines.join("\n"),
            sending: settings.sending.clone(),
        }
    }

    fn sent(call: &Call) -> Typed {
        let text = |name: &str| call.field(name).unwrap_or("").to_owned();
        let on = |name: &str| call.field(name).is_some();
        Typed {
            four_eyes: FourEyes {
                final_run: on("final_run"),
                reversal: on("reversal"),
                edit: on("edit"),
                accepted_excess: on("accepted_excess"),
            },
            language: text("language"),
            public_address: text("public_address"),
            issuer: text("issuer"),
            client_id: text("client_id"),
            client_secret: text("client_secret"),
            groups_claim: text("groups_claim"),
            roles: text("roles"),
            sending: Sending {
                server: text("mail_server").trim().to_owned(),
                from: text("mail_from").trim().to_owned(),
                password: text("mail_password").trim().to_owned(),
                folder: text("drop_folder").trim().to_owned(),
            },
        }
    }

    /// Error: `setting-oidc-role`. Without an issuer there is no provider.
    fn settings(&self) -> Result<Settings, Problem> {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let oidc = Oidc {
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            client_secret: self.client_secret.clone(),
            groups_claim: some(&self.groups_claim).unwrap_or_else(|| GROUPS_CLAIM.to_owned()),
            roles: roles_of_lines(&self.roles)?,
        };
        Ok(Settings {
            four_eyes: self.four_eyes,
            oidc: Some(oidc).filter(|oidc| !oidc.issuer.is_empty()),
            sending: self.sending.clone(),
            public_address: some(self.public_address.trim_end_matches('/')),
            language: some(&self.language),
        })
    }
}

/// Reads `group = role`, one a line. A group's name may hold an equals sign; a role does not.
fn roles_of_lines(text: &str) -> Result<BTreeMap<String, Role>, Problem> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let read = |line: &str| {
        let known = Role::ALL.map(Role::code).join(", ");
        let wrong = || Problem::refused("setting-oidc-role").of_value(line).with("known", known.clone());
        let (group, role) = line.rsplit_once('=').ok_or_else(wrong)?;
        let (group, role) = (group.trim(), Role::parse(role.trim()).ok_or_else(wrong)?);
        if group.is_empty() { Err(wrong()) } else { Ok((group.to_owned(), role)) }
    };
    lines.map(read).collect()
}

fn draw(call: &Call, now: &Settings, typed: &Typed, problem: Option<&Problem>) -> Page {
    let words = call.words;
    let body = html! {
        @if let Some(problem) = problem {
            (problem_box(words, problem))
            @if problem.code == "record-changed" { (says_now(words, now)) }
        }
        section.card {
            h2 { (words.text("settings-house")) }
            (form(&call.caller, "/settings/house", &fields(words, now, typed)))
        }
        section.card.no-print {
            h2 { (words.text("settings-backup")) }
            p { (words.text("settings-backup-what")) }
            a.button href="/settings/backup" { (words.text("settings-backup-do")) }
        }
    };
    page_of(call, "/settings/house", &body)
}

fn fields(words: &Words, now: &Settings, typed: &Typed) -> Markup {
    let check = |name: &'static str, id: &str, on: bool| {
        Field::new(name, &words.text(id), if on { "true" } else { "" }).check()
    };
    let text = |name: &'static str, id: &str, value: &str, hint: &str| {
        Field::new(name, &words.text(id), value).hint(&words.text(hint)).text("text")
    };
    html! {
        input type="hidden" name="version" value=(settings::version(now));
        fieldset {
            legend { (words.text("settings-four-eyes")) }
            p.quiet { (words.text("settings-four-eyes-what")) }
            (check("final_run", "settings-four-eyes-final", typed.four_eyes.final_run))
            (check("reversal", "settings-four-eyes-reversal", typed.four_eyes.reversal))
            (check("edit", "settings-four-eyes-edit", typed.four_eyes.edit))
            (check("accepted_excess", "settings-four-eyes-accepted-excess", typed.four_eyes.accepted_excess))
        }
        div.columns {
            (Field::new("language", &words.text("settings-house-language"), &typed.language).hint(&words.text("settings-house-language-hint")).select(&languages(words, "settings-language-start")))
            (text("public_address", "settings-address", &typed.public_address, "settings-address-hint"))
        }
        fieldset {
            legend { (words.text("settings-provider")) }
            p.quiet { (words.text("settings-provider-what")) }
            div.columns {
                (text("issuer", "settings-issuer", &typed.issuer, "settings-issuer-hint"))
                (text("client_id", "settings-client-id", &typed.client_id, "settings-client-id-hint"))
                (text("client_secret", "settings-client-secret", &typed.client_secret, "settings-client-secret-hint"))
                (text("groups_claim", "settings-groups-claim", &typed.groups_claim, "settings-groups-claim-hint"))
            }
            (Field::new("roles", &words.text("settings-groups"), &typed.roles).hint(&words.text("settings-groups-hint")).area(4))
        }
        fieldset {
            legend { (words.text("settings-sending")) }
            p.quiet { (words.text("settings-sending-what")) }
            div.columns {
                (text("mail_server", "settings-mail-server", &typed.sending.server, "settings-mail-server-hint"))
                (text("mail_from", "settings-mail-from", &typed.sending.from, "settings-mail-from-hint"))
                (text("mail_password", "settings-mail-password", &typed.sending.password, "settings-client-secret-hint"))
                (text("drop_folder", "settings-drop-folder", &typed.sending.folder, "settings-drop-folder-hint"))
            }
        }
        button.primary type="submit" { (words.text("settings-save")) }
    }
}

/// What the settings say by now, beside what was typed.
fn says_now(words: &Words, now: &Settings) -> Markup {
    let yes_no = |on: bool| words.text(if on { "yes" } else { "no" });
    let shown = Typed::of(now);
    html! {
        section.card {
            h2 { (words.text("settings-now")) }
            dl.facts {
                dt { (words.text("settings-four-eyes-final")) } dd { (yes_no(now.four_eyes.final_run)) }
                dt { (words.text("settings-four-eyes-reversal")) } dd { (yes_no(now.four_eyes.reversal)) }
                dt { (words.text("settings-four-eyes-edit")) } dd { (yes_no(now.four_eyes.edit)) }
                dt { (words.text("settings-four-eyes-accepted-excess")) } dd { (yes_no(now.four_eyes.accepted_excess)) }
                dt { (words.text("settings-house-language")) } dd { (shown.language) }
                dt { (words.text("settings-address")) } dd { (shown.public_address) }
                dt { (words.text("settings-issuer")) } dd { (shown.issuer) }
                dt { (words.text("settings-client-id")) } dd { (shown.client_id) }
                dt { (words.text("settings-mail-server")) } dd { (shown.sending.server) }
                dt { (words.text("settings-mail-from")) } dd { (shown.sending.from) }
                dt { (words.text("settings-drop-folder")) } dd { (shown.sending.folder) }
                dt { (words.text("settings-groups")) } dd { (shown.roles.replace('\n', ", ")) }
            }
        }
    }
}

/// `/settings/backup`: a checked copy of the whole store, sent while others work.
pub fn backup(call: Call) -> Result<Reply, Problem> {
    let folder = call.folder()?;
    let store = std::sync::Arc::clone(&call.house.store);
    let name = format!("obligo-{}.db", call.today());
    let work = move |send: &mut dyn FnMut(Vec<u8>) -> Result<(), Problem>| {
        let path = folder.path().join("backup.db");
        obligo_store::backup(&store, &path, None)?;
        let failed = |why: std::io::Error| Problem::unavailable("server-folder").with("why", why);
        let mut file = File::open(&path).map_err(failed)?;
        loop {
            let mut piece = Vec::with_capacity(PIECE);
            file.by_ref().take(PIECE as u64).read_to_end(&mut piece).map_err(failed)?;
            if piece.is_empty() {
                return Ok(());
            }
            send(piece)?;
        }
    };
    Ok(Reply::Stream { media_type: "application/vnd.sqlite3", file_name: Some(name), work: Box::new(work) })
}

#[cfg(test)]
mod tests {
    use super::roles_of_lines;
    use crate::access::roles::Role;

    #[test]
    fn groups_are_given_roles_one_a_line() {
        let table = [
            ("", Some(vec![])),
            ("a = clerk\n\n b=viewer ", Some(vec![("a", Role::Clerk), ("b", Role::Viewer)])),
            ("cn=sales,dc=example = clerk", Some(vec![("cn=sales,dc=example", Role::Clerk)])),
            ("clerk", None),
            ("= clerk", None),
            ("a = boss", None),
        ];
        for (text, expected) in table {
            let read = roles_of_lines(text).ok().map(|roles| roles.into_iter().collect::<Vec<_>>());
            let expected =
                expected.map(|all| all.into_iter().map(|(g, r)| (g.to_owned(), r)).collect::<Vec<_>>());
            assert_eq!(read, expected, "{text}");
        }
    }
}
