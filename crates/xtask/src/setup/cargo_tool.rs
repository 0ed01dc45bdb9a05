//! Tools that cargo builds: wasm-bindgen and Trunk. Neither is fetched as a binary, because a
//! registry is all that some machines can reach.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{Step, pins};
use crate::toolbox::{self, Toolbox};

pub(super) struct CargoTool {
    package: &'static str,
    version: &'static str,
    /// The programs it brings; each answers `--version` with its name and version.
    programs: &'static [&'static str],
    options: &'static [&'static str],
    takes: &'static str,
}

/// Without `--locked`: the lock file it comes with names a version that not every registry has.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: pins::WASM_BINDGEN,
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    options: &[],
    takes: "about 2 minutes",
};

/// Without its default features, which bring a second TLS library and an updater.
pub(super) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: pins::TRUNK,
    programs: &["trunk"],
    options: &["--locked", "--no-default-features", "--features", "rustls"],
    takes: "about 3 minutes",
};

impl Step for CargoTool {
    fn title(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        for program in self.programs {
            let answer = toolbox.ask(program, &["--version"]).unwrap_or_default();
            if answer != format!("{program} {}", self.version) {
                return Ok(None);
            }
        }
        let file = toolbox.find(self.programs[0]).unwrap_or_default();
        let own = file.starts_with(toolbox.tools());
        Ok(Some(if own { "present" } else { "found on PATH" }.to_owned()))
    }

    fn takes(&self) -> &'static str {
        self.takes
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        // Built as they are published, these take far over ten minutes of whole-program
        // optimisation, for tools that then run for a second.
        let mut command = toolbox.command("cargo");
        command
            .args(["install", self.package, "--version"])
            .arg(format!("={}", self.version))
            .args(self.options)
            .arg("--root")
            .arg(toolbox.tools())
            .env("CARGO_TARGET_DIR", build_folder(toolbox))
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET");
        toolbox::run(&mut command).with_context(|| {
            format!(
                "{} is built from source, which needs cargo's registry and a C compiler; if those cannot be had, put {} {} on PATH",
                self.package, self.package, self.version
            )
        })
    }
}

/// Both tools are built in one folder, so that what they share is compiled once.
fn build_folder(toolbox: &Toolbox) -> PathBuf {
    toolbox.tools().join("build")
}

/// The intermediate files are large and never needed again.
pub(super) fn remove_build_folder(toolbox: &Toolbox) -> Result<()> {
    let folder = build_folder(toolbox);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
