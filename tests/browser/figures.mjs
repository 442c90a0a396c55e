// The figures the casebook is known for stand on the pages, and each leads back to the cell it was read from.

import { ask } from "../demo.mjs";

const QUERY = `{
  marange: gaps(first: 1, filter: { country: "ZW", kind: PLEDGE_UNMET }, sort: AMOUNT_DESC) {
    nodes { code amount percent comparison { mine { slug } } }
  }
  kasai: gaps(first: 1, filter: { country: "CD", kind: SPLIT_SHORT }, sort: AMOUNT_DESC) {
    nodes { code amount comparison { mine { slug } } }
  }
  letseng: rules(first: 50, country: "LS") { nodes { slug ratePercent mine { slug } } }
}`;

/** What the pages of the well-known cases must show, in the digits of the sources. */
export async function figuresTravel({ demo, tally }) {
  const found = await ask(demo.address, QUERY);
  const marange = found.marange.nodes[0];
  const kasai = found.kasai.nodes[0];
  const lease = found.letseng.nodes.find((rule) => rule.mine !== null && /^8(\.0+)?$/.test(rule.ratePercent ?? ""));
  const promised = [
    [`gap/${marange.code}`, ["50000000", "400000", "49600000", "99.20", "500000"]],
    [`country/ZW`, ["50000000", "400000", "49600000"]],
    [`gap/${kasai.code}`, ["2793470.01", "943129.98", "1676082.01", "732952.03", "15", "25"]],
    [`mine/${lease.mine.slug}`, ["8"]],
    [`rule/${lease.slug}`, ["8"]],
  ];
  for (const lang of ["en", "fr"]) {
    for (const [path, figures] of promised) {
      await tally.claim(`figures of /${lang}/${path}`, async () => {
        const text = plain(await body(demo, `/${lang}/${path}`), lang);
        const missing = figures.filter((figure) => !text.match(new RegExp(`(?<![\\d.])${figure.replace(".", "\\.")}(?![\\d]|\\.\\d)`)));
        if (missing.length > 0) throw new Error(`not on the page: ${missing.join(", ")}`);
      });
    }
    await tally.claim(`Botswana has no rule, and never nought percent (${lang})`, async () => {
      const text = plain(await body(demo, `/${lang}/country/BW`), lang);
      if (!text.match(lang === "fr" ? /aucune règle/i : /no rule/i)) throw new Error("the page does not say so");
      if (text.match(/(?<![\d.])0(\.0+)? ?%/)) throw new Error("the page says 0 %");
    });
    for (const [name, { code }] of Object.entries({ marange, kasai })) {
      await tally.claim(`every figure of the ${name} gap leads to its cell (${lang})`, () => backToTheCell(demo, lang, `/${lang}/gap/${code}`));
    }
  }
}

/** Each claim linked from the page leads to its claim page, that to the document, and the document to the literal text. */
async function backToTheCell(demo, lang, path) {
  const claims = new Set([...(await body(demo, path)).matchAll(/href="(\/[^"]*\/claim\/[^"#?]+)"/g)].map(([, href]) => href));
  if (claims.size === 0) throw new Error("no figure is linked to its claim");
  for (const href of claims) {
    const code = decodeURIComponent(href.split("/").pop());
    const { claim } = await ask(
      demo.address,
      `query ($code: String!) { claim(code: $code) { packId document { sha256 } place { line column raw } } }`,
      { code },
    );
    const page = await body(demo, href);
    const raw = claim.place.raw;
    if (!unescaped(page).includes(raw)) throw new Error(`${href} does not show the literal text "${raw}"`);
    const link = page.match(new RegExp(`href="(/[^"]*/document/${claim.document.sha256}[^"]*)"`))?.[1];
    if (!link) throw new Error(`${href} does not lead to its document`);
    const document = await body(demo, link.replaceAll("&amp;", "&"));
    if (!unescaped(document).includes(raw)) throw new Error(`${link} does not show "${raw}"`);
  }
}

async function body(demo, path) {
  const answer = await fetch(demo.address + path.split("#")[0]);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return answer.text();
}

function unescaped(html) {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The text of the page, with digits ungrouped and a decimal point: `49 600 000,00` and `49,600,000.00` are one. */
function plain(html, lang) {
  const main = html.slice(html.indexOf("<main"));
  const text = unescaped(main.replace(/<[^>]*>/g, " ")).replaceAll("&nbsp;", "\u00a0");
  const group = lang === "fr" ? /(?<=\d)[\u00a0\u202f](?=\d{3})/g : /(?<=\d),(?=\d{3})/g;
  const whole = text.replace(group, "");
  return lang === "fr" ? whole.replace(/(?<=\d),(?=\d)/g, ".") : whole;
}
