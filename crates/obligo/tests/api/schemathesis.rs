//! Schemathesis against the running server: requests it makes up from the description find no failure of the server and no answer
//! outside the description.

use super::{EVERY_ROLE, Ground};
use std::process::Command;

/// Requests made up for each operation; `OBLIGO_SCHEMATHESIS_EXAMPLES` for a longer run.
const EXAMPLES: &str = "12";

#[test]
fn made_up_requests_find_no_failure_and_no_answer_outside_the_description() {
    let Some(program) = std::env::var_os("OBLIGO_SCHEMATHESIS") else {
        eprintln!(
            "not run: OBLIGO_SCHEMATHESIS does not name the program; cargo xtask test installs it and runs this"
        );
        return;
    };
    let server = Ground::of_scenario("every-status", "2024-07-05").serve();
    let client = server.program("program", EVERY_ROLE, &[]);
    let token = client.headers.iter().find(|(name, _)| name == "authorization").unwrap().1.clone();
    let folder = tempfile::tempdir().unwrap();
    let description = folder.path().join("openapi.json");
    std::fs::write(&description, obligo::api::document().to_string()).unwrap();
    let examples = std::env::var("OBLIGO_SCHEMATHESIS_EXAMPLES").unwrap_or_else(|_| EXAMPLES.to_owned());
    let output = Command::new(program)
        .current_dir(folder.path())
        .args(["run", &description.to_string_lossy(), "--url", &server.address])
        .args(["--header", &format!("Authorization: {token}")])
        // It would revoke the token all other requests need.
        .args(["--exclude-operation-id", "tokens_revoke"])
        .args([
            "--checks",
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        ])
        .args([
            "--max-examples",
            &examples,
            "--seed",
            "1",
            "--workers",
            "1",
            "--request-timeout",
            "30",
            "--no-color",
            "--suppress-health-check",
            "all",
        ])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    println!("{told}");
    assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
}
