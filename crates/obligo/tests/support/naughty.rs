//! Hostile texts: some of our own, always here, and the big list where `OBLIGO_REAL_DATA` brings it.

use std::io::Write as _;
use std::path::PathBuf;

/// The worst of each kind; every one leaves a mark if it is run.
pub const OWN: &[&str] = &[
    "<script>window.hacked=true</script>",
    "\"><script>window.hacked=true</script>",
    "'><img src=x onerror=window.hacked=true>",
    "</textarea><svg onload=window.hacked=true>",
    "</title></style><script>window.hacked=true</script>",
    "javascript:window.hacked=true",
    "\" onfocus=\"window.hacked=true\" autofocus=\"",
    "';DROP TABLE item;--",
    "\" OR 1=1 --",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "a\r\nx-hacked: yes\r\n\r\n<script>window.hacked=true</script>",
    "\u{0}",
    "a\u{0}b\u{1}\u{1b}[31m",
    "\u{202e}txt.exe\u{2066}\u{feff}\u{200b}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f3fd}\u{fffd}",
    "=cmd|' /C calc'!A0",
    "../../../../etc/passwd",
    "%00%0d%0a%ff%2e%2e%2f",
    "-9223372036854775808",
    "9999999999999999999999999999999999999999.99",
    "1e308",
    "NaN",
    "0000-00-00",
    "9999-12-31",
    "2024-02-30",
    "-271821-04-20",
    "*%_\\",
    "{ $where } { -term } { \"x\" }",
];

/// Where a store whose names are hostile has them.
pub const PLACES: &[&str] = &["company", "insurer", "policy", "buyer", "second", "cover", "document"];

/// A name that is script, told apart by its place. Document numbers are short, so that all are.
pub fn script_that_marks(place: &str) -> String {
    format!("<svg onload=hacked=1>{}", &place[..3])
}

/// All of them, each once.
pub fn strings() -> Vec<String> {
    let mut all: Vec<String> = OWN.iter().map(|&own| own.to_owned()).collect();
    all.push("long ".repeat(20_000));
    let folder =
        std::env::var_os("OBLIGO_REAL_DATA").map(PathBuf::from).filter(|f| !f.as_os_str().is_empty());
    let Some(folder) = folder else {
        let _ = writeln!(std::io::stdout(), "only our own hostile texts (OBLIGO_REAL_DATA not set)");
        return all;
    };
    let list =
        std::fs::read_to_string(folder.join("hostile-text").join("blns.txt")).expect("the list of strings");
    all.extend(list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned));
    all
}
