//! From HTTP to a call and from a reply to HTTP: what every request passes through.

use super::body::{self, Content};
use super::call::{Call, Caller};
use super::guard::{self, Known};
use super::headers::protect;
use super::house::House;
use super::problem::{http_status, problem_json};
use super::reply::{Reply, Stream};
use super::route::{Face, Method, Route};
use crate::web::frame;
use crate::words::Words;
use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HOST, IF_MATCH, LOCATION, SET_COOKIE,
    WWW_AUTHENTICATE,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use axum::routing::{MethodFilter, on};
use bytes::Bytes;
use obligo_rules::problem::Problem;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio_stream::wrappers::ReceiverStream;

/// Address of the sender, put into the request by the listener.
#[derive(Clone, Debug)]
pub struct Remote(pub String);

/// The router of a house, from the table of routes.
pub fn router(house: &Arc<House>, routes: Vec<Route>) -> Router {
    let mut built = Router::new();
    for route in routes {
        let filter = match route.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
            Method::Patch => MethodFilter::PATCH,
            Method::Put => MethodFilter::PUT,
            Method::Delete => MethodFilter::DELETE,
        };
        let of_route = Arc::clone(house);
        let handle = move |request: Request| {
            let house = Arc::clone(&of_route);
            async move { answer(house, route, request).await }
        };
        built = built.route(route.path, on(filter, handle));
    }
    let lost = Arc::clone(house);
    let wrong = Arc::clone(house);
    built
        .fallback(move |request: Request| {
            let house = Arc::clone(&lost);
            async move { stray(house, request, "page-not-found").await }
        })
        .method_not_allowed_fallback(move |request: Request| {
            let house = Arc::clone(&wrong);
            async move { stray(house, request, "method-not-allowed").await }
        })
}

async fn answer(house: Arc<House>, route: Route, request: Request) -> Response<Body> {
    let (mut parts, body) = request.into_parts();
    let is_secure = house.is_secure();
    let params = path_params(&mut parts).await;
    let now = house.now();
    let teller = Teller::of(route.face, &parts);
    let known = {
        let (house, headers, now) = (Arc::clone(&house), parts.headers.clone(), now.clone());
        blocking(move || guard::known(&house, route.face, &headers, &now)).await
    };
    let known = match known {
        Ok(known) => known,
        Err(problem) => return teller.problem(&Caller::default(), Words::of("en"), &problem, is_secure),
    };
    let Known { caller, words } = known;
    let mut response = match serve(house, route, parts, params, body, now, caller.clone(), words).await {
        Ok(reply) => match reply {
            Served::Reply(reply) => teller.reply(&caller, words, reply),
            Served::Stream(response) => response,
        },
        Err(problem) => return teller.problem(&caller, words, &problem, is_secure),
    };
    protect(response.headers_mut(), is_secure);
    response
}

enum Served {
    Reply(Reply),
    Stream(Response<Body>),
}

#[expect(
    clippy::too_many_arguments,
    reason = "the pieces of one request, put together here and nowhere else"
)]
async fn serve(
    house: Arc<House>,
    route: Route,
    parts: Parts,
    path: Result<BTreeMap<String, String>, Problem>,
    body: Body,
    now: String,
    caller: Caller,
    words: &'static Words,
) -> Result<Served, Problem> {
    let is_page_form = route.face == Face::Page && route.method.writes();
    if is_page_form {
        guard::same_site(&parts.headers, &house.settings.public_address)?;
    }
    guard::admit(&route, &caller)?;
    let path = path?;
    let content = if route.method.writes() {
        body::read(&parts.headers, body, route.bodies, house.settings.upload_limit).await?
    } else {
        Content::default()
    };
    if is_page_form {
        guard::form_key(&caller, &content.fields)?;
    }
    let header = |name: HeaderName| parts.headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let once = content.fields.iter().find(|(name, _)| name == "once").map(|(_, value)| value.clone());
    let key = header(HeaderName::from_static("idempotency-key")).or(once).filter(|key| !key.is_empty());
    if key.as_ref().is_some_and(|key| key.len() > 200) {
        return Err(Problem::usage("idempotency-key-long"));
    }
    let query = parts.uri.query().unwrap_or("");
    let call = Call {
        house,
        caller,
        words,
        now,
        address: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        remote: parts.extensions.get::<Remote>().map(|remote| remote.0.clone()).unwrap_or_default(),
        path,
        query: form_urlencoded::parse(query.as_bytes()).into_owned().take(500).collect(),
        fields: content.fields,
        uploads: content.uploads,
        json: content.json,
        raw: content.raw,
        idempotency_key: key,
        if_match: header(IF_MATCH).map(|tag| tag.trim_matches('"').to_owned()),
        host: header(HOST).unwrap_or_default(),
        cookies: guard::cookies(&parts.headers),
        accept: header(ACCEPT).unwrap_or_default(),
    };
    let reply = blocking(move || (route.handler)(call)).await?;
    match reply {
        Reply::Stream { media_type, file_name, work } => {
            Ok(Served::Stream(streamed(media_type, file_name.as_deref(), work, STALLED).await?))
        }
        reply => Ok(Served::Reply(reply)),
    }
}

/// Runs work that may block. A panic in it is a problem of the server, told without its innards.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::unavailable("server-failed"))?
}

/// A reader that takes nothing for this long is given up: it holds a thread and a view of the store.
const STALLED: Duration = Duration::from_mins(1);

/// A long answer: made on a thread of its own, at most a few pieces ahead of its reader. A problem before the first piece is still told
/// as one; after it the answer breaks off, so that nobody takes a part for the whole.
async fn streamed(
    media_type: &'static str,
    file_name: Option<&str>,
    work: Stream,
    patience: Duration,
) -> Result<Response<Body>, Problem> {
    let (sender, mut receiver) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(4);
    let (first_problem, told) = tokio::sync::oneshot::channel::<Option<Problem>>();
    let runtime = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || {
        let failed = work(&mut |piece| {
            let gone = || Problem::unavailable("reader-gone");
            let sending = sender.send_timeout(Ok(Bytes::from(piece)), patience);
            runtime.block_on(sending).map_err(|_| gone())
        });
        let problem = failed.err();
        if let Some(problem) = &problem {
            let broken = Err(std::io::Error::other(problem.code));
            let _ = runtime.block_on(sender.send_timeout(broken, patience));
        }
        let _ = first_problem.send(problem);
    });
    let first = receiver.recv().await;
    let rest = match first {
        None => {
            if let Ok(Some(problem)) = told.await {
                return Err(problem);
            }
            Bytes::new()
        }
        Some(Err(_)) => {
            return Err(told.await.ok().flatten().unwrap_or_else(|| Problem::unavailable("server-failed")));
        }
        Some(Ok(piece)) => piece,
    };
    let first = tokio_stream::once(Ok(rest));
    let body = Body::from_stream(futures_util::StreamExt::chain(first, ReceiverStream::new(receiver)));
    let mut response = Response::new(body);
    content_headers(response.headers_mut(), media_type, file_name);
    Ok(response)
}

async fn path_params(parts: &mut Parts) -> Result<BTreeMap<String, String>, Problem> {
    let params = RawPathParams::from_request_parts(parts, &()).await;
    let params = params.map_err(|_| Problem::refused("page-not-found"))?;
    Ok(params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// An address nobody answers: strangers learn no more than that they must sign in.
async fn stray(house: Arc<House>, request: Request, code: &'static str) -> Response<Body> {
    let (parts, _) = request.into_parts();
    let face = if parts.uri.path().starts_with("/api/") { Face::Api } else { Face::Page };
    let teller = Teller::of(face, &parts);
    let (of_guard, headers, now) = (Arc::clone(&house), parts.headers.clone(), house.now());
    match blocking(move || guard::known(&of_guard, face, &headers, &now)).await {
        Ok(Known { caller, words }) => {
            let code = if caller.is_stranger() { "sign-in-needed" } else { code };
            teller.problem(&caller, words, &Problem::refused(code), house.is_secure())
        }
        Err(problem) => teller.problem(&Caller::default(), Words::of("en"), &problem, house.is_secure()),
    }
}

/// How a face tells replies and problems.
struct Teller {
    face: Face,
    is_get: bool,
    address: String,
}

impl Teller {
    fn of(face: Face, parts: &Parts) -> Teller {
        let address = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        Teller { face, is_get: parts.method == axum::http::Method::GET, address }
    }

    fn problem(
        &self,
        caller: &Caller,
        words: &'static Words,
        problem: &Problem,
        is_secure: bool,
    ) -> Response<Body> {
        let status = http_status(problem);
        let mut response = match self.face {
            Face::Api => {
                let body = problem_json(words, problem).to_string();
                let mut response = bytes(status, "application/problem+json", body.into_bytes());
                if status == 401 {
                    response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
                }
                response
            }
            Face::Page if status == 401 && self.is_get => {
                let next: String = form_urlencoded::byte_serialize(self.address.as_bytes()).collect();
                see(&format!("/sign-in?next={next}"))
            }
            Face::Page => {
                let page = frame::problem_page(words, caller, problem).with_status(status);
                self.reply(caller, words, Reply::Page(page))
            }
        };
        protect(response.headers_mut(), is_secure);
        response
    }

    fn reply(&self, caller: &Caller, words: &'static Words, reply: Reply) -> Response<Body> {
        match reply {
            Reply::Page(page) => {
                let document = frame::draw(words, caller, &self.address, &page);
                bytes(page.status, "text/html; charset=utf-8", document.into_string().into_bytes())
            }
            Reply::Document(status, markup) => {
                bytes(status, "text/html; charset=utf-8", markup.into_string().into_bytes())
            }
            Reply::See(address) => see(&address),
            Reply::SeeWithCookie(address, cookie) => {
                let mut response = see(&address);
                if let Ok(value) = HeaderValue::from_str(&cookie) {
                    response.headers_mut().insert(SET_COOKIE, value);
                }
                response
            }
            Reply::Json { status, body, etag } => {
                let mut response = bytes(status, "application/json", body.to_string().into_bytes());
                if let Some(value) = etag.and_then(|tag| HeaderValue::from_str(&format!("\"{tag}\"")).ok()) {
                    response.headers_mut().insert(ETAG, value);
                }
                response
            }
            Reply::Problem { status, body } => {
                bytes(status, "application/problem+json", body.to_string().into_bytes())
            }
            Reply::Bytes { media_type, file_name, body, is_lasting } => {
                let mut response = bytes(200, media_type, body);
                content_headers(response.headers_mut(), media_type, file_name.as_deref());
                if is_lasting {
                    let lasting = HeaderValue::from_static("public, max-age=31536000, immutable");
                    response.headers_mut().insert(CACHE_CONTROL, lasting);
                }
                response
            }
            // Streams are answered where they are started.
            Reply::Stream { .. } => bytes(503, "text/plain", Vec::new()),
        }
    }
}

fn bytes(status: u16, media_type: &'static str, body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    content_headers(response.headers_mut(), media_type, None);
    response
}

fn see(address: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let value = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(LOCATION, value);
    response
}

fn content_headers(headers: &mut HeaderMap, media_type: &'static str, file_name: Option<&str>) {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Some(name) = file_name {
        let plain: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' })
            .collect();
        if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"")) {
            headers.insert(CONTENT_DISPOSITION, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_takes_nothing_keeps_no_thread() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (tell, told) = tokio::sync::oneshot::channel();
        let work: Stream = Box::new(move |send| {
            let given_up = (0..100).find_map(|_| send(vec![0]).err());
            let _ = tell.send(given_up.as_ref().map(|problem| problem.code));
            given_up.map_or(Ok(()), Err)
        });
        let code = runtime.block_on(async {
            let response = streamed("text/plain", None, work, Duration::from_millis(50)).await.unwrap();
            let code = tokio::time::timeout(Duration::from_secs(10), told).await;
            drop(response);
            code
        });
        assert_eq!(code, Ok(Ok(Some("reader-gone"))));
    }
}
