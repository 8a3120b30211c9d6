//! Life stories: every folder of `scenarios/` is played against the real program, from an empty store, and what it
//! prints is compared with what its `story.txt` expects. `OBLIGO_STORY=name` plays the stories whose name holds `name`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support {
    pub mod player;
    pub mod story;
}

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::player;

/// The folders of `scenarios/`, in order of name.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    let root = root.canonicalize().expect("the folder scenarios/ exists");
    let wanted = std::env::var("OBLIGO_STORY").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(&root)
        .expect("scenarios/ can be listed")
        .map(|entry| entry.expect("an entry of scenarios/").path())
        .filter(|path| path.is_dir() && path.file_name().unwrap().to_string_lossy().contains(&wanted))
        .collect();
    folders.sort();
    folders
}

#[test]
fn every_story_ends_as_told() {
    let folders = folders();
    assert!(!folders.is_empty(), "no story to play");
    let next = AtomicUsize::new(0);
    let reports = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(folder) = folders.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let report = player::play(Path::new(env!("CARGO_BIN_EXE_obligo")), folder);
                    if !report.is_empty() {
                        reports.lock().unwrap().push((folder.clone(), report));
                    }
                }
            });
        }
    });
    let mut reports = reports.into_inner().unwrap();
    reports.sort();
    let failed: Vec<String> = reports
        .iter()
        .map(|(folder, report)| format!("{}\n{}", folder.file_name().unwrap().display(), report.join("\n")))
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {} stories end otherwise than told\n\n{}",
        failed.len(),
        folders.len(),
        failed.join("\n\n")
    );
}
