//! Makes the picture of a configurator handier. In the part `picture`.

use super::files::fetch_art;
use super::{Mounted, with};
use crate::app::configurator::Action;
use crate::app::roots::act;
use crate::app::roots::lens::{self, Stage};
use crate::app::small::add_sheet;
use crate::embed::explain;
use crate::platform::{console, dom, fetch, parts};
use crate::ui::styles;
use gloo::timers::callback::Timeout;
use haberdash_core::number::Digits;
use haberdash_core::product::Content;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;

/// So many pictures of choices are begun at once, and so long after the last.
const CHIPS: usize = 6;
const CHIPS_MS: u32 = 40;

/// Begins, when the style sheet of what comes is there.
#[inline(never)]
pub(super) fn begin(mounted: &Rc<Mounted>) {
    let product = &mounted.store.get().setting.product;
    chips(Rc::downgrade(mounted), styles::chip_pictures(product, &*mounted.addresses.0));
    let checked = RefCell::default();
    check(mounted, &checked);
    let weak = Rc::downgrade(mounted);
    let subscription = mounted.store.subscribe(move |_| with(&weak, |mounted| check(mounted, &checked)));
    mounted.held.borrow_mut().push(Box::new(subscription));
    let mounted = Rc::clone(mounted);
    spawn_local(async move {
        let sheet = dom::absolute("haberdash_picture.css", &mounted.site.base).unwrap_or_default();
        match fetch::text(&sheet).await {
            Ok(sheet) => drop(attach(&mounted, &sheet)),
            Err(why) => console::warn(&[&why, ": the picture cannot be looked at closer"].concat()),
        }
    });
}

/// Shows the pictures of choices, a few in each frame: the browser begins to fetch all of a sheet's while it works out styles.
fn chips(mounted: Weak<Mounted>, mut rules: Vec<String>) {
    let Some(shadow) = mounted.upgrade().and_then(|mounted| mounted.host.shadow_root()) else { return };
    if rules.is_empty() {
        return;
    }
    let later = rules.split_off(rules.len().min(CHIPS));
    add_sheet(&shadow, &rules.concat());
    Timeout::new(CHIPS_MS, move || chips(mounted, later)).forget();
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

/// Tells of parts that the product names and the art lacks, of each view once: when its art is there.
fn check(mounted: &Rc<Mounted>, checked: &RefCell<Vec<usize>>) {
    let state = mounted.store.get();
    for (index, (view, art)) in state.setting.product.views.iter().zip(&state.art).enumerate() {
        let Some(art) = art.as_ref().filter(|_| !checked.borrow().contains(&index)) else { continue };
        checked.borrow_mut().push(index);
        let is_missing = view.layers.iter().any(|layer| match &layer.content {
            Content::Part { id, .. } | Content::Zone { path: Some(id), .. } => art.part(id).is_none(),
            _ => false,
        });
        if is_missing {
            let (mounted, id, url) =
                (Rc::clone(mounted), view.id.as_str().to_owned(), (mounted.addresses.0)(&view.art.0));
            spawn_local(async move {
                let (file, text) = (mounted.file().await, fetch::text(&url).await.unwrap_or_default());
                let short = ["view ", &id, ": parts are missing in its art"].concat();
                explain::warn("parts", &index.digits(), &file, &text, &short).await;
            });
        }
    }
}

/// Fetches the art of a view that is not shown yet, unless it was asked for.
fn load(mounted: &Rc<Mounted>, index: usize) {
    let state = mounted.store.get();
    let Some(view) = state.setting.product.views.get(index) else { return };
    let (url, asked) = ((mounted.addresses.0)(&view.art.0), ["view ", &index.digits()].concat());
    if !mounted.asks_first(&asked) {
        return;
    }
    let mounted = Rc::clone(mounted);
    spawn_local(async move {
        match fetch_art(&url).await {
            Ok(art) => {
                let _ = parts::turn().await;
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
