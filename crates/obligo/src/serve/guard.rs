//! Who is asking, and whether they may: before a body is read, before a handler runs.

use super::call::Caller;
use super::house::House;
use super::route::{Face, Route};
use crate::access::{sign_in, tokens};
use crate::messages::Messages;
use crate::words::Words;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, HOST, ORIGIN};
use obligo_rules::problem::Problem;
use subtle::ConstantTimeEq;

/// Name of the session's cookie.
pub const COOKIE_NAME: &str = "obligo_session";

/// The caller of a request, with the language it is answered in.
pub struct Known {
    /// The caller; a stranger where nothing valid was shown.
    pub caller: Caller,
    /// The caller's language.
    pub words: &'static Words,
}

/// Finds out who asks: pages by cookie, the API by token. Reads the store. A token that is unknown, revoked or expired is a problem; a
/// cookie that is, a stranger.
pub fn known(house: &House, face: Face, headers: &HeaderMap, now: &str) -> Result<Known, Problem> {
    let spoken = Words::of(&language_asked(headers, &house.settings.language));
    let stranger = Known { caller: Caller::default(), words: spoken };
    match face {
        Face::Page => {
            let mut cookies = cookies(headers).into_iter();
            let Some((_, secret)) = cookies.find(|(name, _)| name == COOKIE_NAME) else {
                return Ok(stranger);
            };
            let Some(signed_in) = sign_in::session_of(&house.store, &secret, now)? else {
                return Ok(stranger);
            };
            let words = signed_in.user.language.as_deref().map_or(spoken, Words::of);
            let caller = Caller {
                user: Some(signed_in.user),
                bearer: None,
                form_key: signed_in.form_key,
                session_secret: secret,
            };
            Ok(Known { caller, words })
        }
        Face::Api => {
            let Some(header) = headers.get(AUTHORIZATION) else { return Ok(stranger) };
            let secret = header.to_str().ok().and_then(|text| text.strip_prefix("Bearer ")).map(str::trim);
            let unknown = || Problem::forbidden("token-unknown");
            let secret = secret.ok_or_else(unknown)?;
            let bearer = tokens::token_of(&house.store, secret, now)?.ok_or_else(unknown)?;
            let caller =
                Caller { user: Some(bearer.user.clone()), bearer: Some(bearer), ..Caller::default() };
            Ok(Known { caller, words: spoken })
        }
    }
}

/// Refuses a caller whom the route is not for. Errors: `sign-in-needed`, `role-missing`, `role-companies` (all forbidden).
pub fn admit(route: &Route, caller: &Caller) -> Result<(), Problem> {
    route.access.admit(caller)
}

/// Refuses a form another site made the browser send. Error: `form-foreign` (forbidden).
pub fn same_site(headers: &HeaderMap, public_address: &str) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let foreign = || Problem::forbidden("form-foreign");
    if text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none") {
        return Err(foreign());
    }
    let Some(origin) = text(ORIGIN.as_str()) else { return Ok(()) };
    let host = text(HOST.as_str()).unwrap_or("");
    let is_ours = origin.split_once("://").is_some_and(|(_, o)| o == host)
        || (!public_address.is_empty() && origin == public_address.trim_end_matches('/'));
    if is_ours { Ok(()) } else { Err(foreign()) }
}

/// Refuses a form without the key of the caller's session. Error: `form-expired` (forbidden).
pub fn form_key(caller: &Caller, fields: &[(String, String)]) -> Result<(), Problem> {
    let sent = fields.iter().find(|(name, _)| name == "form_key").map_or("", |(_, value)| value.as_str());
    if caller.is_stranger() || bool::from(sent.as_bytes().ct_eq(caller.form_key.as_bytes())) {
        Ok(())
    } else {
        Err(Problem::forbidden("form-expired"))
    }
}

/// The cookies of a request.
pub fn cookies(headers: &HeaderMap) -> Vec<(String, String)> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The first of our languages the browser asks for, by its weights.
fn language_asked(headers: &HeaderMap, otherwise: &str) -> String {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut wanted: Vec<(&str, f32)> = asked
        .split(',')
        .filter_map(|one| {
            let mut parts = one.split(';');
            let tag = parts.next()?.trim().split('-').next()?;
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).and_then(|q| q.parse().ok());
            Some((tag, weight.unwrap_or(1.0)))
        })
        .collect();
    wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
    let ours: Vec<&str> = Messages::languages().collect();
    let found = wanted.iter().find(|(tag, _)| ours.iter().any(|own| own.eq_ignore_ascii_case(tag)));
    found.map_or_else(|| otherwise.to_owned(), |(tag, _)| tag.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(n, v)| (n.parse().unwrap(), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn a_form_from_another_site_is_refused() {
        for (pairs, is_ours) in [
            (vec![("host", "a:1"), ("origin", "http://a:1")], true),
            (vec![("host", "a:1"), ("origin", "http://b:1")], false),
            (vec![("host", "a:1"), ("origin", "null")], false),
            (vec![("host", "a:1"), ("sec-fetch-site", "cross-site")], false),
            (vec![("host", "a:1"), ("sec-fetch-site", "same-site")], false),
            (vec![("host", "a:1"), ("sec-fetch-site", "same-origin")], true),
            (vec![("host", "inner"), ("origin", "https://obligo.example")], true),
            (vec![("host", "a:1")], true),
        ] {
            assert_eq!(same_site(&headers(&pairs), "https://obligo.example").is_ok(), is_ours, "{pairs:?}");
        }
    }

    #[test]
    fn r14_1_the_browser_chooses_the_language_before_sign_in() {
        for (asked, language) in [("en-GB,en;q=0.8", "en"), ("xx", "en"), ("", "en"), ("xx,en;q=0.1", "en")] {
            assert_eq!(language_asked(&headers(&[("accept-language", asked)]), "en"), language, "{asked}");
        }
    }
}
