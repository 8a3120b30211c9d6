//! What leaves the house, to a real mail server of the tests' own and into folders, and what the register says of it (R14).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod dispatch {
    pub mod smtp;
}

use dispatch::smtp::{MailServer, Manner};
use obligo::dispatch::sending::Sending;
use obligo::dispatch::{Document, Way, bytes, get, json_of, list, retry, send};
use obligo::session::{Session, sha256_hex};
use obligo_store::Open;
use obligo_store::dispatch::{DispatchFilter, DispatchRow};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

const CLERK: &str = "clerk@insurer.example";

fn session() -> Session {
    let now = "2024-06-30T12:00:00Z".to_owned();
    Session::open("sqlite::memory:", Open::Create, "anna".to_owned(), now).unwrap()
}

fn sending(port: u16) -> Sending {
    Sending {
        server: format!("smtp://127.0.0.1:{port}"),
        from: "Måns Åkesson <obligo@house.example>".to_owned(),
        ..Sending::default()
    }
}

fn document() -> Document {
    Document {
        report: "balance-declaration".to_owned(),
        title: "Saldenmeldung".to_owned(),
        policy: "ACR/A".to_owned(),
        run: Some(3),
        subject: "Saldenmeldung ACR/A für Müller".to_owned(),
        message: "Guten Tag,\n.\nanbei die Meldung.".to_owned(),
        file_name: "Meldung für Müller.pdf".to_owned(),
        media_type: "application/pdf",
        language: "de".to_owned(),
        bytes: (0..=255_u8).cycle().take(10_000).collect(),
        ..Document::default()
    }
}

fn mail(address: &str) -> Way {
    Way::Mail(address.to_owned())
}

fn states(rows: &[DispatchRow]) -> Vec<&str> {
    rows.iter().map(|row| row.state.as_str()).collect()
}

fn all(session: &mut Session) -> Vec<DispatchRow> {
    list(session, &DispatchFilter { limit: 100, ..DispatchFilter::default() }).unwrap()
}

#[test]
fn a_mail_brings_the_file_byte_for_byte_and_the_register_has_its_hash() {
    let server = MailServer::start(Manner::Polite);
    let (mut session, document) = (session(), document());
    let sent = send(&mut session, &document, &[mail(CLERK)], &sending(server.port), false).unwrap();
    assert_eq!(states(&sent), ["sent"]);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].file, document.bytes);
    assert!(mails[0].text.contains("anbei die Meldung."), "{}", mails[0].text);
    assert_eq!(mails[0].recipient, format!("<{CLERK}>"));
    let row = get(&mut session, sent[0].dispatch_id).unwrap();
    assert_eq!(row.sha256, sha256_hex(&mails[0].file));
    assert_eq!((row.size, row.run_id, row.sent_by.as_str(), row.attempts), (10_000, Some(3), "anna", 1));
    assert_eq!(bytes(&mut session, row.dispatch_id).unwrap().1, document.bytes);
}

#[test]
fn a_refused_recipient_fails_alone_and_is_tried_again_with_the_bytes_that_were_kept() {
    let server = MailServer::start(Manner::Polite);
    let mut session = session();
    let ways = [mail("nobody@insurer.example"), mail(CLERK)];
    let sent = send(&mut session, &document(), &ways, &sending(server.port), false).unwrap();
    assert_eq!(states(&sent), ["failed", "sent"]);
    assert!(sent[0].reason.contains("no such mailbox"), "{}", sent[0].reason);
    assert_eq!(obligo::dispatch::failed(&sent).unwrap_err().code, "dispatch-failed");

    let again = retry(&mut session, sent[0].dispatch_id, &sending(server.port), false).unwrap();
    assert_eq!((again.state.as_str(), again.attempts), ("failed", 2));
    let twice = retry(&mut session, sent[1].dispatch_id, &sending(server.port), false).unwrap_err();
    assert_eq!(twice.code, "dispatch-not-failed");
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn a_server_that_is_down_fails_and_the_retry_sends_once() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let mut session = session();
    let sent = send(&mut session, &document(), &[mail(CLERK)], &sending(port), false).unwrap();
    assert_eq!(states(&sent), ["failed"]);
    let id = sent[0].dispatch_id;

    let server = MailServer::start(Manner::Polite);
    let row = retry(&mut session, id, &sending(server.port), false).unwrap();
    assert_eq!((row.state.as_str(), row.attempts, row.reason.as_str()), ("sent", 2, ""));
    assert_eq!(
        retry(&mut session, id, &sending(server.port), false).unwrap_err().code,
        "dispatch-not-failed"
    );
    assert_eq!(server.mails().len(), 1);
    assert_eq!(server.mails()[0].file, document().bytes);
}

#[test]
fn what_may_have_arrived_is_not_sent_again_unless_somebody_says_so() {
    let rude = MailServer::start(Manner::HangsUp);
    let mut session = session();
    let sent = send(&mut session, &document(), &[mail(CLERK)], &sending(rude.port), false).unwrap();
    assert_eq!(states(&sent), ["unknown"]);
    assert_eq!(obligo::dispatch::failed(&sent).unwrap_err().code, "dispatch-unknown");
    let server = MailServer::start(Manner::Polite);
    let (id, polite) = (sent[0].dispatch_id, sending(server.port));
    assert_eq!(retry(&mut session, id, &polite, false).unwrap_err().code, "dispatch-unknown");
    let refused = send(&mut session, &document(), &[mail(CLERK)], &polite, false).unwrap_err();
    assert_eq!(refused.code, "dispatch-unknown");
    assert_eq!(retry(&mut session, id, &polite, true).unwrap().state, "sent");

    // Both tries are the same mail to whoever receives them.
    let id_of = |server: &MailServer| {
        let mails = server.mails();
        mails[0].head.iter().find(|line| line.starts_with("Message-ID")).cloned().unwrap()
    };
    assert_eq!(id_of(&rude), id_of(&server));
}

#[test]
fn the_same_file_goes_to_the_same_recipient_once() {
    let server = MailServer::start(Manner::Polite);
    let (mut session, sending) = (session(), sending(server.port));
    send(&mut session, &document(), &[mail(CLERK)], &sending, false).unwrap();
    let twice = send(&mut session, &document(), &[mail(CLERK)], &sending, false).unwrap_err();
    assert_eq!(twice.code, "dispatch-sent-already");
    let other = Document { bytes: b"other".to_vec(), ..document() };
    send(&mut session, &other, &[mail(CLERK)], &sending, false).unwrap();
    send(&mut session, &document(), &[mail(CLERK)], &sending, true).unwrap();
    assert_eq!(server.mails().len(), 3);
    assert_eq!(all(&mut session).len(), 3);
}

#[test]
fn the_same_key_sends_once_and_answers_what_it_answered() {
    let server = MailServer::start(Manner::Polite);
    let (mut session, sending) = (session(), sending(server.port));
    let ways = [mail(CLERK), mail("other@insurer.example")];
    let ids: Vec<Vec<i64>> = (0..2)
        .map(|_| {
            session.idempotency_key = Some("june".to_owned());
            let sent = send(&mut session, &document(), &ways, &sending, true).unwrap();
            assert_eq!(states(&sent), ["sent", "sent"]);
            sent.iter().map(|row| row.dispatch_id).collect()
        })
        .collect();
    assert_eq!(ids[0], ids[1]);
    assert_eq!(server.mails().len(), 2);
}

#[test]
fn no_name_or_subject_adds_a_line_to_the_head() {
    let server = MailServer::start(Manner::Polite);
    let hostile = Document {
        subject: "Hello\r\nBcc: evil@example.org\r\n\r\n<script>".to_owned(),
        file_name: "a\"\r\nBcc: evil@example.org\r\n.pdf".to_owned(),
        message: "\r\n.\r\nMAIL FROM:<evil@example.org>\r\n".to_owned(),
        ..document()
    };
    let mut session = session();
    let sent = send(&mut session, &hostile, &[mail(CLERK)], &sending(server.port), false).unwrap();
    assert_eq!(states(&sent), ["sent"]);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    assert!(
        !mails[0].head.iter().any(|line| line.to_ascii_lowercase().starts_with("bcc")),
        "{:?}",
        mails[0].head
    );
    assert_eq!(mails[0].file, hostile.bytes);

    for address in
        ["", "clerk", "a@b\r\nBcc: c@d", "a@b c@d", "<a@b>", "a@", &format!("{}@b.example", "a".repeat(300))]
    {
        let refused =
            send(&mut session, &document(), &[mail(address)], &sending(server.port), false).unwrap_err();
        assert_eq!(refused.code, "dispatch-address", "{address:?}");
    }
    assert_eq!(all(&mut session).len(), 1);
}

#[test]
fn what_cannot_be_sent_is_refused_before_anything_is_recorded() {
    let (mut session, none) = (session(), Sending::default());
    let large = Document { bytes: vec![0; obligo::dispatch::SIZE_MAX + 1], ..document() };
    let many = vec![mail(CLERK); 21];
    for (document, ways, sending, code) in [
        (document(), &[][..], sending(1), "dispatch-no-recipient"),
        (document(), &many[..], sending(1), "dispatch-too-many"),
        (large, &many[..1], sending(1), "dispatch-too-large"),
        (document(), &many[..1], none, "mail-not-set-up"),
        (document(), &many[..1], Sending { from: "nobody".to_owned(), ..sending(1) }, "mail-from"),
    ] {
        assert_eq!(send(&mut session, &document, ways, &sending, false).unwrap_err().code, code);
    }
    assert_eq!(all(&mut session), []);
    assert_eq!(retry(&mut session, 7, &sending(1), false).unwrap_err().code, "dispatch-not-found");
    let no_folder = Sending::default().folder().unwrap_err();
    assert_eq!(no_folder.code, "drop-folder-not-set-up");
    let plain = Sending { server: "smtp://anna@mail.example".to_owned(), ..sending(1) };
    assert_eq!(plain.check().unwrap_err().code, "mail-plain");
    let wrong = Sending { server: "mail.example".to_owned(), ..sending(1) };
    assert_eq!(wrong.check().unwrap_err().code, "mail-server");
    let needs_password = Sending {
        server: "smtp://anna@127.0.0.1:1".to_owned(),
        password: "env:OBLIGO_NO_SUCH_PASSWORD".to_owned(),
        ..sending(1)
    };
    let sent = send(&mut session, &document(), &[mail(CLERK)], &needs_password, false).unwrap_err();
    assert_eq!(sent.code, "mail-password-missing");
}

#[test]
fn a_folder_gets_the_file_whole_and_nothing_there_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, none) = (session(), Sending::default());
    let into = |path: &Path| Way::Folder(path.display().to_string());
    let target = folder.path().join("Meldung für Müller.pdf");
    let sent = send(&mut session, &document(), &[into(folder.path())], &none, false).unwrap();
    assert_eq!(states(&sent), ["dropped"]);
    assert_eq!(std::fs::read(&target).unwrap(), document().bytes);

    let other = Document { bytes: b"other".to_vec(), ..document() };
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    for way in
        [into(folder.path()), into(&folder.path().join("missing")), into(&file), into(Path::new("/proc"))]
    {
        let sent = send(&mut session, &other, std::slice::from_ref(&way), &none, false).unwrap();
        assert_eq!(states(&sent), ["failed"], "{way:?}");
        assert!(!sent[0].reason.is_empty());
    }
    assert_eq!(std::fs::read(&target).unwrap(), document().bytes);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn the_trail_says_what_was_sent_and_never_the_bytes() {
    let server = MailServer::start(Manner::Polite);
    let mut session = session();
    let sent = send(&mut session, &document(), &[mail(CLERK)], &sending(server.port), false).unwrap();
    let line = json_of(&sent[0]);
    assert_eq!(line["recipient"], CLERK);
    assert_eq!(line["state"], "sent");
    assert!(line.get("message").is_none());
}

fn obligo(folder: &Path, port: u16, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_obligo"))
        .current_dir(folder)
        .env("OBLIGO_NOW", "2024-06-30T12:00:00Z")
        .env("OBLIGO_ACTOR", "test")
        .env("OBLIGO_MAIL_SERVER", format!("smtp://127.0.0.1:{port}"))
        .env("OBLIGO_MAIL_FROM", "obligo@house.example")
        .args(words)
        .output()
        .unwrap()
}

#[test]
fn a_preview_leaves_marked_in_name_subject_and_file() {
    let server = MailServer::start(Manner::Polite);
    let folder = tempfile::tempdir().unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/every-status");
    let run = |words: &[&str]| {
        let done = obligo(folder.path(), server.port, words);
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    run(&["import", "scenario", scenario.to_str().unwrap()]);
    let policies = run(&["policy", "show", "--json"]);
    let policy: serde_json::Value = serde_json::from_str(policies.lines().next().unwrap()).unwrap();
    let policy = policy["policy"].as_str().unwrap();
    let asked = ["balance-declaration", "--policy", policy, "--key-date", "2024-06-30", "--buyers", "named"];
    for format in ["csv", "json", "xlsx", "pdf"] {
        run(&[&["send"], &asked[..], &["--format", format, "--to", CLERK, "--lang", "de"]].concat());
    }
    let mails = server.mails();
    assert_eq!(mails.len(), 4);
    for mail in &mails {
        assert!(mail.head.iter().any(|line| line.starts_with("Subject: [")), "{:?}", mail.head);
        assert!(mail.text.contains("Sehr geehrte"), "{}", mail.text);
    }
    let listed = run(&["dispatches", "--json"]);
    let rows: Vec<serde_json::Value> =
        listed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 4);
    for (row, mail) in rows.iter().rev().zip(&mails) {
        assert_eq!(row["sha256"], sha256_hex(&mail.file).as_str());
        assert_eq!(row["preview"], true);
        let name = row["file_name"].as_str().unwrap();
        let mark = name.split('_').next().unwrap();
        if ["text/csv; charset=utf-8", "application/json"].contains(&row["media_type"].as_str().unwrap()) {
            assert!(String::from_utf8_lossy(&mail.file).contains(mark), "{name}");
        }
    }
    let twice = obligo(
        folder.path(),
        server.port,
        &[&["send"], &asked[..], &["--to", CLERK, "--lang", "de"]].concat(),
    );
    assert_eq!(twice.status.code(), Some(3), "{}", String::from_utf8_lossy(&twice.stderr));
    assert!(String::from_utf8_lossy(&twice.stderr).contains("dispatch-sent-already"));
    assert_eq!(server.mails().len(), 4);

    // In an insurer's layout, into a folder.
    let insurer = policy.split('/').next().unwrap();
    let layout = "report = \"balance-declaration\"\ntable = \"buyers\"\nfile_name = \"{key_date}.csv\"\n[[column]]\nhead = \"Konto\"\nvalue = \"account\"\n";
    std::fs::write(folder.path().join("form.toml"), layout).unwrap();
    let name = format!("{insurer}/form");
    run(&["layout", "put", &name, "form.toml"]);
    assert_eq!(run(&["layout", "show", &name]), layout);
    std::fs::create_dir(folder.path().join("out")).unwrap();
    run(&[&["send"], &asked[..], &["--layout", &name, "--drop", "out"]].concat());
    run(&[&["report"], &asked[..], &["--layout", "form.toml", "-o", "."]].concat());
    let dropped = std::fs::read(folder.path().join("out/PREVIEW_2024-06-30.csv")).unwrap();
    assert_eq!(dropped, std::fs::read(folder.path().join("PREVIEW_2024-06-30.csv")).unwrap());
    assert!(dropped.starts_with(b"PREVIEW\r\nKonto\r\n"));
    run(&["verify"]);
}
