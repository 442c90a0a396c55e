//! Listening, serving, and ending well.

use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use poem::listener::TcpAcceptor;
use poem::{Endpoint, Server};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::EnvFilter;

use crate::failure::Failure;

/// How long open requests may take to end once the program was asked to.
const FAREWELL: Duration = Duration::from_secs(10);

/// A port that is ours from here on; taken before anything else is done, so that a port in use costs nothing.
///
/// From here on the program also notices that it is asked to end, so that a request to end that comes while it is still
/// getting ready is not a fall.
pub struct Door {
    listener: TcpListener,
    interrupt: Signal,
    terminate: Signal,
    /// Where it listens: the port that the machine chose, where port 0 was asked for.
    pub address: SocketAddr,
}

impl Door {
    /// Takes the port. Called within the runtime.
    pub fn open(address: SocketAddr) -> Result<Door, Failure> {
        let opened = TcpListener::bind(address).and_then(|listener| {
            listener.set_nonblocking(true)?;
            let address = listener.local_addr()?;
            let (interrupt, terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
            Ok(Door { listener, interrupt, terminate, address })
        });
        opened.map_err(|error| closed(address, &error))
    }

    /// Serves until the program is asked to end by `Ctrl-C` or `SIGTERM`; then answers what is open and returns.
    pub async fn serve<E>(self, application: E) -> Result<(), Failure>
    where
        E: Endpoint + 'static,
        E::Output: poem::IntoResponse,
    {
        let Door { listener, mut interrupt, mut terminate, address } = self;
        let asked_to_end = async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        };
        let acceptor = TcpAcceptor::from_std(listener).map_err(|error| closed(address, &error))?;
        let server = Server::new_with_acceptor(api::http::Patient(acceptor));
        let ended = server.run_with_graceful_shutdown(application, asked_to_end, Some(FAREWELL)).await;
        ended.map_err(|error| closed(address, &error))
    }
}

fn closed(address: SocketAddr, error: &io::Error) -> Failure {
    let port = address.port();
    match error.kind() {
        ErrorKind::AddrInUse => Failure::unusable(
            format!("Another program already listens on {address}; stop it, or choose another port with --listen."),
            format!(
                "Un autre programme écoute déjà sur {address} ; arrêtez-le, ou choisissez un autre port avec --listen."
            ),
        ),
        ErrorKind::PermissionDenied => Failure::unusable(
            format!("This user may not listen on port {port}; choose one above 1023 with --listen."),
            format!(
                "Cet utilisateur ne peut pas écouter sur le port {port} ; choisissez-en un au-dessus de 1023 avec --listen."
            ),
        ),
        _ => Failure::unusable(
            format!("It is not possible to listen on {address}."),
            format!("Il n’est pas possible d’écouter sur {address}."),
        )
        .because(error),
    }
}

/// Writes the log to standard error, one JSON object a line; standard output is for answers.
pub fn start_log(filter: &str) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(filter).map_err(|error| {
        Failure::unusable(
            format!("The log filter \"{filter}\" is not understood."),
            format!("Le filtre du journal « {filter} » n’est pas compris."),
        )
        .because(error)
    })?;
    let json = tracing_subscriber::fmt().json().flatten_event(true).with_span_list(false);
    json.with_env_filter(filter).with_writer(io::stderr).init();
    Ok(())
}
