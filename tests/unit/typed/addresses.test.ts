/** Addresses as they are pasted: every command reads them alike. */

import { describe, expect, test } from "vitest";
import { findAddresses, findPageUrl, readSiteAddress } from "../../../src/typed/addresses.ts";

const URL = "https://news.example/ferry_(boat)?a=1";

describe("an address around which something stands was no address", () => {
  test.each([
    [URL],
    [`<${URL}>`],
    [`‹${URL}›`],
    [`“${URL}”`],
    [`\`${URL}\``],
    [`[The ferry](${URL})`],
    [`[The ferry](<${URL}>)`],
    [`[The ferry](${URL} "A title")`],
    [`${URL},`],
    [`<${URL}>`],
    ["news.example/ferry_(boat)?a=1"],
  ])("%s", (typed) => {
    expect(findPageUrl(typed)).toBe(URL);
    expect(readSiteAddress(typed)).toBe(URL);
  });

  test("of a feed", () => {
    expect(readSiteAddress("feed://news.example/rss")).toBe("http://news.example/rss");
    expect(readSiteAddress("feed:https://news.example/rss")).toBe("https://news.example/rss");
    expect(readSiteAddress("<feed:https://news.example/rss>")).toBe("https://news.example/rss");
  });
});

test.each(["ferry", "Kestrel Daily", "https://", "feed:", "a <b> c", "[x](y z)", "javascript:alert(1)", "<>", ""])(
  "%j is no address",
  (typed) => {
    expect(readSiteAddress(typed)).toBeNull();
  },
);

test("several side by side were one text", () => {
  const two = ["https://a.example/rss", "https://b.example/rss"];
  expect(findAddresses(two.join(" "))).toEqual(two);
  expect(findAddresses(`<${two[0]}>, <${two[1]}>`)).toEqual(two);
  expect(findAddresses(`${two[0]}\n${two[1]}`)).toEqual(two);
  expect(findAddresses(two[0] ?? "")).toBeNull();
  expect(findAddresses(`${two[0]} ferry`)).toBeNull();
});

test("one endless word is read in a moment", () => {
  const startedAt = performance.now();
  for (const start of ["", "<", "[x](", "feed:", "https://", "["]) readSiteAddress(start + "a(".repeat(100_000));
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
