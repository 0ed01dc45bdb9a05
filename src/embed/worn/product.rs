//! A product with all that it takes to put a design on it and draw that.

use super::mended;
use crate::embed::configurator::begin;
use crate::embed::configurator::files::fetch_art;
use crate::embed::configurator::logo::known;
use crate::embed::fonts::letters;
use crate::embed::parts as files;
use crate::platform::parts::{self, Part};
use crate::platform::{dom, fetch};
use crate::ui::preview::Addresses;
use haberdash_core::Diagnostics;
use haberdash_core::art::Art;
use haberdash_core::compat::Compiled;
use haberdash_core::image::Files;
use haberdash_core::product::{Kind, Product};
use haberdash_core::scene::{self, Fonts, Scene};
use haberdash_core::selection::Selection;
use haberdash_core::transfer::{Transfer, transfer};
use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// A product that was fetched.
pub(super) struct Loaded {
    pub product: Product,
    pub addresses: Addresses,
    rules: Option<Rc<Compiled>>,
    art: RefCell<Option<Rc<Art>>>,
    fonts: RefCell<Fonts>,
}

/// The product whose file is at `address`. The error is a sentence.
pub(super) async fn load(address: &str) -> Result<Loaded, String> {
    let file = files::whole(address, address).await?;
    let hash = if begin::parts_for(&file).await { begin::hash(&file).await } else { None };
    let hash = hash.ok_or_else(|| [address, ": a part of the widget cannot be loaded"].concat())?;
    // Its own page says what is wrong with it.
    let told = &mut Diagnostics::new();
    let product = Product::file(&file, told).and_then(|read| Product::checked(read, &file, hash, told));
    let product = product.ok_or_else(|| [address, " cannot be used; haberdash check says why"].concat())?;
    let (product, rules) = begin::rules(product, file, None, address).await;
    let base = address.to_owned();
    Ok(Loaded {
        addresses: Addresses(Rc::new(move |address| dom::absolute(address, &base).unwrap_or_default())),
        rules,
        art: RefCell::default(),
        fonts: RefCell::new(Fonts(vec![None; product.fonts.len()])),
        product,
    })
}

impl Loaded {
    /// The design that `selection` of `from` is, on this product. Its pictures were looked for.
    pub(super) fn wear(&self, from: &Product, selection: &Selection) -> Option<Transfer> {
        let to = &self.product;
        transfer(from, selection, to, &|selection| mended(to, self.rules.as_deref(), selection), &known::fits)
    }

    /// What its first view shows of `selection` with the shopper's `files`, when all that this takes is there. The error is a sentence.
    pub(super) async fn scene(
        &self,
        selection: &Selection,
        files: Option<&Files>,
    ) -> Result<Rc<Scene>, String> {
        let product = &self.product;
        let view = product.views.first().ok_or("the product has no picture")?;
        let known = self.art.borrow().clone();
        let art = match known {
            Some(art) => art,
            None => {
                let art = fetch_art(&(self.addresses.0)(&view.art.0)).await?;
                let art = Rc::new(art);
                *self.art.borrow_mut() = Some(Rc::clone(&art));
                art
            }
        };
        for (index, option) in product.options.iter().enumerate() {
            if let Kind::Text(kind) = &option.kind
                && !selection.text(index).is_empty()
                && let Some(font) = kind.font(selection)
            {
                self.fetch_font(font).await?;
            }
        }
        let decoding = Array::new();
        for address in scene::pictures(product, selection, view) {
            if let Ok(image) = web_sys::HtmlImageElement::new() {
                image.set_src(&(self.addresses.0)(&address));
                decoding.push(&image.decode());
            }
        }
        // So that it appears whole. A picture that cannot be had leaves the colour below it.
        let _ = JsFuture::from(Promise::all_settled(&decoding)).await;
        let fonts = self.fonts.borrow();
        Ok(Rc::new(match files {
            Some(files) => scene::build_with(product, selection, view, &art, &fonts, files),
            None => scene::build(product, selection, view, &art, &fonts),
        }))
    }

    async fn fetch_font(&self, font: usize) -> Result<(), String> {
        let is_there = self.fonts.borrow().0.get(font).is_some_and(Option::is_some);
        if let (false, Some(named)) = (is_there, self.product.fonts.get(font)) {
            let asked = parts::promise(Part::Letters);
            let data = fetch::bytes(&(self.addresses.0)(&named.src.0)).await?;
            let drawn = letters(asked, &data).await?;
            if let Some(slot) = self.fonts.borrow_mut().0.get_mut(font) {
                *slot = Some(drawn);
            }
        }
        Ok(())
    }
}
