// Takes the README's picture of the first page: `FAIRLODE=target/release/fairlode CHROMIUM=/usr/bin/chromium node tests/browser/picture.mjs`.

import { chromium } from "playwright-core";
import { startDemo } from "../demo.mjs";
import { FLAGS } from "./flags.mjs";

const demo = await startDemo();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: "en-GB" });
  await page.goto(`${demo.address}/en/`, { waitUntil: "load" });
  await page.screenshot({ path: new URL("../../docs/picture-home.png", import.meta.url).pathname });
} finally {
  await browser.close();
  await demo.stop();
}
