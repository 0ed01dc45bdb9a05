//! Makes the picture of a configurator handier. In the part `picture`.

use super::files::fetch_art;
use super::{Mounted, with};
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::app::roots::lens::{self, Stage};
use crate::app::small::add_sheet;
use crate::platform::{console, dom, fetch};
use crate::ui::styles;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Begins, when the style sheet of what comes is there.
#[inline(never)]
pub(super) fn begin(mounted: &Rc<Mounted>) {
    if let Some(shadow) = mounted.host.shadow_root() {
        let product = &mounted.store.get().setting.product;
        add_sheet(&shadow, &styles::chip_pictures(product, &*mounted.addresses.0));
    }
    let mounted = Rc::clone(mounted);
    spawn_local(async move {
        let sheet = dom::absolute("haberdash_picture.css", &mounted.site.base).unwrap_or_default();
        match fetch::text(&sheet).await {
            Ok(sheet) => drop(attach(&mounted, &sheet)),
            Err(why) => console::warn(&[&why, ": the picture cannot be looked at closer"].concat()),
        }
    });
}

fn attach(mounted: &Rc<Mounted>, sheet: &str) -> Option<()> {
    // It may be gone by now.
    let _ = mounted.view.borrow().as_ref()?;
    let host = mounted.image_target.as_ref().map_or(&mounted.host, |target| &target.host);
    let root = host.shadow_root()?;
    let weak = Rc::downgrade(mounted);
    let load = Rc::new(move |view| with(&weak, |mounted| load(mounted, view)));
    let (options, addresses) = (mounted.host.shadow_root()?, mounted.addresses.clone());
    let stage = Stage { store: Rc::clone(&mounted.store), addresses, root, options, load };
    let held = lens::attach(&stage, sheet);
    mounted.held.borrow_mut().extend(held);
    Some(())
}

/// Fetches the art of a view that is not shown yet, unless it was asked for.
fn load(mounted: &Rc<Mounted>, index: usize) {
    let state = mounted.store.get();
    let Some(view) = state.setting.product.views.get(index) else { return };
    let (url, asked) = ((mounted.addresses.0)(&view.art.0), ["view ", &index.to_string()].concat());
    if !mounted.asks_first(&asked) {
        return;
    }
    let mounted = Rc::clone(mounted);
    spawn_local(async move {
        match fetch_art(&url).await {
            Ok((art, text)) => {
                mounted.check_parts(index, &art, text);
                act(&mounted.store, Action::Art(index, Rc::new(art)));
            }
            Err(_) => {
                // It is asked for again, and its mistake told, when it is to be shown.
                mounted.asked.borrow_mut().retain(|other| *other != asked);
                mounted.load_view();
            }
        }
    });
}
