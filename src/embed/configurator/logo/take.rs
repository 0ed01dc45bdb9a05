//! A file is taken: looked at, hashed, drawn once, kept.

use super::read::Taken;
use super::{Counter, Original, known, run};
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::platform::files::Kept;
use crate::platform::{files, now};
use crate::ui::logo::words::Phrase;
use haberdash_core::image::Placed;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

impl Counter {
    /// Takes `file` for the option at `option`.
    pub(super) fn take(self: &Rc<Self>, option: usize, file: JsValue) {
        let Some(slot) = self.slot(option) else { return };
        slot.round.set(slot.round.get() + 1);
        let (round, kind) = (slot.round.get(), slot.kind);
        let busy = self.words.of(Phrase::Reading);
        self.say(option, |said| (said.busy, said.problem) = (busy, String::new()));
        let counter = Rc::clone(self);
        run(Box::pin(async move {
            let name = files::name(&file);
            let read = counter.reader.read(&kind, &file, &name).await;
            if counter.slot(option).is_none_or(|slot| slot.round.get() != round) {
                return;
            }
            match read {
                Ok(taken) => {
                    let sha256 = Rc::clone(&taken.file.sha256);
                    counter.have(option, taken, &file);
                    counter.pick(option, Some(Placed::new(Rc::clone(&sha256))));
                    let kept = counter.keep(sha256, file, name).await;
                    counter.say(option, |said| said.not_kept = !kept);
                }
                Err(problem) => counter.say(option, |said| (said.busy, said.problem) = ("", problem)),
            }
        }));
    }

    /// Looks for a file that is picked and not at hand among those that were kept.
    pub(super) fn look_for(self: &Rc<Self>, option: usize, sha256: &Rc<str>) {
        if self.asked.borrow().contains(sha256) {
            return;
        }
        self.asked.borrow_mut().push(Rc::clone(sha256));
        let (counter, sha256) = (Rc::clone(self), Rc::clone(sha256));
        run(Box::pin(async move {
            let found = counter.kept(option, &sha256).await;
            let is_wanted = counter.placed(option).is_some_and(|placed| placed.file == sha256);
            match found {
                Some((taken, Kept { file, name, .. })) => {
                    counter.have(option, taken, &file);
                    // It stays among the newest.
                    let _ = counter.keep(sha256, file, name).await;
                    if let Some(mounted) = counter.mounted.upgrade() {
                        mounted.write();
                    }
                }
                None if is_wanted => {
                    // Without it the order is another one.
                    counter.waiting.take();
                    counter.asked.borrow_mut().retain(|other| *other != sha256);
                    counter.pick(option, None);
                    let lost = counter.words.of(Phrase::Lost).to_owned();
                    counter.say(option, |said| said.problem = lost);
                }
                None => {}
            }
            counter.go_on();
        }));
    }

    /// The kept file with this hash, when it is there and the option at `option` takes it.
    pub(super) async fn kept(&self, option: usize, sha256: &Rc<str>) -> Option<(Taken, Kept)> {
        let kind = self.slot(option)?.kind;
        let kept = self.cupboard.find(sha256).await?;
        let taken = self.reader.read(&kind, &kept.file, &kept.name).await.ok()?;
        (taken.file.sha256 == *sha256).then_some((taken, kept))
    }

    /// Keeps a file on this device; whether that could be done.
    async fn keep(&self, sha256: Rc<str>, file: JsValue, name: String) -> bool {
        let cupboard = self.cupboard.clone();
        let keeping = future_to_promise(Box::pin(async move {
            cupboard.keep(&sha256, &file, &name, now() as f64).await.map(|()| JsValue::UNDEFINED)
        }));
        known::wait_for(&keeping);
        JsFuture::from(keeping).await.is_ok()
    }

    /// A file is at hand from now on.
    pub(super) fn have(&self, option: usize, taken: Taken, file: &JsValue) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        let Taken { file: entry, left_out, not_shown, .. } = taken;
        let original =
            Original { sha256: Rc::clone(&entry.sha256), file: file.clone(), name: entry.name.clone() };
        self.originals.borrow_mut().push(original);
        if let Some(slot) = self.slot(option) {
            let mut said = slot.said.borrow_mut();
            (said.busy, said.left_out, said.not_shown) = ("", left_out, not_shown);
        }
        let files = mounted.store.get().files.with(Rc::new(entry));
        act(&mounted.store, Action::Files(files));
    }
}
