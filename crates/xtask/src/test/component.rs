//! Tests of the browser edge, compiled to wasm and run inside Chromium by wasm-bindgen's runner.
//! The browser's arguments are in webdriver.json, which the runner reads from the package's root.

use anyhow::{Context, Result};

use super::counts::{self, Counts};
use crate::setup;
use crate::toolbox::Toolbox;

pub(super) fn run(toolbox: &Toolbox) -> Result<Counts> {
    let driver = setup::chromedriver(toolbox).context("ChromeDriver is missing")?;
    let mut command = toolbox.command("cargo");
    command
        // Not doc tests: each would start a browser of its own.
        .args(["test", "--package", "haberdash-app", "--tests"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--no-fail-fast", "--locked", "--offline"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", driver)
        // Also for files that do not say so themselves.
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        // Seconds; the default of 20 is little where other programs use the processor as well.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env_remove("NO_HEADLESS");
    let counts = counts::of(&mut command, counts::of_rust_line)?;
    if counts == Counts::default() {
        println!("No component test was run: there should be some in tests/ or src/.");
        return Ok(Counts::FAILED);
    }
    Ok(counts)
}
