//! A pack's files from a folder: the one place of the program that walks the disk for them.

use std::fs;
use std::io;
use std::path::Path;

use intake::{Limits, PackFiles};

use crate::failure::Failure;

/// The files of the folder, by name; folders within it are no part of a pack.
///
/// Stops reading at the limits, so that a folder that is no pack cannot fill the memory; `intake` then says which limit
/// was met.
pub fn files(folder: &Path, limits: Limits) -> Result<PackFiles, Failure> {
    if !folder.is_dir() {
        let shown = folder.display();
        return Err(Failure::unusable(
            format!("{shown} is not a folder; a pack is a folder of CSV files."),
            format!("{shown} n’est pas un répertoire ; un dossier de données est un répertoire de fichiers CSV."),
        ));
    }
    read(folder, limits).map_err(|error| {
        let shown = folder.display();
        Failure::unusable(
            format!("The folder {shown} cannot be read."),
            format!("Le répertoire {shown} est illisible."),
        )
        .because(error)
    })
}

fn read(folder: &Path, limits: Limits) -> io::Result<PackFiles> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && !name.starts_with('.') {
            paths.push((name, entry.path()));
        }
    }
    paths.sort();
    let (mut files, mut bytes_left) = (PackFiles::new(), limits.bytes);
    for (name, path) in paths.into_iter().take(limits.files + 1) {
        let bytes = file(&path, bytes_left)?;
        bytes_left = bytes_left.saturating_sub(bytes.len());
        files.push(name, bytes);
    }
    Ok(files)
}

/// A file's bytes, and one more than `bytes_max` of it at most: enough to see that it is too large.
pub fn file(path: &Path, bytes_max: usize) -> io::Result<Vec<u8>> {
    use io::Read;
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(bytes_max as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
