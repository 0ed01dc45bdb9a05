//! One option: a group of native radio buttons, a drop-down list, or a field for letters.

use super::el::el;
use super::memo::View;
use super::setting::{Label, Setting};
use super::words::{Word, phrase};
use haberdash_core::product::{ChoiceOption, Display, Kind, TextOption};
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
}

impl PartialEq for OptionView {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting)
            && self.index == other.index
            && self.text == other.text
            && self.draft == other.draft
    }
}

impl View for OptionView {
    fn view(&self) -> Html {
        let OptionView { setting, index, .. } = self;
        let Some(option) = setting.product.options.get(*index) else { return Html::default() };
        let head = Head {
            name: ["o", &index.to_string()].concat(),
            title: setting.text(&option.title),
            help: option.help.as_ref().map(|help| setting.text(help)),
        };
        match &option.kind {
            Kind::Choice(kind) if kind.display == Display::Dropdown => dropdown(setting, *index, &head),
            Kind::Choice(kind) => choices(setting, *index, kind, &head),
            Kind::Text(kind) => self.letters(kind, &head),
        }
    }
}

/// What stands at the top of an option, and the id of its element.
struct Head<'s> {
    name: String,
    title: &'s str,
    help: Option<&'s str>,
}

impl Head<'_> {
    /// The id of one of its elements.
    fn id(&self, letter: &str) -> String {
        [&self.name, letter].concat()
    }

    fn help_id(&self) -> Option<String> {
        self.help.map(|_| self.id("h"))
    }

    fn help(&self) -> Option<Html> {
        self.help.map(|help| el!("p" "class" = "help", "dir" = "auto", "id" = self.id("h"); help))
    }

    /// What a change in it asks for.
    fn asks(&self, word: &str) -> String {
        [word, " ", self.name.trim_start_matches('o')].concat()
    }
}

/// The class that carries a choice's colour or texture, see [`super::styles`].
pub fn chip_class(option: usize, choice: usize) -> String {
    ["c", &option.to_string(), "-", &choice.to_string()].concat()
}

fn choices(setting: &Setting, index: usize, kind: &ChoiceOption, head: &Head) -> Html {
    let labels = setting.labels(index).iter().enumerate();
    let items: Vec<Html> = labels.map(|(choice, label)| item(kind, choice, label, &head.name)).collect();
    el!("fieldset" "class" = ["option ", kind.display.word()].concat(), "part" = "option", "id" = head.name.as_str(),
            "aria-describedby" = head.help_id(), "data-change" = head.asks("pick");
        el!("legend"; head.title, el!("span" "class" = "chosen")),
        head.help(),
        el!("div" "class" = "choices"; items))
}

fn item(kind: &ChoiceOption, choice: usize, label: &Label, name: &str) -> Html {
    let Label { title, extra, whole, value, chip } = label;
    let input =
        el!("input" "type" = "radio", "name" = name, "value" = value.as_str(), "aria-label" = whole.as_str());
    if kind.display == Display::Card {
        let shown = kind.choices.get(choice);
        let picture = shown.is_some_and(|c| c.image.is_some() || c.color.is_some() || c.texture.is_some());
        return el!("label" "class" = "choice", "part" = "choice";
            input,
            picture.then(|| el!("span" "class" = chip.as_str())),
            el!("span" "class" = "name"; title),
            el!("bdi" "class" = "extra"; extra.as_deref().unwrap_or_default()));
    }
    el!("label" "class" = "choice", "part" = "choice", "title" = whole.as_str();
        input,
        el!("span" "class" = chip.as_str(), "part" = "chip"))
}

fn dropdown(setting: &Setting, index: usize, head: &Head) -> Html {
    let field = head.id("f");
    let entry = |label: &Label| {
        let extra = label.extra.as_ref().map_or(String::new(), |extra| [" (", extra, ")"].concat());
        el!("option" "value" = label.value.as_str(); &label.title, extra)
    };
    let entries: Vec<Html> = setting.labels(index).iter().map(entry).collect();
    el!("div" "class" = "option dropdown", "part" = "option", "id" = head.name.as_str();
        el!("label" "for" = field.as_str(); head.title),
        head.help(),
        el!("select" "id" = field.as_str(), "aria-describedby" = head.help_id(), "data-change" = head.asks("pick"); entries))
}

/// What is typed while it cannot be had yet, and why.
#[derive(Clone, PartialEq, Default)]
pub struct Draft {
    /// What the field shows in place of what is picked.
    pub text: Option<String>,
    /// What is wrong, in words.
    pub problem: Option<String>,
}

impl OptionView {
    /// A field for letters. What cannot be had is refused in words, and what was typed before stays.
    fn letters(&self, kind: &TextOption, head: &Head) -> Html {
        let OptionView { setting, draft, text, .. } = self;
        let locale = &setting.locale;
        let (field, hint, error) = (head.id("f"), head.id("h"), head.id("e"));
        let mut hints = vec![phrase(locale, Word::UpTo, &kind.max_chars.to_string())];
        if !kind.charset_text.is_empty() {
            hints.push(kind.charset_text.clone());
        }
        if kind.per_char != 0 {
            hints.push(phrase(locale, Word::EachCharacter, &setting.money(kind.per_char)));
        }
        let help = head.help.map(|help| el!("p" "class" = "help", "dir" = "auto"; help));
        el!("div" "class" = "option text", "part" = "option", "id" = head.name.as_str();
            el!("label" "for" = field.as_str(); head.title),
            help,
            el!("input" "id" = field.as_str(), "type" = "text", "autocomplete" = "off", "autocapitalize" = "characters",
                "spellcheck" = "false", "value" = draft.text.as_deref().unwrap_or(text), "data-input" = head.asks("type"),
                "aria-describedby" = [&hint, " ", &error].concat(), "aria-invalid" = draft.text.as_ref().map(|_| "true")),
            el!("p" "class" = "help", "id" = hint.as_str(); hints.join(" · ")),
            el!("p" "class" = "problem", "id" = error.as_str(), "role" = "alert"; draft.problem.as_deref().unwrap_or_default()))
    }
}
