//! A file is taken: looked at, hashed, drawn once, kept.

use super::{Counter, Original, run};
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::platform::{files, now};
use crate::ui::logo::words::Phrase;
use crate::ui::logo::{keep_bitmap, megabytes};
use haberdash_core::art::MAX_BYTES;
use haberdash_core::image::{self, File, Info, Picture, Placed, Refusal, drawing};
use haberdash_core::product::{Format, ImageOption};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// In so many bytes at the start of a photograph its size is written. What cameras put before it is smaller.
const HEAD: u32 = 4_000_000;
/// What has more pixels is shown smaller.
const SHOWN_WHOLE: f64 = 4_000_000.0;
/// The longest side of what is shown then.
const SHOWN: f64 = 2_048.0;

/// A file that was read.
struct Taken {
    file: File,
    left_out: String,
    not_shown: bool,
}

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
            let read = counter.read(&kind, &file, &name).await;
            if counter.slot(option).is_none_or(|slot| slot.round.get() != round) {
                return;
            }
            match read {
                Ok(taken) => {
                    let sha256 = Rc::clone(&taken.file.sha256);
                    counter.have(option, taken, &file);
                    counter.pick(option, Some(Placed::new(Rc::clone(&sha256))));
                    let kept = counter.cupboard.keep(&sha256, &file, &name, now() as f64).await.is_ok();
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
        let Some(kind) = self.slot(option).map(|slot| slot.kind) else { return };
        run(Box::pin(async move {
            let found = match counter.cupboard.find(&sha256).await {
                Some((file, name)) => match counter.read(&kind, &file, &name).await {
                    Ok(taken) if taken.file.sha256 == sha256 => Some((taken, file, name)),
                    _ => None,
                },
                None => None,
            };
            let is_wanted = counter.placed(option).is_some_and(|placed| placed.file == sha256);
            match found {
                Some((taken, file, name)) => {
                    counter.have(option, taken, &file);
                    // It stays among the newest.
                    let _ = counter.cupboard.keep(&sha256, &file, &name, now() as f64).await;
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

    /// A file is at hand from now on.
    fn have(&self, option: usize, taken: Taken, file: &JsValue) {
        let Some(mounted) = self.mounted.upgrade() else { return };
        let Taken { file: entry, left_out, not_shown } = taken;
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

    /// Reads a file. The error is a sentence for the shopper.
    async fn read(&self, kind: &ImageOption, file: &JsValue, name: &str) -> Result<Taken, String> {
        let broken = |_| self.refusal(Refusal::Broken);
        let bytes = files::length(file);
        if bytes > kind.max_bytes {
            return Err(self.words.with(Phrase::TooHeavy, &megabytes(kind.max_bytes)));
        }
        let head = files::bytes(file, HEAD.max(MAX_BYTES as u32 + 1)).await.map_err(broken)?;
        let info = image::sniff(&head).map_err(|why| self.refusal(why))?;
        if !kind.formats[info.format as usize] {
            let name = ["PNG", "JPEG", "WebP", "SVG"][info.format as usize];
            return Err(self.refusal(Refusal::Unsupported(name)));
        }
        let sha256: Rc<str> = files::sha256(file).await.map_err(broken)?.into();
        let made =
            |size, picture| File { sha256: Rc::clone(&sha256), name: name.to_owned(), bytes, size, picture };
        if info.format == Format::Svg {
            let prefix = ["hb-", sha256.get(..12).unwrap_or_default(), "-"].concat();
            let (drawing, left_out) = drawing::read(&head, &prefix).map_err(|why| self.refusal(why))?;
            let size = (drawing.view_box[2], drawing.view_box[3]);
            let file = made(size, Picture::Drawing(drawing));
            return Ok(Taken { file, left_out: left_out.join(", "), not_shown: false });
        }
        let href = self.shown(info, file).await.map_err(broken)?;
        let not_shown = href.is_none();
        let size = (f64::from(info.width), f64::from(info.height));
        let file = made(size, Picture::Pixels(href.unwrap_or_else(|| "canvas:".into())));
        Ok(Taken { file, left_out: String::new(), not_shown })
    }

    /// The address of what is shown of a picture; `None` where the page shows none. The error: it cannot be decoded.
    async fn shown(&self, info: Info, file: &JsValue) -> Result<Option<Rc<str>>, JsValue> {
        let bitmap = files::bitmap(file, info.format == Format::Jpeg).await?;
        let (width, height) = files::size_of(&bitmap);
        let small = width * height <= SHOWN_WHOLE && info.orientation == 1;
        let mime = if info.format == Format::Jpeg { "image/jpeg" } else { "image/png" };
        // Turned and made smaller once, not with every frame.
        let shown = if small { file.clone() } else { files::smaller(&bitmap, SHOWN, mime).await? };
        let Some(address) = files::address(&shown) else { return Ok(None) };
        if files::can_show(&address).await {
            self.addresses.borrow_mut().push(address.clone());
            return Ok(Some(address.into()));
        }
        files::forget(&address);
        // A strict policy lets no `blob:` through `img-src`: what is on a canvas it does not ask about.
        let shown = files::bitmap(&shown, false).await?;
        Ok(Some(keep_bitmap(shown)))
    }

    /// Why a file cannot be used, in words.
    fn refusal(&self, why: Refusal) -> String {
        let phrase = match why {
            Refusal::Unsupported(name) => return self.words.with(Phrase::Unsupported, name),
            Refusal::TooManyPixels(width, height) => {
                let size = [&width.to_string(), " × ", &height.to_string()].concat();
                return self.words.with(Phrase::TooManyPixels, &size);
            }
            Refusal::Empty => Phrase::Empty,
            Refusal::NotAnImage => Phrase::NotAPicture,
            Refusal::Animated => Phrase::Animated,
            Refusal::Cmyk => Phrase::Cmyk,
            Refusal::Broken => Phrase::Broken,
            Refusal::SvgEntities => Phrase::Entities,
            Refusal::SvgTooDeep => Phrase::TooDeep,
            Refusal::SvgTooComplex => Phrase::TooComplex,
            Refusal::SvgNoSize => Phrase::NoSize,
            Refusal::SvgEmpty => Phrase::NothingDrawn,
        };
        self.words.of(phrase).to_owned()
    }
}
