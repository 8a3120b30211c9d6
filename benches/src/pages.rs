//! Pages at ten thousand and at a million items: how many times longer they take, both servers up at the same time.

use crate::files;
use crate::import::Program;
use crate::portfolio::Portfolio;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Sizes compared: small and large.
const SIZES: [usize; 2] = [10_000, 1_000_000];

/// Times each page is asked for at each size.
const TRIES: usize = 15;

/// The pages, besides one buyer and one item, which are taken from the lists.
const PAGES: &[&str] = &[
    "/",
    "/buyers",
    "/buyers?q=a",
    "/items",
    "/items?cover=none&order=uninsured&descending=true",
    "/items?status=K&order=net_due_date",
    "/limits",
    "/deadlines",
    "/runs",
    "/import",
    "/policies",
    "/insurers",
    "/companies",
    "/audit",
    "/settings",
    "/lookup/buyers?q=1",
    "/credit",
    "/credit?order=past_due",
    "/credit/orders",
    "/credit/reminders",
    "/credit/collection",
    "/credit/groups",
    "/credit/policy",
    "/credit/policy/exceptions",
    "/credit/policy/managers",
];

/// Where single buyers, items and payers are linked from.
const LISTS: &[(&str, &str)] = &[
    ("/buyers", "href=\"/buyers/"),
    ("/items", "href=\"/items/"),
    ("/credit?order=past_due", "href=\"/credit/payers/"),
];

/// Fills both stores, serves them, and returns a table of medians and ratios.
pub fn measure(program: &Path, folder: &Path) -> Result<String, String> {
    let mut servers = Vec::new();
    let mut selections = String::new();
    for items in SIZES {
        let work = folder.join(format!("pages-{items}"));
        std::fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        let (store, today) = filled(program, &work, items)?;
        let seconds = credit_control(program, &work, &store, &today)?;
        let _ = writeln!(selections, "Selection run over {items} items: {seconds:.2} s.");
        servers.push(Served::start(program, &store, &today)?);
    }
    let mut pages: Vec<[String; 2]> =
        PAGES.iter().map(|page| [(*page).to_owned(), (*page).to_owned()]).collect();
    for (list, prefix) in LISTS {
        let found: Result<Vec<String>, String> =
            servers.iter().map(|server| server.first_link(list, prefix)).collect();
        match found.as_deref() {
            Ok([small, large]) => pages.push([small.clone(), large.clone()]),
            _ => println!("{list} links to nothing; left out"),
        }
    }
    let mut table = format!(
        "{selections}\n| page | {} items, ms | {} items, ms | ratio |\n|---|---:|---:|---:|\n",
        SIZES[0], SIZES[1]
    );
    for page in &pages {
        if let Some(why) = servers.iter().zip(page).find_map(|(server, path)| server.get(path).err()) {
            println!("left out: {why}");
            continue;
        }
        let mut times = [Vec::new(), Vec::new()];
        for try_number in 0..=TRIES {
            for (n, server) in servers.iter().enumerate() {
                let begun = Instant::now();
                server.get(&page[n])?;
                // The first one warms what is kept.
                if try_number > 0 {
                    times[n].push(begun.elapsed().as_secs_f64() * 1000.0);
                }
            }
        }
        let [small, large] = times.map(median);
        let _ = writeln!(
            table,
            "| {} | {small:.1} | {large:.1} | {:.2} |",
            page[0].chars().take(60).collect::<String>(),
            large / small
        );
    }
    table.push_str("\n| streamed list of | bytes | own memory before, kB | highest while it is sent, kB |\n|---|---:|---:|---:|\n");
    for (server, items) in servers.iter().zip(SIZES) {
        for format in ["jsonl", "csv"] {
            let streamed = server.streamed(&format!("/items/download?format={format}"))?;
            let _ = writeln!(
                table,
                "| {items} items, {format} | {} | {} | {} |",
                streamed.bytes, streamed.before, streamed.highest
            );
        }
    }
    Ok(table)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// A store with a portfolio, declared once; and the day after its key date.
pub fn filled(program: &Path, work: &Path, items: usize) -> Result<(PathBuf, String), String> {
    let portfolio = Portfolio::of(items).ok_or("no portfolio of that size")?;
    let store = work.join("obligo.db");
    let today = format!("{}T09:00:00Z", portfolio.key_date);
    if store.exists() {
        return Ok((store, today));
    }
    let files = files::write(&portfolio, work).map_err(|error| format!("{}: {error}", work.display()))?;
    let program = Program { path: program.to_owned(), folder: work.to_owned() };
    program.import(&store, "scenario", &files.master)?;
    program.import(&store, "items", &files.items)?;
    program.import(&store, "settlements", &files.settlements)?;
    let key_date = portfolio.key_date.to_string();
    program.run(
        &store,
        &["declare", "--policy", files::POLICY, "--key-date", &key_date, "--buyers", "named", "--final"],
    )?;
    Ok((store, today))
}

/// Credit policy of the benchmark: what it says besides the usual criteria.
const CREDIT_POLICY: &str = r#"name = "Bench"
currency = "EUR"
valid_from = 2020-01-01

[actions]
10 = "Phoned"

[[reminder_level]]
level = 1
days = 10

[reminders]
days_to_collection = 30
"#;

/// Buyers for each of which there is an open order: one in so many.
const BUYERS_PER_ORDER: usize = 10;

/// Gives a store what the pages of credit control show – orders, reminders, once –, selects payers, and says how many seconds that took.
fn credit_control(program: &Path, work: &Path, store: &Path, now: &str) -> Result<f64, String> {
    let program = Program { path: program.to_owned(), folder: work.to_owned() };
    let today = now.split('T').next().unwrap_or(now);
    let done = work.join("orders.csv");
    if !done.exists() {
        let policy = work.join("credit_policy.toml");
        let written = |why: std::io::Error| format!("{}: {why}", work.display());
        std::fs::write(&policy, CREDIT_POLICY).map_err(written)?;
        program.run(store, &["credit-policy", "put", &policy.display().to_string()])?;
        program.run(store, &["reminders", "propose", "--key-date", today, "--now", now])?;
        let buyers = std::fs::read_to_string(work.join("master").join("buyers.csv")).map_err(written)?;
        let mut orders = "account,branch,account_type,order_no,order_date,currency,amount\n".to_owned();
        for line in buyers.lines().skip(1).step_by(BUYERS_PER_ORDER) {
            let account: Vec<&str> = line.split(',').take(3).collect();
            let _ = writeln!(orders, "{},A-{},{today},EUR,1000.00", account.join(","), account.concat());
        }
        std::fs::write(&done, orders).map_err(written)?;
        program.import(store, "orders", &done)?;
    }
    let begun = Instant::now();
    program.run(store, &["monitor", "--key-date", today, "--now", now])?;
    Ok(begun.elapsed().as_secs_f64())
}

/// A server of a store, and somebody signed in to it.
pub struct Served {
    child: Child,
    base: String,
    agent: ureq::Agent,
}

impl Served {
    /// Starts it and signs in.
    pub fn start(program: &Path, store: &Path, now: &str) -> Result<Served, String> {
        let mut child = Command::new(program)
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--now",
                now,
                "--store",
                &format!("sqlite:{}", store.display()),
            ])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", program.display()))?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let mut said = String::new();
        while !said.contains("Ctrl-C") {
            let line = lines.next().ok_or("the server ended")?.map_err(|error| error.to_string())?;
            said.push_str(&line);
            said.push('\n');
        }
        let word = |mark: &str| said.split_whitespace().find(|word| word.contains(mark)).map(str::to_owned);
        let base = word("http://").ok_or("the server told no address")?;
        let agent = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(10)))
            .build()
            .new_agent();
        let served = Served { child, base: base.trim_end_matches('/').to_owned(), agent };
        if let Some(link) = word("/first/") {
            let answer =
                served.agent.post(&link).send_form([("name", "bench"), ("password", "a long enough one")]);
            answer.map_err(|error| format!("first start: {error}"))?;
        } else {
            let form = [("name", "bench"), ("password", "a long enough one")];
            served
                .agent
                .post(format!("{}/sign-in", served.base))
                .send_form(form)
                .map_err(|error| format!("sign-in: {error}"))?;
        }
        Ok(served)
    }

    /// `http://127.0.0.1:PORT`.
    pub fn address(&self) -> &str {
        &self.base
    }

    /// Bytes of the answer; an answer other than 200 is an error.
    fn get(&self, path: &str) -> Result<u64, String> {
        self.body(path).map(|body| body.len() as u64)
    }

    fn body(&self, path: &str) -> Result<Vec<u8>, String> {
        let mut answer = self
            .agent
            .get(format!("{}{path}", self.base))
            .call()
            .map_err(|error| format!("{path}: {error}"))?;
        if answer.status().as_u16() != 200 {
            return Err(format!("{path}: {}", answer.status()));
        }
        let mut body = Vec::new();
        answer.body_mut().as_reader().read_to_end(&mut body).map_err(|error| format!("{path}: {error}"))?;
        Ok(body)
    }

    fn first_link(&self, list: &str, prefix: &str) -> Result<String, String> {
        let body = String::from_utf8_lossy(&self.body(list)?).into_owned();
        // Names of buyers and items have parts; the other links are forms and downloads.
        let mut links = body.split(prefix).skip(1).filter_map(|rest| rest.split('"').next());
        let found = links.find(|link| link.contains("%2F"));
        let path = prefix.trim_start_matches("href=\"");
        found.map(|rest| format!("{path}{rest}")).ok_or_else(|| format!("{list} has no link"))
    }

    /// Reads an answer away as it comes and watches the server's memory meanwhile.
    fn streamed(&self, path: &str) -> Result<Streamed, String> {
        let before = self.own_memory();
        let mut streamed = Streamed { bytes: 0, before, highest: before };
        let mut answer = self
            .agent
            .get(format!("{}{path}", self.base))
            .call()
            .map_err(|error| format!("{path}: {error}"))?;
        let mut body = answer.body_mut().as_reader();
        let mut piece = vec![0; 1 << 20];
        loop {
            let read = body.read(&mut piece).map_err(|error| format!("{path}: {error}"))?;
            if read == 0 {
                return Ok(streamed);
            }
            streamed.bytes += read as u64;
            streamed.highest = streamed.highest.max(self.own_memory());
        }
    }

    /// Memory of the server's own in kB: without the pages of the store's file, which are mapped and the system's to drop.
    fn own_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("RssAnon")).unwrap_or("");
        line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

/// What a streamed answer cost the server, in kB.
struct Streamed {
    bytes: u64,
    before: u64,
    highest: u64,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
