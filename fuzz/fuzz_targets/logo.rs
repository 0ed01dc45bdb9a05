//! The shopper's own picture: headers of every kind, and drawings made harmless.
#![no_main]

use haberdash_core::art::{Node, Token};
use haberdash_core::image::{self, drawing};
use libfuzzer_sys::fuzz_target;

/// Nothing that runs or fetches is left.
fn check(node: &Node) {
    for token in node.tokens() {
        let Token::Attribute(name, value) = token else { continue };
        assert!(!name.starts_with("on") && name != "href" && name != "style", "{name}");
        let lower = value.to_ascii_lowercase();
        assert!(!lower.contains("javascript:") && !lower.contains("//"), "{name}={value}");
        for (at, _) in lower.match_indices("url(") {
            assert!(lower[at..].starts_with("url(#p-"), "{name}={value}");
        }
        assert!(name != "id" || value.starts_with("p-"), "{value}");
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(info) = image::sniff(bytes) {
        assert!(u64::from(info.width) * u64::from(info.height) <= image::MAX_PIXELS);
        assert!((1..=8).contains(&info.orientation));
    }
    if let Ok((drawing, _)) = drawing::read(bytes, "p-") {
        check(&drawing.node);
    }
});
