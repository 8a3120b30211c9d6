//! The browser of the journeys, tried on a page of its own: what it finds by its words, and that it reports what is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
mod support {
    pub mod browser;
    pub mod driver;
    pub mod looks;
    pub mod place;
}

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use support::{browser, driver};

const PAGE: &str = include_str!("support/own_page.html");
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'";

/// Serves the page, whatever is asked, until the test ends.
fn address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = [0; 8192];
            let read = stream.read(&mut request).unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..read]).into_owned();
            let language = request.lines().find(|line| line.to_lowercase().starts_with("accept-language"));
            let line = request.lines().next().unwrap_or_default();
            let page = PAGE.replace("{line}", line).replace("{language}", language.unwrap_or_default());
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-security-policy: {POLICY}\r\n\
                 content-length: {}\r\nconnection: close\r\n\r\n{page}",
                page.len()
            );
        }
    });
    address
}

#[test]
fn fields_are_found_by_label_and_buttons_by_name() {
    if !driver::is_here() {
        return;
    }
    let page = browser::open(&address());
    page.open("/start");
    page.fill("Account", "10021");
    page.fill("Remark", "two words 😀");
    page.fill("Valid from", "2024-06-30");
    page.choose("Policy", "ACR/A");
    page.choose("Cover", "unnamed");
    page.tick("Top-up", true);
    page.press("Save");
    page.is_at("/saved");
    page.sees("account=10021&remark=two+words+%F0%9F%98%80&from=2024-06-30&policy=ACR%2FA&cover=U&top_up=on");
    page.does_not_see("nothing of the kind");
    page.press_in_row("Holzbau", "Edit");
    page.is_at("/buyers/10022");
}

#[test]
fn tables_are_read_by_their_caption_or_heading() {
    if !driver::is_here() {
        return;
    }
    let page = browser::open(&address());
    page.open("/");
    assert_eq!(page.columns("Buyers"), ["Account", "Name", ""]);
    assert_eq!(page.table("Buyers"), [["10021", "Sägewerk", "Edit"], ["10022", "Holzbau", "Edit"]]);
    assert_eq!(page.table("Runs"), [["1"]]);
}

#[test]
fn keys_move_the_focus_and_its_name_is_told() {
    if !driver::is_here() {
        return;
    }
    let page = browser::open(&address());
    page.open("/");
    page.key("Tab");
    assert_eq!(page.focused(), "textbox Account *");
    page.type_text("77");
    page.key("Tab");
    assert_eq!(page.focused(), "textbox Remark free text");
    page.key("Shift+Tab");
    assert_eq!(page.value("Account"), "77");
    page.key("Enter");
    page.sees("account=77");
}

#[test]
fn the_browser_asks_in_its_language() {
    if !driver::is_here() {
        return;
    }
    for language in ["de", "sv"] {
        let page = browser::open_in(&address(), language);
        page.open("/");
        page.sees(&format!("Accept-Language: {language}"));
    }
}

#[test]
fn axe_and_the_console_report_what_is_wrong_and_pictures_are_made() {
    if !driver::is_here() {
        return;
    }
    let page = browser::open(&address());
    page.open("/");
    let violations = page.axe().join("\n");
    assert!(violations.contains("image-alt") || std::env::var_os("OBLIGO_AXE").is_none(), "{violations}");
    // The page's own style attribute and script are against its policy.
    assert!(page.complaints().join("\n").contains("Content Security Policy"));
    assert!(!page.was_hacked());
    page.script("window.hacked = true");
    assert!(page.was_hacked());
    page.at_width(390);
    page.dark();
    assert_eq!(page.script("return matchMedia('(prefers-color-scheme: dark)').matches"), true);
    assert_eq!(page.script("return innerWidth"), 390);
    assert!(page.width_beyond() > 0, "the wide box is wider than a telephone");
    assert!(page.screenshot("own-page-dark").is_file());
    page.light();
    assert!(page.print_pdf("own-page").is_file());
    page.script("setTimeout(() => alert('open'), 0)");
    assert!((0..100).any(|_| page.was_hacked()), "an alert counts");
}

#[test]
fn without_scripts_a_page_is_still_read() {
    if !driver::is_here() {
        return;
    }
    let page = browser::open_without_scripts(&address());
    page.open("/");
    page.sees("no scripts here");
    page.fill("Account", "5");
    page.press("Save");
    page.sees("account=5");
}
