//! Where the module's memory comes from: small blocks in classes of eight bytes, all others from [`rlsf`].
//!
//! Most of what a page holds are short strings and short lists, and a general allocator gives each a head of eight
//! bytes and rounds up to sixteen. Rust tells an allocator the size of what it takes back, so a block needs no head: one
//! that is free is the first of a list of those of its size, and new ones are cut from a piece of [`PIECE`] bytes one
//! after the other (segregated free lists: Wilson et al., *Dynamic storage allocation: a survey and critical review*,
//! 1995). What was small stays small: a free block may be cut in two, and is never put together with another. Memory does
//! not shrink in WebAssembly anyway.
//!
//! All others are of one region, from where the linker's data ends to the end of the memory. It grows by 64 KB at a time,
//! and what is free at its end is a part of what it grew to; a block that grows stays in its place where there is room.
//! `docs/decisions/memory.md` has what that saves.
#![allow(unsafe_code, reason = "an allocator hands out addresses")]

use std::{
    alloc::{GlobalAlloc, Layout},
    arch::wasm32::memory_grow,
    cell::{Cell, UnsafeCell},
    ptr::{self, NonNull},
};

use rlsf::Tlsf;

/// What sizes and addresses of small blocks are multiples of.
const GRAIN: usize = 8;

/// Blocks of up to `GRAIN * CLASSES` bytes are small.
const CLASSES: usize = 16;

/// Small blocks are cut from pieces of this many bytes; with their head they are four kilobytes.
const PIECE: usize = 4096 - 8;

/// What a memory grows by.
const PAGE: usize = 65_536;

/// Blocks of more than 128 bytes. Sizes of free ones are told apart by their highest bit and the five after it; with as
/// many bits as an address has they are merged across what the memory grew by.
type Large = Tlsf<'static, u32, u32, 28, 32>;

unsafe extern "C" {
    /// Where the linker has placed nothing any more.
    static __heap_base: u8;
}

/// The allocator of a module with a single thread.
pub struct Blocks {
    /// Free blocks of each class; the first bytes of a free block are the address of the next.
    free: [Cell<*mut u8>; CLASSES],
    /// Where the next new block is cut from.
    next: Cell<*mut u8>,
    /// Bytes that are left there.
    left: Cell<usize>,
    large: UnsafeCell<Large>,
    /// Where the memory that `large` has ends; 0 as long as it has none.
    end: Cell<usize>,
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
            large: UnsafeCell::new(Large::new()),
            end: Cell::new(0),
        }
    }

    /// Another one, of memory that the module did not start with.
    #[cfg(test)]
    pub const fn another() -> Self {
        Self { end: Cell::new(1), ..Self::new() }
    }

    /// Makes a small block the first of those that are free.
    ///
    /// # Safety
    ///
    /// Nobody has it, and it is as large as its class.
    unsafe fn give_back(&self, block: *mut u8, class: usize) {
        if let Some(free) = self.free.get(class) {
            unsafe { block.cast::<*mut u8>().write(free.get()) };
            free.set(block);
        }
    }

    /// A block that is not small, on an address that is a multiple of `GRAIN` and not of two. The memory grows by what is
    /// missing: what is free at its end is a part of it.
    fn large(&self, size: usize) -> *mut u8 {
        loop {
            // SAFETY: nobody else has it while this runs, and nothing here unwinds.
            let large = unsafe { &mut *self.large.get() };
            if let Some(block) = large.allocate(plain(size)) {
                return block.as_ptr();
            }
            let end = self.end.get();
            let pages = memory_grow(0, 1);
            if pages == usize::MAX {
                return ptr::null_mut();
            }
            // The first time with what is left of the memory that the module starts with.
            let start = if end == 0 { &raw const __heap_base as usize } else { pages * PAGE };
            let new = (pages + 1) * PAGE;
            self.end.set(new);
            // SAFETY: nobody else has this memory, and what is appended starts where the last of it ended.
            unsafe {
                let all =
                    NonNull::new_unchecked(ptr::slice_from_raw_parts_mut(start as *mut u8, new - start));
                if start == end {
                    large.append_free_block_ptr(all);
                } else {
                    large.insert_free_block_ptr(all);
                }
            }
        }
    }
}

/// The class of a block, which is never empty; [`CLASSES`] and more where it is not small.
const fn class(layout: Layout) -> usize {
    if layout.align() > GRAIN { CLASSES } else { (layout.size() - 1) / GRAIN }
}

/// How far behind the start of a large block its content is: what has to be on a multiple of two grains is one behind.
const fn shift(layout: Layout) -> usize {
    layout.align() / (2 * GRAIN) * GRAIN
}

/// All large blocks are the same to what manages them.
const fn plain(size: usize) -> Layout {
    // SAFETY: a power of two, and no block is as large as half of all addresses.
    unsafe { Layout::from_size_align_unchecked(size, GRAIN) }
}

// SAFETY: a block is handed out once until it is taken back: new ones are cut from a piece that nobody else has, one
// after the other, and free ones leave their list. Each is as large as its class and aligned to `GRAIN`, since pieces
// are and classes are multiples of it. The same class is found when a block is taken back, as its layout is the same.
unsafe impl GlobalAlloc for Blocks {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let class = class(layout);
        let Some(free) = self.free.get(class) else {
            let shift = shift(layout);
            // Nothing here is on multiples of more than sixteen.
            if shift > GRAIN {
                return ptr::null_mut();
            }
            let block = self.large(layout.size() + shift);
            return if block.is_null() { block } else { unsafe { block.add(shift) } };
        };
        let block = free.get();
        if !block.is_null() {
            free.set(unsafe { block.cast::<*mut u8>().read() });
            return block;
        }
        let size = (class + 1) * GRAIN;
        if self.left.get() < size {
            // What is free in a larger class is cut in two: both are as large as a class.
            let larger = self.free.iter().enumerate().skip(class + 1).find(|(_, free)| !free.get().is_null());
            if let Some((of, free)) = larger {
                let block = free.get();
                free.set(unsafe { block.cast::<*mut u8>().read() });
                unsafe { self.give_back(block.add(size), of - class - 1) };
                return block;
            }
            // By this function, which is so large only once.
            let piece = unsafe { self.alloc(Layout::from_size_align_unchecked(PIECE, GRAIN)) };
            if piece.is_null() {
                return piece;
            }
            if self.left.get() > 0 {
                unsafe { self.give_back(self.next.get(), self.left.get() / GRAIN - 1) };
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
        match class(layout) {
            small @ 0..CLASSES => unsafe { self.give_back(block, small) },
            _ => unsafe {
                let block = NonNull::new_unchecked(block.sub(shift(layout)));
                (*self.large.get()).deallocate(block, GRAIN);
            },
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let new = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        if class(layout).min(class(new)) >= CLASSES {
            // In its place, where there is room.
            let shift = shift(layout);
            let same = unsafe {
                let block = NonNull::new_unchecked(block.sub(shift));
                (*self.large.get()).reallocate(block, plain(size + shift))
            };
            if let Some(block) = same {
                return unsafe { block.as_ptr().add(shift) };
            }
        }
        let moved = unsafe { self.alloc(new) };
        if !moved.is_null() {
            unsafe {
                ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
        }
        moved
    }
}
