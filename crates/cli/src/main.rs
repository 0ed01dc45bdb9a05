//! The `haberdash` command: what a shop's back office does with Haberdash, on the same core as the shopper's browser.
//!
//! Results alone go to stdout, everything said about them to stderr. Exit codes: see [`outcome::Outcome`].

mod check;
mod compile;
mod count;
mod eval;
mod hash;
mod import;
mod index;
mod input;
mod json;
mod money;
mod outcome;
mod parts;
mod quote;
mod recommend;
mod render;
mod report;
mod resolve;
mod schema;

use clap::{Parser, Subcommand};
use outcome::Outcome;
use std::process::ExitCode;

/// Checks product files and catalogues, imports models from other formats, re-prices orders, and draws what was ordered.
///
/// Exit codes: 0 when all is well, 1 when there are problems or a claim does not hold, 2 when something could not be
/// read or the command was used wrongly.
#[derive(Parser)]
#[command(name = "haberdash", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Write the result as JSON.
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    Compile(compile::Arguments),
    Count(count::Arguments),
    Quote(quote::Arguments),
    Render(render::Arguments),
    Resolve(resolve::Arguments),
    Schema(schema::Arguments),
    Hash(hash::Arguments),
    Import(import::Arguments),
    Index(index::Arguments),
    Eval(eval::Arguments),
    Recommend(recommend::Arguments),
}

fn main() -> ExitCode {
    let Arguments { command, json } = Arguments::parse();
    let outcome = match command {
        Command::Check(arguments) => check::run(&arguments, json),
        Command::Compile(arguments) => compile::run(&arguments, json),
        Command::Count(arguments) => count::run(&arguments, json),
        Command::Quote(arguments) => quote::run(&arguments, json),
        Command::Render(arguments) => render::run(&arguments, json),
        Command::Resolve(arguments) => resolve::run(&arguments, json),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Hash(arguments) => hash::run(&arguments, json),
        Command::Import(arguments) => import::run(&arguments, json),
        Command::Index(arguments) => index::run(&arguments, json),
        Command::Eval(arguments) => eval::run(&arguments, json),
        Command::Recommend(arguments) => recommend::run(&arguments),
    };
    outcome
        .unwrap_or_else(|sentence| {
            report::complain(&sentence);
            Outcome::Unusable
        })
        .into()
}
