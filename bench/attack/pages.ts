/** Documents that are bait for whoever reads them, asked for, added as feeds, met in feeds, and sent as files. */

import { gzipSync } from "node:zlib";
import { waitFor } from "./people.ts";
import { startCounting, type Tally } from "./tally.ts";
import type { Target } from "./target.ts";

interface Bait {
  readonly name: string;
  readonly body: () => string;
  readonly type?: string;
}

const HEAD = '<html lang="en"><head><title>Harbor</title></head><body><article><h1>Harbor</h1><p>';
const toPage = (text: string): string => `${HEAD}${text}</p></article></body></html>`;
const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const FEED = "application/rss+xml";
const JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":';

const BAITS: readonly Bait[] = [
  { name: "1 MB of nested <b>", body: () => fill("<b>", 1_000_000) },
  { name: "1 MB of nested <div>", body: () => fill("<div>", 1_000_000) },
  { name: "4 MB of [ in a JSON feed", body: () => `${JSON_FEED}${"[".repeat(4_000_000)}`, type: "application/json" },
  {
    name: "2 MB of [ and ] in JSON-LD",
    body: () => `<script type="application/ld+json">${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}</script>`,
  },
  { name: "a word of 198,000 letters", body: () => toPage("Aa".repeat(99_000)) },
  {
    name: "a word of 190,000 letters and a verb",
    body: () => toPage(`The council met. ${"Aa".repeat(95_000)} said so.`),
  },
  { name: "short quotes", body: () => toPage(fill("“a” ", 199_000)) },
  { name: "short quotes, said", body: () => toPage(fill("“Yes,” said Anna Berg. ", 199_000)) },
  { name: "nested quotes", body: () => toPage(fill("“‘", 199_000)) },
  { name: "quotes within quotes, she said", body: () => toPage(fill("‘Yes, “we wait”,’ she said. ", 199_000)) },
  { name: "Russian quotes after colons", body: () => toPage(fill('Анна Берг: "Да" ', 199_000)) },
  { name: "short paragraphs", body: () => toPage(fill("Yes, he said so.</p><p>", 199_000)) },
  { name: "names in a row", body: () => toPage(fill("Anna Berg ", 199_000)) },
  { name: "abbreviations", body: () => toPage(fill("U.S. Mr. St. ", 199_000)) },
  { name: "5 MB of <", body: () => "<".repeat(4_900_000) },
  { name: "5 MB of different words", body: () => `<p>${Array.from({ length: 600_000 }, (_, i) => `w${i}`).join(" ")}` },
  { name: "a gzip bomb of 200 MB", body: () => "x".repeat(200_000_000) },
  { name: "300,000 attributes", body: () => `<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}=1`).join(" ")}>` },
  { name: "entities", body: () => toPage(fill("&amp;&#65;&lt;", 2_000_000)) },
  { name: "comments without end", body: () => fill("<!--", 2_000_000) },
  { name: "feed: items without end", body: () => `<rss><channel>${fill("<item>", 1_000_000)}`, type: FEED },
  { name: "feed: CDATA without end", body: () => `<rss>${fill("<![CDATA[", 1_000_000)}`, type: FEED },
  {
    name: "feed: entity definitions",
    body: () => `<!DOCTYPE x [${fill("<!ENTITY a 'b'>", 1_000_000)}]><rss/>`,
    type: FEED,
  },
  {
    name: "feed: a billion laughs",
    body: () =>
      `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? "a" : `b${i - 1}`};`.repeat(10)}">`).join("")}]><rss><channel><title>&b29;</title></channel></rss>`,
    type: FEED,
  },
  {
    name: "feed: a file of the machine as an entity",
    body: () =>
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&e;</title></channel></rss>',
    type: FEED,
  },
  {
    name: "links to feeds without end",
    body: () => fill("<link rel=alternate type=application/rss+xml href=/a>", 1_000_000),
  },
  { name: "dates without end", body: () => toPage(fill("12 November 2026, ", 199_000)) },
  { name: "apostrophes", body: () => toPage(fill("’s ‘a’ ", 199_000)) },
  { name: "brackets", body: () => toPage(fill("(“[", 199_000)) },
  { name: "by By by", body: () => toPage(fill("By ", 199_000)) },
];

const FAULT = /Something went wrong|root:x:/;
const LIVES_WITHIN_MS = 60_000;
/** One page of the news and one of another person are read before, each at its limit, and two threads are started. */
const WAIT_MS_MAX = 40_000;

export async function attackPages(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("documents that are bait");
  const baits = isShort ? BAITS.filter((_, index) => index % 6 === 0) : BAITS;
  const urls: string[] = [];
  for (const [index, { name, body, type }] of baits.entries()) {
    const url = target.put(`/bait/${index}`, {
      body: gzipSync(body(), { level: 1 }),
      isGzipped: true,
      ...(type === undefined ? {} : { type }),
    });
    urls.push(url);
    for (const command of ["/brief", "/subscribe"]) {
      const said = await target.ask(`${command} ${url}`).catch(() => "");
      counting.attack(`${command} of ${name}`, said !== "" && !FAULT.test(said) && target.isAlive());
    }
  }
  // The same as pages of a feed's entries, all at once.
  const items = urls.map(
    (url, index) =>
      `<item><guid>${index}</guid><title>Bait ${index}</title><link>${url}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`,
  );
  const feed = target.put("/baits.xml", {
    body: `<rss version="2.0"><channel><title>Baits</title>${items.join("")}</channel></rss>`,
    type: FEED,
  });
  const person = target.newPerson();
  await target.ask(`/subscribe ${feed}`, person);
  const isNewsAlive = await waitFor(
    async () => target.isAlive() && (await target.ask("/help")) !== "",
    LIVES_WITHIN_MS,
  );
  counting.attack("bait as entries of a feed", isNewsAlive);
  // As files of subscriptions, and as JSON to the page itself.
  for (const [name, text] of [
    ["deep JSON", `{"pullquote":1,"subscriptions":${"[".repeat(900_000)}`],
    ["many keys", `{${Array.from({ length: 150_000 }, (_, i) => `"k${i}":1`).join(",")}}`],
    ["deep OPML", `<opml><body>${fill("<outline>", 900_000)}`],
  ] as const) {
    const file = {
      name: "a.json",
      type: "application/json",
      size: text.length,
      base64: Buffer.from(text).toString("base64"),
    };
    const { status, text: said } = await target.askWeb("/import", { file, room: "files" });
    counting.attack(`/import of ${name}`, status === 200 && !FAULT.test(said));
  }
  const deep = await fetch(`${target.webUrl}api/command`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "[".repeat(2_000_000),
  });
  counting.attack("2 MB of [ to the page", deep.status === 400);
  return counting.end();
}

/** One person's slow pages, while another asks and news come. */
export async function attackTurns(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("one who takes all the time");
  const bait = target.put("/slow", { body: gzipSync(toPage(fill("<", 2_000_000)), { level: 1 }), isGzipped: true });
  const good = target.put("/good", {
    body: toPage(`${"The council of Vessland met on Tuesday evening to talk about the old harbor wall. ".repeat(4)}`),
  });
  const forger = target.newPerson();
  // No more than four are taken up; twelve were sent.
  const slow = Array.from({ length: isShort ? 4 : 12 }, (_, index) =>
    target.telegram.say(forger, forger, `/brief ${bait}?${index}`),
  );
  const startedAt = Date.now();
  const other = target.newPerson();
  target.telegram.say(other, other, `/brief ${good}`);
  const isAnswered = await waitFor(
    () => target.telegram.posts(other).some(({ text }) => text.includes("Harbor")),
    WAIT_MS_MAX,
  );
  counting.attack(`another waits ${Date.now() - startedAt} ms behind ${slow.length} slow pages`, isAnswered);
  target.put("/often", { body: "", status: 429, headers: { "retry-after": "172800" } });
  target.putAtOutlet("/often", { body: "", status: 429, headers: { "retry-after": "172800" } });
  await target.ask(`/brief ${target.outlet.url}/often`);
  const title = "Ferry of the outlet sails again";
  const page = target.putAtOutlet("/ferry", {
    body: toPage(`${title}. ${"The ferry sails again from Monday, the harbor office said. ".repeat(5)}`),
  });
  const reader = target.newPerson();
  await target.ask("/subscribe everything", reader);
  target.putAtOutlet("/feed.xml", {
    type: FEED,
    body: `<rss version="2.0"><channel><title>Vessland Tide</title><item><guid>ferry</guid><title>${title}</title><link>${page}</link><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`,
  });
  const isPosted = await waitFor(() => target.telegram.posts(reader).some(({ text }) => text.includes(title)), 90_000);
  counting.attack("a host that wishes to be left alone for two days is kept from the news", isPosted);
  return counting.end();
}
