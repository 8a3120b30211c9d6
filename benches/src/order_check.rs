//! Order checks by many clients at once: how much longer the slowest in a hundred takes than that of `/healthz`, in the same run.

use crate::files;
use crate::pages::{Served, filled};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::sync::Barrier;
use std::time::{Duration, Instant};

/// Clients at once.
const CLIENTS: usize = 200;

/// Requests of each kind that a client sends, in turn.
const REQUESTS: usize = 50;

/// What is promised: the p99 of an order check over that of `/healthz`.
const RATIO_MAX: f64 = 10.0;

/// Serves a portfolio of a hundred thousand items and returns a table of latencies. Errors: an answer other than 200, a p99 above
/// [`RATIO_MAX`] times that of `/healthz`.
pub fn measure(program: &Path, folder: &Path) -> Result<String, String> {
    let work = folder.join("order-check");
    std::fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let (store, today) = filled(program, &work, 100_000)?;
    let served = Served::start(program, &store, &today)?;
    let token = token(program, &store, &today)?;
    let address = served.address().to_owned();
    let asked = |agent: &ureq::Agent, n: usize| -> Result<f64, String> {
        let body = json!({ "account": files::account(n % 100), "amount": "1000.00", "currency": "EUR" });
        let request = agent.post(format!("{address}/api/v1/order-checks"));
        let request = request.header("authorization", &format!("Bearer {token}"));
        let request = request.header("content-type", "application/json");
        let begun = Instant::now();
        let mut answer = request.send(body.to_string()).map_err(|error| format!("order check: {error}"))?;
        let text = answer.body_mut().read_to_string().map_err(|error| format!("order check: {error}"))?;
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        if answer.status().as_u16() == 200 { Ok(took) } else { Err(format!("order check: {text}")) }
    };
    let healthy = |agent: &ureq::Agent| -> Result<f64, String> {
        let begun = Instant::now();
        let mut answer =
            agent.get(format!("{address}/healthz")).call().map_err(|error| format!("healthz: {error}"))?;
        answer.body_mut().read_to_string().map_err(|error| format!("healthz: {error}"))?;
        Ok(begun.elapsed().as_secs_f64() * 1000.0)
    };
    // The first check computes the figures that are kept.
    asked(&agent(), 0)?;
    let barrier = Barrier::new(CLIENTS);
    let begun = Instant::now();
    let times: Result<Vec<[Vec<f64>; 2]>, String> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                let (asked, healthy, barrier) = (&asked, &healthy, &barrier);
                scope.spawn(move || {
                    let agent = agent();
                    let mut times = [Vec::with_capacity(REQUESTS), Vec::with_capacity(REQUESTS)];
                    barrier.wait();
                    for n in 0..REQUESTS {
                        times[0].push(asked(&agent, client + n)?);
                        times[1].push(healthy(&agent)?);
                    }
                    Ok(times)
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().map_err(|_| "a client failed".to_owned())?).collect()
    });
    let took = begun.elapsed().as_secs_f64();
    let [mut checks, mut health]: [Vec<f64>; 2] = Default::default();
    for [of_checks, of_health] in times? {
        checks.extend(of_checks);
        health.extend(of_health);
    }
    let [check, alive] = [&mut checks, &mut health].map(|times| {
        times.sort_by(f64::total_cmp);
        [50, 90, 99].map(|percent| times[(times.len() - 1) * percent / 100])
    });
    let ratio = check[2] / alive[2];
    let table = format!(
        "{CLIENTS} clients, {} requests in {took:.1} s\n\n| asked | p50, ms | p90, ms | p99, ms |\n|---|---:|---:|---:|\n\
         | order check | {:.1} | {:.1} | {:.1} |\n| /healthz | {:.1} | {:.1} | {:.1} |\n\np99 of an order check: {ratio:.2} times that of /healthz",
        2 * CLIENTS * REQUESTS,
        check[0],
        check[1],
        check[2],
        alive[0],
        alive[1],
        alive[2],
    );
    if ratio > RATIO_MAX { Err(format!("{table}: more than {RATIO_MAX}")) } else { Ok(table) }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_mins(1)))
        .build()
        .new_agent()
}

/// A token of the user the served store has.
fn token(program: &Path, store: &Path, now: &str) -> Result<String, String> {
    let made = Command::new(program)
        .env("OBLIGO_STORE", format!("sqlite:{}", store.display()))
        .args(["--now", now, "token", "create", "--user", "bench", "--name", "bench", "--scopes", "read"])
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    let last = said.lines().rev().find(|line| !line.trim().is_empty() && !line.trim().contains(' '));
    last.map(|line| line.trim().to_owned())
        .ok_or_else(|| format!("no token: {said}{}", String::from_utf8_lossy(&made.stderr)))
}
