// How Chromium is started: without a sandbox, because the tests may run as root, and without anything that it would
// fetch by itself.

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
