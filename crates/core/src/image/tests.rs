use super::drawing::read;
use super::*;
use proptest::prelude::*;
use std::rc::Rc;

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32).to_be_bytes()[..], name, body, &[0; 4]].concat()
}

fn png(width: u32, height: u32, between: &[u8]) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n",
        &*chunk(b"IHDR", &head),
        between,
        &chunk(b"IDAT", &[1, 2, 3]),
        &chunk(b"IEND", &[]),
    ]
    .concat()
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    [&[0xff, marker], &(body.len() as u16 + 2).to_be_bytes()[..], body].concat()
}

fn exif(orientation: u8, is_big: bool) -> Vec<u8> {
    let tiff: Vec<u8> = match is_big {
        true => {
            [&b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation, 0, 0], &[0; 4]].concat()
        }
        false => {
            [&b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..], &[orientation, 0, 0, 0], &[0; 4]].concat()
        }
    };
    segment(0xe1, &[b"Exif\0\0", &*tiff].concat())
}

fn jpeg(width: u16, height: u16, inks: u8, before: &[u8]) -> Vec<u8> {
    let mut frame = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[inks]].concat();
    frame.extend(vec![0; usize::from(inks) * 3]);
    [&[0xff, 0xd8], before, &*segment(0xc0, &frame), &segment(0xda, &[0; 4]), &[0xff, 0xd9]].concat()
}

fn riff(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let chunk = [name, &(body.len() as u32).to_le_bytes()[..], body].concat();
    [b"RIFF", &(chunk.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &chunk].concat()
}

fn info(format: Format, width: u32, height: u32) -> Result<Info, Refusal> {
    Ok(Info { format, width, height, orientation: 1 })
}

#[test]
fn pictures_are_known_by_what_is_in_them() {
    assert_eq!(sniff(&png(640, 480, &[])), info(Format::Png, 640, 480));
    assert_eq!(
        sniff(&png(640, 480, &chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]))),
        info(Format::Png, 640, 480)
    );
    assert_eq!(sniff(&jpeg(640, 480, 3, &[])), info(Format::Jpeg, 640, 480));
    assert_eq!(sniff(&jpeg(640, 480, 1, &[0xff, 0xff])), info(Format::Jpeg, 640, 480));
    let lossy = [&[0, 0, 0, 0x9d, 1, 0x2a][..], &640_u16.to_le_bytes(), &480_u16.to_le_bytes()].concat();
    assert_eq!(sniff(&riff(b"VP8 ", &lossy)), info(Format::WebP, 640, 480));
    let bits: u32 = 639 | 479 << 14;
    assert_eq!(
        sniff(&riff(b"VP8L", &[&[0x2f][..], &bits.to_le_bytes()].concat())),
        info(Format::WebP, 640, 480)
    );
    let still = [&[0x10, 0, 0, 0][..], &639_u32.to_le_bytes()[..3], &479_u32.to_le_bytes()[..3]].concat();
    assert_eq!(sniff(&riff(b"VP8X", &still)), info(Format::WebP, 640, 480));
    assert_eq!(sniff(b"\xef\xbb\xbf <?xml version='1.0'?><svg/>"), info(Format::Svg, 0, 0));
}

#[test]
fn photographs_stand_upright() {
    for orientation in 1..=8 {
        for is_big in [true, false] {
            let found = sniff(&jpeg(640, 480, 3, &exif(orientation, is_big))).unwrap();
            let size = if orientation > 4 { (480, 640) } else { (640, 480) };
            assert_eq!((found.width, found.height, found.orientation), (size.0, size.1, orientation));
        }
    }
    // Nonsense is as good as nothing.
    assert_eq!(sniff(&jpeg(640, 480, 3, &exif(9, true))), info(Format::Jpeg, 640, 480));
}

#[test]
fn what_cannot_be_used_is_refused_by_name() {
    let table: &[(Vec<u8>, Refusal)] = &[
        (vec![], Refusal::Empty),
        (b"hello, I am a text".to_vec(), Refusal::NotAnImage),
        (b"<!doctype html><p>".to_vec(), Refusal::NotAnImage),
        (b"GIF89a".to_vec(), Refusal::Unsupported("GIF")),
        (b"%PDF-1.7".to_vec(), Refusal::Unsupported("PDF")),
        (b"\0\0\0\x1cftypavif".to_vec(), Refusal::Unsupported("AVIF")),
        (b"\0\0\0\x1cftypheic".to_vec(), Refusal::Unsupported("HEIC")),
        (b"\0\0\0\x1cftypisom".to_vec(), Refusal::Unsupported("MP4")),
        (b"\x1f\x8b\x08".to_vec(), Refusal::Unsupported("SVGZ")),
        (png(10_000, 10_000, &[]), Refusal::TooManyPixels(10_000, 10_000)),
        (png(10_000, 10_000, &[])[..41].to_vec(), Refusal::TooManyPixels(10_000, 10_000)),
        (png(40_000, 1, &[]), Refusal::TooManyPixels(40_000, 1)),
        (png(0, 5, &[]), Refusal::Broken),
        (png(5, 5, &chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0])), Refusal::Animated),
        (png(5, 5, &[])[..30].to_vec(), Refusal::Broken),
        (riff(b"VP8X", &[2, 0, 0, 0, 5, 0, 0, 5, 0, 0]), Refusal::Animated),
        (riff(b"ALPH", &[0; 20]), Refusal::Broken),
        (jpeg(5, 5, 4, &segment(0xee, b"Adobe\0d\0\0\0\0\x02")), Refusal::Cmyk),
        (jpeg(5, 5, 2, &[]), Refusal::Broken),
        (vec![0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1], Refusal::Broken),
        (vec![0xff, 0xd8, 0xff, 0xd9], Refusal::Broken),
    ];
    for (bytes, refusal) in table {
        assert_eq!(sniff(bytes), Err(*refusal), "{:?}", &bytes[..bytes.len().min(40)]);
    }
}

fn svg(body: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 10 20'>{body}</svg>"
    )
}

/// What is drawn, as SVG, and what was left out.
fn drawn(body: &str) -> (String, Vec<String>) {
    let (drawing, told) = read(svg(body).as_bytes(), "p-").unwrap();
    (format!("{:?}", drawing.node), told)
}

fn refused(body: &str) -> Refusal {
    read(svg(body).as_bytes(), "p-").unwrap_err()
}

#[test]
fn nothing_that_runs_or_fetches_comes_through() {
    let (out, told) = drawn(
        "<script>alert(1)</script><style>@import url(https://x/a.css);.a{fill:url(https://x/#a);stroke:red}</style>\
         <path class='a' d='M0 0h9' onload='alert(1)' fill='url(//x)'/><image href='data:image/png;base64,AA'/>\
         <a href='javascript:alert(1)'><rect width='1' height='1'/></a><foreignObject><p/></foreignObject>\
         <use href='https://x/y.svg#a'/><animate/><path d='M0 0' style='fill:expression(\"x\");mask:url(\"https://x\")'/>",
    );
    for bad in ["alert", "https", "script", "image", "foreignObject", "onload", "href", "//x", "expression"] {
        assert!(!out.contains(bad), "{bad} in {out}");
    }
    assert!(out.contains("\"red\""), "{out}");
    assert!(told.contains(&"<script>".to_owned()) && told.contains(&"onload".to_owned()), "{told:?}");
}

#[test]
fn files_of_drawing_programs_are_understood() {
    let (out, told) = drawn(
        "<defs><style type='text/css'><![CDATA[/* x */ .cls-1,.cls-2{fill:#1f3a5f}.cls-2{fill-rule:evenodd} g > path{fill:red}]]></style>\
         <linearGradient id='a'><stop offset='0'/></linearGradient><linearGradient id='b' x1='1' xlink:href='#a'/>\
         <g id='star'><path d='M1 1'/></g><symbol id='s' viewBox='0 0 2 2'><circle r='1'/></symbol></defs>\
         <path class='cls-2' d='M0 0' style='stroke : currentColor; stroke-width:2px'/>\
         <use xlink:href='#star' x='3' y='4' fill='url(#b)'/><use href='#s' width='5' height='5'/><g style='display:none'><path d='M7 7'/></g>",
    );
    assert_eq!(told, Vec::<String>::new());
    for good in ["#1f3a5f", "evenodd", "#000000", "2px", "translate(3 4)", "url(#p-b)", "\"p-b\"", "0 0 2 2"]
    {
        assert!(out.contains(good), "{good} in {out}");
    }
    assert_eq!(out.matches("<stop ").count(), 2, "the gradient continues the other one");
    assert!(!out.contains("M7 7") && !out.contains("\"red\""), "{out}");
    // The root's own paint holds for what is in it.
    let (root, _) =
        read(b"<svg viewBox='0 0 2 2' fill='none' stroke='red'><path d='M0 0'/></svg>", "").unwrap();
    assert!(format!("{root:?}").contains("red"));
    // A document type without entities is what many programs write.
    let typed = [
        "<?xml version='1.0'?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x/svg11.dtd\">",
        &svg("<path d='M0 0'/>"),
    ]
    .concat();
    assert!(read(typed.as_bytes(), "").is_ok());
    // Without a view box its size counts, in whatever unit.
    let (sized, _) = read(b"<svg width='100mm' height='50mm'><path d='M0 0'/></svg>", "").unwrap();
    assert_eq!(sized.view_box, [0.0, 0.0, 100.0, 50.0]);
}

#[test]
fn bombs_are_refused() {
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg viewBox='0 0 1 1'>&a;</svg>";
    assert_eq!(read(entities.as_bytes(), ""), Err(Refusal::SvgEntities));
    let deep = ["<g>".repeat(5000), "<path d='M0 0'/>".into(), "</g>".repeat(5000)].concat();
    assert_eq!(refused(&deep), Refusal::SvgTooDeep);
    assert_eq!(refused(&"<path/>".repeat(30_000)), Refusal::SvgTooComplex);
    // Each level draws the one before ten times.
    let level = |n: usize| format!("<g id='l{n}'>{}</g>", format!("<use href='#l{}'/>", n - 1).repeat(10));
    let laughs = [
        "<defs><path id='l0' d='M0 0'/>".into(),
        (1..9).map(level).collect::<String>(),
        "</defs><use href='#l8'/>".into(),
    ]
    .concat();
    assert_eq!(refused(&laughs), Refusal::SvgTooComplex);
    assert_eq!(refused("<g id='a'><use href='#a'/></g>"), Refusal::SvgTooDeep);
    let pattern = |n: usize| {
        format!(
            "<pattern id='l{n}' width='1' height='1'>{}</pattern>",
            format!("<path d='M0 0' fill='url(#l{})'/>", n - 1).repeat(10)
        )
    };
    let tiles = [
        "<pattern id='l0'><path/></pattern>".into(),
        (1..9).map(pattern).collect::<String>(),
        "<path fill='url(#l8)'/>".into(),
    ]
    .concat();
    assert_eq!(refused(&tiles), Refusal::SvgTooComplex);
    assert_eq!(
        refused("<mask id='m'><path mask='url(#m)'/></mask><path mask='url(#m)'/>"),
        Refusal::SvgTooComplex
    );
    assert_eq!(refused("<text>Hello</text>"), Refusal::SvgEmpty);
    assert_eq!(refused(""), Refusal::SvgEmpty);
    assert_eq!(read(b"<svg><path d='M0 0'/></svg>", ""), Err(Refusal::SvgNoSize));
    assert_eq!(read(b"<svg viewBox='0 0 1 1'><path></svg>", ""), Err(Refusal::Broken));
}

fn file(sha256: &str, size: (f64, f64)) -> Rc<File> {
    let picture = Picture::Pixels("blob:x".into());
    Rc::new(File { sha256: sha256.into(), name: "a.png".into(), bytes: 10, size, picture })
}

#[test]
fn a_picture_is_put_where_it_was_placed() {
    let placed = Placed::new("f".into());
    let area = [10.0, 20.0, 100.0, 50.0];
    let whole = frame(&placed, (400.0, 400.0), area);
    assert_eq!((whole.middle, whole.size, whole.is_cropped), ((60.0, 45.0), (50.0, 50.0), false));
    // 400 pixels on 50 units of 2 mm.
    assert_eq!(whole.dpi(400.0, 2.0).round(), 102.0);
    assert!(frame(&Placed { scale: 1100, ..placed.clone() }, (400.0, 400.0), area).is_cropped);
    assert!(frame(&Placed { rotate: 45, ..placed.clone() }, (400.0, 400.0), area).is_cropped);
    assert!(!frame(&Placed { rotate: 45, scale: 700, ..placed.clone() }, (400.0, 400.0), area).is_cropped);
    assert!(frame(&Placed { x: 100, ..placed }, (400.0, 400.0), area).is_cropped);
}

#[test]
fn places_are_brought_within_their_limits() {
    let placed = |x, y, scale, rotate| Placed { file: "f".into(), x, y, scale, rotate };
    assert_eq!(placed(-5000, 5000, 0, 181).within(), placed(-1000, 2000, 20, -179));
    for (turned, expected) in [(0, 0), (180, 180), (-180, 180), (-181, 179), (360, 0), (725, 5), (-1, -1)] {
        assert_eq!(placed(0, 0, 1000, turned).within().rotate, expected);
    }
}

#[test]
fn places_are_read_as_they_are_written() {
    let placed = Placed { file: "0123456789abcdef".repeat(4).into(), x: 1, y: -2, scale: 30, rotate: 180 };
    assert_eq!(read_placed(&to_value(&placed)), Some(placed.clone()));
    let change = |name: &str, value: crate::Value| {
        let crate::Value::Object(mut fields) = to_value(&placed) else { unreachable!() };
        fields.retain(|(other, _)| other != name);
        fields.push((name.into(), value));
        read_placed(&crate::Value::Object(fields))
    };
    for (name, value) in [
        ("x", crate::Value::from(0.5)),
        ("x", crate::Value::from(9999_i64)),
        ("scale", crate::Value::from(0_i64)),
        ("rotate", crate::Value::from(270_i64)),
        ("file", crate::Value::from("../../etc/passwd")),
        ("file", crate::Value::from("0123456789ABCDEF".repeat(4).as_str())),
        ("more", crate::Value::from(1_i64)),
    ] {
        assert_eq!(change(name, value), None, "{name}");
    }
}

#[test]
fn one_file_stands_once() {
    let files =
        Files::default().with(file("a", (1.0, 1.0))).with(file("b", (1.0, 1.0))).with(file("a", (2.0, 2.0)));
    assert_eq!(files.0.len(), 2);
    assert_eq!(files.get("a").map(|file| file.size), Some((2.0, 2.0)));
}

fn seeds() -> Vec<Vec<u8>> {
    vec![
        png(64, 48, &chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0])),
        jpeg(64, 48, 3, &exif(6, true)),
        jpeg(64, 48, 4, &exif(3, false)),
        riff(b"VP8X", &[0, 0, 0, 0, 9, 0, 0, 9, 0, 0]),
        riff(b"VP8L", &[0x2f, 1, 2, 3, 4]),
        svg("<defs><style>.a{fill:url(#g)}</style><linearGradient id='g' xlink:href='#g'/></defs><g id='a'><use href='#a' x='1'/><path class='a' style='stroke:red;x'/></g>").into_bytes(),
    ]
}

proptest! {
    #[test]
    fn damaged_files_never_panic(
        seed in 0..6_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = seeds()[seed].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = sniff(&bytes);
        let _ = read(&bytes, "p-");
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), start in 0..6_usize) {
        let whole = [&seeds()[start][..12], &bytes[..]].concat();
        let _ = sniff(&whole);
        let _ = sniff(&bytes);
    }

    #[test]
    fn any_drawing_never_panics(body in "(<(g|use|path|style|a|defs|pattern) (id|href|fill|style|d|x)='[#a-c:;{}()url ]{0,8}'(/>|>)|</g>|[.a-c{};]){0,20}") {
        let _ = read(svg(&body).as_bytes(), "p-");
    }

    #[test]
    fn whatever_is_brought_within_limits_can_be_read(x: i32, y: i32, scale: i32, rotate in -100_000..100_000) {
        let placed = Placed { file: "0".repeat(64).as_str().into(), x, y, scale, rotate }.within();
        prop_assert_eq!(read_placed(&to_value(&placed)), Some(placed));
    }
}
