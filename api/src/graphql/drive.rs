//! Runs a request together with the loads that it starts, in one task.
//!
//! The data loader waits a millisecond at every level, for keys to gather, and then loads in a task of its own. Here a
//! load runs when the request has gone as far as it can without it: every key of the level is there by then, whatever
//! the number of threads, so that the number of statements depends on the query alone; and nothing waits for a clock.

use std::future::{Future, ready};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use async_graphql::runtime::Timer;
use futures_util::future::{BoxFuture, poll_fn};
use futures_util::stream::{FuturesUnordered, StreamExt};
use futures_util::task::{FutureObj, Spawn, SpawnError};

/// Takes the loads that a request starts.
#[derive(Clone, Default)]
pub struct Loads(Arc<Mutex<Vec<FutureObj<'static, ()>>>>);

impl Loads {
    fn take(&self) -> Vec<FutureObj<'static, ()>> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Spawn for Loads {
    fn spawn_obj(&self, load: FutureObj<'static, ()>) -> Result<(), SpawnError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(load);
        Ok(())
    }
}

/// Waits for nothing.
pub struct NoDelay;

impl Timer for NoDelay {
    fn delay(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(ready(()))
    }
}

/// Runs `request`, and whatever it hands to `loads`, to the end of `request`.
///
/// Level by level: the request goes on when all loads of a level have ended, not when the first has, so that a faster
/// answer of the database does not split the next level's keys.
pub async fn drive<T>(request: impl Future<Output = T>, loads: Loads) -> T {
    let mut request = pin!(request);
    let mut running = FuturesUnordered::new();
    poll_fn(|context| {
        loop {
            if running.is_empty() {
                if let Poll::Ready(answer) = request.as_mut().poll(context) {
                    return Poll::Ready(answer);
                }
                running.extend(loads.take());
            }
            match running.poll_next_unpin(context) {
                Poll::Ready(Some(())) => {}
                // Without a load, the request waits for something of its own, such as an act of the workflow.
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    })
    .await
}
