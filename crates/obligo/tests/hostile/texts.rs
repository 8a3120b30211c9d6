//! Hostile text in fields, queries, paths and names.

use crate::support::client::encoded;
use crate::support::crawl::{crawl, kind};
use crate::support::html::Form;
use crate::support::server::Ground;
use crate::support::{browser, driver, naughty, two_companies};
use crate::{everybody, expect_none, fault};
use obligo::access::Role;
use obligo::serve::{Face, Method, Route, routes};
use std::collections::BTreeSet;

#[test]
fn every_field_of_every_form_takes_hostile_text_as_text_or_refuses_it() {
    let server = two_companies::ground().serve();
    let mut client = everybody(&server);
    let pages = crawl(&mut client, &[]);
    let strings = naughty::strings();
    let mut next = strings.iter().cycle();
    let mut wrong = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let forms: Vec<(&String, &Form)> = pages
        .iter()
        .flat_map(|(page, forms)| forms.iter().map(move |form| (page, form)))
        .filter(|(_, form)| !form.action.contains("sign-out") && seen.insert(format!("{:?}", shape(form))))
        .collect();
    // Each string is sent several times over all forms; each form gets the worst of them.
    let rounds = (3 * strings.len()).div_ceil(forms.len().max(1)).clamp(12, 60);
    for (page, form) in &forms {
        for round in 0..rounds {
            let values: Vec<(String, String)> = form
                .fields
                .iter()
                .filter(|field| !field.is_hidden)
                .map(|field| {
                    let worst = naughty::OWN.get(round);
                    (
                        field.name.clone(),
                        worst.map_or_else(|| next.next().unwrap().clone(), |&own| own.to_owned()),
                    )
                })
                .collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let answer = client.send_form(page, form, &values);
            if let Some(fault) = fault(&answer) {
                wrong.push(format!("{page} {} {values:?} {fault}: {}", form.action, answer.told()));
            }
        }
    }
    let found: BTreeSet<String> = forms
        .iter()
        .map(|(page, form)| kind(if form.action.is_empty() { page } else { &form.action }))
        .collect();
    let names: BTreeSet<&str> =
        forms.iter().flat_map(|(_, form)| form.fields.iter().map(|field| field.name.as_str())).collect();
    let is_missed = |route: &&Route| {
        let is_form = route.face == Face::Page && route.method == Method::Post;
        is_form && route.path != "/sign-out" && !found.contains(route.path)
    };
    // Forms that stand on no page yet get every field any form has.
    for route in routes().iter().filter(is_missed) {
        for text in naughty::OWN {
            let target = filled_path(route.path, text);
            let key = client.form_key.clone();
            let values =
                names.iter().map(|&name| (name, if name == "form_key" { key.as_str() } else { text }));
            let answer = client.post(&target, &values.collect::<Vec<_>>());
            if let Some(fault) = fault(&answer) {
                wrong.push(format!("{target} {text:?} {fault}: {}", answer.told()));
            }
        }
    }
    // What was stored is on the pages now.
    for (page, _) in crawl(&mut client, &[]) {
        let answer = client.get(&page);
        if let Some(fault) = fault(&answer) {
            wrong.push(format!("{page} {fault}: {}", answer.told()));
        }
    }
    expect_none("hostile text in forms", &wrong);
}

/// The path of a route with a text in its variable parts.
fn filled_path(route: &str, text: &str) -> String {
    let text = encoded(&[("", text)]).trim_start_matches('=').replace('+', "%20");
    let mut path = String::new();
    for part in route.split_inclusive('}') {
        match part.split_once('{') {
            Some((before, _)) => path = format!("{path}{before}{text}"),
            None => path.push_str(part),
        }
    }
    path
}

/// Forms alike but for their values are one.
fn shape(form: &Form) -> (String, Vec<String>) {
    let action: String = form.action.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    (action, form.fields.iter().map(|field| field.name.clone()).collect())
}

#[test]
fn every_query_and_path_takes_hostile_text() {
    let server = two_companies::ground().serve();
    let mut person = everybody(&server);
    let mut program = server.program("program", &Role::ALL, &[]);
    let mut wrong = Vec::new();
    let pages = crawl(&mut person, &[]);
    let mut names: BTreeSet<String> =
        ["q", "done", "next", "as-of", "known-at", "policy", "order", "from", "cursor", "limit", "filter"]
            .map(str::to_owned)
            .into();
    for (page, forms) in &pages {
        let query = page.split_once('?').map_or("", |(_, query)| query);
        names.extend(form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name.into_owned()));
        names.extend(
            forms
                .iter()
                .filter(|form| !form.is_post)
                .flat_map(|form| form.fields.iter().map(|f| f.name.clone())),
        );
    }
    let strings = naughty::strings();
    let mut next = strings.iter().cycle();
    for route in routes().iter().filter(|route| route.method == Method::Get) {
        let client = if route.path.starts_with("/api/") { &mut program } else { &mut person };
        for round in 0..24 {
            let mut text =
                || naughty::OWN.get(round).map_or_else(|| next.next().unwrap().as_str(), |own| *own);
            let path = filled_path(route.path, text());
            let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), text())).collect();
            for target in [format!("{path}?{}", encoded(&fields)), path] {
                let answer = client.get(&target);
                if let Some(fault) = fault(&answer) {
                    wrong.push(format!("GET {target} {fault}: {}", answer.told()));
                }
            }
        }
    }
    expect_none("hostile queries", &wrong);
}

/// A store whose every name is hostile.
fn hostile_store() -> Ground {
    let ground = Ground::empty("2024-03-05");
    let name = |place: &str| naughty::script_that_marks(place).replace('"', "\"\"");
    let policy = format!(
        "policy = \"ACR/A\"\nname = '''{}'''\ncurrency = \"EUR\"\nvalid_from = 2024-01-01\n[declaration]\nprocedure = \"balance\"\n\
         [terms]\nmax_term_months = 4\n",
        naughty::script_that_marks("policy")
    );
    let files = [
        ("companies", format!("company,name,currency\n01,\"{}\",EUR\n", name("company"))),
        ("insurers", format!("insurer,name,country\nACR,\"{}\",AT\n", name("insurer"))),
        (
            "buyers",
            format!(
                "account,branch,account_type,name,country,currency\n1001,0,D,\"{}\",DE,EUR\n1002,0,D,\"{}\",DE,EUR\n",
                name("buyer"),
                name("second")
            ),
        ),
        (
            "covers",
            format!(
                "account,branch,account_type,policy,kind,valid_from,reason\n1001,0,D,ACR/A,named,2024-01-01,\n1002,0,D,,none,2024-01-01,\"{}\"\n",
                name("cover")
            ),
        ),
        (
            "limits",
            "policy,account,branch,account_type,valid_from,amount,currency,response\n\
            ACR/A,1001,0,D,2024-01-01,10000.00,EUR,2\n"
                .to_owned(),
        ),
        (
            "items",
            format!(
                "company,document_no,kind,account,branch,account_type,document_date,net_due_date,currency,amount\n\
             01,\"{}\",invoice,1001,0,D,2024-01-20,2024-02-19,EUR,40000.00\n",
                name("document")
            ),
        ),
    ];
    let policy = ground.file("policy.toml", &policy);
    for (kind, text) in files {
        if kind == "buyers" {
            ground.must(&["policy", "put", &policy.display().to_string()]);
        }
        let file = ground.file(&format!("{kind}.csv"), &text);
        let output = ground.command(&["import", kind, &file.display().to_string()]);
        assert!(output.status.success(), "{kind}: {}", String::from_utf8_lossy(&output.stderr));
    }
    ground.command(&[
        "declare",
        "--policy",
        "ACR/A",
        "--key-date",
        "2024-01-31",
        "--buyers",
        "named",
        "--final",
    ]);
    ground
}

#[test]
fn script_in_names_is_shown_and_never_run_in_a_real_browser() {
    if !driver::is_here() {
        return;
    }
    let server = hostile_store().serve();
    let mut client = everybody(&server);
    let pages = crawl(&mut client, &["/?q=%3Cscript%3Ewindow.hacked%3Dtrue%3C/script%3E"]);
    let page = browser::open(&server.address);
    page.carries(&client.cookies);
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    for path in pages.keys() {
        page.open(path);
        if page.was_hacked() {
            page.fail("something of a name was run");
        }
        // What the policy had to refuse was markup already.
        assert_eq!(page.complaints(), Vec::<String>::new(), "{path}");
        let text = page.text();
        shown
            .extend(naughty::PLACES.iter().filter(|place| text.contains(&naughty::script_that_marks(place))));
    }
    assert!(shown.contains("buyer") || !pages.contains_key("/buyers"), "shown as text: {shown:?}");
}
