//! Reading what a request carries: bounded in size and time, files to disk.

use super::call::Upload;
use super::route::Bodies;
use axum::body::{Body, BodyDataStream};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use bytes::Bytes;
use futures_util::StreamExt;
use obligo_rules::problem::Problem;
use serde_json::Value;
use std::io::Write;
use std::time::Duration;
use tempfile::NamedTempFile;

/// Forms, JSON and policy files are no larger.
const SMALL: u64 = 1 << 20;

/// Fields of a form.
const FIELDS_MAX: usize = 2000;

/// A sender silent for this long is given up.
const SILENCE: Duration = Duration::from_secs(10);

/// A small body takes no longer.
const SMALL_TIME: Duration = Duration::from_secs(30);

/// What a request carried.
#[derive(Debug, Default)]
pub struct Content {
    /// Fields of a form.
    pub fields: Vec<(String, String)>,
    /// Files of a form.
    pub uploads: Vec<Upload>,
    /// JSON.
    pub json: Option<Value>,
    /// Anything else.
    pub raw: Option<Upload>,
}

/// Reads the body. Errors: `body-too-large`, `body-too-slow`, `body-type`, `body-broken` (all usage); `server-folder` (unavailable).
pub async fn read(
    headers: &HeaderMap,
    body: Body,
    bodies: Bodies,
    upload_limit: u64,
) -> Result<Content, Problem> {
    let media_type = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").trim().to_owned();
    let announced: u64 = headers.get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse().ok()).unwrap_or(0);
    let limit = if bodies == Bodies::Files { upload_limit } else { SMALL };
    if announced > limit {
        return Err(too_large(limit));
    }
    let essence = media_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let stream = body.into_data_stream();
    match essence.as_str() {
        "multipart/form-data" if bodies == Bodies::Files => multipart(&media_type, stream, limit).await,
        "application/x-www-form-urlencoded" => {
            let bytes = small(stream).await?;
            let fields: Vec<_> = form_urlencoded::parse(&bytes).into_owned().take(FIELDS_MAX + 1).collect();
            if fields.len() > FIELDS_MAX {
                return Err(
                    Problem::usage("body-broken").with("why", format!("more than {FIELDS_MAX} fields"))
                );
            }
            Ok(Content { fields, ..Content::default() })
        }
        "application/json" | "application/merge-patch+json" => {
            let bytes = small(stream).await?;
            let json = serde_json::from_slice(&bytes)
                .map_err(|error| Problem::usage("body-broken").with("why", error))?;
            Ok(Content { json: Some(json), ..Content::default() })
        }
        "" => {
            let bytes = small(stream).await?;
            if bytes.is_empty() {
                Ok(Content::default())
            } else {
                Err(Problem::usage("body-type").with("type", "none"))
            }
        }
        _ if bodies == Bodies::Files && is_file(&essence) => {
            let mut upload = Upload::empty("body", "body")?;
            let mut stream = stream;
            while let Some(piece) = next(&mut stream).await? {
                upload.add(&piece, limit)?;
            }
            Ok(Content { raw: Some(upload.finish()?), ..Content::default() })
        }
        other => Err(Problem::usage("body-type").with("type", other)),
    }
}

fn is_file(essence: &str) -> bool {
    essence.starts_with("text/") || matches!(essence, "application/octet-stream" | "application/toml")
}

async fn small(mut stream: BodyDataStream) -> Result<Vec<u8>, Problem> {
    let read = async {
        let mut all = Vec::new();
        while let Some(piece) = next(&mut stream).await? {
            if all.len() as u64 + piece.len() as u64 > SMALL {
                return Err(too_large(SMALL));
            }
            all.extend_from_slice(&piece);
        }
        Ok(all)
    };
    tokio::time::timeout(SMALL_TIME, read).await.map_err(|_| Problem::usage("body-too-slow"))?
}

async fn next(stream: &mut BodyDataStream) -> Result<Option<Bytes>, Problem> {
    match tokio::time::timeout(SILENCE, stream.next()).await {
        Err(_) => Err(Problem::usage("body-too-slow")),
        Ok(None) => Ok(None),
        Ok(Some(Ok(piece))) => Ok(Some(piece)),
        Ok(Some(Err(error))) => Err(Problem::usage("body-broken").with("why", error)),
    }
}

async fn multipart(media_type: &str, stream: BodyDataStream, limit: u64) -> Result<Content, Problem> {
    let broken = |error: multer::Error| match error {
        multer::Error::StreamSizeExceeded { .. } => too_large(limit),
        error => Problem::usage("body-broken").with("why", error),
    };
    let silent = |_| Problem::usage("body-too-slow");
    let boundary = multer::parse_boundary(media_type).map_err(broken)?;
    // Counts what stands between the parts too, which is held in memory.
    let whole = multer::SizeLimit::new().whole_stream(limit.saturating_add(SMALL));
    let bounds = multer::Constraints::new().size_limit(whole);
    let mut parts = multer::Multipart::with_constraints(stream, boundary, bounds);
    let mut content = Content::default();
    let (mut all, mut text_bytes) = (0, 0);
    while let Some(mut part) =
        tokio::time::timeout(SILENCE, parts.next_field()).await.map_err(silent)?.map_err(broken)?
    {
        let name = part.name().unwrap_or("").to_owned();
        let file_name = part.file_name().map(bare_name);
        let mut upload = match &file_name {
            Some(file_name) => Some(Upload::empty(&name, file_name)?),
            None => None,
        };
        let mut text = Vec::new();
        while let Some(piece) =
            tokio::time::timeout(SILENCE, part.chunk()).await.map_err(silent)?.map_err(broken)?
        {
            all += piece.len() as u64;
            if all > limit {
                return Err(too_large(limit));
            }
            if let Some(upload) = &mut upload {
                upload.add(&piece, limit)?;
            } else {
                text_bytes += piece.len() as u64;
                if text_bytes > SMALL {
                    return Err(too_large(SMALL));
                }
                text.extend_from_slice(&piece);
            }
        }
        match upload {
            // A form whose file field was left empty sends a file without name or content.
            Some(upload) if upload.size == 0 && upload.name.is_empty() => {}
            Some(upload) => content.uploads.push(upload.finish()?),
            None => content.fields.push((name, String::from_utf8_lossy(&text).into_owned())),
        }
        if content.fields.len() + content.uploads.len() > FIELDS_MAX {
            return Err(Problem::usage("body-broken").with("why", format!("more than {FIELDS_MAX} fields")));
        }
    }
    Ok(content)
}

/// The last part of a file name as a browser of any system sends it.
fn bare_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or("").chars().filter(|c| !c.is_control()).take(200).collect()
}

fn too_large(limit: u64) -> Problem {
    Problem::usage("body-too-large").with("limit", limit)
}

impl Upload {
    fn empty(field: &str, name: &str) -> Result<Upload, Problem> {
        let file = NamedTempFile::new().map_err(|error| disk(&error))?;
        Ok(Upload { field: field.to_owned(), name: name.to_owned(), file, size: 0 })
    }

    fn add(&mut self, piece: &[u8], limit: u64) -> Result<(), Problem> {
        self.size += piece.len() as u64;
        if self.size > limit {
            return Err(too_large(limit));
        }
        self.file.write_all(piece).map_err(|error| disk(&error))
    }

    /// Its bytes, where it is a small file. Errors: `body-too-large` (usage), `server-folder`.
    pub fn small(&self) -> Result<Vec<u8>, Problem> {
        if self.size > SMALL {
            return Err(too_large(SMALL));
        }
        std::fs::read(self.file.path()).map_err(|error| disk(&error))
    }

    fn finish(mut self) -> Result<Upload, Problem> {
        self.file.flush().map_err(|error| disk(&error))?;
        Ok(self)
    }
}

fn disk(error: &std::io::Error) -> Problem {
    Problem::unavailable("server-folder").with("why", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_head_of_a_part_is_given_up_at_the_limit() {
        let piece = || Ok::<_, std::io::Error>(Bytes::from(vec![b'x'; 1 << 18]));
        let start = Ok(Bytes::from_static(b"--b\r\ncontent-disposition: form-data; name=\"a\"; x="));
        let sent = futures_util::stream::once(async { start })
            .chain(futures_util::stream::repeat_with(piece).take(64));
        let body = Body::from_stream(sent).into_data_stream();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let read = runtime.block_on(multipart("multipart/form-data; boundary=b", body, SMALL));
        assert_eq!(read.unwrap_err().code, "body-too-large");
    }

    #[test]
    fn a_file_name_keeps_no_folder_and_no_control_character() {
        for (sent, kept) in [
            ("items.csv", "items.csv"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\items.csv", "items.csv"),
            ("a\u{0}b\n.csv", "ab.csv"),
            ("", ""),
        ] {
            assert_eq!(bare_name(sent), kept);
        }
    }
}
