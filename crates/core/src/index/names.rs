//! What the numbers of items stand for, in blocks of numbers.

use super::Unreadable;
use super::shard::{Bytes, put_number, put_text};

/// So many numbers are in one block.
pub const BLOCK: u32 = 1024;

const MAGIC: &[u8; 4] = b"HBI1";

/// The ids of a block of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names(pub Vec<String>);

impl Names {
    /// As it is written to a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        put_number(self.0.len() as u64, &mut out);
        self.0.iter().for_each(|id| put_text(id, &mut out));
        out
    }

    /// Reads a file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Names, Unreadable> {
        let mut bytes = Bytes::of(bytes, MAGIC)?;
        let count = bytes.count(u64::from(BLOCK))?;
        let names = (0..count).map(|_| bytes.text()).collect::<Result<Vec<_>, _>>()?;
        bytes.end()?;
        Ok(Names(names))
    }

    /// The id of the item that is `number`, when it is in this block, which is that of `number` divided by [`BLOCK`].
    pub fn get(&self, number: u32) -> Option<&str> {
        self.0.get((number % BLOCK) as usize).map(String::as_str)
    }
}
