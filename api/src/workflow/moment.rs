//! When something is done.

use std::fmt;

use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

/// An instant in UTC, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// Reads the clock. Only the edges of the program do.
    pub fn now() -> Moment {
        Moment::at(OffsetDateTime::now_utc())
    }

    /// A given instant, cut to the second.
    pub fn at(instant: OffsetDateTime) -> Moment {
        let instant = instant.to_offset(time::UtcOffset::UTC);
        Moment(instant - Duration::nanoseconds(i64::from(instant.nanosecond())))
    }

    /// So many days later.
    pub fn plus_days(self, days: u16) -> Moment {
        Moment(self.0.saturating_add(Duration::days(i64::from(days))))
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 with a `Z`, such as `2026-03-01T12:00:00Z`: sorts as time does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.format(&Rfc3339).map_err(|_| fmt::Error)?)
    }
}
