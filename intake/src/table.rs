//! A table of a pack: a plain struct of strings for its rows, and its columns by name.

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in the first line of the file.
    pub name: &'static str,
    /// False where a pack may leave the column out.
    pub required: bool,
    /// True for free text, which is kept with its spaces; words and figures are trimmed.
    pub text: bool,
}

/// A row of a table, as the pack wrote it.
pub trait TableRow: Default {
    /// The file's name.
    const FILE: &'static str;
    /// The columns, in the order in which they are written.
    const COLUMNS: &'static [Column];

    /// Where the row stands in its file.
    fn at(&self) -> crate::At;
    /// Says where the row stands in its file.
    fn set_at(&mut self, at: crate::At);
    /// The cell of a column, by its position in [`TableRow::COLUMNS`]; empty is `None`.
    fn get(&self, column: usize) -> Option<&str>;
    /// Fills the cell of a column. An empty text is `None`.
    fn set(&mut self, column: usize, text: String);
}

/// Declares a row type: each column is a public `Option<String>` of the same name.
macro_rules! table {
    (
        $(#[$doc:meta])*
        $name:ident in $file:literal $(with { $(#[$extra_doc:meta])* $extra:ident: $extra_type:ty })? {
            $($(#[$column_doc:meta])* $column:ident $need:ident $content:ident,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            /// Where the row stands in its file; default for rows from elsewhere.
            pub at: At,
            $($(#[$extra_doc])* pub $extra: $extra_type,)?
            $($(#[$column_doc])* pub $column: Option<String>,)*
        }

        impl TableRow for $name {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [Column] = &[$(Column {
                name: stringify!($column),
                required: table!(@need $need),
                text: table!(@content $content),
            },)*];

            fn at(&self) -> At {
                self.at
            }

            fn set_at(&mut self, at: At) {
                self.at = at;
            }

            fn get(&self, column: usize) -> Option<&str> {
                #[allow(non_camel_case_types)]
                enum Nth { $($column,)* }
                $(if column == Nth::$column as usize {
                    return self.$column.as_deref();
                })*
                None
            }

            fn set(&mut self, column: usize, text: String) {
                #[allow(non_camel_case_types)]
                enum Nth { $($column,)* }
                let text = (!text.is_empty()).then_some(text);
                $(if column == Nth::$column as usize {
                    self.$column = text;
                    return;
                })*
            }
        }
    };
    (@need required) => { true };
    (@need added) => { false };
    (@content word) => { false };
    (@content text) => { true };
}
pub(crate) use table;
