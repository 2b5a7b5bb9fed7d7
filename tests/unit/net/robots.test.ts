/** The bot reads what a site allows, and asks once a day. */

import { expect, test } from "vitest";
import type { Download, Downloaded } from "../../../src/net/download.ts";
import { createRobots, findOptOut } from "../../../src/net/robots.ts";

const page = (body: string): Downloaded => ({
  status: "fresh",
  url: "https://harbor.example/robots.txt",
  permanentUrl: null,
  body: Buffer.from(body),
  contentType: "text/plain",
  etag: null,
  lastModified: null,
  hints: { maxAgeMs: null, retryAfterMs: null },
  xRobotsTag: null,
  tdmReservation: null,
  link: null,
});
const failure = (httpStatus: number | null, kind: "http" | "timeout" | "too-large" = "http"): Downloaded => ({
  status: "failed",
  kind,
  httpStatus,
  retryAfterMs: null,
  reason: "x",
});

function open(answer: () => Downloaded) {
  const asked: string[] = [];
  let now = new Date("2026-11-23T08:00:00Z");
  const download: Download = async (url) => {
    asked.push(url);
    return answer();
  };
  const robots = createRobots({ download, userAgent: "Pullquote/1 (+https://bot.example)", clock: () => now });
  return {
    mayRead: robots.mayRead,
    asked,
    wait(hours: number) {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
  };
}

test.each([
  ["User-agent: *\nDisallow: /private/", "/news/1", true],
  ["User-agent: *\nDisallow: /private/", "/private/1", false],
  ["User-agent: *\nDisallow: /", "/news/1", false],
  ["User-agent: *\nDisallow: /\n\nUser-agent: Pullquote\nAllow: /", "/news/1", true],
  ["User-agent: pullquote\nDisallow: /\n\nUser-agent: *\nAllow: /", "/news/1", false],
  ["User-agent: Other\nDisallow: /", "/news/1", true],
  ["User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", true],
  ["User-agent: *\nDisallow: /*.pdf$", "/news/1.pdf", false],
  ["", "/news/1", true],
  ["<html>no robots here</html>", "/news/1", true],
])("robots.txt %j on %s: %s", async (text, path, expected) => {
  expect(await open(() => page(text)).mayRead(`https://harbor.example${path}`)).toBe(expected);
});

test.each([
  [failure(404), true],
  [failure(403), true],
  [failure(null, "too-large"), true],
  [failure(429), false],
  [failure(500), false],
  [failure(null, "timeout"), false],
])("when robots.txt answers %j, pages may be read: %s", async (answer, expected) => {
  expect(await open(() => answer).mayRead("https://harbor.example/1")).toBe(expected);
});

test("a site is asked once a day, also by many at once, and each site for itself", async () => {
  const robots = open(() => page(""));
  await Promise.all(["/1", "/2", "/3"].map((path) => robots.mayRead(`https://harbor.example${path}`)));
  await robots.mayRead("https://other.example:8443/1");
  expect(robots.asked).toEqual(["https://harbor.example/robots.txt", "https://other.example:8443/robots.txt"]);
  robots.wait(23);
  await robots.mayRead("https://harbor.example/4");
  expect(robots.asked.length).toBe(2);
  robots.wait(2);
  await robots.mayRead("https://harbor.example/5");
  expect(robots.asked.length).toBe(3);
});

test("a site in trouble is asked again after an hour", async () => {
  const answers = [failure(500), page("")];
  const robots = open(() => answers.shift() ?? page(""));
  expect(await robots.mayRead("https://harbor.example/1")).toBe(false);
  robots.wait(1.1);
  expect(await robots.mayRead("https://harbor.example/1")).toBe(true);
});

test.each(["", "no url", "ftp://harbor.example/1", "tag:harbor.example,2026:1"])("%j is never read", async (url) => {
  const robots = open(() => page(""));
  expect(await robots.mayRead(url)).toBe(false);
  expect(robots.asked).toEqual([]);
});

const HEADERS = { xRobotsTag: null, tdmReservation: null };

test.each([
  [{ ...HEADERS, tdmReservation: "1" }, "", "The site reserves its pages from text mining."],
  [{ ...HEADERS, xRobotsTag: "noindex, noai" }, "", "The site asks machines not to work on its pages."],
  [HEADERS, '<meta name="robots" content="index, noai, follow">', "The page asks machines not to work on it."],
  [HEADERS, "<META content='1' NAME='tdm-reservation'>", "The site reserves its pages from text mining."],
  [{ ...HEADERS, tdmReservation: "0", xRobotsTag: "noindex" }, '<meta name="robots" content="noindex">', null],
  [HEADERS, "<p>noai</p>", null],
])("opt-out %#: %j %s", (headers, html, expected) => {
  expect(findOptOut(headers, html)).toBe(expected);
});

test("two thousand sites with the longest files do not fill the memory: the oldest are asked again", async () => {
  const long = `User-agent: *\nDisallow: /private/\n${"# tide table of the harbor\n".repeat(18_000)}`;
  const { mayRead, asked } = open(() => page(long));
  const read = (site: number): Promise<boolean> => mayRead(`https://harbor-${site}.example/news/1`);
  for (let site = 0; site < 40; site += 1) expect(await read(site)).toBe(true);
  expect(asked).toHaveLength(40);
  await read(39);
  await read(30);
  expect(asked).toHaveLength(40);
  await read(0);
  expect(asked.at(-1)).toBe("https://harbor-0.example/robots.txt");
});
