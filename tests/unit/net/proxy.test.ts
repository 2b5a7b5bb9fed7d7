/** Requests go through the operator's proxy where one is named, and nowhere inside by way of it. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { createDownload, type DownloadSettings } from "../../../src/net/download.ts";
import { findProxy, type ProxySettings } from "../../../src/net/proxy.ts";
import { createRobots } from "../../../src/net/robots.ts";
import { type NewsServer, startNewsServer } from "../../helpers/news-server.ts";
import { type ProxyServer, startProxyServer } from "../../helpers/proxy-server.ts";

let server: NewsServer;
let proxy: ProxyServer;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  server = await startNewsServer({ "/feed.xml": "<rss/>", "/robots.txt": "User-agent: *\nDisallow: /closed" });
  proxy = await startProxyServer(server.port);
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
  await proxy.close();
  await server.close();
});

function open(through: Partial<ProxySettings>, more: Partial<DownloadSettings> = {}) {
  const net = createDownload({
    userAgent: "Pullquote/1",
    allowedHosts: [],
    hostSpacingMs: 0,
    proxy: { httpsProxy: null, httpProxy: null, noProxy: [], ...through },
    // No name is looked up here: one that goes straight fails at once.
    lookup: (_name, _options, callback) =>
      callback(Object.assign(new Error("not known"), { code: "ENOTFOUND" }), "", 0),
    ...more,
  });
  opened.push(net);
  return net;
}

test("a page at an http address is asked of the proxy, which looks its name up; so is robots.txt", async () => {
  const { download } = open({ httpProxy: proxy.url });
  expect(await download("http://news.example/feed.xml")).toMatchObject({ status: "fresh" });
  expect(proxy.requests).toMatchObject([{ method: "GET", target: "http://news.example/feed.xml" }]);
  expect(server.requests[0]?.headers).toMatchObject({ host: "news.example", "user-agent": "Pullquote/1" });
  const robots = createRobots({ download, userAgent: "Pullquote", clock: () => new Date() });
  expect(await robots.mayRead("http://news.example/closed")).toBe(false);
  expect(proxy.requests.at(-1)?.target).toBe("http://news.example/robots.txt");
});

test("for an https address a tunnel is asked for, and what the proxy wants to know of us goes to it alone", async () => {
  const own = proxy.url.replace("//", "//desk:pass%20word@");
  const { download } = open({ httpsProxy: own, httpProxy: own });
  // What answers is no TLS: only the way there is looked at.
  expect(await download("https://news.example/feed.xml")).toMatchObject({ status: "failed" });
  expect(proxy.requests[0]).toMatchObject({ method: "CONNECT", target: "news.example:443" });
  await download("http://news.example/feed.xml");
  const expected = `Basic ${Buffer.from("desk:pass word").toString("base64")}`;
  expect(proxy.requests.map(({ headers }) => headers["proxy-authorization"])).toEqual([expected, expected]);
  expect(server.requests[0]?.headers["proxy-authorization"]).toBeUndefined();
});

test("hosts of NO_PROXY are asked straight, with their addresses checked here", async () => {
  const { download } = open({ httpProxy: proxy.url, noProxy: ["news.example"] });
  expect(await download("http://news.example/feed.xml")).toMatchObject({
    status: "failed",
    reason: "There is no host called news.example, or the bot’s own network does not find it.",
  });
  expect(proxy.requests).toEqual([]);
});

test.each([
  "http://localhost/x",
  "http://127.0.0.1/x",
  "http://[::1]/x",
  "http://10.0.0.5/x",
  "http://169.254.169.254/latest",
  "http://printer/x",
  "http://printer.local/x",
  "http://wiki.internal/x",
  "http://wiki.internal./x",
])("%s is not asked of the proxy, which stands inside", async (url) => {
  const { download, sendForm } = open(
    { httpProxy: proxy.url },
    { lookup: (_name, _options, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]) },
  );
  for (const found of [await download(url), await sendForm(url, {})]) {
    expect(found).toMatchObject({ status: "failed", kind: "blocked" });
  }
  expect(proxy.requests).toEqual([]);
});

test("one is not sent on to a name inside by way of the proxy, unless it is allowed", async () => {
  server.set("/moved", { status: 302, headers: { location: "http://wiki.internal/feed.xml" } });
  expect(await open({ httpProxy: proxy.url }).download("http://news.example/moved")).toMatchObject({ kind: "blocked" });
  const allowing = open({ httpProxy: proxy.url }, { allowedHosts: ["wiki.internal:80"] });
  expect(await allowing.download("http://news.example/moved")).toMatchObject({ status: "fresh" });
});

test.each([
  [403, "http://news.example/x", "news.example refuses to show this (403)."],
  [403, "https://news.example/x", "The proxy does not connect to news.example (403)."],
  [407, "http://news.example/x", "The proxy asks for another user name and password (407)."],
  [407, "https://news.example/x", "The proxy asks for another user name and password (407)."],
])("a proxy that answers %i to %s is told from the site", async (refuse, url, reason) => {
  const refusing = await startProxyServer(server.port, { refuse });
  opened.push(refusing);
  expect(await open({ httpProxy: refusing.url }).download(url)).toMatchObject({ status: "failed", reason });
});

test("a proxy that is not there is told from the site", async () => {
  const gone = await startProxyServer(server.port);
  await gone.close();
  for (const url of ["http://news.example/x", "https://news.example/x"])
    expect(await open({ httpProxy: gone.url }).download(url)).toMatchObject({
      kind: "network",
      reason: "The proxy cannot be reached (ECONNREFUSED).",
    });
});

test.each([
  ["https://news.example/", "", "secure"],
  ["http://news.example/", "", "plain"],
  ["http://news.example/", "news.example", null],
  ["http://www.news.example/", ".news.example", null],
  ["http://www.news.example/", "*.news.example", null],
  ["http://badnews.example/", "news.example", "plain"],
  ["http://news.example:8080/", "news.example:8080", null],
  ["http://news.example/", "news.example:8080", "plain"],
  ["https://news.example/", "NEWS.example:443", null],
  ["http://10.1.2.3/", "10.0.0.0/8", null],
  ["http://11.1.2.3/", "10.0.0.0/8", "plain"],
  ["http://[fd00::5]/", "fd00::/8", null],
  ["http://[fd00::5]/", "[fd00::5]:80", null],
  ["http://news.example/", "other.example,*", null],
  ["http://127.0.0.1/", "", null],
])("%s with NO_PROXY %j goes through %s", (url, noProxy, expected) => {
  const settings = { httpsProxy: "secure", httpProxy: "plain", noProxy: noProxy.split(",") };
  expect(findProxy(new URL(url), settings)).toBe(expected);
});
