//! What one request may weigh, and how long it may take.

use std::time::Duration;

/// Limits of one request. The defaults suit a public service; the program may set them.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Largest JSON body, in bytes. Introspection is 4 kB; a disclosure as base64 must fit too, so it follows
    /// `upload_bytes_max` where a token is shown.
    pub body_bytes_max: usize,
    /// Largest uploaded document, in bytes. The largest EITI summary workbook seen is 4 MB.
    pub upload_bytes_max: usize,
    /// How long a body may take to arrive.
    pub body_time_max: Duration,
    /// How long an answer to anyone may take.
    pub answer_time_max: Duration,
    /// How long an act of someone with a token may take: publishing works through everything that is published.
    pub act_time_max: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            body_bytes_max: 256 * 1024,
            upload_bytes_max: 20 * 1024 * 1024,
            body_time_max: Duration::from_secs(20),
            answer_time_max: Duration::from_secs(15),
            act_time_max: Duration::from_secs(600),
        }
    }
}

impl Limits {
    /// The largest JSON body of someone who shows a token: a document as base64 (four bytes for three), and its frame.
    pub fn signed_body_bytes_max(&self) -> usize {
        self.upload_bytes_max / 3 * 4 + self.body_bytes_max
    }
}
