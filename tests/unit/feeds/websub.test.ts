/** Where a feed names its hub, and signatures that are none. */

import { expect, test } from "vitest";
import { isSigned, readHubLinks, readLease } from "../../../src/feeds/websub.ts";
import { fc } from "../../helpers/property.ts";

const URL_OF_FEED = "https://harbor.example/news/feed";

test.each([
  [
    '<https://hub.example/>; rel="hub", <https://harbor.example/self>; rel="self"',
    "https://hub.example/",
    "https://harbor.example/self",
  ],
  ["<https://hub.example/>; rel=hub", "https://hub.example/", null],
  ['<https://hub.example/>;title="a, b";rel="x HUB y"', "https://hub.example/", null],
  ['</hub>; rel="hub self"', "https://harbor.example/hub", "https://harbor.example/hub"],
  ['<https://a.example/>; rel="hub", <https://b.example/>; rel="hub"', "https://a.example/", null],
  ['<https://a.example/>; rel="alternate"', null, null],
  ["https://hub.example/; rel=hub", null, null],
  [null, null, null],
])("the Link header %j", (link, hubUrl, selfUrl) => {
  expect(readHubLinks(link, URL_OF_FEED)).toEqual({ hubUrl, selfUrl });
});

test("any Link header is read without a throw, in time", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("<", ">", ";", ",", '"', "=", " ", "rel", "hub", "http://x/", "a") }),
      (link) => {
        const { hubUrl, selfUrl } = readHubLinks(link, URL_OF_FEED);
        for (const url of [hubUrl, selfUrl]) expect(url === null || URL.canParse(url)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  for (const part of ["<a>", "<a>;a=", '<a>;rel="', "<a>; ", "<"]) readHubLinks(part.repeat(50_000), URL_OF_FEED);
});

test("no header but the right signature is believed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom("sha256=", "md5=00", "sha1=zz", "sha256=00")), (header) => {
      expect(isSigned(Buffer.from("news"), header, "secret")).toBe(false);
    }),
  );
  expect(isSigned(Buffer.from("news"), null, "secret")).toBe(false);
});

test("a lease another version wrote is asked for anew", () => {
  for (const json of [null, "", "{", "[]", '{"hubUrl": 1}']) expect(readLease(json)).toBeNull();
});
