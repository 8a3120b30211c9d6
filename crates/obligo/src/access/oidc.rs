//! Sign-in through an identity provider: authorization code with PKCE (`OpenID` Connect). The provider's addresses and keys are asked
//! for anew each time, so that a change there needs nothing here.

mod client;
mod local_user;

pub use local_user::local_user;

use super::instants::plus;
use super::secrets::{hash_of, secret};
use super::settings::Oidc;
use client::{Claims, Client, discover, group_names, http_client, reason};
use obligo_rules::problem::Problem;
use obligo_store::Store;
use obligo_store::sign_in_flow::{flow_add, flow_take};
use openidconnect::core::CoreResponseType;
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, TokenResponse,
};
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

/// How long a person may stay at the provider, in seconds.
const FLOW_SECONDS: i64 = 10 * 60;

/// What must be remembered between leaving for the provider and coming back.
#[derive(Clone, PartialEq, Eq)]
pub struct Flow {
    state: String,
    nonce: String,
    verifier: String,
    redirect: String,
}

/// Who the provider says it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Identity {
    /// Issuer.
    pub issuer: String,
    /// The provider's lasting name for the person.
    pub subject: String,
    /// Sign-in name as the provider knows it: the preferred name, else the verified mail address, else the subject.
    pub name: String,
    /// Name as people know them.
    pub display_name: String,
    /// Mail address, if the provider has verified it.
    pub email: Option<String>,
    /// Groups.
    pub groups: Vec<String>,
}

/// Where to send the browser, and what to remember. `redirect` is the address it comes back to. Errors: `oidc-unreachable`,
/// `oidc-secret-missing`, `oidc-address`.
pub fn begin(settings: &Oidc, redirect: &str) -> Result<(String, Flow), Problem> {
    let flow =
        Flow { state: secret()?, nonce: secret()?, verifier: secret()?, redirect: redirect.to_owned() };
    let (client, offers_groups) = client(settings, redirect)?;
    let challenge =
        PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(flow.verifier.clone()));
    let (state, nonce) = (flow.state.clone(), flow.nonce.clone());
    let mut request = client
        .authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .set_pkce_challenge(challenge)
        .add_scope(Scope::new("profile".to_owned()))
        .add_scope(Scope::new("email".to_owned()));
    // Some providers tell groups only to those who ask, others refuse a scope they do not know.
    if offers_groups {
        request = request.add_scope(Scope::new("groups".to_owned()));
    }
    let (url, _, _) = request.url();
    Ok((url.to_string(), flow))
}

/// Keeps a flow for 10 minutes: the secret for a cookie of the browser, so that nobody finishes a sign-in that another browser began.
pub fn keep_flow(store: &Store, flow: &Flow, now: &str) -> Result<String, Problem> {
    let secret = secret()?;
    let now = plus(now, 0)?;
    let expires_at = plus(&now, FLOW_SECONDS)?;
    let content = json!({
        "state": flow.state,
        "nonce": flow.nonce,
        "verifier": flow.verifier,
        "redirect": flow.redirect,
    });
    store.keep(|tx| flow_add(tx, &hash_of(&secret), &content.to_string(), &expires_at, &now))?;
    Ok(secret)
}

/// The flow of a cookie, once.
pub fn take_flow(store: &Store, secret: &str, now: &str) -> Result<Option<Flow>, Problem> {
    let now = plus(now, 0)?;
    let content = store.keep(|tx| flow_take(tx, &hash_of(secret), &now))?;
    Ok(content.map(|content| {
        let content: Value = serde_json::from_str(&content).unwrap_or(Value::Null);
        let text = |key: &str| content[key].as_str().unwrap_or_default().to_owned();
        Flow {
            state: text("state"),
            nonce: text("nonce"),
            verifier: text("verifier"),
            redirect: text("redirect"),
        }
    }))
}

/// Exchanges the code the browser came back with, and checks what the provider says: signature, issuer, audience, time, nonce. Errors:
/// `oidc-state`, `oidc-refused`, and those of [`begin`].
pub fn complete(settings: &Oidc, flow: &Flow, code: &str, state: &str) -> Result<Identity, Problem> {
    let is_same: bool = flow.state.as_bytes().ct_eq(state.as_bytes()).into();
    if !is_same || flow.state.is_empty() {
        return Err(Problem::forbidden("oidc-state"));
    }
    let refused = |why: String| Problem::forbidden("oidc-refused").with("why", why);
    let (client, _) = client(settings, &flow.redirect)?;
    let answer = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|e| refused(reason(&e)))?
        .set_pkce_verifier(PkceCodeVerifier::new(flow.verifier.clone()))
        .request(&http_client())
        .map_err(|e| refused(reason(&e)))?;
    let id_token = answer.id_token().ok_or_else(|| refused("it sent no ID token".to_owned()))?;
    let nonce = Nonce::new(flow.nonce.clone());
    let claims = id_token.claims(&client.id_token_verifier(), &nonce).map_err(|e| refused(reason(&e)))?;
    Ok(identity(settings, claims))
}

fn client(settings: &Oidc, redirect: &str) -> Result<(Client, bool), Problem> {
    let wrong = |_| Problem::refused("oidc-address").of_value(redirect);
    let (client, offers_groups) = discover(settings)?;
    Ok((client.set_redirect_uri(RedirectUrl::new(redirect.to_owned()).map_err(wrong)?), offers_groups))
}

fn identity(settings: &Oidc, claims: &Claims) -> Identity {
    let subject = claims.subject().as_str().to_owned();
    let email = claims.email().filter(|_| claims.email_verified() == Some(true)).map(|mail| mail.to_string());
    let preferred = claims.preferred_username().map(|name| name.to_string());
    let name = preferred.or_else(|| email.clone()).unwrap_or_else(|| subject.clone());
    let full_name = claims.name().and_then(|name| name.get(None)).map(|name| name.to_string());
    Identity {
        issuer: claims.issuer().to_string(),
        subject,
        display_name: full_name.unwrap_or_else(|| name.clone()),
        name,
        email,
        groups: group_names(claims.additional_claims(), &settings.groups_claim),
    }
}
