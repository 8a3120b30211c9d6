//! Secrets from the system's random numbers, and the hashes the store keeps of them.

use crate::session::{hex, sha256_hex};
use obligo_rules::problem::Problem;

/// 256 random bits as hexadecimal digits. Error: `random-unavailable`.
pub(crate) fn secret() -> Result<String, Problem> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| Problem::unavailable("random-unavailable").with("why", e))?;
    Ok(hex(&bytes))
}

/// What the store keeps of a secret. A fast hash does: nobody guesses 256 random bits.
pub(super) fn hash_of(secret: &str) -> String {
    sha256_hex(secret.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{hash_of, secret};

    #[test]
    fn secrets_are_long_and_differ() {
        let (one, two) = (secret().unwrap(), secret().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, two);
        assert_ne!(hash_of(&one), hash_of(&two));
        assert!(!hash_of(&one).contains(&one));
    }
}
