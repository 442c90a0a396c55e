//! A listener that gives up on requests that never end: a client that sends a header byte by byte would otherwise hold
//! a connection for as long as it likes, because the HTTP server under us has no time-out for headers.

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

/// How long a request may take from its first byte to the first byte of its answer. Longer than the time-outs of a
/// body and of an answer together, so that those speak first, with a sentence.
pub const REQUEST_TIME_MAX: Duration = Duration::from_secs(60);

/// A listener, or acceptor, whose connections end when a request takes longer than [`REQUEST_TIME_MAX`].
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
        Ok((Timed { stream, running_out: None }, local, remote, scheme))
    }
}

/// A connection that knows whether a request has begun and not been answered.
pub struct Timed<S> {
    stream: S,
    running_out: Option<Pin<Box<Sleep>>>,
}

impl<S: AsyncRead + Unpin> AsyncRead for Timed<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if buffer.filled().len() > before && self.running_out.is_none() {
            self.running_out = Some(Box::pin(sleep(REQUEST_TIME_MAX)));
        }
        let ended = self.running_out.as_mut().is_some_and(|end| end.as_mut().poll(context).is_ready());
        if ended { Poll::Ready(Err(io::ErrorKind::TimedOut.into())) } else { read }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Timed<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.running_out = None;
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
        self.running_out = None;
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test(start_paused = true)]
    async fn a_request_that_never_ends_is_given_up() {
        let (mut client, server) = tokio::io::duplex(64);
        let mut server = Timed { stream: server, running_out: None };
        let mut byte = [0];
        for _ in 0..5 {
            client.write_all(b"x").await.expect("a byte sent");
            server.read_exact(&mut byte).await.expect("a byte read in time");
            tokio::time::advance(Duration::from_secs(11)).await;
        }
        server.write_all(b"answer").await.expect("an answer");
        client.write_all(b"x").await.expect("a byte sent");
        server.read_exact(&mut byte).await.expect("an answer starts the clock anew");
        let error = server.read_exact(&mut byte).await.expect_err("nothing more comes");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }
}
