//! Scalars: amounts as strings of digits, days, instants.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use reconcile::PartialDate;

/// An exact decimal as a string of digits, with the digits its publisher wrote. A JSON number is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(pub reconcile::Amount);

#[Scalar]
impl ScalarType for Amount {
    fn parse(value: Value) -> InputValueResult<Amount> {
        match &value {
            Value::String(text) => text.parse().map(Amount).map_err(InputValueError::custom),
            Value::Number(_) => Err(InputValueError::custom(
                "send an amount as a string of digits, such as \"0.10\": a JSON number may already have been rounded",
            )),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn is_valid(value: &Value) -> bool {
        matches!(value, Value::String(text) if text.parse::<reconcile::Amount>().is_ok())
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A day, YYYY-MM-DD.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date(String);

impl Date {
    /// A stored day. Days are stored as they are shown.
    pub fn stored(text: String) -> Date {
        Date(text)
    }
}

#[Scalar]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Date> {
        match value {
            Value::String(text) if is_day(&text) => Ok(Date(text)),
            other => Err(InputValueError::expected_type(other)),
        }
    }

    fn is_valid(value: &Value) -> bool {
        matches!(value, Value::String(text) if is_day(text))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<PartialDate>().is_ok()
}

/// An instant, RFC 3339.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime(String);

impl DateTime {
    /// A stored instant. Instants are stored as they are shown.
    pub fn stored(text: String) -> DateTime {
        DateTime(text)
    }
}

#[Scalar]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<DateTime> {
        use time::{OffsetDateTime, format_description::well_known::Rfc3339};
        match value {
            Value::String(text) if OffsetDateTime::parse(&text, &Rfc3339).is_ok() => Ok(DateTime(text)),
            other => Err(InputValueError::expected_type(other)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_a_string_of_digits() {
        let text = Value::from("9007199254740993.10");
        assert!(Amount::is_valid(&text));
        assert_eq!(Amount::parse(text.clone()).map(|amount| amount.to_value()).ok(), Some(text));
        for refused in [Value::from(1), Value::from("1e6"), Value::from("1,000"), Value::from(""), Value::from(true)] {
            assert!(!Amount::is_valid(&refused), "{refused}");
            assert!(Amount::parse(refused).is_err());
        }
    }

    #[test]
    fn a_day_exists_in_the_calendar() {
        assert!(Date::is_valid(&Value::from("2024-02-29")));
        for refused in ["2023-02-29", "2024-02", "2024"] {
            assert!(!Date::is_valid(&Value::from(refused)), "{refused}");
        }
    }
}
