//! Listening, and stopping without cutting anybody off.

use super::adapter::{Remote, router};
use super::house::House;
use super::routes;
use crate::webhooks::Worker;
use axum::extract::Request;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use obligo_rules::problem::Problem;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// Connections at once; more wait.
const CONNECTIONS: usize = 1024;

/// A client that does not finish its headers in this time is given up.
const HEADERS: Duration = Duration::from_secs(10);

/// Requests under way may take this long after the server was told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Where a server listens.
pub type Address = SocketAddr;

/// A server that has its address but does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: Address,
}

impl Server {
    /// Takes an address such as `127.0.0.1:8080`; port 0 takes any free one. Error: `server-address` (unavailable).
    pub fn bind(address: &str) -> Result<Server, Problem> {
        let refused = |why: &dyn std::fmt::Display| {
            Problem::unavailable("server-address").with("address", address).with("why", why)
        };
        let listener = TcpListener::bind(address).map_err(|error| refused(&error))?;
        listener.set_nonblocking(true).map_err(|error| refused(&error))?;
        let address = listener.local_addr().map_err(|error| refused(&error))?;
        Ok(Server { listener, address })
    }

    /// The address it has.
    #[must_use]
    pub fn address(&self) -> Address {
        self.address
    }

    /// Answers until the process is told to stop (interrupt or terminate). Error: `server-address`.
    pub fn run(self, house: &Arc<House>) -> Result<(), Problem> {
        let failed = |error: std::io::Error| {
            Problem::unavailable("server-address").with("address", self.address).with("why", error)
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .max_blocking_threads(128)
            .build()
            .map_err(failed)?;
        let router = router(house, routes());
        let webhooks = Worker::start(house);
        let address = self.address;
        runtime.block_on(async move {
            let failed = |error: std::io::Error| {
                Problem::unavailable("server-address").with("address", address).with("why", error)
            };
            let listener = tokio::net::TcpListener::from_std(self.listener).map_err(failed)?;
            // Of a connection that may be of either version nothing limits the wait for its first byte.
            let mut builder = Builder::new(TokioExecutor::new()).http1_only();
            builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS);
            let graceful = GracefulShutdown::new();
            let places = Arc::new(Semaphore::new(CONNECTIONS));
            let mut stop = std::pin::pin!(told_to_stop());
            loop {
                let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
                let (stream, remote) = tokio::select! {
                    accepted = listener.accept() => {
                        let Ok(accepted) = accepted else {
                            // Out of file descriptors or a client gone already: the next one may do better.
                            tokio::time::sleep(Duration::from_millis(20)).await;
                            continue;
                        };
                        accepted
                    },
                    () = &mut stop => break,
                };
                let router = router.clone();
                let service = tower::service_fn(move |mut request: Request<hyper::body::Incoming>| {
                    request.extensions_mut().insert(Remote(remote.ip().to_string()));
                    router.clone().oneshot(request)
                });
                let connection = builder
                    .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
                    .into_owned();
                let watched = graceful.watch(connection);
                tokio::spawn(async move {
                    // A client that goes away mid-answer is no error of ours.
                    let _ = watched.await;
                    drop(place);
                });
            }
            tokio::select! {
                () = graceful.shutdown() => {}
                () = tokio::time::sleep(FAREWELL) => {}
            }
            Ok(())
        })?;
        drop(webhooks);
        runtime.shutdown_timeout(Duration::from_secs(1));
        Ok(())
    }
}

async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminate), Ok(mut interrupt)) =
            (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
