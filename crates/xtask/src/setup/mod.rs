//! Gets what is needed, once: each step looks first, says what it found, and installs only what is
//! missing. Tools are built into `target/tools`; the same version on PATH is used instead.

mod browser;
mod cargo_tool;
mod crates;
mod node;
mod npm;
mod pins;
mod rust;

pub use browser::{chromedriver, chromium};

use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::toolbox::Toolbox;

/// What the command that follows will do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Make and serve `dist/`.
    Build,
    /// That, and drive a browser.
    Browser,
}

/// One thing that has to be there.
trait Step {
    fn title(&self) -> String;
    /// What is there already, in words; `None` if it has to be installed.
    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>>;
    /// How long installing takes, in words, on a machine with two cores.
    fn takes(&self) -> &'static str;
    /// Installs it, or says in a sentence how a person can.
    fn install(&self, toolbox: &Toolbox) -> Result<()>;
}

/// Runs all the steps; the quick ones that only a person can mend come first.
pub fn run(toolbox: &Toolbox, need: Need) -> Result<()> {
    let _lock = toolbox.lock()?;
    let mut steps: Vec<Box<dyn Step>> =
        vec![Box::new(node::Node), Box::new(rust::WasmTarget), Box::new(rust::StandardLibrary)];
    if need == Need::Browser {
        steps.push(Box::new(rust::Component { name: "rustfmt", subcommand: "fmt" }));
        steps.push(Box::new(rust::Component { name: "clippy", subcommand: "clippy" }));
        steps.push(Box::new(browser::Browser));
    }
    steps.push(Box::new(npm::Packages));
    steps.push(Box::new(crates::Sources));
    steps.push(Box::new(cargo_tool::WASM_BINDGEN));
    steps.push(Box::new(cargo_tool::TRUNK));

    let count = steps.len();
    for (index, step) in steps.iter().enumerate() {
        let label = format!("[{}/{count}] {}", index + 1, step.title());
        take(step.as_ref(), toolbox, &label)?;
    }
    cargo_tool::remove_build_folder(toolbox)
}

fn take(step: &dyn Step, toolbox: &Toolbox, label: &str) -> Result<()> {
    if let Some(found) = step.found(toolbox)? {
        eprintln!("{label}: {found}");
        return Ok(());
    }
    eprintln!("{label}: installing ({})", step.takes());
    let start = Instant::now();
    step.install(toolbox).with_context(|| format!("{} could not be had", step.title()))?;
    let Some(found) = step.found(toolbox)? else {
        bail!(
            "{} was installed without an error, and still is not found. Is PATH unusual here?",
            step.title()
        );
    };
    eprintln!("{label}: {found}, after {} s", start.elapsed().as_secs());
    Ok(())
}
