//! Reports of the field, small and made here after its formats, each with what is read of it beside it.

mod eiti_v1;
mod eiti_v2;
mod estma;
mod kp;
mod properties;
mod shown;
mod uk;
