//! The developer command: `cargo xtask demo | test | build | bench | setup`.
//!
//! In order: [`args`] turns the command line into a [`args::Command`]; [`setup`] installs what the
//! command needs, with pinned versions, and leaves a [`toolbox::Toolbox`]; [`build`] makes `dist/`;
//! [`serve`] puts it on two origins, a shop and a CDN; [`demo`], [`test`] and [`bench`] use those.
//!
//! Nothing outside the repository is touched except what only a package manager can give: the
//! wasm32 target (rustup) and Chromium (Debian, as root).

mod args;
mod bench;
mod build;
mod demo;
mod serve;
mod setup;
mod test;
mod toolbox;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use args::Command;
use setup::Need;
use toolbox::Toolbox;

/// Runs one command, given the arguments after the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<ExitCode> {
    let command = args::parse(arguments)?;
    if matches!(command, Command::Help) {
        print!("{}", args::HELP);
        return Ok(ExitCode::SUCCESS);
    }
    let toolbox = Toolbox::new()?;
    match command {
        Command::Help => {}
        Command::Setup => setup::run(&toolbox, Need::Browser)?,
        Command::Build { debug } => {
            setup::run(&toolbox, Need::Build)?;
            build::run(&toolbox, debug)?;
        }
        Command::Demo(options) => {
            setup::run(&toolbox, Need::Build)?;
            demo::run(&toolbox, &options)?;
        }
        Command::Test(options) => {
            setup::run(&toolbox, Need::Browser)?;
            return test::run(&toolbox, &options);
        }
        Command::Bench { arguments } => {
            setup::run(&toolbox, Need::Browser)?;
            bench::run(&toolbox, &arguments)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
