//! Of large files one is read at a time. As JSON a file takes several times the memory of what is made of it, and a module's memory never shrinks: room
//! for two of them at once would be taken for as long as the page lives. Products come first.

use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Nothing waits longer than that for a product file that does not come.
const LONGEST_MS: u32 = 1_000;

thread_local! {
    static PRODUCTS: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

/// A product file is fetched and read, until this is dropped.
pub(super) struct Reading;

impl Reading {
    pub fn begin() -> Reading {
        PRODUCTS.set(PRODUCTS.get() + 1);
        Reading
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        PRODUCTS.set(PRODUCTS.get() - 1);
        wake();
    }
}

fn wake() {
    WAITING.take().into_iter().for_each(Waker::wake);
}

/// Waits until no product file is.
pub(super) async fn no_product() {
    if PRODUCTS.get() == 0 {
        return;
    }
    let is_late = Rc::new(Cell::new(false));
    let late = Rc::clone(&is_late);
    let _timeout = Timeout::new(LONGEST_MS, move || {
        late.set(true);
        wake();
    });
    poll_fn(|context| {
        if PRODUCTS.get() == 0 || is_late.get() {
            return Poll::Ready(());
        }
        WAITING.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
        Poll::Pending
    })
    .await;
}
