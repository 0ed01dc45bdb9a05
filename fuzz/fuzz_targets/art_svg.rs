//! Art: an SVG file from a merchant, and each of its parts written down again.
#![no_main]

use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut diagnostics = Diagnostics::new();
    if let Some(art) = Art::parse(text, &mut diagnostics) {
        let ids: Vec<String> = art.part_ids().map(str::to_owned).collect();
        for id in ids {
            assert!(art.part(&id).is_some());
        }
        assert!(art.view_box.iter().all(|n| n.is_finite()));
    }
});
