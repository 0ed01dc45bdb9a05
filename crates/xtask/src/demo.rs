//! The demo shop, built and served until Ctrl-C.

use anyhow::Result;

use crate::args::DemoOptions;
use crate::build;
use crate::serve::{self, Caching};
use crate::toolbox::Toolbox;

pub(crate) fn run(toolbox: &Toolbox, options: &DemoOptions) -> Result<()> {
    serve::check_ports([options.port, options.port + 1])?;
    let integrity = build::run(toolbox, options.debug)?;
    let servers = serve::serve(serve::Options {
        dist: toolbox.dist(),
        shop_port: options.port,
        cdn_port: options.port + 1,
        caching: Caching::Revalidate,
    })?;
    println!();
    println!("The demo shop is at   {}/", servers.shop_url);
    println!("Haberdash comes from  {}/{}/", servers.cdn_url, integrity.version);
    println!("Ctrl-C ends both. A `cargo xtask build` elsewhere is served at the next reload.");
    servers.wait();
    Ok(())
}
