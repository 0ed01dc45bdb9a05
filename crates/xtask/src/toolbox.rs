//! Where the repository and its tools are, and how programs are started.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The repository's root and the PATH that every program is started with.
pub struct Toolbox {
    root: PathBuf,
    path: OsString,
}

impl Toolbox {
    /// Finds the root from cargo's variable or, without it, from the current folder upwards.
    pub fn new() -> Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().context("The current folder cannot be read")?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("crates/xtask/Cargo.toml").is_file())
            .context("This is not inside the Haberdash repository: no folder above has crates/xtask.")?
            .to_path_buf();
        let path = search_path(&root)?;
        Ok(Self { root, path })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Tools that were built for this repository are in `bin` below this folder.
    pub fn tools(&self) -> PathBuf {
        tools_folder(&self.root)
    }

    /// The folder with package.json and node_modules.
    pub fn npm_folder(&self) -> PathBuf {
        npm_folder(&self.root)
    }

    /// Holds off other runs of this command, which install and build into the same folders, until
    /// the file that is returned is dropped.
    pub fn lock(&self) -> Result<File> {
        let folder = self.root.join("target");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let file = File::create(folder.join("xtask.lock")).context("target/xtask.lock cannot be written")?;
        if file.try_lock().is_err() {
            eprintln!("Waiting for another `cargo xtask` to finish setting up or building.");
            file.lock().context("target/xtask.lock cannot be locked")?;
        }
        Ok(file)
    }

    /// The program of that name which a command would start, if there is one.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        find_in(&self.path, program)
    }

    /// A command in the repository's root, with the repository's own tools first on PATH and
    /// nothing on standard input.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path).stdin(Stdio::null());
        command
    }

    /// What `program arguments…` prints on standard output; `None` if it is missing or fails.
    pub fn ask(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = self.command(program).args(arguments).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// Runs a command to its end; anything but success is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let name = in_words(command);
    let status = command.status().with_context(|| format!("`{name}` could not be started"))?;
    if !status.success() {
        bail!("`{name}` failed ({status}); its own messages are above.");
    }
    Ok(())
}

/// Runs a command to its end and gives what it printed on standard output.
pub fn output_of(command: &mut Command) -> Result<Vec<u8>> {
    let name = in_words(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{name}` could not be started"))?;
    if !output.status.success() {
        bail!("`{name}` failed ({}); its own messages are above.", output.status);
    }
    Ok(output.stdout)
}

fn in_words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

fn tools_folder(root: &Path) -> PathBuf {
    root.join("target/tools")
}

fn npm_folder(root: &Path) -> PathBuf {
    root.join("tests/e2e")
}

fn search_path(root: &Path) -> Result<OsString> {
    let own = [tools_folder(root).join("bin"), npm_folder(root).join("node_modules/.bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
        .context("PATH cannot be extended: a folder's name has a character that PATH cannot hold")
}

fn find_in(path: &OsStr, program: &str) -> Option<PathBuf> {
    env::split_paths(path)
        .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|meta| meta.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_command_without_its_folder() {
        let mut command = Command::new("/somewhere/bin/trunk");
        command.args(["build", "--release"]);
        assert_eq!(in_words(&command), "trunk build --release");
    }

    #[test]
    fn finds_only_what_is_there() {
        assert_eq!(find_in(OsStr::new("/nowhere:/none"), "sh"), None);
        #[cfg(unix)]
        assert_eq!(find_in(OsStr::new("/nowhere:/bin"), "sh"), Some(PathBuf::from("/bin/sh")));
    }
}
