//! The cut line: an element of the art as one path in the view's units, whatever it is made of.

use haberdash_core::art::Art;
use haberdash_core::product::{Color, View};
use haberdash_core::scene::{Fill, Scene, SceneContent, SceneLayer};
use haberdash_core::svg;
use resvg::tiny_skia::{Path, PathBuilder, PathSegment, Rect, Transform};
use resvg::usvg::{Group, Node, Options, Tree};

/// The outlines of the element called `id`. The error is a sentence.
pub fn outline(art: &Art, id: &str, view: &View) -> Result<Path, String> {
    let none = || format!("die: the element \"{id}\" of view \"{}\" has no outline to cut along", view.id);
    let node = art.part(id).ok_or_else(|| format!("die: {}", art.missing(id)))?;
    let content = SceneContent::Part { node, fill: Some(Fill::Color(Color(0))) };
    let layers = vec![SceneLayer { key: 0, blend: None, opens: None, mask: None, content }];
    let scene = Scene { view_box: art.view_box, defs: art.defs.clone(), layers };
    let text = svg::write(&scene, "", &|_| String::new());
    let tree = Tree::from_str(&text, &Options::default()).map_err(|_| none())?;
    let mut builder = PathBuilder::new();
    collect(tree.root(), &mut builder);
    let [left, top, ..] = art.view_box;
    // The tree's corner is where the view's corner is.
    let path = builder.finish().and_then(|p| p.transform(Transform::from_translate(left as f32, top as f32)));
    path.ok_or_else(none)
}

fn collect(group: &Group, builder: &mut PathBuilder) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, builder),
            Node::Path(path) => {
                if let Some(path) = path.data().clone().transform(path.abs_transform()) {
                    builder.push_path(&path);
                }
            }
            _ => {}
        }
    }
}

/// Left, top, width and height of `path`, as it is drawn.
pub fn bounds(path: &Path) -> [f64; 4] {
    let bounds = path.compute_tight_bounds().unwrap_or_else(|| path.bounds());
    [bounds.left(), bounds.top(), bounds.width(), bounds.height()].map(f64::from)
}

/// A path as SVG path data.
pub fn data(path: &Path) -> String {
    let mut d = String::new();
    for segment in path.segments() {
        let (letter, points): (char, Vec<_>) = match segment {
            PathSegment::MoveTo(p) => ('M', vec![p]),
            PathSegment::LineTo(p) => ('L', vec![p]),
            PathSegment::QuadTo(a, p) => ('Q', vec![a, p]),
            PathSegment::CubicTo(a, b, p) => ('C', vec![a, b, p]),
            PathSegment::Close => ('Z', Vec::new()),
        };
        let numbers = points.iter().flat_map(|p| [p.x, p.y]);
        let numbers: Vec<String> =
            numbers.map(|number| haberdash_core::scene::decimal(f64::from(number))).collect();
        d.push(letter);
        d.push_str(&numbers.join(" "));
    }
    d
}

/// A rectangle as a path.
pub fn rectangle([left, top, width, height]: [f64; 4]) -> Option<Path> {
    let [left, top, width, height] = [left, top, width, height].map(|side| side as f32);
    Rect::from_xywh(left, top, width, height).map(PathBuilder::from_rect)
}
