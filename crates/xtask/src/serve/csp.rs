//! The strictest policy that a shop page with Haberdash works under. Every page of the demo shop is
//! served with it, as proof.

/// The value of `Content-Security-Policy` for a shop that loads Haberdash from `cdn_url`. A page where shoppers see `pictures` of their own allows
/// `blob:` for them; without that they are drawn on a canvas, and the browser reports the attempt.
pub(super) fn strict(cdn_url: &str, pictures: bool) -> String {
    [
        "default-src 'none'",
        // 'self' is for the shop's own script.
        &format!("script-src 'self' {cdn_url} 'wasm-unsafe-eval'"),
        &format!("connect-src 'self' {cdn_url}"),
        "style-src 'self'",
        if pictures { "img-src 'self' blob:" } else { "img-src 'self'" },
        "form-action 'self'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allows_the_cdn_and_nothing_unsafe_but_wasm() {
        let policy = strict("http://127.0.0.1:8081", false);
        assert!(policy.contains("script-src 'self' http://127.0.0.1:8081 'wasm-unsafe-eval';"));
        assert!(policy.contains("connect-src 'self' http://127.0.0.1:8081;"));
        assert!(policy.contains("require-trusted-types-for 'script'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(!policy.contains("data:") && !policy.contains("blob:"));
        assert!(strict("", true).contains("img-src 'self' blob:;"));
    }
}
