//! `demo`.

use super::Failure;
use super::args::examples;
use super::context::Context;
use clap::Args;

/// Fill a throwaway store with an invented portfolio and say what to look at
#[derive(Args, Debug)]
#[command(after_help = examples!("obligo demo" "obligo demo --store sqlite:demo.db"))]
pub struct DemoArgs {}

/// `demo`.
pub fn demo_command(_context: &mut Context, _args: &DemoArgs) -> Result<(), Failure> {
    Ok(())
}
