/** Our feed parser as the checker wants it: `node FOLDER/feedcheck.mjs tools/feeds/feedcheck-adapter.mjs`. */

import { register } from "tsx/esm/api";

// The checker parses in a worker thread, to which Node 20 does not hand on `--import tsx`.
register();
const { parseFeed } = await import("../../src/feeds/parse.ts");

/**
 * @param {Uint8Array} bytes
 * @param {string | null} contentType
 * @param {{ readonly url?: string }} [options] the samples name no address of their own
 * @returns items as `{ title, link, date, id }`; rejects with a sentence when the document is no feed
 */
export async function parse(bytes, contentType, { url = "" } = {}) {
  const { entries } = await parseFeed(bytes, contentType, url);
  return entries.map((entry) => ({ title: entry.title, link: entry.url, date: entry.publishedAt, id: entry.guid }));
}
