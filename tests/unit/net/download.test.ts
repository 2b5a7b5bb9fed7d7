/** Downloading is bounded in every direction and goes nowhere it should not. */

import type { LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createDownload, type DownloadSettings } from "../../../src/net/download.ts";
import { createHostGate } from "../../../src/net/host-gate.ts";
import { whileCollecting } from "../../helpers/collect-garbage.ts";
import { type NewsServer, startNewsServer } from "../../helpers/news-server.ts";

/** Machines that run the tests may be busy. */
let server: NewsServer;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = await startNewsServer();
});
afterEach(async () => {
  server.clearRequests();
  for (const each of opened.splice(0)) await each.close();
});
afterAll(async () => {
  await server.close();
});

function open(settings: Partial<DownloadSettings> = {}) {
  const net = createDownload({
    userAgent: "Pullquote/1 (+https://bot.example)",
    allowedHosts: [server.host],
    ...settings,
  });
  opened.push(net);
  return net.download;
}

/** A resolver that answers every name with these, one list a call, the last for ever. */
function resolveTo(...answers: readonly (readonly string[])[]): LookupFunction {
  let calls = 0;
  return (_name, options, callback) => {
    const list = answers[Math.min(calls, answers.length - 1)] ?? [];
    calls += 1;
    const found = list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all === true) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family ?? 4);
  };
}

test("a page comes with its bytes, type, validators and hints", async () => {
  server.set("/page", {
    body: "<p>Port reopens</p>",
    contentType: "text/html",
    etag: '"v1"',
    lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
    headers: {
      "cache-control": "public, max-age=600",
      age: "60",
      "x-robots-tag": ["noai", "noindex"],
      "tdm-reservation": "1",
    },
  });
  expect(await open()(`${server.url}/page#part`)).toEqual({
    status: "fresh",
    url: `${server.url}/page`,
    permanentUrl: null,
    body: Buffer.from("<p>Port reopens</p>"),
    contentType: "text/html",
    etag: '"v1"',
    lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
    hints: { maxAgeMs: 540_000, retryAfterMs: null },
    xRobotsTag: "noai, noindex",
    tdmReservation: "1",
    link: null,
  });
});

test("the bot says who it is, and carries neither cookies nor a referrer", async () => {
  server.set("/page", { body: "x", headers: { "set-cookie": "id=1" } });
  const download = open();
  await download(`${server.url}/page`);
  await download(`${server.url}/page`, { accept: "feed" });
  const [page, feed] = server.requests;
  expect(page?.headers["user-agent"]).toBe("Pullquote/1 (+https://bot.example)");
  expect(page?.headers["accept-encoding"]).toBe("gzip, br");
  expect(page?.headers.accept).toMatch(/^text\/html/);
  expect(feed?.headers.accept).toMatch(/rss\+xml/);
  expect([feed?.headers.cookie, feed?.headers.referer]).toEqual([undefined, undefined]);
  expect(feed?.headers["if-none-match"]).toBeUndefined();
});

test.each(['W/"odd, one"', '"x-gzip"', "unquoted"])("validators go back byte for byte: %s", async (etag) => {
  server.set("/feed", { body: "x", etag, lastModified: "Sunday, some time" });
  const download = open();
  const request = { etag, lastModified: "Sunday, some time" };
  expect(await download(`${server.url}/feed`, request)).toMatchObject({ status: "unchanged", etag });
  expect(server.requests[0]?.headers).toMatchObject({
    "if-none-match": etag,
    "if-modified-since": "Sunday, some time",
  });
});

test("a 304 nobody asked for is a failure, not an unchanged feed", async () => {
  server.set("/feed", { status: 304 });
  expect(await open()(`${server.url}/feed`)).toMatchObject({ status: "failed", kind: "http", httpStatus: 304 });
});

test.each(["gzip", "br", "deflate", "raw-deflate"] as const)("%s is unpacked", async (encoding) => {
  server.set("/packed", { body: "Port reopens", encoding });
  expect(await open()(`${server.url}/packed`)).toMatchObject({ body: Buffer.from("Port reopens") });
});

test("a plain body labeled gzip and a gzip body without a label are both read", async () => {
  server.set("/plain", { body: "Port reopens", headers: { "content-encoding": "gzip" } });
  server.set("/file", { body: gzipSync("Port reopens"), contentType: "application/gzip" });
  const download = open();
  for (const path of ["/plain", "/file"]) {
    expect(await download(server.url + path)).toMatchObject({ body: Buffer.from("Port reopens") });
  }
});

test.each([
  ["unknown packing", { body: "x", headers: { "content-encoding": "zstd" } }, "http"],
  ["packing twice", { body: "x", headers: { "content-encoding": "gzip, br" } }, "http"],
  [
    "damaged packing",
    {
      body: Buffer.concat([gzipSync("y".repeat(1000)).subarray(0, 18), Buffer.alloc(9)]),
      headers: { "content-encoding": "gzip" },
    },
    "http",
  ],
  ["a broken connection", { fault: "reset" }, "network"],
  ["a body cut off", { body: "half", fault: "cut" }, "network"],
  ["404", { status: 404 }, "http"],
  ["410", { status: 410 }, "http"],
  ["401", { status: 401 }, "http"],
  ["500", { status: 500 }, "http"],
  ["204", { status: 204 }, "http"],
  ["a redirect without an address", { status: 302 }, "http"],
  ["a redirect to no URL", { status: 302, headers: { location: "http://[" } }, "http"],
  ["429", { status: 429 }, "rate-limited"],
  ["503", { status: 503 }, "http"],
  ["503 with a time", { status: 503, headers: { "retry-after": "0" } }, "rate-limited"],
] as const)("%s is a failure in words", async (_name, route, kind) => {
  server.set("/bad", route);
  const result = await open()(`${server.url}/bad`);
  expect(result).toMatchObject({ status: "failed", kind });
  expect(result.status === "failed" && result.reason).toMatch(/^[A-Z0-9].*\.$/);
});

test("a body larger than allowed is refused by its announced length", async () => {
  server.set("/large", { body: "x".repeat(2000) });
  expect(await open()(`${server.url}/large`, { bytesMax: 1000 })).toMatchObject({ kind: "too-large" });
});

test("a body without end is dropped at the limit", async () => {
  server.set("/endless", { fault: "endless" });
  expect(await open()(`${server.url}/endless`, { bytesMax: 100_000 })).toMatchObject({ kind: "too-large" });
});

test.each(["gzip", "br", "deflate"] as const)("a %s bomb is dropped at the limit", async (encoding) => {
  server.set("/bomb", { body: Buffer.alloc(10_000_000), encoding });
  expect(await open()(`${server.url}/bomb`, { bytesMax: 1_000_000 })).toMatchObject({ kind: "too-large" });
});

test.each(["hang", "drip"] as const)(
  "a server that %ss is left at the deadline, though memory is cleaned up meanwhile",
  async (fault) => {
    server.set("/slow", { fault });
    const downloaded = open()(`${server.url}/slow`, { timeoutMs: 200 });
    expect(await whileCollecting(downloaded)).toMatchObject({ status: "failed", kind: "timeout" });
  },
);

test("a redirect without end in its body is followed all the same", async () => {
  server.set("/from", { status: 302, headers: { location: "/to" }, fault: "endless" });
  server.set("/to", "here");
  expect(await open()(`${server.url}/from`)).toMatchObject({ status: "fresh", url: `${server.url}/to` });
});

test.each([
  [[301], true],
  [[308], true],
  [[301, 308], true],
  [[302], false],
  [[307], false],
  [[303], false],
  [[301, 302], false],
  [[302, 301], false],
])("redirects %j are permanent: %s", async (statuses, isPermanent) => {
  statuses.forEach((status, index) => {
    server.set(`/r${index}`, {
      status,
      headers: { location: index + 1 === statuses.length ? "/end" : `/r${index + 1}` },
    });
  });
  server.set("/end", "here");
  expect(await open()(`${server.url}/r0`)).toMatchObject({
    status: "fresh",
    url: `${server.url}/end`,
    permanentUrl: isPermanent ? `${server.url}/end` : null,
  });
});

test("the sixth redirect is not followed", async () => {
  for (let hop = 0; hop < 7; hop += 1) server.set(`/h${hop}`, { status: 302, headers: { location: `/h${hop + 1}` } });
  server.set("/h5", "five are fine");
  expect(await open()(`${server.url}/h0`)).toMatchObject({ status: "fresh" });
  server.set("/h5", { status: 302, headers: { location: "/h6" } });
  expect(await open()(`${server.url}/h0`)).toMatchObject({
    status: "failed",
    reason: "The address sends on more than 5 times.",
  });
  expect(server.requestsTo("/h6")).toEqual([]);
});

test.each([
  "http://127.0.0.1:1/",
  "http://127.1:80/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://2130706433/",
  "http://169.254.169.254/latest/meta-data/",
  "//10.0.0.1/",
  "file:///etc/passwd",
  "ftp://news.example/",
  "http://ann:pw@news.example/",
  "http://news.example:22/",
  "javascript:alert(1)",
])("a redirect to %s is not followed", async (location) => {
  server.set("/trap", { status: 302, headers: { location } });
  const result = await open()(`${server.url}/trap`);
  expect(result).toMatchObject({ status: "failed", kind: "blocked" });
});

test.each([
  ["loopback", ["127.0.0.1"]],
  ["loopback 6", ["::1"]],
  ["mapped loopback", ["::ffff:127.0.0.1"]],
  ["a private address beside a public one", ["8.8.8.8", "10.0.0.1"]],
  ["a public address beside a private one", ["192.168.0.1", "8.8.8.8"]],
  ["cloud metadata", ["169.254.169.254"]],
  ["NAT64", ["64:ff9b::7f00:1"]],
  ["unique local", ["fd00::1"]],
  ["no address", []],
])("a name that resolves to %s is refused", async (_name, addresses) => {
  const target = await startNewsServer({ "/": "secret" });
  opened.push(target);
  const result = await open({ lookup: resolveTo(addresses) })("http://rebind.example:8080/");
  expect(result).toMatchObject({ status: "failed", kind: "blocked" });
  expect(target.requests).toEqual([]);
});

test("a redirect to a name that resolves to loopback is refused", async () => {
  server.set("/on", { status: 302, headers: { location: "http://rebind.example:8080/" } });
  expect(await open({ lookup: resolveTo(["127.0.0.1"]) })(`${server.url}/on`)).toMatchObject({ kind: "blocked" });
});

test("a name is resolved once for a connection, so it cannot change its mind in between", async () => {
  let calls = 0;
  const lookup: LookupFunction = (name, options, callback) => {
    calls += 1;
    resolveTo(["10.0.0.1"])(name, options, callback);
  };
  await open({ lookup })("http://rebind.example/");
  expect(calls).toBe(1);
});

test.each([
  ["loopback", "127.0.0.1"],
  ["a private network", "10.1.2.3"],
  ["a cloud's own server", "169.254.169.254"],
  ["Azure's own server", "168.63.129.16"],
  ["an IPv6 neighbor", "fe80::1"],
  ["one private among public ones", "93.184.216.34", "127.0.0.1"],
])("a name that was public yesterday is refused today: it leads to %s", async (_what, ...today) => {
  // Each connection asks anew, so that the answers change between them, and back.
  const download = open({ allowedHosts: [], lookup: resolveTo(["127.0.0.2"], today, today), hostSpacingMs: 0 });
  for (let visit = 0; visit < 3; visit += 1)
    expect(await download("http://rebinding.example/page")).toMatchObject({ status: "failed", kind: "blocked" });
});

test("an allowed name may be private, and only that one", async () => {
  const lookup = resolveTo(["127.0.0.1"]);
  server.set("/", "here");
  const download = open({ lookup, allowedHosts: [`intranet.example:${server.port}`] });
  expect(await download(`http://intranet.example:${server.port}/`)).toMatchObject({ status: "fresh" });
  expect(await download("http://other.example:8080/")).toMatchObject({ kind: "blocked" });
  expect(await download(`${server.url}/`)).toMatchObject({ kind: "blocked" });
});

test("Retry-After silences the whole host, and nothing more is sent until then", async () => {
  let now = new Date("2026-11-23T08:00:00Z");
  server.set("/limited", { status: 429, headers: { "retry-after": "120" } });
  server.set("/other", "here");
  const gate = createHostGate({ concurrencyMax: 2, spacingMs: 0, now: () => now.getTime() });
  const download = open({ clock: () => now, gate });
  expect(await download(`${server.url}/limited`)).toMatchObject({ kind: "rate-limited", retryAfterMs: 120_000 });
  expect(await download(`${server.url}/other`)).toMatchObject({ kind: "rate-limited", retryAfterMs: 120_000 });
  now = new Date("2026-11-23T08:01:59Z");
  expect(await download(`${server.url}/other`)).toMatchObject({ kind: "rate-limited", retryAfterMs: 1000 });
  expect(server.requestsTo("/other")).toEqual([]);
  now = new Date("2026-11-23T08:02:01Z");
  expect(await download(`${server.url}/other`)).toMatchObject({ status: "fresh" });
});

test("Retry-After is read as a date, too", async () => {
  server.set("/limited", { status: 503, headers: { "retry-after": "Mon, 23 Nov 2026 09:00:00 GMT" } });
  const download = open({ clock: () => new Date("2026-11-23T08:00:00Z") });
  expect(await download(`${server.url}/limited`)).toMatchObject({ retryAfterMs: 3_600_000 });
});

test("no more than two requests are at one host at a time", async () => {
  let running = 0;
  let most = 0;
  server.set("/busy", () => {
    running += 1;
    most = Math.max(most, running);
    setImmediate(() => {
      running -= 1;
    });
    return { body: "x" };
  });
  const download = open();
  const results = await Promise.all(Array.from({ length: 12 }, () => download(`${server.url}/busy`)));
  expect(results.every((result) => result.status === "fresh")).toBe(true);
  expect(most).toBeLessThanOrEqual(2);
});

test("requests to one host keep their distance, other hosts go on", async () => {
  const other = await startNewsServer({ "/": "other" });
  opened.push(other);
  const download = open({ allowedHosts: [server.host, other.host], hostSpacingMs: 60_000, hostConcurrencyMax: 2 });
  server.set("/", "first");
  expect(await download(`${server.url}/`)).toMatchObject({ status: "fresh" });
  const second = download(`${server.url}/`);
  expect(await download(`${other.url}/`)).toMatchObject({ status: "fresh" });
  expect(server.requests.length).toBe(1);
  await opened[1]?.close();
  expect(await second).toMatchObject({ status: "failed", reason: expect.stringContaining("stopping") });
});

test("closing answers what is under way", async () => {
  server.set("/hang", { fault: "hang" });
  const net = createDownload({ userAgent: "x", allowedHosts: [server.host] });
  const pending = net.download(`${server.url}/hang`);
  await expect.poll(() => server.requests.length).toBe(1);
  await net.close();
  expect(await pending).toMatchObject({ status: "failed", reason: "The bot is stopping." });
});

test("a host that takes no connections is named without the rest of the address", async () => {
  const gone = await startNewsServer();
  await gone.close();
  const result = await open({ allowedHosts: [gone.host] })(`${gone.url}/secret-token`);
  expect(result).toMatchObject({ status: "failed", kind: "network", reason: "127.0.0.1 does not take connections." });
});
