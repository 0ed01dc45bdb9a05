//! What is mounted where. Hosts may come and go at any time; one host is never mounted twice.

use super::site::Site;
use super::{attributes, configurator, events, explain, language, strip};
use crate::platform::{console, dom};
use haberdash_core::config::{self, HostConfig};
use haberdash_core::{Diagnostics, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

/// A mounted host.
struct Mount {
    host: HtmlElement,
    id: u32,
    /// It was ended by the page: it stays so until it is mounted by the page, or leaves it.
    ended: bool,
    /// What keeps it alive; dropping it takes everything away again. `None` while it loads, and after it failed.
    held: Option<Held>,
}

/// What is mounted.
#[derive(Clone)]
pub enum Held {
    /// A configurator.
    Configurator(Rc<configurator::Mounted>),
    /// A strip.
    Strip(Rc<strip::Mounted>),
}

thread_local! {
    static MOUNTS: RefCell<Vec<Mount>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Mounts what is on the page, and from now on what comes; ends what goes.
pub fn watch(site: &Rc<Site>) {
    scan(site);
    let site = Rc::clone(site);
    // Mutations of one task come in one call: a host that was moved is still connected by then.
    let callback = Closure::<dyn FnMut()>::new(move || scan(&site));
    let init = MutationObserverInit::new();
    init.set_child_list(true);
    init.set_subtree(true);
    if let Ok(observer) = MutationObserver::new(callback.as_ref().unchecked_ref())
        && observer.observe_with_options(&dom::document(), &init).is_ok()
    {
        // It watches as long as the page lives.
        callback.forget();
    }
}

fn scan(site: &Rc<Site>) {
    // Dropping a mount changes the document; the list must not be borrowed then.
    let gone: Vec<Mount> =
        MOUNTS.with_borrow_mut(|mounts| mounts.extract_if(.., |mount| !mount.host.is_connected()).collect());
    for mount in &gone {
        let _ = mount.host.remove_attribute(STATE);
    }
    drop(gone);
    let Ok(list) = dom::document().query_selector_all("[data-haberdash]:not(script)") else { return };
    for index in 0..list.length() {
        if let Some(host) = list.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            mount(site, &host, None);
        }
    }
}

/// Mounts `host`, unless it is mounted. Its attributes say what; `config` stands in for them.
pub fn mount(site: &Rc<Site>, host: &HtmlElement, config: Option<HostConfig>) {
    if MOUNTS.with_borrow(|mounts| mounts.iter().any(|mount| mount.host == *host)) {
        return;
    }
    let id = NEXT.replace(NEXT.get() + 1);
    MOUNTS.with_borrow_mut(|mounts| mounts.push(Mount { host: host.clone(), id, ended: false, held: None }));
    let mut diagnostics = Diagnostics::new();
    let list = attributes::of(host);
    let config = config.or_else(|| config::host(&list, &mut diagnostics));
    if config.is_some() {
        attributes::report("host", &list, &diagnostics);
    }
    set_state(host, "loading");
    let (site, host) = (Rc::clone(site), host.clone());
    wasm_bindgen_futures::spawn_local(async move {
        language::ready(&site, &host).await;
        let held = match config {
            Some(HostConfig::Configurator(config)) => {
                configurator::mount(&site, &host, config).await.map(Held::Configurator)
            }
            Some(HostConfig::Recommendations(config)) => {
                strip::mount(&site, &host, config).await.map(Held::Strip)
            }
            None => Err(explain::one(
                "host",
                "",
                &attributes::to_json(&list),
                "",
                "the data attributes of a host are wrong: nothing can be mounted there",
            )
            .await),
        };
        match held {
            Ok(held) => keep(id, held),
            // A host that went away while its files were loading is nobody's trouble.
            Err(_) if !is_mounted(id) || !host.is_connected() => unmount(&host),
            Err(message) => fail(&host, &message),
        }
    });
}

/// Keeps what was mounted, unless the host went away meanwhile.
fn keep(id: u32, held: Held) {
    let late = MOUNTS.with_borrow_mut(|mounts| match mounts.iter_mut().find(|mount| mount.id == id) {
        Some(mount) => mount.held.replace(held),
        None => Some(held),
    });
    drop(late);
}

fn is_mounted(id: u32) -> bool {
    MOUNTS.with_borrow(|mounts| mounts.iter().any(|mount| mount.id == id))
}

/// Ends `host`: its fallback is shown again, until it is mounted by [`remount`] or comes back to the page.
pub fn unmount(host: &Element) {
    let held = MOUNTS.with_borrow_mut(|mounts| {
        let mount = mounts.iter_mut().find(|mount| AsRef::<Element>::as_ref(&mount.host) == host)?;
        mount.ended = true;
        // What is still loading must not be kept when it comes.
        mount.id = NEXT.replace(NEXT.get() + 1);
        mount.held.take()
    });
    // Dropping changes the document; the list must not be borrowed then.
    drop(held);
    let _ = host.remove_attribute(STATE);
}

/// Mounts `host` on the page's word, also after it was ended.
pub fn remount(site: &Rc<Site>, host: &HtmlElement) {
    MOUNTS.with_borrow_mut(|mounts| mounts.retain(|mount| !(mount.ended && mount.host == *host)));
    mount(site, host, None);
}

/// What is mounted at `host`.
pub fn held(host: &Element) -> Option<Held> {
    MOUNTS.with_borrow(|mounts| {
        mounts.iter().find(|mount| AsRef::<Element>::as_ref(&mount.host) == host)?.held.clone()
    })
}

/// All strips, in the order of mounting.
pub fn strips() -> Vec<Rc<strip::Mounted>> {
    MOUNTS.with_borrow(|mounts| {
        let strips = mounts.iter().filter_map(|mount| match &mount.held {
            Some(Held::Strip(strip)) => Some(Rc::clone(strip)),
            _ => None,
        });
        strips.collect()
    })
}

/// How many hosts before `host` show the product file at `address`: two configurators of one product keep their states apart.
pub fn ordinal(host: &HtmlElement, address: &str) -> usize {
    MOUNTS.with_borrow(|mounts| {
        let before = mounts.iter().take_while(|mount| mount.host != *host);
        before.filter(|mount| mount.host.get_attribute("data-product").as_deref() == Some(address)).count()
    })
}

const STATE: &str = "data-haberdash-state";

/// Says on the host how far it is: `loading`, `ready`, `empty` or `failed`. Themes may style by it.
pub fn set_state(host: &Element, state: &str) {
    let _ = host.set_attribute(STATE, state);
}

/// The fallback stays, one line says why, and an event tells the page.
fn fail(host: &HtmlElement, message: &str) {
    set_state(host, "failed");
    console::error(message.trim_start_matches('/'));
    events::send(host, "error", &Value::record([("message", Value::from(message))]), false);
}
