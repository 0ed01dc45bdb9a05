//! A scene written down as an SVG file.

use crate::art::Node;
use crate::base64url;
use crate::product::Blend;
use crate::scene::{Fill, Scene, SceneContent, decimal};

/// Writes `scene` as a complete SVG document. `address` turns the addresses of pictures, as the product file has them, into those of the output.
pub fn write(scene: &Scene, title: &str, address: &dyn Fn(&str) -> String) -> String {
    let [x, y, width, height] = scene.view_box.map(decimal);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{x} {y} {width} {height}\" width=\"{width}\" height=\"{height}\" style=\"isolation:isolate\"><title>"
    );
    escape(title, &mut out);
    out.push_str("</title><defs>");
    scene.defs.iter().for_each(|node| element(node, &mut out));
    out.push_str("</defs>");
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
        match &layer.content {
            SceneContent::Part { node, fill } => {
                part_open(fill.as_ref(), layer.key, address, &mut out);
                element(node, &mut out);
            }
            SceneContent::Shade(src) => {
                out.push('>');
                image(&address(src), [&x, &y, &width, &height], &mut out);
            }
            SceneContent::Text { d, transform, color } => {
                out.push_str(&format!("><path d=\"{d}\" transform=\"{transform}\" fill=\"{color}\"/>"));
            }
        }
        out.push_str("</g>");
    }
    out.push_str("</svg>");
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

/// The id of the pattern that paints layer `key`.
pub fn pattern_id(key: usize) -> String {
    format!("hb-paint-{key}")
}

fn image(href: &str, [x, y, width, height]: [&str; 4], out: &mut String) {
    out.push_str(&format!("<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" href=\""));
    escape(href, out);
    out.push_str("\"/>");
}

fn element(node: &Node, out: &mut String) {
    out.push('<');
    out.push_str(node.tag);
    for (name, value) in &node.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
    if node.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    node.children.iter().for_each(|child| element(child, out));
    out.push_str("</");
    out.push_str(node.tag);
    out.push('>');
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
