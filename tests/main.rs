//! Stories across the whole house, and the house's own promises. One binary, so that it links once.

mod dependencies;
mod house;
mod metadata;
