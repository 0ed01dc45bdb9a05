//! How a command ends.

use std::process::ExitCode;

/// What the exit code says. The worst one counts when a command looks at several files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// 0: all is well.
    Fine,
    /// 1: there are problems, or a claim does not hold.
    Problems,
    /// 2: something could not be read. Clap uses the same code for wrong usage.
    Unusable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome as u8)
    }
}
