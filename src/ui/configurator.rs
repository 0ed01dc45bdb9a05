//! A configurator: views, options, price.

use super::memo::{View, keyed, memo};
use super::option::OptionView;
use super::setting::Setting;
use super::words::{Word, phrase, word};
use haberdash_core::price::{LineOf, PriceBreakdown};
use std::rc::Rc;
use yew::prelude::*;

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
    /// Another view is asked for.
    pub on_view: Callback<usize>,
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
        let views = &setting.product.views;
        let dir = if super::words::is_rtl(&setting.locale) { "rtl" } else { "ltr" };
        html! {
            <div class="stage" part="stage" lang={setting.locale.clone()} {dir}>
                if let Some(svg) = &self.svg {
                    { Html::VRef(svg.clone()) }
                } else {
                    <p class="waiting">{ word(&setting.locale, if self.failed { Word::NoPicture } else { Word::Loading }) }</p>
                }
                if views.len() > 1 {
                    <div class="views" role="group" aria-label={word(&setting.locale, Word::View)}>
                        { for views.iter().enumerate().map(|(index, view)| {
                            let on_view = self.on_view.clone();
                            let onclick = Callback::from(move |_: MouseEvent| on_view.emit(index));
                            html! {
                                <button key={index} type="button" part="button" aria-pressed={(index == self.view).to_string()} {onclick}>
                                    { setting.text(&view.title) }
                                </button>
                            }
                        }) }
                    </div>
                }
            </div>
        }
    }
}

/// What a configurator shows besides the picture.
pub struct Configurator {
    /// The product in a language.
    pub setting: Rc<Setting>,
    /// One entry for each option.
    pub options: Vec<OptionView>,
    /// What it costs.
    pub price: Rc<PriceBreakdown>,
    /// The price, said to screen readers a moment after the last change.
    pub spoken: AttrValue,
    /// A sentence about a link that could not be followed, or a link to copy by hand.
    pub notice: AttrValue,
    /// The picture, when it is drawn here and not over the theme's.
    pub picture: Option<Html>,
    /// Called with the position of a preset.
    pub on_preset: Callback<usize>,
    /// Called to start over.
    pub on_reset: Callback<()>,
    /// Called to copy the link.
    pub on_link: Callback<()>,
}

impl Configurator {
    /// Draws it. Every change of state does; what is in it compares itself.
    pub fn view(self) -> Html {
        let setting = &self.setting;
        let locale = &setting.locale;
        let dir = if super::words::is_rtl(locale) { "rtl" } else { "ltr" };
        let on_reset = self.on_reset.reform(|_: MouseEvent| ());
        let on_link = self.on_link.reform(|_: MouseEvent| ());
        html! {
            <div class="configurator" part="configurator" lang={locale.clone()} {dir}>
                { self.picture }
                <div class="options">
                    if !setting.product.presets.is_empty() {
                        <div class="presets" role="group" aria-label={word(locale, Word::Presets)}>
                            <span class="label" aria-hidden="true">{ word(locale, Word::Presets) }</span>
                            { for setting.product.presets.iter().enumerate().map(|(index, preset)| {
                                let on_preset = self.on_preset.clone();
                                let onclick = Callback::from(move |_: MouseEvent| on_preset.emit(index));
                                let title = preset.title.as_ref().map_or(preset.id.as_str(), |title| setting.text(title));
                                html! { <button key={index} type="button" part="button" {onclick}>{ title }</button> }
                            }) }
                        </div>
                    }
                    { for self.options.into_iter().map(|option| keyed(option.index, option)) }
                    { memo(Price { setting: Rc::clone(setting), price: self.price }) }
                    <p class="notice" role="status">{ self.notice }</p>
                    <div class="tools">
                        <button type="button" part="button" onclick={on_reset}>{ word(locale, Word::Reset) }</button>
                        <button type="button" part="button" onclick={on_link}>{ word(locale, Word::CopyLink) }</button>
                    </div>
                    <output class="spoken" role="status" aria-live="polite">{ self.spoken }</output>
                </div>
            </div>
        }
    }
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
        let locale = &setting.locale;
        let tax = setting.product.tax_included.map(|included| {
        html! { <span class="tax">{ word(locale, if included { Word::TaxIncluded } else { Word::TaxExcluded }) }</span> }
    });
        html! {
            <details class="price" part="price">
                <summary>
                    <span class="label">{ word(locale, Word::Price) }</span>
                    <strong>{ setting.money(price.unit) }</strong>
                    { tax }
                </summary>
                <dl>
                    { for price.lines.iter().enumerate().map(|(index, line)| {
                        let label = match line.of {
                            LineOf::Base => word(locale, Word::BasePrice),
                            LineOf::Option(option) => setting.text(&setting.product.options[option].title),
                            LineOf::Rule(rule) => setting.text(&setting.product.pricing.rules[rule].title),
                            LineOf::Break(_) => word(locale, Word::QuantityDiscount),
                            LineOf::Rounding => word(locale, Word::Rounding),
                        };
                        html! { <div key={index}><dt>{ label }</dt><dd>{ setting.money(line.amount) }</dd></div> }
                    }) }
                </dl>
            </details>
        }
    }
}

/// What is said to screen readers after a change.
pub fn spoken(setting: &Setting, price: &PriceBreakdown) -> String {
    phrase(&setting.locale, Word::Now, &setting.money(price.unit))
}
