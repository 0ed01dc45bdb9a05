//! How many tests passed and failed, read from what the test runners print.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Counts {
    pub(super) const PASSED: Counts = Counts { passed: 1, failed: 0 };
    pub(super) const FAILED: Counts = Counts { passed: 0, failed: 1 };

    /// One check.
    pub(super) fn check(passed: bool) -> Self {
        if passed { Self::PASSED } else { Self::FAILED }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a test runner, shows what it prints, and adds up what `read` finds in its lines. A runner
/// that fails without a failed test (one that does not compile, say) counts as one.
pub(super) fn of(command: &mut Command, read: fn(&str) -> Option<Counts>) -> Result<Counts> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    let mut counts = Counts::default();
    if let Some(stdout) = child.stdout.take() {
        let mut lines = BufReader::new(stdout);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).context("The tests' output broke off")? > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            if let Some(found) = read(text.trim_end()) {
                counts += found;
            }
            line.clear();
        }
    }
    let status = child.wait().context("The tests did not end")?;
    if !status.success() && counts.failed == 0 {
        println!("The tests were not run to their end ({status}).");
        counts.failed = 1;
    }
    Ok(counts)
}

/// A line of cargo's and wasm-bindgen's test runners: `test result: ok. 5 passed; 0 failed; …`.
pub(super) fn of_rust_line(line: &str) -> Option<Counts> {
    let result = line.strip_prefix("test result: ")?;
    let (_, numbers) = result.split_once(". ")?;
    let number =
        |word: &str| numbers.split(';').find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    Some(Counts { passed: number("passed")?, failed: number("failed")? })
}

/// A line of Node's test runner, in its "spec" form: `ℹ pass 5`, `ℹ fail 1`, `ℹ cancelled 0`.
pub(super) fn of_node_line(line: &str) -> Option<Counts> {
    let (word, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Counts { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Counts { passed: 0, failed: number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64) -> Option<Counts> {
        Some(Counts { passed, failed })
    }

    #[test]
    fn reads_rust_results() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(of_rust_line(ok), counts(12, 0));
        let failed = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out";
        assert_eq!(of_rust_line(failed), counts(3, 2));
        assert_eq!(of_rust_line("test price::tests::adds ... ok"), None);
        assert_eq!(of_rust_line("test result: "), None);
    }

    #[test]
    fn reads_node_results() {
        assert_eq!(of_node_line("ℹ pass 7"), counts(7, 0));
        assert_eq!(of_node_line("ℹ fail 2"), counts(0, 2));
        assert_eq!(of_node_line("ℹ cancelled 1"), counts(0, 1));
        assert_eq!(of_node_line("ℹ skipped 1"), None);
        assert_eq!(of_node_line("ℹ duration_ms 12.5"), None);
        assert_eq!(of_node_line("✔ pass 7"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_runner_that_breaks_down_counts_as_one_failure() {
        let mut runner = Command::new("sh");
        runner.args(["-c", "echo 'test result: ok. 2 passed; 0 failed;'; exit 101"]);
        assert_eq!(of(&mut runner, of_rust_line).unwrap(), Counts { passed: 2, failed: 1 });
    }

    #[test]
    fn the_closing_line_is_plain() {
        let mut total = Counts { passed: 2, failed: 0 };
        total += Counts::FAILED;
        assert_eq!(total.to_string(), "2 passed, 1 failed");
    }
}
