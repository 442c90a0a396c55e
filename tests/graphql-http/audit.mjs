// The audits of the graphql-http package against the running demo: no error, no warning, and nothing left unsaid.

import { auditServer } from "graphql-http";
import { startDemo, Tally } from "../demo.mjs";

const demo = await startDemo();
const tally = new Tally();
try {
  for (const result of await auditServer({ url: `${demo.address}/graphql` })) {
    await tally.claim(result.name, () => {
      if (result.status !== "ok") throw new Error(`${result.status}: ${result.reason}`);
    });
  }
} finally {
  await demo.stop();
}
tally.close();
