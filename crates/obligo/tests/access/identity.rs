//! Sign-in through an identity provider, over real HTTP with really signed tokens.

use crate::provider::{Fault, Provider};
use crate::{House, add, code, roles, staffed, trail};
use obligo::access::Role;
use obligo::access::oidc::{Identity, begin, complete, keep_flow, local_user, take_flow};
use obligo::access::settings::Oidc;
use obligo::access::sign_in::open_session;
use obligo::access::users::{self, UserChange};
use obligo_rules::problem::Problem;
use serde_json::json;

const REDIRECT: &str = "http://127.0.0.1:8080/sign-in/back";
const NOW: &str = "2025-01-01T10:00:00Z";

fn settings(provider: &Provider) -> Oidc {
    Oidc {
        issuer: provider.issuer.clone(),
        client_id: "obligo".to_owned(),
        client_secret: String::new(),
        groups_claim: "groups".to_owned(),
        roles: [
            ("finance".to_owned(), Role::Clerk),
            ("heads".to_owned(), Role::Manager),
            ("it".to_owned(), Role::Administrator),
        ]
        .into(),
    }
}

/// The whole way, as a browser goes it.
fn identify(provider: &Provider) -> Result<Identity, Problem> {
    let settings = settings(provider);
    let (url, flow) = begin(&settings, REDIRECT)?;
    let (code, state) = Provider::visit(&url);
    complete(&settings, &flow, &code, &state)
}

fn signed_in(house: &mut House, provider: &Provider) -> Result<users::User, Problem> {
    let identity = identify(provider)?;
    local_user(&mut house.session, &settings(provider), &identity)
}

#[test]
fn a_person_comes_back_with_name_and_groups() {
    let provider = Provider::new();
    let (url, _) = begin(&settings(&provider), REDIRECT).unwrap();
    for part in
        ["response_type=code", "code_challenge_method=S256", "nonce=", "scope=openid+profile+email+groups"]
    {
        assert!(url.contains(part), "{part} in {url}");
    }
    let identity = identify(&provider).unwrap();
    let expected = Identity {
        issuer: provider.issuer.clone(),
        subject: "248289761001".to_owned(),
        name: "anna.lindqvist".to_owned(),
        display_name: "Anna Lindqvist".to_owned(),
        email: None,
        groups: vec!["finance".to_owned(), "everybody".to_owned()],
    };
    assert_eq!(identity, expected);
    provider.set_claim("email", json!("boss@example.com"));
    assert_eq!(identify(&provider).unwrap().email, None, "not verified");
    provider.set_claim("email_verified", json!(true));
    assert_eq!(identify(&provider).unwrap().email.as_deref(), Some("boss@example.com"));
}

#[test]
fn what_the_provider_gets_wrong_lets_nobody_in() {
    let provider = Provider::new();
    let table = [
        (Fault::OtherKey, "oidc-refused"),
        (Fault::OtherNonce, "oidc-refused"),
        (Fault::OtherAudience, "oidc-refused"),
        (Fault::OtherIssuer, "oidc-refused"),
        (Fault::Expired, "oidc-refused"),
        (Fault::NoIdToken, "oidc-refused"),
        (Fault::Unsigned, "oidc-refused"),
        (Fault::DiscoveryOfAnother, "oidc-unreachable"),
        (Fault::DiscoveryRedirects, "oidc-unreachable"),
        (Fault::DiscoveryHuge, "oidc-unreachable"),
        (Fault::DiscoveryNoJson, "oidc-unreachable"),
    ];
    for (fault, expected) in table {
        provider.misbehave(fault);
        assert_eq!(code(identify(&provider)), expected, "{fault:?}");
    }
    provider.misbehave(Fault::None);
    assert!(identify(&provider).is_ok());
    let nowhere = Oidc { issuer: "http://127.0.0.1:1".to_owned(), ..settings(&provider) };
    assert_eq!(begin(&nowhere, REDIRECT).err().unwrap().code, "oidc-unreachable");
    assert_eq!(begin(&settings(&provider), "nowhere").err().unwrap().code, "oidc-address");
    let unset = Oidc { client_secret: "env:OBLIGO_NOT_SET_ANYWHERE".to_owned(), ..settings(&provider) };
    assert_eq!(begin(&unset, REDIRECT).err().unwrap().code, "oidc-secret-missing");
}

#[test]
fn a_code_works_with_its_own_state_and_verifier_only() {
    let provider = Provider::new();
    let settings = settings(&provider);
    let (url, flow) = begin(&settings, REDIRECT).unwrap();
    let (other_url, other) = begin(&settings, REDIRECT).unwrap();
    let (code_given, state) = Provider::visit(&url);
    assert_eq!(code(complete(&settings, &flow, &code_given, "forged")), "oidc-state");
    assert_eq!(code(complete(&settings, &flow, &code_given, "")), "oidc-state");
    assert_eq!(code(complete(&settings, &other, &code_given, &state)), "oidc-state", "another browser's");
    let (_, other_state) = Provider::visit(&other_url);
    let stolen = complete(&settings, &other, &code_given, &other_state);
    assert_eq!(code(stolen), "oidc-refused", "PKCE: the code of another flow");
    let (code_given, state) = Provider::visit(&url);
    assert!(complete(&settings, &flow, &code_given, &state).is_ok());
    assert_eq!(code(complete(&settings, &flow, &code_given, &state)), "oidc-refused", "once");
}

#[test]
fn a_flow_waits_ten_minutes_for_its_browser() {
    let provider = Provider::new();
    let house = staffed();
    let store = &house.session.store;
    let (_, flow) = begin(&settings(&provider), REDIRECT).unwrap();
    let secret = keep_flow(store, &flow, NOW).unwrap();
    assert!(take_flow(store, "guess", NOW).unwrap().is_none());
    assert!(take_flow(store, &secret, "2025-01-01T10:09:59Z").unwrap() == Some(flow.clone()));
    assert!(take_flow(store, &secret, NOW).unwrap().is_none(), "once");
    let late = keep_flow(store, &flow, NOW).unwrap();
    assert!(take_flow(store, &late, "2025-01-01T10:10:00Z").unwrap().is_none());
}

#[test]
fn the_local_user_follows_the_groups() {
    let provider = Provider::new();
    let mut house = staffed();
    let anna = signed_in(&mut house, &provider).unwrap();
    assert_eq!((anna.name.as_str(), anna.display_name.as_str()), ("anna.lindqvist", "Anna Lindqvist"));
    assert_eq!(anna.roles, roles("clerk"));
    assert!(anna.is_external && !anna.has_password);
    assert!(open_session(&house.session.store, &anna, NOW).is_ok());
    assert!(trail(&mut house.session).contains("user-identity"));
    let entries = house.entries();
    assert_eq!(signed_in(&mut house, &provider).unwrap(), anna);
    assert_eq!(house.entries(), entries, "nothing differs, nothing is written");
    provider.set_claim("groups", json!(["heads", "finance"]));
    provider.set_claim("name", json!("Anna Lind"));
    let promoted = signed_in(&mut house, &provider).unwrap();
    assert_eq!((promoted.user_id, promoted.roles.clone()), (anna.user_id, roles("clerk manager")));
    assert_eq!(promoted.display_name, "Anna Lind");
    provider.set_claim("groups", json!([]));
    assert_eq!(code(signed_in(&mut house, &provider)), "oidc-no-role");
    let left = users::get(&mut house.session, "anna.lindqvist").unwrap();
    assert!(left.roles.is_empty(), "what the groups gave is gone");
    provider.set_claim("groups", json!(["finance"]));
    let disable = UserChange { disabled: Some(true), ..UserChange::default() };
    users::change(&mut house.session, "anna.lindqvist", &disable).unwrap();
    assert_eq!(code(signed_in(&mut house, &provider)), "sign-in-refused");
}

#[test]
fn a_stranger_without_a_group_gets_no_user_and_nobody_elses() {
    let provider = Provider::new();
    let mut house = staffed();
    provider.set_claim("groups", json!(["everybody"]));
    assert_eq!(code(signed_in(&mut house, &provider)), "oidc-no-role");
    assert_eq!(users::list(&mut house.session).unwrap().len(), 1);
    provider.set_claim("groups", json!(["finance"]));
    provider.set_claim("preferred_username", json!("ROOT"));
    assert_eq!(code(signed_in(&mut house, &provider)), "oidc-name-taken", "the local administrator stays");
    provider.set_claim("preferred_username", json!("CORP\\anna <script>"));
    assert_eq!(signed_in(&mut house, &provider).unwrap().name, "CORP-anna--script-");
}

#[test]
fn the_last_administrator_stays_one_whatever_the_groups_say() {
    let provider = Provider::new();
    let mut house = House::declared();
    add(&mut house.session, "clerk", "clerk");
    provider.set_claim("groups", json!(["it"]));
    assert_eq!(signed_in(&mut house, &provider).unwrap().roles, roles("administrator"));
    provider.set_claim("groups", json!(["finance"]));
    assert_eq!(signed_in(&mut house, &provider).unwrap().roles, roles("administrator clerk"));
    add(&mut house.session, "root", "administrator");
    assert_eq!(signed_in(&mut house, &provider).unwrap().roles, roles("clerk"));
}

/// A variable of the environment can only be given to another process: the test runs itself.
#[test]
fn a_client_with_a_secret_shows_it_to_the_provider() {
    const VARIABLE: &str = "OBLIGO_TEST_CLIENT_SECRET";
    if std::env::var_os(VARIABLE).is_none() {
        let name = "identity::a_client_with_a_secret_shows_it_to_the_provider";
        let mut again = std::process::Command::new(std::env::current_exe().unwrap());
        let done = again.args(["--exact", name]).env(VARIABLE, "hush").output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let provider = Provider::new();
    identify(&provider).unwrap();
    assert_eq!(provider.authorization(), "", "a public client has none");
    let settings = Oidc { client_secret: format!("env:{VARIABLE}"), ..settings(&provider) };
    let (url, flow) = begin(&settings, REDIRECT).unwrap();
    let (code, state) = Provider::visit(&url);
    complete(&settings, &flow, &code, &state).unwrap();
    // obligo:hush
    assert_eq!(provider.authorization(), "Basic b2JsaWdvOmh1c2g=");
}
