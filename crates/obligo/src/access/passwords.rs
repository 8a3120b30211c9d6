//! Passwords: what is accepted, and their Argon2id hashes.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use obligo_rules::problem::Problem;
use obligo_store::user_account::user_key;
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};

/// Characters a password has at least, and bytes at most (a longer one only costs time).
const LENGTH_MIN: usize = 12;
const BYTES_MAX: usize = 1024;

/// What OWASP recommends for Argon2id: 19 MiB, 2 passes, 1 lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Refuses what is no password: `password-too-short`, `password-too-long`, `password-is-name`.
pub(super) fn check(name: &str, password: &str) -> Result<(), Problem> {
    if user_key(password) == user_key(name) {
        return Err(Problem::refused("password-is-name"));
    }
    if password.chars().count() < LENGTH_MIN {
        return Err(Problem::refused("password-too-short").with("limit", LENGTH_MIN));
    }
    if password.len() > BYTES_MAX {
        return Err(Problem::refused("password-too-long").with("limit", BYTES_MAX));
    }
    Ok(())
}

/// How many passwords are hashed at once at most: each takes [`MEMORY_KIB`], and strangers can ask for it.
const TURNS: usize = 4;

/// A turn at hashing; the next one begins when it is dropped.
struct Turn;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Turn {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |taken: &mut usize| *taken >= TURNS;
        *FREED.wait_while(taken, is_full).unwrap_or_else(PoisonError::into_inner) += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}

fn argon2() -> Result<Argon2<'static>, argon2::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a password with a salt of its own, as PHC string. Error: `random-unavailable`.
pub(super) fn hash(password: &str) -> Result<String, Problem> {
    let failed = |why: String| Problem::unavailable("random-unavailable").with("why", why);
    let argon2 = argon2().map_err(|e| failed(e.to_string()))?;
    let _turn = Turn::wait();
    let hash = argon2.hash_password(password.as_bytes()).map_err(|e| failed(e.to_string()))?;
    Ok(hash.to_string())
}

/// Whether the password is the one of the hash. Without a hash it takes as long and is wrong, so that the time tells
/// nobody who is a user.
pub(super) fn is_right(password: &str, stored: Option<&str>) -> Result<bool, Problem> {
    static NOBODY: OnceLock<String> = OnceLock::new();
    let nobody = if let Some(hash) = NOBODY.get() {
        hash
    } else {
        let hash = hash(&super::secrets::secret()?)?;
        NOBODY.get_or_init(|| hash)
    };
    let (Ok(parsed), Ok(argon2)) = (PasswordHash::new(stored.unwrap_or(nobody)), argon2()) else {
        return Ok(false);
    };
    let _turn = Turn::wait();
    let given = password.as_bytes();
    let given = given.get(..BYTES_MAX).unwrap_or(given);
    let verified = argon2.verify_password(given, &parsed).is_ok();
    Ok(verified && stored.is_some() && password.len() <= BYTES_MAX)
}

#[cfg(test)]
mod tests {
    use super::{Turn, check, hash, is_right};
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn passwords_have_twelve_characters_and_are_not_the_name() {
        let long = "x".repeat(1025);
        let table = [
            ("correct horse", None),
            ("äöüäöüäöüäöü", None),
            ("elevenchars", Some("password-too-short")),
            ("", Some("password-too-short")),
            ("Anna.Lindqvist", Some("password-is-name")),
            (long.as_str(), Some("password-too-long")),
        ];
        for (password, expected) in table {
            assert_eq!(check("anna.lindqvist", password).err().map(|p| p.code), expected, "{password}");
        }
    }

    #[test]
    fn never_more_than_four_are_hashed_at_once() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| {
                    let _turn = Turn::wait();
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(std::time::Duration::from_millis(5));
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        assert!((2..=4).contains(&most.into_inner()), "and not one by one");
    }

    #[test]
    fn hashes_are_argon2id_with_a_salt_each() {
        let (one, two) = (hash("correct horse").unwrap(), hash("correct horse").unwrap());
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, two);
        assert!(is_right("correct horse", Some(&one)).unwrap());
        assert!(!is_right("correct horsE", Some(&one)).unwrap());
        assert!(!is_right("correct horse", None).unwrap());
        assert!(!is_right("correct horse", Some("garbage")).unwrap());
    }
}
