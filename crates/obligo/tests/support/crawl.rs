//! Every page links lead to, as a search engine finds them.

use super::client::Client;
use super::html::{self, Form};
use obligo::serve::{Method, routes};
use std::collections::{BTreeMap, VecDeque};

/// Pages a crawl opens at most; lists lead to ever more of the same kind.
const PAGES_MAX: usize = 150;

/// Pages of one kind (same path but for its variable parts) a crawl opens at most.
const OF_A_KIND_MAX: usize = 4;

/// Every page links lead to from the start, with its forms; links that lead nowhere are left out.
pub fn crawl(client: &mut Client, also: &[&str]) -> BTreeMap<String, Vec<Form>> {
    let mut ways: VecDeque<String> = also.iter().map(|&path| path.to_owned()).collect();
    // Pages nothing links to yet are pages too.
    let plain = routes().into_iter().filter(|route| route.method == Method::Get && !route.path.contains('{'));
    ways.extend(plain.map(|route| route.path.to_owned()));
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut pages = BTreeMap::new();
    while let Some(way) = ways.pop_front() {
        let way = way.split('#').next().unwrap_or_default().to_owned();
        let is_known = pages.contains_key(&way) || pages.len() >= PAGES_MAX;
        if is_known || !way.starts_with('/') || way.starts_with("//") || way.starts_with("/sign-") {
            continue;
        }
        let count = kinds.entry(kind(&way)).or_default();
        *count += 1;
        if *count > OF_A_KIND_MAX {
            continue;
        }
        let answer = client.get(&way);
        assert!(answer.status < 500, "GET {way}: {}", answer.told());
        if answer.status == 200 && answer.is_page() {
            let text = answer.text();
            ways.extend(html::links(&text));
            pages.insert(way, html::forms(&text));
        }
    }
    pages
}

/// What kind of page a path leads to: the route it takes, or the path itself where none does.
pub fn kind(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |route: &&str| {
        let wanted: Vec<&str> = route.split('/').collect();
        let is_same = |(wanted, part): (&&str, &&str)| wanted == part || wanted.starts_with('{');
        wanted.len() == parts.len() && wanted.iter().zip(&parts).all(is_same)
    };
    let mut found: Vec<&str> = routes().iter().map(|route| route.path).filter(fits).collect();
    // A path written out goes before one with variable parts.
    found.sort_by_key(|route| route.matches('{').count());
    found.first().map_or(path, |route| route).to_owned()
}
