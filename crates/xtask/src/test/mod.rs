//! Everything that is checked, in the order of what fails soonest. All parts run, whatever the
//! earlier ones say; the last line printed is `N passed, N failed`.

mod component;
mod counts;
mod e2e;
mod lint;
mod native;
mod size;
mod types;

pub(crate) use e2e::browser_environment;

use std::fmt;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Instant;

use anyhow::{Result, anyhow};

use crate::args::TestOptions;
use crate::build::{self, Integrity};
use crate::toolbox::Toolbox;
use counts::Counts;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Lint,
    Native,
    Wasm,
    Size,
    Types,
    E2e,
}

impl Part {
    const ALL: [Part; 6] = [Part::Lint, Part::Native, Part::Wasm, Part::Size, Part::Types, Part::E2e];

    fn name(self) -> &'static str {
        match self {
            Part::Lint => "lint",
            Part::Native => "native",
            Part::Wasm => "wasm",
            Part::Size => "size",
            Part::Types => "types",
            Part::E2e => "e2e",
        }
    }

    fn headline(self) -> &'static str {
        match self {
            Part::Lint => "Formatting and lints",
            Part::Native => "Tests that need no browser",
            Part::Wasm => "Components in Chromium",
            Part::Size => "Sizes against budget and snapshot",
            Part::Types => "TypeScript declarations",
            Part::E2e => "The demo shop in Chromium",
        }
    }

    fn run(self, shared: &mut Run<'_>) -> Result<Counts> {
        match self {
            Part::Lint => lint::run(shared.toolbox),
            Part::Native => native::run(shared.toolbox),
            Part::Wasm => component::run(shared.toolbox),
            Part::Size => {
                let update = shared.update_sizes;
                size::run(shared.toolbox, shared.built()?, update)
            }
            Part::Types => types::run(shared.toolbox),
            Part::E2e => {
                shared.built()?;
                e2e::run(shared.toolbox)
            }
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        Part::ALL.into_iter().find(|part| part.name() == name).ok_or_else(|| {
            let names: Vec<_> = Part::ALL.iter().map(Part::to_string).collect();
            anyhow!("there is no part \"{name}\"; there are {}.", names.join(", "))
        })
    }
}

/// What the parts share: the build happens at most once, for the first part that needs it.
struct Run<'a> {
    toolbox: &'a Toolbox,
    update_sizes: bool,
    build: Option<Result<Integrity, String>>,
}

impl Run<'_> {
    fn built(&mut self) -> Result<&Integrity> {
        let build = self
            .build
            .get_or_insert_with(|| build::run(self.toolbox, false).map_err(|error| format!("{error:#}")));
        build.as_ref().map_err(|error| anyhow!("There is no build to test: {error}"))
    }
}

pub(crate) fn run(toolbox: &Toolbox, options: &TestOptions) -> Result<ExitCode> {
    let mut shared = Run { toolbox, update_sizes: options.update_sizes, build: None };
    let mut lines = Vec::new();
    let mut total = Counts::default();
    for part in Part::ALL {
        if !options.only.is_empty() && !options.only.contains(&part) {
            continue;
        }
        println!("\n=== {} ({part})", part.headline());
        let start = Instant::now();
        let counts = part.run(&mut shared).unwrap_or_else(|error| {
            println!("{error:#}");
            Counts::FAILED
        });
        lines.push(format!("{:<8}{counts}, {} s", part.name(), start.elapsed().as_secs()));
        total += counts;
    }
    println!("\n=== Together");
    for line in lines {
        println!("{line}");
    }
    println!("{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_found_by_its_name() {
        for part in Part::ALL {
            assert_eq!(part.name().parse::<Part>().unwrap(), part);
        }
    }
}
