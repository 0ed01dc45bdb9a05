//! One option: a group of native radio buttons, a drop-down list, or a field for letters.

use super::memo::View;
use super::setting::{Label, Setting};
use super::words::{Word, phrase};
use haberdash_core::outline::Letters;
use haberdash_core::product::{ChoiceOption, Display, Kind, TextOption, TextProblem};
use haberdash_core::selection::Pick;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;

/// What was picked where.
pub type OnPick = Callback<(usize, Pick)>;

/// One option, by its kind.
pub struct OptionView {
    /// The configurator it belongs to.
    pub setting: Rc<Setting>,
    /// Its position.
    pub index: usize,
    /// What is written in a text option. Which choice of a group is picked is not here: [`super::marks`] shows that.
    pub text: String,
    /// The font of a text option, where it is loaded.
    pub font: Option<Rc<dyn Letters>>,
    /// What is typed in a text option while it cannot be had, and why.
    pub draft: Draft,
    /// Called with a new pick.
    pub on_pick: OnPick,
    /// Called with what is typed.
    pub on_type: Callback<(usize, Draft)>,
}

impl PartialEq for OptionView {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.setting, &other.setting)
            && self.index == other.index
            && self.text == other.text
            && self.font.is_some() == other.font.is_some()
            && self.draft == other.draft
            && self.on_pick == other.on_pick
    }
}

impl View for OptionView {
    fn view(&self) -> Html {
        let OptionView { setting, index, text, on_pick, .. } = self;
        let option = &setting.product.options[*index];
        let title = setting.text(&option.title);
        let help = option.help.as_ref().map(|help| setting.text(help));
        match &option.kind {
            Kind::Choice(kind) => choices(setting, *index, kind, title, help, on_pick),
            Kind::Text(kind) => self.letters(kind, text, title, help),
        }
    }
}

/// The class that carries a choice's colour or texture, see [`super::styles::chips`].
pub fn chip_class(option: usize, choice: usize) -> String {
    ["c", &option.to_string(), "-", &choice.to_string()].concat()
}

fn choices(
    setting: &Rc<Setting>,
    index: usize,
    kind: &ChoiceOption,
    title: &str,
    help: Option<&str>,
    on_pick: &OnPick,
) -> Html {
    let name = ["o", &index.to_string()].concat();
    let head = html! { <>{ title.to_owned() }<span class="chosen"></span></> };
    let help_id = help.map(|_| [&name, "h"].concat());
    let help =
        help.map(|help| html! { <p class="help" dir="auto" id={help_id.clone()}>{ help.to_owned() }</p> });
    if kind.display == Display::Dropdown {
        return dropdown(setting, index, (name, title, help_id, help), on_pick);
    }
    let onchange = {
        let on_pick = on_pick.clone();
        Callback::from(move |event: Event| {
            let picked =
                event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
            if let Some(picked) = picked {
                on_pick.emit((index, Pick::Choice(picked)));
            }
        })
    };
    let display = kind.display.word();
    let field = AttrValue::from(name.clone());
    html! {
        <fieldset class={classes!("option", display)} part="option" id={name.clone()} aria-describedby={help_id} {onchange}>
            <legend>{ head }</legend>
            { help }
            <div class="choices">
                { for setting.labels(index).iter().enumerate().map(|(choice, label)| item(kind, choice, label, &field)) }
            </div>
        </fieldset>
    }
}

fn item(kind: &ChoiceOption, choice: usize, label: &Label, name: &AttrValue) -> Html {
    let Label { title, extra, whole, value, chip } = label;
    let input = html! { <input type="radio" name={name} {value} aria-label={whole} /> };
    if kind.display == Display::Card {
        let shown = kind.choices.get(choice);
        let picture = shown.is_some_and(|c| c.image.is_some() || c.color.is_some() || c.texture.is_some());
        return html! {
            <label key={choice} class="choice" part="choice">
                { input }
                if picture { <span class={chip}></span> }
                <span class="name">{ title }</span>
                <bdi class="extra">{ extra.clone() }</bdi>
            </label>
        };
    }
    html! {
        <label key={choice} class="choice" part="choice" title={whole}>
            { input }
            <span class={chip} part="chip"></span>
        </label>
    }
}

fn dropdown(
    setting: &Setting,
    index: usize,
    (name, title, help_id, help): (String, &str, Option<String>, Option<Html>),
    on_pick: &OnPick,
) -> Html {
    let on_pick = on_pick.clone();
    let onchange = Callback::from(move |event: Event| {
        let picked =
            event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
        if let Some(picked) = picked {
            on_pick.emit((index, Pick::Choice(picked)));
        }
    });
    let field = [&name, "f"].concat();
    html! {
        <div class="option dropdown" part="option" id={name}>
            <label for={field.clone()}>{ title.to_owned() }</label>
            { help }
            <select id={field} aria-describedby={help_id} {onchange}>
                { for setting.labels(index).iter().enumerate().map(|(choice, label)| {
                    let extra = label.extra.as_ref().map(|extra| [" (", extra, ")"].concat());
                    html! {
                        <option key={choice} value={&label.value}>{ &label.title }{ extra }</option>
                    }
                }) }
            </select>
        </div>
    }
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
    fn letters(&self, kind: &TextOption, value: &str, title: &str, help: Option<&str>) -> Html {
        let (setting, index, draft) = (&self.setting, self.index, &self.draft);
        let locale = &setting.locale;
        let oninput = {
            let (on_pick, on_type) = (self.on_pick.clone(), self.on_type.clone());
            let (setting, font) = (Rc::clone(setting), self.font.clone());
            Callback::from(move |event: InputEvent| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let Kind::Text(kind) = &setting.product.options[index].kind else { return };
                let (next, pick) = typed(kind, &input.value(), font.as_deref(), &setting.locale);
                // The field shows what is kept at once, also when the kept text is the same as before.
                if next.text.is_none()
                    && let Some(text) = &pick
                    && input.value() != *text
                {
                    input.set_value(text);
                }
                on_type.emit((index, next));
                if let Some(text) = pick {
                    on_pick.emit((index, Pick::Text(text)));
                }
            })
        };
        let name = ["o", &index.to_string()].concat();
        let (field, hint, error) = ([&name, "f"].concat(), [&name, "h"].concat(), [&name, "e"].concat());
        let mut hints = vec![phrase(locale, Word::UpTo, &kind.max_chars.to_string())];
        if !kind.charset_text.is_empty() {
            hints.push(kind.charset_text.clone());
        }
        if kind.per_char != 0 {
            hints.push(phrase(locale, Word::EachCharacter, &setting.money(kind.per_char)));
        }
        let value = draft.text.clone().unwrap_or_else(|| value.to_owned());
        let invalid = draft.text.is_some().then_some("true");
        html! {
            <div class="option text" part="option" id={name}>
                <label for={field.clone()}>{ title.to_owned() }</label>
                if let Some(help) = help { <p class="help" dir="auto">{ help.to_owned() }</p> }
                <input id={field} type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" {value} {oninput}
                    aria-describedby={[&hint, " ", &error].concat()} aria-invalid={invalid} />
                <p class="help" id={hint}>{ hints.join(" · ") }</p>
                <p class="problem" id={error} role="alert">{ draft.problem.clone() }</p>
            </div>
        }
    }
}

/// What typing `raw` does: the draft to show, and the text to keep, if any.
fn typed(kind: &TextOption, raw: &str, font: Option<&dyn Letters>, locale: &str) -> (Draft, Option<String>) {
    let (clean, problem) = kind.clean(raw);
    let lacking = font.and_then(|font| font.lacks(&clean));
    let refused = |text: String, problem: String| (Draft { text: None, problem: Some(problem) }, Some(text));
    match (problem, lacking) {
        (Some(TextProblem::NotAllowed(c)), _) => {
            let rest: String = clean.chars().filter(|c| kind.allows(*c)).take(kind.max_chars).collect();
            refused(rest, phrase(locale, Word::NotAllowed, &c.to_string()))
        }
        (Some(TextProblem::TooLong(most)), _) => {
            refused(clean.chars().take(most).collect(), phrase(locale, Word::TooLong, &most.to_string()))
        }
        (Some(TextProblem::TooShort(least)), _) => {
            let problem = phrase(locale, Word::TooShort, &least.to_string());
            (Draft { text: Some(clean), problem: Some(problem) }, Some(String::new()))
        }
        (None, Some(c)) => {
            let rest: String = clean.chars().filter(|other| *other != c).collect();
            refused(rest, phrase(locale, Word::NotInFont, &c.to_string()))
        }
        (None, None) => (Draft::default(), Some(clean)),
    }
}
