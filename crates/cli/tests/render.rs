//! `haberdash render`: what it writes, and what it refuses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "../../core/tests/it/font.rs"]
mod font;

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder with a sticker: its art, a texture and a font.
struct Shop {
    folder: PathBuf,
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

const ART: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<defs><linearGradient id="g"><stop stop-color="#fff"/><stop offset="1"/></linearGradient></defs>
<path id="body" d="M20 10H180V90H20Z"/><g id="cut"><path transform="translate(20 10)" d="M0 0H160V80H0Z" fill="#f00"/></g><rect id="gloss" width="200" height="100" fill="url(#g)"/></svg>"##;

fn product() -> Value {
    json!({
        "version": 1, "id": "sticker", "title": "Sticker", "currency": "EUR", "base_price": 500,
        "fonts": [{"id": "blocks", "src": "blocks.ttf"}],
        "options": [
            {"id": "paper", "kind": "choice", "choices": [
                {"id": "red", "color": "#ff0000"},
                {"id": "dots", "texture": "dots.png", "scale": 20},
                {"id": "far", "texture": "https://cdn.example/far.png"},
                {"id": "lost", "texture": "dotz.png"},
                {"id": "broken", "texture": "broken.png"}]},
            {"id": "name", "kind": "text", "max_chars": 4, "charset": "A-D", "fonts": ["blocks"]},
            {"id": "gold", "kind": "toggle"}],
        "rules": [{"when": {"gold": true}, "require": {"paper": "red"}, "because": "Gold is printed on red paper only."}],
        "presets": [{"id": "dotty", "selection": {"paper": "dots"}}],
        "views": [{"id": "front", "art": "sticker.svg", "mm_per_unit": 0.5, "layers": [
            {"part": "body", "paint": "paper"},
            {"zone": "label", "content": "name", "x": 60, "y": 30, "width": 80, "height": 40, "rotate": 90},
            {"part": "gloss", "blend": "multiply"}]}],
    })
}

impl Shop {
    fn new(name: &str, change: impl FnOnce(&mut Value)) -> Shop {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("render").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let shop = Shop { folder };
        let mut product = product();
        change(&mut product);
        shop.put("sticker.json", product.to_string().as_bytes());
        shop.put("sticker.svg", ART.as_bytes());
        shop.put("blocks.ttf", &font::file());
        shop.put("dots.png", &dots());
        shop.put("broken.png", &dots()[..60]);
        shop
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.folder.join(name), bytes).unwrap();
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap()
    }

    /// `haberdash render sticker.json …` in the folder.
    fn render(&self, arguments: &[&str]) -> Run {
        self.render_with(arguments, "")
    }

    fn render_with(&self, arguments: &[&str], stdin: &str) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_haberdash"))
            .args(["render", "sticker.json"])
            .args(arguments)
            .current_dir(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The same where nothing may go wrong.
    fn fine(&self, arguments: &[&str]) -> Run {
        let run = self.render(arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        run
    }
}

/// A PNG of two by two pixels: blue and white.
fn dots() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0, 0, 255, 255, 255, 255, 255, 255, 255, 0, 0, 255]).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Width, height, and the pixel at a place.
fn pixels(bytes: &[u8]) -> (u32, u32, impl Fn(u32, u32) -> [u8; 4] + use<>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut buffer).unwrap();
    let width = info.width;
    let at = move |x: u32, y: u32| {
        let start = ((y * width + x) * 4) as usize;
        [buffer[start], buffer[start + 1], buffer[start + 2], buffer[start + 3]]
    };
    (info.width, info.height, at)
}

/// The four numbers of a box of a PDF's page.
fn page_box(pdf: &[u8], name: &str) -> [f64; 4] {
    let text = String::from_utf8_lossy(pdf);
    let (_, after) = text.split_once(&format!("/{name}[")).unwrap_or_else(|| panic!("no {name}"));
    let numbers = after.split(']').next().unwrap().split_whitespace().map(|n| n.parse().unwrap());
    numbers.collect::<Vec<f64>>().try_into().unwrap()
}

fn points(mm: f64) -> f64 {
    mm * 72.0 / 25.4
}

fn assert_box(pdf: &[u8], name: &str, mm: [f64; 4]) {
    let found = page_box(pdf, name);
    let close = found.iter().zip(mm.map(points)).all(|(found, expected)| (found - expected).abs() < 0.01);
    assert!(close, "{name}: {found:?}, expected {:?}", mm.map(points));
}

#[test]
fn a_view_becomes_a_png_of_the_width_asked_for() {
    let shop = Shop::new("png", |_| {});
    assert_eq!(shop.fine(&["--to", "a.png"]).out, "a.png\n");
    let (width, height, at) = pixels(&shop.bytes("a.png"));
    assert_eq!((width, height), (200, 100));
    assert_eq!(at(0, 0)[3], 255, "the gloss is over everything");
    shop.fine(&["--to", "b.png", "--width", "50"]);
    let (width, height, at) = pixels(&shop.bytes("b.png"));
    assert_eq!((width, height), (50, 25));
    // In the middle the gloss is grey: it darkens the red, and leaves nothing else in it.
    let [red, green, blue, _] = at(25, 12);
    assert!((100..160).contains(&red) && green == 0 && blue == 0, "{red} {green} {blue}");
    let told = shop.fine(&["--to", "c.png", "--json"]);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(told, json!({"files": [{"file": "c.png", "view": "front", "width": 200, "height": 100}]}));
}

#[test]
fn a_selection_is_read_as_a_file_as_json_from_stdin_and_out_of_a_claim() {
    let shop = Shop::new("selection", |_| {});
    let selection = r#"{"paper":"dots","name":"ABC"}"#;
    shop.put("pick.json", selection.as_bytes());
    shop.fine(&["pick.json", "--to", "file.svg"]);
    shop.fine(&[selection, "--to", "text.svg"]);
    let run = shop.render_with(&["-", "--to", "stdin.svg"], selection);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let hash = Command::new(env!("CARGO_BIN_EXE_haberdash"))
        .args(["hash", "sticker.json"])
        .current_dir(&shop.folder)
        .output()
        .unwrap();
    let hash = String::from_utf8(hash.stdout).unwrap();
    let claim = json!({"v": 1, "product": "sticker", "hash": hash.trim(), "selection": {"paper": "dots", "name": "ABC"}});
    shop.fine(&[&claim.to_string(), "--to", "claim.svg"]);
    let svg = shop.text("file.svg");
    for other in ["text.svg", "stdin.svg", "claim.svg"] {
        assert_eq!(shop.text(other), svg, "{other}");
    }
    // The texture is in the file, the letters are outlines.
    assert!(svg.contains("href=\"data:image/png;base64,iVBORw0KGgo"));
    assert!(svg.contains("<path d=\"M") && !svg.contains("<text"));
    let other = json!({"v": 1, "product": "mug", "hash": "", "selection": {}});
    let run = shop.render(&[&other.to_string(), "--to", "x.svg"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("the claim is of \"mug\", the product file of \"sticker\""), "{}", run.err);
    let other = json!({"v": 1, "product": "sticker", "hash": "", "selection": {}});
    assert!(shop.render(&[&other.to_string(), "--to", "x.svg"]).err.contains("another version of it"));
    assert!(!shop.folder.join("x.svg").exists());
}

#[test]
fn a_preset_is_drawn_by_its_name() {
    let shop = Shop::new("preset", |_| {});
    shop.fine(&["--preset", "dotty", "--to", "a.svg"]);
    assert!(shop.text("a.svg").contains("data:image/png"));
    let run = shop.render(&["--preset", "doty", "--to", "b.svg"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (2, "haberdash: error: unknown preset \"doty\"; did you mean \"dotty\"?\n")
    );
}

#[test]
fn a_selection_that_breaks_a_rule_is_refused_or_mended() {
    let shop = Shop::new("rules", |_| {});
    let selection = r#"{"paper":"dots","gold":true}"#;
    let run = shop.render(&[selection, "--to", "a.png"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.starts_with("Gold is printed on red paper only.\n"), "{}", run.err);
    assert!(!shop.folder.join("a.png").exists());
    let run = shop.render(&[selection, "--to", "a.png", "--json"]);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(told, json!({"files": [], "problems": ["Gold is printed on red paper only."]}));
    let run = shop.render(&[selection, "--to", "a.png", "--repair"]);
    assert_eq!((run.code, run.out.as_str()), (0, "a.png\n"));
    assert!(run.err.contains("mended: Gold"), "{}", run.err);
    let run = shop.render(&[r#"{"papre":"red","name":"ABC"}"#, "--to", "a.png", "--repair"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("did you mean \"paper\""), "{}", run.err);
    let run = shop.render(&["{\"paper\":", "--to", "b.png"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("the selection, line 1, column"), "{}", run.err);
}

#[test]
fn a_pdf_is_as_large_as_the_product() {
    let shop = Shop::new("pdf", |_| {});
    shop.fine(&[r#"{"paper":"dots","name":"AB"}"#, "--to", "a.pdf"]);
    let pdf = shop.bytes("a.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    assert_box(&pdf, "MediaBox", [0.0, 0.0, 100.0, 50.0]);
    shop.fine(&[r#"{"paper":"dots","name":"AB"}"#, "--to", "b.pdf"]);
    assert!(pdf == shop.bytes("b.pdf"), "it is the same whenever it is made");
    let shop = Shop::new("pdf-without-size", |product| {
        product["views"][0].as_object_mut().unwrap().remove("mm_per_unit");
    });
    shop.fine(&["--to", "a.pdf"]);
    assert_eq!(page_box(&shop.bytes("a.pdf"), "MediaBox"), [0.0, 0.0, 150.0, 75.0]);
}

#[test]
fn what_cannot_be_drawn_is_told_in_words() {
    let shop = Shop::new("refusals", |_| {});
    let table: [(&[&str], &str); 9] = [
        (&["--view", "frnt", "--to", "a.png"], "unknown view \"frnt\"; did you mean \"front\"?"),
        (&["--to", "a.jpg"], "the name has to end in .png, .svg or .pdf"),
        (&["--to", "a.svg", "--width", "9"], "--width is for .png"),
        (&["--to", "a.png", "--width", "100000"], "100000 × 50000 pixels are too many"),
        (&["--to", "nowhere/a.png"], "nowhere/a.png cannot be written"),
        (
            &[r#"{"paper":"far"}"#, "--to", "a.png"],
            "https://cdn.example/far.png: is not fetched by this command",
        ),
        (&[r#"{"paper":"lost"}"#, "--to", "a.png"], "dotz.png: is not there; did you mean \"dots.png\"?"),
        (&[r#"{"paper":"broken"}"#, "--to", "a.png"], "broken.png: cannot be decoded as image/png"),
        (&[r#"{"name":"ABCD"}"#, "--to", "a.png"], "blocks.ttf: the font cannot draw 'D'"),
    ];
    for (arguments, sentence) in table {
        let run = shop.render(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(sentence), "{arguments:?}: {}", run.err);
        assert!(!shop.folder.join("a.png").exists());
    }
    std::fs::remove_file(shop.folder.join("blocks.ttf")).unwrap();
    std::fs::remove_file(shop.folder.join("sticker.svg")).unwrap();
    let run = shop.render(&[r#"{"name":"AB","paper":"lost"}"#, "--to", "a.png"]);
    assert_eq!(run.code, 2);
    for sentence in ["sticker.svg: is not there", "blocks.ttf: is not there", "dotz.png: is not there"] {
        assert!(run.err.contains(sentence), "{}", run.err);
    }
    shop.put("sticker.svg", ART.replace("\"body\"", "\"bodi\"").as_bytes());
    let run = shop.render(&["--to", "a.png"]);
    assert!(run.err.contains("unknown part of the art \"body\"; did you mean \"bodi\"?"), "{}", run.err);
    shop.put("sticker.svg", b"<svg");
    assert_eq!(shop.render(&["--to", "a.png"]).code, 2);
}

#[test]
fn artwork_without_sheets_is_a_file_for_each_zone() {
    let shop = Shop::new("zones", |_| {});
    let run = shop.fine(&[r#"{"name":"AB"}"#, "--artwork", "--to", "out", "--order", "A/7", "--json"]);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    let file = format!("out{}sticker-front-label-A-7.pdf", std::path::MAIN_SEPARATOR);
    assert_eq!(
        told,
        json!({"files": [{"file": file, "sheet": "label", "view": "front", "width_mm": 40, "height_mm": 20, "bleed_mm": 0}]})
    );
    let pdf = shop.bytes("out/sticker-front-label-A-7.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    for name in ["MediaBox", "TrimBox", "BleedBox"] {
        assert_box(&pdf, name, [0.0, 0.0, 40.0, 20.0]);
    }
    shop.fine(&[r#"{"name":"AB"}"#, "--artwork", "--to", "out", "--format", "svg"]);
    let svg = shop.text("out/sticker-front-label.svg");
    // The zone is turned in the picture, and upright on paper; nothing of the sticker itself is printed.
    assert!(svg.contains("width=\"40mm\" height=\"20mm\"") && svg.contains("rotate(-90 100 50)"), "{svg}");
    assert!(!svg.contains("<rect id=") && !svg.contains("#ff0000"), "{svg}");
    let run = shop.render(&["--artwork", "--to", "empty"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert_eq!(run.err, "sheet \"label\": nothing is printed on it\n");
    let shop = Shop::new("no-size", |product| {
        product["views"][0].as_object_mut().unwrap().remove("mm_per_unit");
    });
    let run = shop.render(&["--artwork", "--to", "out"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("has nothing to print"), "{}", run.err);
}

/// A sheet with everything: 80 × 40 mm, cut along `cut`.
fn with_sheet(product: &mut Value) {
    product["artwork"] = json!([{"id": "vinyl", "parts": ["body"], "zones": ["label"], "die": "cut", "bleed_mm": 3, "dpi": 127,
        "file": "{order}_{product}.{sheet}.{view}.{preset}"}]);
}

#[test]
fn a_sheet_has_bleed_die_line_and_crop_marks() {
    let shop = Shop::new("sheet", with_sheet);
    shop.fine(&["--preset", "dotty", "--artwork", "--to", "out", "--order", "7"]);
    let pdf = shop.bytes("out/7_sticker.vinyl.front.dotty.pdf");
    assert_box(&pdf, "MediaBox", [0.0, 0.0, 100.0, 60.0]);
    assert_box(&pdf, "BleedBox", [7.0, 7.0, 93.0, 53.0]);
    assert_box(&pdf, "TrimBox", [10.0, 10.0, 90.0, 50.0]);
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("/Separation/die/DeviceCMYK"), "the cut line is an ink of its own");
    assert!(text.contains("/Separation/All/DeviceCMYK"), "marks are on every plate");

    shop.fine(&[r#"{"name":"AB"}"#, "--artwork", "--to", "out", "--format", "svg"]);
    let svg = shop.text("out/sticker.vinyl.front.svg");
    assert!(svg.contains("width=\"100mm\" height=\"60mm\""));
    assert!(svg.contains("<g id=\"die\" fill=\"none\" stroke=\"#ff00ff\" stroke-width=\"0.25\"><path d=\"M10 10L90 10L90 50L10 50Z\"/></g>"), "{svg}");
    assert!(
        svg.contains("<g id=\"marks\"")
            && svg.contains("<clipPath id=\"hb-bleed\"><rect x=\"7\" y=\"7\" width=\"86\" height=\"46\"/>")
    );
    assert!(!svg.contains("gloss"), "light is no ink");

    shop.fine(&["--artwork", "--to", "out", "--format", "png"]);
    let bytes = shop.bytes("out/sticker.vinyl.front.png");
    let (width, height, at) = pixels(&bytes);
    // Five pixels for a millimetre.
    assert_eq!((width, height), (500, 300));
    let red = [255, 0, 0, 255];
    assert_eq!(at(250, 150), red);
    assert_eq!(at(40, 150), red, "the paint goes on into the bleed");
    assert_eq!(at(30, 150)[3], 0, "and not beyond");
    let [r, g, b, _] = at(50, 150);
    assert!(r > 200 && g < 60 && b > 100, "the cut line is magenta, found {r} {g} {b}");
    assert!(at(50, 15)[3] > 0, "a crop mark");
    assert!(bytes.windows(4).any(|chunk| chunk == b"pHYs"));
    shop.fine(&["--artwork", "--to", "out", "--format", "png", "--dpi", "254"]);
    assert_eq!(pixels(&shop.bytes("out/sticker.vinyl.front.png")).0, 1000);
}

#[test]
fn sheets_with_mistakes_are_told_where_they_stand() {
    let shop = Shop::new("mistakes", |product| {
        product["artwork"] = json!([
            {"id": "a", "view": "fornt", "zones": ["label"]},
            {"id": "a", "zones": ["labl"], "bleed_mm": -1, "dpi": 1, "file": "{prodct}"},
            {"id": "b", "blead_mm": 2}]);
    });
    let run = shop.render(&["--artwork", "--to", "out"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    for sentence in [
        "unknown view \"fornt\"; did you mean \"front\"?",
        "there are two sheets called \"a\"",
        "unknown zone of the view \"labl\"; did you mean \"label\"?",
        "expected 0 to 100 millimetres",
        "expected 36 to 2400",
        "unknown field of a file name \"prodct\"; did you mean \"product\"?",
    ] {
        assert!(run.err.contains(sentence), "{sentence}: {}", run.err);
    }
    // `check` tells the same, and no more of a product that is never printed.
    let check = Command::new(env!("CARGO_BIN_EXE_haberdash"))
        .args(["check", "sticker.json"])
        .current_dir(&shop.folder)
        .output()
        .unwrap();
    let told = String::from_utf8(check.stderr).unwrap();
    assert!(told.contains("unknown field \"blead_mm\"; did you mean \"bleed_mm\"?"), "{told}");
    assert!(told.contains("unknown zone of the view"), "{told}");

    let shop = Shop::new("mistakes-of-art", |product| {
        with_sheet(product);
        product["artwork"][0]["die"] = json!("cuts");
    });
    let run = shop.render(&["--artwork", "--to", "out"]);
    assert!(run.err.contains("unknown part of the art \"cuts\"; did you mean \"cut\"?"), "{}", run.err);
    assert!(!Path::new(&shop.folder.join("out")).exists());
    let run = shop.render(&["--artwork", "--to", "out", "--sheet", "vinil"]);
    assert!(run.err.contains("unknown sheet \"vinil\"; did you mean \"vinyl\"?"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_folder_is_written_over() {
    let shop = Shop::new("links", with_sheet);
    std::fs::create_dir(shop.folder.join("out")).unwrap();
    shop.put("precious.txt", b"precious");
    std::os::unix::fs::symlink("../precious.txt", shop.folder.join("out/sticker.vinyl.front.pdf")).unwrap();
    let run = shop.render(&["--artwork", "--to", "out"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is no plain file"), "{}", run.err);
    assert_eq!(shop.text("precious.txt"), "precious");
    // An order's number can be anything.
    shop.fine(&["--artwork", "--to", "out", "--order", "../../../x"]);
    assert!(shop.folder.join("out/x_sticker.vinyl.front.pdf").exists());
}
