//! The live picture: a scene as SVG in the page. A layer is drawn anew only when it changed; the art below it never is.

use super::memo::{View, keyed, memo};
use haberdash_core::art::Node;
use haberdash_core::product::Blend;
use haberdash_core::scene::{Fill, Scene, SceneContent, SceneLayer, decimal};
use haberdash_core::svg::pattern_id;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// Turns an address of the product file into an absolute one.
#[derive(Clone)]
pub struct Addresses(pub Rc<dyn Fn(&str) -> String>);

impl PartialEq for Addresses {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The live picture.
#[derive(PartialEq)]
pub struct Preview {
    /// What it shows.
    pub scene: Rc<Scene>,
    /// What it shows, in words.
    pub label: AttrValue,
    /// Finds pictures.
    pub addresses: Addresses,
    /// A click on a part that belongs to an option.
    pub on_open: Callback<usize>,
}

impl View for Preview {
    fn view(&self) -> Html {
        let Preview { scene, label, addresses, on_open } = self;
        let [x, y, width, height] = scene.view_box.map(decimal);
        let view_box = [&*x, &y, &width, &height].join(" ");
        let layer = |layer: &SceneLayer| {
            let layer = Layer {
                layer: layer.clone(),
                view_box: scene.view_box,
                addresses: addresses.clone(),
                on_open: on_open.clone(),
            };
            keyed(layer.layer.key, layer)
        };
        html! {
            <svg class="picture" part="picture" viewBox={view_box} role="img" aria-label={label.clone()}>
                { memo(Definitions(Rc::clone(&scene.defs))) }
                { for scene.layers.iter().map(layer) }
            </svg>
        }
    }
}

/// Gradients and the like; the same list is the same.
struct Definitions(Rc<[Rc<Node>]>);

impl PartialEq for Definitions {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl View for Definitions {
    fn view(&self) -> Html {
        let mut defs = VTag::new("defs");
        defs.add_children(self.0.iter().map(|node| element(node)));
        defs.into()
    }
}

#[derive(PartialEq)]
struct Layer {
    layer: SceneLayer,
    view_box: [f64; 4],
    addresses: Addresses,
    on_open: Callback<usize>,
}

impl View for Layer {
    fn view(&self) -> Html {
        let layer = &self.layer;
        let class = match (layer.blend, layer.opens) {
            (Some(Blend::Multiply), _) => "multiply",
            (Some(Blend::Screen), _) => "screen",
            (None, Some(_)) => "opens",
            (None, None) => "plain",
        };
        let onclick = layer.opens.map(|option| {
            let on_open = self.on_open.clone();
            Callback::from(move |_: MouseEvent| on_open.emit(option))
        });
        let (fill, content) = match &layer.content {
            SceneContent::Part { node, fill } => {
                let art = memo(Drawing(Rc::clone(node)));
                match fill {
                    None => (None, art),
                    Some(Fill::Color(color)) => (Some(color.to_string()), art),
                    Some(Fill::Texture { href, scale, angle, below }) => {
                        let id = pattern_id(layer.key);
                        let size = decimal(*scale);
                        let turn = ["rotate(", &decimal(*angle), ")"].concat();
                        let href = (self.addresses.0)(href);
                        let fill = ["url(#", &id, ")"].concat();
                        (
                            Some(fill),
                            html! { <>
                                <pattern {id} patternUnits="userSpaceOnUse" width={size.clone()} height={size.clone()} patternTransform={turn}>
                                    if let Some(color) = below {
                                        <rect width={size.clone()} height={size.clone()} fill={color.to_string()} />
                                    }
                                    <image width={size.clone()} height={size} preserveAspectRatio="none" {href} />
                                </pattern>
                                { art }
                            </> },
                        )
                    }
                }
            }
            SceneContent::Shade(src) => {
                let [x, y, width, height] = self.view_box.map(decimal);
                let href = (self.addresses.0)(src);
                (None, html! { <image {x} {y} {width} {height} preserveAspectRatio="none" {href} /> })
            }
            SceneContent::Text { d, transform, color } => {
                let (d, transform) = (AttrValue::from(Rc::clone(d)), AttrValue::from(Rc::clone(transform)));
                (Some(color.to_string()), html! { <path {d} {transform} /> })
            }
        };
        html! { <g {class} {fill} {onclick}>{ content }</g> }
    }
}

/// An element of the art; the same element is the same drawing.
struct Drawing(Rc<Node>);

impl PartialEq for Drawing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl View for Drawing {
    fn view(&self) -> Html {
        element(&self.0)
    }
}

fn element(node: &Node) -> Html {
    let mut tag = VTag::new(node.tag);
    for (name, value) in &node.attributes {
        tag.add_attribute(name, AttrValue::from(Rc::clone(value)));
    }
    tag.add_children(node.children.iter().map(|child| element(child)));
    tag.into()
}
