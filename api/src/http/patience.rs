//! A listener that gives up on headers that never end: a client that sends one byte by byte would otherwise hold a
//! connection for as long as it likes, because the HTTP server under us has no time-out for headers.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use poem::http::uri::Scheme;
use poem::listener::{Acceptor, Listener};
use poem::web::{LocalAddr, RemoteAddr};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// How long the header of a request may take from its first byte to its last. Bodies and answers have time-outs of
/// their own (see [`super::Limits`]).
pub const HEADER_TIME_MAX: Duration = Duration::from_secs(10);

/// How every HTTP/2 connection begins. Its headers come in frames, which the server below limits itself.
const HTTP2: &[u8] = b"PRI ";
/// How a header ends.
const END: &[u8] = b"\r\n\r\n";

/// A listener, or acceptor, whose connections end when a header takes longer than [`HEADER_TIME_MAX`].
pub struct Patient<L>(pub L);

impl<L: Listener> Listener for Patient<L> {
    type Acceptor = Patient<L::Acceptor>;

    async fn into_acceptor(self) -> io::Result<Self::Acceptor> {
        self.0.into_acceptor().await.map(Patient)
    }
}

impl<A: Acceptor> Acceptor for Patient<A> {
    type Io = Timed<A::Io>;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.0.local_addr()
    }

    async fn accept(&mut self) -> io::Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        let (stream, local, remote, scheme) = self.0.accept().await?;
        Ok((Timed { stream, time_max: HEADER_TIME_MAX, state: State::Idle }, local, remote, scheme))
    }
}

/// A connection that knows whether a header has begun and not ended.
pub struct Timed<S> {
    stream: S,
    time_max: Duration,
    state: State,
}

enum State {
    /// Nothing of a request has come since the last answer.
    Idle,
    /// A header is coming: its time, its first bytes, and how much of [`END`] stands at its end.
    Header { time: Pin<Box<Sleep>>, first: Vec<u8>, ending: usize },
    /// The header is complete.
    Beyond,
    /// Not ours to time.
    Http2,
}

impl State {
    /// Takes note of bytes that have come.
    fn read(&mut self, bytes: &[u8], time_max: Duration) {
        if bytes.is_empty() {
            return;
        }
        if matches!(self, State::Idle) {
            *self = State::Header { time: Box::pin(sleep(time_max)), first: Vec::new(), ending: 0 };
        }
        let State::Header { first, ending, .. } = self else { return };
        let missing = HTTP2.len() - first.len();
        first.extend(bytes.iter().take(missing));
        if first.as_slice() == HTTP2 {
            *self = State::Http2;
            return;
        }
        for byte in bytes {
            *ending = match *byte == END[*ending] {
                true => *ending + 1,
                false => usize::from(*byte == END[0]),
            };
            if *ending == END.len() {
                *self = State::Beyond;
                return;
            }
        }
    }

    /// An answer goes out: the next bytes are of another request.
    fn written(&mut self) {
        if matches!(self, State::Beyond) {
            *self = State::Idle;
        }
    }

    fn has_run_out(&mut self, context: &mut Context<'_>) -> bool {
        match self {
            State::Header { time, .. } => time.as_mut().poll(context).is_ready(),
            _ => false,
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Timed<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let time_max = self.time_max;
        self.state.read(&buffer.filled()[before..], time_max);
        if self.state.has_run_out(context) { Poll::Ready(Err(io::ErrorKind::TimedOut.into())) } else { read }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Timed<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.state.written();
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.state.written();
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

    const TIME_MAX: Duration = Duration::from_millis(60);

    fn pair() -> (DuplexStream, Timed<DuplexStream>) {
        let (client, server) = duplex(1024);
        (client, Timed { stream: server, time_max: TIME_MAX, state: State::Idle })
    }

    async fn pass(client: &mut DuplexStream, server: &mut Timed<DuplexStream>, bytes: &[u8]) {
        client.write_all(bytes).await.expect("sent");
        server.read_exact(&mut vec![0; bytes.len()]).await.expect("read in time");
    }

    /// Waits for something that never comes: for the time-out, or for much longer.
    async fn ends(server: &mut Timed<DuplexStream>) -> bool {
        let read = tokio::time::timeout(5 * TIME_MAX, server.read_u8()).await;
        matches!(read, Ok(Err(error)) if error.kind() == io::ErrorKind::TimedOut)
    }

    #[tokio::test]
    async fn a_header_that_never_ends_is_given_up() {
        let (mut client, mut server) = pair();
        for _ in 0..4 {
            pass(&mut client, &mut server, b"X").await;
            sleep(TIME_MAX / 8).await;
        }
        assert!(ends(&mut server).await);
    }

    #[tokio::test]
    async fn a_complete_header_may_be_answered_slowly() {
        let (mut client, mut server) = pair();
        pass(&mut client, &mut server, b"GET / HTTP/1.1\r\nHost: x\r").await;
        pass(&mut client, &mut server, b"\n\r\n").await;
        assert!(!ends(&mut server).await);
        server.write_all(b"answer").await.expect("written");
        assert!(!ends(&mut server).await, "an idle connection is no header");
        pass(&mut client, &mut server, b"G").await;
        assert!(ends(&mut server).await, "the next header is timed again");
    }

    #[tokio::test]
    async fn frames_of_http2_are_not_headers_of_http1() {
        let (mut client, mut server) = pair();
        pass(&mut client, &mut server, b"PR").await;
        pass(&mut client, &mut server, b"I * HTTP/2.0\r\n").await;
        assert!(!ends(&mut server).await);
    }
}
