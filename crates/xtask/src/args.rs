//! The command line, checked once, here.

use std::ffi::OsString;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::test::Part;

pub const HELP: &str = "\
The developer command of Haberdash. What it needs is installed on the way.

Usage: cargo xtask <command>

  demo [--port 8080]      build, then serve the demo shop (and its CDN on the next port)
  test [--only PART]      everything that is checked; PART is lint, native, wasm, size,
                          types or e2e, and may be given more than once
  test --update-sizes     the same, and accept today's sizes as the new snapshot
  build [--debug]         make dist/ (--debug: quick to build, not minified)
  bench [-- ARGUMENTS]    build, serve, and run tests/bench/bench.mjs
  setup                   only install what the other commands need
";

#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Setup,
    Build { debug: bool },
    Demo(DemoOptions),
    Test(TestOptions),
    Bench { arguments: Vec<OsString> },
}

#[derive(Debug, PartialEq, Eq)]
pub struct DemoOptions {
    /// Port of the shop; the CDN takes the next one.
    pub port: u16,
    pub debug: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct TestOptions {
    /// The parts to run; empty means all of them.
    pub only: Vec<Part>,
    pub update_sizes: bool,
}

/// Reads the arguments that follow the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let name = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "setup" => parse_setup(&mut parser),
        "build" => parse_build(&mut parser),
        "demo" => parse_demo(&mut parser),
        "test" => parse_test(&mut parser),
        "bench" => Ok(Command::Bench { arguments: parser.raw_args()?.filter(|a| a != "--").collect() }),
        other => bail!("there is no command \"{other}\"; there are demo, test, build, bench and setup."),
    }
}

fn parse_setup(parser: &mut lexopt::Parser) -> Result<Command> {
    match parser.next()? {
        None => Ok(Command::Setup),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn parse_build(parser: &mut lexopt::Parser) -> Result<Command> {
    let mut debug = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("debug") => debug = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Build { debug })
}

fn parse_demo(parser: &mut lexopt::Parser) -> Result<Command> {
    let mut options = DemoOptions { port: 8080, debug: false };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => options.port = parser.value()?.parse()?,
            Long("debug") => options.debug = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.port == u16::MAX {
        bail!("--port 65535 leaves no port for the CDN, which takes the next one.");
    }
    Ok(Command::Demo(options))
}

fn parse_test(parser: &mut lexopt::Parser) -> Result<Command> {
    let mut options = TestOptions::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => options.only.push(parser.value()?.parse()?),
            Long("update-sizes") => options.update_sizes = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.update_sizes && !options.only.is_empty() && !options.only.contains(&Part::Size) {
        bail!("--update-sizes needs the part \"size\", which --only leaves out.");
    }
    Ok(Command::Test(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn reads_every_command() {
        assert_eq!(parsed("").unwrap(), Command::Help);
        assert_eq!(parsed("build --help").unwrap(), Command::Help);
        assert_eq!(parsed("setup").unwrap(), Command::Setup);
        assert_eq!(parsed("build").unwrap(), Command::Build { debug: false });
        assert_eq!(parsed("build --debug").unwrap(), Command::Build { debug: true });
        let demo = |port| Command::Demo(DemoOptions { port, debug: false });
        assert_eq!(parsed("demo").unwrap(), demo(8080));
        assert_eq!(parsed("demo --port 9000").unwrap(), demo(9000));
        assert_eq!(
            parsed("test --only wasm --only size --update-sizes").unwrap(),
            Command::Test(TestOptions { only: vec![Part::Wasm, Part::Size], update_sizes: true })
        );
        assert_eq!(
            parsed("bench -- --rounds 5").unwrap(),
            Command::Bench { arguments: vec!["--rounds".into(), "5".into()] }
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let message = |line| parsed(line).unwrap_err().to_string();
        assert!(message("dmeo").contains("there is no command \"dmeo\""));
        assert!(message("test --only unit").contains("lint, native, wasm"));
        assert!(message("demo --port 65535").contains("no port for the CDN"));
        assert!(message("test --only e2e --update-sizes").contains("\"size\""));
        assert!(message("build --fast").contains("--fast"));
    }
}
