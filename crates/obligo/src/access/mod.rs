//! Who may do what: users, roles, sign-in, sessions, tokens, saved views, settings, notes, and four eyes. Use cases
//! only; the faces ask them and translate.

pub mod first_start;
mod instants;
pub mod notes;
pub mod oidc;
mod passwords;
pub mod proposals;
pub mod roles;
pub(crate) mod secrets;
pub mod settings;
pub mod sign_in;
pub mod tokens;
pub mod users;
pub mod views;

pub use roles::{Permission, Role, allows};
pub use users::User;
