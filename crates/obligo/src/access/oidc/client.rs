//! Asking the provider: its addresses and keys, over HTTP, and the claims beyond the standard ones.

use crate::access::settings::Oidc;
use obligo_rules::problem::Problem;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AuthType, ClientId, ClientSecret, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IdTokenClaims, IdTokenFields, IssuerUrl,
    StandardErrorResponse, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::error::Error;
use std::time::Duration;

/// How long the provider may take for one answer, and how many bytes it may have.
const TIMEOUT: Duration = Duration::from_secs(10);
const ANSWER_MAX: u64 = 1024 * 1024;

/// What the provider says beyond the standard claims.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Extra {
    #[serde(flatten)]
    all: Map<String, Value>,
}

impl AdditionalClaims for Extra {}

/// The claims of an ID token.
pub(super) type Claims = IdTokenClaims<Extra, CoreGenderClaim>;

type TokenFields = IdTokenFields<
    Extra,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

/// A client that knows where to send the browser, and perhaps where to exchange the code.
pub(super) type Client = openidconnect::Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<TokenFields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider's client, and whether it offers the scope `groups`. Errors: `oidc-address`, `oidc-unreachable`, `oidc-secret-missing`.
pub(super) fn discover(settings: &Oidc) -> Result<(Client, bool), Problem> {
    let wrong = |_| Problem::refused("oidc-address").of_value(&settings.issuer);
    let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(wrong)?;
    let metadata = CoreProviderMetadata::discover(&issuer, &http_client()).map_err(|e| {
        Problem::unavailable("oidc-unreachable").with("issuer", &settings.issuer).with("why", reason(&e))
    })?;
    let offers_groups =
        metadata.scopes_supported().is_some_and(|scopes| scopes.iter().any(|s| s.as_str() == "groups"));
    // Without a word from the provider, the secret goes into the header.
    let only_in_body = metadata.token_endpoint_auth_methods_supported().is_some_and(|methods| {
        methods.contains(&CoreClientAuthMethod::ClientSecretPost)
            && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
    });
    let id = ClientId::new(settings.client_id.clone());
    let client = Client::from_provider_metadata(metadata, id, client_secret(settings)?);
    let auth_type = if only_in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
    Ok((client.set_auth_type(auth_type), offers_groups))
}

fn client_secret(settings: &Oidc) -> Result<Option<ClientSecret>, Problem> {
    let Some(variable) = settings.client_secret.strip_prefix("env:") else { return Ok(None) };
    let missing = |_| Problem::unavailable("oidc-secret-missing").with("variable", variable);
    Ok(Some(ClientSecret::new(std::env::var(variable).map_err(missing)?)))
}

/// Sends one request. Redirects are not followed: they could lead into the house.
pub(super) fn http_client() -> impl Fn(HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(TIMEOUT))
        .build();
    let agent = config.new_agent();
    move |request| {
        let (parts, body) = request.into_parts();
        let answer = if body.is_empty() {
            agent.run(ureq::http::Request::from_parts(parts, ()))
        } else {
            agent.run(ureq::http::Request::from_parts(parts, body))
        };
        let (parts, mut body) = answer?.into_parts();
        let bytes = body.with_config().limit(ANSWER_MAX).read_to_vec()?;
        Ok(HttpResponse::from_parts(parts, bytes))
    }
}

/// An error with its causes, in one line.
pub(super) fn reason(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// The groups under a claim: a list of texts, or one text. Dots lead into objects (`realm_access.roles`), unless the claim has them in
/// its name.
pub(super) fn group_names(extra: &Extra, claim: &str) -> Vec<String> {
    let by_path = || {
        let mut parts = claim.split('.');
        let first = extra.all.get(parts.next()?)?;
        parts.try_fold(first, |value, part| value.get(part))
    };
    match extra.all.get(claim).or_else(by_path) {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(name)) => vec![name.clone()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Extra, group_names};
    use serde_json::json;

    #[test]
    fn groups_are_found_by_name_or_path() {
        let extra: Extra = serde_json::from_value(json!({
            "groups": ["finance", 7, "audit"],
            "one": "finance",
            "realm_access": { "roles": ["runner"] },
            "https://example.com/groups": ["named"],
        }))
        .unwrap();
        let table = [
            ("groups", "finance audit"),
            ("one", "finance"),
            ("realm_access.roles", "runner"),
            ("https://example.com/groups", "named"),
            ("realm_access", ""),
            ("absent.path", ""),
            ("", ""),
        ];
        for (claim, expected) in table {
            assert_eq!(group_names(&extra, claim).join(" "), expected, "{claim}");
        }
    }
}
