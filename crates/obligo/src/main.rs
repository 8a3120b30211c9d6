//! The program. See `obligo --help`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod cli;

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The last resort: nothing is known to panic. If something does, its transaction is rolled back, and people get one line.
    std::panic::set_hook(Box::new(|panic| {
        let payload = panic.payload();
        let says = payload.downcast_ref::<&str>().copied();
        let says = says.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown");
        let place = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        let _ = writeln!(
            std::io::stderr(),
            "internal error: {says}{place}. This is an error in obligo; please report it."
        );
    }));
    ExitCode::from(std::panic::catch_unwind(cli::run).unwrap_or(1))
}
