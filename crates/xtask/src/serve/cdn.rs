//! The CDN's origin: `/<version>/NAME`, for pages of any origin, compressed beforehand.

use std::fs;
use std::path::{Path, PathBuf};

use super::file::{self, Found};
use super::http::{Answer, Request};
use super::{Caching, mime};
use crate::build;

pub(super) struct Cdn {
    pub(super) dist: PathBuf,
    pub(super) caching: Caching,
}

impl Cdn {
    pub(super) fn answer(&self, request: Request<'_>) -> Answer {
        let found = self.find(file::path_of(request.url));
        let answer = match found.as_deref().and_then(|file| read(file, request.accepts_brotli)) {
            Some(answer) => answer.with("Cache-Control", self.cache_control()),
            None => Answer::new(404, "text/plain; charset=utf-8", "There is no such file here.\n"),
        };
        answer
            .with("Access-Control-Allow-Origin", "*")
            .with("Cross-Origin-Resource-Policy", "cross-origin")
            .with("Timing-Allow-Origin", "*")
    }

    fn find(&self, path: &str) -> Option<PathBuf> {
        let version = build::read_integrity(&self.dist).ok()?.version;
        let below = path.strip_prefix('/')?.strip_prefix(version.as_str())?;
        match file::find(&self.dist, below) {
            Found::File(file) => Some(file),
            Found::Folder | Found::Nothing => None,
        }
    }

    fn cache_control(&self) -> &'static str {
        match self.caching {
            Caching::Immutable => "public, max-age=31536000, immutable",
            Caching::Revalidate => "no-cache",
        }
    }
}

fn read(file: &Path, accepts_brotli: bool) -> Option<Answer> {
    let mut compressed = file.as_os_str().to_owned();
    compressed.push(".br");
    let compressed = PathBuf::from(compressed);
    if !compressed.is_file() {
        return Some(Answer::new(200, mime::of(file), fs::read(file).ok()?));
    }
    let answer = if accepts_brotli {
        Answer::new(200, mime::of(file), fs::read(compressed).ok()?).with("Content-Encoding", "br")
    } else {
        Answer::new(200, mime::of(file), fs::read(file).ok()?)
    };
    Some(answer.with("Vary", "Accept-Encoding"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::testing::Dist;

    fn get(dist: &Dist, url: &str, accepts_brotli: bool) -> Answer {
        let cdn = Cdn { dist: dist.path().to_owned(), caching: Caching::Immutable };
        cdn.answer(Request { url, accepts_brotli })
    }

    #[test]
    fn serves_the_version_to_any_origin_for_ever() {
        let dist = Dist::new();
        let answer = get(&dist, "/1.2.3/haberdash.js", true);
        assert_eq!((answer.status, answer.body.as_slice()), (200, &b"compressed"[..]));
        assert_eq!(answer.header("Content-Encoding"), Some("br"));
        assert_eq!(answer.header("Vary"), Some("Accept-Encoding"));
        assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(answer.header("Cross-Origin-Resource-Policy"), Some("cross-origin"));
        assert_eq!(answer.header("Timing-Allow-Origin"), Some("*"));
        assert!(answer.header("Cache-Control").unwrap().contains("immutable"));

        let plain = get(&dist, "/1.2.3/haberdash.js", false);
        assert_eq!((plain.body.as_slice(), plain.header("Content-Encoding")), (&b"plain"[..], None));
        assert_eq!(plain.header("Vary"), Some("Accept-Encoding"));
    }

    #[test]
    fn has_no_other_version_and_nothing_outside() {
        let dist = Dist::new();
        for url in ["/haberdash.js", "/1.2.4/haberdash.js", "/1.2.3", "/1.2.3/", "/1.2.3/art", "/1.2.3/../x"]
        {
            let answer = get(&dist, url, true);
            let cached = answer.header("Cache-Control").is_some();
            // The index of the shop is below the version as well, like all of dist/.
            let expected = if url == "/1.2.3/" { (200, true) } else { (404, false) };
            assert_eq!((answer.status, cached), expected, "{url}");
        }
    }
}
