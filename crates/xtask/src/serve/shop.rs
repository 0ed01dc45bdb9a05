//! The shop's origin: the demo pages, under a strict Content-Security-Policy, except below `/lax/`,
//! where the same files come without one. (`/strict/` is the same as no prefix.)

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::file::{self, Found};
use super::http::{Answer, Request};
use super::rewrite::Published;
use super::{csp, mime, rewrite};
use crate::build::{self, LOADER};

const HTML: &str = "text/html; charset=utf-8";
const NOT_FOUND: &str = "<!doctype html>\n<html lang=\"en\"><title>Not found</title>\n<h1>Not found</h1>\n<p>There is no such page here. <a href=\"/\">To the shop</a></p>\n";

/// Pages where shoppers see pictures of their own: on the product, or on the cards of others.
const PICTURED: [&str; 6] =
    ["/bag.html", "/mug.html", "/poster.html", "/shirt.html", "/skin.html", "/sneaker.html"];

pub(super) struct Shop {
    pub(super) dist: PathBuf,
    pub(super) cdn_url: String,
}

impl Shop {
    pub(super) fn answer(&self, request: Request<'_>) -> Answer {
        let (path, strict) = prefix(file::path_of(request.url));
        let answer = self.answer_path(path, request.url).with("Cache-Control", "no-cache");
        let policy = || csp::strict(&self.cdn_url, PICTURED.contains(&path));
        if strict { answer.with("Content-Security-Policy", policy()) } else { answer }
    }

    fn answer_path(&self, path: &str, url: &str) -> Answer {
        match file::find(&self.dist, path) {
            Found::File(file) => match self.content(&file) {
                Ok(body) => Answer::new(200, mime::of(&file), body),
                Err(error) => Answer::new(500, "text/plain; charset=utf-8", format!("{error:#}\n")),
            },
            Found::Folder => {
                let whole = file::path_of(url);
                Answer::new(301, HTML, "").with("Location", format!("{whole}/{}", &url[whole.len()..]))
            }
            // Browsers ask for one unasked; a missing one would be noise in their console.
            Found::Nothing if path == "/favicon.ico" => Answer::new(204, "image/x-icon", ""),
            Found::Nothing => self.not_found(),
        }
    }

    fn content(&self, file: &Path) -> Result<Vec<u8>> {
        if mime::of(file) != HTML {
            return fs::read(file).with_context(|| format!("{} cannot be read", file.display()));
        }
        let html = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let integrity = build::read_integrity(&self.dist)?;
        let loader =
            integrity.files.get(LOADER).with_context(|| format!("integrity.json does not list {LOADER}"))?;
        let published =
            Published { cdn_url: &self.cdn_url, version: &integrity.version, integrity: &loader.sha384 };
        Ok(rewrite::loader(&html, &published).into_bytes())
    }

    fn not_found(&self) -> Answer {
        let own = self.content(&self.dist.join("404.html"));
        Answer::new(404, HTML, own.unwrap_or_else(|_| NOT_FOUND.into()))
    }
}

/// The path below `/lax` or `/strict`, and whether the policy is sent.
fn prefix(path: &str) -> (&str, bool) {
    for (prefix, strict) in [("/lax", false), ("/strict", true)] {
        if let Some(rest) = path.strip_prefix(prefix)
            && rest.starts_with('/')
        {
            return (rest, strict);
        }
    }
    (path, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::testing::Dist;

    fn get(dist: &Dist, url: &str) -> Answer {
        let shop = Shop { dist: dist.path().to_owned(), cdn_url: "http://cdn".to_owned() };
        shop.answer(Request { url, accepts_brotli: true })
    }

    #[test]
    fn pages_name_the_cdn_and_carry_the_policy() {
        let dist = Dist::new();
        let answer = get(&dist, "/?utm=1");
        let html = String::from_utf8(answer.body.clone()).unwrap();
        assert_eq!(answer.status, 200);
        assert!(html.contains("src=\"http://cdn/1.2.3/haberdash.js\" integrity=\"sha384-loader\""));
        assert!(answer.header("Content-Security-Policy").unwrap().contains("http://cdn"));
        assert_eq!(get(&dist, "/index.html"), answer);
        assert_eq!(get(&dist, "/strict/index.html"), answer);
    }

    #[test]
    fn lax_pages_have_no_policy() {
        let dist = Dist::new();
        let answer = get(&dist, "/lax/index.html");
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("Content-Security-Policy"), None);
        assert_eq!(prefix("/laxative.html"), ("/laxative.html", true));
    }

    #[test]
    fn folders_redirect_and_the_rest_is_not_found() {
        let dist = Dist::new();
        let folder = get(&dist, "/lax/art?x=1");
        assert_eq!((folder.status, folder.header("Location")), (301, Some("/lax/art/?x=1")));
        assert_eq!(get(&dist, "/none.html").status, 404);
        assert_eq!(get(&dist, "/art/").status, 404);
        assert_eq!(get(&dist, "/../integrity.json").status, 404);
        assert_eq!(get(&dist, "/favicon.ico").status, 204);
    }
}
