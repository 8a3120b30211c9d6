//! The signature of a delivery: HMAC-SHA256 over instant and body, so that neither can be changed and an old one is seen to be old.

use crate::session::hex;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The header that holds it.
pub const SIGNATURE_HEADER: &str = "Obligo-Signature";

/// `t=SECONDS,v1=HEX`: HMAC-SHA256 under the webhook's secret over `SECONDS.BODY`, seconds since 1970-01-01 UTC.
#[must_use]
pub fn signature(secret: &str, seconds: i64, body: &str) -> String {
    format!("t={seconds},v1={}", digest(secret, seconds, body))
}

/// Whether a header signs this body, as a receiver checks it; how old it may be is the receiver's choice.
#[must_use]
pub fn is_signed(secret: &str, header: &str, body: &str) -> bool {
    let part = |name: &str| header.split(',').find_map(|part| part.trim().strip_prefix(name));
    let (Some(Ok(seconds)), Some(given)) = (part("t=").map(str::parse), part("v1=")) else { return false };
    digest(secret, seconds, body).as_bytes().ct_eq(given.as_bytes()).into()
}

fn digest(secret: &str, seconds: i64, body: &str) -> String {
    // A key of any length is taken; there is nothing to refuse.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(format!("{seconds}.").as_bytes());
    mac.update(body.as_bytes());
    hex(&mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with `printf '1714558830.{"id":"1"}' | openssl dgst -sha256 -hmac key`.
    const KNOWN: &str = "t=1714558830,v1=f6e92826e5100bf1ebe403bcb20f1356ef92c6107d090f946083480530dc5307";

    #[test]
    fn a_signature_is_the_hmac_of_instant_and_body() {
        assert_eq!(signature("key", 1_714_558_830, "{\"id\":\"1\"}"), KNOWN);
    }

    #[test]
    fn a_signature_holds_for_its_secret_instant_and_body_only() {
        let body = "{\"id\":\"1\"}";
        let table = [
            ("key", KNOWN.to_owned(), body, true),
            ("key", KNOWN.replace(',', ", "), body, true),
            ("other", KNOWN.to_owned(), body, false),
            ("key", KNOWN.replace("1714558830", "1714558831"), body, false),
            ("key", KNOWN.to_owned(), "{\"id\":\"2\"}", false),
            ("key", "t=1714558830,v1=".to_owned(), body, false),
            ("key", String::new(), body, false),
        ];
        for (secret, header, body, holds) in table {
            assert_eq!(is_signed(secret, &header, body), holds, "{secret} {header} {body}");
        }
    }
}
