//! Who may take which route. The list comes from the router's own table, so that a new route cannot be forgotten; what is open
//! to strangers is written down by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::{Permission, Role, allows};
use obligo::serve::{Access, Bodies, Face, Method, Route, routes};
use obligo::words::Words;
use obligo_rules::problem::Problem;
use std::collections::BTreeSet;
use support::client::{Answer, Client};
use support::crawl::crawl;
use support::two_companies::{self, SECOND_AMOUNTS, SECOND_DOCUMENT};
use support::{html, server::Server};

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod crawl;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

/// Everything a stranger may ask for.
const OPEN: &[(&str, &str)] = &[
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/assets/{version}/{name}"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("GET", "/sign-in/provider"),
    ("GET", "/sign-in/back"),
    ("POST", "/sign-out"),
    ("GET", "/first/{secret}"),
    ("POST", "/first/{secret}"),
    // How people get their first password: the secret in the address is worth a password, once.
    ("GET", "/password/{secret}"),
    ("POST", "/password/{secret}"),
    // Calendars cannot sign in: the secret in the address opens the deadlines of one person.
    ("GET", "/feed/{secret}"),
];

/// A path of a route: its variable parts name what is there, or for the second company what belongs to that.
fn path_of(route: &Route, of_second: bool) -> String {
    let mut path = String::new();
    let mut rest = route.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').expect("a closed brace");
        let value = match (name.trim_start_matches('*'), of_second) {
            ("account" | "buyer", false) => "1001%2F0%2FD",
            ("account" | "buyer", true) => "2002%2F0%2FD",
            ("item", false) => "01%2FA-1%2Finvoice",
            ("item", true) => "02%2FGEHEIM-1%2Finvoice",
            ("policy", _) => "ACR%2FA",
            ("insurer", _) => "ACR",
            ("company", false) => "01",
            ("company", true) => "02",
            ("secret" | "token", _) => "nobody-made-this",
            _ => "1",
        };
        path.push_str(before);
        path.push_str(value);
        rest = after;
    }
    path + rest
}

/// Sends what a browser or a program would at least send.
fn take(client: &mut Client, route: &Route, of_second: bool) -> Answer {
    let path = path_of(route, of_second);
    let key = client.form_key.clone();
    match (route.method, route.face, route.bodies) {
        (Method::Get, ..) => client.get(&path),
        (_, Face::Page, Bodies::Small) => client.post(&path, &[("form_key", &key)]),
        (_, Face::Page, Bodies::Files) => client.upload(&path, &[("form_key", &key)], &[]),
        (method, Face::Api, _) => client.json(method.name(), &path, &serde_json::json!({})),
    }
}

/// The code of the problem an answer tells, as far as it is about who asks.
fn refusal(answer: &Answer) -> Option<&'static str> {
    if answer.status == 303 && answer.location().starts_with("/sign-in?next=") {
        return Some("sign-in-needed");
    }
    if ![401, 403].contains(&answer.status) {
        return None;
    }
    let text = html::text(&answer.text());
    ["sign-in-needed", "token-unknown", "role-missing", "role-companies", "form-expired", "form-foreign"]
        .into_iter()
        .find(|code| {
            let words = Words::of("en").problem(&Problem::forbidden(code)).0;
            text.contains(words.trim()) || text.contains(&format!("\"code\":\"{code}\""))
        })
}

/// What of the second company stands in a body, with what is around it. Where the item was asked for, its name may be repeated.
fn second_in(body: &str, is_of_item: bool) -> Option<String> {
    let text = html::text(body);
    let words = SECOND_AMOUNTS.iter().copied().chain((!is_of_item).then_some(SECOND_DOCUMENT));
    words.into_iter().find_map(|word| {
        let at = text.find(word).or_else(|| body.contains(word).then_some(0))?;
        let around: String = text[..at].chars().rev().take(120).collect();
        Some(format!("… {} {word}", around.chars().rev().collect::<String>()))
    })
}

fn told(route: &Route) -> String {
    format!("{} {}", route.method.name(), route.path)
}

fn permission(route: &Route) -> Option<Permission> {
    match route.access {
        Access::Open => None,
        Access::Allowed(permission) | Access::WholeGroup(permission) => Some(permission),
    }
}

/// Signing out ends what the others need; it has a test of its own.
fn all_but_sign_out() -> Vec<Route> {
    routes().into_iter().filter(|route| route.path != "/sign-out").collect()
}

/// Somebody with these roles at a browser and as a program, each for its own face.
struct Pair {
    person: Client,
    program: Client,
}

impl Pair {
    fn of(server: &Server, name: &str, roles: &[Role], companies: &[&str]) -> Self {
        Self {
            person: server.signed_in(name, roles, companies),
            program: server.program(&format!("{name}-program"), roles, companies),
        }
    }

    fn take(&mut self, route: &Route, of_second: bool) -> Answer {
        match route.face {
            Face::Page => take(&mut self.person, route, of_second),
            Face::Api => take(&mut self.program, route, of_second),
        }
    }
}

fn expect_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn only_these_routes_are_open_to_strangers() {
    let open: BTreeSet<String> =
        routes().iter().filter(|route| route.access == Access::Open).map(told).collect();
    let by_hand: BTreeSet<String> = OPEN.iter().map(|(method, path)| format!("{method} {path}")).collect();
    assert_eq!(open, by_hand);
}

#[test]
fn a_stranger_is_asked_to_sign_in_and_learns_nothing() {
    let server = two_companies::ground().serve();
    let mut wrong = Vec::new();
    for route in all_but_sign_out().iter().filter(|route| route.access != Access::Open) {
        let mut stranger = server.stranger();
        let answer = take(&mut stranger, route, false);
        let is_right = refusal(&answer) == Some("sign-in-needed");
        let body = answer.text();
        let tells = [SECOND_DOCUMENT, "Gemeinsam", "A-1", "Muster"].iter().any(|word| body.contains(word));
        if !is_right || tells {
            wrong.push(format!("{}: {}", told(route), answer.told()));
        }
    }
    for path in ["/nothing-of-the-kind", "/buyers/1001%2F0%2FD/none", "/api/v1/none", "/Buyers", "//buyers"] {
        let answer = server.stranger().get(path);
        if refusal(&answer) != Some("sign-in-needed") {
            wrong.push(format!("GET {path}: {}", answer.told()));
        }
    }
    expect_none("strangers are let in", &wrong);
}

#[test]
fn each_role_takes_what_its_permissions_allow_and_nothing_else() {
    let mut wrong = Vec::new();
    for role in Role::ALL {
        // Each role on a store of its own: what one may do would change what the next one sees.
        let server = two_companies::ground().serve();
        let mut pair = Pair::of(&server, role.code(), &[role], &[]);
        for route in all_but_sign_out() {
            let Some(permission) = permission(&route) else { continue };
            let may = allows(&BTreeSet::from([role]), permission)
                // A token does not do what is a person's own.
                && (route.face == Face::Page || permission != Permission::Own);
            let answer = pair.take(&route, false);
            let found = refusal(&answer);
            if found != (!may).then_some("role-missing") || answer.status >= 500 {
                wrong.push(format!(
                    "{} {}: {} instead of {}; {}",
                    role.code(),
                    told(&route),
                    found.unwrap_or("let in"),
                    if may { "let in" } else { "role-missing" },
                    answer.told()
                ));
            }
        }
    }
    expect_none("roles do not hold", &wrong);
}

#[test]
fn master_data_are_for_people_who_see_every_company_by_form_as_by_file() {
    let server = two_companies::ground().serve();
    let mut clara = server.signed_in("clara", &Role::ALL, &["01"]);
    let key = clara.form_key.clone();
    let buyer = "/buyers/1001%2F0%2FD";
    for path in ["/limits/new", "/buyers/new", "/co-insured/new", "/co-insured/end"]
        .map(str::to_owned)
        .into_iter()
        .chain(["edit", "cover", "evidence"].map(|what| format!("{buyer}/{what}")))
    {
        assert_eq!(refusal(&clara.get(&path)), Some("role-companies"), "{path}");
        assert_eq!(refusal(&clara.post(&path, &[("form_key", &key)])), Some("role-companies"), "{path}");
        for list in ["/limits", "/buyers", "/co-insured", buyer] {
            let offers = clara.get(list).text().contains(&format!("href=\"{path}"));
            assert!(!offers, "{list} offers {path}");
        }
    }
    assert_eq!(clara.get(&format!("{buyer}/event")).status, 200);
}

#[test]
fn people_of_one_company_see_nothing_of_another() {
    let server = two_companies::ground().serve();
    let mut pair = Pair::of(&server, "clara", &Role::ALL, &["01"]);
    let mut wrong = Vec::new();
    for route in all_but_sign_out() {
        for of_second in [false, true] {
            let answer = pair.take(&route, of_second);
            let is_whole_group = matches!(route.access, Access::WholeGroup(_));
            let is_of_item = of_second && route.path.contains("{item}");
            let seen = second_in(&answer.text(), is_of_item);
            let is_let_in = refusal(&answer).is_none();
            let is_changed = is_of_item && route.method.writes() && answer.status < 400;
            let is_shown = is_of_item && answer.status == 200;
            let place = format!("{} as {}", told(&route), path_of(&route, of_second));
            if let Some(seen) = seen {
                wrong.push(format!("{place} shows: {seen}"));
            } else if is_whole_group && is_let_in || is_changed || is_shown || answer.status >= 500 {
                wrong.push(format!("{place}: {}", answer.told()));
            }
        }
    }
    let pages =
        crawl(&mut pair.person, &["/limits?tab=increases", "/buyers?over_limit=true", "/search?q=GEHEIM"]);
    for page in pages.keys() {
        let names_it = page.contains(SECOND_DOCUMENT);
        if let Some(seen) = second_in(&pair.person.get(page).text(), names_it) {
            wrong.push(format!("{page} shows: {seen}"));
        }
    }
    expect_none("another company is seen", &wrong);
}

#[test]
fn somebody_of_both_companies_sees_the_second_so_that_the_test_above_can_fail() {
    let server = two_companies::ground().serve();
    let mut pair = Pair::of(&server, "doris", &[Role::Viewer], &[]);
    let shown = all_but_sign_out()
        .iter()
        .any(|route| route.method == Method::Get && pair.take(route, true).text().contains(SECOND_DOCUMENT));
    assert!(shown);
    for path in ["/", "/deadlines", "/api/v1/deadlines"] {
        let client = if path.starts_with("/api") { &mut pair.program } else { &mut pair.person };
        assert!(client.get(path).text().contains(SECOND_DOCUMENT), "{path} has a duty of the second company");
    }
}

#[test]
fn a_form_without_its_key_or_from_another_site_is_refused() {
    let server = two_companies::ground().serve();
    let mut person = server.signed_in("clara", &Role::ALL, &[]);
    let key = person.form_key.clone();
    let mut wrong = Vec::new();
    for route in routes().iter().filter(|route| route.face == Face::Page && route.method.writes()) {
        let path = path_of(route, false);
        let mut expect = |what: &str, answer: &Answer, code: &str| {
            if refusal(answer) != Some(code) {
                wrong.push(format!("{} {what}: {}", told(route), answer.told()));
            }
        };
        for given in ["", "0000", "nobody-made-this"] {
            expect("without key", &person.post(&path, &[("form_key", given)]), "form-expired");
        }
        for header in
            [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")]
        {
            let mut foreign = person.clone().with(header.0, header.1);
            expect("from elsewhere", &foreign.post(&path, &[("form_key", &key)]), "form-foreign");
        }
    }
    expect_none("forms of others are taken", &wrong);
    assert_eq!(person.get("/").status, 200, "and the person is still signed in");
}

#[test]
fn a_cookie_opens_no_api_and_a_token_no_page() {
    let server = two_companies::ground().serve();
    let mut person = server.signed_in("clara", &Role::ALL, &[]);
    let mut program = server.program("clara-program", &Role::ALL, &[]);
    let mut wrong = Vec::new();
    for route in all_but_sign_out().iter().filter(|route| route.access != Access::Open) {
        let answer = match route.face {
            Face::Page => take(&mut program, route, false),
            Face::Api => take(&mut person, route, false),
        };
        if refusal(&answer) != Some("sign-in-needed") {
            wrong.push(format!("{}: {}", told(route), answer.told()));
        }
    }
    expect_none("the other face lets in", &wrong);
    for secret in ["", "x", "Bearer", "obligo_0000000000000000", "\u{fffd}"] {
        let answer = server.stranger().with("authorization", &format!("Bearer {secret}")).get("/metrics");
        assert_eq!(answer.status, 401, "{secret:?}: {}", answer.told());
    }
}

#[test]
fn who_signs_out_is_a_stranger_with_the_old_cookie_too() {
    let server = two_companies::ground().serve();
    let mut person = server.signed_in("clara", &[Role::Viewer], &[]);
    let mut thief = person.clone();
    assert_eq!(thief.get("/").status, 200);
    let key = person.form_key.clone();
    assert_eq!(person.post("/sign-out", &[("form_key", &key)]).status, 303);
    assert_eq!(person.cookies.len(), 0, "the cookie is taken back");
    assert_eq!(refusal(&thief.get("/")), Some("sign-in-needed"));
}

#[test]
fn every_answer_carries_the_protecting_headers() {
    let server = two_companies::ground().serve();
    let mut pair = Pair::of(&server, "clara", &Role::ALL, &[]);
    let mut wrong = Vec::new();
    let mut check = |what: String, answer: &Answer| {
        let policy = answer.header("content-security-policy").unwrap_or_default();
        let is_strict = policy.contains("default-src 'none'") && !policy.contains("unsafe");
        let is_plain = answer.header("x-content-type-options") == Some("nosniff");
        let may_lie_around = answer.header("cache-control").is_none_or(|value| !value.contains("no-store"));
        if !is_strict || !is_plain || may_lie_around != what.contains("/assets/") {
            wrong.push(format!("{what}: {:?}", answer.headers));
        }
    };
    for route in all_but_sign_out().iter().filter(|route| route.method == Method::Get) {
        if route.path.starts_with("/assets/") {
            let page = server.stranger().get("/sign-in").text();
            let style = page.split('"').find(|text| text.ends_with("obligo.css")).unwrap();
            check(style.to_owned(), &server.stranger().get(style));
        } else {
            check(told(route), &pair.take(route, false));
            check(format!("stranger {}", told(route)), &take(&mut server.stranger(), route, false));
        }
    }
    check("an unknown page".to_owned(), &server.stranger().get("/nothing"));
    expect_none("headers are missing", &wrong);
}
