//! `serve`, and what `demo` serves.

use super::args::examples;
use super::context::Context;
use super::paint::Tone;
use clap::Args;
use obligo::access::first_start::first_link;
use obligo::access::settings;
use obligo::serve::{House, HouseSettings, Server};
use obligo::session::Session;
use obligo_rules::problem::Problem;
use std::sync::Arc;

/// Serve the web interface and the API of a store
///
/// On a store nobody can sign in to yet, a link is printed that makes the administrator; it works once, for 24 hours.
#[derive(Args, Debug)]
#[command(after_help = examples!(
    "obligo serve" "obligo serve --listen 0.0.0.0:8080 --public-address https://obligo.example.com"
))]
pub struct ServeArgs {
    #[command(flatten)]
    listen: ListenArgs,
    /// Address people reach it under, where a proxy stands before it; with https, cookies travel over TLS only
    #[arg(long, value_name = "URL", env = "OBLIGO_PUBLIC_ADDRESS", hide_env_values = true)]
    public_address: Option<String>,
    /// The largest file it takes, in megabytes
    #[arg(long, value_name = "MB", default_value_t = 1024)]
    upload_limit: u64,
    /// Let webhooks go to this machine and to private networks too
    #[arg(long)]
    allow_private_webhooks: bool,
}

/// Where a server listens.
#[derive(Args, Debug)]
pub struct ListenArgs {
    /// Address and port to listen on; port 0 takes any free one
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "OBLIGO_LISTEN",
        hide_env_values = true,
        default_value = "127.0.0.1:8080"
    )]
    pub listen: String,
}

/// `serve`.
pub fn serve_command(context: &mut Context, args: &ServeArgs) -> Result<(), Problem> {
    // Where it cannot listen, no store is made.
    let server = Server::bind(&args.listen.listen)?;
    let mut session = context.open_or_create()?;
    let kept = settings::settings(&session.store)?;
    let settings = HouseSettings {
        public_address: args.public_address.clone().or(kept.public_address).unwrap_or_default(),
        upload_limit: args.upload_limit.saturating_mul(1 << 20),
        fixed_now: context.fixed_now.clone(),
        language: kept.language.unwrap_or_else(|| context.words.messages.language().to_owned()),
        private_webhooks: args.allow_private_webhooks,
    };
    let link = first_link(&mut session)?;
    let address = address(&server, &settings);
    let serving =
        context.text("serve-at", &[("store", session.store.name().to_owned()), ("address", address.clone())]);
    context.toned(Tone::Strong, &serving)?;
    if let Some(secret) = link {
        let first = context.text("serve-first", &[("link", format!("{address}/first/{secret}"))]);
        context.toned(Tone::Warn, &first)?;
    }
    run(context, session, server, settings)
}

/// The address people open.
pub fn address(server: &Server, settings: &HouseSettings) -> String {
    if settings.public_address.is_empty() {
        format!("http://{}", server.address())
    } else {
        settings.public_address.trim_end_matches('/').to_owned()
    }
}

/// Answers until it is told to stop.
pub fn run(
    context: &mut Context,
    session: Session,
    server: Server,
    settings: HouseSettings,
) -> Result<(), Problem> {
    let stop = context.text("serve-stop", &[]);
    context.toned(Tone::Dim, &stop)?;
    context.out.flush()?;
    server.run(&Arc::new(House::new(session.store, settings)))
}
