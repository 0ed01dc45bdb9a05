//! Pictures that a view draws: read from disk, known by their bytes, and decoded once to see that they can be drawn.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

/// The largest picture that is drawn, in pixels.
const MAX_PIXELS: u64 = 200_000_000;

/// A picture that can be drawn.
#[derive(Clone)]
pub struct Picture {
    bytes: Arc<Vec<u8>>,
    mime: &'static str,
    /// Width and height in pixels; `None` for drawings, which have none.
    pub size: Option<[u32; 2]>,
}

/// Pictures by the addresses that the product file has.
#[derive(Default)]
pub struct Pictures(pub BTreeMap<String, Picture>);

impl Picture {
    /// Looks at the bytes of a file, whatever it is called. The error goes on after its name.
    pub fn new(bytes: Vec<u8>) -> Result<Picture, String> {
        let mime = mime(&bytes).ok_or("is no PNG, JPEG, WebP, GIF or SVG picture")?;
        let cannot = |why: String| format!("cannot be decoded as {mime}: {why}");
        let size = match mime {
            "image/png" => png(&bytes),
            "image/jpeg" => jpeg(&bytes),
            "image/webp" => webp(&bytes),
            "image/gif" => gif(&bytes),
            _ => svg(&bytes),
        };
        let size = size.map_err(cannot)?;
        Ok(Picture { bytes: Arc::new(bytes), mime, size })
    }
}

impl Picture {
    /// The file.
    #[cfg(test)]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A PNG that was just written.
    pub fn png(bytes: Vec<u8>, size: [u32; 2]) -> Picture {
        Picture { bytes: Arc::new(bytes), mime: "image/png", size: Some(size) }
    }
}

impl Pictures {
    /// The picture at `address` as an address that needs no file: what an SVG file has in it.
    pub fn inline(&self, address: &str) -> String {
        self.0.get(address).map_or(String::new(), |picture| {
            format!("data:{};base64,{}", picture.mime, BASE64.encode(&*picture.bytes))
        })
    }

    /// How SVG text is read with these pictures, and with no others: nothing comes from disk or network.
    pub fn options(&self) -> Options<'_> {
        let data = ImageHrefResolver::default_data_resolver();
        let resolve_string = Box::new(move |address: &str, options: &Options| {
            let picture = self.0.get(address)?;
            data(picture.mime, Arc::clone(&picture.bytes), options)
        });
        let resolve_data = ImageHrefResolver::default_data_resolver();
        Options {
            image_href_resolver: ImageHrefResolver { resolve_data, resolve_string },
            ..Options::default()
        }
    }
}

fn mime(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        _ if text.starts_with(b"<") => Some("image/svg+xml"),
        _ => None,
    }
}

fn small_enough(width: u64, height: u64) -> Result<(), String> {
    match width.saturating_mul(height) {
        0 => Err("it has no pixels".to_owned()),
        pixels if pixels > MAX_PIXELS => Err(format!(
            "it has {} megapixels, {} at most are drawn",
            pixels / 1_000_000,
            MAX_PIXELS / 1_000_000
        )),
        _ => Ok(()),
    }
}

fn png(bytes: &[u8]) -> Result<Option<[u32; 2]>, String> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().map_err(|error| error.to_string())?;
    let info = reader.info();
    small_enough(info.width.into(), info.height.into())?;
    let size = reader.output_buffer_size().ok_or("it is too large")?;
    let info = reader.next_frame(&mut vec![0; size]).map_err(|error| error.to_string())?;
    Ok(Some([info.width, info.height]))
}

fn jpeg(bytes: &[u8]) -> Result<Option<[u32; 2]>, String> {
    let mut decoder = zune_jpeg::JpegDecoder::new(zune_jpeg::zune_core::bytestream::ZCursor::new(bytes));
    decoder.decode_headers().map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions().ok_or("it has no size")?;
    small_enough(width as u64, height as u64)?;
    decoder.decode().map_err(|error| error.to_string())?;
    Ok(Some([width as u32, height as u32]))
}

fn webp(bytes: &[u8]) -> Result<Option<[u32; 2]>, String> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let (width, height) = decoder.dimensions();
    small_enough(width.into(), height.into())?;
    let size = decoder.output_buffer_size().ok_or("it is too large")?;
    decoder.read_image(&mut vec![0; size]).map_err(|error| error.to_string())?;
    Ok(Some([width, height]))
}

fn gif(bytes: &[u8]) -> Result<Option<[u32; 2]>, String> {
    let mut decoder =
        gif::DecodeOptions::new().read_info(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let [width, height] = [decoder.width(), decoder.height()].map(u32::from);
    small_enough(width.into(), height.into())?;
    match decoder.read_next_frame().map_err(|error| error.to_string())? {
        Some(_) => Ok(Some([width, height])),
        None => Err("it has no picture in it".to_owned()),
    }
}

fn svg(bytes: &[u8]) -> Result<Option<[u32; 2]>, String> {
    let none = Pictures::default();
    Tree::from_data(bytes, &none.options()).map(|_| None).map_err(|error| error.to_string())
}
