//! How a delivery is sent: one request, no redirect, no address of the own network unless the administrator allows it.

use crate::messages::visible;
use std::io::Read;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// From the look-up of the name to the last byte of the answer.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Of an answer no more is read.
const ANSWER_BYTES_MAX: u64 = 1024;

/// What a receiver answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// The first kilobyte of the body, made visible.
    pub text: String,
}

impl Answer {
    /// Whether the receiver has taken it.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// What sends deliveries.
pub trait WebhookClient {
    /// Posts a body; what went wrong, in words, where there is no answer.
    fn post(&self, url: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer, String>;
}

/// Sends over HTTP and HTTPS. Addresses are checked after the name was looked up, and those very addresses are connected to: a name
/// that points elsewhere a moment later gains nothing.
pub struct HttpClient {
    agent: Agent,
}

impl HttpClient {
    /// A client that may or may not connect to private addresses.
    #[must_use]
    pub fn new(allow_private: bool) -> HttpClient {
        let config = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .max_redirects(0)
            .http_status_as_error(false)
            // Through a proxy the address could not be checked.
            .proxy(None)
            .user_agent(concat!("obligo/", env!("CARGO_PKG_VERSION")))
            .build();
        let resolver = CheckedResolver { inner: DefaultResolver::default(), allow_private };
        HttpClient { agent: Agent::with_parts(config, DefaultConnector::default(), resolver) }
    }
}

impl WebhookClient for HttpClient {
    fn post(&self, url: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer, String> {
        let mut request = self.agent.post(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = request.send(body).map_err(|e| e.to_string())?;
        let mut read = Vec::new();
        // The status decides; a body that breaks off changes nothing.
        let _ = response.body_mut().as_reader().take(ANSWER_BYTES_MAX).read_to_end(&mut read);
        let text = visible(String::from_utf8_lossy(&read).trim());
        Ok(Answer { status: response.status().as_u16(), text })
    }
}

#[derive(Debug)]
struct CheckedResolver {
    inner: DefaultResolver,
    allow_private: bool,
}

impl Resolver for CheckedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let addresses = self.inner.resolve(uri, config, timeout)?;
        let private = addresses.iter().find(|address| is_private(address.ip()));
        match private.filter(|_| !self.allow_private) {
            Some(address) => Err(Error::Io(std::io::Error::new(
                std::io::ErrorKind::PermissionDenied,
                format!("{} is a private address", address.ip()),
            ))),
            None => Ok(addresses),
        }
    }
}

/// Whether an address belongs to this machine, to a private network, or to nobody.
#[must_use]
pub fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_private_v4(v4),
        IpAddr::V6(v6) => is_private_v6(v6),
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b))
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match parts {
        // IPv4 in IPv6: mapped, compatible (loopback and unspecified too), translated, 6to4.
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            is_private_v4(v4(high, low))
        }
        [0x2002, high, low, ..] => is_private_v4(v4(high, low)),
        // Only global unicast is anybody's; of it, documentation and the tunnels are not.
        [first, second, ..] => {
            first & 0xe000 != 0x2000 || (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_known_in_all_their_forms() {
        let private = [
            "127.0.0.1",
            "127.8.8.8",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "0.1.2.3",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::7f00:1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
        ];
        for address in private {
            assert!(is_private(address.parse().unwrap()), "{address}");
        }
        let public = [
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "2a00:1450::1",
            "2606:4700::1",
            "::ffff:8.8.8.8",
        ];
        for address in public {
            assert!(!is_private(address.parse().unwrap()), "{address}");
        }
    }
}
