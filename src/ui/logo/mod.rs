//! An option for the shopper's own picture: a file is chosen, then placed. All of this is in the part `logo` (`docs/decisions/parts.md`).

mod draw;
mod stage;
pub mod words;

pub use draw::{draw, keep_bitmap};
pub use stage::Stage;

use super::el::el;
use haberdash_core::image::Placed;
use haberdash_core::number::Digits;
use haberdash_core::product::{Format, ImageOption};
use words::{Phrase, Words};
use yew::Html;

/// What such an option shows.
#[derive(Clone, PartialEq)]
pub struct Logo {
    /// The words.
    pub words: Words,
    /// The picture's place, and where it is shown; `None` while there is no picture.
    pub own: Option<(Placed, web_sys::Node)>,
    /// The name of its file.
    pub name: String,
    /// What is being done, in words.
    pub busy: &'static str,
    /// What is wrong with the file that was chosen last, in words.
    pub problem: String,
    /// How fine it is printed, in words.
    pub fineness: String,
    /// What the shopper should know.
    pub warnings: Vec<String>,
    /// The original can be downloaded here: the page cannot send it.
    pub download: bool,
}

/// Names of formats as shoppers know them, and what a file chooser calls them.
const FORMATS: [(Format, &str, &str); 4] = [
    (Format::Png, "PNG", "image/png"),
    (Format::Jpeg, "JPEG", "image/jpeg"),
    (Format::WebP, "WebP", "image/webp"),
    (Format::Svg, "SVG", "image/svg+xml,.svg"),
];

/// A number of bytes in megabytes, with a decimal where it is small.
pub fn megabytes(bytes: i64) -> String {
    let tenths = bytes / 100_000;
    match tenths % 10 {
        0 => (tenths / 10).digits(),
        part => [&(tenths / 10).digits(), ".", &part.digits()].concat(),
    }
}

/// The option at `index`; nothing until it is known what it shows.
#[inline(never)]
pub fn view(kind: &ImageOption, index: usize, title: &str, help: Option<&str>, logo: Option<&Logo>) -> Html {
    let Some(logo) = logo else { return Html::default() };
    let words = logo.words;
    let name = ["o", &index.digits()].concat();
    let id = |letter: &str| [&name, letter].concat();
    let taken: Vec<_> = FORMATS.iter().filter(|(format, ..)| kind.formats[*format as usize]).collect();
    let names = taken.iter().map(|(_, name, _)| *name).collect::<Vec<_>>().join(", ");
    let accept = taken.iter().map(|(.., accept)| *accept).collect::<Vec<_>>().join(",");
    let limits = [&names, ", ", &words.with(Phrase::Megabytes, &megabytes(kind.max_bytes))].concat();
    let choose = if logo.own.is_some() { Phrase::Replace } else { Phrase::Choose };
    let help = help.map(|help| el!("p" "class" = "help", "dir" = "auto"; help));
    let file = el!("label" "class" = "file", "part" = "button";
        el!("input" "type" = "file", "accept" = accept, "data-do" = "file", "aria-describedby" = [id("h"), id("e")].join(" "),
            "aria-label" = [words.of(choose), ": ", title].concat()),
        words.of(choose));
    el!("div" "class" = "option logo", "part" = "option", "id" = name.as_str(), "role" = "group", "aria-labelledby" = id("l"),
            "data-logo" = index.digits();
        el!("p" "class" = "label", "id" = id("l"); title),
        help,
        logo.own.as_ref().map(|(placed, stage)| own(logo, placed, stage, &id)),
        el!("div"; file),
        el!("p" "class" = "help", "id" = id("h"); words.with(Phrase::Hint, &limits)),
        el!("p" "class" = "help", "role" = "status"; logo.busy),
        el!("p" "class" = "problem", "id" = id("e"), "role" = "alert"; logo.problem.as_str()),
        logo.download.then(|| button(words.of(Phrase::Download), "download", None)))
}

fn button(text: &str, does: &str, label: Option<&str>) -> Html {
    el!("button" "type" = "button", "part" = "button", "data-do" = does, "aria-label" = label, "title" = label; text)
}

/// The picture, and what can be done with it.
fn own(logo: &Logo, placed: &Placed, stage: &web_sys::Node, id: &dyn Fn(&str) -> String) -> Html {
    let words = logo.words;
    let (size, turn) = (words.of(Phrase::Size), words.of(Phrase::Turn));
    let percent = (placed.scale / 10).digits();
    let degrees = placed.rotate.digits();
    let slider = |does: &str, least: &str, most: &str, value: &str, field: &str| el!("input" "type" = "range", "id" = field, "min" = least, "max" = most, "value" = value, "data-do" = does);
    let number = |does: &str, least: &str, most: &str, value: &str, label: &str| el!("input" "type" = "number", "min" = least, "max" = most, "step" = "1", "value" = value, "data-do" = does, "aria-label" = label);
    let arrows = [
        ("left", "←", Phrase::Left),
        ("right", "→", Phrase::Right),
        ("up", "↑", Phrase::Up),
        ("down", "↓", Phrase::Down),
    ];
    let arrows: Vec<Html> =
        arrows.iter().map(|(does, sign, label)| button(sign, does, Some(words.of(*label)))).collect();
    let warnings: Vec<Html> =
        logo.warnings.iter().map(|warning| el!("p" "class" = "warn"; warning)).collect();
    el!("div" "class" = "own";
        Html::VRef(stage.clone()),
        el!("p" "class" = "name"; el!("bdi"; logo.name.as_str())),
        el!("div" "class" = "turns";
            el!("label" "for" = id("s"); size),
            slider("scale", "5", "300", &percent, &id("s")),
            number("scale", "2", "1000", &percent, &[size, " %"].concat()),
            el!("label" "for" = id("t"); turn),
            slider("rotate", "-179", "180", &degrees, &id("t")),
            number("rotate", "-179", "180", &degrees, &[turn, " °"].concat())),
        el!("div" "class" = "moves", "dir" = "ltr", "role" = "group", "aria-label" = words.of(Phrase::Move); arrows),
        el!("div" "class" = "moves";
            button(words.of(Phrase::Reset), "reset", None),
            button(words.of(Phrase::Remove), "remove", None)),
        el!("p" "class" = "help"; logo.fineness.as_str()),
        el!("div" "role" = "status"; warnings))
}
