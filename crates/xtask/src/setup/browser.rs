//! Chromium and its driver: from CHROMIUM and CHROMEDRIVER, from PATH, or from Debian.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::Step;
use crate::toolbox::{self, Toolbox};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser to drive, if there is one.
pub fn chromium(toolbox: &Toolbox) -> Option<PathBuf> {
    env::var_os("CHROMIUM").map(PathBuf::from).or_else(|| BROWSERS.iter().find_map(|name| toolbox.find(name)))
}

/// The driver of the same version, if there is one.
pub fn chromedriver(toolbox: &Toolbox) -> Option<PathBuf> {
    env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| toolbox.find("chromedriver"))
}

pub(super) struct Browser;

impl Step for Browser {
    fn title(&self) -> String {
        "Chromium and ChromeDriver".to_owned()
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let (Some(browser), Some(driver)) = (chromium(toolbox), chromedriver(toolbox)) else {
            return Ok(None);
        };
        let browser_version = version(toolbox, &browser, "CHROMIUM")?;
        let driver_version = version(toolbox, &driver, "CHROMEDRIVER")?;
        if major(&browser_version) != major(&driver_version) {
            bail!(
                "Chromium is {browser_version} and ChromeDriver is {driver_version}: they must be of one major version. Update one, or set CHROMIUM and CHROMEDRIVER to two that match."
            );
        }
        Ok(Some(browser_version))
    }

    fn takes(&self) -> &'static str {
        "about 1 minute, from Debian's packages"
    }

    fn install(&self, toolbox: &Toolbox) -> Result<()> {
        let root = toolbox.ask("id", &["-u"]).as_deref() == Some("0");
        if !root || toolbox.find("apt-get").is_none() {
            bail!(
                "Chromium or ChromeDriver is not on PATH. On Debian: sudo apt-get install chromium chromium-driver. Elsewhere install both and, if they are not on PATH, set CHROMIUM and CHROMEDRIVER to the programs. Then run this again."
            );
        }
        apt_get(toolbox, &["update", "--quiet"])?;
        // The font is for pages that name none: without any, Chromium draws no text.
        apt_get(
            toolbox,
            &[
                "install",
                "--yes",
                "--quiet",
                "--no-install-recommends",
                "chromium",
                "chromium-driver",
                "fonts-dejavu-core",
            ],
        )
    }
}

fn apt_get(toolbox: &Toolbox, arguments: &[&str]) -> Result<()> {
    toolbox::run(toolbox.command("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
        .context("Chromium comes from Debian's packages here")
}

fn version(toolbox: &Toolbox, program: &Path, variable: &str) -> Result<String> {
    toolbox
        .ask(&program.to_string_lossy(), &["--version"])
        .and_then(|answer| first_number(&answer))
        .with_context(|| {
            format!(
                "{} does not tell its version. Set {variable} to a program that can be run.",
                program.display()
            )
        })
}

/// "Chromium 156.0.8078.79 built on Debian" → "156.0.8078.79".
fn first_number(answer: &str) -> Option<String> {
    answer
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
        .map(str::to_owned)
}

fn major(version: &str) -> Option<&str> {
    version.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_versions_that_browsers_tell() {
        let version = |answer| first_number(answer).unwrap_or_default();
        assert_eq!(
            version("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"),
            "156.0.8078.79"
        );
        assert_eq!(
            version("ChromeDriver 156.0.8078.79 (a21ce95c-refs/branch-heads/8078@{#1704})"),
            "156.0.8078.79"
        );
        assert_eq!(major("156.0.8078.79"), Some("156"));
        assert_eq!(first_number("no number"), None);
    }
}
