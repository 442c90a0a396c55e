// Follows the links of the pages: each leads somewhere, and each page stays small enough for a slow telephone.

import http from "node:http";

/** HTML and CSS together, compressed. */
const BYTES_MAX = 30_000;
/** Claims are many and alike: so many pages of one kind and language are enough. */
const PAGES_OF_A_KIND = 120;

export async function crawl({ demo, tally }) {
  const styles = new Map();
  const seen = new Set(["/en/", "/fr/"]);
  const next = [...seen];
  const kinds = new Map();
  let widest = { bytes: 0 };
  while (next.length > 0) {
    const path = next.shift();
    await tally.claim(`link to ${path}`, async () => {
      const { status, bytes, text } = await get(demo.address + path);
      if (status !== 200) throw new Error(`answers ${status}`);
      if (!text.startsWith("<!DOCTYPE html>")) return;
      let sum = bytes;
      for (const sheet of linked(text, /<link[^>]+rel="stylesheet"[^>]*>/g, path)) {
        if (!styles.has(sheet)) styles.set(sheet, (await get(demo.address + sheet)).bytes);
        sum += styles.get(sheet);
      }
      if (sum > widest.bytes) widest = { bytes: sum, path };
      if (sum > BYTES_MAX) throw new Error(`${sum} bytes of HTML and CSS, compressed; at most ${BYTES_MAX}`);
      for (const link of linked(text, /<a\s[^>]*>/g, path)) {
        const kind = link.split("/").slice(1, 3).join("/");
        if (seen.has(link) || (kinds.get(kind) ?? 0) >= PAGES_OF_A_KIND) continue;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        seen.add(link);
        next.push(link);
      }
    });
  }
  console.log(`   ${seen.size} pages followed; the largest is ${widest.path} with ${widest.bytes} bytes compressed`);
}

/** The paths of our own that the tags found by `pattern` refer to, without fragments. */
function linked(html, pattern, from) {
  const paths = [];
  for (const [tag] of html.matchAll(pattern)) {
    const href = tag.match(/href="([^"]*)"/)?.[1]?.replaceAll("&amp;", "&");
    if (!href || href.startsWith("#")) continue;
    const url = new URL(href, `http://here${from}`);
    if (url.host === "here") paths.push(url.pathname + url.search);
  }
  return paths;
}

/** Status, compressed size, and text. */
function get(url) {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers: { "accept-encoding": "gzip", accept: "text/html,*/*" } }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", async () => {
          const body = Buffer.concat(parts);
          const text = (await unzipped(body, answer.headers["content-encoding"])).toString("utf8");
          resolve({ status: answer.statusCode, bytes: body.length, text });
        });
      })
      .on("error", reject);
  });
}

async function unzipped(body, encoding) {
  if (encoding !== "gzip") return body;
  const { gunzipSync } = await import("node:zlib");
  return gunzipSync(body);
}
