//! Reports of the field, small and made here after its formats, each with what is read of it beside it.

mod eiti_v1;
pub mod eiti_v2;
mod estma;
mod kp;
mod properties;
pub mod shown;
mod uk;
