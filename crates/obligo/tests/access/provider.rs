//! A small `OpenID` provider on this machine: discovery, keys, authorization, tokens signed with RS256. It can be told to misbehave.

use openidconnect::core::{
    CoreGenderClaim, CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
    CoreRsaPrivateSigningKey,
};
use openidconnect::{
    AdditionalClaims, IdToken, IdTokenClaims, JsonWebKeyId, PkceCodeChallenge, PkceCodeVerifier,
    PrivateSigningKey,
};
use rsa::pkcs1::EncodeRsaPrivateKey;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

/// Two keys: the provider's own, and somebody else's of the same name.
static KEYS: LazyLock<[String; 2]> = LazyLock::new(|| {
    [(), ()].map(|()| {
        let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).unwrap();
        key.to_pkcs1_pem(rsa::pkcs1::LineEnding::LF).unwrap().to_string()
    })
});

fn key(own: bool) -> CoreRsaPrivateSigningKey {
    let pem = &KEYS[usize::from(!own)];
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new("one".to_owned()))).unwrap()
}

/// What the provider does wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    None,
    OtherKey,
    OtherNonce,
    OtherAudience,
    OtherIssuer,
    Expired,
    NoIdToken,
    Unsigned,
    DiscoveryOfAnother,
    DiscoveryRedirects,
    DiscoveryHuge,
    DiscoveryNoJson,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Extra {
    #[serde(flatten)]
    all: Map<String, Value>,
}
impl AdditionalClaims for Extra {}

struct State {
    fault: Fault,
    claims: Value,
    /// By code: what the authorization request carried.
    asked: HashMap<String, HashMap<String, String>>,
    /// How the client named itself when it last asked for a token.
    authorization: String,
}

/// The provider; its thread ends with it.
pub struct Provider {
    pub issuer: String,
    state: Arc<Mutex<State>>,
}

impl Provider {
    pub fn new() -> Provider {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let claims = json!({
            "sub": "248289761001",
            "preferred_username": "anna.lindqvist",
            "name": "Anna Lindqvist",
            "groups": ["finance", "everybody"],
        });
        let state = Arc::new(Mutex::new(State {
            fault: Fault::None,
            claims,
            asked: HashMap::new(),
            authorization: String::new(),
        }));
        let (thread_state, thread_issuer) = (state.clone(), issuer.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { continue };
                if !answer(&stream, &thread_issuer, &thread_state) {
                    break;
                }
            }
        });
        Provider { issuer, state }
    }

    pub fn misbehave(&self, fault: Fault) {
        self.state.lock().unwrap().fault = fault;
    }

    pub fn set_claim(&self, name: &str, value: Value) {
        self.state.lock().unwrap().claims[name] = value;
    }

    pub fn authorization(&self) -> String {
        self.state.lock().unwrap().authorization.clone()
    }

    /// What a browser does at the provider: opens the address and is sent back with a code and the state.
    pub fn visit(url: &str) -> (String, String) {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build();
        let response = config.new_agent().get(url).call().unwrap();
        let location = response.headers().get("location").expect("sent back").to_str().unwrap().to_owned();
        let fields = query(location.split_once('?').unwrap().1);
        (fields["code"].clone(), fields["state"].clone())
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        if let Ok(mut stream) = TcpStream::connect(self.issuer.trim_start_matches("http://")) {
            let _ = stream.write_all(b"GET /end HTTP/1.1\r\n\r\n");
        }
    }
}

fn query(text: &str) -> HashMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// Answers one request; `false` for the last one.
fn answer(stream: &TcpStream, issuer: &str, state: &Mutex<State>) -> bool {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let mut length = 0;
    let mut authorization = String::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap(),
            "authorization" => value.trim().clone_into(&mut authorization),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let target = first.split(' ').nth(1).unwrap_or("/end").to_owned();
    let (path, asked) = target.split_once('?').unwrap_or((&target, ""));
    let mut state = state.lock().unwrap();
    let (status, header, text) = match path {
        "/.well-known/openid-configuration" => discovery(issuer, state.fault),
        "/elsewhere" => discovery(issuer, Fault::None),
        "/keys" => {
            let keys = CoreJsonWebKeySet::new(vec![key(true).as_verification_key()]);
            (200, String::new(), serde_json::to_string(&keys).unwrap())
        }
        "/authorize" => {
            let asked = query(asked);
            let code = format!("code-{}", state.asked.len() + 1);
            let back =
                format!("Location: {}?code={code}&state={}\r\n", asked["redirect_uri"], asked["state"]);
            state.asked.insert(code, asked);
            (302, back, String::new())
        }
        "/token" => {
            state.authorization = authorization;
            token(issuer, &mut state, &query(std::str::from_utf8(&body).unwrap()))
        }
        _ => return false,
    };
    drop(state);
    let length = text.len();
    let head = format!(
        "HTTP/1.1 {status} x\r\nContent-Type: application/json\r\n{header}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    let mut stream = stream;
    // Whoever reads no further than the limit closes before the end.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(text.as_bytes()));
    true
}

fn discovery(issuer: &str, fault: Fault) -> (u16, String, String) {
    let named = if fault == Fault::DiscoveryOfAnother { "https://other.example.com" } else { issuer };
    let all = json!({
        "issuer": named,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": ["openid", "profile", "email", "groups"],
    });
    match fault {
        Fault::DiscoveryRedirects => (302, format!("Location: {issuer}/elsewhere\r\n"), String::new()),
        Fault::DiscoveryHuge => (200, String::new(), format!("{all}{}", " ".repeat(2_000_000))),
        Fault::DiscoveryNoJson => (200, String::new(), "<html>It works!</html>".to_owned()),
        _ => (200, String::new(), all.to_string()),
    }
}

fn token(issuer: &str, state: &mut State, sent: &HashMap<String, String>) -> (u16, String, String) {
    let refused = |why: &str| (400, String::new(), json!({ "error": why }).to_string());
    // A code works once.
    let Some(asked) = state.asked.remove(&sent["code"]) else { return refused("invalid_grant") };
    let verifier = PkceCodeVerifier::new(sent.get("code_verifier").cloned().unwrap_or_default());
    let is_proven = verifier.secret().len() >= 43
        && PkceCodeChallenge::from_code_verifier_sha256(&verifier).as_str() == asked["code_challenge"]
        && asked["code_challenge_method"] == "S256";
    if !is_proven || sent["redirect_uri"] != asked["redirect_uri"] {
        return refused("invalid_grant");
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let mut claims = state.claims.clone();
    claims["iss"] =
        json!(if state.fault == Fault::OtherIssuer { "https://other.example.com" } else { issuer });
    claims["aud"] = json!([if state.fault == Fault::OtherAudience { "another" } else { "obligo" }]);
    claims["nonce"] = json!(if state.fault == Fault::OtherNonce { "another" } else { &asked["nonce"] });
    claims["iat"] = json!(now - 7200);
    claims["exp"] = json!(if state.fault == Fault::Expired { now - 3600 } else { now + 3600 });
    let claims: IdTokenClaims<Extra, CoreGenderClaim> = serde_json::from_value(claims).unwrap();
    let algorithm = CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256;
    let signed = IdToken::<_, _, CoreJweContentEncryptionAlgorithm, _>::new(
        claims,
        &key(state.fault != Fault::OtherKey),
        algorithm,
        None,
        None,
    );
    let mut text = signed.unwrap().to_string();
    if state.fault == Fault::Unsigned {
        // {"alg":"none"}
        text = format!("eyJhbGciOiJub25lIn0.{}.", text.split('.').nth(1).unwrap());
    }
    let mut answer = json!({ "access_token": "opaque", "token_type": "Bearer", "id_token": text });
    if state.fault == Fault::NoIdToken {
        answer.as_object_mut().unwrap().remove("id_token");
    }
    (200, String::new(), answer.to_string())
}
