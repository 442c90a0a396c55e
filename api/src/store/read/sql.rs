//! A statement in the making: text and values side by side, so that nothing from outside is ever written into the text.

use sea_orm::{DbBackend, Statement, Value};

/// Text with placeholders of one engine, and the values for them.
pub(super) struct Sql {
    engine: DbBackend,
    text: String,
    values: Vec<Value>,
}

impl Sql {
    pub(super) fn new(engine: DbBackend) -> Sql {
        Sql { engine, text: String::new(), values: Vec::new() }
    }

    /// Constant text.
    pub(super) fn push(&mut self, text: &str) -> &mut Sql {
        self.text.push_str(text);
        self
    }

    /// A placeholder, and its value.
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> &mut Sql {
        self.values.push(value.into());
        match self.engine {
            DbBackend::Postgres => self.text.push_str(&format!("${}", self.values.len())),
            _ => self.text.push('?'),
        }
        self
    }

    /// Constant text in which every `{}` stands for `value`.
    pub(super) fn fill(&mut self, text: &str, value: impl Into<Value>) -> &mut Sql {
        let value = value.into();
        let mut pieces = text.split("{}");
        self.push(pieces.next().unwrap_or_default());
        for piece in pieces {
            self.bind(value.clone()).push(piece);
        }
        self
    }

    /// `AND` a condition, where there is a value for it.
    pub(super) fn and<V: Into<Value>>(&mut self, condition: &str, value: Option<V>) -> &mut Sql {
        if let Some(value) = value {
            self.push(" AND ").fill(condition, value);
        }
        self
    }

    /// `AND` a column has one of these values, where they are given; one value for the statement, however many.
    pub(super) fn and_among(&mut self, column: &str, values: Option<&[String]>) -> &mut Sql {
        let Some(values) = values else { return self };
        let list = serde_json::Value::from_iter(values.iter().map(String::as_str)).to_string();
        self.push(" AND ").push(column);
        match self.engine {
            DbBackend::Postgres => {
                self.push(" IN (SELECT json_array_elements_text(").bind(list).push("::json))");
            }
            _ => {
                self.push(" IN (SELECT value FROM json_each(").bind(list).push("))");
            }
        }
        self
    }

    /// `AND t` is part of the release.
    pub(super) fn and_visible(&mut self, release: i64) -> &mut Sql {
        self.and("t.first_release <= {} AND (t.last_release IS NULL OR t.last_release >= {})", Some(release))
    }

    /// A table `k` with the column `value`, one row for each key, and the word that joins another to it. One value
    /// however many keys there are, so that the text, and with it the prepared statement, stays the same.
    ///
    /// SQLite has no idea how many keys there are and may walk through all of them for every row of the other table;
    /// its `CROSS JOIN` keeps the order as written, from the keys to the other table's index.
    pub(super) fn keys_join(&mut self, keys: &[&str]) -> &mut Sql {
        let list = serde_json::Value::from_iter(keys.iter().copied()).to_string();
        match self.engine {
            DbBackend::Postgres => self.push("json_array_elements_text(").bind(list).push("::json) AS k(value) JOIN "),
            _ => self.push("json_each(").bind(list).push(") AS k CROSS JOIN "),
        }
    }

    pub(super) fn statement(self) -> Statement {
        Statement::from_sql_and_values(self.engine, self.text, self.values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(engine: DbBackend) -> String {
        let mut sql = Sql::new(engine);
        sql.push("SELECT t.* FROM ").keys_join(&["a", "b"]).push("mine t ON t.code = k.value WHERE TRUE");
        sql.and_visible(3).and("t.country = {}", Some("SL")).and("t.kind = {}", None::<String>);
        sql.statement().sql
    }

    #[test]
    fn each_engine_gets_its_placeholders() {
        assert_eq!(
            example(DbBackend::Sqlite),
            "SELECT t.* FROM json_each(?) AS k CROSS JOIN mine t ON t.code = k.value WHERE TRUE \
             AND t.first_release <= ? AND (t.last_release IS NULL OR t.last_release >= ?) AND t.country = ?"
        );
        assert_eq!(
            example(DbBackend::Postgres),
            "SELECT t.* FROM json_array_elements_text($1::json) AS k(value) JOIN mine t ON t.code = k.value WHERE TRUE \
             AND t.first_release <= $2 AND (t.last_release IS NULL OR t.last_release >= $3) AND t.country = $4"
        );
    }
}
