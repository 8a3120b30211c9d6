//! Hostile requests: paths, bodies, headers, and senders who take their time.

use crate::support::client::{encoded, read_answer};
use crate::support::server::Ground;
use crate::support::{html, two_companies};
use crate::{everybody, expect_none, fault};
use obligo::access::Role;
use obligo::serve::routes;
use obligo::words::Words;
use obligo_rules::problem::Problem;
use serde_json::json;
use std::io::{Read as _, Write as _};
use std::time::{Duration, Instant};

#[test]
fn paths_lead_nowhere_but_to_pages() {
    let server = two_companies::ground().serve();
    let mut person = everybody(&server);
    let mut stranger = server.stranger();
    let mut wrong = Vec::new();
    for target in [
        "/../../../../etc/passwd",
        "/assets/x/../../../../etc/passwd",
        "/assets/x/..%2f..%2f..%2fetc%2fpasswd",
        "/assets/x/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/assets/../obligo.db",
        "/assets/x/obligo.css%00.html",
        "/assets/%00/%00",
        "/%00",
        "/%",
        "/%zz",
        "/%ff%fe",
        "/buyers/%ff",
        "/items/%c0%ae%c0%ae",
        "/\\..\\..\\windows\\win.ini",
        "//evil.example/",
        "/buyers//////",
        "/.git/config",
        "/.env",
        "/;/",
        "/?%00=%00&%ff=%ff",
        "http://evil.example/",
        "/sign-in?next=//evil.example",
        "/sign-in?next=https://evil.example",
        "/sign-in?next=/%5Cevil.example",
        "/sign-in?next=%0d%0ax-hacked:%20yes",
    ] {
        for client in [&mut person, &mut stranger] {
            match client.try_send("GET", target, &[], b"") {
                Ok(answer) => {
                    let leads_away = answer.location().contains("evil")
                        && !answer.location().starts_with("/sign-in?next=");
                    let is_file = answer.text().contains("root:") || answer.text().contains("SQLite format");
                    if leads_away || is_file || fault(&answer).is_some() {
                        wrong.push(format!("{target}: {}", answer.told()));
                    }
                }
                Err(error) => wrong.push(format!("{target}: {error}")),
            }
        }
    }
    let long = format!("/{}", "a".repeat(100_000));
    let answer = person.try_send("GET", &long, &[], b"");
    if answer.as_ref().is_ok_and(|answer| answer.status >= 500) {
        wrong.push(format!("a path of 100,000 letters: {answer:?}"));
    }
    expect_none("paths", &wrong);
}

#[test]
fn signing_in_leads_to_no_other_house() {
    let server = Ground::empty("2024-03-05").serve();
    let password = "a sentence kept in mind";
    server.stranger().fill(&server.first_path(), &[("name", "alma"), ("password", password)]);
    for next in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
    ] {
        let page = format!("/sign-in?{}", encoded(&[("next", next)]));
        let answer = server.stranger().fill(&page, &[("name", "alma"), ("password", password)]);
        assert_eq!(answer.status, 303, "{next:?}");
        assert!(
            !answer.location().contains("evil") && answer.location().starts_with('/'),
            "{next:?}: {}",
            answer.location()
        );
    }
}

#[test]
fn bodies_of_wrong_kinds_and_sizes_are_refused() {
    let server = two_companies::ground().serve();
    let mut person = everybody(&server);
    let mut program = server.program("program", &Role::ALL, &[]);
    let mut wrong = Vec::new();
    let big = "x".repeat(3 << 20);
    let big_form = format!("form_key={}&name={big}", person.form_key);
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let many = "field=1&".repeat(5000);
    let form = "application/x-www-form-urlencoded";
    let bodies: Vec<(&str, &str, Vec<u8>)> = vec![
        ("3 MB of form", form, big_form.into_bytes()),
        ("3 MB of JSON", "application/json", json!(big).to_string().into_bytes()),
        ("deep JSON", "application/json", deep.into_bytes()),
        ("half JSON", "application/json", b"{\"name\": \"a".to_vec()),
        ("JSON that is no object", "application/json", b"[1, null, \"x\"]".to_vec()),
        (
            "numbers no one holds",
            "application/json",
            b"{\"amount\": 1e999, \"n\": 123456789012345678901234567890}".to_vec(),
        ),
        ("5000 fields", form, many.into_bytes()),
        ("bytes that are no text", form, vec![0xff, 0xfe, b'=', 0, 0x80, b'&', b'%', b'z']),
        (
            "XML",
            "application/xml",
            b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".to_vec(),
        ),
        ("an image", "image/png", vec![0x89, b'P', b'N', b'G']),
        ("no type", "", b"name=x".to_vec()),
        ("a type that is none", "\u{fffd}/;;;=", b"name=x".to_vec()),
        ("parts without boundary", "multipart/form-data", b"--x\r\n\r\n".to_vec()),
        (
            "parts that do not end",
            "multipart/form-data; boundary=x",
            b"--x\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nb".to_vec(),
        ),
        ("parts of nothing", "multipart/form-data; boundary=x", b"garbage".to_vec()),
        ("JSON in UTF-16", "application/json; charset=utf-16", vec![0xff, 0xfe, b'{', 0, b'}', 0]),
    ];
    for route in routes().iter().filter(|route| route.method.writes()) {
        let path = route.path.replace(['{', '}', '*'], "");
        for (what, kind, body) in &bodies {
            let is_api = route.path.starts_with("/api/");
            let client = if is_api { &mut program } else { &mut person };
            let headers: &[(&str, &str)] = if kind.is_empty() { &[] } else { &[("content-type", kind)] };
            match client.try_send(route.method.name(), &path, headers, body) {
                Ok(answer) if fault(&answer).is_some() => {
                    wrong.push(format!("{} {path} {what}: {}", route.method.name(), answer.told()));
                }
                Ok(_) => {}
                // Hanging up on a body far too large is an answer too.
                Err(_) if body.len() > 1 << 20 => {}
                Err(error) => wrong.push(format!("{} {path} {what}: {error}", route.method.name())),
            }
        }
    }
    expect_none("bodies", &wrong);
    let announced = person.try_send(
        "POST",
        "/sign-in",
        &[("content-type", form), ("content-length", "99999999999")],
        b"a=b",
    );
    assert_eq!(announced.expect("an answer before the body").status, 413);
    let mut unannounced = server.stranger().connect().unwrap();
    unannounced
        .write_all(format!("POST /sign-in HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: {form}\r\ntransfer-encoding: chunked\r\n\r\n").as_bytes())
        .unwrap();
    let piece = [b"10000\r\n".as_slice(), &vec![b'x'; 0x10000], b"\r\n"].concat();
    for _ in 0..64 {
        if unannounced.write_all(&piece).is_err() {
            break;
        }
    }
    // It may have hung up while we were still sending; an answer it gave is a refusal.
    if let Ok(answer) = read_answer(&mut unannounced) {
        assert_eq!(answer.status, 413);
    }
    assert_eq!(person.get("/").status, 200, "the server goes on");
}

#[test]
fn slow_senders_are_given_up_and_keep_nobody_waiting() {
    let server = two_companies::ground().serve();
    let mut person = everybody(&server);
    let begin = Instant::now();
    let mut slow_head = server.stranger().connect().unwrap();
    slow_head.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow:").unwrap();
    let mut slow_body = server.stranger().connect().unwrap();
    let head = "POST /sign-in HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 1000\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\nname=";
    slow_body.write_all(head.as_bytes()).unwrap();
    let mut silent = server.stranger().connect().unwrap();
    let crowd: Vec<_> = (0..200).map(|_| server.stranger().connect().unwrap()).collect();
    let asked = Instant::now();
    assert_eq!(person.get("/").status, 200);
    assert!(asked.elapsed() < Duration::from_secs(5), "others are answered meanwhile: {:?}", asked.elapsed());
    let given_up = read_answer(&mut slow_body).expect("an answer");
    let told = Words::of("en").problem(&Problem::usage("body-too-slow")).0;
    assert!(given_up.status == 408 && html::text(&given_up.text()).contains(&told), "{}", given_up.told());
    let mut rest = Vec::new();
    let _ = slow_head.read_to_end(&mut rest);
    silent.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    assert_eq!(silent.read(&mut [0; 1]).expect("the server hangs up on who says nothing"), 0);
    assert!(begin.elapsed() < Duration::from_secs(40), "slow senders stay for {:?}", begin.elapsed());
    drop(crowd);
    assert_eq!(person.get("/").status, 200);
}

#[test]
fn headers_of_any_kind_are_taken_or_refused() {
    let server = two_companies::ground().serve();
    let person = everybody(&server);
    let mut wrong = Vec::new();
    let long = "x".repeat(50_000);
    for (name, value) in [
        ("cookie", "obligo_session="),
        ("cookie", "obligo_session=x; obligo_session=y; ;;;=;a"),
        ("cookie", "obligo_session=\u{fffd}\u{1f600}"),
        ("cookie", &long),
        ("accept-language", "de;q=nan, sv;q=inf, fr;q=-1, *;q=1e99"),
        ("accept-language", &long),
        ("accept", "text/html;q=x,,,;;"),
        ("authorization", "Basic YTpi"),
        ("authorization", &long),
        ("if-match", "\"\"\"*"),
        ("idempotency-key", &long),
        ("range", "bytes=0-18446744073709551615,-1"),
        ("content-length", "-1"),
        ("host", "evil.example"),
        ("expect", "200-maybe"),
        ("x-forwarded-for", "<script>"),
        ("upgrade", "h2c"),
    ] {
        for path in ["/", "/sign-in", "/healthz", "/metrics"] {
            let mut client = person.clone().with(name, value);
            // A refusal before anything is read may come as a closed connection.
            if let Ok(answer) = client.try_send("GET", path, &[], b"")
                && (fault(&answer).is_some() && answer.status != 501)
            {
                let short: String = value.chars().take(40).collect();
                wrong.push(format!("{path} {name}: {short}: {}", answer.told()));
            }
        }
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "BREW", "get"] {
        for path in ["/", "/sign-in", "/buyers", "/api/v1/items"] {
            let mut client = person.clone();
            if let Ok(answer) = client.try_send(method, path, &[], b"")
                && fault(&answer).is_some()
            {
                wrong.push(format!("{method} {path}: {}", answer.told()));
            }
        }
    }
    expect_none("headers", &wrong);
    assert_eq!(person.clone().get("/").status, 200);
}
