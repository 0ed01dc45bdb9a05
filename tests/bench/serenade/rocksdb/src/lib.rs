//! What Serenade's server calls of RocksDB. Nothing here is ever run.

use std::time::Duration;

/// Settings.
#[derive(Default)]
pub struct Options;

impl Options {
    /// Does nothing.
    pub fn create_if_missing(&mut self, _: bool) {}
    /// Does nothing.
    pub fn optimize_for_point_lookup(&mut self, _: u64) {}
    /// Does nothing.
    pub fn set_allow_mmap_reads(&mut self, _: bool) {}
    /// Does nothing.
    pub fn set_allow_mmap_writes(&mut self, _: bool) {}
}

/// No store.
pub struct DB;

impl DB {
    /// Says that there is none.
    pub fn open_with_ttl(_: &Options, _: &str, _: Duration) -> Result<DB, String> {
        Err("there is no store of sessions in the comparison".to_owned())
    }

    /// Has nothing.
    pub fn get(&self, _: impl AsRef<[u8]>) -> Result<Option<Vec<u8>>, String> {
        Ok(None)
    }

    /// Keeps nothing.
    pub fn put(&self, _: impl AsRef<[u8]>, _: impl AsRef<[u8]>) -> Result<(), String> {
        Ok(())
    }
}
