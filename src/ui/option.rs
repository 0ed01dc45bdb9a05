//! One option: native radio buttons, boxes to tick, a drop-down list, or a field for a number or letters.

use super::el::el;
use super::fields;
use super::letters;
use super::logo::{self, Logo};
use super::memo::View;
use super::setting::{Label, Setting};
use haberdash_core::number::Digits;
use haberdash_core::product::{Choice, Display, Kind};
use std::rc::Rc;
use yew::Html;

/// One option, by its kind.
pub struct OptionView {
    /// The configurator it belongs to.
    pub setting: Rc<Setting>,
    /// Its position.
    pub index: usize,
    /// What is written in a text option. Which choice of a group is picked is not here: [`super::marks`] shows that.
    pub text: String,
    /// What is typed in a text option while it cannot be had, and why.
    pub draft: Draft,
    /// What an option for the shopper's own picture shows.
    pub logo: Option<Rc<Logo>>,
    /// Rules hide it, or its turn to be drawn has not come.
    pub hidden: bool,
}

impl PartialEq for OptionView {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting)
            && self.index == other.index
            && self.text == other.text
            && self.draft == other.draft
            && self.hidden == other.hidden
            && self.logo.as_ref().map(Rc::as_ptr) == other.logo.as_ref().map(Rc::as_ptr)
    }
}

impl View for OptionView {
    fn view(&self) -> Html {
        let OptionView { setting, index, .. } = self;
        let Some(option) = setting.product.options.get(*index).filter(|_| !self.hidden) else {
            return Html::default();
        };
        let mut head = Head {
            name: ["o", &index.digits()].concat(),
            title: setting.text(&option.title),
            help: option.help.as_ref().map(|help| setting.text(help)),
            limits: None,
        };
        let group = |head: &Head, choices: &[Rc<Choice>], display: Display, input: &'static str| {
            Group { setting, index: *index, choices, display, input }.view(head)
        };
        match &option.kind {
            Kind::Choice(kind) if kind.display == Display::Dropdown => dropdown(setting, *index, &head),
            Kind::Choice(kind) => group(&head, &kind.choices, kind.display, "radio"),
            Kind::Multi(kind) => {
                if kind.min > 0 || kind.max < kind.choices.len() {
                    head.limits = Some(setting.limits(*index));
                }
                group(&head, &kind.choices, kind.display, "checkbox")
            }
            Kind::Toggle(kind) => toggle(setting, kind.price, &head),
            Kind::Text(kind) => letters::view(self, kind, &head),
            Kind::Quantity(_) | Kind::Measure(_) | Kind::Color(_) => fields::view(setting, *index, &head),
            Kind::Image(kind) => logo::view(kind, *index, head.title, head.help, self.logo.as_deref()),
        }
    }
}

/// What stands at the top of an option, and the id of its element.
pub struct Head<'s> {
    /// The id of its element.
    pub name: String,
    /// Its title.
    pub title: &'s str,
    pub(super) help: Option<&'s str>,
    /// How few and how many, in a sentence.
    limits: Option<String>,
}

impl Head<'_> {
    /// The id of one of its elements.
    pub fn id(&self, letter: &str) -> String {
        [&self.name, letter].concat()
    }

    /// The id of its advice.
    pub fn help_id(&self) -> Option<String> {
        self.help.map(|_| self.id("h"))
    }

    /// Its advice.
    pub fn help(&self) -> Option<Html> {
        self.help.map(|help| el!("p" "class" = "help", "dir" = "auto", "id" = self.id("h"); help))
    }

    /// What a change in it asks for.
    pub fn asks(&self, word: &str) -> String {
        [word, " ", self.name.trim_start_matches('o')].concat()
    }
}

/// The class that carries a choice's colour or texture, see [`super::styles`].
pub fn chip_class(option: usize, choice: usize) -> String {
    ["c", &option.digits(), "-", &choice.digits()].concat()
}

/// Choices side by side: radio buttons where one is picked, boxes where several are.
struct Group<'s> {
    setting: &'s Setting,
    index: usize,
    choices: &'s [Rc<Choice>],
    display: Display,
    input: &'static str,
}

impl Group<'_> {
    fn view(&self, head: &Head) -> Html {
        // Boxes have no list to drop down.
        let display = if self.display == Display::Dropdown { Display::Card } else { self.display };
        let choices = self.choices.iter().enumerate();
        let mut items: Vec<Html> = match display {
            // The tiles that are seen are put in by hand, see `app/roots/grid`.
            Display::Grid => Vec::new(),
            _ => choices.filter_map(|(at, choice)| self.item(choice, at, &head.name)).collect(),
        };
        if let Some(order) = self.setting.order(self.index) {
            let mut whole = std::mem::take(&mut items);
            for at in order {
                items.extend(whole.get_mut(*at).map(std::mem::take));
            }
        }
        el!("fieldset" "class" = ["option ", display.word()].concat(), "part" = "option", "id" = head.name.as_str(),
                "aria-describedby" = head.help_id(), "data-change" = head.asks("pick");
            el!("legend"; head.title, el!("bdi" "class" = "chosen")),
            head.help(),
            head.limits.as_ref().map(|limits| el!("p" "class" = "help"; limits)),
            el!("div" "class" = "choices"; items),
            why(head))
    }

    fn item(&self, choice: &Choice, at: usize, name: &str) -> Option<Html> {
        let Label { title, extra, whole, value, chip } = self.setting.label(self.index, at)?;
        let input = el!("input" "type" = self.input, "name" = name, "value" = value.as_str(), "aria-label" = whole.as_str());
        if self.display == Display::Card || self.display == Display::Dropdown {
            let picture = choice.image.is_some() || choice.color.is_some() || choice.texture.is_some();
            return Some(el!("label" "class" = "choice", "part" = "choice";
                input,
                picture.then(|| el!("span" "class" = chip.as_str())),
                el!("span" "class" = "name"; title),
                el!("bdi" "class" = "extra"; extra.as_deref().unwrap_or_default())));
        }
        Some(el!("label" "class" = "choice", "part" = "choice", "title" = whole.as_str();
            input,
            el!("span" "class" = chip.as_str(), "part" = "chip")))
    }
}

/// Where it is said why something cannot be had, when the shopper points at it.
pub fn why(head: &Head) -> Html {
    el!("p" "class" = "why", "id" = head.id("w"), "role" = "status")
}

/// A box to tick.
fn toggle(setting: &Setting, price: i64, head: &Head) -> Html {
    let extra = (price != 0).then(|| el!("bdi" "class" = "extra"; setting.extra(price)));
    el!("div" "class" = "option toggle", "part" = "option", "id" = head.name.as_str(), "data-change" = head.asks("pick");
        el!("label" "class" = "choice", "part" = "choice";
            el!("input" "type" = "checkbox", "aria-describedby" = head.help_id()),
            el!("span" "class" = "name"; head.title),
            extra),
        head.help(),
        why(head))
}

fn dropdown(setting: &Setting, index: usize, head: &Head) -> Html {
    let field = head.id("f");
    let entry = |label: Label| el!("option" "value" = label.value.as_str(); label.entry());
    let labels = (0..setting.choices(index).len()).filter_map(|at| setting.label(index, at));
    let entries: Vec<Html> = labels.map(entry).collect();
    el!("div" "class" = "option dropdown", "part" = "option", "id" = head.name.as_str();
        el!("label" "for" = field.as_str(); head.title),
        head.help(),
        el!("select" "id" = field.as_str(), "aria-describedby" = head.help_id(), "data-change" = head.asks("pick"); entries),
        why(head))
}

/// What is typed while it cannot be had yet, and why.
#[derive(Clone, PartialEq, Default)]
pub struct Draft {
    /// What the field shows in place of what is picked.
    pub text: Option<String>,
    /// What is wrong, in words.
    pub problem: Option<String>,
}
