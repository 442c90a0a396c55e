// Starts `fairlode demo` on a free port, for the tests that speak to the program from outside. Nothing else is started,
// and what is started is ended by its own handle.

import { spawn } from "node:child_process";

const STARTS_WITHIN = 60_000;

/** The running demo: its address, what it printed, how long it took to say so, and how to end it. */
export async function startDemo() {
  const program = process.env.FAIRLODE;
  if (!program) throw new Error("FAIRLODE names the program to test; tests/run sets it");
  const began = performance.now();
  const child = spawn(program, ["demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let complained = "";
  child.stderr.on("data", (bytes) => (complained += bytes));

  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address within ${STARTS_WITHIN} ms: ${printed}${complained}`)), STARTS_WITHIN);
    child.stdout.on("data", (bytes) => {
      printed += bytes;
      const found = printed.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    });
    child.on("exit", (code) => reject(new Error(`the program ended with ${code}: ${complained}`)));
  });
  await (await fetch(`${address}/en/`)).text();
  const millis = Math.round(performance.now() - began);

  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.on("exit", resolve);
      child.kill("SIGTERM");
    });
  return { address, printed: () => printed, millis, stop };
}

/** Asks the public API; an error of the API is an error of the test. */
export async function ask(address, query, variables = {}) {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data;
}

/** Counts what passed and what failed, and says so as it goes. */
export class Tally {
  passed = 0;
  failed = 0;

  /** Runs one claim; a failure is told at once and does not stop the rest. */
  async claim(name, check) {
    try {
      await check();
      this.passed += 1;
      if (process.env.VERBOSE) console.log(`ok   ${name}`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAIL ${name}\n     ${String(error.message ?? error).replaceAll("\n", "\n     ")}`);
    }
  }

  /** The closing line, alone on its line; a failure, or nothing at all, makes the process fail. */
  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    if (this.failed > 0 || this.passed === 0) process.exitCode = 1;
  }
}
