// Which pages to open: one of every kind, by what release 1 holds, and those that the casebook is known for.

const QUERY = `{
  release { number }
  marange: gaps(first: 1, filter: { country: "ZW", kind: PLEDGE_UNMET }, sort: AMOUNT_DESC) { nodes { code } }
  kasai: gaps(first: 1, filter: { country: "CD", kind: SPLIT_SHORT }, sort: AMOUNT_DESC) { nodes { code } }
  widest: gaps(first: 1, sort: AMOUNT_DESC) { nodes { code } }
  claims(first: 1) { nodes { code } }
  documents(first: 1) { nodes { sha256 } }
  mines(first: 1, country: "ZW") { nodes { slug } }
  parties(first: 1, country: "CD") { nodes { slug } }
  rules(first: 1, country: "LS") { nodes { slug } }
}`;

/** `{ name, path, status }` for each page; the path begins after the language. */
export async function onePageOfEachKind(ask) {
  const found = await ask(QUERY);
  const code = (list) => list.nodes[0].code;
  const pages = {
    home: "",
    "country with gaps": "country/ZW",
    "country without a rule": "country/BW",
    "country with many mines": "country/CD",
    mine: `mine/${found.mines.nodes[0].slug}`,
    party: `party/${found.parties.nodes[0].slug}`,
    "gap of a pledge": `gap/${code(found.marange)}`,
    "gap of a split": `gap/${code(found.kasai)}`,
    "widest gap": `gap/${code(found.widest)}`,
    claim: `claim/${code(found.claims)}`,
    document: `document/${found.documents.nodes[0].sha256}`,
    rule: `rule/${found.rules.nodes[0].slug}`,
    releases: "releases",
    release: `release/${found.release.number}`,
    "page of a release": `release/${found.release.number}/country/ZW`,
    method: "method",
  };
  const list = Object.entries(pages).map(([name, path]) => ({ name, path, status: 200 }));
  list.push({ name: "page that is not there", path: "nowhere-at-all", status: 404 });
  list.push({ name: "country that is not there", path: "country/XX", status: 404 });
  return list;
}
