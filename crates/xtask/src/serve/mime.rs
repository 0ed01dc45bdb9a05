//! Media types by the ending of a file's name.

use std::path::Path;

pub(super) fn of(file: &Path) -> &'static str {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "glb" => "model/gltf-binary",
        "pdf" => "application/pdf",
        "xml" => "application/xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_browsers_are_strict_about() {
        let of = |name: &str| of(Path::new(name));
        // Streaming compilation wants exactly this, without a parameter.
        assert_eq!(of("haberdash_app_bg.wasm"), "application/wasm");
        assert_eq!(of("haberdash_app.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("shop.css"), "text/css; charset=utf-8");
        assert_eq!(of("FRONT.SVG"), "image/svg+xml; charset=utf-8");
        assert_eq!(of("haberdash.d.ts"), "text/plain; charset=utf-8");
        assert_eq!(of("README"), "application/octet-stream");
    }
}
