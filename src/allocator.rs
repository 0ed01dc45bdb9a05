//! Where the module's memory comes from: small blocks in classes of eight bytes, all others from [`rlsf`].
//!
//! Most of what a page holds are short strings and short lists, and a general allocator gives each a head of eight
//! bytes and rounds up to sixteen. Rust tells an allocator the size of what it takes back, so a block needs no head: one
//! that is free is the first of a list of those of its size, and new ones are cut from a piece of [`PIECE`] bytes one
//! after the other (segregated free lists: Wilson et al., *Dynamic storage allocation: a survey and critical review*,
//! 1995). What was small stays in its class; memory does not shrink in WebAssembly anyway. `docs/decisions/memory.md`
//! has what it saves.
#![allow(unsafe_code, reason = "an allocator hands out addresses")]

use std::{
    alloc::{GlobalAlloc, Layout},
    cell::Cell,
    ptr,
};

use rlsf::SmallGlobalTlsf;

/// What sizes and addresses of small blocks are multiples of.
const GRAIN: usize = 8;

/// Blocks of up to `GRAIN * CLASSES` bytes are small.
const CLASSES: usize = 16;

/// Small blocks are cut from pieces of this many bytes; with their head they are four kilobytes.
const PIECE: usize = 4096 - 8;

/// The allocator of a module with a single thread.
pub struct Blocks {
    /// Free blocks of each class; the first bytes of a free block are the address of the next.
    free: [Cell<*mut u8>; CLASSES],
    /// Where the next new block is cut from.
    next: Cell<*mut u8>,
    /// Bytes that are left there.
    left: Cell<usize>,
    large: SmallGlobalTlsf,
}

// SAFETY: the module has one thread, as wasm without shared memory has.
unsafe impl Sync for Blocks {}

impl Blocks {
    /// An allocator that has handed out nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            free: [const { Cell::new(ptr::null_mut()) }; CLASSES],
            next: Cell::new(ptr::null_mut()),
            left: Cell::new(0),
            large: SmallGlobalTlsf::new(),
        }
    }
}

/// The class of a block, which is never empty; [`CLASSES`] and more where it is not small.
const fn class(layout: Layout) -> usize {
    if layout.align() > GRAIN { CLASSES } else { (layout.size() - 1) / GRAIN }
}

// SAFETY: a block is handed out once until it is taken back: new ones are cut from a piece that nobody else has, one
// after the other, and free ones leave their list. Each is as large as its class and aligned to `GRAIN`, since pieces
// are and classes are multiples of it. The same class is found when a block is taken back, as its layout is the same.
unsafe impl GlobalAlloc for Blocks {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let class = class(layout);
        let Some(free) = self.free.get(class) else { return unsafe { self.large.alloc(layout) } };
        let block = free.get();
        if !block.is_null() {
            free.set(unsafe { block.cast::<*mut u8>().read() });
            return block;
        }
        let size = (class + 1) * GRAIN;
        if self.left.get() < size {
            // By this function, which is so large only once.
            let piece = unsafe { self.alloc(Layout::from_size_align_unchecked(PIECE, GRAIN)) };
            if piece.is_null() {
                return piece;
            }
            self.next.set(piece);
            self.left.set(PIECE);
        }
        let block = self.next.get();
        self.next.set(unsafe { block.add(size) });
        self.left.set(self.left.get() - size);
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        match self.free.get(class(layout)) {
            Some(free) => {
                unsafe { block.cast::<*mut u8>().write(free.get()) };
                free.set(block);
            }
            None => unsafe { self.large.dealloc(block, layout) },
        }
    }
}
