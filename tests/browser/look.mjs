// Opens each page once in one language, at one width, with or without JavaScript, and looks at it.

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const HEIGHTS = { 390: 844, 1280: 900 };

export async function look({ browser, demo, tally, pages, lang, width, scripts }) {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    javaScriptEnabled: scripts,
    locale: lang === "fr" ? "fr-FR" : "en-GB",
  });
  const page = await context.newPage();
  let elsewhere = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== demo.address) elsewhere.push(request.url());
  });
  let complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser itself reports a 404 of the page that we asked for on purpose.
    if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text());
  });

  const manner = `${lang}, ${width} px, JavaScript ${scripts ? "on" : "off"}`;
  for (const { name, path, status } of pages) {
    await tally.claim(`${name} (${manner})`, async () => {
      elsewhere = [];
      complaints = [];
      const answer = await page.goto(`${demo.address}/${lang}/${path}`, { waitUntil: "load" });
      equal(answer.status(), status, "status");
      equal(await page.getAttribute("html", "lang"), lang, "language of the page");
      equal(await page.locator("h1").count(), 1, "one heading of the first rank");
      equal(elsewhere.join(), "", "requests that leave the machine");
      equal(complaints.join(), "", "complaints of the browser");
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (scroll > 0) throw new Error(`${path}: the page scrolls sideways by ${scroll} px`);
      if (status === 404 && (await page.locator("main a[href]").count()) === 0) throw new Error("no way on");
      if (scripts) await accessible(page);
      if (process.env.SCREENSHOTS) await keepPicture(page, `${lang}-${width}-${name.replaceAll(" ", "-")}`, scripts);
    });
  }
  await context.close();
}

/** No violation of any rule that axe has. */
async function accessible(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => (await window.axe.run()).violations);
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  equal(told.join("\n"), "", "violations that axe sees");
}

/** Keeps a picture for the eye, where SCREENSHOTS names a folder. */
async function keepPicture(page, name, scripts) {
  if (!scripts) return;
  await mkdir(process.env.SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}

function equal(seen, wanted, what) {
  if (seen !== wanted) throw new Error(`${what}: ${JSON.stringify(seen)} and not ${JSON.stringify(wanted)}`);
}
