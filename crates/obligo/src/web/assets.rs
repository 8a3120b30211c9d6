//! Style sheet, script and mark, in the program itself; their addresses carry a hash of their content.

use crate::serve::{Access, Call, Reply, Route};
use crate::session::sha256_hex;
use obligo_rules::problem::Problem;
use std::sync::OnceLock;

struct Asset {
    name: &'static str,
    media_type: &'static str,
    content: &'static str,
}

const ASSETS: &[Asset] = &[
    Asset {
        name: "obligo.css",
        media_type: "text/css; charset=utf-8",
        content: concat!(
            include_str!("assets/charts.css"),
            include_str!("assets/obligo.css"),
            include_str!("assets/parts.css"),
            include_str!("assets/buyers.css"),
            include_str!("assets/items.css"),
            include_str!("assets/policies.css"),
            include_str!("assets/work_list.css")
        ),
    },
    Asset {
        name: "obligo.js",
        media_type: "text/javascript; charset=utf-8",
        content: include_str!("assets/obligo.js"),
    },
    Asset { name: "mark.svg", media_type: "image/svg+xml", content: include_str!("assets/mark.svg") },
];

/// Open to strangers: the sign-in page needs them.
pub const ROUTES: &[Route] = &[Route::page("/assets/{version}/{name}", Access::Open, asset)];

/// Address of an asset.
#[must_use]
pub fn address(name: &str) -> String {
    static VERSION: OnceLock<String> = OnceLock::new();
    let version = VERSION.get_or_init(|| {
        let all: String = ASSETS.iter().map(|asset| asset.content).collect();
        sha256_hex(all.as_bytes())[..12].to_owned()
    });
    format!("/assets/{version}/{name}")
}

fn asset(call: Call) -> Result<Reply, Problem> {
    let asset = ASSETS.iter().find(|asset| asset.name == call.path("name"));
    let asset = asset.ok_or_else(|| Problem::refused("page-not-found"))?;
    let body = asset.content.as_bytes().to_vec();
    Ok(Reply::Bytes { media_type: asset.media_type, file_name: None, body, is_lasting: true })
}
