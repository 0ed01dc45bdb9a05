//! Pictures go with the order: as files in the shop's own form, or to the address that `data-upload` names.

use super::{Counter, Original, run};
use crate::platform::{dom, files};
use crate::ui::logo::words::Phrase;
use haberdash_core::image::order::hashes;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlFormElement, HtmlInputElement};

/// The value of `enctype` that carries files.
const WITH_FILES: &str = "multipart/form-data";

impl Counter {
    /// Whether the page can send files with an order.
    pub(super) fn has_way(&self, mounted: &super::Mounted) -> bool {
        mounted.form.as_ref().is_some_and(|form| {
            let method = form.get_attribute("method").unwrap_or_default();
            self.upload.is_some() || method.eq_ignore_ascii_case("post")
        })
    }

    /// Brings the file fields of `form` up to date, and takes what they say out of `fields`: a file and a text of one name would be two answers.
    pub(super) fn fill(&self, form: &HtmlFormElement, fields: &mut Vec<(String, String)>) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        if self.upload.is_some() || !self.has_way(&mounted) {
            return;
        }
        let state = mounted.store.get();
        let setting = &state.setting;
        for (index, option) in setting.product.options.iter().enumerate() {
            let Some(_) = self.slot(index) else { continue };
            let placed = self.placed(index);
            let originals = self.originals.borrow();
            let original = placed.and_then(|placed| originals.iter().find(|one| one.sha256 == placed.file));
            let name = ["properties[", option.title.get(&setting.locale, &setting.fallback), "]"].concat();
            if self.field(index, &name, original).is_some() {
                fields.retain(|(other, _)| *other != name);
            }
        }
        let has_files = !self.fields.borrow().is_empty();
        let is_changed = self.form_before.borrow().is_some();
        if has_files && !is_changed {
            *self.form_before.borrow_mut() = Some((form.clone(), form.get_attribute("enctype")));
            let _ = form.set_attribute("enctype", WITH_FILES);
        } else if !has_files {
            self.encode_as_before();
        }
    }

    /// Puts a file into the field of an option, or takes the field away.
    fn field(&self, option: usize, name: &str, original: Option<&Original>) -> Option<()> {
        let mut fields = self.fields.borrow_mut();
        let at = fields.iter().position(|(other, ..)| *other == option);
        let Some(original) = original else {
            if let Some(at) = at {
                fields.remove(at).1.remove();
            }
            return None;
        };
        if let Some(at) = at
            && let Some((_, input, sha256)) = fields.get_mut(at)
            && input.is_connected()
        {
            if *sha256 != original.sha256 {
                files::put_into(input, &original.file, &original.name).then_some(())?;
                *sha256 = Rc::clone(&original.sha256);
            }
            return Some(());
        }
        fields.retain(|(other, ..)| *other != option);
        let mounted = self.mounted.upgrade()?;
        let input: HtmlInputElement = dom::document().create_element("input").ok()?.dyn_into().ok()?;
        input.set_type("file");
        input.set_name(name);
        input.set_attribute("hidden", "").ok()?;
        files::put_into(&input, &original.file, &original.name).then_some(())?;
        mounted.host.append_child(&input).ok()?;
        fields.push((option, input, Rc::clone(&original.sha256)));
        Some(())
    }

    fn encode_as_before(&self) {
        if let Some((form, before)) = self.form_before.take() {
            let _ = match before {
                Some(before) => form.set_attribute("enctype", &before),
                None => form.remove_attribute("enctype"),
            };
        }
    }

    /// Takes everything out of the form again.
    pub(super) fn empty_form(&self) {
        self.fields.borrow_mut().drain(..).for_each(|(_, input, _)| input.remove());
        self.encode_as_before();
    }

    /// The pictures that are picked and have not been sent; `None` while one of them is not at hand.
    fn unsent(&self) -> Option<Vec<Rc<str>>> {
        let mounted = self.mounted.upgrade()?;
        let state = mounted.store.get();
        let mut picked = hashes(&state.setting.product, &state.selection);
        if picked.iter().any(|sha256| state.files.get(sha256).is_none()) {
            return None;
        }
        picked.retain(|sha256| self.upload.is_some() && !self.sent.borrow().contains(sha256));
        Some(picked)
    }

    /// Whether the form can be sent now; else it is sent once all pictures are.
    pub(super) fn ready_to_send(self: &Rc<Self>, event: &Event) -> bool {
        if self.unsent().is_some_and(|unsent| unsent.is_empty()) {
            return true;
        }
        let is_under_way =
            self.waiting.replace(Some(dom::get(event, "submitter").unwrap_or_default())).is_some();
        if !is_under_way {
            self.go_on();
        }
        false
    }

    /// Sends what has to be sent before the form, then the form, if that waits.
    pub(super) fn go_on(self: &Rc<Self>) {
        if self.waiting.borrow().is_none() {
            return;
        }
        let Some(unsent) = self.unsent().filter(|_| !self.sending.replace(true)) else { return };
        let counter = Rc::clone(self);
        run(Box::pin(async move {
            counter.say_all(counter.words.of(Phrase::Sending), "");
            let mut failed = false;
            for sha256 in unsent {
                if !counter.send(&sha256).await {
                    failed = true;
                    break;
                }
                counter.sent.borrow_mut().push(sha256);
            }
            counter.sending.set(false);
            let submitter = counter.waiting.take();
            counter.say_all("", if failed { counter.words.of(Phrase::NotSent) } else { "" });
            counter.not_sent.set(failed);
            counter.show();
            let form = counter.mounted.upgrade().and_then(|mounted| mounted.form.clone());
            if let (Some(form), Some(submitter), false) = (form, submitter, failed) {
                files::submit(&form, &submitter);
            }
        }));
    }

    async fn send(&self, sha256: &Rc<str>) -> bool {
        let original = |originals: &Vec<Original>| {
            let found = originals.iter().find(|original| original.sha256 == *sha256)?;
            Some((found.file.clone(), found.name.clone()))
        };
        let found: Option<(JsValue, String)> = original(&self.originals.borrow());
        match (&self.upload, found) {
            (Some(url), Some((file, name))) => files::send(url, &file, &name, sha256).await,
            _ => false,
        }
    }

    /// Says something at each option that has a picture.
    fn say_all(&self, busy: &'static str, problem: &str) {
        for option in 0..self.slots.len() {
            if self.placed(option).is_some() {
                self.say(option, |said| (said.busy, said.problem) = (busy, problem.to_owned()));
            }
        }
    }
}
