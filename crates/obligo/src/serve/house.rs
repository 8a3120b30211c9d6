//! What all requests share.

use super::jobs::Jobs;
use crate::credit::work_list::WorkIndexKeeper;
use crate::portfolio::Keeper;
use obligo_store::Store;
use std::fmt;
use std::sync::Arc;

/// How a server is set up.
#[derive(Clone, Debug)]
pub struct HouseSettings {
    /// Address people reach it under, such as `https://obligo.example.com`; empty for the one it listens on.
    pub public_address: String,
    /// The largest file it takes, in bytes.
    pub upload_limit: u64,
    /// A fixed clock, for tests and demonstrations.
    pub fixed_now: Option<String>,
    /// Language of strangers whose browser asks for none of ours.
    pub language: String,
    /// Whether webhooks may go to this machine and to private networks.
    pub private_webhooks: bool,
}

impl Default for HouseSettings {
    fn default() -> Self {
        HouseSettings {
            public_address: String::new(),
            upload_limit: 1 << 30,
            fixed_now: None,
            language: "en".to_owned(),
            private_webhooks: false,
        }
    }
}

/// See the module.
pub struct House {
    /// The store.
    pub store: Arc<Store>,
    /// The portfolio of today.
    pub keeper: Arc<Keeper>,
    /// The work list of credit control as the last run left it.
    pub work_lists: WorkIndexKeeper,
    /// Long work under way.
    pub jobs: Arc<Jobs>,
    /// Settings.
    pub settings: HouseSettings,
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl House {
    /// A house over an open store.
    #[must_use]
    pub fn new(store: Arc<Store>, settings: HouseSettings) -> House {
        House {
            keeper: Keeper::new(Arc::clone(&store)),
            store,
            work_lists: WorkIndexKeeper::default(),
            jobs: Arc::default(),
            settings,
        }
    }

    /// Now, ISO 8601 in UTC.
    #[must_use]
    pub fn now(&self) -> String {
        let clock = || jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        self.settings.fixed_now.clone().unwrap_or_else(clock)
    }

    /// Whether people reach it over TLS, so that cookies must not travel without.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.settings.public_address.starts_with("https://")
    }
}
