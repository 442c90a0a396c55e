//! Counters in the text format that Prometheus reads. Nothing about who asked.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use poem::http::{StatusCode, header};
use poem::web::Data;
use poem::{Response, handler};

use crate::graphql::{Code, Service};

/// Upper ends of the classes of answer times, in milliseconds.
const CLASSES: [u64; 8] = [1, 5, 20, 50, 200, 1_000, 5_000, 20_000];

/// What has happened since the program started.
#[derive(Debug)]
pub struct Metrics {
    /// Answers by hundreds of their status: 1xx to 5xx.
    answers: [AtomicU64; 5],
    /// Answers by time.
    times: [AtomicU64; CLASSES.len()],
    time_total: AtomicU64,
    /// GraphQL requests that were executed, and those among them with errors.
    executed: AtomicU64,
    failed: AtomicU64,
    /// GraphQL requests that were refused before execution, by code.
    refused: [AtomicU64; Code::ALL.len()],
}

impl Default for Metrics {
    fn default() -> Metrics {
        // Arrays of this length have no default of their own.
        Metrics {
            answers: Default::default(),
            times: Default::default(),
            time_total: AtomicU64::default(),
            executed: AtomicU64::default(),
            failed: AtomicU64::default(),
            refused: std::array::from_fn(|_| AtomicU64::default()),
        }
    }
}

impl Metrics {
    /// An answer was given.
    pub fn answered(&self, status: StatusCode, milliseconds: u64) {
        if let Some(count) = self.answers.get(usize::from(status.as_u16() / 100).wrapping_sub(1)) {
            count.fetch_add(1, Relaxed);
        }
        if let Some(class) = CLASSES.iter().position(|end| milliseconds <= *end) {
            self.times[class].fetch_add(1, Relaxed);
        }
        self.time_total.fetch_add(milliseconds, Relaxed);
    }

    /// A GraphQL request was executed.
    pub fn executed(&self, with_errors: bool) {
        self.executed.fetch_add(1, Relaxed);
        self.failed.fetch_add(u64::from(with_errors), Relaxed);
    }

    /// A GraphQL request was refused.
    pub fn refused(&self, code: Code) {
        self.refused[code as usize].fetch_add(1, Relaxed);
    }

    /// The page.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        lines.push("# TYPE fairlode_http_answers_total counter".to_owned());
        for (hundred, count) in (1..).zip(&self.answers) {
            lines.push(format!("fairlode_http_answers_total{{status=\"{hundred}xx\"}} {}", count.load(Relaxed)));
        }
        self.write_times(&mut lines);
        lines.push("# TYPE fairlode_graphql_executed_total counter".to_owned());
        lines.push(format!("fairlode_graphql_executed_total {}", self.executed.load(Relaxed)));
        lines.push("# TYPE fairlode_graphql_failed_total counter".to_owned());
        lines.push(format!("fairlode_graphql_failed_total {}", self.failed.load(Relaxed)));
        lines.push("# TYPE fairlode_graphql_refused_total counter".to_owned());
        for (code, count) in Code::ALL.iter().zip(&self.refused) {
            let count = count.load(Relaxed);
            if count > 0 {
                lines.push(format!("fairlode_graphql_refused_total{{code=\"{}\"}} {count}", code.word()));
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn write_times(&self, lines: &mut Vec<String>) {
        lines.push("# TYPE fairlode_http_answer_milliseconds histogram".to_owned());
        let mut so_far = 0;
        for (end, count) in CLASSES.iter().zip(&self.times) {
            so_far += count.load(Relaxed);
            lines.push(format!("fairlode_http_answer_milliseconds_bucket{{le=\"{end}\"}} {so_far}"));
        }
        let all: u64 = self.answers.iter().map(|count| count.load(Relaxed)).sum();
        lines.push(format!("fairlode_http_answer_milliseconds_bucket{{le=\"+Inf\"}} {all}"));
        lines.push(format!("fairlode_http_answer_milliseconds_sum {}", self.time_total.load(Relaxed)));
        lines.push(format!("fairlode_http_answer_milliseconds_count {all}"));
    }
}

/// `/metrics`.
#[handler]
pub fn page(service: Data<&Service>) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-store")
        .body(service.metrics().text())
}
