//! Node.js runs esbuild, wasm-opt, TypeScript and the browser tests. It is not ours to install.

use anyhow::{Context, Result, bail};

use super::{Step, pins};
use crate::toolbox::Toolbox;

pub(super) struct Node;

impl Step for Node {
    fn title(&self) -> String {
        format!("Node.js {} or later, with npm", pins::NODE_MAJOR)
    }

    fn found(&self, toolbox: &Toolbox) -> Result<Option<String>> {
        let version = toolbox.ask("node", &["--version"]).with_context(|| {
            format!(
                "Node.js is not on PATH: install version {} or later (nodejs.org, or your system's package manager) and run this again.",
                pins::NODE_MAJOR
            )
        })?;
        match major(&version) {
            Some(major) if major >= pins::NODE_MAJOR => {}
            _ => bail!(
                "Node.js {version} is too old: install {} or later (nodejs.org, or your system's package manager) and run this again.",
                pins::NODE_MAJOR
            ),
        }
        if toolbox.find("npm").is_none() {
            bail!("Node.js is here, but npm is not: install npm and run this again.");
        }
        Ok(Some(version))
    }

    fn takes(&self) -> &'static str {
        "by hand"
    }

    fn install(&self, _: &Toolbox) -> Result<()> {
        bail!("Node.js has to be installed by hand.")
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_node_versions() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("24.0.0-nightly"), Some(24));
        assert_eq!(major("nonsense"), None);
    }
}
