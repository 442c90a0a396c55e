//! What a grid holds of each kind of file, and what is said of those that are odd, hostile or none.

mod corpus;
mod excel;
mod hostile;
mod opendocument;
mod properties;
mod text;
