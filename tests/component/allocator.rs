//! Blocks that are handed out do not overlap, keep what is in them, are where they must be, and come again.
#![allow(unsafe_code, reason = "an allocator hands out addresses")]

use crate::allocator::Blocks;
use std::alloc::{GlobalAlloc, Layout};
use wasm_bindgen_test::wasm_bindgen_test;

/// Numbers that look random and are the same in each run (Marsaglia's xorshift, 2003).
struct Random(u32);

impl Random {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end
    }
}

struct Block {
    at: *mut u8,
    layout: Layout,
    mark: u8,
}

impl Block {
    fn bytes(&mut self) -> &mut [u8] {
        unsafe { std::slice::from_raw_parts_mut(self.at, self.layout.size()) }
    }

    fn is_whole(&mut self) -> bool {
        let mark = self.mark;
        self.at.addr().is_multiple_of(self.layout.align()) && self.bytes().iter().all(|byte| *byte == mark)
    }
}

#[wasm_bindgen_test]
fn blocks_do_not_overlap() {
    let (blocks, mut random) = (Blocks::another(), Random(7));
    let mut held: Vec<Block> = Vec::new();
    for round in 0..40_000_u32 {
        let mark = (round % 251) as u8;
        // Now more is taken than given back, now less.
        let (takes, most) =
            (if round / 5000 % 2 == 0 { 6 } else { 4 }, [24, 140, 5000, 90_000][random.below(4) as usize]);
        match random.below(10) {
            0 if !held.is_empty() => {
                let at = random.below(held.len() as u32) as usize;
                let block = &mut held[at];
                let size = 1 + random.below(most) as usize;
                let kept = block.layout.size().min(size);
                block.at = unsafe { blocks.realloc(block.at, block.layout, size) };
                block.layout = Layout::from_size_align(size, block.layout.align()).unwrap();
                let mark = block.mark;
                assert!(block.bytes()[..kept].iter().all(|byte| *byte == mark), "round {round}");
                block.bytes().fill(mark);
            }
            n if n < takes => {
                let align = 1 << random.below(5);
                let layout = Layout::from_size_align(1 + random.below(most) as usize, align).unwrap();
                let mut block = Block { at: unsafe { blocks.alloc(layout) }, layout, mark };
                block.bytes().fill(mark);
                held.push(block);
            }
            _ if !held.is_empty() => {
                let mut block = held.swap_remove(random.below(held.len() as u32) as usize);
                assert!(block.is_whole(), "round {round}, {:?}", block.layout);
                unsafe { blocks.dealloc(block.at, block.layout) };
            }
            _ => {}
        }
    }
    for mut block in held {
        assert!(block.is_whole(), "{:?}", block.layout);
        unsafe { blocks.dealloc(block.at, block.layout) };
    }
}

#[wasm_bindgen_test]
fn small_blocks_have_no_heads_and_come_again() {
    let blocks = Blocks::another();
    let layout = Layout::from_size_align(12, 4).unwrap();
    let list: Vec<*mut u8> = (0..100).map(|_| unsafe { blocks.alloc(layout) }).collect();
    assert!(list.windows(2).all(|pair| pair[1].addr() - pair[0].addr() == 16), "one after the other");
    list.iter().for_each(|block| unsafe { blocks.dealloc(*block, layout) });
    // Of the same class, though of another size.
    let other = Layout::from_size_align(9, 1).unwrap();
    let mut again: Vec<*mut u8> = (0..100).map(|_| unsafe { blocks.alloc(other) }).collect();
    again.sort();
    assert_eq!(again, list);
    again.iter().for_each(|block| unsafe { blocks.dealloc(*block, other) });
}

#[wasm_bindgen_test]
fn what_has_to_be_on_multiples_of_more_than_sixteen_cannot_be_had() {
    let blocks = Blocks::another();
    let block = |align: usize| unsafe { blocks.alloc(Layout::from_size_align(200, align).unwrap()) };
    let at = block(16);
    assert!(!at.is_null() && at.addr().is_multiple_of(16));
    // As when there is no memory left: it is said to whoever asks, and nothing is handed out that lies elsewhere.
    assert!(block(32).is_null());
}
