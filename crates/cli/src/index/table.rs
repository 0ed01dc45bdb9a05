//! Tables with a header line, plain or gzip, separated by tabs or commas.

use csv::{ByteRecord, Reader, ReaderBuilder};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A table that is read row by row.
pub struct Table {
    reader: Reader<Box<dyn Read>>,
    /// The names of the columns.
    pub header: Vec<String>,
}

/// Opens the file at `path`, as its text: what is compressed is not.
pub fn open(path: &Path) -> Result<Box<dyn BufRead>, String> {
    let cannot = |error: std::io::Error| format!("{} cannot be read: {error}", path.display());
    let mut file = BufReader::with_capacity(1 << 16, File::open(path).map_err(cannot)?);
    let is_gzip = file.fill_buf().map_err(cannot)?.starts_with(&[0x1f, 0x8b]);
    Ok(if is_gzip {
        Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file)))
    } else {
        Box::new(file)
    })
}

impl Table {
    /// Opens the table at `path`.
    pub fn open(path: &Path) -> Result<Table, String> {
        Table::of(open(path)?).map_err(|why| format!("{}: {why}", path.display()))
    }

    /// The table that is written in `text`. The separator is what the header has.
    pub fn of(mut text: Box<dyn BufRead>) -> Result<Table, String> {
        let head = text.fill_buf().map_err(|error| format!("cannot be read: {error}"))?;
        let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |separator: u8| line.iter().filter(|byte| **byte == separator).count();
        let separator = if count(b'\t') >= count(b',').max(1) {
            b'\t'
        } else if count(b';') > count(b',') {
            b';'
        } else {
            b','
        };
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            // Tables separated by tabs rarely quote, and have inch marks.
            .quoting(separator != b'\t')
            .from_reader(Box::new(text) as Box<dyn Read>);
        let mut table = Table { reader, header: Vec::new() };
        let header = table.reader.byte_headers().map_err(|error| error.to_string())?;
        let name =
            |name: &[u8]| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_owned();
        table.header = header.iter().map(name).collect();
        Ok(table)
    }

    /// Reads the next row into `row`; `false` at the end.
    pub fn next(&mut self, row: &mut ByteRecord) -> Result<bool, String> {
        self.reader.read_byte_record(row).map_err(|error| error.to_string())
    }

    /// The position of a column, whatever the case of its name.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|own| own.eq_ignore_ascii_case(name)))
    }
}
