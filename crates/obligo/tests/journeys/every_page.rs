//! What holds for every page there is: found by following links from the start, on the demonstration's portfolio.

use crate::support::browser::{self, Page};
use crate::support::client::Client;
use crate::support::crawl::{crawl, kind};
use crate::support::server::{Ground, Server};
use crate::support::{driver, html};
use obligo::access::Role;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Telephone, tablet, desk.
const WIDTHS: [u32; 3] = [390, 768, 1280];

struct Round {
    server: Server,
    client: Client,
    /// One path of each kind of page.
    paths: Vec<String>,
}

impl Round {
    fn new() -> Self {
        let server = Ground::demonstration().serve();
        let mut client = server.signed_in("everybody", &Role::ALL, &[]);
        let found = crawl(&mut client, &["/"]);
        let mut kinds: BTreeMap<String, String> = BTreeMap::new();
        // A page with a query shows more than the bare one; the bare one comes first in order.
        for path in found.into_keys() {
            kinds.entry(kind(&path)).or_insert(path);
        }
        Self { server, client, paths: kinds.into_values().collect() }
    }

    fn carried(&self, page: Page) -> Page {
        page.carries(&self.client.cookies);
        page
    }
}

/// A name for pictures of a page.
fn name(path: &str) -> String {
    let name = kind(path).replace(['{', '}'], "").replace('/', "-");
    if name == "-" { "-today".to_owned() } else { name }
}

fn expect_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what} ({} in all):\n  {}", found.len(), found.join("\n  "));
}

#[test]
fn every_page_is_accessible_in_light_and_dark_and_fits_every_width() {
    if !driver::is_here() {
        return;
    }
    let round = Round::new();
    let page = round.carried(browser::open(&round.server.address));
    let mut wrong = Vec::new();
    for path in &round.paths {
        page.light();
        page.at_width(1280);
        page.open(path);
        wrong.extend(page.axe().into_iter().map(|violation| format!("{path}: {violation}")));
        wrong.extend(page.complaints().into_iter().map(|told| format!("{path}: {told}")));
        for width in WIDTHS {
            page.at_width(width);
            page.screenshot(&format!("page{}", name(path)));
            if page.width_beyond() > 0 {
                wrong.push(format!(
                    "{path} at {width} is {} pixels too wide: {}",
                    page.width_beyond(),
                    page.beyond().join("; ")
                ));
            }
        }
        page.dark();
        wrong.extend(
            page.axe_colours().into_iter().map(|violation| format!("{path} in the dark: {violation}")),
        );
        page.screenshot(&format!("page{}-dark", name(path)));
        page.as_printed();
        page.screenshot(&format!("page{}-printed", name(path)));
    }
    expect_none("pages are not as they should be", &wrong);
}

#[test]
fn no_link_leads_nowhere() {
    let mut round = Round::new();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for path in &round.paths {
        let page = round.client.get(path).text();
        for link in html::links(&page).into_iter().filter(|link| link.starts_with('/')) {
            // A few of each kind from everywhere show what all do.
            let count = tried.entry(kind(&link)).or_default();
            *count += 1;
            if *count <= 5 {
                let answer = round.client.get(&link);
                if answer.status >= 400 {
                    wrong.push(format!("{path} links to {link}: {}", answer.told()));
                }
            }
        }
    }
    expect_none("links lead nowhere", &wrong);
}

#[test]
fn every_page_shows_the_same_without_scripts() {
    if !driver::is_here() {
        return;
    }
    let round = Round::new();
    let page = round.carried(browser::open(&round.server.address));
    let plain = round.carried(browser::open_without_scripts(&round.server.address));
    let headings = |page: &Page| -> BTreeSet<String> {
        let found = page.headings();
        found.into_iter().collect()
    };
    let mut wrong = Vec::new();
    for path in &round.paths {
        page.open(path);
        plain.open(path);
        let missing: Vec<String> = headings(&page).difference(&headings(&plain)).cloned().collect();
        if !missing.is_empty() {
            wrong.push(format!("{path} does not show {}", missing.join(", ")));
        }
    }
    expect_none("scripts are needed", &wrong);
}

#[test]
fn keys_reach_everything_on_every_page_and_each_stop_has_a_name() {
    if !driver::is_here() {
        return;
    }
    let round = Round::new();
    let page = round.carried(browser::open(&round.server.address));
    let mut wrong = Vec::new();
    for path in &round.paths {
        page.open(path);
        page.script(WATCH);
        let wanted = page.focusables();
        let mut before = 0;
        loop {
            page.key_times("Tab", 25);
            let now = stops(&page).len();
            if now == before {
                break;
            }
            before = now;
        }
        let reached = stops(&page);
        for stop in &reached {
            if stop["isSeen"] == Value::Bool(false) {
                wrong.push(format!("{path}: nobody sees that {} has the focus", stop["tag"]));
            }
            if page.name_of(&stop["element"]).is_empty() {
                wrong.push(format!("{path}: {} has no name", stop["tag"]));
            }
        }
        // Radio buttons of one group are one stop; the page itself may be one more.
        if reached.len() + 3 < wanted {
            wrong.push(format!("{path}: keys reach {} of {wanted}", reached.len()));
        }
    }
    expect_none("keys alone do not do", &wrong);
}

fn stops(page: &Page) -> Vec<Value> {
    page.script("return [...window.stops.values()];").as_array().cloned().unwrap_or_default()
}

/// Keeps what gets the focus: the element, how it is written, and whether its look tells that it has it.
const WATCH: &str = "window.stops = new Map();
    document.addEventListener('focusin', event => {
        const element = event.target;
        if (element === document.body || window.stops.has(element)) return;
        const look = getComputedStyle(element);
        const hasOutline = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0;
        const box = element.getBoundingClientRect();
        window.stops.set(element, { element, tag: element.outerHTML.slice(0, 120),
            isSeen: (hasOutline || look.boxShadow !== 'none') && box.width > 0 && box.height > 0 });
    });";
