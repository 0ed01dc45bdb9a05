//! A file is read: looked at, hashed, drawn once. What it is read for, an option or the card of another product, is nothing to this.

use crate::platform::files;
use crate::ui::logo::words::{Phrase, Words};
use crate::ui::logo::{keep_bitmap, megabytes};
use haberdash_core::art::MAX_BYTES;
use haberdash_core::image::{self, File, Info, Picture, Refusal, drawing};
use haberdash_core::number::Digits;
use haberdash_core::product::{Format, ImageOption};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// In so many bytes at the start of a photograph its size is written. What cameras put before it is smaller.
const HEAD: u32 = 4_000_000;
/// What has more pixels is shown smaller.
const SHOWN_WHOLE: f64 = 4_000_000.0;
/// The longest side of what is shown then.
const SHOWN: f64 = 2_048.0;

thread_local! {
    /// This page's policy refused a `blob:` address. Browsers report each attempt: one is enough.
    static REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// A file that was read.
pub(super) struct Taken {
    pub file: File,
    pub format: Format,
    pub left_out: String,
    pub not_shown: bool,
}

/// Reads files.
pub(super) struct Reader {
    /// What refusals are said in.
    pub words: Words,
    /// `blob:` addresses of what is shown, to be given back.
    pub addresses: RefCell<Vec<String>>,
}

/// Whether an option takes a file of this length and kind.
pub(super) fn takes(kind: &ImageOption, bytes: i64, format: Format) -> bool {
    bytes <= kind.max_bytes && kind.formats[format as usize]
}

/// Its first bytes, and what they say. The error says why it cannot be used.
pub(super) async fn look(file: &JsValue) -> Result<(Vec<u8>, Info), Refusal> {
    let head = files::bytes(file, HEAD.max(MAX_BYTES as u32 + 1)).await.map_err(|_| Refusal::Broken)?;
    let info = image::sniff(&head)?;
    Ok((head, info))
}

impl Reader {
    /// Reads a file. The error is a sentence for the shopper.
    pub async fn read(&self, kind: &ImageOption, file: &JsValue, name: &str) -> Result<Taken, String> {
        let broken = |_| self.refusal(Refusal::Broken);
        let bytes = files::length(file);
        if bytes > kind.max_bytes {
            return Err(self.words.with(Phrase::TooHeavy, &megabytes(kind.max_bytes)));
        }
        let (head, info) = look(file).await.map_err(|why| self.refusal(why))?;
        if !takes(kind, bytes, info.format) {
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
            return Ok(Taken { file, format: info.format, left_out: left_out.join(", "), not_shown: false });
        }
        let href = self.shown(info, file).await.map_err(broken)?;
        let not_shown = href.is_none();
        let size = (f64::from(info.width), f64::from(info.height));
        let file = made(size, Picture::Pixels(href.unwrap_or_else(|| "canvas:".into())));
        Ok(Taken { file, format: info.format, left_out: String::new(), not_shown })
    }

    /// The address of what is shown of a picture; `None` where the page shows none. The error: it cannot be decoded.
    async fn shown(&self, info: Info, file: &JsValue) -> Result<Option<Rc<str>>, JsValue> {
        let bitmap = files::bitmap(file, info.format == Format::Jpeg).await?;
        let (width, height) = files::size_of(&bitmap);
        let small = width * height <= SHOWN_WHOLE && info.orientation == 1;
        let mime = if info.format == Format::Jpeg { "image/jpeg" } else { "image/png" };
        // Turned and made smaller once, not with every frame.
        let shown = if small { file.clone() } else { files::smaller(&bitmap, SHOWN, mime).await? };
        if !REFUSED.get() {
            let Some(address) = files::address(&shown) else { return Ok(None) };
            if files::can_show(&address).await {
                self.addresses.borrow_mut().push(address.clone());
                return Ok(Some(address.into()));
            }
            files::forget(&address);
            REFUSED.set(true);
        }
        // A strict policy lets no `blob:` through `img-src`: what is on a canvas it does not ask about.
        let shown = files::bitmap(&shown, false).await?;
        Ok(Some(keep_bitmap(shown)))
    }

    /// Why a file cannot be used, in words.
    fn refusal(&self, why: Refusal) -> String {
        let phrase = match why {
            Refusal::Unsupported(name) => return self.words.with(Phrase::Unsupported, name),
            Refusal::TooManyPixels(width, height) => {
                let size = [&width.digits(), " × ", &height.digits()].concat();
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
