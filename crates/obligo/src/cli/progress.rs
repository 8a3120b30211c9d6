//! Progress on a terminal for what lasts longer than a second.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(1);

/// Whether anybody would see progress.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    is_seen: bool,
}

impl Progress {
    /// Progress is shown if standard error is a terminal, unless asked not to.
    pub fn new(quiet: bool) -> Progress {
        Progress { is_seen: !quiet && std::io::stderr().is_terminal() }
    }

    /// A bar for work that says how far it is.
    pub fn bar(self, label: String) -> Bar {
        Bar { is_seen: self.is_seen, started: Instant::now(), label, shown: None }
    }

    /// A spinner for work that does not, until it is dropped.
    pub fn spinner(self, label: String) -> Spinner {
        if !self.is_seen {
            return Spinner { running: None };
        }
        let (stop, stopped) = channel::<()>();
        let thread = std::thread::spawn(move || {
            if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let spinner = ProgressBar::new_spinner().with_message(label);
            spinner.set_style(style("{spinner:.cyan} {msg} {elapsed:.dim}"));
            spinner.enable_steady_tick(Duration::from_millis(120));
            // Ends when the sender is dropped.
            let _ = stopped.recv();
            spinner.finish_and_clear();
        });
        Spinner { running: Some((stop, thread)) }
    }
}

/// A bar that appears after a second.
pub struct Bar {
    is_seen: bool,
    started: Instant,
    label: String,
    shown: Option<ProgressBar>,
}

impl Bar {
    /// So much is done of so much.
    pub fn at(&mut self, done: u64, of: u64) {
        if !self.is_seen || (self.shown.is_none() && self.started.elapsed() < PATIENCE) {
            return;
        }
        let label = &self.label;
        let bar = self.shown.get_or_insert_with(|| {
            let bar = ProgressBar::new(of).with_message(label.clone());
            bar.set_style(style("{msg} {bar:30.cyan} {percent:>3} % {eta:.dim}").progress_chars("█▌ "));
            bar
        });
        bar.set_length(of);
        bar.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.shown {
            bar.finish_and_clear();
        }
    }
}

/// A spinner that appears after a second.
pub struct Spinner {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Drop for Spinner {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            // A spinner that failed is no failure of the work.
            let _ = thread.join();
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
