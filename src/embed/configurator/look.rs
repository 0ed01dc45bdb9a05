//! Makes the picture of a configurator handier. In the part `picture`.

use super::{Mounted, with};
use crate::app::roots::lens::{self, Stage};
use std::rc::Rc;

/// Begins, with the style sheet of what comes.
#[inline(never)]
pub(super) fn begin(mounted: &Rc<Mounted>, css: String) {
    let host = mounted.image_target.as_ref().map_or(&mounted.host, |target| &target.host);
    if mounted.view.borrow().is_none() {
        return;
    }
    let Some(root) = host.shadow_root() else { return };
    let weak = Rc::downgrade(mounted);
    let load = Rc::new(move |view| with(&weak, |mounted| mounted.load_art(view)));
    let stage = Stage { store: Rc::clone(&mounted.store), addresses: mounted.addresses.clone(), root, load };
    let held = lens::attach(&stage, &css);
    mounted.held.borrow_mut().extend(held);
}
