//! Stories across the whole house, and the house's own promises. One binary, so that it links once.

mod app;
mod bad_packs;
mod casebook;
mod checked;
mod dashboard_alone;
mod database;
mod dependencies;
mod docs;
mod examples;
mod figure_travels;
mod gap_explained;
mod house;
mod member_sends;
mod metadata;
mod program;
