//! The schema is a file that people and the dashboard rely on.

use expect_test::expect_file;

/// `UPDATE_EXPECT=1` writes it anew.
#[test]
fn the_committed_schema_is_the_one_that_is_served() {
    expect_file!["../../schema.graphql"].assert_eq(&api::graphql::sdl());
}
