//! What the public may see, all of it from a release.
