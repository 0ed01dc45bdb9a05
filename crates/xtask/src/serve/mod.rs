//! `dist/` on two origins, as in life: a shop, and the CDN that its pages load Haberdash from. Both
//! listen on loopback only.

mod cdn;
mod csp;
mod file;
mod http;
mod mime;
mod rewrite;
mod shop;
#[cfg(test)]
mod testing;

use std::path::PathBuf;

use anyhow::Result;

use crate::build;
use http::{Origin, bind};

/// How long a browser may keep what the CDN gives it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caching {
    /// For ever, as a versioned folder is meant to be published.
    Immutable,
    /// Not without asking: for a demo that is built again and again under the same version.
    Revalidate,
}

pub(crate) struct Options {
    pub(crate) dist: PathBuf,
    /// 0 takes any free port.
    pub(crate) shop_port: u16,
    pub(crate) cdn_port: u16,
    pub(crate) caching: Caching,
}

/// Two running servers; they stop when this is dropped.
pub(crate) struct Servers {
    /// Without a slash at the end.
    pub(crate) shop_url: String,
    pub(crate) cdn_url: String,
    shop: Origin,
    cdn: Origin,
}

impl Servers {
    /// Serves until the process is ended.
    pub(crate) fn wait(self) {
        self.shop.wait();
        self.cdn.wait();
    }
}

/// An error if one of these ports cannot be had now: better told before a build than after it.
pub(crate) fn check_ports(ports: [u16; 2]) -> Result<()> {
    // Both at once, and both are free again at the end.
    ports.map(bind).into_iter().try_for_each(|bound| bound.map(drop))
}

/// Starts both servers on a built `dist/`.
pub(crate) fn serve(options: Options) -> Result<Servers> {
    // Read at the start, so that a missing dist/ is told at once; the shop reads it again for each
    // page, so that a new build is served without a restart.
    build::read_integrity(&options.dist)?;
    let (shop_listener, shop_url) = bind(options.shop_port)?;
    let (cdn_listener, cdn_url) = bind(options.cdn_port)?;
    let shop = shop::Shop { dist: options.dist.clone(), cdn_url: cdn_url.clone() };
    let cdn = cdn::Cdn { dist: options.dist, caching: options.caching };
    Ok(Servers {
        shop: Origin::start(shop_listener, move |request| shop.answer(request))?,
        cdn: Origin::start(cdn_listener, move |request| cdn.answer(request))?,
        shop_url,
        cdn_url,
    })
}
