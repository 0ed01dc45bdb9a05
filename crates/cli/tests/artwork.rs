//! What is printed: the demo shop's sheets, and pictures of shoppers' own, as a printer gets them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// From the bleed to the edge of the page where there are crop marks, in millimetres: a gap, the mark, and a margin.
const MARKS: f64 = 7.0;

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("artwork").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// `haberdash render …` in `folder`, with its exit code and what it says.
fn render(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_haberdash"))
        .arg("render")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The four numbers of a box of a PDF's page, in millimetres.
fn page_box(pdf: &[u8], name: &str) -> [f64; 4] {
    let text = String::from_utf8_lossy(pdf);
    let (_, after) = text.split_once(&format!("/{name}[")).unwrap_or_else(|| panic!("no {name}"));
    let numbers = after.split(']').next().unwrap().split_whitespace();
    let numbers: Vec<f64> = numbers.map(|number| number.parse::<f64>().unwrap() / 72.0 * 25.4).collect();
    numbers.try_into().unwrap()
}

fn assert_box(pdf: &[u8], name: &str, expected: [f64; 4], what: &str) {
    let found = page_box(pdf, name);
    let is_close = found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.01);
    assert!(is_close, "{what}, {name}: {found:?}, expected {expected:?}");
}

fn count(bytes: &[u8], text: &str) -> usize {
    String::from_utf8_lossy(bytes).matches(text).count()
}

/// Every device of the demo shop: each sheet in millimetres, with its bleed, its cut line in an ink of its own and crop marks on all plates.
#[test]
fn the_demo_shop_s_sheets_are_ready_for_the_printer() {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/p");
    let mut devices: Vec<PathBuf> =
        std::fs::read_dir(shop.join("skins")).unwrap().map(|entry| entry.unwrap().path()).collect();
    devices.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    devices.sort();
    assert_eq!(devices.len(), 12);
    for device in devices {
        let name = device.file_stem().unwrap().to_str().unwrap();
        let folder = folder(name);
        let product = device.to_str().unwrap();
        let (code, out, _) =
            render(&folder, &[product, "--artwork", "--to", "out", "--order", "1042", "--json"]);
        assert_eq!(code, 0, "{name}");
        let told: Value = serde_json::from_str(&out).unwrap();
        let files = told["files"].as_array().unwrap();
        assert!(files.len() >= 3, "{name}: {out}");
        for file in files {
            let sheet = file["sheet"].as_str().unwrap();
            let path = file["file"].as_str().unwrap();
            assert_eq!(Path::new(path), Path::new("out").join(format!("skin-{name}-{sheet}-1042.pdf")));
            let pdf = std::fs::read(folder.join(path)).unwrap();
            let [width, height, bleed] =
                ["width_mm", "height_mm", "bleed_mm"].map(|fact| file[fact].as_f64().unwrap());
            assert_eq!(bleed, 2.0);
            assert!((5.0..500.0).contains(&width) && (5.0..500.0).contains(&height), "{path}");
            let around = |edge: f64, by: f64| [edge, edge, edge + width + 2.0 * by, edge + height + 2.0 * by];
            let edge = bleed + MARKS;
            assert_box(&pdf, "TrimBox", around(edge, 0.0), path);
            assert_box(&pdf, "BleedBox", around(MARKS, bleed), path);
            assert_box(&pdf, "MediaBox", around(0.0, edge), path);
            assert_eq!(count(&pdf, "/Separation/die/DeviceCMYK"), 1, "{path}");
            assert_eq!(count(&pdf, "/Separation/All/DeviceCMYK"), 1, "{path}");
        }
    }
}

/// A PNG of noise, which no compression makes smaller, with a hole in it.
fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    let mut state = 1_u32;
    let pixels = (0..width * height).flat_map(|at| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [red, green, blue, _] = state.to_be_bytes();
        [red, green, blue, if at % width < width / 4 { 0 } else { 255 }]
    });
    let pixels: Vec<u8> = pixels.collect();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

const ART: &[u8] =
    br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect id="cup" width="100" height="100"/></svg>"##;

const DRAWING: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><script>alert(1)</script><circle cx="5" cy="5" r="4" fill="#123456"/></svg>"##;

/// A cup with a zone of 40 by 20 mm for a picture, and shoppers' files.
fn cup(name: &str) -> (PathBuf, [String; 2]) {
    let folder = folder(name);
    let product = json!({
        "version": 1, "id": "cup", "title": "Cup", "currency": "EUR", "base_price": 500,
        "options": [{"id": "logo", "kind": "image"}],
        "views": [{"id": "front", "art": "cup.svg", "mm_per_unit": 0.5, "layers": [
            {"part": "cup"}, {"zone": "side", "content": "logo", "x": 10, "y": 30, "width": 80, "height": 40}]}],
        "artwork": [{"id": "wrap", "zones": ["side"], "bleed_mm": 3, "dpi": 254, "file": "{product}_{zone}_{order}"}],
    });
    std::fs::write(folder.join("cup.json"), product.to_string()).unwrap();
    std::fs::write(folder.join("cup.svg"), ART).unwrap();
    std::fs::create_dir(folder.join("files")).unwrap();
    let files = [noise(600, 300), DRAWING.to_vec()];
    let picks = files.each_ref().map(|bytes| {
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        std::fs::write(folder.join("files").join(format!("{}.upload", bytes.len())), bytes).unwrap();
        json!({"logo": {"file": hash}}).to_string()
    });
    (folder, picks)
}

#[test]
fn a_shopper_s_picture_is_printed_with_all_its_pixels() {
    let (folder, [picture, _]) = cup("pixels");
    let artwork = |more: &[&str]| {
        let common = ["cup.json", &picture, "--artwork", "--files", "files", "--to", "out", "--order", "7"];
        let (code, out, err) = render(&folder, &[&common[..], more].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        std::fs::read(folder.join(out.trim_end())).unwrap()
    };
    let pdf = artwork(&[]);
    assert!(folder.join("out/cup_side_7.pdf").is_file());
    assert_box(&pdf, "TrimBox", [10.0, 10.0, 50.0, 30.0], "pdf");
    // 600 pixels on 40 mm are 381 dots per inch; the sheet's 254 are for PNG alone.
    assert_eq!(count(&pdf, "/Width 600/Height 300"), 2, "the picture, and what makes holes in it");
    let svg = artwork(&["--format", "svg"]);
    let bytes = noise(600, 300);
    let encoded = base64(&bytes);
    assert_eq!(count(&svg, &encoded), 1, "byte for byte");
    assert_eq!(count(&svg, "width=\"60mm\" height=\"40mm\""), 1);
    // Ten pixels for a millimetre: the file says so, and the hole is one.
    let png = artwork(&["--format", "png"]);
    let mut reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((info.width, info.height), (600, 400));
    assert_eq!(reader.info().pixel_dims.unwrap().xppu, 10_000);
    let alpha = |x: usize, y: usize| pixels[(y * 600 + x) * 4 + 3];
    assert_eq!((alpha(130, 200), alpha(300, 200)), (0, 255));
    // Nothing of the shopper's goes on beyond its zone.
    assert_eq!((alpha(80, 200), alpha(505, 200)), (0, 0));
}

#[test]
fn a_shopper_s_drawing_is_printed_as_vectors_and_runs_nothing() {
    let (folder, [_, drawing]) = cup("vectors");
    let common = ["cup.json", &drawing, "--artwork", "--logo", "files", "--to", "out"];
    let (code, _, err) = render(&folder, &common);
    assert_eq!((code, err.as_str()), (0, ""));
    let pdf = std::fs::read(folder.join("out/cup_side.pdf")).unwrap();
    assert_eq!(count(&pdf, "/Subtype/Image"), 0);
    let (code, ..) = render(&folder, &[&common[..], &["--format", "svg"]].concat());
    assert_eq!(code, 0);
    let svg = std::fs::read(folder.join("out/cup_side.svg")).unwrap();
    assert_eq!((count(&svg, "<circle"), count(&svg, "script"), count(&svg, "alert")), (1, 0, 0));
    assert_eq!(count(&svg, "<image"), 0);
}

#[test]
fn a_picture_that_is_not_there_is_asked_for() {
    let (folder, [picture, _]) = cup("lost");
    let (code, out, err) = render(&folder, &["cup.json", &picture, "--artwork", "--to", "out"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("say with --files where it is"), "{err}");
    std::fs::remove_dir_all(folder.join("files")).unwrap();
    std::fs::create_dir(folder.join("files")).unwrap();
    let (code, _, err) =
        render(&folder, &["cup.json", &picture, "--artwork", "--to", "out", "--files", "files"]);
    assert_eq!(code, 2);
    assert!(err.contains("files has no file whose SHA-256 is"), "{err}");
    assert!(!folder.join("out").exists());
}

/// RFC 4648, §4.
fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
