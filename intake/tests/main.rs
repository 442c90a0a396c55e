//! One test binary: what the crate promises about strangers' files.

mod catalogue;
mod duplicate;
mod evidence;
mod findings;
mod forms;
mod good_pack;
mod grid;
mod hostile;
mod marked;
mod pack_files;
mod policy;
mod properties;
mod reports;
mod snapshot;
mod spellings;
mod upload;
mod workbooks;
mod zip;
