//! Files of the built site and of the project: read, saved, listed; an error names its file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The bytes of a file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| about(path, &error))
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| about(path, &error))
}

/// Takes a file away.
pub(crate) fn remove(path: &Path) -> Result<(), String> {
    fs::remove_file(path).map_err(|error| about(path, &error))
}

/// Writes a file, and its folder where it is missing.
pub(crate) fn save(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, content));
    written.map_err(|error| about(path, &error))
}

/// The files right in a folder, in the order of their names.
pub(crate) fn within(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let list = || -> io::Result<Vec<PathBuf>> {
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                paths.push(entry.path());
            }
        }
        paths.sort();
        Ok(paths)
    };
    list().map_err(|error| about(folder, &error))
}

/// The name of a file without its folder.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Sixteen digits that stand for a content in a file's name.
pub(crate) fn sum(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn about(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}
