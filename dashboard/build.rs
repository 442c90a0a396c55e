//! Registers the API's committed schema, so that a query which the API does not answer fails to compile.

fn main() {
    cynic_codegen::register_schema("fairlode")
        .from_sdl_file("../api/schema.graphql")
        .expect("the committed schema is readable")
        .as_default()
        .expect("a build script has an output folder");
}
