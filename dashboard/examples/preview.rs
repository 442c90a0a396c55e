//! The pages over the fake API of the tests, to be looked at: `cargo run -p dashboard --example preview [ADDRESS]`.
//! With `PREVIEW_API` they are over the API at that address instead.

#[path = "../tests/fake/mod.rs"]
mod fake;

use std::sync::Arc;

use poem::listener::TcpListener;
use poem::{EndpointExt, Server};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8090".to_owned());
    let api: Arc<dyn dashboard::Transport> = match std::env::var("PREVIEW_API") {
        Ok(url) => Arc::new(dashboard::HttpTransport::new(url).map_err(std::io::Error::other)?),
        Err(_) => Arc::new(fake::Fake::casebook()),
    };
    let pages = dashboard::routes(api, dashboard::Config::default());
    println!("http://{address}/");
    Server::new(TcpListener::bind(address)).run(pages.with(poem::middleware::Compression::new())).await
}
