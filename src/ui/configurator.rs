//! A configurator: views, options, price.

use super::el::el;
use super::fields;
use super::memo::{View, keyed, memo};
use super::option::OptionView;
use super::ruled;
use super::setting::Setting;
use super::words::{Word, direction, phrase, word};
use haberdash_core::number::Digits;
use haberdash_core::price::{LineOf, PriceBreakdown};
use std::rc::Rc;
use yew::Html;

/// The live picture with a button for each view.
pub struct Picture {
    /// The product in a language.
    pub setting: Rc<Setting>,
    /// The picture itself; `None` while it loads.
    pub svg: Option<web_sys::Node>,
    /// The picture cannot be loaded.
    pub failed: bool,
    /// The shown view, as a position.
    pub view: usize,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting)
            && self.svg == other.svg
            && self.failed == other.failed
            && self.view == other.view
    }
}

impl View for Picture {
    fn view(&self) -> Html {
        let setting = &self.setting;
        let locale = setting.locale.as_str();
        let views = &setting.product.views;
        let picture = match &self.svg {
            Some(svg) => Html::VRef(svg.clone()),
            None => {
                let what = if self.failed { Word::NoPicture } else { Word::Loading };
                el!("p" "class" = "waiting"; word(locale, what))
            }
        };
        let buttons = views.iter().enumerate().map(|(index, view)| {
            let pressed = if index == self.view { "true" } else { "false" };
            el!("button" "type" = "button", "part" = "button", "aria-pressed" = pressed,
                "data-click" = ["view ", &index.digits()].concat(); setting.text(&view.title))
        });
        let buttons = (views.len() > 1).then(|| {
            el!("div" "class" = "views", "role" = "group", "aria-label" = word(locale, Word::View); buttons.collect::<Vec<_>>())
        });
        el!("div" "class" = "stage", "part" = "stage", "lang" = locale, "dir" = direction(locale);
            el!("div" "class" = "frame"; picture), buttons)
    }
}

/// What a configurator shows besides the picture.
pub struct Configurator {
    /// The product in a language.
    pub setting: Rc<Setting>,
    /// One entry for each option.
    pub options: Vec<OptionView>,
    /// All options are drawn. Until then there is nothing below them, which they would push down.
    pub is_whole: bool,
    /// What it costs.
    pub price: Rc<PriceBreakdown>,
    /// The price, said to screen readers a moment after the last change.
    pub spoken: String,
    /// A sentence about a link that could not be followed, or a link to copy by hand.
    pub notice: String,
    /// Options have a line for why something cannot be had.
    pub has_rules: bool,
    /// What the last pick changed besides itself.
    pub mended: Option<String>,
    /// Whether there is a step back, and one forth.
    pub steps: (bool, bool),
    /// The picture, when it is drawn here and not over the theme's.
    pub picture: Option<Html>,
    /// What stands above the options.
    pub head: Option<Html>,
}

/// What else can be done with a design; [`Word::PictureFile`] only where there is a picture.
pub const TOOLS: [Word; 6] =
    [Word::Surprise, Word::SaveDesign, Word::SavedDesigns, Word::CopyLink, Word::QrCode, Word::PictureFile];

impl Configurator {
    /// Draws it; what is in it compares itself.
    pub fn view(self) -> Html {
        let setting = &self.setting;
        let locale = setting.locale.as_str();
        let tool = |word_of: Word, asks: &str, off: bool| {
            el!("button" "type" = "button", "part" = "button", "data-click" = asks, "aria-disabled" = off.then_some("true");
                word(locale, word_of))
        };
        let (back, forth) = self.steps;
        let mut tools = vec![
            tool(Word::Undo, "undo", !back),
            tool(Word::Redo, "redo", !forth),
            tool(Word::Reset, "reset", false),
        ];
        let more = TOOLS.iter().enumerate().take(if setting.product.views.is_empty() { 5 } else { 6 });
        tools.extend(more.map(|(at, word)| tool(*word, &["tool ", &at.digits()].concat(), false)));
        let options: Vec<Html> =
            self.options.into_iter().map(|option| keyed(option.index.digits(), option)).collect();
        let extras = setting.product.extras.as_ref();
        let options = match extras {
            Some(extras) => fields::arrange(setting, extras, options),
            None => options,
        };
        let class = if self.has_rules { "configurator ruled" } else { "configurator" };
        // A form, since Chromium keeps radio buttons that were in a shadow tree and in no form for as long as the tree lasts. It sends nothing: its
        // button is disabled, so Enter does nothing (HTML, implicit submission), and its method only closes dialogs.
        el!("div" "class" = class, "part" = "configurator", "lang" = locale, "dir" = direction(locale);
            self.picture,
            el!("form" "class" = "options", "method" = "dialog", "novalidate" = "";
                self.head,
                presets(setting),
                options,
                self.is_whole.then(|| memo(Price { setting: Rc::clone(setting), price: self.price })),
                extras.filter(|_| self.is_whole).map(|extras| fields::below(setting, extras)),
                el!("p" "class" = "notice", "role" = "status"; self.notice),
                el!("div" "class" = "mended", "part" = "mended", "role" = "status";
                    self.mended.map(|told| {
                        let close = el!("button" "type" = "button", "part" = "button", "data-click" = "close",
                            "aria-label" = word(locale, Word::Close); "×");
                        let buttons = el!("span"; " ", tool(Word::Undo, "undo", false), " ", close);
                        el!("p" "data-change" = "note"; el!("span"; told), buttons)
                    })),
                self.is_whole.then(|| el!("div" "class" = "tools"; tools)),
                el!("output" "class" = "spoken", "role" = "status", "aria-live" = "polite"; self.spoken),
                el!("button" "disabled" = "", "hidden" = "")))
    }
}

fn presets(setting: &Setting) -> Option<Html> {
    let presets = &setting.product.presets;
    let label = word(&setting.locale, Word::Presets);
    let look = |_| el!("span" "class" = "look");
    let buttons = presets.iter().enumerate().map(|(index, preset)| {
        let title = preset.title.as_ref().map_or(preset.id.as_str(), |title| setting.text(title));
        el!("button" "type" = "button", "part" = "button", "data-click" = ["preset ", &index.digits()].concat();
            setting.product.views.first().map(look), title)
    });
    (!presets.is_empty()).then(|| {
        el!("div" "class" = "presets", "role" = "group", "aria-label" = label;
            el!("span" "class" = "label", "aria-hidden" = "true"; label),
            buttons.collect::<Vec<_>>())
    })
}

/// The price, and where every cent of it comes from.
struct Price {
    setting: Rc<Setting>,
    price: Rc<PriceBreakdown>,
}

impl PartialEq for Price {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting) && self.price == other.price
    }
}

impl View for Price {
    fn view(&self) -> Html {
        let Price { setting, price } = self;
        let say = |what: Word| word(&setting.locale, what);
        let tax = setting.product.tax_included.map(|included| {
            el!("span" "class" = "tax"; say(if included { Word::TaxIncluded } else { Word::TaxExcluded }))
        });
        let lines = price.lines.iter().map(|line| {
            let label = match line.of {
                LineOf::Base => say(Word::BasePrice),
                LineOf::Option(option) => setting.text(&setting.product.options[option].title),
                other => ruled::line(setting, other),
            };
            el!("div"; el!("dt"; label), el!("dd"; setting.money(line.amount)))
        });
        el!("details" "class" = "price", "part" = "price";
            el!("summary";
                el!("span" "class" = "label"; say(Word::Price)),
                el!("strong"; setting.money(price.unit)),
                tax),
            el!("dl"; lines.collect::<Vec<_>>()))
    }
}

/// What is said to screen readers after a change.
pub fn spoken(setting: &Setting, price: &PriceBreakdown) -> String {
    phrase(&setting.locale, Word::Now, &setting.money(price.unit))
}
