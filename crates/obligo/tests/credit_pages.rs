//! Credit control through pages and API: the selection beside the requests, whom the navigation leads where, and credit managers and
//! exceptions that somebody else has changed meanwhile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use obligo::access::Role;
use serde_json::json;
use support::client::{Answer, Client};
use support::server::Server;
use support::{html, two_companies};

#[allow(dead_code)]
mod support {
    pub mod client;
    pub mod html;
    pub mod place;
    pub mod server;
    pub mod two_companies;
}

const MANAGERS: &str = "/api/v1/credit-managers";

fn manager(server: &Server) -> Client {
    server.signed_in("mona", &[Role::Manager], &[])
}

/// The form of a page that posts to an address ending so.
#[track_caller]
fn form_to(answer: &Answer, end: &str) -> html::Form {
    let forms = html::forms(&answer.text());
    let found = forms.into_iter().find(|form| form.is_post && form.action.ends_with(end));
    found.unwrap_or_else(|| panic!("no form to …{end}: {}", answer.told()))
}

/// Sends a form and follows it to the page where it ends, however often that has to be looked at.
#[track_caller]
fn sent(client: &mut Client, page: &str, form: &html::Form, changes: &[(&str, &str)]) -> (String, Answer) {
    let mut answer = client.send_form(page, form, changes);
    let mut path = page.to_owned();
    for _ in 0..200 {
        if answer.status == 303 {
            answer.location().clone_into(&mut path);
        } else if answer.text().contains("data-reload") {
            std::thread::sleep(std::time::Duration::from_millis(50));
        } else {
            return (path, answer);
        }
        answer = client.get(&path);
    }
    panic!("{path} never ends");
}

#[test]
fn r9_2_a_selection_on_the_page_ends_at_the_new_list_and_a_form_sent_twice_runs_it_once() {
    let server = two_companies::ground().serve();
    let mut clerk = server.signed_in("carl", &[Role::Clerk], &[]);
    let form = form_to(&clerk.get("/credit"), "/credit/run");
    for _ in 0..2 {
        let (path, shown) = sent(&mut clerk, "/credit", &form, &[("key_date", "2024-03-05")]);
        assert_eq!(path, "/credit?done=done-saved");
        let text = html::text(&shown.text());
        assert!(text.contains("Run 1, key date 5 Mar 2024"), "{text}");
    }
    let refused = clerk.send_form("/credit", &form, &[("managers", "KM9..KM1")]);
    assert_eq!(refused.status, 400, "{}", refused.told());
    assert!(html::text(&refused.text()).contains("This is no range"), "{}", refused.told());
    assert_eq!(clerk.get("/credit/run/0123").status, 404);
    let runs = clerk.get("/credit");
    assert!(!html::text(&runs.text()).contains("Run 2,"), "{}", runs.told());
}

#[test]
fn r9_3_the_desk_of_a_payer_shows_what_is_insured_as_the_page_of_the_buyer_does() {
    let server = two_companies::ground().serve();
    let mut clerk = server.signed_in("carl", &[Role::Clerk], &[]);
    let mut figures = |path: &str| {
        let page = clerk.get(path).text();
        let bar = page.split("limit-figures\">").nth(1).unwrap_or_else(|| panic!("no bar: {path}"));
        html::text(bar.split("</dl>").next().unwrap())
    };
    assert_eq!(figures("/credit/payers/1001%2F0%2FD"), figures("/buyers/1001%2F0%2FD"));
}

#[test]
fn the_navigation_leads_everybody_to_pages_they_may_open() {
    let server = two_companies::ground().serve();
    for (name, companies, expected) in
        [("anna", &[] as &[&str], "/credit"), ("bert", &["01"] as &[&str], "/credit/reminders")]
    {
        let mut client = server.signed_in(name, &[Role::Viewer], companies);
        let page = client.get("/");
        let navigation = page.text();
        let navigation = navigation.split("<main").next().unwrap();
        let links = html::links(navigation);
        assert!(links.iter().any(|link| link == expected), "{name}: {links:?}");
        for link in links.iter().filter(|link| link.starts_with('/')) {
            assert_eq!(client.get(link).status, 200, "{name}: {link}");
        }
        for link in html::links(&client.get(expected).text()).iter().filter(|l| l.starts_with("/credit")) {
            assert_eq!(client.get(link).status, 200, "{name}: {link}");
        }
    }
}

#[test]
fn r9_2_a_credit_manager_is_changed_and_ended_only_as_it_was_seen() {
    let server = two_companies::ground().serve();
    let mut program = server.program("program", &[Role::Manager], &[]);
    let put = |program: &mut Client, code: &str, version: &str, body: serde_json::Value| {
        program.clone().with("If-Match", version).json("PUT", &format!("{MANAGERS}/{code}"), &body)
    };
    assert_eq!(program.json("PUT", &format!("{MANAGERS}/KM1"), &json!({ "name": "Jan" })).status, 428);
    assert_eq!(put(&mut program, "KM1", "*", json!({ "name": "Jan" })).status, 200);
    assert_eq!(put(&mut program, "KM2", "*", json!({ "name": "Eva", "senior": "KM1" })).status, 200);
    let seen = program.get(&format!("{MANAGERS}/KM1")).header("etag").unwrap().to_owned();
    assert_eq!(put(&mut program, "KM1", &seen, json!({ "name": "Jan Juni" })).status, 200);
    let late = put(&mut program, "KM1", &seen, json!({ "name": "Jan Juli" }));
    assert_eq!((late.status, late.json()["code"].as_str()), (412, Some("record-changed")));

    // A form opened before, sent after.
    let mut mona = manager(&server);
    let page = "/credit/policy/managers?edit=KM1";
    let opened = mona.get(page);
    let seen = program.get(&format!("{MANAGERS}/KM1")).header("etag").unwrap().to_owned();
    assert_eq!(put(&mut program, "KM1", &seen, json!({ "name": "Jan Mai" })).status, 200);
    let form = form_to(&opened, "/managers");
    let refused = mona.send_form(page, &form, &[("name", "Jan Berg")]);
    assert_eq!(refused.status, 412, "{}", refused.told());
    let text = refused.text();
    assert!(text.contains("Jan Mai") && text.contains("Jan Berg"), "what is, and what was typed");
    let again = form_to(&refused, "/managers");
    assert_eq!(sent(&mut mona, page, &again, &[]).1.status, 200);

    // A senior cannot end; the junior can, and is there on earlier days.
    let ending = form_to(&mona.get(page), "/KM1/end");
    let refused = mona.send_form(page, &ending, &[("reason", "left")]);
    assert!(html::text(&refused.text()).contains("is the senior of KM2"), "{}", refused.told());
    let page = "/credit/policy/managers?edit=KM2";
    let ending = form_to(&mona.get(page), "/KM2/end");
    let changes = [("reason", "left"), ("last_day", "2024-03-10")];
    assert_eq!(sent(&mut mona, page, &ending, &changes).1.status, 200);
    for (day, expected) in [("2024-03-10", 2), ("2024-03-11", 1)] {
        let listed = program.get(&format!("{MANAGERS}?as_of={day}")).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), expected, "{day}");
    }
    let end = |program: &mut Client, code: &str, version: &str| {
        let body = json!({ "reason": "left" });
        program.clone().with("If-Match", version).json("POST", &format!("{MANAGERS}/{code}/end"), &body)
    };
    assert_eq!(end(&mut program, "KM9", "0").status, 404);
    assert_eq!(end(&mut program, "KM1", "0").status, 412);
}

#[test]
fn r9_9_an_exception_is_ended_only_as_it_was_seen() {
    let server = two_companies::ground().serve();
    let mut program = server.program("program", &[Role::Manager], &[]);
    let added = program.json(
        "POST",
        "/api/v1/exceptions",
        &json!({
            "account": "1001/0/D", "differs": "handling", "value": "phone first", "reason": "fair",
            "valid_until": "2024-12-31",
        }),
    );
    assert_eq!(added.status, 200, "{}", added.text());
    let one = "/api/v1/exceptions/1";
    let end = |program: &Client, version: &str, last_day: &str| {
        let body = json!({ "reason": "over", "last_day": last_day });
        program.clone().with("If-Match", version).json("POST", &format!("{one}/end"), &body)
    };
    assert_eq!(program.json("POST", &format!("{one}/end"), &json!({ "reason": "over" })).status, 428);
    let mut mona = manager(&server);
    let page = "/credit/policy/exceptions";
    let form = form_to(&mona.get(page), "/1/end");
    let seen = program.get(one).header("etag").unwrap().to_owned();
    assert_eq!(end(&program, &seen, "2024-11-30").status, 200);
    assert_eq!(end(&program, &seen, "2024-10-31").status, 412);
    let refused = mona.send_form(page, &form, &[("reason", "closed"), ("last_day", "2024-09-30")]);
    assert_eq!(refused.status, 412, "{}", refused.told());
    assert!(refused.text().contains("30 Nov 2024") && refused.text().contains("2024-09-30"));
    let again = form_to(&refused, "/1/end");
    let (_, shown) = sent(&mut mona, page, &again, &[]);
    assert!(html::text(&shown.text()).contains("30 Sept 2024"), "{}", html::text(&shown.text()));
    assert_eq!(program.get("/api/v1/exceptions/9").status, 404);
}
