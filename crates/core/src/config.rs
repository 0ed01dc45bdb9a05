//! The data attributes of the script tag and of the hosts, checked in one place. A wrong one is told, with the nearest right name, and its
//! default is used; nothing here can fail.

use crate::consent::Setting as Consent;
use crate::diagnostics::{Diagnostics, is_near, nearest, unknown};
use crate::recommend::Strip;

/// What the script tag says.
#[derive(Clone, Debug, PartialEq)]
pub struct TagConfig {
    /// `data-catalog`: the address of the catalogue, relative to the page.
    pub catalog: Option<String>,
    /// `data-index`: the address of the folder of an index, relative to the page.
    pub index: Option<String>,
    /// `data-cart`: how a configuration gets into the shop's cart.
    pub cart: CartKind,
    /// `data-consent`: who says whether history may be kept on the device.
    pub consent: Consent,
    /// `data-shop`: keeps the histories of two shops on one origin apart.
    pub shop: Option<String>,
    /// `data-locale`: the BCP 47 tag of the interface; where left out, the page's `lang`.
    pub locale: Option<String>,
    /// `data-currency`: the ISO 4217 code of the prices shown; where left out, each product's own.
    pub currency: Option<String>,
    /// `data-upload`: where shoppers' own pictures are sent when they add to the cart; where left out, they go with the form.
    pub upload: Option<String>,
    /// `data-layer`: the name of the page's data layer.
    pub layer: String,
    /// The tag is itself a host, when it carries `data-haberdash`.
    pub host: Option<HostConfig>,
}

words! {
    /// How a configuration gets into the shop's cart.
    pub enum CartKind, "cart" {
        /// Hidden fields in the form around the host.
        Form = "form",
        /// Events only; the page does the rest.
        None = "none",
    }
}

/// What a host says.
#[derive(Clone, Debug, PartialEq)]
pub enum HostConfig {
    /// `data-haberdash="configurator"`
    Configurator(ConfiguratorConfig),
    /// `data-haberdash="recommendations"`
    Recommendations(StripConfig),
}

/// A configurator.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfiguratorConfig {
    /// `data-product`: the address of the product file, relative to the page.
    pub product: String,
    /// `data-preset`: the preset shown at first.
    pub preset: Option<String>,
    /// `data-currency`: the ISO 4217 code of the prices shown; where left out, what the tag says, else the product's own.
    pub currency: Option<String>,
    /// `data-price-target`: a CSS selector of the element that shows the theme's price.
    pub price_target: Option<String>,
    /// `data-image-target`: a CSS selector of the theme's picture.
    pub image_target: Option<String>,
    /// `data-upload`: as on the tag, which it wins over.
    pub upload: Option<String>,
    /// `data-start`: what it starts with where nothing else says so; where left out, `own` with a preset, else `taste`.
    pub start: Preference,
    /// `data-order`: the order of choices.
    pub order: Preference,
}

words! {
    /// Who says what comes first.
    pub enum Preference, "preference" {
        /// The merchant, as the product file has it.
        Own = "own",
        /// The shopper's taste, where it is known.
        Taste = "taste",
    }
}

/// A strip of recommendations.
#[derive(Clone, Debug, PartialEq)]
pub struct StripConfig {
    /// `data-strip`: what it recommends.
    pub strip: Strip,
    /// `data-limit`: how many cards at most, 1 to 24.
    pub limit: usize,
    /// `data-title`: its heading; where left out, one that fits the strip.
    pub title: Option<String>,
    /// `data-item`: the catalogue id of the page's own item; where left out, what JSON-LD or the data layer say.
    pub item: Option<String>,
    /// Where the merchant wants something besides, all attributes as they are written: among them rules by their names
    /// ([`crate::recommend::merchant::NAMES`]), `buy` and `template`.
    pub wishes: Vec<(String, String)>,
}

const TAG_NAMES: &[&str] =
    &["catalog", "cart", "consent", "shop", "locale", "currency", "upload", "layer", "index"];
const CONFIGURATOR_NAMES: &[&str] =
    &["product", "preset", "currency", "price-target", "image-target", "upload", "start", "order"];
const STRIP_NAMES: &[&str] = &[
    "pin",
    "boost",
    "bury",
    "exclude",
    "filter",
    "price",
    "diversity",
    "again",
    "buy",
    "template",
    "strip",
    "limit",
    "title",
    "item",
];
/// So many of them are wishes.
const WISHES: usize = 10;
const HOSTS: [&str; 2] = ["configurator", "recommendations"];
/// Other libraries' attributes on the same element are none of our business; these prefixes are known to be ours.
const OURS: &[&str] = &["haberdash", "haberdash-state"];

/// The attributes of one element: names without `data-`, in any order.
pub type Attributes = [(String, String)];

/// Checks the script tag.
pub fn tag(attributes: &Attributes, diagnostics: &mut Diagnostics) -> TagConfig {
    let mut reader = Attribute { attributes, diagnostics };
    let config = TagConfig {
        catalog: reader.text("catalog"),
        index: reader.text("index"),
        cart: reader.word("cart", CartKind::Form, CartKind::from_word, CartKind::WORDS),
        consent: reader.word("consent", Consent::Ask, Consent::from_word, Consent::WORDS),
        shop: reader.text("shop"),
        locale: reader.text("locale").filter(|tag| is_language_tag(tag)),
        currency: reader.currency(),
        upload: reader.text("upload"),
        layer: reader.text("layer").unwrap_or_else(|| "dataLayer".to_owned()),
        host: None,
    };
    if let Some(tag) = reader.text("locale")
        && config.locale.is_none()
    {
        reader.warn(
            "locale",
            &say!("\"{}\" is not a BCP 47 language tag; the page's language is used", short(&tag)),
        );
    }
    let host = reader.find("haberdash").is_some();
    let mut known = TAG_NAMES.to_vec();
    if host {
        known.extend(CONFIGURATOR_NAMES.iter().chain(STRIP_NAMES));
    }
    unknown_names(attributes, &known, diagnostics);
    TagConfig { host: if host { host_config(attributes, diagnostics) } else { None }, ..config }
}

/// Checks a host. `None` when it cannot be mounted, with the reason among the diagnostics.
pub fn host(attributes: &Attributes, diagnostics: &mut Diagnostics) -> Option<HostConfig> {
    let kind = host_config(attributes, diagnostics)?;
    let known = match kind {
        HostConfig::Configurator(_) => CONFIGURATOR_NAMES,
        HostConfig::Recommendations(_) => STRIP_NAMES,
    };
    unknown_names(attributes, known, diagnostics);
    Some(kind)
}

fn host_config(attributes: &Attributes, diagnostics: &mut Diagnostics) -> Option<HostConfig> {
    let mut reader = Attribute { attributes, diagnostics };
    let kind = reader.text("haberdash").unwrap_or_default();
    match kind.as_str() {
        "configurator" => {
            let Some(product) = reader.text("product") else {
                reader.error("product", "is missing: a configurator needs the address of its product file");
                return None;
            };
            let preset = reader.text("preset");
            let start = if preset.is_some() { Preference::Own } else { Preference::Taste };
            Some(HostConfig::Configurator(ConfiguratorConfig {
                product,
                start: reader.word("start", start, Preference::from_word, Preference::WORDS),
                order: reader.word("order", Preference::Own, Preference::from_word, Preference::WORDS),
                preset,
                currency: reader.currency(),
                price_target: reader.text("price-target"),
                image_target: reader.text("image-target"),
                upload: reader.text("upload"),
            }))
        }
        "recommendations" => Some(HostConfig::Recommendations(StripConfig {
            strip: reader.word("strip", Strip::ForYou, Strip::from_word, Strip::WORDS),
            limit: reader.number("limit", 8, 1, 24),
            title: reader.text("title"),
            item: reader.text("item"),
            wishes: wishes(attributes),
        })),
        other => {
            reader.error("haberdash", &unknown("kind of host", other, HOSTS));
            None
        }
    }
}

/// What a merchant wants of a strip; it is read where it is needed.
fn wishes(attributes: &Attributes) -> Vec<(String, String)> {
    let is_one = |(name, value): &(String, String)| {
        STRIP_NAMES.iter().take(WISHES).any(|wish| wish == name) && !value.trim().is_empty()
    };
    if attributes.iter().any(is_one) { attributes.to_vec() } else { Vec::new() }
}

/// Attributes that look like ours but are not known.
fn unknown_names(attributes: &Attributes, known: &[&'static str], diagnostics: &mut Diagnostics) {
    for (name, _) in attributes {
        if known.contains(&name.as_str()) || OURS.contains(&name.as_str()) {
            continue;
        }
        // Themes put attributes of their own on the same element: only near misses are worth a line.
        if known.iter().any(|known| is_near(name, known)) {
            let near = || nearest(name, known.iter().copied()).unwrap_or_default();
            diagnostics.warning_on_name(
                &say!("data-{}", short(name)),
                say!("not known; did you mean \"data-{}\"?", near()),
            );
        }
    }
}

fn is_language_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').enumerate().all(|(i, part)| {
            let letters = part.bytes().all(|b| b.is_ascii_alphanumeric());
            letters && if i == 0 { (2..=8).contains(&part.len()) } else { (1..=8).contains(&part.len()) }
        })
}

fn short(text: &str) -> String {
    text.chars().take(64).collect()
}

struct Attribute<'a> {
    attributes: &'a Attributes,
    diagnostics: &'a mut Diagnostics,
}

impl Attribute<'_> {
    fn find(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value without space at both ends; empty is as good as absent.
    fn text(&self, name: &str) -> Option<String> {
        self.find(name).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    fn currency(&mut self) -> Option<String> {
        let code = self.text("currency")?;
        if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
            return Some(code);
        }
        let sentence = ["expected an ISO 4217 currency code such as EUR, found \"", &short(&code), "\""];
        self.warn("currency", &sentence.concat());
        None
    }

    fn warn(&mut self, name: &str, message: &str) {
        self.diagnostics.within(&say!("data-{name}"), |d| d.warning(message));
    }

    fn error(&mut self, name: &str, message: &str) {
        self.diagnostics.within(&say!("data-{name}"), |d| d.error(message));
    }

    fn word<T>(
        &mut self,
        name: &str,
        default: T,
        parse: fn(&str) -> Option<T>,
        words: &'static [&'static str],
    ) -> T {
        let Some(text) = self.text(name) else { return default };
        parse(&text).unwrap_or_else(|| {
            self.warn(name, &unknown("value", &text, words.iter().copied()));
            default
        })
    }

    fn number(&mut self, name: &str, default: usize, least: usize, most: usize) -> usize {
        let Some(text) = self.text(name) else { return default };
        match text.parse::<usize>() {
            Ok(number) if (least..=most).contains(&number) => number,
            _ => {
                self.warn(
                    name,
                    &say!(
                        "expected a whole number from {least} to {most}, found \"{}\"; {default} is used",
                        short(&text)
                    ),
                );
                default
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    }

    fn messages(d: Diagnostics) -> Vec<String> {
        d.into_list().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn hosts_are_read_and_mistakes_told() {
        struct Case(&'static [(&'static str, &'static str)], bool, &'static [&'static str]);
        let table = [
            Case(&[("haberdash", "configurator"), ("product", "/p.json")], true, &[]),
            Case(&[("haberdash", "configurator"), ("product", "/p.json"), ("currency", "USD")], true, &[]),
            Case(
                &[("haberdash", "configurator"), ("product", "/p.json"), ("currency", "usd")],
                true,
                &["/data-currency: expected an ISO 4217 currency code such as EUR, found \"usd\""],
            ),
            Case(
                &[("haberdash", "configurator"), ("product", "/p.json"), ("curency", "USD")],
                true,
                &["did you mean \"data-currency\""],
            ),
            Case(&[("haberdash", "configurator")], false, &["/data-product: is missing"]),
            Case(&[("haberdash", "configuratr")], false, &["did you mean \"configurator\""]),
            Case(
                &[("haberdash", "recommendations"), ("strip", "for-yuo")],
                true,
                &["did you mean \"for-you\""],
            ),
            Case(&[("haberdash", "recommendations"), ("limit", "0")], true, &["from 1 to 24"]),
            Case(&[("haberdash", "recommendations"), ("limti", "4")], true, &["did you mean \"data-limit\""]),
            Case(&[("haberdash", "recommendations"), ("pin", "A"), ("buy", "#form")], true, &[]),
            Case(&[("haberdash", "recommendations"), ("bost", "A")], true, &["did you mean \"data-boost\""]),
            Case(&[("haberdash", "recommendations"), ("gsap-id", "4"), ("v-3f2", "")], true, &[]),
        ];
        for Case(list, mounts, expected) in table {
            let mut diagnostics = Diagnostics::new();
            assert_eq!(host(&attributes(list), &mut diagnostics).is_some(), mounts, "{list:?}");
            let found = messages(diagnostics);
            assert_eq!(found.len(), expected.len(), "{list:?}: {found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!(found.contains(expected), "{found}");
            }
        }
    }

    #[test]
    fn wishes_are_kept_as_they_are_written() {
        let list = [
            ("haberdash", "recommendations"),
            ("price", " -20"),
            ("pin", ""),
            ("colour", "x"),
            ("buy", "event"),
        ];
        let Some(HostConfig::Recommendations(strip)) = host(&attributes(&list), &mut Diagnostics::new())
        else {
            panic!("a strip");
        };
        assert_eq!(strip.wishes, attributes(&list));
        let list = [("haberdash", "recommendations"), ("pin", " "), ("colour", "x")];
        let Some(HostConfig::Recommendations(strip)) = host(&attributes(&list), &mut Diagnostics::new())
        else {
            panic!("a strip");
        };
        assert_eq!(strip.wishes, []);
        assert_eq!(STRIP_NAMES[..WISHES - 2], crate::recommend::merchant::NAMES);
    }

    #[test]
    fn the_currency_of_tag_and_host_is_read() {
        let read = |code: &str| {
            let list = [("haberdash", "configurator"), ("product", "/p.json"), ("currency", code)];
            let config = tag(&attributes(&list), &mut Diagnostics::new());
            match config.host {
                Some(HostConfig::Configurator(host)) => (config.currency, host.currency),
                _ => (config.currency, None),
            }
        };
        let usd = || Some("USD".to_owned());
        assert_eq!(read(" USD "), (usd(), usd()));
        for wrong in ["", "US", "USDX", "us$", "€"] {
            assert_eq!(read(wrong), (None, None), "{wrong}");
        }
    }

    #[test]
    fn where_pictures_are_sent_is_read_of_tag_and_host() {
        let list = [("haberdash", "configurator"), ("product", "/p.json"), ("upload", " /take ")];
        let mut diagnostics = Diagnostics::new();
        let config = tag(&attributes(&list), &mut diagnostics);
        let Some(HostConfig::Configurator(host)) = config.host else { panic!("no host") };
        assert_eq!((config.upload, host.upload), (Some("/take".to_owned()), Some("/take".to_owned())));
        assert_eq!(messages(diagnostics), Vec::<String>::new());
    }

    #[test]
    fn the_tag_has_defaults_and_can_be_a_host_itself() {
        let mut diagnostics = Diagnostics::new();
        let config = tag(
            &attributes(&[("consent", "gogle"), ("locale", "no tag!"), ("catalogue", "/c.json")]),
            &mut diagnostics,
        );
        assert_eq!((config.consent, config.cart, config.locale), (Consent::Ask, CartKind::Form, None));
        assert_eq!(config.layer, "dataLayer");
        assert_eq!(messages(diagnostics).len(), 3);
        let mut diagnostics = Diagnostics::new();
        let both = attributes(&[("haberdash", "recommendations"), ("limit", "4"), ("catalog", "/c.json")]);
        assert!(
            matches!(tag(&both, &mut diagnostics).host, Some(HostConfig::Recommendations(s)) if s.limit == 4)
        );
        assert_eq!(messages(diagnostics), Vec::<String>::new());
    }
}
