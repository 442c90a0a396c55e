//! Which column of a table means what: proposed from its headers, confirmed by a person, and remembered for the next file of
//! the same shape.

use reconcile::{Role, Side};
use serde::{Deserialize, Serialize};

use super::Field;
use super::heading::plain;

/// The version of mappings that is written.
const VERSION: u32 = 1;

/// A mapping of columns to fields. As TOML or JSON:
///
/// ```toml
/// version = 1
/// fingerprint = "5d3c…"
///
/// [[column]]
/// header = "Montant reçu (FCFA)"
/// field = "amount"
/// role = "received"
/// money = "FCFA"
///
/// [constants]
/// side = "community"
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Mapping {
    /// The fingerprint of the headers that it was made for.
    pub fingerprint: String,
    /// What each column that is read means.
    pub columns: Vec<MappedColumn>,
    /// What holds for every row that does not say otherwise.
    pub constants: Vec<(Field, String)>,
}

/// What one column means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// The header, as the file has it; it is found again by its letters, wherever the column then stands.
    pub header: String,
    /// What it means.
    pub field: Field,
    /// Of a column of amounts: in what role they are, where the header says so.
    pub role: Option<Role>,
    /// Of a column of amounts: the word of money in the header.
    pub money: Option<String>,
    /// Of a column of amounts: the zeros that the header adds to each.
    pub zeros: u32,
}

impl Mapping {
    /// True where the mapping was made for headers of this shape.
    pub fn fits<'a>(&self, headers: impl IntoIterator<Item = &'a str>) -> bool {
        self.fingerprint == fingerprint(headers)
    }

    /// The value that holds for every row.
    pub fn constant(&self, field: Field) -> Option<&str> {
        self.constants.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str())
    }
}

/// What makes two headers of one shape: the same names, whatever their order, capitals and accents.
pub fn fingerprint<'a>(headers: impl IntoIterator<Item = &'a str>) -> String {
    use sha2::{Digest, Sha256};
    let mut names: Vec<String> = headers.into_iter().map(plain).filter(|name| !name.is_empty()).collect();
    names.sort();
    Sha256::digest(names.join("\n")).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A mapping as files have it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    fingerprint: String,
    #[serde(default)]
    column: Vec<WrittenColumn>,
    #[serde(default)]
    constants: std::collections::BTreeMap<String, String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenColumn {
    header: String,
    field: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    money: Option<String>,
    #[serde(default, skip_serializing_if = "is_zero")]
    zeros: u32,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The most zeros that a header may add.
const ZEROS_MAX: u32 = 12;

impl TryFrom<Written> for Mapping {
    type Error = String;

    fn try_from(written: Written) -> Result<Mapping, String> {
        if written.version != VERSION {
            return Err(format!("version {} of mappings is not known", written.version));
        }
        let columns = written.column.into_iter().map(MappedColumn::try_from).collect::<Result<_, _>>()?;
        let constant = |(code, value): (String, String)| {
            let field = field(&code)?;
            match (field, Side::from_code(&value), Role::from_code(&value)) {
                (Field::Side, None, _) | (Field::Role, _, None) => Err(format!("`{value}` is not a word of `{code}`")),
                _ => Ok((field, value)),
            }
        };
        let constants = written.constants.into_iter().map(constant).collect::<Result<_, _>>()?;
        Ok(Mapping { fingerprint: written.fingerprint, columns, constants })
    }
}

impl TryFrom<WrittenColumn> for MappedColumn {
    type Error = String;

    fn try_from(column: WrittenColumn) -> Result<MappedColumn, String> {
        let role = match column.role.as_deref() {
            None => None,
            Some(code) => Some(Role::from_code(code).ok_or_else(|| format!("`{code}` is not a role"))?),
        };
        if column.zeros > ZEROS_MAX {
            return Err(format!("`{}` adds more than {ZEROS_MAX} zeros", column.header));
        }
        Ok(MappedColumn {
            header: column.header,
            field: field(&column.field)?,
            role,
            money: column.money,
            zeros: column.zeros,
        })
    }
}

fn field(code: &str) -> Result<Field, String> {
    Field::from_code(code).ok_or_else(|| format!("`{code}` is not a field"))
}

impl From<Mapping> for Written {
    fn from(mapping: Mapping) -> Written {
        let column = |column: MappedColumn| WrittenColumn {
            header: column.header,
            field: column.field.as_str().to_owned(),
            role: column.role.map(|role| role.as_str().to_owned()),
            money: column.money,
            zeros: column.zeros,
        };
        Written {
            version: VERSION,
            fingerprint: mapping.fingerprint,
            column: mapping.columns.into_iter().map(column).collect(),
            constants: mapping.constants.into_iter().map(|(field, value)| (field.as_str().to_owned(), value)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_capitals_and_accents_do_not_change_a_shape_but_a_column_does() {
        let shape = fingerprint(["Mine", "Montant reçu", ""]);
        assert_eq!(shape, fingerprint(["MONTANT RECU", "mine"]));
        assert_ne!(shape, fingerprint(["Mine", "Montant reçu", "Date"]));
    }

    #[test]
    fn a_mapping_comes_back_as_it_was_written_and_unknown_words_are_refused() {
        let column = MappedColumn {
            header: "Montant (FCFA)".into(),
            field: Field::Amount,
            role: Some(Role::Received),
            money: Some("FCFA".into()),
            zeros: 3,
        };
        let constants = vec![(Field::Side, "community".to_owned())];
        let mapping = Mapping { fingerprint: fingerprint(["Montant (FCFA)"]), columns: vec![column], constants };
        let text = toml::to_string(&mapping).expect("TOML");
        assert_eq!(toml::from_str::<Mapping>(&text).expect("a mapping"), mapping);
        let json = serde_json::to_string(&mapping).expect("JSON");
        assert_eq!(serde_json::from_str::<Mapping>(&json).expect("a mapping"), mapping);
        let wrong = text.replace("\"amount\"", "\"amout\"");
        assert!(toml::from_str::<Mapping>(&wrong).expect_err("refused").to_string().contains("`amout` is not a field"));
    }
}
