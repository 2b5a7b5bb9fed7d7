/**
 * Compares the catalog with a list of known feeds: `npx tsx tools/feeds/check-catalog.ts LIST [CATALOG]`. The list is any
 * JSON whose texts are addresses among other things, or a text with one a line; it is not part of the project. Prints a
 * table, then each feed whose address is not in it; ends with 1 when there is one.
 */

import { readFile } from "node:fs/promises";
import type { Feed } from "../../src/domain/feed.ts";
import { toUrlKey } from "../../src/domain/url-key.ts";
import { loadCatalog } from "../../src/feeds/load.ts";

const ADDRESS = /^https?:\/\/\S+$/;

/** Every address anywhere in the value. */
function collectAddresses(value: unknown): readonly string[] {
  if (typeof value === "string") return ADDRESS.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(collectAddresses);
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(collectAddresses);
}

function readList(text: string): readonly string[] {
  try {
    return collectAddresses(JSON.parse(text));
  } catch {
    return text.split(/\s+/).filter((word) => ADDRESS.test(word));
  }
}

const countBy = (feeds: readonly Feed[], namesOf: (feed: Feed) => readonly string[]): readonly [string, number][] => {
  const counts = new Map<string, number>();
  for (const name of feeds.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

const printCounts = (title: string, counts: readonly [string, number][]): void =>
  console.log(`| ${title} | ${counts.length} | ${counts.map(([name, count]) => `${name} ${count}`).join(", ")} |`);

const [listPath, catalogPath = "feeds.json"] = process.argv.slice(2);
if (listPath === undefined) throw new Error("Name the list: npx tsx tools/feeds/check-catalog.ts LIST [CATALOG]");
const known = new Set(readList(await readFile(listPath, "utf8")).map(toUrlKey));
const feeds = await loadCatalog(catalogPath);
const strangers = feeds.filter(({ url }) => !known.has(toUrlKey(url)));

console.log(`| of ${feeds.length} feeds | there are | with so many feeds |\n| --- | --- | --- |`);
printCounts(
  "languages",
  countBy(feeds, ({ language }) => [language]),
);
printCounts(
  "topics",
  countBy(feeds, ({ topics }) => topics),
);
printCounts(
  "places",
  countBy(feeds, ({ regions = [] }) => regions),
);
for (const { id, url } of strangers) console.log(`not in the list: ${id} ${url}`);
console.log(`${feeds.length - strangers.length} of ${feeds.length} addresses stand in the list of ${known.size}.`);
process.exitCode = strangers.length === 0 ? 0 : 1;
