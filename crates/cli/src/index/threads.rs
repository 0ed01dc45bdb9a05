//! The same work for many things, on all cores.

use std::sync::Mutex;
use std::thread;

/// What `make` makes of each of `count` things. Each is worked on alone, so threads change nothing of it; `scratch` is what a thread uses again and again.
pub fn each<T: Default + Clone + Send, S>(
    count: usize,
    scratch: impl Fn() -> S + Sync,
    make: impl Fn(usize, &mut S) -> T + Sync,
) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from).clamp(1, 8);
    let mut slots = vec![T::default(); count];
    // In small pieces, taken in turn: some take far longer than others.
    let piece = (count / (threads * 16)).max(64);
    let pieces = Mutex::new(slots.chunks_mut(piece).enumerate());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut own = scratch();
                loop {
                    let next = pieces.lock().ok().and_then(|mut pieces| pieces.next());
                    let Some((index, slots)) = next else { break };
                    for (at, slot) in slots.iter_mut().enumerate() {
                        *slot = make(index * piece + at, &mut own);
                    }
                }
            });
        }
    });
    slots
}
