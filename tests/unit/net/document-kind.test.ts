/** Documents in the place of a page: each became an article of its own code. */

import { expect, test } from "vitest";
import { readPage } from "../../../src/articles/page/read-page.ts";
import { IS_FEED, judgeDocument } from "../../../src/net/document-kind.ts";

const judge = (text: string, type: string | null) => judgeDocument(Buffer.from(text), type);
const PAGE = `<!doctype html><html><head><title>The ferry</title></head><body><p>${"The ferry left the pier on time. ".repeat(20)}</p></body></html>`;
const RSS = '<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><title>Odd</title></channel></rss>';

test.each([
  ["%PDF-1.4 blah", "text/html", "It is a PDF, and only web pages are read."],
  ["", "application/pdf", "It is a PDF, and only web pages are read."],
  [RSS, "application/rss+xml", IS_FEED],
  [RSS, "text/html; charset=utf-8", IS_FEED],
  ['<feed xmlns="http://www.w3.org/2005/Atom"></feed>', null, IS_FEED],
  ['<rdf:RDF xmlns:rdf="a"></rdf:RDF>', "text/xml", IS_FEED],
  ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', "application/json", IS_FEED],
  ['{"a":1}', "application/json", "It is a file (JSON), and only web pages are read."],
  ['\n[{"a":1}]', "text/html", "It is a file (JSON), and only web pages are read."],
  ["<urlset></urlset>", "text/xml", "It is a file (XML), and only web pages are read."],
  ["\0\u0001\u0002\u0003", "image/png", "It is a file (image/png), and only web pages are read."],
  ["\0\u0001\u0002\u0003", null, "It is a file (binary), and only web pages are read."],
  ["a,b,c", "text/csv", "It is a file (text/csv), and only web pages are read."],
])("%j as %s", async (text, type, reason) => {
  expect(judge(text, type)).toBe(reason);
  const page = { body: Buffer.from(text), contentType: type, url: "https://a.example/x" };
  expect(await readPage({ ...page, xRobotsTag: null, tdmReservation: null })).toEqual({ reason });
});

test.each([
  [PAGE, "text/html"],
  [PAGE, null],
  [PAGE, "application/xhtml+xml"],
  // Servers that were set up badly.
  [PAGE, "application/json"],
  [PAGE, "image/jpeg"],
  [`<?xml version="1.0"?>${PAGE}`, "text/xml"],
  ["[Update] The ferry left the pier.", "text/plain"],
  ["{The ferry} left the pier.", "text/html"],
  ["<p>About <rss> and <feed></p>", "text/html"],
  ["", "text/html"],
])("%j as %s may be a page", (text, type) => {
  expect(judge(text, type)).toBeNull();
});

test("one endless word is judged in a moment", () => {
  const startedAt = performance.now();
  for (const start of ["<", "<!--", "<?", "[", "{", "<!DOCTYPE"]) judge(start + "<!-- a".repeat(60_000), "text/html");
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});
