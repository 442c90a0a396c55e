// The pages as a reader meets them: English and French, phone and desk, with and without JavaScript.

import { chromium } from "playwright-core";
import { ask, startDemo, Tally } from "../demo.mjs";
import { crawl } from "./crawl.mjs";
import { FLAGS } from "./flags.mjs";
import { figuresTravel } from "./figures.mjs";
import { onePageOfEachKind } from "./pages.mjs";
import { look } from "./look.mjs";

const demo = await startDemo();
console.log(`   from start to first page: ${demo.millis} ms (reported, not judged)`);
const tally = new Tally();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
try {
  const pages = await onePageOfEachKind((query) => ask(demo.address, query));
  for (const lang of ["en", "fr"]) {
    for (const width of [390, 1280]) {
      for (const scripts of [false, true]) {
        await look({ browser, demo, tally, pages, lang, width, scripts });
      }
    }
  }
  await figuresTravel({ demo, tally });
  await crawl({ demo, tally });
} finally {
  await browser.close();
  await demo.stop();
}
tally.close();
