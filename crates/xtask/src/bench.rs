//! Speed: `tests/bench/bench.mjs` drives a browser on the built shop, prints a table and writes
//! `target/bench.json`.

use std::ffi::OsString;

use anyhow::{Result, bail};

use crate::build;
use crate::serve::{self, Caching};
use crate::test::browser_environment;
use crate::toolbox::{self, Toolbox};

const SCRIPT: &str = "tests/bench/bench.mjs";

pub(crate) fn run(toolbox: &Toolbox, arguments: &[OsString]) -> Result<()> {
    if !toolbox.root().join(SCRIPT).is_file() {
        bail!("{SCRIPT} is missing, so there is nothing to measure with.");
    }
    build::run(toolbox, false)?;
    let servers = serve::serve(serve::Options {
        dist: toolbox.dist(),
        shop_port: 0,
        cdn_port: 0,
        caching: Caching::Immutable,
    })?;
    let mut command = toolbox.command("node");
    command
        .arg(SCRIPT)
        .args(arguments)
        .envs(browser_environment(toolbox, &servers)?)
        .env("BENCH_JSON", toolbox.root().join("target/bench.json"));
    toolbox::run(&mut command)
}
