//! The real program serving a store of its own: started, asked whether it lives, killed when dropped.

use super::client::Client;
use super::place::workspace;
use obligo::access::{Role, User, sign_in, tokens, users};
use obligo::session::Session;
use obligo_store::Open;
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_obligo");
/// The last day of the demonstration's story.
const DEMONSTRATION_ENDS: &str = "2026-06-30";
const COOKIE: &str = "obligo_session";

/// A store before anybody serves it.
pub struct Ground {
    folder: tempfile::TempDir,
    /// The clock, an instant in UTC.
    now: String,
}

impl Ground {
    /// A store nobody has written to, on a day.
    pub fn empty(today: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the store");
        Self { folder, now: format!("{today}T09:00:00Z") }
    }

    /// A store with the files of a scenario, on a day.
    pub fn of_scenario(name: &str, today: &str) -> Self {
        let ground = Self::empty(today);
        let folder = scenario(name);
        ground.must(&["import", "scenario", &folder.display().to_string()]);
        ground
    }

    /// The demonstration's portfolio, on the day its story ends.
    pub fn demonstration() -> Self {
        let ground = Self::empty(DEMONSTRATION_ENDS);
        let told = ground.must(&["demo", "--to", "story", "--no-serve"]);
        assert!(told.contains(DEMONSTRATION_ENDS), "the demonstration ends on another day: {told}");
        let store = ground.folder.path().join("story").join("obligo.db");
        std::fs::rename(store, ground.folder.path().join("obligo.db")).expect("the store is moved");
        ground
    }

    /// Runs a command of the program on the store.
    pub fn command(&self, words: &[&str]) -> Output {
        let mut command = self.program();
        command.args(words).output().expect("the program starts")
    }

    /// The same; it must succeed. What it printed.
    #[track_caller]
    pub fn must(&self, words: &[&str]) -> String {
        let output = self.command(words);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {said}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// A file for the commands, in the store's folder.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("the file is written");
        path
    }

    fn store(&self) -> String {
        format!("sqlite:{}", self.folder.path().join("obligo.db").display())
    }

    fn program(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command.arg("--store").arg(self.store()).current_dir(self.folder.path());
        command.env("OBLIGO_NOW", &self.now).env("OBLIGO_ACTOR", "tests");
        command
            .env("LC_ALL", "C.UTF-8")
            .env("NO_COLOR", "1")
            .env_remove("OBLIGO_STORE")
            .env_remove("OBLIGO_LANG");
        command
    }

    /// A session of the use cases on the store, for what no page or command is needed for.
    pub fn session(&self) -> Session {
        Session::open(&self.store(), Open::Create, "tests".to_owned(), self.now.clone())
            .expect("the store opens")
    }

    /// Makes a user without password; `companies` empty means all.
    pub fn user(&self, name: &str, roles: &[Role], companies: &[&str]) -> User {
        let new = users::NewUser {
            name: name.to_owned(),
            roles: roles.iter().copied().collect(),
            companies: (!companies.is_empty())
                .then(|| companies.iter().map(|&code| code.to_owned()).collect()),
            ..users::NewUser::default()
        };
        users::create(&mut self.session(), &new).unwrap_or_else(|problem| panic!("{name}: {}", problem.code))
    }

    /// Serves the store.
    pub fn serve(self) -> Server {
        Server::start(self)
    }
}

/// A server of a store.
pub struct Server {
    process: Child,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    /// Address that makes the first administrator; none where somebody can sign in already.
    pub first_link: Option<String>,
    /// The store it serves.
    pub ground: Ground,
}

impl Server {
    fn start(ground: Ground) -> Self {
        let mut process = ground
            .program()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let mut lines =
            BufReader::new(process.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let mut words = Vec::new();
        // The line that says how to stop it is the last one before it answers.
        for line in lines.by_ref() {
            if line.contains("Ctrl-C") {
                break;
            }
            words.extend(line.split_whitespace().map(str::to_owned));
        }
        // Whatever it prints later must not fill its pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let link = |is_first: bool| {
            let found =
                words.iter().find(|word| word.starts_with("http://") && word.contains("/first/") == is_first);
            found.map(|word| word.trim_end_matches(['.', ',']).to_owned())
        };
        let address =
            link(false).unwrap_or_else(|| panic!("the server tells no address: {}", words.join(" ")));
        let server = Self { process, address, first_link: link(true), ground };
        server.is_alive();
        server
    }

    fn is_alive(&self) {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            if self.stranger().try_send("GET", "/healthz", &[], b"").is_ok_and(|answer| answer.status == 200)
            {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the server does not answer");
    }

    /// Path of the link that makes the first administrator.
    #[track_caller]
    pub fn first_path(&self) -> String {
        self.first_link.as_ref().expect("a link for the first administrator").replacen(&self.address, "", 1)
    }

    /// A client nobody knows.
    pub fn stranger(&self) -> Client {
        Client::of(&self.address)
    }

    /// A client signed in as a new user with these roles; `companies` empty means all.
    pub fn signed_in(&self, name: &str, roles: &[Role], companies: &[&str]) -> Client {
        let user = self.ground.user(name, roles, companies);
        let session = self.ground.session();
        let opened = sign_in::open_session(&session.store, &user, &session.now);
        let opened = opened.unwrap_or_else(|problem| panic!("{name}: {}", problem.code));
        let mut client = self.stranger();
        client.cookies.insert(COOKIE.to_owned(), opened.cookie_secret);
        client.form_key = opened.form_key;
        client
    }

    /// A program with a token of a new user with these roles, allowed all the user may.
    pub fn program(&self, name: &str, roles: &[Role], companies: &[&str]) -> Client {
        let user = self.ground.user(name, roles, companies);
        let new = tokens::NewToken {
            name: "tests".to_owned(),
            user: user.name,
            scopes: BTreeSet::from(tokens::Scope::ALL),
            companies: None,
            days: 30,
        };
        let token = tokens::create(&mut self.ground.session(), &new);
        let (secret, _) = token.unwrap_or_else(|problem| panic!("{name}: {}", problem.code));
        self.stranger().with("authorization", &format!("Bearer {secret}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The folder of a scenario.
pub fn scenario(name: &str) -> PathBuf {
    let folder = workspace().join("scenarios").join(name);
    assert!(Path::new(&folder).is_dir(), "no scenario {name}");
    folder
}
