//! A scene written down as an SVG file.

use crate::art::{Node, Token};
use crate::base64url;
use crate::image::Picture;
use crate::number::Digits;
use crate::product::Blend;
use crate::scene::{Fill, Scene, SceneContent, decimal};

/// Writes `scene` as a complete SVG document. `address` turns the addresses of pictures, as the product file has them, into those of the output.
pub fn write(scene: &Scene, title: &str, address: &dyn Fn(&str) -> String) -> String {
    let [x, y, width, height] = scene.view_box.map(decimal);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{x} {y} {width} {height}\" width=\"{width}\" height=\"{height}\" style=\"isolation:isolate\"><title>"
    );
    escape(title, &mut out);
    out.push_str("</title>");
    out.push_str(&body(scene, address));
    out.push_str("</svg>");
    out
}

/// Writes what is in such a document: definitions, then the layers, in the view's units.
pub fn body(scene: &Scene, address: &dyn Fn(&str) -> String) -> String {
    let [x, y, width, height] = scene.view_box.map(decimal);
    let mut out = markup(&scene.defs);
    for layer in &scene.layers {
        out.push_str("<g");
        if let Some(blend) = layer.blend {
            let mode = match blend {
                Blend::Multiply => "multiply",
                Blend::Screen => "screen",
            };
            out.push_str(" style=\"mix-blend-mode:");
            out.push_str(mode);
            out.push('"');
        }
        if let Some(mask) = &layer.mask {
            let id = mask_id(layer.key);
            out.push_str(&format!("><mask id=\"{id}\" maskUnits=\"userSpaceOnUse\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\">"));
            image(&address(mask), [&x, &y, &width, &height], &mut out);
            out.push_str(&format!("</mask><g mask=\"url(#{id})\""));
        }
        match &layer.content {
            SceneContent::Part { node, fill } => {
                part_open(fill.as_ref(), layer.key, address, &mut out);
                element(node, &mut out);
            }
            SceneContent::Shade(src) => {
                out.push('>');
                image(&address(src), [&x, &y, &width, &height], &mut out);
            }
            SceneContent::Text { d, transform, color, .. } => {
                out.push_str(&format!("><path d=\"{d}\" transform=\"{transform}\" fill=\"{color}\"/>"));
            }
            SceneContent::Image { file, size, transform, area, turn } => {
                out.push('>');
                own_picture(&file.picture, *size, [transform, turn], *area, layer.key, address, &mut out);
            }
        }
        if layer.mask.is_some() {
            out.push_str("</g>");
        }
        out.push_str("</g>");
    }
    out
}

/// Writes the painted parts once more, with a line of `width` around them in their own paint: below [`body`], whose patterns it uses, colours go
/// on beyond the edges, as a bleed.
pub fn grown(scene: &Scene, width: f64) -> String {
    let mut out = String::new();
    for layer in scene.layers.iter().filter(|layer| layer.blend.is_none()) {
        let SceneContent::Part { node, fill: Some(fill) } = &layer.content else { continue };
        let paint = match fill {
            Fill::Color(color) => color.hex(),
            Fill::Texture { .. } => format!("url(#{})", pattern_id(layer.key)),
        };
        out.push_str(&format!(
            "<g fill=\"{paint}\" stroke=\"{paint}\" stroke-width=\"{}\" stroke-linejoin=\"round\">",
            decimal(width)
        ));
        element(node, &mut out);
        out.push_str("</g>");
    }
    out
}

fn part_open(fill: Option<&Fill>, key: usize, address: &dyn Fn(&str) -> String, out: &mut String) {
    match fill {
        None => out.push('>'),
        Some(Fill::Color(color)) => out.push_str(&format!(" fill=\"{color}\">")),
        Some(Fill::Texture { href, scale, angle, below }) => {
            let size = decimal(*scale);
            out.push_str(&format!(" fill=\"url(#{id})\"><pattern id=\"{id}\" patternUnits=\"userSpaceOnUse\" width=\"{size}\" height=\"{size}\" patternTransform=\"rotate({angle})\">", id = pattern_id(key), angle = decimal(*angle)));
            if let Some(below) = below {
                out.push_str(&format!("<rect width=\"{size}\" height=\"{size}\" fill=\"{below}\"/>"));
            }
            image(&address(href), ["0", "0", &size, &size], out);
            out.push_str("</pattern>");
        }
    }
}

/// The shopper's picture: what cuts it off, then itself.
fn own_picture(
    picture: &Picture,
    size: (f64, f64),
    [transform, turn]: [&str; 2],
    area: [f64; 4],
    key: usize,
    address: &dyn Fn(&str) -> String,
    out: &mut String,
) {
    let [x, y, width, height] = area.map(decimal);
    let id = clip_id(key);
    out.push_str(&format!(
        "<clipPath id=\"{id}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""
    ));
    if !turn.is_empty() {
        out.push_str(&format!(" transform=\"{turn}\""));
    }
    out.push_str(&format!("/></clipPath><g clip-path=\"url(#{id})\"><g transform=\"{transform}\">"));
    let sides = [-size.0 / 2.0, -size.1 / 2.0, size.0, size.1].map(decimal);
    match picture {
        Picture::Pixels(href) => image(&address(href), sides.each_ref().map(|side| &**side), out),
        Picture::Drawing(drawing) => {
            let [x, y, width, height] = sides;
            let view_box = drawing.view_box.map(decimal).join(" ");
            out.push_str(&format!("<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{view_box}\" preserveAspectRatio=\"none\">"));
            element(&drawing.node, out);
            out.push_str("</svg>");
        }
    }
    out.push_str("</g></g>");
}

/// The id of what cuts the picture of layer `key` off.
pub fn clip_id(key: usize) -> String {
    ["hb-zone-", &key.digits()].concat()
}

/// The id of the pattern that paints layer `key`.
pub fn pattern_id(key: usize) -> String {
    ["hb-paint-", &key.digits()].concat()
}

/// The id of the mask that cuts layer `key` out.
pub fn mask_id(key: usize) -> String {
    ["hb-mask-", &key.digits()].concat()
}

fn image(href: &str, [x, y, width, height]: [&str; 4], out: &mut String) {
    out.push_str(&format!("<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" href=\""));
    escape(href, out);
    out.push_str("\"/>");
}

/// An element of a drawing with what is in it.
pub fn markup(node: &Node) -> String {
    let mut out = String::new();
    element(node, &mut out);
    out
}

fn element(node: &Node, out: &mut String) {
    let mut open = Vec::new();
    // Whether the element that began last has nothing in it so far.
    let mut is_bare = false;
    for token in node.tokens() {
        match token {
            Token::Start(tag) => {
                out.push_str(if is_bare { "><" } else { "<" });
                out.push_str(tag);
                open.push(tag);
                is_bare = true;
            }
            Token::Attribute(name, value) => {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
            Token::End if is_bare => {
                out.push_str("/>");
                open.pop();
                is_bare = false;
            }
            Token::End => {
                out.push_str("</");
                out.push_str(open.pop().unwrap_or_default());
                out.push('>');
            }
        }
    }
}

/// Text as it stands in a document.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no way to write these.
            c if u32::from(c) < 0x20 && !matches!(c, '\t' | '\n' | '\r')
                || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// `bytes` in base64 (RFC 4648 §4), as in data URLs.
pub fn base64(bytes: &[u8]) -> String {
    let mut out = base64url::encode(bytes).replace('-', "+").replace('_', "/");
    out.extend(std::iter::repeat_n('=', (4 - out.len() % 4) % 4));
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_that_of_data_urls() {
        for (bytes, text) in
            [(&b""[..], ""), (b"f", "Zg=="), (b"fo", "Zm8="), (b"foo", "Zm9v"), (&[251, 255, 254], "+//+")]
        {
            assert_eq!(super::base64(bytes), text);
        }
    }
}
