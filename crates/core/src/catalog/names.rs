//! Strings as small integers, in the order they were first met. Open addressing over FNV-1a
//! (Fowler, Noll, Vo; draft-eastlake-fnv): a quarter of the code and memory of a map from `String`.

use crate::fnv;

/// The interned strings.
#[derive(Clone, Debug, Default)]
pub struct Names {
    text: Vec<u8>,
    // Where each name ends in `text`; it begins where the one before ends.
    ends: Vec<u32>,
    // 0 = free, else id + 1. The length is a power of two, at most three quarters full.
    table: Vec<u32>,
}

impl Names {
    /// Gives back what was taken for more.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of `name` among those of its `kind` (an ASCII letter), if it is known.
    pub fn find(&self, kind: u8, name: &str) -> Option<u32> {
        match self.table.get(self.slot(kind, name.as_bytes())) {
            Some(&entry) if entry > 0 => Some(entry - 1),
            _ => None,
        }
    }

    /// The number of `name`, a new one if it was unknown.
    pub fn intern(&mut self, kind: u8, name: &str) -> u32 {
        if let Some(id) = self.find(kind, name) {
            return id;
        }
        if 3 * self.table.len() < 4 * (self.len() + 1) {
            self.grow();
        }
        let (id, slot) = (self.len() as u32, self.slot(kind, name.as_bytes()));
        self.text.push(kind);
        self.text.extend_from_slice(name.as_bytes());
        self.ends.push(self.text.len() as u32);
        if let Some(entry) = self.table.get_mut(slot) {
            *entry = id + 1;
        }
        id
    }

    // The kind, then the name.
    fn stored(&self, id: u32) -> &[u8] {
        let end_of = |id: usize| self.ends.get(id).map_or(0, |end| *end as usize);
        let start = if id == 0 { 0 } else { end_of(id as usize - 1) };
        self.text.get(start..end_of(id as usize)).unwrap_or(&[])
    }

    // Where `name` is, or would go.
    fn slot(&self, kind: u8, name: &[u8]) -> usize {
        let hash = name.iter().copied().fold(fnv::add(fnv::START, kind), fnv::add);
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some(&entry) = self.table.get(slot) {
            if entry == 0 || self.stored(entry - 1).split_first() == Some((&kind, name)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(64)];
        for id in 0..self.len() as u32 {
            let Some((kind, name)) = self.stored(id).split_first() else { continue };
            let slot = self.slot(*kind, name);
            if let Some(entry) = self.table.get_mut(slot) {
                *entry = id + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_number_while_the_table_grows() {
        let mut names = Names::default();
        assert_eq!(names.find(b'x', "x"), None);
        for i in 0..5000 {
            assert_eq!(names.intern(b'x', &format!("name {i}")), i);
        }
        for i in 0..5000 {
            assert_eq!(names.find(b'x', &format!("name {i}")), Some(i));
            assert_eq!(names.intern(b'x', &format!("name {i}")), i);
        }
        assert_eq!(names.find(b'x', "name"), None);
        assert_eq!(names.find(b'y', "name 1"), None);
        assert_eq!(names.intern(b'y', ""), 5000);
        assert_eq!(names.find(b'y', ""), Some(5000));
        assert_eq!(names.find(b'x', ""), None);
    }
}
