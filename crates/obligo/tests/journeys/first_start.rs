//! From a store nobody can sign in to, to people who come and go.

use crate::support::browser::{self, Page};
use crate::support::driver;
use crate::support::server::{Ground, Server};
use crate::{LANGUAGES, said};

const PASSWORD: &str = "a sentence kept in mind";

fn make_administrator(page: &Page, server: &Server, language: &str) {
    let say = |message: &str| said(language, message);
    page.open(&server.first_path());
    page.sees(&say("first-title"));
    page.fill(&say("sign-in-name"), "alma");
    page.fill(&say("sign-in-password"), PASSWORD);
    page.press(&say("first-do"));
    page.is_at("/");
    page.sees(&say("nav-buyers"));
}

fn sign_out(page: &Page, language: &str) {
    page.press("alma");
    page.press(&said(language, "frame-sign-out"));
    page.is_at("/sign-in");
}

#[test]
fn first_start_to_signed_in_administrator_in_each_language() {
    if !driver::is_here() {
        return;
    }
    for language in LANGUAGES {
        let server = Ground::empty("2024-07-01").serve();
        let page = browser::open_in(&server.address, language);
        let say = |message: &str| said(language, message);
        page.open(&server.first_path());
        page.is_accessible();
        page.screenshot(&format!("first-start-{language}"));
        make_administrator(&page, &server, language);
        page.is_accessible();
        sign_out(&page, language);
        page.sees(&say("done-signed-out"));
        page.is_accessible();

        page.fill(&say("sign-in-name"), "alma");
        page.fill(&say("sign-in-password"), "not what it is");
        page.press(&say("sign-in-do"));
        page.sees(&say("sign-in-refused"));
        assert_eq!(page.value(&say("sign-in-name")), "alma", "the name stays, the password does not");
        assert_eq!(page.value(&say("sign-in-password")), "");
        page.screenshot(&format!("sign-in-refused-{language}"));

        page.fill(&say("sign-in-password"), PASSWORD);
        page.press(&say("sign-in-do"));
        page.is_at("/");
        page.sees(&say("nav-buyers"));
        assert_eq!(page.complaints(), Vec::<String>::new());
    }
}

#[test]
fn the_first_link_works_once() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::empty("2024-07-01").serve();
    let page = browser::open(&server.address);
    make_administrator(&page, &server, "en");
    let later = browser::open(&server.address);
    later.open(&server.first_path());
    later.sees(&said("en", "link-invalid"));
}

#[test]
fn a_name_nobody_has_is_refused_as_a_wrong_password_is() {
    let server = Ground::empty("2024-07-01").serve();
    let mut stranger = server.stranger();
    let link = server.first_path();
    let made = stranger.fill(&link, &[("name", "alma"), ("password", PASSWORD)]);
    assert_eq!((made.status, made.location()), (303, "/"));
    let refused = |name: &str| {
        let answer =
            server.stranger().fill("/sign-in", &[("name", name), ("password", "wrong but long enough")]);
        (answer.status, crate::support::html::text(&answer.text()).replace(name, "NAME"))
    };
    assert_eq!(refused("alma"), refused("nobody"));
}

#[test]
fn keys_alone_make_the_administrator_and_sign_out() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::empty("2024-07-01").serve();
    let page = browser::open(&server.address);
    page.open(&server.first_path());
    let reach = |wanted: &str| {
        for _ in 0..40 {
            if page.focused().contains(wanted) {
                return;
            }
            page.key("Tab");
        }
        page.fail(&format!("Tab never reaches {wanted}"));
    };
    reach("User name");
    page.type_text("alma");
    reach("Password");
    page.type_text(PASSWORD);
    page.key("Enter");
    page.is_at("/");
    page.key("Tab");
    assert_eq!(
        page.focused(),
        format!("link {}", said("en", "frame-skip")),
        "the first key skips to the content"
    );
    reach("alma");
    page.key("Enter");
    reach("Sign out");
    page.key("Enter");
    page.is_at("/sign-in");
}

#[test]
fn without_scripts_people_sign_in_too() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::empty("2024-07-01").serve();
    let page = browser::open_without_scripts(&server.address);
    make_administrator(&page, &server, "en");
    sign_out(&page, "en");
}
